"""Rules on engagements that shapes cannot express: steps and their passages, unnamed parties, cycles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pcgraph.model import namespaces
from pcgraph.model.namespaces import PCG, V
from pcgraph.store.data_folder import File
from pcgraph.validation.index import Fact, Lookup, cycles
from pcgraph.validation.rule import Fault, rule
from pcgraph.validation.rules.identity import preferred_iris


@rule("expected at least one pcg:step", "add the weakest status that the source supports")
def no_step(lookup: Lookup) -> Iterator[Fault]:
    """Find engagements without a step in any source."""
    stepped = {fact.subject for _, fact in lookup.having([PCG + "step"], "source")}
    for engagement, file in lookup.engagements.items():
        if engagement not in stepped:
            yield file, engagement, "has no step in any source"


@rule()
def shared_unnamed_party(lookup: Lookup) -> Iterator[Fault]:
    """Find unnamed parties with a role in more than one engagement, which would connect unrelated parties.

    The party belongs to the engagement after which it is named, or to the first one. Every other one is a finding.
    """
    uses: dict[str, dict[str, File]] = defaultdict(dict)
    for file, fact in lookup.having(lookup.ontology.roles, "source"):
        if lookup.is_a(fact.value, "UnnamedParty"):
            uses[fact.value].setdefault(fact.subject, file)
    for party, engagements in uses.items():
        owner = next((name for name in engagements if party.startswith(name + ".unnamed")), next(iter(engagements)))
        for engagement, file in engagements.items():
            if engagement != owner:
                yield (
                    file,
                    engagement,
                    f"has the unnamed party of {namespaces.compact(owner)} ({namespaces.compact(party)})",
                    "expected an unnamed party of its own",
                    f"write {namespaces.compact(engagement)}.unnamed",
                )


@rule(
    "expected pcg:covers, pcg:ledTo and pcg:precedes without cycles",
    "delete the wrong statement, or reject it with a verdict",
)
def covers_circle(lookup: Lookup) -> Iterator[Fault]:
    """Find cycles of covers, ledTo and precedes, and cycles of partOf, over all sources together.

    Statements that a verdict rejects are ignored, and things that verdicts merge are one thing. A part may follow from
    its whole, such as a contract from the memorandum that it is a part of, so the two kinds of cycles are found apart.
    """
    for names in (("covers", "ledTo", "precedes"), ("partOf",)):
        yield from _circles(lookup, {PCG + name for name in names})


def _circles(lookup: Lookup, onward: set[str]) -> Iterator[Fault]:
    rejected = _rejected(lookup)
    preferred = preferred_iris(lookup)
    edges: dict[str, set[str]] = defaultdict(set)
    first: dict[tuple[str, str], tuple[File, Fact]] = {}
    for file, fact in lookup.having(onward, "source"):
        if fact.names and (fact.subject, fact.predicate, fact.value) not in rejected:
            start, end = (preferred.get(iri, iri) for iri in (fact.subject, fact.value))
            edges[start].add(end)
            first.setdefault((start, end), (file, fact))
    for cycle in cycles(edges):
        file, fact = first[cycle[0], cycle[1 % len(cycle)]]
        yield file, fact.subject, f"leads back to itself ({' → '.join(map(namespaces.compact, [*cycle, cycle[0]]))})"


def _rejected(lookup: Lookup) -> set[tuple[str, str, str]]:
    verdicts: dict[str, dict[str, str]] = defaultdict(lambda: defaultdict(str))
    for _, fact in lookup.facts_by_role("verdicts"):
        verdicts[fact.subject][namespaces.local(fact.predicate)] = fact.value
    return {(said["onSubject"], said["onProperty"], said["rejects"]) for said in verdicts.values()}


@rule("expected a passage or a date of its own", "cite the clause that says so, or remove the step", local=True)
def raised_without_passage(lookup: Lookup) -> Iterator[Fault]:
    """Find steps beyond a plan that cite only the passage of a lower step and have no date of their own.

    Only passages with offsets are compared. A locator of a whole paragraph may support both steps, and so may one
    clause that dates each of them.
    """
    early = lookup.ontology.sets.get(V + "prospective", frozenset())
    for file, facts in lookup.by_role("source"):
        steps: dict[str, list[str]] = defaultdict(list)
        values: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for fact in facts:
            if fact.predicate == PCG + "step":
                steps[fact.subject].append(fact.value)
            elif fact.predicate in (PCG + "status", PCG + "date", PCG + "statedIn"):
                values[fact.subject][namespaces.local(fact.predicate)].add(fact.value)
        for own in steps.values():
            rank = {
                step: max((lookup.ontology.ranks.get(s, 0) for s in values[step]["status"]), default=0) for step in own
            }
            for step in own:
                proofs, dates = values[step]["statedIn"], values[step]["date"]
                if not proofs or values[step]["status"] <= early or not all("#char=" in proof for proof in proofs):
                    continue
                for lower in own:
                    weaker = rank[lower] < rank[step]
                    if weaker and proofs <= values[lower]["statedIn"] and dates <= values[lower]["date"]:
                        yield file, step, f"goes beyond {namespaces.compact(lower)} but cites the same passage and date"
                        break
