"""Forty queries as someone who knows SPARQL writes them after reading the README and the labels of the ontology.

The answers come from the tables and from the Turtle files as rdflib reads them, not from the embedded engine.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import polars as pl
import pytest
from rdflib import RDFS, Graph

from natural import other_ways
from natural.calls import answer_and_messages, rows, short
from natural.other_ways import ID, engagements, one_column, with_status
from pcgraph.api import KnowledgeGraph

pytestmark = pytest.mark.slow

FUNDING = ["Funding", "Loan", "Grant", "Investment"]


# what the user wants, the query, and the rows that another way gives
ANSWERS: list[tuple[str, str, Callable[[KnowledgeGraph, Graph], list[tuple[Any, ...]]]]] = [
    (
        "how many engagements there are",
        "SELECT (COUNT(*) AS ?n) { ?e a pcg:Engagement }",
        lambda kg, _: [(kg.tables["engagements"].height,)],
    ),
    (
        "how many agreements, with the prefix written out",
        "PREFIX pcg: <https://w3id.org/pcgraph/ontology#>\nSELECT (COUNT(DISTINCT ?e) AS ?n) WHERE "
        "{ ?e a pcg:Agreement . }",
        lambda kg, _: [(engagements(kg, "Agreement").height,)],
    ),
    (
        "all funding with its sub-classes, the version 1 way",
        "SELECT (COUNT(DISTINCT ?e) AS ?n) { ?e a/rdfs:subClassOf* pcg:Funding }",
        lambda kg, _: [(engagements(kg, *FUNDING).height,)],
    ),
    (
        "all roles with their English labels",
        "SELECT ?role ?label { ?role rdfs:subPropertyOf pcg:participant ; rdfs:label ?label "
        'FILTER(LANG(?label) = "en") }',
        other_ways.roles_in_english,
    ),
    (
        "the Chinese name",
        'SELECT ?name { id:huawei rdfs:label ?name FILTER(LANGMATCHES(LANG(?name), "zh")) }',
        lambda *_: [("华为",)],
    ),
    (
        "who is called Huawei, with the language tag",
        'SELECT ?x { ?x rdfs:label "Huawei"@en }',
        lambda *_: [("id:huawei",)],
    ),
    (
        "names that contain telecom",
        'SELECT DISTINCT ?x { ?x a pcg:Organization ; rdfs:label ?l FILTER(REGEX(?l, "telecom", "i")) }',
        other_ways.named_telecom,
    ),
    (
        "who is also called Zong",
        'SELECT DISTINCT ?x { ?x rdfs:label|skos:altLabel ?name FILTER(STR(?name) = "Zong") }',
        lambda *_: [("id:china-mobile-pakistan-zong",)],
    ),
    (
        "what two companies signed",
        "SELECT ?who ?what { VALUES ?who { id:huawei id:zte } ?what a pcg:Agreement ; pcg:signatory ?who }",
        lambda kg, _: other_ways.signed_by(kg, "huawei", "zte"),
    ),
    (
        "what one company signed, by the inverse path",
        "SELECT DISTINCT ?e { id:sky47 ^pcg:signatory ?e }",
        lambda *_: [("id:huawei-sky47-agreement",), ("id:zte-sky47-agreement",)],
    ),
    (
        "partners of partners with a plus path",
        "SELECT DISTINCT ?other { id:sky47 pcg:signsWith+ ?other }",
        other_ways.reachable_by_signing,
    ),
    (
        "pairs across the border",
        "SELECT DISTINCT ?c ?p { ?a pcg:signatory ?c , ?p . ?c pcg:country id:china "
        ". ?p pcg:country id:pakistan } ORDER BY ?c ?p",
        other_ways.across_the_border,
    ),
    (
        "engagements for each party, at least ten",
        "SELECT ?a (COUNT(DISTINCT ?e) AS ?n) { ?e pcg:participant ?a } GROUP BY ?a HAVING (COUNT(DISTINCT ?e) >= 10)",
        other_ways.busy_parties,
    ),
    ("what is completed", "SELECT ?e { ?e pcg:currentStatus v:completed }", lambda kg, _: with_status(kg, "completed")),
    (
        "what is realised, by the set",
        "SELECT ?e { ?e pcg:currentStatus ?s . v:realised skos:member ?s }",
        lambda kg, _: with_status(kg, "under-way", "operational", "completed"),
    ),
    (
        "steps since June 2025 by their bounds",
        'SELECT ?step { ?step a pcg:Step ; pcg:latest ?d FILTER(?d >= "2025-06-01"^^xsd:date) }',
        lambda kg, _: one_column(kg.tables["steps"].filter(pl.col("latest") >= pl.date(2025, 6, 1))["step"]),
    ),
    (
        "signings for each year",
        "SELECT ?year (COUNT(*) AS ?n) { ?s pcg:status v:signed "
        "; pcg:earliest ?d BIND(YEAR(?d) AS ?year) } GROUP BY ?year ORDER BY ?year",
        other_ways.signings_by_year,
    ),
    (
        "the newest step",
        "SELECT ?step ?d { ?step pcg:latest ?d } ORDER BY DESC(?d) ?step LIMIT 1",
        other_ways.newest_step,
    ),
    (
        "loans, summed by currency",
        "SELECT ?c (SUM(?a) AS ?total) { ?l a pcg:Loan ; pcg:amount ?a ; pcg:currency ?c } GROUP BY ?c ORDER BY ?c",
        lambda kg, _: other_ways.loans(kg).group_by("currency").agg(pl.col("amount").sum()).sort("currency").rows(),
    ),
    (
        "the mean loan in dollars",
        'SELECT (ROUND(AVG(?a)) AS ?mean) { ?l a pcg:Loan ; pcg:amount ?a ; pcg:currency "USD" }',
        lambda kg, _: [(round(other_ways.loans(kg).filter(pl.col("currency") == "USD")["amount"].mean()),)],
    ),
    (
        "the largest amount in dollars",
        'SELECT ?e ?a { ?e pcg:amount ?a ; pcg:currency "USD" } ORDER BY DESC(?a) ?e LIMIT 1',
        other_ways.largest_amount,
    ),
    (
        "agreements with the work they cover, if any",
        "SELECT ?a ?work { ?a a pcg:Agreement OPTIONAL { ?a pcg:covers ?work } }",
        lambda kg, _: [(short(a), short(work)) for a, work in other_ways.covered(kg).iter_rows()],
    ),
    (
        "agreements that cover nothing",
        "SELECT ?a { ?a a pcg:Agreement MINUS { ?a pcg:covers ?work } }",
        lambda kg, _: one_column(other_ways.covered(kg).filter(pl.col("work").is_null())["engagement"]),
    ),
    (
        "engagements about connectivity and everything below it",
        "SELECT DISTINCT ?e { ?e pcg:sector/skos:broader* sector:connectivity }",
        other_ways.connected,
    ),
    (
        "which sources name a signatory",
        "SELECT DISTINCT ?g { GRAPH ?g { ?e pcg:signatory id:ntc } FILTER(?g != g:current) }",
        lambda *_: [
            ("src:cwpakistan-com-strengthen-emerging-tech",),
            ("src:spin-b2b-2025",),
            ("src:techjuice-20250907",),
            ("src:techjuice-20250908",),
            ("src:technology-times-20160901",),  # as the first party
        ],
    ),
    (
        "one source as the default graph",
        "SELECT ?party FROM src:techjuice-20250908 { id:huawei-ntc-agreement pcg:signatory ?party }",
        lambda *_: [("id:huawei",), ("id:ntc",)],
    ),
    (
        "the sources of a passage, without GRAPH",
        "SELECT DISTINCT ?title { id:huawei-ntc-agreement pcg:statedIn/pcg:inSource ?s . ?s pcg:title ?title }",
        lambda *_: [
            ("Huawei Pakistan signs key IT MoUs at Pakistan-China B2B Conference",),
            ("Pakistan And China Sign Key IT & Emerging Tech MoUs At B2B Conference",),
            ("Pakistan and China strengthen IT and emerging tech ties with new MoUs at B2B conference",),
            ("Report on the technology side of the second Pakistan–China B2B conference",),
        ],
    ),
]

MESSAGES = [
    (
        "steps after a day, by the date as text",
        'SELECT ?e { ?e pcg:step/pcg:date ?d FILTER(?d > "2025-06-01"^^xsd:date) }',
        ["pcg:date|EDTF", "pcg:latest|pcg:earliest"],
    ),
    ("what is only inferred, without GRAPH", "SELECT ?e ?p { ?e pcg:inferred ?p }", ["pcg:inferred", "GRAPH"]),
    (
        "dates that begin with 2025-09",
        'SELECT ?step { ?step pcg:date ?d FILTER(STRSTARTS(?d, "2025-09")) }',
        ["intervals", "pcg:earliest"],
    ),
    ("a name without its language tag", 'SELECT ?x { ?x rdfs:label "Huawei" }', ["Huawei", "@en|language|LANG|STR"]),
]


@pytest.mark.parametrize(("query", "expected"), [pytest.param(query, right, id=name) for name, query, right in ANSWERS])
def test_answer(
    kg: KnowledgeGraph, register: Graph, query: str, expected: Callable[..., list[tuple[Any, ...]]]
) -> None:
    answer, messages = answer_and_messages(lambda: kg.query(query))
    assert messages == ""
    found, right = rows(answer), expected(kg, register)
    assert right, "the other way found nothing, so that the comparison says nothing"
    assert (found if "ORDER BY" in query else sorted(found, key=repr)) == (
        right if "ORDER BY" in query else sorted(right, key=repr)
    )
    for row, other in zip(found, right, strict=True):
        for value, same in zip(row, other, strict=True):
            assert not isinstance(same, int | float) or isinstance(value, int | float | Decimal)


@pytest.mark.parametrize(("query", "words"), [pytest.param(query, words, id=name) for name, query, words in MESSAGES])
def test_message(kg: KnowledgeGraph, query: str, words: list[str]) -> None:
    _, messages = answer_and_messages(lambda: kg.query(query))
    for word in words:
        assert re.search(word, messages), messages or "nothing was said"


def test_ten_triples_whatever_they_are(kg: KnowledgeGraph) -> None:
    answer = kg.query("SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 10")
    assert answer.columns == ["s", "p", "o"]
    assert len(answer) == 10


def test_which_classes_are_used(kg: KnowledgeGraph) -> None:
    found = {name for (name,) in rows(kg.query("SELECT DISTINCT ?class { ?x a ?class } ORDER BY ?class"))}
    assert found >= {"pcg:Engagement", "pcg:Agent", "pcg:Source", *map(short, kg.tables["engagements"]["type"])}


def test_which_of_our_properties_are_used(kg: KnowledgeGraph) -> None:
    query = "SELECT DISTINCT ?p { ?s ?p ?o FILTER(STRSTARTS(STR(?p), STR(pcg:))) }"
    found = {name for (name,) in rows(kg.query(query))}
    assert found >= {*map(short, kg.tables["parties"]["role"]), *map(short, kg.tables["relations"]["relation"])}
    assert all(name.startswith("pcg:") for name in found)


def test_everything_about_one_organisation_by_its_full_iri(kg: KnowledgeGraph) -> None:
    found = rows(kg.query("SELECT ?p ?o { <https://w3id.org/pcgraph/id/sky47> ?p ?o }"))
    assert {(str(RDFS.label), "Sky47"), ("pcg:country", "id:pakistan"), ("pcg:signsWith", "id:huawei")} <= set(found)


def test_the_parties_of_one_contract_in_one_cell(kg: KnowledgeGraph) -> None:
    answer = kg.query(
        'SELECT ?e (GROUP_CONCAT(STR(?l); SEPARATOR=", ") AS ?who) { VALUES ?e { id:paksat-1r-contract } '
        '?e pcg:signatory ?p . ?p rdfs:label ?l FILTER(LANG(?l) = "en") } GROUP BY ?e'
    )
    assert sorted(answer.rows[0][1].split(", ")) == [
        "China Great Wall Industry Corporation",
        "Government of Pakistan",
        "SUPARCO",
    ]


def test_yes(kg: KnowledgeGraph) -> None:
    assert bool(kg.query("ASK { id:huawei pcg:signsWith id:ntc }")) is True


def test_no(kg: KnowledgeGraph) -> None:
    assert bool(kg.query("ASK { id:zte pcg:trains id:pakistani-youth }")) is False


def test_describe(kg: KnowledgeGraph) -> None:
    lines = kg.query("DESCRIBE id:sky47").serialize("ntriples").splitlines()
    assert f'<{ID.sky47}> <{RDFS.label}> "Sky47"@en .' in lines


def test_the_columns_of_a_star_stand_in_the_order_of_the_query(kg: KnowledgeGraph) -> None:
    answer = kg.query("SELECT * { ?agreement a pcg:Agreement ; pcg:sector ?sector ; pcg:signatory ?party } LIMIT 5")
    assert answer.columns == ["agreement", "sector", "party"]
    assert [[short(value).partition(":")[0] for value in row] for row in answer.rows] == [["id", "sector", "id"]] * 5
