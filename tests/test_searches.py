"""Searches for newer documents: their own graph, what queries see, as of a day, and in files of quads."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

import pcgraph
from helpers import ROOT
from pcgraph import api, validation
from pcgraph.analysis.network import draw
from pcgraph.belief import loading
from pcgraph.export import writers
from pcgraph.model.namespaces import CURRENT, ID, PCG, SEARCHES, XSD, V
from pcgraph.store import data_folder, files

SEARCH = ID + "route-talks.search-2025-06-01"


def triples(kg: api.KnowledgeGraph, graph: str) -> set[tuple[str, str, str]]:
    """Return what one graph says about searches."""
    found = {
        quad.subject.value
        for quad in kg.store.quads_for_pattern(None, ox.NamedNode(PCG + "searchedFor"), None, ox.NamedNode(graph))
    }
    return {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for quad in kg.store.quads_for_pattern(None, None, None, ox.NamedNode(graph))
        if quad.subject.value in found
    }


def test_a_search_is_in_its_own_graph_and_in_current(tiny: api.KnowledgeGraph) -> None:
    own = triples(tiny, SEARCHES)
    assert (SEARCH, PCG + "searchedFor", ID + "route-talks") in own
    assert (SEARCH, PCG + "result", V + "nothing-newer") in own
    assert len(own) == 5
    assert triples(tiny, CURRENT) == own | {(SEARCH, PCG + "mainType", PCG + "Search")}


def test_as_of_hides_later_searches(data: Path) -> None:
    for day, count in (("2025-05-31", 0), ("2025-06-01", 1)):
        kg = api.load(data, as_of=day, build=None)
        assert len({subject for subject, _, _ in triples(kg, CURRENT)}) == count
        assert len(kg.query("searches").rows) == count
        assert (ox.NamedNode(SEARCHES) in kg.store.named_graphs()) == bool(count)


def test_a_search_without_a_day_is_hidden_as_of_any_day(data: Path) -> None:
    path = data / "searches.ttl"
    path.write_text(path.read_text().replace('    pcg:searchedOn "2025-06-01"^^xsd:date ;\n', ""))
    assert len(triples(api.load(data, build=None), SEARCHES)) == 4
    assert triples(api.load(data, as_of="2030-01-01", build=None), SEARCHES) == set()


def test_a_search_for_a_merged_engagement_is_one_for_the_preferred(data: Path) -> None:
    path = data / "searches.ttl"
    path.write_text(path.read_text().replace("route-talks", "quay-works"))
    kg = api.load(data, build=None)
    assert kg.query("searches").rows[0][1] == ID + "north-quay-expansion"
    searched = dict(kg.tables.outcomes.select("engagement", "searched").drop_nulls().iter_rows())
    assert searched == {ID + "north-quay-expansion": date(2025, 6, 1)}
    found = {value for _, property_, value in triples(kg, SEARCHES) if property_ == PCG + "searchedFor"}
    assert found == {ID + "quay-works"}


def test_an_export_holds_the_searches_and_can_be_loaded(tiny: api.KnowledgeGraph, tmp_path: Path) -> None:
    for name in ("all.nq", "all.trig"):
        writers.export(tiny.raw, tiny.tables, draw(tiny), tmp_path / name)
        again = pcgraph.load(tmp_path / name, build=None)
        assert triples(again, SEARCHES) == triples(tiny, SEARCHES)
        assert triples(again, CURRENT) == triples(tiny, CURRENT)
        assert triples(pcgraph.load(tmp_path / name, build=None, as_of="2025-05-31"), SEARCHES) == set()


def test_a_new_search_makes_a_new_build(data: Path) -> None:
    ontology = files.home("ontology")
    before = loading.key(data, ontology)
    path = data / "searches.ttl"
    path.write_text(path.read_text().replace("nothing-newer", "newer-found"))
    assert loading.key(data, ontology) != before


def test_a_folder_without_searches_loads(data: Path) -> None:
    (data / "searches.ttl").unlink()
    kg = api.load(data, build=None)
    assert kg.query("searches").rows == []
    assert triples(kg, CURRENT) == set()


SEARCHED = """id:works.search-{day} a pcg:Search ;
    pcg:searchedFor id:works ;
    pcg:searchedOn "{day}"^^xsd:date ;
    pcg:result v:nothing-newer .
"""


@pytest.mark.parametrize(
    ("expected", "more", "searched", "due"),
    [
        ("2024-12", "", "", True),
        ("2025-05-31", "", "", True),
        ("2025-06-01", "", "", False),  # the newest source was first seen on that day, which is not past
        ("2026", "", "", False),
        ("2024-12", "", "2024-12-31", True),
        ("2024-12", "", "2025-01-01", False),
        ("2024-12", "under-way", "", False),
        ("2024-12", "cancelled", "", False),
        ("2024-12", "signed", "", True),
        ("2024-12", "covers", "", False),
    ],
)
def test_a_search_is_due_once_the_expected_day_is_past(
    expected: str, more: str, searched: str, due: bool, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "tests" / "invalid" / "base", folder)
    text = (ROOT / "tests" / "invalid" / "search-due.ttl").read_text().replace('"2024-12"', f'"{expected}"')
    passage = "<https://w3id.org/pcgraph/source/fault#char=0,17>"
    if more == "covers":  # what the pact covers was done
        text = text.replace("id:works a pcg:Project", "id:pact a pcg:Agreement")
    if more:
        status = "completed" if more == "covers" else more
        step = f"""
id:works pcg:step id:works.{status} ; pcg:statedIn {passage} .
id:works.{status} a pcg:Step ; pcg:status v:{status} ; pcg:statedIn {passage} .
"""
        text = text.replace(f"\n{passage} a", f"{step}\n{passage} a")
    (folder / "sources" / "fault.ttl").write_text(text)
    if searched:
        head = "".join(
            f"@prefix {name}: <{iri}> .\n" for name, iri in (("id", ID), ("pcg", PCG), ("v", V), ("xsd", XSD))
        )
        (folder / "searches.ttl").write_text(head + SEARCHED.format(day=searched))
    found = validation.run(data_folder.read(folder, files.home("ontology")))
    assert [finding.code for finding in found] == ["search-due"] * due
