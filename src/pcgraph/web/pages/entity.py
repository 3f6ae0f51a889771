"""The content of an entity page: its dossier, what a source describes, and where the entity is mentioned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pyoxigraph as ox

from pcgraph.model import namespaces
from pcgraph.model.namespaces import PCG
from pcgraph.profiles.about import Profiles
from pcgraph.profiles.picture import picture
from pcgraph.query.explain.dossier import dossier
from pcgraph.query.statements import statements
from pcgraph.web.context import Site, own_path
from pcgraph.web.pages.followed import withdrawn
from pcgraph.web.pages.serialisation import distinct

SHOWN_IN_ROLES = tuple(PCG + name for name in ("inferredParty", "voice", "agent", "onBehalfOf", "currentStatus"))
PROFILES = "profiles"  # the name of what is computed once
MOST = 300  # rows in a section; the page counts the rest and links a query that returns all
MOST_OF_TERM = 100  # the same for a term of a vocabulary, which has hundreds of uses


def describe_entity(site: Site, iri: str) -> dict[str, Any]:
    """Return the content of the page of an entity."""
    found = dossier(site.kg, iri, whole=site.whole_graph, language=site.language)
    found |= {"language": site.named(iri)[1], "profile": None, "picture": ""}
    found["labels"] = site.labels(iri)  # a page shows them all, also two in one language
    found["evidence"] = _proofs(found["evidence"])
    found["mentions"] = _mentions(site, iri)
    found["withdrawn"] = withdrawn(site).get(iri, "")
    if profile := profiles(site).profile(iri):
        root = "/".join([".."] * (own_path(iri, site.project.base) or "").count("/"))
        found |= {"profile": profile, "picture": picture(profile, site.kg, lambda other: site.href(other, root))}
    found["parts"] = _parts(site, iri, {row["step"] for row in found["steps"]})
    if profile:
        listed = {*profile.engagements, *profile.named("partners")}
        found["ties"] = [row for row in found["ties"] if row["other"] not in listed]
        found["mentions"] = [row for row in found["mentions"] if row["subject"] not in listed]
    lists = {name: rows for name, rows in found.items() if isinstance(rows, list)}
    most = MOST_OF_TERM if iri.startswith(namespaces.V) else MOST
    more = {name: max(0, len(rows) - most) for name, rows in lists.items()}
    return {**found, **{name: rows[:most] for name, rows in lists.items()}, "more": more}


def profiles(site: Site) -> Profiles:
    """Return the profiles of the graph; its tables are read once."""
    return site.compute_once(PROFILES, lambda: Profiles(site.kg, site.whole_graph))


def _proofs(evidence: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return each passage once, with everything that it supports."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for row in evidence:
        kept = found.setdefault((row["source"], row["iri"]), {**row, "proves": []})
        kept["proves"].append(row["of"])
    return [found[key] for key in sorted(found, key=lambda key: (key[0], found[key]["start"] or 0, key[1]))]


def _mentions(site: Site, iri: str) -> list[dict[str, str]]:
    """Return where the entity is a value of another one: property and subject, sorted; without roles and relations."""
    ontology = site.kg.ontology
    skip = ontology.roles | {relation.iri for relation in ontology.relations} | {namespaces.SAME, *SHOWN_IN_ROLES}
    found = {
        (quad.predicate.value, quad.subject.value)
        for quad in site.quads(None, None, iri)
        if quad.predicate.value not in skip and isinstance(quad.subject, ox.NamedNode) and quad.subject.value != iri
    }
    return [{"property": name, "subject": subject} for name, subject in sorted(found)]


def _parts(site: Site, iri: str, steps: set[str]) -> list[dict[str, Any]]:
    """Return what belongs to the entity and has no page of its own, without its steps: IRI, kinds and statements."""
    found = [part for part in site.parts_of(iri) if part not in steps]
    return [{"iri": part, "facts": [row for row in statements(site.store, part) if row["believed"]]} for part in found]


def triples(site: Site, iri: str) -> list[ox.Triple]:
    """Return the data of an entity, sorted: believed statements about it and with it as value, its steps and passages.

    For a source this is its whole graph. For an entity about which nothing is believed, it is all statements. A term of
    a vocabulary is the value of thousands of statements, which are left out.
    """
    if iri.startswith(site.kg.names.src):
        quads = list(site.quads(None, None, None, iri))
    else:
        quads = list(site.quads(iri, None, None, namespaces.CURRENT)) or list(site.quads(iri))
        if not iri.startswith(namespaces.V):
            quads += site.quads(None, None, iri, namespaces.CURRENT)
        for quad in [quad for quad in quads if quad.predicate.value == PCG + "step"]:
            quads += site.quads(quad.object.value, None, None, namespaces.CURRENT)
        places = {quad.object.value for quad in quads if quad.predicate.value == PCG + "statedIn"}
        quads += [quad for place in places for quad in site.quads(place)]
    return distinct(quads)
