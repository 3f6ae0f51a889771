"""Compare one measure on several networks, to see what depends on the choice of the network."""

from __future__ import annotations

import math
from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import polars as pl

from pcgraph.analysis.annotated_table import Study
from pcgraph.analysis.centrality import Ranking, find, rank
from pcgraph.analysis.network import draw, spec_for
from pcgraph.belief.snapshot import Snapshot
from pcgraph.errors import UsageError

if TYPE_CHECKING:
    import networkx as nx

KEYS = ("agent", "label")


@dataclass(frozen=True)
class Comparison(Study):
    """Rankings on several networks, side by side.

    Attributes
    ----------
    agreement : polars.DataFrame
        one, other (names of networks), tau (Kendall's τ-b, −1 to 1), agents (number with a value in both), why (if tau
        is null).

    >>> import networkx as nx
    >>> compare({"path": nx.path_graph(3), "star": nx.star_graph(3)}, "degree").matrix.columns
    ['network', 'path', 'star']
    """

    agreement: pl.DataFrame = field(default_factory=pl.DataFrame)

    @property
    def matrix(self) -> pl.DataFrame:
        """The agreement as a square matrix, with a row and a column for each network."""
        names = list(dict.fromkeys(self.agreement["one"]))
        tau = {(one, other): value for one, other, value in self.agreement.select("one", "other", "tau").iter_rows()}
        square = {name: [tau[row, name] for row in names] for name in names}
        return pl.DataFrame(
            {"network": names, **square}, schema={"network": pl.String, **dict.fromkeys(names, pl.Float64)}
        )


def compare(networks: Mapping[str, nx.Graph], measure: str) -> Comparison:
    """Rank the agents of several networks by one measure.

    >>> import networkx as nx
    >>> found = compare({"path": nx.path_graph(["a", "b", "c", "d"]), "star": nx.star_graph(["b", "c", "a"])}, "degree")
    >>> found.table.select("agent", "path", "star", "why").rows()
    [('b', 1, 1, ''), ('c', 1, 2, ''), ('a', 3, 2, ''), ('d', 3, None, 'not in star')]
    >>> round(found.agreement["tau"][1], 3)  # of a, b, c: one pair agrees, each network has one tied pair
    0.5
    """
    if len(networks) < 2:
        raise UsageError(f"compare: {len(networks)} network; expected two or more; add a projection")
    what = find(measure)
    found = {
        name: (graph, _rank_agents(rank(graph, measure), graph, what.ascending)) for name, graph in networks.items()
    }
    table = pl.concat([ranking.table.select(KEYS) for _, ranking in found.values()]).unique("agent", keep="first")
    for name, (_, ranking) in found.items():
        own = ranking.table.select("agent", pl.col("rank").alias(name), pl.col("value").alias(f"value {name}"))
        table = table.join(own, on="agent", how="left")
    inside = {name: set(ranking.table["agent"]) for name, (_, ranking) in found.items()}
    why = [
        "; ".join(
            f"{'no value' if agent in inside[name] else 'not'} in {name}" for name, rank_ in ranks if rank_ is None
        )
        for agent, ranks in zip(
            table["agent"],
            (list(zip(found, row, strict=True)) for row in table.select(list(found)).iter_rows()),
            strict=True,
        )
    ]
    table = table.with_columns(pl.Series("why", why, pl.String)).sort(*found, "agent", nulls_last=True)
    rows = [(one, other, *_agreement(table, one, other)) for one in found for other in found]
    kinds = {"one": pl.String, "other": pl.String, "tau": pl.Float64, "agents": pl.Int64, "why": pl.String}
    notes = [f"{name}: {ranking.counts}" for name, (_, ranking) in found.items()]
    notes += [
        f"Kendall's τ-b of {one} and {other}: "
        + (f"{tau:.2f} ({agents} agents)" if tau is not None else f"none ({said})")
        for (one, other, tau, agents, said) in rows
        if list(found).index(one) < list(found).index(other)
    ]
    title = f"{what.name} on {len(found)} networks: {what.meaning}"
    return Comparison(title, table, tuple(notes), pl.DataFrame(rows, schema=kinds, orient="row"))


def compare_projections(
    snapshot: Snapshot, measure: str, projections: Iterable[str | Mapping[str, Any]], **shared: Any
) -> Comparison:
    """Compare one measure on several projections of a graph; see `compare`.

    >>> from pcgraph.testing import tiny
    >>> compare_projections(tiny(), "degree", ["partners", "bipartite"]).agreement.columns
    ['one', 'other', 'tau', 'agents', 'why']
    """
    given = list(projections)
    asked = [{"projection": one} if isinstance(one, str) else dict(one) for one in given]
    drawn = [draw(snapshot, spec_for(snapshot, **{**shared, **one})) for one in asked]
    return compare(dict(zip(network_names(given), drawn, strict=True)), measure)


def _rank_agents(ranking: Ranking, graph: nx.Graph, ascending: bool) -> Ranking:
    """Remove the engagements from the ranking of a network that has both, and rank the agents again."""
    others = [str(node) for node, side in graph.nodes(data="side") if side == "engagement"]
    if not others:
        return ranking
    place = pl.col("value").rank("min", descending=not ascending).cast(pl.Int64).alias("rank")
    table = ranking.table.filter(~pl.col("agent").is_in(others)).with_columns(place)
    return Ranking(
        ranking.measure, ranking.meaning, f"{ranking.counts}; ranked among the agents only", table, ranking.note
    )


def _agreement(table: pl.DataFrame, one: str, other: str) -> tuple[float | None, int, str]:
    both = table.select(one=pl.col(f"value {one}"), other=pl.col(f"value {other}")).drop_nulls()
    if both.height < 2:
        return None, both.height, "fewer than two agents in both"
    for name, column in ((one, "one"), (other, "other")):
        if both[column].n_unique() == 1:
            return None, both.height, f"all equal in {name}"
    return kendall(both["one"].to_list(), both["other"].to_list()), both.height, ""


def kendall(one: Sequence[float], other: Sequence[float]) -> float:
    """Return Kendall's τ-b, which corrects for ties.

    Formula: (P − Q) / √((n₀ − n₁)(n₀ − n₂)); of the n₀ = n(n − 1)/2 pairs P agree, Q disagree, n₁ are tied in the
    first list and n₂ in the second. Units: −1 to 1. Cost: n log n. Source: Kendall 1945; Knight 1966. Equal to
    ``scipy.stats.kendalltau``.

    >>> round(kendall([1, 2, 3, 4], [1, 3, 2, 4]), 4)  # five of six pairs agree, one disagrees
    0.6667
    >>> round(kendall([1, 1, 2], [1, 2, 2]), 4)  # one pair agrees, one tie in each: 1 / √(2·2)
    0.5
    """
    pairs = sorted(zip(one, other, strict=True))
    swapped, seen = 0, list[float]()
    for _, value in pairs:  # within a tie of the first list the second list rises, so no swap is counted there
        swapped += len(seen) - bisect_right(seen, value)
        insort(seen, value)
    whole = math.comb(len(pairs), 2)
    first, second, both = (
        sum(math.comb(number, 2) for number in Counter(values).values()) for values in (one, other, pairs)
    )
    return (whole - first - second + both - 2 * swapped) / math.sqrt((whole - first) * (whole - second))


def network_names(networks: Sequence[str | Mapping[str, object]]) -> list[str]:
    """Return a distinct name for each network.

    >>> network_names(["partners", {"projection": "partners", "status": "entered"}])
    ['partners', 'partners, status=entered']
    """
    found = []
    for given in networks:
        more = {} if isinstance(given, str) else dict(given)
        first = given if isinstance(given, str) else str(more.pop("projection", "relations"))
        found.append(", ".join([first, *(f"{key}={value}" for key, value in more.items())]))
    if twice := [name for name, number in Counter(found).items() if number > 1]:
        raise UsageError(f"compare: {twice[0]} twice; expected different networks; remove one")
    return found
