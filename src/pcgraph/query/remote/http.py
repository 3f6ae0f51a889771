"""An HTTP client that returns the complete answer within a deadline, or raises one line of error.

It uses a transport of httpx2 and not its ``Client``. A ``Client`` logs addresses with their keys, and reads a refusal
of any length before it signs the request again. A transport does neither, and follows no redirects. This module knows
HTTP but not SPARQL; it is imported only where a server is asked.
"""

from __future__ import annotations

import logging
import os
import re
import threading
import time
import weakref
from base64 import b64encode
from collections.abc import Generator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar
from urllib.parse import parse_qsl, quote, unquote, urlsplit, urlunsplit
from urllib.request import getproxies, proxy_bypass

import httpx2

from pcgraph.errors import EndpointError, LimitError, PcgraphError, UsageError
from pcgraph.model.text import visible
from pcgraph.query.remote.transport import TooLong, Transport, payload, retry_after, without_user
from pcgraph.version import __version__

WAITS = (0.2, 0.6, 1.8)  # seconds before the second, third and fourth try, unless the server says how long to wait
BUSY = (429, 503)
ADVICE = {
    400: "fix the query, if the reason lies there",
    401: "add user and password: https://USER:PASSWORD@HOST/…",
    403: "ask the administrator of the server for permission",
    404: "check the path (pcgraph serve: /sparql)",
    405: "check the path (pcgraph serve: /sparql); to write, set it with --update or --graph-store",
    415: "check the path; to write, set it with --update or --graph-store",
}
FAILURES = (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError, ImportError, NotImplementedError)  # of httpx2
QUOTABLE = ("text/plain", "application/json", "application/problem+json")  # content types that an error quotes


@dataclass(frozen=True)
class Reply:
    """A complete answer: its bytes, its headers, and its content type without parameters."""

    body: bytes
    headers: httpx2.Headers
    kind: str


@dataclass(frozen=True, repr=False)
class HttpClient:
    """Sends requests to one address of a server, with limits of time and size.

    >>> HttpClient("https://user:secret@kg.example/sparql?key=k")
    HttpClient(https://kg.example/sparql)
    """

    # ``http`` or ``https``. It may contain user and password (Basic, or Digest if the server asks for it). They and the
    # part after ``?`` are sent to this host only, and no message shows them
    url: str
    # seconds for one complete answer, from the look-up of the host name to the last byte, including retries
    timeout: float = 60.0
    max_bytes: int = 200_000_000  # the longest answer that is accepted, in bytes
    _idle: list[Transport] = field(default_factory=list, init=False, compare=False)
    server: ClassVar[str] = "a SPARQL server"  # what a message expects at the address
    advice: ClassVar[Mapping[int, str]] = ADVICE

    def __post_init__(self) -> None:
        try:
            parts, port = urlsplit(self.url), urlsplit(self.url).port
            httpx2.URL(self.bare)
        except (ValueError, httpx2.InvalidURL):
            parts, port = urlsplit(""), None
        wrong = re.search(r"[^\x21-\x7e]", self.url) or port == 0
        if wrong or parts.scheme not in ("http", "https") or not parts.hostname:
            raise UsageError("endpoint: no web address; expected http://HOST/PATH or https://HOST/PATH; correct it")
        if not (self.timeout > 0 and self.max_bytes > 0):
            raise UsageError(
                "endpoint: timeout and max_bytes must be above 0; expected seconds and bytes; correct them"
            )
        weakref.finalize(self, _close, self._idle)

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
        return without_user(self.url).partition("#")[0]

    @cached_property
    def _auth(self) -> httpx2.Auth:
        parts = urlsplit(self.url)
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        return Credentials(user, password) if user or password else httpx2.Auth()

    def request(self, method: str, body: bytes, kind: str, **query: str) -> httpx2.Request:
        """Return a request to this address, with `query` added to the URL."""
        more = "&".join(f"{name}={quote(value, safe='')}" for name, value in query.items())
        url = self.bare + ("&" if urlsplit(self.url).query else "?") * bool(more) + more
        headers = {"Content-Type": kind, "User-Agent": f"pcgraph/{__version__}", "Accept": "*/*"}
        return httpx2.Request(method, url, content=body, headers=headers)

    def send(self, request: httpx2.Request, accepted: tuple[str, ...] = (), *, sized: bool = False) -> Reply:
        """Send a request to this address and return the complete answer.

        If no server answers, or the server is busy (429, 503), the request is sent up to four times. The wait between
        two tries is the one that the server asks for; there is no further try after `timeout`. A request is not
        repeated once the headers of its answer have arrived.
        """
        import stamina

        logging.getLogger("stamina").addHandler(logging.NullHandler())  # otherwise it writes to the terminal
        end, waits = time.monotonic() + self.timeout, iter(WAITS)

        def retry_wait(error: Exception) -> float | bool:
            if not isinstance(error, EndpointError) or error.wait is None:
                return False
            wait = error.wait or next(waits, 0.0)
            return wait < end - time.monotonic() and wait

        tries = stamina.retry_context(on=retry_wait, attempts=len(WAITS) + 1, timeout=None)
        for attempt in tries:
            with attempt:
                return self._send_once(request, end, accepted, sized)
        raise AssertionError("the last try returns or raises")

    def _send_once(self, request: httpx2.Request, end: float, accepted: tuple[str, ...], sized: bool) -> Reply:
        """Send the request and return its answer before the deadline."""
        answered = threading.Event()
        transport = self._idle.pop() if self._idle else self._new_transport()  # for this request alone

        def run() -> Reply:
            with closing(self._open(transport, request, end)) as response:
                answered.set()
                return self._read(response, accepted, sized)

        try:
            reply = transport.until(end, run)
        except FAILURES as error:
            raise self._transport_error(error, answered.is_set()) from error
        self._idle.append(transport)
        return reply

    def _new_transport(self) -> Transport:
        """Return a transport; it uses the proxy of the environment, unless the server is on this machine."""
        parts = urlsplit(self.url)
        host = parts.hostname or ""
        local = host in ("localhost", "127.0.0.1", "::1") or proxy_bypass(host)
        proxy = "" if local else getproxies().get(parts.scheme, "")
        try:
            return Transport(proxy=f"http://{proxy}" if proxy and "://" not in proxy else proxy or None)
        except FAILURES:
            what = f"the environment variable {parts.scheme}_proxy has no proxy that can be used"
            raise self.fault(what, "http://HOST:PORT", "correct the variable") from None

    def _open(self, transport: Transport, request: httpx2.Request, end: float) -> httpx2.Response:
        """Send the request, again if the server asks for Digest, and return the answer without its body."""
        request.headers["Accept-Encoding"] = "identity"
        signing = self._auth.auth_flow(request)
        signed = next(signing)
        while True:
            response = transport.ask(signed, end)
            response.request = signed
            try:
                signed = signing.send(response)
            except StopIteration:
                return response
            response.close()

    def _read(self, response: httpx2.Response, accepted: tuple[str, ...], sized: bool) -> Reply:
        """Read a complete answer of an accepted type."""
        if not response.is_success:
            raise self._status_error(response)
        headers = response.headers
        kind = _content_type(headers)
        if accepted and kind not in accepted:
            raise self.fault(f"answers with another format{self.quoted(kind)}", accepted[0], "check the address")
        if headers.get("Content-Encoding", "identity").lower() != "identity":
            raise self.fault("compresses its answer unasked", "plain bytes", "turn compression off on the server")
        declared = headers.get("Content-Length", "")
        length = int(declared) if re.fullmatch(r"[0-9]{1,18}", declared) else None
        if sized and length is None and "Transfer-Encoding" not in headers:
            raise self.fault(
                "does not say where its answer ends", "a Content-Length or chunks", "tell its administrator"
            )
        chunks: list[bytes] = []
        try:
            chunks.extend(payload(response, self.max_bytes, length or 0))
        except TooLong:
            raise LimitError(
                f"endpoint {self.shown}: the answer is longer than {self.max_bytes:,} bytes; "
                "expected a shorter one; narrow the query, or raise max_bytes"
            ) from None
        except httpx2.RemoteProtocolError:
            if length is None:
                raise
        body = b"".join(chunks)
        if length is not None and len(body) != length:
            raise self.fault(f"broke off after {len(body):,} of {length:,} bytes", "the complete answer", "ask again")
        return Reply(body, headers, kind)

    def _status_error(self, response: httpx2.Response) -> EndpointError:
        """Return one line of error for a status other than success."""
        status, headers = response.status_code, response.headers
        if 300 <= status < 400:
            target = self.quoted(shown(headers.get("Location", "")))
            return self.fault(f"redirects to another address{target}", "an answer", "use that address, if you trust it")
        reason = ""
        if _content_type(headers) in QUOTABLE:
            with suppress(httpx2.HTTPError):
                reason = self.quoted(next(response.iter_raw(2000), b"").decode("utf-8", "replace"))
        wait = retry_after(headers.get("Retry-After", "")) or 0.0
        advice = f"try again in {wait:.0f} s" if wait else self.advice.get(status, "try again later")
        error = self.fault(f"{status} {httpx2.codes.get_reason_phrase(status)}{reason}", "an answer", advice)
        if status in BUSY:
            error.wait = wait
        return error

    def _transport_error(self, error: BaseException, answered: bool) -> PcgraphError:
        """Return one line of error for a failed transport; it may be tried again before the server has answered."""
        if isinstance(error, TimeoutError | httpx2.TimeoutException):
            return LimitError(
                f"endpoint {self.shown}: no complete answer within {self.timeout:g} s; expected one in time; "
                "narrow the query, or raise the timeout"
            )
        cause = error
        while below := cause.__cause__ or cause.__context__:  # the error of the system below those of httpx2
            cause = below
        what = getattr(cause, "strerror", None) or str(error) or type(cause).__name__
        if isinstance(error, httpx2.RemoteProtocolError):  # what the server sent stands after the colon
            what = f"the connection breaks off or is not HTTP ({what.partition(':')[0].rstrip('.')})"
        fault = self.fault(one_line(what), self.server, "check the address, and that it runs")
        if not answered and (isinstance(cause, ConnectionError) or str(error).startswith("Server disconnected")):
            fault.wait = 0.0
        return fault

    def quoted(self, text: str) -> str:
        """Return a text of the server in brackets, or "" if it contains a secret of the address."""
        parts = urlsplit(self.url)
        values = [parts.username, parts.password, parts.query, *(value for _, value in parse_qsl(parts.query))]
        secrets = {form for value in values if value for form in (value, unquote(value))}
        secrets.add(_basic(unquote(parts.username or ""), unquote(parts.password or "")))
        leaks = any(secret in form for secret in secrets for form in (text, unquote(text)))
        return f" ({one_line(text)})" if text and not leaks else ""

    def fault(self, what: str, expected: str, do: str) -> EndpointError:
        """Return an error with this address in one line: what happened, what was expected, what to do."""
        return EndpointError(f"endpoint {self.shown}: {what}; expected {expected}; {do}")


class Credentials(httpx2.DigestAuth):
    """Signs requests: Basic at first, and Digest as soon as the server has asked for it.

    After the first challenge, each request is signed before it is sent, so that no body is sent twice.
    """

    def __init__(self, user: str, password: str) -> None:
        super().__init__(user, password)
        self._basic, self._digest = f"Basic {_basic(user, password)}", False

    def auth_flow(self, request: httpx2.Request) -> Generator[httpx2.Request, httpx2.Response]:
        """Yield the requests to send, and receive the answer to each."""
        if not self._digest:
            request.headers["Authorization"] = self._basic
            response = yield request
            asked = response.headers.get("WWW-Authenticate", "digest")  # Virtuoso asks only if Basic was not sent
            if response.status_code != 401 or "digest" not in asked.lower():
                return
            del request.headers["Authorization"]
        yield from super().auth_flow(request)
        self._digest = "Authorization" in request.headers


def with_credentials(url: str, environment: Mapping[str, str] = os.environ) -> str:
    """Return the address with the user and password of the environment added, unless it already has a user.

    They are PCGRAPH_USER and PCGRAPH_PASSWORD.

    >>> with_credentials("https://kg.example/x", {"PCGRAPH_USER": "ulla", "PCGRAPH_PASSWORD": "a b"})
    'https://ulla:a%20b@kg.example/x'
    >>> with_credentials("http://u:p@kg.example/", {"PCGRAPH_USER": "v"})
    'http://u:p@kg.example/'
    """
    if not isinstance(url, str):
        raise UsageError(f"endpoint {url!r}: not a text; expected the address of a SPARQL server; write it as a text")
    user, password = environment.get("PCGRAPH_USER"), environment.get("PCGRAPH_PASSWORD")
    parts = urlsplit(url)
    if not user or "@" in parts.netloc:
        return url
    at = f"{quote(user, safe='')}:{quote(password or '', safe='')}@{parts.netloc}"
    return urlunsplit((parts.scheme, at, parts.path, parts.query, ""))


def shown(url: str) -> str:
    """Return an address without its secrets."""
    return re.split("[?#]", without_user(url))[0]


def one_line(text: str, limit: int = 160) -> str:
    """Return a server's text on one line, cut to a readable length, without control characters for the terminal."""
    line = visible(" ".join(text.split()))
    return line if len(line) <= limit else line[:limit] + " …"


def _content_type(headers: httpx2.Headers) -> str:
    return str(headers.get("Content-Type", "text/plain")).partition(";")[0].strip().lower()


def _close(transports: list[Transport]) -> None:
    for transport in transports:
        transport.close()


def _basic(user: str, password: str) -> str:
    return b64encode(f"{user}:{password}".encode()).decode()
