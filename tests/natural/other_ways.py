"""Another way to the answers of the queries: tables, files read by rdflib, and networkx, without SPARQL."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import networkx as nx
import polars as pl
from rdflib import RDF, RDFS, SKOS, Graph, Namespace, URIRef

from natural.calls import BASE, short
from pcgraph.api import KnowledgeGraph

PCG = Namespace(BASE + "ontology#")
ID = Namespace(BASE + "id/")
V = Namespace(BASE + "vocab/")
SIGNING = [str(PCG[role]) for role in ("signatory", "firstParty", "secondParty")]


def one_column(values: Iterable[Any]) -> list[tuple[Any, ...]]:
    return [(short(str(value)),) for value in values]


def engagements(kg: KnowledgeGraph, *types: str) -> pl.DataFrame:
    return kg.tables["engagements"].filter(pl.col("type").is_in([str(PCG[name]) for name in types]))


def signatories(kg: KnowledgeGraph) -> pl.DataFrame:
    """Return who signed what: pairs of engagement and agent, each once."""
    return kg.tables["parties"].filter(pl.col("role").is_in(SIGNING)).select("engagement", "agent").unique()


def with_status(kg: KnowledgeGraph, *statuses: str) -> list[tuple[Any, ...]]:
    wanted = [str(V[status]) for status in statuses]
    return one_column(kg.tables["engagements"].filter(pl.col("status").is_in(wanted))["engagement"])


def of_country(register: Graph, country: str) -> set[str]:
    return {str(agent) for agent in register.subjects(PCG.country, ID[country])}


def organizations(register: Graph) -> set[Any]:
    classes = register.transitive_subjects(RDFS.subClassOf, PCG.Organization)
    return {thing for kind in classes for thing in register.subjects(RDF.type, kind)}


def named_telecom(_: KnowledgeGraph, register: Graph) -> list[tuple[Any, ...]]:
    organization = organizations(register)
    return one_column({x for x, name in register[: RDFS.label] if x in organization and "telecom" in name.lower()})


def across_the_border(kg: KnowledgeGraph, register: Graph) -> list[tuple[Any, ...]]:
    signed = signatories(kg)
    pairs = signed.join(signed, on="engagement").select(c="agent", p="agent_right").unique()
    pairs = pairs.filter(
        pl.col("c").is_in(of_country(register, "china")) & pl.col("p").is_in(of_country(register, "pakistan"))
    )
    return [(short(c), short(p)) for c, p in pairs.sort("c", "p").iter_rows()]


def reachable_by_signing(kg: KnowledgeGraph, _: Graph) -> list[tuple[Any, ...]]:
    ties = kg.tables["relations"].filter(pl.col("relation") == str(PCG.signsWith))
    graph = nx.Graph(ties.select("from", "to").rows())
    return one_column(nx.node_connected_component(graph, str(ID.sky47)))


def busy_parties(kg: KnowledgeGraph, _: Graph) -> list[tuple[Any, ...]]:
    """Count engagements for each party; who acts for a party takes part too."""
    parties = kg.tables["parties"].select("engagement", "agent")
    acting = kg.tables["representations"].select("engagement", "agent")
    counted = pl.concat([parties, acting]).group_by("agent").agg(pl.col("engagement").n_unique())
    return [(short(agent), n) for agent, n in counted.filter(pl.col("engagement") >= 10).iter_rows()]


def signings_by_year(kg: KnowledgeGraph, _: Graph) -> list[tuple[Any, ...]]:
    signed = kg.tables["steps"].filter((pl.col("status") == str(V.signed)) & pl.col("earliest").is_not_null())
    return signed.group_by(pl.col("earliest").dt.year()).len().sort("earliest").rows()


def newest_step(kg: KnowledgeGraph, _: Graph) -> list[tuple[Any, ...]]:
    """Return the step or source with the newest day; both have `pcg:latest`."""
    steps = kg.tables["steps"].select("latest", "step").drop_nulls().rows()
    sources = kg.tables["sources"].select("newest", "source").drop_nulls().rows()
    newest = max(day for day, _ in steps + sources)
    return [(short(min(thing for day, thing in steps + sources if day == newest)), newest)]


def loans(kg: KnowledgeGraph) -> pl.DataFrame:
    return engagements(kg, "Loan").drop_nulls("amount")


def largest_amount(kg: KnowledgeGraph, _: Graph) -> list[tuple[Any, ...]]:
    dollars = kg.tables["engagements"].filter(pl.col("currency") == "USD").drop_nulls("amount")
    return [(short(e), n) for e, n in dollars.select("engagement", "amount").sort("amount").tail(1).iter_rows()]


def covered(kg: KnowledgeGraph) -> pl.DataFrame:
    """Return each agreement with the work that it covers, and with None where there is none."""
    covers = kg.tables["statements"].filter(pl.col("property") == str(PCG.covers))
    work = covers.select(engagement="subject", work=pl.col("value").str.strip_chars("<>"))
    return engagements(kg, "Agreement").select("engagement").join(work, on="engagement", how="left")


def connected(kg: KnowledgeGraph, register: Graph) -> list[tuple[Any, ...]]:
    sectors = {
        str(sector) for sector in register.transitive_subjects(SKOS.broader, URIRef(BASE + "vocab/sector/connectivity"))
    }
    return one_column(
        kg.tables["engagements"].explode("sectors").filter(pl.col("sectors").is_in(sectors))["engagement"].unique()
    )


def roles_in_english(_: KnowledgeGraph, register: Graph) -> list[tuple[Any, ...]]:
    roles = register.subjects(RDFS.subPropertyOf, PCG.participant)
    return [
        (short(str(role)), str(name)) for role in roles for name in register[role : RDFS.label] if name.language == "en"
    ]


def signed_by(kg: KnowledgeGraph, *slugs: str) -> list[tuple[Any, ...]]:
    agreements = signatories(kg).join(engagements(kg, "Agreement"), on="engagement")
    wanted = agreements.filter(pl.col("agent").is_in([str(ID[slug]) for slug in slugs]))
    return [(short(agent), short(e)) for e, agent in wanted.select("engagement", "agent").iter_rows()]
