"""The graph through rdflib: the same answers, and no way out of it."""

from __future__ import annotations

import socket
import threading
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import rdflib
from rdflib.plugins.sparql import prepareQuery

from pcgraph.api import KnowledgeGraph
from pcgraph.errors import InvalidInput, PcgraphError, PcgraphWarning, UsageError
from pcgraph.model.namespaces import ID, PREFIXES, SRC
from pcgraph.query import rdflib_adapter

TIES = "SELECT ?a ?b { ?a pcg:signsWith ?b }"


class Listener:
    """A server that counts who connects to it."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.socket.getsockname()[1]}/x"
        self.hits = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                link, _ = self.socket.accept()
            except OSError:
                return
            self.hits += 1
            link.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    found = Listener()
    yield found
    found.socket.close()


LEAVING = {
    "service": "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
    "silent": "SELECT * { SERVICE SILENT <%s> { ?s ?p ?o } }",
    "escaped": "SELECT * { \\u0053ERVICE <%s> { ?s ?p ?o } }",
    "exists": "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <%s> { ?s ?p ?o } } }",
    "from": "SELECT * FROM <%s> { ?s ?p ?o }",
    "from named": "SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
    "load": "LOAD <%s>",
}
PLACES: dict[str, Callable[[KnowledgeGraph], rdflib.Graph]] = {
    "dataset": lambda kg: kg.dataset,
    "current": lambda kg: kg.current,
    "one graph": lambda kg: kg.dataset.graph(rdflib.URIRef(SRC + "borealis-2024")),
    "listed graph": lambda kg: next(iter(kg.dataset.graphs())),
}


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("way", LEAVING)
def test_no_query_calls_out(way: str, place: str, tiny: KnowledgeGraph, listener: Listener) -> None:
    graph, text = PLACES[place](tiny), LEAVING[way] % listener.url
    calls: list[Callable[[], object]] = [
        lambda: list(graph.query(text)),
        lambda: list(graph.query(text, use_store_provided=False)),
        lambda: graph.update(text),
        lambda: graph.update(text, use_store_provided=False),
        lambda: graph.parse(listener.url, format="nt"),
    ]
    if way not in ("load", "escaped"):
        calls.append(lambda: list(graph.query(prepareQuery(text))))
    for call in calls:
        with pytest.raises(PcgraphError, match="expected"):
            call()
    assert listener.hits == 0


def test_a_file_is_not_read(tiny: KnowledgeGraph, tmp_path: Path) -> None:
    secret = tmp_path / "secret.nt"
    secret.write_text("<http://a/a> <http://a/b> <http://a/c> .\n")
    with pytest.raises(UsageError, match="no such graph"):
        list(tiny.dataset.query(f"SELECT ?s FROM <{secret.as_uri()}> {{ ?s ?p ?o }}"))  # noqa: S608 -- SPARQL


def test_nothing_is_changed_and_no_folder_removed(tiny: KnowledgeGraph, tmp_path: Path) -> None:
    before = len(tiny.store)
    triple = (rdflib.URIRef("http://a/a"),) * 3
    for call in (
        lambda: tiny.current.add(triple),
        lambda: tiny.current.remove(triple),
        lambda: tiny.dataset.update("CLEAR ALL"),
        lambda: tiny.dataset.store.destroy(str(tmp_path)),
    ):
        with pytest.raises(UsageError, match="is read-only"):
            call()
    assert len(tiny.store) == before
    assert tmp_path.is_dir()


def test_the_dataset_answers_as_the_graph_does(tiny: KnowledgeGraph) -> None:
    expected = sorted(tiny.query(TIES).rows)
    assert expected
    for graph in (tiny.dataset, tiny.current):
        assert sorted(tuple(map(str, row)) for row in graph.query(TIES)) == expected
        prepared = prepareQuery(TIES, initNs=PREFIXES)
        assert sorted(tuple(map(str, row)) for row in graph.query(prepared)) == expected


def test_every_form_of_query(tiny: KnowledgeGraph) -> None:
    assert tiny.current.query("ASK { ?a pcg:signsWith ?b }").askAnswer is True
    assert tiny.current.query("ASK { ?a pcg:signsWith ?a }").askAnswer is False
    assert len(tiny.current.query("CONSTRUCT WHERE { id:acme ?p ?o }").graph)  # type: ignore[arg-type]
    assert len(tiny.current.query("DESCRIBE id:acme").graph)  # type: ignore[arg-type]


def test_unknown_terms_are_named(tiny: KnowledgeGraph) -> None:
    for graph in (tiny.dataset, tiny.current):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own
            warnings.simplefilter("always", PcgraphWarning)
            assert len(graph.query("SELECT ?a { ?a pcg:signsWit ?b }")) == 0
        assert "did you mean pcg:signsWith?" in str(caught[0].message)


def test_bindings_of_rdflib(tiny: KnowledgeGraph) -> None:
    text = "SELECT ?label { ?x rdfs:label ?label }"
    found = tiny.current.query(text, initBindings={"x": rdflib.URIRef(ID + "acme")})
    assert [str(row.label) for row in found] == [row[0] for row in tiny.query(text.replace("?x", "id:acme")).rows]


def test_graphs_are_read_only_views(tiny: KnowledgeGraph) -> None:
    assert {type(graph) for graph in tiny.dataset.graphs()} <= {rdflib_adapter.ReadOnlyGraph}
    source = tiny.dataset.graph(rdflib.URIRef(SRC + "borealis-2024"))
    assert len(source) == len(list(source)) > 0


def test_a_syntax_error_shows_its_place(tiny: KnowledgeGraph) -> None:
    with pytest.raises(InvalidInput, match=r"^query:1:22: sparql-syntax: [^\n]*\n  SELECT [^\n]*\n {23}\^$"):
        tiny.current.query("SELECT ?x WHERE { ?x }")
