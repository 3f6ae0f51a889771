"""What is believed → the `View` of the page. Text is made here; the page only shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl
import pyoxigraph as ox

from pcgraph import layout
from pcgraph.current import Tables
from pcgraph.dossier import evidence
from pcgraph.measure import Ranking
from pcgraph.model import Model
from pcgraph.page import view
from pcgraph.terms import PCG, compact, local
from pcgraph.things import Source, Thing, sources

if TYPE_CHECKING:
    import networkx as nx

SETS = {
    "entered": "signed",
    "realised": "done or being done",
    "announced": "planned",
    "prospective": "talks and interest",
    "ended": "ended",
    "none": "suspended",
}


def view_of(
    store: ox.Store,
    tables: Tables,
    things: Mapping[str, Thing],
    model: Model,
    network: nx.MultiDiGraph,
    rankings: Sequence[Ranking],
    *,
    as_of: str = "",
    unknowns: Sequence[str] = (),
    texts: Path | None = None,
) -> view.View:
    """Make the view of one network.

    Parameters
    ----------
    network : networkx.MultiDiGraph
        From `pcgraph.network.relations`; named agents that have a role but no tie are added as nodes without ties.
    rankings : sequence of Ranking
        The first one gives the size of the nodes.
    texts : Path, optional
        Source texts; only then does the page show quotes.

    Returns
    -------
    View
        Sorted; the same input gives the same view.
    """
    agents = {local(iri) for iri in model.agent_classes} - {"Group", "UnnamedParty"}
    parties = tables.parties.filter(~pl.col("unnamed"))
    drawn = network.copy()
    for iri in parties["agent"].unique().sort():
        if iri not in drawn and (thing := things.get(iri)) and thing.kind in agents:
            drawn.add_node(iri, label=thing.label, kind=thing.kind, country=thing.country or "")
    cards = sources(store)
    ordered = drawn.__class__()
    ordered.add_nodes_from(sorted(drawn.nodes(data=True)))
    ordered.add_edges_from(sorted(drawn.edges(keys=True, data=True), key=lambda edge: edge[:3]))
    return {
        "nodes": _nodes(ordered, tables, things, rankings),
        "ties": [_tie(edge, things, model) for edge in ordered.edges(keys=True, data=True)],
        "engagements": {
            row["engagement"]: _engagement(row, store, tables, things, model, cards, texts)
            for row in tables.engagements.iter_rows(named=True)
        },
        "sources": {
            iri: {
                "title": card.title,
                "publisher": _name(card.publisher, things),
                "date": card.date or card.first_seen,
                "tier": card.tier,
                "address": card.address,
                "said_by": ", ".join(_name(iri, things) for iri in card.said_by),
            }
            for iri, card in cards.items()
        },
        "unknowns": list(unknowns),
        "as_of": as_of,
        "legend": _legend(ordered, things, model),
    }


def _name(iri: str, things: Mapping[str, Thing]) -> str:
    return things[iri].label if iri in things else (compact(iri) if iri else "")


def _word(iri: str | None, model: Model) -> str:
    """Label of a term of the ontology or a vocabulary."""
    return model.labels.get(iri, local(iri)) if iri else ""


def _nodes(
    graph: nx.MultiDiGraph, tables: Tables, things: Mapping[str, Thing], rankings: Sequence[Ranking]
) -> list[view.Node]:
    places = layout.positions(graph, sides=countries(graph)[:2])
    status = dict(tables.engagements.select("engagement", "status").iter_rows())
    values = [{agent: (value, ranking) for _, agent, _, value in ranking.table.iter_rows()} for ranking in rankings]
    most = max((value for value, _ in values[0].values()), default=0.0) if values else 0.0
    roles = tables.parties.partition_by("agent", as_dict=True)
    nodes: list[view.Node] = []
    for iri, data in graph.nodes(data=True):
        thing = things.get(iri) or Thing(iri)
        facts: list[view.Fact] = (
            [{"what": "parent", "value": _name(thing.parent, things), "background": True}] if thing.parent else []
        )
        held = roles.get((iri,))
        for row in [] if held is None else held.iter_rows(named=True):
            now = local(status.get(row["engagement"]) or "")
            mark = ", inferred" if row["inferred"] else ""
            facts.append(
                {
                    "what": local(row["role"]),
                    "value": f"{_name(row['engagement'], things)} ({now}{mark})",
                    "background": False,
                }
            )
        found = [
            {"name": ranking.measure, "value": round(value, 4), "meaning": ranking.meaning}
            for by_agent in values
            if iri in by_agent
            for value, ranking in (by_agent[iri],)
        ]
        share = (values[0].get(iri, (0.0, None))[0] / most) if most else 0.0
        nodes.append(
            {
                "id": iri,
                "label": shortest(thing),
                "labels": thing.labels,
                "kind": data["kind"],
                "country": compact(data["country"]),
                "aliases": sorted({thing.label, *thing.aliases, *thing.spellings}),
                "x": places[iri][0],
                "y": places[iri][1],
                "size": round(9 + 13 * share**0.5, 1),
                "facts": facts,
                "measures": found,  # type: ignore[typeddict-item]
            }
        )
    return nodes


def shortest(thing: Thing) -> str:
    """Choose a name that fits on the map: the label, or where that is long an acronym among the aliases."""
    acronyms = [
        alias
        for alias in thing.aliases
        if alias.isascii() and alias.isalpha() and 2 <= len(alias) <= 8 and sum(map(str.isupper, alias)) >= 2
    ]
    return min(acronyms, key=lambda alias: (-len(alias), alias)) if len(thing.label) > 24 and acronyms else thing.label


def _tie(edge: tuple[str, str, str, dict[str, Any]], things: Mapping[str, Thing], model: Model) -> view.Tie:
    one, other, name, data = edge
    return {
        "id": f"{local(one)}/{local(other)}/{name}",
        "from": one,
        "to": other,
        "relation": f"pcg:{data['relation']}",
        "relation_label": model.labels.get(PCG + data["relation"], data["relation"]),
        "symmetric": data["symmetric"],
        "engagement": data["engagement"],
        "engagement_label": _name(data["engagement"], things),
        "status": data["status"],
        "status_set": data["status_set"],
        "date": data["date"],
        "sectors": [compact(iri) for iri in data["sectors"]],
        "sources": data["sources"],
    }


def _engagement(
    row: dict[str, Any],
    store: ox.Store,
    tables: Tables,
    things: Mapping[str, Thing],
    model: Model,
    cards: Mapping[str, Source],
    texts: Path | None,
) -> view.Engagement:
    iri = row["engagement"]
    said = tables.statements.filter(pl.col("subject") == iri)
    parties = tables.parties.filter(pl.col("engagement") == iri)
    steps = tables.steps.filter(pl.col("engagement") == iri).sort("reached", "rank", "step", nulls_last=True)
    thing = things.get(iri) or Thing(iri)

    def values(name: str) -> list[str]:
        return [_plain(value) for value in said.filter(pl.col("property") == PCG + name)["value"]]

    def first(name: str) -> str:
        return next(iter(values(name)), "")

    proofs = evidence(store, cards, [iri, *steps["step"]], texts)
    passages = {(p["source"], p["place"]): p for p in proofs}
    inferred = sorted({_word(name, model) for name in said.filter("inferred")["property"]} - {""})
    unnamed = parties.filter("unnamed").height
    unknown = [f"{unnamed} part{'ies' if unnamed > 1 else 'y'} not named in the sources"] if unnamed else []
    if steps.height and steps["date"].null_count() == steps.height:
        unknown.append("no source gives a date")
    return {
        "label": thing.label,
        "summary": thing.summary or "",
        "type": _word(row["type"], model),
        "kind": _word(row["kind"], model),
        "status": _word(row["status"], model),
        "parties": [
            {
                "role": _word(p["role"], model),
                "agent": p["agent"],
                "label": "a party that is not named" if p["unnamed"] else _name(p["agent"], things),
                "inferred": p["inferred"],
                "unnamed": p["unnamed"],
            }
            for p in parties.iter_rows(named=True)
        ],
        "steps": [
            {
                "status": _word(s["status"], model) + (" (inferred)" if s["inferred"] else ""),
                "date": s["date"] or "",
                "earliest": str(s["earliest"] or ""),
                "latest": str(s["latest"] or ""),
            }
            for s in steps.iter_rows(named=True)
        ],
        "sectors": [_word(s, model) for s in row["sectors"]],
        "places": [_name(p, things) for p in row["places"]],
        "quantity": f"{first('quantity')} {_word(first('quantityOf'), model)}".strip(),
        "amount": f"{first('amount')} {first('currency')}".strip(),
        "aims": values("aim"),
        "passages": [_passage(p) for _, p in sorted(passages.items())],
        "inferred": inferred,
        "unknown": unknown,
    }


def _passage(proof: Mapping[str, Any]) -> view.Passage:
    found: view.Passage = {
        "source": proof["source"],
        "locator": proof["place"],
        "start": proof["start"],
        "end": proof["end"],
    }
    if "quote" in proof:
        found["quote"] = proof["quote"]
    return found


def _plain(value: str) -> str:
    """Text of an N-Triples term."""
    return (
        value.strip("<>")
        if value.startswith("<")
        else str(ox.parse(f"<a:a> <a:a> {value} .", format=ox.RdfFormat.N_TRIPLES).__next__().object.value)
    )


def countries(graph: nx.MultiDiGraph) -> list[str]:
    """List the countries of the nodes, the commonest first: the first two are the two sides of the map."""
    counts = Counter(country for _, country in graph.nodes(data="country") if country)
    return sorted(counts, key=lambda iri: (-counts[iri], iri))


def _legend(graph: nx.MultiDiGraph, things: Mapping[str, Thing], model: Model) -> view.Legend:
    edges = [data for *_, data in graph.edges(data=True)]
    relations = [f"{r.iri}" for r in model.relations if any(data["relation"] == local(r.iri) for data in edges)]
    sectors = sorted({iri for data in edges for iri in data["sectors"]}, key=lambda iri: _word(iri, model))
    kinds = sorted({data["kind"] for _, data in graph.nodes(data=True)})
    return {
        "relation": [{"id": compact(iri), "label": _word(iri, model)} for iri in relations],
        "status": [{"id": name, "label": text} for name, text in SETS.items()],
        "sector": [{"id": compact(iri), "label": _word(iri, model)} for iri in sectors],
        "country": [{"id": compact(iri), "label": _name(iri, things)} for iri in countries(graph)],
        "kind": [{"id": kind, "label": model.labels.get(PCG + kind, kind)} for kind in kinds],
    }
