"""Sends queries to a SPARQL server and returns the complete answer, or raises one line of error.

SPARQLWrapper builds the request, and only this module imports it. `pcgraph.query.remote.http` sends the request.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

import httpx2
import pyoxigraph as ox
from SPARQLWrapper import ASK, CONSTRUCT, DESCRIBE, POST, SPARQLWrapper

from pcgraph.errors import LimitError
from pcgraph.model import namespaces
from pcgraph.model.namespaces import SHIPPED, Namespaces
from pcgraph.query.engine import sparql
from pcgraph.query.engine.result import Result, written
from pcgraph.query.remote.http import HttpClient, Reply
from pcgraph.version import __version__

ROWS = ("application/sparql-results+json", "application/json")
TRIPLES = {"application/n-triples": ox.RdfFormat.N_TRIPLES, "text/turtle": ox.RdfFormat.TURTLE}
MANY_GRAPHS = 90_000  # bytes of headers in which Virtuoso repeats the graphs of a request; a client takes 100 KiB
VARIABLE_GRAPH = re.compile(r"\bGRAPH\s*[?$]", re.IGNORECASE)
HEADER = len("X-SPARQL-named-graph: \r\n")
GRAPHS = (
    "SELECT DISTINCT ?g (10 - 3 - 2 AS ?five) "
    "WHERE { { GRAPH ?g { ?g a pcg:Source } } UNION { GRAPH ?g { pcg:Engagement a owl:Class } } }"
)


class Endpoint(HttpClient):
    """A SPARQL server for reading; it has the parameters and errors of `pcgraph.query.remote.http.HttpClient`.

    >>> Endpoint("https://user:secret@kg.example/sparql?key=k")
    Endpoint(https://kg.example/sparql)
    """

    @cached_property
    def graphs(self) -> tuple[str, ...]:
        """IRIs of the named graphs that a query may read, sorted; the server is asked once."""
        rows = self.select_from_all(GRAPHS).rows
        if any(9 in row for row in rows):
            raise self.fault("computes 10 - 3 - 2 as 9, as Oxigraph before 0.5.12 does", "5", "update the server")
        found = {str(row[0]) for row in rows}
        if namespaces.CURRENT not in found:
            raise self.fault(
                "holds no graph g:current",
                "the graphs of pcgraph",
                "load them with pcgraph push, or use another server",
            )
        return tuple(sorted(found.union(namespaces.OWN_GRAPHS)))

    @cached_property
    def names(self) -> Namespaces:
        """The namespaces of the graphs on the server, told from the IRI of a source."""
        source = next((graph for graph in self.graphs if not graph.startswith(namespaces.G)), namespaces.SRC)
        return Namespaces(source.rpartition("source/")[0] or namespaces.BASE)

    def solve(self, text: str, graphs: Sequence[str] = ()) -> Result:
        """Answer a query of any form from the graph `current`. Cost: one request."""
        fits = sum(HEADER + len(graph) for graph in graphs) <= MANY_GRAPHS
        if (
            not fits and self._searches_all_graphs
        ):  # it does not find a graph that the query names, unless the request does
            graphs = (
                () if VARIABLE_GRAPH.search(text) else [graph for graph in graphs if graph.startswith(namespaces.G)]
            )
        return self._solve(text, {"default-graph-uri": [namespaces.CURRENT], "named-graph-uri": graphs})

    @cached_property
    def _searches_all_graphs(self) -> bool:
        """Whether ``GRAPH ?g`` finds graphs that the request does not name; asked once, of servers with many graphs."""
        text = "SELECT ?g WHERE { GRAPH ?g { ?g a pcg:Source } } LIMIT 1"
        return len(self._solve(text, {"default-graph-uri": [namespaces.CURRENT]})) > 0

    def select_from_all(self, text: str) -> Result:
        """Answer a SELECT from all named graphs of the server; errors as in `solve`."""
        return self._solve(text, {})

    def _solve(self, text: str, dataset: Mapping[str, Sequence[str]]) -> Result:
        sparql.guard(text, "query", remote=True)
        found = [word for word, _ in sparql.words(text)]
        form = next(word for word in found if word in sparql.FORMS)
        triples = form in (CONSTRUCT, DESCRIBE)
        made = _RequestBuilder(self.bare, form)
        for name, values in dataset.items():
            for value in values if "GRAPH" in found or name != "named-graph-uri" else ():
                made.addParameter(name, value)
        made.addCustomHttpHeader("Accept", ", ".join(TRIPLES if triples else ROWS[:1]))
        made.setQuery(with_prefixes(text))
        # JSON shows where it ends. Triples do not, so half of them would look like a complete answer.
        reply = self.send(made.request(), tuple(TRIPLES) if triples else ROWS, sized=triples)
        if "X-SQL-State" in reply.headers:  # Virtuoso sends a partial answer when its own time limit ends
            raise self.fault("stopped before its answer was complete", "all of it", "raise its time limit")
        try:
            result = Result(written(_triples(reply) if triples else _rows(reply, form)))
        except (SyntaxError, ValueError) as error:
            raise self.fault(
                f"the answer breaks off or is damaged{self.quoted(str(error))}", f"complete {reply.kind}", "ask again"
            ) from error
        most = reply.headers.get("X-SPARQL-MaxRows", "")  # Virtuoso sends this when it may have cut the answer
        if re.fullmatch(r"[0-9]{1,18}", most) and len(result) >= int(most):
            raise LimitError(
                f"endpoint {self.shown}: cuts answers at {int(most):,} rows; expected all rows; "
                "narrow the query, or raise the limit of the server"
            )
        return result


def _rows(reply: Reply, form: str) -> Any:
    body = _with_loaded_literals(reply.body) if b'"typed-literal"' in reply.body else reply.body
    found = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
    if isinstance(found, ox.QueryBoolean) != (form == ASK):
        raise ValueError("rows instead of a boolean" if form == ASK else "a boolean instead of rows")
    return found


def _with_loaded_literals(body: bytes) -> bytes:
    """Return a JSON answer of Virtuoso with its literals in the form in which they were loaded.

    Virtuoso writes a boolean as 0 or 1, and an integer of more than 32 bits as a decimal. So the decimals of a column
    that are all of that size or have a fraction are read as integers where they have none.

    >>> boolean = '{"type": "typed-literal", "datatype": "http://www.w3.org/2001/XMLSchema#boolean", "value": "1"}'
    >>> _with_loaded_literals(f'{{"results": {{"bindings": [{{"x": {boolean}}}]}}}}'.encode())[-20:]
    b'"value": "true"}}]}}'
    """
    answer = json.loads(body)
    cells = [item for row in answer["results"]["bindings"] for item in row.items()]
    for _, cell in cells:
        if cell.get("datatype") == namespaces.XSD + "boolean":
            cell["value"] = {"0": "false", "1": "true"}.get(cell["value"], cell["value"])
    decimals = [(name, cell) for name, cell in cells if cell.get("datatype") == namespaces.XSD + "decimal"]
    whole = [(name, cell) for name, cell in decimals if re.fullmatch(r"-?[0-9]+", cell["value"])]
    loaded_so = {name for name, cell in whole if abs(int(cell["value"])) < 1 << 31}
    for name, cell in whole:
        if name not in loaded_so:
            cell["datatype"] = namespaces.XSD + "integer"
    return json.dumps(answer).encode()


def _triples(reply: Reply) -> Any:
    """Parse triples into the type of object that the embedded engine returns."""
    store = ox.Store()
    store.load(reply.body, format=TRIPLES[reply.kind])
    return store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")


class _RequestBuilder(SPARQLWrapper):
    """A SPARQLWrapper that builds the request of one query and sends nothing."""

    def __init__(self, url: str, form: str) -> None:
        self._form = form
        super().__init__(url, agent=f"pcgraph/{__version__}")
        self.setOnlyConneg(True)
        self.setMethod(POST)

    def _parseQueryType(self, query: str) -> str:  # noqa: N802 -- overridden, as SPARQLWrapper guesses the form and accepts updates
        del query
        return self._form

    def request(self) -> httpx2.Request:
        """Return the request; it is not sent."""
        made: Any = self._createRequest()
        return httpx2.Request(made.get_method(), made.full_url, headers=made.headers, content=made.data)


def with_prefixes(text: str, names: Namespaces = SHIPPED) -> str:
    """Return a query with the standard prefixes that it does not declare, inserted at the start of its first line."""
    spots = (offset for word, offset in sparql.words(text) if word == "PREFIX")
    declared = {match[1] for spot in spots if (match := re.match(r"PREFIX\s+([\w.-]*):", text[spot:], re.IGNORECASE))}
    lines = [f"PREFIX {name}: <{iri}> " for name, iri in names.prefixes.items() if name not in declared]
    return "".join(lines) + text
