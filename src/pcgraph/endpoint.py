"""A SPARQL server: the whole answer in time, or one line of error. The only door to `SPARQLWrapper`.

SPARQLWrapper makes the request; it is sent here, because SPARQLWrapper's own transport follows redirects with the
password, has no deadline for a whole answer and takes any content for an answer.
"""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import threading
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit, urlunsplit

import pyoxigraph as ox
from SPARQLWrapper import CONSTRUCT, POST, SELECT, SPARQLWrapper

from pcgraph import sparql, terms
from pcgraph.errors import EndpointError, LimitError, PcgraphError, UsageError
from pcgraph.result import Result, visible
from pcgraph.version import __version__

PIECE = 1 << 20  # bytes read at once
ROWS = ("application/sparql-results+json", "application/json")
TRIPLES = {"application/n-triples": ox.RdfFormat.N_TRIPLES, "text/turtle": ox.RdfFormat.TURTLE}
GRAPHS = (
    "SELECT DISTINCT ?g WHERE { { GRAPH ?g { ?g a pcg:Source } } UNION { GRAPH ?g { pcg:Engagement a owl:Class } } }"
)
ADVICE = {
    400: "mend the query, if the reason lies there",
    401: "give user and password: https://USER:PASSWORD@HOST/…",
    403: "ask for the right to read",
    404: "check the path",
}


@dataclass(frozen=True)
class Answer:
    """A whole answer: its bytes, their content type, and how many rows the server gives at most if it says so."""

    body: bytes
    kind: str
    most: int | None

    def rows(self) -> Any:
        """Parse rows."""
        found = ox.parse_query_results(self.body, format=ox.QueryResultsFormat.JSON)
        if isinstance(found, ox.QueryBoolean):
            raise ValueError("a yes or no instead of rows")
        return found

    def triples(self) -> Any:
        """Parse triples, into the kind of object that the embedded engine gives."""
        store = ox.Store()
        store.load(self.body, format=TRIPLES[self.kind])
        return store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")


@dataclass(frozen=True, repr=False)
class Endpoint:
    """A SPARQL server, for reading.

    Attributes
    ----------
    url : str
        ``http`` or ``https``; user and password may stand in it. They and the part after ``?`` are sent to this host
        only, and no message shows them.
    timeout : float
        Seconds for one whole answer, from looking up the name to the last byte.
    max_bytes : int
        Longest answer that is taken.

    Raises
    ------
    UsageError
        If it is no such URL.

    >>> Endpoint("https://user:secret@kg.example/sparql?key=k")
    Endpoint(https://kg.example/sparql)
    """

    url: str
    timeout: float = 60.0
    max_bytes: int = 200_000_000

    def __post_init__(self) -> None:
        try:
            parts, port = urlsplit(self.url), urlsplit(self.url).port
        except ValueError:
            parts, port = urlsplit(""), None
        wrong = re.search(r"[^\x21-\x7e]", self.url) or port == 0
        if wrong or parts.scheme not in ("http", "https") or not parts.hostname:
            raise UsageError("endpoint: no web address; expected http://HOST/PATH or https://HOST/PATH; mend it")
        if not (self.timeout > 0 and self.max_bytes > 0):
            raise UsageError("endpoint: timeout and max_bytes must be above 0; expected seconds and bytes; mend them")

    def __repr__(self) -> str:
        """Show the address without its secrets."""
        return f"Endpoint({self.shown})"

    @property
    def shown(self) -> str:
        """The address as it may be printed: without user, password and query."""
        return shown(self.url)

    @cached_property
    def graphs(self) -> tuple[str, ...]:
        """IRIs of the named graphs that a question may look into, sorted; asked once.

        Raises
        ------
        EndpointError
            If the server does not hold the graph ``g:current``.
        """
        found = {str(row[0]) for row in self._solve(GRAPHS, {}).rows}
        if terms.CURRENT not in found:
            raise self._fault("holds no graph g:current", "the graphs of pcgraph", "load them into it, or ask another")
        return tuple(sorted(found | {terms.REGISTER, terms.VERDICTS, terms.ONTOLOGY}))

    def solve(self, text: str, graphs: Sequence[str] = ()) -> Result:
        """Answer a SELECT or CONSTRUCT from the graph `current`; one request.

        Parameters
        ----------
        text : str
            The standard prefixes need not be written. They are put before the first line, so that the lines of the
            server's messages are those of `text` (columns of line 1 are not).
        graphs : sequence of str
            IRIs of the named graphs for ``GRAPH``.

        Raises
        ------
        UsageError
            If it is no reading query.
        EndpointError
            If the server cannot be reached, refuses, or gives anything but a whole answer of the right kind.
        LimitError
            If the answer takes longer than `timeout` or is longer than `max_bytes`.
        """
        return self._solve(text, {"default-graph-uri": [terms.CURRENT], "named-graph-uri": list(graphs)})

    def _solve(self, text: str, dataset: Mapping[str, list[str]]) -> Result:
        sparql.guard(text, "query")
        form = next(word for word, _ in sparql.words(text) if word in (SELECT, CONSTRUCT))
        sender = _Sender(self.url, form, self.timeout)
        for name, values in dataset.items():
            for value in values:
                sender.addParameter(name, value)
        sender.addCustomHttpHeader("Accept", ", ".join(ROWS[:1] if form == SELECT else TRIPLES))
        sender.setQuery(with_prefixes(text))
        answer = self._within(sender, lambda: self._receive(sender.query().response, form))
        try:
            result = Result(answer.triples if form == CONSTRUCT else answer.rows)
        except (SyntaxError, ValueError) as error:
            raise self._fault(
                f"the answer breaks off or is damaged{self._foreign(str(error))}", f"whole {answer.kind}", "ask again"
            ) from error
        if answer.most is not None and len(result) >= answer.most:
            raise LimitError(
                f"endpoint {self.shown}: it cuts answers at {answer.most:,} rows; expected all of them; "
                "ask for less, or raise its limit"
            )
        return result

    def _within(self, sender: _Sender, work: Callable[[], Answer]) -> Answer:
        """Do `work` in a thread and wait until the deadline; however slow the server is, the caller is not."""
        done: Future[Answer] = Future()

        def run() -> None:
            try:
                done.set_result(work())
            except BaseException as error:  # handed to the caller, whatever it is
                done.set_exception(error)

        threading.Thread(target=run, name="pcgraph-endpoint", daemon=True).start()
        try:
            return done.result(self.timeout)
        except PcgraphError:
            raise
        except (OSError, http.client.HTTPException, ValueError) as error:
            reason = getattr(error, "reason", error)
            if isinstance(reason, TimeoutError):
                raise LimitError(
                    f"endpoint {self.shown}: no whole answer within {self.timeout:g} s; expected one in time; "
                    "ask for less, or raise the timeout"
                ) from error
            what = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
            if isinstance(error, http.client.HTTPException):
                what = f"breaks off or does not speak HTTP ({type(error).__name__})"
            raise self._fault(one_line(what), "a SPARQL server", "check the address, and that it runs") from error
        finally:
            sender.stop()

    def _receive(self, response: Any, form: str) -> Answer:
        """Read a whole answer of the right kind."""
        with closing(response):
            headers = response.headers
            if response.status != 200:
                raise self._refused(response)
            kind, taken = str(headers.get_content_type()), list(TRIPLES) if form == CONSTRUCT else list(ROWS)
            if kind not in taken:
                raise self._fault(f"answers with another format{self._foreign(kind)}", taken[0], "check the address")
            if headers.get("Content-Encoding", "identity").lower() != "identity":
                raise self._fault("compresses its answer unasked", "plain bytes", "switch that off there")
            if "X-SQL-State" in headers:  # Virtuoso hands out what it has when its own time is over
                raise self._fault("stopped before its answer was whole", "all of it", "raise its time limit")
            declared = headers.get("Content-Length", "")
            length = int(declared) if re.fullmatch(r"[0-9]{1,18}", declared) else None
            if length is None and not response.chunked and form == CONSTRUCT:
                # JSON shows its own end; triples do not, so half of them would look like a whole answer
                raise self._fault("does not say where its triples end", "a Content-Length or chunks", "tell its keeper")
            size, pieces = length or 0, []
            if size <= self.max_bytes:
                size = 0
                while size <= self.max_bytes and (piece := response.read(PIECE)):
                    size += len(piece)
                    pieces.append(piece)
            if size > self.max_bytes:
                raise LimitError(
                    f"endpoint {self.shown}: the answer is longer than {self.max_bytes:,} bytes; "
                    "expected a shorter one; ask for less, or raise max_bytes"
                )
            if length is not None and size != length:
                raise self._fault(f"broke off after {size:,} of {length:,} bytes", "the whole answer", "ask again")
            most = headers.get("X-SPARQL-MaxRows", "")  # Virtuoso says so when it may have cut
            return Answer(b"".join(pieces), kind, int(most) if re.fullmatch(r"[0-9]{1,18}", most) else None)

    def _refused(self, response: Any) -> EndpointError:
        """Make one line of any status but 200."""
        status, headers = response.status, response.headers
        if 300 <= status < 400:
            target = self._foreign(shown(headers.get("Location", "")))
            return self._fault(
                f"sends on to another address{target}", "an answer", "give that address, if you trust it"
            )
        reason = ""
        if headers.get_content_type() in ("text/plain", "application/json", "application/problem+json"):
            reason = self._foreign(response.read(2000).decode("utf-8", "replace"))
        wait = headers.get("Retry-After", "")
        advice = f"try again in {wait} s" if wait.isdecimal() else ADVICE.get(status, "try again later")
        return self._fault(f"{status} {http.client.responses.get(status, '')}{reason}", "an answer", advice)

    def _foreign(self, text: str) -> str:
        """Quote the server in brackets, unless it says back one of the address's secrets."""
        parts = urlsplit(self.url)
        values = [parts.username, parts.password, parts.query, *(value for _, value in parse_qsl(parts.query))]
        secrets = {form for value in values if value for form in (value, unquote(value))}
        secrets.add(b64encode(f"{unquote(parts.username or '')}:{unquote(parts.password or '')}".encode()).decode())
        told = any(secret in form for secret in secrets for form in (text, unquote(text)))
        return f" ({one_line(text)})" if text and not told else ""

    def _fault(self, what: str, expected: str, do: str) -> EndpointError:
        return EndpointError(f"endpoint {self.shown}: {what}; expected {expected}; {do}")


class _Sender(SPARQLWrapper):
    """SPARQLWrapper that can send nothing but one query, follows nothing, and can be stopped."""

    def __init__(self, url: str, form: str, timeout: float) -> None:
        parts = urlsplit(url)
        self._form = form
        host = parts.netloc.rpartition("@")[2]
        super().__init__(urlunsplit((parts.scheme, host, parts.path, parts.query, "")), agent=f"pcgraph/{__version__}")
        self.setCredentials(unquote(parts.username or ""), unquote(parts.password or ""))
        self.setOnlyConneg(True)
        self.setMethod(POST)
        self._seconds = timeout
        self._sockets: list[socket.socket] = []
        # neither redirects nor files: the opener knows these two protocols and the proxies of the environment
        self._opener = urllib.request.OpenerDirector()
        if parts.hostname not in ("localhost", "127.0.0.1", "::1"):
            self._opener.add_handler(urllib.request.ProxyHandler())
        self._opener.add_handler(_Protocols(self._sockets))

    def _parseQueryType(self, query: str) -> str:  # noqa: N802 -- SPARQLWrapper guesses it here, and takes updates too
        del query
        return self._form

    def _query(self) -> tuple[Any, str]:
        return self._opener.open(self._createRequest(), timeout=self._seconds), self.returnFormat

    def stop(self) -> None:
        """End whatever still goes on; a thread that waits for the server wakes up."""
        for link in self._sockets:
            with suppress(OSError):
                link.shutdown(socket.SHUT_RDWR)


class _Protocols(urllib.request.AbstractHTTPHandler):
    """HTTP and HTTPS over connections whose sockets are kept, to be shut from outside."""

    def __init__(self, sockets: list[socket.socket]) -> None:
        super().__init__()
        self._sockets = sockets

    def http_open(self, request: urllib.request.Request) -> Any:
        return self.do_open(self._kept(http.client.HTTPConnection), request)

    def https_open(self, request: urllib.request.Request) -> Any:
        kept = self._kept(http.client.HTTPSConnection)
        return self.do_open(kept, request, context=ssl.create_default_context())

    http_request = https_request = urllib.request.AbstractHTTPHandler.do_request_

    def _kept(self, kind: type[http.client.HTTPConnection]) -> Any:
        sockets = self._sockets

        class Kept(kind):  # type: ignore[valid-type, misc]
            def connect(self) -> None:
                super().connect()
                sockets.append(self.sock)

        return Kept


def with_prefixes(text: str) -> str:
    """Put the standard prefixes that a query does not declare itself before its first line, on that line.

    >>> with_prefixes("SELECT ?s WHERE { ?s a pcg:Talks }").count("PREFIX") == len(terms.PREFIXES)
    True
    """
    spots = (offset for word, offset in sparql.words(text) if word == "PREFIX")
    declared = {match[1] for spot in spots if (match := re.match(r"PREFIX\s+([\w.-]*):", text[spot:], re.IGNORECASE))}
    lines = [f"PREFIX {name}: <{iri}> " for name, iri in terms.PREFIXES.items() if name not in declared]
    return "".join(lines) + text


def shown(url: str) -> str:
    """Write an address without its secrets."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def one_line(text: str, limit: int = 160) -> str:
    """Keep a foreign text on one line, of a readable length, and harmless on a terminal."""
    line = visible(" ".join(text.split()))
    return line if len(line) <= limit else line[:limit] + " …"
