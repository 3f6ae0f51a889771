"""What an import refuses, as one line each: where, what, what is allowed, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from pcgraph.errors import nearest

MAX_BYTES = 512 * 1024 * 1024  # of a table, unpacked

# Every code has a row in data/README.md, "Refused spreadsheets".
Code = Literal[
    "amount-form",
    "bad-date",
    "bad-mapping",
    "bad-number",
    "bad-slug",
    "bad-text",
    "cannot-read",
    "duplicate-header",
    "empty-header",
    "empty-table",
    "encrypted",
    "end-before-start",
    "error-cell",
    "formula-cell",
    "id-taken",
    "macros",
    "merged-cells",
    "missing-column",
    "missing-value",
    "not-utf8",
    "quantity-form",
    "ragged-row",
    "source-exists",
    "status-of-class",
    "step-after-source",
    "stray-quote",
    "two-values",
    "unclosed-quote",
    "unknown-agent",
    "unknown-sheet",
    "unknown-value",
    "unsure-agent",
    "utf-16",
    "wrong-format",
    "zip-bomb",
]


@dataclass(frozen=True)
class Fault:
    """One thing wrong at one place of a table or of a mapping.

    Attributes
    ----------
    file : str
        Name as it is shown.
    sheet, column : str
        Empty where there is none, or where the fault is not in one column.
    row : int
        As the spreadsheet counts, the header being 1; 0 where the fault is in no one row.
    code : str
    what, expected, todo : str
        What is wrong; what is allowed, from the word "expected" on; what to do.

    Examples
    --------
    >>> print(Fault("a.xlsx", "deals", 7, "Date", "bad-date", "'May' is no date", "expected 2025", "mend it"))
    a.xlsx, sheet deals, row 7, column Date: bad-date: 'May' is no date; expected 2025; mend it
    """

    file: str
    sheet: str
    row: int
    column: str
    code: Code
    what: str
    expected: str
    todo: str

    def __str__(self) -> str:
        named = (("sheet", self.sheet), ("row", self.row), ("column", self.column))
        where = ", ".join([self.file, *(f"{name} {value}" for name, value in named if value)])
        return f"{where}: {self.code}: {' '.join(f'{self.what}; {self.expected}; {self.todo}'.split())}"


class Broken(Exception):
    """A value that cannot be taken: code, what, expected, todo. Whoever knows the place makes a `Fault` of it."""

    def __init__(self, code: Code, what: str, expected: str, todo: str) -> None:
        super().__init__(what)
        self.code: Code = code
        self.parts = (what, expected, todo)

    def at(self, file: str, sheet: str = "", row: int = 0, column: str = "") -> Fault:
        """Say where it is."""
        return Fault(file, sheet, row, column, self.code, *self.parts)


def shown(value: str, most: int = 60) -> str:
    """Write a value in quotation marks, cut if it is long.

    >>> shown("a long value indeed", 10)
    "'a long va…'"
    """
    value = " ".join(value.split())
    return repr(value if len(value) <= most else value[: most - 1].rstrip() + "…")


def allowed(value: str, known: Iterable[str], what: str) -> tuple[str, str]:
    """Say which values are allowed, all if they are few, and which was probably meant.

    >>> allowed("sgned", ["signed", "planned"], "a status")
    ('expected a status: planned, signed', 'did you mean signed?')
    """
    options = sorted(set(known))
    hint = nearest(value, options)
    expected = f"expected {what}: {', '.join(options[:20])}{' …' if len(options) > 20 else ''}"
    return expected, hint if hint.startswith("did you mean") else "mend the cell, or add it to a lookup of the mapping"
