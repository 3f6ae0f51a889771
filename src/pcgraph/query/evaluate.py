"""Runs SPARQL on the embedded engine. All SPARQL text reaches the engine through this module."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import pyoxigraph as ox

from pcgraph.errors import UsageError, nearest
from pcgraph.model import namespaces
from pcgraph.query import isolation, sparql
from pcgraph.query.ordering import order_totally
from pcgraph.query.result import Answer, written

BASE = "https://w3id.org/pcgraph/"  # base of the relative IRIs in a query, such as <id/huawei>


@dataclass(frozen=True)
class Prepared:
    """A query that was checked and only reads.

    Attributes
    ----------
    text : str
        The text for the engine, with a total order in each ORDER BY.
    written : str
        The text as its author wrote it.
    graphs : tuple of str
        IRIs of the graphs in FROM and FROM NAMED.
    """

    text: str
    written: str
    graphs: tuple[str, ...]

    def bind(self, values: Mapping[str, str], where: str) -> Prepared:
        """Return the query with parameters bound; see `pcgraph.query.sparql.bind`."""
        if not values:
            return self
        text, plain = (sparql.bind(one, values, where) for one in (self.text, self.written))
        return replace(self, text=text, written=plain)


@lru_cache(maxsize=256)  # checking a short query takes longer than answering it
def prepare(text: str, where: str, forms: Sequence[str] = sparql.FORMS) -> Prepared:
    """Check that a query only reads, and return it with a total order.

    Raises
    ------
    UsageError
        If it is refused; see `pcgraph.query.sparql.guard` and `pcgraph.query.ordering.order_totally`.
    """
    sparql.guard(text, where, forms)
    return Prepared(order_totally(text, where), text, sparql.from_graphs(text, namespaces.PREFIXES, BASE))


def evaluate(
    store: ox.Store,
    query: Prepared,
    default: Sequence[str] | None = None,
    named: Sequence[str] | None = None,
    prefixes: Mapping[str, str] = namespaces.PREFIXES,
    **options: Any,
) -> Any:
    """Return the engine's answer object; the query runs in this process.

    Parameters
    ----------
    default, named : sequences of IRIs, optional
        The graphs of the default graph, and the graphs for ``GRAPH``. Without either, FROM decides. Without FROM, the
        default graph is ``g:current``, and ``GRAPH`` sees every graph.
    **options
        Other options of `pyoxigraph.Store.query`.

    Raises
    ------
    UsageError
        If FROM names a graph that is not in the store.
    SyntaxError
        With the position in the text as its author wrote it.
    OSError, RuntimeError, ValueError
        From the engine.
    """
    if query.graphs and default is None and named is None:
        _check_graphs(store, query.graphs)
    else:
        options["default_graph"] = [ox.NamedNode(iri) for iri in ([namespaces.CURRENT] if default is None else default)]
        options["named_graphs"] = None if named is None else [ox.NamedNode(iri) for iri in named]
    known = {"base_iri": BASE, "prefixes": dict(prefixes)}
    try:
        return store.query(query.text, **known, **options)
    except SyntaxError:
        if query.text != query.written:  # so that the error has the positions of the author's text
            ox.Store().query(query.written, **known)
        raise


def _check_graphs(store: ox.Store, graphs: Sequence[str]) -> None:
    for iri in graphs:
        if not store.contains_named_graph(ox.NamedNode(iri)):
            there = [namespaces.compact(graph.value) for graph in store.named_graphs()]
            name = namespaces.compact(iri)
            raise UsageError(
                f"query: FROM {name}: no such graph; expected a graph of this data; {nearest(name, there)}"
            )


def answer(store: ox.Store, query: Prepared, *, isolate: bool, **options: Any) -> Answer:
    """Return the complete answer as text.

    Parameters
    ----------
    isolate : bool
        Run the query in a separate process, so that this process survives a query that crashes the engine.
    **options
        As for `evaluate`.

    Raises
    ------
    LimitError
        If the separate process died; see `pcgraph.query.isolation.run`.
    UsageError, SyntaxError, OSError, RuntimeError, ValueError
        As in `evaluate`.
    """
    if not isolate:
        return written(evaluate(store, query, **options))
    return isolation.run(lambda: written(evaluate(store, query, **options)))
