"""Reads values from the cells of one row by the rules of a mapping, and records which cells are used."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from pcgraph.intake.errors import BadInput, shown
from pcgraph.intake.spreadsheets.mapping.mapping import NAMED
from pcgraph.intake.spreadsheets.mapping.rule import Conditions, Step, Value
from pcgraph.intake.spreadsheets.mapping.units import bare_number
from pcgraph.intake.values import edtf_date, multiplied, plain_number


class Cells:
    """The cells of one row.

    Attributes
    ----------
    used, ignored : set of int
        Positions of the cells that a value or a condition uses, and of those that the mapping says to leave out.
    left : dict of int to BadInput
        Position of a cell that has no use → why.

    `columns` has the position of each column of the mapping, and `ids` finds the ids of the rows of a value.
    """

    def __init__(
        self, cells: Sequence[str], columns: Mapping[str, int], lookups: Mapping[str, Mapping[str, str]],
        ids: Callable[[Value], frozenset[str]],
    ) -> None:  # fmt: skip
        self.cells, self.columns, self.lookups, self.ids = cells, columns, lookups, ids
        self.used, self.ignored = set[int](), set[int]()
        self.left: dict[int, BadInput] = {}

    def cell(self, column: str) -> str:
        """Return the text of one cell."""
        return self.cells[self.columns[column]]

    def applies(self, rule: Value | Step) -> bool:
        """Return whether the conditions of a value or a step are met."""
        if not rule.when and not rule.unless:
            return True

        return all(self.met(rule.when)) and not any(self.met(rule.unless))

    def met(self, conditions: Conditions) -> Iterator[bool]:
        """Yield for each column whether the row meets its condition."""
        for column, values in conditions.items():
            cell = self.cell(column)
            yield bool(cell) if values == ("*",) else cell.casefold() in map(str.casefold, values)

    def cells_of(self, value: Value) -> set[int]:
        """Return the positions of the filled cells that a value consists of."""
        numbers = (self.columns[column] for column, _ in value.parts)
        return {number for number in numbers if self.cells[number]}

    def ignore(self, *values: Value) -> None:
        """Record that the mapping says to leave out what values say, such as by a condition that is not met."""
        self.ignored.update(*map(self.cells_of, values))

    def take(self, values: Sequence[Value]) -> tuple[str, Value]:
        """Return the first value, which is used; see `first_value`."""
        text, value = self.first_value(values)
        if text:
            self.used |= self.cells_of(value)
        return text, value

    def first_value(self, values: Sequence[Value]) -> tuple[str, Value]:
        """Return the first text that is not empty, and its rule; "" and the first rule if all are empty.

        A cell with another text is left, which is a fault unless something else uses it.
        """
        found: tuple[str, Value] | None = None
        for value in values:
            text = self.text(value) if self.applies(value) else ""
            if not text:
                self.ignore(value)
            elif found is None:
                found = text, value
            elif text == found[0]:
                self.used |= self.cells_of(value)
            else:
                given = f"column {found[1].column}" if found[1].column else "the mapping"
                unless = f'unless: {{{found[1].column}: "*"}} for this column' if found[1].column else "one value"
                what, todo = f"{shown(text)} beside {shown(found[0])} of {given}", f"empty one cell, or write {unless}"
                broken = BadInput("two-values", what, "expected one value", f"{todo} in the mapping")
                self.left |= dict.fromkeys(self.cells_of(value), broken)
        return found or ("", values[0] if values else Value())

    def all_values(self, values: Sequence[Value]) -> Iterator[tuple[str, Value]]:
        """Yield the parts of all texts, each with its rule.

        A constant, or a second rule for the same columns, counts only if nothing before it does.
        """
        taken: set[str] | None = None
        for value in values:
            columns = {column for column, _ in value.parts}
            if not self.applies(value):
                self.ignore(value)
                continue
            if taken is not None and columns <= taken:
                continue
            text = self.text(value, look=not (value.split or value.find))
            if value.find:
                found = dict.fromkeys(re.findall(value.find, text))
                parts = [value.write.replace("{}", look_up(value.lookup, each)) for each in found]
            elif value.split:
                parts = [look_up(value.lookup, part) for part in separated(text, value.split)]
            else:
                parts = [text]
            if value.of_rows:
                parts = [part for part in parts if part in self.ids(value)]
            if any(parts):
                taken = columns | (taken or set())
                yield from ((part, value) for part in parts if part)
            elif not value.split or any(separated(text, value.split)):  # else there are only separators
                self.ignore(value)

    def text(self, value: Value, look: bool = True) -> str:
        """Return the text of a value; `look` is False if the lookup applies to each part of the text instead."""
        if not value.parts:
            return value.text
        if not any(self.cell(column) for column, _ in value.parts):
            return value.default

        def filled(match: re.Match[str]) -> str:
            cell = " ".join(self.cell(match[1]).split())
            return look_up(self.lookups[match[2]], cell) if match[2] else cell

        text = NAMED.sub(filled, value.text) if value.text else self.cell(value.column)
        return look_up(value.lookup, text) if look else text


def separated(text: str, marks: Sequence[str]) -> list[str]:
    """Return the parts of a text between any of some marks.

    >>> separated("Acme and Borealis – Cormorant", [" and ", " – "])
    ['Acme', 'Borealis', 'Cormorant']
    """
    return [part.strip() for part in re.split("|".join(map(re.escape, marks)), text)]


def plain(value: Value, text: str) -> str:
    """Return a date as EDTF and a number as digits, if the mapping says how the cells write them.

    The power of ten in a cell, such as "USD 1.5m", counts instead of that of the heading.
    """
    if value.dates:
        text = edtf_date(text, value.dates)
    times = value.times
    if value.decimal:
        text, own = bare_number(text)
        text, times = plain_number(text, value.decimal), times if own is None else Decimal(own)
    return text if times is None else multiplied(text, times)


def look_up(lookup: Mapping[str, str], text: str) -> str:
    """Return what a lookup says for a text, or the text."""
    return lookup.get(" ".join(text.split()).casefold(), text) if lookup else text
