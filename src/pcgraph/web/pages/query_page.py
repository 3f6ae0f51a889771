"""The query page: an editor for SPARQL, with the questions of the catalogue as examples to start from."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from pcgraph.errors import UsageError
from pcgraph.model.namespaces import SHIPPED, Namespaces
from pcgraph.model.text import visible
from pcgraph.page import script_json
from pcgraph.page.offline_sparql import MOST_QUADS, editor_script, engine_settings, packed_engine, worker_script
from pcgraph.query.engine import sparql
from pcgraph.query.names.completion import completion_terms
from pcgraph.query.names.named_things import named_things
from pcgraph.query.names.resolve import known_kind, resolve
from pcgraph.query.questions import catalogue
from pcgraph.query.questions.forms import question_forms, without_header
from pcgraph.query.questions.question import Query
from pcgraph.web.context import Site
from pcgraph.web.http.caching import answer
from pcgraph.web.pages.html import asset, render, template_text

ENGINE = " 'wasm-unsafe-eval'; worker-src 'self'"  # what the policy of a page allows besides, if it answers itself
SUFFIXES = {"graph": "trig.gz", "worker": "js", "engine": "wasm.gz", "editor": "js", "terms": "json"}
LONGEST = 200  # characters of a name
MOST_ENGAGEMENTS = 50_000  # in a larger graph, the index of names would take the memory that the queries need


def page(request: Request, site: Site) -> Response:
    """Return the query page of the server, which sends queries to its endpoint."""
    root = str(request.scope.get("root_path", "")).rstrip("/")
    places = {name: f"{root}/{asset_path(name, made)}" for name, made in _editor(site).items()}
    known = _known(site, root, places) | {"endpoint": f"{root}/sparql", "base": request.scope.get("base", "")}
    html, policy = _render(site, root, known)
    return answer(request, html, "text/html", csp=policy)


def static_page(site: Site, root: str, assets: Mapping[str, str]) -> tuple[bytes, str]:
    """Return the query page of a static site, which answers in the browser, and its content security policy."""
    reason = ""
    if len(site.store) > MOST_QUADS:
        reason = (
            f"This page does not answer queries: the graph has {len(site.store):,} quads, and a browser needs seconds "
            f"and much memory to load more than {MOST_QUADS:,}."
        )
    known = _known(site, root, assets) | {"ask": engine_settings(site.kg.names), "reason": reason}
    return _render(site, root, known, may="" if reason else ENGINE)


def assets(site: Site) -> dict[str, bytes]:
    """Return what the page of a static site needs besides the graph: engine, its worker, the editor and its terms."""
    return {"worker": worker_script().encode(), "engine": packed_engine()} | _editor(site)


def asset_path(name: str, content: bytes) -> str:
    """Return the path of one of the `assets`, with a checksum of its content.

    >>> asset_path("engine", b"")
    'assets/engine-e3b0c44298fc.wasm.gz'
    """
    return asset(name, content, SUFFIXES[name])


def editor(request: Request, site: Site, name: str) -> Response:
    """Return the script of the editor or the terms that it completes, which the page loads when it is used."""
    media = "application/json" if name == "terms" else "text/javascript"
    return answer(request, _editor(site)[name], media)


def _editor(site: Site) -> dict[str, bytes]:
    def terms() -> bytes:
        return json.dumps(completion_terms(site.kg), ensure_ascii=False, separators=(",", ":")).encode()

    return {"editor": editor_script().encode(), "terms": site.compute_once("completion", terms)}


def _known(site: Site, root: str, assets: Mapping[str, str]) -> dict[str, Any]:
    """Return the data for the script that the pages of server and static site share."""
    return {
        "endpoint": "",
        "base": "",
        "reason": "",
        "root": root,
        "prefixes": site.kg.names.prefixes,
        "project": site.project.base,
        "examples": site.compute_once(
            "examples", lambda: question_forms(site.store, site.kg.names, site.project.label_language)
        ),
        "assets": dict(assets),
    }


def _render(site: Site, root: str, known: dict[str, Any], may: str = "") -> tuple[bytes, str]:
    return render(
        "query.html.j2",
        site,
        root,
        here="query.html",
        data=script_json(known),
        script=template_text("query.js"),
        later=editor_script(),
        known=known,
        may=may,
    )


def resolve_name(request: Request, site: Site) -> Response:
    """Return as JSON what the value of a parameter means: its id, iri and label, or only ``error``, the reason why not.

    A name without a meaning is a normal answer (200), so that browsers do not report a fault of the page.
    """
    name, kind = (request.query_params.get(key, "")[:LONGEST] for key in ("name", "type"))
    found: dict[str, str] = {}
    space = catalogue.namespace(kind, site.kg.names)
    try:
        if site.kg.tables.engagements.height > MOST_ENGAGEMENTS and not site.contains(space + name):
            raise UsageError(f"{name!r}: the graph has too many names to search; expected an id; write one")
        things = site.compute_once("names", lambda: named_things(site.kg))
        iri = resolve(site.kg, name, known_kind(kind))
        found = {"id": iri.removeprefix(space), "iri": iri, "label": things.entity(iri).label}
    except UsageError as error:
        found = {"error": visible(" ".join(str(error).split()))}
    return answer(request, json.dumps(found, ensure_ascii=False).encode(), "application/json")


def standalone(found: Query, names: Namespaces = SHIPPED) -> str:
    """Return a question for any endpoint: prefixes declared, parameters bound to their examples, or else variables."""
    text = without_header(found)
    values = {
        name: catalogue.typed(found, name, about.get("example", ""), lambda _: True, lambda _: (), names)
        for name, about in found.parameters.items()
        if about.get("example", "") != ""
    }
    text = sparql.bind(text, values, found.where)
    used = [name for name in names.prefixes if re.search(rf"(?<![\w-]){name}:", text)]
    return "".join(f"PREFIX {name}: <{names.prefixes[name]}>\n" for name in used) + text
