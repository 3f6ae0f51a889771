"""Errors as the client sees them: one line, as text or, where that is asked for, as a problem (RFC 9457)."""

from __future__ import annotations

import json
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from pcgraph.escape import visible
from pcgraph.serve.accept import choose

KINDS = ("text/plain", "application/problem+json", "application/json")


def fault(request: Request, status: int, line: str, **headers: str) -> Response:
    """Answer with an error.

    Parameters
    ----------
    line : str
        Where, what, expected, do this. No paths of this machine, no traceback.
    **headers : str
        Further headers; ``_`` stands for ``-``.
    """
    line = visible(line.replace("\n", " "))
    said = {"Cache-Control": "no-store", "Vary": "Accept"} | {k.replace("_", "-"): v for k, v in headers.items()}
    if choose(request.headers.get("accept"), KINDS) in KINDS[1:]:
        body = json.dumps({"title": HTTPStatus(status).phrase, "status": status, "detail": line}, ensure_ascii=False)
        return Response(body, status, said, media_type=KINDS[1])
    return Response(line + "\n", status, said, media_type=KINDS[0])
