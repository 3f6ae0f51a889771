"""Finds units such as millions, and currencies, in the headings and the cells of amounts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import yaml

from pcgraph.intake.spreadsheets.mapping.rule import Rules, Value
from pcgraph.store.strict_yaml import Strings


@cache
def _words() -> Mapping[str, Any]:
    text = (files("pcgraph.intake.spreadsheets.mapping") / "money.yml").read_text("utf-8")
    return dict(yaml.load(text, Strings))  # noqa: S506 -- creates only text, lists and dicts


@cache
def _units() -> tuple[re.Pattern[str], Mapping[str, int]]:
    """Return a pattern that finds a unit, and the power of ten of each word.

    A word is one of its own in any case, or small letters after a number or the code of a currency, such as USDm.
    """
    times = {word: int(number) for number, words in _words()["units"].items() for word in words}
    signs, words = _any(word for word in times if word > "\u3000"), _any(word for word in times if word < "\u3000")
    own = rf"(?:(?<![^\W_])(?i:{words})|(?:(?<=[A-Z]{{3}})|(?<=\d)){words})(?![^\W_])"
    return re.compile(rf"{own}|{signs}|(?<=\d)M(?![^\W_])"), times


@cache
def _currencies() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Return a pattern that finds a currency, and the code of each word for one."""
    codes = {word: code for code, words in _words()["currencies"].items() for word in words}
    codes |= {code: code for code in (*_words()["codes"], *filter(None, _words()["currencies"]))}
    signs = _any(word for word in codes if not word[0].isascii() or not word[0].isalpha())
    capitals = _any(word for word in codes if word[0].isascii() and word.isupper())
    names = _any(word for word in codes if word[0].isascii() and word[-1].islower())
    before = r"(?<![^\W\d_])"
    return re.compile(rf"{before}{capitals}(?![A-Z])|{before}(?i:{names})(?![a-z]{{2}})|{signs}"), {
        word.casefold(): codes[word] for word in codes
    }


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


class Unit(NamedTuple):
    """The heading of a column, the word in it that says a unit, and what to multiply by."""

    heading: str
    word: str
    times: int


def unit_in(heading: str) -> Unit | None:
    """Return the unit that a heading says, or None.

    >>> unit_in("Amount (USD m)")
    Unit(heading='Amount (USD m)', word='m', times=1000000)
    >>> unit_in("amount_INRcrore").times, unit_in("ITEM amount")
    (10000000, None)
    """
    pattern, times = _units()
    if not (found := pattern.search(heading)):
        return None
    return Unit(heading, found[0], times[found[0] if found[0] in times else found[0].lower()])


def currencies_in(text: str) -> list[str]:
    """Return the codes of the currencies that a heading or a cell says; "" for a sign of several currencies.

    >>> currencies_in("Constant USD2017"), currencies_in("Montant en M€"), currencies_in("$5m"), currencies_in("Sum")
    (['USD'], ['EUR'], [''], [])
    """
    pattern, codes = _currencies()
    return [*dict.fromkeys(codes[word.casefold()] for word in pattern.findall(text))]


def currency_in(text: str) -> str:
    """Return the code of the only currency that a cell says, or else the text."""
    codes = currencies_in(text)
    return codes[0] if len(codes) == 1 and codes[0] else text


def bare_number(cell: str) -> tuple[str, int | None]:
    """Return the number of an amount without its currency, and the power of ten that it is followed by.

    >>> bare_number("USD 1.5m"), bare_number("€ 800k"), bare_number("3,300万美元"), bare_number("about 5")
    (('1.5', 1000000), ('800', 1000), ('3,300', 10000), ('about 5', None))
    """
    text = _currencies()[0].sub(" ", cell).strip()
    unit = unit_in(text)
    return (text.replace(unit.word, "", 1).strip(), unit.times) if unit else (text, None)


def heading_unit(value: Value, rules: Rules) -> Unit | None:
    """Return the unit in the headings of an amount, or of the currency beside it."""
    beside = rules.engagement.get("currency", ())
    columns = [column for each in (value, *beside) for column, _ in each.parts]
    return next(filter(None, map(unit_in, columns)), None)
