"""Apply the belief function to many alternative sets of sources in one call.

What is believed about an engagement depends only on the sources that report it. So each engagement has few relevant
sets of sources. All sets of all engagements go through `pcgraph.belief.rule.resolution.believe` in one call: each set
is a copy of the engagement, identified by a number at the end of its IRI. Tables call such an alternative a world.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from pcgraph.belief.evidence import Evidence
from pcgraph.belief.rule import identity
from pcgraph.belief.rule.derivation import derive, lapses
from pcgraph.belief.rule.resolution import believe
from pcgraph.belief.tables import VALUE_IRI, Tables
from pcgraph.model.namespaces import PCG, SAME, TYPE, V
from pcgraph.model.ontology import Ontology

BY_ENGAGEMENT = ("engagements", "parties", "representations", "steps", "relations")  # tables with an engagement
COMPLETED = V + "completed"
LINKS = [PCG + name for name in ("covers", "ledTo", "partOf")]  # between engagements
MARK = "!"  # separates an IRI and the number of its world; it is in no slug, and sorts before what is in them


@dataclass(frozen=True)
class History:
    """The periods in which ties and statuses are believed."""

    # relation, from, to, engagement, starts, ends (date or null: still believed), sources (list); sorted. One row for
    # each interval, which excludes the day `ends`
    relations: pl.DataFrame
    engagements: pl.DataFrame  # engagement, status, starts, ends; one row for each interval with one current status
    # the engagements, steps and links between engagements, once for each set of sources that counted together
    worlds: Tables
    days: pl.DataFrame  # world, starts, ends: when each of these sets counted


def fold_identities(evidence: Evidence) -> Evidence:
    """Merge the IRIs that verdicts call the same, once for many calls of `tables`."""
    facts, folded = identity.fold(evidence.facts, identity.preferred_iris(evidence.verdicts))
    verdicts = identity.fold_verdicts(evidence.verdicts, folded).filter(pl.col("property") != SAME)
    return replace(evidence, facts=facts, verdicts=verdicts)


def sources_by_engagement(evidence: Evidence, ontology: Ontology) -> pl.DataFrame:
    """Return which source reports which engagement, or proves a verdict on it: engagement, source; sorted, distinct."""
    owned = _owned(evidence, ontology)
    speaking = owned.select(pl.col("owner").alias("engagement"), "source")
    resting = evidence.verdicts.with_columns(_owner("subject", owned)).explode("rests_on")
    resting = resting.select(engagement="owner", source="rests_on").drop_nulls()
    return pl.concat([speaking, resting]).unique().sort("engagement", "source")


def tables(
    evidence: Evidence,
    ontology: Ontology,
    wanted: pl.DataFrame,
    rulings: pl.DataFrame | None = None,
    *,
    joined: bool = False,
    stale: bool = False,
) -> Tables:
    """Compute what is believed about each engagement for given subsets of its sources."""
    owned = _owned(evidence, ontology)
    engagement = pl.col("engagement").alias("owner")
    facts = owned.join(wanted.select("world", engagement, "source"), on=["owner", "source"])
    verdicts = evidence.verdicts.with_columns(_owner("subject", owned)).drop_nulls("owner")
    verdicts = verdicts.join(wanted.select("world", engagement).unique(), on="owner").with_row_index("verdict")
    resting = verdicts.select("verdict", "world", "owner", source="rests_on").explode("source")
    held = wanted.select("world", engagement, "source")
    void = resting.drop_nulls("source").join(held, on=["world", "owner", "source"], how="anti")
    verdicts = verdicts.join(void, on="verdict", how="anti").drop("verdict")
    if rulings is not None:
        ruled = rulings.with_columns(_owner("subject", owned), given=[], rests_on=[])
        verdicts = pl.concat([verdicts, ruled.select(verdicts.columns)], how="vertical_relaxed")
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
    found = believe(asked, ontology)
    if joined or stale:
        more = derive(found, ontology, joined=joined, stale=stale, today=evidence.today)
        found = replace(found, relations=more)
    return replace(found, **{name: _decoded(found[name]) for name in BY_ENGAGEMENT})


def history(
    evidence: Evidence,
    ontology: Ontology,
    retracted: dict[str, date],
    *,
    joined: bool = False,
    stale: bool = False,
) -> History:
    """Return the intervals in which each tie and each status is believed."""
    evidence = fold_identities(evidence)
    known = dict(evidence.sources.select("source", "known").iter_rows())
    rows: list[tuple[int, str, str]] = []
    spans: list[tuple[int, date | None, date | None]] = []
    reported = sources_by_engagement(evidence, ontology).group_by("engagement", maintain_order=True).agg("source")
    for engagement, sources in reported.iter_rows():
        speaking = [(source, known[source], retracted.get(source)) for source in sources]
        always = [None] if any(since is None for _, since, _ in speaking) else []
        days = [*always, *sorted({day for _, *both in speaking for day in both if day})]
        for place, day in enumerate(days):
            world = len(spans)
            spans.append((world, day, days[place + 1] if place + 1 < len(days) else None))
            rows += [
                (world, engagement, source)
                for source, since, until in speaking
                if since is None or (day and since <= day)
                if until is None or day is None or until > day
            ]
    text = pl.String
    wanted = pl.DataFrame(rows, schema={"world": pl.Int64, "engagement": text, "source": text}, orient="row")
    days_of = pl.DataFrame(spans, schema={"world": pl.Int64, "starts": pl.Date, "ends": pl.Date}, orient="row")
    found = tables(replace(evidence, today=None), ontology, wanted, joined=joined, stale=stale)
    ties = lapses(found.relations.join(days_of, on="world"), ontology, found.engagements)
    if not stale:
        lapsed = pl.when(pl.col("lapses") <= pl.lit(evidence.today, pl.Date)).then("lapses")
        ties = ties.with_columns(ends=pl.min_horizontal("ends", lapsed))
        ties = ties.filter(~(pl.col("starts") >= pl.col("ends")).fill_null(False))
    now = found.engagements.select("world", "engagement", "status", "over").join(days_of, on="world")
    unused = {name: found[name].clear() for name in ("parties", "representations", "relations", "readings")}
    return History(
        join_touching(ties, ["relation", "from", "to", "engagement"], pl.col("sources").last()),
        join_touching(_completed(now, evidence.today), ["engagement", "status"]),
        replace(found, **unused, statements=found.statements.filter(pl.col("property").is_in(LINKS))),
        days_of,
    )


def _completed(now: pl.DataFrame, today: date | None) -> pl.DataFrame:
    """Divide the intervals in which an event ended: it is completed from the day after, if that is past."""
    after = pl.col("over").dt.offset_by("1d")
    past = (pl.col("over") < today).fill_null(False) & (pl.col("ends").is_null() | (after < pl.col("ends")))
    before = pl.col("starts").is_null() | (pl.col("starts") < after)
    done = now.filter(past).with_columns(status=pl.lit(COMPLETED), starts=pl.max_horizontal("starts", after))
    open_ = now.filter(~past | before).with_columns(ends=pl.when(past).then(after).otherwise("ends"))
    return pl.concat([open_, done]).drop("over")


def join_touching(frame: pl.DataFrame, names: list[str], *last: pl.Expr) -> pl.DataFrame:
    """Join intervals that touch into one row."""
    ordered = frame.sort(*names, "starts")
    part = pl.col("starts").ne_missing(pl.col("ends").shift().over(names)).cum_sum().over(names)
    return (
        ordered.with_columns(part=part)
        .group_by(*names, "part")
        .agg(pl.col("starts").first(), pl.col("ends").last(), *last)
        .drop("part")
        .sort(*names, "starts")
    )


def _owned(evidence: Evidence, ontology: Ontology) -> pl.DataFrame:
    """Return the facts about engagements, their steps and their unnamed parties, with the engagement as ``owner``."""
    facts = evidence.facts
    typed = facts.filter(VALUE_IRI.is_in(sorted(ontology.engagement_classes)), property=TYPE)
    engagements = typed["subject"].unique().implode()
    head = pl.col("subject").str.replace(r"\.[^./]*$", "")
    owner = pl.when(pl.col("subject").is_in(engagements)).then("subject").when(head.is_in(engagements)).then(head)
    return facts.with_columns(owner=owner).drop_nulls("owner")


def _owner(column: str, owned: pl.DataFrame) -> pl.Expr:
    owners = dict(owned.select("subject", "owner").unique().iter_rows())
    return pl.col(column).replace_strict(owners, default=None, return_dtype=pl.String).alias("owner")


def _decoded(frame: pl.DataFrame) -> pl.DataFrame:
    world = pl.col("engagement").str.extract(rf"{MARK}(\d+)$").cast(pl.Int64).alias("world")
    text = [name for name, kind in frame.schema.items() if kind == pl.String]
    plain = pl.col(text).str.replace(rf"{MARK}\d+$", "")
    return frame.with_columns(world).with_columns(plain).select("world", *frame.columns)
