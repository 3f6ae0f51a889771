"""The whole way from data to files, its keeping, and the face in Python."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import networkx as nx
import polars as pl
import pyoxigraph as ox
import pytest
import rdflib

import pcgraph
from helpers import ROOT, TEXTS, TINY
from helpers import pcgraph as run_pcgraph
from memo_damage import everything_kept
from pcgraph import api
from pcgraph.belief import loading
from pcgraph.build import CheckFailed, build
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.model.namespaces import CURRENT, PCG
from pcgraph.store import cache, data_folder, memo
from pcgraph.store.files import home
from racer import seen

pytestmark = pytest.mark.slow

FILES = {
    "pcgraph.trig", "inputs.parquet", "current.ttl", "map.html", "rankings.csv", "graph.graphml", "report.md",
    "manifest.json",
}  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("kept") / "build", TINY).folder


TABLES = (
    "engagements", "outcomes", "parties", "promises", "quantities", "readings", "relations", "representations",
    "sources", "statements", "steps", "sums",
)  # fmt: skip


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_everything_is_there(built: Path) -> None:
    names = set(contents(built))
    assert names >= FILES
    assert names - FILES == {
        f"tables/{name}.parquet" for name in (*TABLES, "outcomes", "promises", "quantities", "sums")
    }


def test_the_same_bytes_again(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "nothing"))  # what earlier runs kept does not count
    assert contents(build(tmp_path / "again", TINY).folder) == contents(built)


def test_nothing_is_computed_again(built: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in built.rglob("*")}
    assert build(built, TINY).again is False
    assert {path: path.stat().st_mtime_ns for path in built.rglob("*")} == before


def test_a_changed_input_is_not_overlooked(data: Path, tmp_path: Path) -> None:
    out = build(tmp_path / "build", data).folder
    file = data / "sources" / "tide-2025.ttl"
    file.write_text(file.read_text() + "\n# a remark\n")
    assert cache.read(out, loading.key(data, home("ontology"))) is None
    assert build(out, data).again is True


def test_a_damaged_build_is_not_read(tmp_path: Path) -> None:
    out = build(tmp_path / "build", TINY).folder
    graph = out / "pcgraph.trig"
    graph.write_bytes(graph.read_bytes()[:-200])
    assert cache.read(out, loading.key(TINY, home("ontology"))) is None
    assert len(pcgraph.load(TINY, build=out).query("what-was-signed")) > 0


def test_kept_and_computed_agree(built: Path, tiny: api.KnowledgeGraph) -> None:
    loaded = pcgraph.load(TINY, build=built)
    assert set(loaded.store) == set(tiny.store)
    for name in tiny.tables.names():
        assert loaded.tables[name].equals(tiny.tables[name])
    assert loaded.left_out == tiny.left_out


def test_triples_are_released_before_anything_is_computed(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen_, compute = list[data_folder.Inputs](), loading.compute

    def computed(inputs: data_folder.Inputs, *rest: Any, **more: Any) -> Any:
        seen_.append(inputs)
        return compute(inputs, *rest, **more)

    monkeypatch.setattr(loading, "compute", computed)
    build(tmp_path / "build", data)
    assert not any(file.triples for each in seen_ for file in each.files)
    assert seen_[0].columns.equals(data_folder.read(data, home("ontology")).columns)


def test_a_broken_rule_writes_nothing(data: Path, tmp_path: Path) -> None:
    file = data / "sources" / "tide-2025.ttl"
    file.write_text(file.read_text() + "\nid:acme pcg:signsWith id:borealis .\n")
    with pytest.raises(CheckFailed, match="hand-written-derived"):
        build(tmp_path / "build", data)
    assert not (tmp_path / "build").exists()


def test_fewer_than_the_floor_stop_a_build_and_more_than_the_ceiling_do_not(data: Path, tmp_path: Path) -> None:
    file = data / "register" / "expectations.ttl"
    head = f"@prefix pcg: <{PCG}> .\n\n"
    file.write_text(head + "pcg:Engagement pcg:floor 21 ;\n    pcg:ceiling 20 .\npcg:Source pcg:floor 5 .\n")
    done = build(tmp_path / "build", data)
    assert [(finding.code, finding.severity) for finding in done.warnings] == [("above-ceiling", "warning")]
    (data / "sources" / "courier-2025.ttl").unlink()
    with pytest.raises(CheckFailed) as stopped:
        build(tmp_path / "build", data)
    assert [f.code for f in stopped.value.findings if f.path == file] == ["below-floor", "below-floor"]
    assert re.search(
        r"expectations\.ttl:\d: below-floor: pcg:Source has 4 here; expected 5 or more", str(stopped.value)
    )
    assert cache.verified(done.folder, loading.key(data, home("ontology"))) is None


def test_other_readers_open_the_files(built: Path) -> None:
    text = (built / "pcgraph.trig").read_bytes()
    by_oxigraph = {str(quad.triple) for quad in ox.parse(text, format=ox.RdfFormat.TRIG)}
    dataset = rdflib.Dataset()
    dataset.parse(data=text.decode(), format="trig")
    assert len({quad[:3] for quad in dataset.quads()}) == len(by_oxigraph)
    assert len(rdflib.Graph().parse(built / "current.ttl")) > 100
    graph = nx.read_graphml(built / "graph.graphml", force_multigraph=True)
    assert graph.number_of_edges() == json.loads((built / "manifest.json").read_text())["ties"]
    assert pl.read_csv(built / "rankings.csv")["measure"].unique().sort().to_list() == [
        "betweenness",
        "degree",
        "pagerank",
    ]
    assert pl.read_parquet(built / "tables" / "relations.parquet").height > 0


def test_quotes_only_with_texts(tmp_path: Path) -> None:
    plain, proved = build(tmp_path / "a", TINY), build(tmp_path / "b", TINY, TEXTS)
    words = "both sides signed a memorandum of understanding"
    assert words in (TEXTS / "harbour-2024.txt").read_text(encoding="utf-8")
    assert words not in (plain.folder / "map.html").read_text(encoding="utf-8")
    assert words in (proved.folder / "map.html").read_text(encoding="utf-8")
    assert build(proved.folder, TINY, TEXTS).again is False
    assert cache.read(proved.folder, loading.key(TINY, home("ontology"))) is not None  # questions need no texts


def test_the_kept_page_is_read_unless_it_is_harmed_or_holds_quotes(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quoting = build(tmp_path / "quoting", TINY, TEXTS).folder
    harmed = Path(shutil.copytree(built, tmp_path / "harmed"))
    (harmed / "map.html").write_text("harmed", encoding="utf-8")
    monkeypatch.setattr(api.KnowledgeGraph, "map", lambda _: SimpleNamespace(html="drawn now"))
    assert pcgraph.load(TINY, build=built).page == (built / "map.html").read_text(encoding="utf-8")
    for other in (harmed, quoting, None):
        assert pcgraph.load(TINY, build=other).page == "drawn now"


SCOPES: list[dict[str, Any]] = [
    {"as_of": "2025-05-31"},
    {"only": ["tide-2025", "harbour-2024"]},
    {"as_of": "2025-05-31", "without": ["tide-2025"]},
]


@pytest.mark.parametrize("scope", SCOPES, ids=str)
def test_a_scope_is_computed_from_the_quads_of_a_build(
    scope: dict[str, Any], built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a file was parsed")

    expected = seen(pcgraph.load(TINY, build=None, **scope))
    monkeypatch.setattr(data_folder, "parse", refuse)
    assert seen(pcgraph.load(TINY, build=built, **scope)) == expected


def test_a_scope_is_not_computed_from_a_build_of_other_files(data: Path, tmp_path: Path) -> None:
    out = build(tmp_path / "build", data).folder
    file = data / "register" / "agents.ttl"
    file.write_text(file.read_text().replace('"Acme"@en', '"Acne"@en'))
    assert pcgraph.load(data, build=out, as_of="2025-05-31").label("https://w3id.org/pcgraph/id/acme") == "Acne"


def test_rdflib_sees_the_same_and_may_not_write(tiny: api.KnowledgeGraph) -> None:
    signed = list(tiny.current.subject_objects(rdflib.URIRef(PCG + "signsWith")))
    assert len(signed) == len(tiny.query("SELECT ?a ?b WHERE { ?a pcg:signsWith ?b }"))
    before = len(tiny.store)
    for change in (
        lambda: tiny.current.add((rdflib.URIRef("a:a"), rdflib.URIRef("a:b"), rdflib.Literal(1))),
        lambda: tiny.dataset.remove((None, None, None, None)),
        lambda: tiny.dataset.update("DELETE WHERE { GRAPH ?g { ?s ?p ?o } }"),
        lambda: tiny.dataset.parse(data="<a:a> <a:b> 1 .", format="turtle"),
    ):
        with pytest.raises(UsageError, match="is read-only"):
            change()
    assert len(tiny.store) == before


def test_current_holds_what_is_believed(tiny: api.KnowledgeGraph) -> None:
    graph = ox.NamedNode(CURRENT)
    assert any(tiny.store.quads_for_pattern(None, ox.NamedNode(PCG + "signsWith"), None, graph))
    assert not any(tiny.store.quads_for_pattern(None, None, None, ox.DefaultGraph()))


def test_public_names_are_sorted_and_real() -> None:
    assert list(pcgraph.__all__) == sorted(pcgraph.__all__)
    assert all(getattr(pcgraph, name) for name in pcgraph.__all__)


def test_a_load_that_fails_leaves_nothing(data: Path) -> None:
    (data / "sources" / "bad.ttl").write_text("this is no turtle")
    (data / "sources" / "worse.ttl").write_bytes(b"\xff\xfe")
    with pytest.raises(InvalidInput) as found:
        pcgraph.load(data)
    assert [line.split(": ")[1] for line in found.value.faults] == ["turtle-syntax", "not-utf8"]


# A process between, because the largest child of this one may be another.
PEAK = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-m", "pcgraph", "build", "-o", sys.argv[1]], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""


@pytest.mark.exhaustive
def test_a_build_of_the_shipped_data_from_nothing_needs_little_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It needs 380 MB; one that keeps all triples and worlds until the end needs 600."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("_RJEM_MALLOC_CONF", raising=False)  # polars leaves it in this process: 40 MB more
    words = [sys.executable, "-c", PEAK, str(tmp_path / "build")]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    assert 100 < int(done.stdout.splitlines()[-1]) < 440


@pytest.fixture
def results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which this test keeps results between runs."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "pcgraph"


def test_a_build_is_computed_again_without_kept_results(results: Path, tmp_path: Path) -> None:
    folder = tmp_path / "build"
    for _ in range(2):  # with no build before, and with one
        done = run_pcgraph("build", "--data", str(TINY), "-o", str(folder), "--recompute")
        assert (done.returncode, done.stderr) == (0, "")
        [line] = done.stdout.splitlines()
        assert line == f"{folder}: {len(contents(folder)) - 1} files, the same bytes without results of earlier runs"
    assert [path.name for path in results.iterdir()] == [memo.FILE]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["build", "cache"]


def test_a_kept_result_that_is_wrong_is_found_when_everything_is_computed_again(results: Path, tmp_path: Path) -> None:
    folder = tmp_path / "build"
    build(folder, TINY)
    [(key, value)] = [row for row in everything_kept(results / memo.FILE).items() if "interval" in row[1]]
    kept = json.loads(value)
    kept[0][3]["high"] = [rank and rank + 5 for rank in kept[0][3]["high"]]
    with memo.Memo() as found:
        found.added[key] = kept
    shutil.rmtree(folder)
    build(folder, TINY)
    before = contents(folder)
    done = run_pcgraph("build", "--data", str(TINY), "-o", str(folder), "--recompute")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{folder}: map.html, rankings.csv: other bytes than without ")
    assert (contents(folder), [path.name for path in tmp_path.glob(".b*")]) == (before, [])
