"""The worker process that answers queries: one at a time, without network and files, with bounded memory.

Workers are forked from a `fork_server`, a process with one thread that holds the graph and does nothing else. A new
worker costs milliseconds and shares the graph's memory. A message is a length and JSON; an answer's bytes follow it.
"""

from __future__ import annotations

import contextlib
import gc
import gzip
import io
import json
import os
import re
import resource
import select
import signal
import socket
import struct
import time
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any, NoReturn

import pyoxigraph as ox

from pcgraph.errors import InvalidInput, UsageError
from pcgraph.model.namespaces import BASE, Namespaces
from pcgraph.query import hints
from pcgraph.query.engine import result_tsv
from pcgraph.query.engine.evaluate import check_graphs, evaluate, prepare
from pcgraph.query.engine.isolation import cause
from pcgraph.web.limits import PACKED, Limits
from pcgraph.web.pool import sandbox
from pcgraph.web.pool.row_counter import ROWS, RowCounter

TRIPLES = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
LENGTH, DEATH = struct.Struct("!I"), struct.Struct("!i8s")  # length of a message; pid and cause of a death
START, KILL = b"+", b"-"
ORDER = struct.Struct("!ci")  # START is sent with the worker's socket, KILL with its pid
NO_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")  # XML 1.0, 2.2
MOST_HINTS = 5  # they are sent in one header
LEVEL = 1  # of compression: answers are compressed once and read once
PIECE = 1 << 20  # bytes of an answer whose rows are counted at a time


class Fault(Exception):
    """Raised when a query gets no answer: the HTTP status, and the message or the name of the limit."""

    def __init__(self, status: int, line: str) -> None:
        self.status, self.line = status, line


class _Spool(bytearray):
    """A buffer for an answer; it raises `Fault` beyond the limits."""

    def __init__(self, media: str | None, limits: Limits) -> None:
        self._limits, self._rows, self._counted = limits, RowCounter(media) if media else None, 0

    def write(self, piece: bytes) -> int:
        if len(self) + len(piece) > self._limits.max_bytes:
            raise Fault(422, "bytes")
        self += piece
        if self._rows and len(self) - self._counted > PIECE:
            self.check_rows()
        return len(piece)

    def flush(self) -> None:
        """Do nothing."""

    def check_rows(self) -> None:
        """Count the new rows."""
        if self._rows and len(self) > self._limits.max_rows:
            self._rows.feed(self[self._counted :])
            self._counted = len(self)
            if self._rows.number > self._limits.max_rows:
                raise Fault(422, "rows")


class _CsvSpool(_Spool):
    """A buffer that converts TSV to CSV, because the engine's own CSV breaks the standard."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(None, limits)
        store = super().write
        self._writer = result_tsv.CsvWriter(SimpleNamespace(write=lambda text: store(text.encode())))

    def write(self, piece: bytes) -> int:
        size = self._writer.write(piece)
        if self._writer.rows > self._limits.max_rows:
            raise Fault(422, "rows")
        return size


def answer(store: ox.Store, job: Mapping[str, Any], limits: Limits) -> tuple[str, bytes | bytearray, bool]:
    """Return the complete answer to a query: (media type, bytes, whether it is empty or false)."""
    names = Namespaces(job.get("base", BASE))
    try:
        for parameter in ("default", "named"):
            check_graphs(store, job[parameter] or (), f"{parameter}-graph-uri")
        found: Any = evaluate(store, prepare(job["text"], "query", names=names), job["default"], job["named"])
        triples = isinstance(found, ox.QueryTriples)
        media = job["triples" if triples else "rows"]
        if media is None:
            offered = ", ".join(TRIPLES if triples else ROWS)
            raise Fault(406, f"query: none of the formats in Accept; expected one of {offered}; ask for one of them")
        counted = isinstance(found, ox.QuerySolutions)
        as_csv = counted and media == "text/csv"
        spool = _CsvSpool(limits) if as_csv else _Spool(media if counted else None, limits)
        rows = ox.QueryResultsFormat.TSV if as_csv else ROWS.get(media)
        found.serialize(output=spool, format=ox.RdfFormat.N_TRIPLES if triples else rows)
    except (UsageError, InvalidInput) as error:
        raise Fault(400, str(error).split("\n")[0]) from error  # without the line of the query and the caret
    except OSError as error:
        raise Fault(
            500, "query: the store cannot be read; expected a complete store; tell the server's administrator"
        ) from error
    except (ValueError, RuntimeError) as error:
        reason = " ".join(str(error).split())[:160]
        raise Fault(400, f"query: cannot be answered ({reason}); expected a query on this graph; fix it") from error
    spool.check_rows()
    if triples:
        return media, _written(spool, media, limits, names), not spool
    empty = _has_no_rows(spool) if counted else not found
    return media, _readable_xml(spool) if media.endswith("xml") else spool, empty


def _has_no_rows(body: bytes | bytearray) -> bool:
    """Return whether an answer of any format has only a head."""
    return b'"bindings":[]}' in body or b"<results></results>" in body or body.count(b"\n", 0, PIECE) == 1


def _with_hints(body: bytes | bytearray, media: str, hints: list[str]) -> bytes | bytearray:
    """Return an answer in JSON with the hints beside its head; other formats have no place for them."""
    if media != "application/sparql-results+json" or not hints:
        return body
    return b'{"pcgraph:hints":' + json.dumps(hints).encode() + b"," + body[1:]


def _readable_xml(body: bytes | bytearray) -> bytes | bytearray:
    """Return XML that a parser reads back unchanged; raise if XML cannot express the answer."""
    if NO_XML.search(body):
        raise Fault(
            406, "query: the answer has a control character, which XML cannot express; expected JSON; ask for JSON"
        )
    return body.replace(b"\r", b"&#13;") if b"\r" in body else body  # an XML parser would turn a bare \r into \n


def _written(spool: bytearray, media: str, limits: Limits, names: Namespaces) -> bytes | bytearray:
    """Return triples in another format, without duplicates that the engine may have returned."""
    lines = sorted(set(bytes(spool).splitlines(keepends=True)))
    if len(lines) > limits.max_rows:
        raise Fault(422, "rows")
    body = b"".join(lines)
    if media != "application/n-triples":
        graph = (quad.triple for quad in ox.parse(body, format=ox.RdfFormat.N_TRIPLES))
        body = ox.serialize(graph, format=TRIPLES[media], prefixes=names.prefixes) or b""
    if len(body) > limits.max_bytes:
        raise Fault(422, "bytes")
    return _readable_xml(body) if media.endswith("xml") else body


def fork_server(control: socket.socket, store: ox.Store, limits: Limits) -> NoReturn:
    """Fork and kill workers as ordered until the other side closes; then kill all of them. Never returns."""
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, signal.SIG_IGN)
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in range(3):  # a reader of the server's output must not wait for this process to end
        os.dup2(nothing, number)
    woken, wake = socket.socketpair()
    wake.setblocking(False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake.fileno())
    warm_up(store)
    gc.freeze()
    living: dict[int, int] = {}  # pid of a worker → descriptor of its standard error
    while True:
        ready, _, _ = select.select([control, woken], [], [])
        if woken in ready:
            woken.recv(4096)
        while living and (gone := os.waitpid(-1, os.WNOHANG))[0]:
            with io.FileIO(living.pop(gone[0])) as said, contextlib.suppress(OSError):
                control.sendall(
                    DEATH.pack(gone[0], cause(os.waitstatus_to_exitcode(gone[1]), said.read(PIECE) or b"").encode())
                )
        if control not in ready:
            continue
        try:
            order, descriptors, _, _ = socket.recv_fds(control, ORDER.size, 1)
        except OSError:
            order, descriptors = b"", []
        if len(order) < ORDER.size:
            for pid in living:
                os.kill(pid, signal.SIGKILL)
            os._exit(0)
        what, pid = ORDER.unpack(order)
        if what == KILL and pid in living:
            os.kill(pid, signal.SIGKILL)
        elif what == START and descriptors:
            errors, its = os.pipe()
            for end in (errors, its):  # so that nobody waits: if a worker writes too much, the rest is lost
                os.set_blocking(end, False)
            pid = os.fork()
            if pid == 0:
                os.dup2(its, 2)
                for inherited in (control, woken, wake):
                    inherited.close()
                for number in (its, errors, *living.values()):
                    os.close(number)
                _run_worker(descriptors[0], store, limits)
            living[pid] = errors
            os.close(its)
            os.close(descriptors[0])


def _run_worker(descriptor: int, store: ox.Store, limits: Limits) -> NoReturn:
    """Run a worker until the other side closes."""
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        sandbox.restrict(limits.memory)
        with socket.socket(fileno=descriptor) as link:
            send(link, {"pid": os.getpid()})
            start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            while (job := receive(link)) is not None:
                sandbox.limit_cpu(limits.timeout)
                head, body = _answered(store, job, limits)
                # the memory of a large answer may not go back to the system, so the next query gets a new worker
                grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - start) / 1024
                head["last"] = head.get("last", False) or grown > limits.memory / 4
                send(link, head, body)
                if head["last"]:
                    break
    finally:
        os._exit(0)


def _answered(store: ox.Store, job: Mapping[str, Any], limits: Limits) -> tuple[dict[str, Any], bytes | bytearray]:
    start = time.perf_counter()
    try:
        media, body, empty = answer(store, job, limits)
        seconds = time.perf_counter() - start
        lines, done = list[str](), True
        if job.get("hints"):
            names, question = Namespaces(job.get("base", BASE)), job.get("question", False)
            lines, done = hints.find(store, job.get("asked", job["text"]), empty, names=names, question=question)
        shown = [line[:300] for line in lines[:MOST_HINTS]]
        body = _with_hints(body, media, shown)
        packed = bool(job.get("gzip")) and len(body) >= PACKED
        body = gzip.compress(body, LEVEL, mtime=0) if packed else body
    except Fault as fault:
        return {"status": fault.status, "line": fault.line, "size": 0}, b""
    except MemoryError:
        return {"status": 422, "line": "memory", "size": 0, "last": True}, b""
    head = {"status": 200, "media": media, "size": len(body), "seconds": seconds, "hints": shown, "packed": packed}
    return head | {"last": not done}, body  # a worker that still looks for hints answers nothing else


def warm_up(store: ox.Store) -> None:
    """Answer in every format once, so that workers need not open or import anything later."""
    for text in ("SELECT ?s { ?s ?p ?o } LIMIT 1", "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1", "ASK {} #é", "SELECT"):
        for row, triple in zip(ROWS, TRIPLES, strict=True):
            job = {"text": text, "default": None, "named": None, "rows": row, "triples": triple}
            _answered(store, job, Limits(max_rows=1))


def send(link: socket.socket, head: Mapping[str, Any], body: bytes | bytearray = b"") -> None:
    """Send a message."""
    text = json.dumps(head).encode()
    link.sendall(LENGTH.pack(len(text)) + text)
    link.sendall(body)


def receive(link: socket.socket) -> Any:
    """Return the next message, which has no body; None at the end."""
    length = _exactly(link, LENGTH.size)
    return json.loads(_exactly(link, LENGTH.unpack(length)[0])) if length else None


def _exactly(link: socket.socket, size: int) -> bytes:
    found = bytearray()
    while len(found) < size and (piece := link.recv(size - len(found))):
        found += piece
    return bytes(found) if len(found) == size else b""
