"""The rows of a sheet that has no mapping: its cells by column, and what is wrong with each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from pcgraph.intake.errors import BadInput, Fault
from pcgraph.intake.spreadsheets.mapping.sheets import SPLIT, Column
from pcgraph.intake.spreadsheets.readers.table import Table, check_columns
from pcgraph.validation.index import Lookup

T = TypeVar("T")
MOST_LISTED = 6  # values of a drop-down list that a message repeats


@dataclass
class Row:
    """One row.

    Attributes
    ----------
    table : Table
    number : int
        As the spreadsheet counts it.
    cells : mapping of str to str
        Column → text, without empty cells.
    faults : list of Fault
    """

    table: Table
    number: int
    cells: Mapping[str, str]
    faults: list[Fault] = field(default_factory=list)

    def cell(self, column: str) -> str:
        """Return the text of a cell, with single spaces; "" if it is empty."""
        return " ".join(self.cells.get(column, "").split())

    def parts(self, column: str) -> list[str]:
        """Return the values of a cell that may hold several."""
        return list(dict.fromkeys(filter(None, map(str.strip, self.cell(column).split(SPLIT)))))

    def attempt(self, column: str, convert: Callable[[str], T], text: str) -> T | None:
        """Return the converted text, or record a fault and return None."""
        try:
            return convert(text)
        except BadInput as broken:
            self.refuse(column, broken)
            return None

    def refuse(self, column: str, broken: BadInput) -> None:
        """Record a fault; a name that is not known is no name to decide on, because these sheets can register it."""
        self.faults.append(replace(broken.locate(self.table.file, self.table.sheet, self.number, column), kind=""))

    def missing(self, column: str, what: str) -> None:
        """Record that a cell must not be empty."""
        self.refuse(column, BadInput("missing-value", "is empty", f"expected {what}", "fill it in"))


def read_rows(table: Table, columns: Mapping[str, Column]) -> list[Row]:
    """Return the rows of a sheet."""
    by_name = {name.casefold(): name for name in columns}
    names = [by_name.get(name.casefold(), "") for name in table.header]
    missing = [column.name for column in columns.values() if column.needed and column.name not in names]
    todo = "delete it, or use a column of the template"
    check_columns(table, missing, "expected every required column", [not name for name in names], todo)
    rows = [Row(table, number, _cells(names, cells)) for number, cells in table.rows]
    for row in rows:
        for column in columns.values():
            if column.needed and not row.cell(column.name):
                row.missing(column.name, _wanted(column))
    return rows


class Makers:
    """Tells which import made what exists, so that a message can say how to change it."""

    def __init__(self, lookup: Lookup, makers: Mapping[str, str]) -> None:
        self.lookup, self.makers = lookup, makers

    def taken(self, iri: str, what: str, expected: str, todo: str) -> BadInput:
        """Return the error for a thing that exists; `todo` is for one that no import made."""
        if maker := self._found.get(iri):
            what, todo = f"{what}, by import {maker}", f"run pcgraph import --undo {maker} first"
        return BadInput("id-taken", what, expected, todo)

    @cached_property
    def _found(self) -> dict[str, str]:
        files = [file for file in self.lookup.inputs.files if file.role in ("register", "verdicts", "ontology")]
        made = [(file, self.makers[file.slug]) for file in files if file.slug in self.makers]
        return {quad.subject.value: maker for file, maker in made for quad in file.quads}


def _cells(names: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    return {name: cell for name, cell in zip(names, cells, strict=True) if name and cell}


def _wanted(column: Column) -> str:
    return (
        f"one of {', '.join(column.values)}" if 0 < len(column.values) < MOST_LISTED else f"a value for {column.name}"
    )
