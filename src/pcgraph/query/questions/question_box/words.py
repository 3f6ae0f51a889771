"""Texts as the question box compares them: characters, tokens, known phrases and spelling.

`docs/how-to/ask-in-words.md` describes the document that holds the words. The page has the same in JavaScript.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pcgraph.model.common_words import is_common, uninflected
from pcgraph.query.questions.question_box.spelling import distance

HAN = "\u3400-\u9fff"
TOKEN = re.compile(rf"[{HAN}]|[^\W_{HAN}]+(?:'[^\W_{HAN}]+)*")  # a script without spaces: each character is a token
# What a token costs: unknown, only a word of a title, in a part of a title, a part of a name without spaces, or what
# no graph answers. A whole phrase costs 1, so that long phrases are preferred.
UNKNOWN, IN_TITLE, IN_PHRASE, IN_PART, IN_HAN, NO_PART = 10.0, 3.0, 1.5, 1.05, 2.5, 2.0
FULL, PART, WORD, TEXT = 3, 1, 3, 0  # weight of a meaning: a whole name, part of one, word of the grammar, of a title
ORDINAL = re.compile(r"(\d+)(st|nd|rd|th)")
SUM = re.compile(r"\d+(k|mn?|mln|bn?|bln|tn|cr)")  # a number with its scale, such as the 5bn of "$8.5bn"
POSSESSIVE = re.compile("['\u2019]s$")
LEAST_SOUND = 3  # consonants of a word that is known by its sound alone
LEAST_JOINED = 6  # letters and spaces of words that may be written as one, at least one more
LEAST_SPELT = 3  # letters of a short name that is known by what its letters are called
OFFICE = ("word", "office", WORD, 0)
UNIT = ("word", "unit", WORD, 0)
STATED, LEAST_STATED = ("word", "stated", WORD, 0), 5  # such as the 32 of "32 memorandums", which somebody counted
SHORT = 2  # letters of the shortest word of a title
MOST_BETWEEN = 3  # words between a word for money and its sum
EARLIEST, LATEST = 1950, 2049  # what is read as a year
OUTSIDE = ("word", "outside", WORD, 0)
ASIDE = "aside"  # kind of words that change no question: they are left out, and the answer says so
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

    def title_words(self) -> list[str]:
        """Return the words by which the span is looked for in titles."""
        own = [value for role, value, *_ in self.meanings if role == "text"]
        return own[:1] if own and len(own) == len(self.meanings) else self.key.split()

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
        self.plain = set(document["plain"])
        self.letters = {self.key(name): letter for name, letter in document["letters"].items()}
        asides = set[str]()
        for kind in ("word", "month", "number", "decade"):
            for value, written in document[f"{kind}s"].items():
                for key in map(self.key, written):
                    if value == ASIDE:  # a word of a name comes first
                        asides.add(key)
                    else:
                        self._add(key, (kind, value, WORD, 0))
        self.stops = {key for key, found in self.phrases.items() if ("word", "stop", WORD, 0) in found}
        words, texts = set(self.phrases), set[str]()
        small = {key for key in words if any(value in document["small"] for _, value, *_ in self.phrases[key])}
        parts: dict[str, list[tuple[str, str, int, int]]] = defaultdict(list)
        self.called: dict[str, list[tuple[str, str, int, int]]] = defaultdict(list)
        self.sounds: list[tuple[str, str]] = sorted(
            document["sounds"].items(), key=lambda each: (-len(each[0]), each[0])
        )
        spoken = set[str]()
        for name, role, value, uses in document["names"]:
            keys = self.key(name).split()
            if role in document["parts"]:
                spoken.update(key for key in keys if key.isascii() and key.isalpha())
            for key in {keys[0], keys[-1]} if role == "person" and keys else ():
                if (role, value, PART, uses) not in self.called[key]:
                    self.called[key].append((role, value, PART, uses))
            self._add(" ".join(keys), (role, value, FULL, uses))
            if role == "post":
                self._add(" ".join(keys), OFFICE)
            if role in document["titles"]:
                texts.update(
                    key for key in keys if len(key) >= SHORT and not key.isdigit() and not re.search(rf"[{HAN}]", key)
                )
            if role in document["parts"]:
                for part in _parts(keys, role, self.stops | small, words if role in document["titles"] else small):
                    if role == "person" or not is_common(part, self.plain):  # "industrial" is no name of a bank
                        parts[part].append((role, value, PART, uses))
        offices = [f" {key}" for key in words if OFFICE in self.phrases[key] and re.match(f"[{HAN}] ", key)]
        for part, found in parts.items():
            if part.endswith(tuple(offices)):  # a person, though the name of an embassy begins so
                continue
            known = self.phrases.get(part)
            if self._is_of_countries(part.split()):  # such as "norland eastmark" or "norland telecoms", which mean both
                continue
            if not known and len({value for _, value, *_ in found}) <= MOST_PARTS:
                for meaning in found:
                    self._add(part, meaning)
        texts -= {word for word in self.called if len(word) == SHORT}  # the Xi of a title is a person
        said: dict[str, str] = {}  # what a word of titles is in other words
        for word, written in document["texts"].items():
            for key in map(self.key, written if self.key(word) in texts else ()):
                said.setdefault(key, self.key(word))
        for word in sorted({*texts, *said}):  # what no graph answers may yet be in a title
            if word not in self.phrases or OUTSIDE in self.phrases[word]:
                self._add(word, ("text", said.get(word, word), TEXT, 0))
        for key in sorted(asides - set(self.phrases)):
            self._add(key, ("word", ASIDE, WORD, 0))
        self.sounding: dict[str, list[str]] = defaultdict(list)
        for key in sorted(spoken):
            self.sounding[self.sound(key)].append(key)
        several = sorted(key for key in self.phrases if len(key) > LEAST_JOINED and " " in key)
        self.joined = {self._stem(key.replace(" ", "")): key for key in several}
        self.small = small
        self.longest = max(key.count(" ") for key in self.phrases) + 1
        fillers = {("word", "stop", WORD, 0), ("word", ASIDE, WORD, 0)}
        self.fillers = {key for key, found in self.phrases.items() if found and fillers.issuperset(found)}
        self.known = sorted({word for key in self.phrases for word in key.split() if len(word) > 3})

    def _is_of_countries(self, keys: list[str]) -> bool:
        roles = [{role for role, *_ in self.phrases.get(key, ())} & {"country", "sector"} for key in keys]
        return all(roles) and any("country" in found for found in roles)

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
        if word[:1].isdigit():
            return ORDINAL.sub(r"\1", word)
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
        self._name_by_office(found)
        corrected: dict[int, str] = {}
        for i, span in enumerate(found):
            if span.meanings or is_common(span.text.lower(), self.plain):
                continue
            is_half = i and not found[i - 1].meanings and found[i - 1].start not in corrected
            if is_half and (near := self._heard(found[i - 1].key + span.key, ())):  # a name of one word, in two
                corrected |= {found[i - 1].start: near, span.start: ""}
                continue
            beside = [found[at].key for at in (i - 1, i + 1) if 0 <= at < len(found)]
            if near := self._heard(span.key, beside) or self.nearest(span.key):
                corrected[span.start] = near
        if corrected:
            tokens = [Token(corrected.get(each.start, each.key), each.start, each.end) for each in tokens]
            for i in range(len(tokens) - 1, 0, -1):
                if not tokens[i].key:
                    tokens[i - 1 : i + 1] = [Token(tokens[i - 1].key, tokens[i - 1].start, tokens[i].end)]
            found = self._cut(text, tokens)
            for span in found:
                if any(span.start <= start < span.end for start in corrected):
                    span.written = text[span.start : span.end]
        return found

    def _name_by_office(self, spans: list[Span]) -> None:
        """Let a first or last name that is unique or beside an office mean its people."""
        for i, span in enumerate(spans):
            people = self.called.get(span.key, ())
            if span.meanings or not 0 < len(people) <= MOST_PARTS:
                continue
            is_one = len(people) == 1 and not re.fullmatch(f"[{HAN}]", span.key)  # one character is many other words
            if is_one or self.is_beside_office(spans, i):
                span.meanings = list(people)

    def is_beside_office(self, spans: list[Span], i: int) -> bool:
        """Return whether a span has an office before it, or after it where names are written so."""
        beside = spans[i - 1 : i] if not re.match(f"[{HAN}]", spans[i].key) else spans[i + 1 : i + 2]
        return any("office" in each.words() for each in beside)

    def sound(self, word: str) -> str:
        """Return the consonants of a word in any script, each as one letter; a vowel at the beginning is a hyphen."""
        found, place = "", 0
        while place < len(word):
            letter, instead = next((each for each in self.sounds if word.startswith(each[0], place)), (word[place], ""))
            instead = instead or ("" if place else "-")
            found += instead if instead != found[-1:] else ""
            place += len(letter)
        return found[1:] if found.startswith("-s") else found  # "istation" is how some say "station"

    def _heard(self, word: str, beside: Sequence[str]) -> str:
        """Return the one word of a name that sounds like a word in another script, or nothing."""
        if word.isascii() or re.search(f"[{HAN}]", word):
            return ""
        sound = self.sound(word)
        near = self.sounding.get(sound, [])
        around = {part for key in beside for part in [*key.split(), *self.sounding.get(self.sound(key), ())]}
        paired = [
            key for key in near if any(f"{key} {a}" in self.phrases or f"{a} {key}" in self.phrases for a in around)
        ]
        if len(sound.lstrip("-")) < LEAST_SOUND or len(near) > 1:
            near = paired
        return near[0] if len(near) == 1 else ""

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
            if POSSESSIVE.search(written) and OFFICE in meanings:  # "the minister's visit" asks for no office
                meanings = [each for each in meanings if each != OFFICE] or [("word", ASIDE, WORD, 0)]
            if not meanings and SUM.fullmatch(key):
                meanings = [UNIT]
            if key.isdigit():
                meanings = [("number", key, WORD, 0)]
            spans.append(Span(written, tokens[start].start, tokens[end - 1].end, key, meanings))
            start = end
        _leave_out_sums(spans)
        return spans

    def _known(self, tokens: list[Token]) -> str:
        """Return the key of some tokens; of words that are known as one or apart, or of letters of a name, that one."""
        keys = [token.key for token in tokens]
        apart, joined = " ".join(keys), "".join(keys)
        if apart in self.phrases or len(keys) == 1:
            known = apart if apart in self.phrases else self.joined.get(apart)
            return known or uninflected(apart, self.phrases, self.plain)
        if len(keys) == 2 and joined in self.phrases and self.stops.isdisjoint(keys):
            return joined
        spelt = "".join(self.letters.get(key, " ") for key in keys) if len(keys) >= LEAST_SPELT else ""
        return spelt if spelt in self.phrases else apart

    def _cost(self, key: str, length: int) -> float:
        meanings = self.phrases.get(key, ())
        if not meanings:
            return 1.0 if key.isdigit() else UNKNOWN * length
        best = max(weight for _, _, weight, _ in meanings)
        if OUTSIDE in meanings:
            return NO_PART
        if best == TEXT:
            return IN_TITLE if length == 1 else IN_PHRASE
        if best == PART and re.match(rf"[{HAN}]", key):
            return IN_HAN
        is_title = best == PART and not any(role in ("agent", "person") for role, *_ in meanings)
        return IN_PART * length if is_title else 1.0

    def is_word(self, key: str) -> bool:
        """Return whether a key is a word of the grammar."""
        return any(role == "word" for role, *_ in self.phrases.get(key, ()))

    def is_plain(self, span: Span) -> bool:
        """Return whether an unknown span is a common word, or one character, and no name."""
        return is_common(span.text.lower(), self.plain) or bool(re.fullmatch(f"[{HAN}]", span.text))

    def nearest(self, word: str) -> str:
        """Return the known word that differs by a mistake in typing, or nothing; of spellings of one name, any."""
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
        meant = {other: {(role, value) for role, value, *_ in self.phrases.get(other, ())} for other in best}
        if best and set.intersection(*meant.values()):  # spellings of one name
            return min(best, key=lambda other: (-len(meant[other]), other))
        told = [other for other in best if self.is_word(other) and other not in self.fillers]
        best = told if len(told) == 1 else best  # a question has it, a title may
        return best[0] if len(best) == 1 or (best and self.fillers.issuperset(best)) else ""


def _leave_out_sums(spans: list[Span]) -> None:
    """Let a sum, such as "worth 8.5 billion dollars", change no question, and a number of papers say that it is one."""
    for i, span in enumerate(spans):
        before = spans[i - 1] if i else None
        if before and span.words() & {"agreement", "memo"}:
            count = spans[i - 2] if i > 1 and before.names(("sector", "country")) else before  # "24 IT memorandums"
            if count.key.isdigit() and _is_amount(count) and int(count.key) >= LEAST_STATED:
                count.meanings = [STATED]
        if "unit" not in span.words() or before is None or not _is_amount(before):
            continue
        span.meanings, start = [UNIT], i - 1
        while start and _is_amount(spans[start - 1]):
            start -= 1
        for each in spans[max(start - MOST_BETWEEN, 0) : start]:  # worth more than
            if "money" in each.words():
                each.meanings = [("word", ASIDE, WORD, 0)]


def _is_amount(span: Span) -> bool:
    is_year = span.key.isdigit() and EARLIEST <= int(span.key) <= LATEST
    return span.meanings == [UNIT] or bool(SUM.fullmatch(span.key)) or (span.key.isdigit() and not is_year)


def _parts(keys: list[str], role: str, stops: set[str], words: set[str]) -> set[str]:
    """Return what may stand for a name: its beginning, the last word of a person, or any run of a title."""
    if re.match(rf"[{HAN}]", keys[0] if keys else ""):
        halves = [*(keys[:end] for end in range(2, len(keys))), *(keys[start:] for start in range(2, len(keys) - 3))]
        return {" ".join(half) for half in halves} - words if role == "agent" else set()
    if len(keys) < 2:
        return set()
    is_title = role not in ("agent", "person", "place")
    alone = () if is_title else (keys[0], keys[-1]) if role == "person" else (keys[0],)
    found = {key for key in alone if len(key) > 3 and key not in stops}
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
