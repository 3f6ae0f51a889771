"""Thirty calls as users of rdflib, NetworkX, pandas, polars and pyvis make them after reading the README."""
# ruff: noqa

import json
import networkx as nx
import pandas as pd
import polars as pl
from pyvis.network import Network
from rdflib import RDFS, Namespace, URIRef
import pcgraph

ID = Namespace("https://w3id.org/pcgraph/id/")
PCG = Namespace("https://w3id.org/pcgraph/ontology#")


def calls(kg, tmp_path):
    # rdflib
    [int(row.n) for row in kg.dataset.query("SELECT (COUNT(*) AS ?n) { ?e a pcg:Engagement }")]
    kg.current.query("SELECT ?x { ?x a pcg:Company }")
    kg.current.query("SELECT ?x { ?p pcg:signs ?x }", initBindings={"p": ID.sky47})
    {str(name) for name in kg.current.objects(ID.huawei, RDFS.label)}
    kg.current.value(ID.huawei, PCG.country)
    [graph.identifier for graph in kg.dataset.graphs()]
    bool(kg.current.query("ASK { id:huawei pcg:signsWith id:ntc }"))
    # answers
    answer = kg.query("who-signed-with", party="zte")
    [partner for partner, *rest in answer]
    answer[0], answer[-1], len(answer)
    [row.partnerLabel for row in answer]
    pd.DataFrame(answer)
    answer.to_pandas()
    pl.DataFrame(answer)
    kg.query("SELECT ?s ?d { ?s pcg:status v:signed ; pcg:earliest ?d }").to_polars()
    kg.query("SELECT ?e ?a { ?e a pcg:Loan ; pcg:amount ?a }").to_pandas()["a"].sum()
    answer.to_pandas(ids="label")
    # names
    kg.query("who-signed-with", party="华为")
    kg.query("SELECT ?e { ?party pcg:signs ?e }", party="Huawei")
    kg.find("Huawei")
    kg.show("Huawei")
    # tables
    kg.tables["engagements"].filter(pl.col("amount") > 1e9)
    kg.table("deals")
    # networkx
    nx.betweenness_centrality(kg.network(simple=True))
    nx.pagerank(kg.network())
    nx.shortest_path(kg.network(), str(ID.sky47), str(ID.ntc))
    nx.write_graphml(kg.network(), tmp_path / "n.graphml")
    nx.write_gexf(kg.network(projection="bipartite"), tmp_path / "n.gexf")
    json.dumps(nx.node_link_data(kg.network(projection="engagements")))
    nx.to_pandas_edgelist(kg.network())
    # pyvis
    network = kg.pyvis()
    network.save_graph(str(tmp_path / "n.html"))
    Network().from_nx(kg.network(simple=True))
    # the package
    dir(pcgraph)
    pcgraph.load(as_of="2025-12-31")
