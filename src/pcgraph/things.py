"""Who and what is who: names, kinds and countries of the things in `current`, and the cards of the sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox

from pcgraph import terms
from pcgraph.model import Model
from pcgraph.terms import DCTERMS, ID, PCG, RDFS, SKOS, SRC

_ALIASES = (SKOS + "altLabel", SKOS + "hiddenLabel")
_SPELLING = PCG + "nameInSource"


@dataclass(frozen=True)
class Thing:
    """One thing of the graph.

    Attributes
    ----------
    iri, kind : str
        `kind` is the local name of its class, ``""`` if nobody types it.
    labels : mapping
        Language → label.
    aliases, spellings : list of str
        Other names, and those that only a source uses; sorted.
    country, parent, summary : str or None
    """

    iri: str
    kind: str = ""
    labels: dict[str, str] = field(default_factory=dict)
    aliases: list[str] = field(default_factory=list)
    country: str | None = None
    parent: str | None = None
    summary: str | None = None
    spellings: list[str] = field(default_factory=list)

    @property
    def label(self) -> str:
        """English label, else any, else the end of the IRI in words."""
        fallback = terms.local(self.iri).replace("-", " ").replace(".", ", ")
        return self.labels.get("en") or next((self.labels[k] for k in sorted(self.labels)), fallback)


def things(store: ox.Store, model: Model) -> dict[str, Thing]:
    """Read every thing under ``id:`` that `current` types or names. Cost: one pass over the naming properties."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    wanted = (
        terms.TYPE,
        RDFS + "label",
        PCG + "country",
        PCG + "parent",
        DCTERMS + "description",
        _SPELLING,
        *_ALIASES,
    )
    for name in wanted:
        for quad in store.quads_for_pattern(None, ox.NamedNode(name), None, ox.NamedNode(terms.CURRENT)):
            if not quad.subject.value.startswith(ID):
                continue
            if name == RDFS + "label" and isinstance(quad.object, ox.Literal):
                labels[quad.subject.value][quad.object.language or "en"] = quad.object.value
            else:
                found[quad.subject.value][name].add(quad.object.value)

    def kind(classes: set[str]) -> str:
        depth = sorted(classes, key=lambda iri: (-len(model.supers.get(iri, ())), iri))
        return terms.local(depth[0]) if depth else ""

    return {
        iri: Thing(
            iri,
            kind(found[iri][terms.TYPE]),
            dict(sorted(labels[iri].items())),
            sorted({alias for name in _ALIASES for alias in found[iri][name]}),
            min(found[iri][PCG + "country"], default=None),
            min(found[iri][PCG + "parent"], default=None),
            min(found[iri][DCTERMS + "description"], default=None),
            sorted(found[iri][_SPELLING]),
        )
        for iri in sorted(set(found) | set(labels))
    }


@dataclass(frozen=True)
class Source:
    """The card of one source: who published it, when, and whose voice it is. Absent values are empty strings."""

    iri: str
    title: str = ""
    publisher: str = ""
    date: str = ""
    first_seen: str = ""
    tier: str = ""
    address: str = ""
    said_by: tuple[str, ...] = ()
    wire: str = ""


def sources(store: ox.Store) -> dict[str, Source]:
    """Read the cards of the sources in scope, by IRI, sorted."""
    kind = ox.NamedNode(PCG + "Source")
    found = store.quads_for_pattern(None, ox.NamedNode(terms.TYPE), kind, None)
    cards = {iri: card(store, iri) for iri in {quad.subject.value for quad in found}}
    return dict(sorted(cards.items()))


def card(store: ox.Store, iri: str) -> Source:
    """Read the card of one source, from its own graph."""
    values: dict[str, list[str]] = defaultdict(list)
    for said in store.quads_for_pattern(ox.NamedNode(iri), None, None, ox.NamedNode(iri)):
        values[terms.local(said.predicate.value)].append(said.object.value)

    def one(name: str) -> str:
        return min(values[name], default="")

    return Source(
        iri,
        one("title"),
        one("publisher"),
        one("date"),
        one("firstSeen"),
        terms.local(one("tier")),
        one("address"),
        tuple(sorted(values["saidBy"])),
        one("wire"),
    )


@dataclass(frozen=True, order=True)
class Passage:
    """Where a source says it: offsets in characters (end excluded), or only a pointer."""

    source: str
    iri: str
    start: int | None = None
    end: int | None = None
    sha256: str = ""
    locator: str = ""

    @property
    def pointer(self) -> str:
        """Write the place for people."""
        return f"characters {self.start}–{self.end}" if self.start is not None else self.locator


def others(store: ox.Store, iri: str) -> list[str]:
    """List the IRIs that verdicts fold into `iri`, sorted."""
    same, graph = ox.NamedNode(terms.SAME), ox.NamedNode(terms.CURRENT)
    return sorted(quad.subject.value for quad in store.quads_for_pattern(None, same, ox.NamedNode(iri), graph))


def kept(store: ox.Store, iri: str) -> str:
    """Give the IRI that `iri` is folded into, or itself."""
    same, graph = ox.NamedNode(terms.SAME), ox.NamedNode(terms.CURRENT)
    return next((q.object.value for q in store.quads_for_pattern(ox.NamedNode(iri), same, None, graph)), iri)


def _stated(store: ox.Store, subject: str) -> Iterator[ox.Quad]:
    for iri in (subject, *others(store, subject)):
        yield from store.quads_for_pattern(ox.NamedNode(iri), ox.NamedNode(PCG + "statedIn"), None, None)


def passages(store: ox.Store, subject: str) -> list[Passage]:
    """List the passages in scope that prove `subject` (an engagement, a step, an agent), sorted by source and place."""
    found = set()
    for quad in _stated(store, subject):
        if quad.graph_name.value.startswith(SRC) and isinstance(quad.object, ox.NamedNode):
            said = {
                terms.local(q.predicate.value): q.object.value
                for q in store.quads_for_pattern(quad.object, None, None, quad.graph_name)
            }
            start, end = said.get("start"), said.get("end")
            found.add(
                Passage(
                    quad.graph_name.value,
                    quad.object.value,
                    int(start) if start else None,
                    int(end) if end else None,
                    said.get("sha256", ""),
                    said.get("locator", ""),
                )
            )
    return sorted(found, key=lambda p: (p.source, p.start if p.start is not None else -1, p.iri))
