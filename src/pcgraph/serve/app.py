"""The app: which address is whose, what holds for every answer, and errors in one line."""

from __future__ import annotations

import asyncio
import re

from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pcgraph.serve import pages, protocol
from pcgraph.serve.faults import fault
from pcgraph.serve.limits import PIECE
from pcgraph.serve.state import State

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
}
WORDS = {404: "nothing of this name", 405: "this address takes no such method"}


class _Front:
    """Refuses foreign names of the server, against pages that rebind theirs to it, and adds the headers of all.

    Where the server is known by another address, absolute links are made of that one; the scope has it as ``base``.
    It sends bodies in pieces, the next one when the client has read the one before: none is copied whole for a client.
    """

    def __init__(self, app: ASGIApp, hosts: frozenset[str], base: str) -> None:
        self.app, self.hosts, self.base = app, hosts, base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in ALWAYS.items():
                    headers.setdefault(name, value)
                await send(message)
                return
            body = memoryview(message.get("body", b""))
            while len(body) > PIECE:
                await send({**message, "body": body[:PIECE], "more_body": True})
                body = body[PIECE:]
                await asyncio.sleep(0)  # others have their turn, and it is noticed when the client has left
            await send({**message, "body": body})

        host = Headers(scope=scope).get("host", "")
        if re.sub(r":\d+$", "", host).strip("[]").lower() not in self.hosts:
            line = "request: for a host that is not this one; expected another Host; start the server with --allow-host"
            await fault(Request(scope), 421, line)(scope, receive, sent)
            return
        await self.app(self._known(scope) if self.base else scope, receive, sent)

    def _known(self, scope: Scope) -> Scope:
        """Let a request look as if it had come to the address by which the server is known, with its prefix or not."""
        scheme, _, rest = self.base.partition("://")
        host, slash, path = rest.partition("/")
        headers = [(name, value) for name, value in scope["headers"] if name != b"host"]
        headers.append((b"host", host.encode()))
        return {**scope, "scheme": scheme, "root_path": slash + path, "headers": headers, "base": self.base}


def app(state: State) -> Starlette:
    """Make the app; the workers are to be opened around it."""

    async def sparql(request: Request) -> Response:
        return await protocol.sparql(request, state)

    async def health(request: Request) -> Response:
        return await protocol.health(request, state)

    async def failed(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        what = WORDS.get(status, "an internal fault" if status == 500 else "refused")
        headers = dict(getattr(error, "headers", None) or {})
        line = f"{request.url.path[:200]}: {what}; expected an address of this server; see /"
        return fault(request, status, line, **headers)

    front = [Middleware(_Front, hosts=state.hosts, base=state.base)]
    if state.origins:
        front.append(
            Middleware(
                CORSMiddleware,
                allow_origins=list(state.origins),
                allow_methods=["GET", "HEAD", "POST"],
                allow_headers=["Accept", "Content-Type", "If-None-Match"],
                expose_headers=["ETag", "X-Elapsed", "Retry-After"],
            )
        )
    return Starlette(
        routes=[
            Route("/sparql", sparql, methods=["GET", "HEAD", "POST"]),
            Route("/health", health),
            *pages.routes(state),
        ],
        middleware=front,
        exception_handlers={HTTPException: failed, Exception: failed},
    )
