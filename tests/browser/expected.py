"""What a page should show, worked out from its view row by row, without any of the page's own code."""

from __future__ import annotations

import datetime
from typing import Any

import networkx as nx

from pcgraph.page import View

HIDDEN = {"pcg:UnnamedParty", "pcg:Group"}
Chosen = dict[str, set[int]]


def day(text: str) -> int:
    return (datetime.date.fromisoformat(text) - datetime.date(1970, 1, 1)).days


def believed(known: list[int | None], as_of: int | None) -> bool:
    """Since, until, since, until …: null is ever, an odd length still."""
    if as_of is None:
        return len(known) % 2 == 1
    spans = [*known, None] if len(known) % 2 else known
    return any(
        (since is None or since <= as_of) and (until is None or as_of < until)
        for since, until in zip(spans[::2], spans[1::2], strict=True)
    )


def status(view: View, at: int, as_of: int | None) -> int:
    flat = view["engagements"]["status"][at]
    for found, since, until in zip(flat[::3], flat[1::3], flat[2::3], strict=True):
        if until is None if as_of is None else (since is None or since <= as_of) and (until is None or as_of < until):
            return int(found or 0)
    return -1


def sectors(view: View, at: int) -> set[int]:
    """Those of an engagement, with all broader ones."""
    found = set(view["engagements"]["sectors"][at])
    while more := {view["words"]["sector"][one].get("broader", -1) for one in found} - found - {-1}:
        found |= more
    return found


def in_years(view: View, at: int, years: tuple[int, int]) -> bool:
    first, last = day(f"{years[0]}-01-01"), day(f"{years[1]}-12-31")
    return any(
        (earliest is not None or latest is not None)
        and (earliest is None or earliest <= last)
        and (latest is None or latest >= first)
        for _, _, earliest, latest, *_ in view["engagements"]["steps"][at]
    )


def _set(view: View, at: int, as_of: int | None) -> int:
    found = status(view, at, as_of)
    none = next((place for place, word in enumerate(view["words"]["set"]) if word["id"] == "none"), -1)
    return none if found < 0 else view["words"]["status"][found].get("set", none)


def engagement_values(view: View, at: int, as_of: int | None) -> dict[str, set[int]]:
    nodes, table = view["nodes"], view["engagements"]
    parties = [node for _, node, *_ in table["parties"][at] if node >= 0]
    return {
        "type": {table["type"][at]},
        "set": {_set(view, at, as_of)},
        "sector": sectors(view, at),
        "tier": {table["tier"][at]},
        "country": {nodes["country"][node] for node in parties},
        "kind": {nodes["kind"][node] for node in parties},
    }


def tie_values(view: View, tie: int, as_of: int | None) -> dict[str, set[int]]:
    ties, at, tiers = view["ties"], view["ties"]["engagement"][tie], view["sources"]["tier"]
    given = sorted(tiers[source] for source in ties["sources"][tie] if tiers[source] >= 0)
    values = engagement_values(view, at, as_of) if at >= 0 else {"set": set(), "sector": set()}
    ends = (ties["from"][tie], ties["to"][tie])
    return values | {
        "relation": {ties["relation"][tie]},
        "tier": set(given[:1]),
        "country": {view["nodes"]["country"][node] for node in ends},
        "kind": {view["nodes"]["kind"][node] for node in ends},
    }


def hidden(view: View) -> set[int]:
    kinds = view["words"]["kind"]
    return {node for node, kind in enumerate(view["nodes"]["kind"]) if kind >= 0 and kinds[kind]["id"] in HIDDEN}


def _same_end(view: View, nodes: list[int], chosen: Chosen) -> bool:
    """One of them has both the country and the kind that are asked for."""
    return any(
        all(view["nodes"][group][node] in chosen[group] for group in ("country", "kind") if chosen.get(group))  # type: ignore[literal-required]
        for node in nodes
    )


def _asked(
    view: View,
    at: int,
    voices_of: int,
    values: dict[str, set[int]],
    nodes: list[int],
    *,
    years: tuple[int, int] | None = None,
    chosen: Chosen | None = None,
    voices: int = 1,
    disputed: bool = False,
) -> bool:
    """Whether a tie, or an engagement, of these values and agents is asked for; `at` is the engagement, or -1."""
    chosen = chosen or {}
    return (
        (years is None or (at >= 0 and in_years(view, at, years)))
        and (voices == 1 or voices_of >= voices)
        and (not disputed or (at >= 0 and bool(view["engagements"]["disputes"][at])))
        and all(values[group] & some for group, some in chosen.items() if some and group in values)
        and (not (chosen.get("country") or chosen.get("kind")) or _same_end(view, nodes, chosen))
    )


def ties(view: View, *, as_of: int | None = None, unnamed: bool = False, **asked: Any) -> set[int]:
    """Ties in the view of partners."""
    table, gone = view["ties"], set() if unnamed else hidden(view)
    return {
        tie
        for tie, (one, other, at) in enumerate(zip(table["from"], table["to"], table["engagement"], strict=True))
        if believed(table["known"][tie], as_of)
        and not {one, other} & gone
        and _asked(view, at, table["voices"][tie], tie_values(view, tie, as_of), [one, other], **asked)
    }


def known_engagement(view: View, at: int, as_of: int | None) -> bool:
    if view["engagements"]["status"][at]:
        return status(view, at, as_of) >= 0
    days = [view["sources"]["known"][source] for source in view["engagements"]["sources"][at]]
    return as_of is None or not days or any(found is None or found <= as_of for found in days)


def engagements(view: View, *, as_of: int | None = None, **asked: Any) -> set[int]:
    """Engagements in their own view."""
    table = view["engagements"]
    parties = [[node for _, node, *_ in some if node >= 0] for some in table["parties"]]
    return {
        at
        for at, voices in enumerate(table["voices"])
        if known_engagement(view, at, as_of)
        and _asked(view, at, voices, engagement_values(view, at, as_of), parties[at], **asked)
    }


def ends(view: View, some: set[int]) -> set[int]:
    return {view["ties"][end][tie] for tie in some for end in ("from", "to")}  # type: ignore[literal-required]


def network(view: View, some: set[int]) -> nx.Graph[int]:
    """The graph of these ties, for networkx's own answers."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_edges_from((view["ties"]["from"][tie], view["ties"]["to"][tie]) for tie in some)
    return graph
