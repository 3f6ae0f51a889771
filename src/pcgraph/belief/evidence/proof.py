"""Which passages are proved, and which facts are left if only proved passages count."""

from __future__ import annotations

import polars as pl

from pcgraph.belief.tables import VALUE_IRI
from pcgraph.model.namespaces import PCG, TYPE, VERIFICATION, G, V
from pcgraph.model.passages import HASH_NOT_CHECKED, POINTER_ONLY, PROVING, STATES

HASHES = (PCG + "sha256", PCG + "wordHash")
PARTS = (
    PCG + "step",
    PCG + "representative",
)  # what an engagement has, with passages of its own or those of the engagement


def passage_states(columns: pl.DataFrame, src: str) -> pl.DataFrame:
    """Return the state of every passage: the recorded one, or what its description allows."""
    subject, source, property_ = pl.col("subject"), pl.col("source"), pl.col("property")
    own = columns.filter(~source.str.starts_with(G) & subject.str.starts_with(src) & (subject != source))
    hashed = own.filter(property_.is_in(HASHES))["subject"].unique().implode()
    recorded = columns.filter((source == VERIFICATION) & (property_ == PCG + "passageState"))
    recorded = recorded.select("subject", state=VALUE_IRI)
    recorded = (
        recorded.filter(pl.col("state").is_in([V + name for name in STATES]))
        .sort("state")
        .unique("subject", keep="first", maintain_order=True)
    )
    default = pl.when(subject.is_in(hashed)).then(pl.lit(V + HASH_NOT_CHECKED)).otherwise(pl.lit(V + POINTER_ONLY))
    found = own.filter(property_ == TYPE).select("subject", "source").unique()
    found = found.join(recorded, on="subject", how="left").with_columns(state=pl.coalesce("state", default))
    return found.rename({"subject": "passage"}).sort("passage")


def only_proved(columns: pl.DataFrame, src: str) -> pl.DataFrame:
    """Keep the facts whose passages are all proved, with the cards and passages of their sources.

    A step or a representation without a passage of its own is proved with its engagement. An engagement that is not
    proved keeps its class and the steps that are. A fact with a proved passage and another one is left out, because
    nobody can tell which of them states it.
    """
    from_source = ~pl.col("source").str.starts_with(G)
    said = columns.filter(from_source).with_columns(object=VALUE_IRI)
    states = passage_states(columns, src).select("source", "state", object="passage")
    cited = said.filter(property=PCG + "statedIn").join(states, on=["source", "object"], how="left")
    all_proved = pl.col("state").is_in([V + name for name in PROVING]).fill_null(False).all()
    own = cited.group_by("source", "subject").agg(proved=all_proved)
    proved = own.filter("proved").select("source", "subject")
    parts = said.filter(pl.col("property").is_in(PARTS)).select("source", "subject", "object")
    held = parts.join(proved, on=["source", "subject"], how="semi").select("source", subject="object")
    proved = pl.concat([proved, held.join(own, on=["source", "subject"], how="anti")]).unique()
    having = parts.join(proved.rename({"subject": "object"}), on=["source", "object"], how="semi")

    def known(frame: pl.DataFrame, column: str, name: str) -> pl.DataFrame:
        return frame.select("source", pl.col("subject").alias(column), pl.lit(True).alias(name)).unique()

    facts = said.filter(~pl.col("subject").str.starts_with(src))
    for frame in (
        known(proved, "subject", "is_proved"),
        known(proved, "object", "has_proved_part"),
        known(having, "subject", "is_named"),
    ):
        facts = facts.join(frame, on=[name for name in frame.columns if name in said.columns], how="left")
    is_part = pl.col("property").is_in(PARTS)
    naming = (pl.col("property") == TYPE) | is_part
    kept = pl.col("is_proved") | (pl.col("is_named") & naming)
    facts = facts.filter(kept & (~is_part | pl.col("has_proved_part"))).select(columns.columns)
    cards = columns.filter(from_source & pl.col("subject").str.starts_with(src))
    cards = cards.join(facts.select("source").unique(), on="source", how="semi")
    return pl.concat([columns.filter(~from_source), cards, facts])
