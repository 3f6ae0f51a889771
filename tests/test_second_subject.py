"""The second subject, ``examples/china-development-finance``: what the import made of a table that others wrote."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from helpers import ROOT
from pcgraph import api
from pcgraph.api import KnowledgeGraph
from pcgraph.intake.duplicates import find_duplicates
from pcgraph.model.namespaces import CURRENT, PCG, TYPE
from pcgraph.query.cite.citation import citation, sentence
from pcgraph.store import data_folder
from pcgraph.store.files import home

pytestmark = pytest.mark.slow

FOLDER = ROOT / "examples" / "china-development-finance"


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return api.load(FOLDER, build=None)


def test_a_citation_names_the_subject_and_its_version(graph: KnowledgeGraph) -> None:
    project = graph.project
    found = citation(project, "angola-loan", "A loan", address=f"{project.base}id/angola-loan")
    assert project.version
    said = sentence(found)
    assert f"In: China's development finance, version {project.version}." in said
    assert said.startswith("AidData.")


def test_every_row_is_an_engagement(graph: KnowledgeGraph) -> None:
    manifest = json.loads(next((FOLDER / "data" / "imports").glob("*.json")).read_text(encoding="utf-8"))
    assert manifest["rows"] == graph.tables.engagements.height == 3325
    assert manifest["rows left out"] == []
    assert {*manifest["files"]} == {
        path.relative_to(FOLDER / "data").as_posix()
        for path in (FOLDER / "data").rglob("*.ttl")
        if path.name != "things.ttl"
    }


def test_all_names_are_decided() -> None:
    with (FOLDER / "decisions.csv").open(encoding="utf-8", newline="") as lines:
        made = Counter((row["kind"], row["decision"]) for row in csv.DictReader(lines))
    assert {decision for _, decision in made} == {"new", "unnamed"}
    assert made["agent", "new"] > 1000


def test_wholes_have_no_amount_and_parts_name_them(graph: KnowledgeGraph) -> None:
    part_of = ox.NamedNode(PCG + "partOf")
    wholes = {quad.object for quad in graph.store.quads_for_pattern(None, part_of, None, None)}
    assert len(wholes) > 20
    amount = ox.NamedNode(PCG + "amount")
    assert not any(next(graph.store.quads_for_pattern(whole, amount, None, None), None) for whole in wholes)


def test_no_sum_is_without_its_year_of_prices(graph: KnowledgeGraph) -> None:
    rows = graph.query("who-funds-whom").to_polars()
    assert rows.height > 2000
    years = [name for name in rows.columns if "rices" in name]
    assert len(years) == 1
    assert set(rows.filter(rows["amount"].is_not_null())[years[0]]) == {"2017"}


def test_a_commitment_is_never_paid_and_has_totals_in_its_prices(graph: KnowledgeGraph) -> None:
    rows = graph.query("money-by-funder-and-year").to_polars()
    assert rows.height > 200
    assert {*rows["basis"]} == {"committed"}
    assert {*rows["prices"]} == {"2017"}
    amounts = graph.tables.engagements["amount"].drop_nulls().len()
    assert rows["engagements"].cast(int).sum() + len(graph.query("money-left-out").rows) == amounts


def test_the_countries_have_codes(graph: KnowledgeGraph) -> None:
    country, code = ox.NamedNode(PCG + "Country"), ox.NamedNode(PCG + "isoCode")
    listed = graph.store.quads_for_pattern(None, ox.NamedNode(TYPE), country, ox.NamedNode(CURRENT))
    countries = {quad.subject for quad in listed}
    assert len(countries) > 130
    assert all(next(graph.store.quads_for_pattern(each, code, None, None), None) for each in countries)


def test_the_folder_is_small_enough_to_ship() -> None:
    assert sum(path.stat().st_size for path in Path(FOLDER / "data").rglob("*") if path.is_file()) < 5_000_000


def test_rankings_exist_where_the_first_solver_fails(graph: KnowledgeGraph) -> None:
    assert sum(row.value for row in graph.rank("pagerank")) == pytest.approx(1)


def test_rows_of_one_table_are_told_apart_by_it(graph: KnowledgeGraph) -> None:
    inputs = data_folder.read(FOLDER, home("ontology"))
    assert find_duplicates(graph, inputs) == []
