"""An index of the input files for the rules: the triples of each file, and the type of each thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from copy import copy
from dataclasses import replace
from functools import cache, cached_property
from graphlib import CycleError, TopologicalSorter
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from pcgraph.model import namespaces
from pcgraph.model.namespaces import OWL, RDF, SKOS, TYPE
from pcgraph.model.ontology import Ontology, read_ontology
from pcgraph.store.data_folder import File, Inputs
from pcgraph.validation.finding import Finding, Severity

CHECKED = ("source", "register", "verdicts", "searches")  # the roles that most rules are about
OF_ALL = ("types", "schemes", "declared", "engagements")  # what is computed once from all files


class Fact(NamedTuple):
    """One triple. Subject and predicate are plain IRIs; `value` is the IRI or the lexical form of the object."""

    subject: str
    predicate: str
    value: str
    term: ox.NamedNode | ox.Literal

    @property
    def names(self) -> bool:
        """True if the object is a resource and not a literal."""
        return isinstance(self.term, ox.NamedNode)


class Lookup:
    """The index that the rules share; `facts` are the triples of each file but the ontology, by its path."""

    def __init__(self, inputs: Inputs) -> None:
        self.inputs = inputs
        ontology = inputs.by_role("ontology")
        self.ontology: Ontology = read_ontology(quad for file in ontology for quad in file.quads)
        self.ontology_facts: list[Fact] = [fact for file in ontology for fact in facts_of(file)]
        self.subterms = cache(self.ontology.subterms)  # a class or property with those below it, by its local name
        self._around: dict[Path, list[str]] = {}
        self.facts: dict[str, list[Fact]] = {
            str(file.path): list(facts_of(file)) for file in inputs.files if file.role != "ontology"
        }

    def with_files(self, files: Iterable[File], gone: Iterable[Path] = ()) -> Lookup:
        """Return the index of the same inputs with some files added, replaced or removed; others are not read again."""
        new = {file.path: file for file in files}
        kept = {file.path: file for file in self.inputs.files if file.path not in set(gone)} | new
        inputs = replace(self.inputs, files=tuple(file for _, file in sorted(kept.items())))
        if inputs.by_role("ontology") != self.inputs.by_role("ontology"):
            return Lookup(inputs)
        found = copy(self)
        for name in (*OF_ALL, "_by_predicate"):
            vars(found).pop(name, None)
        found._around, found.inputs = {}, inputs
        found.facts = self.facts | {str(path): list(facts_of(file)) for path, file in new.items()}
        return found

    def only(self, files: Iterable[File]) -> Lookup:
        """Return an index of some files, in which the types of things are still those of all files."""
        found = copy(self)
        for name in OF_ALL:
            vars(found)[name] = getattr(self, name)
        vars(found).pop("_by_predicate", None)
        kept = {file.path for file in files}
        ontology = (file for file in self.inputs.files if file.role == "ontology" or file.path in kept)
        found.inputs = replace(self.inputs, files=tuple(ontology))
        return found

    def by_role(self, *roles: str) -> Iterator[tuple[File, list[Fact]]]:
        """Yield each file of the given roles with its triples; without roles, each file except the ontology's."""
        for file in self.inputs.files:
            if file.role in (roles or CHECKED):
                yield file, self.facts[str(file.path)]

    def facts_by_role(self, *roles: str) -> Iterator[tuple[File, Fact]]:
        """Yield every triple of the files of `by_role`, each with its file."""
        for file, facts in self.by_role(*roles):
            for fact in facts:
                yield file, fact

    def having(self, predicates: Collection[str], *roles: str) -> Iterator[tuple[File, Fact]]:
        """Yield the triples of `facts_by_role` that have one of these predicates, without a look at the others."""
        found = [entry for name in predicates for entry in self._by_predicate.get(name, ())]
        if len(predicates) > 1:
            found.sort(key=itemgetter(0))
        return ((file, fact) for _, file, fact in found if file.role in (roles or CHECKED))

    @cached_property
    def _by_predicate(self) -> dict[str, list[tuple[int, File, Fact]]]:
        found: dict[str, list[tuple[int, File, Fact]]] = defaultdict(list)
        facts = ((file, fact) for file in self.inputs.files for fact in self.facts.get(str(file.path), ()))
        for number, (file, fact) in enumerate(facts):
            found[fact.predicate].append((number, file, fact))
        return found

    def around(self, file: File) -> list[str]:
        """Return the types and schemes of the things that a file names, from all files, as sorted N-Triples."""
        if file.path not in self._around:
            facts = self.facts[str(file.path)]
            named = {fact.subject for fact in facts} | {fact.value for fact in facts if fact.names}
            self._around[file.path] = sorted(line for iri in named for line in self.declared.get(iri, ()))
        return self._around[file.path]

    @cached_property
    def types(self) -> dict[str, frozenset[str]]:
        """Every typed thing → its types as written, from all files."""
        found: dict[str, set[str]] = defaultdict(set)
        typed = (fact for fact in self.ontology_facts if fact.predicate == TYPE)
        for fact in [*typed, *(fact for _, fact in self.having([TYPE]))]:
            if fact.names:
                found[fact.subject].add(fact.value)
        return {iri: frozenset(types) for iri, types in found.items()}

    @cached_property
    def schemes(self) -> dict[str, str]:
        """Every concept → its scheme; the register of a data folder may add concepts."""
        name = SKOS + "inScheme"
        declared = (fact for fact in self.ontology_facts if fact.predicate == name)
        facts = [*declared, *(fact for _, fact in self.having([name], "register"))]
        return {fact.subject: fact.value for fact in facts if fact.names}

    @cached_property
    def declared(self) -> dict[str, list[str]]:
        """Every thing that has a type or a scheme → its types and its scheme as N-Triples."""
        found = {iri: [f"<{iri}> <{RDF}type> <{type_}> ." for type_ in types] for iri, types in self.types.items()}
        for iri, scheme in self.schemes.items():
            found.setdefault(iri, []).append(f"<{iri}> <{SKOS}inScheme> <{scheme}> .")
        return found

    def is_a(self, iri: str, name: str) -> bool:
        """Return whether a thing is a ``pcg:<name>``, or of a subclass, according to any file."""
        return not self.types.get(iri, frozenset()).isdisjoint(self.subterms(name))

    def are_disjoint(self, first: str, second: str) -> bool:
        """Return whether the ontology declares that nothing can belong to both classes."""
        above = self.ontology.supers
        pairs = {frozenset((a, b)) for a in {first, *above.get(first, ())} for b in {second, *above.get(second, ())}}
        return not pairs.isdisjoint(self._disjoint_pairs)

    @cached_property
    def _disjoint_pairs(self) -> frozenset[frozenset[str]]:
        declared = (fact for fact in self.ontology_facts if fact.predicate == OWL + "disjointWith")
        return frozenset(frozenset((fact.subject, fact.value)) for fact in declared)

    @cached_property
    def engagements(self) -> dict[str, File]:
        """Every engagement → the file of the first source that describes it, in the order of the files."""
        found: dict[str, File] = {}
        classes = self.subterms("Engagement")
        named = {iri for iri, types in self.types.items() if not types.isdisjoint(classes)}
        for file, fact in self.facts_by_role("source"):
            if fact.subject in named:
                found.setdefault(fact.subject, file)
        return found

    def finding(
        self, file: File, subject: str, code: str, what: str, expected: str, todo: str, severity: Severity = "error"
    ) -> Finding:
        """Return a finding about `subject`, whose name is put before `what`."""
        return Finding(
            file.path, file.line(subject), code, severity, f"{namespaces.compact(subject)} {what}", expected, todo
        )


def as_turtle(fact: Fact) -> str:
    """Return property and value of a triple as in Turtle, with the value shortened.

    >>> as_turtle(Fact("urn:x", namespaces.PCG + "place", namespaces.ID + "vik", ox.NamedNode(namespaces.ID + "vik")))
    'pcg:place id:vik'
    """
    value = namespaces.compact(fact.value) if fact.names else f'"{shortened(fact.value)}"'
    return f"{namespaces.compact(fact.predicate)} {value}"


def shortened(text: str, most: int = 40) -> str:
    """Shorten a long value to `most` characters, so that a finding stays one readable line.

    >>> shortened("one two three", 8)
    'one two…'
    """
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def first_uses(uses: Iterable[tuple[File, str, Fact]]) -> Iterator[tuple[File, str, Fact]]:
    """Yield the first use of each name in each file, so that a repeated fault is reported once for each file.

    >>> [name for _, name, _ in first_uses([(None, "a", None), (None, "a", None), (None, "b", None)])]
    ['a', 'b']
    """
    seen: set[tuple[int, str]] = set()
    for file, name, fact in uses:
        if (id(file), name) not in seen:
            seen.add((id(file), name))
            yield file, name, fact


def cycles(edges: Mapping[str, Iterable[str]]) -> Iterator[list[str]]:
    """Yield cycles of a directed graph, each starting at its least member; no node is in two of them.

    >>> list(cycles({"a": ["b"], "b": ["c"], "c": ["b", "d"], "e": ["e"]}))
    [['b', 'c'], ['e']]
    """
    left = {node: sorted(edges[node]) for node in sorted(edges)}
    while True:
        try:
            TopologicalSorter(left).prepare()
            return
        except CycleError as error:
            cycle = error.args[1][:0:-1]  # it names one node twice, and leads the other way
            at = cycle.index(min(cycle))
            yield cycle[at:] + cycle[:at]
            left = {node: [end for end in ends if end not in cycle] for node, ends in left.items() if node not in cycle}


def facts_of(file: File) -> Iterator[Fact]:
    """Yield the triples of a file, without those whose object is a blank node."""
    for triple in file.triples:
        value = triple.object
        if isinstance(value, (ox.NamedNode, ox.Literal)):
            yield Fact(triple.subject.value, triple.predicate.value, value.value, value)
