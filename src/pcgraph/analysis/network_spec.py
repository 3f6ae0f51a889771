"""Which network to build: the projection, its weight, and all filters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from pcgraph.errors import UsageError, check_choice
from pcgraph.model.dates import Day, day

PROJECTIONS = ("relations", "partners", "bipartite", "engagements")
WEIGHTS = {
    "newman": "shared engagements, each weighing 1/(n-1) among its n agents",
    "count": "shared engagements, counted",
}


def option(default: object, help: str, metavar: str | None = None) -> Any:
    """Return a field of `NetworkSpec`, with what the command line says of it."""
    return field(default=default, metadata={"help": help, "metavar": metavar})


@dataclass(frozen=True)
class NetworkSpec:
    """The projection and the filters of a network. The default includes everything that is stated of named agents.

    Attributes
    ----------
    projection : {"relations", "partners", "bipartite", "engagements"}
        Agents and their derived ties; agents that share engagements; agents and engagements; engagements that share
        agents. See the functions of these names in `pcgraph.analysis.network`.
    weight : {"newman", "count"}
        The weight of the projection ``partners``.
    relations : tuple of str
        Names of derived relations (``signsWith``); empty for all. In other projections than `relations`, only parties
        that such a relation connects in the engagement count.
    status : str
        A set of statuses (``realised``) or a status (``signed``): engagements whose current status is in it. It applies
        to each engagement's own status, before initiatives are merged.
    sector : str
        A sector, including the narrower ones.
    country : str
        Agents of this country; a tie needs two.
    kind : str
        Agents of this class or a subclass (``PublicBody``).
    since, until : date or None
        Engagements of which a step may lie in this period, both days included. An undated step lies before its source;
        an engagement without steps is never in the period. Methods and commands also take ``2025-06`` and ``2025``.
    groups, unnamed, inferred : bool
        Include described groups, parties without a name, and inferred facts (roles, which engagement covers which).
    joined, stale : bool
        Include ties whose ends and status stand in different sources, and ties that ended because nothing was reported
        for long or because a report is read as their end. Both concern derived relations only.
    fold_parents : bool
        Replace a company by its topmost parent company. The filters on agents then apply to the parent.
    fold_people : bool
        Replace a person by the organisation that the person acts for in the engagement or, if no source says so, by the
        one in which the person held an office on the day of the signing or of the current status. A person with two
        offices on that day stays, and the network's attribute ``two_offices`` names them.
    fold_initiatives : bool
        Merge an initiative into the agreement or talks that cover it, so that a tie counts once. The agreement has the
        parties of both; it is one node in `bipartite` and `engagements`, and one shared engagement in `partners`. An
        initiative whose agreement is filtered out is not merged. The projection `relations` ignores this option, since
        each relation is a separate fact.

    Raises
    ------
    UsageError
        If the projection or the weight is unknown, or the period ends before it begins.

    >>> print(NetworkSpec(projection="partners", status="entered", fold_people=False))
    status=entered, fold_people=False
    """

    projection: str = option("relations", "relations, partners, bipartite or engagements.", "NAME")
    weight: str = option("newman", "For the partners projection: newman or count.", "NAME")
    relations: tuple[str, ...] = option((), "Count only this relation; may be repeated.", "NAME")
    status: str = option("", "Only engagements with this status or in this set of statuses.", "NAME")
    sector: str = option("", "Only engagements in this sector.", "NAME")
    country: str = option("", "Only agents of this country.", "NAME")
    kind: str = option("", "Only agents of this class, such as Company.", "CLASS")
    since: date | None = option(  # noqa: RUF009 -- it is a field
        None, "Only engagements with a step that may be in or after this day, month or year.", "DATE"
    )
    until: date | None = option(  # noqa: RUF009 -- it is a field
        None, "Only engagements with a step that may be in or before this day, month or year.", "DATE"
    )
    groups: bool = option(False, "Include described groups.")
    unnamed: bool = option(False, "Include unnamed parties.")
    inferred: bool = option(False, "Include inferred facts.")
    joined: bool = option(False, "Include ties whose ends and status stand in different sources.")
    stale: bool = option(False, "Include plans that were not reported for long, or that are read as stopped.")
    fold_parents: bool = option(False, "Count a company as its parent.")
    fold_people: bool = option(True, "Count a person separately from the organisation.")
    fold_initiatives: bool = option(True, "Count an initiative separately from its agreement.")

    def __post_init__(self) -> None:
        """Check what needs no data: the projection, the weight and the period."""
        check_choice("projection", self.projection, PROJECTIONS)
        check_choice("weight", self.weight, WEIGHTS)
        if self.since and self.until and self.since > self.until:
            raise UsageError(f"since {self.since}: after until {self.until}; expected the earlier day first; swap them")

    def __str__(self) -> str:
        """Return the filters that differ from the default.

        >>> str(NetworkSpec(status="entered", groups=True))
        'status=entered, groups=True'
        """
        filters = [field for field in fields(self) if field.name not in ("projection", "weight")]
        chosen = [(f.name, getattr(self, f.name)) for f in filters if getattr(self, f.name) != f.default]
        return ", ".join(f"{name}={'|'.join(v) if isinstance(v, tuple) else v}" for name, v in chosen)


EVERYTHING = NetworkSpec()


def make_spec(
    relations: Iterable[str] | str = (),
    *,
    since: Day | None = None,
    until: Day | None = None,
    **options: Any,
) -> NetworkSpec:
    """Return the specification for what a user wrote; `pcgraph.model.dates.day` says how days may be written.

    >>> print(make_spec(since="2024", until=2025))
    since=2024-01-01, until=2025-12-31
    """
    known = [field.name for field in fields(NetworkSpec)]
    for name in options:
        check_choice("option", name, sorted(known))
    for name in ("projection", "weight", "status", "sector", "country", "kind"):
        if not isinstance(options.get(name, ""), str):
            raise UsageError(f"{name} {options[name]!r}: not a text; expected one name; ask for one after the other")
    first = None if since is None else day(since, "since")
    last = None if until is None else day(until, "until", last=True)
    names = (relations,) if isinstance(relations, str) else tuple(relations)
    return NetworkSpec(relations=names, since=first, until=last, **options)
