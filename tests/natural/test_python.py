"""Thirty calls as users of rdflib, NetworkX, pandas, polars and pyvis make them after reading the README."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import networkx as nx
import pandas as pd
import polars as pl
import pytest
from pyvis.network import Network
from rdflib import RDFS, Literal, Namespace

import pcgraph
from natural.calls import BASE, answer_and_messages, short
from pcgraph.api import KnowledgeGraph

ID = Namespace(BASE + "id/")
PCG = Namespace(BASE + "ontology#")
PROJECTIONS = ["relations", "partners", "bipartite", "engagements"]
pytestmark = pytest.mark.slow


def of_type(kg: KnowledgeGraph, name: str) -> pl.DataFrame:
    return kg.tables["engagements"].filter(pl.col("type") == str(PCG[name]))


# rdflib


def test_rdflib_count_in_the_dataset(kg: KnowledgeGraph) -> None:
    found = [int(row.n) for row in kg.dataset.query("SELECT (COUNT(*) AS ?n) { ?e a pcg:Engagement }")]
    assert found == [kg.tables["engagements"].height]


def test_rdflib_select_in_the_current_graph(kg: KnowledgeGraph) -> None:
    found = {str(row.x) for row in kg.current.query("SELECT ?x { ?x pcg:currentStatus v:signed }")}
    signed = kg.tables["engagements"].filter(pl.col("status").str.ends_with("/signed"))
    assert found == set(signed["engagement"]) != set()


def test_rdflib_bind_a_variable_beforehand(kg: KnowledgeGraph) -> None:
    answer = kg.current.query("SELECT ?e { ?party pcg:signs ?e }", initBindings={"party": ID.sky47})
    assert {row.e for row in answer} == {ID["huawei-sky47-agreement"], ID["zte-sky47-agreement"]}


def test_rdflib_labels_of_a_thing(kg: KnowledgeGraph) -> None:
    assert Literal("华为", lang="zh") in set(kg.current.objects(ID.huawei, RDFS.label))


def test_rdflib_value(kg: KnowledgeGraph) -> None:
    assert kg.current.value(ID.huawei, PCG.country) == ID.china


def test_rdflib_graphs_of_the_dataset(kg: KnowledgeGraph) -> None:
    names = {str(graph.identifier) for graph in kg.dataset.graphs()}
    assert {BASE + "source/techjuice-20250908", *kg.tables["sources"]["source"]} <= names


def test_rdflib_ask(kg: KnowledgeGraph) -> None:
    assert bool(kg.current.query("ASK { id:huawei pcg:signsWith id:ntc }")) is True
    assert bool(kg.current.query("ASK { id:zte pcg:trains id:pakistani-youth }")) is False


# answers as sequences and frames


def test_iterate_over_an_answer(kg: KnowledgeGraph) -> None:
    answer = kg.query("who-signed-with", party="sky47")
    assert [label for _partner, label, *_rest in answer] == ["Huawei", "ZTE"]


def test_index_an_answer(kg: KnowledgeGraph) -> None:
    answer = kg.query("who-signed-with", party="sky47")
    assert (answer[0][1], answer[-1][1], len(answer)) == ("Huawei", "ZTE", 2)


def test_columns_of_a_row_by_name(kg: KnowledgeGraph) -> None:
    assert [row.partnerLabel for row in kg.query("who-signed-with", party="sky47")] == ["Huawei", "ZTE"]


def test_pandas_frame_of_an_answer(kg: KnowledgeGraph) -> None:
    answer = kg.query("who-signed-with", party="sky47")
    frame = pd.DataFrame(answer)
    assert list(frame.columns) == answer.columns
    assert frame["partnerLabel"].tolist() == ["Huawei", "ZTE"]


def test_polars_frame_of_an_answer(kg: KnowledgeGraph) -> None:
    frame = pl.DataFrame(kg.query("who-signed-with", party="sky47"))
    assert frame["partnerLabel"].to_list() == ["Huawei", "ZTE"]


def test_dates_are_dates_in_polars(kg: KnowledgeGraph) -> None:
    frame = kg.query("SELECT ?s ?d { ?s pcg:status v:signed ; pcg:earliest ?d }").to_polars()
    steps = kg.tables["steps"].filter(pl.col("status").str.ends_with("/signed")).drop_nulls("earliest")
    assert frame.filter(pl.col("d") >= date(2024, 1, 1)).height == (steps["earliest"] >= date(2024, 1, 1)).sum() > 0


def test_numbers_are_numbers_in_pandas(kg: KnowledgeGraph) -> None:
    amounts = kg.query("SELECT ?e ?a { ?e a pcg:Loan ; pcg:amount ?a }").to_pandas()["a"]
    assert amounts.sum() == of_type(kg, "Loan")["amount"].sum() > 0
    assert amounts.describe()["max"] == of_type(kg, "Loan")["amount"].max()


def test_labels_instead_of_iris_in_pandas(kg: KnowledgeGraph) -> None:
    frame = kg.query("SELECT ?p { ?e pcg:signatory ?p FILTER(?e = id:paksat-1r-contract) }").to_pandas(ids="label")
    assert sorted(frame["p"]) == ["China Great Wall Industry Corporation", "Government of Pakistan", "SUPARCO"]


# names


def test_question_about_a_chinese_name(kg: KnowledgeGraph) -> None:
    named = kg.query("who-signed-with", party="华为")
    assert named.rows == kg.query("who-signed-with", party="huawei").rows != []


def test_parameter_of_a_query_by_name(kg: KnowledgeGraph) -> None:
    named = kg.query("SELECT ?e { ?party pcg:signs ?e }", party="Huawei")
    signs = kg.tables["relations"].filter(
        (pl.col("relation") == str(PCG.signs)) & (pl.col("from") == str(ID.huawei)),
    )
    assert sorted(row[0] for row in named.rows) == sorted(signs["to"].unique()) != []


def test_find(kg: KnowledgeGraph) -> None:
    best = pd.DataFrame(kg.find("Huawei")).iloc[0]
    assert {"id:huawei", "huawei"} & {short(cell) for cell in best if isinstance(cell, str)}


def test_show_a_name(kg: KnowledgeGraph) -> None:
    assert kg.show("Huawei")["iri"] == kg.show("华为")["iri"] == str(ID.huawei)


# tables


def test_large_deals_in_the_table_of_engagements(kg: KnowledgeGraph) -> None:
    large = kg.tables["engagements"].filter((pl.col("amount") > 1e9) & (pl.col("currency") == "USD"))
    found = dict(large.select("label", "amount").iter_rows())
    query = 'SELECT ?l ?a { ?e pcg:amount ?a ; pcg:currency "USD" ; rdfs:label ?l FILTER(?a > 1e9 && LANG(?l) = "en") }'
    assert found == {label: float(amount) for label, amount in kg.query(query).rows} != {}


def test_table_of_deals(kg: KnowledgeGraph) -> None:
    deals = kg.table("deals")
    assert {"label", "amount", "currency"} <= set(deals.columns)
    assert len(deals) == kg.tables["engagements"].height
    assert deals.filter(pl.col("amount") == 86_500_000)["currency"].to_list() == ["CNY"]  # the loan for PakSat-1R


# networkx


def test_betweenness_by_networkx_is_the_rank(kg: KnowledgeGraph) -> None:
    ranked = dict(kg.rank("betweenness").table.select("agent", "value").iter_rows())
    assert nx.betweenness_centrality(kg.network(simple=True)) == pytest.approx(ranked, abs=1e-9)


def test_pagerank_by_networkx_is_the_rank(kg: KnowledgeGraph) -> None:
    ranked = dict(kg.rank("pagerank").table.select("agent", "value").iter_rows())
    assert nx.pagerank(kg.network()) == pytest.approx(ranked, abs=1e-4)  # networkx stops at 1e-6 for each node
    assert nx.pagerank(kg.network(), tol=1e-12, max_iter=1000) == pytest.approx(ranked, abs=1e-9)


def test_shortest_path_in_both_directions(kg: KnowledgeGraph) -> None:
    net = kg.network()
    there = nx.shortest_path(net, str(ID.sky47), str(ID.ntc))
    assert there == [str(ID.sky47), str(ID.huawei), str(ID.ntc)]
    assert nx.shortest_path(net, str(ID.ntc), str(ID.sky47)) == there[::-1]


def test_write_each_projection_for_gephi(kg: KnowledgeGraph, tmp_path: Path) -> None:
    for projection in PROJECTIONS:
        net = kg.network(projection=projection)
        nx.write_graphml(net, tmp_path / "n.graphml")
        nx.write_gexf(net, tmp_path / "n.gexf")
        for again in (nx.read_graphml(tmp_path / "n.graphml"), nx.read_gexf(tmp_path / "n.gexf")):
            assert set(again) == set(net) != set()
            assert again.number_of_edges() == net.number_of_edges() > 0


def test_each_projection_as_json_and_as_an_edge_list(kg: KnowledgeGraph) -> None:
    for projection in PROJECTIONS:
        net = kg.network(projection=projection)
        again = nx.node_link_graph(json.loads(json.dumps(nx.node_link_data(net))))
        assert dict(again.nodes(data=True)) == dict(net.nodes(data=True))
        edges = nx.to_pandas_edgelist(net)
        assert len(edges) == net.number_of_edges()
        assert len(edges.drop_duplicates()) > 0  # needs attributes that are scalars


# pyvis


def test_pyvis_network_that_one_can_change_and_save(
    kg: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    net = kg.pyvis()
    assert isinstance(net, Network)
    (huawei,) = (node for node in net.nodes if node["label"] == "Huawei")
    huawei["color"] = "#123456"
    net.save_graph("n.html")
    assert "#123456" in (tmp_path / "n.html").read_text(encoding="utf-8")


def test_pyvis_from_networkx(kg: KnowledgeGraph) -> None:
    graph = kg.network(simple=True)
    net = Network(cdn_resources="in_line")
    net.from_nx(graph)
    assert len(net.nodes) == graph.number_of_nodes()
    assert len(net.edges) == graph.number_of_edges()
    assert "Huawei" in net.generate_html()


# the package


def test_dir_lists_the_public_names() -> None:
    names = {name for name in dir(pcgraph) if not name.startswith("_")}
    assert {"load", "connect", "KnowledgeGraph", "PcgraphWarning"} <= names <= set(pcgraph.__all__)


def test_load_as_of_a_day() -> None:
    plain, messages = answer_and_messages(lambda: pcgraph.load(build=None, as_of="2025-09-30"))
    assert "undated='estimate'" in messages
    more, _ = answer_and_messages(lambda: pcgraph.load(build=None, as_of="2025-09-30", undated="estimate"))
    contract = str(ID["huawei-tml-gsm-phase-5-agreement"])  # known from one undated source that says 2006-11
    assert contract not in plain.tables["engagements"]["engagement"]
    assert contract in more.tables["engagements"]["engagement"]
