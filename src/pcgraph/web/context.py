"""What requests and pages share: the state of the server, the graph with its labels and links, values computed once."""

from __future__ import annotations

import threading
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote

import pyoxigraph as ox

from pcgraph.api import KnowledgeGraph
from pcgraph.model import dates, namespaces
from pcgraph.model.entities import Entity, card, merged_iris, preferred_iri
from pcgraph.model.namespaces import BASE, PCG, SKOS
from pcgraph.model.quads import quads
from pcgraph.query.statements import NAMES

if TYPE_CHECKING:
    from pcgraph.query.explain.dossier import WholeGraph
    from pcgraph.web.limits import Limits
    from pcgraph.web.pool.manager import Workers

OWN = ("id", "source", "verdict")  # paths of what is in the namespaces of the project
PAIR = "pair"  # path of the pages about two organisations, which are no things
SPACES = (*OWN, "vocab")
MOST_NAMES = 5000  # slugs compared with an unknown one to find similar names
SEARCHED = 50_000  # names; for more, a browser waits too long for the index, and the pages have no search
MOST_KNOWN = 50_000  # names and links that are remembered
SAFE = "=,-._~"  # characters of a fragment that need no quoting
WAIT = 5.0  # seconds to wait for a value that another client computes
Made = TypeVar("Made")


class Busy(Exception):
    """Raised when a value is still being computed for another client."""


@dataclass(frozen=True)
class State:
    """What all requests share: the graph, the limits and the workers."""

    kg: KnowledgeGraph
    key: str  # a key that changes with the graph
    limits: Limits
    workers: Workers
    hosts: frozenset[str]  # host names that requests may use, in lower case, without port
    origins: tuple[str, ...] = ()  # origins whose pages may read answers; ``*`` allows any origin
    # public address of the server, or only its path prefix, without a trailing slash; "" means the address that each
    # request uses
    base: str = ""
    contacts: tuple[str, ...] = ()  # addresses (URI) for reports of security faults
    # what happened since the process started: ``failed reloads``
    counts: Counter[str] = field(default_factory=Counter, compare=False)


def site_for(state: State) -> Site:
    """Return the `Site` of a server's graph; the same object each time."""
    return _site(state.kg, state.key)


@cache
def _site(kg: KnowledgeGraph, key: str) -> Site:
    return Site(kg, key)


class Site:
    """The graph as the pages see it: quads, labels and links."""

    def __init__(self, kg: KnowledgeGraph, key: str) -> None:
        self.kg, self.key, self.store, self.project = kg, key, kg.store, kg.project
        self.whole_graph: WholeGraph | None = None  # given where the pages of all things are made
        self.word_files = False  # whether briefings are sent as Word files: by a server that has the extra
        self.language, *others = kg.project.languages or ("en",)
        self._languages = {
            language: rank for rank, language in enumerate(dict.fromkeys([self.language, "en", None, *others]))
        }
        self._computed: dict[str, Any] = {}
        self._source_names: dict[str, str] = {}
        # The pages of a site name and link the same things again and again.
        self.href = lru_cache(MOST_KNOWN)(self._href)
        self.named = lru_cache(MOST_KNOWN)(self._named)
        self._lock = threading.RLock()  # a value may need another one

    def space(self, path: str) -> str:
        """Return the namespace of a path of `SPACES`."""
        return namespaces.V if path == "vocab" else f"{self.project.base}{path}/"

    def _href(self, iri: str, root: str = "") -> str | None:
        """Return the link for an IRI, see `href`; of a part of something, such as a step, its place on that page."""
        iri = self.kept(iri)
        whole = self.whole(iri)
        if whole == iri:
            return href(iri, root, self.project.base)
        return f"{href(whole, root, self.project.base)}#{quote(namespaces.local(iri), safe=SAFE)}"

    def kept(self, iri: str) -> str:
        """Return the IRI that verdicts merge an IRI into; or the IRI itself, as of an office of a merged person."""
        head, dot, name = iri.rpartition(".")
        if (other := preferred_iri(self.store, iri)) != iri or not (dot and iri.startswith(self.kg.names.id)):
            return other
        renamed = preferred_iri(self.store, head) + dot + name
        return renamed if self.contains(renamed) else iri

    def whole(self, iri: str) -> str:
        """Return what an IRI is a part of, which has the page; of a thing of its own, the IRI.

        The IRI of a step, an unnamed party, an office or a search is that of its owner, a dot and a name.
        """
        head, dot, _ = iri.rpartition(".")
        own = self.kg.names.id
        if not dot or not iri.startswith(own) or head == own or not self.contains(head):
            return iri
        return preferred_iri(self.store, self.whole(head))

    def parts_of(self, iri: str) -> list[str]:
        """Return the parts of a thing, sorted; see `whole`. Each part names its owner, or its owner names it."""
        near: set[str] = set()
        for name in (iri, *merged_iris(self.store, iri)):
            near |= {quad.subject.value for quad in self.quads(None, None, name)}
            near |= {quad.object.value for quad in self.quads(name) if isinstance(quad.object, ox.NamedNode)}
        return sorted(part for part in near - {iri} if self.kept(part) == part and self.whole(part) == iri)

    def compute_once(self, name: str, make: Callable[[], Made]) -> Made:
        """Return the value of `make`, computed at the first call; one client at a time, as many exhaust the machine."""
        if name not in self._computed:
            if not self._lock.acquire(timeout=WAIT):
                raise Busy(name)
            try:
                if name not in self._computed:
                    self._computed[name] = make()
            finally:
                self._lock.release()
        found: Made = self._computed[name]
        return found

    def forget(self, name: str) -> None:
        """Drop a value that `compute_once` computed."""
        self._computed.pop(name, None)

    def quads(self, subject: str | None = None, name: str | None = None, value: str | None = None,
              graph: str | None = None) -> Iterator[ox.Quad]:  # fmt: skip
        """Return the quads that match the IRIs; none if one of them is not a valid IRI."""
        try:
            return quads(self.store, subject, name, value, graph)
        except ValueError:
            return iter(())

    def contains(self, iri: str) -> bool:
        """Return whether any quad has `iri` as its subject."""
        return next(self.quads(iri), None) is not None

    def label(self, iri: str) -> str:
        """Return a label in the first language of the project, else in English, else in another, else the short IRI."""
        return self.named(iri)[0]

    def _named(self, iri: str) -> tuple[str, str]:
        """Return a label, see `label`, and its language; "" for English, the language of the pages, and for none."""
        for name in NAMES:
            found = [quad.object for quad in self.quads(iri, name) if isinstance(quad.object, ox.Literal)]
            if found:
                best = min(found, key=self._preference)
                return best.value, "" if best.language == "en" else best.language or ""
        return self._described(iri), ""

    def _described(self, iri: str) -> str:
        """Return words for what has no name: a passage, a step, an unnamed party, a verdict, the part of a thing."""
        own, place = self.kg.names, iri.partition("#")[2]
        if place and iri.startswith(own.src):
            start, _, end = place.removeprefix("char=").partition(",")
            return f"characters {start}–{end}" if end.isdigit() else self.value(iri, PCG + "locator") or place
        if iri in self._steps:
            return self._steps[iri]
        if (whole := self.whole(iri)) != iri:
            part = iri[len(whole) + 1 :].replace("-", " ")
            return f"{'unnamed party' if part.startswith('unnamed') else part} of {self.label(whole)}"
        return Entity(iri).label if iri.startswith((own.id, own.verdict)) else namespaces.compact(iri)

    @cached_property
    def searchable(self) -> bool:
        """Whether the pages have a search."""
        return len(self.kg.entities) <= SEARCHED

    @cached_property
    def _steps(self) -> dict[str, str]:
        """Step → its status and date in words."""
        rows = self.kg.tables.steps.select("step", "status", "date").iter_rows()
        return {
            iri: f"{self.label(status or '')}, {dates.spelled(day or '') or 'undated'}" for iri, status, day in rows
        }

    def labels(self, iri: str) -> list[tuple[str, str]]:
        """Return all labels of an entity as (language or "", label), those in languages of the project first."""
        objects = (quad.object for name in NAMES for quad in self.quads(iri, name))
        found = {label for label in objects if isinstance(label, ox.Literal)}
        return [(label.language or "", label.value) for label in sorted(found, key=self._preference)]

    def source_name(self, iri: str) -> str:
        """Return the publisher and the date of a source; without a publisher, its local name."""
        if iri not in self._source_names:
            found = card(self.store, iri)
            text = f"{self.label(found.publisher)}, {dates.in_words(found.date) or 'undated'}"
            self._source_names[iri] = text if found.publisher else namespaces.local(iri)
        return self._source_names[iri]

    def value(self, subject: str, name: str) -> str:
        """Return one value of a property, in the first language of the project if possible; "" if there is none."""
        found = min((quad.object for quad in self.quads(subject, name)), key=self._preference, default=None)
        return str(found.value) if found else ""

    def _preference(self, term: Any) -> tuple[int, str, str]:
        language = getattr(term, "language", None)
        return self._languages.get(language, len(self._languages)), language or "", term.value

    @cached_property
    def names(self) -> dict[str, list[str]]:
        """Sorted slugs of each namespace, for "did you mean"."""
        tables, own = self.kg.tables, self.kg.names
        found = {
            own.id: {*tables.parties["agent"].unique(), *tables.engagements["engagement"]},
            own.src: set(tables.sources["source"]),
            namespaces.V: {quad.subject.value for quad in self.quads(None, SKOS + "inScheme")},
            own.verdict: {quad.subject.value for quad in self.quads(None, namespaces.TYPE, PCG + "Verdict")},
        }
        return {space: sorted(iri[len(space) :] for iri in iris if iri.startswith(space))
                for space, iris in found.items()}  # fmt: skip

    def nearest(self, space: str, slug: str) -> list[str]:
        """Return up to three IRIs with similar slugs.

        In a large graph only the `MOST_NAMES` alphabetical neighbours are compared.
        """
        from difflib import get_close_matches

        names = self.names[space]
        start = max(0, bisect(names, slug) - MOST_NAMES // 2)
        names = names[start : start + MOST_NAMES]
        return [space + name for name in get_close_matches(slug[:100], names, n=3, cutoff=0.5)]

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """Triples by graph (``graphs``), and uses by class and property in `current`. Cost: three scans, once."""
        return self.compute_once("counts", self._count)

    def _count(self) -> dict[str, dict[str, int]]:
        queries = {
            "graphs": "SELECT ?x (COUNT(*) AS ?n) WHERE { GRAPH ?x { ?s ?p ?o } } GROUP BY ?x",
            "classes": "SELECT ?x (COUNT(*) AS ?n) WHERE { ?s a ?x } GROUP BY ?x",
            "properties": "SELECT ?x (COUNT(*) AS ?n) WHERE { ?s ?x ?o } GROUP BY ?x",
        }
        found = {}
        for name, text in queries.items():
            rows = self.store.query(text, default_graph=ox.NamedNode(namespaces.CURRENT))
            found[name] = dict(sorted((row["x"].value, int(row["n"].value)) for row in rows))
        return found


def href(iri: str, root: str = "", base: str = BASE) -> str | None:
    """Return the link for an IRI: the page about one of our own, the IRI itself for http(s), else None.

    `base` is that of the project; terms and vocabularies have the shipped one.

    >>> href("https://w3id.org/pcgraph/id/lumen"), href("https://example.org/"), href("javascript:alert(1)")
    ('/id/lumen.html', 'https://example.org/', None)
    >>> href("https://w3id.org/pcgraph/ontology#signs", root="..")
    '../ontology.html#signs'
    """
    path, mark, fragment = iri.partition("#")
    if (own := own_path(path, base)) is not None:
        return f"{root}/{own}.html" + (mark and "#" + quote(fragment, safe=SAFE))
    return iri if iri.startswith(("http://", "https://")) else None


def own_path(iri: str, base: str = BASE) -> str | None:
    """Return the path of the documents about an IRI, without suffix and quoted for an address; None if it has none.

    >>> own_path("https://w3id.org/pcgraph/id/lumen"), own_path("https://example.org/")
    ('id/lumen', None)
    """
    for space, pages in ((base, (*OWN, PAIR)), (BASE, ("vocab",))):
        path = iri.removeprefix(space)
        if iri.startswith(space) and (path == "ontology" or path.split("/")[0] in pages):
            return quote(path, safe="/:@!$&(),;=-._~")
    return None
