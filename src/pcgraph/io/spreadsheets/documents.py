"""Records → source documents and entries of the register; finds what takes several rows, or the data, to see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pcgraph.io.spreadsheets import vocabulary as means
from pcgraph.io.spreadsheets.cards import Card, cards
from pcgraph.io.spreadsheets.errors import Broken, shown
from pcgraph.io.spreadsheets.records import Record
from pcgraph.io.spreadsheets.rows import Reader
from pcgraph.io.spreadsheets.vocabulary import Meaning
from pcgraph.model.entities import Thing
from pcgraph.model.namespaces import ID, PCG, compact
from pcgraph.model.ontology import Model


@dataclass
class Entry:
    """What one source says of one engagement; the facts are Turtle terms, the steps have dates and passages."""

    kind: str
    facts: dict[str, list[str]] = field(default_factory=dict)
    inferred: list[str] = field(default_factory=list)
    unnamed: list[str] = field(default_factory=list)
    steps: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    passages: list[str] = field(default_factory=list)


@dataclass
class Document:
    """One source: its card as Turtle terms, its entries by slug, its passages with their pointers."""

    slug: str
    card: dict[str, list[str]] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    passages: dict[str, str] = field(default_factory=dict)


@dataclass
class Documents:
    """Everything that an import writes, before it is written.

    Attributes
    ----------
    sources : dict of str to Document
    labels : dict of str to (str, str)
        Slug of each engagement that the register does not name yet → label and summary.
    agents : dict of str to Thing
    """

    sources: dict[str, Document] = field(default_factory=dict)
    labels: dict[str, tuple[str, str]] = field(default_factory=dict)
    agents: dict[str, Thing] = field(default_factory=dict)


def gather(records: Iterable[Record], reader: Reader, makers: dict[str, str]) -> tuple[Documents, list[Record]]:
    """Put together what belongs together; a record that cannot be taken gets its faults and is left out.

    Parameters
    ----------
    records : iterable of Record
    reader : Reader
        Of the same table; names the places of faults.
    makers : dict of str to str
        Slug of a source that an import made → the import.

    Returns
    -------
    Documents
        Of the records without faults.
    list of Record
        The others, in order.
    """
    records = list(records)
    known = cards(records, reader, makers)
    while True:
        good = [record for record in records if not record.faults]
        found = _merged(good, reader, known)
        _links(good, found, reader)
        if all(not record.faults for record in good):
            return found, [record for record in records if record.faults]


def _merged(records: list[Record], reader: Reader, cards: dict[str, Card]) -> Documents:
    found = Documents()
    first: dict[str, Record] = {}
    labels = reader.meaning.labels
    for record in records:
        document = found.sources.get(record.source) or Document(record.source, cards[record.source])
        entry = document.entries.get(record.id) or Entry(record.kind)
        earlier = first.setdefault(record.id, record)
        wrong = [*_called(record, earlier, reader.meaning), *_differences(record, entry, reader.meaning.lookup.model)]
        for name, broken in wrong:
            values = reader.rules.engagement.get(name)
            record.faults.append(reader.fault(record.row, values[0] if values else name, broken))
        if wrong:
            continue
        found.sources[record.source] = document
        document.entries[record.id] = entry
        if ID + record.id not in labels:
            label, description = found.labels.get(record.id, ("", ""))
            found.labels[record.id] = (label or record.label, description or record.description)
        found.agents.update(record.new)
        _add(record, entry, document)
    return found


def _called(record: Record, first: Record, meaning: Meaning) -> Iterator[tuple[str, Broken]]:
    """Check id and label of a row against the data, and against the first row with the same id."""
    iri = ID + record.id
    kinds = meaning.lookup.types.get(iri, frozenset())
    other = not kinds & meaning.lookup.subterms("Engagement")
    label = meaning.labels.get(iri) or first.label
    if kinds and (record.minted or other):
        what = f"id:{record.id} is there already ({compact(min(kinds)) if other else label or 'an engagement'})"
        todo = "give it another" if other else "write the id if it is the same, or another"
        yield "id", Broken("id-taken", what, "expected an id of its own", todo)
    elif first is not record and record.minted:
        what = f"id:{record.id} is that of row {first.row}"
        yield "label", Broken("id-taken", what, "expected an id where rows have one label", "write the ids")
    elif not label and not record.label:
        yield "label", Broken("missing-value", "is empty", "expected the name of a new engagement", "fill it")
    elif record.label and label and record.label != label:
        what = f"{shown(record.label)} for id:{record.id}, which is called {shown(label)}"
        yield "label", Broken("two-values", what, "expected one label", "leave it empty, or mend the id")


def _differences(record: Record, entry: Entry, model: Model) -> Iterator[tuple[str, Broken]]:
    """Compare a row with what earlier rows say of the same engagement in the same source."""
    if record.kind != entry.kind:
        what = f"a {compact(record.kind)} that an earlier row calls a {compact(entry.kind)}"
        yield "class", Broken("two-values", what, "expected one class", "mend it, or give it an id of its own")
    single = model.functional | set(model.chosen_with)
    for name in sorted(set(record.facts) & set(entry.facts)):
        if PCG + camel(name) in single and record.facts[name] != entry.facts[name]:
            what = f"{record.facts[name][0]} here, {entry.facts[name][0]} in an earlier row of one source"
            yield (
                name,
                Broken("two-values", what, f"expected one {name.replace('_', ' ')}", "keep one, or make two of it"),
            )
    for status, (day, column) in record.steps.items():
        before = entry.steps.get(status, ("", []))[0]
        if day and before and day != before:
            what = f"{status} on {day} here, on {before} in an earlier row of one source"
            todo = "keep one, and add a status that comes back by hand"
            yield column, Broken("two-values", what, "expected one date", todo)


def _add(record: Record, entry: Entry, document: Document) -> None:
    passage = means.passage(record.locator)
    document.passages.setdefault(passage, record.locator)
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


def _links(records: list[Record], found: Documents, reader: Reader) -> None:
    """Refuse rows that name an engagement which neither the data nor a good row has."""
    here = {ID + slug for document in found.sources.values() for slug in document.entries}
    for record in records:
        for iri, column in record.links.items():
            if iri not in here and iri not in reader.meaning.lookup.types:
                expected = "expected the id of an engagement in the data or in a row that is good"
                broken = Broken(
                    "unknown-value", f"{compact(iri)} is no engagement", expected, "mend it, or add its row"
                )
                record.faults.append(reader.fault(record.row, column, broken))


def camel(name: str) -> str:
    """Write a key of a mapping as the ontology does.

    >>> camel("parties_complete")
    'partiesComplete'
    """
    first, *rest = name.split("_")
    return first + "".join(map(str.title, rest))
