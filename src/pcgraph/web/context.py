"""What the pages know of the graph they show: names, addresses, and what is computed once."""

from __future__ import annotations

import threading
from bisect import bisect
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from typing import Any, Protocol, TypeVar
from urllib.parse import quote

import pyoxigraph as ox

from pcgraph.api import KnowledgeGraph
from pcgraph.model import namespaces
from pcgraph.model.namespaces import PCG, RDFS, SKOS

HOUSE = "https://w3id.org/pcgraph/"
SPACES = {
    "id": namespaces.ID,
    "source": namespaces.SRC,
    "vocab": namespaces.V,
    "verdict": namespaces.VERDICT,
}  # path → namespace
LANGUAGES = ("en", None)  # that are taken first
NAMES = (namespaces.LABEL, SKOS + "prefLabel", PCG + "title", namespaces.DCTERMS + "title")
MOST_NAMES = 5000  # that are compared with a name that nobody knows
WAIT = 5.0  # seconds
Made = TypeVar("Made")


class Busy(Exception):
    """Something that is made only once is being made for another client."""


class State(Protocol):
    """What the pages need of the server."""

    @property
    def kg(self) -> KnowledgeGraph:
        """The graph."""

    @property
    def key(self) -> str:
        """Something that changes with the graph."""


def of(state: State) -> Site:
    """Give the one site of a server's graph."""
    return _site(state.kg, state.key)


@cache
def _site(kg: KnowledgeGraph, key: str) -> Site:
    return Site(kg, key)


class Site:
    """The graph as a set of addresses.

    Parameters
    ----------
    kg : KnowledgeGraph
        Is read only.
    key : str
        Changes with the graph.
    """

    def __init__(self, kg: KnowledgeGraph, key: str) -> None:
        self.kg, self.key, self.store = kg, key, kg.store
        self._made: dict[str, Any] = {}
        self._making = threading.Lock()

    def once(self, name: str, make: Callable[[], Made]) -> Made:
        """Give what `make` makes, made at the first call; one client at a time, so that many cannot fill the machine.

        Raises
        ------
        Busy
            If another client's is being made for longer than `WAIT` seconds.
        """
        if name not in self._made:
            if not self._making.acquire(timeout=WAIT):
                raise Busy(name)
            try:
                if name not in self._made:
                    self._made[name] = make()
            finally:
                self._making.release()
        found: Made = self._made[name]
        return found

    def quads(self, subject: str | None = None, name: str | None = None, object: str | None = None,
              graph: str | None = None) -> Iterator[ox.Quad]:  # fmt: skip
        """Look up quads by IRIs; nothing is found by what is no IRI."""
        try:
            spots = [None if iri is None else ox.NamedNode(iri) for iri in (subject, name, object, graph)]
        except ValueError:
            return iter(())
        return iter(self.store.quads_for_pattern(*spots))

    def known(self, iri: str) -> bool:
        """Say whether anything is said of `iri`."""
        return next(self.quads(iri), None) is not None

    def label(self, iri: str) -> str:
        """Name a thing in English, else in any language, else by the end of its IRI."""
        for name in NAMES:
            found: dict[str | None, str] = {quad.object.language: quad.object.value for quad in self.quads(iri, name)
                     if isinstance(quad.object, ox.Literal)}  # fmt: skip
            if found:
                return next((found[k] for k in LANGUAGES if k in found), found[min(found, key=str)])
        return namespaces.local(iri) if iri.startswith(namespaces.ID) else namespaces.compact(iri)

    def labels(self, iri: str) -> list[tuple[str, str]]:
        """List all names of a thing: (language or "", name), English first."""
        found = {
            (quad.object.language or "", quad.object.value)
            for name in NAMES
            for quad in self.quads(iri, name)
            if isinstance(quad.object, ox.Literal)
        }
        return sorted(found, key=lambda row: (row[0] not in ("en", ""), row))

    def one(self, subject: str, name: str) -> str:
        """Give one value of a property, in English where there is a choice; "" if there is none."""
        found = sorted((quad.object for quad in self.quads(subject, name)), key=lambda o: (_foreign(o), o.value))
        return str(found[0].value) if found else ""

    @cached_property
    def names(self) -> dict[str, list[str]]:
        """Slugs of each namespace, sorted, for "did you mean"."""
        tables = self.kg.tables
        found = {
            namespaces.ID: {*tables.parties["agent"].unique(), *tables.engagements["engagement"]},
            namespaces.SRC: set(tables.sources["source"]),
            namespaces.V: {quad.subject.value for quad in self.quads(None, SKOS + "inScheme")},
            namespaces.VERDICT: {quad.subject.value for quad in self.quads(None, namespaces.TYPE, PCG + "Verdict")},
        }
        return {space: sorted(iri[len(space) :] for iri in iris if iri.startswith(space))
                for space, iris in found.items()}  # fmt: skip

    def nearest(self, space: str, slug: str) -> list[str]:
        """Give up to three IRIs whose slugs are like `slug`; in a large graph only among its neighbours by alphabet."""
        from difflib import get_close_matches

        names = self.names[space]
        start = max(0, bisect(names, slug) - MOST_NAMES // 2)
        names = names[start : start + MOST_NAMES]
        return [space + name for name in get_close_matches(slug[:100], names, n=3, cutoff=0.5)]

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """Count ``graphs`` (triples of each graph), ``classes`` and ``properties`` of `current`. Cost: three scans."""
        return self.once("counts", self._count)

    def _count(self) -> dict[str, dict[str, int]]:
        asked = {
            "graphs": "SELECT ?x (COUNT(*) AS ?n) WHERE { GRAPH ?x { ?s ?p ?o } } GROUP BY ?x",
            "classes": "SELECT ?x (COUNT(*) AS ?n) WHERE { ?s a ?x } GROUP BY ?x",
            "properties": "SELECT ?x (COUNT(*) AS ?n) WHERE { ?s ?x ?o } GROUP BY ?x",
        }
        found = {}
        for name, text in asked.items():
            rows = self.store.query(text, default_graph=ox.NamedNode(namespaces.CURRENT))
            found[name] = dict(sorted((row["x"].value, int(row["n"].value)) for row in rows))
        return found

    @cached_property
    def schema(self) -> list[ox.Quad]:
        """The few declarations that questions about one thing need."""
        single = self.quads(None, namespaces.TYPE, namespaces.OWL + "FunctionalProperty")
        return [*single, *self.quads(None, RDFS + "subPropertyOf")]


def href(iri: str, root: str = "") -> str | None:
    """Give the address behind a name: a page here for what is ours, itself for http and https, else none.

    >>> href("https://w3id.org/pcgraph/id/huawei"), href("https://example.org/"), href("javascript:alert(1)")
    ('/id/huawei', 'https://example.org/', None)
    >>> href("https://w3id.org/pcgraph/ontology#signs")
    '/ontology#signs'
    """
    if iri.startswith(HOUSE):
        path, mark, fragment = iri[len(HOUSE) :].partition("#")
        if path.split("/")[0] in SPACES or path == "ontology":
            return f"{root}/{quote(path, safe='/:@!$&(),;=-._~')}" + (mark and "#" + quote(fragment, safe="=,-._~"))
    return iri if iri.startswith(("http://", "https://")) else None


def _foreign(term: object) -> bool:
    return getattr(term, "language", None) not in LANGUAGES
