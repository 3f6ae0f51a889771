"""Compares the sheets of agents, places and terms with what they were when exported, and with the data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from pcgraph.intake.errors import BadInput, Fault, shown
from pcgraph.intake.spreadsheets.changes.base import EXPORTED
from pcgraph.intake.spreadsheets.changes.edits import Edits
from pcgraph.intake.spreadsheets.changes.merge import Change, all_gone, row_gone
from pcgraph.intake.spreadsheets.changes.said import Facts, RowKey, plain, shown_values, term_of
from pcgraph.intake.spreadsheets.mapping.sheet_rows import Makers, Row, read_rows
from pcgraph.intake.spreadsheets.mapping.sheets import CLASSES, JUDGED, REGISTER, TERMS, Column
from pcgraph.intake.spreadsheets.mapping.vocabulary import Vocabulary
from pcgraph.intake.spreadsheets.readers.table import Table
from pcgraph.intake.spreadsheets.writers.register_sheets import read_entries, read_links
from pcgraph.model.fields import WORDS
from pcgraph.model.namespaces import LABEL, RDFS, SKOS, TYPE, V, local
from pcgraph.store.data_folder import File
from pcgraph.turtle.terms import Term


class Place(NamedTuple):
    """Where the data have what a cell says: a property, and the language of its values if they are texts."""

    property: str
    language: str | None = None


class Exported(NamedTuple):
    """The rows of a sheet that were exported, as they were and as they are now."""

    before: Table
    now: Table


def split(tables: Mapping[str, Table]) -> tuple[dict[str, Table], dict[str, Exported]]:
    """Part the rows of the register that were exported from the new ones; a sheet without new rows is left out."""
    found, again = dict(tables), dict[str, Exported]()
    for name in (*REGISTER, *JUDGED):
        before, now = found.pop(f"{EXPORTED} {name}", None), found.get(name)
        if now is None or before is None:
            continue
        known = {_id(before, cells) for _, cells in before.rows}
        parts: dict[bool, list[tuple[int, tuple[str, ...]]]] = {True: [], False: []}
        for number, cells in now.rows:
            parts[_id(now, cells) in known].append((number, cells))
        again[name] = Exported(before, replace(now, rows=tuple(parts[True])))
        del found[name]
        if parts[False]:
            found[name] = replace(now, rows=tuple(parts[False]))
    return found, again


def _id(table: Table, cells: tuple[str, ...]) -> str:
    return dict(zip(map(str.casefold, table.header), cells, strict=True)).get("id", "")


class Sheet:
    """One sheet of the register: where the data have what its cells say.

    `given` are the properties that need no cell.
    """

    def __init__(self, name: str, columns: Mapping[str, Column], facts: Facts, words: Vocabulary) -> None:
        self.name, self.columns, self.facts, self.words = name, columns, facts, words
        self.space = facts.names.expand(f"{'sector' if name == 'sectors' else 'v' if name in TERMS else 'id'}:")
        self.space = facts.names.terms if name == CLASSES else self.space
        self.given = {TYPE, SKOS + "inScheme"} if name in (*TERMS, CLASSES) else set[str]()  # they come with the sheet

    @cached_property
    def places(self) -> dict[str, Place]:
        """Column → place."""
        broader = RDFS + "subClassOf" if self.name == CLASSES else SKOS + "broader"
        own, label = self.facts.language, SKOS + "prefLabel" if self.name in TERMS else LABEL
        known = {
            "label": Place(label, own), "class": Place(TYPE), "other names": Place(SKOS + "altLabel", own),
            "definition": Place(SKOS + "definition", own), "broader": Place(broader),
        }  # fmt: skip
        found = {}
        for name, column in self.columns.items():
            if name in known:
                found[name] = known[name]
            elif name.startswith("label "):
                found[name] = Place(label, name.removeprefix("label "))
            elif column.field is not None:
                found[name] = Place(column.field.iri, own if column.field.kind == WORDS else None)
        return found

    def things(self) -> list[str]:
        """Return the things of the register that the sheet is about."""
        lookup, register = self.facts.lookup, self.facts.register
        if self.name in TERMS:
            scheme = V + TERMS[self.name][1]
            return sorted(iri for iri in register if lookup.schemes.get(iri) == scheme)
        if self.name == CLASSES:
            return sorted(iri for iri in register if iri.startswith(self.space))
        class_ = self.columns["class"].values
        return sorted(iri for iri in register if {*map(local, lookup.types.get(iri, ()))} & {*class_})

    def fixed(self, _iri: str) -> dict[str, str]:
        """Return the cells of a thing that nobody can change in the sheet."""
        return {}

    def held(self, iri: str) -> dict[str, list[Term]]:
        """Return what the data say, by column."""
        said = [self.facts.said(file)[iri] for file in self.facts.register.get(iri, ())]
        found = {}
        for column, (verb, language) in self.places.items():
            terms = [term for own in said for term in own.get(verb, ())]
            found[column] = [each for each in terms if language is None or getattr(each, "language", "") == language]
        return found

    def read(self, rows: Iterable[Row]) -> Iterator[dict[str, list[Term]]]:
        """Yield what each row says, by column."""
        makers = Makers(self.facts.lookup, {})
        entries = read_entries({self.name: rows}, self.words, makers, again=True)
        read_links(entries, {self.name: self.columns}, self.words)
        for entry in entries:
            said = {TYPE if verb == "a" else self.facts.names.expand(verb): terms
                    for verb, terms in (entry.names | entry.links).items()}  # fmt: skip
            read = {verb: [term_of(text, self.facts.names) for text in terms] for verb, terms in said.items()}
            yield {
                column: [term for term in read.get(verb, ()) if language is None or term.language == language]
                for column, (verb, language) in self.places.items()
            }

    def rows(self, without: Collection[str]) -> tuple[tuple[str, ...], list[list[str]], Counter[str]]:
        """Return the header, a row with its hash for each thing, and what has no cell, with numbers.

        Only what is read back as it stands in the data gets into a cell.
        """
        held = {iri: self.held(iri) for iri in self.things() if iri not in without}
        single = {name for name, column in self.columns.items() if not (column.field and column.field.several)}
        cells = []
        for iri, own in held.items():
            whole = {
                name: terms for name, terms in own.items() if len(terms) == 1 or name not in single - {"other names"}
            }
            cells.append(
                {"id": local(iri)}
                | self.fixed(iri)
                | {name: shown_values(terms) for name, terms in whole.items() if terms}
            )
        table, lost = Table("", self.name, (), ()), Counter[str]()
        back = self.read([Row(table, number, each) for number, each in enumerate(cells)])
        for (iri, own), row, read in zip(held.items(), cells, back, strict=True):
            for name in [name for name in self.places if _values(own[name]) != _values(read[name])]:
                row.pop(name, None)
            told = {
                (place.property, value) for name, place in self.places.items() if name in row for value in own[name]
            }
            lost.update(local(verb) for file in self.facts.register[iri]
                        for verb, terms in self.facts.said(file)[iri].items()
                        if any((verb, term) not in told for term in terms) and verb not in self.given)  # fmt: skip
        header = tuple(self.columns)
        digests = map(self.facts.digest_of, held)
        rows = [[*(row.get(name, "") for name in header), hash_] for row, hash_ in zip(cells, digests, strict=True)]
        return header, rows, lost

    def file_of(self, iri: str, verb: str) -> File:
        """Return the file of the register that says something, or else the one with the name of the thing."""
        files = self.facts.register[iri]
        own = [file for each in (verb, LABEL, SKOS + "prefLabel") for file in files
               if each in self.facts.said(file)[iri]]  # fmt: skip
        return (own or files)[0]


@dataclass
class Differences:
    """What becomes of the rows that were exported."""

    changes: list[Change] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    kept: int = 0  # rows that are as they were, and whose statements were changed in the data


def compare(sheet: Sheet, tables: Exported, edits: Edits, found: Differences, *, remove: bool) -> None:
    """Write what the rows of a sheet changed into the edits; `remove` confirms that rows are gone."""
    header = tables.before.header[:-1]  # the last column is the hash
    digests = {_id(tables.before, cells): cells[-1] for _, cells in tables.before.rows}
    known = replace(tables.before, header=header, rows=tuple((n, cells[:-1]) for n, cells in tables.before.rows))
    before = {row.cell("id"): row for row in read_rows(known, sheet.columns)}
    now: dict[str, Row] = {}
    for row in read_rows(tables.now, sheet.columns):
        if now.setdefault(id_ := row.cell("id"), row) is not row:
            what = f"{id_} is also the id of row {now[id_].number}"
            row.refuse("id", BadInput("id-taken", what, "expected each thing once", "keep one row"))
            found.faults += row.faults
    was = dict(zip(before, sheet.read(before.values()), strict=True))
    said = dict(zip(now, sheet.read(now.values()), strict=True))
    registered = [id_ for id_ in was if sheet.facts.register.get(sheet.space + id_)]
    if registered and not now and not remove:
        found.faults.append(all_gone(len(registered)).locate(tables.now.file, tables.now.sheet))
        return
    for id_, old in was.items():
        iri, held = sheet.space + id_, sheet.held(sheet.space + id_)
        changed = sheet.facts.digest_of(iri) != digests[id_]
        if id_ not in now:
            _take_out(sheet, id_, tables.now, edits, found, changed=changed, remove=remove)
            continue
        row, differs = now[id_], [name for name in sheet.places if _values(old[name]) != _values(said[id_][name])]
        for name in sheet.columns.keys() - sheet.places.keys() - {"id"}:
            if row.cell(name) != (text := before[id_].cell(name)):
                what = f"{shown(row.cell(name))}, and {shown(text)} before"
                todo = "put it back; delete the row and add another to decide something else"
                row.refuse(name, BadInput("unknown-value", what, "expected the same decision", todo))
        wrong = [fault for fault in row.faults if row.cell(fault.column) != before[id_].cell(fault.column)]
        found.faults += wrong
        found.kept += changed and not differs
        for name in differs if not wrong else ():
            new = said[id_][name]
            if _values(new) == _values(held[name]):
                continue
            texts = [shown_values(terms) for terms in (old[name], new, held[name])]
            if _values(old[name]) != _values(held[name]) or not sheet.facts.register.get(iri):
                here, data, first = (shown(text) if text else "nothing" for text in (texts[1], texts[2], texts[0]))
                what, todo = f"{here} here, {data} in the data, {first} before", "write one value into both"
                broken = BadInput("conflict", what, "expected a change on one side", todo)
                found.faults.append(broken.locate(row.table.file, row.table.sheet, row.number, name))
                continue
            verb = sheet.places[name].property
            edits.set_terms(sheet.file_of(iri, verb), iri, verb, _values(old[name]), new)
            found.changes.append(Change("changed", row.number, RowKey(sheet.name, id_), name, *texts[:2]))


def _take_out(
    sheet: Sheet, id_: str, table: Table, edits: Edits, found: Differences, *, changed: bool, remove: bool
) -> None:
    """Remove a thing whose row is gone; what refers to it is found when the import is checked."""
    iri = sheet.space + id_
    if not sheet.facts.register.get(iri):
        return
    what = f"the row of {id_} is gone"
    if changed:
        broken = BadInput(
            "conflict", f"{what}, and the data have changed it since", "expected one change", "put it back"
        )
    elif not remove:
        broken = row_gone(what)
    else:
        parts = [each for each in sheet.facts.register if each == iri or each.startswith(f"{iri}.")]
        for each in parts:
            for place in sheet.facts.register[each]:
                edits.now(place, each).clear()
        found.changes.append(Change("removed", 0, RowKey(sheet.name, id_)))
        return
    found.faults.append(broken.locate(table.file, table.sheet))


def _values(terms: Iterable[Term]) -> frozenset[object]:
    return frozenset(map(plain, terms))
