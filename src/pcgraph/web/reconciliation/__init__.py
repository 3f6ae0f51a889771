"""The Reconciliation Service API 0.2 of the W3C community group: clients such as OpenRefine match names with the graph.

``/reconcile`` returns the manifest, or answers a batch of queries, or the values of properties of things that are
matched. ``/reconcile/properties`` says which properties these may be, ``/reconcile/suggest/…`` completes names while
somebody types, and ``/reconcile/preview`` is a small page about one thing.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pcgraph.errors import UsageError
from pcgraph.model.namespaces import PCG
from pcgraph.query.explain.cited_passages import Citations
from pcgraph.query.explain.dossier import dossier
from pcgraph.query.names.candidates import called
from pcgraph.query.names.find import hits_of_kind
from pcgraph.query.names.named_things import named_things
from pcgraph.query.names.resolve import resolve
from pcgraph.version import __version__
from pcgraph.web.context import Busy, Site, State, site_for
from pcgraph.web.http.caching import answer
from pcgraph.web.http.problems import error_response
from pcgraph.web.pages.html import render
from pcgraph.web.pages.query_page import LONGEST, MOST_ENGAGEMENTS
from pcgraph.web.pool.worker import Fault
from pcgraph.web.protocol.sparql_protocol import FORM, STOPPING, media_type, read_body, read_pairs, refused
from pcgraph.web.reconciliation import batch as queries
from pcgraph.web.reconciliation import extension

PATH = "/reconcile"
SUGGESTED = {"entity": "thing", "type": "class", "property": "property"}  # what is completed → kind of named things
PAGE = 10  # suggestions at a time
WIDTH, HEIGHT = 420, 260  # pixels of a preview
DEFAULT_TYPES = ("Organization", "Agent", "Engagement", "Place")
Answered = Callable[[Request, State, Site, list[tuple[str, str]]], Response]


def routes(state: State) -> list[Route]:
    """Return the routes of the service."""

    def route(path: str, answered: Answered, *methods: str) -> Route:
        async def endpoint(request: Request) -> Response:
            return await _guarded(request, state, answered)

        return Route(PATH + path, endpoint, methods=["GET", "HEAD", *methods], name=PATH + path)

    return [
        route("", _reconcile, "POST"),
        route("/properties", _properties),
        route("/suggest/{what}", _suggest),
        route("/preview", _preview),
    ]


async def _guarded(request: Request, state: State, answered: Answered) -> Response:
    """Return the answer to a request, which is computed in a thread, or one line of error."""
    try:
        given = read_pairs(request.scope["query_string"])
        if request.method == "POST":
            if media_type(request) != FORM:
                raise Fault(415, f"reconcile: unsupported Content-Type; expected {FORM}; send queries in a form")
            given += read_pairs(await read_body(request, 4 * state.limits.max_query))  # percent-encoded
        site = site_for(state)
        if site.kg.tables.engagements.height > MOST_ENGAGEMENTS:
            most = f"{MOST_ENGAGEMENTS:,} engagements"
            raise Fault(422, f"reconcile: too many names to search; expected at most {most}; serve a smaller scope")
        return await run_in_threadpool(answered, request, state, site, given)
    except asyncio.CancelledError:  # the server stops, and the grace period is over
        return error_response(request, 503, STOPPING, Connection="close")
    except Busy:
        line = "reconcile: the names are still being read; expected to be ready in a minute; ask again"
        return error_response(request, 503, line, Retry_After="5")
    except UsageError as error:
        return error_response(request, 400, "; ".join(str(error).splitlines()))
    except Fault as error:
        return refused(request, state, error)


def _reconcile(request: Request, state: State, site: Site, given: list[tuple[str, str]]) -> Response:
    """Return the manifest, or the answers to a batch of queries, or the values of properties."""
    if not given and request.method != "POST":
        return _json(request, manifest(site, str(request.base_url).rstrip("/")))
    texts = [(name, value) for name, value in given if name in ("queries", "extend")]
    if len(texts) != 1:
        others = ", ".join(sorted({name for name, _ in given} - {"queries", "extend"}))[:100]
        what = f"{len(texts)} times queries or extend" + (f", and {others}" if others else "")
        raise Fault(400, f"reconcile: {what}; expected one of them, once; send a batch of queries as JSON")
    [(what, text)] = texts
    if len(text.encode("utf-8", "surrogatepass")) > state.limits.max_query:
        raise Fault(413, state.limits.line("length").replace("query:", f"{what}:", 1))
    site.compute_once("names", lambda: named_things(site.kg))
    if what == "extend":
        return _json(request, extension.extend(site.kg, extension.read(site.kg, text)))
    end, found = time.monotonic() + state.limits.timeout, {}
    for key, asked in queries.read(site.kg, text).items():
        if time.monotonic() > end:
            raise Fault(422, state.limits.line("time").replace("query:", "queries:", 1))
        found[key] = {"result": queries.solve(site.kg, asked)}
    return _json(request, found)


def manifest(site: Site, base: str) -> dict[str, Any]:
    """Return the description of the service; `base` is the address of the server without a slash at the end."""
    own = site.kg.names
    return {
        "versions": ["0.2"],
        "name": site.project.title,
        "identifierSpace": own.id,
        "schemaSpace": PCG,
        "defaultTypes": [queries.described_type(site.kg, PCG + name) for name in DEFAULT_TYPES],
        "serviceVersion": __version__,
        "batchSize": queries.MOST_QUERIES,
        "view": {"url": f"{base}/id/{{{{id}}}}"},
        "preview": {"url": f"{base}{PATH}/preview?id={{{{id}}}}", "width": WIDTH, "height": HEIGHT},
        "extend": {
            "propose_properties": {"service_url": base, "service_path": f"{PATH}/properties"},
            "property_settings": [],
        },
        "suggest": {what: {"service_url": base, "service_path": f"{PATH}/suggest/{what}"} for what in SUGGESTED},
    }


def _properties(request: Request, state: State, site: Site, given: list[tuple[str, str]]) -> Response:
    """Return the properties of which the things of a class have values."""
    del state
    values = dict(given)
    name, limit = values.get("type", ""), values.get("limit", "") or str(extension.MOST_PROPERTIES)
    if not re.fullmatch(r"[0-9]{1,6}", limit):
        raise Fault(400, f"properties: limit {limit[:20]!r}: not a number; expected the number to return; send one")
    if len(name) > LONGEST:
        raise Fault(400, f"properties: type; expected an id of at most {LONGEST} characters; send one")
    class_ = resolve(site.kg, name, "class", "properties: type") if name else ""
    rows = site.compute_once(f"properties of {class_}", lambda: extension.proposals(site.kg, class_))
    return _json(request, {"type": name, "limit": int(limit), "properties": rows[: int(limit)]})


def _suggest(request: Request, state: State, site: Site, given: list[tuple[str, str]]) -> Response:
    """Return the things, classes or properties whose names begin with a text, or contain its words."""
    del state
    what, values = request.path_params["what"], dict(given)
    if what not in SUGGESTED:
        raise Fault(404, f"suggest/{what[:80]}: unknown; expected one of {', '.join(SUGGESTED)}; choose one")
    prefix, cursor = values.get("prefix", ""), values.get("cursor", "") or "0"
    if "prefix" not in values or len(prefix) > LONGEST:
        raise Fault(400, f"suggest: prefix; expected a text of at most {LONGEST} characters; send one")
    if not re.fullmatch(r"[0-9]{1,6}", cursor):
        raise Fault(400, f"suggest: cursor {cursor[:20]!r}: not a number; expected the number to skip; send one")
    things = site.compute_once("names", lambda: named_things(site.kg))
    known = things.of_kind(SUGGESTED[what])
    space = site.kg.names.id if what == "entity" else PCG
    exact = [iri for iri in (site.kg.names.expand(prefix.strip(), space),) if iri in known]
    exact += called(things, prefix, SUGGESTED[what])
    found = dict.fromkeys([*exact, *(hit.iri for hit in hits_of_kind(site.kg, prefix, SUGGESTED[what]))])
    page = [*found][int(cursor) : int(cursor) + PAGE]
    rows = [queries.described(site.kg, iri, notable=what == "entity") for iri in page]
    return _json(request, {"result": rows})


def _preview(request: Request, state: State, site: Site, given: list[tuple[str, str]]) -> Response:
    """Return a small page about a thing, which clients show in a frame: those on the origins of ``--cors``."""
    slug = dict(given).get("id", "")
    iri = site.kg.names.expand(slug)
    if not (slug and len(slug) <= LONGEST and site.contains(iri)):
        raise Fault(404, f"preview {slug[:80]!r}: not in the graph in scope; expected an id; take one from a candidate")
    found, root = dossier(site.kg, iri, language=site.language), str(request.scope.get("root_path", "")).rstrip("/")
    states = Citations(site.kg).cite([{iri: None}])["states"]
    body, policy = render("preview.html.j2", site, root, it=found, labels=site.labels(iri),
                          detail=named_things(site.kg).detail(iri), states=states,
                          page=site.href(iri, root))  # fmt: skip
    framing = [origin for origin in state.origins if re.fullmatch(r"\*|https?://[\w.:\[\]-]+", origin)]
    policy = policy.replace("frame-ancestors 'none'", " ".join(["frame-ancestors 'self'", *framing]))
    response = answer(request, body, "text/html", csp=policy)
    response.headers["X-Frame-Options"] = "SAMEORIGIN"  # browsers that know frame-ancestors do not read it
    return response


def _json(request: Request, found: Any) -> Response:
    return answer(request, json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"), "application/json")
