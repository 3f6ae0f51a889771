"""Finds what makes a query answer with less than was meant: unknown terms, and what can never match.

The query is read as words, not parsed. Where in doubt, no hint is given.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import pyoxigraph as ox

from pcgraph import errors
from pcgraph.model.namespaces import SHIPPED, TYPE, Namespaces
from pcgraph.query.engine import sparql
from pcgraph.query.hints.comparisons import find_comparisons
from pcgraph.query.hints.joins import find_joins
from pcgraph.query.hints.literals import find_literals
from pcgraph.query.hints.terms import describe_problem, find_terms


def warn(
    store: ox.Store, text: str, prefixes: Mapping[str, str] | None = None, where: str = "query",
    names: Namespaces = SHIPPED,
) -> None:  # fmt: skip
    """Issue a `pcgraph.PcgraphWarning` for each hint on a query; see `find`."""
    for line in find(store, text, prefixes, where, names):
        errors.warn(line)


def find(
    store: ox.Store, text: str, prefixes: Mapping[str, str] | None = None, where: str = "query",
    names: Namespaces = SHIPPED,
) -> list[str]:  # fmt: skip
    """Return one line for each term that matches nothing, property that its subject never has, and idle comparison.

    Cost: some look-ups for each term. Only if a term is unknown, all labels are read to find a similar one.

    >>> from pcgraph.testing import tiny
    >>> find(tiny().store, "SELECT ?e { ?e pcg:signatry ?a }")
    ['query:1: pcg:signatry: occurs nowhere; expected a term of the graph; did you mean pcg:signatory?']
    """
    tokens, prefixes = sparql.tokens(text), names.prefixes if prefixes is None else prefixes
    resolved = _resolve(tokens, *sparql.prologue(text, prefixes, names.base))
    chosen = bool(sparql.from_graphs(text, prefixes, names.base))
    found = []
    for term in dict.fromkeys(find_terms(text, tokens, resolved, names)):
        problem = describe_problem(store, term, chosen, names)
        if problem:
            found.append(f"{where}:{term.line}: {term.written}: {problem}")
    found += [f"{where}:{line}: {said}" for line, said in find_comparisons(text, tokens, resolved)]
    found += [f"{where}:{line}: {said}" for line, said in find_literals(store, text, tokens, resolved)]
    if not chosen:
        found += [f"{where}:{line}: {said}" for line, said in find_joins(store, text, tokens, resolved)]
    return list(dict.fromkeys(found))


def _resolve(tokens: list[tuple[str, int]], prefixes: Mapping[str, str], base: str) -> list[str]:
    """Return the IRI of each piece, "" for one that is no IRI or belongs to a declaration."""
    found, skip = [], 0
    for piece, _ in tokens:
        word = piece.upper()
        skip = {"PREFIX": 3, "BASE": 2, "FROM": 2}.get(word, skip + (word == "NAMED" and skip > 0))
        prefix, colon, local = piece.partition(":")
        iri = ""
        if skip <= 0 and piece[0] == "<" and len(piece) > 2:
            iri = sparql.resolve(base, piece[1:-1])
        elif skip <= 0 and colon and local and prefix in prefixes:
            iri = prefixes[prefix] + re.sub(r"\\(.)", r"\1", local)
        elif piece == "a":
            iri = TYPE
        skip -= 1
        found.append(iri)
    return found
