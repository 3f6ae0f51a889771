"""Contradictions about single entities, from a small store with only the quads about these entities."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from pcgraph.model import namespaces
from pcgraph.model.namespaces import PCG
from pcgraph.query.contradictions import Contradiction, contradictions
from pcgraph.web.context import Site


def disputes(site: Site, subjects: Iterable[str]) -> list[Contradiction]:
    """Return the contradictions about some entities, as `pcgraph.query.contradictions` finds them in the whole graph.

    The cost depends on the number of quads about the subjects, not on the size of the graph.
    """
    found = contradictions(_around(site, list(subjects)))
    return sorted(found, key=lambda each: (each.subject, each.property, *each.values))


def _around(site: Site, subjects: list[str]) -> ox.Store:
    """Return a store with all quads about the subjects and their aliases, and what else the questions need."""
    same = namespaces.SAME
    aliases = {quad.subject.value for iri in subjects for quad in site.quads(None, same, iri, namespaces.CURRENT)}
    wanted = {*subjects, *aliases}
    quads = [quad for iri in wanted for quad in site.quads(iri)]
    parties = {quad.object.value for quad in quads if isinstance(quad.object, ox.NamedNode)}
    for iri in parties:
        kept = list(site.quads(iri, same, None, namespaces.CURRENT))
        for name in {iri, *(quad.object.value for quad in kept)}:
            quads += [*kept, *site.quads(None, same, name, namespaces.CURRENT)]
        quads += site.quads(iri, namespaces.TYPE, PCG + "UnnamedParty")
    for iri in wanted:
        for quad in site.quads(None, PCG + "onSubject", iri, namespaces.VERDICTS):
            quads += site.quads(quad.subject.value, None, None, namespaces.VERDICTS)
    source = ox.NamedNode(PCG + "Source")
    graphs = {quad.graph_name for quad in quads if quad.graph_name.value.startswith(namespaces.SRC)}
    quads += [ox.Quad(graph, ox.NamedNode(namespaces.TYPE), source, graph) for graph in graphs]
    store = ox.Store()
    store.extend([*quads, *site.schema])
    return store
