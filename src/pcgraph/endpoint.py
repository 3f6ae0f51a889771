"""Questions to a SPARQL server: the whole answer of the right kind, or one line of error. The door to `SPARQLWrapper`.

SPARQLWrapper makes the request; `pcgraph.link` sends it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any
from urllib.request import Request

import pyoxigraph as ox
from SPARQLWrapper import CONSTRUCT, POST, SELECT, SPARQLWrapper

from pcgraph import sparql, terms
from pcgraph.errors import LimitError
from pcgraph.link import Link, Reply
from pcgraph.result import Result, written
from pcgraph.version import __version__

ROWS = ("application/sparql-results+json", "application/json")
TRIPLES = {"application/n-triples": ox.RdfFormat.N_TRIPLES, "text/turtle": ox.RdfFormat.TURTLE}
MANY = 1000  # graphs that a request names, wherever the server need not be told
GRAPHS = (
    "SELECT DISTINCT ?g WHERE { { GRAPH ?g { ?g a pcg:Source } } UNION { GRAPH ?g { pcg:Engagement a owl:Class } } }"
)


class Endpoint(Link):
    """A SPARQL server, for reading; parameters and errors are those of `pcgraph.link.Link`.

    >>> Endpoint("https://user:secret@kg.example/sparql?key=k")
    Endpoint(https://kg.example/sparql)
    """

    @cached_property
    def graphs(self) -> tuple[str, ...]:
        """IRIs of the named graphs that a question may look into, sorted; asked once.

        Raises
        ------
        EndpointError
            If the server does not hold the graph ``g:current``.
        """
        found = {str(row[0]) for row in self.everywhere(GRAPHS).rows}
        if terms.CURRENT not in found:
            raise self.fault("holds no graph g:current", "the graphs of pcgraph", "load them into it, or ask another")
        return tuple(sorted(found | {terms.REGISTER, terms.VERDICTS, terms.ONTOLOGY}))

    def solve(self, text: str, graphs: Sequence[str] = ()) -> Result:
        """Answer a SELECT or CONSTRUCT from the graph `current`; one request.

        Parameters
        ----------
        text : str
            The standard prefixes need not be written. They are put before the first line, so that the lines of the
            server's messages are those of `text` (columns of line 1 are not).
        graphs : sequence of str
            IRIs of the named graphs for ``GRAPH``. More than 1,000 are not sent to a server that looks into every graph
            of its own accord: Virtuoso, which does not take so many.

        Raises
        ------
        UsageError
            If it is no reading query.
        EndpointError
            If the server cannot be reached, refuses, or gives anything but a whole answer of the right kind.
        LimitError
            If the answer takes longer than `timeout` or is longer than `max_bytes`.
        """
        named = graphs if len(graphs) <= MANY or not self._shows_all else ()
        return self._solve(text, {"default-graph-uri": [terms.CURRENT], "named-graph-uri": named})

    @cached_property
    def _shows_all(self) -> bool:
        """Whether ``GRAPH ?g`` finds graphs that were not named; asked once, of a server with many."""
        text = "SELECT ?g WHERE { GRAPH ?g { ?g a pcg:Source } } LIMIT 1"
        return len(self._solve(text, {"default-graph-uri": [terms.CURRENT]})) > 0

    def everywhere(self, text: str) -> Result:
        """Answer a SELECT over whatever named graphs the server holds; errors as in `solve`."""
        return self._solve(text, {})

    def _solve(self, text: str, dataset: Mapping[str, Sequence[str]]) -> Result:
        sparql.guard(text, "query", remote=True)
        found = [word for word, _ in sparql.words(text)]
        form = next(word for word in found if word in (SELECT, CONSTRUCT))
        made = _Made(self.bare, form)
        for name, values in dataset.items():
            for value in values if "GRAPH" in found or name != "named-graph-uri" else ():
                made.addParameter(name, value)
        made.addCustomHttpHeader("Accept", ", ".join(ROWS[:1] if form == SELECT else TRIPLES))
        made.setQuery(with_prefixes(text))
        # JSON shows its own end; triples do not, so half of them would look like a whole answer
        reply = self.send(made.request(), ROWS if form == SELECT else tuple(TRIPLES), sized=form == CONSTRUCT)
        if "X-SQL-State" in reply.headers:  # Virtuoso hands out what it has when its own time is over
            raise self.fault("stopped before its answer was whole", "all of it", "raise its time limit")
        try:
            result = Result(written(_triples(reply) if form == CONSTRUCT else _rows(reply)))
        except (SyntaxError, ValueError) as error:
            raise self.fault(
                f"the answer breaks off or is damaged{self.foreign(str(error))}", f"whole {reply.kind}", "ask again"
            ) from error
        most = reply.headers.get("X-SPARQL-MaxRows", "")  # Virtuoso says so when it may have cut
        if re.fullmatch(r"[0-9]{1,18}", most) and len(result) >= int(most):
            raise LimitError(
                f"endpoint {self.shown}: it cuts answers at {int(most):,} rows; expected all of them; "
                "ask for less, or raise its limit"
            )
        return result


def _rows(reply: Reply) -> Any:
    body = _mended(reply.body) if b'"typed-literal"' in reply.body else reply.body
    found = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
    if isinstance(found, ox.QueryBoolean):
        raise ValueError("a yes or no instead of rows")
    return found


def _mended(body: bytes) -> bytes:
    """Give Virtuoso's literals the form that they were loaded in.

    It writes a boolean as 0 or 1, and an integer of more than 32 bits as a decimal: a whole decimal of that size is
    taken for an integer.

    >>> boolean = '{"type": "typed-literal", "datatype": "http://www.w3.org/2001/XMLSchema#boolean", "value": "1"}'
    >>> _mended(f'{{"results": {{"bindings": [{{"x": {boolean}}}]}}}}'.encode())[-20:]
    b'"value": "true"}}]}}'
    """
    answer = json.loads(body)
    for row in answer["results"]["bindings"]:
        for cell in row.values():
            kind, text = cell.get("datatype"), cell["value"]
            if kind == terms.XSD + "boolean":
                cell["value"] = {"0": "false", "1": "true"}.get(text, text)
            elif kind == terms.XSD + "decimal" and re.fullmatch(r"-?[0-9]{10,}", text) and abs(int(text)) >= 1 << 31:
                cell["datatype"] = terms.XSD + "integer"
    return json.dumps(answer).encode()


def _triples(reply: Reply) -> Any:
    """Parse triples, into the kind of object that the embedded engine gives."""
    store = ox.Store()
    store.load(reply.body, format=TRIPLES[reply.kind])
    return store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")


class _Made(SPARQLWrapper):
    """SPARQLWrapper that makes the request of one query, and can make nothing else."""

    def __init__(self, url: str, form: str) -> None:
        self._form = form
        super().__init__(url, agent=f"pcgraph/{__version__}")
        self.setOnlyConneg(True)
        self.setMethod(POST)

    def _parseQueryType(self, query: str) -> str:  # noqa: N802 -- SPARQLWrapper guesses it here, and takes updates too
        del query
        return self._form

    def request(self) -> Request:
        """Give the request unsent."""
        made: Request = self._createRequest()
        return made


def with_prefixes(text: str) -> str:
    """Put the standard prefixes that a query does not declare itself before its first line, on that line.

    >>> with_prefixes("SELECT ?s WHERE { ?s a pcg:Talks }").count("PREFIX") == len(terms.PREFIXES)
    True
    """
    spots = (offset for word, offset in sparql.words(text) if word == "PREFIX")
    declared = {match[1] for spot in spots if (match := re.match(r"PREFIX\s+([\w.-]*):", text[spot:], re.IGNORECASE))}
    lines = [f"PREFIX {name}: <{iri}> " for name, iri in terms.PREFIXES.items() if name not in declared]
    return "".join(lines) + text
