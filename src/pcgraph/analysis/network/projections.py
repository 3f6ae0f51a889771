"""Networks of participation in engagements: bipartite, partners, engagements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from pcgraph.analysis.network import filters
from pcgraph.analysis.network.co_membership import Members
from pcgraph.analysis.network_spec import EVERYTHING, WEIGHTS, NetworkSpec
from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.entities import Entity
from pcgraph.model.namespaces import local

if TYPE_CHECKING:
    import networkx as nx


def about(snapshot: Snapshot, iri: str) -> dict[str, str]:
    """Return the attributes of a node."""
    thing = snapshot.entities.get(iri) or Entity(iri)
    return {"label": thing.label, "kind": thing.kind, "country": thing.country or ""}


def bipartite(snapshot: Snapshot, spec: NetworkSpec = EVERYTHING) -> nx.Graph:
    """Return which agents take part in which engagements.

    Node: an agent (``side="agent"``) or an engagement (``side="engagement"``); attributes label, kind, country.
    Edge: the agent has at least one role in the engagement; attribute roles (names, sorted).
    Weight: none.

    >>> from pcgraph.testing import tiny
    >>> graph = bipartite(tiny(), NetworkSpec(status="signed"))
    >>> [side for _, side in graph.nodes(data="side")]
    ['engagement', 'agent', 'agent']
    """
    import networkx as nx

    graph = nx.Graph(counts="a part in an engagement", where=str(spec))
    roles = filters.parties(snapshot, spec).group_by("engagement", "agent").agg(pl.col("role").unique().sort())
    for engagement, agent, names in roles.sort("engagement", "agent").iter_rows():
        for iri, side in ((engagement, "engagement"), (agent, "agent")):
            graph.add_node(iri, **about(snapshot, iri), side=side)
        graph.add_edge(agent, engagement, roles=[local(name) for name in names])
    return graph


def partners(snapshot: Snapshot, spec: NetworkSpec = EVERYTHING) -> nx.Graph:
    """Return the agents that take part in the same engagements, in any roles.

    Node: an agent that shares an engagement with another; attributes label, kind, country.
    Edge: at least one shared engagement; attributes count (how many), newman (the sum of 1/(n-1), where n is the number
    of the network's agents in the engagement), engagements (IRIs).
    Weight: ``weight`` holds newman or count. With count, one sentence that thanks six bodies makes fifteen ties of full
    weight. With newman, an engagement adds one unit in total to each of its agents.

    >>> from pcgraph.testing import tiny
    >>> [shared for _, _, shared in partners(tiny()).edges(data="count")]
    [2]
    """
    import networkx as nx

    found = Members.from_parties(filters.party_rows(snapshot, spec)).ties(engagements=True)
    graph = nx.Graph(counts=WEIGHTS[spec.weight], where=str(spec))
    for iri in sorted({*found["agent"], *found["agent_other"]}):
        graph.add_node(iri, **about(snapshot, iri))
    for one, other, count, newman, shared in found.iter_rows():
        value = newman if spec.weight == "newman" else count
        graph.add_edge(one, other, count=count, newman=newman, weight=value, engagements=shared)
    return graph


def pairs(snapshot: Snapshot, spec: NetworkSpec) -> tuple[pl.Series, pl.DataFrame]:
    """Return the ties of `partners` as columns, for measures, which need no networkx graph.

    >>> from pcgraph.testing import tiny
    >>> agents, ties = pairs(tiny(), EVERYTHING)
    >>> len(agents), ties.columns
    (2, ['place', 'place_other', 'count', 'newman', 'weight'])
    """
    agents, ties = Members.from_parties(filters.party_rows(snapshot, spec)).numbered()
    return agents, ties.with_columns(weight=pl.col(spec.weight).cast(pl.Float64))


def engagements(snapshot: Snapshot, spec: NetworkSpec = EVERYTHING) -> nx.Graph:
    """Return the engagements that share an agent.

    Node: an engagement that shares an agent with another; attributes label, kind.
    Edge: at least one shared agent; attributes count, agents (IRIs).
    Weight: ``weight`` is the count.

    >>> from pcgraph.testing import tiny
    >>> [label for _, label in engagements(tiny()).nodes(data="label")]
    ['Lamp agreement', 'Lens talks']
    """
    import networkx as nx

    members = filters.parties(snapshot, spec).select("engagement", "agent").unique()
    pairs = (
        members.join(members, on="agent", suffix="_other")
        .filter(pl.col("engagement") < pl.col("engagement_other"))
        .group_by("engagement", "engagement_other")
        .agg(pl.len().alias("count"), pl.col("agent").sort())
        .sort("engagement", "engagement_other")
    )
    types = dict(snapshot.tables.engagements.select("engagement", "type").iter_rows())
    graph = nx.Graph(counts="agents shared by two engagements", where=str(spec))
    for iri in sorted({*pairs["engagement"], *pairs["engagement_other"]}):
        graph.add_node(iri, **about(snapshot, iri) | {"kind": local(types.get(iri, "")), "country": ""})
    for one, other, count, shared in pairs.iter_rows():
        graph.add_edge(one, other, count=count, weight=count, agents=shared)
    return graph
