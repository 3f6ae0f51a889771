"""Rank the agents of networks. networkx defines every measure; scipy computes most of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pcgraph.analysis import network
from pcgraph.analysis.centrality import measures as compute
from pcgraph.analysis.centrality import sampling
from pcgraph.analysis.centrality.measures import Net, Values
from pcgraph.analysis.centrality.ranking import Ranking
from pcgraph.analysis.registry import MEASURES, Measure, alias_note, find
from pcgraph.errors import LimitError

if TYPE_CHECKING:
    import networkx as nx
    import polars as pl

    from pcgraph.analysis.network import NetworkSpec
    from pcgraph.belief.snapshot import Snapshot

__all__ = ["MEASURES", "Measure", "Ranking", "compute_measures", "find", "rank", "rank_values", "read_network"]


def rank(graph: nx.Graph | Net, measure: str, *, exact: bool = False) -> Ranking:
    """Rank the agents of a network.

    >>> import networkx as nx
    >>> g = nx.MultiDiGraph([("a", "b"), ("b", "c")])
    >>> rank(g, "betweenness").top(1)
    [(1, 'b', 'b', 1.0)]
    """
    what, net = find(measure), _net(graph, exact)
    found = what.compute(net)
    values, ranks = rank_values(what, found.values)
    table = (
        _agents(net)
        .with_columns(values.alias("value"), ranks.alias("rank"), *_errors(what, found, "error"))
        .sort("value", "agent", descending=[not what.ascending, False], nulls_last=True)
        .select("rank", "agent", "label", "value", *(() if found.errors is None else ("error",)))
    )
    reasons = [f"{number} of {len(net.nodes)}: {why}" for why, number in sorted(Counter(found.why.values()).items())]
    if found.errors is not None:
        reasons.append(sampling.SAMPLED.format(sampling.SAMPLE, len(net.nodes), sampling.SEED, sampling.BATCHES))
    note = "; ".join(filter(None, (alias_note(measure), *reasons))) if net.nodes else "the network is empty"
    return Ranking(what.name, what.meaning, net.described, table, note)


def rank_values(
    what: Measure, values: Iterable[float | None], networks: Iterable[int] | None = None
) -> tuple[pl.Series, pl.Series]:
    """Return the rounded values and their ranks. Equal values share a rank; a missing value has none.

    >>> rank_values(MEASURES["degree"], [2, 5, None, 5])[1].to_list()
    [3, 1, None, 1]
    >>> rank_values(MEASURES["degree"], [2, 5, 7], [0, 0, 1])[1].to_list()
    [2, 1, 1]
    """
    import polars as pl

    rounded = _column(what, values)
    place = pl.col(what.name).rank("min", descending=not what.ascending).cast(pl.Int64).alias("rank")
    frame = rounded.to_frame()
    if networks is not None:
        frame, place = frame.with_columns(pl.Series("network", list(networks), pl.Int64)), place.over("network")
    return rounded, frame.select(place)["rank"]


def compute_measures(graph: nx.Graph | Net, names: Iterable[str] | None = None, *, exact: bool = False) -> pl.DataFrame:
    """Compute many measures with one conversion of the network.

    >>> import networkx as nx
    >>> compute_measures(nx.path_graph(["a", "b", "c"]), ["degree", "kcore"]).rows()
    [('a', 'a', 1.0, 1.0, ''), ('b', 'b', 2.0, 1.0, ''), ('c', 'c', 1.0, 1.0, '')]
    """
    import polars as pl

    chosen = list(dict.fromkeys(find(name) for name in (MEASURES if names is None else names)))
    net = _net(graph, exact)
    notes: list[list[str]] = [[] for _ in net.nodes]
    columns = []
    for what in chosen:
        try:
            found = what.compute(net)
        except LimitError as error:
            found = Values([None] * len(net.nodes), dict.fromkeys(range(len(net.nodes)), str(error)))
        columns += [_column(what, found.values), *_errors(what, found, f"{what.name} error")]
        for place, why in found.why.items():
            notes[place].append(f"{what.name}: {why}")
    return _agents(net).with_columns(*columns, pl.Series("note", ["; ".join(found) for found in notes], pl.String))


def read_network(snapshot: Snapshot, spec: NetworkSpec) -> nx.Graph | Net:
    """Return a network for `rank` and `compute_measures`; errors as for `pcgraph.analysis.network.draw`.

    The projection ``partners``, which may have very many ties, is returned as columns, without a networkx graph.
    """
    if spec.projection != "partners":
        return network.draw(snapshot, spec)
    only = f"; only {spec}" if str(spec) else ""
    labels = {iri: thing.label for iri, thing in snapshot.entities.items()}
    return compute.Columns(network.pairs(snapshot, spec), labels, network.WEIGHTS[spec.weight], only)


def _net(graph: nx.Graph | Net, exact: bool) -> Net:
    net = graph if isinstance(graph, Net) else Net(graph)
    net.exact = exact
    return net


def _agents(net: Net) -> pl.DataFrame:
    import polars as pl

    return pl.DataFrame({"agent": net.nodes, "label": net.labels}, schema={"agent": pl.String, "label": pl.String})


def _errors(what: Measure, found: Values, name: str) -> list[pl.Series]:
    return [] if found.errors is None else [_column(what, found.errors).alias(name)]


def _column(what: Measure, values: Iterable[float | None]) -> pl.Series:
    import polars as pl

    return pl.Series(what.name, list(values), pl.Float64).round_sig_figs(what.digits)
