"""The typed links of FAIR Signposting: what a page is about, what describes it, and where its content is (RFC 8288)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple
from urllib.parse import quote

from pcgraph.export.description import datacite, ro_crate
from pcgraph.export.description.content import Description
from pcgraph.model.web_address import is_web_address

LINK_SET, LINK_SET_MEDIA = "linkset.json", "application/linkset+json"
DUMP, DUMP_MEDIA = "data/graph.nq.gz", "application/n-quads"
ABOUT_PAGE, DATASET = "https://schema.org/AboutPage", "https://schema.org/Dataset"
DESCRIPTIONS = {"dataset.jsonld": "application/ld+json", "void.ttl": "text/turtle", "datacite.json": datacite.MEDIA}
SAFE = ":/?#[]@!$&'()*+,;=%~"  # what may stand in an address beside letters and digits
MEDIA = DESCRIPTIONS | {LINK_SET: LINK_SET_MEDIA}


class Link(NamedTuple):
    """A typed link: relation, address, and the media type of what is there; "" where it has none."""

    rel: str
    href: str
    type: str = ""


def landing_links(
    base: str, licence: str, root: str, items: Iterable[tuple[str, str]] = ((DUMP, DUMP_MEDIA),)
) -> list[Link]:
    """Return the links of the first page; `root` leads to its folder, and `items` are files with their media types."""
    return [
        *about_links(base, DATASET, licence),
        *(Link("describedby", root + path, media) for path, media in DESCRIPTIONS.items()),
        *(Link("item", root + quote(path), media) for path, media in items),
        Link("linkset", root + LINK_SET, LINK_SET_MEDIA),
    ]


def about_links(iri: str, kind: str, licence: str = "") -> list[Link]:
    """Return the links that say what a page is about; a licence that is no address has none."""
    licence = licence if is_web_address(licence) else ""
    pairs = {"cite-as": [iri], "type": [ABOUT_PAGE, kind], "license": [licence]}
    return [Link(rel, href) for rel, targets in pairs.items() for href in targets if href]


def header(links: Iterable[Link]) -> str:
    """Return links as the value of a ``Link`` header.

    >>> header([Link("item", "a.csv", "text/csv"), Link("cite-as", "https://example.org/é")])
    '<a.csv>; rel="item"; type="text/csv", <https://example.org/%C3%A9>; rel="cite-as"'
    """
    return ", ".join(
        f'<{quote(each.href, safe=SAFE)}>; rel="{each.rel}"' + (f'; type="{each.type}"' if each.type else "")
        for each in links
    )


def linkset(what: Description) -> dict[str, Any]:
    """Return the links of the first page, of its descriptions and of its files as a link set (RFC 9264)."""
    items = [(file.path, file.media_type) for file in what.files]
    links = landing_links(what.base, what.licence, what.address, items)
    if any(file.sha256 for file in what.files):
        links.append(Link("describedby", what.address + ro_crate.FILE, "application/ld+json"))
    found = [_context(what.address, links)]
    for each in links:
        back = {"describedby": "describes", "item": "collection"}.get(each.rel)
        if back:
            found.append(_context(each.href, [Link(back, what.address, "text/html")]))
    return {"linkset": found}


def _context(anchor: str, links: Iterable[Link]) -> dict[str, Any]:
    found: dict[str, Any] = {"anchor": anchor}
    for each in links:
        target = {"href": each.href} | ({"type": each.type} if each.type else {})
        found.setdefault(each.rel, []).append(target)
    return found
