"""Connections and signatures of HTTP, as `pcgraph.query.http` needs them: to be shut from outside, with Basic and Digest."""

from __future__ import annotations

import http.client
import socket
import ssl
import urllib.request
from collections.abc import Mapping
from email.message import Message
from typing import Any
from urllib.request import Request

ECHO = b"x-sparql-named-graph:"  # Virtuoso says back each graph in a header, and Python takes a hundred headers


class Signer(urllib.request.AbstractDigestAuthHandler):
    """Signs requests: Basic, until the server has asked for a digest; then each at once, so that no body goes twice."""

    def __init__(self) -> None:
        self.passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        super().__init__(self.passwords)
        self._challenge: Mapping[str, str] | None = None

    def learns(self, headers: Message) -> bool:
        """Keep the server's challenge, if it asks for a digest."""
        for value in headers.get_all("WWW-Authenticate") or ():
            scheme, _, rest = value.partition(" ")
            if scheme.lower() == "digest":
                found = urllib.request.parse_http_list(rest)
                self._challenge = urllib.request.parse_keqv_list([part for part in found if part])
                return True
        return False

    def sign(self, request: Request, basic: str = "") -> None:
        """Put the header into a request."""
        if self._challenge is None:
            request.add_header("Authorization", f"Basic {basic}")
        elif signed := self.get_authorization(request, self._challenge):
            request.add_header("Authorization", f"Digest {signed}")


class Protocols(urllib.request.AbstractHTTPHandler):
    """HTTP and HTTPS over connections whose sockets are kept, to be shut from outside."""

    def __init__(self, sockets: list[socket.socket]) -> None:
        super().__init__()
        self._sockets = sockets

    def http_open(self, request: Request) -> Any:
        """Open a connection of HTTP."""
        return self.do_open(self._kept(http.client.HTTPConnection), request)

    def https_open(self, request: Request) -> Any:
        """Open a connection of HTTPS."""
        kept = self._kept(http.client.HTTPSConnection)
        return self.do_open(kept, request, context=ssl.create_default_context())

    http_request = https_request = urllib.request.AbstractHTTPHandler.do_request_

    def _kept(self, kind: type[http.client.HTTPConnection]) -> Any:
        sockets = self._sockets

        class Kept(kind):  # type: ignore[valid-type, misc]
            response_class = Response

            def connect(self) -> None:
                super().connect()
                sockets.append(self.sock)

        return Kept


class Response(http.client.HTTPResponse):
    """A response without the server's echo of hundreds of graphs."""

    def begin(self) -> None:
        """Read status and headers; mark an error before them as one of a server that answered nothing."""
        whole = self.fp
        self.fp = Skimmed(whole)  # type: ignore[assignment]
        try:
            super().begin()
        except ConnectionError as error:
            error.early = True  # type: ignore[attr-defined]
            raise
        finally:
            if isinstance(self.fp, Skimmed):
                self.fp = whole


class Skimmed:
    """A stream whose lines of echo are passed over."""

    def __init__(self, whole: Any) -> None:
        self._whole = whole

    def readline(self, size: int = -1) -> bytes:
        """Read the next line that is no echo."""
        while (line := self._whole.readline(size)).lower().startswith(ECHO):
            pass
        return bytes(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._whole, name)
