"""The SPARQL 1.1 Protocol, for questions only."""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
from typing import Any
from urllib.parse import parse_qsl

import pyoxigraph as ox
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from pcgraph.serve import counting, description, worker
from pcgraph.serve.accept import choose
from pcgraph.serve.answer import held
from pcgraph.serve.faults import fault
from pcgraph.serve.limits import BODY, HEALTH, PATIENCE
from pcgraph.serve.state import State
from pcgraph.serve.worker import Fault

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
ROWS = {media: media for media in counting.ROWS} | {
    "application/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
    "text/plain": "text/tab-separated-values",
}
TRIPLES = {media: media for media in worker.TRIPLES} | {
    "text/plain": "application/n-triples",
    "application/json": "application/ld+json",
    "application/xml": "application/rdf+xml",
}
CHANGING = re.compile(r"\b(NOW|RAND|UUID|STRUUID|BNODE)\b", re.IGNORECASE)  # two answers to such a query may differ
STOPPING = "server: it is being stopped; expected it to run; ask again later"
READ_ONLY = "update: this server is read only; expected a query; ask one"


async def sparql(request: Request, state: State) -> Response:
    """Answer a request to the endpoint."""
    try:
        given = await _given(request, state.limits.max_query)
        if any(name == "update" for name, _ in given):
            raise Fault(403, READ_ONLY)
        if not any(name == "query" for name, _ in given):
            return await _described(request, state)
        job = _job(request, given, state.limits.max_query)
        tag = _tag(state.key, job)
        headers = {"Vary": "Accept", "Cache-Control": "no-store"}
        if not CHANGING.search(job["text"]):
            headers |= {"ETag": tag, "Cache-Control": "no-cache"}
            if request.method != "POST" and held(request, tag.removeprefix("W/")):
                return Response(status_code=304, headers=headers)
        answer = await state.workers.run(job, _client(request), _left(request))
    except asyncio.CancelledError:  # the server gave it the time that it gives
        return fault(request, 503, STOPPING, Connection="close")
    except Fault as error:
        known = re.fullmatch("[a-z]+", error.line)
        more = {"Retry_After": "3"} if error.status == 503 else {}
        more |= {"Connection": "close"} if error.status in (408, 413) else {}
        return fault(request, error.status, state.limits.line(error.line) if known else error.line, **more)
    headers |= {"X-Elapsed": f"{answer.seconds:.6f}"}
    return Response(answer.body, 200, headers, media_type=answer.media)


async def health(request: Request, state: State) -> Response:
    """Answer a monitor: whether a worker answers."""
    job = {"text": "ASK {}", "default": None, "named": None, "rows": ROWS["application/json"], "triples": None}
    try:
        async with asyncio.timeout(HEALTH):
            await state.workers.run(job, _client(request), _left(request))
        status, said = 200, "ok"
    except (TimeoutError, Fault):
        status, said = 503, "no worker answered"
    return JSONResponse({"status": said, "build": state.key[:16]}, status, {"Cache-Control": "no-store"})


async def _given(request: Request, most: int) -> list[tuple[str, str]]:
    """Read the parameters of a request, of which none is too long."""
    given = _pairs(request.scope["query_string"])
    if request.method != "POST":
        return given
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == UPDATE:
        raise Fault(403, READ_ONLY)
    if kind not in (FORM, QUERY):
        raise Fault(415, f"request: a body of another kind; expected {QUERY} or {FORM}; send one of them")
    body = await _body(request, most + BODY)
    if kind == FORM:
        return given + _pairs(body)
    try:
        return [*given, ("query", body.decode("utf-8"))]
    except UnicodeDecodeError as error:
        raise Fault(400, "query: not UTF-8; expected UTF-8; send it so") from error


def _pairs(text: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=100_000)
    except ValueError as error:
        raise Fault(400, "request: parameters that are not UTF-8 in percent signs; expected so; mend them") from error


async def _body(request: Request, most: int) -> bytes:
    """Read a body of `most` bytes at most; a longer one is refused before it is read, or where it passes the limit."""
    long = Fault(413, f"request: longer than {most:,} bytes; expected a shorter one; name fewer graphs")
    declared = request.headers.get("content-length", "0")
    if not re.fullmatch("[0-9]{1,18}", declared) or int(declared) > most:
        raise long
    body = bytearray()
    try:
        async with asyncio.timeout(PATIENCE):
            async for piece in request.stream():
                body += piece
                if len(body) > most:
                    raise long
    except TimeoutError as error:
        raise Fault(408, f"request: not here after {PATIENCE:g} s; expected it at once; send it again") from error
    except ClientDisconnect as error:
        raise Fault(408, "request: it broke off; expected all of it; send it again") from error
    return bytes(body)


def _job(request: Request, given: list[tuple[str, str]], most: int) -> dict[str, Any]:
    """Make a worker's job of the parameters."""
    values: dict[str, list[str]] = {}
    for name, value in given:
        values.setdefault(name, []).append(value)
    if len(values["query"]) != 1:
        raise Fault(400, "request: several queries; expected one; leave the others out")
    text = values["query"][0]
    if len(text.encode("utf-8", "surrogatepass")) > most:
        raise Fault(413, "length")
    default, named = values.get("default-graph-uri"), values.get("named-graph-uri")
    for iri in [*(default or ()), *(named or ())]:
        try:
            ox.NamedNode(iri)
        except ValueError as error:
            raise Fault(400, f"request: {iri[:100]!r} is no IRI; expected the IRI of a graph; mend it") from error
    if default is not None or named is not None:
        default, named = default or [], named or []
    accept = request.headers.get("accept")
    rows, triples = choose(accept, list(ROWS)), choose(accept, list(TRIPLES))
    return {
        "text": text,
        "default": default,
        "named": named,
        "rows": rows and ROWS[rows],
        "triples": triples and TRIPLES[triples],
    }


def _tag(key: str, job: dict[str, Any]) -> str:
    return f'W/"{hashlib.sha256(json.dumps([key, job]).encode()).hexdigest()[:32]}"'


async def _described(request: Request, state: State) -> Response:
    """Answer who asks nothing: a person gets the page for asking, a machine the description of the service."""
    kinds = ["text/html", *description.MEDIA]
    chosen = choose(request.headers.get("accept"), kinds)
    if request.method == "POST" or chosen is None or "accept" not in request.headers:
        raise Fault(400, "request: no query; expected the parameter query; see /query")
    if chosen == "text/html":
        return RedirectResponse(f"{request.scope.get('root_path', '')}/query", 303, {"Vary": "Accept"})
    return await run_in_threadpool(description.service, state, request)


def _client(request: Request) -> str:
    return request.client.host if request.client else ""


async def _left(request: Request) -> None:
    """Wait until the client has left."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
