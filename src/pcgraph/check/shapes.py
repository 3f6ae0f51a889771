"""The shapes of ``ontology/shapes.ttl`` → findings. The only door to the SHACL engine.

Each graph is validated by itself, with rdf:type and skos:inScheme of everything that it names and with the ontology's
hierarchies, domains and ranges; so a graph is as quick to check beside a thousand others as alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from pcgraph import terms
from pcgraph.check.finding import Finding, Severity
from pcgraph.check.lookup import Fact, Lookup, said
from pcgraph.check.names import is_own, is_term
from pcgraph.errors import InvalidInput
from pcgraph.paths import shown
from pcgraph.store import File
from pcgraph.terms import OWL, PCG, RDF, RDFS, SKOS, TYPE

SHACL = "http://www.w3.org/ns/shacl#"
SHAPES = "https://w3id.org/pcgraph/shapes#"
HEADS = {PCG + "Source": "source", PCG + "Register": "register", PCG + "Verdict": "verdicts"}
# What the shapes ask of the ontology; everything else in it would only be parsed in vain.
ASKED = {RDFS + name for name in ("subClassOf", "subPropertyOf", "domain", "range")} | {PCG + "chosenWith"}
MARKED = {OWL + "FunctionalProperty", PCG + "DerivedRelation"}


@dataclass(frozen=True)
class Shapes:
    """The shapes file, read once.

    Attributes
    ----------
    text : dict of str → str
        Role of a graph → N-Triples in which only the shapes that hold there have a target.
    messages : dict of str → str
        Local name of each shape → its message, "" where its constraint has one of its own.
    warnings : frozenset of str
        Local names of the shapes that only warn.
    """

    text: dict[str, str]
    messages: dict[str, str]
    warnings: frozenset[str]

    @property
    def codes(self) -> set[str]:
        """The codes of all shapes: their names up to the first full stop."""
        return {name.partition(".")[0] for name in self.messages}


def read(path: Path) -> Shapes:
    """Read a shapes file.

    Raises
    ------
    InvalidInput
        If it is missing or no Turtle.
    """
    try:
        triples = list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
    except (OSError, SyntaxError) as error:
        raise InvalidInput(
            f"{shown(path)}:1: no-shapes: {error}; expected the shapes in Turtle; restore the file"
        ) from error
    roles: dict[str, set[str]] = {}
    messages: dict[str, str] = {}
    warnings: set[str] = set()
    for triple in triples:
        name = triple.subject.value.removeprefix(SHAPES)
        if triple.predicate.value == SHAPES + "holdsIn":
            roles.setdefault(name, set()).add(HEADS[triple.object.value])
            messages.setdefault(name, "")
        elif triple.predicate.value == SHACL + "message" and triple.subject.value.startswith(SHAPES):
            messages[name] = triple.object.value
        elif triple.predicate.value == SHACL + "severity" and triple.object.value == SHACL + "Warning":
            warnings.add(name)

    def holding(role: str) -> str:
        kept = (
            triple
            for triple in triples
            if not triple.predicate.value.startswith(SHACL + "target")
            or role in roles.get(triple.subject.value.removeprefix(SHAPES), ())
        )
        return (ox.serialize(kept, format=ox.RdfFormat.N_TRIPLES) or b"").decode()

    return Shapes({role: holding(role) for role in HEADS.values()}, messages, frozenset(warnings))


def broken(lookup: Lookup, shapes: Shapes) -> Iterator[Finding]:
    """Give a finding for everything in the data that breaks a shape.

    Cost: a few milliseconds for each source.
    """
    import shacl_rust

    for role in HEADS.values():
        for files, data in graphs(lookup, role):
            report = shacl_rust.validate(data, shapes.text[role])
            about = _about(lookup, files) if report["results"] else {}
            for result in report["results"]:
                if (finding := _finding(lookup, about, shapes, result)) is not None:
                    yield finding


def graphs(lookup: Lookup, role: str) -> Iterator[tuple[list[File], str]]:
    """Give each graph of a role as Turtle to validate, with the files that it is made of.

    A source is a graph of its own; the register is one graph whatever its files are.
    """
    parts = list(lookup.of(role))
    frame = _frame(lookup)
    for group in [[part] for part in parts] if role == "source" else [parts] if parts else []:
        context = _context(lookup, [fact for _, facts in group for fact in facts])
        # N-Triples are Turtle too, so the files themselves need not be written again.
        yield [file for file, _ in group], "\n".join([*(file.text for file, _ in group), *context, frame])


def _frame(lookup: Lookup) -> str:
    """Write what the ontology declares, for the shapes that follow it instead of repeating it."""
    return "\n".join(
        f"<{fact.subject}> <{fact.predicate}> {fact.term} ."
        for fact in lookup.ontology
        if fact.predicate in ASKED or (fact.predicate == TYPE and fact.value in MARKED)
    )


def _context(lookup: Lookup, facts: Iterable[Fact]) -> Iterator[str]:
    """Write what the things that a graph names are, according to all graphs."""
    named = {fact.subject for fact in facts} | {fact.value for fact in facts if fact.names}
    for iri in sorted(named):
        for type_ in sorted(lookup.types.get(iri, ())):
            yield f"<{iri}> <{RDF}type> <{type_}> ."
        if iri in lookup.schemes:
            yield f"<{iri}> <{SKOS}inScheme> <{lookup.schemes[iri]}> ."


def _about(lookup: Lookup, files: list[File]) -> dict[str, tuple[File, list[Fact]]]:
    """Map each subject to the first file that speaks of it, and to what that file says of it."""
    found: dict[str, tuple[File, list[Fact]]] = {}
    for file in files:
        for fact in lookup.facts[str(file.path)]:
            first, facts = found.setdefault(fact.subject, (file, []))
            if first is file:
                facts.append(fact)
    return found


def _finding(
    lookup: Lookup, about: dict[str, tuple[File, list[Fact]]], shapes: Shapes, result: dict[str, object]
) -> Finding | None:
    """Turn one result of the engine into a finding; into nothing if it is about another graph or a wrong name."""
    focus = str(result["focusNode"]).strip("<>")
    if focus not in about or focus not in lookup.types:
        return None
    file, facts = about[focus]
    fact = _fact(facts, result)
    if (
        fact is not None
        and fact.names
        and fact.value not in lookup.types
        and (is_own(fact.value) or is_term(fact.value))
    ):
        return None  # `dangling-id` or `unknown-term` says so
    name = str(result["sourceShape"]).strip("<>").removeprefix(SHAPES)
    messages = result["messages"]
    text = shapes.messages[name] or (str(messages[-1]) if isinstance(messages, list) else "")
    text = re.sub(r"https?://[^\s,;]+", lambda match: terms.compact(match[0]), text)
    what, expected, todo = text.split("; ", 2)
    severity: Severity = "warning" if name in shapes.warnings else "error"
    detail = f" ({said(fact)})" if fact is not None else ""
    return lookup.finding(file, focus, name.partition(".")[0], what + detail, expected, todo, severity)


def _fact(facts: list[Fact], result: dict[str, object]) -> Fact | None:
    """Find the triple that a result is about among those of its subject, if it is about one."""
    value = result.get("value")
    if value is None:
        return None
    path = str(result.get("resultPath", ""))
    about = [fact for fact in facts if str(fact.term) == value]
    return next((fact for fact in about if f"<{fact.predicate}>" in path), about[0] if about else None)
