"""Rows of a table → records: what each row says, or why it cannot be taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from pcgraph.errors import InvalidInput, nearest
from pcgraph.io.spreadsheets import cells as read
from pcgraph.io.spreadsheets import vocabulary as means
from pcgraph.io.spreadsheets.errors import Broken, Code, Fault, shown
from pcgraph.io.spreadsheets.records import Record
from pcgraph.io.spreadsheets.rules import LINKS, Rules, Value
from pcgraph.io.spreadsheets.table import Table
from pcgraph.io.spreadsheets.vocabulary import Meaning
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
    unused : list of str
        Columns that the mapping neither names nor ignores.

    Raises
    ------
    InvalidInput
        If the table lacks a column that the mapping names.
    """

    def __init__(self, table: Table, rules: Rules, meaning: Meaning) -> None:
        self.table, self.rules, self.meaning = table, rules, meaning
        header = {name.casefold(): number for number, name in enumerate(table.header)}
        self.at = {name: header.get(" ".join(name.split()).casefold(), -1) for name in rules.columns}
        faults = [str(fault) for fault in table.faults]
        for name in sorted(name for name, number in self.at.items() if number < 0):
            hint = nearest(name, table.header)
            broken = Broken("missing-column", "is not in the table", "expected every column of the mapping", hint)
            faults.append(str(broken.at(table.file, table.sheet, 1, name)))
        if len(faults) > len(table.faults):
            raise InvalidInput(faults)
        used = {*self.at.values(), *(header.get(" ".join(name.split()).casefold(), -1) for name in rules.ignore)}
        self.unused = [name for number, name in enumerate(table.header) if number not in used]

    def records(self) -> Iterator[Record]:
        """Read every row."""
        for number, cells in self.table.rows:
            yield _Row(self, number, cells).read()

    def fault(self, row: int, value: Value | str, broken: Broken) -> Fault:
        """Name the place of something wrong: row, and the column that a value comes from, if it comes from one."""
        column = value if isinstance(value, str) else value.column
        return broken.at(self.table.file, self.table.sheet, row, column)


class _Row(read.Cells):
    """One row while it is read into a record."""

    def __init__(self, reader: Reader, number: int, cells: Sequence[str]) -> None:
        super().__init__(reader.rules, reader.at, cells)
        self.reader, self.meaning = reader, reader.meaning
        self.record = Record(number)

    def read(self) -> Record:
        self.card()
        self.names()
        for role, values in self.rules.roles.items():
            for text, value in self.several(values):
                self.party(role, text, value)
        for name, convert in self.conversions().items():
            if name in self.rules.engagement:
                values = self.rules.engagement[name]
                for text, value in self.several(values) if name in MANY else [self.one(values)]:
                    if text and (term := self.attempt(value, convert, text)) is not None:
                        self.record.add(name, term, value.inferred)
                        if name in LINKS:
                            self.record.links[ID + means.slug(text)] = value.column
        self.steps()
        self.together()
        return self.record

    def conversions(self) -> dict[str, Callable[[str], str]]:
        """Say how the text of each property of an engagement becomes a Turtle term."""
        concept = self.meaning.concept
        return {
            "kind": lambda text: compact(concept("kind", text)),
            **dict.fromkeys(LINKS, lambda text: compact(ID + means.slug(text))),
            "sector": lambda text: compact(concept("sector", text)),
            "place": lambda text: compact(self.meaning.place(text)),
            "aim": lambda text: read.line(text) + "@en",
            "quantity": means.number,
            "quantity_of": lambda text: compact(concept("quantity_of", text)),
            "amount": means.number,
            "currency": read.currency,
            **dict.fromkeys(("starts", "ends", "expected"), read.edtf),
            "parties_complete": read.truth,
            "said_by": lambda text: compact(self.agent(text, None)),
        }

    def card(self) -> None:
        """Read as much of the source's card as the row tells."""
        record, given = self.record, self.rules.source
        convert: dict[str, Callable[[str], str]] = {
            "tier": lambda text: compact(self.meaning.concept("tier", text)),
            "date": read.edtf,
            "first_seen": read.day,
            "address": lambda text: means.address_slug(text) and read.literal(text) + "^^xsd:anyURI",
        }
        for name, values in given.items():
            for text, value in self.several(values) if name == "said_by" else [self.one(values)]:
                if not text or name == "slug":
                    continue
                if name in ("publisher", "said_by"):
                    convert[name] = lambda text, value=value: compact(self.agent(text, value))  # type: ignore[misc]
                if (term := self.attempt(value, convert.get(name, read.line), text)) is not None:
                    record.card.setdefault(name, []).append(term)
        slug, of_slug = self.one(given["slug"]) if "slug" in given else ("", Value())
        address, of_address = self.one(given["address"]) if "address" in given else ("", Value())
        if slug:
            record.source = self.attempt(of_slug, means.slug, slug) or ""
        elif "address" in record.card:
            record.source = means.address_slug(address)
        elif not address:
            self.missing(of_address if of_address.parts else of_slug, "the address of the source, or its slug")

    def names(self) -> None:
        """Read what the engagement is called and what it is."""
        record, given = self.record, self.rules.engagement
        record.label, of_label = self.one(given["label"])
        record.description = self.one(given["description"])[0] if "description" in given else ""
        id_, of_id = self.one(given["id"]) if "id" in given else ("", of_label)
        record.minted = not id_
        if id_:
            record.id = self.attempt(of_id, means.slug, id_) or ""
        elif record.label:
            record.id = self.attempt(of_label, _minted, record.label) or ""
        else:
            self.missing(of_label, "a label or an id")
        class_, of_class = self.one(given["class"])
        if class_:
            record.kind = self.attempt(of_class, self.meaning.engagement_class, class_) or ""
        else:
            self.missing(of_class, "a class of engagements")
        record.locator, of_locator = self.one(given["passage"])
        if not record.locator:
            self.missing(of_locator, "where the source says it, such as para 3")

    def party(self, role: str, text: str, value: Value) -> None:
        """Give somebody a role."""
        if text.casefold() == UNNAMED:
            self.record.unnamed += [role] * (role not in self.record.unnamed)
        elif (iri := self.attempt(value, lambda name: self.agent(name, value), text)) is not None:
            self.record.add(role, compact(iri), value.inferred)

    def agent(self, name: str, value: Value | None) -> str:
        """Find the agent that a name means, or make a new one where the mapping allows it."""
        if (iri := self.meaning.agents.find(name)) is not None:
            return iri
        if value is None or value.new_agents is None:
            expected = "expected the id or name of an agent of the register"
            raise Broken("unknown-agent", f"nobody is called {shown(name)}", expected, "register it, or mend the name")
        class_, country = (self.one((part,))[0] for part in value.new_agents)
        made = means.slug(means.slugified(name))
        if ID + made in self.meaning.lookup.types:
            what = f"{shown(name)} would be id:{made}, which is something else"
            raise Broken("id-taken", what, "expected a name of its own", "register the agent by hand")
        kind = namespaces.local(self.meaning.agent_class(class_))
        where = self.meaning.place(country) if country else None
        self.record.new[made] = Thing(ID + made, kind, {"en": " ".join(name.split())}, country=where)
        return ID + made

    def steps(self) -> None:
        """Read how far the engagement has come."""
        for step in self.rules.steps:
            if not self.holds(step):
                continue
            status, of_status = self.one(step.status)
            date, of_date = self.one(step.date) if step.date else ("", of_status)
            if not status or (step.if_dated and not date):
                continue
            iri = self.attempt(of_status, lambda text: self.meaning.concept("status", text), status) or ""
            if iri and self.record.kind:
                self.attempt(of_status, lambda iri: self.meaning.check_status(iri, self.record.kind), iri)
            if date and self.attempt(of_date, read.edtf, date) is None:
                date = ""
            self.record.steps[namespaces.local(iri)] = date, of_date.column or of_status.column
        if not self.record.steps:
            values = [value for step in reversed(self.rules.steps) for value in step.status]
            self.missing(next((value for value in values if value.parts), values[0]), "a status")

    def together(self) -> None:
        """Check what takes two cells to see."""
        facts, given = self.record.facts, self.rules.engagement
        told = {fault.column for fault in self.record.faults}
        for number, unit, code in PAIRS:
            here, other = (number, unit) if number in facts else (unit, number)
            if here in facts and other not in facts and not told & {value.column for value in given.get(other, ())}:
                what = " without ".join("unit" if name == "quantity_of" else name for name in (here, other))
                broken = Broken(code, what, "expected both or neither", "fill the other, or empty it")
                self.wrong(given[here][0], broken)
        starts, ends = (facts.get(name, [""])[0].strip('"') for name in ("starts", "ends"))
        first, last = means.day(starts)[0] if starts else None, means.day(ends)[1] if ends else None
        if first and last and last < first:
            broken = Broken(
                "end-before-start", f"{ends}, before the start {starts}", "expected the end last", "swap them"
            )
            self.wrong(given["ends"][0], broken)
        if "kind" in facts and self.record.kind and self.record.kind not in self.meaning.lookup.subterms("Agreement"):
            what = f"{facts['kind'][0]} of a {compact(self.record.kind)}"
            todo = "leave it out, or give the paper a row of its own"
            self.wrong(given["kind"][0], Broken("status-of-class", what, "expected it of a pcg:Agreement", todo))

    def attempt(self, value: Value, convert: Callable[[str], T], text: str) -> T | None:
        """Convert, or note what is wrong with the text and give None."""
        try:
            return convert(text)
        except Broken as broken:
            self.wrong(value, broken)
            return None

    def missing(self, value: Value, what: str) -> None:
        """Note that a cell has to be filled."""
        self.wrong(value, Broken("missing-value", "is empty", f"expected {what}", "fill it"))

    def wrong(self, value: Value, broken: Broken) -> None:
        """Note a fault of this row."""
        self.record.faults.append(self.reader.fault(self.record.row, value, broken))


def _minted(label: str) -> str:
    if not (slug := means.slugified(label)):
        what = f"no slug can be made of {shown(label)}"
        raise Broken("bad-slug", what, "expected an id, or a label with Latin letters", "write an id")
    return slug
