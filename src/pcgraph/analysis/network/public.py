"""The form in which users get a network: what networkx's functions and writers expect."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from pcgraph.analysis.network.folding import iter_ties, what_counts
from pcgraph.analysis.network.folding import simple as fold
from pcgraph.errors import check_choice
from pcgraph.model.namespaces import compact, local

if TYPE_CHECKING:
    import networkx as nx

IDS = ("iri", "slug", "label")


def export_network(graph: nx.Graph, *, simple: bool = False, ids: str = "iri") -> nx.Graph:
    """Return a copy of a network of `draw` for networkx's own functions and writers.

    >>> import networkx as nx
    >>> tie = nx.MultiDiGraph([("a", "b", "k", {"symmetric": True, "sources": ["x", "y"]})])
    >>> list(export_network(tie).edges(data="sources"))
    [('a', 'b', 'x; y'), ('b', 'a', 'x; y')]
    """
    names = node_names(graph, ids)
    ties = sum(1 for _ in iter_ties(graph))
    folded = fold(graph) if simple else graph
    made = type(folded)(**{name: _scalar(value) for name, value in graph.graph.items()}, ties=ties)
    for node, data in folded.nodes(data=True):
        made.add_node(names[node], iri=node, **_scalars(data))
    if simple:
        made.graph["counts"] = what_counts(graph)
    keys: dict[str, bool] = {"keys": True} if folded.is_multigraph() else {}
    for one, other, *key, data in folded.edges(data=True, **keys):
        ends, attributes = (names[one], names[other]), _scalars(data)
        if simple:
            made.add_edge(*ends, weight=attributes.get("weight", 1))
            continue
        made.add_edge(*ends, *key, **attributes)
        if attributes.get("symmetric"):
            made.add_edge(*reversed(ends), *key, **attributes)
    return made


def node_names(graph: nx.Graph, ids: str) -> dict[str, str]:
    """Return the name of each node of a network of IRIs, all different; `ids` and its error as for `export_network`.

    >>> import networkx as nx
    >>> graph = nx.Graph()
    >>> graph.add_node("https://w3id.org/pcgraph/id/coast-office", label="Coast Office")
    >>> list(node_names(graph, "slug").values()), list(node_names(graph, "label").values())
    (['coast-office'], ['Coast Office'])
    """
    check_choice("ids", ids, IDS)
    if ids == "iri":
        return {node: node for node in graph}
    slugs = _unique({node: local(node) for node in graph}, {node: compact(node) for node in graph})
    if ids == "slug":
        return slugs
    labels = {node: label or slugs[node] for node, label in graph.nodes(data="label")}
    return _unique(labels, {node: f"{labels[node]} ({slugs[node]})" for node in graph})


def _unique(names: dict[str, str], longer: dict[str, str]) -> dict[str, str]:
    """Return the names, with the longer one wherever two nodes share one."""
    times = Counter(names.values())
    return {node: name if times[name] == 1 else longer[node] for node, name in names.items()}


def _scalars(data: dict[str, Any]) -> dict[str, Any]:
    return {name: _scalar(value) for name, value in data.items()}


def _scalar(value: Any) -> str | bool | int | float:
    if isinstance(value, str | bool | int | float):
        return value
    return "" if value is None else "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
