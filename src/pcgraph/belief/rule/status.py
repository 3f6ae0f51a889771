"""The current status of each engagement: which step decides it, since when it holds, and what is planned next."""

from __future__ import annotations

from datetime import date

import polars as pl

from pcgraph.model.namespaces import V
from pcgraph.model.ontology import Ontology

PHASES = ("prospective", "entered", "realised", "stopped")
PROSPECTIVE, ENTERED, REALISED, STOPPED = range(len(PHASES))
_INTERVAL = r"^[^/\[{]*\d[^/\[{]*/[^/.]*\d"  # EDTF with two ends, not one of several days
_BEST = ("order", "rank", "step")  # of two steps, the one that comes last decides


def phases(ontology: Ontology) -> dict[str, int]:
    """Return the position in `PHASES` of each status."""
    return {status: at for at, name in enumerate(PHASES) for status in ontology.sets.get(V + name, ())}


def credible(steps: pl.DataFrame) -> pl.DataFrame:
    """Return the steps that decide a status: an alleged one only where the engagement has no other."""
    others = steps.filter(~pl.col("alleged"))
    return steps if len(others) == len(steps) else pl.concat([others, steps.join(others, on="engagement", how="anti")])


def current_steps(steps: pl.DataFrame, ontology: Ontology) -> pl.DataFrame:
    """Return the step of each engagement that decides its current status.

    If something was realised or has ended, earlier stages without a date of their own are set aside, and so is what a
    step of a later phase overtakes. Then the highest `order`, `rank` and IRI decides. A step without any day, not even
    that of a source, counts only if it is further than the step that was found: it may have been before it.
    """
    return _current(_judged(steps, ontology)).select(steps.columns)


def current_statuses(steps: pl.DataFrame, ontology: Ontology) -> pl.DataFrame:
    """Return the current status of each engagement with its days."""
    judged = _judged(steps, ontology)
    now = _current(judged)
    plans = judged.filter(pl.col("undone") & ~pl.col("overtaken"), phase=PROSPECTIVE)
    return (
        now.select("engagement", "status", status_date="date", status_earliest="earliest", status_latest="latest")
        .join(_since(judged, now), on="engagement", how="left")
        .join(_best(plans).select("engagement", next="step"), on="engagement", how="left")
    )


def _judged(steps: pl.DataFrame, ontology: Ontology) -> pl.DataFrame:
    """Add to each step its phase and what keeps it from being the current one.

    `aside`: an early stage without a date, of something that was realised or has ended. `overtaken`: a step of a later
    phase exists that it does not lie wholly after. `undone`: it is a dated plan or signature after a stated deed, and
    no stated stop lies between them.
    """
    early = pl.col("phase") <= ENTERED
    stated, dated = ~pl.col("inferred"), pl.col("date").is_not_null()
    done = pl.col("status").is_in(sorted(ontology.sets[V + "realised"] | ontology.sets[V + "ended"]))
    low, order = pl.col("earliest").fill_null(date.min), pl.col("order")
    deed = stated & (pl.col("phase") == REALISED) & order.is_not_null()
    steps = steps.with_columns(
        phase=pl.col("status").replace_strict(phases(ontology), default=None, return_dtype=pl.Int64)
    )
    phase = pl.col("phase")
    of_all = steps.select(
        "engagement",
        done.alias("done"),
        *(pl.when(phase > at).then(order).alias(f"after_{at}") for at in range(STOPPED)),
        deed=pl.when(deed).then(low),
        stop=pl.when(stated & (phase == STOPPED)).then(order),
    )
    of_all = of_all.group_by("engagement").agg(pl.all().max())
    after = pl.coalesce(pl.when(phase == at).then(f"after_{at}") for at in range(STOPPED))
    return steps.join(of_all, on="engagement").with_columns(
        aside=early.fill_null(False) & ~dated & pl.col("done"),
        overtaken=dated & (after >= low).fill_null(False),
        undone=(early & dated & (pl.col("stop").is_null() | (pl.col("deed") > pl.col("stop")))).fill_null(False)
        & pl.col("deed").is_not_null(),
    )


def _best(steps: pl.DataFrame) -> pl.DataFrame:
    return steps.sort(_BEST, descending=True, nulls_last=True).unique("engagement", keep="first")


def _current(judged: pl.DataFrame) -> pl.DataFrame:
    rest = judged.filter(~pl.col("aside") & ~pl.col("overtaken") & ~pl.col("undone"))
    best = _best(rest)
    least = best.select("engagement", least="rank")
    further = rest.filter(pl.col("order").is_null()).join(least, on="engagement")
    further = _best(further.filter(pl.col("rank") > pl.col("least")))
    return pl.concat([best.join(further, on="engagement", how="anti"), further.select(best.columns)])


def _since(judged: pl.DataFrame, now: pl.DataFrame) -> pl.DataFrame:
    """Return engagement, status_since, status_by: when the current status was reached without having stopped since.

    A stop ends what was before it; of what stopped, a deed after an earlier stop does. A step without a first day that
    is before all others leaves the day open, so `status_by` holds its last one.
    """
    order, first = pl.col("order"), pl.col("earliest")
    known = now.select("engagement", now="status", now_first=first, at="phase")
    rows = judged.join(known, on="engagement")
    stopped = pl.col("at") == STOPPED
    bounds = rows.group_by("engagement").agg(
        stopped_by=order.filter(~stopped, phase=STOPPED).max(),
        resumed=first.filter(stopped & (order < pl.col("now_first")), phase=REALISED).max(),
    )
    same = rows.filter(status=pl.col("now")).join(bounds, on="engagement")
    since = (pl.coalesce(first, order) > pl.col("stopped_by")).fill_null(pl.col("stopped_by").is_null())
    again = (order >= pl.col("resumed")).fill_null(pl.col("resumed").is_null())
    found = (
        same.filter(since & again)
        .group_by("engagement")
        .agg(status_since=first.min(), status_by=order.filter(first.is_null()).min())
    )
    open_ = (pl.col("status_by") < pl.col("status_since")).fill_null(pl.col("status_since").is_null())
    return found.select(
        "engagement", status_since=pl.when(~open_).then("status_since"), status_by=pl.when(open_).then("status_by")
    )


def over(engagements: pl.DataFrame, ontology: Ontology) -> pl.DataFrame:
    """Add the column `over`: the last possible day of an event that is reported as under way, if it is known.

    That is its ``pcg:ends``, or the end of the interval in which it was under way. Of
    a visit the day, month or year is enough: no visit goes on for years.
    """
    visit = pl.col("type").is_in(sorted(ontology.subterms("Visit")))
    event = pl.col("type").is_in(sorted(ontology.subterms("Event"))) & (pl.col("status") == V + "under-way")
    within = pl.when(visit | pl.col("status_date").str.contains(_INTERVAL)).then("status_latest")
    return engagements.with_columns(over=pl.when(event).then(pl.coalesce("ends_latest", within)))


def complete(engagements: pl.DataFrame, today: date | pl.Expr | None) -> pl.DataFrame:
    """Complete the events that are over by a day, and drop the column `over`; without a day, leave it to the caller."""
    if today is None:
        return engagements
    done, end = (pl.col("over") < today).fill_null(False), pl.col("over")
    new = {"status": pl.lit(V + "completed"), "status_date": end.dt.to_string("%Y-%m-%d")}
    new |= dict.fromkeys(("status_earliest", "status_latest", "status_since"), end)
    new |= {"status_by": pl.lit(None, pl.Date)}
    return engagements.with_columns(
        *(pl.when(done).then(value).otherwise(pl.col(name)).alias(name) for name, value in new.items()),
        ended_by_date=done,
    ).drop("over")
