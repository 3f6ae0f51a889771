"""The Starlette application: routes, headers that every answer carries, and errors in one line."""

from __future__ import annotations

import asyncio
from typing import TextIO
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pcgraph.web import reconciliation, routes
from pcgraph.web.context import State
from pcgraph.web.http.headers import ALWAYS, host_name, with_headers
from pcgraph.web.http.problems import error_response
from pcgraph.web.http.rate import RateLimit
from pcgraph.web.limits import PIECE
from pcgraph.web.protocol import sparql_protocol
from pcgraph.web.server import well_known
from pcgraph.web.server.observer import Metrics, Observer
from pcgraph.web.server.readiness import Readiness

HEADERS = {**ALWAYS, "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'"}
REASONS = {404: "not found", 405: "method not allowed"}


class _HostCheck:
    """Middleware that checks the ``Host`` header, adds the common headers and sends bodies in pieces.

    Refusing unknown hosts protects against DNS rebinding. If the server has a public base address or a path prefix,
    requests are rewritten so that links start with it; the scope holds the address as ``base``. The next piece of a
    body is sent when the client has read the previous one, so that no body is copied whole for a client.
    """

    def __init__(self, app: ASGIApp, hosts: frozenset[str], base: str) -> None:
        self.app, self.hosts, self.base = app, hosts, base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                await whole(message)
                return
            body = memoryview(message.get("body", b""))
            while len(body) > PIECE:
                await whole({**message, "body": body[:PIECE], "more_body": True})
                body = body[PIECE:]
                await asyncio.sleep(0)  # let other requests run, and notice a client that disconnected
            await whole({**message, "body": body})

        whole = with_headers(send, HEADERS)
        if host_name(scope).strip("[]") not in self.hosts:
            line = "request: unknown Host; expected a host name of this server; add it with --allow-host"
            await error_response(Request(scope), 421, line)(scope, receive, sent)
            return
        await self.app(self._rebased(scope) if self.base else scope, receive, sent)

    def _rebased(self, scope: Scope) -> Scope:
        """Return the scope as if the request had used the public base, with or without its path prefix."""
        parts = urlsplit(self.base)
        found = {**scope, "root_path": parts.path}
        if parts.netloc:
            headers = [(name, value) for name, value in scope["headers"] if name != b"host"]
            headers.append((b"host", parts.netloc.encode()))
            found |= {"scheme": parts.scheme, "headers": headers, "base": self.base}
        return found


def create_app(state: State, log: TextIO | None = None, metrics: Metrics | None = None) -> Starlette:
    """Return the application. Run it inside ``state.workers.open()``. See `Observer` for the log and the metrics."""

    async def sparql(request: Request) -> Response:
        return await sparql_protocol.sparql(request, state)

    async def health(request: Request) -> Response:
        return await sparql_protocol.health(request, state)

    async def failed(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        what = REASONS.get(status, "internal error" if status == 500 else "refused")
        headers = dict(getattr(error, "headers", None) or {})
        line = f"{request.url.path[:200]}: {what}; expected an address of this server; start from /"
        return error_response(request, status, line, **headers)

    if metrics:
        metrics.failed_reloads.set_function(lambda: state.counts["failed reloads"])
    middleware = [Middleware(Observer, log=log, metrics=metrics)] if log or metrics else []
    middleware += [Middleware(_HostCheck, hosts=state.hosts, base=state.base)]
    if state.origins:
        middleware.append(
            Middleware(
                CORSMiddleware,
                allow_origins=list(state.origins),
                allow_methods=["GET", "HEAD", "POST"],
                allow_headers=["Accept", "Content-Type", "If-None-Match"],
                expose_headers=["ETag", "Link", "X-Elapsed", "Pcgraph-Hint", "Retry-After"],
            )
        )
    if state.limits.requests_per_minute:
        middleware.append(Middleware(RateLimit, per_minute=state.limits.requests_per_minute))
    return Starlette(
        routes=[
            Route("/sparql", sparql, methods=["GET", "HEAD", "POST"]),
            Route("/health", health),
            Route("/ready", Readiness(state).answer),
            *([Route("/metrics", metrics.answer)] if metrics else []),
            *well_known.routes(state),
            *reconciliation.routes(state),
            *routes.routes(state),
        ],
        middleware=middleware,
        exception_handlers={HTTPException: failed, Exception: failed},
    )
