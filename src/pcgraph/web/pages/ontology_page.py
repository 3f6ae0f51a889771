"""The content of the ontology page: each term with its definition, relations, examples and number of uses."""

from __future__ import annotations

from typing import Any

from pcgraph.model import namespaces
from pcgraph.model.namespaces import OWL, PCG, RDFS, SKOS
from pcgraph.query import explain
from pcgraph.web.context import Site

RELATIONS = {
    "above": (RDFS + "subClassOf", RDFS + "subPropertyOf"),
    "domain": (RDFS + "domain",),
    "range": (RDFS + "range",),
    "disjoint": (OWL + "disjointWith",),
}
TEXTS = {"definition": SKOS + "definition", "notes": SKOS + "scopeNote", "examples": SKOS + "example"}


def describe_ontology(site: Site) -> dict[str, Any]:
    """Return the content of the ontology page."""
    head = next((quad.subject.value for quad in site.quads(None, namespaces.TYPE, OWL + "Ontology")), PCG)
    rules = {relation.iri: explain.rule(relation, site.kg.ontology) for relation in site.kg.ontology.relations}
    groups: dict[str, list[dict[str, Any]]] = {
        name: [] for name in ("Classes", "Roles", "Derived relations", "Properties")
    }
    own = set(site.kg.ontology.own.values())
    for iri in sorted({quad.subject.value for quad in site.quads(None, None, None, namespaces.ONTOLOGY)}):
        if (not iri.startswith(PCG) or iri == PCG) and iri not in own:
            continue
        kinds = {quad.object.value for quad in site.quads(iri, namespaces.TYPE, None, namespaces.ONTOLOGY)}
        if kinds:
            groups[_group(site, iri, kinds)].append(_term(site, iri, kinds, rules))
    schemes = sorted({quad.object.value for quad in site.quads(None, SKOS + "inScheme", None, namespaces.CURRENT)})
    return {
        "head": {
            "title": site.label(head),
            "description": site.value(head, namespaces.DESCRIPTION),
            "version": site.value(head, OWL + "versionInfo"),
        },
        "groups": [(title, found) for title, found in groups.items() if found],
        "schemes": [
            (scheme, sorted({quad.subject.value for quad in site.quads(None, SKOS + "inScheme", scheme)}))
            for scheme in schemes
        ],
    }


def _group(site: Site, iri: str, kinds: set[str]) -> str:
    if OWL + "Class" in kinds:
        return "Classes"
    if PCG + "DerivedRelation" in kinds:
        return "Derived relations"
    return "Roles" if iri in site.kg.ontology.roles else "Properties"


def _term(site: Site, iri: str, kinds: set[str], rules: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {
        name: sorted(
            {quad.object.value for property_ in properties for quad in site.quads(iri, property_)} - {OWL + "Thing"}
        )
        for name, properties in RELATIONS.items()
    }
    found |= {
        name: sorted({quad.object.value for quad in site.quads(iri, property_)}) for name, property_ in TEXTS.items()
    }
    used = site.counts["classes" if OWL + "Class" in kinds else "properties"].get(iri, 0)
    return found | {
        "iri": iri,
        "anchor": namespaces.local(iri),
        "label": site.label(iri),
        "labels": site.labels(iri),
        "functional": OWL + "FunctionalProperty" in kinds,
        "rule": rules.get(iri, ""),
        "used": used,
    }
