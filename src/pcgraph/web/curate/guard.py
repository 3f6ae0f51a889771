"""Lets only the page itself ask the app.

Whoever reaches the port could change the data. So every address begins with a random token, the ``Host`` must be this
machine (DNS rebinding), and a request that changes something must come from the page: its ``Origin`` is compared. Its
body must be JSON, which a page of another origin cannot send without being asked first.
"""

from __future__ import annotations

import secrets

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from pcgraph.web.http.headers import ALWAYS, host_name, with_headers

LOCAL = ("127.0.0.1", "localhost")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    **ALWAYS,
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """Middleware that lets only the page itself in."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self.app, self.token = app, token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it; every answer carries `HEADERS`."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        await (self._refusal(scope) or self.app)(scope, receive, with_headers(send, HEADERS))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if host_name(scope) not in LOCAL:
            return PlainTextResponse("request: unknown Host; expected this machine; use the printed address\n", 421)
        first = scope["path"].strip("/").partition("/")[0]
        if not secrets.compare_digest(first.encode(), self.token.encode()):
            return PlainTextResponse("request: no token; expected the printed address; copy it whole\n", 403)
        origin, site = headers.get("origin"), headers.get("sec-fetch-site", "same-origin")
        foreign = (origin is not None and origin != f"http://{headers['host']}") or site not in ("same-origin", "none")
        if scope["method"] not in ("GET", "HEAD") and (foreign or origin is None):
            return PlainTextResponse("request: from another page; expected this one; use the printed address\n", 403)
        if scope["method"] == "POST" and headers.get("content-type", "").partition(";")[0] != "application/json":
            return PlainTextResponse("request: not JSON; expected application/json; reload the page\n", 415)
        return None
