"""Errors of an import, one line each: where, what is wrong, what was expected, how to fix it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pcgraph.errors import nearest

MAX_BYTES = 512 * 1024 * 1024  # size limit of an unpacked table


@dataclass(frozen=True)
class Fault:
    r"""One error at one place of a table or a mapping.

    Attributes
    ----------
    file : str
        Name of the file, for the message.
    sheet, column : str
        Empty if there is none, or if the error is not in a single column.
    row : int
        As the spreadsheet counts it: the header is 1. 0 if the error is not in a single row.
    code : str
        One of docs/reference/error-codes.md, "Spreadsheets".
    what, expected, todo : str
        What is wrong; what was expected, beginning with that word; how to fix it.
    kind : str
        Kind of a name that is not known and that a person may decide on: agent, place, sector and so on.
    more : int
        Number of further rows with the same error.

    >>> print(Fault("a.xlsx", "deals", 7, "Date", "bad-date", "'May' is no date", "expected 2025", "correct it"))
    a.xlsx, sheet deals, row 7, column Date: bad-date: 'May' is no date; expected 2025; correct it
    >>> print(Fault("a.yml, roles.a\nb", "", 0, "", "bad-mapping", "unknown key", "expected value", "fix it"))
    a.yml, roles.a b: bad-mapping: unknown key; expected value; fix it
    """

    file: str
    sheet: str
    row: int
    column: str
    code: str
    what: str
    expected: str
    todo: str
    kind: str = ""
    more: int = 0

    def __str__(self) -> str:
        row = f"{self.row} and {self.more} more" if self.more else self.row
        named = (("sheet", self.sheet), ("row", row), ("column", self.column))
        where = ", ".join([self.file, *(f"{name} {value}" for name, value in named if value)])
        where = " ".join(where.splitlines())  # a key of a mapping may contain a line break
        return f"{where}: {self.code}: {' '.join(f'{self.what}; {self.expected}; {self.todo}'.split())}"


class BadInput(Exception):
    """Raised for input that cannot be imported: code, what, expected, todo. `locate` adds the place."""

    kind = ""  # of a name that a person may decide on

    def __init__(self, code: str, what: str, expected: str, todo: str) -> None:
        super().__init__(what)
        self.code = code
        self.parts = (what, expected, todo)

    def locate(self, file: str, sheet: str = "", row: int = 0, column: str = "") -> Fault:
        """Return the fault with its place."""
        return Fault(file, sheet, row, column, self.code, *self.parts, self.kind)


def merged(faults: Iterable[Fault]) -> list[Fault]:
    """Return each error once for all rows of a column that have it, in the order of their first rows."""
    found: dict[Fault, list[Fault]] = {}
    for fault in faults:
        found.setdefault(replace(fault, row=0), []).append(fault)
    return [replace(each[0], more=len(each) - 1) for each in found.values()]


def shown(value: str, most: int = 60) -> str:
    """Return a value in quotation marks, cut to `most` characters.

    >>> shown("a long value indeed", 10)
    "'a long va…'"
    """
    value = " ".join(value.split())
    return repr(value if len(value) <= most else value[: most - 1].rstrip() + "…")


def allowed(value: str, known: Iterable[str], what: str) -> tuple[str, str]:
    """Return two parts of a message: the allowed values (at most 20 of them), and the value that was probably meant.

    >>> allowed("sgned", ["signed", "planned"], "a status")
    ('expected a status: planned, signed', 'did you mean signed?')
    """
    options = sorted(set(known))
    expected = f"expected {what}: {', '.join(options[:20])}{' …' if len(options) > 20 else ''}"
    return expected, meant(value, options, "correct the cell, or add the value to a lookup of the mapping")


def meant(value: str, known: Iterable[str], fix: str = "correct the cell") -> str:
    """Return the last part of a message: the value that was probably meant, or else `fix`."""
    hint = nearest(value, known)
    return hint if hint.startswith("did you mean") else fix
