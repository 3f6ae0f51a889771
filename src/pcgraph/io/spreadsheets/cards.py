"""The cards of the sources: several rows may tell of one document, each as much of its card as it likes."""

from __future__ import annotations

from collections.abc import Sequence

from pcgraph.io.spreadsheets import vocabulary as means
from pcgraph.io.spreadsheets.errors import Broken
from pcgraph.io.spreadsheets.records import Record
from pcgraph.io.spreadsheets.rows import Reader
from pcgraph.io.spreadsheets.rules import NEEDED, Value
from pcgraph.model.namespaces import PCG, SRC

Card = dict[str, list[str]]


def cards(records: Sequence[Record], reader: Reader, makers: dict[str, str]) -> dict[str, Card]:
    """Put the card of each source together.

    A row gets faults where it contradicts an earlier one, where its source is in the data already, lacks something, or
    cannot have known of a step.

    Returns
    -------
    dict of str to dict
        Slug → key of the mapping → Turtle terms.
    """
    reading = _Cards(reader, makers)
    for record in records:
        reading.see(record)
    for record in records:
        if record.source:
            reading.judge(record)
    return reading.found


class _Cards:
    def __init__(self, reader: Reader, makers: dict[str, str]) -> None:
        self.reader, self.makers, self.lookup = reader, makers, reader.meaning.lookup
        self.found: dict[str, Card] = {}
        self.there = {
            fact.value: file.slug
            for file, fact in self.lookup.facts_by_role("source")
            if fact.predicate == PCG + "address" and fact.subject == file.graph
        }

    def see(self, record: Record) -> None:
        """Add what a row says of its source."""
        known = self.found.setdefault(record.source, {})
        for name, given in record.card.items():
            before = known.setdefault(name, given)
            if before != given:
                what = f"{given[0]} for src:{record.source}, of which an earlier row says {before[0]}"
                expected = f"expected one {name.replace('_', ' ')} of a source"
                self.wrong(record, name, Broken("two-values", what, expected, "mend one, or leave it empty"))

    def judge(self, record: Record) -> None:
        """Check the whole card of a row's source."""
        card = self.found[record.source]
        by_address = self.there.get(_plain(card.get("address")))
        there = by_address or record.source
        if there != record.source or SRC + there in self.lookup.types:
            maker = self.makers.get(there)
            what = f"src:{there} is there already{f', made by import {maker}' if maker else ''}"
            todo = f"run pcgraph import --undo {maker} first" if maker else "add to its file by hand, or mend the slug"
            broken = Broken("source-exists", what, "expected a source that is new", todo)
            self.wrong(record, "address" if by_address or "slug" not in self.reader.rules.source else "slug", broken)
        told = {fault.column for fault in record.faults}
        for name in NEEDED["source"]:
            if name not in card and not told & {value.column for value in self.reader.rules.source[name]}:
                what = f"src:{record.source} has no {name.replace('_', ' ')}"
                self.wrong(
                    record, name, Broken("missing-value", what, "expected it in a row of each source", "fill it")
                )
        written = _plain(card.get("date") or card.get("first_seen"))
        latest = means.day(written)[1] if written else None
        for status, (day, column) in record.steps.items():
            first = means.day(day)[0] if day else None
            if first and latest and first > latest:
                what = f"{status} on {day}, after its source ({written})"
                expected = "expected a step that the source can report"
                broken = Broken("step-after-source", what, expected, "make it the expected date")
                record.faults.append(self.reader.fault(record.row, column, broken))

    def wrong(self, record: Record, name: str, broken: Broken) -> None:
        values = self.reader.rules.source.get(name, (Value(),))
        record.faults.append(self.reader.fault(record.row, values[0], broken))


def _plain(objects: list[str] | None) -> str:
    """Give the text of the first literal; "" if there is none."""
    return objects[0].partition('"^^')[0].strip('"') if objects else ""
