"""Tables → NetworkX graphs. Each projection is a named function that says what becomes a node, an edge, a weight."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import Any

from pcgraph.analysis.network.co_membership import Members
from pcgraph.analysis.network.filters import Where
from pcgraph.analysis.network.folding import describe, directed, simple
from pcgraph.analysis.network.projections import WEIGHTS, bipartite, engagements, pairs, partners
from pcgraph.analysis.network.relations import relations
from pcgraph.errors import UsageError, nearest
from pcgraph.model.dates import day

__all__ = [
    "PROJECTIONS",
    "WEIGHTS",
    "Members",
    "Where",
    "bipartite",
    "describe",
    "directed",
    "engagements",
    "pairs",
    "partners",
    "projection",
    "relations",
    "simple",
    "where",
]

PROJECTIONS: dict[str, Callable[..., Any]] = {
    "relations": relations,
    "partners": partners,
    "bipartite": bipartite,
    "engagements": engagements,
}


def where(*, since: str | date | None = None, until: str | date | None = None, **filters: Any) -> Where:
    """Make the filters from what a user gives: days as text or dates.

    Raises
    ------
    UsageError
        If a day is none, or a filter is unknown.

    >>> where(since="2025-01-01", status="entered").since.year
    2025
    """
    known = {field.name for field in fields(Where)}
    for name in filters:
        if name not in known:
            raise UsageError(f"filter {name!r}: unknown; expected {', '.join(sorted(known))}; {nearest(name, known)}")
    days = [
        day(found, option) if isinstance(found, str) else found
        for found, option in ((since, "since"), (until, "until"))
    ]
    return Where(since=days[0], until=days[1], **filters)


def projection(name: str) -> Callable[..., Any]:
    """Find a projection by its name.

    Raises
    ------
    UsageError
        If there is none.

    >>> projection("partners").__name__
    'partners'
    """
    if name not in PROJECTIONS:
        known = ", ".join(PROJECTIONS)
        raise UsageError(f"projection {name!r}: unknown; expected one of {known}; {nearest(name, PROJECTIONS)}")
    return PROJECTIONS[name]
