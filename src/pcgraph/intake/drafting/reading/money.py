"""Finds sums of money and other numbers in a text, with their units and how exact they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

_WORDS: dict[str, float] = dict(
    zip(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        range(1, 13),
        strict=True,
    )
)
_WORDS |= {
    "a": 1,
    "an": 1,
    "half a": 0.5,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "hundred": 100,
}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "million": 1e6, "mn": 1e6, "m": 1e6, "crore": 1e7,
    "billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12,
    "mil": 1e3, "mil milhões": 1e9, "milhão": 1e6, "milhões": 1e6, "bilhão": 1e9, "bilhões": 1e9,
    "万": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8, "万亿": 1e12,
    "ہزار": 1e3, "لاکھ": 1e5, "ملین": 1e6, "کروڑ": 1e7, "ارب": 1e9,
}  # fmt: skip
_SCALE = (
    r"(?:hundred thousand|hundred|thousand|lakhs?|crores?|million|billion|trillion|mn|bn|tn"
    r"|mil milhões|milhões|milhão|bilhões|bilhão|mil|ہزار|لاکھ|ملین|کروڑ|ارب)\b|[mbk](?![a-z])|万亿|百万|千万|万|亿"
)
_DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SPELT = r"half an?|" + "|".join(sorted(_WORDS, key=len, reverse=True)[1:])
BEFORE = ("Rs", "Euro")  # words that stand before a number like a sign
_QUALIFIERS = {
    "about": r"about|around|some|approximately|roughly|nearly|almost|close to|an estimated|circa|or so"
    r"|约|cerca de|quase|تقریباً",
    "at least": r"(?<!hand )(?<!hands )(?<!handed )(?<!handing )(?<!took )(?<!taken )over|more than|at least"
    r"|in excess of|upwards? of|no less than|not less than|exceeding|above|超过|mais de|pelo menos",
    "at most": r"up to|as much as|at most|less than|under|no more than|not more than|a maximum of|below|as many as"
    r"|最多|até",
}


@dataclass(frozen=True)
class Amount:
    """A number in a text."""

    start: int  # the number, of money with its currency
    end: int  # the number, of money with its currency
    value: int | float
    unit: str  # code of a currency, or what is counted, as in the text and in lower case
    unit_start: int
    unit_end: int
    qualifier: str | None = None  # about, at least or at most
    upper: int | float | None = None  # the end of a range


@lru_cache
def currencies() -> Mapping[str, tuple[str, ...]]:
    """Return the words and signs for money → codes of ISO 4217; a word of several countries has several codes."""
    from importlib.resources import files

    import yaml

    from pcgraph.store.strict_yaml import Strings

    content = (files("pcgraph.intake.drafting") / "triggers" / "currencies.yml").read_text("utf-8")
    return {word: tuple(codes.split()) for word, codes in yaml.load(content, Strings).items()}  # noqa: S506 - text only


def find_money(text: str, countries: Collection[str] = ()) -> list[Amount]:
    """Return the sums of money in a text, in its order."""
    found = []
    for pattern in _money_patterns():
        for match in pattern.finditer(text):
            code = _code(match["sign"], countries)
            upper = _number(match["n2"], match["s2"]) if match["n2"] else None
            value = _number(match["n"], match["s"] or (match["s2"] if upper else None))
            if code and value is not None and (upper is None or upper > value):
                sign, span = match.span("sign"), match.span()
                found.append(Amount(*span, value, code, *sign, _qualifier(text, *span), upper))
    found.sort(key=lambda amount: (amount.start, -amount.end))
    return [each for at, each in enumerate(found) if not at or each.start >= found[at - 1].end]


@lru_cache
def _money_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a sum with the sign before it, as in $5, and after it, as in 5 euros."""
    signs = sorted(currencies(), key=lambda word: (-len(word), word))
    before = "|".join(
        map(re.escape, (word for word in signs if word.isupper() or not word[-1].isalpha() or word in BEFORE))
    )
    after = "|".join(map(re.escape, (word for word in signs if word[-1].isalpha() and word != "Rs")))
    more = rf"(?:\s?(?:-|–|to|and)\s?(?:(?:{before})\s?)?(?P<n2>{_DIGITS})(?:[\s-]?(?P<s2>{_SCALE}))?)?"
    return (
        re.compile(rf"(?<![^\W\d_])(?P<sign>{before})\s?(?P<n>{_DIGITS})(?![.,]?\d)(?:[\s-]?(?P<s>{_SCALE}))?{more}"),
        re.compile(
            rf"(?<![^\W\u2e80-\u9fff])(?<![.,$€£¥])(?P<n>{_DIGITS}|\b(?:{_SPELT}))(?:[\s-]?(?P<s>{_SCALE}))?{more}[\s-]?(?:de\s)?(?P<sign>{after})(?:(?<![a-z])|\b)"
        ),
    )


def _code(sign: str, countries: Collection[str]) -> str | None:
    known = currencies()
    codes = known.get(sign) or known.get(sign.lower()) or ()
    if len(codes) > 1:
        codes = tuple(code for code in codes if code[:2] in countries)
    return codes[0] if len(codes) == 1 else None


def _number(digits: str, scale: str | None) -> int | float | None:
    text = digits.lower().replace(",", "")
    value = _WORDS.get(text) if not text[0].isdigit() else float(text)
    if value is None:
        value = 0.5 if text.startswith("half") else None
    if value is None:
        return None
    whole = (scale or "").lower()
    for word in [whole] if whole in _SCALES else whole.split():
        value *= _SCALES[word if word in _SCALES else word.rstrip("s")]
    value = round(value, 6)
    return int(value) if value == int(value) else value


def _qualifier(text: str, start: int, end: int) -> str | None:
    before, after = text[max(0, start - 24) : start].lower(), text[end : end + 12].lower()
    for name, words in _QUALIFIERS.items():
        if re.search(rf"\b(?:{words})(?: the| an?)?\s*$", before):
            return name
    return "about" if re.match(r"\s(?:or so|or more)\b", after) else None


def find_quantities(text: str, units: Mapping[str, str]) -> Iterator[Amount]:
    """Yield the numbers in a text that count something known."""
    words = "|".join(re.escape(word) for word in sorted(units, key=lambda word: (-len(word), word)))
    pattern = re.compile(
        rf"(?<![\w.,$€£¥])(?P<n>(?:{_DIGITS})(?!\d)|\b(?!an?\s(?!hundred|thousand|million|lakh|crore))(?:{_SPELT})\b)(?:[\s-](?P<s>{_SCALE}))?"
        rf"(?:\sof\s(?:its|our|their|¤+['’]s?))?(?:\s(?!(?:and|or|of|to|in|for|with|by|at|from|a|the|per)\b)[\w’'-]+){{0,3}}?[\s-]?(?P<unit>(?<![^\W\d_])(?:{words}))(?!\w)",
        re.IGNORECASE,
    )
    for match in pattern.finditer(text):
        value = _number(match["n"], match["s"])
        if re.search(
            r"\b(?:the|both|these|those|all|first|last|other)\s$",
            text[max(0, match.start() - 8) : match.start()],
            re.IGNORECASE,
        ):
            continue
        if value is None or (match["n"].lower() in ("a", "an") and not match["s"]):
            continue
        unit = units[match["unit"].lower()]
        yield Amount(
            match.start(),
            match.end("s" if match["s"] else "n"),
            value,
            unit,
            *match.span("unit"),
            _qualifier(text, match.start(), match.end()),
        )
