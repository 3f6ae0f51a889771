"""Reads the sheets of agents, places and terms as entries of the register."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from pcgraph.intake.errors import BadInput, shown
from pcgraph.intake.spreadsheets.mapping.register import PLACE
from pcgraph.intake.spreadsheets.mapping.sheet_rows import Makers, Row
from pcgraph.intake.spreadsheets.mapping.sheets import CLASSES, ONE, TERMS, Column
from pcgraph.intake.spreadsheets.mapping.vocabulary import Vocabulary
from pcgraph.intake.spreadsheets.writers.turtle_writer import make_block
from pcgraph.intake.values import label_slug, text_literal, valid_slug, without_marks
from pcgraph.model.namespaces import PCG, compact
from pcgraph.turtle.parser import Block

Facts = dict[str, list[str]]  # property → Turtle terms
AGENT = "class of agents"
BROADER = {"sectors": ("skos:broader", "sector"), CLASSES: ("rdfs:subClassOf", AGENT)}  # sheet → property, and of what


@dataclass
class Entry:
    """What one row registers: its id, what it is called, and its links to other things, which are read last."""

    sheet: str
    row: Row
    slug: str = ""
    names: Facts = field(default_factory=dict)
    links: Facts = field(default_factory=dict)
    terms: str = ""  # the namespace of the project's own classes

    @property
    def subject(self) -> str:
        """The CURIE of the thing, or the IRI of a class."""
        if self.sheet == CLASSES:
            return f"<{self.terms}{self.slug}>"
        return f"{'sector' if self.sheet == 'sectors' else 'v' if self.sheet in TERMS else 'id'}:{self.slug}"

    @property
    def is_named(self) -> bool:
        """Whether other rows can refer to the thing, even if something else is wrong with it."""
        return bool(self.slug and (self.names.get("rdfs:label") or self.names.get("skos:prefLabel")))

    def block(self, links: bool = True) -> Block:
        """Return the entry as Turtle; without links, a class is below that of organisations, so that it is known."""
        some = {} if self.sheet != CLASSES else {"rdfs:subClassOf": ["pcg:Organization"]}
        return make_block(self.subject, {**self.names, **(dict(sorted(self.links.items())) if links else some)})


def read_entries(
    sheets: Mapping[str, Iterable[Row]], words: Vocabulary, makers: Makers, *, again: bool = False
) -> list[Entry]:
    """Return the entries of all rows, without their links. A row that cannot be one gets faults.

    `again` says that the rows are about things that exist.
    """
    found, first = [], dict[str, Entry]()
    for sheet, rows in sheets.items():
        for row in rows:
            entry = Entry(sheet, row, terms=words.names.terms)
            _Names(entry, words, makers).read(again)
            found.append(entry)
            if entry.slug and (other := first.setdefault(entry.subject, entry)) is not entry:
                where = f"row {other.row.number}{f' of {other.sheet}' if other.sheet != sheet else ''}"
                what, todo = f"{entry.subject} is also the id of {where}", "keep one row, or write another id"
                broken = BadInput("id-taken", what, "expected each thing once", todo)
                row.refuse("id" if row.cell("id") else "label", broken)
    return found


def read_links(entries: Iterable[Entry], columns: Mapping[str, Mapping[str, Column]], words: Vocabulary) -> None:
    """Read the links of entries to other things and their further values; `words` knows the entries.

    `columns` has the columns of each sheet.
    """
    for entry in entries:
        entry.links = {}
        for column in columns[entry.sheet].values():
            if column.name == "broader" and (text := entry.row.cell("broader")):
                verb, of = BROADER[entry.sheet]
                if term := entry.row.attempt("broader", partial(words.term, of), text):
                    entry.links[verb] = [term]
            elif column.field is not None:
                convert = words.converter(column.field)
                texts = entry.row.parts(column.name) if column.field.several else [entry.row.cell(column.name)]
                terms = [entry.row.attempt(column.name, convert, text) for text in texts if text]
                entry.links[words.written(column.field.iri)] = [term for term in terms if term]


def class_name(text: str) -> str:
    """Return the name of a class, if it is valid."""
    if not re.fullmatch("[A-Z][A-Za-z0-9]{0,99}", text):
        what, expected = (
            f"{shown(text)} is not the name of a class",
            "expected letters and digits, such as PortAuthority",
        )
        raise BadInput("bad-slug", what, expected, "correct the cell")
    return text


def label_class(label: str) -> str:
    """Return the name of a class that has a label and no id."""
    return class_name("".join(word.capitalize() for word in label_slug(label).split("-")))


class _Names:
    """Reads what a row says about its own thing: id, class and names."""

    def __init__(self, entry: Entry, words: Vocabulary, makers: Makers) -> None:
        self.entry, self.row, self.words, self.makers = entry, entry.row, words, makers
        self.one = ONE.get(entry.sheet, entry.sheet.removesuffix("s"))
        self.slugs = (class_name, label_class) if entry.sheet == CLASSES else (valid_slug, label_slug)

    def read(self, again: bool) -> None:
        row, label = self.row, without_marks(self.row.cell("label"))
        id_ = row.cell("id")
        if id_:
            self.entry.slug = row.attempt("id", self.slugs[0], id_) or ""
        elif label:
            self.entry.slug = row.attempt("label", self.slugs[1], label) or ""
        iri = self.words.names.expand(self.entry.subject.strip("<>"))
        lookup = self.words.lookup
        is_term = self.entry.sheet == CLASSES and lookup.ontology.term(self.entry.slug) in lookup.ontology.supers
        other = self.called(label) if label and (again or not id_) else None
        if again:
            if other not in (None, iri):
                self.taken(str(other), "label", f"{shown(label)} is a name of {compact(str(other))}")
        elif self.entry.slug and (iri in lookup.types or iri in lookup.schemes or is_term):
            self.taken(
                iri, "id" if id_ else "label", f"{self.entry.slug if is_term else self.entry.subject} already exists"
            )
        elif other:
            self.taken(other, "label", f"{shown(label)} is a name of {compact(other)}")
        self.entry.names = dict(self.facts(label))

    def called(self, label: str) -> str | None:
        """Return the thing of the register that has the name of a new one."""
        if self.entry.sheet == "agents":
            return self.words.register.named(label)
        if self.entry.sheet == CLASSES:
            return self.words.known(AGENT, label)
        return self.words.known(PLACE if self.entry.sheet == "places" else TERMS[self.entry.sheet][0], label)

    def taken(self, iri: str, column: str, what: str) -> None:
        todo = "delete the row and edit the register, or write another id if it is another one"
        self.row.refuse(column, self.makers.taken(iri, what, f"expected a new {self.one}", todo))

    def facts(self, label: str) -> Iterator[tuple[str, list[str]]]:
        row, language = self.row, self.words.lookup.inputs.project.label_language
        names = [f"{text_literal(label)}@{language}"] if label else []
        for column in row.cells:
            if column.startswith("label "):
                names.append(f"{text_literal(row.cell(column))}@{column.removeprefix('label ')}")
        others = [f"{text_literal(without_marks(name))}@{language}" for name in row.parts("other names")]
        if self.entry.sheet == CLASSES:
            yield "a", ["<http://www.w3.org/2002/07/owl#Class>"]
            yield "rdfs:label", names
            yield "skos:definition", [f"{text_literal(row.cell('definition'))}@{language}"]
            return
        if self.entry.sheet in TERMS:
            yield "a", ["skos:Concept"]
            yield "skos:inScheme", [f"v:{TERMS[self.entry.sheet][1]}"]
            yield "skos:prefLabel", names
            yield "skos:altLabel", others
            yield "skos:definition", [f"{text_literal(row.cell('definition'))}@{language}"]
            return
        default = "Place" if self.entry.sheet == "places" else "Organization"  # of an agent, the row is wrong anyway
        class_ = row.attempt("class", partial(self.words.concept, f"class of {self.entry.sheet}"),
                             row.cell("class") or default)  # fmt: skip
        yield "a", [self.words.written(class_ or PCG + default)]
        yield "rdfs:label", names
        yield "skos:altLabel", others
