"""Hints: an empty answer names its culprit, a wrong one its fault, and a right one nothing."""

from __future__ import annotations

import csv
import re
import time
import warnings
from pathlib import Path

import pytest

from pcgraph import errors
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import PcgraphWarning
from pcgraph.query import hints
from pcgraph.query.engine.evaluate import evaluate, prepare
from pcgraph.query.engine.result import written
from pcgraph.query.hints import conflict, reading
from pcgraph.query.questions import catalogue

MISTAKES = Path(__file__).parent / "natural" / "mistakes.tsv"
QUESTIONS = catalogue.catalogue()


def find(kg: KnowledgeGraph, text: str, **options: object) -> list[str]:
    """Return the hints on a query, by its own answer; the time is not limited."""
    found = kg.query(text)
    lines, _ = hints.find(kg.store, text, not found, names=kg.names, **options)  # type: ignore[arg-type]
    return lines


@pytest.fixture(autouse=True)
def enough_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no busy machine lose a hint."""
    monkeypatch.setattr(hints, "BUDGET", 20.0)
    warnings.simplefilter("ignore", PcgraphWarning)


def test_every_natural_mistake_is_named_with_its_place(real: KnowledgeGraph) -> None:
    """The list was written beside the hints and they were tuned on it: what people type who know other graphs."""
    with MISTAKES.open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    assert len(rows) >= 150
    for row in rows:
        empty = not _answered(real, row["query"])
        for text in (row["query"], re.sub(r"^(SELECT[^{]*?) (?:WHERE )?\{", r"\1 WHERE {", row["query"])):
            lines, _ = hints.find(real.store, text, empty)
            named = (line for line in lines if re.match(r"query:1:\d+: ", line))
            assert any(re.search(row["culprit"], line) for line in named), (row, text, lines)


def _answered(kg: KnowledgeGraph, text: str) -> bool:
    found = written(evaluate(kg.store, prepare(text, "query")))
    return not found.is_empty


@pytest.mark.exhaustive
@pytest.mark.slow
def test_no_right_answer_of_the_catalogue_has_a_hint(real: KnowledgeGraph) -> None:
    """Their text may be copied into an editor, where it is checked as any other."""
    for name, question in QUESTIONS.items():
        values = {key: about["example"] for key, about in question.parameters.items()}
        bound = {key: catalogue.term(real.store, question, key, value) for key, value in values.items()}
        if real.query(name, **values):
            assert hints.find(real.store, question.text, False, values=bound)[0] == [], name


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?e { ?e pcg:signatory ?a }",
        "SELECT ?e { GRAPH ?g { ?e pcg:inferredParty ?a } }",
        "CONSTRUCT { ?a pcg:colleagueOf ?b } { ?a pcg:signsWith ?b }",
        "SELECT ?g { GRAPH ?g { ?e pcg:signatory ?a } FILTER(?g != g:current) }",
        "SELECT ?s { ?s pcg:currency 'USD' } # pcg:signatry",
        "SELECT ?e { ?e a pcg:Engagement OPTIONAL { ?e pcg:retracted ?x } }",
        "SELECT ?r ?c { ?r pcg:fromRole pcg:signatory . ?c rdfs:subClassOf pcg:Funding . pcg:Loan rdfs:label ?l }",
        "DESCRIBE id:huawei",
        "ASK { id:zte pcg:trains id:pakistani-youth }",
        '?e pcg:earliest ?d FILTER(?d >= "2024-01-01"^^xsd:date)',
        "?e pcg:latest ?d FILTER(YEAR(?d) = 2024)",
        "?e pcg:date ?d ; pcg:status ?s FILTER(?s = v:signed)",
        "SELECT ?e ?d { ?e pcg:date ?d } ORDER BY ?d",
        "SELECT ?c (SUM(?a) AS ?n) { ?e a pcg:Engagement ; pcg:amount ?a ; pcg:currency ?c } GROUP BY ?c",
        "SELECT ?x (COUNT(*) AS ?n) { ?e pcg:signatory ?x } GROUP BY ?x HAVING(COUNT(*) > 5)",
        "SELECT ?p { ?p a pcg:UnnamedParty OPTIONAL { ?p pcg:country ?c } }",
        "{ ?e a pcg:Agreement } UNION { ?e pcg:status ?s }",
    ],
)
def test_a_right_answer_has_no_hint(real: KnowledgeGraph, text: str) -> None:
    assert find(real, text if text.startswith(("S", "A", "C", "D")) else f"SELECT * {{ {text} }}") == []


def test_an_empty_answer_of_a_right_query_says_only_what_matches_nothing(tiny: KnowledgeGraph) -> None:
    [line] = find(tiny, "SELECT ?x { ?x pcg:signsWith id:borealis }")
    assert line.startswith("query:1:16: pcg:signsWith id:borealis matches nothing; values are such as id:")
    assert "write" not in line


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT *\n{ ?e pcg:step ?s ;\n  pcg:signatry ?a }", "query:3:3: pcg:signatry: occurs nowhere"),
        ("SELECT * { ?x rdfs:label ?l\n FILTER(?x != ?l && ?l = 'Lumen') }", "query:2:21: FILTER(?l = 'Lumen')"),
        ("SELECT * { ?e a pcg:Step ; pcg:step/pcg:step/pcg:date ?d }", "query:1:28: pcg:step"),
        ("#+ title: x\nSELECT * { VALUES ?of { id:acme } ?e pcg:step ?of }", "query: of=id:acme: nothing matches"),
    ],
)
def test_the_place_is_that_of_the_part(tiny: KnowledgeGraph, text: str, said: str) -> None:
    assert find(tiny, text)[0].startswith(said)


def test_no_proposal_is_made_that_finds_nothing(real: KnowledgeGraph) -> None:
    [line] = find(real, "SELECT ?e ?d { ?e a pcg:Agreement ; pcg:signedOn ?d }")
    assert line.endswith("the documentation lists the terms")
    [line] = find(real, "SELECT ?h { ?p a pcg:Person ; pcg:headquarters ?h }")
    assert line.endswith("pcg:headquarters ?h matches nothing together with a pcg:Person")


def test_a_question_names_the_parameter_that_finds_nothing(tiny: KnowledgeGraph) -> None:
    with pytest.warns(
        PcgraphWarning, match="^query who-signed-with: party=id:port-digest: no answer of this question has"
    ):
        tiny.query("who-signed-with", party="port-digest")


def test_a_value_for_a_variable_is_named_too(tiny: KnowledgeGraph) -> None:
    with pytest.warns(PcgraphWarning, match="^query: who=id:port-digest: nothing matches together with pcg:signatory"):
        tiny.query("SELECT ?e { ?e pcg:signatory ?who }", who="port-digest")


def test_rdflib_queries_have_hints(tiny: KnowledgeGraph) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        tiny.dataset.query("SELECT ?x { ?x rdfs:label ?l FILTER(?l = 'Acme') }")
    [line] = [str(each.message) for each in caught if each.category is PcgraphWarning]
    assert line.endswith('write "Acme"@en or STR(?l)')


def test_no_time_gives_no_hint_and_no_error(tiny: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hints, "BUDGET", 0.0)
    monkeypatch.setattr(conflict.Asker, "ask", lambda *_: time.sleep(0.2) or ())
    assert hints.find(tiny.store, "SELECT ?e { ?e pcg:signatory 'x' }", True) == ([], False)


def test_a_fault_of_the_engine_in_a_hint_loses_no_answer(tiny: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> list[str]:
        raise errors.LimitError("query: the engine failed")

    monkeypatch.setattr(hints, "find", fail)
    with warnings.catch_warnings():
        warnings.simplefilter("error", PcgraphWarning)
        assert len(tiny.query("SELECT ?e { ?e pcg:signatory 'x' }")) == 0


def test_a_text_that_is_not_understood_still_has_its_terms_checked(tiny: KnowledgeGraph) -> None:
    with pytest.raises(reading.Unread):
        reading.read("SELECT * { ?s ?p <<")
    assert len(find(tiny, "SELECT ?e { ?e pcg:signatry ?x . ?x pcg:p (1 2) , +5 }")) >= 1


def test_a_warning_points_at_the_line_of_the_caller_and_comes_each_time(tiny: KnowledgeGraph) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("default")
        warnings.simplefilter("always", PcgraphWarning)
        for _ in range(2):
            tiny.query("SELECT ?e { ?e pcg:signatry ?a }")
    assert [(each.category, each.filename) for each in caught] == [(PcgraphWarning, __file__)] * 2
