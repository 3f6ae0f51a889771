"""Makes entries for new sectors, units, kinds of agreement and of organisation, as the sheets of a workbook do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pcgraph.errors import InvalidInput, UsageError
from pcgraph.intake.errors import Fault
from pcgraph.intake.spreadsheets.mapping.sheet_rows import Makers, read_rows
from pcgraph.intake.spreadsheets.mapping.sheets import TERMS, columns
from pcgraph.intake.spreadsheets.mapping.vocabulary import Vocabulary
from pcgraph.intake.spreadsheets.readers.table import make_table
from pcgraph.intake.spreadsheets.writers.register_sheets import Entry, read_entries, read_links
from pcgraph.turtle.parser import Block
from pcgraph.web.curate.desk import Desk

SHEETS = {scheme: sheet for sheet, (_, scheme) in TERMS.items()}
ASKED = {"id": "Short name", "label": "Name", "definition": "What it means", "broader": "Part of"}  # in the app
TODO = {"id-taken": "choose it from the list, or enter another name", "unknown-value": "choose one from the list"}


def entries(rows: Sequence[Mapping[str, str]], desk: Desk) -> tuple[list[str], dict[str, Block]]:
    """Return the values of new terms in a form, and their entries."""
    if strange := [row["scheme"] for row in rows if row.get("scheme") not in SHEETS]:
        raise UsageError(f"add: {strange[0][:40]!r} has no list; expected one of {', '.join(SHEETS)}; choose one")
    with desk.lock:
        desk.checker.refresh()
        found = [entry(SHEETS[row["scheme"]], row, desk) for row in rows]
    blocks = {each.subject: each.block() for each in found}
    if len(blocks) < len(rows):
        raise UsageError("add: a name is there twice; expected two names; enter another one")
    return [each.slug for each in found], blocks


def entry(sheet: str, given: Mapping[str, str], desk: Desk) -> Entry:
    """Return the entry of a row of a sheet."""
    lookup = desk.checker.lookup
    known, words = {sheet: columns(sheet, lookup)}, Vocabulary(lookup)
    names = [name for name in known[sheet] if not name.startswith("label ")]
    table = make_table("", sheet, [(1, names), (2, [given.get(name, "") for name in names])])
    rows = read_rows(table, known[sheet])
    read = read_entries({sheet: rows}, words, Makers(lookup, {}))
    read_links(read, known, words)
    if faults := [*table.faults, *(fault for row in rows for fault in row.faults)]:
        raise InvalidInput([_line(given.get("label", ""), fault) for fault in faults])
    return read[0]


def _line(label: str, fault: Fault) -> str:
    where = ": ".join(filter(None, [label[:60], ASKED.get(fault.column, "")]))
    return f"{where}: {fault.what}; {fault.expected}; {TODO.get(fault.code, fault.todo)}"
