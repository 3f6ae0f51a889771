"""Combines the descriptions of sources: several rows may come from one document, each with a part of its card."""

from __future__ import annotations

from collections.abc import Sequence

from pcgraph.io.spreadsheets.errors import BadInput
from pcgraph.io.spreadsheets.mapping import NEEDED, Value
from pcgraph.io.spreadsheets.records import Record
from pcgraph.io.spreadsheets.rows import Reader
from pcgraph.io.spreadsheets.vocabulary import date_bounds
from pcgraph.model.namespaces import PCG, SRC

Card = dict[str, list[str]]


def cards(records: Sequence[Record], reader: Reader, makers: dict[str, str]) -> dict[str, Card]:
    """Return the combined card of each source.

    A row gets a fault if it contradicts an earlier row, if its source already exists or lacks a required field, or if
    a step is later than its source.

    Returns
    -------
    dict of str to dict
        Slug → key of the mapping → Turtle terms.
    """
    reading = _CardReader(reader, makers)
    for record in records:
        reading.add(record)
    for record in records:
        if record.source:
            reading.check(record)
    return reading.found


class _CardReader:
    def __init__(self, reader: Reader, makers: dict[str, str]) -> None:
        self.reader, self.makers, self.lookup = reader, makers, reader.vocabulary.lookup
        self.found: dict[str, Card] = {}
        self.there = {
            fact.value: file.slug
            for file, fact in self.lookup.facts_by_role("source")
            if fact.predicate == PCG + "address" and fact.subject == file.graph
        }

    def add(self, record: Record) -> None:
        """Add what a row says about its source."""
        known = self.found.setdefault(record.source, {})
        for name, given in record.card.items():
            before = known.setdefault(name, given)
            if before != given:
                what = f"{given[0]} for src:{record.source}, but an earlier row says {before[0]}"
                expected = f"expected one {name.replace('_', ' ')} of a source"
                self.wrong(record, name, BadInput("two-values", what, expected, "correct one, or leave it empty"))

    def check(self, record: Record) -> None:
        """Check the complete card of a row's source."""
        card = self.found[record.source]
        by_address = self.there.get(_plain(card.get("address")))
        there = by_address or record.source
        if there != record.source or SRC + there in self.lookup.types:
            maker = self.makers.get(there)
            what = f"src:{there} already exists{f', made by import {maker}' if maker else ''}"
            by_hand = "add to its file by hand, or correct the slug"
            todo = f"run pcgraph import --undo {maker} first" if maker else by_hand
            broken = BadInput("source-exists", what, "expected a new source", todo)
            self.wrong(record, "address" if by_address or "slug" not in self.reader.rules.source else "slug", broken)
        reported = {fault.column for fault in record.faults}
        for name in NEEDED["source"]:
            if name not in card and not reported & {value.column for value in self.reader.rules.source[name]}:
                what = f"src:{record.source} has no {name.replace('_', ' ')}"
                self.wrong(
                    record, name, BadInput("missing-value", what, "expected it in a row of each source", "fill it in")
                )
        written = _plain(card.get("date") or card.get("first_seen"))
        latest = date_bounds(written)[1] if written else None
        for status, (day, column) in record.steps.items():
            first = date_bounds(day)[0] if day else None
            if first and latest and first > latest:
                what = f"{status} on {day}, after its source ({written})"
                expected = "expected a step that the source can report"
                broken = BadInput("step-after-source", what, expected, "enter it as the expected date")
                record.faults.append(self.reader.fault(record.row, column, broken))

    def wrong(self, record: Record, name: str, broken: BadInput) -> None:
        values = self.reader.rules.source.get(name, (Value(),))
        record.faults.append(self.reader.fault(record.row, values[0], broken))


def _plain(objects: list[str] | None) -> str:
    """Return the text of the first literal; "" if there is none."""
    return objects[0].partition('"^^')[0].strip('"') if objects else ""
