"""Parse EDTF dates into the first and the last possible day.

No other module uses the `edtf` library.
"""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import redirect_stdout
from datetime import date, datetime
from functools import lru_cache
from io import StringIO
from typing import NamedTuple

from pcgraph.errors import UsageError

LONGEST = 100  # characters of a date
_WORDS = {"~": "about", "?": "probably", "%": "probably about"}
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip
_DATE = r"[1-9]\d{3}(?:-\d\d){0,2}"
_SPAN = re.compile(rf"(?P<bracket>\[?)(?P<first>{_DATE}[~?%]?)?(?:\.\.|(?:\.\.)?/(?:\.\.)?)(?P<last>{_DATE}[~?%]?)?\]?")
# What the library reads alike, but slowly: a/b with marks, a/.., ../b; [a..b] of one precision, [a..], [..b]
_PLAIN_SPAN = re.compile(
    rf"(?:(?P<first>{_DATE})[~?%]?|\.\.)/(?:(?P<last>{_DATE})[~?%]?|\.\.)"
    rf"|\[(?P<a>{_DATE})?\.\.(?P<b>{_DATE})?\]"
)
Day = str | int | date  # how a user may give a day; see `day`


class Bounds(NamedTuple):
    """First and last possible day, both included; None if the date is open at that end."""

    earliest: date | None
    latest: date | None


def bounds(text: str) -> Bounds:
    """Return the first and the last day on which an EDTF date can lie.

    >>> bounds("[2025-09-03..2025-09-05]")
    Bounds(earliest=datetime.date(2025, 9, 3), latest=datetime.date(2025, 9, 5))
    >>> bounds("2025-09/..").latest is None
    True
    """
    # a copy, because the cache would keep the caller's text, and with it the memory around it
    return _bounds((text + " ")[:-1])


@lru_cache(maxsize=100_000)
def _bounds(text: str) -> Bounds:
    # fast paths for nearly every date: the library takes up to 70 ms each
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        try:
            day = date.fromisoformat(text)
        except ValueError as error:
            raise ValueError(
                f"{text!r} is not a day of the calendar; expected an EDTF date such as 2025-09-03"
            ) from error
        return Bounds(day, day)
    if re.fullmatch(r"[1-9]\d{3}(-(0[1-9]|1[0-2]))?", text):
        year, month = int(text[:4]), int(text[5:] or 0)
        return Bounds(date(year, month or 1, 1), date(year, month or 12, monthrange(year, month or 12)[1]))
    if (span := _PLAIN_SPAN.fullmatch(text)) and (found := _span(span)) is not None:
        return found
    return _by_library(text)


def _by_library(text: str) -> Bounds:
    # the library would compute any power of ten
    if len(text) > LONGEST or not text.isascii() or re.search(r"\s(?!\d)|^\s|T\d|^/|/$|E\d\d", text):
        raise ValueError(f"{text!r} is not an EDTF date; expected 2025, 2025-09, 2025-09-03, a/b, a/.. or [a..b]")
    from edtf import parse_edtf
    from pyparsing import ParserElement

    try:
        with redirect_stdout(StringIO()):  # the library prints what it cannot read
            parsed = parse_edtf(text)
            first, last = _day(parsed.lower_strict()), _day(parsed.upper_strict())
    except Exception as error:  # on bad text the library also raises AttributeError and ValueError
        raise ValueError(
            f"{text!r} is not an EDTF date; expected 2025, 2025-09, 2025-09-03, a/b, a/.. or [a..b]"
        ) from error
    finally:
        ParserElement.reset_cache()  # it keeps the last error, and with it every object of the callers
    if first is None and last is None:
        raise ValueError(f"{text!r} is open at both ends; expected at least one day; omit the date instead")
    if first and last and first > last:
        raise ValueError(f"{text!r} ends before it begins; expected the earlier day first; swap them")
    return Bounds(first, last)


def _span(span: re.Match[str]) -> Bounds | None:
    """Return the bounds of a plain span; None if only the library can say what it is."""
    one, other = span["first"] or span["a"], span["last"] or span["b"]
    if span["a"] and span["b"] and len(span["a"]) != len(span["b"]):
        return None
    try:
        first, last = one and _bounds(one).earliest, other and _bounds(other).latest
    except ValueError:
        return None
    return Bounds(first or None, last or None) if (first or last) and not (first and last and first > last) else None


def _day(moment: object) -> date | None:
    """Convert the library's time tuple to a day; return None for its infinities, which are open ends."""
    year = getattr(moment, "tm_year", None)
    if year is None:
        return None
    return date(year, moment.tm_mon, moment.tm_mday)  # type: ignore[attr-defined]


def in_words(text: str) -> str:
    """Return an EDTF date for people, with words instead of marks; any other text is returned as it is.

    >>> [in_words(text) for text in ("2025-09-03", "[..2025-09-03]", "[2025-09-03..2025-09-05]", "2025-09/..", "2025~")]
    ['2025-09-03', 'by 2025-09-03', 'between 2025-09-03 and 2025-09-05', 'since 2025-09', 'about 2025']
    """
    ends = _SPAN.fullmatch(text)
    if ends and (ends["first"] or ends["last"]):
        bracket, first, last = ends["bracket"], _about(ends["first"] or ""), _about(ends["last"] or "")
        if first and last:
            return f"between {first} and {last}" if bracket else f"from {first} to {last}"
        return f"since {first}" if first else f"by {last}"
    return _about(text)


def spelled(text: str) -> str:
    """Return an EDTF date as people write it; any other text is returned as it is.

    >>> [spelled(text) for text in ("2025-09-03", "2025-09", "2025", "[..2025-09-03]", "2025-09/..", "later")]
    ['3 September 2025', 'September 2025', '2025', 'by 3 September 2025', 'since September 2025', 'later']
    """
    return re.sub(r"\b([1-9]\d{3})-(0[1-9]|1[0-2])(?:-(\d\d))?\b", _spelled, in_words(text))


def _spelled(found: re.Match[str]) -> str:
    day = f"{int(found[3])} " if found[3] else ""
    return f"{day}{_MONTHS[int(found[2]) - 1]} {found[1]}"


def _about(text: str) -> str:
    found = re.fullmatch(rf"({_DATE})([~?%])", text)
    return f"{_WORDS[found[2]]} {found[1]}" if found else text


def day(value: Day, option: str, *, last: bool = False) -> date:
    """Return the calendar day that a user gave for `option`.

    >>> day("2025-12-31", "--as-of").isoformat(), day(2025, "--as-of", last=True).isoformat()
    ('2025-12-31', '2025-12-31')
    """
    try:
        if callable(cut := getattr(value, "date", None)):  # a datetime is a date too, but does not compare with one
            value = cut()
        if isinstance(value, date) and not isinstance(value, datetime):  # pandas' NaT stays a datetime
            return value
        text = str(value)
        if not re.fullmatch(r"[1-9]\d{3}(-(0[1-9]|1[0-2])(-\d\d)?)?", text):
            raise ValueError(text)
        found = bounds(text)
    except ValueError as error:
        raise UsageError(
            f"{option} {str(value)!r}: not a day, month or year; expected YYYY-MM-DD, YYYY-MM or YYYY; "
            "write it as in 2025-12-31"
        ) from error
    return (found.latest if last else found.earliest) or date.max  # neither end is open
