"""What is reached from each engagement along links, without a row for each pair of them.

From node to node only what may still be the best for somebody is passed on. What ended before a promise is no result of
it, so something that is nearer gives way only to what ended later.
"""

from __future__ import annotations

from datetime import date

import polars as pl

from pcgraph.belief.rule.status import STOPPED

FAR = date.max


def furthest(links: pl.DataFrame, own: pl.DataFrame, nodes: pl.DataFrame) -> pl.DataFrame:
    """Return engagement, result, part, reached: the furthest phase among what it leads to, and by what.

    Among equals the nearest counts, then what is no part, the latest day and the IRI.
    """
    seeds = own.select(pl.col("phase").alias("reached"), "day", "real", result="engagement")
    order = {"reached": True, "distance": False, "part": False, "day": True, "result": True}
    found = _counting(_reach(links, seeds, order), nodes)
    return found.select("engagement", "result", "part", "reached")


def newest(links: pl.DataFrame, own: pl.DataFrame, nodes: pl.DataFrame) -> pl.DataFrame:
    """Return engagement, report: the newest report on what it leads to."""
    told = own.drop_nulls("last_reported")
    seeds = told.select(pl.col("last_reported").alias("report"), "real", result="engagement")
    return _counting(_reach(links, seeds, {"report": True}), nodes).select("engagement", "report")


def went_on_as(links: pl.DataFrame, nodes: pl.DataFrame) -> pl.DataFrame:
    """Return engagement, went_on_as: the results of what was stopped, and the stopped results of anything else."""
    links, stopped = links.filter(~pl.col("part")).select("node", "result"), nodes.filter(phase=STOPPED)
    halted = stopped.select(pl.col("engagement"))
    back = links.select(node="result", result="node")
    down = pairs_along(links, halted)
    up = pairs_along(back, halted).select(engagement="other", other="engagement")
    pairs = pl.concat([down, up]).unique()
    days = nodes.select("engagement", "first"), nodes.select("real", "occasion", other="engagement")
    pairs = pairs.join(days[0], on="engagement").join(days[1], on="other").filter(~pl.col("occasion"))
    counting = pl.col("first").is_null() | (pl.col("real") >= pl.col("first"))
    return pairs.filter(counting).group_by("engagement").agg(went_on_as=pl.col("other").sort())


def pairs_along(links: pl.DataFrame, starts: pl.DataFrame) -> pl.DataFrame:
    """Return engagement, other: what is reached from some starts along links, at any distance."""
    found = new = starts.with_columns(other="engagement")
    while new.height:
        new = new.join(links, left_on="other", right_on="node").select("engagement", other="result").unique()
        new = new.join(found, on=["engagement", "other"], how="anti")
        found = pl.concat([found, new])
    return found.filter(pl.col("engagement") != pl.col("other"))


def _reach(links: pl.DataFrame, seeds: pl.DataFrame, order: dict[str, bool]) -> pl.DataFrame:
    """Pass the seeds on along the links until nothing changes; `order` says which columns decide, and which descend."""
    new = seeds.with_columns(node="result", distance=pl.lit(0, pl.Int64), part=pl.lit(value=False))
    found, names = new.clear(), new.columns
    while new.height:
        along = links.select("node", pl.col("part").alias("by_part"), pl.col("result").alias("from"))
        new = new.rename({"node": "from"}).join(along, on="from").filter(pl.col("node") != pl.col("result"))
        new = new.with_columns(pl.col("distance") + 1, pl.col("part") | pl.col("by_part"), new=pl.lit(value=True))
        both = pl.concat([found.with_columns(new=pl.lit(value=False)), new.select(*names, "new")])
        both = both.sort("node", *order, "new", descending=[False, *order.values(), False], nulls_last=True)
        latest = pl.col("real").cum_max().shift().over("node")
        both = both.filter((pl.col("real") > latest).fill_null(True))
        found, new = both.select(names), both.filter("new").select(names)
    return found


def _counting(found: pl.DataFrame, nodes: pl.DataFrame) -> pl.DataFrame:
    """Return the first row of each node that did not end before the node's own first step."""
    rows = found.rename({"node": "engagement"}).join(
        nodes.select("engagement", "first"), on="engagement", maintain_order="left"
    )
    rows = rows.filter(pl.col("first").is_null() | (pl.col("real") >= pl.col("first")))
    return rows.unique("engagement", keep="first")
