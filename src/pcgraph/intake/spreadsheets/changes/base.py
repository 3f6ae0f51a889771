"""What a table was when it was last exported or imported: the hidden sheet of a workbook, or the rows in a manifest."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pcgraph.errors import InvalidInput
from pcgraph.intake.errors import BadInput, Fault
from pcgraph.intake.spreadsheets.changes.said import Content, Facts, RowContent, RowKey
from pcgraph.intake.spreadsheets.mapping.rows import Reader
from pcgraph.intake.spreadsheets.mapping.sheets import ENGAGEMENTS
from pcgraph.intake.spreadsheets.readers.table import Table
from pcgraph.intake.spreadsheets.records import Record
from pcgraph.model.namespaces import Namespaces
from pcgraph.model.text import counted

DIGEST = "hash"  # column of the hidden sheet, and key of a manifest
EXPORTED = "exported"  # the hidden sheet
TABLE = ("table", "sheet", "mapping")  # of a manifest: they say whether two imports are of one table
FOLLOWS, SAID, ROWS = "follows", "said", "other rows"  # of a manifest: the import before, and what its rows were
Made = Mapping[str, Mapping[str, Any]]


@dataclass
class Base:
    """What the rows of engagements were.

    Attributes
    ----------
    contents : dict of RowKey to Content
    digests : dict of RowKey to str
        Hash of all that the data said about it then; see `Facts.digest`.
    faults : dict of RowKey to set of Fault
        What was wrong with a row that was exported, such as an engagement without status; without the number of a row.
    exported : bool
        Whether they are of a workbook that was exported.
    """

    contents: dict[RowKey, Content] = field(default_factory=dict)
    digests: dict[RowKey, str] = field(default_factory=dict)
    faults: dict[RowKey, set[Fault]] = field(default_factory=dict)
    exported: bool = False


def exported(hidden: Table, reader: Reader, records: Sequence[Record], read: RowContent) -> Base:
    """Return the base that the hidden sheet of a workbook holds; rows that did not change are not read again."""
    places = {name.casefold(): place for place, name in enumerate(hidden.header)}
    chosen = [places.get(name.casefold(), -1) for name in reader.table.header]
    rows = {tuple(cells[at] if at >= 0 else "" for at in chosen): cells for _, cells in hidden.rows}
    known = {cells: record for (_, cells), record in zip(reader.table.rows, records, strict=True)}
    before = Reader(replace(reader.table, rows=tuple(enumerate(rows))), reader.rules, reader.vocabulary)
    gone = [cells for cells in rows if cells not in known]
    known |= zip(gone, before.records(rows=gone), strict=True)
    by_key = defaultdict[RowKey, list[Record]](list)
    found = Base(exported=True)
    for cells, own in rows.items():
        by_key[key := read.key(known[cells])].append(known[cells])
        found.digests[key] = own[places[DIGEST]] if DIGEST in places else ""
    for key, each in by_key.items():
        found.contents[key] = read.content(each)
        found.faults[key] = {replace(fault, row=0) for record in each for fault in record.faults}
    return found


def imported(said: Mapping[str, Sequence[str]], names: Namespaces) -> Base:
    """Return the base that a manifest keeps."""
    found = Base()
    for name, (digest, *lines) in said.items():
        source, _, id_ = name.partition(" ")
        if id_:
            key = RowKey(source, id_)
            found.contents[key] = Content.of_lines([*said.get(source, ("",))[1:], *lines], names)
            found.digests[key] = digest
    return found


def as_kept(contents: Mapping[RowKey, Content], data: Facts) -> dict[str, list[str]]:
    """Return what rows say, as a manifest keeps it: not their cells, which may have the words of others.

    What all rows on a source say about the source itself is kept once.
    """
    lines = {key: content.lines(data.names) for key, content in sorted(contents.items())}
    cards: dict[str, list[str]] = {}
    for key, own in lines.items():
        cards[key.source] = [line for line in cards.get(key.source, own) if line in own and line.startswith("source ")]
    kept = {source: ["", *card] for source, card in cards.items()}
    for key, own in lines.items():
        kept[" ".join(key)] = [data.digest(key), *(line for line in own if line not in cards[key.source])]
    return kept


def last(made: Made, facts: Mapping[str, object], tables: Iterable[Table]) -> str | None:
    """Return the id of the last import of a table.

    Tables of one name may have nothing else in common, so the one with most of the texts of the table counts.
    """
    same = {id_: each for id_, each in made.items() if SAID in each and all(each.get(n) == facts[n] for n in TABLE)}
    followed = {each.get(FOLLOWS) for each in same.values()}
    texts = {cell for table in tables for _, cells in table.rows for cell in cells}

    def likeness(id_: str) -> int:
        return sum(
            line.partition('"')[2].partition('"')[0] in texts for own in same[id_][SAID].values() for line in own
        )

    return max(sorted(same.keys() - followed), key=likeness, default=None)


def identify(
    parts: Sequence[str], made: Made, before: str | None, exported: bool,
    state: Callable[[str], str],
) -> tuple[str, str | None, bool]:  # fmt: skip
    """Return the id of an import, that of the one `before` it, and whether it repeats one that exists.

    It repeats the first import of a table, and one that was broken off. In other cases the table is compared with what
    it was. `state` says whether the files of an import are complete, edited or broken off.
    """

    def named(*more: str | None) -> str:
        return hashlib.sha256("\0".join([*parts, *filter(None, more)]).encode()).hexdigest()[:12]

    if before:
        follows = made[before].get(FOLLOWS)
        if named(follows) == before and state(before) in ("broken off", "" if follows else "complete"):
            return before, follows, True
    id_ = named(before)
    if id_ in made and not before and (not exported or state(id_) == "broken off"):
        return id_, None, True
    while id_ in made:
        id_ = named(before, id_)
    return id_, before, False


def row_hashes(tables: Mapping[str, Table], bad: Container[tuple[str, int]]) -> dict[str, list[str]]:
    """Return a hash of each row of the sheets that are not compared cell by cell, without the `bad` ones left out."""
    return {
        name: [_hash(table, cells) for number, cells in table.rows if (table.sheet, number) not in bad]
        for name, table in tables.items() if name != ENGAGEMENTS
    }  # fmt: skip


def changed(tables: Mapping[str, Table], before: Mapping[str, Any], columns: Iterable[str]) -> dict[str, Table]:
    """Return the tables without the rows of those sheets that an import had; engagements are compared later.

    If no engagement is left, there is a table with the given columns, so that the rows that are gone are noticed. Of
    the other sheets only hashes are kept, so rows of them that are gone are refused.
    """
    found, faults = dict(tables), []
    if before[SAID] and tables:
        found.setdefault(ENGAGEMENTS, Table(next(iter(tables.values())).file, ENGAGEMENTS, tuple(columns), ()))
    for name, known in before[ROWS].items():
        table = found.pop(name, None) or Table(next(iter(tables.values())).file, name, (), ())
        hashes = {_hash(table, cells): (number, cells) for number, cells in table.rows}
        rows = tuple(row for hash_, row in hashes.items() if hash_ not in known)
        found |= {name: replace(table, rows=rows)} if rows else {}
        if (gone := len(known) - len(hashes.keys() & {*known}) - len(rows)) > 0:  # a row that changed is no loss
            what = f"the sheet lacks {counted(gone, 'row')} that it had when it was imported"
            todo = "put back what is gone; to remove it from the data, export a workbook and delete the row there"
            broken = BadInput("row-gone", what, "expected every row", todo)
            faults.append(str(broken.locate(table.file, table.sheet)))
    if faults:
        raise InvalidInput(faults)
    return found


def _hash(table: Table, cells: Sequence[str]) -> str:
    text = "\0".join(sorted(f"{name}={cell}" for name, cell in zip(table.header, cells, strict=True) if cell))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
