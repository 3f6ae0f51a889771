"""The agents of a page: names, facts, measures, communities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pcgraph.analysis import centrality
from pcgraph.belief.snapshot import Known
from pcgraph.model import namespaces
from pcgraph.model.entities import Thing, shortest
from pcgraph.model.namespaces import PCG, RDFS, SKOS, compact
from pcgraph.page.schema import Flag, Measure, Nodes
from pcgraph.page.vocabularies import LANGUAGES, Lexicon
from pcgraph.query.explain import Readings, facts, readings

if TYPE_CHECKING:
    import networkx as nx

MEASURES = ("degree", "strength", "betweenness", "pagerank")
SLOW, MANY = "betweenness", 20_000  # its cost is that of nodes times ties: minutes above so many ties
UNNAMED = "a party that is not named"
CALLED = {SKOS + "exactMatch": "the same elsewhere"}  # terms of others, which the ontology does not label
ELSEWHERE = {  # told in columns of their own, or of no use to a reader
    namespaces.TYPE, RDFS + "seeAlso", SKOS + "altLabel", SKOS + "hiddenLabel", PCG + "nameInSource", PCG + "country"
}  # fmt: skip


@dataclass(frozen=True)
class Sure:
    """How sure the ranks by one measure are: agent → low, high, percent of the draws among the first `top`."""

    top: int
    ranks: Mapping[str, tuple[int, int, int]]


def order(agents: Iterable[str], tied: set[str], kinds: Mapping[str, str]) -> list[str]:
    """Sort agents: named ones with a tie, named ones without, groups, parties without a name; then by IRI."""

    def rank(iri: str) -> int:
        return {"Group": 2, "UnnamedParty": 3}.get(kinds[iri], 0 if iri in tied else 1)

    return sorted(agents, key=lambda iri: (rank(iri), iri))


def measured(network: nx.MultiDiGraph) -> list[str]:
    """List the measures that are taken on a network of this size."""
    return [name for name in MEASURES if name != SLOW or network.number_of_edges() <= MANY]


def meanings(
    network: nx.MultiDiGraph, order: Sequence[str] = (), sure: Mapping[str, Sure] | None = None
) -> list[Measure]:
    """Say what each measure means, and how sure its ranks are."""
    found: list[Measure] = []
    for name in measured(network):
        found.append({"name": name, "meaning": centrality.MEASURES[name].meaning})
        if sure and name in sure:
            drawn = sure[name]
            found[-1] |= {"sure": [drawn.ranks.get(iri, 0) for iri in order], "top": drawn.top}
    return found


def columns(
    order: Sequence[str], kinds: Mapping[str, str], known: Known, lexicon: Lexicon, network: nx.MultiDiGraph
) -> Nodes:
    """Put the agents into columns, without their places."""
    about = [known.things.get(iri) or Thing(iri) for iri in order]
    unnamed = [kinds[iri] == "UnnamedParty" for iri in order]
    names = measured(network)
    frame = centrality.compute_measures(network, [*names, "communities"])
    by_agent: dict[str, dict[str, Any]] = {row["agent"]: row for row in frame.iter_rows(named=True)}
    inferred = readings(known.tables)
    group = {iri: row["communities"] for iri, row in by_agent.items()}
    return {
        "iri": [compact(iri) for iri in order],
        "label": [UNNAMED if no else thing.label for no, thing in zip(unnamed, about, strict=True)],
        "short": [UNNAMED if no else shortest(thing) for no, thing in zip(unnamed, about, strict=True)],
        "labels": [others(thing) or 0 for thing in about],
        "aliases": [sorted({*thing.aliases, *thing.spellings} - {thing.label}) or 0 for thing in about],
        "summary": [thing.summary or "" for thing in about],
        "kind": [lexicon.at("kind", PCG + kinds[iri]) for iri in order],
        "country": [lexicon.at("country", thing.country) for thing in about],
        "community": [int(group[iri]) - 1 if group.get(iri) else -1 for iri in order],
        "facts": [_facts(iri, known, inferred, lexicon) or 0 for iri in order],
        "measure": {name: [_figure(by_agent.get(iri, {}).get(name)) for iri in order] for name in names},
        "x": [],
        "y": [],
        "ex": [],
        "ey": [],
    }


def others(thing: Thing) -> dict[str, str]:
    """Give the labels of a thing in the languages besides English."""
    return {language: thing.labels[language] for language in LANGUAGES if language in thing.labels}


def _facts(iri: str, known: Known, inferred: Readings, lexicon: Lexicon) -> list[tuple[str, str, Flag, Flag]]:
    return [
        (
            CALLED.get(row["property"]) or lexicon.label(row["property"]),
            _value(row["value"], lexicon),
            int(row["background"]),
            int(row["inferred"]),
        )
        for row in facts(known.store, inferred, iri)
        if row["property"] not in ELSEWHERE
    ]


def _value(value: str, lexicon: Lexicon) -> str:
    """Name a thing or a word; leave any other text, and addresses elsewhere, as they are."""
    return lexicon.label(value) if compact(value) != value else value


def _figure(value: float | None) -> float | None:
    """Keep four digits, and whole numbers whole."""
    if value is None:
        return None
    short = float(f"{value:.4g}")
    return int(short) if short == int(short) else short
