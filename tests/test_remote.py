"""A server gives the same typed rows as the embedded engine, or one line of error in time; never something between."""

from __future__ import annotations

import base64
import json
import logging
import socket
import threading
import time
import traceback
from collections.abc import Iterator
from dataclasses import replace

import pytest

from faulty_endpoint import FAULTS, FaultyEndpoint
from helpers import PATIENCE, ROOT, empty_graph, everyday, pcgraph
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import EndpointError, LimitError, PcgraphError, UsageError
from pcgraph.model import namespaces
from pcgraph.model.naming import reports_to
from pcgraph.query.questions import catalogue as query
from pcgraph.query.remote import remote_graph
from pcgraph.query.remote.endpoint import Endpoint, _with_loaded_literals
from pcgraph.query.remote.http import WAITS
from pcgraph.testing import FakeEndpoint, Handler, Reply, Request
from pcgraph.version import __version__

pytestmark = [pytest.mark.usefixtures("collected"), pytest.mark.slow]

QUESTIONS = query.catalogue()
VALUES = json.loads((ROOT / "tests" / "expected" / "parameters.json").read_text())
SIGNED = ("who-signed-with", {"party": "acme"})
TIES = ("ties-as-triples", {})
DEADLINE = 0.5
SECRETS = ("ulla", "hush-1!", "hush-1%21", "k3y-42", base64.b64encode(b"ulla:hush-1!").decode())


@pytest.fixture(scope="module")
def server(tiny: KnowledgeGraph) -> Iterator[FakeEndpoint]:
    with FakeEndpoint(tiny) as server:
        yield server


@pytest.mark.parametrize("name", everyday(QUESTIONS, [*QUESTIONS][::6].__contains__))
def test_the_same_typed_rows_as_embedded(name: str, server: FakeEndpoint, tiny: KnowledgeGraph) -> None:
    here, there = (kg.query(name, **VALUES.get(name, {})) for kg in (tiny, remote_graph.connect(server.url)))
    assert (there.columns, there.graph, there.rows) == (here.columns, here.graph, here.rows)
    assert (there.name, there.question, there.meaning) == (here.name, here.question, here.meaning)
    assert there.rows
    for format in ("json", "csv", "tsv", "md", *(["turtle", "ntriples"] if here.graph else [])):
        assert there.serialize(format) == here.serialize(format)


@pytest.mark.parametrize(
    ("texts", "kind"),
    [(["3000000000"], "integer"), (["3000000000", "40"], "decimal"), (["3000000000", "0.5"], "integer")],
)
def test_a_large_decimal_of_virtuoso_is_an_integer_unless_small_whole_ones_are_decimals(
    texts: list[str], kind: str
) -> None:
    decimal = {"type": "typed-literal", "datatype": namespaces.XSD + "decimal"}
    answer = {"results": {"bindings": [{"sum": {**decimal, "value": text}} for text in texts]}}
    first = json.loads(_with_loaded_literals(json.dumps(answer).encode()))["results"]["bindings"][0]
    assert first["sum"]["datatype"] == namespaces.XSD + kind


def test_ask_and_describe(server: FakeEndpoint, tiny: KnowledgeGraph) -> None:
    kg = remote_graph.connect(server.url)
    assert bool(kg.query("ASK { id:acme a pcg:Company }", timeout=PATIENCE)) is True
    assert kg.query("ASK { id:acme a id:acme }").rows == [(False,)]
    text = "DESCRIBE id:acme"
    assert kg.query(text).serialize("turtle") == tiny.query(text).serialize("turtle")


def test_what_is_sent(server: FakeEndpoint, tiny: KnowledgeGraph) -> None:
    kg = remote_graph.connect(server.url)
    first = len(server.requests)
    kg.query("sources-and-speakers")
    kg.query("what-is-inferred")
    sent = server.requests[first:]
    assert len(sent) == 2, "the graphs are asked for once"
    graphs = {quad.graph_name.value for quad in tiny.store} | {*namespaces.OWN_GRAPHS}
    for request in sent:
        assert request.method == "POST"
        assert request.path == "/sparql"
        assert request.headers["user-agent"] == f"pcgraph/{__version__}"
        assert request.headers["accept"] == "application/sparql-results+json"
        assert request.headers["accept-encoding"] == "identity"
        assert "authorization" not in request.headers
        assert set(request.parameters) == {"query", "default-graph-uri", "named-graph-uri"}
        assert request.default_graphs == [namespaces.CURRENT]
        assert set(request.named_graphs) == graphs


GRAPHS_COUNTED = "SELECT (COUNT(*) AS ?n) WHERE { ?e a pcg:Agreement OPTIONAL { GRAPH ?g { ?e a ?none } } }"


def test_hundreds_of_graphs_fit(server: FakeEndpoint) -> None:
    graphs = [f"{namespaces.SRC}a-rather-long-slug-for-a-source-{number}" for number in range(900)]
    assert Endpoint(server.url).solve(GRAPHS_COUNTED, graphs).rows[0][0] > 0  # type: ignore[operator]
    assert server.requests[-1].named_graphs == graphs
    Endpoint(server.url).solve("SELECT ?e WHERE { ?e a pcg:Agreement }", graphs)
    assert not server.requests[-1].named_graphs, "a question that looks into no graph names none"


ROWS = "application/sparql-results\\+json"
ENDINGS: dict[str, tuple[tuple[str, dict[str, str]], type[PcgraphError], str]] = {
    "slow": (SIGNED, LimitError, "no complete answer within 0.5 s"),
    "drip": (SIGNED, LimitError, "no complete answer within 0.5 s"),
    "drip-headers": (SIGNED, LimitError, "no complete answer within 0.5 s"),
    "half": (TIES, EndpointError, r"broke off after [\d,]+ of [\d,]+ bytes"),
    "cut": (SIGNED, EndpointError, f"breaks off or is damaged .*; expected complete {ROWS}"),
    "unsized": (TIES, EndpointError, "does not say where its answer ends"),
    "half-chunks": (TIES, EndpointError, r"the connection breaks off .*incomplete chunked read"),
    "half-head": (SIGNED, EndpointError, "the connection breaks off"),
    "html": (SIGNED, EndpointError, rf"another format \(text/html\); expected {ROWS}; check the address"),
    "csv": (SIGNED, EndpointError, r"another format \(text/csv\)"),
    "gzip": (SIGNED, EndpointError, "compresses its answer unasked"),
    "yes": (SIGNED, EndpointError, "a boolean instead of rows"),
    "columns": (SIGNED, EndpointError, "columns x; expected partner, partnerLabel"),
    "noise": (SIGNED, EndpointError, "is not HTTP"),
    "flood": (SIGNED, LimitError, "longer than 50,000 bytes"),
    "capped": (SIGNED, LimitError, "cuts answers at 1 rows"),
    "stopped": (SIGNED, EndpointError, "stopped before its answer was complete"),
    "500": (SIGNED, EndpointError, "500 Internal Server Error; expected an answer"),
    "hang-up": (SIGNED, EndpointError, r"the connection breaks off or is not HTTP \(Server disconnected without .*\)"),
    "429": (SIGNED, EndpointError, r"429 Too Many Requests \(slow down\); expected an answer; try again in 1 s"),
    "503": (SIGNED, EndpointError, r"503 Service Unavailable \(busy\); expected an answer; try again in 7 s"),
    "401": (SIGNED, EndpointError, "401 Unauthorized; expected an answer; add user and password"),
    "redirect": (SIGNED, EndpointError, r"redirects to another address \(http://localhost:\d+/sparql\)"),
}


def test_each_fault_is_tried() -> None:
    assert set(ENDINGS) == set(FAULTS)


@pytest.mark.parametrize("fault", ENDINGS)
def test_a_fault_is_one_line_in_time_without_secrets(fault: str, tiny: KnowledgeGraph) -> None:
    (name, values), kind, line = ENDINGS[fault]
    good = 1 + len(values)  # its graphs, and whether the party is there
    with FaultyEndpoint(tiny, fault=fault, after=good) as server:
        url = server.url.replace("//", "//ulla:hush-1%21@") + "?apikey=k3y-42"
        kg = remote_graph.connect(url, timeout=DEADLINE, max_bytes=50_000)
        with pytest.raises(kind, match=line) as caught:
            kg.query(name, **values)
        message = str(caught.value)
        assert message.startswith(f"endpoint {server.url}: ")
        assert "\n" not in message
        assert len(message) < 500
        trace = "".join(traceback.format_exception(caught.value))
        for secret in SECRETS:
            assert secret not in trace + repr(kg) + repr(kg.endpoint)
        asked = len(server.requests) - good
        assert asked == 1 or fault in ("hang-up", "noise", "half-head"), (
            "nothing is followed, and nothing tried again that was answered"
        )
        for request in server.requests:
            assert request.path == "/sparql?apikey=k3y-42"
            assert request.headers["authorization"] == f"Basic {SECRETS[-1]}"
        threads = [thread for thread in threading.enumerate() if thread.name == "pcgraph-http"]
        assert not any(map(waits, threads)), "the server still sends, and nobody listens"


def waits(thread: threading.Thread) -> bool:
    thread.join(PATIENCE)
    return thread.is_alive()


@pytest.mark.parametrize(("fault", "wait"), [("429", 1.0), ("hang-up", WAITS[0])])
def test_a_busy_server_is_asked_again(
    fault: str, wait: float, tiny: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    with FaultyEndpoint(tiny, fault=fault, after=2, times=1) as server:
        kg = remote_graph.connect(server.url)
        monkeypatch.setattr(time, "sleep", waited.append)
        assert kg.query(SIGNED[0], **SIGNED[1]).rows
        assert waited == [wait], "as long as the server wants it"
        assert len(server.requests) == 4


def test_a_server_that_starts_is_waited_for(server: FakeEndpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    connect, seen = socket.create_connection, []

    def late(*at: object, **more: object) -> socket.socket:
        seen.append(at)
        if len(seen) < 3:
            raise (ConnectionRefusedError if len(seen) == 1 else ConnectionResetError)(111, "Connection refused")
        return connect(*at, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "create_connection", late)
    assert remote_graph.connect(server.url).graphs
    assert len(seen) == 3


@pytest.mark.slow
def test_nobody_there_is_told_after_four_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    tries = []
    monkeypatch.setattr(socket, "create_connection", lambda *at, **_: tries.append(at) or refuse())
    with pytest.raises(EndpointError, match="refused; expected a SPARQL server; check the address"):
        remote_graph.connect("http://127.0.0.1:9/sparql")
    assert len(tries) == 4


def refuse() -> None:
    raise ConnectionRefusedError(111, "Connection refused")


@pytest.mark.parametrize("fault", ["500", "401", "redirect", "html", "half", "cut", "drip"])
def test_what_was_answered_is_not_asked_again(fault: str, tiny: KnowledgeGraph) -> None:
    with FaultyEndpoint(tiny, fault=fault, after=1, times=1) as server:
        kg = remote_graph.connect(server.url, timeout=DEADLINE)
        with pytest.raises(PcgraphError):
            kg.query("ties-as-triples")
        assert len(server.requests) == 2


@pytest.mark.parametrize("fault", ["half", "cut", "unsized"])
@pytest.mark.parametrize("asked", [SIGNED, TIES])
def test_a_part_is_never_taken_for_the_whole(
    fault: str, asked: tuple[str, dict[str, str]], tiny: KnowledgeGraph
) -> None:
    with FaultyEndpoint(tiny, fault=fault, after=1 + len(asked[1])) as server, pytest.raises(EndpointError):
        remote_graph.connect(server.url).query(asked[0], **asked[1])


@pytest.mark.slow
def test_a_wrong_server_is_told_by_connect(tiny: KnowledgeGraph) -> None:
    with FaultyEndpoint(tiny, fault="html") as server, pytest.raises(EndpointError, match="text/html"):
        remote_graph.connect(server.url)
    with pytest.raises(EndpointError, match="refused; expected a SPARQL server; check the address"):
        remote_graph.connect(server.url)
    with FakeEndpoint(empty_graph()) as server, pytest.raises(EndpointError, match="holds no graph g:current"):
        remote_graph.connect(server.url)


class FromTheRight(FakeEndpoint):
    """A server that reads 10 - 3 - 2 as 10 - (3 - 2), as old Oxigraph does."""

    def respond(self, request: Request) -> Reply:
        text = request.text.replace("10 - 3 - 2", "10 - (3 - 2)")
        return super().respond(replace(request, parameters={**request.parameters, "query": [text]}))


def test_an_old_oxigraph_is_told_by_connect(tiny: KnowledgeGraph) -> None:
    with FromTheRight(tiny) as server:
        with pytest.raises(EndpointError) as caught:
            remote_graph.connect(server.url)
        asked = pcgraph("query", "what-was-signed", "--endpoint", server.url)
    line = "computes 10 - 3 - 2 as 9, as Oxigraph before 0.5.12 does; expected 5; update the server"
    assert str(caught.value) == f"endpoint {server.url}: {line}"
    assert (asked.returncode, line in asked.stderr) == (4, True)


@pytest.mark.parametrize(
    "url",
    ["", "kg.example", "file:///etc/passwd", "ftp://kg.example/", "http://", "http:///sparql", "http://[",
     "http://a b/", "http://a/\r\nX: y", "http://a:99999/", "http://a:0/", "http://kg.éxample/"],
)  # fmt: skip
def test_what_is_no_web_address(url: str) -> None:
    with pytest.raises(UsageError, match="no web address; expected http://HOST/PATH"):
        Endpoint(url)


@pytest.mark.parametrize("limits", [{"timeout": 0}, {"timeout": float("nan")}, {"max_bytes": 0}])
def test_limits_are_above_nothing(limits: dict[str, float]) -> None:
    with pytest.raises(UsageError, match="above 0"):
        Endpoint("http://kg.example/", **limits)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "#+ title: SELECT\nDELETE WHERE { ?s ?p ?o }",
        "SELECT ?s WHERE { ?s ?p ?o } ; CLEAR ALL",
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    ],
)
def test_no_update_leaves_the_house(text: str, server: FakeEndpoint) -> None:
    before = len(server.requests)
    for send in (remote_graph.RemoteGraph(Endpoint(server.url)).query, Endpoint(server.url).solve):
        with pytest.raises(UsageError, match="refused"):
            send(text)
    assert len(server.requests) == before


def test_words_of_an_update_in_a_comment_change_nothing(server: FakeEndpoint) -> None:
    text = "# INSERT or DELETE\nPREFIX drop: <http://drop/>\nSELECT ?s WHERE { ?s a pcg:Talks } # CLEAR"
    assert Endpoint(server.url).solve(text).rows
    assert "update" not in server.requests[-1].parameters


def test_a_syntax_error_keeps_the_line_of_the_text(server: FakeEndpoint) -> None:
    with pytest.raises(EndpointError, match=r"400 Bad Request \(error at 3:\d+: .*; fix the query") as caught:
        remote_graph.connect(server.url).query("SELECT ?s\nWHERE {\n ?s ?p }")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("values", "part"),
    [
        ({}, "parameter 'party' is missing"),
        ({"party": "acmee"}, "did you mean acme"),
        ({"party": "a b"}, "party"),
        ({"party": "acme", "x": 1}, "no parameter 'x'"),
        ({"party": 'x> } UNION { ?s ?p "'}, "party"),
    ],
)
def test_parameters_are_refused_as_embedded(
    values: dict[str, object], part: str, server: FakeEndpoint, tiny: KnowledgeGraph
) -> None:
    for kg in (tiny, remote_graph.connect(server.url)):
        with pytest.raises(UsageError, match="query who-signed-with: ") as caught:
            kg.query("who-signed-with", **values)
        assert part in str(caught.value)
        assert str(caught.value).count("; ") == 2


@pytest.mark.parametrize("name", ["ACME", "akme", "艾克米", "Acme Cranes"])
def test_a_server_is_asked_for_names(name: str, server: FakeEndpoint, tiny: KnowledgeGraph) -> None:
    told: list[str] = []
    with reports_to(told.append):
        found = remote_graph.connect(server.url).query("who-signed-with", party=name)
    assert found.rows == tiny.query("who-signed-with", party="acme").rows
    assert told == [f"{name}: id:acme, Acme"]


def test_own_prefixes_win(server: FakeEndpoint) -> None:
    text = f"prefix id: <http://other/>\nSELECT (id:x AS ?a) (<{namespaces.ID}x> AS ?b) WHERE {{}}"
    assert Endpoint(server.url).solve(text).rows == [("http://other/x", f"{namespaces.ID}x")]


def test_nothing_goes_beyond_this_machine(server: FakeEndpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    reached = []
    connect = socket.create_connection
    monkeypatch.setattr(
        socket, "create_connection", lambda at, *more, **named: reached.append(at) or connect(at, *more, **named)
    )
    monkeypatch.setenv("http_proxy", "http://192.0.2.1:3128")
    remote_graph.connect(server.url).query(SIGNED[0], **SIGNED[1])
    assert {host for host, _ in reached} == {"127.0.0.1"}


class LastingHandler(Handler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True


class LastingEndpoint(FakeEndpoint):
    """A server that keeps its connections open."""

    handler = LastingHandler


def test_one_connection_serves_many_requests(tiny: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    connect, opened = socket.create_connection, []
    monkeypatch.setattr(socket, "create_connection", lambda *at, **more: opened.append(at) or connect(*at, **more))
    with LastingEndpoint(tiny) as server:
        kg = remote_graph.connect(server.url)
        kg.query(SIGNED[0], **SIGNED[1])
        with pytest.raises(EndpointError, match="400"):
            kg.query("SELECT ?s WHERE {")
        kg.query(SIGNED[0], **SIGNED[1])
        assert len(server.requests) == 6
    assert len(opened) == 2, "a new one after an error"


class EchoingHandler(Handler):
    def end_headers(self) -> None:
        for graph in self.fake_endpoint.requests[-1].named_graphs:
            self.send_header("X-SPARQL-named-graph", graph)
        super().end_headers()


class EchoingEndpoint(FakeEndpoint):
    """A server that repeats each graph of the request in a header, as Virtuoso does."""

    handler = EchoingHandler


def test_a_server_may_repeat_the_graphs_of_a_request(tiny: KnowledgeGraph) -> None:
    graphs = [f"{namespaces.SRC}{'long-' * 25}{number}" for number in range(480)]
    with EchoingEndpoint(tiny) as server:
        assert Endpoint(server.url).solve(GRAPHS_COUNTED, graphs).rows
        assert server.requests[-1].named_graphs == graphs


def test_no_log_has_a_secret(tiny: KnowledgeGraph, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with FakeEndpoint(tiny) as server:
        kg = remote_graph.connect(server.url.replace("//", "//ulla:hush-1%21@") + "?apikey=k3y-42")
        kg.query(SIGNED[0], **SIGNED[1])
    assert not [secret for secret in SECRETS if secret in caplog.text]


def test_a_proxy_of_no_use_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "ftp://ulla:hush-1!@127.0.0.1:9")
    with pytest.raises(EndpointError, match="variable http_proxy has no proxy that can be used") as caught:
        remote_graph.connect("http://kg.example/sparql")
    assert not [secret for secret in SECRETS if secret in "".join(traceback.format_exception(caught.value))]


def test_the_rest_of_a_graph_says_what_to_do(server: FakeEndpoint) -> None:
    kg = remote_graph.connect(server.url)
    rest = {name for name in dir(KnowledgeGraph) if not name.startswith("_")} - set(dir(remote_graph.RemoteGraph))
    assert {"network", "rank", "map", "tables"} <= rest
    for name in rest:
        assert not hasattr(kg, name)
        with pytest.raises(UsageError, match=rf"save it to a file and load .*: pcgraph.load\('graph.nq'\).{name}"):
            getattr(kg, name)


def test_user_and_password_of_the_environment_are_sent(server: FakeEndpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are for every command and for Python; what stands in the address counts more."""
    monkeypatch.setenv("PCGRAPH_USER", "ulla")
    monkeypatch.setenv("PCGRAPH_PASSWORD", "hush-1!")
    own = server.url.replace("//", "//otto:pass@")
    asked = {
        "command": lambda: pcgraph("query", "what-was-signed", "--endpoint", server.url),
        "Python": lambda: remote_graph.connect(server.url),
        "address": lambda: remote_graph.connect(own),
    }
    for way, ask in asked.items():
        before = len(server.requests)
        ask()
        sent = {request.headers.get("authorization") for request in server.requests[before:]}
        pair = b"otto:pass" if way == "address" else b"ulla:hush-1!"
        assert sent == {f"Basic {base64.b64encode(pair).decode()}"}, way
