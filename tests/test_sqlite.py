"""The SQLite file holds what the page of the formats says, and other programs read it."""

# ruff: noqa: S608 - the statements name the tables of the file

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import polars as pl
import pytest
from datasette.app import Datasette
from polars.testing import assert_frame_equal

from naughty import NAUGHTY
from pcgraph.analysis.network import draw
from pcgraph.api import KnowledgeGraph
from pcgraph.belief.tables import Tables
from pcgraph.export import writers
from pcgraph.export.formats.sqlite import COLUMNS, CONCLUDED, KEYS, LEFT_OUT, REFERENCES, TABLES, singular
from test_export import naughty


@pytest.fixture
def database(tiny: KnowledgeGraph, tmp_path: Path) -> Path:
    [file] = writers.export(tiny.raw, tiny.tables, draw(tiny), tmp_path / "tiny.sqlite", project=tiny.project)
    return file


def rows(database: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(sql).fetchall()


@pytest.mark.parametrize("name", [name for name in Tables.names() if name not in LEFT_OUT])
def test_each_table_comes_back_as_it_was(name: str, database: Path, tiny: KnowledgeGraph) -> None:
    table, frame, expand = TABLES.get(name, name), getattr(tiny.tables, name), tiny.names.expand
    key, found = KEYS.get(name), {}
    ids = [each for (each,) in rows(database, f"SELECT {CONCLUDED.get(name, 'id')} FROM {table} ORDER BY rowid")]
    for column, kind in frame.schema.items():
        shown, refers = COLUMNS.get(column, column), column == key or column in REFERENCES
        if isinstance(kind, pl.List):
            links: dict[object, list[object]] = {each: [] for each in ids}
            owner = CONCLUDED.get(name, singular(table))
            for one, each in rows(database, f"SELECT {owner}, {singular(shown)} FROM {table}_{shown}"):
                links[one].append(expand(each) if refers else each)
            found[column] = pl.Series([sorted(each) for each in links.values()], dtype=kind)
            continue
        shown = "id" if column == key and name not in CONCLUDED else shown
        values = [value for (value,) in rows(database, f"SELECT {shown} FROM {table} ORDER BY rowid")]
        if kind == pl.Date:
            found[column] = pl.Series(values, dtype=pl.String).str.to_date()
        elif kind == pl.Boolean:
            found[column] = pl.Series(values, dtype=pl.Int64).cast(kind)
        else:
            iris = refers and kind == pl.String
            found[column] = pl.Series([expand(each) if iris and each else each for each in values], dtype=kind)
    lists = [column for column, kind in frame.schema.items() if isinstance(kind, pl.List)]
    assert_frame_equal(pl.DataFrame(found), frame.with_columns(pl.col(lists).list.sort()))


@pytest.mark.parametrize("text", ["tiny", "naughty"])
def test_foreign_keys_hold(text: str, database: Path, tmp_path: Path) -> None:
    if text == "naughty":
        [database] = writers.export(*naughty(), tmp_path / "naughty.sqlite")
        named = {name for (name,) in rows(database, "SELECT name FROM things")}
        assert {text for text in NAUGHTY if text} <= named | {None}
    assert rows(database, "PRAGMA foreign_key_check") == []
    assert rows(database, "PRAGMA integrity_check") == [("ok",)]
    for table in ("parties", "steps", "parties_sources", "identifiers") if text == "tiny" else ():
        assert rows(database, f"PRAGMA foreign_key_list({table})")


def test_people_find_engagements_by_words_of_names_and_summaries(database: Path) -> None:
    search = (
        "SELECT e.id FROM engagements_fts JOIN engagements e ON e.rowid = engagements_fts.rowid "
        "WHERE engagements_fts MATCH '{}' ORDER BY e.id"
    )
    assert rows(database, search.format("longer quay")) == [("id:crane-agreement",)]
    assert rows(database, search.format("name: quay")) == [("id:north-quay-expansion",)]


def test_a_view_shows_engagements_with_their_parties_by_name(database: Path) -> None:
    [found] = rows(
        database,
        "SELECT name, class, status, parties, countries FROM engagements_with_parties WHERE id = 'id:crane-agreement'",
    )
    assert found == ("Crane memorandum", "agreement", "signed", "Acme; Harbour Authority of Nordland", "Nordland")
    views = {name for (name,) in rows(database, "SELECT name FROM sqlite_master WHERE type = 'view'")}
    assert {"parties_with_names", "steps_with_names", "ties_with_names", "passages_with_names"} <= views
    for view in views:
        rows(database, f"SELECT * FROM {view}")


def test_identifiers_and_passages_name_what_they_belong_to(database: Path) -> None:
    assert rows(database, "SELECT thing, scheme, value FROM identifiers") == [
        ("id:acme", "v:lei", "5493001KJTIIGC8Y1R12")
    ]
    passages = (
        "SELECT passage, source, first_character FROM engagements_passages JOIN passages ON passages.id = passage"
    )
    assert rows(database, f"{passages} WHERE engagement = 'id:crane-talks'") == [
        ("src:harbour-2024#char=84,182", "src:harbour-2024", 84)
    ]


def test_datasette_finds_the_search_and_the_names_behind_foreign_keys(database: Path) -> None:
    app = Datasette([str(database)])

    async def asked(path: str) -> list[dict[str, object]]:
        answer = await app.client.get(path)
        assert answer.status_code == 200, answer.text
        return answer.json()["rows"]

    found = asyncio.run(asked("/tiny/engagements.json?_search=quay&_shape=objects&_labels=on"))
    assert [(row["id"], row["class"]) for row in found] == [
        ("id:crane-agreement", {"value": "pcg:Agreement", "label": "agreement"}),
        ("id:north-quay-expansion", {"value": "pcg:Project", "label": "project"}),
    ]
    assert asyncio.run(asked("/tiny/engagements_with_parties.json?_shape=objects"))
