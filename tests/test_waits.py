"""Waits on the tiny graph by hand; curves compared with statsmodels, on data of a textbook, shipped and random ones."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from itertools import pairwise

import numpy as np
import polars as pl
import pytest
from numpy.typing import NDArray
from statsmodels.duration.survfunc import CumIncidenceRight, SurvfuncRight
from statsmodels.stats.proportion import proportion_confint

from helpers import changed
from pcgraph.analysis import survival
from pcgraph.analysis.survival import aalen_johansen
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import UsageError
from pcgraph.model.namespaces import ID, V, compact
from pcgraph.model.scope import Scope

STAGES = ["under-way", "operational", "completed"]
REMISSION = [6, 6, 6, 7, 10, 13, 16, 22, 23]  # weeks under 6-MP until relapse, of Freireich and others 1963
CENSORED = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
Days = NDArray[np.float64]


def histories(seed: int) -> tuple[Days, Days, Days]:
    """Return random days until three stages, until the end, and until the data end, with many ties."""
    draw, number = np.random.default_rng(seed), 40
    steps = np.where(draw.random((number, 3)) < 0.7, draw.integers(0, 15, (number, 3)), np.inf)
    ended = np.where(draw.random(number) < 0.4, draw.integers(0, 60, number), np.inf)
    return steps.cumsum(axis=1), ended, draw.integers(1, 60, number).astype(float)


def curve(reached: Days, ended: Days, watched: Days, stage: int = 0) -> pl.DataFrame:
    rows = [row for at, *row in aalen_johansen(reached, ended, watched) if at == stage]
    return pl.DataFrame(rows, [name for name in survival.CURVE if name not in ("to", "reading")], orient="row")


def compare(reached: Days, ended: Days, watched: Days) -> None:
    """Compare the curve of one stage with statsmodels, which has no standard error once nobody is left."""
    until = np.minimum(np.minimum(reached, ended), watched)
    outcome = np.where(reached <= np.minimum(ended, watched), 1, np.where(ended <= watched, 2, 0))
    with np.errstate(divide="ignore", invalid="ignore"):
        theirs = CumIncidenceRight(until, outcome)
    ours = curve(reached[:, None], ended, watched).filter(pl.col("days").is_in(theirs.times.astype(int)))
    share = theirs.cinc[0]
    assert ours["reached"].to_list() == pytest.approx(share, abs=1e-9)
    assert ours["ended"].to_list() == pytest.approx(theirs.cinc[1] if outcome.max() > 1 else 0 * share, abs=1e-9)
    waiting = SurvfuncRight(until, outcome > 0)
    assert ours.filter(pl.col("days").is_in(waiting.surv_times.astype(int)))["waiting"].to_list() == pytest.approx(
        waiting.surv_prob, abs=1e-9
    )
    error = theirs.cinc_se[0]
    inside = np.isfinite(error) & (share > 1e-9) & (share < 1 - 1e-9)
    share, ours = share[inside], ours.filter(pl.Series(inside))
    size = share * (1 - share) / error[inside] ** 2
    low, high = proportion_confint(share * size, size, 0.1, method="beta")
    assert ours["low"].to_list() == pytest.approx(low, abs=1e-9)
    assert ours["high"].to_list() == pytest.approx(high, abs=1e-9)


def in_order(curves: list[pl.DataFrame]) -> None:
    """Check that no stage is ahead of the one before it, and that the shares add up to one."""
    for rows in curves:
        assert (rows["reached"] + rows["ended"] + rows["waiting"]).to_list() == pytest.approx([1] * len(rows))
        assert rows["waiting"].to_list() == sorted(rows["waiting"], reverse=True)
        assert (rows["high"] - rows["low"]).min() > 0
    for one, next_ in pairwise(curves):
        both = one.join(next_, on="days")
        assert len(both) > 5
        assert (both["waiting"] <= both["waiting_right"] + 1e-12).all()


def test_the_curve_of_a_textbook() -> None:
    reached = np.array([*REMISSION, *[np.inf] * len(CENSORED)])
    watched, never = np.array([*REMISSION, *CENSORED], float), np.full(21, np.inf)
    rows = curve(reached[:, None], never, watched)
    known = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
    assert {row[0]: round(row[-1], 3) for row in rows.iter_rows() if row[0] in known} == known
    assert dict(rows.select("days", "at_risk").iter_rows())[22] == 7
    compare(reached, never, watched)


@pytest.mark.parametrize("seed", range(4))
def test_random_histories(seed: int) -> None:
    reached, ended, watched = histories(seed)
    in_order([curve(reached, ended, watched, stage) for stage in range(3)])
    for stage in range(3):
        compare(reached[:, stage], ended, watched)


@pytest.mark.parametrize("inferred", [False, True])
def test_the_shipped_data(real: KnowledgeGraph, inferred: bool) -> None:
    found = real.times([], inferred=inferred)
    for reading in survival.READINGS:
        curves = found.curves.filter(pl.col("reading") == reading)
        in_order([curves.filter(pl.col("to") == stage) for stage in STAGES])
    for stage in STAGES:
        rows = found.table.filter(pl.col("to") == stage).drop_nulls("middle")
        days, why = rows["middle"].to_numpy().astype(float), rows["why"].to_numpy()
        waiting = rows["why"].str.starts_with("not reached").to_numpy()
        reached, ended = np.where(why == "", days, np.inf), np.where((why != "") & ~waiting, days, np.inf)
        assert np.isfinite(ended).any() == inferred
        watched = np.where(waiting, days, days.max())
        compare(reached, ended, watched)
        if stage == STAGES[0]:  # the shares of further stages follow from those of the stages before
            shown = found.curves.filter(pl.col("to") == stage, pl.col("reading") == "middle")
            both = shown.join(curve(reached[:, None], ended, watched), on="days")
            assert len(both) > 50
            assert both["reached"].to_list() == pytest.approx(both["reached_right"].to_list(), abs=1e-9)


def test_separate_curves_would_cross() -> None:
    """One began on day 1 and was done on day 3; another was seen until day 2; the last is still waiting."""
    reached = np.array([[1.0, 3.0], [np.inf, np.inf], [np.inf, np.inf]])
    never, watched = np.full(3, np.inf), np.array([9.0, 2.0, 9.0])
    alone = [curve(reached[:, [stage]], never, watched)["waiting"][-1] for stage in (0, 1)]
    assert alone == pytest.approx([2 / 3, 1 / 2])
    assert [curve(reached, never, watched, stage)["waiting"][-1] for stage in (0, 1)] == pytest.approx([2 / 3, 2 / 3])


def test_if_nothing_is_censored_shares_are_counts() -> None:
    reached, ended, _ = histories(7)
    reached = np.where(reached <= ended[:, None], reached, np.inf)
    for stage in range(3):
        rows = curve(reached, ended, np.full(len(ended), 99.0), stage)
        counts = [(reached[:, stage] <= day).sum() for day in rows["days"]]
        assert rows["reached"].to_list() == pytest.approx([count / len(ended) for count in counts])
        low, high = proportion_confint(np.array(counts), len(ended), 0.1, method="beta")
        inner = pl.Series(counts) > 0
        assert rows.filter(inner)["low"].to_list() == pytest.approx(low[inner.to_numpy()])
        assert rows.filter(inner)["high"].to_list() == pytest.approx(high[inner.to_numpy()])


def test_nobody_and_everybody_still_have_an_interval() -> None:
    never, watched = np.full(9, np.inf), np.full(9, 5.0)
    none, all_ = (curve(reached[:, None], never, watched).row(-1) for reached in (never, watched))
    assert none == (5, 9, 0.0, 0.0, pytest.approx(1 - 0.05 ** (1 / 9)), 0.0, 1.0)
    assert all_ == (5, 9, 1.0, pytest.approx(0.05 ** (1 / 9)), 1.0, 0.0, 0.0)


def of(found: survival.Waits, slug: str, to: str) -> dict[str, object]:
    return found.table.filter((pl.col("agreement") == ID + slug) & (pl.col("to") == to)).row(0, named=True)


def test_from_memorandum_by_hand(tiny: KnowledgeGraph) -> None:
    found = tiny.times()
    assert set(found.table["agreement"]) == {ID + "crane-agreement"}
    # signed 2024-05-14; the quay that the memorandum covers: under way 2025-01, operational 2025-05
    row = of(found, "crane-agreement", "under-way")
    assert row["label"] == "Crane memorandum"
    assert (row["signed"], row["reached"], compact(str(row["by"]))) == (
        "2024-05-14",
        "2025-01",
        "id:north-quay-expansion",
    )
    assert (row["least"], row["middle"], row["most"]) == (232, 247, 262)  # to 1, 16 and 31 January 2025
    assert (of(found, "crane-agreement", "operational")["least"], row["why"]) == (352, "")
    done = of(found, "crane-agreement", "completed")  # undated, so between operational and its source's 2025-06-01
    assert (done["reached"], done["least"], done["most"]) == ("not dated", 352, 383)
    assert found.curves.is_empty()
    assert "under-way: 1 waits, 1 reached, 0 ended before; no curve, since there are fewer than 30" in found.notes
    with pytest.raises(UsageError, match="no curve to draw"):
        found.svg()


def test_who_has_not_reached_a_step_still_waits(tiny: KnowledgeGraph) -> None:
    row = of(tiny.times(["agreement"]), "pilotage-accord", "completed")
    day = survival.reference_day(tiny)
    assert day == date(2025, 3, 31)  # of the newest source that is dated
    assert (row["reached"], row["least"], row["most"]) == (None, 54, 56)  # from 5 and 3 February
    assert row["why"] == f"not reached by {day}"
    assert tiny.times([]).table["agreement"].n_unique() > 2


def later(kg: KnowledgeGraph, now: str, *steps: tuple[str, str, str], since: date | None = None) -> dict[str, object]:
    """Return how long the crane memorandum, which is `now` so, waits for completion, with other steps of the quay."""
    first, own = kg.tables.steps.head(1), pl.col("engagement") == ID + "crane-agreement"
    rows = [
        first.with_columns(
            engagement=pl.lit(ID + one), status=pl.lit(V + status), date=pl.lit(day), inferred=False, alleged=False,
            earliest=pl.lit(date.fromisoformat(day)), latest=pl.lit(date.fromisoformat(day)),
        )
        for one, status, day in steps
    ]  # fmt: skip
    status = pl.when(own).then(pl.lit(V + now)).otherwise("status").alias("status")
    since_ = pl.when(own).then(pl.lit(since)).otherwise("status_since").alias("status_since")
    tables = kg.tables
    changed_ = replace(
        tables,
        steps=pl.concat([tables.steps.filter(pl.col("engagement") != ID + "north-quay-expansion"), *rows]),
        engagements=tables.engagements.with_columns(status, since_),
    )
    return of(kg.with_tables(changed_).times(), "crane-agreement", "completed")


END = ("crane-agreement", "cancelled", "2024-12-01")
DONE = ("north-quay-expansion", "completed", "2025-02-01")


def test_what_ended_no_longer_waits(tiny: KnowledgeGraph) -> None:
    row = later(tiny, "cancelled", END)
    assert (row["middle"], row["why"], row["reached"]) == (201, "cancelled 2024-12-01", None)
    # what it led to or covers goes on: not for it
    assert later(tiny, "cancelled", END, DONE) == row
    assert later(tiny, "cancelled", END, ("north-quay-expansion", "cancelled", "2024-11-01")) == row
    # what was reached before the end, or on that day, was reached
    before = ("north-quay-expansion", "completed", "2024-12-01")
    assert (later(tiny, "cancelled", END, before)["why"], later(tiny, "cancelled", END, before)["middle"]) == ("", 201)


def test_what_was_revived_is_suspended_or_only_covers_what_ended_has_not_ended(tiny: KnowledgeGraph) -> None:
    assert later(tiny, "under-way", END, DONE)["why"] == ""
    again = ("crane-agreement", "cancelled", "2025-03-01")
    assert later(tiny, "cancelled", END, again, since=date(2025, 3, 1))["why"] == "cancelled 2025-03-01"
    assert str(later(tiny, "under-way", ("crane-agreement", "under-way", "2024-12-01"))["why"]).startswith(
        "not reached"
    )
    assert str(later(tiny, "suspended", ("crane-agreement", "suspended", "2024-12-01"))["why"]).startswith(
        "not reached"
    )
    assert str(later(tiny, "signed", ("north-quay-expansion", "expired", "2024-12-01"))["why"]).startswith(
        "not reached"
    )


def test_a_further_stage_counts_for_the_ones_before(tiny: KnowledgeGraph, real: KnowledgeGraph) -> None:
    row = of(tiny.times(), "crane-agreement", "under-way")
    assert row["why"] == ""
    counts = [int(note.split(", ")[1].split()[0]) for note in real.times([]).notes if " waits, " in note]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1] > 0


def test_a_step_before_the_signing_is_no_wait(tiny: KnowledgeGraph) -> None:
    row = of(tiny.times(["contract"], inferred=True), "crane-contract", "under-way")
    assert (row["middle"], row["why"]) == (None, "the step lies before the signing")  # 2025-01 against 2025-02-03


def test_silence_by_hand(tiny: KnowledgeGraph) -> None:
    found = tiny.dormancy().table
    # what is completed at its first step waits for no other, nor does what is over by its last day
    assert tiny.dormancy().notes[-1].startswith("second step: 7 waits, 3 reached, 0 ended before; no curve")
    charter = pl.when(pl.col("engagement") == ID + "safety-charter")
    status = charter.then(pl.lit(V + "completed")).otherwise("status").alias("status")
    past = tiny.with_tables(replace(tiny.tables, engagements=tiny.tables.engagements.with_columns(status)))
    assert past.dormancy().notes[-1].startswith("second step: 6 waits, 3 reached")
    rows = {compact(row["engagement"]): row for row in found.iter_rows(named=True)}
    assert (
        not {"id:crane-agreement", "id:north-quay-expansion", "id:first-ship"} & rows.keys()
    )  # told with what led there
    assert (rows["id:crane-talks"]["first"], rows["id:crane-talks"]["last"]) == ("2024-02", "2025-05")
    charter = rows["id:safety-charter"]
    assert charter["least"] == charter["most"] == pytest.approx(284 / 365.25)  # 2024-06-20 to 2025-03-31
    assert (rows["id:customs-cloud"]["least"], rows["id:customs-cloud"]["why"]) == (None, "cancelled")
    assert rows["id:harbour-loan"]["why"] == "no dated step"
    silent = found["least"].drop_nulls().to_list()
    assert silent == sorted(silent, reverse=True)
    assert ((found["least"].is_null() | found["most"].is_null()) == (found["why"] != "")).all()


def test_curves_stand_only_where_enough_bear_them(real: KnowledgeGraph) -> None:
    letters, all_signed = real.times(["letter-of-intent"]), real.times([])
    assert letters.curves.is_empty()
    assert any("no curve, since there are fewer than 30" in note for note in letters.notes)
    assert all_signed.curves["to"].unique(maintain_order=True).to_list() == STAGES
    assert all_signed.curves["at_risk"].min() == 5


def test_what_is_reported_counts_by_the_day_of_the_data() -> None:
    """A vague date may end after that day, and an undated source may report a step after it."""
    never = (np.inf, np.inf, np.inf)
    waits = [survival._Wait([(9.0, 9.0, 9.0)], never, (5.0, 5.0, 5.0))] * survival.ENOUGH
    found = survival._study("How long?", pl.DataFrame(), ["built"], waits, date(2025, 1, 1))
    assert found.curves.select("days", "reached").unique().sort("days").rows() == [(0, 0.0), (5, 1.0)]


def test_an_open_date_is_not_two_thousand_years(real: KnowledgeGraph) -> None:
    assert real.dormancy().table["most"].max() < 100
    found = real.times([]).table.filter(pl.col("signed").str.starts_with("[.."))
    assert found.height
    assert set(found["why"]) == {survival.OPEN_DATE}


def test_the_picture_is_sound_and_steady(real: KnowledgeGraph) -> None:
    text = real.times([]).svg()
    assert text == real.times([]).svg()
    drawn = ET.fromstring(text)  # noqa: S314
    heads = [drawn.find(f"{{http://www.w3.org/2000/svg}}{tag}") for tag in ("title", "desc")]
    assert all(head is not None and head.text for head in heads)
    assert "nan" not in text
    assert "inf" not in text
    assert "<svg" in real.dormancy()._repr_html_()


def test_bad_input(tiny: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match="did you mean mou"):
        tiny.times(["mouu"])
    tables = replace(tiny.tables, engagements=tiny.tables.engagements.clear(), steps=tiny.tables.steps.clear())
    empty = tiny.with_tables(tables)
    for found in (survival.from_memorandum(empty, kinds=()), survival.dormancy(empty)):
        assert found.table.is_empty()
        assert found.curves.is_empty()
    undated = tiny.with_tables(replace(tiny.tables, sources=tiny.tables.sources.clear()))
    with pytest.raises(UsageError, match="no source has a date"):
        survival.reference_day(undated)
    day = date(2025, 1, 1)
    assert survival.reference_day(changed(undated, scope=Scope(day))) == day
