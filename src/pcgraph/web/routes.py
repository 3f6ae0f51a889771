"""The pages of the server: entities as HTML or data, chosen by ``Accept`` or suffix, and the map at ``/``.

An entity is not a document, so ``/id/lumen`` redirects (303) to a document about it: ``/id/lumen.html``, ``.ttl`` …
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from urllib.parse import quote

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from pcgraph.model import entities, namespaces
from pcgraph.model.namespaces import SHIPPED, Namespaces
from pcgraph.web import dump, ontology_page, query_page, service_description
from pcgraph.web.caching import answer, retry_later
from pcgraph.web.context import SPACES, Busy, Site, State, site_for
from pcgraph.web.entity import describe_entity, triples
from pcgraph.web.html import navigation, render
from pcgraph.web.negotiation import choose
from pcgraph.web.problems import KINDS, error_response

FORMS = {
    "html": "text/html",
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
}
SERIALISATIONS = {"ttl": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD, "nt": ox.RdfFormat.N_TRIPLES}


def routes(state: State) -> list[Route]:
    """Return the routes of all pages: map, query page, entities, ontology, description of the data, dump."""
    site = site_for(state)
    found = {
        "/": map_page,
        "/query": query_page.page,
        "/resolve": query_page.resolve_name,
        "/ontology": ontology,
        "/ontology.{suffix}": ontology,
        "/.well-known/void": service_description.void,
        dump.PATH: dump.dump,
    } | {f"/{space}/{{path:path}}": partial(thing, space=space) for space in SPACES}
    return [Route(path, _with(site, endpoint), name=path) for path, endpoint in found.items()]


def _with(site: Site, endpoint: Callable[..., Response]) -> Callable[[Request], Response]:
    def answered(request: Request) -> Response:  # a plain function: Starlette runs it in a thread
        try:
            return endpoint(request, site)
        except Busy:
            return retry_later(request)

    return answered


def root_path(request: Request) -> str:
    """Return the path prefix of the server; "" unless it is mounted below another one."""
    return quote(str(request.scope.get("root_path", "")).rstrip("/"))


def map_page(request: Request, site: Site) -> Response:
    """Return the map with links to the other pages: the one that the build wrote, or drawn once."""
    root = root_path(request)
    html, policy = site.compute_once(f"map {root}", lambda: _map(site, root))
    return answer(request, html, "text/html", csp=policy)


def _map(site: Site, root: str) -> tuple[bytes, str]:
    html = site.kg.page.replace("</header>", f"{navigation(root)}</header>", 1)
    declared = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    policy = declared[1].replace("&#39;", "'") if declared else "default-src 'none'"
    return html.encode(), f"{policy}; frame-ancestors 'none'"


def thing(request: Request, site: Site, space: str) -> Response:
    """Return a document about an entity, or redirect to one."""
    slug = request.path_params["path"]
    iri, suffix = _resolve(site, site.space(space) + slug)
    if iri is None:
        return not_found(request, site, space, slug)
    kept = entities.preferred_iri(site.store, iri)
    if suffix is None or kept != iri:
        chosen = suffix or _preferred_suffix(request)
        if chosen is None:
            return _refuse(request, f"none of the formats in Accept; expected one of {', '.join(FORMS.values())}")
        return RedirectResponse(f"{site.href(kept, root_path(request))}.{chosen}", 303, {"Vary": "Accept"})
    if suffix != "html":
        return answer(request, serialize(triples(site, iri), suffix, site.kg.names), FORMS[suffix])
    path = site.href(iri, root_path(request))
    both = "\n  UNION\n  ".join(f"{{ VALUES ?{end} {{ <{iri}> }} ?s ?p ?o }}" for end in "so")
    everything = f"SELECT ?s ?p ?o\nWHERE {{\n  {both}\n}}"
    body, policy = render(
        "entity.html.j2",
        site,
        root_path(request),
        here=space,
        it=describe_entity(site, iri),
        path=path,
        ask=f"{root_path(request)}/query#query={quote(everything)}",
    )
    return answer(request, body, "text/html", csp=policy)


def serialize(found: list[ox.Triple], suffix: str, names: Namespaces = SHIPPED) -> bytes:
    """Return triples in the format of a suffix, with the prefixes of the project; JSON-LD is in expanded form."""
    kind = SERIALISATIONS[suffix]
    return ox.serialize(found, format=kind, prefixes=names.prefixes if suffix == "ttl" else None) or b""


def _resolve(site: Site, iri: str) -> tuple[str | None, str | None]:
    """Return the entity and the suffix of a path; an entity whose own name ends like a suffix comes first."""
    if site.contains(iri):
        return iri, None
    stem, _, suffix = iri.rpartition(".")
    return (stem, suffix) if suffix in FORMS and site.contains(stem) else (None, None)


def _preferred_suffix(request: Request) -> str | None:
    media = choose(request.headers.get("accept"), list(FORMS.values()))
    return next((suffix for suffix, form in FORMS.items() if form == media), None)


def not_found(request: Request, site: Site, space: str, slug: str) -> Response:
    """Return 404, with similar names."""
    near = site.nearest(site.space(space), slug)
    names = ", ".join(namespaces.local(iri) for iri in near)
    where = f"{space}/{slug}"[:80]
    line = f"{where}: not in the graph in scope; expected a name in it" + (f"; did you mean {names}?" if near else "")
    if choose(request.headers.get("accept"), [*KINDS, "text/html"]) != "text/html":
        return error_response(request, 404, line)
    body, policy = render("not_found.html.j2", site, root_path(request), here="", line=line, near=near)
    return answer(request, body, "text/html", csp=policy, vary=True, status=404)


def _refuse(request: Request, line: str, status: int = 406) -> Response:
    return error_response(request, status, f"{request.url.path[:200]}: {line}")


def ontology(request: Request, site: Site) -> Response:
    """Return the ontology. Its terms are anchors in this document, so there is no redirect."""
    given = request.path_params.get("suffix")
    suffix = given or _preferred_suffix(request)
    if suffix not in FORMS:
        return _refuse(request, f"no such format; expected {', '.join(FORMS)}", 404 if given else 406)
    if suffix != "html":
        quads = site.quads(None, None, None, namespaces.ONTOLOGY)
        found = sorted({q.triple for q in quads}, key=lambda t: (str(t.subject), str(t.predicate), str(t.object)))
        return answer(request, serialize(found, suffix, site.kg.names), FORMS[suffix], vary=not given)
    body, policy = render(
        "ontology.html.j2",
        site,
        root_path(request),
        here="ontology",
        path=f"{root_path(request)}/ontology",
        **ontology_page.describe_ontology(site),
    )
    return answer(request, body, "text/html", csp=policy, vary=not given)
