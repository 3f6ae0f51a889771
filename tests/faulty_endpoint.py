"""A fake SPARQL server that misbehaves in one way, or that accepts updates."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from types import TracebackType
from urllib.parse import urlsplit

import pyoxigraph as ox

from pcgraph import testing
from pcgraph.api import KnowledgeGraph
from pcgraph.testing import JSON, Reply, Request

PAGE = b"<!DOCTYPE html><title>Welcome</title><p>" + b"This is no answer. " * 300
DRIP = 0.1  # seconds between two bytes


class FaultyHandler(testing.Handler):
    """Handle one request; the server says which fault to apply."""

    fake_endpoint: FaultyEndpoint

    def reply(self, status: int, kind: str, body: bytes) -> None:
        fault = self.fake_endpoint.fault()
        with suppress(ConnectionError):  # the client may disconnect
            if fault is None:
                self.say(status, kind, body)
            else:
                FAULTS[fault](self, Reply(status, kind, body))

    do_POST = do_PUT = do_DELETE = testing.Handler.do_GET  # noqa: N815 -- the names that the standard library looks for

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


class FaultyEndpoint(testing.FakeEndpoint):
    """A fake server with a fault.

    Parameters
    ----------
    answers : KnowledgeGraph
    fault : str, optional
        How the server misbehaves; one of `FAULTS`.
    after : int
        Number of requests that are answered correctly before the fault.
    times : int, optional
        Number of requests with the fault; later requests are answered correctly again. Default: all.
    takes : bool
        Whether to accept updates at `url` and graphs at ``/store`` (Graph Store Protocol), into a copy of the graph.
    """

    handler = FaultyHandler

    def __init__(
        self,
        answers: KnowledgeGraph,
        *,
        fault: str | None = None,
        after: int = 0,
        times: int | None = None,
        takes: bool = False,
    ) -> None:
        super().__init__(answers)
        self._fault, self._after, self._takes = fault, after, takes
        self._until = float("inf") if times is None else after + times
        self.store = answers.store
        if takes:
            self.store = ox.Store()
            self.store.extend(answers.store)
            self._answer = testing.answer_from(self.store)
        self.stopped = threading.Event()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Stop the server, even if clients still wait."""
        self.stopped.set()
        super().__exit__(kind, error, at)

    def respond(self, request: Request) -> Reply:
        """Record a request and return the answer to it."""
        if not self._takes or "query" in request.parameters:
            return super().respond(request)
        self.requests.append(request)
        return self._write(request)

    def _write(self, request: Request) -> Reply:
        """Perform an update, or a PUT, POST or DELETE of a graph."""
        try:
            if request.headers["content-type"] == "application/sparql-update":
                self.store.update(request.body.decode())
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


def half(reply: Reply) -> bytes:
    return reply.body[: len(reply.body) // 2]


def lines(reply: Reply) -> bytes:
    """Return the first half of the lines, which is a valid document if the lines are triples."""
    return b"".join(reply.body.splitlines(keepends=True)[: reply.body.count(b"\n") // 2])


FAULTS: dict[str, Callable[[FaultyHandler, Reply], object]] = {
    # no answer: the connection is closed at once, or stays silent
    "hang-up": lambda *_: None,
    "slow": lambda h, _: h.fake_endpoint.stopped.wait(),
    # slow: the answer or its headers arrive byte by byte
    "drip": lambda h, r: h.drip(
        f"HTTP/1.0 200 OK\r\nContent-Type: {r.kind}\r\nContent-Length: {len(r.body)}\r\n\r\n".encode(), r.body
    ),
    "drip-headers": lambda h, _: h.drip(b"HTTP/1.0 200 OK\r\nX-Slow: ", b"x" * 10_000),
    # truncated: with the length of the whole answer, with the length of the part, without a length
    "half": lambda h, r: h.say(r.status, r.kind, half(r), len(r.body)),
    "cut": lambda h, r: h.say(r.status, r.kind, half(r)),
    "half-chunks": lambda h, r: h.wfile.write(
        f"HTTP/1.1 200 OK\r\nContent-Type: {r.kind}\r\nTransfer-Encoding: chunked\r\n\r\n".encode()
        + b"%x\r\n%b\r\n" % (len(lines(r)), lines(r))
    ),
    "half-head": lambda h, _: h.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Ty"),
    "unsized": lambda h, r: h.say(r.status, r.kind, half(r), None),
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
