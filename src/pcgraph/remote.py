"""The questions of the catalogue, asked of a SPARQL server instead of the embedded engine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NoReturn

import pyoxigraph as ox

from pcgraph import query, sparql, terms
from pcgraph.endpoint import Endpoint
from pcgraph.errors import EndpointError, LimitError, UsageError
from pcgraph.link import one_line, with_credentials
from pcgraph.paths import replacing
from pcgraph.query import Query
from pcgraph.result import Result

HELD = "{ ?held ?p %s } UNION { %s ?p ?held } UNION { ?held %s ?o }"
NAMES = 'SELECT DISTINCT ?s WHERE { ?s ?p ?o FILTER(STRSTARTS(STR(?s), "%s")) } ORDER BY ?s LIMIT 10000'


class _OnlyLocal(UsageError, AttributeError):
    """What a server does not offer; an AttributeError too, so that ``hasattr`` answers."""


class RemoteGraph:
    """The graph on a server: the same questions, the same answers.

    Networks, rankings and maps need the tables, which no server computes: `save` brings home what they are made of.

    Attributes
    ----------
    endpoint : Endpoint
    """

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint

    @property
    def graphs(self) -> tuple[str, ...]:
        """IRIs of the named graphs, sorted."""
        return self.endpoint.graphs

    def query(self, question: str, **parameters: object) -> Result:
        """Ask a question of the catalogue by name, or in SPARQL (a text that holds white space); see `ask`."""
        return ask(self.endpoint, query.meant(question), parameters)

    def save(self, path: str | Path) -> None:
        """Write what the server holds, without `current`, into a file that ``pcgraph.load`` reads; see `save`."""
        save(self.endpoint, Path(path))

    def __getattr__(self, name: str) -> NoReturn:
        """Say what to do for the rest of a KnowledgeGraph."""
        raise _OnlyLocal(
            f"a server has no {name!r}; expected query, graphs or save; save it to a file and load the data: "
            f"pcgraph.load('graph.nq').{name}"
        )

    def __repr__(self) -> str:
        """Name the server."""
        return f"RemoteGraph({self.endpoint.shown})"


def connect(url: str, *, timeout: float = 60.0, max_bytes: int = 200_000_000) -> RemoteGraph:
    """Ask a SPARQL server that holds the graphs of pcgraph; see `Endpoint` for parameters and errors.

    The server is asked for its graphs at once, so that a wrong address is told here. User and password stand in the
    URL, or else in the environment variables PCGRAPH_USER and PCGRAPH_PASSWORD.

    >>> from pcgraph import testing
    >>> with testing.FakeEndpoint(testing.tiny()) as server:
    ...     len(connect(server.url).query("who-signed-with", party="lumen"))
    1
    """
    graph = RemoteGraph(Endpoint(with_credentials(url), timeout=timeout, max_bytes=max_bytes))
    _ = graph.graphs
    return graph


def ask(endpoint: Endpoint, asked: Query, values: Mapping[str, object] | None = None) -> Result:
    """Answer a question as `pcgraph.query.run` does, on a server.

    Costs one request, one more for each parameter that names a thing, and one for the server's graphs the first time;
    the endpoint's limits hold for each.

    Raises
    ------
    UsageError
        If a parameter is missing, unknown or not in the graph, or the query is refused.
    EndpointError, LimitError
        See `Endpoint.solve`.
    """

    def holds(iri: str) -> bool:
        spots = HELD.replace("%s", str(ox.NamedNode(iri)))
        text = f"SELECT ?held WHERE {{ {spots} UNION {{ GRAPH ?g {{ {spots} }} }} }} LIMIT 1"
        return len(endpoint.solve(text, endpoint.graphs)) > 0

    def names(space: str) -> Iterable[str]:
        try:
            return [str(row[0]) for row in endpoint.solve(NAMES % space).rows]
        except (EndpointError, LimitError):
            return []  # only a hint is lost

    sparql.guard(asked.text, asked.where, remote=True)
    given = query.check_names(asked, values or {})
    bound = {name: query.typed(asked, name, value, holds, names) for name, value in given.items()}
    answer = endpoint.solve(sparql.bind(asked.text, bound, asked.where), endpoint.graphs)
    if asked.columns and list(asked.columns) != answer.columns:
        raise EndpointError(
            f"endpoint {endpoint.shown}: answered with the columns {one_line(', '.join(answer.columns))}; "
            f"expected {', '.join(asked.columns)}; ask another server"
        )
    answer.name, answer.question, answer.meaning = asked.name, asked.question, dict(asked.columns)
    return answer


def save(endpoint: Endpoint, path: Path) -> None:
    """Write the graphs of the sources, the register, the verdicts and the ontology as N-Quads, all or nothing.

    What is believed is computed anew from them by ``pcgraph.load(path)``. Costs one request a graph, and one to count.

    Raises
    ------
    EndpointError, LimitError
        See `Endpoint.solve`; also if fewer triples come than the server counts.
    InvalidInput
        If `path` cannot be written.
    """
    counted = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
    counts = {str(graph): number for graph, number in endpoint.everywhere(counted).rows if graph}
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8") as file:
        for graph in endpoint.graphs:
            if graph == terms.CURRENT or graph not in counts:
                continue
            found = endpoint.everywhere(f"SELECT ?s ?p ?o WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")
            if len(found) != counts[graph]:
                raise endpoint.fault(
                    f"gave {len(found):,} of {counts[graph]:,} triples of {terms.compact(graph)}", "all", "ask again"
                )
            file.writelines(f"{one} {two} {three} <{graph}> .\n" for one, two, three in found.terms)
