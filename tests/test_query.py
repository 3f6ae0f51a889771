"""Every question of the catalogue: its header and its rows on the tiny graph; test_engines.py asks other engines."""

from __future__ import annotations

import csv
import json
import re

import pyoxigraph as ox
import pytest

from helpers import ROOT
from pcgraph.api import KnowledgeGraph
from pcgraph.query.engine import sparql
from pcgraph.query.engine.result import shorten
from pcgraph.query.questions import catalogue as query
from pcgraph.query.questions.label_language import ENGLISH_LABEL

QUESTIONS = query.catalogue()
EXPECTED = ROOT / "tests" / "expected"
VALUES = json.loads((EXPECTED / "parameters.json").read_text())
IDIOM = re.compile(r"GRAPH\s+\?(\w+)\s*\{\s*\?\1\s+a\s+pcg:Source\b")


def expected(name: str) -> list[list[str]]:
    if (path := EXPECTED / f"{name}.nt").exists():
        triples = ox.parse(path.read_bytes(), format=ox.RdfFormat.N_TRIPLES)
        rows = sorted(tuple(map(shorten, (t.subject, t.predicate, t.object))) for t in triples)
        return [["subject", "predicate", "object"], *map(list, rows)]
    with (EXPECTED / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_label_is_asked_for_in_the_form_that_other_languages_replace(name: str) -> None:
    assert "rdfs:label" not in re.findall(
        r"rdfs:label(?= \?\w+ FILTER\(lang)", ENGLISH_LABEL.sub("", QUESTIONS[name].text)
    )


def test_there_are_enough_and_each_has_rows_to_compare() -> None:
    assert len(QUESTIONS) >= 25
    assert {path.stem for path in EXPECTED.iterdir()} - {"parameters"} == set(QUESTIONS)
    assert {name for name, question in QUESTIONS.items() if question.parameters} == set(VALUES)


@pytest.mark.parametrize("name", QUESTIONS)
def test_rows_on_the_tiny_graph(name: str, tiny: KnowledgeGraph) -> None:
    result = tiny.query(name, **VALUES.get(name, {}))
    rows = sorted(result.short) if result.graph else result.short
    head, *lines = expected(name)
    assert [result.columns, *map(list, rows)] == [head, *lines]
    assert rows, "a question without rows proves nothing"


@pytest.mark.parametrize("name", QUESTIONS)
def test_header_and_body_agree(name: str, tiny: KnowledgeGraph) -> None:
    question = QUESTIONS[name]
    assert question.title
    assert question.question.endswith("?")
    assert question.scope in ("current", "sources")
    assert list(question.columns) == tiny.query(name, **VALUES.get(name, {})).columns
    assert "SELECT *" not in question.text
    if "CONSTRUCT" not in question.text:
        assert "ORDER BY" in question.text
    words = [word for word, _ in sparql.words(question.text)]
    assert ("GRAPH" in words) == (question.scope == "sources")
    assert graphs_are_sources(question.text)


def graphs_are_sources(text: str) -> bool:
    """Say whether each variable of a GRAPH is asked to be a source; otherwise `current` would count as a voice."""
    return set(re.findall(r"GRAPH\s+\?(\w+)", text)) == set(IDIOM.findall(text))


def test_another_graph_idiom_is_refused() -> None:
    assert graphs_are_sources(
        "SELECT ?g WHERE { GRAPH ?g { ?g a pcg:Source . ?s ?p ?o } GRAPH g:verdicts { ?s ?p ?o } }"
    )
    assert not graphs_are_sources("SELECT ?g WHERE { GRAPH ?g { ?s ?p ?o } }")
    assert not graphs_are_sources("SELECT ?g WHERE { GRAPH ?g { ?h a pcg:Source . ?s ?p ?o } }")


@pytest.mark.slow
@pytest.mark.parametrize("name", QUESTIONS)
def test_examples_of_the_header_answer_on_the_real_graph(name: str, real: KnowledgeGraph) -> None:
    question = QUESTIONS[name]
    real.query(name, **{key: about["example"] for key, about in question.parameters.items()})


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "role"), [("who-visited-whom", "pcg:visitor"), ("who-supports-whom", "pcg:supporter")]
)
def test_no_engagement_is_left_out_because_the_other_side_is_unnamed(
    name: str, role: str, real: KnowledgeGraph
) -> None:
    begun = real.query(
        f"SELECT DISTINCT ?it WHERE {{ ?it {role} ?who ; pcg:step ?step . "
        "?step pcg:status ?reached . v:realised skos:member ?reached }"
    )
    column = {"who-visited-whom": "visit", "who-supports-whom": "engagement"}[name]
    assert {row[column] for row in real.query(name)} == {row["it"] for row in begun}


def test_the_readme_lists_the_catalogue() -> None:
    text = (ROOT / "queries" / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\S+) \| \[`([\w-]+)`\]", text, re.MULTILINE)
    assert rows == [(question.topic, name) for name, question in QUESTIONS.items()]
    assert all(question.question in text for question in QUESTIONS.values())
