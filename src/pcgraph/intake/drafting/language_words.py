"""The words of a language of which only sentences of one clause are read, compiled; and the language of a text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date, datetime
from functools import lru_cache
from importlib import import_module

from pcgraph.intake.drafting.reading.dates import Found
from pcgraph.intake.drafting.reading.values import Value
from pcgraph.intake.drafting.words.triggers import read_words
from pcgraph.model.dates import bounds

LANGUAGES = ("pt", "ur", "zh")
_MONTHS = "january february march april may june july august september october november december".split()  # noqa: SIM905
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|an|at|from|is|was|for|with|on|by|that|it|has|will)\b", re.IGNORECASE)


def language_of(text: str) -> str:
    """Return the language of a text, by its script or by its most common words; ``en`` if in doubt.

    >>> [language_of(text) for text in ("Acme met us.", "艾克米昨天签约。", "A empresa assinou um acordo com a Acme.")]
    ['en', 'zh', 'pt']
    """
    latin = len(re.findall(r"[A-Za-z]+", text))
    for name in LANGUAGES:
        said = read_words(name)
        if "script" in said and len(re.findall(said["script"], text)) > 2 * latin:
            return name
        if "common" in said:
            common = len(re.findall(rf"\b(?:{said['common']})\b", text, re.IGNORECASE))
            if common > max(1, 2 * len(_ENGLISH.findall(text))):
                return name
    return "en"


class LanguageWords:
    """The words of a language; see ``triggers/pt.yml``."""

    def __init__(self, language: str) -> None:
        said = read_words(language)
        self.language = language
        self._around = r"(?<!\w)(?:{})(?!\w)" if said["spaced"] == "true" else "(?:{})"
        self.verbs = {
            name: (self._compiled(each["words"]), self._compiled(each["weak"]) if "weak" in each else None, each)
            for name, each in said["verbs"].items()
        }
        self.nouns, self.caps, self.kinds = (
            {name: self._compiled(each) for name, each in said[part].items()} for part in ("nouns", "caps", "kinds")
        )
        self.by = re.compile(rf"{self._around.format(said['by'])}\s?(?:\w{{1,3}}\s)?$") if said["by"] else None
        self._relative = self._compiled(said["relative"])
        self._months = _months(language)
        names = _any(self._months)
        self._dates = [
            re.compile(rf"(?<!\d){each.replace('MONTH', names)}(?!\d)", re.IGNORECASE) for each in said["dates"]
        ]
        money = said["money"]
        self._scales = {name: float(value) for name, value in money["scales"].items()}
        self._currencies: dict[str, list[str]] = {name: codes.split() for name, codes in money["currencies"].items()}
        self._comma = "decimal" in money
        number = rf"(?<![\d.,])(?P<n>{money['number']})\s?(?P<s>{_any(self._scales)})?"
        sign = rf"(?P<sign>{_any(self._currencies)})"
        self._sums = [re.compile(rf"{number}\s?(?:de\s)?{sign}"), re.compile(rf"{sign}\s?{number}")]
        self._qualifiers = {name: money[name] for name in ("at least", "at most", "about")}

    def _compiled(self, words: str) -> re.Pattern[str]:
        return re.compile(self._around.format(words), re.IGNORECASE)

    def find_dates(self, text: str, start: int, end: int, day: date | None) -> Iterator[Found]:
        """Yield the dates in a part of a text, those with more words first; they do not overlap."""
        taken: list[tuple[int, int]] = []
        for pattern in self._dates:
            for match in pattern.finditer(text, start, end):
                edtf = self._edtf(match, day)
                if edtf and not any(first < match.end() and match.start() < last for first, last in taken):
                    taken.append(match.span())
                    year = "at" if match.groupdict().get("y") else "near"
                    yield Found(*match.span(), edtf, year, "date:day" if len(edtf) > len("2025-01") else "date:month")
        for match in self._relative.finditer(text, start, end) if day else ():
            import dateparser

            base = datetime(day.year, day.month, day.day) if day else datetime.min
            when = dateparser.parse(match[0], languages=[self.language], settings={"RELATIVE_BASE": base})
            if when:
                yield Found(*match.span(), f"{when:%Y-%m-%d}", "at", "date:relative")

    def _edtf(self, match: re.Match[str], day: date | None) -> str | None:
        """Return a date; one without a year is of the source's year."""
        groups = match.groupdict()
        year, month, number = groups.get("y"), groups.get("m"), groups.get("d")
        if year is None and day is None:
            return None
        month = month and (month if month.isdigit() else self._months[month.lower()])
        edtf = "-".join([year or str(day and day.year), *(f"{int(each):02d}" for each in (month, number) if each)])
        try:
            return edtf if bounds(edtf) else None
        except ValueError:
            return None

    def find_sums(self, text: str, start: int, end: int, countries: Collection[str]) -> Iterator[tuple[Value, Value]]:
        """Yield each sum in a part of a text, with its currency; a sum whose currency is open is left out."""
        for pattern in self._sums:
            for match in pattern.finditer(text, start, end):
                codes = self._currencies[match["sign"]]
                known = [code for code in codes if len(codes) == 1 or code[:2] in countries]
                if len(known) != 1:
                    continue
                digits = match["n"].replace(".", "").replace(",", ".") if self._comma else match["n"].replace(",", "")
                value = round(float(digits) * self._scales.get(match["s"] or "", 1), 6)
                qualifier = self._qualifier(text[start : match.start()], text[match.end() : end])
                yield (
                    Value(int(value) if value.is_integer() else value, *match.span(), "money", None, qualifier),
                    Value(known[0], *match.span("sign"), "money"),
                )

    def _qualifier(self, before: str, after: str) -> str | None:
        """Return what the words on either side of a number say of how exact it is."""
        for name, words in self._qualifiers.items():
            if re.search(rf"(?:{words})\s?$", before) or re.match(rf"\s?(?:{words})", after):
                return name
        return None


@lru_cache
def language_words(language: str) -> LanguageWords:
    """Return the words of a language, compiled once."""
    return LanguageWords(language)


def _months(language: str) -> dict[str, str]:
    """Return the names of the months, as dateparser has them, in lower case → number."""
    info = import_module(f"dateparser.data.date_translation_data.{language}").info
    return {name.lower(): str(at) for at, month in enumerate(_MONTHS, 1) for name in info[month]}


def _any(words: Collection[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
