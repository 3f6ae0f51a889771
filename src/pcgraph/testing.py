"""Helpers for your own tests: a tiny graph, and a fake SPARQL server.

>>> from pcgraph.query.remote import remote_graph as remote
>>> with FakeEndpoint(tiny()) as server:
...     kg = remote.connect(server.url)
...     print(kg.query("who-signed-with", party="lumen").short[0][0])
id:coast-office
>>> server.requests[-1].default_graphs
['https://w3id.org/pcgraph/graph/current']
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox

from pcgraph import api
from pcgraph.errors import UsageError
from pcgraph.model import namespaces
from pcgraph.query.engine import sparql
from pcgraph.query.questions import catalogue
from pcgraph.query.remote import endpoint
from pcgraph.store.files import PACKAGE

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

Rows = Iterable[Sequence[Any]]
__all__ = ["FakeEndpoint", "Reply", "Request", "tiny"]
JSON = "application/sparql-results+json"
FOR_ROWS = {
    JSON: ox.QueryResultsFormat.JSON,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
}
FOR_TRIPLES = {"text/turtle": ox.RdfFormat.TURTLE, "application/n-triples": ox.RdfFormat.N_TRIPLES}


def tiny() -> api.KnowledgeGraph:
    """Return the tiny graph that ships with the package.

    It has four engagements about a lighthouse (an agreement, works, a training, talks) and two sources that disagree on
    the day of signing and on the number of trainees. Its files are in ``pcgraph/testing_data``.

    >>> tiny()
    KnowledgeGraph(4 engagements, 9 parties, 7 relations)
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

    >>> request = Request("GET", "/sparql?query=ASK+%7B%7D", {}, {"query": ["ASK {}"]})
    >>> request.text, request.default_graphs
    ('ASK {}', [])
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
    """An answer of the fake server: HTTP status, content type and body.

    >>> Reply(503, "text/plain", b"busy").status
    503
    """

    status: int
    kind: str
    body: bytes


class Handler(BaseHTTPRequestHandler):
    """Handle one request, over HTTP/1.0, so that each connection ends with its answer."""

    fake_endpoint: FakeEndpoint

    def do_GET(self) -> None:
        """Answer a GET or a POST."""
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        parameters = parse_qs(urlsplit(self.path).query)
        kind = self.headers.get_content_type()
        if kind == "application/x-www-form-urlencoded":
            parameters |= parse_qs(body.decode())
        elif kind == "application/sparql-query":
            parameters["query"] = [body.decode()]
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.reply(*self.fake_endpoint.respond(Request(self.command, self.path, headers, parameters, body)))

    do_POST = do_GET  # noqa: N815 -- the name that the standard library looks for

    def reply(self, status: int, kind: str, body: bytes) -> None:
        """Send an answer."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Log nothing."""


class FakeEndpoint:
    """A fake SPARQL server on a free port of this machine, as a context manager.

    It follows the SPARQL 1.1 Protocol: GET and POST; by ``Accept``, rows as JSON, CSV, TSV or XML and triples as Turtle
    or N-Triples; ``default-graph-uri`` and ``named-graph-uri``. Updates are refused.

    Parameters
    ----------
    answers : KnowledgeGraph or mapping
        A graph that is queried, or canned answers: name of a catalogue question → its rows, in the order of its
        columns, for any parameters. In rows, a text that starts with ``http`` or a standard prefix is an IRI, None is
        unbound, and terms of pyoxigraph are used as they are. Other questions get 400.

    Attributes
    ----------
    url : str
    requests : list of Request
        The requests that the server received, in order.

    >>> from pcgraph.query.remote import remote_graph as remote
    >>> row = ("id:office", "Office", "id:deal", None, "v:mou", "stated")
    >>> with FakeEndpoint({"who-signed-with": [row]}) as server:
    ...     remote.connect(server.url).query("who-signed-with", party="lumen").short
    [('id:office', 'Office', 'id:deal', '', 'v:mou', 'stated')]
    """

    handler = Handler

    def __init__(self, answers: api.KnowledgeGraph | Mapping[str, Rows]) -> None:
        self._answer = _from_rows(answers) if isinstance(answers, Mapping) else answer_from(answers.store)
        self.requests: list[Request] = []

    def __enter__(self) -> Self:
        """Start the server."""
        handler = type("Handler", (self.handler,), {"fake_endpoint": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}/sparql"
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Stop the server."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def respond(self, request: Request) -> Reply:
        """Record a request and return the answer to it.

        >>> request = Request("GET", "/sparql", {}, {"query": ["ASK { FILTER(1 = 2) }"]})
        >>> FakeEndpoint(tiny()).respond(request).body
        b'{"head":{},"boolean":false}'
        """
        self.requests.append(request)
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


def answer_from(store: ox.Store) -> Callable[[Request], Any]:
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
        return str(ox.NamedNode(namespaces.SHIPPED.expand(value)) if iri and ":" in value else ox.Literal(value))
    if isinstance(value, bool | int | float):
        return str(ox.Literal(value))
    if isinstance(value, Decimal | date):
        kind = "decimal" if isinstance(value, Decimal) else "date"
        return str(ox.Literal(str(value), datatype=ox.NamedNode(namespaces.XSD + kind)))
    return str(value)
