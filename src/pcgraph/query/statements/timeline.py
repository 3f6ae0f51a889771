"""When each engagement of a party was in which status: the rows of the question ``timeline-of-party``, from tables."""

from __future__ import annotations

import polars as pl

from pcgraph.belief.tables import Tables
from pcgraph.model.ontology import Ontology


def timeline(tables: Tables, ontology: Ontology) -> pl.DataFrame:
    """Return a row for each status that an engagement reached on some day, the first day first.

    A current status without a dated step has the last day by which it was reached. What comes after the current status
    is only planned, and left out. ``last_reported`` is ``silent_since`` of what is silent, and ``went_on_as`` the
    engagement by which it came further.
    """
    outcomes = tables.outcomes.select("engagement", "silent_since", went_on_as="by")
    now = tables.engagements.join(outcomes, on="engagement", how="left")
    day = pl.coalesce("latest", "earliest")
    columns = ("engagement", "step", "status", "date", "earliest", "latest")
    steps = tables.steps.filter(pl.col("date").is_not_null(), day.is_not_null())
    current = now.select("engagement", "status")
    reached = steps.join(current, on=["engagement", "status"]).group_by("engagement").agg(reached=day.max())
    undated = now.join(reached, on="engagement", how="anti").filter(pl.col("status_by").is_not_null())
    none = pl.lit(None)
    added = undated.select(
        "engagement", "status", step=none, date=none, earliest=none.cast(pl.Date), latest="status_by"
    ).cast({"step": pl.String, "date": pl.String})
    rows = pl.concat([steps.select(columns), added.select(columns)]).join(reached, on="engagement", how="left")
    rows = rows.join(now.drop("earliest", "latest", strict=False).rename({"status": "current"}), on="engagement")
    rows = rows.filter((day <= pl.coalesce("reached", "status_by")).fill_null(True))
    rank = pl.col("status").replace_strict(ontology.ranks, default=None, return_dtype=pl.Int64)
    return rows.sort(day, "engagement", rank, "step", nulls_last=True).select(
        *columns[:1],
        *columns[2:],
        "current",
        pl.coalesce("silent_since", "last_reported").alias("last_reported"),
        "silent_since",
        pl.when(pl.col("went_on_as") != pl.col("engagement")).then("went_on_as").alias("went_on_as"),
    )
