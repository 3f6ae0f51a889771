"""What is behind a number: a query with the things that it takes together has the same rows as before."""

from __future__ import annotations

import json

import pytest

from helpers import ROOT
from pcgraph.api import KnowledgeGraph
from pcgraph.query.explain.counted import BEHIND, with_things_behind
from pcgraph.query.parameters import bound_text
from pcgraph.query.questions import catalogue

VALUES = json.loads((ROOT / "tests" / "expected" / "parameters.json").read_text())
OWN = {  # query → its things behind the first row, or None where nothing is counted
    "SELECT(COUNT(*)AS ?n){ ?e a pcg:Loan }": {"ship-loan", "harbour-loan", "ferry-loan"},
    "SELECT DISTINCT (COUNT($e) AS ?n) WHERE { $e pcg:step ?s . FILTER(?s = id:ship-loan.signed) } # SELECT {":
        {"ship-loan", "ship-loan.signed"},
    "SELECT * { { SELECT ?a (COUNT(?e) AS ?n) { ?e pcg:signatory ?a } GROUP BY ?a } } ORDER BY ?a LIMIT 1": set(),
    "SELECT ?s { ?s a pcg:Loan } GROUP BY ?s HAVING (COUNT(*) > 0) ORDER BY ?s LIMIT 1": {"ferry-loan"},
    "SELECT ?s (EXISTS { ?s a pcg:Loan } AS ?loan) { ?s a pcg:Funding } ORDER BY ?s": None,
    "SELECT ?x { ?x a pcg:Loan FILTER EXISTS { SELECT ?y (MAX(?z) AS ?n) { ?y a ?z } GROUP BY ?y } }": set(),
    "ASK { { SELECT (COUNT(?e) AS ?n) { ?e a pcg:Loan } } }": None,
    "SELECT (1 AS ?one) {}": None,
}  # fmt: skip


@pytest.mark.parametrize("name", catalogue.catalogue())
def test_each_question_has_the_same_rows(name: str, tiny: KnowledgeGraph) -> None:
    text = bound_text(tiny, catalogue.find(name), VALUES.get(name, {}))
    compare("\n".join(line for line in text.splitlines() if not line.startswith("#+")), tiny)


@pytest.mark.filterwarnings("ignore:query.*thingsBehind0")  # which has no value inside FILTER EXISTS
@pytest.mark.parametrize("text", OWN)
def test_own_queries_have_the_same_rows_and_the_things_that_they_count(text: str, tiny: KnowledgeGraph) -> None:
    behind = compare(text, tiny)
    assert (behind is None) == (OWN[text] is None)
    if OWN[text]:
        assert behind == OWN[text]


def compare(text: str, kg: KnowledgeGraph) -> set[str] | None:
    """Compare the rows of both forms; return the things behind the first row."""
    longer = with_things_behind(text, [kg.names.id])
    plain, more = kg.query(text), kg.query(longer)
    shown = [place for place, column in enumerate(more.columns) if not column.startswith(BEHIND)]
    assert [more.columns[place] for place in shown] == plain.columns
    rows = [tuple(row[place] for place in shown) for row in more.rows]
    assert rows == plain.rows
    if longer == text:
        return None
    cells = (str(value) for place, value in enumerate(more.rows[0]) if place not in shown) if more.rows else ()
    return {iri.removeprefix(kg.names.id) for iri in " ".join(cells).split() if iri != "None"}
