"""Reads dates as people write them, such as 3 May 2021 or Sept 2020, into EDTF that says no more than they do."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Callable
from datetime import date

from pcgraph.model.dates import bounds

EXPECTED = "a date with its year, such as 3 May 2021, 3–5 May 2021, between 3 and 5 May 2021, by May 2021 or about 2021"
_TO = r"\s*(?:–|—|\bto\b|\buntil\b|\btill\b|\band\b|\s-\s|(?<=\d)-(?=\d))\s*"
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2([1-9]\d{3})")
ORDERS = ("day-first", "month-first")
LANGUAGES = ["en", "de", "es", "fr", "pt", "ur", "zh"]  # of the names of months
_WORDS: tuple[tuple[str, Callable[[str], str]], ...] = (
    (r"(?:since|from)\s+", lambda one: f"{one}/.."),
    (r"(?:by|until|till|up to)\s+", lambda one: f"[..{one}]"),
    (r"(?:probably about|perhaps about)\s+", lambda one: f"{one}%"),
    (r"(?:about|around|circa|c\.|ca\.?|approximately|approx\.?)\s*", lambda one: f"{one}~"),
    (r"(?:probably|perhaps|possibly)\s+", lambda one: f"{one}?"),
)
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # first of three months in the north
_SEASON = re.compile(
    rf"(?:(?:the )?(?P<half>northern|southern) )?(?P<name>{'|'.join(_SEASONS)})(?: of)? (?P<year>[1-9]\d{{3}})"
    r"(?:[/–-](?P<next>\d\d(?:\d\d)?))?",
    re.IGNORECASE,
)


class Season(ValueError):
    """Raised for a season if it is open which months are meant."""


def read_date(text: str, order: str = "") -> str:
    """Return a date as EDTF; EDTF itself stays as it is. `order` says which of two numbers is the day.

    >>> [read_date(text) for text in ("3 May 2021", "Sept 2020", "May 3-5, 2021", "by May 2021", "2021-05/..")]
    ['2021-05-03', '2020-09', '2021-05-03/2021-05-05', '[..2021-05]', '2021-05/..']
    >>> read_date("3/4/2020", "day-first"), read_date("3/4/2020", "month-first"), read_date("2019年5月3日")
    ('2020-04-03', '2020-03-04', '2019-05-03')
    >>> read_date("approx. 2021"), read_date("about May 2021")
    ('2021~', '2021-05~')
    >>> read_date("northern summer 2019"), read_date("southern summer 2019/20")
    ('[2019-06..2019-08]', '[2019-12..2020-02]')
    """
    text = " ".join(text.split())
    try:
        bounds(text)
    except ValueError:
        text = _written(text, order)
        bounds(text)
    return text


def _written(text: str, order: str) -> str:
    if re.search(rf"\b(?:{'|'.join(_SEASONS)})\b", text, re.IGNORECASE):
        return _season(text)
    for pattern, made in _WORDS:
        if (match := re.match(pattern, text, re.IGNORECASE)) and (one := _one(text[match.end() :], order)):
            return made(one)
    match = re.match(r"(?P<between>between\s+)|from\s+", text, re.IGNORECASE)
    parts = re.split(_TO, text[match.end() :] if match else text, flags=re.IGNORECASE)
    ends = [_one(_completed(*pair), order) for pair in (parts, parts[::-1])] if len(parts) == 2 else [""]
    if all(ends):
        return f"[{ends[0]}..{ends[1]}]" if match and match["between"] else f"{ends[0]}/{ends[1]}"
    if one := _one(text, order):
        return one
    raise ValueError(f"{text[:40]!r} is no date; expected {EXPECTED}; correct it")


def _season(text: str) -> str:
    """Return a day in the three months of a season; raise if its half of the earth, or of two years, is not said."""
    match = _SEASON.fullmatch(text)
    if match is None:
        todo = "write them, such as by June 2019 or between June and August 2019"
        raise Season(f"{text[:40]!r} names a season; expected months; {todo}")
    name, year, spans, ways = match["name"].lower(), int(match["year"]), {}, []
    for half, month in (("northern", _SEASONS[name]), ("southern", (_SEASONS[name] + 5) % 12 + 1)):
        last, over = (month + 1) % 12 + 1, month == 12  # December is followed by the next year
        wanted = {str(year + 1), f"{year + 1:04}"[2:]} if over else {None}
        years = f"{year}/{(year + 1) % 100:02}" if over else year
        ways.append(f"{half} {name} {years} ({month_name[month]} to {month_name[last]})")
        if match["next"] in wanted:
            spans[half] = f"[{year}-{month:02}..{year + over}-{last:02}]"
    if found := spans.get((match["half"] or "").lower()):
        return found
    todo = f"write {' or '.join(ways)}"
    raise Season(f"{text[:40]!r} has other months north and south; expected a half of the earth and its years; {todo}")


def _completed(part: str, other: str) -> str:
    """Return an end of a span with the month and the year that only the other end says: "3" of "3–5 May 2021"."""
    month, year = (re.compile(pattern) for pattern in (r"[^\W\d_]{3,}\.?", r"\b\d{4}\b"))
    for missing in (month, year):
        if not missing.search(part) and (found := missing.search(other)):
            part = f"{found[0]} {part}" if missing is month else f"{part} {found[0]}"
    return part


def _one(text: str, order: str) -> str:
    """Return a day, a month or a year; "" if the text is none. Raise if two days could be meant."""
    if re.fullmatch(r"[1-9]\d{3}(-\d\d){0,2}", text):
        return text
    if month := re.fullmatch(r"(0?[1-9]|1[0-2])[./]([1-9]\d{3})", text):
        return f"{month[2]}-{int(month[1]):02}"
    if not (numbers := _NUMBERS.fullmatch(text)):
        return _parsed(text)
    pair = int(numbers[1]), int(numbers[3])
    found = {_day(int(numbers[4]), *(pair if each == "month-first" else pair[::-1]))
             for each in ORDERS if order in ("", each)} - {""}  # fmt: skip
    if len(found) > 1:
        raise ValueError(f"{text!r} may be two days; expected the month as a word, such as 3 May 2021; write it so")
    return found.pop() if found else ""


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _parsed(text: str) -> str:
    """Return a date with the name of its month, in one of `LANGUAGES`."""
    from dateparser.date import DateDataParser

    if short := re.fullmatch(r"(\d{1,2}-[^\W\d_]+-)(\d\d)", text):  # a spreadsheet's, which reads 30 as 1930
        text = f"{short[1]}{'19' if short[2] >= '30' else '20'}{short[2]}"
    # "yesterday" has a year for the library, and "T1 2020" a month
    if not re.search(r"[1-9]\d{3}", text) or re.search(r"[A-Za-z]\d{1,2}\b", text):
        return ""
    found = DateDataParser(languages=LANGUAGES, settings={"REQUIRE_PARTS": ["year"]}).get_date_data(text)
    more = len(re.findall(r"\d+", text)) > len(found.parts)  # the library skips what it does not know: "Q3 2020"
    if more or found.date_obj is None or found.parts not in (("year",), ("year", "month"), ("year", "month", "day")):
        return ""
    return str(found.date_obj.date())[: (4, 7, 10)[len(found.parts) - 1]]
