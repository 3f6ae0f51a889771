from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcgraph.errors import UsageError
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


@given(st.dates(), st.dates())
def test_an_interval_is_bounded_by_its_ends(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert bounds(f"{first}/{last}") == (first, last)


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


@pytest.mark.parametrize("text", ["2025", "yesterday", "2025-02-30", "2025-9-3"])
def test_as_of_takes_days_only(text: str) -> None:
    with pytest.raises(UsageError, match="expected YYYY-MM-DD"):
        day(text, "--as-of")


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
