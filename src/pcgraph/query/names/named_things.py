"""Everything that a name may mean: things, sources, verdicts, terms of the ontology, questions."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from itertools import chain

import polars as pl
import pyoxigraph as ox

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.entities import Entity, preferred, sources
from pcgraph.model.namespaces import CURRENT, OWL, PCG, SKOS, TYPE, VERDICTS, V, compact, local
from pcgraph.query.names.matching import Names, name_verdicts
from pcgraph.query.questions import catalogue
from pcgraph.query.statements import ALIASES, NAMES

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
        self._by_kind: dict[str, dict[str, Entity]] = {}
        self._names: dict[str, Names] = {}

    def of_kind(self, kind: str) -> dict[str, Entity]:
        """Return IRI → what can be meant where this kind is expected; a question has its name instead of an IRI."""
        if kind not in self._by_kind:
            self._by_kind[kind] = self._read(kind)
        return self._by_kind[kind]

    def names(self, kind: str) -> Names:
        """Return the index of the names."""
        if kind not in self._names:
            self._names[kind] = Names(self.of_kind(kind), name_verdicts(self.snapshot.store))
        return self._names[kind]

    def classes(self, kind: str) -> frozenset[str]:
        """Return the classes of what a kind means; none if it means no class."""
        return frozenset().union(*map(self.snapshot.ontology.subterms, CLASSES.get(kind, ())))

    def _read(self, kind: str) -> dict[str, Entity]:
        if kind == "any":
            return {
                **self.of_kind("thing"),
                **self.of_kind("source"),
                **self.terms,
                **self.of_kind("verdict"),
                **self.of_kind("question"),
            }
        if kind in TERMS:
            return {iri: term for iri, term in self.terms.items() if term.kind in TERMS[kind]}
        if kind == "class of agents":
            return {iri: term for iri, term in self.terms.items() if iri in self.snapshot.ontology.agent_classes}
        if kind == "source":
            found = sources(self.snapshot.store).items()
            return {
                iri: Entity(iri, kind, {"en": card.title}, [card.address], summary=card.date) for iri, card in found
            }
        if kind == "verdict":
            return self._verdicts()
        if kind == "question":
            asked = catalogue.catalogue().values()
            return {q.name: Entity(q.name, kind, {"en": q.title}, [q.question], summary=q.question) for q in asked}
        classes = {local(iri) for iri in self.classes(kind)}
        return {
            iri: thing
            for iri, thing in self.snapshot.entities.items()
            if (thing.kind in classes if classes else thing.kind not in WITHOUT_NAME)
        }

    def _verdicts(self) -> dict[str, Entity]:
        graph = ox.NamedNode(VERDICTS)
        said = self.snapshot.store.quads_for_pattern(None, ox.NamedNode(PCG + "reason"), None, graph)
        return {quad.subject.value: Entity(quad.subject.value, "verdict", summary=quad.object.value) for quad in said}

    @cached_property
    def terms(self) -> dict[str, Entity]:
        """The terms of the ontology and the vocabularies, those of the project, and the concepts of the data, by IRI.

        Their kinds are class, role, relation, property, those of `SCHEMES` and ``set of statuses``.
        """
        kinds = self._kinds_of_terms()
        return {iri: self._term(iri, kinds[iri]) for iri in sorted(kinds) if self.snapshot.names.is_term(iri)}

    def _term(self, iri: str, kind: str) -> Entity:
        labels, meanings = dict[str, str](), dict[str, str]()
        values: dict[str, set[str]] = defaultdict(set)
        language = self.snapshot.project.label_language
        for quad in self.snapshot.store.quads_for_pattern(ox.NamedNode(iri), None, None, ox.NamedNode(CURRENT)):
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
        graph = ox.NamedNode(CURRENT)
        found = self.snapshot.store.quads_for_pattern(None, ox.NamedNode(name), ox.NamedNode(value), graph)
        return [quad.subject.value for quad in found]

    @cached_property
    def engagements_of(self) -> dict[str, int]:
        """Agent → number of its engagements."""
        counts = self.snapshot.tables.parties.group_by("agent").agg(pl.col("engagement").n_unique())
        return dict(counts.iter_rows())

    @cached_property
    def _engagements(self) -> dict[str, tuple[str | None, str | None]]:
        rows = self.snapshot.tables.engagements.select("engagement", "status", "status_date")
        return {iri: (status, day) for iri, status, day in rows.iter_rows()}

    def entity(self, iri: str) -> Entity:
        """Return what is known of a thing, a source, a term and so on; one without a name is named by its IRI."""
        if iri.startswith(self.snapshot.names.id):
            return self.snapshot.entities.get(iri) or Entity(iri)
        return self.terms.get(iri) or self.of_kind("any").get(iri) or Entity(iri)

    def detail(self, iri: str) -> str:
        """Return what tells a thing from others of the same name: class, country, number of engagements and so on."""
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


def named_things(snapshot: Snapshot) -> NamedThings:
    """Return what the names in a graph may mean; the same object each time, so that it is read once.

    >>> from pcgraph.testing import tiny
    >>> kg = tiny()
    >>> named_things(kg) is named_things(kg)
    True
    """
    found: NamedThings = vars(snapshot).setdefault("_named_things", NamedThings(snapshot))
    return found
