from __future__ import annotations

import gc
import re
import sys
import weakref
from datetime import UTC, date, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import pcgraph
from helpers import TINY
from helpers import pcgraph as run
from pcgraph import KnowledgeGraph
from pcgraph.errors import UsageError
from pcgraph.model import dates
from pcgraph.model.dates import bounds, day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-09-03", "2025-09-03", "2025-09-03"),
        ("2025-09", "2025-09-01", "2025-09-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-09~", "2025-09-01", "2025-09-30"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("[2025-09-03..2025-09-05]", "2025-09-03", "2025-09-05"),
        ("2025-09-03/2025-09-05", "2025-09-03", "2025-09-05"),
        ("2025-09/..", "2025-09-01", None),
        ("../2025", None, "2025-12-31"),
    ],
)
def test_bounds(text: str, first: str | None, last: str | None) -> None:
    found = bounds(text)
    assert (found.earliest, found.latest) == tuple(date.fromisoformat(d) if d else None for d in (first, last))


@pytest.mark.parametrize(
    "text",
    ["", " 2025", "2025 ", "/2025", "2025/", "2025-13-01", "2025-02-30", "2025-9-3", "2025-09-05/2025-09-03",
     "[2025-09-05..2025-09-03]", "2025-09-03T10:00:00Z", "unknown", "../..", "2025-1X",
      "２０２５", "03.09.2025", "Y20250"],
)  # fmt: skip
def test_no_date(text: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        bounds(text)


ENDS = ("2025", "2025-09", "2024-02-29")
SPANS = (
    *(form.format(end) for end in ENDS for form in ("{}/..", "../{}", "[{}..]", "[..{}]", "{}~/..", "../{}?")),
    *(f"{first}/{last}" for first in ENDS for last in ("2025-09", "2026~")),
    *(f"[{first}..{last}]" for first in ENDS for last in ENDS),
)


@pytest.mark.parametrize("text", SPANS)
def test_a_span_is_read_as_the_library_reads_it(text: str) -> None:
    try:
        expected = dates._by_library(text)
    except ValueError as error:
        with pytest.raises(ValueError, match=re.escape(str(error))):
            bounds(text)
    else:
        assert bounds(text) == expected


class Caller:
    """Anything that a caller holds while it asks for a date."""


def test_the_library_keeps_nothing_of_the_caller_in_memory() -> None:
    def ask() -> weakref.ref[Caller]:
        held = Caller()
        dates._by_library("2019-21")  # a season, for which it tries several rules
        return weakref.ref(held)

    found = ask()
    gc.collect()
    assert found() is None


def test_the_cache_of_dates_keeps_a_copy() -> None:
    text = "".join(["2031-", "07"])  # no constant, so this is its only object
    before = sys.getrefcount(text)
    bounds(text)
    assert sys.getrefcount(text) == before


@pytest.mark.slow
@given(st.dates(), st.dates())
def test_an_interval_is_bounded_by_its_ends(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert bounds(f"{first}/{last}") == (first, last)


@pytest.mark.slow
@given(st.text(max_size=12))
def test_any_text_is_a_date_or_a_clear_error(text: str) -> None:
    try:
        found = bounds(text)
    except ValueError as error:
        message = str(error)
    else:
        message = "expected"
        assert found.earliest is None or found.latest is None or found.earliest <= found.latest
    assert "expected" in message


@pytest.mark.parametrize("text", ["yesterday", "2025-02-30", "2025-9-3", "2025-13", "2025-21", "25", "0000", True, ""])
def test_what_is_no_day_month_or_year_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="expected YYYY-MM-DD, YYYY-MM or YYYY"):
        day(text, "--as-of")


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        (2025, "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-09-03", "2025-09-03", "2025-09-03"),
        (date(2025, 9, 3), "2025-09-03", "2025-09-03"),
        (datetime(2025, 9, 3, 23, 59, tzinfo=UTC), "2025-09-03", "2025-09-03"),
        (pd.Timestamp("2025-09-03 12:00"), "2025-09-03", "2025-09-03"),
    ],
)
def test_a_period_is_its_first_or_last_day(value: dates.Day, first: str, last: str) -> None:
    found = day(value, "since"), day(value, "until", last=True)
    assert [type(each) for each in found] == [date, date]
    assert [each.isoformat() for each in found] == [first, last]


def test_pandas_marks_a_missing_day() -> None:
    with pytest.raises(UsageError, match="not a day"):
        day(pd.NaT, "as_of")


@pytest.mark.slow
def test_a_year_is_a_period_in_every_call(tiny: KnowledgeGraph) -> None:
    whole = pcgraph.load(TINY, as_of="2024-12-31", build=None)
    for value in (2024, "2024", "2024-12", datetime(2024, 12, 31, 12, tzinfo=UTC)):
        assert pcgraph.load(TINY, as_of=value, build=None).scope == whole.scope
    one = tiny.network(since="2024", until="2024-12", projection="partners")
    other = tiny.network(since="2024-01-01", until=date(2024, 12, 31), projection="partners")
    assert sorted(one.edges) == sorted(other.edges) != []
    year, days = ({"since": since, "until": until} for since, until in ((2024, 2025), ("2024-01-01", "2025-12-31")))
    assert tiny.over_time("degree", **year).table.equals(tiny.over_time("degree", **days).table)
    assert tiny.unseen(**year).table.equals(tiny.unseen(**days).table)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("years", "days"),
    [
        (("rank", "degree", "--as-of", "2024"), ("rank", "degree", "--as-of", "2024-12-31")),
        (("rank", "degree", "--until", "2024"), ("rank", "degree", "--until", "2024-12-31")),
        (("rank", "degree", "--since", "2025-02"), ("rank", "degree", "--since", "2025-02-01")),
        (("diff", "2024", "2025-05"), ("diff", "2024-12-31", "2025-05-31")),
    ],
    ids=lambda words: " ".join(words),
)
def test_a_year_is_a_period_on_the_command_line(years: tuple[str, ...], days: tuple[str, ...]) -> None:
    one, other = (run(*words, "--data", str(TINY)) for words in (years, days))
    assert one.returncode == 0
    assert one.stdout == other.stdout


@pytest.mark.parametrize("text", ["Y17E10", "Y1E999999999", "2025-09-03/Y1E999999999", "2025" * 26])
def test_what_would_take_the_library_for_ever_is_not_given_to_it(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("edtf.parse_edtf", lambda _: pytest.fail("it was asked"))
    with pytest.raises(ValueError, match="is not an EDTF date; expected 2025, "):
        bounds(text)


@pytest.mark.parametrize("text", ["../..", "..", "2025-X0", "../2025x"])
def test_the_library_writes_nothing_among_the_data(text: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match=r"EDTF date|open at both ends"):
        bounds(text)
    assert capfd.readouterr() == ("", "")
