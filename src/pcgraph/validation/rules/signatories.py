"""Rules on signatories: an agreement has two of them, and a person signs in their own right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pcgraph.model import namespaces
from pcgraph.model.namespaces import PCG, V
from pcgraph.store.data_folder import File
from pcgraph.validation.index import Lookup
from pcgraph.validation.rule import Fault, rule


@rule(severity="warning")
def signed_without_two_signatories(lookup: Lookup) -> Iterator[Fault]:
    """Find signed agreements with fewer than two signatories in all sources together, including unnamed ones."""
    signatories: dict[str, set[str]] = defaultdict(set)
    steps: dict[str, tuple[str, File]] = {}
    signed: set[str] = set()
    entered = lookup.ontology.sets.get(V + "entered", frozenset())
    roles = lookup.subterms("signatory")
    for file, fact in lookup.having({*roles, PCG + "step", PCG + "status"}, "source"):
        if fact.predicate in roles:
            signatories[fact.subject].add(fact.value)
        elif fact.predicate == PCG + "step":
            steps.setdefault(fact.value, (fact.subject, file))
        elif fact.predicate == PCG + "status" and fact.value in entered:
            signed.add(fact.subject)
    for step, (engagement, file) in steps.items():
        count = len(signatories[engagement])
        if step in signed and count < 2 and lookup.is_a(engagement, "Agreement"):
            yield (
                file,
                engagement,
                f"is signed and has {count or 'no'} signator{'y' if count == 1 else 'ies'}",
                "expected two or more, including unnamed ones",
                f"add the other, or {namespaces.compact(engagement)}.unnamed",
            )


@rule(
    "expected organisations, or a person who signs in their own right",
    "if the person signs for an organisation, give it the role and write a pcg:Representation",
    "warning",
)
def person_signs(lookup: Lookup) -> Iterator[Fault]:
    """Find engagements with a person as a signatory, who may act for an organisation that is not named."""
    for signing in _signings(lookup):
        if not signing.beside:
            people = ", ".join(map(namespaces.compact, signing.people))
            yield signing.file, signing.engagement, f"has a person as a signatory ({people})"


@rule("expected only the organisation as a signatory", "write a pcg:Representation for the person instead", "warning")
def signs_beside_own_organisation(lookup: Lookup) -> Iterator[Fault]:
    """Find engagements in which one source calls a person and an organisation of that person signatories."""
    for signing in _signings(lookup):
        if signing.beside:
            pairs = ", ".join(" of ".join(map(namespaces.compact, pair)) for pair in signing.beside)
            yield (
                signing.file,
                signing.engagement,
                f"has a person as a signatory beside their own organisation ({pairs})",
            )


class _Signing(NamedTuple):
    file: File
    engagement: str
    people: list[str]
    beside: list[tuple[str, str]]  # each person with an organisation of theirs that signs too


def _signings(lookup: Lookup) -> list[_Signing]:
    """Return one source for each engagement that people sign, if possible one in which their organisation signs too."""
    own = _organisations(lookup)
    roles = lookup.subterms("signatory")
    found: dict[str, _Signing] = {}
    signatories: dict[tuple[Path, str], tuple[File, set[str]]] = {}
    for file, fact in lookup.having(roles, "source"):
        signatories.setdefault((file.path, fact.subject), (file, set()))[1].add(fact.value)
    for (_, engagement), (file, agents) in signatories.items():
        people = sorted(agent for agent in agents if lookup.is_a(agent, "Person"))
        beside = [(person, body) for person in people for body in sorted(own[person] & agents)]
        if people and (engagement not in found or (beside and not found[engagement].beside)):
            found[engagement] = _Signing(file, engagement, people, beside)
    return list(found.values())


def _organisations(lookup: Lookup) -> dict[str, set[str]]:
    """Map each person to the organisations that they are a member of or hold an office in, at any time."""
    found: dict[str, set[str]] = defaultdict(set)
    holders: dict[str, str] = {}
    bodies: dict[str, set[str]] = defaultdict(set)
    names = [PCG + name for name in ("memberOf", "member", "organization")]
    for _, fact in lookup.having(names, "source", "register"):
        if fact.predicate == PCG + "memberOf":
            found[fact.subject].add(fact.value)
        elif fact.predicate == PCG + "member":
            holders[fact.subject] = fact.value
        elif fact.predicate == PCG + "organization":
            bodies[fact.subject].add(fact.value)
    for office, person in holders.items():
        found[person] |= bodies[office]
    return found
