"""The addresses of things: for people HTML, for machines data, by ``Accept`` or by suffix; and the map at ``/``.

A thing is no document, so ``/id/huawei`` answers 303 with the document that fits: ``/id/huawei.html``, ``.ttl`` …
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
from pcgraph.web import dump, ontology_page, query_page, service_description
from pcgraph.web import html as house
from pcgraph.web.caching import answer, later
from pcgraph.web.context import HOUSE, SPACES, Busy, Site, State, href, of
from pcgraph.web.entity import about, triples
from pcgraph.web.negotiation import choose
from pcgraph.web.problems import KINDS, fault

FORMS = {
    "html": "text/html",
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
}
WRITTEN = {"ttl": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD, "nt": ox.RdfFormat.N_TRIPLES}


def routes(state: State) -> list[Route]:
    """Give every page of the server: map, query page, things, ontology, description of the data, dump."""
    site = of(state)
    found = {
        "/": front,
        "/query": query_page.page,
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
            return later(request)

    return answered


def root(request: Request) -> str:
    """Give what stands before every path; "" unless the server is mounted below another."""
    return quote(str(request.scope.get("root_path", "")).rstrip("/"))


def front(request: Request, site: Site) -> Response:
    """Answer with the map and links to the other pages: as the build kept it, or drawn once."""
    at = root(request)
    html, policy = site.once(f"map {at}", lambda: _map(site, at))
    return answer(request, html, "text/html", csp=policy)


def _map(site: Site, at: str) -> tuple[bytes, str]:
    html = site.kg.page.replace("</header>", f"{house.nav(at)}</header>", 1)
    own = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    policy = own[1].replace("&#39;", "'") if own else "default-src 'none'"
    return html.encode(), f"{policy}; frame-ancestors 'none'"


def thing(request: Request, site: Site, space: str) -> Response:
    """Answer with a document about a thing, or say where it is."""
    path = request.path_params["path"]
    iri, suffix = _named(site, SPACES[space] + path)
    if iri is None:
        return lost(request, site, SPACES[space], path)
    kept = entities.preferred_iri(site.store, iri)
    if suffix is None or kept != iri:
        chosen = suffix or _wanted(request)
        if chosen is None:
            return _refuse(request, f"no such form; expected Accept of one of {', '.join(FORMS.values())}")
        return RedirectResponse(f"{href(kept, root(request))}.{chosen}", 303, {"Vary": "Accept"})
    if suffix != "html":
        return answer(request, written(triples(site, iri), suffix), FORMS[suffix])
    at = href(iri, root(request))
    both = "\n  UNION\n  ".join(f"{{ VALUES ?{end} {{ <{iri}> }} ?s ?p ?o }}" for end in "so")
    everything = f"SELECT ?s ?p ?o\nWHERE {{\n  {both}\n}}"
    body, policy = house.page(
        "entity.html.j2",
        site,
        root(request),
        here=space,
        it=about(site, iri),
        path=at,
        ask=f"{root(request)}/query#query={quote(everything)}",
    )
    return answer(request, body, "text/html", csp=policy)


def written(found: list[ox.Triple], suffix: str) -> bytes:
    """Write triples in the form of a suffix; JSON-LD is expanded."""
    kind = WRITTEN[suffix]
    return ox.serialize(found, format=kind, prefixes=namespaces.PREFIXES if suffix == "ttl" else None) or b""


def _named(site: Site, iri: str) -> tuple[str | None, str | None]:
    """Find the thing and the suffix that a path means; a thing whose own name ends like a suffix comes first."""
    if site.known(iri):
        return iri, None
    stem, _, suffix = iri.rpartition(".")
    return (stem, suffix) if suffix in FORMS and site.known(stem) else (None, None)


def _wanted(request: Request) -> str | None:
    media = choose(request.headers.get("accept"), list(FORMS.values()))
    return next((suffix for suffix, form in FORMS.items() if form == media), None)


def lost(request: Request, site: Site, space: str, slug: str) -> Response:
    """Answer 404, with names that are near."""
    near = site.nearest(space, slug)
    names = ", ".join(namespaces.local(iri) for iri in near)
    where = (space[len(HOUSE) :] + slug)[:80]
    line = f"{where}: not in the graph in scope; expected a name of it" + (f"; did you mean {names}?" if near else "")
    if choose(request.headers.get("accept"), [*KINDS, "text/html"]) != "text/html":
        return fault(request, 404, line)
    body, policy = house.page("lost.html.j2", site, root(request), here="", line=line, near=near)
    return answer(request, body, "text/html", csp=policy, vary=True, status=404)


def _refuse(request: Request, line: str, status: int = 406) -> Response:
    return fault(request, status, f"{request.url.path[:200]}: {line}")


def ontology(request: Request, site: Site) -> Response:
    """Answer with the ontology; its terms are anchors of it, so there is no 303."""
    given = request.path_params.get("suffix")
    suffix = given or _wanted(request)
    if suffix not in FORMS:
        return _refuse(request, f"no such form; expected {', '.join(FORMS)}", 404 if given else 406)
    if suffix != "html":
        quads = site.quads(None, None, None, namespaces.ONTOLOGY)
        found = sorted({q.triple for q in quads}, key=lambda t: (str(t.subject), str(t.predicate), str(t.object)))
        return answer(request, written(found, suffix), FORMS[suffix], vary=not given)
    body, policy = house.page(
        "ontology.html.j2",
        site,
        root(request),
        here="ontology",
        path=f"{root(request)}/ontology",
        **ontology_page.about(site),
    )
    return answer(request, body, "text/html", csp=policy, vary=not given)
