"""The store as rdflib objects, for reading. The only module that imports `oxrdflib`."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from typing import Any, NoReturn

import pyoxigraph as ox
import rdflib
from oxrdflib._converter import from_ox, to_ox
from oxrdflib.store import OxigraphStore
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.plugins.sparql.sparql import Query as Prepared
from rdflib.query import Result

from pcgraph import tsv
from pcgraph.errors import UsageError
from pcgraph.evaluate import answer, prepare
from pcgraph.query import syntax_fault
from pcgraph.result import Answer
from pcgraph.terms import PREFIXES

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


def _refuse(*_: Any, **__: Any) -> NoReturn:
    raise UsageError("kg.dataset: takes no updates; expected reading only; change the files under data/ and load again")


class ReadOnlyStore(OxigraphStore):
    """An Oxigraph store that refuses every change, and every query that would leave it."""

    add = addN = remove = update = remove_graph = destroy = _refuse  # noqa: N815 -- rdflib names it so

    def add_graph(self, graph: rdflib.Graph) -> None:
        """Do nothing: rdflib calls it whenever a graph is only looked at."""

    def contexts(self, triple: Any = None) -> Generator[rdflib.Graph]:
        """Yield the graphs, each as read-only as the store."""
        for graph in super().contexts(triple):
            yield ReadOnlyGraph(self, graph.identifier)

    def query(
        self,
        query: str | Prepared,
        initNs: Mapping[str, Any],  # noqa: N803 -- rdflib names it so
        initBindings: Mapping[str, Any],  # noqa: N803
        queryGraph: str,  # noqa: N803
        **options: Any,
    ) -> Result:
        """Answer a query of any form from this store alone.

        Raises
        ------
        UsageError
            If the query would change something or call a server, FROM names no graph of the store, or an option of
            rdflib's own evaluator is given.
        InvalidInput
            If it is no SPARQL.
        LimitError
            If the engine fails on it.
        """
        if options:
            name = next(iter(options))
            raise UsageError(f"kg.dataset: query takes no {name}; expected query, initNs, initBindings; leave it out")
        namespaces = dict(self._namespace_for_prefix, **initNs)
        if isinstance(query, Prepared):  # rdflib's own algebra would be evaluated by rdflib, which calls servers
            query, prepared_namespaces, _ = query._original_args
            namespaces.update(prepared_namespaces)
        bound = {str(name): str(to_ox(value)) for name, value in initBindings.items()}
        asked = prepare(str(query), "query", FORMS).bind(bound, "query")
        given: dict[str, Any] = {"prefixes": {prefix: str(iri) for prefix, iri in namespaces.items()}}
        if queryGraph == "__UNION__":
            given["use_default_graph_as_union"] = True
        elif not asked.graphs and queryGraph != DATASET_DEFAULT_GRAPH_ID:
            given["default"] = [str(queryGraph)]
        try:
            return _result(answer(self._inner, asked, isolate=True, **given))
        except SyntaxError as error:
            raise syntax_fault(error, "query") from error


def _result(found: Answer) -> Result:
    if found.graph:
        result = Result("CONSTRUCT")
        result.graph = rdflib.Graph().parse(data=found.body, format="nt")
    elif found.body in (b"true", b"false"):
        result = Result("ASK")
        result.askAnswer = found.body == b"true"
    else:
        result = Result("SELECT")
        head = found.body[: found.body.index(b"\n")].decode()
        result.vars = [rdflib.Variable(name[1:]) for name in head.split("\t") if name]
        rows = tsv.rows(found.body, lambda cell: from_ox(tsv.term(cell)))
        result.bindings = [dict(zip(result.vars, row, strict=True)) for row in rows]
    return result


class ReadOnlyGraph(rdflib.Graph):
    """One graph of the store. rdflib's own evaluator, which would call servers, is never used."""

    parse = update = _refuse

    def query(self, *args: Any, use_store_provided: bool = True, **kwargs: Any) -> Result:
        """Answer a query from the store; see `ReadOnlyStore.query`."""
        del use_store_provided
        return super().query(*args, **kwargs)


class ReadOnlyDataset(rdflib.Dataset):
    """The store as an rdflib Dataset, whose queries see ``g:current`` as the default graph."""

    parse = update = _refuse

    def query(self, *args: Any, use_store_provided: bool = True, **kwargs: Any) -> Result:
        """Answer a query from the store; see `ReadOnlyStore.query`."""
        del use_store_provided
        return super().query(*args, **kwargs)

    def get_context(self, identifier: Any, quoted: bool = False, base: str | None = None) -> rdflib.Graph:
        """Return one graph."""
        del quoted
        return ReadOnlyGraph(self.store, identifier, self.namespace_manager, base)


def dataset(store: ox.Store) -> rdflib.Dataset:
    """Return a store as a read-only rdflib Dataset; the standard prefixes are bound."""
    backing = ReadOnlyStore(store=store)
    for prefix, namespace in PREFIXES.items():
        backing.bind(prefix, rdflib.URIRef(namespace))
    return ReadOnlyDataset(store=backing, default_union=False)
