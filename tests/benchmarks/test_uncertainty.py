"""1,000 draws of betweenness on the real graph against 100 plain runs of networkx on it, in one run.

The numbers are equal: the ranks on all sources are networkx's. What is drawn besides (each cause alone, each source and
voice left out, what two voices tell, what is stated) is in the time. Omission timing, few draws are made.
"""

from __future__ import annotations

import networkx as nx
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from pcgraph.analysis.network import draw, simple
from pcgraph.api import KnowledgeGraph

SECONDS: dict[str, float] = {}
RANKS: dict[str, dict[str, float]] = {}
GROUP = "1,000 draws of betweenness, or 100 runs"


def test_networkx(benchmark: BenchmarkFixture, real: KnowledgeGraph, request: pytest.FixtureRequest) -> None:
    benchmark.group = GROUP
    graph = simple(draw(real))
    runs = 100 if request.config.getoption("benchmark_enable") else 1
    RANKS["networkx"] = benchmark.pedantic(
        lambda: [nx.betweenness_centrality(graph) for _ in range(runs)][-1], rounds=3
    )
    if benchmark.stats is not None:
        SECONDS["networkx"] = benchmark.stats.stats.median


def test_pcgraph(
    benchmark: BenchmarkFixture,
    real: KnowledgeGraph,
    request: pytest.FixtureRequest,
    capsys: pytest.CaptureFixture[str],
) -> None:
    benchmark.group = GROUP
    draws = 1000 if request.config.getoption("benchmark_enable") else 5
    draw(real)  # names are read once
    found = benchmark.pedantic(lambda: real.rank("betweenness", uncertainty=draws, seed=7), rounds=3)
    values = RANKS.get("networkx") or nx.betweenness_centrality(simple(draw(real)))
    for agent, value, rank in found.table.select("agent", "value", "rank").iter_rows():
        assert abs(value - values[agent]) < 1e-9
        assert rank == 1 + sum(round(other, 12) > round(values[agent], 12) for other in values.values())
    if benchmark.stats is not None and "networkx" in SECONDS:
        ours = benchmark.stats.stats.median
        benchmark.extra_info["ratio"] = SECONDS["networkx"] / ours
        with capsys.disabled():
            print(f"\n100 runs of networkx {SECONDS['networkx']:.2f} s, 1,000 draws {ours:.2f} s: "
                  f"{SECONDS['networkx'] / ours:.2f} ×")  # fmt: skip
