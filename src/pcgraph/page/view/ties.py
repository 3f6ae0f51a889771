"""The columns of the page's ties: relations between agents, with the days on which each is believed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping

import polars as pl

from pcgraph.belief.rule.alternatives import History
from pcgraph.model.ontology import Ontology
from pcgraph.page.view.schema import Ties
from pcgraph.page.view.sources import SourceTable
from pcgraph.page.view.vocabularies import Lexicon

KEY = ["from", "to", "relation", "engagement"]


def rows(history: History, ontology: Ontology, agents: Container[str], relations: Container[str] = ()) -> pl.DataFrame:
    """Return the ties between agents that are or were believed, each once."""
    symmetric = [relation.iri for relation in ontology.relations if relation.symmetric]
    found = history.relations.filter(
        (~pl.col("relation").is_in(symmetric) | (pl.col("from") < pl.col("to")))
        & pl.col("from").is_in([iri for iri in history.relations["from"].unique() if iri in agents])
        & pl.col("to").is_in([iri for iri in history.relations["to"].unique() if iri in agents])
    )
    if relations:
        found = found.filter(pl.col("relation").is_in([r.iri for r in ontology.relations if r.iri in relations]))
    span = pl.concat_list(pl.col("starts").cast(pl.Int32), pl.col("ends").cast(pl.Int32)).alias("span")
    return (
        found.with_columns(span)
        .sort(*KEY, "starts", nulls_last=False)
        .group_by(KEY, maintain_order=True)
        .agg(pl.col("span").explode().alias("known"), pl.col("sources").last())
    )


def within(drawn: pl.DataFrame, focus: str, hops: int) -> set[str]:
    """Return the agents at a distance of at most `hops` ties from `focus`, including `focus`."""
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
    drawn: pl.DataFrame, at: Mapping[str, int], engaged: Mapping[str, int], lexicon: Lexicon, source_table: SourceTable
) -> Ties:
    """Return the columns of the ties; `at` and `engaged` map IRIs of agents and engagements to their indices."""
    return {
        "from": [at[iri] for iri in drawn["from"]],
        "to": [at[iri] for iri in drawn["to"]],
        "relation": [lexicon.index("relation", iri) for iri in drawn["relation"]],
        "engagement": [engaged.get(iri, -1) for iri in drawn["engagement"]],
        "known": [drop_open_end(flat) for flat in drawn["known"].to_list()],
        "sources": [source_table.indices(sources) for sources in drawn["sources"]],
        "voices": source_table.count_voices(drawn["sources"]),
    }


def drop_open_end(flat: list[int | None]) -> list[int | None]:
    """Return the intervals without the end of the last one if it is still open.

    >>> drop_open_end([None, 12, 40, None])
    [None, 12, 40]
    """
    return flat[:-1] if flat and flat[-1] is None else flat
