"""Hints on queries that run but cannot find what they ask for."""

from __future__ import annotations

import warnings

import pytest

from pcgraph.api import KnowledgeGraph
from pcgraph.errors import PcgraphWarning
from pcgraph.query import hints
from pcgraph.query.engine import sparql
from pcgraph.query.questions import catalogue

QUESTIONS = catalogue.catalogue()


def check_only_hint(kg: KnowledgeGraph, text: str, line: int, said: str) -> None:
    """Check that a query has one hint, on a line, with the words before and after ``.*``."""
    start, _, end = said.partition(".*")
    [hint] = hints.find(kg.store, text)
    assert hint.startswith(f"query:{line}: ")
    assert start in hint
    assert end in hint


@pytest.mark.exhaustive
@pytest.mark.slow
def test_no_question_of_the_catalogue_has_a_hint(real: KnowledgeGraph) -> None:
    """Their text may be copied into an editor, where it is checked as any other."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for name, question in QUESTIONS.items():
            values = {key: about["example"] for key, about in question.parameters.items()}
            real.query(name, **values)
            bound = {key: catalogue.term(real.store, question, key, value) for key, value in values.items()}
            found = hints.find(real.store, sparql.bind(question.text, bound, name))
            assert name == "searches" or found == []  # the shipped data record no searches


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("?e pcg:signatry ?a", "pcg:signatry: occurs nowhere; .*; did you mean pcg:signatory?"),
        ("?e a pcg:Lon", "did you mean pcg:Loan?"),
        ("?e a pcg:loan", "did you mean pcg:Loan?"),
        ("?e pcg:kind v:memorandum", "did you mean v:mou?"),  # by its alternative label
        ("id:hauwei ?p ?e", "id:hauwei: occurs nowhere; .*; did you mean id:huawei?"),
        ("?e ?p <https://w3id.org/pcgraph/id/hauwei>", "did you mean id:huawei?"),
        ("?e pcg:sector v:ai", "did you mean sector:ai?"),
        ("?e pcg:status pcg:signed", "did you mean v:signed?"),
        ("?e ^pcg:signatry/pcg:statedIn ?x", "did you mean pcg:signatory?"),
        ("?e pcg:inferredParty ?a", "in its own graph; expected GRAPH; write GRAPH ?g { … } around the pattern"),
        ("GRAPH g:curent { ?e ?p ?a }", "g:curent: no such graph in scope; .*; did you mean g:current?"),
        ("?e pcg:retracted ?x", "pcg:retracted: declared, but no statement uses it"),
        ("?e pcg:country 'China'", "'China': pcg:country has things as values, not texts; .*; did you mean id:china?"),
        (
            "?e pcg:amount 20000000.0",
            "20000000.0: pcg:amount has this number as xsd:integer; .*; write ?n FILTER(?n = ",
        ),
        ("?e rdfs:label 'Huawei'", "'Huawei': rdfs:label has texts with a language tag; .*; write 'Huawei'@en"),
        ("?e pcg:amount '5'", "'5': pcg:amount has numbers, not texts; .*; write ?n FILTER(?n = NUMBER)"),
        ("?e rdfs:label '华为'", "'华为': rdfs:label has texts with a language tag; .*; write '华为'@zh"),
        ("?e rdfs:label 'Hauwei'", "'Hauwei': no rdfs:label has this text; .*; did you mean \"Huawei\"@en?"),
    ],
)
def test_unknown_terms_are_named(real: KnowledgeGraph, pattern: str, said: str) -> None:
    check_only_hint(real, f"SELECT *\n{{ {pattern} }}", 2, said)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?e { ?e pcg:signatory ?a }",
        "SELECT ?e { GRAPH ?g { ?e pcg:inferredParty ?a } }",
        "CONSTRUCT { ?a pcg:colleagueOf ?b } { ?a pcg:signsWith ?b }",
        "PREFIX pcg: <http://example.org/> SELECT ?e { ?e pcg:signatry ?a }",
        "SELECT ?e { ?e rdfs:label 'pcg:signatry'@en } # pcg:signatry",
        "SELECT ?g { GRAPH ?g { ?e pcg:signatory ?a } FILTER(?g != g:current) }",
        "SELECT ?s { ?s pcg:currency 'USD' }",
        "SELECT ?s { ?s pcg:amount 20000000 . ?s pcg:amount 7 }",
        "CONSTRUCT { ?s pcg:country 'China' } { ?s pcg:country id:china }",
        "SELECT ?e { ?e a pcg:Engagement OPTIONAL { ?e pcg:retracted ?x } }",
        "SELECT ?r ?c { ?r pcg:fromRole pcg:signatory . ?c rdfs:subClassOf pcg:Funding . pcg:Loan rdfs:label ?l }",
        "DESCRIBE id:huawei",
    ],
)
def test_other_terms_are_not(real: KnowledgeGraph, text: str) -> None:
    assert hints.find(real.store, text) == []


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ('?e pcg:date ?d FILTER(?d >= "2024-01-01"^^xsd:date)', "compare pcg:earliest or pcg:latest of the same step"),
        ('?e pcg:date ?d FILTER("2024-01-01"^^xsd:date <= ?d)', "?d is compared with a date, which never holds"),
        ("?s pcg:status v:signed ; pcg:date ?d . FILTER(YEAR(?d) = 2024)", "YEAR(?d) has no value"),
        ("?e pcg:date ?d FILTER(xsd:date(?d) > NOW())", "xsd:date(?d) has no value"),
        ("?e pcg:date ?d FILTER(?d > 2020)", "?d is compared with a number, which never holds"),
        ('?e pcg:date ?d FILTER(STRSTARTS(?d, "2024"))', "STRSTARTS(?d, …) misses intervals"),
        ('?e pcg:earliest ?d FILTER(?d >= "2024-01-01")', 'pcg:earliest is a date .*; write "2024-01-31"^^xsd:date'),
    ],
)
def test_comparisons_that_never_hold_are_named(real: KnowledgeGraph, pattern: str, said: str) -> None:
    check_only_hint(real, f"SELECT ?e {{ {pattern} }}", 1, said)


@pytest.mark.parametrize(
    "pattern",
    [
        '?e pcg:date ?d FILTER(?d >= "2024")',
        "?e pcg:date ?d . ?f pcg:date ?c FILTER(?d < ?c)",
        '?e pcg:earliest ?d FILTER(?d >= "2024-01-01"^^xsd:date)',
        "?e pcg:latest ?d FILTER(YEAR(?d) = 2024)",
        "?e pcg:date ?d ; pcg:status ?s FILTER(?s = v:signed)",
    ],
)
def test_comparisons_that_may_hold_are_not(real: KnowledgeGraph, pattern: str) -> None:
    assert hints.find(real.store, f"SELECT ?e {{ {pattern} }}") == []


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("?e pcg:signatory ?a ; pcg:status ?s", "pcg:status: nothing has it beside pcg:signatory.*pcg:step/pcg:status"),
        ("?e pcg:status ?s . ?e pcg:signatory id:acme", "beside pcg:signatory.*write pcg:step/pcg:status"),
        ("?e a pcg:Agreement ; rdfs:label ?l ; pcg:status ?s", "beside pcg:Agreement.*it describes a pcg:Step"),
    ],
)
def test_properties_that_meet_nowhere_are_named(tiny: KnowledgeGraph, pattern: str, said: str) -> None:
    check_only_hint(tiny, f"SELECT ?e {{ {pattern} }}", 1, said)


@pytest.mark.parametrize(
    "pattern",
    [
        "?e a pcg:Agreement ; pcg:step/pcg:status ?s",
        "?s pcg:status v:signed ; pcg:step*/pcg:date ?d",
        "?e a pcg:Agreement OPTIONAL { ?e pcg:status ?s }",
        "?e a pcg:Agreement . ?s pcg:status v:signed",
        "?e a pcg:Agreement ; pcg:status|pcg:currentStatus ?s",
        "?s pcg:status ?x ; pcg:earliest ?d",
        "?e pcg:signatory ?a, ?b ; pcg:currentStatus ?s",
        "{ ?e a pcg:Agreement } UNION { ?e pcg:status ?s }",
    ],
)
def test_properties_that_meet_or_need_not_are_not(tiny: KnowledgeGraph, pattern: str) -> None:
    assert hints.find(tiny.store, f"SELECT ?e {{ {pattern} }}") == []


def test_a_warning_points_at_the_line_of_the_caller_and_comes_each_time(tiny: KnowledgeGraph) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("default")
        warnings.simplefilter("always", PcgraphWarning)
        for _ in range(2):
            tiny.query("SELECT ?e { ?e pcg:signatry ?a }")
    assert [(each.category, each.filename) for each in caught] == [(PcgraphWarning, __file__)] * 2
