"""Projections and measures, on the tiny graph and on graphs whose numbers are known by hand."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx
import polars as pl
import pytest

from helpers import changed
from pcgraph.analysis.centrality import MEASURES, rank
from pcgraph.analysis.network import (
    PROJECTIONS,
    NetworkSpec,
    describe,
    directed,
    make_spec,
    partners,
    relations,
    simple,
)
from pcgraph.analysis.network.filters import covering_engagements, parents
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import UsageError
from pcgraph.model.entities import Entity
from pcgraph.model.namespaces import ID, PCG, SRC, compact, local


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
    pairs = [(compact(a), compact(b)) for a, b, _ in relations(tiny, make_spec(["signsWith"])).edges(keys=True)]
    assert sorted(pairs) == [
        ("id:acme", "id:harbour-authority"),
        ("id:acme", "id:harbour-authority"),  # the memorandum and the contract
    ]


@pytest.mark.filterwarnings("ignore:network. empty")
def test_groups_only_when_asked(tiny: KnowledgeGraph) -> None:
    assert tiny.network("trains").number_of_edges() == 0
    assert [compact(b) for _, b in tiny.network("trains", groups=True).edges()] == ["id:young-sailors"]


def test_an_empty_network_does_not_say_what_a_tie_is() -> None:
    assert describe(nx.MultiDiGraph(where="since=2090-01-01")) == "0 nodes, 0 ties; only since=2090-01-01"


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
    assert rank(lonely, measure).top()[0][3] in (None, 0.0, 1.0)
    assert len(rank(nx.MultiDiGraph([("a", "b"), ("c", "d")]), measure)) == 4


def test_projections_say_what_they_count(tiny: KnowledgeGraph) -> None:
    for name in PROJECTIONS:
        graph = tiny.network(projection=name)
        assert graph.number_of_edges() > 0, name
        assert "a tie is" in describe(graph)
    with pytest.raises(UsageError, match="did you mean partners"):
        tiny.network(projection="partner")


def test_partners_share_engagements(tiny: KnowledgeGraph) -> None:
    graph = tiny.network(projection="partners", fold_initiatives=False)
    for one, other, data in graph.edges(data=True):
        assert data["count"] == len(data["engagements"].split("; ")), (one, other)
        assert 0 < data["newman"] <= data["count"]
        assert data["weight"] == data["newman"]
    counted = tiny.network(projection="partners", weight="count", fold_initiatives=False)
    assert all(data["weight"] == data["count"] for *_, data in counted.edges(data=True))
    with pytest.raises(UsageError, match="expected one of newman, count"):
        tiny.network(projection="partners", weight="none")


def test_newman_gives_each_engagement_one_unit_an_agent(tiny: KnowledgeGraph) -> None:
    members = tiny.network(projection="bipartite", fold_initiatives=False)
    shared = [n for n, side in members.nodes(data="side") if side == "engagement" and members.degree(n) > 1]
    graph = tiny.network(projection="partners", fold_initiatives=False)
    total = sum(value for _, value in graph.degree(weight="newman"))
    assert total == pytest.approx(sum(members.degree(engagement) for engagement in shared))


def test_a_covered_initiative_counts_with_its_agreement(tiny: KnowledgeGraph) -> None:
    """Acme and the Harbour Authority share a memorandum, a contract, talks and the quay that all three cover."""
    pair = (ID + "acme", ID + "harbour-authority")
    folded = partners(tiny).edges[pair]["engagements"]
    apart = partners(tiny, NetworkSpec(fold_initiatives=False)).edges[pair]["engagements"]
    assert set(map(compact, apart)) - set(map(compact, folded)) == {"id:north-quay-expansion"}


@pytest.mark.parametrize(
    ("where", "kept", "gone"),
    [
        ({"status": "entered"}, "id:crane-contract", "id:crane-talks"),
        ({"status": "discussed"}, "id:crane-talks", "id:crane-contract"),
        ({"since": "2025-01-01"}, "id:crane-contract", "id:crane-agreement"),
        ({"until": "2024-12-31"}, "id:crane-agreement", "id:crane-contract"),
    ],
)
def test_filters_on_engagements(tiny: KnowledgeGraph, where: dict[str, str], kept: str, gone: str) -> None:
    graph = tiny.network(projection="bipartite", fold_initiatives=False, **where)
    names = {compact(n) for n, side in graph.nodes(data="side") if side == "engagement"}
    assert kept in names
    assert gone not in names


def test_filters_on_agents(tiny: KnowledgeGraph) -> None:
    def agents(**where: object) -> set[str]:
        graph = tiny.network(projection="bipartite", **where)
        return {compact(n) for n, side in graph.nodes(data="side") if side == "agent"}

    assert agents(country="sudland") < agents()
    assert {tiny.entities[ID + name.removeprefix("id:")].country for name in agents(country="sudland")} == {
        ID + "sudland"
    }
    assert agents(kind="Company") < agents(kind="Organization") < agents()
    assert "id:young-sailors" in agents(groups=True) - agents()
    assert "id:route-talks.unnamed" in agents(unnamed=True) - agents()
    assert "id:ministry-of-ports" in agents(inferred=True, status="entered") - agents(status="entered")


@pytest.mark.parametrize(
    "where", [{"status": "sined"}, {"sector": "harbor"}, {"country": "nordlnd"}, {"kind": "Firm"}, {"sectr": "x"}]
)
def test_an_unknown_filter_is_a_clear_line(tiny: KnowledgeGraph, where: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="; expected "):
        tiny.network(projection="partners", **where)


def test_parent_companies_fold(tiny: KnowledgeGraph) -> None:
    top = parents(tiny)
    assert {(compact(a), compact(b)) for a, b in top.items()} == {("id:acme-pilots", "id:acme")}
    graph = tiny.network(projection="bipartite", fold_parents=True)
    assert ID + "acme-pilots" not in graph
    circle = {ID + a: Entity(ID + a, "Company", parent=ID + b) for a, b in (("x", "y"), ("y", "x"))}
    circle[ID + "z"] = Entity(ID + "z", "Company", parent=ID + "x")
    assert parents(changed(tiny, entities=circle)) == {}


def test_folding_parents_keeps_the_sources_of_all(tiny: KnowledgeGraph) -> None:
    """Two daughters sign one paper with the same partner; each source knows of one of them."""
    parent = {"a": ID + "top", "b": ID + "top", "top": None, "other": None}
    entities = {ID + name: Entity(ID + name, "Company", parent=above) for name, above in parent.items()}
    ends = [(one, "other", one) for one in "ab"] + [("other", one, one) for one in "ab"]
    ties = [(PCG + "signsWith", ID + one, ID + other, ID + "paper", [SRC + source]) for one, other, source in ends]
    tables = replace(
        tiny.tables,
        relations=pl.DataFrame(ties, schema=tiny.tables.relations.schema, orient="row"),
        engagements=tiny.tables.engagements.head(1).with_columns(pl.lit(ID + "paper").alias("engagement")),
    )
    merged = changed(tiny, tables=tables, entities=entities)
    ((_, _, found),) = relations(merged, NetworkSpec(fold_parents=True)).edges(data="sources")
    assert found == [SRC + "a", SRC + "b"]


def test_an_initiative_stands_for_itself_where_its_agreement_is_filtered_out(tiny: KnowledgeGraph) -> None:
    """The quay is completed, the papers that cover it are only signed."""
    shared = tiny.network(projection="partners", status="realised").edges[ID + "acme", ID + "harbour-authority"]
    assert compact(shared["engagements"]) == "id:north-quay-expansion"


def test_only_a_reading_covers(tiny: KnowledgeGraph) -> None:
    """The contract covers the quay by inference only, so by default it does not take the quay in."""
    papers = {"since": "2025-01-01", "projection": "bipartite"}
    assert ID + "north-quay-expansion" in tiny.network(**papers)
    assert ID + "north-quay-expansion" not in tiny.network(**papers, inferred=True)


def test_relations_choose_the_parties_of_other_projections(tiny: KnowledgeGraph) -> None:
    graph = tiny.network("signsWith", projection="partners")
    assert {tuple(map(compact, sorted(pair))) for pair in graph.edges()} == {
        ("id:acme", "id:harbour-authority"),
    }
    with pytest.raises(UsageError, match="did you mean signsWith"):
        tiny.network("signWith", projection="partners")


def test_a_period_that_ends_before_it_begins(tiny: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match="swap them"):
        tiny.network(since="2025-01-02", until="2025-01-01")


def test_a_network_says_its_filters(tiny: KnowledgeGraph) -> None:
    for name in PROJECTIONS:
        assert describe(tiny.network(projection=name, status="entered")).endswith("; only status=entered")
        assert "only" not in describe(tiny.network(projection=name))


def test_engagements_share_agents(tiny: KnowledgeGraph) -> None:
    graph = tiny.network(projection="engagements", fold_initiatives=False)
    shared = graph.edges[ID + "ferry-loan", ID + "harbour-loan"]
    assert (shared["count"], compact(shared["agents"])) == (1, "id:sudland-bank")


def test_narrower_sectors_are_in(real: KnowledgeGraph) -> None:
    graph = real.network(projection="bipartite", sector="connectivity")
    assert ID + "cscc-mou" in graph  # submarine cable is below connectivity
    assert ID + "moitt-miit-agreement" not in graph


def test_an_initiative_folds_into_an_agreement_before_talks(tiny: KnowledgeGraph) -> None:
    """Talks that cover what an agreement covers too, and come first by name: "a-talks" before "crane-agreement"."""
    quay, agreement, talks = ID + "north-quay-expansion", ID + "crane-agreement", ID + "a-talks"

    def beside(frame: pl.DataFrame, column: str, **more: str) -> pl.DataFrame:
        own = frame.filter(pl.col(column) == agreement).with_columns(pl.lit(talks).alias(column))
        return pl.concat([frame, own.with_columns(**{name: pl.lit(value) for name, value in more.items()})])

    tables = replace(
        tiny.tables,
        statements=beside(tiny.tables.statements, "subject"),
        engagements=beside(tiny.tables.engagements, "engagement", type=PCG + "Talks"),
    )
    kept, both = tables.engagements.select("engagement"), tiny.with_tables(tables)
    assert covering_engagements(both, NetworkSpec(), kept)[quay] == agreement
    rest = kept.filter(pl.col("engagement") != agreement)
    assert covering_engagements(both, NetworkSpec(), rest)[quay] == talks


def test_sectors_of_the_register_have_narrower_ones(tiny: KnowledgeGraph) -> None:
    assert ID + "north-quay-expansion" in tiny.network(
        projection="bipartite", sector="harbours", fold_initiatives=False
    )
