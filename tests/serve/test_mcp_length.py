"""No answer to a language model is longer than it can read at once, and what was left out can be asked for."""

from __future__ import annotations

import json
from typing import Any

import anyio
import polars as pl
import pytest

from pcgraph.api import KnowledgeGraph
from pcgraph.errors import LimitError
from pcgraph.model.namespaces import compact_all
from pcgraph.query.engine.result import Result
from pcgraph.web.limits import Limits
from pcgraph.web.mcp.tools import ALWAYS, MOST, Tools

pytestmark = pytest.mark.slow
NOBODY: Any = None  # no query is asked


@pytest.fixture(scope="module")
def tools(real: KnowledgeGraph) -> Tools:
    return Tools(real, Limits(), NOBODY)


def ask(tools: Tools, name: str, **given: Any) -> dict[str, Any]:
    async def call() -> str:
        answer: str = await getattr(tools, name)(**given)
        return answer

    text = anyio.run(call)
    assert len(text.encode()) <= MOST == 20_000
    found: dict[str, Any] = json.loads(text)
    return found


def things(kg: KnowledgeGraph) -> list[str]:
    """Return everything that has a page: things, sources, verdicts."""
    spaces = (kg.names.id, kg.names.src, kg.names.verdict)
    asked: Result = kg.query("SELECT DISTINCT ?s { ?s a ?kind }")
    return sorted(row[0] for row in asked.rows if row[0].startswith(spaces))


def test_the_rest_of_a_cut_answer_can_be_asked_for(tools: Tools, real: KnowledgeGraph) -> None:
    for iri in (real.names.id + "zte",):  # its answer is cut more than once
        whole = compact_all(real.show(iri))
        found = ask(tools, "show", thing=iri)
        assert found["left_out"], iri
        lists = {
            name: rows for name, rows in whole.items() if isinstance(rows, list) and name not in (*ALWAYS, "evidence")
        }
        collected: dict[str, list[Any]] = {name: [] for name in lists}
        while True:
            for name, rows in collected.items():
                rows += found.get(name, [])
            named = {row["source"] for row in found["sources"]}
            assert {passage["passage"].partition("#")[0] for passage in found["passages"]} == named
            if "next" not in found:
                break
            assert found["next"].keys() == {"sections", "skip"}
            found = ask(tools, "show", thing=iri, **found["next"])
        assert collected == json.loads(json.dumps(lists, default=str)), iri


@pytest.mark.exhaustive
def test_the_largest_things_fit_and_some_of_each_kind(tools: Tools, real: KnowledgeGraph) -> None:
    """The more triples name a thing, the longer its answer; the rest is some of every kind of page."""
    every = things(real)
    assert len(every) > 2000
    named: Result = real.query("SELECT ?s (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { ?o ?p ?s } } GROUP BY ?s")
    size = {row[0]: row[1] for row in named.rows}
    for iri in {*sorted(every, key=lambda iri: -size.get(iri, 0))[:40], *every[::40]}:
        ask(tools, "show", thing=iri)


@pytest.mark.exhaustive
def test_the_ties_with_most_to_explain_fit(tools: Tools, real: KnowledgeGraph) -> None:
    parties = real.tables.parties["agent"].unique().implode()
    ties = real.tables.relations.filter(pl.col("from").is_in(parties) & pl.col("to").is_in(parties))
    most = ties.group_by("from", "relation", "to").agg(pl.len(), pl.col("sources").list.len().sum().alias("voices"))
    for column in ("len", "voices"):
        for row in most.sort(column, "from", "relation", "to", descending=True).head(20).iter_rows(named=True):
            assert ask(tools, "why", thing=row["from"], relation=row["relation"], other=row["to"])["ties"]


def test_other_tools_cut_their_answers_too(real: KnowledgeGraph) -> None:
    small = Tools(real, Limits(max_bytes=6000), NOBODY)
    for tool, given, rows in (("questions", {}, "questions"), ("find", {"text": "pakistan", "limit": 40}, "rows")):
        found, collected = ask(small, tool, **given), []
        assert found["left_out"], tool
        while True:
            collected += found[rows]
            if "next" not in found:
                break
            assert found["left_out"].keys() == {rows}
            found = ask(small, tool, **given, **found["next"])
        assert len(collected) == (len(real.questions()) if tool == "questions" else 40)
        assert len({json.dumps(row) for row in collected}) == len(collected)


def test_an_answer_that_cannot_be_cut_enough_is_an_error(real: KnowledgeGraph) -> None:
    with pytest.raises(LimitError, match=r"^show: an answer of [\d,]+ bytes; expected at most 1,000 \(--max-bytes\); "):
        ask(Tools(real, Limits(max_bytes=1000), NOBODY), "show", thing="huawei")
