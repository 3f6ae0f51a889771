"""Look-ups in a store, in which an IRI may be a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TypeAlias

import pyoxigraph as ox

from pcgraph.model.namespaces import CURRENT, local

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | str | None


def quads(
    store: ox.Store, subject: Term = None, predicate: Term = None, value: Term = None, graph: Term = None
) -> Iterator[ox.Quad]:
    """Return the quads that match; None matches everything."""
    terms = (ox.NamedNode(each) if isinstance(each, str) else each for each in (subject, predicate, value, graph))
    return iter(store.quads_for_pattern(*terms))


def current(store: ox.Store, subject: Term = None, predicate: Term = None, value: Term = None) -> Iterator[ox.Quad]:
    """Return the quads of the graph `current` that match, as `quads`."""
    return quads(store, subject, predicate, value, CURRENT)


def exists(store: ox.Store, *pattern: Term) -> bool:
    """Return whether a quad matches; the pattern is that of `quads`."""
    return next(quads(store, *pattern), None) is not None


def values(store: ox.Store, subject: Term, predicate: str, graph: Term = CURRENT) -> list[str]:
    """Return the values of a property of a thing, as text."""
    return [quad.object.value for quad in quads(store, subject, predicate, None, graph)]


def pairs(store: ox.Store, predicate: str, graph: Term = CURRENT) -> list[tuple[str, str]]:
    """Return each subject of a property with its value, as text."""
    return [(quad.subject.value, quad.object.value) for quad in quads(store, None, predicate, None, graph)]


def said_by_subject(store: ox.Store, graph: str) -> dict[str, dict[str, str]]:
    """Return what a graph says of each of its subjects, as `said`."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for quad in quads(store, graph=graph):
        found[quad.subject.value][local(quad.predicate.value)] = quad.object.value
    return found


def said(store: ox.Store, subject: Term, graph: Term) -> dict[str, str]:
    """Return what a graph says of a thing: local name of a property → one value, as text."""
    return {local(quad.predicate.value): quad.object.value for quad in quads(store, subject, None, None, graph)}
