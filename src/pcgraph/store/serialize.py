"""All graphs of a store as text."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from pcgraph.model.namespaces import SHIPPED, Namespaces


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
