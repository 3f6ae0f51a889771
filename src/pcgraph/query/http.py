"""An HTTP client that returns the complete answer within a deadline, or raises one line of error.

The standard library's opener sends the password along when it follows a redirect, and has neither a deadline for the
complete answer nor a size limit. So each request has its own connection, which the waiting thread can close. This
module knows HTTP but not SPARQL.
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
from pcgraph.model.text import visible
from pcgraph.query.wire import Protocols, Signer
from pcgraph.version import __version__

CHUNK = 1 << 20  # bytes read at once
WAITS = (0.2, 0.6, 1.8)  # seconds before the second, third and fourth try, unless the server says how long to wait
BUSY = (429, 503)
ADVICE = {
    400: "fix the query, if the reason lies there",
    401: "add user and password: https://USER:PASSWORD@HOST/…",
    403: "ask the administrator of the server for permission",
    404: "check the path",
    405: "check the path; to write, set it with --update or --graph-store",
    415: "check the path; to write, set it with --update or --graph-store",
}
QUOTABLE = ("text/plain", "application/json", "application/problem+json")  # content types that an error quotes


@dataclass(frozen=True)
class Reply:
    """A complete answer: its bytes and its headers."""

    body: bytes
    headers: Message

    @property
    def kind(self) -> str:
        """The content type, without parameters."""
        return str(self.headers.get_content_type())


@dataclass(frozen=True, repr=False)
class HttpClient:
    """Sends requests to one address of a server, with limits of time and size.

    Attributes
    ----------
    url : str
        ``http`` or ``https``. It may contain user and password (Basic, or Digest if the server asks for it). They and
        the part after ``?`` are sent to this host only, and no message shows them.
    timeout : float
        Seconds for one complete answer, from the look-up of the host name to the last byte, including retries.
    max_bytes : int
        The longest answer that is accepted, in bytes.

    Raises
    ------
    UsageError
        If the URL or a limit is not valid.

    >>> HttpClient("https://user:secret@kg.example/sparql?key=k")
    HttpClient(https://kg.example/sparql)
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
            raise UsageError("endpoint: no web address; expected http://HOST/PATH or https://HOST/PATH; correct it")
        if not (self.timeout > 0 and self.max_bytes > 0):
            raise UsageError(
                "endpoint: timeout and max_bytes must be above 0; expected seconds and bytes; correct them"
            )

    def __repr__(self) -> str:
        """Return the address without its secrets."""
        return f"{type(self).__name__}({self.shown})"

    @property
    def shown(self) -> str:
        """The address for messages: without user, password and query."""
        return shown(self.url)

    @property
    def bare(self) -> str:
        """The address of the requests: without user and password, with its query."""
        parts = urlsplit(self.url)
        return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, parts.query, ""))

    def request(self, method: str, body: bytes, kind: str, **query: str) -> Request:
        """Return a request to this address, with `query` added to the URL."""
        more = "&".join(f"{name}={quote(value, safe='')}" for name, value in query.items())
        url = self.bare + ("&" if urlsplit(self.url).query else "?") * bool(more) + more
        headers = {"Content-Type": kind, "User-Agent": f"pcgraph/{__version__}", "Accept": "*/*"}
        return Request(url, data=body, method=method, headers=headers)  # noqa: S310 -- __post_init__ checked the scheme

    def send(self, request: Request, accepted: tuple[str, ...] = (), *, sized: bool = False) -> Reply:
        """Send a request to this address and return the complete answer.

        If no server answers, or the server is busy (429, 503), the request is sent up to four times. The wait between
        two tries is the one that the server asks for; there is no further try after `timeout`. A request is not
        repeated once the server has begun to answer it.

        Parameters
        ----------
        request : Request
            It must be safe to repeat.
        accepted : tuple of str
            Content types that are accepted; empty for any.
        sized : bool
            True to refuse an answer that does not show its end by a length or chunks.

        Raises
        ------
        EndpointError
            If the server cannot be reached, refuses, or sends anything but a complete answer of an accepted type.
        LimitError
            If the answer takes longer than `timeout` or is longer than `max_bytes`.
        """
        import stamina

        logging.getLogger("stamina").addHandler(logging.NullHandler())  # otherwise it writes to the terminal
        end = time.monotonic() + self.timeout

        waits = iter(WAITS)

        def retry_wait(error: Exception) -> float | bool:
            if not isinstance(error, EndpointError) or error.wait is None:
                return False
            wait = error.wait or next(waits, 0.0)
            return wait < end - time.monotonic() and wait

        tries = stamina.retry_context(on=retry_wait, attempts=len(WAITS) + 1, timeout=None)
        for attempt in tries:
            with attempt:
                return self._within(end, lambda sockets: self._open(request, end, sockets, accepted, sized))
        raise AssertionError("the last try returns or raises")

    def _within(self, end: float, work: Callable[[list[socket.socket]], Reply]) -> Reply:
        """Run `work` in a thread and wait for it until the deadline, however slow the server is."""
        done: Future[Reply] = Future()
        sockets: list[socket.socket] = []

        def run() -> None:
            try:
                done.set_result(work(sockets))
            except BaseException as error:  # the caller raises it
                done.set_exception(error)

        threading.Thread(target=run, name="pcgraph-link", daemon=True).start()
        try:
            return done.result(max(end - time.monotonic(), 0.0))
        except PcgraphError:
            raise
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise self._transport_error(error) from error
        finally:
            for opened in sockets:  # wakes up a thread that still waits for the server
                with suppress(OSError):
                    opened.shutdown(socket.SHUT_RDWR)

    def _open(
        self, request: Request, end: float, sockets: list[socket.socket], accepted: tuple[str, ...], sized: bool
    ) -> Reply:
        """Send the request, again if the server asks for Digest, and read the answer."""
        parts = urlsplit(self.url)
        # The opener knows only HTTP, HTTPS and the proxies of the environment: no redirects and no files.
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
            response.close()  # Virtuoso does not ask for Digest if the request has a Basic header
            request.remove_header("Authorization")
            response = opened()
        if response.status == 401 and user and self._signer.accept_challenge(response.headers):
            response.close()
            self._signer.sign(request)
            response = opened()
        with closing(response):
            return self._read(response, accepted, sized)

    def _read(self, response: Any, accepted: tuple[str, ...], sized: bool) -> Reply:
        """Read a complete answer of an accepted type."""
        headers = response.headers
        if not 200 <= response.status < 300:
            raise self._status_error(response)
        kind = str(headers.get_content_type())
        if accepted and kind not in accepted:
            raise self.fault(f"answers with another format{self.quoted(kind)}", accepted[0], "check the address")
        if headers.get("Content-Encoding", "identity").lower() != "identity":
            raise self.fault("compresses its answer unasked", "plain bytes", "turn compression off on the server")
        declared = headers.get("Content-Length", "")
        length = int(declared) if re.fullmatch(r"[0-9]{1,18}", declared) else None
        if sized and length is None and not response.chunked:
            raise self.fault(
                "does not say where its answer ends", "a Content-Length or chunks", "tell its administrator"
            )
        size, chunks = length or 0, []
        if size <= self.max_bytes:
            size = 0
            while size <= self.max_bytes and (chunk := response.read(CHUNK)):
                size += len(chunk)
                chunks.append(chunk)
        if size > self.max_bytes:
            raise LimitError(
                f"endpoint {self.shown}: the answer is longer than {self.max_bytes:,} bytes; "
                "expected a shorter one; narrow the query, or raise max_bytes"
            )
        if length is not None and size != length:
            raise self.fault(f"broke off after {size:,} of {length:,} bytes", "the complete answer", "ask again")
        return Reply(b"".join(chunks), headers)

    def _status_error(self, response: Any) -> EndpointError:
        """Return one line of error for a status other than success."""
        status, headers = response.status, response.headers
        if 300 <= status < 400:
            target = self.quoted(shown(headers.get("Location", "")))
            return self.fault(f"redirects to another address{target}", "an answer", "use that address, if you trust it")
        reason = ""
        if headers.get_content_type() in QUOTABLE:
            reason = self.quoted(response.read(2000).decode("utf-8", "replace"))
        wait = _seconds(headers.get("Retry-After", ""))
        advice = f"try again in {wait:.0f} s" if wait else ADVICE.get(status, "try again later")
        error = self.fault(f"{status} {http.client.responses.get(status, '')}{reason}", "an answer", advice)
        if status in BUSY:
            error.wait = wait
        return error

    def _transport_error(self, error: Exception) -> PcgraphError:
        """Return one line of error for a failed transport."""
        reason = getattr(error, "reason", error)
        if isinstance(reason, TimeoutError):
            return LimitError(
                f"endpoint {self.shown}: no complete answer within {self.timeout:g} s; expected one in time; "
                "narrow the query, or raise the timeout"
            )
        what = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
        if isinstance(reason, http.client.HTTPException):
            what = f"the connection breaks off or is not HTTP ({type(reason).__name__})"
        fault = self.fault(one_line(what), "a SPARQL server", "check the address, and that it runs")
        # Try again only before the server has answered: an error of sending is a URLError, and an error of waiting for
        # the first byte is marked by `pcgraph.query.wire.Response`.
        if isinstance(reason, ConnectionError) and (
            isinstance(error, urllib.error.URLError) or hasattr(error, "early")
        ):
            fault.wait = 0.0
        return fault

    def quoted(self, text: str) -> str:
        """Return a text of the server in brackets, or "" if it contains a secret of the address."""
        parts = urlsplit(self.url)
        values = [parts.username, parts.password, parts.query, *(value for _, value in parse_qsl(parts.query))]
        secrets = {form for value in values if value for form in (value, unquote(value))}
        secrets.add(b64encode(f"{unquote(parts.username or '')}:{unquote(parts.password or '')}".encode()).decode())
        leaks = any(secret in form for secret in secrets for form in (text, unquote(text)))
        return f" ({one_line(text)})" if text and not leaks else ""

    def fault(self, what: str, expected: str, do: str) -> EndpointError:
        """Return an error with this address in one line: what happened, what was expected, what to do."""
        return EndpointError(f"endpoint {self.shown}: {what}; expected {expected}; {do}")


def with_credentials(url: str, environment: Mapping[str, str] = os.environ) -> str:
    """Return the address with the user and password of the environment added, unless it already has a user.

    They are PCGRAPH_USER and PCGRAPH_PASSWORD.

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
    """Return an address without its secrets."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def one_line(text: str, limit: int = 160) -> str:
    """Return a server's text on one line, cut to a readable length, without control characters for the terminal."""
    line = visible(" ".join(text.split()))
    return line if len(line) <= limit else line[:limit] + " …"


def _seconds(text: str) -> float:
    """Return the seconds of a Retry-After header, which has seconds or a date; 0 if there is none."""
    if re.fullmatch(r"[0-9]{1,9}", text):
        return float(text)
    try:
        return max(parsedate_to_datetime(text).timestamp() - time.time(), 0.0)
    except ValueError:
        return 0.0
