"""Capture–recapture: numbers worked by hand, lists that hold, and the reasons where they do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import polars as pl
import pyoxigraph as ox
import pytest

from helpers import changed
from pcgraph.analysis.capture_recapture import NO_PERIOD, chao, chapman, unseen
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import UsageError
from pcgraph.model.entities import Entity
from pcgraph.model.namespaces import CURRENT, PCG, SRC

EVER = {"since": date(1900, 1, 1), "until": date(2100, 1, 1)}


def test_numbers_by_hand() -> None:
    found = chapman(200, 100, 20)
    assert found.total == pytest.approx(201 * 101 / 21 - 1)
    assert found.error**2 == pytest.approx(201 * 101 * 180 * 80 / (21**2 * 22))
    assert chapman(9, 9, 9) == (9, 0)  # both tell everything, so nothing is missing
    assert chapman(9, 9, 9).interval(9) == (9, 9)
    assert chao(5, 0, 3).total == 5  # nothing is told only once
    low, high = found.interval(280)
    assert 280 < low < found.total < high
    assert (low - 280) * (high - 280) == pytest.approx((found.total - 280) ** 2)  # log-normal: even as ratios


def test_without_a_period_only_counts(tiny: KnowledgeGraph) -> None:
    found = tiny.unseen().table
    assert set(found["why"]) == {NO_PERIOD}
    assert found["estimate"].null_count() == found.height
    # of 20 engagements the tiny README counts six with two voices or more
    assert found.row(0, named=True)["in_one"] == 14
    assert found.row(0, named=True)["seen"] == 20


def graph(voices: dict[str, tuple[str, str]], told: dict[str, list[str]], real: KnowledgeGraph) -> KnowledgeGraph:
    """Make the little that the estimate reads; `voices`: source → (voice, house), `told`: engagement → sources."""
    store = ox.Store()
    for source, (_, house) in voices.items():
        node, of = ox.NamedNode(SRC + source), ox.NamedNode(PCG + "publisher")
        store.add(ox.Quad(node, of, ox.NamedNode(house), ox.NamedNode(CURRENT)))
    steps = [(e, real.tables.steps["earliest"].drop_nulls()[0]) for e in told]
    tables = replace(
        real.tables,
        statements=pl.DataFrame(
            [(e, [SRC + s for s in sources]) for e, sources in told.items()], ["subject", "sources"], orient="row"
        ),
        engagements=pl.DataFrame({"engagement": list(told)}),
        steps=pl.DataFrame(steps, ["engagement", "earliest"], orient="row").with_columns(latest="earliest"),
        sources=pl.DataFrame(
            {"source": [SRC + s for s in voices], "tier": 3, "voice": [v for v, _ in voices.values()]}
        ),
    )
    entities = {h: Entity(h, country=f"land/{h[-1]}") for _, h in voices.values()}
    return changed(real, store=store, tables=tables, entities=entities)


def both(a: int, b: int, together: int, two: str = "2") -> tuple[dict[str, tuple[str, str]], dict[str, list[str]]]:
    """Ask about two houses of two countries that tell so many engagements, each alone and both together."""
    voices = {"one": ("1", "house:a"), "two": (two, "house:b")}
    told = {f"a{i}": ["one"] for i in range(a)} | {f"b{i}": ["two"] for i in range(b)}
    told |= {f"c{i}": ["one", "two"] for i in range(together)}
    return voices, told


def test_two_independent_lists(real: KnowledgeGraph) -> None:
    known = graph(*both(30, 13, 7), real)
    found = unseen(known, **EVER).table
    row = found.filter((pl.col("method") == "Chapman") & (pl.col("one") == "a")).row(0, named=True)
    assert (row["in_one"], row["in_other"], row["in_both"], row["seen"]) == (37, 20, 7, 50)
    assert row["estimate"] == pytest.approx(38 * 21 / 8 - 1)
    assert row["unseen"] == pytest.approx(38 * 21 / 8 - 51)
    assert row["why"] == ""


def test_an_overlap_too_small_is_refused(real: KnowledgeGraph) -> None:
    known = graph(*both(30, 13, 6), real)
    found = unseen(known, **EVER).table
    assert found.filter(pl.col("method") == "Chapman")["why"].unique().to_list() == [
        "in both lists: 6 engagements; expected 7 or more"
    ]


def test_a_voice_of_two_lists_is_in_none(real: KnowledgeGraph) -> None:
    known = graph(*both(30, 13, 7, two="1"), real)  # both houses print one wire
    found = unseen(known, **EVER)
    assert found.table.filter(pl.col("method") == "Chapman").is_empty()
    assert "in no list: 1 voices that are in several lists" in found.notes


def test_a_house_in_both_lists_is_refused(real: KnowledgeGraph) -> None:
    _, told = both(30, 13, 7)
    known = graph({"one": ("1", "house:a"), "two": ("2", "house:a")}, told, real)
    sources = known.tables.sources.with_columns(tier=pl.Series([3, 4]))
    found = unseen(known.with_tables(replace(known.tables, sources=sources)), by="tier", **EVER).table
    why = found.filter(pl.col("method") == "Chapman")["why"].unique().to_list()
    assert why == ["not independent: 1 publishers are in both lists"]


def test_a_period_closes_the_population(real: KnowledgeGraph) -> None:
    wide, narrow = (
        real.unseen(since=f"{year}-01-01", until="2025-12-31").table.row(0, named=True) for year in (2015, 2025)
    )
    assert narrow["seen"] < wide["seen"]
    assert narrow["low"] >= narrow["seen"]
    assert narrow["low"] < narrow["estimate"] < narrow["high"]
    empty = real.unseen(since="1950-01-01", until="1950-12-31").table
    assert empty["why"].to_list() == ["no engagement"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"by": "voices"}, "unknown; expected one of country"),
        ({"since": "2025-01-01"}, "open at one end"),
        ({"since": "2025-01-02", "until": "2025-01-01"}, "swap them"),
        ({"since": "20255", "until": "2025-01-01"}, "since '20255': not a day"),
    ],
)
def test_refused(tiny: KnowledgeGraph, asked: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        tiny.unseen(**asked)
