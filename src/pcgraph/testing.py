"""Helpers for your own tests: a tiny graph, and a fake SPARQL server that can also misbehave.

>>> from pcgraph.query import remote
>>> with FakeEndpoint(tiny()) as server:
...     kg = remote.connect(server.url)
...     print(kg.query("who-signed-with", party="lumen").short[0][0])
id:coast-office
>>> server.requests[-1].default_graphs
['https://w3id.org/pcgraph/graph/current']
"""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox

from pcgraph import api
from pcgraph.errors import UsageError, nearest
from pcgraph.model import namespaces
from pcgraph.query import catalogue, endpoint, sparql
from pcgraph.store.files import PACKAGE

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

Rows = Iterable[Sequence[Any]]
JSON = "application/sparql-results+json"
FOR_ROWS = {
    JSON: ox.QueryResultsFormat.JSON,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
}
FOR_TRIPLES = {"text/turtle": ox.RdfFormat.TURTLE, "application/n-triples": ox.RdfFormat.N_TRIPLES}
PAGE = b"<!DOCTYPE html><title>Welcome</title><p>" + b"This is no answer. " * 300
# by media type: the parameter whose value is the body; "" if the body is a form of parameters
FORMS = {
    "application/sparql-query": "query",
    "application/sparql-update": "update",
    "application/x-www-form-urlencoded": "",
}
DRIP = 0.1  # seconds between two bytes


def tiny() -> api.KnowledgeGraph:
    """Return the tiny graph that ships with the package.

    It has four engagements about a lighthouse (an agreement, works, a training, talks) and two sources that disagree on
    the day of signing and on the number of trainees. Its files are in ``pcgraph/testing_data``.

    >>> tiny()
    KnowledgeGraph(4 engagements, 9 parties, 9 relations)
    """
    return api.load(PACKAGE / "testing_data", build=None)


@dataclass(frozen=True)
class Request:
    """A request of a client.

    Attributes
    ----------
    method, path : str
        `path` includes the query string.
    headers : mapping
        Header names are in lower case.
    parameters : mapping
        Parameters of the query string and of the form: name → values.
    body : bytes
    """

    method: str
    path: str
    headers: Mapping[str, str]
    parameters: Mapping[str, list[str]]
    body: bytes = b""

    @property
    def text(self) -> str:
        """The SPARQL text; "" if there is none."""
        return self.parameters.get("query", [""])[0]

    @property
    def default_graphs(self) -> list[str]:
        """The values of ``default-graph-uri``."""
        return self.parameters.get("default-graph-uri", [])

    @property
    def named_graphs(self) -> list[str]:
        """The values of ``named-graph-uri``."""
        return self.parameters.get("named-graph-uri", [])


class Reply(NamedTuple):
    """An answer of the fake server, before a fault is applied."""

    status: int
    kind: str
    body: bytes

    @property
    def half(self) -> bytes:
        """The first half of the body."""
        return self.body[: len(self.body) // 2]


class FakeEndpoint:
    """A fake SPARQL server on a free port of this machine, as a context manager.

    It follows the SPARQL 1.1 Protocol: GET and POST; by ``Accept``, rows as JSON, CSV, TSV or XML and triples as Turtle
    or N-Triples; ``default-graph-uri`` and ``named-graph-uri``. Updates are refused unless `takes` is set.

    Parameters
    ----------
    answers : KnowledgeGraph or mapping
        A graph that is queried, or canned answers: name of a catalogue question → its rows, in the order of its
        columns, for any parameters. In rows, a text that starts with ``http`` or a standard prefix is an IRI, None is
        unbound, and terms of pyoxigraph are used as they are. Other questions get 400.
    fault : str, optional
        How the server misbehaves; one of `FAULTS`.
    after : int
        Number of requests that are answered correctly before the fault.
    times : int, optional
        Number of requests with the fault; later requests are answered correctly again. Default: all.
    takes : bool
        Whether to accept updates at `url` and graphs at ``/store`` (Graph Store Protocol), into a copy of the graph.

    Attributes
    ----------
    url : str
    store : pyoxigraph.Store
        The graphs that the server holds.
    requests : list of Request
        The requests that the server received, in order.

    >>> from pcgraph.query import remote
    >>> with FakeEndpoint({"who-signed-with": [("id:ntc", "NTC", "id:deal", None, "v:mou")]}) as server:
    ...     remote.connect(server.url).query("who-signed-with", party="huawei").short
    [('id:ntc', 'NTC', 'id:deal', '', 'v:mou')]
    """

    def __init__(
        self,
        answers: api.KnowledgeGraph | Mapping[str, Rows],
        *,
        fault: str | None = None,
        after: int = 0,
        times: int | None = None,
        takes: bool = False,
    ) -> None:
        if fault is not None and fault not in FAULTS:
            raise UsageError(f"fault {fault!r}: unknown; expected one of {', '.join(FAULTS)}; {nearest(fault, FAULTS)}")
        self._fault, self._after, self._takes = fault, after, takes
        self._until = float("inf") if times is None else after + times
        self.store = ox.Store()
        if isinstance(answers, api.KnowledgeGraph):
            if takes:
                self.store.extend(answers.store)
            else:
                self.store = answers.store
            self._answer = _from_graph(self.store)
        else:
            self._answer = _from_rows(answers)
        self.requests: list[Request] = []
        self.stopped = threading.Event()

    def __enter__(self) -> Self:
        """Start the server."""
        handler = type("Handler", (_Handler,), {"fake_endpoint": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}/sparql"
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Stop the server, even if clients still wait."""
        self.stopped.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def respond(self, request: Request) -> Reply:
        """Record a request and return the answer to it."""
        self.requests.append(request)
        if self._takes and "query" not in request.parameters:
            return self._write(request)
        if "query" not in request.parameters:
            return Reply(400, "text/plain", b"no query; expected the parameter query; updates are not accepted")
        try:
            found = self._answer(request)
        except (SyntaxError, UsageError) as error:
            return Reply(400, "text/plain", str(error).encode())
        known: Mapping[str, Any] = FOR_TRIPLES if isinstance(found, ox.QueryTriples) else FOR_ROWS
        asked = [part.partition(";")[0].strip() for part in request.headers.get("accept", "*/*").split(",")]
        kind = next((name for name in asked if name in known), None) or ("*/*" in asked and next(iter(known)))
        if not kind:
            return Reply(406, "text/plain", f"only {', '.join(known)}".encode())
        return Reply(200, kind, found.serialize(format=known[kind]) or b"")

    def _write(self, request: Request) -> Reply:
        """Perform an update, or a PUT, POST or DELETE of a graph."""
        try:
            if "update" in request.parameters:
                self.store.update(request.parameters["update"][0])
            else:
                graph = ox.NamedNode(request.parameters["graph"][0])
                if request.method in ("PUT", "DELETE"):
                    self.store.remove_graph(graph)
                if request.method != "DELETE":
                    kind = request.headers["content-type"]
                    self.store.load(request.body, format=ox.RdfFormat.from_media_type(kind), to_graph=graph)
        except (SyntaxError, KeyError, ValueError) as error:
            return Reply(400, "text/plain", str(error).encode())
        return Reply(204, "text/plain", b"")

    def fault(self) -> str | None:
        """Return the fault for the last request, or None."""
        return self._fault if self._after < len(self.requests) <= self._until else None


class _Handler(BaseHTTPRequestHandler):
    """Handle one request, over HTTP/1.0, so that each connection ends with its answer."""

    fake_endpoint: FakeEndpoint

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        form = FORMS.get(self.headers.get_content_type())
        given = {form: [body.decode()]} if form else parse_qs(body.decode()) if form == "" else {}
        headers = {name.lower(): value for name, value in self.headers.items()}
        parameters = {**parse_qs(urlsplit(self.path).query), **given}
        reply = self.fake_endpoint.respond(Request(self.command, self.path, headers, parameters, body))
        fault = self.fake_endpoint.fault()
        with suppress(ConnectionError):  # the client may disconnect
            if fault is None:
                self.say(*reply)
            else:
                FAULTS[fault](self, reply)

    do_POST = do_PUT = do_DELETE = do_GET  # noqa: N815 -- the names that the standard library looks for

    def say(self, status: int, kind: str, body: bytes, length: int | None = -1, **headers: str) -> None:
        """Send an answer; a `length` of None sends no Content-Length, and -1 sends the correct one."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if length is not None:
            self.send_header("Content-Length", str(len(body) if length == -1 else length))
        self.end_headers()
        self.wfile.write(body)

    def drip(self, start: bytes, body: Iterable[int]) -> None:
        """Send `start`, then `body` slowly, byte by byte."""
        self.wfile.write(start)
        for byte in body:
            if self.fake_endpoint.stopped.wait(DRIP):
                return
            self.wfile.write(bytes([byte]))

    def flood(self, kind: str) -> None:
        """Send blanks until the client disconnects."""
        self.say(200, kind, b"", None)
        while not self.fake_endpoint.stopped.is_set():
            self.wfile.write(b" " * 65536)

    def log_message(self, format: str, *args: Any) -> None:
        """Log nothing."""


FAULTS: dict[str, Callable[[_Handler, Reply], object]] = {
    # no answer: the connection is closed at once, or stays silent
    "hang-up": lambda *_: None,
    "slow": lambda h, _: h.fake_endpoint.stopped.wait(),
    # slow: the answer or its headers arrive byte by byte
    "drip": lambda h, r: h.drip(
        f"HTTP/1.0 200 OK\r\nContent-Type: {r.kind}\r\nContent-Length: {len(r.body)}\r\n\r\n".encode(), r.body
    ),
    "drip-headers": lambda h, _: h.drip(b"HTTP/1.0 200 OK\r\nX-Slow: ", b"x" * 10_000),
    # truncated: with the length of the whole answer, with the length of the part, without a length
    "half": lambda h, r: h.say(r.status, r.kind, r.half, len(r.body)),
    "cut": lambda h, r: h.say(r.status, r.kind, r.half),
    "unsized": lambda h, r: h.say(r.status, r.kind, r.half, None),
    # not what was asked for
    "html": lambda h, _: h.say(200, "text/html", PAGE),
    "csv": lambda h, _: h.say(200, "text/csv", b"a,b\r\n1,2\r\n"),
    "gzip": lambda h, r: h.say(r.status, r.kind, gzip.compress(r.body, mtime=0), Content_Encoding="gzip"),
    "yes": lambda h, _: h.say(200, JSON, b'{"head":{},"boolean":true}'),
    "columns": lambda h, _: h.say(200, JSON, b'{"head":{"vars":["x"]},"results":{"bindings":[]}}'),
    "noise": lambda h, _: h.wfile.write(b"220 mail.example ready\r\n"),
    # too much; or partial answers, with the headers that Virtuoso sends with them
    "flood": lambda h, r: h.flood(r.kind),
    "capped": lambda h, r: h.say(*r, X_SPARQL_MaxRows="1"),
    "stopped": lambda h, r: h.say(*r, X_SQL_State="S1TAT"),
    # refusals
    "500": lambda h, _: h.say(500, "text/html", PAGE),
    "429": lambda h, _: h.say(429, "text/plain", b"slow down", Retry_After="1"),
    "503": lambda h, _: h.say(503, "text/plain", b"busy", Retry_After="7"),
    "401": lambda h, _: h.say(
        401, "text/plain", f"not you: {h.headers['Authorization']}".encode(), WWW_Authenticate='Basic realm="fake"'
    ),
    # to another origin on this machine, so that `requests` shows whether the client follows
    "redirect": lambda h, _: h.say(
        307, "text/plain", b"", Location=f"http://localhost:{urlsplit(h.fake_endpoint.url).port}{h.path}"
    ),
}


def _from_graph(store: ox.Store) -> Callable[[Request], Any]:
    """Return a function that queries the graphs named in a request; without names the default graph is empty."""

    def answer(request: Request) -> Any:
        default = [ox.NamedNode(iri) for iri in request.default_graphs]
        named = [ox.NamedNode(iri) for iri in request.named_graphs]
        if not default and not named:
            return store.query(request.text)
        return store.query(request.text, default_graph=default, named_graphs=named)

    return answer


def _from_rows(rows: Mapping[str, Rows]) -> Callable[[Request], Any]:
    """Return a function that answers catalogue questions from `rows`, and the technical queries of `remote`."""
    canned = [(_header(catalogue.find(name)), _as_query(catalogue.find(name), given)) for name, given in rows.items()]

    def answer(request: Request) -> Any:
        if endpoint.GRAPHS in request.text:
            return ox.Store().query(f"SELECT ?g {{ VALUES ?g {{ <{namespaces.CURRENT}> }} }}")
        if "SELECT ?found " in request.text:
            return ox.Store().query("SELECT ?found { VALUES ?held { true } }")
        for header, text in canned:
            if header in request.text:
                return ox.Store().query(text)
        raise UsageError(f"no rows for this question; expected one of {', '.join(rows)}; add it to the fake")

    return answer


def _header(asked: catalogue.Query) -> str:
    return "\n".join(line for line in asked.text.splitlines() if line.startswith("#+"))


def _as_query(asked: catalogue.Query, rows: Rows) -> str:
    """Return a query whose answer is `rows`."""
    construct = any(word == "CONSTRUCT" for word, _ in sparql.words(asked.text))
    columns = ["s", "p", "o"] if construct else list(asked.columns)
    lines = []
    for row in rows:
        if len(row) != len(columns):
            raise UsageError(f"rows of {asked.name}: {len(row)} values; expected {', '.join(columns)}; fix the row")
        lines.append(f"( {' '.join(map(_term, row))} )")
    names = " ".join(f"?{name}" for name in columns)
    head = "CONSTRUCT { ?s ?p ?o }" if construct else f"SELECT {names}"
    return f"{head} WHERE {{ VALUES ( {names} ) {{ {' '.join(lines)} }} }}"


def _term(value: Any) -> str:
    if value is None:
        return "UNDEF"
    if isinstance(value, str):
        iri = value.startswith(("http://", "https://")) or value.partition(":")[0] in namespaces.PREFIXES
        return str(ox.NamedNode(namespaces.expand(value)) if iri and ":" in value else ox.Literal(value))
    if isinstance(value, bool | int | float):
        return str(ox.Literal(value))
    if isinstance(value, Decimal | date):
        kind = "decimal" if isinstance(value, Decimal) else "date"
        return str(ox.Literal(str(value), datatype=ox.NamedNode(namespaces.XSD + kind)))
    return str(value)
