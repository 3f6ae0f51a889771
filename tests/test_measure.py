"""Every measure equals networkx's definition to 1e-9, on random networks; bad networks give a reason, not a NaN."""

from __future__ import annotations

import math
from collections.abc import Callable

import networkx as nx
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pcgraph.api import KnowledgeGraph
from pcgraph.errors import UsageError
from pcgraph.measure import MEASURES, measures, rank
from pcgraph.network import directed, simple
from pcgraph.terms import ID


@st.composite
def networks(draw: st.DrawFn) -> nx.MultiDiGraph:
    n = draw(st.integers(2, 14))
    ends = st.integers(0, n - 1)
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(f"n{i:02}" for i in range(n))
    for one, other, weight, symmetric in draw(
        st.lists(st.tuples(ends, ends, st.integers(1, 5), st.booleans()), min_size=1, max_size=40)
    ):
        graph.add_edge(f"n{one:02}", f"n{other:02}", weight=weight, symmetric=symmetric)
    return graph


def eigenvector(graph: nx.Graph) -> dict[str, float]:
    """Where networkx's iteration from all equal leads: the part of it in the space of the greatest eigenvalue."""
    if graph.number_of_edges() == 0:
        return dict.fromkeys(graph, 0.0)
    values, vectors = np.linalg.eigh(nx.to_numpy_array(graph))
    leading = values > values[-1] - 1e-9
    assume(not ((values > values[-1] - 1e-5) & ~leading).any())  # nearly equal ones cannot be told apart
    found = vectors[:, leading] @ vectors[:, leading].sum(axis=0)
    return dict(zip(graph, (found / np.linalg.norm(found)).tolist(), strict=True))


def hits(graph: nx.DiGraph, side: int) -> dict[str, float]:
    matrix = nx.to_numpy_array(graph)
    left, sizes, right = np.linalg.svd(matrix)
    assume(len(sizes) < 2 or sizes[0] - sizes[1] > 1e-6)  # otherwise the scores are not unique
    scores = np.abs(left[:, 0] if side == 0 else right[0])
    return dict(zip(graph, (scores / scores.sum()).tolist(), strict=True))


def groups(parts: list[set[str]]) -> dict[str, float]:
    ordered = sorted(parts, key=lambda part: (-len(part), min(part)))
    return {node: float(number) for number, part in enumerate(ordered, 1) for node in part}


DEFINITIONS: dict[str, Callable[[nx.MultiDiGraph], dict[str, float]]] = {
    "degree": lambda g: dict(simple(g).degree()),
    "strength": lambda g: dict(simple(g).degree(weight="weight")),
    "betweenness": lambda g: nx.betweenness_centrality(simple(g)),
    "closeness": lambda g: nx.harmonic_centrality(simple(g)),
    "eigenvector": lambda g: eigenvector(simple(g)),
    "pagerank": lambda g: nx.pagerank(directed(g), tol=1e-15, max_iter=5000),
    "hubs": lambda g: hits(directed(g), 0),
    "authorities": lambda g: hits(directed(g), 1),
    "kcore": lambda g: nx.core_number(simple(g)),
    "constraint": lambda g: nx.constraint(simple(g), weight="weight"),
    "components": lambda g: groups(list(nx.connected_components(simple(g)))),
    "articulation": lambda g: {node: float(node in set(nx.articulation_points(simple(g)))) for node in g},
}


def test_every_measure_is_compared() -> None:
    assert set(DEFINITIONS) | {"communities"} == set(MEASURES)  # communities have no one right answer: see below


@pytest.mark.parametrize("measure", sorted(DEFINITIONS))
@settings(max_examples=200, deadline=None)
@given(graph=networks())
def test_equal_to_networkx(measure: str, graph: nx.MultiDiGraph) -> None:
    assume(directed(graph).number_of_edges() > 0)
    expected = DEFINITIONS[measure](graph)
    for _, node, _, value in rank(graph, measure).top(len(graph)):
        if value is None:
            assert math.isnan(expected[node]) or simple(graph).degree(node) == 0  # without a tie there is no value
        else:
            assert value == pytest.approx(expected[node], abs=1e-9, rel=1e-9), node


def test_communities_are_as_good_as_networkx_finds() -> None:
    graph = nx.connected_caveman_graph(6, 6)
    graph = nx.relabel_nodes(graph, {node: f"n{node:02}" for node in graph})
    found: dict[float, set[str]] = {}
    for _, node, _, number in rank(graph, "communities").top(len(graph)):
        found.setdefault(number, set()).add(node)
    louvain = nx.community.louvain_communities(graph, seed=1)
    assert nx.community.modularity(graph, found.values()) >= nx.community.modularity(graph, louvain) - 1e-12
    assert [len(found[number]) for number in sorted(found)] == sorted(map(len, found.values()), reverse=True)
    assert rank(graph, "communities").table.equals(rank(graph, "communities").table)


@pytest.mark.parametrize("measure", sorted(MEASURES))
@pytest.mark.parametrize(
    "graph",
    [
        nx.Graph(),
        nx.empty_graph(["a"]),
        nx.empty_graph(["a", "b"]),
        nx.Graph([("a", "a")]),
        nx.Graph([("a", "b"), ("c", "d")]),
        nx.cycle_graph(["a", "b", "c", "d"]),
        nx.MultiDiGraph([("a", "a"), ("a", "b"), ("a", "b")]),
    ],
    ids=["empty", "one", "two", "self-tie", "disconnected", "all-equal", "parallel"],
)
def test_no_network_breaks_a_measure(measure: str, graph: nx.Graph) -> None:
    found = rank(graph, measure)
    values = found.table["value"]
    assert len(found) == graph.number_of_nodes()
    assert not values.is_nan().any()
    assert values.null_count() == 0 or found.note
    assert found.note or len(found)


def test_equals_share_a_rank_in_the_order_of_names() -> None:
    found = rank(nx.cycle_graph(["d", "b", "c", "a"]), "pagerank")
    assert [(row[0], row[1]) for row in found.top()] == [(1, "a"), (1, "b"), (1, "c"), (1, "d")]


def test_low_constraint_leads() -> None:
    found = rank(nx.star_graph(["hub", "x", "y", "z"]), "constraint")
    assert found.top(1)[0][1] == "hub"


def test_unknown_measure_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean betweenness"):
        rank(nx.Graph(), "betweeness")


def test_side_by_side_equals_one_by_one(tiny: KnowledgeGraph) -> None:
    graph = tiny.network()
    wide = measures(graph)
    assert wide.columns[: len(MEASURES) + 2] == ["agent", "label", *MEASURES]
    for name in MEASURES:
        alone = dict(rank(graph, name).table.select("agent", "value").iter_rows())
        assert dict(wide.select("agent", name).iter_rows()) == alone


def test_one_sentence_that_thanks_six_bodies_does_not_make_them_the_centre(real: KnowledgeGraph) -> None:
    """Huawei signs twice; six bodies are thanked in one sentence. Counted plainly, each of the six has more."""

    def of(weight: str) -> dict[str, float]:
        found = real.rank("strength", projection="partners", weight=weight)
        return dict(found.table.select("agent", "value").iter_rows())

    count, newman = of("count"), of("newman")
    assert count[ID + "pseb"] > count[ID + "huawei"]
    assert newman[ID + "pseb"] < newman[ID + "huawei"]
