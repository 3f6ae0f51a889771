"""Error responses: one line of text, or JSON as in RFC 9457 if the client asks for it."""

from __future__ import annotations

import json
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from pcgraph.model.text import visible
from pcgraph.web.http.negotiation import choose

KINDS = ("text/plain", "application/problem+json", "application/json")


def error_response(request: Request, status: int, line: str, **headers: str) -> Response:
    """Return an error response."""
    line = visible(line.replace("\n", " "))
    said = {"Cache-Control": "no-store", "Vary": "Accept"} | {k.replace("_", "-"): v for k, v in headers.items()}
    if choose(request.headers.get("accept"), KINDS) in KINDS[1:]:
        body = json.dumps({"title": HTTPStatus(status).phrase, "status": status, "detail": line}, ensure_ascii=False)
        return Response(body, status, said, media_type=KINDS[1])
    return Response(line + "\n", status, said, media_type=KINDS[0])
