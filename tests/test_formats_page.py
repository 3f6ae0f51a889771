"""The page of the formats of other programs says what the files hold, and what they do not."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from helpers import ROOT
from pcgraph.analysis.network import draw
from pcgraph.api import KnowledgeGraph
from pcgraph.export import writers

PAGE = (ROOT / "docs" / "how-to" / "formats.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.*)\n((?:(?!## ).*\n?)*)", PAGE, re.MULTILINE))


def columns(path: Path) -> set[str]:
    """Return the tables of an SQLite file, and their columns."""
    sql = "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c"
    with closing(sqlite3.connect(path)) as connection:
        pairs = connection.execute(sql).fetchall()
    return {name for table, column in pairs for name in (table, f"{table}.{column}")}


def words(path: Path) -> set[str]:
    """Return the words of a text, and its names with a prefix."""
    return set(re.findall(r"[\w-]+:[\w-]+|[\w-]+", path.read_text(encoding="utf-8")))


NAMES: dict[str, tuple[str, Callable[[Path], set[str]]]] = {
    "SQLite": ("x.sqlite", columns),
    "GEXF and GraphML": ("x.gexf", words),
    "RDF 1.2": ("x.rdf12", words),
    "Nanopublications": ("x.nanopub", words),
}


@pytest.mark.parametrize("section", NAMES)
def test_what_the_page_names_is_in_the_file(section: str, tiny: KnowledgeGraph, tmp_path: Path) -> None:
    name, names = NAMES[section]
    ends = tiny.tables.engagements.with_columns(ends_latest=pl.date(2030, 1, 1))
    tables = replace(tiny.tables, engagements=ends)
    project = replace(tiny.project, licence="https://example.org/licence", creators=("Ida Holm",))
    [file] = writers.export(tiny.raw, tables, draw(tiny), tmp_path / name, project=project)
    found = names(file)
    table = [
        [cell.strip() for cell in line[1:-1].split("|")]
        for line in SECTIONS[section].splitlines()
        if line.startswith("| ")
    ][2:]
    carried = {name for _, there, *_ in table for name in re.findall("`(.*?)`", there)}
    assert len(carried) > 5
    assert carried - found == set()
    gone = {name.rpartition(".")[2] for ours, there, *_ in table if not there for name in re.findall("`(.*?)`", ours)}
    assert gone & found == set()
