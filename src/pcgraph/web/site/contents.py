"""The files of a site, without its releases: pages, data, downloads, and what search engines read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping
from itertools import groupby
from urllib.parse import quote, unquote, urlsplit
from xml.sax.saxutils import escape

from pcgraph.export.description.content import Download
from pcgraph.model.text import counted
from pcgraph.page.offline_sparql import MOST_QUADS, packed_graph
from pcgraph.profiles.html import style
from pcgraph.profiles.sections import pair_iri
from pcgraph.query.explain.dossier import WholeGraph
from pcgraph.query.questions import catalogue
from pcgraph.web import pages
from pcgraph.web.context import Site, own_path
from pcgraph.web.pages import query_page
from pcgraph.web.pages.entity import PROFILES, profiles, triples
from pcgraph.web.pages.followed import NO_RELEASE, Entry, feed_path, followed, newest_day
from pcgraph.web.pages.followed import feed as feed_of
from pcgraph.web.pages.html import navigation, style_name, template_text
from pcgraph.web.pages.serialisation import serialize
from pcgraph.web.site import description, downloads
from pcgraph.web.site.feed import feed, sentence, summary
from pcgraph.web.site.releases import Changes, Gone, History, count

DATA_FORMS = ("ttl", "jsonld")
MOST_CHANGES = 300  # of one release on the page of changes; the file of the release has all
Write = Callable[[str, bytes], None]


def write(site: Site, address: str, history: History, lost: Iterable[Gone], written: Write) -> None:
    """Write the files of a site, in a fixed order."""
    write_once, paths = written, list[str]()

    def put(path: str, content: bytes) -> None:
        paths.append(path)
        write_once(path, content)

    map_page = site.kg.page  # first, as it refuses a graph with too many ties
    for path, make in pages.PAGES.items():
        put(path, make(site).body)
    site.whole_graph = WholeGraph(site.kg)
    for iri in pages.things(site):
        path = unquote(own_path(iri, site.project.base) or "")
        found = triples(site, iri)
        for suffix in ("html", *DATA_FORMS):
            put(f"{path}.{suffix}", pages.thing(site, iri, suffix, found).body)
    for ends in profiles(site).pairs():
        if made := pages.pair(site, *ends):
            put(f"{unquote(own_path(pair_iri(site.kg.names, *ends), site.project.base) or '')}.html", made.body)
    site.whole_graph = None  # for memory: what follows needs no indices
    site.forget(PROFILES)
    for each in lost:
        place = own_path(each.iri, site.project.base)
        if place is not None:
            put(f"{unquote(place)}.html", pages.page("gone.html.j2", site, place, it=each, path=place).body)
            for suffix in DATA_FORMS if each.said else ():
                put(f"{unquote(place)}.{suffix}", serialize(each.documented(), suffix, site.kg.names))
    for suffix in DATA_FORMS:
        put(f"ontology.{suffix}", pages.ontology(site, suffix).body)
    for name in catalogue.catalogue():
        put(f"questions/{name}.html", pages.question(site, name).body)
        put(f"questions/{name}.rq", pages.question_file(site, name).body)
    put("map.html", map_page.replace("</header>", f"{navigation('.')}</header>", 1).encode())
    files = downloads.write(site, put)
    description.write(site, address, files, put)
    put("data.html", _data_page(site, history, files))
    _write_query_page(site, put)
    changes = history.changes(site)
    feeds = write_feeds(site, address, history, put)
    put("changes.html", _changes_page(site, history, changes, feeds, {*paths}))
    put("feed.xml", feed(site, address, history, changes.rows))
    root, names = quote(urlsplit(address).path.rstrip("/")), pages.names_name(site)
    not_found = pages.page(
        "not_found.html.j2",
        site,
        "",
        root=root,
        line="There is nothing at this address.",
        near=[],
        names=names,
        script=template_text("search.js") if names else "",
    )
    put("404.html", not_found.body)
    put(style_name(), style().encode())
    if names:
        put(names, pages.names_of(site))
    put(".nojekyll", b"")  # or GitHub Pages leaves out .well-known
    put("robots.txt", f"User-agent: *\nDisallow:\nSitemap: {address}sitemap.xml\n".encode())
    put("sitemap.xml", _sitemap(address, [path for path in paths if path.endswith(".html") and path != "404.html"]))


def _data_page(site: Site, history: History, files: list[Download]) -> bytes:
    rows = [(each.path, each.title, _size(each.bytes)) for each in files]
    forms = [(path, title, "") for path, (_, title) in description.FORMS.items()]
    releases = [*reversed(history.releases)]
    return pages.page(
        "site_data.html.j2", site, "data.html", downloads=rows + forms, endpoint="", releases=releases
    ).body


def _write_query_page(site: Site, put: Write) -> None:
    """Write the page that answers SPARQL in the browser, with the graph as queries see it."""
    contents = query_page.assets(site)
    if len(site.store) <= MOST_QUADS:
        contents["graph"] = packed_graph(site.store, site.kg.names)
    places = {"graph": downloads.GRAPH}  # which a page that does not answer refers to
    for name, content in contents.items():
        places[name] = query_page.asset_path(name, content)
        put(places[name], content)
    html, _ = query_page.static_page(site, ".", places)
    put("query.html", html)


def _size(count: int) -> str:
    """Return a number of bytes for people.

    >>> _size(900), _size(1_250_000)
    ('1 kB', '1.2 MB')
    """
    return f"{max(1, round(count / 1000))} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"


def write_feeds(site: Site, address: str, history: History, put: Write) -> dict[str, str]:
    """Write the feed of each thing that can be followed, and of what an earlier release had; return path → name."""
    entries = history.entries()
    since = history.releases[0].day if history.releases else newest_day(site)
    titles = {each.path: each.title for each in reversed(entries)}  # the last name of what may be gone
    own: defaultdict[str, list[Entry]] = defaultdict(list)
    for each in entries:
        for path in each.feeds:
            own[path].append(each)
    former = {path: titles.get(path, unquote(path.rpartition("/")[2])) for path in own}
    note = "" if history.releases else NO_RELEASE
    names = dict(sorted({**former, **followed(site)}.items()))
    for path, name in names.items():
        put(feed_path(unquote(path)), feed_of(site, address, path, name, own[path], since=since, note=note))
    return names


def _changes_page(
    site: Site, history: History, changes: Changes, feeds: Mapping[str, str], paths: Container[str]
) -> bytes:
    """Return the page of changes, with the entries of all feeds; `paths` are the pages that are there."""

    def place(path: str) -> str:
        """Return a path without what a later release no longer has: the passage, or the page."""
        page, _, passage = path.partition("#")
        iri = f"{site.project.base}{unquote(page.removesuffix('.html'))}#{unquote(passage)}"
        return "" if unquote(page) not in paths else path if site.contains(iri) else page

    entries = [*changes.entries, *history.entries()]
    by_version = [(version, [*group]) for version, group in groupby(entries, key=lambda each: each.version)]
    shown = {version: (group[:MOST_CHANGES], len(group[MOST_CHANGES:])) for version, group in by_version}
    many = 0 if changes.rows is None else changes.rows.height
    kinds = groupby(sorted(feeds, key=lambda path: path.rpartition("/")[0]), key=lambda path: path.rpartition("/")[0])
    return pages.page(
        "changes.html.j2",
        site,
        "changes.html",
        entries=shown,
        place=place,
        last=history.last,
        total=counted(many, "change"),
        said=sentence(count(changes.rows)),
        earlier=[(release, summary(release)) for release in reversed(history.releases)],
        feeds=[(kind, sorted((feeds[path], feed_path(path)) for path in paths)) for kind, paths in kinds],
    ).body


def _sitemap(address: str, paths: list[str]) -> bytes:
    rows = "".join(f"<url><loc>{escape(address + quote(path))}</loc></url>\n" for path in sorted(paths))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}'
        "</urlset>\n"
    ).encode()
