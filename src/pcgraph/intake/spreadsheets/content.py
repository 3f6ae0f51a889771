"""Reads all sheets of an import, whatever their order in the workbook, and makes the files that it writes.

What a sheet registers is known to the sheets that are read after it: agents, places and terms first, then judgements
on spellings, engagements, and at last verdicts and judgements.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from pcgraph.intake.errors import Fault
from pcgraph.intake.spreadsheets.changes.base import Base, exported
from pcgraph.intake.spreadsheets.changes.edits import Edits
from pcgraph.intake.spreadsheets.changes.judged import sheet
from pcgraph.intake.spreadsheets.changes.merge import Merged, merge
from pcgraph.intake.spreadsheets.changes.register import Differences, Exported, compare
from pcgraph.intake.spreadsheets.changes.said import Content as Said
from pcgraph.intake.spreadsheets.changes.said import Facts, RowContent, RowKey
from pcgraph.intake.spreadsheets.mapping.decisions import Decisions, Key, Unknown
from pcgraph.intake.spreadsheets.mapping.rows import Progress, Reader
from pcgraph.intake.spreadsheets.mapping.rule import Rules
from pcgraph.intake.spreadsheets.mapping.sheet_rows import Makers, Row, read_rows
from pcgraph.intake.spreadsheets.mapping.sheets import CLASSES, ENGAGEMENTS, JUDGED, REGISTER, columns
from pcgraph.intake.spreadsheets.mapping.vocabulary import Vocabulary
from pcgraph.intake.spreadsheets.readers.table import Table
from pcgraph.intake.spreadsheets.records import Record
from pcgraph.intake.spreadsheets.writers import documents, turtle_writer
from pcgraph.intake.spreadsheets.writers.preview import together
from pcgraph.intake.spreadsheets.writers.register_sheets import Entry, read_entries, read_links
from pcgraph.intake.spreadsheets.writers.verdict_sheets import VerdictReader
from pcgraph.store.data_folder import parse
from pcgraph.turtle.formatter import render
from pcgraph.turtle.parser import Block
from pcgraph.validation.index import Lookup


@dataclass
class Content:
    """What an import reads and writes.

    Attributes
    ----------
    files : dict of str to bytes
        Path below the data folder → content.
    texts : dict of str to str
        Path of a file that exists → its text before the import adds to it.
    found : Documents
        The engagements and their sources.
    new : dict of str to list of str
        Sheet → slugs of what it adds; engagements are in `found`.
    faults : list of Fault
        In the order of the tables and their rows.
    unknown : list of Unknown
        Names that a person has to decide on.
    left_out : dict of (str, str) to int
        Names that a person decided to ignore → number of their cells.
    cells : Counter of str
        Number of the filled cells that are used, and that are ignored on request, in rows without faults.
    merged : Merged or None
        The differences of engagements to the table as it was, if that is known.
    register : Differences or None
        The differences of the sheets of agents, places and terms to those that were exported.
    rows : dict of RowKey to Content
        What the rows of engagements say that count as imported.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    found: documents.Documents = field(default_factory=documents.Documents)
    new: dict[str, list[str]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    unknown: list[Unknown] = field(default_factory=list)
    left_out: dict[Key, int] = field(default_factory=dict)
    cells: Counter[str] = field(default_factory=Counter)
    merged: Merged | None = None
    register: Differences = field(default_factory=Differences)
    rows: dict[RowKey, Said] = field(default_factory=dict)


class Reading:
    """Reads the tables of an import; `old` is what its engagements were, or the hidden sheet that says it.

    `again` has the rows of the register that were exported. `remove` confirms that rows are gone.
    """

    def __init__(
        self, tables: Mapping[str, Table], rules: Rules, lookup: Lookup, decided: Decisions, makers: Mapping[str, str],
        id_: str, *, old: Base | Table | None, again: Mapping[str, Exported], remove: bool, skip_bad: bool,
        progress: Progress | None,
    ) -> None:  # fmt: skip
        self.old, self.again, self.remove = old, again, remove
        self.tables, self.rules, self.lookup, self.decided, self.makers = tables, rules, lookup, decided, makers
        self.before, self.progress = lookup.inputs, progress
        before = self.before
        self.made = Makers(lookup, makers)
        self.names, self.language = before.names, before.project.label_language
        self.name, self.skip_bad = f"import-{id_}.ttl", skip_bad
        self.content = Content(faults=[fault for table in tables.values() for fault in table.faults])
        self.columns = {name: columns(name, self.lookup) for name in tables if name != ENGAGEMENTS}
        self.edits = list[Edits]()
        self.rows: dict[str, list[Row]] = {}
        for name, known in self.columns.items():
            self.rows[name] = read_rows(tables[name], known)

    def read(self) -> Content:
        """Return what the import reads and writes."""
        content, blocks = self.content, list[Block]()
        classes = self.read_register("terms", CLASSES)
        entries = self.read_register("register", *(name for name in REGISTER if name != CLASSES))
        for entry in (*classes, *entries):
            content.new.setdefault(entry.sheet, []).append(entry.slug)
        blocks += [entry.block() for entry in entries]
        self.add_file("terms", [entry.block() for entry in classes])
        self.compare_register()
        verdicts = self.read_spellings()
        if ENGAGEMENTS in self.tables:
            self.read_engagements()
        own = self.lookup.ontology.own
        blocks += turtle_writer.register_blocks(content.found, self.names, own, self.language)
        self.add_file("register", blocks)
        self.add_sources()
        self.add_edits()
        if self.skip_bad or not content.faults:
            verdicts += self.read_verdicts()
        self.add_file("verdicts", verdicts)
        content.faults += [fault for rows in self.rows.values() for row in rows for fault in row.faults]
        content.cells["used"] += sum(len(row.cells) for rows in self.rows.values() for row in rows if not row.faults)
        places = [*(table.sheet for table in self.tables.values()), *(each.now.sheet for each in self.again.values())]
        content.faults.sort(key=lambda fault: (places.index(fault.sheet), fault.row))
        return content

    def add_file(self, folder: str, blocks: list[Block]) -> None:
        """Add a file of the register or of verdicts to the import, if it says anything."""
        if blocks:
            self.content.files[f"{folder}/{self.name}"] = self.text(blocks)

    def text(self, blocks: list[Block]) -> bytes:
        """Return blocks as a file."""
        return render(([block] for block in blocks), self.names).encode()

    def know(self, folder: str, blocks: list[Block]) -> Lookup:
        """Return the index of the data with a file of the import."""
        if not blocks:
            return self.lookup
        path, role = self.before.data / folder / self.name, "ontology" if folder == "terms" else folder
        return self.lookup.with_files([parse(path, role, self.names, self.text(blocks))])

    def read_register(self, folder: str, *sheets: str) -> list[Entry]:
        """Read sheets of new things or terms, and let the index know them. A row that links to a bad one is bad."""
        rows = {name: self.rows[name] for name in sheets if name in self.rows}
        if not rows:
            return []
        entries = read_entries(rows, Vocabulary(self.lookup), self.made)
        while True:
            named = [entry for entry in entries if entry.is_named and not (self.skip_bad and entry.row.faults)]
            words = Vocabulary(self.know(folder, [entry.block(links=False) for entry in named]))
            read_links(named, self.columns, words)
            if not self.skip_bad or not any(entry.row.faults for entry in named):
                break
        self.lookup = self.know(folder, [entry.block() for entry in named])
        return named

    def compare_register(self) -> None:
        """Compare the rows of the register that were exported with what they were."""
        if not self.again:
            return
        words, facts, found = Vocabulary(self.lookup), Facts(self.lookup), self.content.register
        self.edits.append(edits := Edits(facts))
        for name, tables in self.again.items():
            compare(sheet(name, facts, words), tables, edits, found, remove=self.remove)
        self.content.faults += found.faults

    def read_spellings(self) -> list[Block]:
        """Read the judgements on spellings of agents, so that the engagements of the import can use them."""
        rows = [row for row in self.rows.get("judgements", ()) if row.cell("spelling") and not row.faults]
        if not rows:
            return []
        reader = VerdictReader(Vocabulary(self.lookup), self.made)
        blocks = self.judged("judgements", rows, reader)
        self.lookup = self.know("verdicts", blocks)
        return blocks

    def read_engagements(self) -> None:
        """Read the sheet of engagements, and compare it with what it was."""
        table = self.tables[ENGAGEMENTS]
        reader = Reader(table, self.rules, Vocabulary(self.lookup, self.decided))
        content = self.content
        records = list(reader.records(self.progress))
        facts = Facts(self.lookup)
        read, old = RowContent(reader, facts), self.old
        if isinstance(old, Table):
            old = exported(old, reader, records, read)
        if old is not None:
            content.merged = merge(reader, records, old, facts, remove=self.remove)
            content.faults += content.merged.faults
            self.edits += [content.merged.edits] if content.merged.edits else []
            records = content.merged.new
        content.found, bad = documents.gather(records, reader, dict(self.makers))
        content.faults += [fault for record in bad for fault in record.faults]
        good = defaultdict[RowKey, list[Record]](list)
        for record in records:
            if not record.faults:
                good[read.key(record)].append(record)
        content.rows = content.merged.rows if content.merged else {}
        content.rows |= {key: read.content(own) for key, own in good.items()}
        for key in {read.key(record) for record in bad} - good.keys():
            content.rows.pop(key, None)
        for record in records:
            if not record.faults:
                content.cells.update(used=record.used, ignored=record.ignored)
        content.unknown, content.left_out = list(reader.unknown.values()), reader.left_out

    def add_sources(self) -> None:
        """Add the files of the sources to the import."""
        own, files = self.lookup.ontology.own, self.content.files
        for slug, document in self.content.found.sources.items():
            if document.file is None:
                files[f"sources/{slug}.ttl"] = turtle_writer.render_source(document, self.names, own).encode()
                continue
            name = document.file.path.relative_to(self.before.data).as_posix()
            files[name] = turtle_writer.add_to_source(document, document.file, self.names, own).encode()
            self.content.texts[name] = document.file.path.read_bytes().decode()

    def add_edits(self) -> None:
        """Edit the files whose statements the table changes."""
        for edits in self.edits:
            for path, file in edits.files.items():
                name = file.path.relative_to(self.before.data).as_posix()
                edited = edits.apply(path, self.content.files.get(name, file.text.encode()).decode())
                self.content.files[name] = edited.encode()
                self.content.texts[name] = file.path.read_bytes().decode()

    def read_verdicts(self) -> list[Block]:
        """Read the verdicts, and the judgements that are not on spellings, on the data with the engagements."""
        rows = {name: [row for row in self.rows.get(name, ()) if not row.cell("spelling")] for name in JUDGED}
        if not any(rows.values()):
            return []
        reader = VerdictReader(Vocabulary(Lookup(together(self.before, self.content.files))), self.made)
        return [block for name, own in rows.items() for block in self.judged(name, own, reader)]

    def judged(self, sheet: str, rows: list[Row], reader: VerdictReader) -> list[Block]:
        """Return the verdicts of some rows of a sheet."""
        read = reader.verdict if sheet == "verdicts" else reader.judgement
        blocks = [block for row in rows if (block := read(row)) is not None]
        self.content.new.setdefault(sheet, []).extend(str(block.subject).partition(":")[2] for block in blocks)
        return blocks
