"""Answers that clients may cache: ETags from the content, 304 for a client that has it, gzip, and safe headers."""

from __future__ import annotations

import gzip
import hashlib
import re
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import Response

from pcgraph.web.http.negotiation import MOST
from pcgraph.web.http.problems import error_response
from pcgraph.web.limits import PACKED

LEVEL = 6  # of compression
KEPT = 32  # compressed answers that are kept, so that all clients share their bytes


@lru_cache(KEPT)
def accepts_gzip(header: str) -> bool:
    """Return whether a client with this ``Accept-Encoding`` header reads gzip (RFC 9110, section 12.5.3).

    >>> accepts_gzip("gzip, br"), accepts_gzip("gzip;q=0, *"), accepts_gzip("*;q=0.5"), accepts_gzip("")
    (True, False, True, False)
    """
    accepted: dict[str, bool] = {}
    for part in header.lower().split(",")[:MOST]:
        name, _, quality = part.replace(" ", "").partition(";q=")
        accepted[name] = not re.fullmatch(r"0(\.0*)?", quality)
    return accepted.get("gzip", accepted.get("*", False))


def client_has(request: Request, tag: str) -> bool:
    """Return whether the client already has the answer with this ETag."""
    tags = request.headers.get("if-none-match", "")
    return tags.strip() == "*" or tag in (part.strip().removeprefix("W/") for part in tags.split(","))


def headers(tag: str, *, csp: str | None = None, vary: bool = False) -> dict[str, str]:
    """Return the headers of an answer."""
    found = {"ETag": tag, "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
    found |= {"Content-Security-Policy": csp, "Referrer-Policy": "no-referrer"} if csp else {}
    return found | ({"Vary": "Accept"} if vary else {})


def answer(
    request: Request, body: bytes, media: str, *, csp: str | None = None, vary: bool = False, status: int = 200
) -> Response:
    """Return a response with `body`, or 304 if the client has it already. Other parameters as for `headers`.

    A client that reads gzip gets the body compressed, with an ETag of its own.
    """
    packed = len(body) >= PACKED and accepts_gzip(request.headers.get("accept-encoding", ""))
    tag = f'"{_checksum(media, body)}{"-gzip" * packed}"'
    said = headers(tag, csp=csp, vary=vary)
    said["Vary"] = "Accept, Accept-Encoding" if vary else "Accept-Encoding"
    if status == 200 and client_has(request, tag):
        return Response(status_code=304, headers=said)
    if packed:
        return Response(_compressed(body), status, said | {"Content-Encoding": "gzip"}, media_type=media)
    return Response(body, status, said, media_type=media)


@lru_cache(KEPT)
def _checksum(media: str, body: bytes) -> str:
    return hashlib.sha256(media.encode() + body).hexdigest()[:32]


@lru_cache(KEPT)
def _compressed(body: bytes) -> bytes:
    return gzip.compress(body, LEVEL, mtime=0)


def retry_later(request: Request) -> Response:
    """Return 503: the content is being computed for another client."""
    line = f"{request.url.path}: still being computed; expected to be ready in a minute; ask again"
    return error_response(request, 503, line, Retry_After="20")
