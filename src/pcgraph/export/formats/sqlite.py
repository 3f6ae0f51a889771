"""SQLite: tables and views for people, with foreign keys and full-text search."""

# ruff: noqa: S608 - every name in the statements below is one of this module or of the tables; values are parameters

from __future__ import annotations

import errno
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl
import pyoxigraph as ox

from pcgraph.belief.tables.readable import UNNAMED
from pcgraph.model.entities import label, preferred
from pcgraph.model.namespaces import DESCRIPTION, LABEL, PCG, SKOS, WGS
from pcgraph.model.quads import current

if TYPE_CHECKING:
    from pcgraph.belief.tables import Tables
    from pcgraph.store.project import Project

LEFT_OUT = ("statements", "readings")  # the facts one by one: the other tables hold them, and RDF all of them
TABLES = {"relations": "ties", "sums": "amounts"}  # ours → its name, where it has another
CONCLUDED = {"outcomes": "engagement", "promises": "promise"}  # what became of engagements: their keys are theirs
KEYS = {
    "engagements": "engagement",
    "steps": "step",
    "sources": "source",
    "things": "id",
    "passages": "id",
    **CONCLUDED,
}
COLUMNS = {"type": "class", "from": "from_thing", "to": "to_thing", "by": "shown_by", "how": "shown_how",
           "next": "next_step", "order": "order_day", "total": "counted_as", "reason": "not_counted_because",
           "went_on_as": "went_on", "state_of_passage": "state"}  # fmt: skip
REFERENCES = {  # our column → the table to which it refers
    column: table
    for table, columns in {
        "engagements": "engagement by promise within members went_on_as",
        "steps": "step next reached",
        "things": "agent body from to publisher places funders thing country parent located_in",
        "terms": "type kind status role relation outcome quantity_of quantity_per amount_per basis total sectors "
        "class scheme state_of_passage",
        "sources": "source sources voice",
        "passages": "passages",
    }.items()
    for column in columns.split()
}
TITLES = {"sources": "title"} | dict.fromkeys(("engagements", "things", "terms"), "name")  # what a reader sees
SEARCHED = {"engagements": ("name", "other_names", "summary"), "things": ("name", "other_names"), "sources": ("title",)}
OVERVIEW = """
CREATE VIEW engagements_with_parties AS
SELECT e.id, e.name, class.name AS class, kind.name AS kind, status.name AS status, e.status_date, e.status_since,
    (SELECT group_concat(name, '; ') FROM (
        SELECT DISTINCT coalesce(t.name, t.id) AS name FROM parties p JOIN things t ON t.id = p.agent
        WHERE p.engagement = e.id ORDER BY name)) AS parties,
    (SELECT group_concat(name, '; ') FROM (
        SELECT DISTINCT c.name FROM parties p JOIN things t ON t.id = p.agent JOIN things c ON c.id = t.country
        WHERE p.engagement = e.id ORDER BY c.name)) AS countries,
    (SELECT group_concat(name, '; ') FROM (
        SELECT s.name FROM engagements_sectors l JOIN terms s ON s.id = l.sector
        WHERE l.engagement = e.id ORDER BY s.name)) AS sectors,
    e.amount, e.currency, e.quantity, unit.name AS quantity_of, outcome.name AS outcome, promises.state AS promise,
    e.last_reported, e.summary
FROM engagements e
LEFT JOIN terms class ON class.id = e.class
LEFT JOIN terms kind ON kind.id = e.kind
LEFT JOIN terms status ON status.id = e.status
LEFT JOIN terms unit ON unit.id = e.quantity_of
LEFT JOIN outcomes ON outcomes.engagement = e.id
LEFT JOIN terms outcome ON outcome.id = outcomes.outcome
LEFT JOIN promises ON promises.promise = outcomes.promise
"""


def write(store: ox.Store, tables: Tables, path: Path, project: Project) -> None:
    """Write tables whose foreign keys hold, a view with names for each, and full-text indexes.

    IRIs are short, such as ``id:lumen``; the table ``prefixes`` says what the prefixes stand for. A list becomes links.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN")
            _Writer(connection, store, project).write(tables)
            connection.execute("COMMIT")
    except sqlite3.Error as error:  # the caller names the file
        raise OSError(errno.EIO, str(error)) from error


class _Writer:
    def __init__(self, connection: sqlite3.Connection, store: ox.Store, project: Project) -> None:
        self.run = connection.execute
        self.run_each = connection.executemany
        self.store, self.names, self.language = store, project.names, project.label_language
        self.short = cache(self.names.compact)
        self.links: list[tuple[str, str, str]] = []  # table, column, table to which it refers

    def write(self, tables: Tables) -> None:
        """Write everything: the links come last, since they name rows that no table has yet."""
        self.run("CREATE TABLE prefixes (prefix TEXT PRIMARY KEY, namespace TEXT NOT NULL) WITHOUT ROWID")
        self.run_each("INSERT INTO prefixes VALUES (?, ?)", sorted(self.names.prefixes.items()))
        self.run("CREATE TABLE terms (id TEXT PRIMARY KEY, name TEXT)")
        for name, frame in self.frames(tables):
            self.table(name, frame)
        self.complete()
        for table, columns in SEARCHED.items():
            self.run(f'CREATE VIRTUAL TABLE {table}_fts USING fts5({", ".join(columns)}, content="{table}")')
            self.run(f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild')")
        self.run(OVERVIEW)

    def frames(self, tables: Tables) -> Iterator[tuple[str, pl.DataFrame]]:
        """Yield the tables of `tables`, with names, and those that only `current` holds."""
        for name, frame in tables.items():
            if name in LEFT_OUT:
                continue
            if name in ("engagements", "sources"):
                key = KEYS[name]
                about = self.about(name, frame[key])
                frame = frame.join(about, left_on=key, right_on="id", how="left")
                frame = frame.select(key, *about.columns[1:], pl.exclude(key, *about.columns))
            yield name, frame
        named = {iri for iri in self.values(LABEL) if iri.startswith(self.names.id)}
        agents = {*tables.parties["agent"]} if "agent" in tables.parties.columns else set()
        things = sorted(agents | named)
        yield "things", self.about("things", pl.Series(things, dtype=pl.String))
        yield "passages", self.columns({
            "id": (passages := sorted(self.values(PCG + "inSource"))), "source": self.first("inSource", passages),
            "first_character": self.first("start", passages, int), "end_character": self.first("end", passages, int),
            "locator": self.first("locator", passages), "state_of_passage": self.first("passageState", passages),
        })  # fmt: skip
        nodes = sorted(self.values(PCG + "identifies"))
        yield "identifiers", self.columns({
            "thing": self.first("identifies", nodes), "scheme": self.first("scheme", nodes),
            "value": self.first("identifierValue", nodes), "shown_at": self.first("shownAt", nodes),
            "shown_on": self.first("shownOn", nodes),
        })  # fmt: skip
        known = {iri: name for name in ("engagements", "steps") for iri in getattr(tables, name)[:, 0]}
        cited: dict[str, list[tuple[str, str]]] = {"engagements": [], "steps": [], "things": []}
        for subject, found in sorted(self.values(PCG + "statedIn").items()):
            if kind := known.get(subject, "things" if subject in things else None):
                cited[kind] += [(subject, passage.value) for passage in found]
        for kind, pairs in cited.items():
            self.link(kind, "passages", pairs)

    def about(self, kind: str, iris: pl.Series) -> pl.DataFrame:
        """Return the names of things, and what else `current` says about them."""
        keys = iris.to_list()
        found: dict[str, list[Any]] = {"id": keys}
        if kind == "sources":
            names = {"title": "title", "date": "date", "address": "address", "first_seen": "firstSeen"}
            return self.columns(found | {column: self.first(name, keys) for column, name in names.items()})
        aliases = [self.values(SKOS + name) for name in ("altLabel", "hiddenLabel")]
        found["name"] = [self.named(iri) for iri in keys]
        others = [
            sorted({term.value for said in (self.values(LABEL), *aliases) for term in said.get(iri, [])} - {name})
            for iri, name in zip(keys, found["name"], strict=True)
        ]
        found["other_names"] = ["; ".join(names) or None for names in others]
        if kind == "engagements":
            return self.columns(found | {"summary": [self.text(DESCRIPTION, iri) for iri in keys]})
        links = {"class": "mainType", "country": "country", "parent": "parent", "located_in": "within"}
        more: dict[str, list[Any]] = {column: self.first(name, keys) for column, name in links.items()}
        places = {name: pl.Series(self.first(WGS + short, keys)).cast(pl.Float64)
                  for name, short in (("latitude", "lat"), ("longitude", "long"))}  # fmt: skip
        return self.columns(found | more).with_columns(**places)

    def table(self, name: str, frame: pl.DataFrame) -> None:
        """Write a frame as a table with links for its lists, and a view that adds the names."""
        table, key = TABLES.get(name, name), KEYS.get(name)
        lists = [column for column, kind in frame.schema.items() if isinstance(kind, pl.List)]
        flat = frame.select(self.cells(frame, column) for column in frame.columns if column not in lists)
        defined, shown, joined = [] if key else ["id INTEGER PRIMARY KEY"], ["t.*"], []
        for column, kind in flat.schema.items():
            own = column == key and table not in CONCLUDED
            text = "id" if own else COLUMNS.get(column, column)
            target = None if own or frame[column].dtype != pl.String else REFERENCES.get(column)
            sort = "REAL" if kind.is_float() else "TEXT" if kind == pl.String else "INTEGER"
            keyed = " PRIMARY KEY" * (column == key)
            defined.append(f"{text} {sort}{keyed}{f' REFERENCES {target} (id)' if target else ''}")
            if target:
                self.links.append((table, text, target))
                if target in TITLES:
                    shown.append(f"{text}_.{TITLES[target]} AS {text}_{TITLES[target]}")
                    joined.append(f" LEFT JOIN {target} {text}_ ON {text}_.id = t.{text}")
        self.run(f"CREATE TABLE {table} ({', '.join(defined)})")
        numbered = [] if key else [pl.Series("id_", range(1, frame.height + 1), pl.Int64)]
        rows = flat.select(*numbered, pl.all())
        self.run_each(f"INSERT INTO {table} VALUES ({', '.join('?' * rows.width)})", rows.iter_rows())
        if joined:
            self.run(f"CREATE VIEW {table}_with_names AS SELECT {', '.join(shown)} FROM {table} t{''.join(joined)}")
        for column in lists:
            ids = frame[key] if key else numbered[0]
            pairs = pl.DataFrame({"owner": ids, "each": frame[column].cast(pl.List(pl.String))})
            self.link(table, column, pairs.explode("each").drop_nulls().iter_rows())

    def link(self, table: str, column: str, pairs: Iterable[tuple[object, str]]) -> None:
        """Write a table of links between the rows of a table and the things, terms or texts in a list."""
        other, target = singular(COLUMNS.get(column, column)), REFERENCES.get(column)
        name, key = f"{table}_{COLUMNS.get(column, column)}", CONCLUDED.get(table, "id")
        owner = CONCLUDED.get(table, singular(table))
        columns = (
            f"{owner} {'TEXT' if table in KEYS else 'INTEGER'} NOT NULL REFERENCES {table} ({key})",
            f"{other} TEXT NOT NULL{f' REFERENCES {target} (id)' if target else ''}",
        )
        self.run(f"CREATE TABLE {name} ({', '.join(columns)}, PRIMARY KEY ({owner}, {other})) WITHOUT ROWID")
        rows = ((self.short(one) if isinstance(one, str) else one, self.short(each) if target else each)
                for one, each in pairs)  # fmt: skip
        self.run_each(f"INSERT OR IGNORE INTO {name} VALUES (?, ?)", rows)
        self.links += [(name, other, target)] if target else []

    def complete(self) -> None:
        """Index the foreign keys, and add what they name and no table has, such as terms of the ontology."""
        for table, column, target in self.links:
            self.run(f"INSERT OR IGNORE INTO {target} (id) SELECT DISTINCT {column} FROM {table} "
                     f"WHERE {column} IS NOT NULL ORDER BY {column}")  # fmt: skip
            if target != "terms":
                self.run(f"CREATE INDEX {table}_{column} ON {table} ({column})")
        for target in ("things", "terms", "engagements"):
            rows = self.run(f"SELECT id FROM {target} WHERE name IS NULL ORDER BY id").fetchall()
            named = [(self.named(self.names.expand(iri)), iri) for (iri,) in rows]
            self.run_each(f"UPDATE {target} SET name = ? WHERE id = ?", named)

    def cells(self, frame: pl.DataFrame, column: str) -> pl.Series:
        """Return a column as SQLite holds it: short IRIs, days as text."""
        values = frame[column]
        if values.dtype == pl.String and (column in REFERENCES or column == "id"):
            return pl.Series(column, [None if each is None else self.short(each) for each in values], pl.String)
        if values.dtype == pl.Boolean:
            return values.cast(pl.Int64)
        return values.cast(pl.String) if values.dtype.is_temporal() else values

    def columns(self, columns: dict[str, list[Any]]) -> pl.DataFrame:
        """Return lists as a frame of texts; a column of offsets has numbers."""
        whole = [name for name in columns if name.endswith("_character")]
        return pl.DataFrame(columns, schema={name: pl.Int64 if name in whole else pl.String for name in columns})

    @cache  # noqa: B019 - the writer lives as long as one export
    def values(self, name: str) -> dict[str, list[ox.Literal | ox.NamedNode]]:
        """Return the values of a property in `current`, by subject, sorted."""
        found = defaultdict(list)
        for quad in current(self.store, predicate=name):
            found[quad.subject.value].append(quad.object)
        return {subject: sorted(terms, key=str) for subject, terms in found.items()}

    def first(self, name: str, iris: Iterable[str], kind: type = str) -> list[Any]:
        """Return the first value of a property for each thing."""
        found = self.values(name if ":" in name else PCG + name)
        return [kind(found[iri][0].value) if iri in found else None for iri in iris]

    def text(self, name: str, iri: str) -> str | None:
        """Return a text in the language of the project, or the nearest."""
        texts = {term.language or "en": term.value for term in reversed(self.values(name).get(iri, []))}
        return texts[preferred(texts, self.language)] if texts else None

    def named(self, iri: str) -> str | None:
        """Return the label of anything, also of a party that has none."""
        if any(kind.value == PCG + "UnnamedParty" for kind in self.values(PCG + "mainType").get(iri, [])):
            return UNNAMED
        try:
            return label(self.store, iri, self.language)
        except ValueError:  # no IRI
            return None


def singular(plural: str) -> str:
    """Return the name of one row of a table.

    >>> singular("parties"), singular("ties"), singular("went_on")
    ('party', 'tie', 'went_on')
    """
    return re.sub("(?<=..)ies$", "y", plural).removesuffix("s")
