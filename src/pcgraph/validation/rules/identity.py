"""Rules on verdicts about identity: they agree with each other, with the classes and with the register."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from pcgraph.model import namespaces
from pcgraph.model.namespaces import PCG, SAME
from pcgraph.model.naming import chain_ends
from pcgraph.store.data_folder import File
from pcgraph.validation.index import Fact, Lookup, cycles
from pcgraph.validation.rule import Fault, rule
from pcgraph.validation.rules.naming import is_own

ANSWERS = ("prefers", "rejects", "leavesOpen")  # properties of a verdict: the same, not the same, undecided
KINDS = ("Agent", "Asset", "Engagement", "Place", "Step")


class Identity(NamedTuple):
    """One verdict on whether `subject`, an IRI or a spelling, means the same as `value`."""

    file: File
    verdict: str
    subject: Fact
    answer: str
    value: Fact


def identities(lookup: Lookup) -> list[Identity]:
    """Return the verdicts on identity, in the order of the files, without incomplete ones."""
    found = []
    for file, facts in lookup.by_role("verdicts"):
        verdicts: dict[str, dict[str, Fact]] = defaultdict(dict)
        for fact in facts:
            verdicts[fact.subject][namespaces.local(fact.predicate)] = fact
        for verdict, said in verdicts.items():
            subject = said.get("onSubject") or said.get("onName")
            answer = next((name for name in ANSWERS if name in said), None)
            if subject and answer and "onProperty" in said and said["onProperty"].value == SAME:
                found.append(Identity(file, verdict, subject, answer, said[answer]))
    return found


def preferred_iris(lookup: Lookup) -> dict[str, str]:
    """Map each IRI that verdicts merge into another to the preferred one, as `pcgraph.belief.rule.identity` does."""
    pairs = (
        (one.subject.value, one.value.value)
        for one in identities(lookup)
        if one.answer == "prefers" and one.subject.names
    )
    return chain_ends(dict(sorted(pairs, reverse=True)))


def distinct_pairs(lookup: Lookup, end: dict[str, str]) -> set[frozenset[str]]:
    """Return the pairs of which a verdict says that they differ, each under its preferred IRIs (`end`)."""
    rejected = (one for one in identities(lookup) if one.answer == "rejects")
    return {frozenset(end.get(iri, iri) for iri in (one.subject.value, one.value.value)) for one in rejected}


@rule()
def same_circle(lookup: Lookup) -> Iterator[Fault]:
    """Find verdicts on identity that contradict each other: cycles, two targets, or both the same and not the same."""
    todo = "fix or delete one of the verdicts"
    found = identities(lookup)
    answers: dict[str, dict[str, Identity]] = defaultdict(dict)
    for one in found:
        if one.answer != "prefers":
            continue
        targets = answers[one.subject.value]
        targets.setdefault(one.value.value, one)
        if len(targets) > 1 and targets[one.value.value] is one:
            names = " and ".join(map(namespaces.compact, targets))
            what = f"calls {_name(one.subject)} the same as two things ({names})"
            yield one.file, one.verdict, what, "expected one thing that it is the same as", todo
    for cycle in cycles(answers):
        one = answers[cycle[0]][cycle[1 % len(cycle)]]
        what = f"is in a cycle ({' → '.join(map(namespaces.compact, [*cycle, cycle[0]]))})"
        yield one.file, one.verdict, what, "expected verdicts without a cycle", todo
    end = preferred_iris(lookup)
    for one in found:
        if one.answer != "rejects":
            continue
        subject, value = one.subject.value, one.value.value
        if value in answers[subject] or (one.subject.names and end.get(subject, subject) == end.get(value, value)):
            what = (
                f"says that {_name(one.subject)} and {namespaces.compact(value)} differ, but others call them the same"
            )
            yield one.file, one.verdict, what, "expected verdicts that agree", todo


@rule()
def same_unlike(lookup: Lookup) -> Iterator[Fault]:
    """Find verdicts that call things the same whose classes are incompatible, or that are unknown."""
    for one in identities(lookup):
        if one.answer != "prefers":
            continue
        ends = [fact for fact in (one.subject, one.value) if fact.predicate != PCG + "onName"]
        if any(fact.value not in lookup.types and is_own(fact.value, lookup.inputs.names) for fact in ends):
            continue  # `dangling-id` reports it
        kinds = [{kind for kind in KINDS if lookup.is_a(fact.value, kind)} for fact in ends]
        unnamed = {lookup.is_a(fact.value, "UnnamedParty") for fact in ends}
        unknown = next((fact for fact, kind in zip(ends, kinds, strict=True) if not kind), None)
        expected, todo = "expected two things of one kind", "fix or delete the verdict"
        if unknown is not None:
            what = f"names {namespaces.compact(unknown.value)}, which is not a thing of this graph"
            expected = "expected agents, places, assets, engagements or steps of the data"
        elif len(ends) == 2 and unnamed == {True, False}:
            what = (
                f"calls {namespaces.compact(one.subject.value)} the same, although one of the two is an unnamed party"
            )
            todo = "write a verdict on pcg:identifiedAs of the unnamed party"
        elif len(ends) == 2 and (
            not kinds[0] & kinds[1]
            or any(lookup.are_disjoint(*pair) for pair in product(*(lookup.types[fact.value] for fact in ends)))
        ):
            classes = (
                ", ".join(map(namespaces.compact, sorted(lookup.types[fact.value])))
                for fact in (one.subject, one.value)
            )
            what = f"calls {namespaces.compact(one.subject.value)} and {namespaces.compact(one.value.value)} the same"
            what += f" ({' and '.join(classes)})"
        else:
            continue
        yield one.file, one.verdict, what, expected, todo


def _name(fact: Fact) -> str:
    return namespaces.compact(fact.value) if fact.names else f'"{fact.value}"'
