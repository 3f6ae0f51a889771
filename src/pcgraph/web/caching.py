"""An answer that a client may keep: a strong ETag of its bytes, 304 when it has them, headers that forbid guessing."""

from __future__ import annotations

import hashlib

from starlette.requests import Request
from starlette.responses import Response

from pcgraph.web.problems import fault


def held(request: Request, tag: str) -> bool:
    """Say whether the client already holds the answer with this ETag."""
    tags = request.headers.get("if-none-match", "")
    return tags.strip() == "*" or tag in (part.strip().removeprefix("W/") for part in tags.split(","))


def headers(tag: str, *, csp: str | None = None, vary: bool = False) -> dict[str, str]:
    """Give the headers of an answer.

    Parameters
    ----------
    tag : str
        The ETag, with its quotation marks.
    csp : str, optional
        A content security policy.
    vary : bool
        The same address answers other clients in another form.
    """
    found = {"ETag": tag, "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
    found |= {"Content-Security-Policy": csp, "Referrer-Policy": "no-referrer"} if csp else {}
    return found | ({"Vary": "Accept"} if vary else {})


def answer(
    request: Request, body: bytes, media: str, *, csp: str | None = None, vary: bool = False, status: int = 200
) -> Response:
    """Answer with `body`, or with 304 if the client holds it. Other parameters as for `headers`."""
    tag = f'"{hashlib.sha256(media.encode() + body).hexdigest()[:32]}"'
    said = headers(tag, csp=csp, vary=vary)
    if status == 200 and held(request, tag):
        return Response(status_code=304, headers=said)
    return Response(body, status, said, media_type=media)


def later(request: Request) -> Response:
    """Say that something is being made for another client."""
    line = f"{request.url.path}: being made for the first time; expected in a minute; ask again"
    return fault(request, 503, line, Retry_After="20")
