"""Pairs of properties that one variable has in a query, and that no thing of the graph has together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pyoxigraph as ox

from pcgraph.model.namespaces import COMPUTED, CURRENT, ONTOLOGY, RDFS, TYPE, compact

ENDS = {"FILTER", "BIND", "VALUES", "OPTIONAL", "MINUS", "GRAPH", "SERVICE", "UNION", "{", "}", "."}
PREFIXES = f"PREFIX rdfs: <{RDFS}> "
DOMAINS = PREFIXES + "SELECT DISTINCT ?class { <%s> rdfs:subPropertyOf*/rdfs:domain ?class }"
LINKS = PREFIXES + "SELECT ?p { %s rdfs:subClassOf* ?class . ?p rdfs:domain ?class ; rdfs:range %s }"
Said = tuple[str, str, int]  # property or class; the pattern that asks for it, without its subject; offset


def find_joins(
    store: ox.Store, text: str, tokens: list[tuple[str, int]], resolved: list[str]
) -> Iterator[tuple[int, str]]:
    """Yield the line and the message of each property that stands beside one of things of another class.

    Only triples that every row needs are compared, and only if the ontology states two different classes for them.

    >>> from pcgraph.query import hints
    >>> from pcgraph.testing import tiny
    >>> hints.find(tiny().store, "SELECT ?e { ?e pcg:signatory ?a ; pcg:status ?s }")[0].split("; ")[-1]
    'write pcg:step/pcg:status'
    """
    asked: dict[str, list[Said]] = {}
    for subject, said in _triples(tokens, resolved):
        asked.setdefault(subject, []).append(said)
    for several in asked.values():
        for one, other in combinations(dict.fromkeys(several), 2):
            if message := _describe_pair(store, one, other) or _describe_pair(store, other, one):
                yield text.count("\n", 0, other[2]) + 1, message
                break


def _triples(tokens: list[tuple[str, int]], resolved: list[str]) -> Iterator[tuple[str, Said]]:
    """Yield variable and property of the triples in the outermost group; for a class, its IRI instead of ``a``."""
    words = [piece.upper() for piece, _ in tokens]
    start = words.index("WHERE") if "CONSTRUCT" in words and "WHERE" in words else 0  # a template asks for nothing
    depth, statement = 0, []  # type: int, list[int]
    for number in range(start, len(tokens)):
        if depth == 1 and words[number] in ENDS:
            yield from _properties(tokens, resolved, statement)
            statement = []
        elif depth == 1:
            statement.append(number)
        depth += (words[number] == "{") - (words[number] == "}")


def _properties(tokens: list[tuple[str, int]], resolved: list[str], statement: list[int]) -> Iterator[tuple[str, Said]]:
    pieces = [tokens[number][0] for number in statement]
    if not pieces or pieces[0][0] not in "?$" or {"[", "(", "|", "!"} & {*pieces}:
        return
    starts = [1, *(place + 1 for place, piece in enumerate(pieces) if piece == ";")]
    for place in (place for place in starts if place + 1 < len(pieces)):
        iri, after = resolved[statement[place]], statement[place + 1]
        offset = tokens[statement[place]][1]
        if iri == TYPE and resolved[after]:
            yield pieces[0], (resolved[after], f"a <{resolved[after]}>", offset)
        elif iri and iri != TYPE and tokens[after][0] not in ("*", "?"):
            yield pieces[0], (iri, f"<{iri}> []", offset)


def _describe_pair(store: ox.Store, one: Said, other: Said) -> str:
    """Return what is wrong with a property beside another property or a class; "" if both may describe one thing."""
    of, to = (_described(store, said) for said in (one, other))
    if of is None or to is None or of == to or other[1].startswith("a "):
        return ""
    current = ox.NamedNode(CURRENT)
    if store.query(f"ASK {{ ?s {one[1]} ; {other[1]} }}", default_graph=current):
        return ""
    if not all(store.query(f"ASK {{ ?s {said[1]} }}", default_graph=current) for said in (one, other)):
        return ""
    links = {row["p"].value for row in _ask_ontology(store, LINKS % (of, to))} - {*COMPUTED}
    link = min(map(compact, links), default="")
    name = compact(other[0])
    return link and (
        f"{name}: nothing has it beside {compact(one[0])}, as it describes a {compact(to.value)}; "
        f"expected properties of one thing; write {link}/{name}"
    )


def _described(store: ox.Store, said: Said) -> ox.NamedNode | None:
    """Return the class itself, or the class that a property describes; None if that is not one class."""
    if said[1].startswith("a "):
        return ox.NamedNode(said[0])
    found = [row["class"] for row in _ask_ontology(store, DOMAINS % said[0])]
    return found[0] if len(found) == 1 and isinstance(found[0], ox.NamedNode) else None


def _ask_ontology(store: ox.Store, query: str) -> ox.QuerySolutions:
    return store.query(query, default_graph=ox.NamedNode(ONTOLOGY))
