"""The one rule of belief, asked about many sets of sources at once.

What is believed of an engagement depends on the sources that speak of it and on no others. So the sets of sources that
matter for one engagement are few, and all of them, for all engagements, go through `current.believe` in one call: each
as an engagement of its own, told apart by a number at the end of its IRI.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from pcgraph.belief import identity
from pcgraph.belief.evidence import Evidence
from pcgraph.belief.resolution import Tables, believe
from pcgraph.model.namespaces import SAME, TYPE
from pcgraph.model.ontology import Model

MARK = "~"  # between an IRI and the number of its world; no slug holds it


@dataclass(frozen=True)
class History:
    """When what is believed.

    Attributes
    ----------
    relations : polars.DataFrame
        relation, from, to, engagement, starts, ends (date or null: still believed), sources (list); sorted. One row an
        interval, `ends` excluded.
    engagements : polars.DataFrame
        engagement, status, starts, ends; one row for each interval with one current status.
    """

    relations: pl.DataFrame
    engagements: pl.DataFrame


def fold_identities(evidence: Evidence) -> Evidence:
    """Fold what verdicts call the same, once, so that many questions need not."""
    facts, folded = identity.fold(evidence.facts, identity.preferred_iris(evidence.verdicts))
    verdicts = identity.fold_verdicts(evidence.verdicts, folded).filter(pl.col("property") != SAME)
    return Evidence(facts, evidence.sources, verdicts)


def sources_by_engagement(evidence: Evidence, model: Model) -> pl.DataFrame:
    """List which source speaks of which engagement: engagement, source; sorted, no repeats."""
    owned = _owned(evidence, model)
    return owned.select(pl.col("owner").alias("engagement"), "source").unique().sort("engagement", "source")


def tables(evidence: Evidence, model: Model, wanted: pl.DataFrame, rulings: pl.DataFrame | None = None) -> Tables:
    """Believe each engagement by some of its sources only, as often as asked.

    Parameters
    ----------
    evidence : Evidence
        As `settled` gives it.
    wanted : polars.DataFrame
        world (integer), engagement, source: in this world, this source counts for this engagement. A world need not
        hold all engagements.
    rulings : polars.DataFrame, optional
        Verdicts that hold in one world only: world, and the columns of `Evidence.verdicts`.

    Returns
    -------
    Tables
        As from `current.believe`, but engagements, parties, steps and relations have a column ``world`` in front.
        `statements` keep the numbered IRIs. Cost: that of one `believe` on as many facts as all worlds together.
    """
    owned = _owned(evidence, model)
    engagement = pl.col("engagement").alias("owner")
    facts = owned.join(wanted.select("world", engagement, "source"), on=["owner", "source"])
    verdicts = evidence.verdicts.with_columns(_owner("subject", owned)).filter(pl.col("owner").is_not_null())
    verdicts = verdicts.join(wanted.select("world", engagement).unique(), on="owner")
    if rulings is not None:
        verdicts = pl.concat([verdicts, rulings.with_columns(_owner("subject", owned)).select(verdicts.columns)])
    for name in ("value", "rejects", "prefers"):
        frame = facts if name == "value" else verdicts
        bare = pl.col(name).str.strip_chars("<>")
        own = bare.is_in(owned["subject"].unique().implode()) & (
            (bare == pl.col("owner")) | bare.str.starts_with(pl.col("owner") + ".")
        )
        text = pl.when(own).then(pl.format("<{}{}{}>", bare, pl.lit(MARK), "world")).otherwise(name).alias(name)
        facts, verdicts = (frame.with_columns(text), verdicts) if name == "value" else (facts, frame.with_columns(text))
    numbered = pl.format("{}{}{}", "subject", pl.lit(MARK), "world").alias("subject")
    asked = replace(
        evidence,
        facts=facts.with_columns(numbered).select(evidence.facts.columns),
        verdicts=verdicts.with_columns(numbered).select(evidence.verdicts.columns),
    )
    found = believe(asked, model)
    return replace(found, **{name: _decoded(found[name]) for name in ("engagements", "parties", "steps", "relations")})


def history(evidence: Evidence, model: Model, retracted: dict[str, date]) -> History:
    """Give the intervals of days in which each tie and each status is believed.

    Parameters
    ----------
    evidence : Evidence
        Of every source, retracted ones too.
    retracted : dict
        Source → the day from which it counts no more.

    Notes
    -----
    The same as `current.believe` with `as_of` on every day of the calendar; no source is asked twice.
    """
    evidence = fold_identities(evidence)
    known = dict(evidence.sources.select("source", "known").iter_rows())
    rows: list[tuple[int, str, str]] = []
    spans: list[tuple[int, date | None, date | None]] = []
    spoken = sources_by_engagement(evidence, model).group_by("engagement", maintain_order=True).agg("source")
    for engagement, sources in spoken.iter_rows():
        speaking = [(source, known[source], retracted.get(source)) for source in sources]
        days = sorted({day for _, *both in speaking for day in both if day}) or [None]
        for place, day in enumerate(days):
            world = len(spans)
            spans.append((world, day, days[place + 1] if place + 1 < len(days) else None))
            rows += [
                (world, engagement, source)
                for source, since, until in speaking
                if day is None or ((since is None or since <= day) and (until is None or until > day))
            ]
    text = pl.String
    wanted = pl.DataFrame(rows, schema={"world": pl.Int64, "engagement": text, "source": text}, orient="row")
    days_of = pl.DataFrame(spans, schema={"world": pl.Int64, "starts": pl.Date, "ends": pl.Date}, orient="row")
    found = tables(evidence, model, wanted)
    ties = found.relations.join(days_of, on="world")
    now = found.engagements.select("world", "engagement", "status").join(days_of, on="world")
    return History(
        _joined(ties, ["relation", "from", "to", "engagement"], pl.col("sources").last()),
        _joined(now, ["engagement", "status"]),
    )


def _joined(frame: pl.DataFrame, names: list[str], *last: pl.Expr) -> pl.DataFrame:
    """Make one row of intervals that touch."""
    ordered = frame.sort(*names, "starts")
    apart = (pl.col("starts") != pl.col("ends").shift().over(names)).fill_null(True).cum_sum().over(names)
    return (
        ordered.with_columns(apart.alias("part"))
        .group_by(*names, "part", maintain_order=True)
        .agg(pl.col("starts").first(), pl.col("ends").last(), *last)
        .drop("part")
        .sort(*names, "starts")
    )


def _owned(evidence: Evidence, model: Model) -> pl.DataFrame:
    """Give the facts on engagements, their steps and their unnamed parties, with the engagement as ``owner``."""
    facts = evidence.facts
    typed = facts.filter(
        (pl.col("property") == TYPE) & pl.col("value").str.strip_chars("<>").is_in(sorted(model.engagement_classes))
    )
    engagements = typed["subject"].unique().implode()
    head = pl.col("subject").str.replace(r"\.[^./]*$", "")
    owner = pl.when(pl.col("subject").is_in(engagements)).then("subject").when(head.is_in(engagements)).then(head)
    return facts.with_columns(owner.alias("owner")).filter(pl.col("owner").is_not_null())


def _owner(column: str, owned: pl.DataFrame) -> pl.Expr:
    owners = dict(owned.select("subject", "owner").unique().iter_rows())
    return pl.col(column).replace_strict(owners, default=None, return_dtype=pl.String).alias("owner")


def _decoded(frame: pl.DataFrame) -> pl.DataFrame:
    world = pl.col("engagement").str.extract(rf"{MARK}(\d+)$").cast(pl.Int64).alias("world")
    text = [name for name, kind in frame.schema.items() if kind == pl.String]
    plain = pl.col(text).str.replace(rf"{MARK}\d+$", "")
    return frame.with_columns(world).with_columns(plain).select("world", *frame.columns)
