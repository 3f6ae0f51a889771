"""Spells terms and what is said of a subject as Turtle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

import pyoxigraph as ox

from pcgraph.model.namespaces import TYPE, XSD
from pcgraph.turtle.parser import Block, Fact

Term: TypeAlias = ox.NamedNode | ox.Literal
Terms = dict[str, list[Term]]  # predicate → objects, in the order to write
Said = dict[str, Terms]  # subject → what is said of it
Triple = tuple[str, str, Term]
INTEGER, DECIMAL, BOOLEAN, STRING = (XSD + name for name in ("integer", "decimal", "boolean", "string"))
BARE = {
    INTEGER: re.compile(r"[+-]?[0-9]+"),
    DECIMAL: re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    BOOLEAN: re.compile("true|false"),
}


def spell(term: Term, prefixes: Mapping[str, str]) -> str:
    """Return a term as Turtle.

    >>> spell(ox.Literal("7", datatype=ox.NamedNode(INTEGER)), {}), spell(ox.NamedNode("http://e.x/a"), {"e": "http://e.x/"})
    ('7', 'e:a')
    """
    if isinstance(term, ox.NamedNode):
        fitting = [name for name, space in prefixes.items() if term.value.startswith(space)]
        for name in sorted(fitting, key=lambda name: (-len(prefixes[name]), name)):
            rest = term.value.removeprefix(prefixes[name])
            if re.fullmatch(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?", rest):
                return f"{name}:{rest}"
        return f"<{term.value}>"
    datatype = term.datatype.value
    if datatype in BARE and BARE[datatype].fullmatch(term.value):
        return str(term.value)
    if term.language or datatype == STRING:
        return str(term)
    return f"{ox.Literal(term.value)}^^{spell(term.datatype, prefixes)}"


def fact(verb: str, terms: Iterable[Term], prefixes: Mapping[str, str]) -> Fact:
    """Return a predicate with its objects, spelt with the given prefixes."""
    spelt = "a" if verb == TYPE else spell(ox.NamedNode(verb), prefixes)
    return Fact(spelt, [spell(term, prefixes) for term in terms])


def block(subject: str, said: Mapping[str, list[Term]], prefixes: Mapping[str, str]) -> Block:
    """Return the block of one subject, spelt with the given prefixes; a predicate without objects is left out."""
    facts = [fact(verb, terms, prefixes) for verb, terms in said.items() if terms]
    return Block(spell(ox.NamedNode(subject), prefixes), facts)


def grouped(triples: Iterable[Triple]) -> Said:
    """Return triples by subject and predicate, in their order."""
    found: Said = {}
    for subject, verb, term in triples:
        found.setdefault(subject, {}).setdefault(verb, []).append(term)
    return found


def triples(said: Mapping[str, Terms]) -> set[Triple]:
    """Return what is said as triples."""
    return {(subject, verb, term) for subject, each in said.items() for verb, terms in each.items() for term in terms}
