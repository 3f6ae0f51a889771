"""What rows, and the files of the data, say about one engagement in one source, in a form that can be compared."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

import pyoxigraph as ox

from pcgraph.intake.spreadsheets.mapping.mapping import CARD, camel_case
from pcgraph.intake.spreadsheets.mapping.rows import Reader
from pcgraph.intake.spreadsheets.records import Record
from pcgraph.intake.values import passage_fragment, text_literal
from pcgraph.model.namespaces import DESCRIPTION, LABEL, PCG, TYPE, Namespaces, local
from pcgraph.store.data_folder import File
from pcgraph.turtle.terms import Said, Term, Terms, grouped, spell
from pcgraph.validation.index import Lookup, facts_of

UNNAMED = ox.NamedNode("urn:unnamed")  # stands for a party that the source does not name
STATED_IN, STEP, STATUS, DATE = (PCG + name for name in ("statedIn", "step", "status", "date"))
UNNAMED_PARTY = PCG + "UnnamedParty"


class RowKey(NamedTuple):
    """What a row is about: the slugs of a source and of an engagement."""

    source: str
    id: str


class Cell(NamedTuple):
    """One thing that a row says: of the ``source``, the ``engagement`` or its entry in the ``register``; and what."""

    of: str
    property: str


@dataclass
class Content:
    """What is said about one engagement in one source.

    Attributes
    ----------
    cells : dict of Cell to list of Term
        `UNNAMED` stands for a party that the source does not name.
    steps : list of (str, str, str)
        Status, date and IRI of each step; "" for no date, and for the IRI of a step of a row.
    passages : list of str
        IRIs.
    locators : dict of str to str
        Passages of rows → their pointer.
    """

    cells: dict[Cell, list[Term]] = field(default_factory=lambda: defaultdict(list))
    steps: list[tuple[str, str, str]] = field(default_factory=list)
    passages: list[str] = field(default_factory=list)
    locators: dict[str, str] = field(default_factory=dict)

    def values(self, cell: Cell) -> frozenset[Any]:
        """Return the values of a cell, in a form in which equal ones are equal."""
        return frozenset(map(plain, self.cells.get(cell, ())))

    @property
    def dates(self) -> dict[str, str]:
        """Status → date."""
        return {status: day for status, day, _ in self.steps}

    def lines(self, names: Namespaces) -> list[str]:
        """Return what rows say as lines of text."""
        spelt = {cell: [spell(term, names.prefixes) for term in terms] for cell, terms in sorted(self.cells.items())}
        cells = [f"{of} {names.compact(verb)} {text}" for (of, verb), texts in spelt.items() for text in texts]
        steps = [f"step {status} {day}".strip() for status, day, _ in self.steps]
        return [*cells, *steps, *(f"passage {iri} {self.locators[iri]}" for iri in self.passages)]

    @classmethod
    def of_lines(cls, lines: Iterable[str], names: Namespaces) -> Content:
        """Return what lines of text say; see `lines`."""
        found = cls()
        for line in lines:
            of, first, rest = (*line.split(" ", 2), "")[:3]
            if of == "step":
                found.steps.append((first, rest, ""))
            elif of == "passage":
                found.passages.append(first)
                found.locators[first] = rest
            else:
                found.cells[Cell(of, names.expand(first))].append(term_of(rest, names))
        return found


class Facts:
    """What the data say."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup, self.names = lookup, lookup.inputs.names
        self.language = lookup.inputs.project.label_language
        self.files = {file.slug: file for file, _ in lookup.by_role("source")}
        self._said: dict[str, Said] = {}

    def said(self, file: File) -> Said:
        """Return the statements of a file."""
        name = str(file.path)
        if name not in self._said:
            self._said[name] = grouped(
                (each.subject, each.predicate, each.term) for each in self.lookup.facts.get(name) or facts_of(file)
            )
        return self._said[name]

    @cached_property
    def register(self) -> dict[str, list[File]]:
        """Thing, verdict or own term → the files of the data folder that register it."""
        found: dict[str, list[File]] = defaultdict(list)
        inputs = self.lookup.inputs
        terms = [file for file in inputs.by_role("ontology") if file.path.is_relative_to(inputs.data / "terms")]
        for file in (*inputs.by_role("register"), *inputs.by_role("verdicts"), *terms):
            for subject in self.said(file):
                found[subject].append(file)
        return found

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Address of a source → its slug."""
        facts = self.lookup.having([PCG + "address"], "source")
        return {fact.value: file.slug for file, fact in facts if fact.subject == file.graph}

    def subjects(self, key: RowKey) -> list[str]:
        """Return the engagement and its parts, as far as a source describes them."""
        if (file := self.files.get(key.source)) is None:
            return []
        iri = self.names.id + key.id
        return [each for each in self.said(file) if each == iri or each.startswith(f"{iri}.")]

    def keys(self, file: File) -> list[RowKey]:
        """Return the engagements that a source describes."""
        classes = self.lookup.subterms("Engagement")
        return [
            RowKey(file.slug, local(subject))
            for subject, said in self.said(file).items()
            if {term.value for term in said.get(TYPE, ())} & classes
        ]

    def digest(self, key: RowKey) -> str:
        """Return a hash of all that a source says about an engagement; "" for nothing."""
        said = self.said(self.files[key.source]) if (subjects := self.subjects(key)) else {}
        return _hash((s, said[s]) for s in subjects)

    def digest_of(self, iri: str) -> str:
        """Return a hash of all that the register says about a thing; "" for nothing."""
        return _hash((iri, self.said(file)[iri]) for file in self.register.get(iri, ()))

    def content(self, key: RowKey) -> Content:
        """Return what the data say about an engagement in a source, and what the register calls it."""
        found, iri = Content(), self.names.id + key.id
        for file in self.register.get(iri, ()):
            for verb in (LABEL, DESCRIPTION):
                terms = self.said(file)[iri].get(verb, ())
                own = [term for term in terms if getattr(term, "language", None) == self.language]
                known = found.cells[cell := Cell("register", verb)]
                found.cells[cell] += [term for term in own if term not in known]
        if (source := self.files.get(key.source)) is None:
            return found
        said = self.said(source)
        for name in CARD:
            verb = PCG + camel_case(name)
            found.cells[Cell("source", verb)] += said.get(source.graph, {}).get(verb, ())
        for verb, terms in said.get(iri, {}).items():
            if verb == STATED_IN:
                found.passages += [term.value for term in terms]
            elif verb == STEP:
                found.steps += [self._step(said, term.value) for term in terms]
            else:
                found.cells[Cell("engagement", verb)] += [UNNAMED if self.is_unnamed(term) else term for term in terms]
        return found

    def is_unnamed(self, term: Term) -> bool:
        """Return whether a value is a party that the source does not name."""
        return UNNAMED_PARTY in self.lookup.types.get(term.value, ())

    def _step(self, said: Said, iri: str) -> tuple[str, str, str]:
        own = said.get(iri, {})
        status, day = ([term.value for term in own.get(verb, ())] for verb in (STATUS, DATE))
        return local(status[0]) if status else "", day[0] if day else "", iri


class RowContent:
    """What records of rows say."""

    def __init__(self, reader: Reader, facts: Facts) -> None:
        self.reader, self.facts = reader, facts
        self.own = facts.lookup.ontology.own
        rules = reader.rules
        self.columns = {
            Cell("register", LABEL): rules.engagement["label"][0].column,
            Cell("engagement", TYPE): rules.engagement["class"][0].column,
        }
        if "description" in rules.engagement:
            self.columns[Cell("register", DESCRIPTION)] = rules.engagement["description"][0].column
        for of, part in (("source", rules.source), ("engagement", {**rules.engagement, **rules.roles})):
            for key, values in part.items():
                self.columns.setdefault(Cell(of, self.property(key)), values[0].column)

    def property(self, key: str) -> str:
        """Return the IRI of a key of the mapping."""
        name = camel_case(key)
        return self.own.get(name, PCG + name)

    def key(self, record: Record) -> RowKey:
        """Return what a row is about."""
        address = next((term_of(text, self.facts.names).value for text in record.card.get("address", ())), "")
        return RowKey(self.facts.addresses.get(address, record.source), record.id)

    def content(self, records: Iterable[Record]) -> Content:
        """Return what rows about one engagement in one source say together."""
        found = Content()
        for record in records:
            for cell, term in self._cells(record):
                if plain(term) not in found.values(cell):
                    found.cells[cell].append(term)
            for status, (day, _) in record.steps.items():
                before = found.dates.get(status, "")
                found.steps = [each for each in found.steps if each[0] != status] + [(status, before or day, "")]
            if record.locator:
                passage = f"{self.facts.names.src}{self.key(record).source}#{passage_fragment(record.locator)}"
                found.passages += [passage] * (passage not in found.passages)
                found.locators[passage] = record.locator
        return found

    def _cells(self, record: Record) -> Iterator[tuple[Cell, Term]]:
        for verb, text in ((LABEL, record.label), (DESCRIPTION, record.description)):
            if text:
                yield Cell("register", verb), term_of(f"{text_literal(text)}@{self.facts.language}", self.facts.names)
        for key, texts in record.card.items():
            for text in texts:
                yield Cell("source", self.property(key)), term_of(text, self.facts.names)
        if record.kind:
            yield Cell("engagement", TYPE), ox.NamedNode(record.kind)
        for key, texts in record.facts.items():
            for text in texts:
                yield Cell("engagement", self.property(key)), term_of(text, self.facts.names)
        for role in record.unnamed:
            yield Cell("engagement", self.property(role)), UNNAMED
        for key in record.inferred:
            yield Cell("engagement", PCG + "inferred"), ox.NamedNode(self.property(key))


def _hash(said: Iterable[tuple[str, Terms]]) -> str:
    lines = sorted(f"{subject} {verb} {term}" for subject, own in said for verb, terms in own.items() for term in terms)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16] if lines else ""


def plain(term: Term) -> Any:
    """Return a term in a form in which equal values are equal, such as 5 and 5.0, whatever their white space.

    >>> plain(ox.Literal(" a  b ")) == plain(ox.Literal("a b")), plain(ox.Literal(5))
    (True, Decimal('5'))
    """
    if isinstance(term, ox.NamedNode):
        return term.value
    if local(term.datatype.value) in ("decimal", "integer"):
        try:
            return Decimal(term.value)
        except InvalidOperation:
            pass
    return " ".join(term.value.split()), term.language, term.datatype.value


@lru_cache(maxsize=100_000)
def term_of(text: str, names: Namespaces) -> Term:
    """Return a term that is written in Turtle."""
    if text.startswith(("id:", "src:", "v:", "sector:", "pcg:")):
        return ox.NamedNode(names.expand(text))
    header = "".join(f"@prefix {name}: <{space}> .\n" for name, space in names.prefixes.items())
    [triple] = ox.parse(f"{header}<urn:s> <urn:p> {text} .", format=ox.RdfFormat.TURTLE)
    return triple.object


def shown_values(terms: Iterable[Term]) -> str:
    """Return values as a cell has them.

    >>> shown_values([ox.NamedNode("https://w3id.org/pcgraph/id/acme"), ox.Literal("5")])
    'acme; 5'
    """
    return "; ".join("unnamed" if term == UNNAMED else text_of(term) for term in terms)


def text_of(term: Term) -> str:
    """Return a value as a cell has it."""
    if isinstance(term, ox.NamedNode):
        return local(term.value)
    return {"true": "yes", "false": "no"}[term.value] if local(term.datatype.value) == "boolean" else term.value
