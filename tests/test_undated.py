"""Sources without a date: a day leaves them out with a warning, and `undated="estimate"` dates them by their steps."""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import pcgraph as package
from helpers import TINY, pcgraph
from pcgraph import PcgraphWarning, UsageError, api
from pcgraph.belief import loading, materialise
from pcgraph.belief.rule import alternatives
from pcgraph.model.namespaces import SRC
from pcgraph.model.scope import Scope

DIGEST = SRC + "digest"  # undated, first seen on 2025-06-01; the latest day of its steps is 2025-05


@pytest.fixture
def warned() -> Iterator[list[warnings.WarningMessage]]:
    with warnings.catch_warnings(record=True) as issued:
        warnings.simplefilter("always")
        yield issued


def load(day: str, undated: str = "omit", data: Path = TINY) -> api.KnowledgeGraph:
    return api.load(data, as_of=day, undated=undated, build=None)


def test_a_day_that_drops_an_undated_source_warns(warned: list[warnings.WarningMessage]) -> None:
    load("2025-05-31")
    (warning,) = warned
    assert warning.category is PcgraphWarning is package.PcgraphWarning
    text = "as_of 2025-05-31: left out 1 undated source; undated='estimate' keeps 1, which a step dates"
    assert str(warning.message) == text
    assert warning.filename == __file__


@pytest.mark.parametrize(("day", "undated"), [("2025-06-01", "omit"), ("2025-05-31", "estimate")])
def test_no_warning_if_no_undated_source_is_dropped(
    warned: list[warnings.WarningMessage], day: str, undated: str
) -> None:
    assert DIGEST in set(load(day, undated).tables.sources["source"])
    assert not warned


def test_the_option_is_not_advised_where_it_does_not_help(warned: list[warnings.WarningMessage]) -> None:
    load("2025-05-30", "estimate")
    assert not warned  # the source counts from a known day, as any dated one
    load("2025-05-30")
    assert "no step dates them earlier; give each a pcg:date" in str(warned[0].message)


@pytest.mark.parametrize(
    ("old", "new", "day"),
    [
        ("", "", date(2025, 5, 31)),
        ('pcg:date "2025-05" ;', 'pcg:date "2025" ;', date(2025, 6, 1)),  # not later than it was first seen
        ('pcg:date "2025-05" ;', 'pcg:date "2025-05/.." ;', date(2025, 1, 20)),  # open-ended: the other step
        ('pcg:date "2025-05" ;', 'pcg:date "2025-05" ; pcg:inferred pcg:date ;', date(2025, 1, 20)),
        ('pcg:date "2025-05" ;', 'pcg:date "2025-05" ; pcg:inferred pcg:status ;', date(2025, 1, 20)),
        (
            "id:north-quay-expansion a pcg:Project ;",
            "id:north-quay-expansion a pcg:Project ; pcg:inferred pcg:step ;",
            date(2025, 1, 20),
        ),
        ("pcg:wire", 'pcg:date "2025-02-03" ; pcg:wire', date(2025, 2, 3)),  # a dated source keeps its date
    ],
)
def test_the_estimate_is_the_latest_stated_day_of_a_step(tmp_path: Path, old: str, new: str, day: date) -> None:
    scrap = shutil.copytree(TINY, tmp_path / "data")
    path = scrap / "sources" / "digest.ttl"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    inputs = materialise.read(scrap, TINY.parents[2] / "ontology")
    found = loading.compute(inputs, Scope(undated="estimate"))
    known = dict(found.tables.sources.select("source", "known").iter_rows())
    assert known[DIGEST] == day


def test_the_history_uses_the_same_days() -> None:
    """What the history believes on each day is what a graph of that day believes."""
    whole = load("2026-01-01", "estimate")
    spans = alternatives.history(whole.reported.evidence, whole.ontology, whole.reported.retracted).engagements
    for day in (date(2025, 1, 20), date(2025, 5, 30), date(2025, 5, 31), date(2025, 6, 1)):
        then = load(day.isoformat(), "estimate").tables.engagements.select("engagement", "status").rows()
        believed = [
            (row["engagement"], row["status"])
            for row in spans.iter_rows(named=True)
            if (row["starts"] is None or row["starts"] <= day) and (row["ends"] is None or row["ends"] > day)
        ]
        assert believed == then, day


def test_an_unknown_value_is_refused() -> None:
    with pytest.raises(UsageError, match="undated 'estmate': unknown; expected one of omit, estimate; did you mean e"):
        load("2025-05-31", "estmate")


def test_a_comparison_of_days_takes_the_option() -> None:
    words = ("diff", "2025-05-30", "2025-05-31", "--data", str(TINY))
    assert "north-quay" not in pcgraph(*words).stdout
    assert "came     step: operational, 2025-05" in pcgraph(*words, "--undated", "estimate").stdout
