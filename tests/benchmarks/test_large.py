"""Large networks: exact betweenness on 16,000 agents, and all measures from the tables of a million ties.

networkx would take half an hour for the first and days for two measures of the second; there it is timed on some of the
sources of paths, which cost the same each, and the whole is that times the number of sources. Its eigenvector is
stopped after some rounds, and what it took is a lower bound. All others are timed whole. Without timing (as in CI) the
networks are small, and only numbers count.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import fields
from itertools import accumulate
from statistics import geometric_mean
from typing import Any

import networkx as nx
import polars as pl
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.test_engine import PATIENCE, patient
from helpers import changed
from pcgraph.analysis.centrality import MEASURES, compute_measures, sampling
from pcgraph.analysis.centrality.measures import Columns, Net
from pcgraph.analysis.network import EVERYTHING, WEIGHTS, pairs, partners
from pcgraph.api import KnowledgeGraph
from pcgraph.belief.tables import Tables
from pcgraph.model.entities import Entity
from pcgraph.model.namespaces import ID, PCG

TRIED = 8  # sources that networkx is timed on


@pytest.fixture(scope="module")
def timed(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("benchmark_enable"))


def engagements(real: KnowledgeGraph, agents: int, number: int, seed: int = 1) -> KnowledgeGraph:
    """Draw the parties of engagements from a heavy tail, as the tables that projections read."""
    rng = random.Random(seed)
    chances = list(accumulate(1 / (i + 5) ** 0.6 for i in range(agents)))
    rows = []
    for e in range(number):
        chosen = set(rng.choices(range(agents), cum_weights=chances, k=rng.choice((2, 2, 3, 4, 6))))
        rows += [(f"{ID}e{e:07}", f"{ID}a{agent:06}") for agent in sorted(chosen)]
    parties = pl.DataFrame(rows, schema=["engagement", "agent"], orient="row").with_columns(
        pl.lit(PCG + "signatory").alias("role"),
        pl.lit(False).alias("inferred"),
        pl.lit(False).alias("unnamed"),
        pl.lit([ID + "s"]).alias("sources"),
    )
    held = real.tables.engagements.clear()
    some = parties.select("engagement").unique().sort("engagement")
    held = pl.concat([held, some], how="diagonal")
    empty = {table.name: real.tables[table.name].clear() for table in fields(real.tables)}
    tables = Tables(**empty | {"parties": parties, "engagements": held})
    names = parties["agent"].unique().sort()
    return changed(real, tables=tables, entities={iri: Entity(iri, "Company") for iri in names})


def seconds(call: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.perf_counter()
    found = call()
    return time.perf_counter() - begun, found


def test_exact_betweenness(
    benchmark: BenchmarkFixture, real: KnowledgeGraph, timed: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    large = engagements(real, *((16_000, 22_000) if timed else (300, 300)))
    graph = partners(large)
    net = Net(graph)
    net.ties  # noqa: B018 - converted before
    benchmark.group = f"exact betweenness, {len(net.nodes)} agents, {net.ties.nnz // 2} ties"
    found = benchmark.pedantic(lambda: sampling.betweenness(net.ties, exact=True), rounds=1)
    assert found.errors is None
    place = {node: number for number, node in enumerate(net.nodes)}
    drawn = random.Random(3).sample(list(graph.nodes()), TRIED)
    spent, theirs = seconds(lambda: nx.betweenness_centrality_subset(graph, drawn, list(graph)))
    some = sampling.partial_sums(sampling.unweighted(net.ties), [place[node] for node in drawn])
    off = [abs(theirs[node] - value) / max(1, value) for node, value in zip(net.nodes, some, strict=True)]
    assert max(off) < 1e-9  # the same sources, the same numbers
    if not timed:
        whole = nx.betweenness_centrality(graph, normalized=False)
        assert dict(zip(net.nodes, found.values, strict=True)) == pytest.approx(whole, rel=1e-9, abs=1e-9)
    if benchmark.stats is not None:
        theirs_in_all, ours = spent * len(net.nodes) / TRIED, benchmark.stats.stats.median
        with capsys.disabled():
            print(
                f"\n{benchmark.group}: networkx {theirs_in_all:.0f} s ({spent:.1f} s for {TRIED} sources), "
                f"pcgraph {ours:.1f} s, {theirs_in_all / ours:.0f} ×"
            )


ITERATIONS = 20  # of networkx's eigenvector, after which it is stopped and its time is a lower bound


def stopped(graph: nx.Graph) -> None:
    with pytest.raises(nx.PowerIterationFailedConvergence):
        nx.eigenvector_centrality(graph, weight="weight", tol=1e-15, max_iter=ITERATIONS)


def test_communities(
    benchmark: BenchmarkFixture, real: KnowledgeGraph, timed: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """Leiden beside networkx's Louvain, by time and by modularity."""
    large = engagements(real, *((16_000, 22_000) if timed else (300, 300)))
    graph = partners(large)
    net = Net(graph)
    net.ties  # noqa: B018 - converted before
    benchmark.group = f"communities, {len(net.nodes)} agents, {net.ties.nnz // 2} ties"
    found = benchmark.pedantic(lambda: MEASURES["communities"].compute(net), rounds=3)
    groups: dict[float, set[str]] = {}
    for node, number in zip(net.nodes, found.values, strict=True):
        groups.setdefault(number, set()).add(node)
    spent, theirs = seconds(lambda: PEERS["communities"](graph))
    qualities = [nx.community.modularity(graph, parts) for parts in (groups.values(), theirs)]
    assert qualities[0] >= qualities[1] - (0 if timed else 0.01)
    if benchmark.stats is not None:
        with capsys.disabled():
            print(
                f"\n{benchmark.group}: networkx {spent:.1f} s, modularity {qualities[1]:.4f}; "
                f"pcgraph {benchmark.stats.stats.median:.2f} s, {qualities[0]:.4f}; "
                f"{spent / benchmark.stats.stats.median:.0f} ×"
            )


PEERS: dict[str, Callable[[nx.Graph], Any]] = {  # asked for the same exactness
    "degree": lambda g: dict(g.degree()),
    "strength": lambda g: dict(g.degree(weight="weight")),
    "eigenvector": stopped,
    "pagerank": lambda g: nx.pagerank(g, tol=1e-15, max_iter=1000),
    "hubs": lambda g: nx.hits(g, tol=0, max_iter=1000)[0],
    "kcore": nx.core_number,
    "constraint": lambda g: nx.constraint(g, weight="weight"),
    "communities": lambda g: nx.community.louvain_communities(g, seed=1),
    "components": lambda g: list(nx.connected_components(g)),
    "articulation": lambda g: set(nx.articulation_points(g)),
}
SAMPLED: dict[str, Callable[[nx.Graph, list[str]], Any]] = {
    "betweenness": lambda g, sources: nx.betweenness_centrality(g, k=len(sources), seed=1),
    "harmonic": lambda g, sources: nx.harmonic_centrality(g, sources=sources),
}


def test_all_measures_from_the_tables(
    benchmark: BenchmarkFixture, real: KnowledgeGraph, timed: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    large = engagements(real, *((165_000, 210_000) if timed else (300, 300)))

    def drawn() -> Columns:
        return Columns(pairs(large, EVERYTHING), {}, WEIGHTS["newman"])

    def ours() -> tuple[Columns, pl.DataFrame]:
        return (net := drawn()), compute_measures(net)

    net, found = benchmark.pedantic(ours, rounds=1)
    benchmark.group = f"tables to all measures, {len(net.nodes)} agents, {net.ties.nnz // 2} ties"
    conversion, graph = seconds(lambda: partners(large))
    assert set(graph) == set(net.nodes)
    for name in ("degree", "strength", "kcore"):
        ours_, theirs = dict(found.select("agent", name).iter_rows()), PEERS[name](graph)
        assert max(abs(ours_[node] - theirs[node]) for node in theirs) < 1e-9
    if benchmark.stats is None:
        return
    with capsys.disabled():
        compare(drawn, conversion, graph, benchmark)


def compare(drawn: Callable[[], Columns], conversion: float, graph: nx.Graph, benchmark: BenchmarkFixture) -> None:
    """Print both times of each measure, taken one after the other on one network, as `measures` does."""
    print(f"\n{benchmark.group}: networkx, pcgraph")
    begun, net = seconds(drawn)
    begun += seconds(lambda: net.ties)[0]
    times = {"tables to network": (conversion, begun)}
    print(f"{'tables to network':22}  {conversion:10.2f} s {begun:9.3f} s{conversion / begun:8.1f} ×", flush=True)
    for name, measure in MEASURES.items():
        if name == "authorities":  # networkx and pcgraph compute both at once
            continue
        own = seconds(lambda what=measure: what.compute(net))[0]
        if name in SAMPLED:
            few = net.nodes[:TRIED]
            peer = seconds(lambda what=SAMPLED[name], few=few: what(graph, few))[0] * sampling.SAMPLE / TRIED
        else:
            peer, answer = seconds(lambda what=PEERS[name]: patient(lambda: what(graph)))
        times[name] = peer, own
        mark, how = ("≥", f", stopped after {ITERATIONS} rounds") if name == "eigenvector" else (" ", "")
        if name not in SAMPLED and name != "eigenvector" and answer is None:
            mark, how = "≥", f", stopped after {PATIENCE} s"
        how = f", {sampling.SAMPLE} sources, networkx timed on {TRIED}" if name in SAMPLED else how
        print(f"{name:22}{mark:>2}{peer:10.2f} s {own:9.3f} s{peer / own:8.1f} ×{how}", flush=True)
    theirs, ours = (sum(pair[side] for pair in times.values()) for side in (0, 1))
    whole = benchmark.stats.stats.median
    print(f"{'sum':22}  {theirs:10.2f} s {ours:9.3f} s{theirs / ours:8.1f} ×; in one call {whole:.1f} s")
    print(f"geometric mean {geometric_mean(peer / own for peer, own in times.values()):.1f} ×")
