"""Dates that people write become EDTF that says no more than they do."""

from __future__ import annotations

import re

import pytest

from helpers import ROOT
from pcgraph.intake.errors import BadInput
from pcgraph.intake.values import edtf_date
from pcgraph.intake.written_dates import read_date
from pcgraph.model.dates import spelled

WRITTEN = {
    "3 May 2021": "2021-05-03",
    " May 3rd,  2021 ": "2021-05-03",
    "Mon 3 May 2021": "2021-05-03",
    "Sept 2020": "2020-09",
    "MAY 2021": "2021-05",
    "2020": "2020",
    "13/05/2021": "2021-05-13",
    "5.5.2021": "2021-05-05",
    "3–5 May 2021": "2021-05-03/2021-05-05",
    "May 3-5, 2021": "2021-05-03/2021-05-05",
    "28 Dec 2020 to 3 Jan 2021": "2020-12-28/2021-01-03",
    "May to July 2021": "2021-05/2021-07",
    "2019-2021": "2019/2021",
    "between 3 and 5 May 2021": "[2021-05-03..2021-05-05]",
    "by May 2021": "[..2021-05]",
    "since Sept 2020": "2020-09/..",
    "c. 2020": "2020~",
    "probably May 2021": "2021-05?",
    "2025-09/..": "2025-09/..",
    "northern spring 2024": "[2024-03..2024-05]",
    "Northern summer of 2019": "[2019-06..2019-08]",
    "northern fall 2020": "[2020-09..2020-11]",
    "northern winter 2020/21": "[2020-12..2021-02]",
    "northern winter 2020–2021": "[2020-12..2021-02]",
    "southern spring 2024": "[2024-09..2024-11]",
    "southern summer 2019/20": "[2019-12..2020-02]",
    "southern autumn 2024": "[2024-03..2024-05]",
    "southern winter 2024": "[2024-06..2024-08]",
}


@pytest.mark.parametrize("text", WRITTEN)
def test_dates(text: str) -> None:
    assert read_date(text) == WRITTEN[text]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "May",
        "3 May",
        "yesterday",
        "03/05/2021",
        "31 June 2021",
        "Q3 2020",
        "H1 2020",
        "T2 2020",
        "3 May 2021 10:00",
        "before 2020",
        "20210503",
    ],
)
def test_what_is_no_date_or_more_than_one(text: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        read_date(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "spring 2024",
            r"northern spring 2024 \(March to May\) or southern spring 2024 \(September to November\)",
        ),  # March to May, or September to November
        ("Summer of 2019", "has other months north and south"),
        (
            "northern winter 2020",
            r"write northern winter 2020/21 \(December to February\) or southern winter 2020 \(June",
        ),  # its beginning, or its end
        ("northern winter 2020/22", "expected a half of the earth and its years"),
        ("northern spring 2020/21", "expected a half of the earth and its years"),
        ("early summer 2019", "names a season; expected months"),
        ("by northern spring 2024", "names a season; expected months"),
    ],
)
def test_a_season_is_asked_for_its_months(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_date(text)
    with pytest.raises(BadInput) as caught:
        edtf_date(text, "day-first")
    assert re.search(f"bad-date: .*{why}", str(caught.value.locate("deals.csv")))


def test_every_date_of_the_data_is_read_as_it_is_shown() -> None:
    pattern = re.compile(r'pcg:(?:date|expected|ends|starts|from|until) "([^"]+)"')
    dates = {date for path in (ROOT / "data" / "sources").glob("*.ttl") for date in pattern.findall(path.read_text())}
    assert len(dates) > 500
    assert [date for date in dates if read_date(spelled(date)) != date] == []
