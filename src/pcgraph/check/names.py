"""Rules on names: each is declared or typed, and each kind of statement stands in its kind of file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from pcgraph import terms
from pcgraph.check.finding import Finding
from pcgraph.check.lookup import Fact, Lookup, once, said
from pcgraph.errors import nearest
from pcgraph.terms import DCTERMS, ID, LABEL, PCG, RDF, RDFS, SECTOR, SKOS, SRC, TYPE, VERDICT, G, V

SUGGESTED = 20  # of many wrong names; to find the nearest one takes a look at every known name
BASE = "https://w3id.org/pcgraph/"
RETRACTED = PCG + "retracted"  # `verdict-on-nothing` looks after its subject
# What the data may borrow; what else a subject needs is declared in the ontology.
BORROWED = {RDF + "type", RDFS + "label", RDFS + "comment", RDFS + "seeAlso", DCTERMS + "description"} | {
    SKOS + name
    for name in (
        *("Concept", "ConceptScheme", "Collection", "inScheme", "member", "notation"),
        *("prefLabel", "altLabel", "hiddenLabel", "note", "definition", "scopeNote", "example"),
        *("broader", "narrower", "related", "exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch"),
    )
}


def unknown_term(lookup: Lookup) -> Iterator[Finding]:
    """Find properties, classes and concepts that nothing declares."""
    own = {fact.subject for fact in lookup.ontology if fact.subject.startswith(BASE)}
    own |= {fact.subject for _, fact in lookup.every("register") if fact.subject.startswith((V, SECTOR))}
    uses = (
        (file, iri, fact)
        for file, fact in lookup.every("source", "register", "verdicts")
        for iri in _vocabulary(fact)
        if iri not in own and iri not in BORROWED
    )
    hint = _hints(terms.compact(iri) for iri in own | BORROWED)
    for file, iri, fact in once(uses):
        yield lookup.finding(
            file,
            fact.subject,
            "unknown-term",
            f"uses {terms.compact(iri)}, which nothing declares",
            "expected a term of the ontology or its vocabularies, or of RDFS, SKOS, dcterms:description",
            hint(terms.compact(iri)) or "mend the name, or declare it in ontology/",
        )


def _vocabulary(fact: Fact) -> Iterator[str]:
    """Give the names in a triple that have to be declared as terms."""
    yield fact.predicate
    if fact.names and (fact.predicate == TYPE or is_term(fact.value)):
        yield fact.value


def is_term(iri: str) -> bool:
    """Say whether an IRI is in this project's own space and is no thing, document, graph or verdict."""
    return iri.startswith(BASE) and not iri.startswith((ID, SRC, G, VERDICT))


def dangling_id(lookup: Lookup) -> Iterator[Finding]:
    """Find things, passages and verdicts that are named, or spoken of, and typed nowhere."""
    uses = (
        (file, iri, fact)
        for file, fact in lookup.every("source", "register", "verdicts")
        for iri in (fact.subject, fact.value if fact.names else "")
        if iri not in lookup.types and (is_own(iri) or (iri == fact.subject and fact.predicate != RETRACTED))
    )
    hint = _hints(terms.compact(iri) for iri in lookup.types if iri.startswith(ID))
    for file, iri, fact in once(uses):
        name = terms.compact(iri)
        named = f"names {name} ({terms.compact(fact.predicate)}), which has no type anywhere"
        what = "has no type anywhere" if iri == fact.subject else named
        yield lookup.finding(file, fact.subject, "dangling-id", what, *_missing(iri, name, hint))


def is_own(iri: str) -> bool:
    """Say whether an IRI is a name that only this project can give a meaning to: a thing, a passage, a verdict."""
    return iri.startswith((ID, VERDICT)) or (iri.startswith(SRC) and "#" in iri)


def _hints(known: Iterable[str]) -> Callable[[str], str]:
    """Return a function that says which known name was meant, for the first names that are asked; "" for all others."""
    options, found = sorted(known), dict[str, str]()

    def hint(name: str) -> str:
        if name not in found and len(found) < SUGGESTED:
            text = nearest(name, options)
            found[name] = text if text.startswith("did you mean") else ""
        return found.get(name, "")

    return hint


def _missing(iri: str, name: str, hint: Callable[[str], str]) -> tuple[str, str]:
    """Say what a name without a type should have had, and what to do."""
    if iri.startswith(VERDICT):
        return "expected a pcg:Verdict", "add its type"
    if "#" in iri:
        return "expected a pcg:Passage in this file", "let `pcgraph cite` print it, or mend the offsets"
    return (
        "expected a block with its class, in data/register or, for an engagement, step or unnamed party, in a source",
        hint(name) or "mend the name, or add its block",
    )


def disjoint_types(lookup: Lookup) -> Iterator[Finding]:
    """Find things that one graph puts into two classes that have nothing in common, as paper and work."""
    for file, facts in lookup.of("source", "register"):
        types: dict[str, set[str]] = {}
        for fact in facts:
            if fact.predicate == TYPE:
                types.setdefault(fact.subject, set()).add(fact.value)
        for subject, classes in types.items():
            for one, other in combinations(sorted(classes), 2):
                if lookup.apart(one, other):
                    yield lookup.finding(
                        file,
                        subject,
                        "disjoint-types",
                        f"is both {terms.compact(one)} and {terms.compact(other)}",
                        "expected classes that can be true of one thing",
                        "keep one, or give the other a node of its own",
                    )


def type_outside_register(lookup: Lookup) -> Iterator[Finding]:
    """Find agents, places and assets that get their class in a source."""
    classes = (lookup.below("Agent") | lookup.below("Place") | lookup.below("Asset")) - {PCG + "UnnamedParty"}
    for file, fact in lookup.every("source"):
        if fact.predicate == TYPE and fact.value in classes and ".unnamed" not in fact.subject:  # else `unnamed-form`
            yield lookup.finding(
                file,
                fact.subject,
                "type-outside-register",
                f"gets its class in a source ({terms.compact(fact.value)})",
                "expected the class of an agent, place or asset in data/register only",
                "move it there",
            )


def role_in_register(lookup: Lookup) -> Iterator[Finding]:
    """Find what only a source can say: classes, roles and other properties of engagements and steps."""
    said_of = {PCG + "Engagement", PCG + "Agreement", PCG + "Event", PCG + "Initiative", PCG + "Step"}
    properties = lookup.model.roles | {
        fact.subject for fact in lookup.ontology if fact.predicate == RDFS + "domain" and fact.value in said_of
    }
    properties |= {PCG + "covers", PCG + "delivers", PCG + "place", PCG + "statedIn", *terms.MARKS}
    properties -= set(terms.COMPUTED)
    classes = lookup.below("Engagement") | {PCG + "Step", PCG + "Passage", PCG + "UnnamedParty"}

    uses = (
        (file, fact.subject, fact)
        for file, fact in lookup.every("register")
        if fact.predicate in properties or (fact.predicate == TYPE and fact.value in classes)
    )
    for file, subject, fact in once(uses):
        yield lookup.finding(
            file,
            subject,
            "role-in-register",
            f"is given in the register what a source has to say ({said(fact)})",
            "expected labels, summaries and background only",
            "move it to the source that says it",
        )


def no_label(lookup: Lookup) -> Iterator[Finding]:
    """Find engagements that the register does not name in English; a shape looks after everything else."""
    labelled = {
        fact.subject
        for _, fact in lookup.every("register")
        if fact.predicate == LABEL and getattr(fact.term, "language", None) == "en"
    }
    for engagement, file in lookup.engagements.items():
        if engagement not in labelled:
            yield lookup.finding(
                file,
                engagement,
                "no-label",
                "has no English label in the register",
                "expected one rdfs:label with @en in data/register",
                "add it there",
            )
