"""The feed of all releases: one entry for each, and one for what changed since the last one."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from pcgraph.web.context import Site
from pcgraph.web.pages.followed import atom, newest_day
from pcgraph.web.site.releases import History, Release, count

MOST_NAMES = 40  # engagements that an entry names


def feed(site: Site, address: str, history: History, changes: pl.DataFrame | None) -> bytes:
    """Return the feed. Its days are those of the data, so that it is the same each time."""
    today, rows = newest_day(site), []
    if changes is not None and changes.height and history.last:
        text = f"{sentence(count(changes))} {_names(site, changes)}".strip()
        rows.append((f"Since release {history.last.version}", f"{address}changes.html#{today}", today, text))
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


def _names(site: Site, changes: pl.DataFrame) -> str:
    """Return the names of the engagements that came."""
    came = changes.filter((pl.col("what") == "engagement") & (pl.col("change") == "came"))["about"].unique().sort()
    names = [site.label(iri) for iri in came.head(MOST_NAMES)]
    more = f" and {came.len() - MOST_NAMES} more" if came.len() > MOST_NAMES else ""
    return f"New: {'; '.join(names)}{more}." if names else ""
