"""What a stranger's query may take, and the lines that say so. A limit is reached, or the answer is whole."""

from __future__ import annotations

import os
from dataclasses import dataclass

from pcgraph.errors import UsageError

QUICK = 0.25  # seconds after which a query is a slow one and gives its seat to the next
BODY = 1_000_000  # bytes of a request beyond its query: names of graphs
HEADERS = 131_072  # bytes of a request's headers
WAITING = 128  # queries that may wait for a worker
PATIENCE = 15.0  # seconds in which a request must arrive, and in which a client must read some more of its answer
PIECE = 65_536  # bytes of an answer that are handed to the connection at once
UNSENT = 32_768  # bytes that the system may keep for a connection beyond those on their way; half is "some more"
ROOM = 4  # answers of the greatest length for which there is memory, all clients together: one always has room
CONNECTIONS = 512  # that may be open without a request being answered on them; the oldest gives way
THREADS = 3  # pages that are made at once; more would only keep the endpoint from its turn
HEALTH = 3.0  # seconds in which a worker must answer a monitor
GRACE = 5.0  # seconds that running queries are given when the server is asked to stop


@dataclass(frozen=True)
class Limits:
    """Limits of each query; those of the wire are constants above.

    Attributes
    ----------
    timeout : float
        Seconds, once it runs.
    memory : int
        MiB beyond the graph.
    max_rows, max_bytes : int
        Of the answer.
    max_query : int
        Bytes of its text.
    workers : int
        Processes: half of them for slow queries at most; 0 is two for each processor.

    Raises
    ------
    UsageError
        If one of them is out of range.

    >>> Limits(timeout=0)
    Traceback (most recent call last):
    pcgraph.errors.UsageError: --timeout 0: too small; expected more than 0; raise it
    """

    timeout: float = 30.0
    memory: int = 512
    max_rows: int = 1_000_000
    max_bytes: int = 100_000_000
    max_query: int = 100_000
    workers: int = 0

    def __post_init__(self) -> None:
        for name in ("timeout", "memory", "max_rows", "max_bytes", "max_query"):
            if not getattr(self, name) > 0:
                option = f"--{name.replace('_', '-')} {getattr(self, name):g}"
                raise UsageError(f"{option}: too small; expected more than 0; raise it")
        if self.workers < 0 or self.workers == 1:
            raise UsageError(f"--workers {self.workers}: too few; expected 2 or more; raise it, or leave it out")

    @property
    def room(self) -> int:
        """Bytes of all answers that clients have not read yet."""
        return ROOM * self.max_bytes

    @property
    def slow(self) -> int:
        """Workers that slow queries may have."""
        return self._workers // 2

    @property
    def quick(self) -> int:
        """Workers that are left for quick ones."""
        return self._workers - self.slow

    @property
    def _workers(self) -> int:
        return self.workers or 2 * max(2, os.cpu_count() or 1)

    def line(self, name: str) -> str:
        """Say that the limit `name` was reached and how to raise it; `depth` is a stack that overflowed."""
        return {
            "time": f"query: not done after {self.timeout:g} s; expected an answer in time; ask for less, "
            "or start the server with a longer --timeout",
            "memory": f"query: more than {self.memory:,} MB of memory; expected less; ask for less, "
            "or start the server with a larger --memory",
            "rows": f"query: more than {self.max_rows:,} rows; expected fewer; add ORDER BY, LIMIT and OFFSET, "
            "or start the server with larger --max-rows",
            "bytes": f"query: an answer of more than {self.max_bytes:,} bytes; expected a shorter one; ask for less, "
            "or start the server with larger --max-bytes",
            "length": f"query: longer than {self.max_query:,} bytes; expected a shorter one; shorten it, "
            "or start the server with larger --max-query",
            "depth": "query: too deep or too long a chain, its worker died of it; expected a flatter query; rewrite it",
        }[name]
