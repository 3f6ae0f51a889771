"""The cells of one row, read as the mapping says, and the ways in which a text becomes a term of Turtle."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pcgraph.io.spreadsheets import vocabulary as means
from pcgraph.io.spreadsheets.errors import Broken, shown
from pcgraph.io.spreadsheets.rules import NAMED, Conditions, Rules, Step, Value


class Cells:
    """One row: its cells, and where each column stands.

    Parameters
    ----------
    rules : Rules
    at : mapping of str to int
        Column, as the mapping writes it → place in the row.
    cells : sequence of str
    """

    def __init__(self, rules: Rules, at: Mapping[str, int], cells: Sequence[str]) -> None:
        self.rules, self.at, self.cells = rules, at, cells

    def cell(self, column: str) -> str:
        """Give the text of one cell."""
        return self.cells[self.at[column]]

    def holds(self, of: Value | Step) -> bool:
        """Say whether the conditions of a value or a step are met."""
        if not of.when and not of.unless:
            return True

        def met(conditions: Conditions) -> list[bool]:
            return [
                bool(self.cell(column))
                if values == ("*",)
                else self.cell(column).casefold() in map(str.casefold, values)
                for column, values in conditions.items()
            ]

        return all(met(of.when)) and not any(met(of.unless))

    def one(self, values: tuple[Value, ...]) -> tuple[str, Value]:
        """Give the first value that is not empty."""
        for value in values:
            if self.holds(value) and (text := self.text(value)):
                return text, value
        return "", values[0]

    def several(self, values: tuple[Value, ...]) -> Iterator[tuple[str, Value]]:
        """Give the parts of the first value that is not empty."""
        for value in values:
            if not self.holds(value):
                continue
            raw = self.text(value, look=not value.split)
            parts = [part.strip() for part in raw.split(value.split)] if value.split else [raw]
            if value.split:
                parts = [_looked_up(value.lookup, part) for part in parts]
            if found := [part for part in parts if part]:
                yield from ((part, value) for part in found)
                return

    def text(self, value: Value, look: bool = True) -> str:
        """Give what stands in the cells of a value; looked up unless that is done for each of several parts."""
        if not value.parts:
            return value.text
        if not any(self.cell(column) for column, _ in value.parts):
            return value.default

        def filled(match: re.Match[str]) -> str:
            cell = " ".join(self.cell(match[1]).split())
            return _looked_up(self.rules.lookups[match[2]], cell) if match[2] else cell

        text = NAMED.sub(filled, value.text) if value.text else self.cell(value.column)
        return _looked_up(value.lookup, text) if look else text


def _looked_up(lookup: Any, text: str) -> str:
    return str(lookup.get(" ".join(text.split()).casefold(), text)) if lookup else text


def line(text: str) -> str:
    """Write words on one line."""
    return literal(" ".join(text.split()))


def day(text: str) -> str:
    """Check and write one calendar day."""
    first, last = means.day(text)
    if first != last or str(first) != text:
        raise Broken("bad-date", f"{shown(text)} is no day", "expected a day such as 2025-09-03", "write the day")
    return literal(text) + "^^xsd:date"


def edtf(text: str) -> str:
    """Check and write an EDTF date."""
    means.day(text)
    return literal(text)


def currency(text: str) -> str:
    """Check and write the code of a currency."""
    if not re.fullmatch("[A-Z]{3}", text):
        what = f"{shown(text)} is no currency"
        raise Broken("amount-form", what, "expected a code of ISO 4217, such as USD", "mend it, or add it to a lookup")
    return literal(text)


def truth(text: str) -> str:
    """Read yes or no."""
    if text.casefold() not in ("true", "false", "yes", "no"):
        raise Broken("unknown-value", f"{shown(text)} is neither", "expected yes or no", "write one of them")
    return "true" if text.casefold() in ("true", "yes") else "false"


def literal(text: str, mark: str = "") -> str:
    r"""Write a text as a Turtle literal on one line.

    >>> print(literal('a "b"', "@en"))
    "a \"b\""@en
    """
    for char, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
        text = text.replace(char, escaped)
    return f'"{text}"{mark}'
