"""A project with a base of its own: everything says the same as on the shipped base, about other IRIs."""

from __future__ import annotations

import json
import re
import shutil
from contextlib import chdir
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib

import pcgraph as package
from helpers import TINY, everyday, pcgraph
from pcgraph.api import KnowledgeGraph
from pcgraph.belief import disk_store
from pcgraph.errors import UsageError
from pcgraph.model import namespaces
from pcgraph.model.namespaces import Namespaces
from pcgraph.query.questions.catalogue import catalogue
from pcgraph.testing import FakeEndpoint
from serving import serving

pytestmark = pytest.mark.slow

BASE = "https://example.org/lamps/"
OWN = re.compile(r"https://w3id\.org/pcgraph/(?=(?:id|source|verdict|sum)/)")
EXPECTED = Path(__file__).parent / "expected"
PARAMETERS = json.loads((EXPECTED / "parameters.json").read_text())


def moved(text: str) -> str:
    """Return a text in which the IRIs of the project have the other base."""
    return OWN.sub(BASE, text)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with the tiny graph on another base."""
    made = tmp_path_factory.mktemp("lamps")
    shutil.copytree(TINY, made / "data")
    for path in (made / "data").rglob("*.ttl"):
        path.write_text(moved(path.read_text(encoding="utf-8")), encoding="utf-8")
    (made / "pcgraph.toml").write_text(f'base = "{BASE}"\nlanguages = ["en", "zh"]\n')
    return made


@pytest.fixture(scope="module")
def lamps(folder: Path) -> KnowledgeGraph:
    return package.load(folder, build=None)


def test_the_graphs_are_the_same_with_other_iris(lamps: KnowledgeGraph, tiny: KnowledgeGraph) -> None:
    assert {str(quad) for quad in lamps.store} == {moved(str(quad)) for quad in tiny.store}
    assert not any(OWN.search(str(quad)) for quad in lamps.store)


@pytest.mark.parametrize("name", everyday(catalogue(), [*catalogue()][::6].__contains__))
def test_each_question_has_the_same_answer(lamps: KnowledgeGraph, tiny: KnowledgeGraph, name: str) -> None:
    def answered(kg: KnowledgeGraph) -> Any:
        try:
            return sorted(kg.query(name, **PARAMETERS.get(name, {})).short)
        except UsageError as error:
            return str(error)

    assert answered(lamps) == answered(tiny)


@pytest.mark.filterwarnings("ignore:network. empty")
def test_tables_entities_and_analyses_are_the_same(lamps: KnowledgeGraph, tiny: KnowledgeGraph) -> None:
    for name in tiny.tables.names():
        assert sorted(map(str, lamps.tables[name].rows())) == sorted(
            moved(str(row)) for row in tiny.tables[name].rows()
        )
    assert {iri: thing.label for iri, thing in lamps.entities.items()} == {
        moved(iri): thing.label for iri, thing in tiny.entities.items()
    }
    for filters in ({}, {"country": "nordland"}, {"sector": "energy"}, {"projection": "partners"}):
        ranked = (kg.rank("degree", **filters).table.drop("agent") for kg in (lamps, tiny))
        assert next(ranked).equals(next(ranked))
    assert lamps.sensitivity("degree", top=2).drop("name", strict=False).height


def test_the_page_is_the_same(lamps: KnowledgeGraph, tiny: KnowledgeGraph) -> None:
    ours, theirs = lamps.map().view, tiny.map().view
    assert ours["prefixes"]["id"] == f"{BASE}id/"
    assert ours["prefixes"]["pcg"] == namespaces.PCG
    assert json.loads(moved(json.dumps({**theirs, "prefixes": ours["prefixes"]}))) == json.loads(json.dumps(ours))
    linked = re.search(r'<script type="application/ld\+json" id="linked">(.*?)</script>', lamps.map().html, re.DOTALL)
    assert linked
    triples = rdflib.Graph().parse(data=linked[1], format="json-ld")
    assert (rdflib.URIRef(f"{BASE}id/borealis"), None, None) in triples
    assert not OWN.search(linked[1])
    assert lamps.map(focus="borealis").view["focus"] == tiny.map(focus="borealis").view["focus"]


def test_sparql_has_the_prefixes_and_the_base_of_the_project(lamps: KnowledgeGraph) -> None:
    for name in ("id:borealis", "<id/borealis>"):
        found = lamps.query(f"SELECT ?label {{ {name} rdfs:label ?label FILTER(LANG(?label) = 'en') }}")
        assert found.rows == [("Borealis",)]
    assert len(lamps.query("SELECT ?s FROM src:tide-2025 { ?s a pcg:Source }")) == 1
    with pytest.raises(UsageError, match="no such graph"):
        lamps.query("SELECT ?s FROM <https://w3id.org/pcgraph/source/tide-2025> { ?s a pcg:Source }")
    built = lamps.query("CONSTRUCT { ?s a pcg:Company } WHERE { ?s a pcg:Company }").serialize("turtle")
    assert f"@prefix id: <{BASE}id/> ." in built
    assert "id:borealis a pcg:Company" in built
    assert lamps.dataset.query("ASK { id:borealis a pcg:Company }").askAnswer
    assert (rdflib.URIRef(f"{BASE}id/borealis"), None, None) in lamps.current


def test_two_graphs_in_one_process_keep_their_iris(lamps: KnowledgeGraph, tiny: KnowledgeGraph) -> None:
    for kg, base in ((lamps, BASE), (tiny, namespaces.BASE)):
        assert kg.show("borealis")["iri"] == f"{base}id/borealis"
        assert kg.why("borealis", "signsWith", "harbour-authority")["from"] == f"{base}id/borealis"
        assert namespaces.compact(f"{base}id/borealis") == "id:borealis"
        row = kg.query("SELECT ?s { VALUES ?s { id:borealis } ?s a pcg:Company }").rows
        assert row == [(f"{base}id/borealis",)]


def test_only_the_bases_that_were_loaded_are_shortened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(namespaces, "_LOADED", set())
    monkeypatch.setattr(namespaces, "_SHORTENED", {})
    namespaces.register(Namespaces(BASE))
    assert namespaces.compact(f"{BASE}id/a") == "id:a"
    assert namespaces.compact("https://w3id.org/pcgraph/id/a") == "https://w3id.org/pcgraph/id/a"
    assert namespaces.compact("https://w3id.org/pcgraph/vocab/sector/ai") == "sector:ai"


@pytest.mark.exhaustive
def test_the_commands_work(folder: Path, tmp_path: Path) -> None:
    assert pcgraph("check", cwd=folder).stderr == "0 findings in 5 sources\n"
    assert pcgraph("fmt", "--check", cwd=folder).returncode == 0
    for words in (
        ("show", "borealis"),
        ("show", "id:borealis", "--json"),
        ("why", "borealis", "signsWith", "harbour-authority"),
        ("query", "who-signed-with", "-p", "party=borealis"),
        ("rank", "degree"),
        ("diff", "2024-06-01", "2026-01-01"),
        ("query", "sources-and-speakers", "--without", "tide-2025"),
    ):
        done, same = pcgraph(*words, cwd=folder), pcgraph(*words, "--data", str(TINY))
        assert (done.returncode, done.stdout) == (same.returncode, moved(same.stdout)), words
    assert pcgraph("build", cwd=folder).returncode == 0
    assert f"@prefix src: <{BASE}source/> ." in (folder / "build" / "current.ttl").read_text()
    with chdir(folder):
        kg = package.load()
        assert kg.key
        assert kg.show("borealis")["iri"] == f"{BASE}id/borealis"
        assert kg.history.engagements.height
    assert pcgraph("diff", str(folder / "build"), str(folder)).stdout == "no difference\n"
    for name in ("out.ttl", "out.trig", "out.nq"):
        assert pcgraph("export", str(tmp_path / name), cwd=folder).returncode == 0
    assert f"@prefix verdict: <{BASE}verdict/> ." in (tmp_path / "out.trig").read_text()
    back = package.load(tmp_path / "out.nq", build=None)
    assert (back.project.base, back.show("borealis")["label"]) == (BASE, "Borealis")


def test_a_passage_is_cited_on_the_base(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "tide-2025.txt").write_text("On Monday they signed.")
    cited = pcgraph("cite", "tide-2025", "they", "signed", "--texts", str(tmp_path), cwd=folder).stdout
    assert cited.startswith(f"<{BASE}source/tide-2025#char=10,21> a pcg:Passage")


def test_a_wrong_name_is_found(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder / "data", tmp_path / "data")
    (tmp_path / "pcgraph.toml").write_text(f'base = "{BASE}"\n')
    path = tmp_path / "data" / "sources" / "tide-2025.ttl"
    path.write_text(path.read_text().replace("id:borealis", "id:borealys"))
    assert "dangling-id: id:" in (found := pcgraph("check", cwd=tmp_path).stdout)
    assert "did you mean id:borealis?" in found
    path.write_text(path.read_text().replace(f"{BASE}source/", "https://w3id.org/pcgraph/source/"))
    assert "file-name-slug: the file holds https://w3id.org/pcgraph/source/" in pcgraph("check", cwd=tmp_path).stderr


def test_data_of_another_base_without_their_project_say_what_is_missing(folder: Path) -> None:
    shutil.copytree(folder / "data", folder.parent / "bare")
    said = pcgraph("check", "--data", str(folder.parent / "bare")).stderr
    assert f'or name its base in a pcgraph.toml: base = "{BASE}"' in said


def test_a_server_that_holds_the_graph_answers(lamps: KnowledgeGraph) -> None:
    with FakeEndpoint(lamps) as server:
        remote = package.connect(server.url)
        found = remote.query("who-signed-with", party="borealis")
    assert found.rows == lamps.query("who-signed-with", party="borealis").rows
    assert found.short


def test_the_pages_of_the_server_are_at_their_paths(folder: Path) -> None:
    with serving(data=folder) as server:
        assert server.send("/id/borealis", Accept="text/html").status == 303
        page = server.send("/id/borealis.html")
        assert page.status == 200
        assert f"{BASE}id/borealis" in page.text
        assert 'href="../source/tide-2025.html#' in page.text
        data = ox.Store()
        data.load(server.send("/id/borealis.ttl").body, format=ox.RdfFormat.TURTLE)
        assert ox.NamedNode(f"{BASE}id/borealis") in {quad.subject for quad in data}
        assert server.send("/source/tide-2025.html").status == 200
        missing = server.send("/id/borealys", Accept="text/plain")
        assert missing.text.startswith(
            "id/borealys: not in the graph in scope; expected a name in it; did you mean bor"
        )
        (row,) = server.ask("SELECT ?label { id:borealis rdfs:label ?label } LIMIT 1").rows
        assert row["label"]["value"] == "Borealis"
        asked = server.ask("CONSTRUCT { ?s a pcg:Company } WHERE { ?s a pcg:Company }", Accept="text/turtle")
        assert f"@prefix id: <{BASE}id/> ." in asked.text
        assert BASE in server.send("/query").text
        assert f'void:uriSpace "{BASE}"' in server.send("/.well-known/void", Accept="text/turtle").text


def test_a_large_graph_on_disk_has_the_base(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk_store, "LARGE", 10)
    for _ in range(2):  # made, then opened
        kg = package.load(folder, build=tmp_path / "build")
        assert kg.show("borealis")["iri"] == f"{BASE}id/borealis"
        assert len(kg.query("who-signed-with", party="borealis"))
    assert (tmp_path / "build" / "store").is_dir()
