"""Texts as the question box compares them: characters, tokens, known phrases, spelling and dates.

`docs/how-to/ask-in-words.md` describes the document that holds the words. The page has the same in JavaScript.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from pcgraph.model.common_words import is_common

HAN = "\u3400-\u9fff"
TOKEN = re.compile(rf"[{HAN}]|[^\W_{HAN}]+(?:'[^\W_{HAN}]+)*")  # a script without spaces: each character is a token
# What a token costs: unknown, only a word of a title, in a part of a title, or a part of a name without spaces. A whole
# phrase costs 1, so that long phrases are preferred.
UNKNOWN, IN_TITLE, IN_PART, IN_HAN = 10.0, 3.0, 1.05, 2.5
FULL, PART, WORD, TEXT = (
    3,
    1,
    3,
    0,
)  # weight of a meaning: a whole name, a part of one, a word of the grammar, of a title
MOST_PARTS = 6  # things that a part of a name may mean; a part of more names means none


@dataclass(frozen=True)
class Token:
    """A word of a text, or one character of a script without spaces, as it is compared, and where it stands."""

    key: str
    start: int
    end: int


@dataclass
class Span:
    """A part of a text that is known, or one token that is not.

    `meanings` are (role, value, weight, uses). The role is ``word`` for words of the grammar, else the kind of a name.
    """

    text: str
    start: int
    end: int
    key: str
    meanings: list[tuple[str, str, int, int]] = field(default_factory=list)
    written: str = ""  # the spelling that was corrected

    def words(self) -> set[str]:
        """Return the kinds of words that the span is."""
        return {value for role, value, *_ in self.meanings if role == "word"}

    def names(self, roles: Sequence[str]) -> list[tuple[str, str, int, int]]:
        """Return the names of these kinds that the span may be: the best first."""
        found = [meaning for meaning in self.meanings if meaning[0] in roles]
        return sorted(found, key=lambda m: (-m[2], roles.index(m[0]), -m[3], m[1]))


class Lexicon:
    """The phrases that a document knows, and how it compares characters."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.fold = dict(zip(*document["fold"], strict=True)) | {"&": " and ", "\u2019": "'"}
        self.endings: list[tuple[str, str, int]] = [tuple(each) for each in document["endings"]]
        self.phrases: dict[str, list[tuple[str, str, int, int]]] = defaultdict(list)
        for kind in ("word", "month", "number"):
            for value, texts in document[f"{kind}s"].items():
                for text in texts:
                    self._add(self.key(text), (kind, value, WORD, 0))
        self.stops = {key for key, found in self.phrases.items() if ("word", "stop", WORD, 0) in found}
        words, texts = set(self.phrases), set[str]()
        small = {key for key in words if any(value in document["small"] for _, value, *_ in self.phrases[key])}
        parts: dict[str, list[tuple[str, str, int, int]]] = defaultdict(list)
        for name, role, value, uses in document["names"]:
            keys = self.key(name).split()
            self._add(" ".join(keys), (role, value, FULL, uses))
            if role in document["titles"]:
                texts.update(
                    key for key in keys if len(key) > 2 and not key.isdigit() and not re.search(rf"[{HAN}]", key)
                )
            if role in document["parts"]:
                for part in _parts(keys, role, self.stops, words if role in document["titles"] else small):
                    parts[part].append((role, value, PART, uses))
        for part, found in parts.items():
            known = self.phrases.get(part)
            if all(self._is_country(key) for key in part.split()):  # such as "norland eastmark", which means both
                continue
            if not known and len({value for _, value, *_ in found}) <= MOST_PARTS:
                for meaning in found:
                    self._add(part, meaning)
        for word in sorted(texts - set(self.phrases)):
            self._add(word, ("text", word, TEXT, 0))
        self.small = small
        self.longest = max(key.count(" ") for key in self.phrases) + 1
        self.known = sorted({word for key in self.phrases for word in key.split() if len(word) > 3})
        self.plain = set(document["plain"])

    def _is_country(self, key: str) -> bool:
        return any(role == "country" for role, *_ in self.phrases.get(key, ()))

    def _add(self, key: str, meaning: tuple[str, str, int, int]) -> None:
        if key and meaning not in self.phrases[key]:
            self.phrases[key].append(meaning)

    def tokens(self, text: str) -> list[Token]:
        """Return the tokens of a text, folded and without endings, with their places in it."""
        parts: list[str] = []
        places: list[int] = []
        for place, char in enumerate(text.lower() if text.isascii() else text):
            for part in (char,) if char < "\u0080" else unicodedata.normalize("NFKD", char.lower()):
                if part < "\u0080" or unicodedata.category(part)[0] not in "MC":
                    new = self.fold.get(part, part)
                    parts.append(new)
                    places += [place] * len(new)
        tokens = []
        for found in TOKEN.finditer("".join(parts).lower()):
            word = self._stem(found[0].removesuffix("'s").replace("'", ""))
            tokens.append(Token(word, places[found.start()], places[found.end() - 1] + 1))
        return tokens

    def _stem(self, word: str) -> str:
        for ending, instead, least in self.endings:
            if word.endswith(ending) and len(word) - len(ending) >= least:
                return word[: len(word) - len(ending)] + instead
        return word

    def key(self, text: str) -> str:
        """Return a text as it is looked up."""
        return " ".join(token.key for token in self.tokens(text))

    def spans(self, text: str, correct: bool = True) -> list[Span]:
        """Return the parts of a text: as few known phrases as possible, with spelling corrected where it is clear."""
        tokens = self.tokens(text)
        found = self._cut(text, tokens)
        if not correct:
            return found
        corrected = {}
        for span in found:
            if not (span.meanings or is_common(span.text.lower(), self.plain)) and (near := self.nearest(span.key)):
                corrected[span.start] = near
        if corrected:
            tokens = [Token(corrected.get(each.start, each.key), each.start, each.end) for each in tokens]
            found = self._cut(text, tokens)
            for span in found:
                if any(span.start <= start < span.end for start in corrected):
                    span.written = text[span.start : span.end]
        return found

    def _cut(self, text: str, tokens: list[Token]) -> list[Span]:
        count = len(tokens)
        cost, step = [0.0] * (count + 1), [1] * count
        for start in range(count - 1, -1, -1):
            cost[start] = UNKNOWN + cost[start + 1]
            for length in range(min(self.longest, count - start), 0, -1):
                own = self._cost(self._known(tokens[start : start + length]), length) + cost[start + length]
                if own < cost[start]:
                    cost[start], step[start] = own, length
        spans, start = [], 0
        while start < count:
            end = start + step[start]
            key = self._known(tokens[start:end])
            written = text[tokens[start].start : tokens[end - 1].end]
            meanings = list(self.phrases.get(key, ()))
            if key in self.small and not written.isupper():  # "it" is no name, "IT" is one
                meanings = [meaning for meaning in meanings if meaning[0] in ("word", "month", "number")]
            if key.isdigit():
                meanings = [("number", key, WORD, 0)]
            spans.append(Span(written, tokens[start].start, tokens[end - 1].end, key, meanings))
            start = end
        return spans

    def _known(self, tokens: list[Token]) -> str:
        """Return the key of some tokens; of two words that are known as one, the key of that one."""
        keys = [token.key for token in tokens]
        joined = "".join(keys)
        return (
            joined
            if len(keys) == 2 and " ".join(keys) not in self.phrases and joined in self.phrases
            else " ".join(keys)
        )

    def _cost(self, key: str, length: int) -> float:
        meanings = self.phrases.get(key, ())
        if not meanings:
            return 1.0 if key.isdigit() else UNKNOWN * length
        best = max(weight for _, _, weight, _ in meanings)
        if best == TEXT:
            return IN_TITLE
        if best == PART and re.match(rf"[{HAN}]", key):
            return IN_HAN
        is_title = best == PART and not any(role in ("agent", "person") for role, *_ in meanings)
        return IN_PART * length if is_title else 1.0

    def nearest(self, word: str) -> str:
        """Return the one known word that differs by a mistake in typing, or nothing if there is none or several."""
        if len(word) < 5 or re.search(rf"[0-9{HAN}]", word):
            return ""
        most = 1 if len(word) < 8 else 2
        near = [
            (distance(word, other, most), other)
            for other in self.known
            if other[0] == word[0] and abs(len(other) - len(word)) <= most
        ]
        least = min((far for far, _ in near), default=9)
        best = [other for far, other in near if far == least <= most]
        return best[0] if len(best) == 1 else ""


def _parts(keys: list[str], role: str, stops: set[str], words: set[str]) -> set[str]:
    """Return what may stand for a name: its beginning, the last word of a person, or any run of a title."""
    if re.match(rf"[{HAN}]", keys[0] if keys else ""):
        halves = [*(keys[:end] for end in range(2, len(keys))), *(keys[start:] for start in range(2, len(keys) - 3))]
        return {" ".join(half) for half in halves} - words if role == "agent" else set()
    if len(keys) < 2:
        return set()
    alone = keys[-1] if role == "person" else keys[0]
    is_title = role not in ("agent", "person", "place")
    found = {alone} if len(alone) > 3 and alone not in stops and not is_title else set()
    for start in range(len(keys) if is_title else 1):
        for end in range(start + 2, len(keys) + 1):
            ends = (keys[start], keys[end - 1])
            if (
                end - start < len(keys)
                and ends[0] not in words
                and not any(each in stops or each.isdigit() for each in ends)
            ):
                found.add(" ".join(keys[start:end]))
    return found


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters were added, left out, replaced or swapped between two words, at most `most` + 1.

    >>> distance("lumne", "lumen", 2), distance("harbor", "harbour", 2), distance("a", "zebra", 2)
    (1, 1, 3)
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            value = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (char != wanted))
            if i > 1 and j > 1 and char == other[j - 2] and one[i - 2] == wanted:
                value = min(value, last[j - 2] + 1)
            row.append(value)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


@dataclass
class When:
    """What a text says about time: a period, from its first to its last day, or the day whose knowledge counts."""

    first: str = ""
    last: str = ""
    as_of: str = ""
    used: set[int] = field(default_factory=set)


def read_dates(spans: list[Span], today: str, event_day: Callable[[set[str]], str]) -> When:
    """Return the period in a text; `event_day` gives the last day of an event by words of its title."""
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
            parts = {word for each in spans[start:end] for word in each.key.split()}
            if any(each.names(("event", "text")) for each in spans[start:end]) and (day := event_day(parts)):
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
            found.first, found.last = min(first, other_first), max(last, other_last)
            return found
    roles = ("as_of", "before", "after", "since", "until", "in")
    role, used = _beside(spans, start, end, roles) or ("in", set())
    found.used |= used
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
    return min(found, key=lambda each: roles.index(each[0]), default=None)


def _is_latin(key: str) -> bool:
    return key.isascii()


def _shift(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def _date(spans: list[Span], place: int, today: str) -> tuple[int, int, str, str] | None:
    """Return where a date that starts at a place ends, its first and its last day; None if there is none."""

    def value(at: int, role: str) -> int:
        meanings = spans[at].meanings if at < len(spans) else []
        return next((int(text) for kind, text, *_ in meanings if kind == role), 0)

    def unit(at: int, *kinds: str) -> str:
        words = spans[at].words() if at < len(spans) else set()
        return next((kind for kind in kinds if kind in words), "")

    def year(at: int) -> int:
        number = value(at, "number")
        return number if 1950 <= number <= 2049 else 0

    this = int(today[:4])
    if unit(place, "recently") and not unit(place + 1, "year_word", "month_word") and not value(place + 1, "number"):
        return place, place + 1, f"{this - 2}{today[4:]}".replace("02-29", "02-28"), today
    if unit(place, "last", "this"):
        number = value(place + 1, "number") or value(place + 1, "month") * 0
        after = place + 1 + bool(number)
        kind = unit(after, "year_word", "month_word", "week_word", "day_word")
        if kind and number and number < 100:
            length = {"year_word": 365.25, "month_word": 30.44, "week_word": 7, "day_word": 1}[kind]
            return place, after + 1, _shift(today, -round(number * length)), today
        if kind in ("year_word", "month_word") and after == place + 1:
            back = 1 if unit(place, "last") else 0
            if kind == "year_word":
                return place, after + 1, f"{this - back}-01-01", f"{this - back}-12-31"
            month = this * 12 + int(today[5:7]) - 1 - back
            return place, after + 1, *_month(month // 12, month % 12 + 1)
        return None
    months = [(value(place, "month"), place + 1)] if value(place, "month") else []
    if months and year(place + 1):  # June 2019
        return place, place + 2, *_month(year(place + 1), months[0][0])
    day = value(place, "number")
    if months and 0 < value(place + 1, "number") <= 31 and year(place + 2):  # June 30, 2019
        text = f"{year(place + 2)}-{months[0][0]:02}-{value(place + 1, 'number'):02}"
        return (place, place + 3, text, text) if _is_day(text) else None
    if day and day <= 31 and value(place + 1, "month") and year(place + 2):  # 30 June 2019
        text = f"{year(place + 2)}-{value(place + 1, 'month'):02}-{day:02}"
        return (place, place + 3, text, text) if _is_day(text) else None
    if not (first := year(place)):
        return None
    at = place + 1
    at += bool(unit(at, "year_word") and not _is_latin(spans[at].key))
    month = value(at, "month") or (value(at, "number") if 0 < value(at, "number") <= 12 else 0)
    if not month:
        return place, at, f"{first}-01-01", f"{first}-12-31"
    at += 1
    at += bool(unit(at, "month_word"))
    number = value(at, "number")
    text = f"{first}-{month:02}-{number:02}"
    if number and _is_day(text):
        at += 1
        return place, at + bool(unit(at, "day_word")), text, text
    return place, at, *_month(first, month)


def _month(year: int, month: int) -> tuple[str, str]:
    following = date(year + month // 12, month % 12 + 1, 1)
    return f"{year}-{month:02}-01", _shift(following.isoformat(), -1)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
