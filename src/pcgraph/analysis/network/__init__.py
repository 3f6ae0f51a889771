"""Build networkx graphs of what is believed. The docstring of each projection defines its nodes, edges and weights."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pcgraph.analysis.network.co_membership import Members
from pcgraph.analysis.network.folding import describe, directed, iter_ties, simple
from pcgraph.analysis.network.names import spec_for
from pcgraph.analysis.network.people import two_offices
from pcgraph.analysis.network.projections import bipartite, engagements, pairs, partners
from pcgraph.analysis.network.public import export_network, node_names
from pcgraph.analysis.network.relations import relations
from pcgraph.analysis.network_spec import EVERYTHING, PROJECTIONS, WEIGHTS, NetworkSpec, make_spec

if TYPE_CHECKING:
    import networkx as nx

    from pcgraph.belief.snapshot import Snapshot

__all__ = [
    "EVERYTHING",
    "PROJECTIONS",
    "WEIGHTS",
    "Members",
    "NetworkSpec",
    "bipartite",
    "describe",
    "directed",
    "draw",
    "engagements",
    "export_network",
    "iter_ties",
    "make_spec",
    "node_names",
    "pairs",
    "partners",
    "relations",
    "simple",
    "spec_for",
]

FUNCTIONS: dict[str, Callable[..., Any]] = {
    "relations": relations,
    "partners": partners,
    "bipartite": bipartite,
    "engagements": engagements,
}


def draw(snapshot: Snapshot, spec: NetworkSpec = EVERYTHING) -> nx.Graph:
    """Return the network that `spec` describes: a MultiDiGraph for ``relations``, a Graph for other projections.

    >>> from pcgraph.testing import tiny
    >>> draw(tiny(), make_spec("signsWith", status="signed")).number_of_nodes() > 0
    True
    """
    network = FUNCTIONS[spec.projection](snapshot, spec)
    if spec.fold_people and (people := two_offices(snapshot)):
        network.graph["two_offices"] = "; ".join(people)
    return network
