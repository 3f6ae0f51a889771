"""Finds headings that say that the amounts below are in thousands, millions or more."""

from __future__ import annotations

import re
from typing import NamedTuple

from pcgraph.intake.spreadsheets.mapping.rule import Rules, Value

_TIMES = {
    "thousand thousands": 10**3,
    "lakh lakhs": 10**5,
    "m mn mln mio million millions": 10**6,
    "crore crores": 10**7,
    "b bn bln billion billions": 10**9,
}
UNITS = {word: times for words, times in _TIMES.items() for word in words.split()}
_ANY = "|".join(UNITS)
# A word of its own in any case, or small letters after the code of a currency, such as USDm.
_UNIT = re.compile(rf"(?:(?<![^\W_])(?i:({_ANY}))|(?<=[A-Z]{{3}})({_ANY}))(?![^\W_])")


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
    found = _UNIT.search(heading)
    return Unit(heading, word := found[1] or found[2], UNITS[word.lower()]) if found else None


def heading_unit(value: Value, rules: Rules) -> Unit | None:
    """Return the unit in the headings of an amount, or of the currency beside it."""
    beside = rules.engagement.get("currency", ())
    columns = [column for each in (value, *beside) for column, _ in each.parts]
    return next(filter(None, map(unit_in, columns)), None)
