"""Read entities from the store: names, classes and countries of things in `current`, metadata of sources, passages."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

import pyoxigraph as ox

from pcgraph.model import namespaces
from pcgraph.model.lazy_mapping import LazyMapping
from pcgraph.model.namespaces import DCTERMS, PCG, RDFS, SHIPPED, SKOS, G, Namespaces
from pcgraph.model.ontology import Ontology
from pcgraph.model.quads import current, exists, quads, said, values

_ALIASES = (SKOS + "altLabel", SKOS + "hiddenLabel")
_SPELLING = PCG + "nameInSource"


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing of the graph, such as an agent, a place or an engagement."""

    iri: str
    kind: str = ""  # local name of its class; "" if it has no type
    labels: dict[str, str] = field(default_factory=dict)  # language → label
    aliases: list[str] = field(default_factory=list)  # other names, sorted
    country: str | None = None  # IRI
    parent: str | None = None  # IRI
    summary: str | None = None
    spellings: list[str] = field(default_factory=list)  # names that only a source uses, sorted
    language: str = "en"  # of `label`; see `pcgraph.store.project.Project.label_language`

    @property
    def label(self) -> str:
        """The label in `language`, else in English or another one; without any, the last part of the IRI in words."""
        fallback = namespaces.local(self.iri).replace("-", " ").replace(".", ", ")
        return self.labels[preferred(self.labels, self.language)] if self.labels else fallback


def preferred(languages: Iterable[str], first: str = "en") -> str:
    """Return the language in which to show a text: `first` if the text has it, else English, else the first by code.

    >>> preferred(["sw", "pt"], "sw"), preferred(["sw", "pt", "en"]), preferred(["sw", "pt"])
    ('sw', 'en', 'pt')
    """
    return min(languages, key=lambda language: (language != first, language != "en", language))


def lazy_entities(store: ox.Store, ontology: Ontology, names: Namespaces, language: str) -> LazyMapping[Entity]:
    """Return what `read_entities` reads, each when it is asked for."""
    options = store, ontology, names, language

    def read_one(iri: str) -> Entity | None:
        try:
            return read_entities(*options, only=iri).get(iri) if iri.startswith(names.id) else None
        except ValueError:  # it is no IRI
            return None

    return LazyMapping(read_one, lambda: read_entities(*options))


def read_entities(
    store: ox.Store, ontology: Ontology, names: Namespaces = SHIPPED, language: str = "en", only: str | None = None
) -> dict[str, Entity]:
    """Read every thing under ``id:`` that has a type or a name in `current`, or only one of them."""
    found: dict[str, dict[str, set[str]]] = defaultdict(dict)
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    summaries: dict[str, dict[str, str]] = defaultdict(dict)
    wanted = (
        namespaces.TYPE,
        RDFS + "label",
        PCG + "country",
        PCG + "parent",
        DCTERMS + "description",
        _SPELLING,
        *_ALIASES,
    )
    for name in wanted:
        for quad in current(store, only, name):
            iri = quad.subject.value
            if not iri.startswith(names.id):
                continue
            if name == RDFS + "label" and isinstance(quad.object, ox.Literal):
                labels[iri][quad.object.language or "en"] = quad.object.value
            elif name == DCTERMS + "description" and isinstance(quad.object, ox.Literal):
                texts, text = summaries[iri], quad.object
                texts[text.language or "en"] = min(text.value, texts.get(text.language or "en", text.value))
            else:
                found[iri].setdefault(name, set()).add(sys.intern(quad.object.value))

    def kind(classes: Iterable[str]) -> str:
        depth = sorted(classes, key=lambda iri: (-len(ontology.supers.get(iri, ())), iri))
        return sys.intern(namespaces.local(depth[0])) if depth else ""

    def entity(iri: str) -> Entity:
        told, summary = found.pop(iri, {}), summaries.pop(iri, {})  # for memory: a large graph has 200,000 entities
        return Entity(
            iri,
            kind(told.get(namespaces.TYPE, ())),
            dict(sorted(labels.pop(iri, {}).items())),
            sorted({alias for name in _ALIASES for alias in told.get(name, ())}),
            min(told.get(PCG + "country", ()), default=None),
            min(told.get(PCG + "parent", ()), default=None),
            summary[preferred(summary, language)] if summary else None,
            sorted(told.get(_SPELLING, ())),
            language,
        )

    return {iri: entity(iri) for iri in sorted(set(found) | set(labels) | set(summaries))}


def label(store: ox.Store, iri: str, language: str = "en") -> str | None:
    """Return the label of anything in `current`, a thing, a term or a source, in one language, else as `preferred`.

    >>> from pcgraph.testing import tiny
    >>> [label(tiny().store, iri) for iri in (SHIPPED.id + "lumen", PCG + "Loan", SHIPPED.src + "post-2024", "urn:x")]
    ['Lumen', 'loan', 'A light for Long Cape', None]
    """
    for name in (namespaces.LABEL, SKOS + "prefLabel", PCG + "title"):
        found = [quad.object for quad in current(store, iri, name)]
        texts = {text.language or "en": str(text.value) for text in found if isinstance(text, ox.Literal)}
        if texts:
            return texts[preferred(texts, language)]
    return None


@dataclass(frozen=True)
class Source:
    """Metadata of one source: who published it, when, and whose statement it is. Missing values are empty strings."""

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
    """Read the metadata of every source in scope. Return IRI → source, sorted by IRI."""
    found = {quad.subject.value for quad in quads(store, None, namespaces.TYPE, PCG + "Source")}
    return {iri: card(store, iri) for iri in sorted(found)}


def is_source(store: ox.Store, iri: str) -> bool:
    """Return whether a source of this IRI is in scope."""
    return exists(store, iri, namespaces.TYPE, PCG + "Source")


def card(store: ox.Store, iri: str) -> Source:
    """Read the metadata of one source from its own graph."""
    found: dict[str, list[str]] = defaultdict(list)
    for quad in quads(store, iri, None, None, iri):
        found[namespaces.local(quad.predicate.value)].append(quad.object.value)

    def first(name: str) -> str:
        return min(found[name], default="")

    return Source(
        iri,
        first("title"),
        preferred_iri(store, publisher) if (publisher := first("publisher")) else "",
        first("date"),
        first("firstSeen"),
        namespaces.local(first("tier")),
        first("address"),
        tuple(sorted(preferred_iri(store, speaker) for speaker in found["saidBy"])),
        first("wire"),
    )


@dataclass(frozen=True, order=True)
class PageCheck:
    """What was found of a passage when its page was read again, that day, and the day of its own state."""

    state: str
    checked_on: str
    taken_on: str = ""


@dataclass(frozen=True, order=True)
class Passage:
    """A passage of a source: offsets in characters (end excluded), or only a locator.

    `state` is one of `pcgraph.model.passages.STATES`; `page` says what was found when its page was read again, with
    the days of both facts, or is empty.
    """

    source: str
    iri: str
    start: int | None = None
    end: int | None = None
    sha256: str = ""
    locator: str = ""
    state: str = ""
    page: PageCheck | None = None

    @property
    def checks(self) -> dict[str, str]:
        """The state, and where the page was read again, what it was then and the days of both, as a row has them."""
        found = {"state": self.state}
        if self.page:
            found |= {"checked_on": self.page.taken_on} if self.page.taken_on else {}
            found |= {"page_state": self.page.state, "page_checked_on": self.page.checked_on}
        return found

    @property
    def pointer(self) -> str:
        """The position as text for a reader, such as ``characters 10–42``."""
        return f"characters {self.start}–{self.end}" if self.start is not None else self.locator


def merged_iris(store: ox.Store, iri: str) -> list[str]:
    """List the IRIs that verdicts merge into `iri`, sorted."""
    return sorted(quad.subject.value for quad in quads(store, None, namespaces.SAME, iri, namespaces.CURRENT))


def preferred_iri(store: ox.Store, iri: str) -> str:
    """Return the IRI that verdicts merge `iri` into, or `iri` itself."""
    return next(iter(values(store, iri, namespaces.SAME)), iri)


def _page_check(store: ox.Store, passage: ox.NamedNode) -> PageCheck | None:
    found = said(store, passage, namespaces.VERIFICATION)
    if "pageState" not in found:
        return None
    day = found.get("checkedOn", "") if "passageState" in found else ""
    return PageCheck(namespaces.local(found["pageState"]), found.get("pageCheckedOn", ""), day)


def passages(store: ox.Store, subject: str, known: dict[tuple[object, object], Passage] | None = None) -> list[Passage]:
    """List the passages in scope that support `subject` (an engagement, a step, an agent).

    `known` holds the passages of other subjects, which are mostly the same, so that each is read once.
    """
    known, found = {} if known is None else known, set()
    stated = (quads(store, iri, PCG + "statedIn") for iri in (subject, *merged_iris(store, subject)))
    for quad in chain.from_iterable(stated):
        if not quad.graph_name.value.startswith(G) and isinstance(quad.object, ox.NamedNode):
            key = quad.object, quad.graph_name
            if key not in known:
                known[key] = _passage(store, *key)
            found.add(known[key])
    return sorted(found, key=lambda p: (p.source, p.start if p.start is not None else -1, p.iri))


def _passage(store: ox.Store, node: ox.NamedNode, graph: ox.NamedNode) -> Passage:
    found = said(store, node, graph)
    start, end = found.get("start"), found.get("end")
    state = next(iter(values(store, node, PCG + "passageState")), "")
    return Passage(
        graph.value,
        node.value,
        int(start) if start else None,
        int(end) if end else None,
        found.get("sha256", ""),
        found.get("locator", ""),
        namespaces.local(state),
        _page_check(store, node),
    )


def countries(found: Iterable[str | None], named: Sequence[str] = (), most: int = 2) -> tuple[list[str], int]:
    """List the countries of agents: the sides of the map first, then the most frequent.

    >>> b, a = "http://example.org/b", "http://example.org/a"
    >>> countries([b, None, a, b, ""]) == ([b, a], 2)
    True
    >>> countries([b, a, b], ["a", "z"]) == ([a, b], 1)  # no agent is of the country z
    True
    >>> countries([b, a, b], ["a", "b", "z"], most=4) == ([a, b], 2)
    True
    """
    counts = Counter(country for country in found if country)
    order = sorted(counts, key=lambda iri: (-counts[iri], iri))
    sides = [iri for slug in named for iri in order if namespaces.local(iri) == slug] if named else order[:2]
    sides = sides[:most]
    return [*sides, *(iri for iri in order if iri not in sides)], len(sides)


def shortest(thing: Entity) -> str:
    """Return a name that fits on the map.

    This is the label or, if the label is longer than 24 characters, the longest acronym among the aliases.
    """
    acronyms = [
        alias
        for alias in thing.aliases
        if alias.isascii() and alias.isalpha() and 2 <= len(alias) <= 8 and sum(map(str.isupper, alias)) >= 2
    ]
    return min(acronyms, key=lambda alias: (-len(alias), alias)) if len(thing.label) > 24 and acronyms else thing.label
