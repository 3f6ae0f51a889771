"""Rules on how much there is: what the register declares as floor and ceiling of a class."""

from __future__ import annotations

from collections.abc import Iterator

from pcgraph.model.namespaces import PCG
from pcgraph.store.data_folder import File
from pcgraph.validation.finding import Finding
from pcgraph.validation.identity_rules import preferred_iris
from pcgraph.validation.index import Fact, Lookup


def below_floor(lookup: Lookup) -> Iterator[Finding]:
    """Find classes of which the data hold fewer things than their register declares: something was lost."""
    for file, fact, count in _declared(lookup, "floor"):
        if count < int(fact.value):
            yield lookup.finding(
                file,
                fact.subject,
                "below-floor",
                f"has {count} here",
                f"expected {fact.value} or more (pcg:floor)",
                "find what was lost, or lower the floor",
            )


def above_ceiling(lookup: Lookup) -> Iterator[Finding]:
    """Find classes of which the data hold more things than their register expects: something may be there twice."""
    for file, fact, count in _declared(lookup, "ceiling"):
        if count > int(fact.value):
            yield lookup.finding(
                file,
                fact.subject,
                "above-ceiling",
                f"has {count} here",
                f"expected {fact.value} or fewer (pcg:ceiling)",
                "look for what came in twice, or raise the ceiling",
                severity="warning",
            )


def _declared(lookup: Lookup, name: str) -> Iterator[tuple[File, Fact, int]]:
    for file, fact in lookup.facts_by_role("register"):
        if fact.predicate == PCG + name and fact.value.isascii() and fact.value.isdigit():  # else `wrong-datatype`
            yield file, fact, _count(lookup, fact.subject)


def _count(lookup: Lookup, class_: str) -> int:
    """Count the things of a class; two that verdicts call one are one, and a stand-in is no agent."""
    unnamed = PCG + "UnnamedParty"
    classes = {class_} | {iri for iri, above in lookup.model.supers.items() if class_ in above}
    if class_ != unnamed:
        classes.discard(unnamed)
    one_of = preferred_iris(lookup)
    return len({one_of.get(iri, iri) for iri, types in lookup.types.items() if not types.isdisjoint(classes)})
