"""Reads the rows of a table into records: the content of each row, or why it cannot be imported."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from pcgraph.errors import InvalidInput, nearest
from pcgraph.io.spreadsheets.cells import (
    Cells,
    boolean_literal,
    currency_literal,
    day_literal,
    edtf_literal,
    literal,
    text_literal,
)
from pcgraph.io.spreadsheets.errors import BadInput, Code, Fault, shown
from pcgraph.io.spreadsheets.records import Record
from pcgraph.io.spreadsheets.rules import LINKS, Rules, Value
from pcgraph.io.spreadsheets.table import Table
from pcgraph.io.spreadsheets.vocabulary import (
    Vocabulary,
    address_slug,
    canonical_number,
    date_bounds,
    slugify,
    valid_slug,
)
from pcgraph.model import namespaces
from pcgraph.model.entities import Thing
from pcgraph.model.namespaces import ID, compact

UNNAMED = "unnamed"
MANY = ("sector", "place", "aim", "said_by", *LINKS)
PAIRS: tuple[tuple[str, str, Code], ...] = (
    ("amount", "currency", "amount-form"),
    ("quantity", "quantity_of", "quantity-form"),
)
T = TypeVar("T")


class Reader:
    """Reads the rows of one table with one mapping.

    Attributes
    ----------
    columns : dict of str to int
        Column, as spelt in the mapping → position in a row.
    unused : list of str
        Columns that the mapping neither uses nor ignores.

    Raises
    ------
    InvalidInput
        If the table lacks a column of the mapping.
    """

    def __init__(self, table: Table, rules: Rules, vocabulary: Vocabulary) -> None:
        self.table, self.rules, self.vocabulary = table, rules, vocabulary
        header = {name.casefold(): number for number, name in enumerate(table.header)}
        self.columns = {name: header.get(" ".join(name.split()).casefold(), -1) for name in rules.columns}
        faults = [str(fault) for fault in table.faults]
        for name in sorted(name for name, number in self.columns.items() if number < 0):
            hint = nearest(name, table.header)
            broken = BadInput("missing-column", "is not in the table", "expected every column of the mapping", hint)
            faults.append(str(broken.locate(table.file, table.sheet, 1, name)))
        if len(faults) > len(table.faults):
            raise InvalidInput(faults)
        used = {*self.columns.values(), *(header.get(" ".join(name.split()).casefold(), -1) for name in rules.ignore)}
        self.unused = [name for number, name in enumerate(table.header) if number not in used]

    def records(self) -> Iterator[Record]:
        """Yield the record of each row."""
        for number, cells in self.table.rows:
            yield _Row(self, number, cells).read()

    def fault(self, row: int, value: Value | str, broken: BadInput) -> Fault:
        """Return a fault at a row, and at the column that a value comes from, if there is one."""
        column = value if isinstance(value, str) else value.column
        return broken.locate(self.table.file, self.table.sheet, row, column)


class _Row(Cells):
    """One row while it is read into a record."""

    def __init__(self, reader: Reader, number: int, cells: Sequence[str]) -> None:
        super().__init__(reader.rules, reader.columns, cells)
        self.reader, self.vocabulary = reader, reader.vocabulary
        self.record = Record(number)

    def read(self) -> Record:
        self.read_card()
        self.read_names()
        for role, values in self.rules.roles.items():
            for text, value in self.all_values(values):
                self.read_party(role, text, value)
        for name, convert in self.conversions().items():
            if name in self.rules.engagement:
                values = self.rules.engagement[name]
                for text, value in self.all_values(values) if name in MANY else [self.first_value(values)]:
                    if text and (term := self.attempt(value, convert, text)) is not None:
                        self.record.add(name, term, value.inferred)
                        if name in LINKS:
                            self.record.links[ID + valid_slug(text)] = value.column
        self.read_steps()
        self.check_pairs()
        return self.record

    def conversions(self) -> dict[str, Callable[[str], str]]:
        """Return the function that converts text to a Turtle term, for each property of an engagement."""
        concept = self.vocabulary.concept
        return {
            "kind": lambda text: compact(concept("kind", text)),
            **dict.fromkeys(LINKS, lambda text: compact(ID + valid_slug(text))),
            "sector": lambda text: compact(concept("sector", text)),
            "place": lambda text: compact(self.vocabulary.place(text)),
            "aim": lambda text: text_literal(text) + "@en",
            "quantity": canonical_number,
            "quantity_of": lambda text: compact(concept("quantity_of", text)),
            "amount": canonical_number,
            "currency": currency_literal,
            **dict.fromkeys(("starts", "ends", "expected"), edtf_literal),
            "parties_complete": boolean_literal,
            "said_by": lambda text: compact(self.find_agent(text, None)),
        }

    def read_card(self) -> None:
        """Read the part of the source's card that the row contains."""
        record, given = self.record, self.rules.source
        convert: dict[str, Callable[[str], str]] = {
            "tier": lambda text: compact(self.vocabulary.concept("tier", text)),
            "date": edtf_literal,
            "first_seen": day_literal,
            "address": lambda text: address_slug(text) and literal(text) + "^^xsd:anyURI",
        }
        for name, values in given.items():
            for text, value in self.all_values(values) if name == "said_by" else [self.first_value(values)]:
                if not text or name == "slug":
                    continue
                if name in ("publisher", "said_by"):
                    convert[name] = lambda text, value=value: compact(self.find_agent(text, value))  # type: ignore[misc]
                if (term := self.attempt(value, convert.get(name, text_literal), text)) is not None:
                    record.card.setdefault(name, []).append(term)
        slug, of_slug = self.first_value(given["slug"]) if "slug" in given else ("", Value())
        address, of_address = self.first_value(given["address"]) if "address" in given else ("", Value())
        if slug:
            record.source = self.attempt(of_slug, valid_slug, slug) or ""
        elif "address" in record.card:
            record.source = address_slug(address)
        elif not address:
            self.missing(of_address if of_address.parts else of_slug, "the address of the source, or its slug")

    def read_names(self) -> None:
        """Read the id, label, class and locator of the engagement."""
        record, given = self.record, self.rules.engagement
        record.label, of_label = self.first_value(given["label"])
        record.description = self.first_value(given["description"])[0] if "description" in given else ""
        id_, of_id = self.first_value(given["id"]) if "id" in given else ("", of_label)
        record.id_from_label = not id_
        if id_:
            record.id = self.attempt(of_id, valid_slug, id_) or ""
        elif record.label:
            record.id = self.attempt(of_label, _slug_of_label, record.label) or ""
        else:
            self.missing(of_label, "a label or an id")
        class_, of_class = self.first_value(given["class"])
        if class_:
            record.kind = self.attempt(of_class, self.vocabulary.engagement_class, class_) or ""
        else:
            self.missing(of_class, "a class of engagements")
        record.locator, of_locator = self.first_value(given["passage"])
        if not record.locator:
            self.missing(of_locator, "where the source says it, such as para 3")

    def read_party(self, role: str, text: str, value: Value) -> None:
        """Add a party to a role."""
        if text.casefold() == UNNAMED:
            self.record.unnamed += [role] * (role not in self.record.unnamed)
        elif (iri := self.attempt(value, lambda name: self.find_agent(name, value), text)) is not None:
            self.record.add(role, compact(iri), value.inferred)

    def find_agent(self, name: str, value: Value | None) -> str:
        """Return the IRI of the agent that a name means, or of a new agent if the mapping allows it."""
        if (iri := self.vocabulary.agents.find(name)) is not None:
            return iri
        if value is None or value.new_agents is None:
            expected = "expected the id or name of an agent of the register"
            raise BadInput(
                "unknown-agent",
                f"no agent is called {shown(name)}",
                expected,
                "register the agent, or correct the name",
            )
        class_, country = (self.first_value((part,))[0] for part in value.new_agents)
        made = valid_slug(slugify(name))
        if ID + made in self.vocabulary.lookup.types:
            what = f"{shown(name)} would be id:{made}, which is something else"
            raise BadInput("id-taken", what, "expected a name of its own", "register the agent by hand")
        kind = namespaces.local(self.vocabulary.agent_class(class_))
        where = self.vocabulary.place(country) if country else None
        self.record.new[made] = Thing(ID + made, kind, {"en": " ".join(name.split())}, country=where)
        return ID + made

    def read_steps(self) -> None:
        """Read the steps of the engagement."""
        for step in self.rules.steps:
            if not self.applies(step):
                continue
            status, of_status = self.first_value(step.status)
            date, of_date = self.first_value(step.date) if step.date else ("", of_status)
            if not status or (step.if_dated and not date):
                continue
            iri = self.attempt(of_status, lambda text: self.vocabulary.concept("status", text), status) or ""
            if iri and self.record.kind:
                self.attempt(of_status, lambda iri: self.vocabulary.check_status(iri, self.record.kind), iri)
            if date and self.attempt(of_date, edtf_literal, date) is None:
                date = ""
            self.record.steps[namespaces.local(iri)] = date, of_date.column or of_status.column
        if not self.record.steps:
            values = [value for step in reversed(self.rules.steps) for value in step.status]
            self.missing(next((value for value in values if value.parts), values[0]), "a status")

    def check_pairs(self) -> None:
        """Check the values that depend on a second cell."""
        facts, given = self.record.facts, self.rules.engagement
        reported = {fault.column for fault in self.record.faults}
        for number, unit, code in PAIRS:
            here, other = (number, unit) if number in facts else (unit, number)
            if here in facts and other not in facts and not reported & {value.column for value in given.get(other, ())}:
                what = " without ".join("unit" if name == "quantity_of" else name for name in (here, other))
                broken = BadInput(code, what, "expected both or neither", "fill in the other, or empty it")
                self.wrong(given[here][0], broken)
        starts, ends = (facts.get(name, [""])[0].strip('"') for name in ("starts", "ends"))
        first, last = date_bounds(starts)[0] if starts else None, date_bounds(ends)[1] if ends else None
        if first and last and last < first:
            broken = BadInput(
                "end-before-start", f"{ends}, before the start {starts}", "expected an end after the start", "swap them"
            )
            self.wrong(given["ends"][0], broken)
        if (
            "kind" in facts
            and self.record.kind
            and self.record.kind not in self.vocabulary.lookup.subterms("Agreement")
        ):
            what = f"{facts['kind'][0]} of a {compact(self.record.kind)}"
            todo = "remove it, or put the agreement in a row of its own"
            self.wrong(
                given["kind"][0], BadInput("status-of-class", what, "expected it only for a pcg:Agreement", todo)
            )

    def attempt(self, value: Value, convert: Callable[[str], T], text: str) -> T | None:
        """Return the converted text, or record a fault and return None."""
        try:
            return convert(text)
        except BadInput as broken:
            self.wrong(value, broken)
            return None

    def missing(self, value: Value, what: str) -> None:
        """Record that a cell must not be empty."""
        self.wrong(value, BadInput("missing-value", "is empty", f"expected {what}", "fill it in"))

    def wrong(self, value: Value, broken: BadInput) -> None:
        """Record a fault of this row."""
        self.record.faults.append(self.reader.fault(self.record.row, value, broken))


def _slug_of_label(label: str) -> str:
    if not (slug := slugify(label)):
        what = f"no slug can be made from {shown(label)}"
        raise BadInput("bad-slug", what, "expected an id, or a label with Latin letters", "write an id")
    return slug
