"""The graphs of sources as queries see them: with superclasses, super-roles and merged identities, as in `current`.

The view is made in the engine. Data, exports and releases have the graphs as the sources' files write them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain
from typing import Any

import pyoxigraph as ox

from pcgraph.model import namespaces
from pcgraph.model.namespaces import ONTOLOGY, PCG, RDFS, SAME, SKOS, TYPE, G, Namespaces
from pcgraph.model.ontology import Ontology, read_ontology
from pcgraph.model.quads import Term, current, quads

_MARKS = {namespaces.INFERRED_PARTY: namespaces.INFERRED, namespaces.ALLEGED_PARTY: namespaces.ALLEGED}
Above = dict[str, list[ox.NamedNode]]  # class or role → all above it


def extend(store: ox.Store, ontology: Ontology, names: Namespaces) -> ox.Store:
    """Extend the graphs of sources in a store that has `current`, and return the store."""
    same = {quad.subject: quad.object for quad in current(store, predicate=SAME)}
    for quad in {quad for iri in same for quad in (*_said(store, iri), *_said(store, None, None, iri))}:
        store.remove(quad)
        subject, value = same.get(quad.subject, quad.subject), same.get(quad.object, quad.object)
        store.add(ox.Quad(subject, quad.predicate, value, quad.graph_name))
    ours = (PCG, names.base)
    above = {
        iri: [ox.NamedNode(up) for up in sorted(ups) if up.startswith(ours)] for iri, ups in ontology.supers.items()
    }
    roles = {iri: above.get(iri, []) for iri in sorted(ontology.roles)}
    store.bulk_extend([*_roles(store, roles), *_classes(store, above)])
    return store


def read_declarations(graphs: ox.Store, language: str = "en") -> Ontology:
    """Read the ontology's declarations from an engine; see `read_ontology`."""
    broader = (SKOS + "broader", SKOS + "prefLabel")
    register = (quads(graphs, predicate=name, graph=namespaces.REGISTER) for name in broader)
    return read_ontology(chain(quads(graphs, graph=ONTOLOGY), *register), language)


def stated(quads: Iterable[ox.Quad], below: Callable[[str], Collection[str]]) -> list[ox.Quad]:
    """Return quads without what `extend` adds to them; all quads about a thing must be there.

    `below` returns at least the classes or properties that are directly below one. A source that also states a class or
    role that follows from a narrower one loses it.
    """
    quads = [*quads]
    known, found = {*quads}, []
    roles: defaultdict[tuple[Any, ...], set[Any]] = defaultdict(set)
    for quad in quads:
        roles[quad.subject, quad.object, quad.graph_name].add(quad.predicate)
    for quad in quads:
        subject, property_, value, graph = quad
        if property_.value == TYPE and isinstance(value, ox.NamedNode):
            follows = [ox.Quad(subject, property_, ox.NamedNode(iri), graph) for iri in below(value.value)]
        elif mark := _MARKS.get(property_.value):
            follows = [ox.Quad(subject, ox.NamedNode(mark), role, graph) for role in roles[subject, value, graph]]
        else:
            follows = [ox.Quad(subject, ox.NamedNode(iri), value, graph) for iri in below(property_.value)]
        if graph.value.startswith(G) or not any(each in known for each in follows if each != quad):
            found.append(quad)
    named = {(quad.subject, quad.predicate, quad.graph_name) for quad in found}
    return [
        quad
        for quad in found
        if quad.predicate.value not in _MARKS.values() or (quad.subject, quad.object, quad.graph_name) in named
    ]


def terms_below(store: ox.Store, iri: str) -> set[str]:
    """Return the classes and properties directly below one."""
    above = (RDFS + "subClassOf", RDFS + "subPropertyOf")
    return {quad.subject.value for name in above for quad in quads(store, None, name, iri, ONTOLOGY)}


def _said(store: ox.Store, *pattern: Term) -> Iterator[ox.Quad]:
    """Yield what sources say that matches a pattern."""
    return (quad for quad in quads(store, *pattern) if not quad.graph_name.value.startswith(G))


def _classes(store: ox.Store, above: Above) -> Iterator[ox.Quad]:
    for iri, ups in above.items():
        for quad in _said(store, None, TYPE, iri) if ups else ():
            yield from (ox.Quad(quad.subject, quad.predicate, up, quad.graph_name) for up in ups)


def _roles(store: ox.Store, above: Above) -> Iterator[ox.Quad]:
    """Yield super-roles, and their marks: of a whole role, or of the parties that the source states in no role."""
    said: defaultdict[tuple[Any, Any], defaultdict[str, set[Any]]] = defaultdict(lambda: defaultdict(set))
    for role in above:
        for quad in _said(store, None, role):
            said[quad.subject, quad.graph_name][role].add(quad.object)
    for (subject, graph), parties in said.items():
        for up, party in {(up, party) for role, found in parties.items() for up in above[role] for party in found}:
            yield ox.Quad(subject, up, party, graph)
    for on_party, on_role in _MARKS.items():
        marked: defaultdict[tuple[Any, Any], set[str]] = defaultdict(set)
        for quad in _said(store, None, on_role):
            if above.get(quad.object.value):
                marked[quad.subject, quad.graph_name].add(quad.object.value)
        for (subject, graph), names in marked.items():
            parties = said[subject, graph]
            stated = {party for role, found in parties.items() if role not in names for party in found}
            for up in {up for name in names for up in above[name]}:
                under = {role for role in parties if role == up.value or up in above[role]}
                if under <= names:
                    yield ox.Quad(subject, ox.NamedNode(on_role), up, graph)
                else:
                    for party in {party for role in under & names for party in parties[role]} - stated:
                        yield ox.Quad(subject, ox.NamedNode(on_party), party, graph)
