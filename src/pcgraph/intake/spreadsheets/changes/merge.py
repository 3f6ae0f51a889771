"""Merges a changed table into the data: three-way, by what each row says.

What only the table changed is written, what only the data changed is kept, and what both changed is a conflict.
Nothing that a table cannot say is touched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from pcgraph.intake.errors import BadInput, Fault, shown
from pcgraph.intake.spreadsheets.changes.base import Base
from pcgraph.intake.spreadsheets.changes.edits import Edits
from pcgraph.intake.spreadsheets.changes.said import Cell, Content, Facts, RowContent, RowKey, shown_values
from pcgraph.intake.spreadsheets.mapping.rows import Reader
from pcgraph.intake.spreadsheets.records import Record
from pcgraph.model.text import counted


@dataclass(frozen=True)
class Change:
    """One difference between a table and what it was: a cell that changed, or a row that came or went.

    >>> print(Change("changed", 5, RowKey("tide-2025", "crane-lease"), "amount", "5", "6"))
    changed: row 5, crane-lease in tide-2025, amount: 5 → 6
    """

    kind: str  # changed, added or removed
    row: int  # 0 for one that is gone
    key: RowKey
    column: str = ""
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        row = f"row {self.row}, " if self.row else ""
        cell = f", {self.column}: {self.before or '(empty)'} → {self.after or '(empty)'}" if self.column else ""
        return f"{self.kind}: {row}{self.key.id} in {self.key.source}{cell}"


@dataclass
class Merged:
    """What becomes of a table.

    Attributes
    ----------
    new : list of Record
        Rows to add.
    changes : list of Change
    faults : list of Fault
        Conflicts, and what is wrong with rows that changed.
    edits : Edits
    kept : int
        Number of rows that are as they were, and whose statements were changed in the data.
    rows : dict of RowKey to Content
        What counts as imported: what rows say now, or what those said that have faults now.
    """

    edits: Edits | None = None
    new: list[Record] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    kept: int = 0
    rows: dict[RowKey, Content] = field(default_factory=dict)


def merge(reader: Reader, records: Sequence[Record], base: Base, facts: Facts, *, remove: bool) -> Merged:
    """Compare the rows of a table with what they were and with the data; `remove` confirms that rows are gone."""
    return _Merge(reader, records, base, facts, remove).merge()


class _Merge:
    def __init__(self, reader: Reader, records: Sequence[Record], base: Base, facts: Facts, remove: bool) -> None:
        self.reader, self.facts, self.base, self.remove = reader, facts, base, remove
        self.read, self.edits = RowContent(reader, facts), Edits(facts)
        self.found = Merged(self.edits)
        self.now = defaultdict[RowKey, list[Record]](list)
        for record in records:
            self.now[self.read.key(record)].append(record)
        self.written: dict[tuple[str, Cell], frozenset[object]] = {}  # what rows write of their source and register

    def merge(self) -> Merged:
        before, names = self.base.contents, self.facts.names
        for key, records in self.now.items():
            now, faults = self.read.content(records), len(self.found.faults)
            if key not in before:
                self.add(key, records, now)
            elif new := self.new_faults(key, records):
                self.found.faults += new
            elif now.lines(names) == before[key].lines(names):
                self.found.kept += self.base.digests[key] not in ("", self.facts.digest(key))
            else:
                self.change(key, records[0].row, before[key], now)
            if len(self.found.faults) == faults:
                self.found.rows[key] = now
            elif key in before:
                self.found.rows[key] = before[key]
        another = not self.base.exported and before.keys().isdisjoint(self.now)  # a table of the same name
        gone = [] if another else [key for key in before if key not in self.now and self.facts.subjects(key)]
        if gone and not self.now and not self.remove:
            self.found.faults.append(self.reader.fault(0, "", all_gone(len(gone))))
            return self.found
        for key in gone:
            self.take_out(key)
        return self.found

    def new_faults(self, key: RowKey, records: Iterable[Record]) -> list[Fault]:
        """Return what is wrong with rows that was not wrong with them before, as an empty cell that always was."""
        known = self.base.faults.get(key, set())
        return [fault for record in records for fault in record.faults if replace(fault, row=0) not in known]

    def add(self, key: RowKey, records: list[Record], now: Content) -> None:
        """Add rows, unless the data say the same already, as when the same table is imported again."""
        data = self.facts.content(key)
        same = now.dates.items() <= data.dates.items() and all(
            now.values(cell) == data.values(cell) for cell in now.cells
        )
        if same and self.facts.subjects(key) and not any(record.faults for record in records):
            return
        self.found.new += records
        self.found.changes.append(Change("added", records[0].row, key))

    def take_out(self, key: RowKey) -> None:
        """Remove what a row said that is gone."""
        what = f"the row of {key.id} in {key.source} is gone"
        if self.base.digests[key] != self.facts.digest(key):
            todo = "put the row back, or remove its statements by hand"
            self.refuse(0, "", f"{what}, and the data have changed it since", "expected one change", todo)
        elif not self.remove:
            self.found.faults.append(self.reader.fault(0, "", row_gone(what)))
        else:
            self.edits.remove(key)
            self.found.changes.append(Change("removed", 0, key))

    def change(self, key: RowKey, row: int, before: Content, now: Content) -> None:
        """Write what the rows of one engagement changed."""
        data = self.facts.content(key)
        if not self.facts.subjects(key):
            what, todo = f"{key.source} no longer tells of {key.id}", "delete the row"
            self.refuse(row, "", what, "expected the statements that the row changes", todo)
            return
        first = len(self.found.changes)
        for cell in sorted({*before.cells, *now.cells}):
            self.change_cell(key, row, cell, before, now, data)
        self.change_steps(key, row, before, now, data)
        self.change_passages(key, row, before, now, data)
        own = self.found.changes[first:]  # a constant that comes with a cell, as a currency, is no change of its own
        self.found.changes[first:] = [each for each in own if each.column] or own

    def change_cell(self, key: RowKey, row: int, cell: Cell, before: Content, now: Content, data: Content) -> None:
        old, new, held = (each.values(cell) for each in (before, now, data))
        if old == new or held == new:
            return
        column = self.read.columns.get(cell, "")
        whose = self.facts.names.id + key.id if cell.of == "register" else key.source if cell.of == "source" else ""
        first = (whose, cell) not in self.written  # several rows may repeat the title of their source
        if whose and self.written.setdefault((whose, cell), new) != new:
            what, todo = f"{shown(shown_values(now.cells[cell]))} here, and another value in an earlier row", "keep one"
            self.refuse(row, column, what, "expected one value", todo)
        elif old != held:
            texts = [shown_values(each.cells.get(cell, ())) for each in (now, data, before)]
            self.conflict(row, column, *texts)
        elif not self.edits.set_cell(key, cell, old, now.cells.get(cell, [])):
            what, todo = "the data say more about it than a cell can", "edit the file by hand"
            self.refuse(row, column, what, "expected a value that a cell can replace", todo)
        elif first:
            texts = [shown_values(each.cells.get(cell, ())) for each in (before, now)]
            self.found.changes.append(Change("changed", row, key, column, *texts))

    def change_steps(self, key: RowKey, row: int, before: Content, now: Content, data: Content) -> None:
        """Write the steps that changed; if one status takes the place of another, that is one change."""
        old, new = before.dates, now.dates
        gone, came = [each for each in old if each not in new], [each for each in new if each not in old]
        pairs = [(status, status) for status in old if new.get(status, old[status]) != old[status]]
        pairs += [(gone[0], came[0])] if len(gone) == len(came) == 1 else [
            *((each, "") for each in gone), *(("", each) for each in came)]  # fmt: skip
        for first, second in pairs:
            column = self.column_of(row, second if first in ("", second) else "")
            held = [_step(status, day) for status, day, _ in data.steps if status in (first, second)]
            here, was = (_step(status, days.get(status)) for status, days in ((second, new), (first, old)))
            if held == [here] * bool(here):
                continue
            if held != [was] * bool(was):
                self.conflict(row, column, here, "; ".join(held), was)
            elif not self.edits.set_step(key, first, second, new.get(second, ""), data):
                what, todo = f"the data say more about the step {first} than a row can", "edit the file by hand"
                self.refuse(row, column, what, "expected a step that a row can replace", todo)
            else:
                self.found.changes.append(Change("changed", row, key, column, was, here))

    def column_of(self, row: int, status: str) -> str:
        """Return the column in which a row has the date of a status, or that of the last status."""
        record = next(each for records in self.now.values() for each in records if each.row == row)
        return record.steps[status][1] if status in record.steps else self.reader.rules.steps[-1].status[0].column

    def change_passages(self, key: RowKey, row: int, before: Content, now: Content, data: Content) -> None:
        gone = [each for each in before.passages if each not in now.passages]
        new = [each for each in now.passages if each not in before.passages]
        if (not gone and not new) or (set(new) <= set(data.passages) and not set(gone) & set(data.passages)):
            return
        column = self.reader.rules.engagement["passage"][0].column
        if not set(gone) <= set(data.passages):
            what, todo = "the data have another passage than the table had", "write the passage into the file by hand"
            self.refuse(row, column, what, "expected a passage that is a pointer", todo)
        elif not self.edits.set_passages(key, gone, {each: now.locators[each] for each in new}):
            what, todo = "something would be left without a passage", "write another passage"
            self.refuse(row, column, what, "expected a passage", todo)
        else:
            texts = ("; ".join(each.locators[iri] for iri in iris) for each, iris in ((before, gone), (now, new)))
            self.found.changes.append(Change("changed", row, key, column, *texts))

    def conflict(self, row: int, column: str, here: str, held: str, old: str) -> None:
        texts = [shown(text) if text else "nothing" for text in (here, held, old)]
        what = "{} here, {} in the data, {} before".format(*texts)
        todo = "write the value of the data into the cell, or that of the cell into the data"
        self.refuse(row, column, what, "expected a change on one side", todo)

    def refuse(self, row: int, column: str, what: str, expected: str, todo: str) -> None:
        self.found.faults.append(self.reader.fault(row, column, BadInput("conflict", what, expected, todo)))


def row_gone(what: str) -> BadInput:
    """Return the error for a row that is gone, which a person has not confirmed."""
    return BadInput("row-gone", what, "expected every row, or --remove", "put it back, or confirm with --remove")


def all_gone(count: int) -> BadInput:
    """Return the one error for a sheet whose rows are all gone."""
    what, todo = f"{counted(count, 'row')} of it are gone, and none is left", "put them back, or confirm with --remove"
    return BadInput("row-gone", what, "expected every row, or --remove", todo)


def _step(status: str, day: str | None) -> str:
    return f"{status} {day or ''}".strip()
