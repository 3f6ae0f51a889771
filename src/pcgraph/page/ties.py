"""Relations between agents, with the days on which each is believed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping

import polars as pl

from pcgraph.belief.alternatives import History
from pcgraph.model.ontology import Model
from pcgraph.page.schema import Ties
from pcgraph.page.sources import Shelf
from pcgraph.page.vocabularies import Lexicon

KEY = ["from", "to", "relation", "engagement"]


def rows(history: History, model: Model, agents: Container[str], relations: Container[str] = ()) -> pl.DataFrame:
    """List the ties between agents, each once, whenever they were believed.

    Parameters
    ----------
    relations : container of IRIs
        Only these; empty for all.

    Returns
    -------
    polars.DataFrame
        from, to, relation, engagement, known (list: since, until, since, …; days), sources (of the last interval);
        sorted. A symmetric relation stands once, from the lower IRI to the higher.
    """
    symmetric = [relation.iri for relation in model.relations if relation.symmetric]
    found = history.relations.filter(
        (~pl.col("relation").is_in(symmetric) | (pl.col("from") < pl.col("to")))
        & pl.col("from").is_in([iri for iri in history.relations["from"].unique() if iri in agents])
        & pl.col("to").is_in([iri for iri in history.relations["to"].unique() if iri in agents])
    )
    if relations:
        found = found.filter(pl.col("relation").is_in([r.iri for r in model.relations if r.iri in relations]))
    span = pl.concat_list(pl.col("starts").cast(pl.Int32), pl.col("ends").cast(pl.Int32)).alias("span")
    return (
        found.with_columns(span)
        .sort(*KEY, "starts", nulls_last=False)
        .group_by(KEY, maintain_order=True)
        .agg(pl.col("span").explode().alias("known"), pl.col("sources").last())
    )


def within(drawn: pl.DataFrame, focus: str, hops: int) -> set[str]:
    """List the agents that are at most so many ties from `focus`, itself among them."""
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in drawn.select("from", "to").iter_rows():
        beside[one].add(other)
        beside[other].add(one)
    found, edge = {focus}, {focus}
    for _ in range(hops):
        edge = {other for one in edge for other in beside[one]} - found
        found |= edge
    return found


def columns(
    drawn: pl.DataFrame, at: Mapping[str, int], engaged: Mapping[str, int], lexicon: Lexicon, shelf: Shelf
) -> Ties:
    """Put the ties into columns; `at` and `engaged` give the places of agents and engagements."""
    return {
        "from": [at[iri] for iri in drawn["from"]],
        "to": [at[iri] for iri in drawn["to"]],
        "relation": [lexicon.at("relation", iri) for iri in drawn["relation"]],
        "engagement": [engaged.get(iri, -1) for iri in drawn["engagement"]],
        "known": [open_ended(flat) for flat in drawn["known"].to_list()],
        "sources": [shelf.at(sources) for sources in drawn["sources"]],
        "voices": [shelf.voices(sources) for sources in drawn["sources"]],
    }


def open_ended(flat: list[int | None]) -> list[int | None]:
    """Leave out the end that has not come.

    >>> open_ended([None, 12, 40, None])
    [None, 12, 40]
    """
    return flat[:-1] if flat and flat[-1] is None else flat
