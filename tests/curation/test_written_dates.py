"""Dates that people write become EDTF that says no more than they do."""

from __future__ import annotations

import re

import pytest

from helpers import ROOT
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


def test_every_date_of_the_data_is_read_as_it_is_shown() -> None:
    pattern = re.compile(r'pcg:(?:date|expected|ends|starts|from|until) "([^"]+)"')
    dates = {date for path in (ROOT / "data" / "sources").glob("*.ttl") for date in pattern.findall(path.read_text())}
    assert len(dates) > 500
    assert [date for date in dates if read_date(spelled(date)) != date] == []
