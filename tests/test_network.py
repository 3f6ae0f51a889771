"""Projections and measures, on the tiny graph and on graphs whose numbers are known by hand."""

from __future__ import annotations

import networkx as nx
import pytest

from pcgraph.api import KnowledgeGraph
from pcgraph.errors import UsageError
from pcgraph.measure import MEASURES, rank
from pcgraph.network import directed, simple
from pcgraph.terms import compact, local


def star(n: int) -> nx.MultiDiGraph:
    return nx.MultiDiGraph([("hub", f"leaf{i}") for i in range(n)])


def test_every_edge_carries_its_evidence(tiny: KnowledgeGraph) -> None:
    graph = tiny.network()
    assert graph.number_of_edges() > 5
    for one, other, name, data in graph.edges(keys=True, data=True):
        assert name == f"{data['relation']}/{local(data['engagement'])}"
        assert data["sources"], (one, other)
        assert data["status_set"] in ("prospective", "announced", "entered", "realised", "ended", "none")
    kinds = {data["kind"] for _, data in graph.nodes(data=True)}
    assert not kinds & {"Group", "UnnamedParty", "Country", "Project", "Asset"}


def test_a_symmetric_tie_stands_once(tiny: KnowledgeGraph) -> None:
    pairs = [(compact(a), compact(b)) for a, b, _ in tiny.network(["signsWith"]).edges(keys=True)]
    assert sorted(pairs) == [
        ("id:acme", "id:harbour-authority"),
        ("id:acme", "id:harbour-authority"),  # the memorandum and the contract
        ("id:borealis", "id:vik-university"),
    ]


def test_groups_only_when_asked(tiny: KnowledgeGraph) -> None:
    assert tiny.network("trains").number_of_edges() == 0
    assert [compact(b) for _, b in tiny.network("trains", groups=True).edges()] == ["id:young-sailors"]


def test_unknown_relation(tiny: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match="did you mean signsWith"):
        tiny.network(["signWith"])


def test_the_same_tables_give_the_same_graph(tiny: KnowledgeGraph) -> None:
    one, other = tiny.network(), tiny.network()
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))


def test_folding_counts_ties() -> None:
    graph = nx.MultiDiGraph([("a", "b"), ("a", "b"), ("b", "a"), ("c", "c")])
    graph.add_edge("b", "c", symmetric=True)
    assert sorted(simple(graph).edges(data="weight")) == [("a", "b", 3), ("b", "c", 1)]
    assert sorted(directed(graph).edges(data="weight")) == [("a", "b", 2), ("b", "a", 1), ("b", "c", 1), ("c", "b", 1)]


@pytest.mark.parametrize(("measure", "hub", "leaf"), [("degree", 4.0, 1.0), ("betweenness", 1.0, 0.0)])
def test_a_star(measure: str, hub: float, leaf: float) -> None:
    found = rank(star(4), measure)
    assert found.top(1) == [(1, "hub", "hub", hub)]
    assert {value for *_, value in found.top()[1:]} == {leaf}
    assert [row[0] for row in found.top()] == [1, 2, 2, 2, 2]
    assert [row[1] for row in found.top()[1:]] == [f"leaf{i}" for i in range(4)]  # equals in the order of names


def test_pagerank_sums_to_one() -> None:
    assert sum(value for *_, value in rank(star(4), "pagerank").top()) == pytest.approx(1)


@pytest.mark.parametrize("measure", sorted(MEASURES))
def test_small_graphs_are_no_error(measure: str) -> None:
    assert len(rank(nx.MultiDiGraph(), measure)) == 0
    lonely = nx.MultiDiGraph()
    lonely.add_node("a")
    assert rank(lonely, measure).top()[0][3] in (0.0, 1.0)
    assert len(rank(nx.MultiDiGraph([("a", "b"), ("c", "d")]), measure)) == 4
