"""Memory for answers that clients have not read yet, limited in total and shared fairly between clients."""

from __future__ import annotations

import ctypes
import mmap
from weakref import WeakKeyDictionary

from pcgraph.web.pool.worker import Fault

OWN_PAGES = 32_768  # bytes; larger blocks go back to the system when they are freed


class Buffers:
    """A limited amount of memory for answers.

    Each answer has its own memory pages. They are freed, and no longer counted, when nothing refers to the answer any
    more, so there is no method to release them. A client may hold at most as much as it leaves free for the others.

    >>> buffers = Buffers(100)
    >>> mine = buffers.take(50, "me")
    >>> buffers.take(1, "me")
    Traceback (most recent call last):
    pcgraph.web.pool.worker.Fault: (503, ...)
    >>> buffers.held, len(buffers.take(50, "another"))
    (50, 50)
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._clients: WeakKeyDictionary[mmap.mmap, str] = WeakKeyDictionary()

    @property
    def held(self) -> int:
        """Bytes of the answers that have not been read yet."""
        return sum(map(len, self._clients))

    def take(self, size: int, client: str) -> memoryview:
        """Return memory for an answer of `size` bytes."""
        if not size:
            return memoryview(b"")
        its = sum(len(pages) for pages, holder in self._clients.items() if holder == client)
        full = Fault(
            503,
            f"server: no memory for an answer of {size:,} bytes while others are still being read; expected free "
            "memory; try again in a few seconds, or ask for less",
        )
        if its + size > self._most - self.held:
            raise full
        try:
            pages = mmap.mmap(-1, size, mmap.MAP_PRIVATE)
        except OSError as error:
            raise full from error
        self._clients[pages] = client
        return memoryview(pages)


def return_freed_memory() -> None:
    """Make the C library return freed memory to the system at once; with many clients the process would grow."""
    mallopt, mmap_threshold = getattr(ctypes.CDLL(None), "mallopt", None), -3
    if mallopt:
        mallopt(mmap_threshold, OWN_PAGES)
