"""Positions: repeatable, apart, packed, each country in its half; kept between builds."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from itertools import combinations

import networkx as nx
import pytest

from pcgraph.viz import layout

pytestmark = pytest.mark.slow


def sample(nodes: int, ties: int, seed: int = 1) -> nx.MultiDiGraph:
    chance = random.Random(seed)
    graph = nx.MultiDiGraph()
    for number in range(nodes):
        country = ("id:left", "id:right")[number % 2]
        graph.add_node(f"id:{number:04}", size=10 + number % 9, label=f"Organisation {number}", country=country)
    names = list(graph)[: max(2, int(nodes * 0.9))]
    graph.add_edges_from(chance.sample(names, 2) for _ in range(ties))
    return graph


def overlapping(graph: nx.Graph, at: dict[str, layout.Point]) -> list[tuple[str, str]]:
    return [
        (one, other)
        for one, other in combinations(graph, 2)
        if ((at[one][0] - at[other][0]) ** 2 + (at[one][1] - at[other][1]) ** 2) ** 0.5
        < graph.nodes[one].get("size", 16) + graph.nodes[other].get("size", 16)
    ]


@pytest.mark.parametrize(("nodes", "ties"), [(2, 1), (20, 25), (60, 100), (200, 400)])
def test_every_node_has_a_place_and_none_overlap(nodes: int, ties: int) -> None:
    graph = sample(nodes, ties)
    at = layout.positions(graph, sides=("id:left", "id:right"))
    assert set(at) == set(graph)
    assert overlapping(graph, at) == []


def test_overlaps_would_be_seen() -> None:
    graph = sample(5, 4)
    assert len(overlapping(graph, dict.fromkeys(graph, (0.0, 0.0)))) == 10


def test_insertion_order_changes_nothing() -> None:
    graph = sample(40, 70)
    shuffled = nx.MultiDiGraph()
    nodes, edges = list(graph.nodes(data=True)), list(graph.edges())
    random.Random(5).shuffle(nodes)
    random.Random(6).shuffle(edges)
    shuffled.add_nodes_from(nodes)
    shuffled.add_edges_from((other, one) for one, other in edges)
    assert list(layout.positions(graph).items()) == list(layout.positions(shuffled).items())


def test_same_places_under_another_hash_seed() -> None:
    code = (
        "import networkx as nx; from pcgraph.viz import layout;"
        "g = nx.gnm_random_graph(30, 50, seed=2); print(layout.positions(nx.relabel_nodes(g, str)))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(runs) == 1


def test_the_random_numbers_of_the_caller_are_left_alone() -> None:
    random.seed(3)
    expected = random.Random(3).random()
    layout.positions(sample(20, 30))
    assert random.random() == expected


def test_coordinates_are_tenths_and_centred() -> None:
    at = layout.positions(sample(40, 60))
    assert all(value == round(value, 1) for point in at.values() for value in point)
    for axis in (0, 1):
        values = [point[axis] for point in at.values()]
        assert abs(min(values) + max(values)) < 200


@pytest.mark.parametrize(("nodes", "ties"), [(30, 40), (100, 160), (300, 500), (2000, 4000)])
def test_about_sixteen_to_ten_and_well_filled(nodes: int, ties: int) -> None:
    graph = sample(nodes, ties)
    at = layout.positions(graph, sides=("id:left", "id:right"))
    tied = [at[node] for node in graph if graph.degree(node)]
    (left, right), (top, bottom) = ((min(axis), max(axis)) for axis in zip(*tied, strict=True))
    assert 1.0 < (right - left) / (bottom - top) < 2.6
    # Of a grid of cells with about four marks each, few may stand empty.
    side = max(2, round((len(tied) / 4) ** 0.5))
    full = {
        (min(side - 1, int((x - left) / (right - left) * side)), min(side - 1, int((y - top) / (bottom - top) * side)))
        for x, y in tied
    }
    assert len(full) > 0.8 * side**2


@pytest.mark.parametrize(("nodes", "ties"), [(3, 2), (60, 110), (400, 700), (2000, 4000)])
def test_each_country_keeps_to_its_half(nodes: int, ties: int) -> None:
    graph = sample(nodes, ties)
    graph.add_node("id:other", country="id:elsewhere")
    graph.add_edge("id:other", "id:0000")
    at = layout.positions(graph, sides=("id:left", "id:right"))
    for node, country in graph.nodes(data="country"):
        assert country == "id:elsewhere" or (at[node][0] < 0) == (country == "id:left"), node


def engagements() -> nx.Graph:
    graph = nx.Graph()
    chance = random.Random(4)
    for number in range(40):
        graph.add_node(f"id:agent-{number}", country=("id:left", "id:right")[number % 2], size=12)
    for number in range(90):
        graph.add_node(f"id:engagement-{number}", engagement=True, size=8)
        for party in chance.sample(range(40), 2):
            graph.add_edge(f"id:engagement-{number}", f"id:agent-{party}")
    graph.add_node("id:nobody", kind="UnnamedParty")
    graph.add_edge("id:nobody", "id:engagement-0")
    return graph


def test_engagements_stand_between_the_two_sides() -> None:
    graph = engagements()
    at = layout.positions(graph, sides=("id:left", "id:right"))
    assert overlapping(graph, at) == []
    left, right = ([at[n][0] for n, c in graph.nodes(data="country") if c == side] for side in ("id:left", "id:right"))
    between = [at[node][0] for node, engagement in graph.nodes(data="engagement") if engagement]
    assert sum(left) / len(left) < min(between) + 100 < max(between) - 100 < sum(right) / len(right)
    assert max(left) < 0 < min(right)


def test_an_unnamed_party_stands_beside_its_engagement_and_moves_nobody() -> None:
    graph = engagements()
    at = layout.positions(graph, sides=("id:left", "id:right"))
    far = sum((p - q) ** 2 for p, q in zip(at["id:nobody"], at["id:engagement-0"], strict=True)) ** 0.5
    assert far < 200
    graph.remove_node("id:nobody")
    assert layout.positions(graph, sides=("id:left", "id:right")).items() < at.items()


def test_places_are_kept_when_data_grow() -> None:
    graph = sample(80, 130)
    sides = ("id:left", "id:right")
    before = layout.positions(graph, sides=sides)
    graph.add_nodes_from([("id:new", {"country": "id:left"}), ("id:lone", {"country": "id:right"})])
    graph.add_edges_from([("id:new", "id:0000"), ("id:new", "id:0002")])
    after = layout.positions(graph, sides=sides, previous=before)
    assert before.items() < after.items()
    assert overlapping(graph, after) == []
    assert after["id:new"][0] < 0
    assert sum((p - q) ** 2 for p, q in zip(after["id:new"], before["id:0000"], strict=True)) ** 0.5 < 600
    assert after["id:lone"][1] > max(y for _, y in before.values())
    graph.remove_node("id:0004")
    assert layout.positions(graph, sides=sides, previous=before)["id:0006"] == before["id:0006"]


def test_without_ties_below_all_others_each_under_its_half() -> None:
    graph = sample(60, 110)
    at = layout.positions(graph, sides=("id:left", "id:right"))
    lone = [node for node in graph if not graph.degree(node)]
    assert lone
    assert min(at[node][1] for node in lone) > max(at[node][1] for node in graph if graph.degree(node))


def test_a_layout_does_not_take_the_square_of_the_number_of_nodes() -> None:
    def used(size: int) -> float:
        graph, begun = nx.barabasi_albert_graph(size, 3, seed=1), time.process_time()
        layout.positions(graph)
        return time.process_time() - begun

    assert used(20_000) / used(2_000) < 50  # the square of ten is 100


def test_more_ties_bring_two_nodes_nearer() -> None:
    graph = nx.MultiGraph()
    graph.add_edges_from([("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")])
    graph.add_edges_from([("a", "b")] * 8)
    at = layout.positions(graph)

    def apart(one: str, other: str) -> float:
        return sum((p - q) ** 2 for p, q in zip(at[one], at[other], strict=True))

    assert apart("a", "b") < apart("c", "d")


def test_isolates_stand_in_a_compact_grid() -> None:
    at = layout.positions(nx.empty_graph([f"id:{number}" for number in range(24)]))
    assert len({x for x, _ in at.values()}) * len({y for _, y in at.values()}) <= 28


def run_through(graph: nx.Graph, at: dict[str, layout.Point]) -> int:
    """Count the pairs of a line and a node that it crosses without being a tie of it."""
    found = 0
    for one, other in {tuple(sorted(edge[:2])) for edge in graph.edges()}:
        (x1, y1), (x2, y2) = at[one], at[other]
        long = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        for node in set(graph) - {one, other}:
            x, y = at[node][0] - x1, at[node][1] - y1
            along, off = (x * (x2 - x1) + y * (y2 - y1)) / long, (y * (x2 - x1) - x * (y2 - y1)) / long
            found += 0 < along < long and abs(off) < graph.nodes[node]["size"]
    return found


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_line_runs_through_a_third_node(seed: int) -> None:
    graph = sample(30, 34, seed)
    assert run_through(graph, layout.positions(graph)) == 0
    on_a_line = {node: (40.0 * place, 0.0) for place, node in enumerate(graph)}
    assert run_through(graph, on_a_line) > 0


@pytest.mark.parametrize("graph", [nx.Graph(), nx.MultiDiGraph(), nx.Graph([("a", "a")]), nx.path_graph(2)])
def test_small_graphs(graph: nx.Graph) -> None:
    assert set(layout.positions(graph)) == set(graph)
