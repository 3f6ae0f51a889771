"""Finds what separates the cells of a file, and the row with its headings, and reads the table there."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from typing import Any

from pcgraph.errors import InvalidInput
from pcgraph.intake.spreadsheets.readers import table
from pcgraph.intake.spreadsheets.readers.csv_reader import separator
from pcgraph.intake.spreadsheets.readers.table import DELIMITERS, Layout, Table
from pcgraph.store.files import shown

TOP = 20  # rows in which the headings are


def read(file: Path, sheet: str | None = None) -> tuple[Table, dict[str, Any]]:
    """Return a table, and what the mapping has to say on its form."""
    name = _delimiter(file)
    lines = table.lines(file, sheet, Layout(name))
    counts = [(number, sum(bool(cell.strip()) for cell in cells)) for number, cells in lines]
    least = max(2, 0.6 * median([count for _, count in counts if count] or [0]))
    top = [each for each in counts[:TOP] if each[1] >= least]
    header = top[0][0] if top else 1
    digits = [any(map(str.isdigit, "".join(dict(lines)[number]))) for number, _ in top]
    if top[2:] and top[0][1] < top[1][1] and not any(digits[:2]) and all(digits[2:]):
        header = top[1][0]  # the row above groups the headings
    above = [
        found for number, cells in lines if number < header and (found := [cell for cell in cells if cell.strip()])
    ]
    title = {"title": above[0][0].strip()} if above and len(above[0]) == 1 else {}
    said = ({"delimiter": name} if name != "comma" else {}) | ({"header": str(header)} if header != 1 else {})
    return table.read(file, sheet, Layout(name, header)), title | ({"table": said} if said else {})


def _delimiter(file: Path) -> str:
    """Return the name of what separates the cells of a CSV file."""
    if file.suffix.lower() in (".xlsx", ".tsv"):
        return "tab" if file.suffix.lower() == ".tsv" else "comma"
    try:
        mark = separator(file.read_text(encoding="utf-8-sig", errors="replace"))
    except OSError as error:
        raise InvalidInput(f"{shown(file)}: {error.strerror}; expected a table; correct the path") from error
    return next(name for name, sign in DELIMITERS.items() if sign == mark)
