"""Read the declarations of the ontology, which the belief function follows.

No other module contains anything that is specific to a subject field.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox

from pcgraph.errors import InvalidInput
from pcgraph.model.namespaces import OWL, PCG, RDFS, SKOS, TYPE, V, compact, local


@dataclass(frozen=True)
class Relation:
    """One derived relation: the two roles that it connects, and when it holds."""

    iri: str
    from_role: str
    to_role: str | None  # None means the engagement itself
    once: frozenset[str]  # the relation holds if any step has one of these statuses; empty means no condition
    while_: frozenset[str]  # the relation holds while the current status is one of these; empty means no condition
    symmetric: bool
    # how long the relation is believed after the last report, as polars writes it ("5y"); empty: without end
    holds_for: str = ""


@dataclass(frozen=True)
class Ontology:
    """The declarations of the ontology, as sets of IRIs (plain strings)."""

    # supers, broader: class or property → all above it; concept → all broader ones
    supers: dict[str, frozenset[str]]
    broader: dict[str, frozenset[str]]
    # roles, functional: properties that are roles, and properties with one value at most
    roles: frozenset[str]
    functional: frozenset[str]
    chosen_with: dict[str, str]  # property → the property whose source also decides its value
    ranks: dict[str, int]  # status or tier → rank
    sets: dict[str, frozenset[str]]  # collection → its members
    relations: tuple[Relation, ...]
    labels: dict[str, str]  # term → label, in one language; see `read_ontology`

    @cached_property
    def own(self) -> dict[str, str]:
        """Classes, properties and relations that a project adds in a namespace of its own: local name → IRI."""
        declared = {*self.supers, *(relation.iri for relation in self.relations)}
        return {local(iri): iri for iri in sorted(declared) if not iri.startswith(PCG)}

    def term(self, name: str) -> str:
        """Return the IRI of a class or property by its local name."""
        return self.own.get(name, PCG + name)

    def subterms(self, name: str) -> frozenset[str]:
        """Return a class or property, given by its local name, with all its subclasses or subproperties."""
        return self.subterms_of(self.term(name))

    def subterms_of(self, iri: str) -> frozenset[str]:
        """Return a class or property with all its subclasses or subproperties."""
        return frozenset({iri} | {below for below, above in self.supers.items() if iri in above})

    @cached_property
    def group_leaders(self) -> frozenset[str]:
        """Properties with which others are chosen: the numbers to which a currency, bounds or a rate belong."""
        return frozenset(self.chosen_with.values())

    @cached_property
    def engagement_classes(self) -> frozenset[str]:
        """``pcg:Engagement`` and its subclasses."""
        return self.subterms("Engagement")

    @cached_property
    def agent_classes(self) -> frozenset[str]:
        """``pcg:Agent`` and its subclasses."""
        return self.subterms("Agent")

    def status_set(self, status: str) -> str:
        """Return the name of the set that a status is drawn as; a completed one counts as realised, not as ended."""
        for name in ("announced", "entered", "realised", "ended", "prospective"):
            if status in self.sets.get(V + name, ()):
                return name
        return "none"


def read_ontology(quads: Iterable[ox.Quad], language: str = "en") -> Ontology:
    """Read the declarations from the ontology's quads; a label is in `language`, else in English, else in another."""
    out: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    labels: dict[str, tuple[bool, bool, str, str]] = {}  # the smallest is the label to show
    for quad in quads:
        subject, predicate = quad.subject.value, quad.predicate.value
        if predicate in (RDFS + "label", SKOS + "prefLabel") and isinstance(quad.object, ox.Literal):
            tag = quad.object.language or "en"
            found = (tag != language, tag != "en", tag, quad.object.value)
            labels[subject] = min(found, labels.get(subject, found))
        elif isinstance(quad.object, (ox.NamedNode, ox.Literal)):
            out[predicate][subject].add(quad.object.value)

    def first(predicate: str, subject: str) -> str | None:
        return min(out[predicate].get(subject, ()), default=None)

    supers = _closure(out[RDFS + "subClassOf"]) | _closure(out[RDFS + "subPropertyOf"])
    types = out[TYPE]
    sets = {iri: frozenset(members) for iri, members in out[SKOS + "member"].items()}

    def statuses(predicate: str, subject: str) -> frozenset[str]:
        return frozenset().union(*(sets.get(name, frozenset({name})) for name in out[predicate].get(subject, ())))

    relations = tuple(
        Relation(
            iri,
            first(PCG + "fromRole", iri) or "",
            first(PCG + "toRole", iri),
            statuses(PCG + "onceStatusIn", iri),
            statuses(PCG + "whileStatusIn", iri),
            OWL + "SymmetricProperty" in kinds,
            _duration(iri, first(PCG + "holdsFor", iri)),
        )
        for iri, kinds in sorted(types.items())
        if PCG + "DerivedRelation" in kinds
    )
    participant = PCG + "participant"
    for iri, values in out[PCG + "rank"].items():
        if not re.fullmatch("[0-9]{1,9}", min(values)):
            raise InvalidInput(
                f"{compact(iri)}: bad-rank: its pcg:rank is {min(values)[:60]!r}; expected a whole number; "
                "fix the rank in the ontology"
            )
    return Ontology(
        supers=supers,
        broader=_closure(out[SKOS + "broader"]),
        roles=frozenset({participant} | {iri for iri, above in supers.items() if participant in above}),
        functional=frozenset(iri for iri, kinds in types.items() if OWL + "FunctionalProperty" in kinds),
        chosen_with={iri: min(leaders) for iri, leaders in out[PCG + "chosenWith"].items()},
        ranks={iri: int(min(values)) for iri, values in out[PCG + "rank"].items()},
        sets=sets,
        relations=relations,
        labels={iri: label for iri, (*_, label) in labels.items()},
    )


def _duration(iri: str, text: str | None) -> str:
    """Return an ISO 8601 duration in years, months and days as polars writes it; "" if there is none."""
    if text is None:
        return ""
    found = re.fullmatch(r"P(?=[0-9])(?:([0-9]{1,4})Y)?(?:([0-9]{1,4})M)?(?:([0-9]{1,5})D)?", text)
    if not found:
        raise InvalidInput(
            f"{compact(iri)}: bad-duration: its pcg:holdsFor is {text[:60]!r}; expected years, months and days; "
            'write it as in "P5Y"'
        )
    return "".join(f"{number}{unit}" for number, unit in zip(found.groups(), ("y", "mo", "d"), strict=True) if number)


def _closure(direct: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    """Return all names above each name, without itself unless the ontology has a cycle; a cycle is no endless loop."""
    return {start: frozenset(reached(start, direct)) for start in direct}


def reached(start: str, links: Mapping[str, Iterable[str]]) -> set[str]:
    """Return what links lead to from a start, at any distance; the start only if they lead back to it.

    >>> sorted(reached("a", {"a": ["b"], "b": ["c", "b"]}))
    ['b', 'c']
    """
    found, todo = set[str](), [start]
    while todo:
        new = {*links.get(todo.pop(), ())} - found
        found |= new
        todo += new
    return found
