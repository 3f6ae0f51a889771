"""Rules on counts: the number of things of a class lies between the floor and the ceiling in the register."""

from __future__ import annotations

from collections.abc import Iterator

from pcgraph.model.namespaces import PCG
from pcgraph.store.data_folder import File
from pcgraph.validation.index import Fact, Lookup
from pcgraph.validation.rule import Fault, rule
from pcgraph.validation.rules.identity import preferred_iris


@rule(todo="find what was lost, or lower the floor")
def below_floor(lookup: Lookup) -> Iterator[Fault]:
    """Find classes with fewer things than the register declares: something may have been lost."""
    for file, fact, count in _declared(lookup, "floor"):
        if count < int(fact.value):
            yield file, fact.subject, f"has {count} here", f"expected {fact.value} or more (pcg:floor)"


@rule(todo="look for duplicates, or raise the ceiling", severity="warning")
def above_ceiling(lookup: Lookup) -> Iterator[Fault]:
    """Find classes with more things than the register declares: something may have been added twice."""
    for file, fact, count in _declared(lookup, "ceiling"):
        if count > int(fact.value):
            yield file, fact.subject, f"has {count} here", f"expected {fact.value} or fewer (pcg:ceiling)"


def _declared(lookup: Lookup, name: str) -> Iterator[tuple[File, Fact, int]]:
    for file, fact in lookup.having([PCG + name], "register"):
        if fact.value.isascii() and fact.value.isdigit():  # else `wrong-datatype`
            yield file, fact, _count(lookup, fact.subject)


def _count(lookup: Lookup, class_: str) -> int:
    """Count the things of a class."""
    unnamed = PCG + "UnnamedParty"
    classes = {class_} | {iri for iri, above in lookup.ontology.supers.items() if class_ in above}
    if class_ != unnamed:
        classes.discard(unnamed)
    preferred = preferred_iris(lookup)
    return len({preferred.get(iri, iri) for iri, types in lookup.types.items() if not types.isdisjoint(classes)})
