"""What a profile holds, as plain data: the pages, the briefing and the Word file are all written from it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Behind = Mapping[str, Collection[str] | None]  # thing → sources whose passages count; None: all


class Ref(NamedTuple):
    """A thing in a text, which a page links; without an IRI, `text` is a mark such as "inferred"."""

    iri: str
    text: str = ""


Text = tuple[str | Ref, ...]


@dataclass(frozen=True)
class Row:
    """A sentence or a row of a table, with the numbers of the footnotes that support it."""

    cells: tuple[Text, ...]
    behind: Behind = field(repr=False)
    notes: tuple[int, ...] = ()
    more: int = 0  # passages that support it too and are no footnotes


@dataclass(frozen=True)
class Table:
    """A table; `first` of its rows are shown at once, and `left_out` rows not at all."""

    name: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""
    first: int = 8
    left_out: int = 0


@dataclass(frozen=True)
class Note:
    """A footnote: a passage of a source, where it is, and whether its words were found there."""

    number: int
    iri: str
    source: str
    publisher: str
    date: str
    title: str
    place: str
    state: str


class Neighbour(NamedTuple):
    """One line of the picture: an organisation, with how many engagements, and the furthest status of these."""

    iri: str
    engagements: int
    status_set: str


@dataclass(frozen=True)
class Profile:
    """One page about a thing, or about the pair of two organisations (`others` holds the second one)."""

    # iri, others, what: `what` is organisation, event, sector, place or pair
    iri: str
    others: tuple[str, ...]
    what: str
    engagements: tuple[str, ...]
    summary: tuple[Row, ...]  # up to three sentences
    progress: Mapping[str, int]  # state of a promise → number of promises; see `pcgraph.belief.tables.STATES`
    neighbours: tuple[Neighbour, ...]  # those with most engagements first
    timeline: Mapping[str, Any] | None  # see `pcgraph.profiles.timeline`
    tables: tuple[Table, ...]  # the most important first; none is empty
    # notes, first_notes: the first of them are those of the sentences and rows that are shown at once
    notes: tuple[Note, ...]
    first_notes: int

    def rows(self, name: str) -> tuple[Row, ...]:
        """Return the rows of a table; none if there is no such table."""
        return next((table.rows for table in self.tables if table.name == name), ())

    def named(self, name: str) -> set[str]:
        """Return the things that the first column of a table names."""
        cells = (row.cells[0] for row in self.rows(name))
        return {part.iri for cell in cells for part in cell if isinstance(part, Ref)}
