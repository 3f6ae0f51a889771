"""Waits on the tiny graph by hand; Kaplan–Meier on the data of Freireich and others 1963, known from every textbook."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from helpers import changed
from pcgraph.analysis import survival
from pcgraph.analysis.survival import kaplan_meier
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import UsageError
from pcgraph.model.namespaces import ID, compact
from pcgraph.model.scope import Scope

REMISSION = [6, 6, 6, 7, 10, 13, 16, 22, 23]  # weeks under 6-MP until relapse
CENSORED = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]


def test_kaplan_meier_as_in_the_textbooks() -> None:
    rows = kaplan_meier([(week, True) for week in REMISSION] + [(week, False) for week in CENSORED])
    known = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
    assert {row[0]: round(row[3], 3) for row in rows if row[2]} == known
    assert [row[1] for row in rows] == [21, 17, 15, 12, 11, 7, 6, 1]  # at risk; one row for the last week
    assert rows[-1][:4] == (35, 1, 0, pytest.approx(0.448, abs=5e-4))
    spread = 3 / (21 * 18)  # Greenwood's sum at week 6, on the scale log(−log S)
    wide = 2.718281828459045 ** (1.6448536269514722 * spread**0.5 / 0.15415067982725836)  # −log(18/21)
    assert rows[0][4:] == pytest.approx(((18 / 21) ** wide, (18 / 21) ** (1 / wide)))


def test_kaplan_meier_at_its_edges() -> None:
    assert kaplan_meier([]) == []
    assert kaplan_meier([(3, False), (5, False)]) == [(5, 1, 0, 1.0, 1.0, 1.0)]
    assert kaplan_meier([(0, True)]) == [(0, 1, 1, 0.0, 0.0, 0.0)]


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
    done = of(found, "crane-agreement", "completed")  # undated, so between the signing and its source's 2025-06-01
    assert (done["reached"], done["least"], done["most"]) == ("not dated", 0, 383)
    assert found.curves.is_empty()
    assert "under-way: 1 waits, 1 of them reached; no curve, since there are fewer than 30" in found.notes
    with pytest.raises(UsageError, match="no curve to draw"):
        found.svg()


def test_who_has_not_reached_a_step_still_waits(tiny: KnowledgeGraph) -> None:
    row = of(tiny.times(["agreement"]), "pilotage-accord", "completed")
    day = survival.reference_day(tiny)
    assert day == date(2025, 3, 31)  # of the newest source that is dated
    assert (row["reached"], row["least"], row["most"]) == (None, 54, 56)  # from 5 and 3 February
    assert row["why"] == f"not reached by {day}"
    assert tiny.times([]).table["agreement"].n_unique() > 2


def test_a_step_before_the_signing_is_no_wait(tiny: KnowledgeGraph) -> None:
    row = of(tiny.times(["contract"], inferred=True), "crane-contract", "under-way")
    assert (row["middle"], row["why"]) == (None, "the step lies before the signing")  # 2025-01 against 2025-02-03


def test_silence_by_hand(tiny: KnowledgeGraph) -> None:
    found = tiny.dormancy().table
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
    assert set(all_signed.curves["to"]) == set(survival.LATER)
    shares = all_signed.curves.filter((pl.col("to") == "completed") & (pl.col("reading") == "middle"))["waiting"]
    assert shares.to_list() == sorted(shares.to_list(), reverse=True)


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
