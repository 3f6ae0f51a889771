"""What networkx users expect of `kg.network()`: the same numbers, paths in both directions, every writer."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from helpers import changed
from pcgraph.analysis.centrality import MEASURES, compute_measures, rank
from pcgraph.analysis.network import PROJECTIONS, describe, draw
from pcgraph.analysis.registry import ALIASES, DIFFERENT
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import UsageError
from pcgraph.model.entities import Entity
from pcgraph.model.namespaces import ID

pytestmark = pytest.mark.slow


def by_networkx(call: str, kg: KnowledgeGraph, projection: str) -> Any:
    """Evaluate a call of the register, as the documentation shows it."""
    known = {"net": kg.network(projection=projection), "simple": kg.network(projection=projection, simple=True)}
    return eval(call, {"nx": nx, **known})  # noqa: S307 - text of the register


# A projection is other columns for the same measures, so some are asked of each: one with weights, directions, paths.
FEW = ("strength", "pagerank", "harmonic")
CALLS = [
    pytest.param(name, projection, marks=[] if projection == PROJECTIONS[0] else pytest.mark.exhaustive)
    for name, each in MEASURES.items()
    for projection in PROJECTIONS
    if each.networkx and (projection == PROJECTIONS[0] or name in FEW)
]


@pytest.mark.parametrize(("measure", "projection"), CALLS)
def test_the_call_that_the_docs_name_gives_the_same_number(measure: str, projection: str, real: KnowledgeGraph) -> None:
    expected = by_networkx(MEASURES[measure].networkx, real, projection)
    found = {row.agent: row.value for row in real.rank(measure, projection=projection)}
    assert len(found) > 50
    if measure == "components":
        groups = [{found[node] for node in part} for part in expected]
        assert sorted(number for group in groups for number in group) == [*range(1, len(groups) + 1)]
    elif measure == "articulation":
        assert {node for node, value in found.items() if value} == set(expected)
    else:
        for node, value in found.items():
            number = expected[node]
            assert math.isnan(number) if value is None else value == pytest.approx(number, abs=1e-9, rel=1e-9), node


def test_only_communities_have_no_call() -> None:
    assert [name for name, each in MEASURES.items() if not each.networkx] == ["communities"]


@pytest.mark.parametrize("options", [{}, {"ids": "slug"}, {"ids": "label"}])
def test_a_ranking_of_the_network_is_that_of_the_graph(options: dict[str, str], real: KnowledgeGraph) -> None:
    own, other = real.measures(), compute_measures(real.network(**options))
    for name in set(MEASURES) - {"communities", "components"}:  # group numbers depend on the order of the names
        assert sorted(own[name].fill_null(-1)) == pytest.approx(sorted(other[name].fill_null(-1)), abs=1e-9)
    if not options:
        assert own.equals(other)
    assert describe(real.network(**options)) == describe(draw(real)) == real.rank("degree").counts


def test_ties_are_counted_once(tiny: KnowledgeGraph) -> None:
    graph, once = tiny.network(), draw(tiny)
    symmetric = sum(data["symmetric"] for *_, data in once.edges(data=True))
    assert symmetric > 0
    assert graph.graph["ties"] == once.number_of_edges() == graph.number_of_edges() - symmetric
    assert tiny.network(simple=True).graph["ties"] == once.number_of_edges()


def test_a_symmetric_pair_counts_once_also_after_the_graph_is_cut(tiny: KnowledgeGraph) -> None:
    graph = tiny.network("signsWith")
    one, other, key = next(iter(graph.edges(keys=True)))
    before = {row.agent: row.value for row in rank(graph, "strength")}
    graph.remove_edge(one, other, key)  # the opposite arc is still there
    assert {row.agent: row.value for row in rank(graph, "strength")} == before
    assert {row.agent: row.value for row in rank(graph, "pagerank")} == {
        row.agent: row.value for row in rank(tiny.network("signsWith"), "pagerank")
    }


def test_symmetric_ties_lead_both_ways(real: KnowledgeGraph) -> None:
    graph = real.network("signsWith", ids="slug")
    for one, other in (("ntc", "huawei"), ("huawei", "ntc")):
        assert nx.shortest_path(graph, one, other) == [one, other]
    visits = real.network("visits", ids="slug")
    assert visits.number_of_edges() == visits.graph["ties"]  # not symmetric: one arc each


def test_a_simple_graph_merges_parallel_ties(tiny: KnowledgeGraph) -> None:
    graph = tiny.network("signsWith", simple=True, ids="slug")
    assert type(graph) is nx.Graph
    assert sorted(graph.edges(data="weight")) == [("acme", "harbour-authority", 2)]
    assert all(weight == 1 for *_, weight in tiny.network(projection="bipartite", simple=True).edges(data="weight"))


@pytest.mark.parametrize("simple", [False, True])
@pytest.mark.parametrize("projection", PROJECTIONS)
def test_attributes_are_scalars(projection: str, simple: bool, real: KnowledgeGraph) -> None:
    graph = real.network(projection=projection, simple=simple)
    parts = [*graph.nodes(data=True), *(edge[1:] for edge in graph.edges(data=True)), (None, graph.graph)]
    assert {type(value) for _, data in parts for value in data.values()} <= {str, int, float, bool}
    assert all(data["label"] and data["iri"] == node for node, data in graph.nodes(data=True))


def graphml(graph: nx.Graph, file: Path) -> nx.Graph:
    nx.write_graphml(graph, file)
    return nx.read_graphml(file)


def gexf(graph: nx.Graph, file: Path) -> nx.Graph:
    nx.write_gexf(graph, file)
    return nx.read_gexf(file)


def gml(graph: nx.Graph, file: Path) -> nx.Graph:
    nx.write_gml(graph, file)
    return nx.read_gml(file)


def node_link(graph: nx.Graph, file: Path) -> nx.Graph:
    file.write_text(json.dumps(nx.node_link_data(graph)))
    return nx.node_link_graph(json.loads(file.read_text()))


def adjacency(graph: nx.Graph, file: Path) -> nx.Graph:
    file.write_text(json.dumps(nx.adjacency_data(graph)))
    return nx.adjacency_graph(json.loads(file.read_text()))


def edgelist(graph: nx.Graph, file: Path) -> nx.Graph:
    del file
    frame = nx.to_pandas_edgelist(graph, edge_key="key" if graph.is_multigraph() else None)
    assert not frame.isna().any().any()
    return nx.from_pandas_edgelist(frame, edge_attr=True, create_using=type(graph))


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("write", [graphml, gexf, gml, node_link, adjacency, edgelist])
@pytest.mark.parametrize("simple", [False, True])
@pytest.mark.parametrize("projection", PROJECTIONS)
def test_every_writer_takes_every_projection(
    projection: str, simple: bool, write: Callable[[nx.Graph, Path], nx.Graph], real: KnowledgeGraph, tmp_path: Path
) -> None:
    graph = real.network(projection=projection, simple=simple, sector="connectivity")
    again = write(graph, tmp_path / "network")
    assert set(again) == set(graph)
    assert again.number_of_edges() == graph.number_of_edges() > 5


def test_nodes_are_named_by_choice(tiny: KnowledgeGraph) -> None:
    assert ID + "acme" in tiny.network()
    assert tiny.network(ids="slug").nodes["acme"]["iri"] == ID + "acme"
    labels = tiny.network(ids="label")
    assert all(node == data["label"] for node, data in labels.nodes(data=True))
    with pytest.raises(UsageError, match="ids 'slugs': unknown; expected one of iri, slug, label; did you mean slug"):
        tiny.network(ids="slugs")


def test_a_label_of_two_nodes_gets_the_slug(tiny: KnowledgeGraph) -> None:
    same = {ID + name: Entity(ID + name, "Company", {"en": "Twin"}) for name in ("acme", "harbour-authority")}
    twins = changed(tiny, entities=tiny.entities | same)
    assert {"Twin (acme)", "Twin (harbour-authority)"} < set(twins.network(ids="label"))


@pytest.mark.filterwarnings("ignore:measure '(closeness|eigenvector_centrality)'")
@pytest.mark.parametrize("alias", sorted(ALIASES))
def test_names_of_networkx_are_aliases(alias: str, tiny: KnowledgeGraph) -> None:
    name, note = ALIASES[alias]
    found = tiny.rank(alias)
    assert (found.measure, found.table.equals(tiny.rank(name).table)) == (name, True)
    assert found.note.startswith(note)
    assert tiny.measures(names=[alias, name]).columns == ["agent", "label", name, "note"]


@pytest.mark.filterwarnings("ignore:measure 'closeness'")
def test_an_alias_works_with_intervals_and_over_time(tiny: KnowledgeGraph) -> None:
    certain = tiny.rank("closeness", uncertainty=5)
    assert certain.measure == "harmonic"
    assert certain.note.startswith("closeness is harmonic here")
    assert tiny.over_time("core_number").title.startswith("kcore over time")
    assert tiny.sensitivity("core_number").equals(tiny.sensitivity("kcore"))
    assert tiny.compare("core_number").matrix.equals(tiny.compare("kcore").matrix)


@pytest.mark.parametrize("name", sorted(DIFFERENT))
def test_a_name_whose_numbers_differ_is_explained(name: str, tiny: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match=f"measure '{name}': networkx gives .*; expected degree, .*; use "):
        tiny.rank(name)


def test_a_misspelt_alias_is_suggested(tiny: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match="did you mean core_number"):
        tiny.rank("core_numbers")


def test_a_ranking_is_a_table(tiny: KnowledgeGraph) -> None:
    ranking = tiny.rank("degree")
    assert ranking.columns == ["rank", "agent", "label", "value"]
    assert [row.label for row in ranking] == ranking["label"].to_list() == [row[2] for row in ranking[:]]
    assert ranking[-1] == ranking[len(ranking) - 1]
    assert ranking.to_polars() is ranking.table
    assert ranking.to_pandas()["value"].tolist() == ranking["value"].to_list()
    assert tiny.rank("degree", uncertainty=3)[0].low == 1
