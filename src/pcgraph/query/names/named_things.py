"""Everything that a name may mean: things, sources, verdicts, terms of the ontology, questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from itertools import chain
from pathlib import Path

import polars as pl

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.entities import Entity, Source, card, is_source, preferred, sources
from pcgraph.model.lazy_mapping import LazyMapping
from pcgraph.model.namespaces import CURRENT, OWL, PCG, SKOS, TYPE, VERDICTS, V, compact, local
from pcgraph.model.quads import pairs, quads
from pcgraph.query.names.matching import Names, name_verdicts
from pcgraph.query.names.name_index import NameIndex, NamesFile, Thing, write
from pcgraph.query.questions import catalogue
from pcgraph.query.statements import ALIASES, NAMES
from pcgraph.store import cache

CLASSES = {  # kind of thing that a caller expects → classes of the ontology
    "agent": ("Agent",), "organisation": ("Organization",), "person": ("Person",), "engagement": ("Engagement",),
    "event": ("Event",), "place": ("Place",), "country": ("Country",),
    "party, engagement or asset": ("Agent", "Engagement", "Place", "Asset"),
}  # fmt: skip
TERMS = {  # kind of term that a caller expects → kinds of `NamedThings.terms`
    "relation": ("relation",), "property": ("property", "role", "relation"), "class": ("class",),
    "sector": ("sector",), "kind": ("kind",), "status": ("status",), "status or set": ("status", "set of statuses"),
}  # fmt: skip
SCHEMES = {"kinds": "kind", "quantities": "quantity", "sectors": "sector", "statuses": "status", "tiers": "tier"}
TERM = "term"  # the kind of every term in the index of a build
OTHERS = ("source", "verdict", "question")  # kinds of what is neither a thing nor a term
WITHOUT_NAME = (
    "Identifier",
    "Membership",
    "Representation",
    "Search",
    "Step",
)  # parts of other things; they are found by their id only


class NamedThings:
    """What the names in a graph may mean, by kind. Each part is read on first use; see `named_things`.

    The kinds are those of `CLASSES` and `TERMS`, ``class of agents``, ``thing`` (whatever has an id of its own, such
    as an asset), ``source``, ``verdict``, ``question``, and ``any``.

    >>> from pcgraph.testing import tiny
    >>> named_things(tiny()).of_kind("agent")["https://w3id.org/pcgraph/id/lumen"].label
    'Lumen'
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._by_kind: dict[str, Mapping[str, Entity]] = {}
        self._names: dict[str, Names] = {}

    def of_kind(self, kind: str) -> Mapping[str, Entity]:
        """Return IRI → what can be meant where this kind is expected; a question has its name instead of an IRI."""
        if kind not in self._by_kind:
            self._by_kind[kind] = self._read(kind)
        return self._by_kind[kind]

    def names(self, kind: str) -> Names:
        """Return the index of the names."""
        if kind not in self._names:
            verdicts, file = name_verdicts(self.snapshot.store), self._file
            if file is not None and kind not in (*TERMS, "class of agents", "question"):
                self._names[kind] = NameIndex(file, verdicts, *self._kept_kinds(kind))
            else:
                self._names[kind] = Names(self.of_kind(kind), verdicts)
        return self._names[kind]

    @cached_property
    def _file(self) -> NamesFile | None:
        path = self.snapshot.kept(cache.NAMES)
        return None if path is None else NamesFile(path)

    def write(self, folder: Path) -> None:
        """Write the index of names into the folder of a build."""
        groups = {TERM: self.terms} | {kind: self.of_kind(kind) for kind in ("thing", *OTHERS)}
        things = {
            iri: Thing(
                thing.kind if group == "thing" else group,
                thing.label,
                self.engagements_of.get(iri, 0),
                self.detail(iri),
            )
            for group, found in groups.items()
            for iri, thing in found.items()
        }
        write(folder / cache.NAMES, self.names("any"), things)

    def _kept_kinds(self, kind: str) -> tuple[set[str], bool]:
        """Return which kinds the index has in place of a kind, and whether it is all but these."""
        if kind == "any" or kind in OTHERS:
            return {kind} - {"any"}, kind == "any"
        names = {local(iri) for iri in self.classes(kind)}
        return names or {TERM, *OTHERS}, not names

    def classes(self, kind: str) -> frozenset[str]:
        """Return the classes of what a kind means; none if it means no class."""
        return frozenset().union(*map(self.snapshot.ontology.subterms, CLASSES.get(kind, ())))

    def _read(self, kind: str) -> Mapping[str, Entity]:
        if kind == "any":
            parts = [self.of_kind("thing"), self.of_kind("source"), self.terms, *map(self.of_kind, OTHERS[1:])]
            return LazyMapping(
                lambda iri: next((found for part in reversed(parts) if (found := part.get(iri))), None),
                lambda: {iri: each for part in parts for iri, each in part.items()},
            )
        if kind in TERMS:
            return {iri: term for iri, term in self.terms.items() if term.kind in TERMS[kind]}
        if kind == "class of agents":
            return {iri: term for iri, term in self.terms.items() if iri in self.snapshot.ontology.agent_classes}
        if kind == "source":
            return LazyMapping(
                self._source, lambda: {iri: _named(each) for iri, each in sources(self.snapshot.store).items()}
            )
        if kind == "verdict":
            reasons = pairs(self.snapshot.store, PCG + "reason", VERDICTS)
            return {verdict: Entity(verdict, "verdict", summary=reason) for verdict, reason in reasons}
        if kind == "question":
            asked = catalogue.catalogue().values()
            return {q.name: Entity(q.name, kind, {"en": q.title}, [q.question], summary=q.question) for q in asked}
        entities, classes = self.snapshot.entities, {local(iri) for iri in self.classes(kind)}

        def fits(thing: Entity | None) -> bool:
            return thing is not None and (thing.kind in classes if classes else thing.kind not in WITHOUT_NAME)

        return LazyMapping(
            lambda iri: thing if fits(thing := entities.get(iri)) else None,
            lambda: {iri: thing for iri, thing in entities.items() if fits(thing)},
        )

    def _source(self, iri: str) -> Entity | None:
        store = self.snapshot.store
        return _named(card(store, iri)) if catalogue.is_iri(iri) and is_source(store, iri) else None

    @cached_property
    def terms(self) -> dict[str, Entity]:
        """The terms of the ontology and the vocabularies, also those of the project and of the data, by IRI."""
        kinds = self._kinds_of_terms()
        return {iri: self._term(iri, kinds[iri]) for iri in sorted(kinds) if self.snapshot.names.is_term(iri)}

    def _term(self, iri: str, kind: str) -> Entity:
        labels, meanings = dict[str, str](), dict[str, str]()
        values: dict[str, set[str]] = defaultdict(set)
        language = self.snapshot.project.label_language
        for quad in quads(self.snapshot.store, iri, None, None, CURRENT):
            if quad.predicate.value in NAMES:
                labels[getattr(quad.object, "language", None) or "en"] = quad.object.value
            elif quad.predicate.value == SKOS + "definition":
                meanings[getattr(quad.object, "language", None) or "en"] = quad.object.value
            else:
                values[quad.predicate.value].add(quad.object.value)
        aliases = sorted(values[ALIASES[0]] | values[ALIASES[1]])
        meaning = meanings[preferred(meanings, language)] if meanings else None
        return Entity(iri, kind, labels, aliases, summary=meaning, language=language)

    def _kinds_of_terms(self) -> dict[str, str]:
        ontology = self.snapshot.ontology
        properties = (self._having(TYPE, OWL + kind) for kind in ("ObjectProperty", "DatatypeProperty"))
        found = dict.fromkeys(chain.from_iterable(properties), "property")
        found |= dict.fromkeys(self._having(TYPE, OWL + "Class"), "class") | dict.fromkeys(ontology.roles, "role")
        found |= {each.iri: "relation" for each in ontology.relations}
        for scheme, kind in SCHEMES.items():
            found |= dict.fromkeys(self._having(SKOS + "inScheme", V + scheme), kind)
        return found | dict.fromkeys(ontology.sets, "set of statuses")

    def _having(self, name: str, value: str) -> list[str]:
        """Return the subjects that have a value of a property in `current`, which includes the ontology."""
        return [quad.subject.value for quad in quads(self.snapshot.store, None, name, value, CURRENT)]

    @cached_property
    def engagements_of(self) -> Mapping[str, int]:
        """Agent → number of its engagements."""

        def every() -> dict[str, int]:
            counts = self.snapshot.tables.parties.group_by("agent").agg(pl.col("engagement").n_unique())
            return dict(counts.iter_rows())

        def count_one(iri: str) -> int | None:
            return (self.kept(iri) or Thing("", "", 0, "")).engagements or None

        return every() if self._file is None else LazyMapping(count_one, every)

    @cached_property
    def _engagements(self) -> dict[str, tuple[str | None, str | None]]:
        rows = self.snapshot.tables.engagements.select("engagement", "status", "status_date")
        return {iri: (status, day) for iri, status, day in rows.iter_rows()}

    def kind(self, iri: str) -> str:
        """Return the local name of the class of a thing that has an id; empty if it has none."""
        if (known := self.kept(iri)) is not None:
            return known.kind
        return thing.kind if (thing := self.snapshot.entities.get(iri)) else ""

    def kept(self, iri: str) -> Thing | None:
        """Return what the index in the build holds of a thing; None if there is no such index, or no such thing."""
        return None if self._file is None else self._file.thing(iri)

    def entity(self, iri: str) -> Entity:
        """Return what is known of a thing, a source, a term and so on; one without a name is named by its IRI."""
        if iri.startswith(self.snapshot.names.id):
            return self.snapshot.entities.get(iri) or Entity(iri)
        return self.terms.get(iri) or self.of_kind("any").get(iri) or Entity(iri)

    def detail(self, iri: str) -> str:
        """Return what tells a thing from others of the same name: class, country, number of engagements and so on."""
        if (known := self.kept(iri)) is not None:
            return known.detail
        thing = self.entity(iri)
        if iri in self._engagements:
            status, day = self._engagements[iri]
            parts = [thing.kind, local(status or ""), day or ""]
        elif iri.startswith(self.snapshot.names.id):
            country = self.snapshot.entities.get(thing.country or "")
            number = self.engagements_of.get(iri, 0)
            counted = f"{number} engagement{'s' * (number != 1)}" if number else ""
            parts = [thing.kind, country.label if country else "", counted]
        else:
            parts = [thing.summary or ""]
        return ", ".join(filter(None, parts))

    def described(self, iri: str) -> str:
        """Return one line about a candidate: its id, its label and its detail."""
        kind = "" if iri.startswith(self.snapshot.names.id) else self.entity(iri).kind
        return f"{compact(iri)}  {self.entity(iri).label} ({', '.join(filter(None, [kind, self.detail(iri)]))})"


def _named(source: Source) -> Entity:
    return Entity(source.iri, "source", {"en": source.title}, [source.address], summary=source.date)


def named_things(snapshot: Snapshot) -> NamedThings:
    """Return what the names in a graph may mean; the same object each time, so that it is read once.

    >>> from pcgraph.testing import tiny
    >>> kg = tiny()
    >>> named_things(kg) is named_things(kg)
    True
    """
    found: NamedThings = vars(snapshot).setdefault("_named_things", NamedThings(snapshot))
    return found
