"""Answers the questions of the catalogue on a SPARQL server instead of the embedded engine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NoReturn

import pyoxigraph as ox

from pcgraph.belief.source_view import stated
from pcgraph.errors import EndpointError, LimitError, UsageError
from pcgraph.model import namespaces
from pcgraph.model.arguments import checked, checked_methods
from pcgraph.model.naming import report
from pcgraph.query.engine import sparql
from pcgraph.query.engine.result import Result
from pcgraph.query.parameters import as_written, with_types
from pcgraph.query.questions import catalogue
from pcgraph.query.questions.examples import find_examples
from pcgraph.query.questions.question import LITERALS, Query
from pcgraph.query.remote.endpoint import Endpoint, with_prefixes
from pcgraph.query.remote.http import one_line, with_credentials
from pcgraph.store.files import replacing

MENTIONED = "{ ?found ?p %s } UNION { %s ?p ?found } UNION { ?found %s ?o }"
NAMES = 'SELECT DISTINCT ?s WHERE { ?s ?p ?o FILTER(STRSTARTS(STR(?s), "%s")) } ORDER BY ?s LIMIT 10000'


NAMED = """SELECT DISTINCT ?thing ?label WHERE {
    VALUES ?property { rdfs:label skos:prefLabel skos:altLabel skos:hiddenLabel pcg:title }
    ?thing ?property ?name
    FILTER(LCASE(STR(?name)) = %name && STRSTARTS(STR(?thing), "%space"))
    OPTIONAL { ?thing rdfs:label|skos:prefLabel|pcg:title ?label FILTER(LANG(?label) IN ("en", "")) }
} ORDER BY ?thing LIMIT 10"""


class _LocalOnlyError(UsageError, AttributeError):
    """Raised for an attribute that a server does not offer; an AttributeError too, so that ``hasattr`` works."""


@checked_methods
class RemoteGraph:
    """The graph on a server; it answers the same questions with the same answers as a local graph.

    Networks, rankings and maps need the tables, which no server computes. `save` downloads the data to load locally.

    Attributes
    ----------
    endpoint : Endpoint

    >>> from pcgraph import testing
    >>> with testing.FakeEndpoint(testing.tiny()) as server:
    ...     connect(server.url).graphs[-1]
    'https://w3id.org/pcgraph/source/post-2024'
    """

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint

    @property
    def graphs(self) -> tuple[str, ...]:
        """IRIs of the named graphs, sorted."""
        return self.endpoint.graphs

    def query(self, question: str, /, *, timeout: float | None = None, **parameters: object) -> Result:
        """Answer a question of the catalogue by name, or a SPARQL query (a text with white space); see `ask`.

        `timeout` is the time limit of each request in seconds; the default is that of `connect`.

        >>> from pcgraph import testing
        >>> with testing.FakeEndpoint(testing.tiny()) as server:
        ...     connect(server.url).query("what-was-signed").rows[0][1]
        'Lamp agreement'
        """
        endpoint = self.endpoint if timeout is None else replace(self.endpoint, timeout=timeout)
        return ask(endpoint, catalogue.resolve(question), parameters)

    def save(self, path: str | Path) -> None:
        """Write the server's graphs, except `current`, to a file that ``pcgraph.load`` reads; see `save`.

        >>> import pcgraph
        >>> from pcgraph import testing
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder, testing.FakeEndpoint(testing.tiny()) as server:
        ...     connect(server.url).save(f"{folder}/graph.nq")
        ...     pcgraph.load(f"{folder}/graph.nq", build=None)
        KnowledgeGraph(4 engagements, 9 parties, 7 relations)
        """
        save(self.endpoint, Path(path))

    def __getattr__(self, name: str) -> NoReturn:
        """Raise, with advice, for the other attributes of a KnowledgeGraph."""
        raise _LocalOnlyError(
            f"a server has no {name!r}; expected query, graphs or save; save it to a file and load the data: "
            f"pcgraph.load('graph.nq').{name}"
        )

    def __repr__(self) -> str:
        """Return the address of the server, without its secrets."""
        return f"RemoteGraph({self.endpoint.shown})"


@checked
def connect(url: str, *, timeout: float = 60.0, max_bytes: int = 200_000_000) -> RemoteGraph:
    """Connect to a SPARQL server that holds the graphs of pcgraph; see `Endpoint` for errors.

    The server is asked for its graphs immediately, so that a wrong address raises here.

    Parameters
    ----------
    url : str
        The SPARQL endpoint. User and password are taken from the URL, or else from the environment variables
        PCGRAPH_USER and PCGRAPH_PASSWORD.
    timeout : float
        Seconds for each request.
    max_bytes : int
        The largest answer that is read.

    >>> from pcgraph import testing
    >>> with testing.FakeEndpoint(testing.tiny()) as server:
    ...     len(connect(server.url).query("who-signed-with", party="lumen"))
    1
    """
    graph = RemoteGraph(Endpoint(with_credentials(url), timeout=timeout, max_bytes=max_bytes))
    _ = graph.graphs
    return graph


def ask(endpoint: Endpoint, asked: Query, values: Mapping[str, object] | None = None) -> Result:
    """Answer a question on a server, as `pcgraph.query.questions.catalogue.run` does locally.

    >>> from pcgraph import testing
    >>> with testing.FakeEndpoint(testing.tiny()) as server:
    ...     len(ask(Endpoint(server.url), catalogue.find("who-signed-with"), {"party": "lumen"}))
    1
    """

    @cache
    def holds(iri: str) -> bool:
        spots = MENTIONED.replace("%s", str(ox.NamedNode(iri)))
        text = f"SELECT ?found WHERE {{ {spots} UNION {{ GRAPH ?g {{ {spots} }} }} }} LIMIT 1"
        return len(endpoint.solve(text, endpoint.graphs)) > 0

    def names(space: str) -> Iterable[str]:
        try:
            return [str(row[0]) for row in endpoint.solve(NAMES % space).rows]
        except (EndpointError, LimitError):
            return []  # the names are only used for a hint

    def first(text: str) -> str:
        return next((str(row[0]) for row in endpoint.solve(text).rows), "")

    def known() -> Mapping[str, str]:
        try:
            return find_examples(asked, first, endpoint.names)
        except (EndpointError, LimitError):
            return {}  # the examples are only used for a hint

    sparql.guard(asked.text, asked.where, remote=True)
    values = {name: as_written(value) for name, value in (values or {}).items()}
    asked = with_types(asked, values, lambda text: endpoint.solve(with_prefixes(text, endpoint.names), endpoint.graphs))
    named = catalogue.check_names(asked, values, known)
    given = {name: _by_name(endpoint, asked, name, str(value), holds) for name, value in named.items()}
    namespaces.register(endpoint.names)
    bound = {
        name: catalogue.typed(asked, name, value, holds, names, endpoint.names, known) for name, value in given.items()
    }
    text = with_prefixes(sparql.bind(asked.text, bound, asked.where), endpoint.names)
    answer = endpoint.solve(text, endpoint.graphs)
    if asked.columns and list(asked.columns) != answer.columns:
        raise EndpointError(
            f"endpoint {endpoint.shown}: answered with the columns {one_line(', '.join(answer.columns))}; "
            f"expected {', '.join(asked.columns)}; use another server"
        )
    answer.name, answer.question, answer.meaning = asked.name, asked.question, dict(asked.columns)
    answer.names = endpoint.names
    return answer


def _by_name(endpoint: Endpoint, query: Query, name: str, value: str, holds: Callable[[str], bool]) -> str:
    """Return the IRI that a parameter's value names, if it is no id; any other value as it is."""
    kind = str(query.parameters[name].get("type", "thing"))
    space = catalogue.namespace(kind, endpoint.names)
    iri = endpoint.names.expand(value, space)
    if kind in LITERALS or (catalogue.is_iri(iri) and holds(iri)):
        return value
    rows = endpoint.solve(NAMED.replace("%space", space).replace("%name", str(ox.Literal(value.lower())))).rows
    if len(rows) > 1:
        shown = [f"  {namespaces.compact(str(iri))}  {label or ''}" for iri, label in rows]
        first = (
            f"query {query.name}: {name} {value!r}: may mean {len(rows)} things; expected one; write one of these ids"
        )
        raise UsageError("\n".join([first, *shown]))
    if not rows:
        return value
    found, label = map(str, rows[0])
    report(value, found, label)
    return found


def save(endpoint: Endpoint, path: Path) -> None:
    """Write the graphs of `Endpoint.graphs` except `current` as N-Quads, all or nothing.

    What `pcgraph.belief.source_view` adds to sources is left out; merged IRIs stay replaced.
    ``pcgraph.load(path)`` computes from them what is believed. Cost: one request per graph, and two more.

    >>> from pcgraph import testing
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder, testing.FakeEndpoint(testing.tiny()) as server:
    ...     save(Endpoint(server.url), Path(folder, "graph.nq"))
    ...     "graph/current" in Path(folder, "graph.nq").read_text()
    False
    """
    counted = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
    counts = {str(graph): number for graph, number in endpoint.select_from_all(counted).rows if graph}
    order = "SELECT ?one ?other WHERE { GRAPH g:ontology { ?one rdfs:subClassOf|rdfs:subPropertyOf ?other } }"
    below: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in endpoint.select_from_all(order).rows:
        below[str(other)].add(str(one))
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8") as file:
        for graph in endpoint.graphs:
            if graph == namespaces.CURRENT or graph not in counts:
                continue
            found = endpoint.select_from_all(f"SELECT ?s ?p ?o WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")
            if len(found) != counts[graph]:
                raise endpoint.fault(
                    f"sent {len(found):,} of {counts[graph]:,} triples of {namespaces.compact(graph)}",
                    "all",
                    "ask again",
                )
            quads = [ox.Quad(*terms, ox.NamedNode(graph)) for terms in found.terms]
            file.writelines(f"{quad} .\n" for quad in stated(quads, lambda iri: below.get(iri, ())))
