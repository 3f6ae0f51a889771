"""The period or the day that a question in words names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from pcgraph.query.questions.question_box.words import EARLIEST, FULL, LATEST, Span

SHARES = {"first_half": (1, 6), "second_half": (7, 12)}  # kinds of words for some months of a year
SHARES |= {f"quarter_{number}": (3 * number - 2, 3 * number) for number in range(1, 5)}
PARTS = {"beginning_of", "middle_of", "end_of", *SHARES}  # kinds of words for a part of a year or of a month


@dataclass
class When:
    """What a text says about time: a period, from its first to its last day, or the day whose knowledge counts."""

    first: str = ""
    last: str = ""
    as_of: str = ""
    used: set[int] = field(default_factory=set)

    def events(self, days: Mapping[str, str]) -> list[str]:
        """Return the events whose last day is in the period, as one row of which any is meant; none without one."""
        found = sorted(event for event, day in days.items() if self.first <= day <= (self.last or day))
        return [" ".join(found)] if found and (self.first or self.last) else []


def read_dates(spans: list[Span], today: str, event_day: Callable[[set[str], list[str]], str]) -> When:
    """Return the period in a text; `event_day` gives the last day of an event by words of its title, or its name."""
    found, atoms, place = When(), [], 0
    while place < len(spans):
        atom = _date(spans, place, today)
        if atom:
            atoms.append(atom)
            place = atom[1]
        else:
            place += 1
    for index, span in enumerate(spans):  # before or after an event
        start = index + 1
        while start < len(spans) and "stop" in spans[start].words():
            start += 1
        for end in range(min(start + 4, len(spans)), start, -1) if span.words() & {"before", "after", "since"} else ():
            parts = {word for each in spans[start:end] for word in each.title_words()}
            named = [
                value for each in spans[start:end] for _, value, weight, _ in each.names(("event",)) if weight == FULL
            ]
            is_event = any(each.names(("event", "text")) for each in spans[start:end])
            if is_event and (day := event_day(parts, named[:1])):
                atoms = [(start, end, day, day)]
                break
    if not atoms:
        return found
    (start, end, first, last), *others = atoms
    found.used |= set(range(start, end))
    for other_start, other_end, other_first, other_last in others[:1]:
        between = spans[end:other_start]
        if all(each.words() & {"range", "and", "since", "until", "stop", "in"} for each in between):
            beside = {
                i
                for i in (start - 1, other_end)
                if 0 <= i < len(spans) and spans[i].words() & {"since", "and", "until", "in"}
            }
            found.used |= set(range(end, other_end)) | beside
            narrow = (
                _days_of(spans[start:end], first, last),
                _days_of(spans[other_start:other_end], other_first, other_last),
            )
            found.first, found.last = min(each[0] for each in narrow), max(each[1] for each in narrow)
            return found
    roles = ("as_of", "before", "after", "since", "until", "in")
    role, used = _beside(spans, start, end, roles) or ("in", set())
    found.used |= used
    if role != "in":
        first, last = _days_of(spans[start:end], first, last)
    if role == "as_of":
        found.as_of = min(last, today)
    elif role == "before":
        found.last = _shift(first, -1)
    elif role == "after":
        found.first, found.last = _shift(last, 1), today
    elif role == "since":
        found.first, found.last = first, today
    elif role == "until":
        found.last = last
    else:
        found.first, found.last = first, last
    return found


def _beside(spans: list[Span], start: int, end: int, roles: Sequence[str]) -> tuple[str, set[int]] | None:
    """Return which of some words stand right before a date or right after it, past words that say nothing."""
    found: list[tuple[str, set[int]]] = []
    for step in (-1, 1):
        place, passed = (start - 1 if step < 0 else end), set[int]()
        while 0 <= place < len(spans):
            words = spans[place].words()
            role = next((role for role in roles if role in words), None)
            if role and not (step > 0 and role in ("in", "until", "as_of") and _is_latin(spans[place].key)):
                found.append((role, {place, *passed}))
                break
            if "stop" not in words or len(passed) > 1:
                break
            passed.add(place)
            place += step
    role = min((each for each, _ in found), key=roles.index, default=None)
    return (role, set[int]().union(*(used for each, used in found if each == role))) if role else None  # 自2024年起


def _is_latin(key: str) -> bool:
    return key.isascii()


def _shift(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def _date(spans: list[Span], place: int, today: str) -> tuple[int, int, str, str] | None:
    """Return where a date that starts at a place ends, its first and its last day; None if there is none."""
    if spans[place].words() & PARTS and (inner := _date(spans, place + 1, today) if place + 1 < len(spans) else None):
        return place, inner[1], *_part(spans[place].words(), *inner[2:])  # end of 2019

    def value(at: int, role: str) -> int:
        meanings = spans[at].meanings if at < len(spans) else []
        return next((int(text) for kind, text, *_ in meanings if kind == role), 0)

    def unit(at: int, *kinds: str) -> str:
        words = spans[at].words() if at < len(spans) else set()
        return next((kind for kind in kinds if kind in words), "")

    def year(at: int) -> int:
        number = value(at, "number")
        return number if EARLIEST <= number <= LATEST else 0

    def later(at: int) -> int:
        """Return the year at a place, or before "and" or "to" that of the next date."""
        until = range(at, min(at + 5, len(spans)) if unit(at, "range", "and") else at)
        return year(at) or next((year(i) for i in until if year(i)), 0)

    def parted(at: int, first: str, last: str) -> tuple[int, int, str, str]:
        """Return the date that ends at a place, or the part of it that the word there says."""
        words = spans[at].words() & PARTS if at < len(spans) else set[str]()
        if words and (not _is_latin(spans[at].key) or words & SHARES.keys()):
            return place, at + 1, *_part(words, first, last)
        return place, at, first, last

    def whole(year: int) -> tuple[str, str]:
        return f"{year}-01-01", f"{year}-12-31"

    this = int(today[:4])
    if spans[place].words() & SHARES.keys():  # the first half of this year
        return parted(place, *whole(this))
    if unit(place, "year_before_last"):
        return parted(place + 1, *whole(this - 2))
    if (number := value(place, "number")) and number < 100 and unit(place + 2, "ago"):
        if unit(place + 1, "year_word"):
            return place, place + 3, *whole(this - number)
        if unit(place + 1, "month_word"):
            month = this * 12 + int(today[5:7]) - 1 - number
            return place, place + 3, *_month(month // 12, month % 12 + 1)
    if unit(place, "recently") and not unit(place + 1, "year_word", "month_word") and not value(place + 1, "number"):
        return place, place + 1, f"{this - 2}{today[4:]}".replace("02-29", "02-28"), today
    if unit(place, "last", "this") and (month := value(place + 1, "month")) and not year(place + 2):  # last February
        is_ahead = month >= int(today[5:7]) and bool(unit(place, "last"))
        return place, place + 2, *_month(this - is_ahead, month)
    if unit(place, "last", "this"):
        number = value(place + 1, "number")
        after = place + 1 + bool(number)
        kind = unit(after, "year_word", "month_word", "week_word", "day_word")
        if kind and number and number < 100:
            length = {"year_word": 365.25, "month_word": 30.44, "week_word": 7, "day_word": 1}[kind]
            return place, after + 1, _shift(today, -round(number * length)), today
        if kind in ("year_word", "month_word") and after == place + 1:
            back = 1 if unit(place, "last") else 0
            if kind == "year_word":
                return parted(after + 1, *whole(this - back))
            month = this * 12 + int(today[5:7]) - 1 - back
            return place, after + 1, *_month(month // 12, month % 12 + 1)
        if unit(place + 1, *PARTS) and not _is_latin(spans[place + 1].key):
            return parted(place + 1, *whole(this - bool(unit(place, "last"))))
        return None
    if decade := value(place, "decade"):
        return place, place + 1, f"{decade}-01-01", f"{decade + 9}-12-31"
    day = value(place, "number")
    after = place + 1 + bool(unit(place + 1, "range", "and"))
    if 0 < day < value(after, "number") <= 31 and value(after + 1, "month") and later(after + 2):  # 1 to 10 June 2019
        text = f"{later(after + 2)}-{value(after + 1, 'month'):02}-{day:02}"
        return (place, place + 1, text, text) if _is_day(text) else None
    months = [(value(place, "month"), place + 1)] if value(place, "month") else []
    if months and later(place + 1):  # June 2019
        return place, place + 1 + bool(year(place + 1)), *_month(later(place + 1), months[0][0])
    if months and 0 < value(place + 1, "number") <= 31 and year(place + 2):  # June 30, 2019
        text = f"{year(place + 2)}-{months[0][0]:02}-{value(place + 1, 'number'):02}"
        return (place, place + 3, text, text) if _is_day(text) else None
    if day and day <= 31 and value(place + 1, "month") and later(place + 2):  # 30 June 2019
        text = f"{later(place + 2)}-{value(place + 1, 'month'):02}-{day:02}"
        return (place, place + 2 + bool(year(place + 2)), text, text) if _is_day(text) else None
    if not (first := year(place)):
        return None
    at = place + 1
    at += bool(unit(at, "year_word") and not _is_latin(spans[at].key))
    month = value(at, "month") or (value(at, "number") if 0 < value(at, "number") <= 12 else 0)
    if not month:
        return parted(at, *whole(first))
    at += 1
    at += bool(unit(at, "month_word"))
    number = value(at, "number")
    text = f"{first}-{month:02}-{number:02}"
    if number and _is_day(text):
        at += 1
        return place, at + bool(unit(at, "day_word")), text, text
    return parted(at, *_month(first, month))


def _part(words: set[str], first: str, last: str) -> tuple[str, str]:
    """Return the first sixth of a period, its last one or the days around its middle; of a year also some months."""
    if share := next((months for kind, months in SHARES.items() if kind in words), None):
        return _month(int(first[:4]), share[0])[0], _month(int(first[:4]), share[1])[1]
    length = (date.fromisoformat(last) - date.fromisoformat(first)).days
    if "middle_of" in words:
        return _shift(first, length // 2 - length // 24), _shift(first, length // 2 + length // 24)
    return (first, _shift(first, length // 6)) if "beginning_of" in words else (_shift(last, -(length // 6)), last)


def _days_of(spans: list[Span], first: str, last: str) -> tuple[str, str]:
    """Return a period; of the beginning or the end of one only the first or last day, for "since" and "until"."""
    words = set[str]().union(*(span.words() for span in spans))
    return last if "end_of" in words else first, first if "beginning_of" in words else last


def _month(year: int, month: int) -> tuple[str, str]:
    following = date(year + month // 12, month % 12 + 1, 1)
    return f"{year}-{month:02}-01", _shift(following.isoformat(), -1)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
