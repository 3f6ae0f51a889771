"""GraphML: a network, with the days of its ties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pcgraph.errors import InvalidInput

if TYPE_CHECKING:
    import networkx as nx

    from pcgraph.belief.tables import Tables

NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # includes CR, which XML reads as LF


def write(network: nx.Graph, tables: Tables, path: Path) -> None:
    """Write a network as GraphML; see `flat` and `dated`."""
    import networkx as nx

    nx.write_graphml(flat(dated(network, tables)), path)


def flat(graph: nx.Graph) -> nx.Graph:
    """Return a sorted copy of a network, whose attributes XML can hold.

    Lists become text joined by spaces, which IRIs cannot contain. Attributes without a value are omitted. A character
    that XML cannot contain is replaced by its control picture (U+0001 by ␁, a carriage return by ␍), or by U+FFFD if it
    has none.
    """
    made = graph.__class__()
    for node, data in sorted(graph.nodes(data=True)):
        made.add_node(_valid_name(node), **attributes(data))
    for one, other, *key, data in sorted_edges(graph):
        made.add_edge(one, other, *map(_valid_name, key), **attributes(data))
    return made


def dated(graph: nx.Graph, tables: Tables) -> nx.Graph:
    """Return a copy of a network in which ties and engagements have a ``start`` and an ``end``, where they are known.

    The start is the first day of any step, or the first day on which the engagement can run. The end is the last day on
    which it can run, or that on which its status ended it. A tie of several engagements lasts from the first to the
    last of them.
    """
    import polars as pl

    made = graph.copy()
    known = tables.engagements["engagement"].to_list()
    named = [data.get("engagements") or [data[key] for key in ("engagement",) if key in data]
             for *_, data in made.edges(data=True)]  # fmt: skip
    if not known or not (any(named) or any(iri in made for iri in known)):
        return made
    first = tables.steps.group_by("engagement").agg(pl.col("earliest").min())
    days = tables.engagements.join(first, on="engagement", how="left").select(
        "engagement",
        pl.min_horizontal("earliest", "starts_earliest").cast(pl.String),
        pl.col("ends_latest").cast(pl.String),
    )
    spans = {iri: (start, end) for iri, start, end in days.iter_rows()}
    for iri in set(made) & set(known):
        made.nodes[iri].update(_span([spans[iri]]))
    for iris, (*_, data) in zip(named, made.edges(data=True), strict=True):
        found = [spans.get(iri, (None, None)) for iri in iris]
        if data.get("status_set") == "ended":
            found = [(start, end or data.get("latest") or None) for start, end in found]
        data.update(_span(found))
    return made


def _span(spans: list[tuple[str | None, str | None]]) -> dict[str, str]:
    starts, ends = ([span[place] for span in spans] for place in (0, 1))
    start = min((day for day in starts if day), default=None)
    end = max((day or "" for day in ends), default=None) if all(ends) else None
    if end and start and end < start:
        end = None
    return {name: day for name, day in (("start", start), ("end", end)) if day}


def sorted_edges(graph: nx.Graph) -> list[tuple[Any, ...]]:
    """Return the edges of a network, sorted, from the lower name to the higher where it has no direction."""
    found: Iterable[tuple[Any, ...]]
    found = graph.edges(keys=True, data=True) if graph.is_multigraph() else graph.edges(data=True)
    if not graph.is_directed():
        found = [edge if edge[0] <= edge[1] else (edge[1], edge[0], *edge[2:]) for edge in found]
    return sorted(found, key=lambda edge: edge[:-1])


def attributes(data: Mapping[str, Any]) -> dict[str, str | bool | int | float]:
    """Return attributes as numbers, truth values and texts that XML can hold."""
    found: dict[str, str | bool | int | float] = {}
    for name, value in data.items():
        if isinstance(value, (bool, int, float)):
            found[name] = value
        elif value is not None:
            text = " ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
            found[name] = NOT_XML.sub(lambda match: chr(0x2400 + ord(match[0])) if match[0] < " " else "\ufffd", text)
    return found


def _valid_name(name: Any) -> Any:
    if isinstance(name, str) and (NOT_XML.search(name) or re.search(r"[\t\n]", name)):
        raise InvalidInput(
            f"{name!a}: a name that XML cannot hold; expected no control characters; rename it or export csv"
        )
    return name
