"""The content of an entity page: statements with their sources, ties, roles, steps, disputes and passages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl
import pyoxigraph as ox

from pcgraph.model import namespaces
from pcgraph.model.entities import Source, card
from pcgraph.model.namespaces import DESCRIPTION, INFERRED, PCG, SKOS
from pcgraph.query import explain
from pcgraph.web.context import NAMES, Site
from pcgraph.web.disputes import disputes

MOST = 300  # rows in a section; the page counts the rest and links a query that returns all
ALIASES = (SKOS + "altLabel", SKOS + "hiddenLabel", PCG + "nameInSource")
SHOWN_ELSEWHERE = {
    *NAMES,
    *ALIASES,
    *namespaces.MARKS,
    DESCRIPTION,
    PCG + "statedIn",
    PCG + "step",
}  # properties that the page shows outside the table of statements


class Cards(dict[str, Source]):
    """The cards of sources, each read on first use."""

    def __init__(self, site: Site) -> None:
        super().__init__()
        self._site = site

    def __missing__(self, iri: str) -> Source:
        """Read the card of a source."""
        return self.setdefault(iri, card(self._site.store, iri))


def describe_entity(site: Site, iri: str) -> dict[str, Any]:
    """Return everything that is known about an entity.

    Returns
    -------
    dict
        iri, label, labels, aliases, kinds, summary, facts (see `statements`), ties, roles, parties, steps, disputes,
        evidence, contents (of a source: what it describes), mentions (where the entity is a value of another one).
        Lists that do not apply are empty. ``more`` counts, by section, the rows beyond `MOST`. Cost: lookups of the
        entity's own quads, and a scan of some columns of the tables.
    """
    tables, cards = site.kg.tables, Cards(site)
    more: dict[str, int] = {}

    def rows(section: str, found: Iterable[Any]) -> list[Any]:
        kept = list(found)
        more[section] = max(0, len(kept) - MOST)
        return kept[:MOST]

    engagement = tables.engagements.filter(pl.col("engagement") == iri).to_dicts()
    parties = tables.parties.filter(pl.col("engagement") == iri).to_dicts() if engagement else []
    steps = tables.steps.filter(pl.col("engagement") == iri).sort("reached", "rank", "step", nulls_last=True).to_dicts()
    roles = tables.parties.filter(pl.col("agent") == iri).join(tables.engagements, on="engagement", how="left")
    ties = tables.relations.filter((pl.col("from") == iri) | (pl.col("to") == iri))
    shown = {row["role"] for row in parties} | set(ties["relation"].unique()) | {PCG + "currentStatus"}
    named = {row["step"] for row in steps}
    return {
        "iri": iri,
        "label": site.label(iri),
        "labels": site.labels(iri),
        "aliases": sorted({quad.object.value for name in ALIASES for quad in site.quads(iri, name)}),
        "kinds": sorted({quad.object.value for quad in site.quads(iri, namespaces.TYPE)}),
        "summary": site.value(iri, DESCRIPTION) or site.value(iri, SKOS + "definition"),
        "facts": rows("facts", statements(site, iri, shown)),
        "ties": rows("ties", _ties(ties, iri)),
        "roles": rows("roles", roles.sort("role", "engagement").to_dicts()),
        "engagement": engagement[0] if engagement else None,
        "parties": rows("parties", parties),
        "steps": rows("steps", steps),
        "disputes": disputes(site, [iri, *named]),
        "evidence": rows("evidence", _proofs(explain.evidence(site.store, cards, [iri, *sorted(named)]))),
        "contents": rows("contents", _contents(site, iri) if iri.startswith(namespaces.SRC) else ()),
        "mentions": rows("mentions", _mentions(site, iri, shown | {row["role"] for row in roles.to_dicts()})),
        "more": more,
    }


def statements(site: Site, iri: str, leave_out: Iterable[str] = ()) -> list[dict[str, Any]]:
    """Return the statements about an entity, sorted: property, value (a term), sources, background, believed, inferred.

    Statements that are not believed are included. `background` means that only the register, the ontology or a verdict
    says so; `inferred` means that every source of the statement only implies it.
    """
    hidden, said, marks = SHOWN_ELSEWHERE | set(leave_out), defaultdict(set), set()
    for quad in site.quads(iri):
        if quad.predicate.value == INFERRED:
            marks.add((quad.graph_name.value, quad.object.value))
        elif quad.predicate.value not in hidden:
            said[quad.predicate.value, quad.object].add(quad.graph_name.value)
    found = []
    for (name, value), graphs in said.items():
        if graphs == {namespaces.CURRENT}:
            continue  # added for queries, such as a superclass
        sources = sorted(graph for graph in graphs if graph.startswith(namespaces.SRC))
        found.append(
            {
                "property": name,
                "value": value,
                "sources": sources,
                "background": not sources,
                "believed": namespaces.CURRENT in graphs or iri.startswith((namespaces.SRC, namespaces.VERDICT)),
                "inferred": bool(sources) and all((graph, name) in marks for graph in sources),
            }
        )
    return sorted(found, key=lambda row: (row["property"] != namespaces.TYPE, row["property"], str(row["value"])))


def _proofs(evidence: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return each passage once, with everything that it supports."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for row in evidence:
        kept = found.setdefault((row["source"], row["iri"]), {**row, "proves": []})
        kept["proves"].append(row["of"])
    return [found[key] for key in sorted(found, key=lambda key: (key[0], found[key]["start"] or 0, key[1]))]


def _ties(ties: pl.DataFrame, iri: str) -> list[dict[str, Any]]:
    """Return each tie of `iri` once: relation, other, outward, by (engagements and sources)."""
    grouped: defaultdict[tuple[str, str, bool], list[Mapping[str, Any]]] = defaultdict(list)
    for row in ties.to_dicts():
        outward = row["from"] == iri
        grouped[row["relation"], row["to"] if outward else row["from"], outward].append(row)
    both = {key for key in grouped if not key[2] and (key[0], key[1], True) in grouped}
    return [
        {"relation": relation, "other": other, "outward": outward, "by": found}
        for (relation, other, outward), found in sorted(grouped.items())
        if (relation, other, outward) not in both
    ]


def _contents(site: Site, source: str) -> list[dict[str, Any]]:
    """Return the entities that a source describes, with their passages; entities without a passage are omitted."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for quad in site.quads(None, PCG + "statedIn", None, source):
        found[quad.subject.value].add(quad.object.value)
    engagements = site.kg.tables.steps.filter(pl.col("step").is_in(list(found))).select("step", "engagement")
    engagement_of = dict(engagements.iter_rows())
    grouped: defaultdict[str, set[str]] = defaultdict(set)
    for thing, passages in found.items():
        grouped[engagement_of.get(thing, thing)] |= passages
    seen: set[str] = set()  # an HTML id may occur only once on a page
    return [
        {"thing": thing, "passages": [_passage(site, iri, source, seen) for iri in sorted(grouped[thing])]}
        for thing in sorted(grouped)
    ]


def _passage(site: Site, iri: str, source: str, seen: set[str]) -> dict[str, Any]:
    said = {namespaces.local(quad.predicate.value): quad.object.value for quad in site.quads(iri, None, None, source)}
    place = f"characters {said['start']}–{said['end']}" if "start" in said else said.get("locator", "")
    first = iri not in seen
    seen.add(iri)
    return {"iri": iri, "place": place, "anchor": iri.partition("#")[2], "first": first}


def _mentions(site: Site, iri: str, leave_out: Iterable[str]) -> list[dict[str, str]]:
    """Return where the entity is a value of another one: property and subject, sorted."""
    skip = {*leave_out, namespaces.SAME, PCG + "inferredParty", PCG + "voice"}
    found = {
        (quad.predicate.value, quad.subject.value)
        for quad in site.quads(None, None, iri)
        if quad.predicate.value not in skip and isinstance(quad.subject, ox.NamedNode)
    }
    return [{"property": name, "subject": subject} for name, subject in sorted(found)]


def triples(site: Site, iri: str) -> list[ox.Triple]:
    """Return the data of an entity, sorted: believed statements about it and with it as value, its steps and passages.

    For a source this is its whole graph. For an entity about which nothing is believed, it is all statements.
    """
    if iri.startswith(namespaces.SRC):
        quads = list(site.quads(None, None, None, iri))
    else:
        quads = list(site.quads(iri, None, None, namespaces.CURRENT)) or list(site.quads(iri))
        quads += site.quads(None, None, iri, namespaces.CURRENT)
        for quad in [quad for quad in quads if quad.predicate.value == PCG + "step"]:
            quads += site.quads(quad.object.value, None, None, namespaces.CURRENT)
        places = {quad.object.value for quad in quads if quad.predicate.value == PCG + "statedIn"}
        quads += [quad for place in places for quad in site.quads(place)]
    found = {quad.triple for quad in quads}
    return sorted(found, key=lambda t: (str(t.subject), str(t.predicate), str(t.object)))
