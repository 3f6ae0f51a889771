"""The index of names of a large graph: a SQLite file in its build, of which a look-up reads a few pages."""

# ruff: noqa: S608 - the condition on kinds is one of two texts of this module; values are parameters

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from pcgraph.query.names.matching import Names, NameVerdicts

TABLES = """
CREATE TABLE thing (iri TEXT PRIMARY KEY, kind TEXT, label TEXT, engagements INTEGER, detail TEXT) WITHOUT ROWID;
CREATE TABLE name (how TEXT, key TEXT, iri TEXT, kind TEXT, PRIMARY KEY (how, key, iri)) WITHOUT ROWID;
CREATE TABLE entry (number INTEGER PRIMARY KEY, key TEXT, name TEXT, iri TEXT);
CREATE TABLE word (word TEXT, number INTEGER, kind TEXT, address INTEGER, PRIMARY KEY (word, number)) WITHOUT ROWID;
"""


class Thing(NamedTuple):
    """What the index holds of a thing: kind, label, number of its engagements, and what tells it from others."""

    kind: str
    label: str
    engagements: int
    detail: str


class NamesFile:
    """The file. Each process opens it for itself, because a connection does not survive a fork."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._opened: tuple[int, sqlite3.Connection] | None = None

    def ask(self, query: str, *values: object) -> list[Any]:
        """Return the rows of a query."""
        if self._opened is None or self._opened[0] != os.getpid():
            address = f"{self._path.absolute().as_uri()}?mode=ro&immutable=1"
            self._opened = os.getpid(), sqlite3.connect(address, uri=True, check_same_thread=False)
        return self._opened[1].execute(query, values).fetchall()

    def thing(self, iri: str) -> Thing | None:
        """Return what the index holds of a thing."""
        found = self.ask("SELECT kind, label, engagements, detail FROM thing WHERE iri = ?", iri)
        return Thing(*found[0]) if found else None


class NameIndex(Names):
    """The names of the things of some kinds, or of all `but` these kinds, as `Names` has them."""

    def __init__(self, file: NamesFile, verdicts: NameVerdicts, kinds: Collection[str], but: bool) -> None:
        super().__init__({}, verdicts)
        self._file = file
        self._among = f" AND kind {'NOT ' * but}IN (SELECT value FROM json_each(?))"
        self._kinds = (json.dumps(sorted(kinds)),)

    def equal(self, how: str, key: str) -> set[str]:
        """Return the IRIs with a key; see `Names.equal`."""
        rows = self._file.ask(f"SELECT iri FROM name WHERE how = ? AND key = ?{self._among}", how, key, *self._kinds)
        return {iri for (iri,) in rows}

    def entries(self, numbers: Iterable[int]) -> Iterator[tuple[int, tuple[str, ...], str, str]]:
        """Yield number, words, name and IRI of some entries, in their order."""
        query = "SELECT entry.* FROM json_each(?) JOIN entry ON number = value"
        for number, key, name, iri in self._file.ask(query, json.dumps([*numbers])):
            yield number, tuple(key.split()), name, iri

    def words(self) -> Collection[str]:
        """Return the words of all names."""
        return self._words

    @cached_property
    def _words(self) -> list[str]:
        rows = self._file.ask(f"SELECT DISTINCT word FROM word WHERE true{self._among}", *self._kinds)
        return [word for (word,) in rows]

    def with_word(self, word: str) -> Collection[int]:
        """Return the numbers of the entries that have a word."""
        rows = self._file.ask(f"SELECT number FROM word WHERE word = ?{self._among}", word, *self._kinds)
        return [number for (number,) in rows]

    def knows(self, word: str) -> bool:
        """Return whether a name has this word; those of an address may be misspelt."""
        query = f"SELECT 1 FROM word WHERE word = ? AND NOT address{self._among} LIMIT 1"
        return bool(self._file.ask(query, word, *self._kinds))


def write(path: Path, names: Names, things: dict[str, Thing]) -> None:
    """Write the index of all names, and what is known of each thing."""
    with closing(sqlite3.connect(path)) as file, file:
        file.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {TABLES}")
        file.executemany("INSERT INTO thing VALUES (?, ?, ?, ?, ?)", ((iri, *things[iri]) for iri in sorted(things)))
        equal = ((how, key, iri, things[iri].kind) for how, key, iri in names.equals())
        file.executemany("INSERT INTO name VALUES (?, ?, ?, ?)", sorted(equal))
        words = list[tuple[str, int, str, bool]]()
        for number, own, name, iri in names.entries(range(names.size)):
            file.execute("INSERT INTO entry VALUES (?, ?, ?, ?)", (number, " ".join(own), name, iri))
            words += [(word, number, things[iri].kind, "://" in name) for word in {*own}]
        file.executemany("INSERT INTO word VALUES (?, ?, ?, ?)", sorted(words))
