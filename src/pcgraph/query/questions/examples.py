"""Examples for the parameters of questions: values that occur in the graph at hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pyoxigraph as ox

from pcgraph.model.namespaces import SHIPPED, Namespaces
from pcgraph.query.engine.evaluate import evaluate, prepare
from pcgraph.query.questions.question import Query, namespace

# Type of a parameter → where its values (?x) occur in `current`; ?e is what they are counted by.
PATTERNS = {
    "agent": "?e pcg:participant ?x FILTER NOT EXISTS { ?x a pcg:UnnamedParty }",
    "person": "?e pcg:member ?x",
    "organisation": "?e pcg:participant ?x . ?x a pcg:Organization",
    "engagement": "?x a pcg:Engagement OPTIONAL { ?x pcg:participant ?e }",
    "event": "?x a pcg:Event OPTIONAL { ?x pcg:participant ?e }",
    "place": "?e pcg:place ?x",
    "country": "?e pcg:country ?x",
    "sector": "?e pcg:sector ?x",
    "status": "?e pcg:status ?x",
    "kind": "?e pcg:kind ?x",
    "source": "?e pcg:inSource ?x",
}
MOST_COUNTED = 50_000  # rows that are counted, so that a large graph answers at once


def examples(store: ox.Store, query: Query, names: Namespaces = SHIPPED) -> dict[str, str]:
    """Return a value that occurs in the graph for each parameter of a question.

    >>> from pcgraph.query.questions import catalogue
    >>> from pcgraph.testing import tiny
    >>> examples(tiny().store, catalogue.find("who-signed-with"))
    {'party': 'coast-office'}
    """

    def first(text: str) -> str:
        rows = evaluate(store, prepare(text, "example", names=names))
        return next((row["x"].value for row in rows if row["x"] is not None), "")

    return find_examples(query, first, names)


def find_examples(query: Query, first: Callable[[str], str], names: Namespaces = SHIPPED) -> dict[str, str]:
    """Return what `examples` returns, for any engine.

    >>> from pcgraph.query.questions import catalogue
    >>> lumen = "https://w3id.org/pcgraph/id/lumen"
    >>> find_examples(catalogue.find("who-signed-with"), lambda text: lumen if "COUNT" in text else "")
    {'party': 'lumen'}
    """
    found: dict[str, str] = {}
    for name, about in query.parameters.items():
        found[name] = _example(about if isinstance(about, dict) else {}, first, [*found.values()], names)
    return found


def with_examples(store: ox.Store, query: Query, names: Namespaces = SHIPPED) -> Query:
    """Return a question whose examples are those of `examples`.

    >>> from pcgraph.query.questions import catalogue
    >>> from pcgraph.testing import tiny
    >>> with_examples(tiny().store, catalogue.find("who-signed-with")).parameters
    {'party': {'type': 'agent', 'example': 'coast-office'}}
    """
    known = examples(store, query, names)
    about = {name: {**about, "example": known[name]} for name, about in query.parameters.items()}
    return replace(query, parameters=about)


def _example(about: Mapping[str, Any], first: Callable[[str], str], taken: list[str], names: Namespaces) -> str:
    kind, given = str(about.get("type", "thing")), str(about.get("example", ""))
    pattern, space = PATTERNS.get("agent" if kind == "thing" else kind), namespace(kind, names)
    if pattern is None or _occurs(first, pattern, names.expand(given, space)):
        return given
    others = "".join(f" FILTER(!STRENDS(STR(?x), {ox.Literal('/' + slug)}))" for slug in taken)
    rows = f"SELECT DISTINCT ?x ?e {{ {pattern}{others} }} LIMIT {MOST_COUNTED}"
    iri = first(f"SELECT ?x {{ {{ {rows} }} }} GROUP BY ?x ORDER BY DESC(COUNT(?e)) ?x LIMIT 1")
    return iri.removeprefix(space) if iri.startswith(space) else names.compact(iri)


def _occurs(first: Callable[[str], str], pattern: str, iri: str) -> bool:
    try:
        return bool(first(f"SELECT ?x {{ {pattern} VALUES ?x {{ {ox.NamedNode(iri)} }} }} LIMIT 1"))
    except ValueError:  # not an IRI
        return False
