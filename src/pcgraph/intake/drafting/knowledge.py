"""Takes from a graph what a draft needs: names, units, countries, governments and offices."""

from __future__ import annotations

import pyoxigraph as ox

from pcgraph.belief.snapshot import Snapshot
from pcgraph.intake.drafting.reading import Knowledge
from pcgraph.intake.drafting.reading.names import Register
from pcgraph.model.namespaces import CURRENT, PCG, SKOS, V, local
from pcgraph.model.naming import letters

_CURRENT = ox.NamedNode(CURRENT)


def knowledge(snapshot: Snapshot) -> Knowledge:
    """Return what a draft takes from a graph."""
    ontology, entities = snapshot.ontology, snapshot.entities
    agents = {local(iri) for iri in ontology.agent_classes}
    places = {local(iri) for iri in ontology.subterms("Place")}
    quantities = _names(snapshot.store, V + "quantities")
    words = {
        word for scheme in (V + "quantities", V + "sectors", V + "kinds") for word, _ in _names(snapshot.store, scheme)
    }
    codes = {
        quad.subject.value: quad.object.value
        for quad in snapshot.store.quads_for_pattern(None, ox.NamedNode(PCG + "isoCode"), None, _CURRENT)
    }
    labels = {letters(thing.label): iri for iri, thing in entities.items() if thing.kind in agents}
    governments = {
        local(iri): local(labels[name])
        for iri, thing in entities.items()
        if thing.kind == "Country" and (name := f"government of {letters(thing.label)}") in labels
    }
    held = snapshot.offices.filter(snapshot.offices["until_latest"].is_null())
    employers = {local(person): local(body) for person, body in held.select("person", "organisation").iter_rows()}
    holders: dict[str, list[str]] = {}
    for person, body in snapshot.offices.select("person", "organisation").iter_rows():
        holders.setdefault(local(body), []).append(local(person))
    return Knowledge(
        Register(entities, agents, places, words, holders),
        {word.lower(): slug for word, slug in quantities},
        {local(iri): code for iri, code in codes.items()},
        governments,
        employers,
    )


def concepts(snapshot: Snapshot, scheme: str) -> list[str]:
    """Return the slugs of the concepts of a scheme, sorted."""
    graph, wanted = _CURRENT, ox.NamedNode(scheme)
    found = snapshot.store.quads_for_pattern(None, ox.NamedNode(SKOS + "inScheme"), wanted, graph)
    return sorted(local(quad.subject.value) for quad in found)


def _names(store: ox.Store, scheme: str) -> list[tuple[str, str]]:
    """Return the names of the concepts of a scheme, each with its slug, sorted."""
    concepts = [
        quad.subject
        for quad in store.quads_for_pattern(None, ox.NamedNode(SKOS + "inScheme"), ox.NamedNode(scheme), _CURRENT)
    ]
    return sorted(
        (str(quad.object.value), local(concept.value))
        for concept in concepts
        for name in ("prefLabel", "altLabel")
        for quad in store.quads_for_pattern(concept, ox.NamedNode(SKOS + name), None, _CURRENT)
    )
