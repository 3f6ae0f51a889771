"""One request to a server: the whole answer in time, or one line of error. Knows HTTP, and no SPARQL.

The standard library's opener follows redirects with the password, has no deadline for a whole answer and no limit of
its size; so each request has a connection of its own, which a clock outside can shut.
"""

from __future__ import annotations

import http.client
import logging
import os
import re
import socket
import threading
import time
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from contextlib import closing, suppress
from dataclasses import dataclass, field
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit, urlunsplit
from urllib.request import Request

from pcgraph.errors import EndpointError, LimitError, PcgraphError, UsageError
from pcgraph.escape import visible
from pcgraph.version import __version__
from pcgraph.wire import Protocols, Signer

PIECE = 1 << 20  # bytes read at once
WAITS = (0.2, 0.6, 1.8)  # seconds before the second, third and last try, where nobody answers or says how long
BUSY = (429, 503)
ADVICE = {
    400: "mend the query, if the reason lies there",
    401: "give user and password: https://USER:PASSWORD@HOST/…",
    403: "ask for the right to do it",
    404: "check the path",
    405: "check the path; to write, give it with --update or --graph-store",
    415: "check the path; to write, give it with --update or --graph-store",
}
SPOKEN = ("text/plain", "application/json", "application/problem+json")  # what may be quoted in an error


@dataclass(frozen=True)
class Reply:
    """A whole answer: its bytes and its headers."""

    body: bytes
    headers: Message

    @property
    def kind(self) -> str:
        """The content type, without parameters."""
        return str(self.headers.get_content_type())


@dataclass(frozen=True, repr=False)
class Link:
    """An address of a server, and what one answer may take.

    Attributes
    ----------
    url : str
        ``http`` or ``https``; user and password may stand in it (Basic, or Digest where the server asks for it). They
        and the part after ``?`` are sent to this host only, and no message shows them.
    timeout : float
        Seconds for one whole answer, from looking up the name to the last byte, further tries included.
    max_bytes : int
        Longest answer that is taken.

    Raises
    ------
    UsageError
        If it is no such URL.

    >>> Link("https://user:secret@kg.example/sparql?key=k")
    Link(https://kg.example/sparql)
    """

    url: str
    timeout: float = 60.0
    max_bytes: int = 200_000_000
    _signer: Signer = field(default_factory=Signer, init=False, compare=False)

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
        return f"{type(self).__name__}({self.shown})"

    @property
    def shown(self) -> str:
        """The address as it may be printed: without user, password and query."""
        return shown(self.url)

    @property
    def bare(self) -> str:
        """The address to send to: without user and password, with its query."""
        parts = urlsplit(self.url)
        return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, parts.query, ""))

    def request(self, method: str, body: bytes, kind: str, **query: str) -> Request:
        """Make a request to this address; `query` is added to it."""
        more = "&".join(f"{name}={quote(value, safe='')}" for name, value in query.items())
        url = self.bare + ("&" if urlsplit(self.url).query else "?") * bool(more) + more
        headers = {"Content-Type": kind, "User-Agent": f"pcgraph/{__version__}", "Accept": "*/*"}
        return Request(url, data=body, method=method, headers=headers)  # noqa: S310 -- __post_init__ saw the scheme

    def send(self, request: Request, taken: tuple[str, ...] = (), *, sized: bool = False) -> Reply:
        """Send a request to this address, and read the answer to its end.

        Where nobody answers, or a server says that it is busy (429, 503), it is tried again, up to four times, after
        the wait that the server asks for, if that ends before `timeout`. What a server began to answer is not.

        Parameters
        ----------
        request : Request
            One that may be repeated.
        taken : tuple of str
            Content types that are taken; empty for any.
        sized : bool
            Refuse an answer that does not say where it ends.

        Raises
        ------
        EndpointError
            If the server cannot be reached, refuses, or gives anything but a whole answer of the right kind.
        LimitError
            If the answer takes longer than `timeout` or is longer than `max_bytes`.
        """
        import stamina

        logging.getLogger("stamina").addHandler(logging.NullHandler())  # else it speaks to the terminal
        end = time.monotonic() + self.timeout

        waits = iter(WAITS)

        def again(error: Exception) -> float | bool:
            if not isinstance(error, EndpointError) or error.wait is None:
                return False
            wait = error.wait or next(waits, 0.0)
            return wait < end - time.monotonic() and wait

        tries = stamina.retry_context(on=again, attempts=len(WAITS) + 1, timeout=None)
        for attempt in tries:
            with attempt:
                return self._within(end, lambda sockets: self._open(request, end, sockets, taken, sized))
        raise AssertionError("the last try returns or raises")

    def _within(self, end: float, work: Callable[[list[socket.socket]], Reply]) -> Reply:
        """Do `work` in a thread and wait until the deadline; however slow the server is, the caller is not."""
        done: Future[Reply] = Future()
        sockets: list[socket.socket] = []

        def run() -> None:
            try:
                done.set_result(work(sockets))
            except BaseException as error:  # handed to the caller, whatever it is
                done.set_exception(error)

        threading.Thread(target=run, name="pcgraph-link", daemon=True).start()
        try:
            return done.result(max(end - time.monotonic(), 0.0))
        except PcgraphError:
            raise
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise self._broken(error) from error
        finally:
            for link in sockets:  # a thread that still waits for the server wakes up
                with suppress(OSError):
                    link.shutdown(socket.SHUT_RDWR)

    def _open(
        self, request: Request, end: float, sockets: list[socket.socket], taken: tuple[str, ...], sized: bool
    ) -> Reply:
        """Send, once more if the server wants a digest, and read."""
        parts = urlsplit(self.url)
        # neither redirects nor files: the opener knows these two protocols and the proxies of the environment
        opener = urllib.request.OpenerDirector()
        if parts.hostname not in ("localhost", "127.0.0.1", "::1"):
            opener.add_handler(urllib.request.ProxyHandler())
        opener.add_handler(Protocols(sockets))
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        if user or password:
            self._signer.passwords.add_password(None, self.bare, user, password)
            self._signer.sign(request, b64encode(f"{user}:{password}".encode()).decode())

        def opened() -> Any:
            return opener.open(request, timeout=max(end - time.monotonic(), 0.001))

        response = opened()
        if response.status == 401 and user and "WWW-Authenticate" not in response.headers:
            response.close()  # Virtuoso does not say that it wants a digest to one who has sent a password
            request.remove_header("Authorization")
            response = opened()
        if response.status == 401 and user and self._signer.learns(response.headers):
            response.close()
            self._signer.sign(request)
            response = opened()
        with closing(response):
            return self._read(response, taken, sized)

    def _read(self, response: Any, taken: tuple[str, ...], sized: bool) -> Reply:
        """Read a whole answer of the right kind."""
        headers = response.headers
        if not 200 <= response.status < 300:
            raise self._refused(response)
        kind = str(headers.get_content_type())
        if taken and kind not in taken:
            raise self.fault(f"answers with another format{self.foreign(kind)}", taken[0], "check the address")
        if headers.get("Content-Encoding", "identity").lower() != "identity":
            raise self.fault("compresses its answer unasked", "plain bytes", "switch that off there")
        declared = headers.get("Content-Length", "")
        length = int(declared) if re.fullmatch(r"[0-9]{1,18}", declared) else None
        if sized and length is None and not response.chunked:
            raise self.fault("does not say where its answer ends", "a Content-Length or chunks", "tell its keeper")
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
            raise self.fault(f"broke off after {size:,} of {length:,} bytes", "the whole answer", "ask again")
        return Reply(b"".join(pieces), headers)

    def _refused(self, response: Any) -> EndpointError:
        """Make one line of any status that is no success."""
        status, headers = response.status, response.headers
        if 300 <= status < 400:
            target = self.foreign(shown(headers.get("Location", "")))
            return self.fault(f"sends on to another address{target}", "an answer", "give that address, if you trust it")
        reason = ""
        if headers.get_content_type() in SPOKEN:
            reason = self.foreign(response.read(2000).decode("utf-8", "replace"))
        wait = _seconds(headers.get("Retry-After", ""))
        advice = f"try again in {wait:.0f} s" if wait else ADVICE.get(status, "try again later")
        error = self.fault(f"{status} {http.client.responses.get(status, '')}{reason}", "an answer", advice)
        if status in BUSY:
            error.wait = wait
        return error

    def _broken(self, error: Exception) -> PcgraphError:
        """Make one line of a transport that failed."""
        reason = getattr(error, "reason", error)
        if isinstance(reason, TimeoutError):
            return LimitError(
                f"endpoint {self.shown}: no whole answer within {self.timeout:g} s; expected one in time; "
                "ask for less, or raise the timeout"
            )
        what = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
        if isinstance(reason, http.client.HTTPException):
            what = f"breaks off or does not speak HTTP ({type(reason).__name__})"
        fault = self.fault(one_line(what), "a SPARQL server", "check the address, and that it runs")
        # an error of sending comes as URLError, one of waiting for the first byte is marked: nothing was answered yet
        if isinstance(reason, ConnectionError) and (
            isinstance(error, urllib.error.URLError) or hasattr(error, "early")
        ):
            fault.wait = 0.0
        return fault

    def foreign(self, text: str) -> str:
        """Quote the server in brackets, unless it says back one of the address's secrets."""
        parts = urlsplit(self.url)
        values = [parts.username, parts.password, parts.query, *(value for _, value in parse_qsl(parts.query))]
        secrets = {form for value in values if value for form in (value, unquote(value))}
        secrets.add(b64encode(f"{unquote(parts.username or '')}:{unquote(parts.password or '')}".encode()).decode())
        told = any(secret in form for secret in secrets for form in (text, unquote(text)))
        return f" ({one_line(text)})" if text and not told else ""

    def fault(self, what: str, expected: str, do: str) -> EndpointError:
        """Make an error of this address."""
        return EndpointError(f"endpoint {self.shown}: {what}; expected {expected}; {do}")


def with_credentials(url: str, environment: Mapping[str, str] = os.environ) -> str:
    """Put the user and password of the environment into an address that has none: PCGRAPH_USER, PCGRAPH_PASSWORD.

    >>> with_credentials("https://kg.example/x", {"PCGRAPH_USER": "ulla", "PCGRAPH_PASSWORD": "a b"})
    'https://ulla:a%20b@kg.example/x'
    >>> with_credentials("http://u:p@kg.example/", {"PCGRAPH_USER": "v"})
    'http://u:p@kg.example/'
    """
    user, password = environment.get("PCGRAPH_USER"), environment.get("PCGRAPH_PASSWORD")
    parts = urlsplit(url)
    if not user or "@" in parts.netloc:
        return url
    at = f"{quote(user, safe='')}:{quote(password or '', safe='')}@{parts.netloc}"
    return urlunsplit((parts.scheme, at, parts.path, parts.query, ""))


def shown(url: str) -> str:
    """Write an address without its secrets."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def one_line(text: str, limit: int = 160) -> str:
    """Keep a foreign text on one line, of a readable length, and harmless on a terminal."""
    line = visible(" ".join(text.split()))
    return line if len(line) <= limit else line[:limit] + " …"


def _seconds(text: str) -> float:
    """Read a Retry-After header: seconds or a date; 0 where there is none."""
    if re.fullmatch(r"[0-9]{1,9}", text):
        return float(text)
    try:
        return max(parsedate_to_datetime(text).timestamp() - time.time(), 0.0)
    except ValueError:
        return 0.0
