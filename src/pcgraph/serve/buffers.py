"""Memory for answers that clients have not read yet: bounded for all clients together, and fair among them."""

from __future__ import annotations

import ctypes
import mmap
from weakref import WeakKeyDictionary

from pcgraph.serve.worker import Fault

OWN_PAGES = 32_768  # bytes from which a piece of memory goes back to the system when it is freed


class Buffers:
    """Memory for answers.

    Each answer has pages of its own. They go back to the system, and out of the count, when nothing refers to the
    answer any more, so there is nothing to release. A client may hold as much as it leaves free for the others.

    Parameters
    ----------
    most : int
        Bytes for all clients together.

    >>> buffers = Buffers(100)
    >>> mine = buffers.take(50, "me")
    >>> buffers.take(1, "me")
    Traceback (most recent call last):
    pcgraph.serve.worker.Fault: (503, ...)
    >>> buffers.held, len(buffers.take(50, "another"))
    (50, 50)
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._clients: WeakKeyDictionary[mmap.mmap, str] = WeakKeyDictionary()

    @property
    def held(self) -> int:
        """Bytes of answers that are not yet read."""
        return sum(map(len, self._clients))

    def take(self, size: int, client: str) -> memoryview:
        """Return memory for an answer of `size` bytes.

        Raises
        ------
        Fault
            If the client would hold more than it leaves free, or the system has no memory.
        """
        if not size:
            return memoryview(b"")
        its = sum(len(pages) for pages, holder in self._clients.items() if holder == client)
        full = Fault(
            503,
            f"server: no room for an answer of {size:,} bytes beside those that are still being read; expected them "
            "read; try again in a few seconds, or ask for less",
        )
        if its + size > self._most - self.held:
            raise full
        try:
            pages = mmap.mmap(-1, size, mmap.MAP_PRIVATE)
        except OSError as error:
            raise full from error
        self._clients[pages] = client
        return memoryview(pages)


def give_back() -> None:
    """Have this process give larger pieces of memory back when they are freed; of many clients they would stay."""
    mallopt, mmap_threshold = getattr(ctypes.CDLL(None), "mallopt", None), -3
    if mallopt:
        mallopt(mmap_threshold, OWN_PAGES)
