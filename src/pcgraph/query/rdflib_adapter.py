"""The store as read-only rdflib objects. This is the only module that imports `oxrdflib`."""

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

from pcgraph.errors import UsageError, warn
from pcgraph.model.namespaces import CURRENT, SHIPPED, Namespaces
from pcgraph.query import hints
from pcgraph.query.engine import result_tsv
from pcgraph.query.engine.evaluate import answer, prepare
from pcgraph.query.engine.result import Answer


def _refuse(*_: Any, **__: Any) -> NoReturn:
    raise UsageError("kg.dataset: is read-only; expected a query; change the files under data/ and load them again")


class ReadOnlyStore(OxigraphStore):
    """An Oxigraph store that refuses every change and every query that would call a server."""

    names: Namespaces = SHIPPED
    add = addN = remove = update = remove_graph = destroy = _refuse  # noqa: N815 -- rdflib's name

    def add_graph(self, graph: rdflib.Graph) -> None:
        """Do nothing; rdflib also calls this when a graph is only read."""

    def close(self, commit_pending_transaction: bool = False) -> None:
        """Do nothing: the graph stays open, since others read it too."""

    def contexts(self, triple: Any = None) -> Generator[rdflib.Graph]:
        """Yield the graphs as read-only graphs."""
        for graph in super().contexts(triple):
            yield ReadOnlyGraph(self, graph.identifier)

    def query(
        self,
        query: str | Prepared,
        initNs: Mapping[str, Any],  # noqa: N803 -- rdflib's name
        initBindings: Mapping[str, Any],  # noqa: N803
        queryGraph: str,  # noqa: N803
        **options: Any,
    ) -> Result:
        """Answer a query of any form from this store only."""
        if options:
            name = next(iter(options))
            raise UsageError(f"kg.dataset: unknown option {name}; expected query, initNs, initBindings; remove it")
        namespaces = dict(self._namespace_for_prefix, **initNs)
        if isinstance(query, Prepared):  # rdflib would evaluate its own algebra, and would call servers for SERVICE
            query, prepared_namespaces, _ = query._original_args
            namespaces.update(prepared_namespaces)
        bound = {str(name): str(to_ox(value)) for name, value in initBindings.items()}
        asked = prepare(str(query), "query", names=self.names).bind(bound, "query")
        given: dict[str, Any] = {"prefixes": {prefix: str(iri) for prefix, iri in namespaces.items()}}
        if queryGraph == "__UNION__":
            given["use_default_graph_as_union"] = True
        elif not asked.graphs and queryGraph != DATASET_DEFAULT_GRAPH_ID:
            given["default"] = [str(queryGraph)]
        if not given.keys() - {"prefixes", "default"} and given.get("default") in (None, [CURRENT]):
            given["hint"] = lambda found: hints.find(
                self._inner, str(query), found.is_empty, dict(given["prefixes"]), "query", self.names, bound
            )[0]
        found = answer(self._inner, asked, isolate=True, **given)
        for line in found.hints:
            warn(line)
        return _result(found)


def _result(found: Answer) -> Result:
    if found.graph:
        result = Result("CONSTRUCT")
        result.graph = rdflib.Graph().parse(data=found.body, format="nt")
    elif found.ask:
        result = Result("ASK")
        result.askAnswer = b"true" in found.body
    else:
        result = Result("SELECT")
        head = found.body[: found.body.index(b"\n")].decode()
        result.vars = [rdflib.Variable(name[1:]) for name in head.split("\t") if name]
        rows = result_tsv.rows(found.body, lambda cell: from_ox(result_tsv.term(cell)))
        result.bindings = [dict(zip(result.vars, row, strict=True)) for row in rows]
    return result


def _query(graph: rdflib.Graph, *args: Any, use_store_provided: bool = True, **kwargs: Any) -> Result:
    """Answer a query from the store; see `ReadOnlyStore.query`."""
    del use_store_provided
    return rdflib.Graph.query(graph, *args, **kwargs)


class ReadOnlyGraph(rdflib.Graph):
    """One graph of the store. Queries never use rdflib's own evaluator, because it calls servers for SERVICE."""

    parse = update = _refuse

    query = _query


class ReadOnlyDataset(rdflib.Dataset):
    """The store as an rdflib Dataset; ``g:current`` is the default graph of its queries."""

    parse = update = _refuse

    query = _query

    def triples(self, triple_or_quad: Any, context: Any = None) -> Generator[Any]:
        """Yield the triples of a graph, or of ``g:current`` if none is given, as queries do."""
        *triple, named = self._spoc(triple_or_quad)
        chosen = named if context is None else context
        graph = self.get_context(rdflib.URIRef(CURRENT)) if chosen is None else chosen
        yield from super().triples((triple[0], triple[1], triple[2]), graph)

    def get_context(self, identifier: Any, quoted: bool = False, base: str | None = None) -> rdflib.Graph:
        """Return one graph."""
        del quoted
        return ReadOnlyGraph(self.store, identifier, self.namespace_manager, base)


def dataset(store: ox.Store, names: Namespaces = SHIPPED) -> rdflib.Dataset:
    """Return a store as a read-only rdflib Dataset with the standard prefixes of the project bound."""
    backing = ReadOnlyStore(store=store)
    backing.names = names
    for prefix, namespace in names.prefixes.items():
        backing.bind(prefix, rdflib.URIRef(namespace))
    return ReadOnlyDataset(store=backing, default_union=False)
