"""The names of everything that has a label, in which a similar name is looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

import pyoxigraph as ox

from pcgraph.model.namespaces import LABEL, SKOS, compact, local
from pcgraph.model.quads import quads

MOST_LABELS = 200_000  # labels read to find a similar name; a larger graph is searched in part


def read_labels(store: ox.Store, first: str) -> Iterator[tuple[str, str]]:
    """Yield (CURIE, label) of everything whose name or label begins with a letter, and of such graphs.

    >>> from pcgraph.testing import tiny
    >>> dict(read_labels(tiny().store, "c"))["id:cape-light"]
    'Cape Light'
    """
    labelled = chain(*(quads(store, None, iri) for iri in (LABEL, SKOS + "prefLabel", SKOS + "altLabel")))
    for quad in islice(labelled, MOST_LABELS):
        subject, label = quad.subject, quad.object.value
        if isinstance(subject, ox.NamedNode) and first in (local(subject.value)[:1].casefold(), label[:1].casefold()):
            yield compact(subject.value), label
    for graph in islice(store.named_graphs(), MOST_LABELS):
        if local(graph.value)[:1].casefold() == first:
            yield compact(graph.value), ""


def plain(name: str) -> str:
    """Return a name without case, spaces and punctuation.

    >>> plain("Signs-With")
    'signswith'
    """
    return re.sub(r"[\W_]", "", name).casefold()
