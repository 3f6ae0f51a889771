"""Imports spreadsheets: turns rows of CSV or XLSX, or entities of FollowTheMoney, into sources and engagements.

A mapping defines what each column means. An import is one unit: it is checked, written and undone as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pcgraph import validation
from pcgraph.errors import InvalidInput
from pcgraph.intake.errors import BadInput, Fault, merged
from pcgraph.intake.spreadsheets.mapping.decisions import Decisions
from pcgraph.intake.spreadsheets.writers.manifest import (
    FOLDER,
    edited_files,
    find_manifest,
    make_manifest,
    manifests,
    remove_files,
    sha256,
    state,
    write_files,
)
from pcgraph.intake.spreadsheets.writers.preview import check, new_errors, together, without
from pcgraph.model.namespaces import local
from pcgraph.model.ontology import read_ontology
from pcgraph.model.text import counted
from pcgraph.store import data_folder
from pcgraph.store.files import home, shown
from pcgraph.store.project import Project, find
from pcgraph.validation.index import Lookup

if TYPE_CHECKING:
    from pcgraph.intake.spreadsheets.changes.base import Base
    from pcgraph.intake.spreadsheets.changes.merge import Change
    from pcgraph.intake.spreadsheets.mapping.rows import Progress
    from pcgraph.intake.spreadsheets.readers.table import Layout, Table
    from pcgraph.validation import Finding

LISTED = 20  # unknown names of which the message tells

__all__ = ["Fault", "Import", "prepare", "undo", "write"]


@dataclass(frozen=True)
class Import:
    """An import that is ready to be written.

    Attributes
    ----------
    id : str
        A hash of the table, the mapping and the names of the sheets.
    data : Path
        The data folder.
    files : dict of str to bytes
        Path below the data folder → content, including the manifest.
    rows, engagements : int
        Number of rows that are imported, and of their engagements.
    total, refused, known : int
        Number of all rows, which is the sum of `rows`, of those with errors that are left out, and of those that were
        imported or exported before.
    sources, agents, places, sectors, units, kinds, classes, verdicts, judgements : tuple of str
        Slugs of the sources of the rows, and of what is new.
    faults : tuple of Fault
        The faults of the rows that are left out.
    cells : dict of str to int
        Number of filled cells: `used`, `ignored` on request, and `errors`, which are those of the rows left out.
    other_sheets : tuple of str
        Sheets of the workbook that are not read, because they have no name of the template; of FollowTheMoney, the
        schemata and properties that have no column, with their numbers.
    changes : tuple of Change
        Rows that were added or removed, and cells that were changed, since the table was exported or imported.
    again : bool
        Whether the table was compared with what it was.
    kept : int
        Number of rows that did not change, and of which the data have changed the statements.
    left_out : dict of (str, str) to int
        Kind and name of each name that a person decided to ignore → number of its cells.
    warnings : tuple of Finding
        Warnings of `pcgraph.validation` on the new files, and what seems to be recorded already.
    before, after : Inputs
        The data without the import and with it.
    texts : dict of str to str
        Path of a file of a source that exists → its text before the import adds to it.
    """

    id: str
    data: Path
    files: dict[str, bytes]
    rows: int
    engagements: int
    sources: tuple[str, ...]
    agents: tuple[str, ...]
    places: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()
    judgements: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    cells: dict[str, int] = field(default_factory=dict)
    other_sheets: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    again: bool = False
    kept: int = 0
    left_out: dict[tuple[str, str], int] = field(default_factory=dict)
    warnings: tuple[Finding, ...] = field(default=(), repr=False)
    total: int = field(kw_only=True)
    refused: int = field(kw_only=True)
    known: int = field(kw_only=True)
    before: data_folder.Inputs = field(kw_only=True, repr=False)
    after: data_folder.Inputs = field(kw_only=True, repr=False)
    texts: dict[str, str] = field(kw_only=True, repr=False)


class BadRows(InvalidInput):
    """Raised if rows cannot be imported; no data were written, and `found` has every fault, once for all its rows.

    The message lists some of the unknown names, or the file in which they can be decided.
    """

    def __init__(self, found: Iterable[Fault], file: Path | None = None, undecided: int = 0) -> None:
        self.found = tuple(merged(found))
        names = [fault for fault in self.found if fault.kind]
        lines = [str(fault) for fault in self.found if not fault.kind]
        if file is not None and undecided:
            cells = sum(fault.more + 1 for fault in names)
            lines.append(
                f"{shown(file)}: {counted(undecided, 'name')} to decide, in {counted(cells, 'cell')}; expected same, "
                "new, ignore or unnamed in the column decision; fill it in and run the command again"
            )
        else:
            lines = [str(fault) for fault in self.found if not fault.kind or fault in names[:LISTED]]
            if len(names) > LISTED:
                lines.append(
                    f"… and {len(names) - LISTED} more names that are not known; expected names of the register; "
                    "write them to a table with --decisions FILE.csv, and decide there what they mean"
                )
        super().__init__(lines)


def prepare(
    file: Path,
    mapping: str,
    *,
    sheet: str | None = None,
    data: Path | Project | None = None,
    skip_bad: bool = False,
    strict: bool = False,
    remove: bool = False,
    decisions: Path | None = None,
    progress: Progress | None = None,
) -> Import:
    """Read a spreadsheet, or entities of FollowTheMoney, and return the import, which is not written yet.

    Of a table that was exported or imported before, only what changed since is imported. `remove` confirms that what
    the rows said that are gone is to be removed.
    """
    from pcgraph.intake.spreadsheets import ftm, memory
    from pcgraph.intake.spreadsheets.changes import base as bases
    from pcgraph.intake.spreadsheets.changes.merge import Merged
    from pcgraph.intake.spreadsheets.changes.register import split
    from pcgraph.intake.spreadsheets.changes.said import Facts
    from pcgraph.intake.spreadsheets.content import Reading
    from pcgraph.intake.spreadsheets.mapping import sheets
    from pcgraph.intake.spreadsheets.mapping.mapping import read as read_mapping

    memory.check(file)
    project = find(data)
    folder = project.data
    made = manifests(folder)
    everything = data_folder.read(project, home("ontology"), empty=True)
    declared = read_ontology(quad for each in everything.by_role("ontology") for quad in each.quads)
    rules = read_mapping(mapping, frozenset(map(local, declared.roles)) - {"participant"})
    tables, other_sheets = ({}, []) if ftm.is_ftm(file) else _tables(file, mapping, sheet, rules.layout)
    hidden = tables.pop(bases.EXPORTED, None)
    tables, again = split(tables)
    given = tables
    decided = Decisions(decisions)
    named = [table.sheet or ("" if name == sheets.ENGAGEMENTS else name) for name, table in tables.items()]
    parts = [sha256(file.read_bytes()), sha256(rules.text.encode()), *named, *filter(None, [decided.text])]
    facts: dict[str, object] = {
        "table": file.name,
        "sheet": ", ".join(table.sheet for table in tables.values()),
        "mapping": Path(mapping).stem,
    }
    previous = None if hidden else bases.last(made, facts, tables.values())
    id_, follows, same = bases.identify(
        parts, made, previous, hidden is not None, lambda name: state(folder, made[name])
    )
    before = without(everything, made[id_]) if same else everything
    old: Base | Table | None = hidden
    if follows:
        old = bases.imported(made[follows][bases.SAID], everything.names)
        tables = bases.changed(tables, made[follows], sorted(rules.columns))
    makers = {Path(name).stem: maker for maker, content in made.items() for name in content["files"]
              if not same or maker != id_}  # fmt: skip
    lookup = Lookup(before)
    if ftm.is_ftm(file):
        tables, other_sheets = ftm.read(file, lookup, rules, decided)
    if mapping == sheets.TEMPLATE and (deals := tables.get(sheets.ENGAGEMENTS)):
        rules = sheets.engagement_rules(rules, lookup, deals.header)
    content = Reading(
        tables, rules, lookup, decided, makers, id_, old=old, again=again, remove=remove, skip_bad=skip_bad,
        progress=progress,
    ).read()  # fmt: skip
    undecided = decided.write(decisions, content.unknown) if decisions and content.unknown else 0
    files, faults = content.files, content.faults
    if any(table.faults for table in tables.values()) or not (files or old is not None) or (faults and not skip_bad):
        raise BadRows(faults, decisions, undecided)
    after = together(before, files)
    warnings = check(before, after, strict)
    bad = {(fault.sheet, fault.row) for fault in faults}
    skipped = sorted(bad)
    new = {record.row for record in content.merged.new} if content.merged else None
    fresh = [(name, row, cells) for name, table in tables.items() for row, cells in table.rows]
    read = [each for each in fresh if new is None or each[0] != sheets.ENGAGEMENTS or each[1] in new]
    every = [*given.values(), *(each.now for each in again.values())] if not ftm.is_ftm(file) else [*tables.values()]
    total = sum(len(table.rows) for table in every)
    lost = [cells for name, row, cells in read if (tables[name].sheet, row) in bad]
    cells = {name: content.cells[name] for name in ("used", "ignored")} | {"errors": sum(map(_filled, lost))}
    facts |= {
        "rows": (count := len(read) - len(lost)),
        "rows left out": [row if len(tables) == 1 else f"{name} {row}" for name, row in skipped],
    }
    if follows:
        facts[bases.FOLLOWS] = follows
    if hidden is None and not ftm.is_ftm(file) and files:
        facts |= {
            bases.SAID: bases.as_kept(content.rows, Facts(Lookup(after))),
            bases.ROWS: bases.row_hashes(given, bad),
        }
    if files or same:
        files[f"{FOLDER}/{id_}.json"] = make_manifest(facts, files, content.texts)
    if same:
        files[f"{FOLDER}/{id_}.json"] = (folder / FOLDER / f"{id_}.json").read_bytes()
        if made[id_]["files"] != {name: sha256(text) for name, text in files.items() if not name.startswith(FOLDER)}:
            raise InvalidInput(
                f"{shown(file)}: import {id_} exists and would now be different, because the data have changed; "
                f"expected the same; run pcgraph import --undo {id_} first"
            )
        if changed := edited_files(folder, made[id_]):
            raise InvalidInput([_edited(folder, name, id_, "nothing was written") for name in changed])
    found, more = content.found, content.new
    register, merged = content.register, content.merged or Merged()
    return Import(
        id_, folder, files, count, len({slug for document in found.sources.values() for slug in document.entries}),
        tuple(found.sources), tuple(sorted([*found.new.keys() - found.places, *more.get("agents", ())])),
        tuple(sorted([*found.places, *more.get("places", ())])), tuple(more.get("sectors", ())),
        tuple(more.get("units", ())), tuple(more.get("kinds", ())), tuple(more.get("classes", ())),
        tuple(more.get("verdicts", ())), tuple(more.get("judgements", ())), tuple(faults), cells, tuple(other_sheets),
        (*register.changes, *merged.changes), old is not None, register.kept + merged.kept, content.left_out, warnings,
        total=total, refused=len(lost), known=total - len(read),
        before=before, after=after, texts=content.texts,
    )  # fmt: skip


def _tables(file: Path, mapping: str, sheet: str | None, layout: Layout) -> tuple[dict[str, Table], list[str]]:
    """Return the tables of a file by the sheet of the template that each is, and the names of sheets that are not read.

    With another mapping than the template, or a sheet of another name, a table holds engagements. A CSV file is the
    sheet that is named, or that its own name says.
    """
    from pcgraph.intake.spreadsheets.changes.base import EXPORTED
    from pcgraph.intake.spreadsheets.mapping import sheets
    from pcgraph.intake.spreadsheets.readers import table

    known = sheets.SHEETS if mapping == sheets.TEMPLATE else ()
    if sheet is not None and file.suffix.lower() == ".csv" and sheet.casefold() not in known:
        expected = f"expected one of {', '.join(known)}" if known else "expected no sheet"
        broken = BadInput("unknown-sheet", f"a CSV file has no sheet {sheet!r}", expected, "leave --sheet out")
        raise InvalidInput(str(broken.locate(shown(file))))
    if mapping != sheets.TEMPLATE:
        return {sheets.ENGAGEMENTS: table.read(file, sheet, layout)}, []
    if file.suffix.lower() == ".xlsx" and sheet is None:
        tables, others = table.read_sheets(file, sheets.SHEETS)
        hidden = {name: table.read(file, name) for name in others if name.startswith(EXPORTED)}
        own = [name for name in others if name.casefold() not in (*sheets.NOTES, *hidden)]
        emptied = {
            name: replace(was, sheet=name, header=was.header[:-1], rows=())  # the last column is the hash
            for sheet, was in hidden.items() if (name := sheet.removeprefix(EXPORTED).strip() or sheets.ENGAGEMENTS)
        }  # fmt: skip
        return emptied | {_kind(each.sheet): each for each in tables} | hidden, own
    read = table.read(file, sheet)
    return {_kind(read.sheet or sheet or file.stem): read}, []


def _filled(cells: Iterable[str]) -> int:
    return sum(map(bool, cells))


def _kind(name: str) -> str:
    from pcgraph.intake.spreadsheets.mapping.sheets import ENGAGEMENTS, SHEETS

    return name.casefold() if name.casefold() in SHEETS else ENGAGEMENTS


def write(made: Import) -> list[Path]:
    """Write an import, all or nothing, and return the new files; an import that exists is not written again."""
    return write_files(made.data, made.files, made.id, made.texts)


def undo(name: str, data: Path | Project | None = None, *, dry_run: bool = False) -> list[Path]:
    """Undo one import: remove exactly the files that it made, and what it added to others."""
    project = find(data)
    folder = project.data
    made = find_manifest(folder, name)
    if changed := edited_files(folder, made):
        raise InvalidInput([_edited(folder, each, name, "nothing was removed") for each in changed])
    everything = data_folder.read(project, home("ontology"), empty=True)
    left = without(everything, made)
    if needed := new_errors(validation.run(left), everything):
        raise InvalidInput([f"import {name} is needed by other data; nothing was removed: {line}" for line in needed])
    if dry_run:
        return [folder / each for each in sorted(made["files"])]
    return remove_files(folder, name, made)


def _edited(data: Path, name: str, import_: str, so: str) -> str:
    return f"{shown(data / name)}: edited since import {import_}, so {so}; expected it unchanged; restore or keep it"
