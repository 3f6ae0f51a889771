"""Ontology → the declarations that the rule of belief obeys. Nothing about a subject field is coded elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox

from pcgraph.errors import InvalidInput
from pcgraph.terms import OWL, PCG, RDFS, SKOS, TYPE, V, compact


@dataclass(frozen=True)
class Relation:
    """One derived relation: between whom, and when it holds.

    `to_role` None means the engagement itself; `once` asks for any step with one of the statuses, `while_` for the
    current status to be one of them.
    """

    iri: str
    from_role: str
    to_role: str | None
    once: frozenset[str]
    while_: frozenset[str]
    symmetric: bool


@dataclass(frozen=True)
class Model:
    """What the ontology declares, as sets of IRIs (plain strings)."""

    supers: dict[str, frozenset[str]]
    broader: dict[str, frozenset[str]]
    roles: frozenset[str]
    functional: frozenset[str]
    chosen_with: dict[str, str]
    ranks: dict[str, int]
    sets: dict[str, frozenset[str]]
    relations: tuple[Relation, ...]
    labels: dict[str, str]

    def below(self, name: str) -> frozenset[str]:
        """Give the class or property ``pcg:<name>`` and everything below it."""
        top = PCG + name
        return frozenset({top} | {iri for iri, above in self.supers.items() if top in above})

    @cached_property
    def engagement_classes(self) -> frozenset[str]:
        """``pcg:Engagement`` and its subclasses."""
        return self.below("Engagement")

    @cached_property
    def agent_classes(self) -> frozenset[str]:
        """``pcg:Agent`` and its subclasses."""
        return self.below("Agent")

    def status_set(self, status: str) -> str:
        """Name the one set that a status is drawn as; what is completed counts as realised, not as ended."""
        for name in ("announced", "entered", "realised", "ended", "prospective"):
            if status in self.sets.get(V + name, ()):
                return name
        return "none"


def model(quads: Iterable[ox.Quad]) -> Model:
    """Read the declarations out of the ontology's quads. Cost: one pass, and the closure of the hierarchies."""
    out: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    labels: dict[str, str] = {}
    for quad in quads:
        subject, predicate = quad.subject.value, quad.predicate.value
        if predicate in (RDFS + "label", SKOS + "prefLabel") and getattr(quad.object, "language", "") in (None, "en"):
            labels[subject] = quad.object.value
        elif isinstance(quad.object, (ox.NamedNode, ox.Literal)):
            out[predicate][subject].add(quad.object.value)

    def one(predicate: str, subject: str) -> str | None:
        return min(out[predicate].get(subject, ()), default=None)

    supers = _closure(out[RDFS + "subClassOf"]) | _closure(out[RDFS + "subPropertyOf"])
    types = out[TYPE]
    sets = {iri: frozenset(members) for iri, members in out[SKOS + "member"].items()}

    def statuses(predicate: str, subject: str) -> frozenset[str]:
        return frozenset().union(*(sets.get(name, frozenset({name})) for name in out[predicate].get(subject, ())))

    relations = tuple(
        Relation(
            iri,
            one(PCG + "fromRole", iri) or "",
            one(PCG + "toRole", iri),
            statuses(PCG + "onceStatusIn", iri),
            statuses(PCG + "whileStatusIn", iri),
            OWL + "SymmetricProperty" in kinds,
        )
        for iri, kinds in sorted(types.items())
        if PCG + "DerivedRelation" in kinds
    )
    participant = PCG + "participant"
    for iri, values in out[PCG + "rank"].items():
        if not re.fullmatch("[0-9]{1,9}", min(values)):
            raise InvalidInput(
                f"{compact(iri)}: bad-rank: its pcg:rank is {min(values)[:60]!r}; expected a whole number; "
                "mend the ontology"
            )
    return Model(
        supers=supers,
        broader=_closure(out[SKOS + "broader"]),
        roles=frozenset({participant} | {iri for iri, above in supers.items() if participant in above}),
        functional=frozenset(iri for iri, kinds in types.items() if OWL + "FunctionalProperty" in kinds),
        chosen_with={iri: min(leaders) for iri, leaders in out[PCG + "chosenWith"].items()},
        ranks={iri: int(min(values)) for iri, values in out[PCG + "rank"].items()},
        sets=sets,
        relations=relations,
        labels=labels,
    )


def _closure(direct: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    """Give every name above each name, itself left out; a cycle in the ontology does not hang it."""
    closed: dict[str, frozenset[str]] = {}
    for start in direct:
        seen: set[str] = set()
        todo = list(direct[start])
        while todo:
            name = todo.pop()
            if name not in seen:
                seen.add(name)
                todo += direct.get(name, ())
        closed[start] = frozenset(seen)
    return closed
