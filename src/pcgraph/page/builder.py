"""What is believed → the `View` of the page: what goes into it. Each table has a module of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl
import pyoxigraph as ox

from pcgraph.belief.resolution import Tables
from pcgraph.belief.snapshot import Known
from pcgraph.model import namespaces
from pcgraph.model.entities import sources as cards
from pcgraph.model.namespaces import PCG, TYPE, compact, local
from pcgraph.page import agents as nodes
from pcgraph.page import engagements, positions, ties
from pcgraph.page.engagements import Proofs
from pcgraph.page.schema import View, opening
from pcgraph.page.sources import Shelf
from pcgraph.page.vocabularies import Lexicon

if TYPE_CHECKING:
    import networkx as nx

PREFIXES = ("pcg", "v", "sector", "id", "src")
TITLE = "Partnerships, and who says so"


def view_of(
    known: Known,
    network: nx.MultiDiGraph,
    relations: Iterable[str] = (),
    *,
    as_of: date | None = None,
    claims: Sequence[Mapping[str, Any]] = (),
    texts: Path | None = None,
    focus: str | None = None,
    hops: int = 2,
    kept: positions.Kept | None = None,
    sure: Mapping[str, nodes.Sure] | None = None,
) -> View:
    """Make the view of what is known.

    Parameters
    ----------
    known : Known
    network : networkx.MultiDiGraph
        From `pcgraph.analysis.network.relations`; measures and communities are taken on it.
    relations : iterable of str
        Names of the relations to show; default all between agents.
    as_of : date, optional
        The day of the scope.
    claims : sequence of mapping
        From `pcgraph.query.explain.claims`.
    texts : Path, optional
        Source texts; only then does the page show quotes.
    focus : str, optional
        IRI of an agent: only what is within `hops` (1 to 3) of it.
    kept : Kept, optional
        Places that stay as they are.
    sure : mapping, optional
        Measure → how sure its ranks are.

    Returns
    -------
    View
        The same for the same input. Ties and statuses are those of every day; the last interval is what is believed.
    """
    tables, things, model, history = known.tables, known.things, known.model, known.history
    kinds = _kinds(known)
    drawn = ties.rows(history, model, set(kinds), {PCG + name for name in relations})
    parties = tables.parties
    if focus:
        near = ties.within(drawn, focus, hops)
        inside = ties.within(drawn, focus, hops - 1)  # what those at the rim do with others is out of sight
        drawn = drawn.filter(pl.col("from").is_in(sorted(near)) & pl.col("to").is_in(sorted(near)))
        wanted = {*parties.filter(pl.col("agent").is_in(sorted(inside)))["engagement"], *drawn["engagement"]}
        parties = parties.filter(pl.col("engagement").is_in(sorted(wanted)))
    else:
        near = set()
        wanted = {*tables.engagements["engagement"], *drawn["engagement"], *history.engagements["engagement"]}
    agents = {*drawn["from"], *drawn["to"], *near, *parties["agent"]} & kinds.keys()
    order = nodes.order(agents, {*drawn["from"], *drawn["to"]}, kinds)
    types = _types(known, wanted)
    lexicon = Lexicon(
        known.store, tables, things, model, {iri: kinds[iri] for iri in order}, drawn["relation"], types.values()
    )
    shelf = Shelf({**cards(known.store), **cards(_retracted(known))}, known.told.evidence.sources, things, lexicon)
    at = {iri: place for place, iri in enumerate(order)}
    engaged = {iri: place for place, iri in enumerate(sorted(wanted))}
    proofs = Proofs(known.store, tables, things, model, lexicon, shelf, texts)
    found = nodes.columns(order, kinds, known, lexicon, network)
    whole = ties.columns(drawn, at, engaged, lexicon, shelf)
    stand = positions.of(order, found, parties, drawn, engaged, things, lexicon, kept or positions.Kept())
    found["x"], found["y"] = positions.columns(stand["partners"], order)
    found["ex"], found["ey"] = positions.columns(stand["engagements"], order)
    matters = engagements.columns(list(engaged), types, at, engaged, history, proofs, claims)
    matters["x"], matters["y"] = positions.columns(stand["engagements"], engaged)
    days = [*known.told.evidence.sources["known"].drop_nulls(), *known.told.retracted.values()]
    return {
        "title": TITLE,
        "as_of": day(as_of),
        "today": max((day(one) or 0 for one in days), default=0),
        "prefixes": {name: namespaces.PREFIXES[name] for name in PREFIXES},
        "opening": opening(len(whole["relation"])),
        "focus": {"node": compact(focus), "hops": hops} if focus else None,
        "measures": nodes.meanings(network, order, sure),
        "words": lexicon.words,
        "nodes": found,
        "ties": whole,
        "engagements": matters,
        "sources": shelf.columns(),
        "unknowns": unknowns(tables, claims),
    }


def day(when: date | None) -> int | None:
    """Count the days since 1970-01-01.

    >>> day(date(1970, 2, 1))
    31
    """
    return None if when is None else (when - date(1970, 1, 1)).days


def unknowns(tables: Tables, claims: Sequence[Mapping[str, Any]]) -> list[str]:
    """Say in sentences what the sources leave open."""
    found = [
        f"{claim['label']}: {claim['claimed']} agreements claimed, {claim['told']} told apart"
        for claim in claims
        if claim["claimed"] > claim["told"]
    ]
    unnamed = tables.parties.filter("unnamed")["agent"].n_unique()
    if unnamed:
        found.append(f"{unnamed} {'party is' if unnamed == 1 else 'parties are'} not named by any source")
    dated = tables.steps.filter(pl.col("date").is_not_null())
    undated = tables.engagements.join(dated, on="engagement", how="anti").height
    if undated:
        found.append(f"{undated} of {tables.engagements.height} engagements have no date in any source")
    return found


def _kinds(known: Known) -> dict[str, str]:
    """Give the class of every agent, also of those whom only a retracted source knew."""
    agents = {local(iri) for iri in known.model.agent_classes}
    found = {iri: thing.kind for iri, thing in known.things.items() if thing.kind in agents}
    for iri, kind in _typed(known):
        if local(kind) in agents and kind in known.model.agent_classes:
            found.setdefault(iri, local(kind))
    return found


def _types(known: Known, wanted: Iterable[str]) -> dict[str, str]:
    """Give the class of each engagement: the one believed, or for one of the past any that was said."""
    found = dict(known.tables.engagements.select("engagement", "type").iter_rows())
    for iri, kind in _typed(known):
        if kind in known.model.engagement_classes:
            found.setdefault(iri, kind)
    return {iri: found.get(iri, PCG + "Engagement") for iri in sorted(wanted)}


def _typed(known: Known) -> list[tuple[str, str]]:
    """List what anybody ever said of what is what: (IRI, class), sorted."""
    said = known.told.evidence.facts.filter(pl.col("property") == TYPE)
    return sorted(said.select("subject", pl.col("value").str.strip_chars("<>")).iter_rows())


def _retracted(known: Known) -> ox.Store:
    """Put what retracted sources say of themselves into a store of its own: ties of the past name them."""
    store = ox.Store()
    store.extend(known.told.cards)
    return store
