"""Rules on engagements that take all sources together to see: steps, unnamed parties, signatories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pcgraph import terms
from pcgraph.check.finding import Finding
from pcgraph.check.lookup import Lookup
from pcgraph.store import File
from pcgraph.terms import PCG, V


def no_step(lookup: Lookup) -> Iterator[Finding]:
    """Find engagements of which no source says how far they have come."""
    stepped = {fact.subject for _, fact in lookup.every("source") if fact.predicate == PCG + "step"}
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
    for file, fact in lookup.every("source"):
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
                    f"has the unnamed party of {terms.compact(owner)} ({terms.compact(party)})",
                    "expected an unnamed party of its own",
                    f"write {terms.compact(engagement)}.unnamed",
                )


def signed_without_two_signatories(lookup: Lookup) -> Iterator[Finding]:
    """Find agreements that are signed and have fewer than two signatories over all sources, unnamed ones included."""
    signatories: dict[str, set[str]] = defaultdict(set)
    steps: dict[str, tuple[str, File]] = {}
    signed: set[str] = set()
    entered = lookup.model.sets.get(V + "entered", frozenset())
    for file, fact in lookup.every("source"):
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
                f"add the other, or {terms.compact(engagement)}.unnamed",
                severity="warning",
            )
