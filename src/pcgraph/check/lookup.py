"""The input files once more, arranged for looking things up: what each file says, and what everything is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

import pyoxigraph as ox

from pcgraph import terms
from pcgraph.check.finding import Finding, Severity
from pcgraph.model import Model, model
from pcgraph.store import File, Inputs
from pcgraph.terms import OWL, SKOS, TYPE


class Fact(NamedTuple):
    """One triple; subject and predicate are plain IRIs, `value` is the object's IRI or lexical form."""

    subject: str
    predicate: str
    value: str
    term: ox.NamedNode | ox.Literal

    @property
    def names(self) -> bool:
        """True when the object is a resource and not a literal."""
        return isinstance(self.term, ox.NamedNode)


class Lookup:
    """Everything that several rules ask for.

    Attributes
    ----------
    inputs : Inputs
    model : Model
        The ontology's declarations.
    facts : dict of str → list of Fact
        Path of a file → its triples; without the ontology, which its own checks look after.
    ontology : list of Fact
    """

    def __init__(self, inputs: Inputs) -> None:
        self.inputs = inputs
        ontology = inputs.of("ontology")
        self.model: Model = model(quad for file in ontology for quad in file.quads)
        self.ontology: list[Fact] = [fact for file in ontology for fact in _facts(file)]
        self.facts: dict[str, list[Fact]] = {
            str(file.path): list(_facts(file)) for file in inputs.files if file.role != "ontology"
        }

    def of(self, *roles: str) -> Iterator[tuple[File, list[Fact]]]:
        """Give the files of some roles with what they say."""
        for file in self.inputs.files:
            if file.role in roles:
                yield file, self.facts[str(file.path)]

    def every(self, *roles: str) -> Iterator[tuple[File, Fact]]:
        """Give every triple of the files of some roles, each with its file."""
        for file, facts in self.of(*roles):
            for fact in facts:
                yield file, fact

    @cached_property
    def types(self) -> dict[str, frozenset[str]]:
        """Every typed thing → its types as written, in whatever file they stand."""
        found: dict[str, set[str]] = defaultdict(set)
        for fact in [*self.ontology, *(fact for _, fact in self.every("source", "register", "verdicts"))]:
            if fact.predicate == TYPE and fact.names:
                found[fact.subject].add(fact.value)
        return {iri: frozenset(types) for iri, types in found.items()}

    @cached_property
    def schemes(self) -> dict[str, str]:
        """Every concept → its scheme; a data folder may bring concepts of its own in the register."""
        facts = [*self.ontology, *(fact for _, fact in self.every("register"))]
        return {fact.subject: fact.value for fact in facts if fact.predicate == SKOS + "inScheme"}

    def is_a(self, iri: str, name: str) -> bool:
        """Say whether a thing is a ``pcg:<name>``, or of a class below it, according to any file."""
        return not self.types.get(iri, frozenset()).isdisjoint(self.below(name))

    def below(self, name: str) -> frozenset[str]:
        """Give the class or property ``pcg:<name>`` and everything below it."""
        if name not in self._below:
            self._below[name] = self.model.below(name)
        return self._below[name]

    @cached_property
    def _below(self) -> dict[str, frozenset[str]]:
        return {}

    def apart(self, one: str, other: str) -> bool:
        """Say whether the ontology declares that nothing can be of both classes."""
        above = self.model.supers
        pairs = {frozenset((a, b)) for a in {one, *above.get(one, ())} for b in {other, *above.get(other, ())}}
        return not pairs.isdisjoint(self._apart)

    @cached_property
    def _apart(self) -> frozenset[frozenset[str]]:
        declared = (fact for fact in self.ontology if fact.predicate == OWL + "disjointWith")
        return frozenset(frozenset((fact.subject, fact.value)) for fact in declared)

    @cached_property
    def engagements(self) -> dict[str, File]:
        """Every engagement → the first source's file that speaks of it, in the order of the files."""
        found: dict[str, File] = {}
        for file, fact in self.every("source"):
            if fact.subject not in found and self.is_a(fact.subject, "Engagement"):
                found[fact.subject] = file
        return found

    def finding(
        self, file: File, subject: str, code: str, what: str, expected: str, todo: str, severity: Severity = "error"
    ) -> Finding:
        """Report something about `subject`, whose name is put before `what`."""
        return Finding(
            file.path, file.line(subject), code, severity, f"{terms.compact(subject)} {what}", expected, todo
        )


def said(fact: Fact) -> str:
    """Write property and value of a triple as a curator would.

    >>> said(Fact(terms.ID + "x", terms.PCG + "place", terms.ID + "vik", ox.NamedNode(terms.ID + "vik")))
    'pcg:place id:vik'
    """
    value = terms.compact(fact.value) if fact.names else f'"{shortened(fact.value)}"'
    return f"{terms.compact(fact.predicate)} {value}"


def shortened(text: str, most: int = 40) -> str:
    """Cut a long value, so that a finding stays one readable line.

    >>> shortened("one two three", 8)
    'one two…'
    """
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def once(uses: Iterable[tuple[File, str, Fact]]) -> Iterator[tuple[File, str, Fact]]:
    """Keep the first use of each name in each file: one fault is reported once, however often it is repeated there.

    >>> [name for _, name, _ in once([(None, "a", None), (None, "a", None), (None, "b", None)])]
    ['a', 'b']
    """
    seen: set[tuple[int, str]] = set()
    for file, name, fact in uses:
        if (id(file), name) not in seen:
            seen.add((id(file), name))
            yield file, name, fact


def circles(edges: Mapping[str, Iterable[str]]) -> Iterator[list[str]]:
    """Give the circles of a directed graph, each from its least member on; no member is in two of them.

    Cost: linear where there is no circle, for whatever does not lie on one is taken away first.

    >>> list(circles({"a": ["b"], "b": ["c"], "c": ["b", "d"], "e": ["e"]}))
    [['b', 'c'], ['e']]
    """
    left = {one: set(others) for one, others in edges.items()}
    before: dict[str, set[str]] = defaultdict(set)
    for one, others in left.items():
        for other in others:
            before[other].add(one)
    ends = [name for name in before if not left.get(name)]
    while ends:
        name = ends.pop()
        left.pop(name, None)
        for one in before[name]:
            left[one].discard(name)
            if not left[one]:
                ends.append(one)
    done: set[str] = set()
    for start in sorted(left):
        came: dict[str, str] = {}
        todo = [start] if start not in done else []
        for one in todo:  # grows as it is walked: nearest first, so that the shortest way back is found
            for other in sorted(left[one] & left.keys() - done - came.keys()):
                came[other] = one
                todo.append(other)
        if start in came:
            way = [came[start]]
            while way[-1] != start:
                way.append(came[way[-1]])
            done.update(way)
            yield way[::-1]


def _facts(file: File) -> Iterator[Fact]:
    for quad in file.quads:
        if isinstance(quad.object, (ox.NamedNode, ox.Literal)):
            yield Fact(quad.subject.value, quad.predicate.value, quad.object.value, quad.object)
