"""Every format is read back equal by the tools that people open it with, and holds strings that break careless code."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, NamedTuple

import networkx as nx
import pandas as pd
import polars as pl
import pyoxigraph as ox
import pytest
import rdflib
from polars.testing import assert_frame_equal

from helpers import CASES, PATIENCE, ROOT, TINY, pcgraph
from naughty import NAUGHTY
from pcgraph import api
from pcgraph.analysis.network import draw
from pcgraph.api import KnowledgeGraph
from pcgraph.belief.tables import Tables
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.export import writers
from pcgraph.export.formats.graphml import NOT_XML, attributes, dated
from pcgraph.export.formats.graphml import write as write_graphml
from pcgraph.export.writers import FORMATS
from pcgraph.model.namespaces import CURRENT, ID, PCG, RDFS, SRC

pytestmark = pytest.mark.slow

QUADS = {"trig": ox.RdfFormat.TRIG, "nq": ox.RdfFormat.N_QUADS, "jsonld": ox.RdfFormat.JSON_LD}
RDFLIB = {"trig": "trig", "nq": "nquads", "jsonld": "json-ld", "ttl": "turtle"}


NONE = Tables(*[pl.DataFrame(schema={"engagement": pl.String})] * len(fields(Tables)))


class Believed(NamedTuple):
    """What is exported."""

    store: ox.Store
    tables: Tables
    network: nx.Graph


def naughty() -> Believed:
    """Return a graph whose labels are naughty: every one as a literal, a label of a node, of an edge, in a table."""
    store, network = ox.Store(), nx.MultiDiGraph()
    for n, text in enumerate(NAUGHTY):
        node = ox.NamedNode(f"{ID}n{n}")
        for graph in (CURRENT, SRC + "naughty"):
            store.add(ox.Quad(node, ox.NamedNode(RDFS + "label"), ox.Literal(text, language="en"), ox.NamedNode(graph)))
            store.add(ox.Quad(node, ox.NamedNode(RDFS + "comment"), ox.Literal(text), ox.NamedNode(graph)))
        network.add_node(node.value, label=text, kind="Company", country="")
        network.add_edge(
            node.value, f"{ID}n{n // 2}", f"signs/{n}", relation="signs", label=text, sources=[SRC + "a", SRC + "b"],
            sectors=[], symmetric=n % 2 == 0,
        )  # fmt: skip
    frame = pl.DataFrame({"engagement": NAUGHTY, "rank": range(len(NAUGHTY)), "sources": [[SRC + "a"]] * len(NAUGHTY)})
    tables = Tables(frame, frame.clear(), *[frame] * (len(fields(Tables)) - 2))
    steps, promises = (frame.rename({"engagement": key}) for key in ("step", "promise"))
    sources = frame.rename({"engagement": "source"}).drop("sources")
    literals = [(f"{ID}n{n}", RDFS + "comment", str(ox.Literal(text))) for n, text in enumerate(NAUGHTY)]
    statements = pl.DataFrame(literals, schema=["subject", "property", "value"], orient="row")
    statements = statements.with_columns(inferred=False, alleged=False, sources=pl.lit([SRC + "a"]))
    passages = statements.with_columns(property=pl.lit(PCG + "statedIn"), value=pl.lit(f"<{SRC}a#char=1,2>"))
    source = ox.NamedNode(SRC + "a")
    store.add(ox.Quad(ox.NamedNode(SRC + "a#char=1,2"), ox.NamedNode(PCG + "inSource"), source, ox.NamedNode(CURRENT)))
    tables = replace(
        tables, steps=steps, promises=promises, sources=sources, statements=pl.concat([statements, passages]),
        readings=pl.DataFrame(schema=["subject", "property", "value", "source", "alleged"]),
        relations=pl.DataFrame(schema=dict.fromkeys(("relation", "from", "to", "engagement", "sources"), pl.String)),
    )  # fmt: skip
    return Believed(store, tables, network)


@pytest.fixture(scope="module", params=["tiny", "naughty"])
def believed(request: pytest.FixtureRequest, tiny: KnowledgeGraph) -> Believed:
    return naughty() if request.param == "naughty" else Believed(tiny.store, tiny.tables, draw(tiny))


def nodes(graph: nx.Graph) -> dict[str, dict[str, Any]]:
    return {node: dict(data) for node, data in graph.nodes(data=True)}


@pytest.mark.parametrize("format", QUADS)
def test_every_graph_is_read_back_by_oxigraph(format: str, believed: Believed, tmp_path: Path) -> None:
    [file] = writers.export(*believed, tmp_path / f"all.{format}")
    assert set(ox.parse(path=str(file), format=QUADS[format])) == set(believed.store)


@pytest.mark.parametrize("format", RDFLIB)
def test_current_is_read_back_by_rdflib(
    format: str, believed: Believed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    [file] = writers.export(*believed, tmp_path / f"all.{format}")
    read = rdflib.Dataset()
    read.parse(data=file.read_text(encoding="utf-8"), format=RDFLIB[format])
    graph = read.default_graph if format == "ttl" else read.graph(rdflib.URIRef(CURRENT))
    found = {(str(s), str(p), str(o), getattr(o, "language", None)) for s, p, o in graph}
    assert found == {
        (quad.subject.value, quad.predicate.value, quad.object.value, getattr(quad.object, "language", None))
        for quad in believed.store.quads_for_pattern(None, None, None, ox.NamedNode(CURRENT))
    }


def test_current_is_read_back_by_oxigraph(believed: Believed, tmp_path: Path) -> None:
    [file] = writers.export(*believed, tmp_path / "current.ttl")
    triples = {quad.triple for quad in believed.store.quads_for_pattern(None, None, None, ox.NamedNode(CURRENT))}
    assert {quad.triple for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE)} == triples
    assert len(triples) > 100


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_a_network_is_read_back(format: str, believed: Believed, tmp_path: Path) -> None:
    [file] = writers.export(*believed, tmp_path / f"network.{format}")
    read = nx.read_gexf(file) if format == "gexf" else nx.read_graphml(file, force_multigraph=True)
    network = dated(believed.network, believed.tables)
    assert nodes(read) == {
        node: {name: attributes({name: value})[name] for name, value in data.items()}
        for node, data in nodes(network).items()
    }
    edges = {
        (a, b, key): {k: v for k, v in data.items() if k != "id"}
        for a, b, key, data in nx.MultiDiGraph(read).edges(keys=True, data=True)
    }
    keyed = read.is_multigraph()  # networkx makes a simple graph of a file without parallel ties
    assert edges == {
        (a, b, key if keyed else 0): attributes(data) for a, b, key, data in network.edges(keys=True, data=True)
    }


def test_a_tie_lasts_from_its_first_step_to_the_last_day_on_which_it_can_run(tiny: KnowledgeGraph) -> None:
    network = dated(draw(tiny), tiny.tables)
    spans = {key: (data.get("start"), data.get("end")) for *_, key, data in network.edges(keys=True, data=True)}
    assert spans["signsWith/crane-agreement"] == ("2024-05-14", None)
    ending = replace(tiny.tables, engagements=tiny.tables.engagements.with_columns(ends_latest=pl.date(2030, 6, 1)))
    ends = {data.get("end") for *_, data in dated(draw(tiny), ending).edges(data=True)}
    assert ends == {"2030-06-01"}


def test_graphml_shows_what_xml_cannot_hold() -> None:
    texts = {text: attributes({"x": text})["x"] for text in NAUGHTY}
    changed = {text: new for text, new in texts.items() if text != new}
    assert {text for text in NAUGHTY if NOT_XML.search(text)} == set(changed)
    assert changed["a\u0002b"] == "a␂b"
    assert changed["a\r\nb"] == "a␍\nb"
    assert changed["\uffff"] == "\ufffd"
    assert all(len(text) == len(new) for text, new in changed.items())
    assert len(changed) > 10


@pytest.mark.parametrize("format", ["graphml", "gexf"])
@pytest.mark.parametrize("name", ["a\u0001", "a\nb", "a\rb", "\ufffe"])
@pytest.mark.parametrize("where", ["node", "edge"])
def test_a_name_that_xml_would_change_is_refused(name: str, where: str, format: str, tmp_path: Path) -> None:
    network = nx.MultiDiGraph([(name, "b")] if where == "node" else [("a", "b", name)])
    file = tmp_path / f"n.{format}"
    file.write_text("old")
    with pytest.raises(InvalidInput, match=r"^'[ -~]*': a name that XML cannot hold; expected .*; rename it or") as no:
        writers.export(*naughty()._replace(network=network), file)
    assert "\n" not in str(no.value)
    assert [path.name for path in tmp_path.iterdir()] == [file.name]
    assert file.read_text() == "old"


def test_graphml_leaves_out_what_has_no_value(tmp_path: Path) -> None:
    network = nx.Graph()
    network.add_node("a", year=None, share=0.25, count=3, known=True)
    network.add_edge("b", "a", weight=1.5)
    write_graphml(network, NONE, tmp_path / "n.graphml")
    read = nx.read_graphml(tmp_path / "n.graphml")
    assert nodes(read) == {"a": {"share": 0.25, "count": 3, "known": True}, "b": {}}
    assert list(read.edges(data=True)) == [("a", "b", {"weight": 1.5})]


@pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph])
def test_every_kind_of_network_is_written(kind: type[nx.Graph], tmp_path: Path) -> None:
    network = kind()
    network.add_edge("b", "a", weight=2)
    network.add_edge("a", "c", weight=1)
    other = kind()
    other.add_edge("a", "c", weight=1)
    other.add_edge("b", "a", weight=2)
    frames = writers.frames(network)
    assert_frame_equal(frames["edges"], writers.frames(other)["edges"])
    ends = [("a", "b"), ("a", "c")] if not network.is_directed() else [("a", "c"), ("b", "a")]
    assert list(frames["edges"].select("source", "target").iter_rows()) == ends
    assert ("key" in frames["edges"].columns) == network.is_multigraph()
    for name, graph in (("one", network), ("two", other)):
        write_graphml(graph, NONE, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    read = nx.read_graphml(tmp_path / "one")
    assert read.is_directed() == network.is_directed()
    assert {(*sorted(edge[:2]), edge[2]) for edge in read.edges(data="weight")} == {("a", "b", 2), ("a", "c", 1)}


def test_an_empty_network_is_written(tmp_path: Path) -> None:
    empty = naughty()._replace(network=nx.MultiDiGraph())
    writers.export(*empty, tmp_path / "n.csv")
    assert (tmp_path / "n/nodes.csv").read_text() == "id\n"
    assert (tmp_path / "n/edges.csv").read_text() == "source,target,key\n"
    [file] = writers.export(*empty, tmp_path / "n.graphml")
    assert nx.read_graphml(file).number_of_nodes() == 0


def content(believed: Believed) -> dict[str, pl.DataFrame]:
    return dict(believed.tables.items()) | writers.frames(believed.network)


def test_parquet_is_read_back_by_polars(believed: Believed, tmp_path: Path) -> None:
    files = writers.export(*believed, tmp_path / "out.parquet")
    assert [file.relative_to(tmp_path).as_posix() for file in files] == [f"out/{n}.parquet" for n in content(believed)]
    for name, frame in content(believed).items():
        assert_frame_equal(pl.read_parquet(tmp_path / f"out/{name}.parquet"), frame)


def test_csv_is_read_back_by_polars(believed: Believed, tmp_path: Path) -> None:
    writers.export(*believed, tmp_path / "out", "csv")
    for name, frame in content(believed).items():
        lists = [column for column, kind in frame.schema.items() if isinstance(kind, pl.List)]
        wanted = frame.with_columns(pl.col(lists).list.join(" "))
        assert_frame_equal(
            pl.read_csv(tmp_path / f"out/{name}.csv", schema=wanted.schema, try_parse_dates=True), wanted
        )


def test_csv_is_read_back_by_the_standard_library(believed: Believed, tmp_path: Path) -> None:
    writers.export(*believed, tmp_path / "out", "csv")
    for name in ("nodes", "edges"):
        with (tmp_path / f"out/{name}.csv").open(encoding="utf-8", newline="") as handle:
            rows = list(csv.DictReader(handle))
        frame = content(believed)[name]
        assert [row.get("label") for row in rows] == frame["label"].to_list()


def test_the_network_is_read_back_from_edge_lists(believed: Believed, tmp_path: Path) -> None:
    writers.export(*believed, tmp_path / "out", "csv")
    edges = pd.read_csv(tmp_path / "out/edges.csv", keep_default_na=False)
    read = nx.from_pandas_edgelist(edges, edge_key="key", edge_attr=["label"], create_using=nx.MultiDiGraph)
    assert set(read.edges(keys=True)) == set(believed.network.edges(keys=True))


def test_for_a_spreadsheet_no_cell_is_a_formula(tmp_path: Path) -> None:
    believed = naughty()
    writers.export(*believed, tmp_path / "safe", "csv", for_spreadsheet=True)
    writers.export(*believed, tmp_path / "exact", "csv")
    starts = set("=+-@\t\r\n")
    guarded = 0
    for name in ("nodes", "edges", "engagements"):
        text = (tmp_path / f"safe/{name}.csv").read_bytes().decode("utf-8")
        assert text.startswith("\ufeff")
        exact = (tmp_path / f"exact/{name}.csv").read_bytes().decode("utf-8")
        assert not exact.startswith("\ufeff")
        rows = zip(
            csv.reader(io.StringIO(text[1:], newline="")), csv.reader(io.StringIO(exact, newline="")), strict=True
        )
        for safe, true in rows:
            assert not [cell for cell in safe if cell[:1] in starts and cell]
            assert safe == ["'" + cell if cell and cell[0] in starts else cell for cell in true]
            guarded += safe != true
    assert guarded > 40


def test_for_a_spreadsheet_numbers_are_also_text(tmp_path: Path) -> None:
    kg = api.load(CASES / "bounds-and-approximate-numbers.trig", build=None)
    writers.export(kg.store, kg.tables, draw(kg), tmp_path / "out", "csv", for_spreadsheet=True)
    writers.export(kg.store, kg.tables, draw(kg), tmp_path / "exact", "csv")
    read = pd.read_csv(tmp_path / "out/engagements.csv", keep_default_na=False)
    found = read.set_index("engagement")
    assert found.loc[ID + "pilot-school", ["quantity_at_least", "quantity_text"]].tolist() == [
        "500.0",
        "over 500 people",
    ]
    assert found.loc[ID + "quay-loan", ["amount", "amount_text", "claimed_amount_text"]].tolist() == [
        "40000000.0",
        "about USD 40 m",
        "",
    ]
    texts = ["amount_text", "claimed_amount_text", "quantity_text"]
    exact = pd.read_csv(tmp_path / "exact/engagements.csv", keep_default_na=False)
    assert read.drop(columns=texts).equals(exact)
    steps = pd.read_csv(tmp_path / "out/steps.csv")
    assert [name for name in steps.columns if name.endswith("_text")] == texts


def test_a_guard_is_only_for_text(tmp_path: Path) -> None:
    frame = pl.DataFrame({"n": [-1, 2], "x": [-0.5, 1.0], "t": ["-1", None]})
    writers.write_csv(frame, tmp_path / "t.csv", for_spreadsheet=True)
    assert (tmp_path / "t.csv").read_text(encoding="utf-8-sig") == "n,x,t\n-1,-0.5,'-1\n2,1.0,\n"


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_bytes_again_in_another_process(format: str, tiny: KnowledgeGraph, tmp_path: Path) -> None:
    here = writers.export(tiny.store, tiny.tables, draw(tiny), tmp_path / "a" / f"x.{format}")
    code = (
        "import sys, pathlib, pcgraph\nfrom pcgraph.analysis.network import draw\nfrom pcgraph.export import writers\n"
        "kg = pcgraph.load(sys.argv[1], build=None)\n"
        "writers.export(kg.store, kg.tables, draw(kg), pathlib.Path(sys.argv[2]))"
    )
    words = [sys.executable, "-c", code, str(TINY), str(tmp_path / "b" / f"x.{format}")]
    subprocess.run(words, check=True, cwd=ROOT, timeout=PATIENCE)
    for file in here:
        assert (tmp_path / "b" / file.relative_to(tmp_path / "a")).read_bytes() == file.read_bytes()
    assert sum(path.is_file() for path in (tmp_path / "b").rglob("*")) == len(here)


@pytest.mark.parametrize("format", FORMATS)
def test_a_failing_write_leaves_the_old_file(format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    believed = naughty()
    old = {file: file.read_bytes() for file in writers.export(*believed, tmp_path / f"x.{format}")}
    none = Tables(*[frame.clear() for _, frame in believed.tables.items()])
    smaller = Believed(ox.Store(), none, nx.MultiDiGraph())

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(
        InvalidInput, match=r"^\S+: cannot be written \(No space left on device\); expected .*; \w+ another"
    ):
        writers.export(*smaller, tmp_path / f"x.{format}")
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == old
    monkeypatch.undo()
    assert {file: file.read_bytes() for file in writers.export(*smaller, tmp_path / f"x.{format}")} != old


def test_other_files_of_a_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/mine.txt").write_text("mine")
    files = writers.export(*naughty(), tmp_path / "out.csv")
    assert sorted(tmp_path.rglob("*.*")) == sorted([tmp_path / "out/mine.txt", *files])


def test_a_place_that_is_taken_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    (tmp_path / "x.ttl").mkdir()
    for name in ("out.csv", "x.ttl"):
        with pytest.raises(InvalidInput, match=r"^\S+: cannot be written \(.*\); expected .*; \w+ another with -o$"):
            writers.export(*naughty(), tmp_path / name)
    assert (tmp_path / "out").read_text() == "a file"


@pytest.mark.parametrize(
    ("name", "format", "what"),
    [
        ("x.xyz", None, r"unknown suffix '\.xyz'"),
        ("x", None, "no suffix"),
        ("x.ttl", "rdf", "unknown format 'rdf'"),
    ],
)
def test_an_unknown_format_names_the_known(name: str, format: str | None, what: str, tmp_path: Path) -> None:
    known = ", ".join(sorted((*writers.FORMATS, *writers.OTHERS, writers.WORKBOOK)))
    with pytest.raises(
        UsageError, match=rf"{name}: {what}; expected one of {known}; choose one by suffix or --format$"
    ):
        writers.export(*naughty(), tmp_path / name, format)
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_suffix_is_refused_before_the_graph_is_loaded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("pcgraph.api.load", lambda *_, **__: pytest.fail("loaded"))
    monkeypatch.setattr("pcgraph.belief.loading.load", lambda *_, **__: pytest.fail("loaded"))
    done = pcgraph("export", str(tmp_path / "ties.xyz"))
    assert (done.returncode, "unknown suffix '.xyz'; expected one of" in done.stderr) == (2, True)


def test_a_format_goes_before_a_suffix(tmp_path: Path) -> None:
    [file] = writers.export(*naughty(), tmp_path / "x.json", "JSONLD")
    assert isinstance(json.loads(file.read_text(encoding="utf-8")), list)


@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"csv"}))
def test_the_guard_is_for_csv_alone(format: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=rf"--for-spreadsheet does not fit {format}; expected csv; omit it or"):
        writers.export(*naughty(), tmp_path / f"x.{format}", for_spreadsheet=True)
