"""The feed of changes (Atom): one entry for each release, and one for what changed since the last one."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

import polars as pl

from pcgraph.web.context import Site
from pcgraph.web.site.releases import History, Release, count, newest_day

ATOM = "http://www.w3.org/2005/Atom"
MOST_NAMES = 40  # engagements that an entry names
START = "1970-01-01"  # of a feed without a day; a feed needs one


def feed(site: Site, address: str, history: History, changes: pl.DataFrame | None) -> bytes:
    """Return the feed. Its days are those of the data, so that it is the same each time."""
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed")
    today = newest_day(site)
    _add(root, "title", f"{site.project.title}: changes")
    _add(root, "id", f"{address}feed.xml")
    _add(root, "updated", _moment(today))
    _add(root, "link", rel="self", href=f"{address}feed.xml")
    _add(root, "link", href=f"{address}changes.html")
    author = ET.SubElement(root, f"{{{ATOM}}}author")
    _add(author, "name", ", ".join(site.project.creators) or site.project.title)
    if changes is not None and changes.height and history.last:
        title = f"Since release {history.last.version}"
        text = f"{_sentence(count(changes))} {_names(site, changes)}".strip()
        _entry(root, f"{address}changes.html#{today}", title, today, f"{address}changes.html", text)
    for release in reversed(history.releases):
        link = f"{address}releases/{release.version}/"
        _entry(root, link, f"Release {release.version}", release.day, f"{address}changes.html", summary(release))
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def summary(release: Release) -> str:
    """Return what a release holds, and what came, went and changed in it."""
    numbers = ", ".join(f"{many:,} {what}" for what, many in release.counts.items())
    return f"{numbers}. {_sentence(release.changes)}".strip()


def _entry(root: ET.Element, id_: str, title: str, day: str, link: str, text: str) -> None:
    entry = ET.SubElement(root, f"{{{ATOM}}}entry")
    _add(entry, "title", title)
    _add(entry, "id", id_)
    _add(entry, "updated", _moment(day))
    _add(entry, "link", href=link)
    _add(entry, "summary", text or "No changes.")


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> None:
    element = ET.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    element.text = text


def _moment(day: str) -> str:
    return f"{day or START}T00:00:00Z"


def _sentence(changes: Mapping[str, int]) -> str:
    return f"Changes: {', '.join(f'{what}: {many:,}' for what, many in changes.items())}." if changes else ""


def _names(site: Site, changes: pl.DataFrame) -> str:
    """Return the names of the engagements that came."""
    came = changes.filter((pl.col("what") == "engagement") & (pl.col("change") == "came"))["about"].unique().sort()
    names = [site.label(iri) for iri in came.head(MOST_NAMES)]
    more = f" and {came.len() - MOST_NAMES} more" if came.len() > MOST_NAMES else ""
    return f"New: {'; '.join(names)}{more}." if names else ""
