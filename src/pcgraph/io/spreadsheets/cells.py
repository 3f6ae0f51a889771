"""Reads the cells of one row as the mapping defines, and converts text to Turtle terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pcgraph.io.spreadsheets.errors import BadInput, shown
from pcgraph.io.spreadsheets.rules import NAMED, Conditions, Rules, Step, Value
from pcgraph.io.spreadsheets.vocabulary import date_bounds


class Cells:
    """The cells of one row, and the position of each column.

    Parameters
    ----------
    rules : Rules
    columns : mapping of str to int
        Column, as spelt in the mapping → position in the row.
    cells : sequence of str
    """

    def __init__(self, rules: Rules, columns: Mapping[str, int], cells: Sequence[str]) -> None:
        self.rules, self.columns, self.cells = rules, columns, cells

    def cell(self, column: str) -> str:
        """Return the text of one cell."""
        return self.cells[self.columns[column]]

    def applies(self, rule: Value | Step) -> bool:
        """Return whether the conditions of a value or a step are met."""
        if not rule.when and not rule.unless:
            return True

        def met(conditions: Conditions) -> list[bool]:
            return [
                bool(self.cell(column))
                if values == ("*",)
                else self.cell(column).casefold() in map(str.casefold, values)
                for column, values in conditions.items()
            ]

        return all(met(rule.when)) and not any(met(rule.unless))

    def first_value(self, values: tuple[Value, ...]) -> tuple[str, Value]:
        """Return the first text that is not empty, and its rule; "" and the first rule if all are empty."""
        for value in values:
            if self.applies(value) and (text := self.text(value)):
                return text, value
        return "", values[0]

    def all_values(self, values: tuple[Value, ...]) -> Iterator[tuple[str, Value]]:
        """Yield the parts of the first text that is not empty, each with its rule."""
        for value in values:
            if not self.applies(value):
                continue
            raw = self.text(value, look=not value.split)
            parts = [part.strip() for part in raw.split(value.split)] if value.split else [raw]
            if value.split:
                parts = [_look_up(value.lookup, part) for part in parts]
            if found := [part for part in parts if part]:
                yield from ((part, value) for part in found)
                return

    def text(self, value: Value, look: bool = True) -> str:
        """Return the text of a value; `look` is False if the lookup applies to each part of the text instead."""
        if not value.parts:
            return value.text
        if not any(self.cell(column) for column, _ in value.parts):
            return value.default

        def filled(match: re.Match[str]) -> str:
            cell = " ".join(self.cell(match[1]).split())
            return _look_up(self.rules.lookups[match[2]], cell) if match[2] else cell

        text = NAMED.sub(filled, value.text) if value.text else self.cell(value.column)
        return _look_up(value.lookup, text) if look else text


def _look_up(lookup: Any, text: str) -> str:
    return str(lookup.get(" ".join(text.split()).casefold(), text)) if lookup else text


def text_literal(text: str) -> str:
    """Return a text as a literal, with its white space reduced to single spaces."""
    return literal(" ".join(text.split()))


def day_literal(text: str) -> str:
    """Return one calendar day as a literal."""
    first, last = date_bounds(text)
    if first != last or str(first) != text:
        raise BadInput("bad-date", f"{shown(text)} is not a day", "expected a day such as 2025-09-03", "write the day")
    return literal(text) + "^^xsd:date"


def edtf_literal(text: str) -> str:
    """Return an EDTF date as a literal."""
    date_bounds(text)
    return literal(text)


def currency_literal(text: str) -> str:
    """Return the code of a currency as a literal."""
    if not re.fullmatch("[A-Z]{3}", text):
        what = f"{shown(text)} is not a currency"
        raise BadInput(
            "amount-form", what, "expected a code of ISO 4217, such as USD", "correct it, or add it to a lookup"
        )
    return literal(text)


def boolean_literal(text: str) -> str:
    """Return yes or no as a Turtle boolean."""
    if text.casefold() not in ("true", "false", "yes", "no"):
        raise BadInput("unknown-value", f"{shown(text)} is not valid", "expected yes or no", "write one of them")
    return "true" if text.casefold() in ("true", "yes") else "false"


def literal(text: str, mark: str = "") -> str:
    r"""Return a text as a Turtle literal on one line, with `mark` after it.

    >>> print(literal('a "b"', "@en"))
    "a \"b\""@en
    """
    for char, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
        text = text.replace(char, escaped)
    return f'"{text}"{mark}'
