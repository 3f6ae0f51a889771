"""What is believed in the words of PROV-O, ORG or schema.org, as far as ``ontology/alignments.ttl`` allows it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import pyoxigraph as ox

from pcgraph.errors import check_choice
from pcgraph.model.namespaces import CURRENT, RDFS, TYPE
from pcgraph.model.quads import current
from pcgraph.store.files import home

PROFILES = {"org": "http://www.w3.org/ns/org#", "prov": "http://www.w3.org/ns/prov#", "schema": "https://schema.org/"}


def with_profile(store: ox.Store, name: str) -> ox.Store:
    """Return a new engine with the same graphs, whose `current` also has the words of a profile.

    These are the types and properties that follow from the axioms of the alignments, and the axioms. What is only
    similar (``rdfs:seeAlso``) adds nothing. The graphs of sources stay as they are. Cost: that of a copy in memory.
    """
    check_choice("profile", name, PROFILES)
    other = ox.Store()
    other.bulk_extend(chain(store, _added(store, PROFILES[name])))
    return other


def _added(store: ox.Store, space: str) -> Iterator[ox.Quad]:
    graph = ox.NamedNode(CURRENT)
    for axiom in ox.parse(path=str(home("ontology") / "alignments.ttl"), format=ox.RdfFormat.TURTLE):
        own, name, theirs, _ = axiom
        if not (name.value.startswith(RDFS + "sub") and theirs.value.startswith(space)):
            continue
        yield ox.Quad(own, name, theirs, graph)
        if name.value == RDFS + "subClassOf":
            for quad in current(store, predicate=TYPE, value=own.value):
                yield ox.Quad(quad.subject, quad.predicate, theirs, graph)
        else:
            for quad in current(store, predicate=own.value):
                yield ox.Quad(quad.subject, theirs, quad.object, graph)
