"""Offices that people hold: the days that vague dates allow, who held one when, and the frame of all."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from pcgraph import api
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.store.files import PACKAGE

HEAD = """@prefix id: <https://w3id.org/pcgraph/id/> .
@prefix pcg: <https://w3id.org/pcgraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
DATES = {  # person → from, until
    "exact": ("2018-04-02", "2019-06-10"),
    "month": ("2019-06", ""),
    "year": ("2019", "2021"),
    "unknown": ("", ""),
    "by": ("[..2018-12-31]", "[2019-06..2020-12]"),
    "since": ("2019-07/..", ""),
    "left": ("", "[..2019-05]"),
    "at-least": ("2018", "[2019-06..]"),
}
HELD = {  # asked → who certainly held office, who possibly did
    "2019": ({"exact", "month", "year", "by", "at-least"}, {"unknown", "since", "left"}),
    "2019-06": ({"exact", "month", "by", "at-least"}, {"year", "unknown"}),
    "2019-06-11": (set(), {"month", "year", "unknown", "by", "at-least"}),
    "2019-06-10": ({"exact"}, {"month", "year", "unknown", "by", "at-least"}),
    "2018-12": ({"exact", "by", "at-least"}, {"unknown", "left"}),
    "2020": ({"year"}, {"month", "unknown", "by", "since", "at-least"}),
    "2016": (set(), {"unknown", "by", "left"}),
    "2024": (set(), {"month", "unknown", "since", "at-least"}),
}


def loaded(folder: Path, **dates: tuple[str, str]) -> api.KnowledgeGraph:
    """Return the graph of `pcgraph.testing` with an office at Lumen for each person."""
    shutil.copytree(PACKAGE / "testing_data", folder / "data")
    text = HEAD
    for person, ends in dates.items():
        when = "".join(f'pcg:{name} "{day}" ; ' for name, day in zip(("from", "until"), ends, strict=True) if day)
        text += f'id:{person} a pcg:Person ; rdfs:label "{person.title()}"@en .\n'
        text += f"id:{person}.office a pcg:Membership ; {when}pcg:member id:{person} ; pcg:organization id:lumen .\n"
    (folder / "data" / "register" / "offices.ttl").write_text(text)
    return api.load(folder / "data", build=None)


@pytest.fixture(scope="module")
def kg(tmp_path_factory: pytest.TempPathFactory) -> api.KnowledgeGraph:
    return loaded(tmp_path_factory.mktemp("offices"), **DATES)


@pytest.mark.parametrize("on", HELD)
def test_who_held_office_says_what_is_certain_and_what_is_possible(on: str, kg: api.KnowledgeGraph) -> None:
    rows = kg.query("who-held-office", on=on)
    for names, certainty in zip(HELD[on], ("certain", "possible"), strict=True):
        assert {row.personLabel.lower() for row in rows if row.certainty == certainty} == names
    assert {(row.organisationLabel, row.sources) for row in rows} == {("Lumen", 0)}


@pytest.mark.parametrize("on", ["June 2019", "2019-13", "19", "2019-06-32", "2019/2020", ".."])
def test_a_period_is_a_year_a_month_or_a_day(on: str, kg: api.KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match="not a period; expected YYYY, YYYY-MM or YYYY-MM-DD"):
        kg.query("who-held-office", on=on)


def test_the_offices_of_a_person_have_the_days_that_their_dates_allow(kg: api.KnowledgeGraph) -> None:
    (row,) = kg.query("offices-of", person="By")
    days = (row.fromEarliest, row.fromLatest, row.untilEarliest, row.untilLatest)
    assert days == (None, date(2018, 12, 31), date(2019, 6, 1), date(2020, 12, 31))
    (row,) = kg.query("offices-of", person="unknown")
    assert {row.fromEarliest, row.fromLatest, row.untilEarliest, row.untilLatest} == {None}


def test_the_frame_of_offices_has_names_and_days(kg: api.KnowledgeGraph) -> None:
    names = kg.offices.select("person_label", "organisation_label", "from_date", "from_latest", "until_earliest")
    assert ("Month", "Lumen", "2019-06", date(2019, 6, 30), None) in names.rows()
    assert kg.offices.height == len(DATES)
    assert api.load(PACKAGE / "testing_data", build=None).offices.is_empty()


def test_an_end_that_is_open_on_both_sides_is_no_end(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"id:since.office: bad-edtf: '..' is (not an EDTF date|open at both ends)"):
        _ = loaded(tmp_path, since=("2019-07", "..")).offices
