"""Folding parallel ties, for measures that need one tie between two nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx


def simple(graph: nx.Graph) -> nx.Graph:
    """Fold parallel and opposite ties: undirected, self-ties dropped.

    `weight` is the sum of the ties' weights, 1 for a tie without one.

    >>> import networkx as nx
    >>> g = nx.MultiDiGraph([("a", "b"), ("b", "a"), ("a", "a")])
    >>> list(simple(g).edges(data="weight"))
    [('a', 'b', 2)]
    """
    import networkx as nx

    if type(graph) is nx.Graph and not any(one == other for one, other in graph.edges()):
        return graph
    folded = nx.Graph()
    folded.add_nodes_from(graph.nodes(data=True))
    for one, other, weight in graph.edges(data="weight", default=1):
        if one != other:
            folded.add_edge(one, other, weight=folded.get_edge_data(one, other, {"weight": 0})["weight"] + weight)
    return folded


def directed(graph: nx.Graph) -> nx.DiGraph:
    """Fold parallel ties in the same direction; a symmetric or undirected tie counts in both. Self-ties are dropped."""
    import networkx as nx

    folded = nx.DiGraph()
    folded.add_nodes_from(graph.nodes(data=True))
    both = not graph.is_directed()
    for one, other, data in graph.edges(data=True):
        for tail, head in ((one, other), (other, one)) if both or data.get("symmetric") else ((one, other),):
            if tail != head:
                weight = folded.get_edge_data(tail, head, {"weight": 0})["weight"] + data.get("weight", 1)
                folded.add_edge(tail, head, weight=weight)
    return folded


def describe(graph: nx.Graph) -> str:
    """Say in one line what a network counts, and under which filters."""
    kinds = sorted({data.get("relation", "") for *_, data in graph.edges(data=True)} - {""})
    what = graph.graph.get("counts") or ", ".join(kinds) or "nothing"
    only = f"; only {graph.graph['where']}" if graph.graph.get("where") else ""
    return f"{graph.number_of_nodes()} nodes, {graph.number_of_edges()} ties; a tie is {what}{only}"
