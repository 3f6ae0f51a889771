"""What became of promises, by the year in which they were announced."""

from __future__ import annotations

import polars as pl

from pcgraph.belief.snapshot import Snapshot
from pcgraph.belief.tables import STATES


def promises_by_year(snapshot: Snapshot) -> pl.DataFrame:
    """Return how many promises have each state, by the year of their first step under any name.

    Parameters
    ----------
    snapshot : Snapshot
        The graph; ``kg`` is one.

    Returns
    -------
    polars.DataFrame
        year (null: the dates leave more than one year possible, or there are none), state, promises; sorted.

    >>> from pcgraph.testing import tiny
    >>> promises_by_year(tiny()).rows()
    [(None, 'open', 1), (2024, 'begun', 1)]
    """
    promises = snapshot.tables.promises.select("promise", "state", engagement="members")
    known = pl.col("earliest").is_not_null() | pl.col("latest").is_not_null()
    steps = promises.explode("engagement").join(snapshot.tables.steps.filter(known), on="engagement")
    first = steps.group_by("promise").agg(
        since=pl.col("earliest").min().dt.year(), year=pl.col("latest").min().dt.year(),
        open=pl.col("earliest").null_count()
    ).filter(open=0, since=pl.col("year"))  # fmt: skip
    counted = promises.join(first, on="promise", how="left").group_by("year", "state").agg(promises=pl.len())
    place = pl.col("state").replace_strict({state: at for at, state in enumerate(STATES)}, return_dtype=pl.Int64)
    return counted.sort("year", place)
