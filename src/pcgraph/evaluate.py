"""Queries on the embedded engine: the one place where SPARQL text reaches it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import pyoxigraph as ox

from pcgraph import isolated, sparql, terms
from pcgraph.errors import UsageError, nearest
from pcgraph.ordering import order_totally
from pcgraph.result import Answer, written

BASE = "https://w3id.org/pcgraph/"  # relative IRIs of a query are read from here: <id/huawei>


@dataclass(frozen=True)
class Prepared:
    """A query that was found to be read-only, as the engine gets it.

    Attributes
    ----------
    text : str
        With a total order in each ORDER BY.
    written : str
        As its author wrote it.
    graphs : tuple of str
        IRIs that it names with FROM and FROM NAMED.
    """

    text: str
    written: str
    graphs: tuple[str, ...]

    def bind(self, values: Mapping[str, str], where: str) -> Prepared:
        """Return the query with parameters bound; see `pcgraph.sparql.bind`."""
        if not values:
            return self
        text, plain = (sparql.bind(one, values, where) for one in (self.text, self.written))
        return replace(self, text=text, written=plain)


@lru_cache(maxsize=256)  # reading a short query again takes longer than answering it
def prepare(text: str, where: str, forms: Sequence[str] = sparql.FORMS) -> Prepared:
    """Check that a query only reads, and make its order total.

    Raises
    ------
    UsageError
        If it is refused; see `pcgraph.sparql.guard` and `pcgraph.ordering.order_totally`.
    """
    sparql.guard(text, where, forms)
    return Prepared(order_totally(text, where), text, sparql.from_graphs(text, terms.PREFIXES, BASE))


def evaluate(
    store: ox.Store,
    query: Prepared,
    default: Sequence[str] | None = None,
    named: Sequence[str] | None = None,
    prefixes: Mapping[str, str] = terms.PREFIXES,
    **options: Any,
) -> Any:
    """Return the engine's own answer, in this process.

    Parameters
    ----------
    default, named : sequences of IRIs, optional
        The graphs that make the default graph, and those for ``GRAPH``. Without either, FROM decides; without FROM, the
        default graph is ``g:current`` and every graph is named.
    **options
        Further ones of `pyoxigraph.Store.query`.

    Raises
    ------
    UsageError
        If FROM names a graph that is not there.
    SyntaxError
        With the place in the text as it was written.
    OSError, RuntimeError, ValueError
        From the engine.
    """
    if query.graphs and default is None and named is None:
        _check_graphs(store, query.graphs)
    else:
        options["default_graph"] = [ox.NamedNode(iri) for iri in ([terms.CURRENT] if default is None else default)]
        options["named_graphs"] = None if named is None else [ox.NamedNode(iri) for iri in named]
    known = {"base_iri": BASE, "prefixes": dict(prefixes)}
    try:
        return store.query(query.text, **known, **options)
    except SyntaxError:
        if query.text != query.written:
            ox.Store().query(query.written, **known)
        raise


def _check_graphs(store: ox.Store, graphs: Sequence[str]) -> None:
    for iri in graphs:
        if not store.contains_named_graph(ox.NamedNode(iri)):
            there = [terms.compact(graph.value) for graph in store.named_graphs()]
            name = terms.compact(iri)
            raise UsageError(
                f"query: FROM {name}: no such graph; expected a graph of these data; {nearest(name, there)}"
            )


def answer(store: ox.Store, query: Prepared, *, isolate: bool, **options: Any) -> Answer:
    """Return the whole answer as text.

    Parameters
    ----------
    isolate : bool
        Ask in a process of its own, so that this one outlives a query that the engine fails on.
    **options
        As for `evaluate`, whose errors are raised too.

    Raises
    ------
    LimitError
        If the process died; see `pcgraph.isolated.run`.
    """
    if not isolate:
        return written(evaluate(store, query, **options))
    return isolated.run(lambda: written(evaluate(store, query, **options)))
