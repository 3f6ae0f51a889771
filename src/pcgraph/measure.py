"""Networks → rankings. networkx is the definition of every number."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import polars as pl

from pcgraph.errors import UsageError, nearest
from pcgraph.network import describe, directed, simple
from pcgraph.terms import compact

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True)
class Measure:
    """One centrality: how it is computed, and what its number means in one line."""

    name: str
    meaning: str
    compute: Callable[[Any], dict[str, float]]


def _degree(graph: nx.MultiDiGraph) -> dict[str, float]:
    return {node: float(value) for node, value in simple(graph).degree()}


def _betweenness(graph: nx.MultiDiGraph) -> dict[str, float]:
    import networkx as nx

    return dict(nx.betweenness_centrality(simple(graph)))


def _pagerank(graph: nx.MultiDiGraph) -> dict[str, float]:
    import networkx as nx

    # networkx stops at N·tol in total; its default leaves the first digits unsure on larger graphs
    return dict(nx.pagerank(directed(graph), alpha=0.85, tol=1e-12, max_iter=1000)) if graph else {}


MEASURES = {
    measure.name: measure
    for measure in (
        Measure("degree", "how many different partners the agent has", _degree),
        Measure(
            "betweenness",
            "share of shortest paths between two others that pass through the agent (0 to 1)",
            _betweenness,
        ),
        Measure(
            "pagerank", "share of a random walk's time spent at the agent, following ties (all sum to 1)", _pagerank
        ),
    )
}


@dataclass(frozen=True)
class Ranking:
    """Agents in the order of one measure.

    Attributes
    ----------
    measure, meaning, counts : str
        Name, what the number means, and what network it was taken on.
    table : polars.DataFrame
        rank (from 1, equals share one), agent (IRI), label, value; sorted by value downwards, then IRI.
    """

    measure: str
    meaning: str
    counts: str
    table: pl.DataFrame

    def __len__(self) -> int:
        """Count the agents."""
        return self.table.height

    def top(self, n: int = 10) -> list[tuple[int, str, str, float]]:
        """Give the first `n` rows: (rank, agent, label, value)."""
        return list(self.table.head(n).iter_rows())

    def __rich_console__(self, console: Any, options: Any) -> Iterator[Any]:
        """Show a table on a terminal."""
        from rich.table import Table
        from rich.text import Text

        yield Text(f"{self.measure}: {self.meaning}", style="bold")
        table = Table(box=None, pad_edge=False)
        for name, justify in (("rank", "right"), ("agent", "left"), ("label", "left"), (self.measure, "right")):
            table.add_column(name, justify=justify)  # type: ignore[arg-type]
        for rank, agent, label, value in self.table.iter_rows():
            table.add_row(str(rank), Text(compact(agent)), Text(label), f"{value:.4g}")
        yield table
        yield Text(self.counts, style="dim")

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{rank}</td><td><bdi>{html.escape(label)}</bdi></td><td>{value:.4g}</td></tr>"
            for rank, _, label, value in self.top(50)
        )
        return (
            f"<p><b>{html.escape(self.measure)}</b>: {html.escape(self.meaning)}</p>"
            f"<table><tr><th>rank</th><th>agent</th><th>{html.escape(self.measure)}</th></tr>{rows}</table><p>{html.escape(self.counts)}</p>"
        )


def rank(graph: nx.MultiDiGraph, measure: str) -> Ranking:
    """Rank the agents of a network.

    Shape: a MultiDiGraph of relations; parallel ties are folded before path measures.
    Units: see `Ranking.meaning`. Order: value downwards, then IRI, so ties are stable.
    Cost: degree O(m), betweenness O(n·m), pagerank O(m) a round.
    Source: networkx `Graph.degree`, `betweenness_centrality` (Brandes 2001), `pagerank` (tol 1e-12).

    Raises
    ------
    UsageError
        If the measure is unknown.

    Notes
    -----
    An empty network gives an empty ranking, one agent gives zeros (PageRank 1): not an error.

    >>> import networkx as nx
    >>> g = nx.MultiDiGraph([("a", "b"), ("b", "c")])
    >>> rank(g, "betweenness").top(1)
    [(1, 'b', 'b', 1.0)]
    """
    if measure not in MEASURES:
        raise UsageError(f"measure {measure!r}: unknown; expected {', '.join(MEASURES)}; {nearest(measure, MEASURES)}")
    what = MEASURES[measure]
    values = what.compute(graph)
    labels = dict(graph.nodes(data="label"))
    table = (
        pl.DataFrame(
            {
                "agent": list(values),
                "label": [labels.get(node) or node for node in values],
                "value": list(values.values()),
            },
            schema={"agent": pl.String, "label": pl.String, "value": pl.Float64},
        )
        # the last digits of a float depend on the order of sums; equals must stay equal
        .with_columns(pl.col("value").round_sig_figs(12))
        .sort("value", "agent", descending=[True, False])
        .with_columns(pl.col("value").rank("min", descending=True).cast(pl.Int64).alias("rank"))
        .select("rank", "agent", "label", "value")
    )
    return Ranking(measure, what.meaning, describe(graph), table)
