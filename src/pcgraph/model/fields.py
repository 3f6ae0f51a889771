"""The fields of a class, made from the ontology, for everything that asks a person or a program for them.

A form, the template of a spreadsheet, a JSON schema and the documentation take the same list, so that a property that a
project adds appears in all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from pcgraph.model.namespaces import OWL, PCG, RDFS, SKOS, TYPE, XSD, local
from pcgraph.model.ontology import Ontology

THING, CONCEPT, DATE, NUMBER, FLAG, TEXT, WORDS = "thing", "concept", "date", "number", "flag", "text", "words"
_PROPERTIES = (OWL + "ObjectProperty", OWL + "DatatypeProperty")
_EVIDENCE = {
    *(PCG + name for name in ("statedIn", "inferredParty", "allegedParty", "nameInSource", "participant")),
    *(PCG + name for name in ("checkedOn", "pageCheckedOn")),
}
# Properties without a domain that belong to other classes than engagements. A sum or a count fits a step as well.
_BELONGS = {"date": ("Step", "Source"), "tier": ("Source", "Register"), "saidBy": ("Source", "Engagement")}
_COUNTED = frozenset(PCG + name for name in ("amount", "quantity"))
_DATES = frozenset(PCG + name for name in ("date", "starts", "ends", "expected", "from", "until"))


@dataclass(frozen=True)
class Field:
    """One property that things of a class may have."""

    # name, iri: `name` is the local name
    name: str
    iri: str
    labels: Mapping[str, str]  # language → label
    # definition, example: in English; "" if the ontology gives none
    definition: str
    example: str
    # what a value is: ``thing``, ``concept``, ``date`` (EDTF), ``number``, ``flag``, ``text``, or ``words`` (text in a
    # language)
    kind: str
    range: str  # local name of the class or datatype of a value
    several: bool  # whether a thing may have several values
    role: bool  # whether it links an engagement to a party
    chosen_with: str = ""  # local name of the property to which it belongs, as a currency to its amount; "" for none
    uses: int = field(default=0, compare=False)  # how often it is used, of the counts that were given


def fields(
    quads: Iterable[ox.Quad], ontology: Ontology, class_: str, counts: Mapping[str, int] | None = None
) -> list[Field]:
    """Return the fields of a class, those that are used most first.

    >>> from pcgraph.testing import tiny
    >>> kg = tiny()
    >>> found = {each.name: each for each in fields(kg.store, kg.ontology, PCG + "Loan")}
    >>> found["funder"].role, found["amount"].kind, found["currency"].chosen_with, "kind" in found
    (True, 'number', 'amount', False)
    """
    [found] = fields_by_class(quads, ontology, [class_], counts).values()
    return found


def fields_by_class(
    quads: Iterable[ox.Quad], ontology: Ontology, classes: Iterable[str], counts: Mapping[str, int] | None = None
) -> dict[str, list[Field]]:
    """Return the fields of several classes, by class; see `fields`. The ontology is read once for all of them."""
    facts, found = _facts(quads), {}
    for class_ in classes:
        above = {class_, *ontology.supers.get(class_, ())}
        fitting = (
            _field(iri, facts, ontology, (counts or {}).get(iri, 0))
            for iri in _written(facts)
            if iri not in _EVIDENCE and _fits(iri, above, facts, ontology)
        )
        found[class_] = sorted(fitting, key=lambda each: (-each.uses, not each.role, each.name))
    return found


def properties(quads: Iterable[ox.Quad], ontology: Ontology) -> dict[str, Field]:
    """Return every property that a person may write, of whatever class, by its IRI.

    Unlike `fields`, this includes what only says where a fact is stated, such as the name of a party in a source.

    >>> from pcgraph.testing import tiny
    >>> kg = tiny()
    >>> found = properties(kg.store, kg.ontology)
    >>> found[PCG + "nameInSource"].kind, PCG + "signsWith" in found
    ('text', False)
    """
    facts = _facts(quads)
    return {iri: _field(iri, facts, ontology, 0) for iri in _written(facts)}


def _written(facts: Mapping[str, Mapping[str, set[str]]]) -> list[str]:
    """Return the properties that are neither computed nor derived, sorted."""
    return [
        iri
        for iri, said in sorted(facts.items())
        if said[TYPE] & {*_PROPERTIES}
        and PCG + "DerivedRelation" not in said[TYPE]
        and not any(note.startswith("Computed") for note in said[SKOS + "scopeNote"])
    ]


def _facts(quads: Iterable[ox.Quad]) -> dict[str, dict[str, set[str]]]:
    """Return subject → predicate → values of the terms; the predicate of a label ends in its language."""
    wanted = {TYPE, RDFS + "domain", RDFS + "range", RDFS + "subPropertyOf"}
    texts = {SKOS + "scopeNote", SKOS + "definition", SKOS + "example"}
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for quad in quads:
        predicate, value = quad.predicate.value, quad.object
        language = getattr(value, "language", None)
        if (predicate in wanted and isinstance(value, ox.NamedNode)) or (
            predicate in texts and language in (None, "en")
        ):
            found[quad.subject.value][predicate].add(value.value)
        elif predicate == RDFS + "label":
            found[quad.subject.value][f"{predicate}@{language or 'en'}"].add(value.value)
    return found


def _fits(iri: str, above: set[str], facts: Mapping[str, Mapping[str, set[str]]], ontology: Ontology) -> bool:
    """Return whether a property is one of a class; see `fields`."""
    domains = {domain for each in (iri, *ontology.supers.get(iri, ())) for domain in facts[each][RDFS + "domain"]}
    if domains:
        return bool(domains & above)
    if iri.startswith(PCG) and (owners := _BELONGS.get(local(iri))):
        return any(PCG + owner in above for owner in owners)
    if not any(key.startswith(RDFS + "label@") for key in facts[iri]):
        return False  # a term of another vocabulary, only declared
    counted = iri in _COUNTED or ontology.chosen_with.get(iri) in _COUNTED
    return PCG + "Engagement" in above or (counted and PCG + "Step" in above)


def _field(iri: str, facts: Mapping[str, Mapping[str, set[str]]], ontology: Ontology, uses: int) -> Field:
    said = facts[iri]
    ranges = [
        value for each in (iri, *sorted(ontology.supers.get(iri, ()))) for value in sorted(facts[each][RDFS + "range"])
    ]
    labels = {
        key.partition("@")[2]: min(values)
        for key, values in sorted(said.items())
        if key.startswith(RDFS + "label@") and values
    }
    leader = ontology.chosen_with.get(iri, "")
    return Field(
        local(iri),
        iri,
        labels,
        min(said[SKOS + "definition"], default=""),
        min(said[SKOS + "example"], default=""),
        _kind(iri, ranges[0] if ranges else "", said[TYPE]),
        local(ranges[0]) if ranges else "",
        iri not in ontology.functional,
        iri in ontology.roles,
        local(leader) if leader else "",
        uses,
    )


def _kind(iri: str, range_: str, types: set[str]) -> str:
    """Return what a value of a property is."""
    if iri in _DATES or range_ == XSD + "date":
        return DATE
    if OWL + "ObjectProperty" in types:
        return CONCEPT if range_ == SKOS + "Concept" else THING
    if range_ == XSD + "boolean":
        return FLAG
    if range_ in (XSD + "decimal", XSD + "integer"):
        return NUMBER
    return WORDS if range_.endswith("langString") else TEXT
