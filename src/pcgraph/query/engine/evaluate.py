"""Runs SPARQL on the embedded engine. All SPARQL text reaches the engine through this module."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import pyoxigraph as ox

from pcgraph.errors import UsageError, nearest
from pcgraph.model import namespaces
from pcgraph.model.namespaces import SHIPPED, Namespaces
from pcgraph.query.engine import isolation, sparql, syntax
from pcgraph.query.engine.ordering import order_totally
from pcgraph.query.engine.result import Answer, written
from pcgraph.query.engine.row_order import RowOrder, row_order, sort_rows


@dataclass(frozen=True)
class Prepared:
    """A query that was checked and only reads."""

    text: str  # the text for the engine, with a total order in each ORDER BY
    written: str  # the text as its author wrote it, without values of parameters
    graphs: tuple[str, ...]  # IRIs of the graphs in FROM and FROM NAMED
    where: str = "query"  # the name of the query in messages
    # the prefixes that need no declaration, and the base of relative IRIs, such as ``<id/lumen>``
    names: Namespaces = SHIPPED
    order: RowOrder | None = None  # how to sort the answer without the engine, if that is possible

    def bind(self, values: Mapping[str, str], where: str) -> Prepared:
        """Return the query with parameters bound; see `pcgraph.query.engine.sparql.bind`."""
        if not values:
            return self
        order = self.order and self.order._replace(text=sparql.bind(self.order.text, values, where))
        return replace(self, text=sparql.bind(self.text, values, where), order=order)


@lru_cache(maxsize=256)  # checking a short query takes longer than answering it
def prepare(text: str, where: str, names: Namespaces = SHIPPED) -> Prepared:
    """Check that a query only reads, and return it with a total order; `names` are those of the project."""
    sparql.guard(text, where)
    graphs = sparql.from_graphs(text, names.prefixes, names.base)
    return Prepared(order_totally(text, where), text, graphs, where, names, row_order(text, where))


def evaluate(
    store: ox.Store,
    query: Prepared,
    default: Sequence[str] | None = None,
    named: Sequence[str] | None = None,
    prefixes: Mapping[str, str] | None = None,
    **options: Any,
) -> Any:
    """Return the engine's answer object; the query runs in this process."""
    if query.graphs and default is None and named is None:
        check_graphs(store, query.graphs, "FROM")
    else:
        options["default_graph"] = [ox.NamedNode(iri) for iri in ([namespaces.CURRENT] if default is None else default)]
        options["named_graphs"] = None if named is None else [ox.NamedNode(iri) for iri in named]
    prefixes = query.names.prefixes if prefixes is None else prefixes
    known: dict[str, Any] = {"base_iri": query.names.base, "prefixes": dict(prefixes)}
    try:
        return store.query(_with_columns_in_order(query.text, known), **known, **options)
    except SyntaxError as error:
        raise syntax.fault(error, query.where, query.written, known) from error


def _with_columns_in_order(text: str, known: Mapping[str, Any]) -> str:
    """Replace ``SELECT *`` by its variables in the order in which the text names them; the engine sorts them by name.

    >>> _with_columns_in_order("SELECT * { ?s ?p ?o FILTER EXISTS { ?x ?p ?o } }", {})
    'SELECT ?s ?p ?o { ?s ?p ?o FILTER EXISTS { ?x ?p ?o } }'
    """
    head = re.match(rf"(?:{sparql.SKIP}(?:PREFIX|BASE)\b[^<]*<[^<>]*>)*{sparql.SKIP}SELECT\b"
                    rf"(?:{sparql.SKIP}(?:DISTINCT|REDUCED)\b)?{sparql.SKIP}(\*)", text, re.IGNORECASE)  # fmt: skip
    if head is None:
        return text
    names = [variable.value for variable in ox.Store().query(text, **known).variables]  # an empty store answers at once
    order = {token[1:]: None for token, _ in sparql.tokens(text) if token[0] in "?$" and token[1:] in names}
    if len(order) < len(names) or not names:
        return text
    return f"{text[: head.start(1)]}{' '.join('?' + name for name in order)}{text[head.end(1) :]}"


def check_graphs(store: ox.Store, graphs: Sequence[str], where: str) -> None:
    """Raise `UsageError` if the store lacks one of the graphs that a query or a parameter names."""
    for iri in graphs:
        if iri != namespaces.CURRENT and not store.contains_named_graph(ox.NamedNode(iri)):
            there = [namespaces.compact(graph.value) for graph in store.named_graphs()]
            name = namespaces.compact(iri)
            raise UsageError(
                f"query: {where} {name}: no such graph; expected a graph of this data; {nearest(name, there)}"
            )


def answer(
    store: ox.Store, query: Prepared, *, isolate: bool, timeout: float | None = None,
    hint: Callable[[Answer], Iterable[str]] = lambda _: (), **options: Any,
) -> Answer:  # fmt: skip
    """Return the complete answer as text, with what `hint` says about it."""
    if not isolate:
        found = _sorted(store, query, options)
        return found._replace(hints=tuple(hint(found)))
    found, lines = isolation.run_both(lambda: _sorted(store, query, options), lambda found: tuple(hint(found)), timeout)
    return found._replace(hints=lines or ())


def _sorted(store: ox.Store, query: Prepared, options: Mapping[str, Any]) -> Answer:
    if query.order is not None:
        found = written(evaluate(store, replace(query, text=query.order.text), **options))
        if (rows := sort_rows(found.body, query.order)) is not None:
            return Answer(False, rows)
    return written(evaluate(store, query, **options))
