"""What a reader can follow with a feed reader: organisations, events, sectors, places and questions; and their feeds.

A feed reader refuses an address that answers 404, and a feed that began with the first change would come too late for
this change. So a feed is there before anything changes: a valid one without entries, of some 300 bytes. Only an
organisation that takes part in one engagement alone gets its feed with its first change, because such organisations are
nearly half of all; until then the feeds of the engagement's sectors, places and event say the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from pcgraph.belief.tables import VALUE_IRI
from pcgraph.model.namespaces import PCG, TYPE
from pcgraph.model.ontology import reached
from pcgraph.model.quads import pairs
from pcgraph.query.cite.last_change import last_change
from pcgraph.query.explain.withdrawn import withdrawals
from pcgraph.query.questions import catalogue
from pcgraph.web.context import Site, own_path
from pcgraph.web.pages.html import render_xml

UP, DOWN = (PCG + "partOf", PCG + "during"), (PCG + "covers", PCG + "ledTo")  # towards an event, and from it
MOST_ENTRIES = 20  # of a feed; the page of changes has more, and the folders of the releases have all
NO_RELEASE = "No release is here to compare with."
START = "1970-01-01"  # of a feed without a day; a feed needs one


@dataclass(frozen=True)
class Entry:
    """What happened to one thing, or to the answer of a question, in one release.

    `path` is that of its page, `what` is "new", "changed" or "withdrawn", `why` the reason of what is withdrawn,
    `passages` are path, name and checksum, `sha256` is of its statements, and `feeds` are the paths that it concerns.
    """

    path: str
    title: str
    what: str
    lines: Sequence[str] = ()
    why: str = ""
    passages: Sequence[Sequence[str]] = ()
    sha256: str = ""
    feeds: Sequence[str] = ()
    version: str = ""
    day: str = ""


def feed_path(path: str) -> str:
    """Return the path of the feed about the page at a path; both without the leading slash.

    >>> feed_path("id/lumen")
    'feeds/id/lumen.xml'
    """
    return f"feeds/{path}.xml"


def concerned(site: Site) -> dict[str, set[str]]:
    """Return, for each engagement, what its changes concern: parties, the events that it is of, sectors and places."""
    return site.compute_once("concerned", lambda: _concerned(site))


def _concerned(site: Site) -> dict[str, set[str]]:
    tables, found = site.kg.tables, defaultdict[str, set[str]](set)
    over = defaultdict[str, set[str]](set)
    within = defaultdict[str, set[str]](set)
    for place, around in pairs(site.store, PCG + "within", None):
        within[place].add(around)
    links = tables.statements.filter(pl.col("property").is_in([*UP, *DOWN]))
    for subject, name, value in links.select("subject", "property", VALUE_IRI).iter_rows():
        lower, upper = (subject, value) if name in UP else (value, subject)
        over[lower].add(upper)
    for iri, sectors, places in tables.engagements.select("engagement", "sectors", "places").iter_rows():
        found[iri] |= {iri, *reached(iri, over), *sectors, *places}
        found[iri].update(*(site.kg.ontology.broader.get(sector, ()) for sector in sectors))
        found[iri].update(*(reached(place, within) for place in places))
    for iri, agent in tables.parties.filter(~pl.col("unnamed")).select("engagement", "agent").iter_rows():
        found[iri].add(site.kept(agent))
    return dict(found)


def followed(site: Site) -> dict[str, str]:
    """Return what has a feed whatever changed, as the path of its page and its name; sorted by path."""
    return site.compute_once("followed", lambda: _followed(site))


def _followed(site: Site) -> dict[str, str]:
    uses = Counter(iri for around in concerned(site).values() for iri in around)
    agents = site.kg.ontology.subterms("Agent")
    found = {f"questions/{name}": query.title for name, query in catalogue.catalogue().items()}
    for iri, many in uses.items():
        if can_be_followed(site, iri) and (many > 1 or not _kinds(site, iri) & agents):
            found[own_path(iri, site.project.base) or ""] = site.label(iri)
    return dict(sorted(found.items()))


def can_be_followed(site: Site, iri: str) -> bool:
    """Return whether something is an organisation, an event, a sector or a place, with a page of its own."""
    ontology, kinds = site.kg.ontology, _kinds(site, iri)
    is_meant = kinds & ontology.subterms("Event") or not kinds & (
        ontology.engagement_classes | ontology.subterms("Person")
    )
    is_own = site.kept(iri) == site.whole(iri) == iri and site.contains(iri)
    return bool(is_meant and is_own and own_path(iri, site.project.base))


def _kinds(site: Site, iri: str) -> set[str]:
    return {quad.object.value for quad in site.quads(iri, TYPE)}


def feed(
    site: Site, address: str, path: str, title: str, entries: Iterable[Entry] = (), *, since: str, note: str = ""
) -> bytes:
    """Return the feed about the page at a path, newest first, always the same; without entries its day is `since`."""
    newest = [*entries][:MOST_ENTRIES]
    links: dict[str, Any] = {"address": address, "base": site.project.base}
    day = newest[0].day if newest else since
    return atom(site, links, feed_path(path), f"{path}.html", title, day, newest, note=note)


def atom(
    site: Site, links: dict[str, Any], at: str, page: str, title: str, day: str, entries: Iterable[Entry], **more: Any
) -> bytes:
    """Return a feed: `at` is its path, `page` that of the page that it is about."""
    return render_xml(
        "feed.xml.j2",
        **links,
        at=at,
        page=page,
        title=title,
        author=", ".join(site.project.creators) or site.project.title,
        entries=[*entries],
        moment=lambda text: f"{text or START}T00:00:00Z",
        **{"releases": [], "note": "", "updated": day, **more},
    )


def newest_day(site: Site) -> str:
    """Return the newest day on which somebody worked on the data; "" if none is known."""
    day = site.compute_once("day", lambda: last_change(site.kg))
    return "" if day is None else day.isoformat()


def withdrawn(site: Site) -> dict[str, str]:
    """Return what does not count any more, with the reason; see `pcgraph.query.explain.withdrawn`."""
    return site.compute_once("withdrawn", lambda: withdrawals(site.kg))
