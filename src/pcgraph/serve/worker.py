"""The process that answers a stranger's queries: one at a time, without network and files, with bounded memory.

Workers are forked from a `nursery`, a process with one thread that holds the graph and does nothing else, so that a new
one costs milliseconds and shares the graph's memory. Messages are a length and JSON; an answer's bytes follow it.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
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
from pathlib import Path
from typing import Any, NoReturn

import pyoxigraph as ox

from pcgraph import query, sparql, terms
from pcgraph.errors import UsageError
from pcgraph.serve.limits import Limits

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
ROWS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
TRIPLES = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
LENGTH, DEATH = struct.Struct("!I"), struct.Struct("!ii")  # of a message; pid and status
HIRE, KILL = b"+", b"-"
ORDER = struct.Struct("!ci")  # HIRE comes with the worker's socket, KILL with its pid
NETWORK = 0x10000000 | 0x40000000  # CLONE_NEWUSER, CLONE_NEWNET
SIZES = Path("/proc/self")  # where Linux tells the size of a process; elsewhere there is no limit of memory


class Fault(Exception):
    """A query that gets no answer: the HTTP status, and the line or the name of the limit."""

    def __init__(self, status: int, line: str) -> None:
        self.status, self.line = status, line


class _Spool(bytearray):
    """Takes an answer up to a limit."""

    most = 0

    def write(self, piece: bytes) -> int:
        if len(self) + len(piece) > self.most:
            raise Fault(422, "bytes")
        self += piece
        return len(piece)

    def flush(self) -> None:
        """Do nothing."""


def answer(store: ox.Store, job: Mapping[str, Any], limits: Limits) -> tuple[str, bytes]:
    """Answer a query: (media type, bytes), all of it.

    Parameters
    ----------
    job : mapping
        text; default and named (lists of graph IRIs, or None: `current`, and all); rows and triples (media types that
        the client takes for an answer of this kind, or None).

    Raises
    ------
    Fault
        If it is refused, wrong, or reaches a limit.
    """
    try:
        sparql.guard(job["text"], "query", FORMS)
        default, named = job["default"], job["named"]
        found: Any = store.query(
            job["text"],
            prefixes=terms.PREFIXES,
            default_graph=[ox.NamedNode(iri) for iri in (default if default is not None else [terms.CURRENT])],
            named_graphs=None if named is None else [ox.NamedNode(iri) for iri in named],
        )
        triples = isinstance(found, ox.QueryTriples)
        media = job["triples" if triples else "rows"]
        if media is None:
            offered = ", ".join(TRIPLES if triples else ROWS)
            raise Fault(406, f"query: none of the formats in Accept; expected one of {offered}; ask for one of them")
        spool = _Spool()
        spool.most = limits.max_bytes
        found.serialize(output=spool, format=ox.RdfFormat.N_TRIPLES if triples else ROWS[media])
    except UsageError as error:
        raise Fault(400, str(error)) from error
    except SyntaxError as error:
        raise Fault(400, str(query.syntax_fault(error, "query"))) from error
    except (ValueError, RuntimeError, OSError) as error:
        reason = " ".join(str(error).split())[:160]
        raise Fault(400, f"query: cannot be answered ({reason}); expected a question on this graph; mend it") from error
    body = b"".join(sorted(set(bytes(spool).splitlines(keepends=True)))) if triples else bytes(spool)
    media_rows = "application/n-triples" if triples else media
    if (
        len(body) > limits.max_rows
        and not isinstance(found, ox.QueryBoolean)
        and rows(body, media_rows) > limits.max_rows
    ):
        raise Fault(422, "rows")
    if triples and media != "application/n-triples":
        graph = (quad.triple for quad in ox.parse(body, format=ox.RdfFormat.N_TRIPLES))
        body = ox.serialize(graph, format=TRIPLES[media], prefixes=terms.PREFIXES) or b""
        if len(body) > limits.max_bytes:
            raise Fault(422, "bytes")
    return media, body


def rows(body: bytes, media: str) -> int:
    """Count the rows of an answer that this engine wrote; a small part of the time that writing it took.

    >>> rows(b'{"head":{"vars":["a"]},"results":{"bindings":[{},{}]}}', "application/sparql-results+json")
    2
    """
    if media == "application/sparql-results+xml":
        return body.count(b"<result>") + body.count(b"<result/>")
    if media == "application/n-triples":
        return body.count(b"\n")
    if media == "text/tab-separated-values":
        return body.count(b"\n") - 1
    if media == "text/csv":
        return re.sub(rb'"[^"]*"', b"", body).count(b"\n") - 1
    bare = re.sub(rb'"(?:[^"\\]|\\.)*+"', b"", body)  # {:{:[,]},:{:[{:{…},…},{…}]}}
    return bare.count(b"},{") + (b"[{" in bare)


def nursery(control: socket.socket, store: ox.Store, limits: Limits) -> NoReturn:
    """Fork workers and kill them, as ordered, until the other side is gone; then all of them go. Never returns."""
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, signal.SIG_IGN)
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in range(3):  # whoever waits for the end of the server's output must not wait for this process
        os.dup2(nothing, number)
    woken, wake = socket.socketpair()
    wake.setblocking(False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake.fileno())
    warm(store)
    gc.freeze()
    living: set[int] = set()
    while True:
        ready, _, _ = select.select([control, woken], [], [])
        if woken in ready:
            woken.recv(4096)
        while living and (gone := os.waitpid(-1, os.WNOHANG))[0]:
            living.discard(gone[0])
            with contextlib.suppress(OSError):
                control.sendall(DEATH.pack(*gone))
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
        elif what == HIRE and descriptors:
            pid = os.fork()
            if pid == 0:
                for one in (control, woken, wake):
                    one.close()
                _work(descriptors[0], store, limits)
            living.add(pid)
            os.close(descriptors[0])


def _work(descriptor: int, store: ox.Store, limits: Limits) -> NoReturn:
    """Be a worker, until the other side is gone."""
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        shut_in(limits)
        with socket.socket(fileno=descriptor) as link:
            send(link, {"pid": os.getpid()})
            start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            while (job := receive(link)) is not None:
                _limit_cpu(limits.timeout)
                head, body = _answered(store, job, limits)
                # what a large answer took may not come back to the system: the next query gets a fresh worker
                grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - start) / 1024
                head["last"] = head.get("last", False) or grown > limits.memory / 4
                send(link, head, body)
                if head["last"]:
                    break
    finally:
        os._exit(0)


def _answered(store: ox.Store, job: Mapping[str, Any], limits: Limits) -> tuple[dict[str, Any], bytes]:
    start = time.perf_counter()
    try:
        media, body = answer(store, job, limits)
    except Fault as fault:
        return {"status": fault.status, "line": fault.line, "size": 0}, b""
    except MemoryError:
        return {"status": 422, "line": "memory", "size": 0, "last": True}, b""
    return {"status": 200, "media": media, "size": len(body), "seconds": time.perf_counter() - start}, body


def warm(store: ox.Store) -> None:
    """Answer in every format once, so that nothing has to be opened or imported later."""
    for text in ("SELECT ?s { ?s ?p ?o } LIMIT 1", "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1", "ASK {} #é", "SELECT"):
        for row, triple in zip(ROWS, TRIPLES, strict=True):
            job = {"text": text, "default": None, "named": None, "rows": row, "triples": triple}
            _answered(store, job, Limits(max_rows=1))


def _address_space() -> int:
    """Measure the address space in use, in bytes."""
    return int((SIZES / "statm").read_text().split()[0]) * resource.getpagesize()


def shut_in(limits: Limits) -> None:
    """Give up network, files and memory, for good.

    A process that may open no descriptor has no network. Where the system lets it, it gets an empty network besides.
    """
    unshare = getattr(ctypes.CDLL(None), "unshare", None)
    if unshare is not None:
        unshare(NETWORK)
    if SIZES.is_dir():
        most = _address_space() + limits.memory * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    for what in (resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE, resource.RLIMIT_CORE):
        resource.setrlimit(what, (0, 0))


def _limit_cpu(seconds: float) -> None:
    """End the process by itself if the server, which kills it in time, is no longer there to do so."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime + seconds) + 5
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def send(link: socket.socket, head: Mapping[str, Any], body: bytes = b"") -> None:
    """Send a message."""
    text = json.dumps(head).encode()
    link.sendall(LENGTH.pack(len(text)) + text + body)


def receive(link: socket.socket) -> Any:
    """Receive a message that has no body; None at the end."""
    length = _exactly(link, LENGTH.size)
    return json.loads(_exactly(link, LENGTH.unpack(length)[0])) if length else None


def _exactly(link: socket.socket, size: int) -> bytes:
    found = bytearray()
    while len(found) < size and (piece := link.recv(size - len(found))):
        found += piece
    return bytes(found) if len(found) == size else b""
