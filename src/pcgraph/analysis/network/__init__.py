"""Build networkx graphs from the tables. The docstring of each projection defines its nodes, edges and weights."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any

from pcgraph.analysis.network.co_membership import Members
from pcgraph.analysis.network.filters import Where
from pcgraph.analysis.network.folding import describe, directed, simple
from pcgraph.analysis.network.projections import WEIGHTS, bipartite, engagements, pairs, partners
from pcgraph.analysis.network.relations import relations
from pcgraph.errors import UsageError, nearest
from pcgraph.model.dates import day

if TYPE_CHECKING:
    import networkx as nx

    from pcgraph.belief.resolution import Tables
    from pcgraph.model.entities import Thing
    from pcgraph.model.ontology import Model

__all__ = [
    "PROJECTIONS",
    "WEIGHTS",
    "Members",
    "Where",
    "bipartite",
    "describe",
    "directed",
    "draw",
    "engagements",
    "make_where",
    "pairs",
    "partners",
    "projection",
    "relations",
    "simple",
]

PROJECTIONS: dict[str, Callable[..., Any]] = {
    "relations": relations,
    "partners": partners,
    "bipartite": bipartite,
    "engagements": engagements,
}


def draw(
    tables: Tables,
    things: Mapping[str, Thing],
    model: Model,
    relations: Iterable[str] | str = (),
    *,
    projection: str = "relations",
    weight: str = "newman",
    **where: Any,
) -> nx.Graph:
    """Return a network of the tables.

    Parameters
    ----------
    relations : iterable of str
        Names of derived relations. The default is all between agents. In other projections than ``relations``, only
        parties that such a relation connects in the engagement count.
    projection : {"relations", "partners", "bipartite", "engagements"}
        See the functions of these names. ``relations`` returns a MultiDiGraph, the others a Graph.
    weight : {"newman", "count"}
        The weight of the projection ``partners``.
    **where
        Filters: status, sector, country, kind, since, until, groups, unnamed, inferred, fold_parents, fold_initiatives;
        see `Where`.

    Raises
    ------
    UsageError
        If a name is unknown. The message suggests the nearest one.
    """
    function, more = PROJECTIONS[_known(projection)], {"weight": weight} if projection == "partners" else {}
    return function(tables, things, model, make_where(relations, **where), **more)


def make_where(
    relations: Iterable[str] | str = (),
    *,
    since: str | date | None = None,
    until: str | date | None = None,
    **filters: Any,
) -> Where:
    """Return the filters for what a user wrote; days are ISO texts or dates.

    Raises
    ------
    UsageError
        If a day is not valid, or a filter is unknown.

    >>> make_where(since="2025-01-01", status="entered").since.year
    2025
    """
    known = {field.name for field in fields(Where)}
    for name in filters:
        if name not in known:
            raise UsageError(f"filter {name!r}: unknown; expected {', '.join(sorted(known))}; {nearest(name, known)}")
    first, last = (
        day(found, option) if isinstance(found, str) else found
        for found, option in ((since, "since"), (until, "until"))
    )
    names = (relations,) if isinstance(relations, str) else tuple(relations)
    return Where(names, since=first, until=last, **filters)


def projection(name: str) -> Callable[..., Any]:
    """Return the projection function of a name.

    Raises
    ------
    UsageError
        If there is none of that name.

    >>> projection("partners").__name__
    'partners'
    """
    return PROJECTIONS[_known(name)]


def _known(name: str) -> str:
    if name not in PROJECTIONS:
        known = ", ".join(PROJECTIONS)
        raise UsageError(f"projection {name!r}: unknown; expected one of {known}; {nearest(name, PROJECTIONS)}")
    return name
