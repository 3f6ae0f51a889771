"""Shortest paths in parts: the same numbers whoever takes them; sampled ones say an error that holds."""

from __future__ import annotations

import igraph
import networkx as nx
import pytest

from pcgraph.api import KnowledgeGraph
from pcgraph.errors import LimitError
from pcgraph.measure import measures, paths, rank


@pytest.fixture(scope="module")
def ties() -> igraph.Graph:
    graph = nx.barabasi_albert_graph(600, 3, seed=1)
    return igraph.Graph(600, list(graph.edges()))


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "LARGE", 1000)


@pytest.mark.parametrize("what", [paths.betweenness, paths.closeness])
def test_two_processes_give_the_numbers_of_one(ties: igraph.Graph, what: object) -> None:
    one, two = (what(ties, processes=number) for number in (1, 2))  # type: ignore[operator]
    assert two.values == pytest.approx(one.values, rel=1e-9)
    assert one.errors is two.errors is None


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("what", [paths.betweenness, paths.closeness])
def test_a_sample_hangs_on_its_seed_alone(ties: igraph.Graph, what: object, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = (what(ties, processes=number) for number in (1, 2))  # type: ignore[operator]
    assert one == two
    assert what(ties, exact=True).errors is None  # type: ignore[operator]
    monkeypatch.setattr(paths, "SEED", 2)
    assert what(ties) != one  # type: ignore[operator]


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("what", [paths.betweenness, paths.closeness])
def test_the_error_covers_the_truth(ties: igraph.Graph, what: object) -> None:
    exact, found = what(ties, exact=True).values, what(ties)  # type: ignore[operator]
    first = sorted(range(len(exact)), key=lambda place: -exact[place])[:50]
    off = [abs(found.values[place] - exact[place]) / found.errors[place] for place in first]
    assert sum(distance < 2 for distance in off) >= 40
    assert max(off) > 0.5  # and it is no wider than it must be


@pytest.mark.usefixtures("large")
def test_rankings_say_that_they_are_estimates() -> None:
    graph = nx.barabasi_albert_graph(600, 3, seed=1)
    found = rank(graph, "betweenness")
    assert found.table.columns == ["rank", "agent", "label", "value", "error"]
    assert "estimated from shortest paths from 256 of 600 agents (drawn with seed 1)" in found.note
    assert len(found.top(1)[0]) == 4
    exact = rank(graph, "betweenness", exact=True)
    assert (exact.table.columns, exact.note) == (["rank", "agent", "label", "value"], "")
    wide = measures(graph, ["degree", "closeness"])
    assert wide.columns == ["agent", "label", "degree", "closeness", "closeness error", "note"]
    assert dict(exact.table.select("agent", "value").iter_rows()) == pytest.approx(
        {str(node): value for node, value in nx.betweenness_centrality(graph).items()}
    )


@pytest.mark.usefixtures("large")
def test_a_graph_can_be_asked_for_exact_numbers(real: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "LARGE", 100)
    monkeypatch.setattr(paths, "SAMPLE", 32)
    assert "error" in real.rank("betweenness", projection="partners").table.columns
    assert "error" not in real.rank("betweenness", projection="partners", exact=True).table.columns
    wide = real.measures(projection="partners", names=["betweenness"], exact=True)
    assert wide.columns == ["agent", "label", "betweenness", "note"]


def test_another_process_that_ends_is_an_error(ties: igraph.Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths.sys, "executable", "/bin/false")
    with pytest.raises(LimitError, match="another process ended"):
        paths.betweenness(ties, processes=2)
