"""All graphs of a store as text, sorted, so that equal stores give the same bytes."""

from __future__ import annotations

import heapq
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from itertools import islice
from tempfile import TemporaryFile
from typing import IO, Any

import pyoxigraph as ox

from pcgraph.model.namespaces import SHIPPED, Namespaces
from pcgraph.store.files import temporary_folder

PART = 1 << 25  # bytes of lines that are sorted in memory at once
LINES = 20_000  # sorted lines that are joined at a time


def serialize(store: ox.Store, format: ox.RdfFormat, names: Namespaces = SHIPPED) -> bytes:
    """Return all graphs of the store, sorted, so that equal stores give the same bytes.

    >>> from pcgraph.testing import tiny
    >>> serialize(tiny().store, ox.RdfFormat.TRIG)[:7]
    b'@prefix'
    """

    def quads() -> Iterator[ox.Quad]:  # a graph at a time, for memory
        for graph in sorted([ox.DefaultGraph(), *store.named_graphs()], key=str):
            found = store.quads_for_pattern(None, None, None, graph)
            yield from sorted(found, key=lambda quad: (str(quad.subject), str(quad.predicate), str(quad.object)))

    return ox.serialize(quads(), format=format, prefixes=names.prefixes) or b""


def sorted_text(
    store: ox.Store, format: ox.RdfFormat, key: Callable[[bytes], Any] | None = None, **options: Any
) -> Iterator[bytes]:
    """Yield the lines of a dump in N-Triples or N-Quads in order, many at a time; they lie in files, not in memory.

    >>> from pcgraph.testing import tiny
    >>> lines = b"".join(sorted_text(tiny().store, ox.RdfFormat.N_QUADS)).splitlines()
    >>> lines == sorted(lines), len(lines) == len(tiny().store)
    (True, True)
    """
    with ExitStack() as opened:
        parts, dump = list[IO[bytes]](), opened.enter_context(TemporaryFile(dir=temporary_folder()))
        store.dump(dump, format=format, **options)
        dump.seek(0)
        while lines := dump.readlines(PART):
            lines.sort(key=key)
            parts.append(opened.enter_context(TemporaryFile(dir=temporary_folder())))
            parts[-1].writelines(lines)
            parts[-1].seek(0)
        merged = heapq.merge(*parts, key=key)
        while piece := b"".join(islice(merged, LINES)):
            yield piece


def gzipped(pieces: Iterable[bytes]) -> bytes:
    r"""Compress text that need not be in memory as a whole, without the time of the clock.

    >>> import gzip
    >>> gzip.decompress(gzipped([b"a\n", b"b\n"]))
    b'a\nb\n'
    """
    packer = zlib.compressobj(9, wbits=31)
    return b"".join((*map(packer.compress, pieces), packer.flush()))


def blocks(file: IO[bytes]) -> Iterator[bytes]:
    """Yield a file from its beginning, a piece at a time."""
    file.seek(0)
    return iter(partial(file.read, PART), b"")
