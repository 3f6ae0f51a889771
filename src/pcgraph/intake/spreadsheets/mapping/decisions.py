"""The decisions file: what each name means that an import does not know. A person fills it in, and the import obeys.

It is a CSV file with one row for each name. The first columns tell about the name; a person fills in the others.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pcgraph.errors import InvalidInput, UsageError, nearest
from pcgraph.intake.errors import BadInput, shown
from pcgraph.intake.spreadsheets.readers.table import read as read_table
from pcgraph.store.files import replacing
from pcgraph.store.files import shown as shown_path

ABOUT = ("kind", "name", "cells", "first row", "places", "candidates")
FILLED = ("decision", "id", "label", "class", "country", "code")
COLUMNS = (*ABOUT, *FILLED)
KINDS = ("agent", "place", "sector", "kind", "quantity_of")
MOST = 3  # places and candidates that a row lists
# Decision → kinds of names for which it is possible; without kinds, all.
DECISIONS: Mapping[str, tuple[str, ...]] = {
    "same": (),
    "new": ("agent", "place"),
    "ignore": (),
    "unnamed": ("agent",),
}
Key = tuple[str, str]  # kind and name, see `key`


class UnknownName(BadInput):
    """Raised for a name that is not known and that a person may decide on."""

    def __init__(self, kind: str, name: str, broken: BadInput, candidates: Iterable[str] = ()) -> None:
        super().__init__(broken.code, *broken.parts)
        self.kind, self.name, self.candidates = kind, " ".join(name.split()), tuple(candidates)


@dataclass
class Unknown:
    """A name to decide on: where it occurs, what it may mean, and what its words imply (`hints`, by column)."""

    kind: str
    name: str
    first_row: int
    candidates: tuple[str, ...] = ()
    hints: Mapping[str, str] = field(default_factory=dict)
    cells: int = 0
    places: Counter[str] = field(default_factory=Counter)


def key(kind: str, name: str) -> Key:
    """Return what identifies a name; case and spaces do not count."""
    return kind, " ".join(name.split()).casefold()


class Decisions:
    """The rows of a decisions file.

    Attributes
    ----------
    name : str
        The file, for messages; empty if there is none, and then nothing is decided.
    rows : dict
        Kind and name → the cells of the row, by column.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.name = shown_path(path) if path else ""
        if path is not None and path.suffix.lower() != ".csv":
            raise UsageError(f"--decisions {self.name}: not CSV; expected a name that ends in .csv; choose another")
        self.rows: dict[Key, dict[str, str]] = {}
        self._lines: dict[Key, int] = {}
        if path is not None and path.exists():
            self._read(path)

    def _read(self, path: Path) -> None:
        """Read the file, with one line for each fault."""
        name = self.name
        table = read_table(path)
        faults = [*table.faults]
        if missing := sorted({"kind", "name", *FILLED} - set(table.header)):
            lost = BadInput("missing-column", "is not in the table", "expected every column", "write the file again")
            raise InvalidInput([str(lost.locate(name, "", 1, column)) for column in missing])
        for line, cells in table.rows:
            row = dict.fromkeys(COLUMNS, "")
            row.update({column: _plain(cell) for column, cell in zip(table.header, cells, strict=True)})
            which = key(row["kind"], row["name"])
            if which in self.rows:
                twice = BadInput(
                    "two-values", f"{shown(row['name'])} is there twice", "expected it once", "keep one row"
                )
                faults.append(twice.locate(name, "", line, "name"))
            if (wrong := _wrong(row)) is not None:
                faults.append(wrong[1].locate(name, "", line, wrong[0]))
            self.rows[which], self._lines[which] = row, line
        if faults:
            raise InvalidInput([str(fault) for fault in faults])

    def get(self, kind: str, name: str) -> dict[str, str] | None:
        """Return the row of a name that is decided; None if it is not."""
        row = self.rows.get(key(kind, name))
        return row if row and row["decision"] else None

    def with_decision(self, decision: str, kind: str = "") -> list[dict[str, str]]:
        """Return the rows with a decision on names of one kind, or of all, in the order of the file."""
        return [row for row in self.rows.values() if row["decision"] == decision and kind in ("", row["kind"])]

    def refuse(self, row: Mapping[str, str], column: str, broken: BadInput) -> InvalidInput:
        """Return the error for one cell of the file."""
        line = self._lines[key(row["kind"], row["name"])]
        return InvalidInput(str(broken.locate(self.name, "", line, column)))

    @property
    def text(self) -> str:
        """Everything that was decided, as text that does not depend on order and notes."""
        decided = sorted(
            (*which, *(row[name] for name in FILLED)) for which, row in self.rows.items() if row["decision"]
        )
        return repr(decided) if decided else ""

    def write(self, path: Path, unknown: Iterable[Unknown]) -> int:
        """Write the rows and further names to a file; decisions stay as they are. Return how many names have none."""
        rows = dict(self.rows)
        for each in unknown:
            row = rows.setdefault(key(each.kind, each.name), dict.fromkeys(COLUMNS, ""))
            row.update(_about(each))
            row.update({name: value for name, value in each.hints.items() if not row[name]})
        out = io.StringIO()
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        for row in sorted(rows.values(), key=lambda row: (row["kind"], -_number(row["cells"]), row["name"])):
            writer.writerow({name: _guarded(value) for name, value in row.items()})
        with replacing(path) as temporary:
            temporary.write_text(out.getvalue(), encoding="utf-8")
        return sum(not row["decision"] for row in rows.values())


def _about(unknown: Unknown) -> dict[str, str]:
    """Return the cells that tell about a name."""
    places = [
        f"{name} ({count})" for name, count in sorted(unknown.places.items(), key=lambda each: (-each[1], each[0]))
    ]
    more = [f"and {len(places) - MOST} more"] if len(places) > MOST else []
    return {
        "kind": unknown.kind,
        "name": unknown.name,
        "cells": str(unknown.cells),
        "first row": str(unknown.first_row),
        "places": "; ".join(places[:MOST] + more),
        "candidates": "; ".join(unknown.candidates[:MOST]),
    }


def _wrong(row: Mapping[str, str]) -> tuple[str, BadInput] | None:
    """Return the column and the fault of a row that a person filled in, or None."""
    decision, kind = row["decision"], row["kind"]
    if kind not in KINDS:
        expected = f"expected one of {', '.join(KINDS)}"
        return "kind", BadInput("unknown-value", f"{shown(kind)} is unknown", expected, nearest(kind, KINDS))
    fit = [name for name, kinds in DECISIONS.items() if not kinds or kind in kinds]
    if decision and decision not in fit:
        expected = f"expected one of {', '.join(fit)}, or nothing"
        return "decision", BadInput("unknown-value", f"{shown(decision)} is unknown", expected, nearest(decision, fit))
    if decision == "same" and not row["id"]:
        return "id", BadInput("missing-value", "is empty", "expected the id of what the name means", "fill it in")
    if decision == "new" and not row["class"]:
        return "class", BadInput("missing-value", "is empty", "expected the class of the new thing", "fill it in")
    return None


def _number(cell: str) -> int:
    return int(cell) if cell.isdecimal() else 0


def _guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith(("'=", "'+", "'-", "'@")) else cell
