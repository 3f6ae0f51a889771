"""A push can be broken off anywhere and goes on from there; what it says is there, was counted there."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
import pytest

import servers
from faulty_endpoint import FaultyEndpoint
from helpers import TINY, empty_graph, pcgraph
from pcgraph import testing
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import EndpointError, LimitError, PcgraphError
from pcgraph.export import push as pushing
from pcgraph.export.push import PUSHED, Target, push
from pcgraph.model import namespaces
from pcgraph.query.remote.endpoint import Endpoint
from pcgraph.query.remote.http import HttpClient

pytestmark = [pytest.mark.usefixtures("collected"), pytest.mark.slow]
WAYS = (True, False)  # Graph Store, update
EMPTY = empty_graph()


def target(server: FaultyEndpoint, store: bool, **limits: float) -> Target:
    url = server.url.replace("/sparql", "/store") if store else server.url
    return Target(Endpoint(server.url, **limits), HttpClient(url, **limits), store)  # type: ignore[arg-type]


@pytest.fixture(params=WAYS, ids=["graph-store", "update"])
def way(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def server() -> Iterator[FaultyEndpoint]:
    with FaultyEndpoint(EMPTY, takes=True) as server:
        yield server


def graphs(store: ox.Store) -> dict[str, set[str]]:
    held: dict[str, set[str]] = {}
    for quad in store:
        held.setdefault(str(quad.graph_name), set()).add(str(quad.triple))
    return held


def held(server: FaultyEndpoint) -> dict[str, set[str]]:
    return {graph: triples for graph, triples in graphs(server.store).items() if graph != f"<{PUSHED}>"}


def writes(server: FaultyEndpoint) -> list[testing.Request]:
    return [request for request in server.requests if "query" not in request.parameters]


def test_every_graph_is_there_and_not_sent_twice(way: bool, server: FaultyEndpoint, tiny: KnowledgeGraph) -> None:
    done = push(tiny.store, target(server, way))
    assert held(server) == graphs(tiny.store)
    assert (len(done.sent), done.kept, done.triples) == (9, (), len(tiny.store))
    assert done.sent[-1] == namespaces.CURRENT, "what is believed comes when its reasons are there"
    before = len(writes(server))
    again = push(tiny.store, target(server, way))
    assert (again.sent, set(again.kept)) == ((), set(done.sent))
    assert len(writes(server)) == before


def test_what_changed_is_sent(way: bool, server: FaultyEndpoint, tiny: KnowledgeGraph) -> None:
    push(tiny.store, target(server, way))
    graph = ox.NamedNode(namespaces.SRC + "digest")
    lost = next(server.store.quads_for_pattern(None, None, None, graph))
    server.store.remove(lost)
    assert push(tiny.store, target(server, way)).sent == (graph.value,)
    other = ox.Store()
    other.extend(tiny.store)
    other.remove(lost)
    other.add(ox.Quad(lost.subject, lost.predicate, ox.Literal("as many as before"), graph))
    assert push(other, target(server, way)).sent == (graph.value,)
    assert held(server) == graphs(other)


def test_others_go_only_when_asked(way: bool, server: FaultyEndpoint, tiny: KnowledgeGraph) -> None:
    push(tiny.store, target(server, way))
    server.store.add(ox.Quad(*(ox.NamedNode("http://else/x"),) * 4))  # not ours
    fewer = ox.Store()
    fewer.extend(quad for quad in tiny.store if quad.graph_name.value != namespaces.SRC + "digest")
    for _ in range(2):
        done = push(fewer, target(server, way))
        assert (done.others, done.deleted) == ((namespaces.SRC + "digest",), ())
        assert held(server).keys() == {*graphs(tiny.store), "<http://else/x>"}
    assert push(fewer, target(server, way), delete_others=True).deleted == (namespaces.SRC + "digest",)
    assert held(server).keys() == {*graphs(fewer), "<http://else/x>"}
    assert not push(fewer, target(server, way)).others


def test_a_dry_run_sends_nothing(way: bool, server: FaultyEndpoint, tiny: KnowledgeGraph) -> None:
    assert len(push(tiny.store, target(server, way), dry_run=True, delete_others=True).sent) == 9
    assert not writes(server)


@pytest.mark.exhaustive
@pytest.mark.parametrize("fault", ["500", "slow"])
def test_broken_off_anywhere_it_goes_on(fault: str, way: bool, server: FaultyEndpoint, tiny: KnowledgeGraph) -> None:
    push(tiny.store, target(server, way))
    many = len(server.requests)
    assert many > 5
    for at in range(2, many, 1 if fault == "500" else 4):
        with FaultyEndpoint(EMPTY, takes=True, fault=fault, after=at, times=1) as other:
            with pytest.raises((EndpointError, LimitError)):
                push(tiny.store, target(other, way, timeout=60 if fault == "500" else 1))
            other._fault = None  # a busy machine may have been late before its turn came
            push(tiny.store, target(other, way))
            assert held(other) == graphs(tiny.store), at
            assert not push(tiny.store, target(other, way)).sent, at


HANG_UPS = [
    pytest.param("hang-up", at, marks=[pytest.mark.exhaustive] if at % 4 else [], id=f"hang-up-{at}")
    for at in range(12)
]


@pytest.mark.parametrize(("fault", "at"), [("429", 3), *HANG_UPS])
def test_a_moment_of_silence_does_no_harm(fault: str, at: int, way: bool, tiny: KnowledgeGraph) -> None:
    with FaultyEndpoint(EMPTY, takes=True, fault=fault, after=at, times=1) as server:
        push(tiny.store, target(server, way))
        assert held(server) == graphs(tiny.store)


def test_stopped_by_the_keyboard_it_goes_on(way: bool, server: FaultyEndpoint, tiny: KnowledgeGraph) -> None:
    seen = []

    def stop(done: int, all_: int) -> None:
        seen.append((done, all_))
        if done >= 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        push(tiny.store, target(server, way), progress=stop)
    assert (seen[-1][0] < 9, seen[-1][1]) == (True, 9)
    done = push(tiny.store, target(server, way))
    assert (len(done.kept), len(done.sent)) == (seen[-1][0], 9 - seen[-1][0])
    assert held(server) == graphs(tiny.store)


def test_a_mark_never_outlives_its_graph(way: bool, server: FaultyEndpoint, tiny: KnowledgeGraph) -> None:
    push(tiny.store, target(server, way))
    other = ox.Store()
    other.extend(quad for quad in tiny.store if quad.predicate.value != namespaces.PCG + "tier")

    def stop(done: int, all_: int) -> None:
        assert all_ == len(marked) - len(marks(server)), "marks of what will be sent are gone before"
        raise KeyboardInterrupt(done)

    marked = marks(server)
    with pytest.raises(KeyboardInterrupt):
        push(other, target(server, way), progress=stop)


def marks(server: FaultyEndpoint) -> set[str]:
    pattern = (None, ox.NamedNode(pushing.SUM), None, ox.NamedNode(PUSHED))
    return {str(quad.subject) for quad in server.store.quads_for_pattern(*pattern)}


def test_a_server_that_loses_triples_is_told(
    way: bool, server: FaultyEndpoint, tiny: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = server._write

    def lossy(request: testing.Request) -> testing.Reply:
        reply = write(request)
        for quad in list(server.store.quads_for_pattern(None, ox.NamedNode(namespaces.PCG + "tier"), None, None)):
            server.store.remove(quad)
        return reply

    monkeypatch.setattr(server, "_write", lossy)
    with pytest.raises(EndpointError, match=r"g:register holds \d+ triples; expected \d+; push again"):
        push(tiny.store, target(server, way))


def test_large_graphs_and_blank_nodes(way: bool, server: FaultyEndpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pushing, "BATCH", 2000)
    monkeypatch.setattr(pushing, "BATCH_LINES", 20)
    store, graph = ox.Store(), ox.NamedNode(namespaces.SRC + "large")
    label = ox.NamedNode(namespaces.LABEL)
    store.extend(ox.Quad(ox.NamedNode(f"http://x/{n}"), label, ox.Literal(f'_: "\n{n}'), graph) for n in range(200))
    for n in range(60):
        one, two = ox.BlankNode(), ox.BlankNode()
        store.add(ox.Quad(one, label, two, graph))
        store.add(ox.Quad(two, label, ox.Literal(str(n)), graph))
    push(store, target(server, way))
    assert len(writes(server)) > 4
    sent, kept = (ox.Dataset(ox.Quad(*quad.triple) for quad in one.quads_for_pattern(None, None, None, graph))
                  for one in (store, server.store))  # fmt: skip
    for one in (sent, kept):
        one.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    assert sent == kept
    again = ox.Store()
    again.bulk_load(store.dump(format=ox.RdfFormat.N_QUADS), format=ox.RdfFormat.N_QUADS)  # new names for blank nodes
    assert not push(again, target(server, way)).sent


def test_secrets_stay_secret(way: bool, tiny: KnowledgeGraph) -> None:
    with FaultyEndpoint(EMPTY, takes=True, fault="401", after=2) as server:
        url = (server.url.replace("/sparql", "/store") if way else server.url).replace("//", "//ulla:hush-1%21@")
        with pytest.raises(PcgraphError) as caught:
            push(tiny.store, Target(Endpoint(server.url), HttpClient(url), way))
        assert "401 Unauthorized; expected an answer; add user and password" in str(caught.value)
        assert "hush" not in str(caught.value)


def test_the_command_line(tiny: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PCGRAPH_USER", "ulla")
    monkeypatch.setenv("PCGRAPH_PASSWORD", "hush-1!")
    words = ("--data", str(TINY))
    with FaultyEndpoint(EMPTY, takes=True) as server:
        store = ("--graph-store", server.url.replace("/sparql", "/store"))
        dry = pcgraph("push", server.url, *words, "--dry-run")
        assert (dry.returncode, dry.stdout) == (0, "")
        assert f"9 graphs, {len(tiny.store):,} triples here; would send 9, keep 0" in dry.stderr
        done = pcgraph("push", server.url, *store, *words)
        assert (done.returncode, done.stdout) == (0, "")
        assert f"9 graphs, {len(tiny.store):,} triples there; sent 9, kept 0" in done.stderr
        less = pcgraph("push", server.url, *words, "--without", "digest")
        assert (
            "not here, but on the server from an earlier push: src:digest; --delete-others removes them" in less.stderr
        )
        gone = pcgraph("push", server.url, *words, "--without", "digest", "--delete-others")
        assert "removed: src:digest" in gone.stderr
        both = pcgraph("push", server.url, *store, "--update", server.url)
        assert (both.returncode, "remove one of them" in both.stderr) == (2, True)
        assert {request.headers["authorization"] for request in server.requests} == {"Basic dWxsYTpodXNoLTEh"}
        assert "hush" not in done.stderr
    away = pcgraph("push", "http://127.0.0.1:9/sparql", *words)
    assert (away.returncode, away.stderr.splitlines()[-1].count("endpoint http://127.0.0.1:9/sparql: ")) == (4, 1)


def test_where_to_write_is_told(tiny: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> None:
    with (
        servers.oxigraph(tmp_path_factory.mktemp("oxigraph")) as server,
        pytest.raises(EndpointError, match=r"415 .*; to write, set it with --update or --graph-store"),
    ):
        push(tiny.store, Target(Endpoint(server.query), HttpClient(server.query)))


@pytest.mark.exhaustive
@pytest.mark.needs("virtuoso")
def test_digest_is_asked_for_once(tiny: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> None:
    with servers.virtuoso(tmp_path_factory.mktemp("virtuoso")) as server:
        wrong = server.graph_store.replace("dba:dba", "dba:wrong")
        with pytest.raises(EndpointError, match="401 Unauthorized"):
            push(tiny.store, Target(Endpoint(server.query), HttpClient(wrong), store=True))
        big = ox.Store()
        graph = ox.NamedNode(namespaces.SRC + "big")
        big.extend(
            ox.Quad(ox.NamedNode(f"http://x/{n}"), ox.NamedNode(namespaces.LABEL), ox.Literal("x" * 100), graph)
            for n in range(60_000)
        )  # two requests of megabytes, which an unsigned one would lose
        assert push(big, Target(Endpoint(server.query), HttpClient(server.graph_store), store=True)).triples == 60_000
