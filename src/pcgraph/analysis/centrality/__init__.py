"""Networks → rankings. networkx is the definition of every number, igraph does the work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pcgraph.analysis.centrality import measures as compute
from pcgraph.analysis.centrality import sampling
from pcgraph.analysis.centrality.measures import Found, Net
from pcgraph.analysis.centrality.ranking import Ranking
from pcgraph.errors import LimitError, UsageError, nearest

if TYPE_CHECKING:
    import networkx as nx
    import polars as pl

__all__ = ["MEASURES", "Measure", "Ranking", "find", "measures", "rank", "ranked"]

EXACT, ITERATED = 12, 10  # digits that do not depend on the order of sums, or on where an iteration stops


@dataclass(frozen=True)
class Measure:
    """One measure.

    Attributes
    ----------
    name, meaning : str
        `meaning` says in one line what the number is.
    compute : function
    ascending : bool
        Small numbers come first.
    digits : int
        Significant digits that are kept, so that equals stay equal.
    """

    name: str
    meaning: str
    compute: Callable[[Net], Found]
    ascending: bool = False
    digits: int = EXACT


MEASURES = {
    measure.name: measure
    for measure in (
        Measure("degree", "how many others the agent has ties to; weights do not count", compute.degree),
        Measure("strength", "the weight of all the agent's ties together", compute.strength),
        Measure(
            "betweenness",
            "share of shortest paths between two others that pass through the agent (0 to 1; weights do not count)",
            compute.betweenness,
        ),
        Measure(
            "closeness",
            "sum of 1/distance to every other agent, unreachable ones adding nothing (harmonic; weights do not count)",
            compute.closeness,
        ),
        Measure(
            "eigenvector",
            "being tied, by weight, to those who are tied well, in the most tightly knit component (squares sum to 1)",
            compute.eigenvector,
            digits=ITERATED,
        ),
        Measure(
            "pagerank",
            "share of a random walk's time spent at the agent, following ties by weight (all sum to 1)",
            compute.pagerank,
            digits=ITERATED,
        ),
        Measure(
            "hubs", "acting, by weight, on those on whom many act (HITS; all sum to 1)", compute.hubs, digits=ITERATED
        ),
        Measure(
            "authorities",
            "being acted on, by weight, by those who act on many (HITS; all sum to 1)",
            compute.authorities,
            digits=ITERATED,
        ),
        Measure(
            "kcore",
            "the largest k for which the agent is in a group where each has ties to k others of it; no weights",
            compute.kcore,
        ),
        Measure(
            "constraint",
            "how much the agent's partners, by weight, are tied among themselves (Burt; low for one who bridges)",
            compute.constraint,
            ascending=True,
        ),
        Measure(
            "communities",
            "number of the agent's community, found by weight (Leiden; 1 is the largest)",
            compute.communities,
            ascending=True,
        ),
        Measure(
            "components",
            "number of the agent's connected component (1 is the largest)",
            compute.components,
            ascending=True,
        ),
        Measure("articulation", "1 if its component falls apart without the agent, else 0", compute.articulation),
    )
}


def find(name: str) -> Measure:
    """Find a measure by its name.

    Raises
    ------
    UsageError
        If there is none.
    """
    if name not in MEASURES:
        raise UsageError(f"measure {name!r}: unknown; expected {', '.join(MEASURES)}; {nearest(name, MEASURES)}")
    return MEASURES[name]


def rank(graph: nx.Graph | Net, measure: str, *, exact: bool = False) -> Ranking:
    """Rank the agents of a network.

    Shape: any projection, any networkx graph, or the `Net` of one; parallel ties are folded and their weights (1 where
    absent) added up, self-ties dropped, directions kept for PageRank and HITS only.
    Units: see `Ranking.meaning`, which also says whether weights count. Order: large numbers first, for constraint and
    group numbers small ones; then names, so ties are stable. Cost: betweenness and closeness O(n·m), the others near
    O(m). Above 100,000 ties these two are estimated from 256 sources, unless `exact`; then the table has a column
    ``error`` (standard error; null where there is no sound one, and the note says why), see `pcgraph.analysis.centrality.sampling`.
    Source: networkx, function by function as named in `pcgraph.analysis.centrality.measures`; equal to 1e-9, but communities.

    Raises
    ------
    UsageError
        If the measure is unknown, or a weight is no number above 0.
    LimitError
        If an iteration does not end.

    Notes
    -----
    No network is an error: an empty one gives an empty ranking. Where a measure has no value, rank and value are null,
    these agents come last, and `Ranking.note` says why.

    >>> import networkx as nx
    >>> g = nx.MultiDiGraph([("a", "b"), ("b", "c")])
    >>> rank(g, "betweenness").top(1)
    [(1, 'b', 'b', 1.0)]
    """
    what, net = find(measure), _net(graph, exact)
    found = what.compute(net)
    values, ranks = ranked(what, found.values)
    table = (
        _agents(net)
        .with_columns(values.alias("value"), ranks.alias("rank"), *_errors(what, found, "error"))
        .sort("value", "agent", descending=[not what.ascending, False], nulls_last=True)
        .select("rank", "agent", "label", "value", *(() if found.errors is None else ("error",)))
    )
    reasons = [f"{number} of {len(net.nodes)}: {why}" for why, number in sorted(Counter(found.why.values()).items())]
    if found.errors is not None:
        reasons.append(sampling.SAMPLED.format(sampling.SAMPLE, len(net.nodes), sampling.SEED, sampling.BATCHES))
    note = "; ".join(reasons) if net.nodes else "the network is empty"
    return Ranking(measure, what.meaning, net.described, table, note)


def ranked(
    what: Measure, values: Iterable[float | None], apart: Iterable[int] | None = None
) -> tuple[pl.Series, pl.Series]:
    """Give the values to the digits that count, and the ranks: equals share one, no value has none.

    Parameters
    ----------
    apart : iterable of int, optional
        Values with another number here are of another network, and ranked apart.

    >>> ranked(MEASURES["degree"], [2, 5, None, 5])[1].to_list()
    [3, 1, None, 1]
    >>> ranked(MEASURES["degree"], [2, 5, 7], [0, 0, 1])[1].to_list()
    [2, 1, 1]
    """
    import polars as pl

    rounded = _column(what, values)
    place = pl.col(what.name).rank("min", descending=not what.ascending).cast(pl.Int64).alias("rank")
    frame = rounded.to_frame()
    if apart is not None:
        frame, place = frame.with_columns(pl.Series("apart", list(apart), pl.Int64)), place.over("apart")
    return rounded, frame.select(place)["rank"]


def measures(graph: nx.Graph | Net, names: Iterable[str] | None = None, *, exact: bool = False) -> pl.DataFrame:
    """Compute many measures with one conversion of the network.

    Parameters
    ----------
    names : iterable of str, optional
        Default all of `MEASURES`, whose `meaning` says what each number is.

    Returns
    -------
    polars.DataFrame
        agent, label, one column a measure, and after one that is estimated (see `rank`) ``<measure> error``; note (why
        a value is null, or a 0 more than little); sorted by agent. A
        measure whose iteration does not end is null throughout.

    Raises
    ------
    UsageError
        As `rank`.

    >>> import networkx as nx
    >>> measures(nx.path_graph(["a", "b", "c"]), ["degree", "kcore"]).rows()
    [('a', 'a', 1.0, 1.0, ''), ('b', 'b', 2.0, 1.0, ''), ('c', 'c', 1.0, 1.0, '')]
    """
    import polars as pl

    chosen = [find(name) for name in dict.fromkeys(MEASURES if names is None else names)]
    net = _net(graph, exact)
    notes: list[list[str]] = [[] for _ in net.nodes]
    columns = []
    for what in chosen:
        try:
            found = what.compute(net)
        except LimitError as error:
            found = Found([None] * len(net.nodes), dict.fromkeys(range(len(net.nodes)), str(error)))
        columns += [_column(what, found.values), *_errors(what, found, f"{what.name} error")]
        for place, why in found.why.items():
            notes[place].append(f"{what.name}: {why}")
    return _agents(net).with_columns(*columns, pl.Series("note", ["; ".join(found) for found in notes], pl.String))


def _net(graph: nx.Graph | Net, exact: bool) -> Net:
    net = graph if isinstance(graph, Net) else Net(graph)
    net.exact = exact
    return net


def _agents(net: Net) -> pl.DataFrame:
    import polars as pl

    return pl.DataFrame({"agent": net.nodes, "label": net.labels}, schema={"agent": pl.String, "label": pl.String})


def _errors(what: Measure, found: Found, name: str) -> list[pl.Series]:
    return [] if found.errors is None else [_column(what, found.errors).alias(name)]


def _column(what: Measure, values: Iterable[float | None]) -> pl.Series:
    import polars as pl

    return pl.Series(what.name, list(values), pl.Float64).round_sig_figs(what.digits)
