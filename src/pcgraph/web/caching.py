"""Answers that clients may cache: ETags from the content, 304 for a client that has it, and safe headers."""

from __future__ import annotations

import hashlib

from starlette.requests import Request
from starlette.responses import Response

from pcgraph.web.problems import error_response


def client_has(request: Request, tag: str) -> bool:
    """Return whether the client already has the answer with this ETag."""
    tags = request.headers.get("if-none-match", "")
    return tags.strip() == "*" or tag in (part.strip().removeprefix("W/") for part in tags.split(","))


def headers(tag: str, *, csp: str | None = None, vary: bool = False) -> dict[str, str]:
    """Return the headers of an answer.

    Parameters
    ----------
    tag : str
        The ETag, including its quotation marks.
    csp : str, optional
        The content security policy.
    vary : bool
        Whether the answer depends on the ``Accept`` header.
    """
    found = {"ETag": tag, "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
    found |= {"Content-Security-Policy": csp, "Referrer-Policy": "no-referrer"} if csp else {}
    return found | ({"Vary": "Accept"} if vary else {})


def answer(
    request: Request, body: bytes, media: str, *, csp: str | None = None, vary: bool = False, status: int = 200
) -> Response:
    """Return a response with `body`, or 304 if the client has it already. Other parameters as for `headers`."""
    tag = f'"{hashlib.sha256(media.encode() + body).hexdigest()[:32]}"'
    said = headers(tag, csp=csp, vary=vary)
    if status == 200 and client_has(request, tag):
        return Response(status_code=304, headers=said)
    return Response(body, status, said, media_type=media)


def retry_later(request: Request) -> Response:
    """Return 503: the content is being computed for another client."""
    line = f"{request.url.path}: still being computed; expected to be ready in a minute; ask again"
    return error_response(request, 503, line, Retry_After="20")
