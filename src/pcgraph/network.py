"""Tables → NetworkX graphs. Each projection is a named function that says what becomes a node, an edge, a weight."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import polars as pl

from pcgraph.current import Tables
from pcgraph.errors import UsageError, nearest
from pcgraph.model import Model
from pcgraph.terms import PCG, compact, local
from pcgraph.things import Thing

if TYPE_CHECKING:
    import networkx as nx


def relations(
    tables: Tables,
    things: Mapping[str, Thing],
    model: Model,
    *,
    only: Iterable[str] | None = None,
    groups: bool = False,
) -> nx.MultiDiGraph:
    """Draw the direct relations between agents.

    Node: an agent that has at least one tie; attributes label, kind, country.
    Edge: one relation by one engagement, from the one who acts to the other; a symmetric relation once, from the
    lower IRI to the higher, with ``symmetric=True``. Key ``relation/engagement``. Attributes relation, engagement,
    label, status, status_set, date (EDTF), earliest, latest (ISO days), all of the current status and "" where unknown,
    sectors, sources (lists of IRIs).
    Weight: none; parallel edges are separate facts.

    Parameters
    ----------
    only : iterable of str, optional
        Names of relations (``signsWith``); default all whose both ends are agents. A relation to an engagement, an
        asset or a place is drawn only when named here.
    groups : bool
        Keep described groups ("Pakistani youth") as nodes.

    Raises
    ------
    UsageError
        If a relation is unknown.

    Notes
    -----
    Inferred roles and unnamed parties make no tie; a state is drawn only as its government. Order: sorted, so that
    the same tables give the same graph. Cost: linear in the ties.
    """
    import networkx as nx

    declared = {relation.iri: relation for relation in model.relations}
    names = [only] if isinstance(only, str) else only
    wanted = None if names is None else {_relation(name, declared) for name in names}
    graph = nx.MultiDiGraph()
    about = tables.engagements.rows_by_key("engagement", named=True, unique=True)
    agents = {local(iri) for iri in model.agent_classes}
    ties = tables.relations if wanted is None else tables.relations.filter(pl.col("relation").is_in(sorted(wanted)))
    for row in ties.iter_rows(named=True):
        ends = [things.get(row[end]) or Thing(row[end]) for end in ("from", "to")]
        if wanted is None and not all(end.kind in agents for end in ends):
            continue
        if not groups and any(end.kind == "Group" for end in ends):
            continue
        symmetric = declared[row["relation"]].symmetric
        if symmetric and row["from"] > row["to"]:
            continue
        for end in ends:
            graph.add_node(end.iri, label=end.label, kind=end.kind, country=end.country or "")
        what = about.get(row["engagement"], {})
        engagement = things.get(row["engagement"]) or Thing(row["engagement"])
        graph.add_edge(
            row["from"],
            row["to"],
            key=f"{local(row['relation'])}/{local(row['engagement'])}",
            relation=local(row["relation"]),
            engagement=row["engagement"],
            label=engagement.label,
            status=local(what.get("status") or ""),
            status_set=model.status_set(what.get("status") or ""),
            date=what.get("status_date") or "",
            earliest=str(what.get("status_earliest") or ""),
            latest=str(what.get("status_latest") or ""),
            sectors=list(what.get("sectors") or []),
            sources=list(row["sources"]),
            symmetric=symmetric,
        )
    return graph


def _relation(name: str, declared: Mapping[str, object]) -> str:
    iri = name if name.startswith("http") else PCG + name.removeprefix("pcg:")
    if iri not in declared:
        raise UsageError(
            f"relation {name!r}: unknown; expected a derived relation; {nearest(name, map(local, declared))}"
        )
    return iri


def simple(graph: nx.MultiDiGraph) -> nx.Graph:
    """Fold parallel ties: undirected, `weight` is the number of ties between two agents; self-ties are dropped.

    >>> import networkx as nx
    >>> g = nx.MultiDiGraph([("a", "b"), ("b", "a"), ("a", "a")])
    >>> list(simple(g).edges(data="weight"))
    [('a', 'b', 2)]
    """
    import networkx as nx

    folded = nx.Graph()
    folded.add_nodes_from(graph.nodes(data=True))
    for one, other in graph.edges():
        if one != other:
            folded.add_edge(one, other, weight=folded.get_edge_data(one, other, {"weight": 0})["weight"] + 1)
    return folded


def directed(graph: nx.MultiDiGraph) -> nx.DiGraph:
    """Fold parallel ties in the same direction; a symmetric tie counts in both. `weight` is the number of ties."""
    import networkx as nx

    folded = nx.DiGraph()
    folded.add_nodes_from(graph.nodes(data=True))
    for one, other, data in graph.edges(data=True):
        for tail, head in ((one, other), (other, one)) if data.get("symmetric") else ((one, other),):
            if tail != head:
                folded.add_edge(tail, head, weight=folded.get_edge_data(tail, head, {"weight": 0})["weight"] + 1)
    return folded


def describe(graph: nx.MultiDiGraph) -> str:
    """Say in one line what the network counts."""
    kinds = sorted({data.get("relation", "tie") for *_, data in graph.edges(data=True)})
    return (
        f"{graph.number_of_nodes()} agents, {graph.number_of_edges()} ties ({', '.join(map(compact, kinds)) or 'none'})"
    )
