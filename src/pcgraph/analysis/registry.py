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

    Attributes
    ----------
    name, meaning : str
        `meaning` defines the number in one line.
    ascending : bool
        Whether small numbers rank first.
    digits : int
        Significant digits to which values are rounded, so that equal values stay equal.
    groups : bool
        Whether the values number groups. These have no order, so their ranks have no interval.
    on_page, in_report : bool
        Whether the page offers it, and whether a build ranks by it.
    most : int, optional
        Above this number of ties, the page does without it, since it would take minutes.

    >>> MEASURES["constraint"].ascending, MEASURES["communities"].groups
    (True, True)
    """

    name: str
    meaning: str
    ascending: bool = False
    digits: int = EXACT
    groups: bool = False
    on_page: bool = False
    in_report: bool = False
    most: int | None = None

    def compute(self, net: Net) -> Values:
        """Return the values for a network, in the unit of `meaning`.

        Raises
        ------
        LimitError
            If an iteration does not converge.

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
        ),
        Measure("strength", "sum of the weights of the agent's ties", on_page=True),
        Measure(
            "betweenness",
            "share of shortest paths between two others that pass through the agent (0 to 1; weights do not count)",
            on_page=True,
            in_report=True,
            most=20_000,
        ),
        Measure(
            "closeness",
            "sum of 1/distance to all other agents; unreachable ones count 0 (harmonic; weights do not count)",
        ),
        Measure(
            "eigenvector",
            "weighted ties to agents that are well connected themselves, in the leading component (squares sum to 1)",
            digits=ITERATED,
        ),
        Measure(
            "pagerank",
            "share of a random walk's time spent at the agent, following ties by weight (all sum to 1)",
            digits=ITERATED,
            on_page=True,
            in_report=True,
        ),
        Measure(
            "hubs",
            "weighted ties to agents with high authority scores (HITS; all sum to 1)",
            digits=ITERATED,
        ),
        Measure(
            "authorities",
            "weighted ties from agents with high hub scores (HITS; all sum to 1)",
            digits=ITERATED,
        ),
        Measure(
            "kcore",
            "largest k such that the agent is in a group where each has ties to k others of it (weights do not count)",
        ),
        Measure(
            "constraint",
            "how strongly, by weight, the agent's partners are tied to each other (Burt; low for agents that bridge)",
            ascending=True,
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
        ),
        Measure("articulation", "1 if the agent's component falls apart without it, else 0"),
    )
}


def find(name: str) -> Measure:
    """Return the measure of a name.

    Raises
    ------
    UsageError
        If there is none of that name.

    >>> find("pagerank").digits
    10
    """
    if name not in MEASURES:
        raise UsageError(f"measure {name!r}: unknown; expected {', '.join(MEASURES)}; {nearest(name, MEASURES)}")
    return MEASURES[name]
