"""The rule on verdicts that needs the sources: each verdict is about a value that a source gives."""

from __future__ import annotations

from collections.abc import Iterator

from pcgraph.model import namespaces
from pcgraph.model.namespaces import IDENTIFIED_AS, PCG, SAME
from pcgraph.validation.index import Fact, Lookup, as_turtle
from pcgraph.validation.rule import Fault, rule
from pcgraph.validation.rules.naming import is_own


@rule()
def verdict_on_nothing(lookup: Lookup) -> Iterator[Fault]:
    """Find verdicts on a value that no source gives, identifications of a named party, and names of no source.

    A source is named if it is retracted or if a verdict rests on it. Verdicts do not apply to the register: fix the
    register instead.
    """
    judged = {fact.value for _, fact in lookup.facts_by_role("verdicts") if fact.predicate == PCG + "onSubject"}
    given = {
        (fact.subject, fact.predicate, str(fact.term))
        for _, fact in lookup.facts_by_role("source")
        if fact.subject in judged
    }
    sources = {file.graph for file in lookup.inputs.by_role("source")}
    for file, facts in lookup.by_role("verdicts"):
        verdicts: dict[str, dict[str, Fact]] = {}
        for fact in facts:
            what = ""
            if fact.predicate == PCG + "retracted" and fact.subject not in sources:
                what = "is retracted but is not a source here"
            known = fact.value in lookup.types or not is_own(fact.value, lookup.inputs.names)  # else `dangling-id`
            if fact.predicate == PCG + "restsOn" and fact.value not in sources and known:
                what = f"rests on something that is not a source here ({as_turtle(fact)})"
            if what:
                yield file, fact.subject, what, "expected a source of data/sources", "fix its slug or delete the line"
            verdicts.setdefault(fact.subject, {})[fact.predicate] = fact
        for verdict, said_of in verdicts.items():
            value = said_of.get(PCG + "rejects") or said_of.get(PCG + "prefers")
            if value is None or PCG + "onSubject" not in said_of or PCG + "onProperty" not in said_of:
                continue  # `verdict-form` reports it
            subject, predicate = said_of[PCG + "onSubject"].value, said_of[PCG + "onProperty"].value
            if predicate == SAME:
                continue  # sources do not state identity; `same-unlike` checks it
            if subject not in lookup.types and is_own(subject, lookup.inputs.names):
                continue  # `dangling-id` reports it
            if predicate == IDENTIFIED_AS and value.predicate == PCG + "prefers":
                if not lookup.is_a(subject, "UnnamedParty"):
                    yield (
                        file,
                        verdict,
                        f"identifies {namespaces.compact(subject)}, which is not an unnamed party",
                        "expected a pcg:UnnamedParty as pcg:onSubject",
                        "fix the subject or delete the verdict",
                    )
            elif (subject, predicate, str(value.term)) not in given:
                claim = as_turtle(Fact(subject, predicate, value.value, value.term))
                yield (
                    file,
                    verdict,
                    f"is on {namespaces.compact(subject)} {claim}, which no source says",
                    "expected a value that a source gives, in the same spelling",
                    "fix or delete the verdict",
                )
