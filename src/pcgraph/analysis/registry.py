"""The register of measures. The command line, the page, the report and the documentation read it.

To add a measure, write a function of its name in `pcgraph.analysis.centrality.measures`, and add a line here.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from pcgraph.errors import UsageError, nearest

if TYPE_CHECKING:
    from pcgraph.analysis.centrality.measures import Net, Values

EXACT, ITERATED = 12, 10  # digits that do not depend on the order of additions, or on where an iteration stops


@dataclass(frozen=True)
class Measure:
    """One measure.

    >>> MEASURES["constraint"].ascending, MEASURES["communities"].groups
    (True, True)
    """

    name: str  # name and meaning: `meaning` defines the number in one line
    meaning: str
    ascending: bool = False  # whether small numbers rank first
    digits: int = EXACT  # significant digits to which values are rounded, so that equal values stay equal
    groups: bool = False  # whether the values number groups. These have no order, so their ranks have no interval
    on_page: bool = False  # on_page and in_report: whether the page offers it, and whether a build ranks by it
    in_report: bool = False
    most: int | None = None  # above this number of ties, the page does without it, since it would take minutes
    # the call of networkx that gives the same number, where ``net`` is ``kg.network(...)`` and ``simple`` is
    # ``kg.network(..., simple=True)``; empty if networkx has none
    networkx: str = ""

    def compute(self, net: Net) -> Values:
        """Return the values for a network, in the unit of `meaning`.

        >>> import networkx as nx
        >>> from pcgraph.analysis.centrality.measures import Net
        >>> MEASURES["degree"].compute(Net(nx.path_graph(3))).values
        [1, 2, 1]
        """
        values: Values = getattr(import_module("pcgraph.analysis.centrality.measures"), self.name)(net)
        return values


MEASURES = {
    measure.name: measure
    for measure in (
        Measure(
            "degree",
            "how many others the agent has ties to; weights do not count",
            on_page=True,
            in_report=True,
            networkx="dict(simple.degree())",
        ),
        Measure(
            "strength",
            "sum of the weights of the agent's ties",
            on_page=True,
            networkx='dict(simple.degree(weight="weight"))',
        ),
        Measure(
            "betweenness",
            "share of shortest paths between two others that pass through the agent (0 to 1; weights do not count)",
            on_page=True,
            in_report=True,
            most=20_000,
            networkx="nx.betweenness_centrality(simple)",
        ),
        Measure(
            "harmonic",
            "sum of 1/distance to all other agents; unreachable ones count 0 (weights do not count)",
            networkx="nx.harmonic_centrality(simple)",
        ),
        Measure(
            "eigenvector",
            "weighted ties to agents that are well connected themselves, in the leading component (squares sum to 1)",
            digits=ITERATED,
            networkx='nx.eigenvector_centrality(simple, weight="weight", tol=1e-14, max_iter=100_000)',
        ),
        Measure(
            "pagerank",
            "share of a random walk's time spent at the agent, following ties by weight (all sum to 1)",
            digits=ITERATED,
            on_page=True,
            in_report=True,
            networkx="nx.pagerank(net, tol=1e-15, max_iter=5000)",
        ),
        Measure(
            "hubs",
            "weighted ties to agents with high authority scores (HITS; all sum to 1)",
            digits=ITERATED,
            networkx="nx.hits(net, tol=0)[0]",
        ),
        Measure(
            "authorities",
            "weighted ties from agents with high hub scores (HITS; all sum to 1)",
            digits=ITERATED,
            networkx="nx.hits(net, tol=0)[1]",
        ),
        Measure(
            "kcore",
            "largest k such that the agent is in a group where each has ties to k others of it (weights do not count)",
            networkx="nx.core_number(simple)",
        ),
        Measure(
            "constraint",
            "how strongly, by weight, the agent's partners are tied to each other (Burt; low for agents that bridge)",
            ascending=True,
            networkx='nx.constraint(simple, weight="weight")',
        ),
        Measure(
            "communities",
            "number of the agent's community (Leiden, by weight; 1 is the largest)",
            ascending=True,
            groups=True,
        ),
        Measure(
            "components",
            "number of the agent's connected component (1 is the largest)",
            ascending=True,
            groups=True,
            networkx="nx.connected_components(simple)",
        ),
        Measure(
            "articulation",
            "1 if the agent's component falls apart without it, else 0",
            networkx="nx.articulation_points(simple)",
        ),
    )
}


# Names that networkx and other tools use → the measure, and a note where the name alone would mislead.
ALIASES: dict[str, tuple[str, str]] = {
    "betweenness_centrality": ("betweenness", ""),
    "harmonic_centrality": ("harmonic", ""),
    "closeness": ("harmonic", "closeness is harmonic here: sums of 1/distance, defined on networks in several parts"),
    "eigenvector_centrality": ("eigenvector", "eigenvector counts weights: weight='weight' in networkx's function"),
    "core_number": ("kcore", ""),
    "connected_components": ("components", ""),
    "articulation_points": ("articulation", ""),
    "leiden": ("communities", ""),
    "leiden_communities": ("communities", ""),
}
# Names whose numbers in networkx would differ → what it computes, and what to do.
DIFFERENT: dict[str, tuple[str, str]] = {
    "degree_centrality": ("degree divided by n-1", "use degree and divide"),
    "closeness_centrality": ("(n-1) divided by the sum of distances", "use harmonic"),
    "hits": ("two numbers for each node", "use hubs or authorities"),
    "louvain": ("communities by another algorithm", "use communities, which are by Leiden"),
    "louvain_communities": ("communities by another algorithm", "use communities, which are by Leiden"),
}


def find(name: str) -> Measure:
    """Return the measure of a name or of an alias, such as networkx's name.

    >>> find("pagerank").digits
    10
    >>> find("core_number").name
    'kcore'
    """
    if not isinstance(name, str):
        raise UsageError(f"measure {name!r}: not a text; expected one measure; for several call kg.measures(names=…)")
    own = ALIASES[name][0] if name in ALIASES else name
    if own in MEASURES:
        return MEASURES[own]
    expected = f"expected {', '.join(MEASURES)}"
    if name in DIFFERENT:
        what, instead = DIFFERENT[name]
        raise UsageError(f"measure {name!r}: networkx gives {what}; {expected}; {instead}")
    raise UsageError(f"measure {name!r}: unknown; {expected}; {nearest(name, [*MEASURES, *ALIASES], listed=True)}")


def alias_note(name: str) -> str:
    """Return the note on an alias that may mislead; empty for other names.

    >>> alias_note("closeness").split(":")[0]
    'closeness is harmonic here'
    """
    return ALIASES[name][1] if name in ALIASES else ""
