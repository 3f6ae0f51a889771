"""Builds the `View` of the page from what is believed. Each table has a module of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl
import pyoxigraph as ox

from pcgraph.belief.snapshot import Snapshot
from pcgraph.belief.tables import VALUE_IRI, Tables
from pcgraph.model.entities import sources
from pcgraph.model.namespaces import PCG, TYPE, compact, local
from pcgraph.page import WORDS, stories
from pcgraph.page.view import agents, answers, conclusions, engagements, money, positions, ties
from pcgraph.page.view.engagements import EngagementData
from pcgraph.page.view.schema import NO_NUMBERS, View
from pcgraph.page.view.sources import SourceTable
from pcgraph.page.view.vocabularies import Lexicon
from pcgraph.profiles.employers import employers
from pcgraph.query.explain import claim_in_words, claims
from pcgraph.query.explain.methods import methods
from pcgraph.query.explain.withdrawn import withdrawals
from pcgraph.query.statements.contradictions import every_contradiction
from pcgraph.store import memory

if TYPE_CHECKING:
    import networkx as nx

PREFIXES = ("pcg", "v", "sector", "id", "src")


def build_view(
    snapshot: Snapshot,
    network: nx.MultiDiGraph,
    relations: Iterable[str] = (),
    *,
    as_of: date | None = None,
    texts: Path | None = None,
    focus: str | None = None,
    hops: int = 2,
    saved: positions.Positions | None = None,
    sure: Mapping[str, agents.RankIntervals] | None = None,
) -> View:
    """Return the view of what is known."""
    tables, entities, ontology, history = snapshot.tables, snapshot.entities, snapshot.ontology, snapshot.history
    memory.release()  # after the history, which takes the most memory and so comes first
    claimed = claims(snapshot)
    kinds = _kinds(snapshot)
    drawn = ties.rows(history, ontology, set(kinds), {ontology.term(name) for name in relations})
    parties = tables.parties
    if focus:
        near = ties.within(drawn, focus, hops)
        inside = ties.within(drawn, focus, hops - 1)  # the other engagements of agents at the edge are not shown
        drawn = drawn.filter(pl.col("from").is_in(sorted(near)) & pl.col("to").is_in(sorted(near)))
        wanted = {*parties.filter(pl.col("agent").is_in(sorted(inside)))["engagement"], *drawn["engagement"]}
        parties = parties.filter(pl.col("engagement").is_in(sorted(wanted)))
    else:
        near = set()
        wanted = {*tables.engagements["engagement"], *drawn["engagement"], *history.engagements["engagement"]}
    on_page = {*drawn["from"], *drawn["to"], *near, *parties["agent"]} & kinds.keys()
    on_page |= {organisation for person, organisation in employers(snapshot).items() if person in on_page}
    order = agents.sort_agents(on_page, {*drawn["from"], *drawn["to"]}, kinds)
    types = _types(snapshot, wanted)
    lexicon = Lexicon(
        snapshot.store,
        tables,
        entities,
        ontology,
        {iri: kinds[iri] for iri in order},
        drawn["relation"],
        types.values(),
        languages := page_languages(snapshot, {*order, *wanted}),
        snapshot.project.sides,
        snapshot.project.label_language,
    )
    source_table = SourceTable(
        {**sources(snapshot.store), **sources(_retracted_sources(snapshot))},
        snapshot.reported.evidence.sources,
        entities,
        lexicon,
    )
    at = {iri: place for place, iri in enumerate(order)}
    engaged = {iri: place for place, iri in enumerate(sorted(wanted))}
    engagement_data = EngagementData(
        snapshot.store, tables, entities, ontology, lexicon, source_table, texts, every_contradiction(snapshot)
    )
    memory.release()
    nodes = agents.columns(order, kinds, snapshot, lexicon, network)
    tie_columns = ties.columns(drawn, at, engaged, lexicon, source_table)
    placed = positions.compute_positions(order, nodes, parties, engaged, entities, lexicon, saved or {})
    nodes["x"], nodes["y"] = positions.position_columns(placed, order)
    memory.release()
    concluded = conclusions.columns(snapshot, engaged, lexicon)
    memory.release()
    matters = engagements.columns(list(engaged), types, at, engaged, history, engagement_data, claimed, concluded)
    del engagement_data  # for memory
    memory.release()
    matters["x"], matters["y"] = positions.position_columns(placed, engaged)
    sums = money.totals(tables.sums, at, engaged, source_table.indices)
    days = [*snapshot.reported.evidence.sources["known"].drop_nulls(), *snapshot.reported.retracted.values()]
    sources_at = {iri: place for place, iri in enumerate(source_table.cards)}
    today = max((day(one) or 0 for one in days), default=0)
    view: View = {
        "title": snapshot.project.title,
        "description": snapshot.project.description,
        "licence": snapshot.project.licence,
        "creators": [*snapshot.project.creators],
        "languages": languages,
        "sides": lexicon.sides,
        "as_of": day(as_of),
        "today": today,
        "prefixes": {name: snapshot.names.prefixes[name] for name in PREFIXES},
        "focus": {"node": compact(focus), "hops": hops} if focus else None,
        "measures": agents.measure_entries(network, order, sure),
        "words": lexicon.words,
        "nodes": nodes,
        "ties": tie_columns,
        "engagements": matters,
        "sources": source_table.columns(),
        "sums": sums,
        "headline": NO_NUMBERS,
        "stories": [],
        "places_from": lexicon.places_from,
        "unknowns": unknowns(tables, claimed),
        "methods": methods(snapshot),
        "withdrawn": {compact(iri): why for iri, why in withdrawals(snapshot).items()},
        "answers": answers.page_answers(
            snapshot, lexicon, at, engaged, sources_at, as_of or date(1970, 1, 1) + timedelta(today)
        ),
    }
    view["headline"] = conclusions.headline(matters, stories.Engagements(view, snapshot).known)
    view["stories"] = stories.stories(view, snapshot, whole=snapshot.scope.whole and not focus)
    return view


def page_languages(snapshot: Snapshot, things: Iterable[str]) -> list[str]:
    """Return the languages that a page offers: those of the project.

    Without a project file, these are English and the languages of `WORDS` in which one of the things has a label.

    >>> from pcgraph.testing import tiny
    >>> page_languages(tiny(), [])[0]
    'en'
    """
    named = snapshot.project.languages
    if snapshot.project.folder is None:
        found = {name for iri in things if iri in snapshot.entities for name in snapshot.entities[iri].labels}
        named += tuple(name for name in WORDS if name in found)
    return list(dict.fromkeys(named))


def day(when: date | None) -> int | None:
    """Return the number of days since 1970-01-01.

    >>> day(date(1970, 2, 1))
    31
    """
    return None if when is None else (when - date(1970, 1, 1)).days


def unknowns(tables: Tables, claims: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return sentences about what the sources leave open."""
    sentences = [
        f"{claim['label']}: {claim_in_words(claim)}"
        for claim in claims
        if claim["claimed"] != claim["identified"] or claim["perhaps"]
    ]
    unnamed = tables.parties.filter("unnamed")["agent"].n_unique()
    if unnamed:
        sentences.append(f"{unnamed} {'party is' if unnamed == 1 else 'parties are'} not named by any source")
    dated = tables.steps.drop_nulls("date")
    undated = tables.engagements.join(dated, on="engagement", how="anti").height
    if undated:
        sentences.append(f"{undated} of {tables.engagements.height} engagements have no date in any source")
    return sentences


def _kinds(snapshot: Snapshot) -> dict[str, str]:
    """Return the class of every agent, including agents known only from a retracted source."""
    classes = {local(iri) for iri in snapshot.ontology.agent_classes}
    kinds = {iri: thing.kind for iri, thing in snapshot.entities.items() if thing.kind in classes}
    for iri, kind in _class_statements(snapshot):
        if local(kind) in classes and kind in snapshot.ontology.agent_classes:
            kinds.setdefault(iri, local(kind))
    return kinds


def _types(snapshot: Snapshot, wanted: Iterable[str]) -> dict[str, str]:
    """Return the class of each engagement: the believed one, or for a past engagement any that was stated."""
    types = dict(snapshot.tables.engagements.select("engagement", "type").iter_rows())
    for iri, kind in _class_statements(snapshot):
        if kind in snapshot.ontology.engagement_classes:
            types.setdefault(iri, kind)
    return {iri: types.get(iri, PCG + "Engagement") for iri in sorted(wanted)}


def _class_statements(snapshot: Snapshot) -> list[tuple[str, str]]:
    """Return all class statements ever made, as sorted pairs (IRI, class)."""
    said = snapshot.reported.evidence.facts.filter(property=TYPE)
    return sorted(said.select("subject", VALUE_IRI).iter_rows())


def _retracted_sources(snapshot: Snapshot) -> ox.Store:
    """Return a store with the descriptions of retracted sources, which past ties refer to."""
    store = ox.Store()
    store.extend(snapshot.reported.cards)
    return store
