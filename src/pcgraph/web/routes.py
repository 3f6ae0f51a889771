"""The pages of the server: entities as HTML or data, chosen by ``Accept`` or suffix, and the map at ``/``.

An entity is not a document, so ``/id/lumen`` redirects (303) to a document about it: ``/id/lumen.html``, ``.ttl`` …
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from pcgraph.errors import LimitError, UsageError
from pcgraph.export.description.signposts import DUMP, MEDIA
from pcgraph.model import namespaces
from pcgraph.profiles import word_file
from pcgraph.profiles.html import style
from pcgraph.profiles.word_file import has_docx
from pcgraph.query.questions import catalogue
from pcgraph.web import pages
from pcgraph.web.context import SPACES, Busy, Site, State, own_path, site_for
from pcgraph.web.http.caching import answer, retry_later
from pcgraph.web.http.negotiation import choose
from pcgraph.web.http.problems import KINDS, error_response
from pcgraph.web.pages import Document, query_page
from pcgraph.web.pages.entity import profiles
from pcgraph.web.pages.followed import NO_RELEASE, followed, newest_day
from pcgraph.web.pages.followed import feed as feed_of
from pcgraph.web.pages.html import navigation, render, style_name
from pcgraph.web.pages.serialisation import FORMS
from pcgraph.web.protocol import dump, service_description
from pcgraph.web.site import description

WORD = "docx"  # a briefing


def routes(state: State) -> list[Route]:
    """Return the routes of all pages: map, query page, entities, ontology, description of the data, dump."""
    site = site_for(state)
    site.word_files = has_docx()
    found: dict[str, Callable[..., Response]] = {
        "/": map_page,
        "/map.html": map_page,
        "/query": query_page.page,
        "/query.html": query_page.page,
        "/resolve": query_page.resolve_name,
        "/ontology": ontology,
        **{f"/{path}": partial(_page, make=make) for path, make in pages.PAGES.items()},
        "/data.html": data_page,
        "/ontology.{suffix}": ontology,
        "/questions/{name}.html": question,
        "/feeds/{path:path}.xml": feed,
        "/questions/{name}.rq": partial(question, make=pages.question_file),
        "/pair/{one}/{other}.html": pair,
        "/pair/{one}/{other}.docx": partial(pair, word=True),
        f"/{style_name()}": style_sheet,
        "/assets/names-{sum}.json": names,
        "/assets/editor-{sum}.js": partial(query_page.editor, name="editor"),
        "/assets/terms-{sum}.json": partial(query_page.editor, name="terms"),
        "/.well-known/void": service_description.void,
        **dict.fromkeys((dump.PATH, f"/{DUMP}"), dump.dump),
        **{f"/{path}": partial(description_of_data, path=path) for path in description.SERVED},
        **{f"/{space}/{{path:path}}": partial(thing, space=space) for space in SPACES},
    }
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
    """Return the map with links to the other pages: the one that the build wrote, or drawn once.

    Without pyvis the status is 503; if there are too many ties for a browser, it is 404.
    """
    root = root_path(request)
    try:
        html, policy = site.compute_once(f"map {root}", lambda: _map(site, root))
    except UsageError as error:
        return error_response(request, 503, str(error))
    if not policy:
        return error_response(request, 404, html.decode())
    return answer(request, html, "text/html", csp=policy)


def _map(site: Site, root: str) -> tuple[bytes, str]:
    try:
        html = site.kg.page.replace("</header>", f"{navigation(root)}</header>", 1)
    except LimitError as error:  # held as well, because the network takes long to draw
        return str(error).encode(), ""
    declared = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    policy = declared[1].replace("&#39;", "'") if declared else "default-src 'none'"
    return html.encode(), f"{policy}; frame-ancestors 'none'"


def _page(request: Request, site: Site, make: Callable[[Site], Document]) -> Response:
    made = site.compute_once(f"page {request.url.path}", lambda: make(site))
    return _answer(request, made)


def _answer(request: Request, made: Document, *, vary: bool = False) -> Response:
    found = answer(request, made.body, made.media, csp=made.policy, vary=vary)
    if made.links:
        found.headers["Link"] = made.links
    return found


def style_sheet(request: Request, site: Site) -> Response:  # noqa: ARG001 - the signature of all pages
    """Return the style sheet of all pages except the map."""
    return answer(request, style().encode(), "text/css")


def names(request: Request, site: Site) -> Response:
    """Return the index of the search of the first page."""
    return answer(request, pages.names_of(site), "application/json")


def question(request: Request, site: Site, make: Callable[[Site, str], Document] = pages.question) -> Response:
    """Return a question with its answer, see `pcgraph.web.pages.question_pages`, or its query."""
    name = request.path_params["name"]
    if name not in catalogue.catalogue():
        return not_found(request, site, "questions", name)
    return _page(request, site, lambda site: make(site, name))


def feed(request: Request, site: Site) -> Response:
    """Return the feed of something that can be followed; it has no entries, because a server keeps no releases."""
    path = next((each for each in followed(site) if unquote(each) == request.path_params["path"]), None)
    if path is None:
        return not_found(request, site, "feeds", request.path_params["path"])
    body = feed_of(site, str(request.base_url), path, followed(site)[path], since=newest_day(site), note=NO_RELEASE)
    return answer(request, body, "application/atom+xml")


def pair(request: Request, site: Site, *, word: bool = False) -> Response:
    """Return the page about two organisations with a tie, or their briefing."""
    names = [request.path_params[end] for end in ("one", "other")]
    one, other = (site.space("id") + name for name in names)
    if not word or one >= other:
        made = None if word else pages.pair(site, one, other)
    else:
        made = site.compute_once(request.url.path, lambda: pages.briefing(site, profiles(site).pair(one, other)))
    return not_found(request, site, "pair", "/".join(names)) if made is None else _answer(request, made)


def data_page(request: Request, site: Site) -> Response:
    """Return the page that says where the data are, and who asks for them how."""
    endpoint = f"{str(request.base_url).rstrip('/')}/sparql"
    downloads = [(dump.PATH[1:], "every graph as N-Quads", ""), (".well-known/void", "description of the data", "")]
    return _answer(request, pages.page("data.html.j2", site, "data.html", downloads=downloads, endpoint=endpoint))


def description_of_data(request: Request, site: Site, path: str) -> Response:
    """Return a form of the description that the first page links."""
    return answer(request, description.of_server(site, str(request.base_url), path), MEDIA[path])


def thing(request: Request, site: Site, space: str) -> Response:
    """Return a document about an entity, or redirect to one."""
    slug = request.path_params["path"]
    iri, suffix = _resolve(site, site.space(space) + slug)
    if iri is None:
        return not_found(request, site, space, slug)
    kept = site.kept(iri)
    is_part = site.whole(kept) != kept
    chosen = suffix or _preferred_suffix(request, word=site.word_files)
    if chosen is None:
        return _refuse(request, f"none of the formats in Accept; expected one of {', '.join(FORMS.values())}")
    if suffix is None or kept != iri or (is_part and chosen == "html"):
        path = f"{root_path(request)}/{own_path(kept, site.project.base)}.{chosen}"
        if is_part and chosen == "html":
            path = site.href(kept, root_path(request)) or path
        return RedirectResponse(path, 303, {"Vary": "Accept"})
    if chosen == WORD:
        made = site.compute_once(request.url.path, lambda: pages.briefing(site, profiles(site).profile(str(iri))))
        return not_found(request, site, space, slug) if made is None else _answer(request, made)
    return _answer(request, pages.thing(site, iri, chosen))


def _resolve(site: Site, iri: str) -> tuple[str | None, str | None]:
    """Return the entity and the suffix of a path; an entity whose own name ends like a suffix comes first."""
    if site.contains(iri):
        return iri, None
    stem, _, suffix = iri.rpartition(".")
    return (stem, suffix) if suffix in (*FORMS, WORD) and site.contains(stem) else (None, None)


def _preferred_suffix(request: Request, *, word: bool = False) -> str | None:
    forms = {**FORMS, **({WORD: word_file.MEDIA} if word else {})}
    media = choose(request.headers.get("accept"), list(forms.values()))
    return next((suffix for suffix, form in forms.items() if form == media), None)


def not_found(request: Request, site: Site, space: str, slug: str) -> Response:
    """Return 404, with similar names."""
    near = site.nearest(site.space(space), slug) if space in SPACES else []
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
    return _answer(request, pages.ontology(site, str(suffix)), vary=not given)
