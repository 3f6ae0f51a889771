"""Rules on names: each is declared or has a type, and each kind of statement is in the right kind of file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from pcgraph.errors import nearest
from pcgraph.model import namespaces
from pcgraph.model.namespaces import (
    BASE,
    DCTERMS,
    GEO,
    LABEL,
    PCG,
    RDF,
    RDFS,
    SECTOR,
    SHIPPED,
    SKOS,
    TYPE,
    WGS,
    G,
    Namespaces,
    V,
)
from pcgraph.store import countries
from pcgraph.validation.index import Fact, Lookup, as_turtle, first_uses
from pcgraph.validation.rule import Fault, rule

SUGGESTED = 20  # wrong names for which a similar one is suggested; each search compares every known name
RETRACTED = PCG + "retracted"  # `verdict-on-nothing` checks its subject
# Terms of other vocabularies that the data may use; the ontology declares all others.
BORROWED = {RDF + "type", RDFS + "label", RDFS + "comment", RDFS + "seeAlso", DCTERMS + "description"} | {
    SKOS + name
    for name in (
        *("Concept", "ConceptScheme", "Collection", "inScheme", "member", "notation"),
        *("prefLabel", "altLabel", "hiddenLabel", "note", "definition", "scopeNote", "example"),
        *("broader", "narrower", "related", "exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch"),
    )
}
BORROWED |= {DCTERMS + "source", WGS + "lat", WGS + "long", GEO + "asWKT"}


@rule()
def unknown_term(lookup: Lookup) -> Iterator[Fault]:
    """Find properties, classes and concepts that are not declared."""
    names = lookup.inputs.names
    own = {fact.subject for fact in lookup.ontology_facts if fact.subject.startswith((BASE, names.base))}
    own |= {fact.subject for _, fact in lookup.facts_by_role("register") if fact.subject.startswith((V, SECTOR))}
    # each name is looked at once, and the triples again only if one is unknown
    said = [fact for _, facts in lookup.by_role() for fact in facts]
    terms = {fact.predicate for fact in said} | {fact.value for _, fact in lookup.having([TYPE]) if fact.names}
    values = {fact.value for fact in said if fact.names}
    unknown = (terms | {iri for iri in values if is_term(iri, names)}) - own - BORROWED
    facts = lookup.facts_by_role() if unknown else ()
    uses = ((file, iri, fact) for file, fact in facts for iri in _vocabulary(fact, names) if iri in unknown)
    hint = _hints(namespaces.compact(iri) for iri in own | BORROWED)
    for file, iri, fact in first_uses(uses):
        yield (
            file,
            fact.subject,
            f"uses {namespaces.compact(iri)}, which is not declared",
            "expected a term of the ontology or its vocabularies, of RDFS or SKOS, or dcterms:description",
            hint(namespaces.compact(iri)) or "fix the name, or declare it in ontology/",
        )


def _vocabulary(fact: Fact, names: Namespaces) -> Iterator[str]:
    """Yield the IRIs in a triple that must be declared as terms."""
    yield fact.predicate
    if fact.names and (fact.predicate == TYPE or is_term(fact.value, names)):
        yield fact.value


def is_term(iri: str, names: Namespaces) -> bool:
    """Return whether an IRI is in a namespace of terms: in the base and not a thing, source, graph or verdict."""
    things = (each for own in (names, SHIPPED) for each in (own.id, own.src, own.verdict))
    return iri.startswith((BASE, names.base)) and not iri.startswith((G, *things))


@rule()
def dangling_id(lookup: Lookup) -> Iterator[Fault]:
    """Find things, passages and verdicts that are used but have no type in any file."""
    names = lookup.inputs.names
    said = [fact for _, facts in lookup.by_role() for fact in facts]
    subjects = {fact.subject for fact in said if fact.predicate != RETRACTED}
    values = {fact.value for fact in said if fact.names} | {fact.subject for fact in said}
    untyped = {iri for iri in (subjects | values) - lookup.types.keys() if iri in subjects or is_own(iri, names)}
    uses = (
        (file, iri, fact)
        for file, fact in (lookup.facts_by_role() if untyped else ())
        for iri in (fact.subject, fact.value if fact.names else "")
        if iri in untyped and (is_own(iri, names) or (iri == fact.subject and fact.predicate != RETRACTED))
    )
    hint = _hints(namespaces.compact(iri) for iri in lookup.types if iri.startswith(names.id))
    for file, iri, fact in first_uses(uses):
        name = namespaces.compact(iri)
        named = f"names {name} ({namespaces.compact(fact.predicate)}), which has no type anywhere"
        what = "has no type anywhere" if iri == fact.subject else named
        yield file, fact.subject, what, *_missing(iri, name, hint, names)


def is_own(iri: str, names: Namespaces) -> bool:
    """Return whether an IRI can only be defined in this project: a thing, a passage or a verdict."""
    return iri.startswith((names.id, names.verdict)) or (iri.startswith(names.src) and "#" in iri)


def _hints(known: Iterable[str]) -> Callable[[str], str]:
    """Return a function that suggests a known name for each of the first `SUGGESTED` names, and "" for all others."""
    options, found = list[str](), dict[str, str]()

    def hint(name: str) -> str:
        if name not in found and len(found) < SUGGESTED:
            if not options:  # sorted only if there is a wrong name
                options.extend(sorted(known))
            text = nearest(name, options)
            found[name] = text if text.startswith("did you mean") else ""
        return found.get(name, "")

    return hint


def _missing(iri: str, name: str, hint: Callable[[str], str], names: Namespaces) -> tuple[str, str]:
    """Return what was expected for a name without a type, and how to fix it."""
    if iri.startswith(names.verdict):
        return "expected a pcg:Verdict", "add its type"
    if "#" in iri:
        return "expected a pcg:Passage in this file", "print the block with `pcgraph cite`, or fix the offsets"
    return (
        "expected a block with its class, in data/register or, for an engagement, step or unnamed party, in a source",
        hint(name) or "fix the name, or add its block",
    )


@rule("expected classes that are not disjoint", "keep one, or add a separate node for the other", local=True)
def disjoint_types(lookup: Lookup) -> Iterator[Fault]:
    """Find things with two disjoint classes in one graph, such as pcg:Agreement and pcg:Project."""
    for file, facts in lookup.by_role("source", "register"):
        types: dict[str, set[str]] = {}
        for fact in facts:
            if fact.predicate == TYPE:
                types.setdefault(fact.subject, set()).add(fact.value)
        for subject, classes in types.items():
            for first, second in combinations(sorted(classes), 2):
                if lookup.are_disjoint(first, second):
                    yield file, subject, f"is both {namespaces.compact(first)} and {namespaces.compact(second)}"


@rule("expected the class of an agent, place or asset in data/register only", "move it there", local=True)
def type_outside_register(lookup: Lookup) -> Iterator[Fault]:
    """Find agents, places and assets whose class is given in a source."""
    classes = (lookup.subterms("Agent") | lookup.subterms("Place") | lookup.subterms("Asset")) - {PCG + "UnnamedParty"}
    for file, fact in lookup.facts_by_role("source"):
        if fact.predicate == TYPE and fact.value in classes and ".unnamed" not in fact.subject:  # else `unnamed-form`
            yield file, fact.subject, f"has its class in a source ({namespaces.compact(fact.value)})"


@rule("expected only labels, summaries and background", "move it to the source that says it")
def role_in_register(lookup: Lookup) -> Iterator[Fault]:
    """Find statements in the register that belong in a source: classes, roles and other properties of engagements."""
    said_of = {PCG + name for name in ("Engagement", "Agreement", "Event", "Initiative", "Step", "Representation")}
    properties = lookup.ontology.roles | {
        fact.subject for fact in lookup.ontology_facts if fact.predicate == RDFS + "domain" and fact.value in said_of
    }
    properties |= lookup.ontology.group_leaders | lookup.ontology.chosen_with.keys()
    properties |= {PCG + "covers", PCG + "delivers", PCG + "place", PCG + "statedIn", *namespaces.MARKS}
    properties -= set(namespaces.COMPUTED)
    classes = lookup.subterms("Engagement") | {
        PCG + name for name in ("Step", "Representation", "Passage", "UnnamedParty")
    }

    uses = (
        (file, fact.subject, fact)
        for file, fact in lookup.facts_by_role("register")
        if fact.predicate in properties or (fact.predicate == TYPE and fact.value in classes)
    )
    for file, subject, fact in first_uses(uses):
        yield file, subject, f"has a statement in the register that belongs in a source ({as_turtle(fact)})"


@rule(todo="add it there")
def no_label(lookup: Lookup) -> Iterator[Fault]:
    """Find engagements without a label in the register; a shape checks all other labels."""
    language = lookup.inputs.project.label_language
    labelled = {
        fact.subject
        for _, fact in lookup.having([LABEL], "register")
        if getattr(fact.term, "language", None) == language
    }
    for engagement, file in lookup.engagements.items():
        if engagement not in labelled:
            yield (
                file,
                engagement,
                f"has no {'English label' if language == 'en' else f'label in {language}'} in the register",
                f"expected one rdfs:label with @{language} in data/register",
            )


@rule("expected two capital letters of ISO 3166-1 as in ontology/countries.ttl", "fix the code", local=True)
def bad_country_code(lookup: Lookup) -> Iterator[Fault]:
    """Find codes of countries that are not in the list of countries."""
    uses = list(lookup.having([namespaces.ISO_CODE]))
    known = countries.names(lookup.inputs.ontology) if uses else {}
    for file, fact in uses:
        if fact.value not in known and not fact.names:
            yield file, fact.subject, f"has an unknown country code ({as_turtle(fact)})"
