"""Combines records into source documents and register entries, and checks rows against each other and the data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pcgraph.io.spreadsheets.cards import Card, cards
from pcgraph.io.spreadsheets.errors import BadInput, shown
from pcgraph.io.spreadsheets.records import Record
from pcgraph.io.spreadsheets.rows import Reader
from pcgraph.io.spreadsheets.vocabulary import Vocabulary, passage_fragment
from pcgraph.model.entities import Thing
from pcgraph.model.namespaces import ID, PCG, compact
from pcgraph.model.ontology import Model


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
    """One source: its card as Turtle terms, its entries by slug, and its passages with their pointers."""

    slug: str
    card: dict[str, list[str]] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    passages: dict[str, str] = field(default_factory=dict)


@dataclass
class Documents:
    """Everything that an import will write.

    Attributes
    ----------
    sources : dict of str to Document
        By slug.
    labels : dict of str to (str, str)
        Slug of each engagement that is not in the register → label and description.
    agents : dict of str to Thing
        New agents, by slug.
    """

    sources: dict[str, Document] = field(default_factory=dict)
    labels: dict[str, tuple[str, str]] = field(default_factory=dict)
    agents: dict[str, Thing] = field(default_factory=dict)


def gather(records: Iterable[Record], reader: Reader, makers: dict[str, str]) -> tuple[Documents, list[Record]]:
    """Combine records into documents. A record that cannot be imported gets faults and is left out.

    Parameters
    ----------
    records : iterable of Record
    reader : Reader
        The reader of the same table; it adds places to faults.
    makers : dict of str to str
        Slug of a source that an import made → id of the import.

    Returns
    -------
    Documents
        From the records without faults.
    list of Record
        The records with faults, in order.
    """
    records = list(records)
    known = cards(records, reader, makers)
    while True:
        good = [record for record in records if not record.faults]
        found = _merge(good, reader, known)
        _check_links(good, found, reader)
        if all(not record.faults for record in good):
            return found, [record for record in records if record.faults]


def _merge(records: list[Record], reader: Reader, cards: dict[str, Card]) -> Documents:
    found = Documents()
    first: dict[str, Record] = {}
    labels = reader.vocabulary.labels
    for record in records:
        document = found.sources.get(record.source) or Document(record.source, cards[record.source])
        entry = document.entries.get(record.id) or Entry(record.kind)
        earlier = first.setdefault(record.id, record)
        wrong = [
            *_name_conflicts(record, earlier, reader.vocabulary),
            *_value_conflicts(record, entry, reader.vocabulary.lookup.model),
        ]
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


def _name_conflicts(record: Record, first: Record, vocabulary: Vocabulary) -> Iterator[tuple[str, BadInput]]:
    """Yield errors of id and label, compared with the data and with the first row that has the same id."""
    iri = ID + record.id
    kinds = vocabulary.lookup.types.get(iri, frozenset())
    other = not kinds & vocabulary.lookup.subterms("Engagement")
    label = vocabulary.labels.get(iri) or first.label
    if kinds and (record.id_from_label or other):
        what = f"id:{record.id} already exists ({compact(min(kinds)) if other else label or 'an engagement'})"
        todo = "choose another" if other else "write that id if it is the same engagement, or choose another"
        yield "id", BadInput("id-taken", what, "expected an id of its own", todo)
    elif first is not record and record.id_from_label:
        what = f"id:{record.id} is also the id of row {first.row}"
        yield "label", BadInput("id-taken", what, "expected ids where rows have the same label", "write the ids")
    elif not label and not record.label:
        yield "label", BadInput("missing-value", "is empty", "expected the name of a new engagement", "fill it in")
    elif record.label and label and record.label != label:
        what = f"{shown(record.label)} for id:{record.id}, which is called {shown(label)}"
        yield "label", BadInput("two-values", what, "expected one label", "leave it empty, or correct the id")


def _value_conflicts(record: Record, entry: Entry, model: Model) -> Iterator[tuple[str, BadInput]]:
    """Yield contradictions between a row and earlier rows on the same engagement in the same source."""
    if record.kind != entry.kind:
        what = f"a {compact(record.kind)} that an earlier row calls a {compact(entry.kind)}"
        yield "class", BadInput("two-values", what, "expected one class", "correct it, or use another id")
    single = model.functional | set(model.chosen_with)
    for name in sorted(set(record.facts) & set(entry.facts)):
        if PCG + camel_case(name) in single and record.facts[name] != entry.facts[name]:
            what = f"{record.facts[name][0]} here, but {entry.facts[name][0]} in an earlier row of the same source"
            yield (
                name,
                BadInput("two-values", what, f"expected one {name.replace('_', ' ')}", "keep one, or use two ids"),
            )
    for status, (day, column) in record.steps.items():
        before = entry.steps.get(status, ("", []))[0]
        if day and before and day != before:
            what = f"{status} on {day} here, but on {before} in an earlier row of the same source"
            todo = "keep one (a status that is reached twice must be added by hand)"
            yield column, BadInput("two-values", what, "expected one date", todo)


def _add(record: Record, entry: Entry, document: Document) -> None:
    passage = passage_fragment(record.locator)
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


def _check_links(records: list[Record], found: Documents, reader: Reader) -> None:
    """Add a fault to each row that refers to an engagement that is neither in the data nor in a row without faults."""
    here = {ID + slug for document in found.sources.values() for slug in document.entries}
    for record in records:
        for iri, column in record.links.items():
            if iri not in here and iri not in reader.vocabulary.lookup.types:
                expected = "expected the id of an engagement in the data or in a row without errors"
                broken = BadInput(
                    "unknown-value", f"{compact(iri)} is not an engagement", expected, "correct it, or add its row"
                )
                record.faults.append(reader.fault(record.row, column, broken))


def camel_case(name: str) -> str:
    """Return a key of a mapping as a local name of the ontology.

    >>> camel_case("parties_complete")
    'partiesComplete'
    """
    first, *rest = name.split("_")
    return first + "".join(map(str.title, rest))
