"""Limits of the server and the messages for them. An answer is complete, or the client gets an error."""

from __future__ import annotations

import os
from dataclasses import dataclass

from pcgraph.errors import UsageError

QUICK = 0.25  # seconds of processor time after which a query counts as slow and frees its slot
STALLED = 40 * QUICK  # seconds after which it does so in any case, because it may wait for a disk
BODY = 1_000_000  # bytes of a request besides its query: names of graphs
HEADERS = 131_072  # bytes of a request's headers
MAX_WAITING = 128  # queries that may wait for a worker
CLIENT_TIMEOUT = 15.0  # seconds for a request to arrive, and for a client to read more of its answer
PIECE = 65_536  # bytes of an answer that are handed to the connection at a time
UNSENT = 32_768  # unsent bytes that the system may buffer for a connection; half of it counts as "more"
PACKED = 1000  # bytes; a shorter answer fits into one packet, so it is not compressed
BUFFERED_ANSWERS = 4  # answers of maximal length that fit into the memory for all clients together
CONNECTIONS = 512  # connections without a running request; beyond that the oldest is closed
THREADS = 3  # pages that are rendered at a time; more would slow down the endpoint
HEALTH = 3.0  # seconds for a worker to answer /health and /ready
FREE = 100_000_000  # bytes of disk for temporary files; with fewer the server is not ready
GRACE = 5.0  # seconds for running queries to finish when the server stops
LAST_ANSWERS = 60.0  # seconds, besides the time limit of a query, for a process that was replaced to finish


@dataclass(frozen=True)
class Limits:
    """Limits of each query, and of requests; the limits of connections are the constants above.

    >>> Limits(timeout=0)
    Traceback (most recent call last):
    pcgraph.errors.UsageError: --timeout 0: too small; expected more than 0; raise it
    """

    timeout: float = 30.0  # seconds that a query may run
    memory: int = 512  # MiB, in addition to the graph
    max_rows: int = 1_000_000  # max_rows and max_bytes: size of the answer
    max_bytes: int = 100_000_000
    max_query: int = 100_000  # bytes of the query text
    workers: int = 0  # processes, at most half of which run slow queries; 0 means two per processor
    requests_per_minute: int = 600  # requests of each client, of any kind; 0 means no limit

    def __post_init__(self) -> None:
        for name in ("timeout", "memory", "max_rows", "max_bytes", "max_query"):
            if not getattr(self, name) > 0:
                option = f"--{name.replace('_', '-')} {getattr(self, name):g}"
                raise UsageError(f"{option}: too small; expected more than 0; raise it")
        if self.workers < 0 or self.workers == 1:
            raise UsageError(f"--workers {self.workers}: too few; expected 2 or more; raise it, or omit the option")
        if self.requests_per_minute < 0:
            option = f"--requests-per-minute {self.requests_per_minute}"
            raise UsageError(f"{option}: negative; expected a number of requests, or 0 for no limit; correct it")

    @property
    def buffer_bytes(self) -> int:
        """Memory in bytes for all answers that clients have not read yet."""
        return BUFFERED_ANSWERS * self.max_bytes

    @property
    def slow(self) -> int:
        """Number of workers that slow queries may use."""
        return self._workers // 2

    @property
    def quick(self) -> int:
        """Number of workers that are reserved for quick queries."""
        return self._workers - self.slow

    @property
    def _workers(self) -> int:
        return self.workers or 2 * max(2, os.cpu_count() or 1)

    def line(self, name: str) -> str:
        """Return the message for the limit `name`, or any other text itself; `depth`: the stack overflowed."""
        return {
            "time": f"query: not finished after {self.timeout:g} s; expected a faster query; ask for less, "
            "or start the server with a longer --timeout",
            "memory": f"query: more than {self.memory:,} MB of memory; expected less; ask for less, "
            "or start the server with a larger --memory",
            "rows": f"query: more than {self.max_rows:,} rows; expected fewer; add ORDER BY, LIMIT and OFFSET, "
            "or start the server with larger --max-rows",
            "bytes": f"query: an answer of more than {self.max_bytes:,} bytes; expected a shorter one; ask for less, "
            "or start the server with larger --max-bytes",
            "length": f"query: longer than {self.max_query:,} bytes; expected a shorter one; shorten it, "
            "or start the server with larger --max-query",
            "depth": "query: nested too deep or too long; expected a simpler query; rewrite it",
        }.get(name, name)
