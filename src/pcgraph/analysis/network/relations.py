"""The network of direct relations between agents. Each relation is a separate fact."""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING

from pcgraph.analysis.network import filters
from pcgraph.analysis.network_spec import EVERYTHING, NetworkSpec
from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.entities import Entity
from pcgraph.model.namespaces import local

if TYPE_CHECKING:
    import networkx as nx

OF_ENGAGEMENT = ("status", "status_date", "status_earliest", "status_latest", "sectors")


def relations(snapshot: Snapshot, spec: NetworkSpec = EVERYTHING) -> nx.MultiDiGraph:
    """Return the direct relations between agents.

    Node: an agent that has at least one tie; attributes label, kind, country.
    Edge: one relation by one engagement, from the acting agent to the other; a symmetric relation once, from the lower
    IRI to the higher, with ``symmetric=True``. Key ``relation/engagement``. Attributes relation, engagement, label,
    status, status_set, date (EDTF), earliest, latest (ISO days), all of the current status and "" where unknown,
    sectors, sources (lists of IRIs).
    Weight: none; parallel edges are separate facts.

    >>> from pcgraph.testing import tiny
    >>> [key for _, _, key in relations(tiny()).edges(keys=True)]
    ['discussesWith/lens-talks', 'signsWith/lamp-agreement']
    """
    import networkx as nx

    declared = {relation.iri: relation for relation in snapshot.ontology.relations}
    graph = nx.MultiDiGraph(where=str(spec))
    table = snapshot.tables.engagements.select("engagement", *OF_ENGAGEMENT)
    about = table.rows_by_key("engagement", named=True, unique=True)
    agents, drawn = {local(iri) for iri in snapshot.ontology.agent_classes}, filters.agents(snapshot, spec)
    for row in filters.ties(snapshot, spec).iter_rows(named=True):
        ends = [snapshot.entities.get(row[end]) or Entity(row[end]) for end in ("from", "to")]
        others = [end for end in ends if end.kind not in agents]
        if (others and not spec.relations) or any(end.iri not in drawn for end in ends if end not in others):
            continue
        symmetric = declared[row["relation"]].symmetric
        if symmetric and row["from"] > row["to"]:
            continue
        for end in ends:
            graph.add_node(end.iri, label=end.label, kind=end.kind, country=end.country or "")
        what = about.get(row["engagement"], {})
        engagement = snapshot.entities.get(row["engagement"]) or Entity(row["engagement"])
        graph.add_edge(  # equal texts are one object, for memory: a large graph has hundreds of thousands of ties
            ends[0].iri,
            ends[1].iri,
            key=f"{local(row['relation'])}/{local(row['engagement'])}",
            relation=intern(local(row["relation"])),
            engagement=engagement.iri,
            label=engagement.label,
            status=intern(local(what.get("status") or "")),
            status_set=snapshot.ontology.status_set(what.get("status") or ""),
            date=intern(what.get("status_date") or ""),
            earliest=intern(str(what.get("status_earliest") or "")),
            latest=intern(str(what.get("status_latest") or "")),
            sectors=[*map(intern, what.get("sectors") or [])],
            sources=[*map(intern, row["sources"])],
            symmetric=symmetric,
        )
    return graph
