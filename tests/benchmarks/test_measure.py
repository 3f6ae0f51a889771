"""All measures on one synthetic partners network, against networkx in the same run; the numbers must be equal.

Every measure is timed on a network that is already a matrix; the conversion from networkx is timed once, and the last
test, which computes all of them side by side with the conversion, prints the ratios and their geometric mean (aim: 25).
networkx is asked for the same exactness, so its iterations run longer than by default. Without timing (as in CI) the
network is small, and only the numbers are compared.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from itertools import combinations
from statistics import geometric_mean
from typing import Any

import networkx as nx
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from pcgraph.analysis import centrality
from pcgraph.analysis.centrality import MEASURES
from pcgraph.analysis.centrality.measures import Net

PEERS: dict[str, Callable[[nx.Graph], Any]] = {
    "degree": lambda g: dict(g.degree()),
    "strength": lambda g: dict(g.degree(weight="weight")),
    "betweenness": nx.betweenness_centrality,
    "harmonic": nx.harmonic_centrality,
    "eigenvector": lambda g: nx.eigenvector_centrality(g, weight="weight", max_iter=10_000, tol=1e-15),
    "pagerank": lambda g: nx.pagerank(g, tol=1e-15, max_iter=10_000),
    "hubs and authorities": lambda g: nx.hits(g, tol=0),
    "kcore": nx.core_number,
    "constraint": lambda g: nx.constraint(g, weight="weight"),
    "communities": lambda g: nx.community.louvain_communities(g, seed=1),
    "components": lambda g: list(nx.connected_components(g)),
    "articulation": lambda g: set(nx.articulation_points(g)),
}
TIMED, PLAIN = (4000, 111_000), (100, 600)  # agents, ties
SECONDS: dict[tuple[str, str], float] = {}
ANSWERS: dict[str, Any] = {}


def partners(agents: int, ties: int, seed: int = 1) -> nx.Graph:
    """Draw the parties of engagements from a heavy tail until there are enough ties; Newman's weights."""
    rng = random.Random(seed)
    names = [f"id:agent-{i:05}" for i in range(agents)]
    chances = [1 / (i + 5) ** 0.6 for i in range(agents)]
    graph = nx.Graph()
    while graph.number_of_edges() < ties:
        members = sorted(set(rng.choices(names, chances, k=rng.choice((2, 2, 3, 4, 6, 12)))))
        for one, other in combinations(members, 2):
            weight = graph.get_edge_data(one, other, {"weight": 0})["weight"] + 1 / (len(members) - 1)
            graph.add_edge(one, other, weight=weight)
    return graph


@pytest.fixture(scope="module")
def network(request: pytest.FixtureRequest) -> nx.Graph:
    timed = request.config.getoption("benchmark_enable")  # it overrides the disabling of pyproject.toml
    return partners(*(TIMED if timed else PLAIN))


@pytest.fixture(scope="module")
def net(network: nx.Graph) -> Net:
    return Net(network)


def group(name: str, network: nx.Graph) -> str:
    return f"{name}, {network.number_of_nodes()} agents, {network.number_of_edges()} ties"


def remember(who: str, what: str, benchmark: BenchmarkFixture) -> None:
    if benchmark.stats is not None:
        SECONDS[who, what] = benchmark.stats.stats.median


@pytest.mark.parametrize("measure", PEERS)
def test_networkx(benchmark: BenchmarkFixture, network: nx.Graph, measure: str) -> None:
    benchmark.group = group(measure, network)
    ANSWERS[measure] = benchmark.pedantic(PEERS[measure], (network,), rounds=1)
    remember("networkx", measure, benchmark)


def test_conversion(benchmark: BenchmarkFixture, network: nx.Graph) -> None:
    benchmark.group = group("conversion", network)
    made = benchmark.pedantic(lambda: Net(network).ties, rounds=5)
    remember("pcgraph", "conversion", benchmark)
    assert (made.shape[0], made.nnz // 2) == (network.number_of_nodes(), network.number_of_edges())


@pytest.mark.parametrize("measure", PEERS)
def test_pcgraph(benchmark: BenchmarkFixture, network: nx.Graph, net: Net, measure: str) -> None:
    benchmark.group = group(measure, network)

    def fresh() -> tuple[tuple[Net], dict[str, Any]]:
        alone = Net(network)
        alone.__dict__["ties"] = net.ties  # converted already; nothing that another measure left behind
        alone.exact = True
        return (alone,), {}

    def compute(alone: Net) -> list[Sequence[float | None]]:
        return [MEASURES[name].compute(alone).values for name in measure.split(" and ")]

    columns = benchmark.pedantic(compute, setup=fresh, rounds=1 if measure in ("betweenness", "harmonic") else 5)
    remember("pcgraph", measure, benchmark)
    found = [dict(zip(net.nodes, values, strict=True)) for values in columns]
    compare(measure, network, found, ANSWERS.get(measure) or PEERS[measure](network))


def compare(measure: str, network: nx.Graph, found: list[dict[str, Any]], answer: Any) -> None:
    """Numbers to 1e-9, groups and sets exactly; communities have no one right answer, but must be as good."""
    groups: dict[float, set[str]] = {}
    for node, number in found[0].items():
        groups.setdefault(number, set()).add(node)
    if measure == "communities":
        assert nx.community.modularity(network, groups.values()) >= nx.community.modularity(network, answer)
    elif measure == "components":
        assert {frozenset(part) for part in groups.values()} == {frozenset(part) for part in answer}
    elif measure == "articulation":
        assert groups.get(1, set()) == answer
    else:
        expected = answer if isinstance(answer, tuple) else (answer,)
        for ours, theirs in zip(found, expected, strict=True):
            assert ours.keys() == theirs.keys()
            assert max(abs(ours[node] - theirs[node]) / max(1, abs(theirs[node])) for node in ours) < 1e-9


def test_all_side_by_side(benchmark: BenchmarkFixture, network: nx.Graph, capsys: pytest.CaptureFixture[str]) -> None:
    benchmark.group = group("all measures and the conversion", network)
    wide = benchmark.pedantic(centrality.compute_measures, (network,), {"exact": True}, rounds=1)
    remember("pcgraph", "all", benchmark)
    assert wide.columns == ["agent", "label", *MEASURES, "note"]
    if not all((who, measure) in SECONDS for who in ("networkx", "pcgraph") for measure in PEERS):
        return  # nothing, or not everything, is timed
    theirs = {measure: SECONDS["networkx", measure] for measure in PEERS}
    ours = {measure: SECONDS["pcgraph", measure] for measure in PEERS}
    conversion = SECONDS["pcgraph", "conversion"]
    ratios = {measure: theirs[measure] / ours[measure] for measure in PEERS}
    alone = geometric_mean(ratios.values())
    by_time = alone / (1 + conversion / sum(ours.values()))
    evenly = geometric_mean(theirs[measure] / (ours[measure] + conversion / len(PEERS)) for measure in PEERS)
    lines = [f"{name:22}{theirs[name]:10.4f} s {ours[name]:9.5f} s{ratio:8.1f} ×" for name, ratio in ratios.items()]
    lines += [
        f"{'conversion':22}{'':12}{conversion:10.5f} s",
        f"{'all, one call':22}{sum(theirs.values()):10.4f} s {SECONDS['pcgraph', 'all']:9.5f} s"
        f"{sum(theirs.values()) / SECONDS['pcgraph', 'all']:8.1f} ×",
        f"geometric mean of the ratios: {alone:.1f}; with the conversion shared by time {by_time:.1f}, "
        f"shared evenly {evenly:.1f}",
    ]
    benchmark.extra_info["geometric mean"] = by_time
    with capsys.disabled():
        print(f"\n{benchmark.group}: networkx, pcgraph", *lines, sep="\n")


def test_every_measure_has_a_peer() -> None:
    assert {name for names in PEERS for name in names.split(" and ")} == set(MEASURES)
