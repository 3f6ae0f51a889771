"""Tables for a reader: the columns of names are followed by labels, and engagements have their parties."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import polars as pl

from pcgraph.model.namespaces import compact

Label = Callable[[str], str | None]


class Frames(Protocol):
    """What a reader's table is made of: `pcgraph.belief.tables.Tables`."""

    @property
    def engagements(self) -> pl.DataFrame:
        """What is believed of each engagement."""

    @property
    def parties(self) -> pl.DataFrame:
        """Who takes part in what."""


UNNAMED = "unnamed party"
_NAMES = (
    "type", "kind", "status", "role", "agent", "body", "relation", "from", "to", "engagement", "subject", "property",
    "quantity_of", "source", "voice", "publisher", "outcome", "by", "promise", "person", "organisation",
)  # fmt: skip
_LISTS = {"sectors": "sector_labels", "places": "place_labels"}


def readable(tables: Frames, name: str, label: Label) -> pl.DataFrame:
    """Return a table with a column of labels after each column of names."""
    if name != "engagements":
        return with_labels(getattr(tables, name), label)
    parties = tables.parties.select("engagement", "agent", "unnamed").unique().sort("engagement", "agent")
    parties = with_labels(parties, label).group_by("engagement").agg(parties="agent_label", party_ids="agent")
    found = with_labels(tables.engagements, label).rename({"engagement_label": "label"})
    found = found.join(parties, on="engagement", how="left", maintain_order="left")
    found = found.with_columns(pl.col("parties", "party_ids").fill_null([]))
    first, last = ["engagement", "label", "parties"], ["party_ids"]
    return found.select(*first, pl.exclude(*first, *last), *last)


def with_labels(frame: pl.DataFrame, label: Label) -> pl.DataFrame:
    """Return a frame with a column of labels after each column of names."""
    names = [name for name in _NAMES if name in frame.columns]
    lists = {name: labels for name, labels in _LISTS.items() if name in frame.columns}
    found = [frame[name] for name in names] + [frame[name].explode() for name in lists]
    iris = pl.concat(found, rechunk=False).drop_nulls().unique() if found else pl.Series(dtype=pl.String)
    labels = {iri: label(iri) or compact(iri) for iri in iris}

    def labelled(values: pl.Expr) -> pl.Expr:
        return values.replace_strict(labels, default=None, return_dtype=pl.String)

    columns: list[str | pl.Expr] = []
    for name in frame.columns:
        columns.append(name)
        if name in names:
            text = labelled(pl.col(name))
            if name == "agent" and "unnamed" in frame.columns:
                text = pl.when("unnamed").then(pl.lit(UNNAMED)).otherwise(text)
            columns.append(text.alias(f"{name}_label"))
        elif name in lists:
            columns.append(pl.col(name).list.eval(labelled(pl.element())).alias(lists[name]))
    return frame.select(columns)
