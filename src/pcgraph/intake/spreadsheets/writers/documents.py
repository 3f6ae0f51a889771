"""Combines records into source documents and register entries, and checks rows against each other and the data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import pyoxigraph as ox

from pcgraph.intake.errors import BadInput, shown
from pcgraph.intake.spreadsheets.mapping.mapping import NEEDED, camel_case
from pcgraph.intake.spreadsheets.mapping.rows import TWICE, Reader
from pcgraph.intake.spreadsheets.mapping.rule import Value
from pcgraph.intake.spreadsheets.records import NewThing, Record
from pcgraph.intake.spreadsheets.writers.quotes import pointer, quoted, read_text
from pcgraph.intake.values import date_bounds, literal
from pcgraph.model.namespaces import PCG, compact, local
from pcgraph.store.data_folder import File
from pcgraph.validation.index import Fact

Card = dict[str, list[str]]  # key of the mapping → Turtle terms


@dataclass
class Entry:
    """What one source says about one engagement; facts are Turtle terms, and steps have dates and passages."""

    kind: str
    facts: dict[str, list[str]] = field(default_factory=dict)
    inferred: list[str] = field(default_factory=list)
    unnamed: list[str] = field(default_factory=list)
    steps: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    passages: list[str] = field(default_factory=list)


@dataclass
class Document:
    """One source: its card as Turtle terms, its entries by slug, its passages as Turtle terms, and its file.

    A source that is new has no file. The card of one that exists is not written.
    """

    slug: str
    card: Card = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    passages: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    file: File | None = None


@dataclass
class Documents:
    """Everything that an import will write.

    Attributes
    ----------
    sources : dict of str to Document
        By slug.
    labels : dict of str to (str, str)
        Slug of each engagement that is not in the register → label and description.
    new : dict of str to NewThing
        New agents and places, by slug.
    places : set of str
        Slugs of the new places.
    """

    sources: dict[str, Document] = field(default_factory=dict)
    labels: dict[str, tuple[str, str]] = field(default_factory=dict)
    new: dict[str, NewThing] = field(default_factory=dict)
    places: set[str] = field(default_factory=set)


def gather(records: Iterable[Record], reader: Reader, makers: dict[str, str]) -> tuple[Documents, list[Record]]:
    """Combine records into documents. A record that cannot be imported gets faults and is left out."""
    records = list(records)
    builder = _Builder(reader, makers)
    for record in records:
        builder.add_to_card(record)
    for record in records:
        if record.source:
            builder.check_card(record)
    while True:
        good = [record for record in records if not record.faults]
        found = builder.merge(good)
        builder.check_links(good, found)
        if all(not record.faults for record in good):
            return found, [record for record in records if record.faults]


class _Builder:
    """Compares rows with each other and with the data; `cards` has the card of each source, by slug."""

    def __init__(self, reader: Reader, makers: dict[str, str]) -> None:
        self.reader, self.makers = reader, makers
        self.lookup, self.labels = reader.vocabulary.lookup, reader.vocabulary.labels
        self.descriptions = reader.vocabulary.descriptions
        self.single = self.lookup.ontology.functional | set(self.lookup.ontology.chosen_with)
        self.cards: dict[str, Card] = {}
        self.texts: dict[str, str | None] = {}
        self.files = {file.slug: file for file, _ in self.lookup.by_role("source")}
        self.by_address = {
            fact.value: file.slug
            for file, fact in self.lookup.facts_by_role("source")
            if fact.predicate == PCG + "address" and fact.subject == file.graph
        }

    def refuse(self, record: Record, where: Value | str, code: str, what: str, expected: str, todo: str) -> None:
        """Add a fault to a record, at a value or a column."""
        record.faults.append(self.reader.fault(record.row, where, BadInput(code, what, expected, todo)))

    def of_card(self, name: str) -> Value:
        """Return the first value of the mapping for a key of the source."""
        return self.reader.rules.source.get(name, (Value(),))[0]

    def add_to_card(self, record: Record) -> None:
        """Add what a row says about its source; several rows may come from one source, each with a part of its card."""
        known = self.cards.setdefault(record.source, {})
        for name, given in record.card.items():
            before = known.setdefault(name, given)
            if before != given:
                what = f"{given[0]} for src:{record.source}, but an earlier row says {before[0]}"
                expected = f"expected one {name.replace('_', ' ')} of a source"
                self.refuse(record, self.of_card(name), "two-values", what, expected, "correct one, or leave it empty")

    def check_card(self, record: Record) -> None:
        """Check the complete card of a row's source: of a new one, it is complete; and no step may be later."""
        slug, card, rules = record.source, self.cards[record.source], self.reader.rules.source
        if file := self.files.get(self.by_address.get(_plain(card.get("address")), slug)):
            record.source = file.slug
            card = self.check_known(record, card, file)
            self.cards.setdefault(file.slug, card)
        self.read_passage(record)
        reported = {fault.column for fault in record.faults}
        for name in NEEDED["source"] if file is None else ():
            if name not in card and not reported & {value.column for value in rules[name]}:
                what, expected = f"src:{slug} has no {name.replace('_', ' ')}", "expected it in a row of each source"
                self.refuse(record, rules[name][0], "missing-value", what, expected, "fill it in")
        written = _plain(card.get("date") or card.get("first_seen"))
        latest = date_bounds(written)[1] if written else None
        for status, (day, column) in record.steps.items():
            first = date_bounds(day)[0] if day else None
            if first and latest and first > latest:
                what, todo = f"{status} on {day}, after its source ({written})", "enter it as the expected date"
                expected = "expected a step that the source can report"
                self.refuse(record, column, "step-after-source", what, expected, todo)

    def read_passage(self, record: Record) -> None:
        """Find the passage of a row: by its quote in the text of its source, or else as the pointer that it gives."""
        if not record.quote:
            record.passage = pointer(record.locator)
            return
        if record.source not in self.texts:
            self.texts[record.source] = read_text(self.lookup.inputs.project.texts, record.source)
        try:
            record.passage = quoted(record.quote, record.locator, self.texts[record.source])
        except BadInput as broken:
            record.faults.append(self.reader.fault(record.row, self.reader.rules.engagement["quote"][0], broken))

    def check_known(self, record: Record, card: Card, file: File) -> Card:
        """Check a row on a source that exists: it agrees with the card, and its engagement is new to the source."""
        facts = self.lookup.facts[str(file.path)]
        own = [(local(fact.predicate), fact) for fact in facts if fact.subject == file.graph]
        known: Card = {}
        for name in self.reader.vocabulary.card:
            if terms := [self.written(fact) for key, fact in own if key == camel_case(name)]:
                known[name] = terms
            if name in card and not {*card[name]} <= {*known.get(name, ())}:
                what = f"{card[name][0]} for src:{file.slug}, which has {known.get(name, ['none'])[0]}"
                expected = f"expected the {name.replace('_', ' ')} of the source, or nothing"
                self.refuse(record, self.of_card(name), "two-values", what, expected, "leave the cell empty")
        iri = self.lookup.inputs.names.id + record.id
        if any(fact.subject == iri for fact in facts):
            maker = self.makers.get(file.slug)
            what = f"src:{file.slug} tells of id:{record.id} already{f', by import {maker}' if maker else ''}"
            todo = f"run pcgraph import --undo {maker} first" if maker else "edit its file by hand"
            where = self.of_card("address" if "address" in record.card else "slug")
            self.refuse(record, where, "source-exists", what, "expected an engagement that is new to the source", todo)
        return known

    def written(self, fact: Fact) -> str:
        """Return the object of a fact as the mapping writes it."""
        return self.lookup.inputs.names.compact(fact.value) if fact.names else _short(fact.term)

    def merge(self, records: list[Record]) -> Documents:
        """Return the documents of the records; one that contradicts an earlier one gets faults and is left out."""
        found = Documents()
        first: dict[str, Record] = {}
        for record in records:
            document = found.sources.get(record.source) or Document(
                record.source, self.cards[record.source], file=self.files.get(record.source)
            )
            entry = document.entries.get(record.id) or Entry(record.kind)
            self.check_name(record, first.setdefault(record.id, record))
            self.check_description(record, found)
            self.check_values(record, entry)
            if record.faults:
                continue
            found.sources[record.source] = document
            document.entries[record.id] = entry
            if self.lookup.inputs.names.id + record.id not in self.labels:
                label, description = found.labels.get(record.id, ("", ""))
                found.labels[record.id] = (label or record.label, description or record.description)
            found.new.update(record.new)
            found.places |= self.reader.vocabulary.register.places & record.new.keys()
            _add(record, entry, document)
        return found

    def check_name(self, record: Record, first: Record) -> None:
        """Compare id and label with the data and with the first row that has the same id."""
        iri, rules = self.lookup.inputs.names.id + record.id, self.reader.rules.engagement
        kinds = self.lookup.types.get(iri, frozenset())
        other = not kinds & self.lookup.subterms("Engagement")
        label = self.labels.get(iri) or first.label
        of_label = rules["label"][0]
        if kinds and (record.id_from_label or other):
            what = f"id:{record.id} already exists ({compact(min(kinds)) if other else label or 'an engagement'})"
            todo = "choose another" if other else "write that id if it is the same engagement, or choose another"
            where = rules["id"][0] if "id" in rules else "id"
            self.refuse(record, where, "id-taken", what, "expected an id of its own", todo)
        elif first is not record and record.id_from_label:
            what, expected = (
                f"id:{record.id} is also the id of row {first.row}",
                "expected ids where rows have the same label",
            )
            self.refuse(record, of_label, "id-taken", what, expected, "write the ids")
        elif not label and not record.label:
            expected = "expected the name of a new engagement"
            self.refuse(record, of_label, "missing-value", "is empty", expected, "fill it in")
        elif record.label and label and record.label != label:
            what = f"{shown(record.label)} for id:{record.id}, which is called {shown(label)}"
            self.refuse(record, of_label, "two-values", what, "expected one label", "leave it empty, or correct the id")

    def check_description(self, record: Record, found: Documents) -> None:
        """Refuse a description that would be lost, because the register or an earlier row has another."""
        iri, given = self.lookup.inputs.names.id + record.id, " ".join(record.description.split())
        known = self.descriptions.get(iri, "") if iri in self.labels else found.labels.get(record.id, ("", given))[1]
        if given and given != " ".join(known.split()) and (known or iri in self.labels):
            before = shown(known) if known else "none in the register"
            what, todo = (
                f"{shown(given)} for id:{record.id}, which has {before}",
                "leave it empty, or edit the register",
            )
            where = self.reader.rules.engagement["description"][0]
            self.refuse(record, where, "two-values", what, "expected one description", todo)

    def check_values(self, record: Record, entry: Entry) -> None:
        """Compare a row with earlier rows on the same engagement in the same source."""
        rules = self.reader.rules.engagement
        if record.kind != entry.kind:
            what = f"a {compact(record.kind)} that an earlier row calls a {compact(entry.kind)}"
            todo = "correct it, or use another id"
            self.refuse(record, rules["class"][0], "two-values", what, "expected one class", todo)
        for name in sorted(set(record.facts) & set(entry.facts)):
            if PCG + camel_case(name) in self.single and record.facts[name] != entry.facts[name]:
                what = f"{record.facts[name][0]} here, but {entry.facts[name][0]} in an earlier row of the same source"
                where = rules[name][0] if name in rules else name
                expected = f"expected one {name.replace('_', ' ')}"
                self.refuse(record, where, "two-values", what, expected, "keep one, or use two ids")
        for status, (day, column) in record.steps.items():
            before = entry.steps.get(status, ("", []))[0]
            if day and before and day != before:
                what = f"{status} on {day} here, but on {before} in an earlier row of the same source"
                self.refuse(record, column, "two-values", what, "expected one date", TWICE)

    def check_links(self, records: list[Record], found: Documents) -> None:
        """Refuse a row that refers to an engagement that is neither in the data nor in a row without faults."""
        here = {self.lookup.inputs.names.id + slug for document in found.sources.values() for slug in document.entries}
        for record in records:
            for iri, column in record.links.items():
                if iri not in here and iri not in self.lookup.types:
                    what = f"{compact(iri)} is not an engagement"
                    expected = "expected the id of an engagement in the data or in a row without errors"
                    self.refuse(record, column, "unknown-value", what, expected, "correct it, or add its row")


def _add(record: Record, entry: Entry, document: Document) -> None:
    passage, about = record.passage
    document.passages.setdefault(passage, about)
    if passage not in entry.passages:
        entry.passages.append(passage)
    for name, objects in record.facts.items():
        known = entry.facts.setdefault(name, [])
        known += [term for term in objects if term not in known]
    entry.inferred += [name for name in record.inferred if name not in entry.inferred]
    entry.unnamed += [role for role in record.unnamed if role not in entry.unnamed]
    for status, (day, _) in record.steps.items():
        before, passages = entry.steps.get(status, ("", []))
        entry.steps[status] = (before or day, passages + [passage] * (passage not in passages))


def _short(term: ox.Literal) -> str:
    datatype = local(term.datatype.value)
    return literal(term.value, "" if datatype in ("string", "langString") else f"^^xsd:{datatype}")


def _plain(objects: list[str] | None) -> str:
    """Return the text of the first literal; "" if there is none."""
    return objects[0].partition('"^^')[0].strip('"') if objects else ""
