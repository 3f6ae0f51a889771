"""All graphs of a store as text."""

from __future__ import annotations

import pyoxigraph as ox

from pcgraph.model.namespaces import SHIPPED, Namespaces


def serialize(store: ox.Store, format: ox.RdfFormat, names: Namespaces = SHIPPED) -> bytes:
    """Return all graphs of the store, sorted, so that equal stores give the same bytes.

    >>> from pcgraph.testing import tiny
    >>> serialize(tiny().store, ox.RdfFormat.TRIG)[:7]
    b'@prefix'
    """
    quads = sorted(
        store, key=lambda quad: (str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object))
    )
    return ox.serialize(quads, format=format, prefixes=names.prefixes) or b""
