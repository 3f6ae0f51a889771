"""The SPARQL 1.1 Protocol for queries; updates are refused."""

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

from pcgraph.web.context import State
from pcgraph.web.http.caching import accepts_gzip, client_has
from pcgraph.web.http.negotiation import choose
from pcgraph.web.http.problems import error_response
from pcgraph.web.limits import BODY, CLIENT_TIMEOUT, HEALTH
from pcgraph.web.pool import row_counter, worker
from pcgraph.web.pool.worker import Fault
from pcgraph.web.protocol import service_description

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
ROWS = {media: media for media in row_counter.ROWS} | {
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
CHANGING = re.compile(
    r"\b(NOW|RAND|UUID|STRUUID|BNODE)\b", re.IGNORECASE
)  # functions whose results change; such answers get no ETag
STOPPING = "server: stopping; expected a running server; ask again later"
READ_ONLY = "update: this server is read-only; expected a query; send a query instead"


async def sparql(request: Request, state: State) -> Response:
    """Return the answer to a request to the endpoint."""
    try:
        given = await _parameters(request, state.limits.max_query)
        if any(name == "update" for name, _ in given):
            raise Fault(403, READ_ONLY)
        if not any(name == "query" for name, _ in given):
            return await _described(request, state, bool(given))
        job = _job(request, given, state.limits.max_query, state.kg.project.base)
        tag = _tag(state.key, job)
        headers = {"Vary": "Accept, Accept-Encoding", "Cache-Control": "no-store"}
        if not CHANGING.search(job["text"]):
            headers |= {"ETag": tag, "Cache-Control": "no-cache"}
            if request.method != "POST" and client_has(request, tag.removeprefix("W/")):
                return Response(status_code=304, headers=headers)
        answer = await state.workers.run(job, _client(request), _disconnected(request))
    except asyncio.CancelledError:  # the server stops, and the grace period is over
        return error_response(request, 503, STOPPING, Connection="close")
    except Fault as error:
        return refused(request, state, error)
    headers |= {"Content-Encoding": "gzip"} if answer.packed else {}
    headers |= {"X-Elapsed": f"{answer.seconds:.6f}"}
    if answer.hints:  # JSON, because a header is ASCII
        headers |= {"Pcgraph-Hint": json.dumps(answer.hints)}
    return Response(answer.body, 200, headers, media_type=answer.media)


def refused(request: Request, state: State, error: Fault) -> Response:
    """Return the response to a request that failed."""
    more = {"Retry_After": "3"} if error.status == 503 else {}
    more |= {"Connection": "close"} if error.status in (408, 413) else {}
    return error_response(request, error.status, state.limits.line(error.line), **more)


def media_type(request: Request) -> str:
    """Return the media type of the body of a request, without its parameters."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def health(request: Request, state: State) -> Response:
    """Return 200 if a worker answers, else 503; for monitoring."""
    answers = await worker_answers(request, state)
    found = {"status": "ok" if answers else "no worker answered", "build": state.key[:16]}
    return JSONResponse(found, 200 if answers else 503, {"Cache-Control": "no-store"})


async def worker_answers(request: Request, state: State) -> bool:
    """Return whether a worker answers a query soon."""
    job = {"text": "ASK {}", "default": None, "named": None, "rows": ROWS["application/json"], "triples": None}
    try:
        async with asyncio.timeout(HEALTH):
            await state.workers.run(job, _client(request), _disconnected(request))
    except (TimeoutError, Fault):
        return False
    return True


async def _parameters(request: Request, most: int) -> list[tuple[str, str]]:
    """Return the parameters of a request, from its address and its body."""
    given = read_pairs(request.scope["query_string"])
    if request.method != "POST":
        return given
    kind = media_type(request)
    if kind == UPDATE:
        raise Fault(403, READ_ONLY)
    if kind not in (FORM, QUERY):
        raise Fault(415, f"request: unsupported Content-Type; expected {QUERY} or {FORM}; send one of them")
    body = await read_body(request, most + BODY)
    if kind == FORM:
        return given + read_pairs(body)
    try:
        return [*given, ("query", body.decode("utf-8"))]
    except UnicodeDecodeError as error:
        raise Fault(400, "query: not UTF-8; expected UTF-8; send it in UTF-8") from error


def read_pairs(text: bytes) -> list[tuple[str, str]]:
    """Return the parameters of a query string or a form; raise `Fault` if they are not percent-encoded UTF-8."""
    try:
        return parse_qsl(text.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=100_000)
    except ValueError as error:
        raise Fault(400, "request: invalid parameters; expected percent-encoded UTF-8; fix the encoding") from error


async def read_body(request: Request, most: int) -> bytes:
    """Return a body of at most `most` bytes; a longer one is refused by its declared length or while reading."""
    long = Fault(413, f"request: longer than {most:,} bytes; expected a shorter one; send less at once")
    declared = request.headers.get("content-length", "0")
    if not re.fullmatch("[0-9]{1,18}", declared) or int(declared) > most:
        raise long
    body = bytearray()
    try:
        async with asyncio.timeout(CLIENT_TIMEOUT):
            async for piece in request.stream():
                body += piece
                if len(body) > most:
                    raise long
    except TimeoutError as error:
        raise Fault(
            408, f"request: incomplete after {CLIENT_TIMEOUT:g} s; expected all of it; send it again"
        ) from error
    except ClientDisconnect as error:
        raise Fault(408, "request: broken off; expected all of it; send it again") from error
    return bytes(body)


def _job(request: Request, given: list[tuple[str, str]], most: int, base: str) -> dict[str, Any]:
    """Return the job for a worker, from the parameters and the base of the project."""
    values: dict[str, list[str]] = {}
    for name, value in given:
        values.setdefault(name, []).append(value)
    if len(values["query"]) != 1:
        raise Fault(400, "request: several queries; expected one; send one at a time")
    text = values["query"][0]
    if len(text.encode("utf-8", "surrogatepass")) > most:
        raise Fault(413, "length")
    default, named = values.get("default-graph-uri"), values.get("named-graph-uri")
    for iri in [*(default or ()), *(named or ())]:
        try:
            ox.NamedNode(iri)
        except ValueError as error:
            raise Fault(400, f"request: {iri[:100]!r} is not an IRI; expected the IRI of a graph; fix it") from error
    if default is not None or named is not None:
        default, named = default or [], named or []
    accept = request.headers.get("accept")
    rows, triples = choose(accept, list(ROWS)), choose(accept, list(TRIPLES))
    return {
        "text": text,
        "base": base,
        "hints": default is None,  # see pcgraph.query.hints
        "default": default,
        "named": named,
        "rows": rows and ROWS[rows],
        "triples": triples and TRIPLES[triples],
        "gzip": accepts_gzip(request.headers.get("accept-encoding", "")),
    }


def _tag(key: str, job: dict[str, Any]) -> str:
    return f'W/"{hashlib.sha256(json.dumps([key, job]).encode()).hexdigest()[:32]}"'


async def _described(request: Request, state: State, asked: bool) -> Response:
    """Return the answer to a request without a query: browsers get the query page, all others the description."""
    chosen = choose(request.headers.get("accept"), [*service_description.MEDIA, "text/html"])
    if request.method == "POST" or asked or chosen is None:
        raise Fault(400, "request: no query; expected the parameter query; add it, or open /query")
    if chosen == "text/html":
        return RedirectResponse(f"{request.scope.get('root_path', '')}/query", 303, {"Vary": "Accept"})
    return await run_in_threadpool(service_description.service, state, request)


def _client(request: Request) -> str:
    return request.client.host if request.client else ""


async def _disconnected(request: Request) -> None:
    """Wait until the client disconnects."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
