"""The feed of all releases: one entry for each, and one for what changed since the last one."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from pcgraph.web.context import Site
from pcgraph.web.pages.followed import atom, newest_day
from pcgraph.web.site.releases import History, Release, count


def feed(site: Site, address: str, history: History, changes: pl.DataFrame | None) -> bytes:
    """Return the feed. Its days are those of the data, so that it is the same each time."""
    today, rows = newest_day(site), []
    if changes is not None and changes.height and history.last:
        name, link = f"Since release {history.last.version}", f"{address}changes.html#{today}"
        rows.append((name, link, today, sentence(count(changes))))
    for release in reversed(history.releases):
        name = f"Release {release.version}"
        rows.append((name, f"{address}releases/{release.version}/", release.day, summary(release)))
    links = {"address": address, "base": address}
    title = f"{site.project.title}: changes"
    return atom(site, links, "feed.xml", "changes.html", title, today, [], releases=rows)


def summary(release: Release) -> str:
    """Return what a release holds, and what came, went and changed in it."""
    numbers = ", ".join(f"{many:,} {what}" for what, many in release.counts.items())
    return f"{numbers}. {sentence(release.changes)}".strip()


def sentence(changes: Mapping[str, int]) -> str:
    """Return what came, went and changed as a sentence; "" if nothing did."""
    return f"Changes: {', '.join(f'{what}: {many:,}' for what, many in changes.items())}." if changes else ""
