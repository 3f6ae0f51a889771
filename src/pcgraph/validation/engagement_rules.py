"""Rules on engagements that no shape can see: steps and what proves them, unnamed parties, signatories, circles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pcgraph.model import namespaces
from pcgraph.model.namespaces import PCG, V
from pcgraph.store.data_folder import File
from pcgraph.validation.finding import Finding
from pcgraph.validation.identity_rules import preferred_iris
from pcgraph.validation.index import Fact, Lookup, cycles


def no_step(lookup: Lookup) -> Iterator[Finding]:
    """Find engagements of which no source says how far they have come."""
    stepped = {fact.subject for _, fact in lookup.facts_by_role("source") if fact.predicate == PCG + "step"}
    for engagement, file in lookup.engagements.items():
        if engagement not in stepped:
            yield lookup.finding(
                file,
                engagement,
                "no-step",
                "has no step in any source",
                "expected at least one pcg:step",
                "add the weakest status that the source supports",
            )


def shared_unnamed_party(lookup: Lookup) -> Iterator[Finding]:
    """Find unnamed parties with a role in more than one engagement: each would be a hub that ties strangers together.

    The engagement after which the party is named keeps it, or else the first; every other one is a finding.
    """
    uses: dict[str, dict[str, File]] = defaultdict(dict)
    for file, fact in lookup.facts_by_role("source"):
        if fact.predicate in lookup.model.roles and lookup.is_a(fact.value, "UnnamedParty"):
            uses[fact.value].setdefault(fact.subject, file)
    for party, engagements in uses.items():
        owner = next((name for name in engagements if party.startswith(name + ".unnamed")), next(iter(engagements)))
        for engagement, file in engagements.items():
            if engagement != owner:
                yield lookup.finding(
                    file,
                    engagement,
                    "shared-unnamed-party",
                    f"has the unnamed party of {namespaces.compact(owner)} ({namespaces.compact(party)})",
                    "expected an unnamed party of its own",
                    f"write {namespaces.compact(engagement)}.unnamed",
                )


def signed_without_two_signatories(lookup: Lookup) -> Iterator[Finding]:
    """Find agreements that are signed and have fewer than two signatories over all sources, unnamed ones included."""
    signatories: dict[str, set[str]] = defaultdict(set)
    steps: dict[str, tuple[str, File]] = {}
    signed: set[str] = set()
    entered = lookup.model.sets.get(V + "entered", frozenset())
    for file, fact in lookup.facts_by_role("source"):
        if fact.predicate == PCG + "signatory":
            signatories[fact.subject].add(fact.value)
        elif fact.predicate == PCG + "step":
            steps.setdefault(fact.value, (fact.subject, file))
        elif fact.predicate == PCG + "status" and fact.value in entered:
            signed.add(fact.subject)
    for step, (engagement, file) in steps.items():
        count = len(signatories[engagement])
        if step in signed and count < 2 and lookup.is_a(engagement, "Agreement"):
            yield lookup.finding(
                file,
                engagement,
                "signed-without-two-signatories",
                f"is signed and has {count or 'no'} signator{'y' if count == 1 else 'ies'}",
                "expected two or more, unnamed ones included",
                f"add the other, or {namespaces.compact(engagement)}.unnamed",
                severity="warning",
            )


def covers_circle(lookup: Lookup) -> Iterator[Finding]:
    """Find engagements that, by what sources say together, lead back to themselves: covered, led to or preceded.

    What a verdict rejects does not count, and what verdicts call one thing is one.
    """
    onward = {PCG + "covers", PCG + "ledTo", PCG + "precedes"}
    rejected = _rejected(lookup)
    one_of = preferred_iris(lookup)
    edges: dict[str, set[str]] = defaultdict(set)
    first: dict[tuple[str, str], tuple[File, Fact]] = {}
    for file, fact in lookup.facts_by_role("source"):
        if fact.predicate in onward and fact.names and (fact.subject, fact.predicate, fact.value) not in rejected:
            one, other = (one_of.get(iri, iri) for iri in (fact.subject, fact.value))
            edges[one].add(other)
            first.setdefault((one, other), (file, fact))
    for way in cycles(edges):
        file, fact = first[way[0], way[1 % len(way)]]
        yield lookup.finding(
            file,
            fact.subject,
            "covers-circle",
            f"leads back to itself ({' → '.join(map(namespaces.compact, [*way, way[0]]))})",
            "expected pcg:covers, pcg:ledTo and pcg:precedes to lead onward only",
            "delete the one that is wrong, or reject it by a verdict",
        )


def _rejected(lookup: Lookup) -> set[tuple[str, str, str]]:
    of: dict[str, dict[str, str]] = defaultdict(lambda: defaultdict(str))
    for _, fact in lookup.facts_by_role("verdicts"):
        of[fact.subject][namespaces.local(fact.predicate)] = fact.value
    return {(said["onSubject"], said["onProperty"], said["rejects"]) for said in of.values()}


def raised_without_passage(lookup: Lookup) -> Iterator[Finding]:
    """Find steps beyond a plan that rest on the passage of a lower step, without another passage or another date.

    A pointer to a whole paragraph may prove both, and so may one clause that dates each; characters can be cut finer.
    """
    early = lookup.model.sets.get(V + "prospective", frozenset())
    for file, facts in lookup.by_role("source"):
        steps: dict[str, list[str]] = defaultdict(list)
        of: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for fact in facts:
            if fact.predicate == PCG + "step":
                steps[fact.subject].append(fact.value)
            elif fact.predicate in (PCG + "status", PCG + "date", PCG + "statedIn"):
                of[fact.subject][namespaces.local(fact.predicate)].add(fact.value)
        for own in steps.values():
            rank = {step: max((lookup.model.ranks.get(s, 0) for s in of[step]["status"]), default=0) for step in own}
            for step in own:
                proofs, dates = of[step]["statedIn"], of[step]["date"]
                if not proofs or of[step]["status"] <= early or not all("#char=" in proof for proof in proofs):
                    continue
                for lower in own:
                    if rank[lower] < rank[step] and proofs <= of[lower]["statedIn"] and dates <= of[lower]["date"]:
                        yield lookup.finding(
                            file,
                            step,
                            "raised-without-passage",
                            f"goes beyond {namespaces.compact(lower)} and rests on the same passage and date",
                            "expected a passage or a date of its own",
                            "cite the clause that says so, or take the step out",
                        )
                        break
