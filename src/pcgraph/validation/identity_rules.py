"""Rules on verdicts about who is who: they agree with each other, with the classes, and with the register."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import polars as pl

from pcgraph.belief import identity
from pcgraph.model import namespaces
from pcgraph.model.namespaces import PCG, SAME, SKOS
from pcgraph.store.data_folder import File
from pcgraph.validation.finding import Finding
from pcgraph.validation.index import Fact, Lookup, cycles
from pcgraph.validation.naming_rules import is_own

ANSWERS = ("prefers", "rejects", "leavesOpen")  # the same, not the same, unsure
KINDS = ("Agent", "Asset", "Engagement", "Place", "Step")


class Identity(NamedTuple):
    """One verdict: whether `subject`, an IRI or a spelling, is `value`."""

    file: File
    verdict: str
    subject: Fact
    answer: str
    value: Fact


def identities(lookup: Lookup) -> list[Identity]:
    """List the verdicts on identity, in the order of the files; half-written ones are left out."""
    found = []
    for file, facts in lookup.by_role("verdicts"):
        of: dict[str, dict[str, Fact]] = defaultdict(dict)
        for fact in facts:
            of[fact.subject][namespaces.local(fact.predicate)] = fact
        for verdict, said in of.items():
            subject = said.get("onSubject") or said.get("onName")
            answer = next((name for name in ANSWERS if name in said), None)
            if subject and answer and "onProperty" in said and said["onProperty"].value == SAME:
                found.append(Identity(file, verdict, subject, answer, said[answer]))
    return found


def preferred_iris(lookup: Lookup) -> dict[str, str]:
    """Map each IRI that verdicts fold into another to that other one."""
    pairs = [
        (one.subject.value, SAME, f"<{one.value.value}>")
        for one in identities(lookup)
        if one.answer == "prefers" and one.subject.names
    ]
    return identity.preferred_iris(
        pl.DataFrame(pairs, schema=dict.fromkeys(("subject", "property", "prefers"), pl.String()), orient="row")
    )


def same_circle(lookup: Lookup) -> Iterator[Finding]:
    """Find verdicts on identity that contradict each other: in a circle, two answers, or the same and not the same."""
    todo = "mend or delete one of the verdicts"
    found = identities(lookup)
    answers: dict[str, dict[str, Identity]] = defaultdict(dict)
    for one in found:
        if one.answer != "prefers":
            continue
        of = answers[one.subject.value]
        of.setdefault(one.value.value, one)
        if len(of) > 1 and of[one.value.value] is one:
            whom = " and ".join(map(namespaces.compact, of))
            what = f"takes {_name(one.subject)} for a second thing ({whom})"
            yield lookup.finding(
                one.file, one.verdict, "same-circle", what, "expected one thing that it is the same as", todo
            )
    for way in cycles(answers):
        one = answers[way[0]][way[1 % len(way)]]
        what = f"is in a circle ({' → '.join(map(namespaces.compact, [*way, way[0]]))})"
        yield lookup.finding(
            one.file, one.verdict, "same-circle", what, "expected an end that nothing else is preferred to", todo
        )
    end = preferred_iris(lookup)
    for one in found:
        if one.answer != "rejects":
            continue
        subject, value = one.subject.value, one.value.value
        if value in answers[subject] or (one.subject.names and end.get(subject, subject) == end.get(value, value)):
            what = f"keeps {_name(one.subject)} and {namespaces.compact(value)} apart, which others call the same"
            yield lookup.finding(
                one.file, one.verdict, "same-circle", what, "expected one answer to one question", todo
            )


def same_unlike(lookup: Lookup) -> Iterator[Finding]:
    """Find verdicts that call the same what cannot be, or what nothing here knows."""
    for one in identities(lookup):
        if one.answer != "prefers":
            continue
        ends = [fact for fact in (one.subject, one.value) if fact.predicate != PCG + "onName"]
        if any(fact.value not in lookup.types and is_own(fact.value) for fact in ends):
            continue  # `dangling-id` reports it
        kinds = [{kind for kind in KINDS if lookup.is_a(fact.value, kind)} for fact in ends]
        unnamed = {lookup.is_a(fact.value, "UnnamedParty") for fact in ends}
        strange = next((fact for fact, kind in zip(ends, kinds, strict=True) if not kind), None)
        expected, todo = "expected two things of one kind", "mend the verdict or delete it"
        if strange is not None:
            what = f"names {namespaces.compact(strange.value)}, which is no thing of this graph"
            expected = "expected agents, places, assets, engagements or steps of the data"
        elif len(ends) == 2 and unnamed == {True, False}:
            what = f"makes a known party of {namespaces.compact(one.subject.value)}, or the other way round"
            todo = "say pcg:identifiedAs of the unnamed party"
        elif len(ends) == 2 and (not kinds[0] & kinds[1] or _apart(lookup, one)):
            classes = (
                ", ".join(map(namespaces.compact, sorted(lookup.types[fact.value])))
                for fact in (one.subject, one.value)
            )
            what = f"calls {namespaces.compact(one.subject.value)} and {namespaces.compact(one.value.value)} the same"
            what += f" ({' and '.join(classes)})"
        else:
            continue
        yield lookup.finding(one.file, one.verdict, "same-unlike", what, expected, todo)


def same_wikidata(lookup: Lookup) -> Iterator[Finding]:
    """Find entries of the register that name one Wikidata item, unless verdicts call them one or keep them apart."""
    end = preferred_iris(lookup)
    apart = {
        frozenset(end.get(iri, iri) for iri in (one.subject.value, one.value.value))
        for one in identities(lookup)
        if one.answer == "rejects"
    }
    entries: dict[str, dict[str, File]] = defaultdict(dict)
    for file, fact in lookup.facts_by_role("register"):
        found = re.search(r"\bwikidata\.org/(?:entity|wiki)/(Q\d+)$", fact.value)
        if found and fact.predicate == SKOS + "exactMatch":
            entries[found[1]].setdefault(fact.subject, file)
    for item, subjects in entries.items():
        seen: list[str] = []
        for subject, file in subjects.items():
            own = end.get(subject, subject)
            other = next((o for o in seen if o != own and frozenset((o, own)) not in apart), None)
            if other is not None:
                yield lookup.finding(
                    file,
                    subject,
                    "same-wikidata",
                    f"has the Wikidata item of {namespaces.compact(other)} ({item})",
                    "expected one entry for one item",
                    "mend the item, or say by a verdict on owl:sameAs whether the two are the same",
                )
            seen.append(own)


def _apart(lookup: Lookup, one: Identity) -> bool:
    mine, others = (lookup.types[iri] for iri in (one.subject.value, one.value.value))
    return any(lookup.are_disjoint(a, b) for a in mine for b in others)


def _name(fact: Fact) -> str:
    return namespaces.compact(fact.value) if fact.names else f'"{fact.value}"'
