"""The columns of the page's agents: names, facts and measures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pcgraph.analysis import centrality
from pcgraph.analysis.registry import MEASURES
from pcgraph.belief.snapshot import Snapshot
from pcgraph.model import namespaces
from pcgraph.model.entities import Entity, shortest
from pcgraph.model.namespaces import PCG, RDFS, SKOS, compact
from pcgraph.page.view.schema import UNNAMED, Flag, Mark, Measure, Nodes, mark
from pcgraph.page.view.vocabularies import Lexicon
from pcgraph.profiles.employers import employers
from pcgraph.query.explain.dossier import SHOWN_ELSEWHERE, identifiers
from pcgraph.query.statements import statements

if TYPE_CHECKING:
    import networkx as nx

EXTERNAL_LABELS = {SKOS + "exactMatch": "the same elsewhere"}  # external terms, which the ontology does not label
OMITTED = {  # shown in columns of their own, or not useful to readers
    *SHOWN_ELSEWHERE, namespaces.TYPE, RDFS + "seeAlso", PCG + "nameInSource", PCG + "country"
}  # fmt: skip


@dataclass(frozen=True)
class RankIntervals:
    """Intervals of the ranks by one measure: agent → low, high, percentage of the draws in which it is in the `top`."""

    top: int
    ranks: Mapping[str, tuple[int, int, int]]


def sort_agents(agents: Iterable[str], tied: set[str], kinds: Mapping[str, str]) -> list[str]:
    """Return the agents sorted: named with a tie, named without a tie, groups, unnamed parties; then by IRI."""

    def rank(iri: str) -> int:
        return {"Group": 2, "UnnamedParty": 3}.get(kinds[iri], 0 if iri in tied else 1)

    return sorted(agents, key=lambda iri: (rank(iri), iri))


def measure_names(network: nx.MultiDiGraph) -> list[str]:
    """Return the names of the measures that are computed for a network of this size."""
    ties = network.number_of_edges()
    return [each.name for each in MEASURES.values() if each.on_page and (each.most is None or ties <= each.most)]


def measure_entries(
    network: nx.MultiDiGraph, order: Sequence[str] = (), sure: Mapping[str, RankIntervals] | None = None
) -> list[Measure]:
    """Return each measure with its meaning and, if `sure` has them, its rank intervals in the order of `order`."""
    entries: list[Measure] = []
    for name in measure_names(network):
        entries.append({"name": name, "meaning": MEASURES[name].meaning})
        if sure and name in sure:
            intervals = sure[name]
            entries[-1] |= {"sure": [intervals.ranks.get(iri, 0) for iri in order], "top": intervals.top}
    return entries


def columns(
    order: Sequence[str], kinds: Mapping[str, str], snapshot: Snapshot, lexicon: Lexicon, network: nx.MultiDiGraph
) -> Nodes:
    """Return the columns of the agents, with empty positions."""
    acts_for, at = employers(snapshot), {iri: place for place, iri in enumerate(order)}
    entities = [snapshot.entities.get(iri) or Entity(iri) for iri in order]
    unnamed = [kinds[iri] == "UnnamedParty" for iri in order]
    names = measure_names(network)
    frame = centrality.compute_measures(network, names)
    by_agent: dict[str, dict[str, Any]] = {row["agent"]: row for row in frame.iter_rows(named=True)}
    return {
        "iri": [compact(iri) for iri in order],
        "label": [UNNAMED if no else thing.label for no, thing in zip(unnamed, entities, strict=True)],
        "short": [UNNAMED if no else shortest(thing) for no, thing in zip(unnamed, entities, strict=True)],
        "labels": [lexicon.translations(thing.labels) or 0 for thing in entities],
        "aliases": [sorted({*thing.aliases, *thing.spellings} - {thing.label}) or 0 for thing in entities],
        "summary": [thing.summary or "" for thing in entities],
        "kind": [lexicon.index("kind", snapshot.ontology.term(kinds[iri])) for iri in order],
        "country": [lexicon.index("country", thing.country) for thing in entities],
        "acts_for": [at.get(acts_for.get(iri, ""), -1) for iri in order],
        "facts": [_facts(iri, snapshot, lexicon) or 0 for iri in order],
        "measure": {name: [_round(by_agent.get(iri, {}).get(name)) for iri in order] for name in names},
        "x": [],
        "y": [],
    }


def _facts(iri: str, snapshot: Snapshot, lexicon: Lexicon) -> list[tuple[str, str, Flag, Mark]]:
    return [
        (
            EXTERNAL_LABELS.get(row["property"]) or lexicon.label(row["property"]),
            lexicon.text(row["value"]),
            int(row["background"]),
            mark(row),
        )
        for row in statements(snapshot.store, iri)
        if row["believed"] and row["property"] not in OMITTED
    ] + [(lexicon.label(row["scheme"]), row["value"], 1, 0) for row in identifiers(snapshot.store, iri)]


def _round(value: float | None) -> float | None:
    """Return a value rounded to four significant digits, as an int if it is whole."""
    if value is None:
        return None
    short = float(f"{value:.4g}")
    return int(short) if short == int(short) else short
