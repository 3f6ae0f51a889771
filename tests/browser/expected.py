"""What a page should show, worked out from its view row by row, without any of the page's own code."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import Any

import networkx as nx

from pcgraph.page import View

HIDDEN = {"pcg:UnnamedParty", "pcg:Group"}
PERSON = "pcg:Person"
DOWN = {"covers", "led to", "had during it", "has part"}
MARKS = ("silent", "inferred", "disputed", "proved", "oneVoice", "opening")
PROMISES = ("kept", "begun", "signed", "open", "silent", "stopped", "occasion")
GROUPS = ("type", "form", "set", "promise", "mark", "sector", "country", "place", "kind", "tier")
KEY_ORGANISATIONS, KEY_LINES, MOST_LINES = 25, 150, 3000
Chosen = dict[str, set[int]]


def day(text: str) -> int:
    return (datetime.date.fromisoformat(text) - datetime.date(1970, 1, 1)).days


def iso(day: int) -> str:
    return (datetime.date(1970, 1, 1) + datetime.timedelta(days=day)).isoformat()


def months(first: str, last: str) -> tuple[int, int]:
    """Return the first day of one month and the last day of another."""
    year, month = map(int, last.split("-"))
    following = f"{year + month // 12}-{month % 12 + 1:02}-01"
    return day(f"{first}-01"), day(following) - 1


# ---- Engagements ----------------------------------------------------------------------------------------------------


def status(view: View, at: int, as_of: int | None = None) -> int:
    flat = view["engagements"]["status"][at]
    for found, since, until in zip(flat[::3], flat[1::3], flat[2::3], strict=True):
        if until is None if as_of is None else (since is None or since <= as_of) and (until is None or as_of < until):
            return int(found or 0)
    return -1


def status_set(view: View, at: int, as_of: int | None = None) -> int:
    """Return how far an engagement has come, as an index into the sets."""
    found = status(view, at, as_of)
    none = next((place for place, word in enumerate(view["words"]["set"]) if word["id"] == "none"), -1)
    return none if found < 0 else view["words"]["status"][found].get("set", none)


def sectors(view: View, at: int) -> set[int]:
    """Return the sectors of an engagement, with all broader ones."""
    found = set(view["engagements"]["sectors"][at])
    words = view["words"]["sector"]
    while (
        more := {up for at in found for up in (words[at].get("broader", -1), *words[at].get("also_broader", ()))}
        - found
        - {-1}
    ):
        found |= more
    return found


def in_period(view: View, at: int, first: int, last: int) -> bool:
    """Return whether a step may fall between two days."""
    return any(
        (earliest is not None or latest is not None)
        and (earliest is None or earliest <= last)
        and (latest is None or latest >= first)
        for _, _, earliest, latest, *_ in view["engagements"]["steps"][at]
    )


def known(view: View, at: int, as_of: int | None = None) -> bool:
    intervals = view["engagements"]["status"][at]
    days = [view["sources"]["known"][source] for source in view["engagements"]["sources"][at]]
    if intervals:
        before = as_of is not None and intervals[1] is not None and as_of < intervals[1]
        heard = before and any(found is not None and found <= as_of for found in days)
        return heard or status(view, at, as_of) >= 0
    return as_of is None or not days or any(found is None or found <= as_of for found in days)


def concluded(view: View, at: int, as_of: int | None = None) -> list[Any]:
    """Return what is concluded about an engagement on a day, with nulls at the end; see `Conclusion` of the schema."""
    rows = [
        row
        for row in view["engagements"]["conclusions"][at]
        if (row[1] is None if as_of is None else (row[0] or 0) <= as_of and (row[1] is None or as_of < row[1]))
    ]
    return [*rows[-1], *[None] * (13 - len(rows[-1]))] if rows else [None] * 13


def silent(view: View, at: int, as_of: int | None = None) -> bool:
    """Return whether something was promised, is not done, and was not reported for years."""
    return concluded(view, at, as_of)[6] is not None


def inferred(view: View, at: int) -> bool:
    table = view["engagements"]
    read_in = [party[2] for party in table["parties"][at]] + [step[4] for step in table["steps"][at]]
    return bool(table["inferred"][at]) or any(read_in)


def values(view: View, at: int, as_of: int | None = None) -> Chosen:
    """Return the terms of each group of the legend that an engagement has."""
    nodes, table = view["nodes"], view["engagements"]
    parties = [node for _, node, *_ in table["parties"][at] if node >= 0]
    found = any(passage[4] in {"proved", "moved", "reflowed"} for passage in table["passages"][at])
    trust = found, count_voices(view, at, as_of) < 2, bool(table["opening"][at])
    marks = (silent(view, at, as_of), inferred(view, at), bool(table["disputes"][at]), *trust)
    promise = concluded(view, at, as_of)
    state = promise[5] if promise[4] == at else "occasion" if table["occasion"][at] else None
    return {
        "promise": {PROMISES.index(state)} if state else set(),
        "type": {table["type"][at]},
        "form": {table["form"][at]},
        "set": {status_set(view, at, as_of)},
        "mark": {place for place, holds in enumerate(marks) if holds},
        "sector": sectors(view, at),
        "tier": {table["tier"][at]},
        "country": {nodes["country"][node] for node in parties},
        "place": places(view, at),
        "kind": {nodes["kind"][node] for node in parties},
    }


def places(view: View, at: int) -> set[int]:
    """Return the places of an engagement, and those around them."""
    found: set[int] = set()
    for place in view["engagements"]["places"][at]:
        while place >= 0 and place not in found:
            found.add(place)
            place = view["words"]["place"][place]["broader"]
    return found


def count_voices(view: View, at: int, as_of: int | None = None) -> int:
    """Return the independent voices of an engagement; on a day in the past at most those of that time."""
    sources, table = view["sources"], view["engagements"]
    heard = [each for each in table["sources"][at] if as_of is None or (sources["known"][each] or 0) <= as_of]
    return min(table["voices"][at], len({sources["voice"][each] for each in heard})) if as_of else table["voices"][at]


def outcomes(view: View, event: int) -> set[int]:
    """Return an event with what it covers, what happened during it and what came of it, however far down."""
    found, fresh = {event}, [event]
    while fresh:
        links = view["engagements"]["links"][fresh.pop()]
        below = {other for label, other, _ in links if label in DOWN and other >= 0} - found
        found |= below
        fresh += below
    return found


def engagements(
    view: View,
    *,
    as_of: int | None = None,
    period: tuple[int, int] | None = None,
    chosen: Chosen | None = None,
    voices: int = 1,
    event: int | None = None,
) -> set[int]:
    """Return the engagements that match what is asked for."""
    table = view["engagements"]
    group = set(range(len(table["iri"]))) if event is None else outcomes(view, event)
    asked = {name: some for name, some in (chosen or {}).items() if some}
    return {
        at
        for at in group
        if known(view, at, as_of)
        and (period is None or in_period(view, at, *period))
        and (voices == 1 or count_voices(view, at, as_of) >= voices)
        and (not asked or all(values(view, at, as_of)[name] & some for name, some in asked.items()))
    }


def facets(view: View, *, chosen: Chosen | None = None, **asked: Any) -> dict[str, list[int]]:
    """Return for each term of the legend how many engagements would be left if its group had this choice alone."""
    found: dict[str, list[int]] = {}
    for group in GROUPS:
        others = {name: some for name, some in (chosen or {}).items() if name != group}
        counted: Counter[int] = Counter()
        for at in engagements(view, chosen=others, **asked):
            counted.update(values(view, at, asked.get("as_of"))[group])
        own = {"mark": MARKS, "promise": PROMISES}
        size = len(own.get(group) or view["words"][group])  # type: ignore[literal-required]
        found[group] = [counted[place] for place in range(size)]
    return found


# ---- Organisations --------------------------------------------------------------------------------------------------


def of_kind(view: View, kinds: set[str]) -> set[int]:
    words = view["words"]["kind"]
    return {node for node, kind in enumerate(view["nodes"]["kind"]) if kind >= 0 and words[kind]["id"] in kinds}


def hidden(view: View) -> set[int]:
    """Return the unnamed parties and groups."""
    return of_kind(view, HIDDEN)


def parties(view: View, at: int, *, people: bool = False, unnamed: bool = False) -> set[int]:
    """Return the nodes by which the map shows an engagement: a person stands for the organisation they act for."""
    return all_parties(view, {at}, people=people, unnamed=unnamed)[at]


def all_parties(view: View, some: set[int], *, people: bool = False, unnamed: bool = False) -> dict[int, set[int]]:
    """Return the same for each of these engagements; the kinds of all nodes are looked at once."""
    gone = (set() if unnamed else hidden(view)) | (set() if people else of_kind(view, {PERSON}))
    acts_for = view["nodes"]["acts_for"]
    found: dict[int, set[int]] = {}
    for at in some:
        own = {node for _, node, *_ in view["engagements"]["parties"][at] if node >= 0}
        if not people:
            own = {acts_for[node] if acts_for[node] >= 0 else node for node in own}
        found[at] = own - gone
    return found


def stacks(view: View, some: set[int], **asked: bool) -> dict[frozenset[int], set[int]]:
    """Return these engagements by their parties; an engagement without a party that is drawn is left out."""
    found: dict[frozenset[int], set[int]] = {}
    for at, nodes in all_parties(view, some, **asked).items():
        if nodes:
            found.setdefault(frozenset(nodes), set()).add(at)
    return found


def nodes(view: View, some: set[int], **asked: bool) -> set[int]:
    """Return the nodes by which the map shows these engagements."""
    return set().union(*all_parties(view, some, **asked).values())


def network(view: View, some: set[int], **asked: bool) -> nx.Graph[int]:
    """Return the graph in which the parties of each of these engagements are neighbours, for networkx's own answers."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(nodes(view, some, **asked))
    for found in all_parties(view, some, **asked).values():
        together = sorted(found)
        graph.add_edges_from((one, other) for one in together for other in together if one < other)
    return graph
