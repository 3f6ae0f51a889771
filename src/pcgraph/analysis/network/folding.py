"""Merge parallel ties, for measures that need at most one tie between two nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pcgraph.model.text import counted

if TYPE_CHECKING:
    import networkx as nx


def iter_ties(graph: nx.Graph) -> Iterator[tuple[Any, Any, dict[str, Any]]]:
    """Yield each tie once as (node, other node, attributes).

    Two opposite arcs with one key, both with ``symmetric=True``, are one tie: the arc from the lower name is yielded.

    >>> import networkx as nx
    >>> both = nx.DiGraph([("a", "b", {"symmetric": True}), ("b", "a", {"symmetric": True}), ("b", "c"), ("c", "b")])
    >>> [(one, other) for one, other, _ in iter_ties(both)]
    [('a', 'b'), ('b', 'c'), ('c', 'b')]
    """
    if not graph.is_directed():
        yield from graph.edges(data=True)
        return
    for one, other, *key, data in graph.edges(data=True, **({"keys": True} if graph.is_multigraph() else {})):
        if data.get("symmetric") and str(one) > str(other):
            back = graph.get_edge_data(other, one, *key)
            if back and back.get("symmetric"):
                continue
        yield one, other, data


def simple(graph: nx.Graph) -> nx.Graph:
    """Return an undirected graph in which parallel and opposite ties are one; self-ties are dropped.

    ``weight`` is the sum of the ties' weights; a tie without one counts 1.

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
    for one, other, data in iter_ties(graph):
        if one != other:
            weight = folded.get_edge_data(one, other, {"weight": 0})["weight"] + data.get("weight", 1)
            folded.add_edge(one, other, weight=weight)
    return folded


def directed(graph: nx.Graph) -> nx.DiGraph:
    """Return a directed graph in which parallel ties are one; self-ties are dropped.

    A symmetric or undirected tie counts in both directions. ``weight`` is as in `simple`.

    >>> import networkx as nx
    >>> sorted(directed(nx.Graph([("a", "b")])).edges(data="weight"))
    [('a', 'b', 1), ('b', 'a', 1)]
    """
    import networkx as nx

    folded = nx.DiGraph()
    folded.add_nodes_from(graph.nodes(data=True))
    both = not graph.is_directed()
    for one, other, data in iter_ties(graph):
        for tail, head in ((one, other), (other, one)) if both or data.get("symmetric") else ((one, other),):
            if tail != head:
                weight = folded.get_edge_data(tail, head, {"weight": 0})["weight"] + data.get("weight", 1)
                folded.add_edge(tail, head, weight=weight)
    return folded


def describe(graph: nx.Graph) -> str:
    """Return one line that says what a network counts, and with which filters.

    >>> import networkx as nx
    >>> describe(nx.Graph([("a", "b")], counts="a shared meeting"))
    '2 nodes, 1 tie; a tie is a shared meeting'
    """
    number = sum(1 for _ in iter_ties(graph))
    only = f"; only {graph.graph['where']}" if graph.graph.get("where") else ""
    what = f"; a tie is {what_counts(graph)}" if number else ""
    return f"{counted(graph.number_of_nodes(), 'node')}, {counted(number, 'tie')}{what}{only}"


def what_counts(graph: nx.Graph) -> str:
    """Return what a tie of a network is: its attribute ``counts``, or the relations that occur.

    >>> import networkx as nx
    >>> what_counts(nx.MultiDiGraph([("a", "b", "k", {"relation": "visits"})]))
    'visits'
    """
    kinds = {data.get("relation", "") for *_, data in graph.edges(data=True)} - {""}
    return graph.graph.get("counts") or ", ".join(sorted(kinds)) or "nothing"
