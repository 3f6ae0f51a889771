"""Writes the graph as a workbook that `pcgraph import` reads: one row for what one source says about one engagement.

Further sheets have the agents, places and terms. A hidden sheet repeats the rows of each. The import compares the
workbook with it, and so finds what was changed meanwhile.
Only what an import reads back as it stands in the data gets into a cell.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pcgraph.export.xlsx import CHARACTERS, CREATED, require_xlsxwriter
from pcgraph.intake.spreadsheets.changes.base import DIGEST, EXPORTED
from pcgraph.intake.spreadsheets.changes.judged import sheets as every_sheet
from pcgraph.intake.spreadsheets.changes.said import Cell, Content, Facts, RowContent, RowKey, shown_values
from pcgraph.intake.spreadsheets.mapping.mapping import read as read_mapping
from pcgraph.intake.spreadsheets.mapping.rows import Reader
from pcgraph.intake.spreadsheets.mapping.rule import Rules
from pcgraph.intake.spreadsheets.mapping.sheets import ENGAGEMENTS, TEMPLATE, engagement_rules
from pcgraph.intake.spreadsheets.mapping.vocabulary import Vocabulary
from pcgraph.intake.spreadsheets.readers.table import Table
from pcgraph.model.namespaces import PCG, local
from pcgraph.store import data_folder
from pcgraph.store.files import home, replacing
from pcgraph.validation.index import Lookup

if TYPE_CHECKING:
    from pcgraph.belief.snapshot import Snapshot


def write(kg: Snapshot, path: Path) -> tuple[int, Counter[str]]:
    """Write what the sources in scope say, and the agents, places and terms that not only others name.

    Returns the number of rows, and the properties that have no cell, with the number of rows in which one has other
    values than a cell can hold.
    """
    require_xlsxwriter()
    lookup = Lookup(data_folder.read(kg.project, home("ontology")))
    slugs = {local(iri) for iri in kg.tables.sources["source"]}
    made = _Sheet(lookup)
    header, rows, lost = made.rows(slugs)
    sheets = {ENGAGEMENTS: (header, [cells[:-1] for cells in rows])}
    hidden = {EXPORTED: ((*header, DIGEST), rows)}
    others = _named(made.facts, made.facts.files.keys() - slugs) - _named(made.facts, slugs)
    verdicts = {fact.subject for _, fact in lookup.facts_by_role("verdicts")}
    for sheet in every_sheet(made.facts, made.vocabulary):
        header, rows, more = sheet.rows(others)
        verdicts -= {sheet.space + cells[0] for cells in rows}
        if rows:
            sheets[sheet.name] = header, [cells[:-1] for cells in rows]
            hidden[f"{EXPORTED} {sheet.name}"] = (*header, DIGEST), rows
            lost += more
    lost += Counter({"verdicts without a row": len(verdicts - others)})
    content = io.BytesIO()
    import xlsxwriter

    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": CREATED})
        bold, text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
        for name, (header, rows) in (sheets | hidden).items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 2)
            for place, column in enumerate(header):
                sheet.set_column(place, place, max(14, len(column) + 2), text)
                sheet.write_string(0, place, column, bold)
            for number, cells in enumerate(rows, 1):
                for place, cell in enumerate(cells):
                    if cell:
                        sheet.write_string(number, place, cell)
            if name in hidden:
                sheet.hide()
            else:
                sheet.autofilter(0, 0, len(rows), len(header) - 1)
    with replacing(path) as temporary:
        temporary.write_bytes(content.getbuffer())
    return sum(len(rows) for _, rows in sheets.values()), lost


def _named(facts: Facts, slugs: Iterable[str]) -> set[str]:
    """Return what some sources name, and what the register names in turn."""
    said = [facts.said(facts.files[slug]) for slug in slugs]
    found = {term.value for own in said for terms in own.values() for each in terms.values() for term in each}
    found |= {subject for own in said for subject in own}
    while more := {term.value for iri in found & facts.register.keys() for file in facts.register[iri]
                   for terms in facts.said(file)[iri].values() for term in terms} - found:  # fmt: skip
        found |= more
    return found | {iri for iri in facts.register if iri.startswith(facts.names.verdict) and _is_on(iri, found, facts)}


def _is_on(verdict: str, things: set[str], facts: Facts) -> bool:
    """Return whether a verdict is on one of some things, or on whom a spelling means."""
    said = [facts.said(file)[verdict] for file in facts.register[verdict]]
    verbs = (PCG + "onSubject",) if any(PCG + "onSubject" in own for own in said) else (PCG + "prefers",)
    return any(term.value in things for own in said for verb in verbs for term in own.get(verb, ()))


class _Sheet:
    """Makes the rows of the sheet of engagements."""

    def __init__(self, lookup: Lookup) -> None:
        self.facts, self.vocabulary = Facts(lookup), Vocabulary(lookup)
        rules = read_mapping(TEMPLATE, frozenset(map(local, lookup.ontology.roles)) - {"participant"})
        self.needed, self.rules = rules.columns, engagement_rules(rules, lookup)
        self.header = _header(self.rules)

    def rows(self, slugs: set[str]) -> tuple[tuple[str, ...], list[list[str]], Counter[str]]:
        """Return the header, the rows, each with a hash of what it is about, and what has no cell."""
        files = sorted(self.facts.files.items())
        said = {key: self.facts.content(key) for slug, file in files if slug in slugs for key in self.facts.keys(file)}
        cells = {key: self.cells(key, content) for key, content in said.items()}
        lines = tuple((n, tuple(own.get(name, "") for name in self.header)) for n, own in enumerate(cells.values()))
        reader, lost = Reader(Table("", "", self.header, lines), self.rules, self.vocabulary), Counter[str]()
        read = RowContent(reader, self.facts)
        for (key, own), record in zip(cells.items(), reader.records(), strict=True):
            now, back = said[key], read.content([record])
            for cell in sorted({*now.cells, *back.cells}):
                if now.values(cell) != back.values(cell):
                    own.pop(read.columns.get(cell, ""), None)
                    lost[local(cell.property)] += 1
            if not back.dates.items() <= now.dates.items():
                for step in self.rules.steps:
                    own.pop(step.status[0].column, None)
                    own.pop(step.date[0].column, None)
            lost["step"] += len(now.steps) > len(back.steps)
        used = self.needed.union(*cells.values())
        header = tuple(column for column in self.header if column in used)
        rows = [[*(own.get(name, "") for name in header), self.facts.digest(key)] for key, own in cells.items()]
        return header, rows, +lost

    def cells(self, key: RowKey, said: Content) -> dict[str, str]:
        """Return the text of each column of a row."""
        found = {"id": key.id, "source slug": key.source}
        for cell, (column, several) in self.columns.items():
            if (terms := said.cells.get(cell)) and (len(terms) == 1 or several):
                found[column] = shown_values(terms)
        for iri in said.passages[:1]:
            passage = self.facts.said(self.facts.files[key.source]).get(iri, {})
            locator = next((term.value for term in passage.get(PCG + "locator", ())), "")
            found["passage"] = locator or iri.partition("#")[2]
        steps = sorted(said.dates.items(), key=lambda step: (step[1], step[0]))
        for step, (status, day) in zip(reversed(self.rules.steps), reversed(steps), strict=False):
            found[step.status[0].column], found[step.date[0].column] = status, day
        return {column: text for column, text in found.items() if text and len(text) <= CHARACTERS}

    @cached_property
    def columns(self) -> dict[Cell, tuple[str, bool]]:
        """What a row says → its column, and whether the column can have several values."""
        read = RowContent(Reader(Table("", "", self.header, ()), self.rules, self.vocabulary), self.facts)
        split = {value.column for value in self.rules.values if value.split}
        return {cell: (column, column in split) for cell, column in read.columns.items()}


def _header(rules: Rules) -> tuple[str, ...]:
    """Return the columns: what an engagement is, where a source says it, who takes part, and the source."""
    steps = [part[0].column for step in reversed(rules.steps) for part in (step.status, step.date)]
    parts = ([values[0].column for values in part.values()] for part in (rules.engagement, rules.roles, rules.source))
    engagement, roles, source = parts
    return tuple(dict.fromkeys([*engagement[:3], *steps, *engagement[3:], *roles, "source slug", *source]))
