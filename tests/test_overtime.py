"""Measures over time: by what was known they equal a graph of that day, by steps a filtered one."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from pcgraph.analysis.annotated_table import Study
from pcgraph.analysis.evolution import periods
from pcgraph.api import KnowledgeGraph
from pcgraph.belief import loading
from pcgraph.errors import UsageError
from pcgraph.model.scope import Scope
from pcgraph.store import data_folder

pytestmark = pytest.mark.slow


def ranked(study: Study, period: str) -> list[tuple[object, ...]]:
    here = study.table.filter((pl.col("period") == period) & pl.col("rank").is_not_null())
    return here.select("rank", "agent", "label", "value").rows()


@pytest.mark.parametrize("network", [{}, {"projection": "partners"}, {"projection": "bipartite"}, {"inferred": True}])
def test_as_known_is_the_graph_of_that_day(
    tiny: KnowledgeGraph, inputs: data_folder.Inputs, network: dict[str, object]
) -> None:
    found = tiny.over_time("degree", every="quarter", since="2024-04-01", until="2025-06-30", **network)
    for name, day in (("2024-Q2", date(2024, 6, 30)), ("2025-Q1", date(2025, 3, 31)), ("2025-Q2", date(2025, 6, 30))):
        then = KnowledgeGraph(loading.compute(inputs, Scope(day))).rank("degree", **network)
        assert ranked(found, name) == then.table.drop_nulls("rank").rows(), name


def test_a_retracted_source_counts_until_it_is_retracted(tiny: KnowledgeGraph) -> None:
    found = tiny.over_time("degree", "signsWith", every="quarter")
    ties = {
        name: dict(rows)
        for name, rows in ((q, [(r[1], r[3]) for r in ranked(found, q)]) for q in ("2025-Q1", "2025-Q2"))
    }
    acme = "https://w3id.org/pcgraph/id/acme"
    assert ties["2025-Q1"][acme] == ties["2025-Q2"][acme] + 1  # the courier had it sign with Vik University


@pytest.mark.parametrize("so_far", [True, False])
def test_by_steps_is_the_filtered_graph(tiny: KnowledgeGraph, so_far: bool) -> None:
    found = tiny.over_time("degree", clock="steps", so_far=so_far, projection="partners")
    for year in (2023, 2024, 2025):
        days = {"until": f"{year}-12-31"} | ({} if so_far else {"since": f"{year}-01-01"})
        alone = tiny.rank("degree", projection="partners", **days)
        assert ranked(found, str(year)) == alone.table.rows()


def test_every_agent_has_a_row_in_every_period(real: KnowledgeGraph) -> None:
    table = real.over_time("betweenness").table
    size = table.group_by("period").agg(pl.col("agent").n_unique(), pl.len())
    assert size["agent"].n_unique() == size["len"].n_unique() == 1
    assert (table["rank"].is_null() == (table["why"] != "")).all()
    assert table.equals(real.over_time("betweenness").table)


def test_periods() -> None:
    assert [p.name for p in periods(date(2023, 5, 1), date(2025, 1, 1))] == ["2023", "2024", "2025"]
    first, *_, last = periods(date(2024, 2, 29), date(2024, 12, 1), "quarter")
    assert (first.first, first.last) == (date(2024, 1, 1), date(2024, 3, 31))
    assert (last.first, last.last) == (date(2024, 10, 1), date(2024, 12, 31))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"every": "month"}, "expected one of year, quarter"),
        ({"clock": "step"}, "did you mean steps"),
        ({"since": "2025-01-01", "until": "2024-01-01"}, "swap them"),
        ({"since": "1000-01-01"}, "more than 400"),
        ({"measure": "degre"}, "did you mean degree"),
        ({"relations": "signWith"}, "did you mean signsWith"),
    ],
)
def test_refused(tiny: KnowledgeGraph, asked: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        tiny.over_time(**{"measure": "degree", **asked})  # type: ignore[arg-type]
