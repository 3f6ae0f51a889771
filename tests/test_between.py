"""Brokerage against a count of all triples, assortativity against networkx, and communities that hold or do not."""

from __future__ import annotations

import random
from itertools import permutations

import networkx as nx
import pytest

from pcgraph.analysis import uncertainty
from pcgraph.analysis.groups import ROLES, brokerage, communities, mixing
from pcgraph.analysis.network import NetworkSpec
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import UsageError

pytestmark = pytest.mark.slow


def grouped(graph: nx.Graph, groups: dict[object, str]) -> nx.Graph:
    nx.set_node_attributes(graph, groups, "country")
    return graph


def drawn(seed: int) -> nx.DiGraph:
    rng = random.Random(seed)
    graph = nx.gnp_random_graph(9, 0.3, seed=seed, directed=seed % 2 == 0)
    return grouped(graph, {node: rng.choice(("a", "b", "c", "")) for node in graph})


@pytest.mark.parametrize("seed", range(8))
def test_brokerage_counts_all_triples(seed: int) -> None:
    graph = drawn(seed)
    of = dict(graph.nodes(data="country"))
    raw: dict[tuple[str, str], int] = {}
    pairs: dict[tuple[str, str], int] = {}
    for tail, own, head in permutations(graph, 3):
        a, b, c = of[tail], of[own], of[head]
        if not (a and b and c):
            continue
        role = (
            "coordinator" if a == b == c
            else "itinerant" if a == c
            else "gatekeeper" if b == c
            else "representative" if a == b
            else "liaison"
        )  # fmt: skip
        key = str(own), role
        pairs[key] = pairs.get(key, 0) + 1
        if graph.has_edge(tail, own) and graph.has_edge(own, head) and not graph.has_edge(tail, head):
            raw[key] = raw.get(key, 0) + 1
    for row in brokerage(graph).table.iter_rows(named=True):
        for role in ROLES:
            key = row["agent"], role
            assert row[role] == raw.get(key, 0)
            assert row[f"share {role}"] == (raw.get(key, 0) / pairs[key] if key in pairs else None)
            assert row[f"share {role}"] is not None or role in row["why"] or "not known" in row["why"]


def test_undirected_brokers_let_in_as_often_as_they_speak_for() -> None:
    graph = grouped(nx.path_graph(3), {0: "p", 1: "p", 2: "c"})
    row = brokerage(graph).table.row(0, named=True)
    assert (row["agent"], row["gatekeeper"], row["representative"], row["liaison"]) == ("1", 1, 1, 0)
    assert (row["share gatekeeper"], row["share coordinator"]) == (1.0, None)


@pytest.mark.parametrize("seed", range(1, 9))
def test_assortativity_is_that_of_networkx(seed: int) -> None:
    graph = nx.Graph(drawn(seed))
    known = graph.subgraph([node for node, group in graph.nodes(data="country") if group])
    expected = nx.attribute_assortativity_coefficient(known, "country")
    found = mixing(graph)
    assert found.notes[0] == f"assortativity by country: {expected:.3f} ({known.number_of_edges()} ties)"
    assert found.table["ties"].sum() == known.number_of_edges()
    assert found.table["expected"].sum() == pytest.approx(known.number_of_edges())


def test_the_two_states(real: KnowledgeGraph) -> None:
    across = real.mixing().table.row(0, named=True)
    assert (across["one"], across["other"]) == ("china", "pakistan")
    assert across["ties"] > across["expected"]
    assert real.brokerage(by="kind").table["label"][0] == "Huawei"


def test_firm_communities_and_loose_ones() -> None:
    barbell = communities(nx.barbell_graph(5, 0)).table
    assert set(barbell["firm"]) == {1.0}
    ring = communities(nx.cycle_graph(30)).table
    assert ring["firm"].min() < 1
    assert ring.equals(communities(nx.cycle_graph(30)).table)


def test_resamples_part_what_they_lack() -> None:
    whole = nx.barbell_graph(4, 0)
    found = communities(whole, resamples=[whole, nx.Graph(whole.subgraph(range(4)))]).table
    firm = {row["agent"]: row["firm_resampled"] for row in found.iter_rows(named=True)}
    assert (firm["0"], firm["7"]) == (1.0, 0.5)  # the second resample lacks 4 to 7
    assert set(found["why"]) == {""}


def test_the_draws_of_ranks_say_how_firm_communities_are(real: KnowledgeGraph, article: KnowledgeGraph) -> None:
    found = real.communities(projection="partners", seeds=1, uncertainty=8)
    assert "firm_resampled: over 8 resamples" in found.notes
    assert 0 < found.table["firm_resampled"].mean() < found.table["firm"].mean()
    assert found.table.equals(real.communities(projection="partners", seeds=1, uncertainty=8).table)
    alone = article.communities(projection="partners", uncertainty=8)  # one voice, so nothing is drawn
    assert set(alone.table["why"]) == {"no resamples"}
    with pytest.raises(UsageError, match="uncertainty 0: too few"):
        real.communities(uncertainty=0)


def test_drawn_networks_are_those_that_ranks_are_taken_on(real: KnowledgeGraph) -> None:
    nets = list(uncertainty.networks(real, NetworkSpec(projection="partners"), 3))
    known = set(real.network(projection="partners"))
    assert all(set(net.nodes) <= known | set(real.entities) and net.nodes == sorted(net.nodes) for net in nets)
    assert len({len(net.nodes) for net in nets}) > 1
    assert all(net.ties.shape[0] == len(net.nodes) for net in nets)


@pytest.mark.parametrize(
    "graph",
    [nx.Graph(), grouped(nx.empty_graph(1), {0: "a"}), grouped(nx.complete_graph(4), dict.fromkeys(range(4), "a"))],
    ids=["empty", "one node", "one group"],
)
def test_poor_networks_give_reasons(graph: nx.Graph) -> None:
    said = mixing(graph).notes[0]
    assert said.endswith("none: all ties are within one group" if graph.size() else "none: no tie")
    for table in (brokerage(graph).table, communities(graph).table):
        assert table.height == len(graph)
        for row in table.iter_rows(named=True):
            assert row["why"] or None not in row.values()
    assert "nan" not in str(mixing(graph).table.rows())


def test_refused(tiny: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match="did you mean country"):
        tiny.brokerage(by="contry")
    with pytest.raises(UsageError, match="expected one of country, kind"):
        tiny.mixing(by="sector")
    with pytest.raises(UsageError, match="expected 1 or more"):
        tiny.communities(seeds=0)
