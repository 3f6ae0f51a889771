"""HTTP connections that another thread can close, and Basic and Digest authentication, for `pcgraph.query.http`."""

from __future__ import annotations

import http.client
import socket
import ssl
import urllib.request
from collections.abc import Mapping
from email.message import Message
from typing import Any
from urllib.request import Request

ECHO = b"x-sparql-named-graph:"  # Virtuoso repeats each graph in a header, and Python accepts only 100 headers


class Signer(urllib.request.AbstractDigestAuthHandler):
    """Adds credentials to requests: Basic at first, and Digest as soon as the server has asked for it.

    After the first challenge, each request is signed before it is sent, so that no body is sent twice.
    """

    def __init__(self) -> None:
        self.passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        super().__init__(self.passwords)
        self._challenge: Mapping[str, str] | None = None

    def accept_challenge(self, headers: Message) -> bool:
        """Store the server's challenge and return True, if it asks for Digest; otherwise return False."""
        for value in headers.get_all("WWW-Authenticate") or ():
            scheme, _, rest = value.partition(" ")
            if scheme.lower() == "digest":
                found = urllib.request.parse_http_list(rest)
                self._challenge = urllib.request.parse_keqv_list([part for part in found if part])
                return True
        return False

    def sign(self, request: Request, basic: str = "") -> None:
        """Add the header ``Authorization`` to a request; `basic` is used while there is no challenge."""
        if self._challenge is None:
            request.add_header("Authorization", f"Basic {basic}")
        elif signed := self.get_authorization(request, self._challenge):
            request.add_header("Authorization", f"Digest {signed}")


class Protocols(urllib.request.AbstractHTTPHandler):
    """Handles HTTP and HTTPS, and adds each socket to a list, so that another thread can close it."""

    def __init__(self, sockets: list[socket.socket]) -> None:
        super().__init__()
        self._sockets = sockets

    def http_open(self, request: Request) -> Any:
        """Open an HTTP connection."""
        return self.do_open(self._tracked(http.client.HTTPConnection), request)

    def https_open(self, request: Request) -> Any:
        """Open an HTTPS connection."""
        tracked = self._tracked(http.client.HTTPSConnection)
        return self.do_open(tracked, request, context=ssl.create_default_context())

    http_request = https_request = urllib.request.AbstractHTTPHandler.do_request_

    def _tracked(self, kind: type[http.client.HTTPConnection]) -> Any:
        sockets = self._sockets

        class Tracked(kind):  # type: ignore[valid-type, misc]
            response_class = Response

            def connect(self) -> None:
                super().connect()
                sockets.append(self.sock)

        return Tracked


class Response(http.client.HTTPResponse):
    """A response without the headers in which the server repeats the graphs of the request."""

    def begin(self) -> None:
        """Read status and headers; mark an earlier error as one of a server that has not answered yet."""
        stream = self.fp
        self.fp = EchoFilter(stream)  # type: ignore[assignment]
        try:
            super().begin()
        except ConnectionError as error:
            error.early = True  # type: ignore[attr-defined]
            raise
        finally:
            if isinstance(self.fp, EchoFilter):
                self.fp = stream


class EchoFilter:
    """A stream that skips the lines that repeat a graph (see `ECHO`)."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def readline(self, size: int = -1) -> bytes:
        """Return the next line that does not repeat a graph."""
        while (line := self._stream.readline(size)).lower().startswith(ECHO):
            pass
        return bytes(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)
