"""The belief function: from evidence to what is believed.

Queries, networks, pages and resampling all use the tables that it returns. The steps are, in this order: sources in
scope (done by `pcgraph.belief.evidence`), verdicts, one value for each functional property, steps and current status,
unnamed parties, relations. All functions are pure: they read and write no files and keep no state.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import polars as pl

from pcgraph.belief.evidence import Evidence
from pcgraph.belief.rule import identity
from pcgraph.belief.rule.choice import TRUE, choose, judge, spans
from pcgraph.belief.rule.derivation import derive
from pcgraph.belief.rule.status import complete, credible, current_statuses, over
from pcgraph.belief.tables import KEY, MARKS, NUMBERS, VALUE_IRI, Tables, empty, gather, number_columns
from pcgraph.model import namespaces
from pcgraph.model.namespaces import PCG
from pcgraph.model.ontology import Ontology

UNNAMED = f"<{PCG}UnnamedParty>"


class Settled(NamedTuple):
    """The facts and verdicts with identities merged and verdicts applied, and which IRI became which."""

    facts: pl.DataFrame
    verdicts: pl.DataFrame
    same: dict[str, str]
    folded: dict[str, str]


def settle(evidence: Evidence, ontology: Ontology) -> Settled:
    """Merge identities and apply the verdicts."""
    same = identity.preferred_iris(evidence.verdicts)
    facts, folded = identity.fold(evidence.facts, same)
    verdicts = identity.fold_verdicts(evidence.verdicts, folded)
    return Settled(judge(facts, verdicts, ontology), verdicts, same, folded)


def believe(evidence: Evidence, ontology: Ontology, settled: Settled | None = None) -> Tables:
    """Compute what is believed from the evidence."""
    facts, verdicts, same, folded = settled or settle(evidence, ontology)
    facts = facts.join(evidence.sources.select("source", "tier", "known", "newest"), on="source")
    statements = _name_parties(_state(facts, ontology), facts, verdicts, ontology)
    statements = pl.concat([statements, identity.statements(folded)]).sort(*KEY, "value")
    steps = _steps(statements, facts, ontology)
    engagements = complete(_engagements(statements, steps, facts, evidence.sources, ontology), evidence.today)
    parties = _parties(statements, engagements, ontology)
    readings = facts.filter("inferred").select(*KEY, "value", "source", "alleged").unique()
    readings = readings.sort(*KEY, "value", "source")
    tables = Tables(
        statements, engagements, parties, _representations(statements, engagements), steps, pl.DataFrame(), readings,
        evidence.sources.with_columns(pl.col("publisher").replace(same)).sort("source"), *empty(),
    )  # fmt: skip
    return replace(tables, relations=derive(tables, ontology, today=evidence.today))


def _state(facts: pl.DataFrame, ontology: Ontology) -> pl.DataFrame:
    """Combine facts into statements with all their sources; functional properties keep only the chosen value."""
    alone = pl.col("property").is_in(sorted(ontology.functional))
    chosen = facts.filter(alone).join(choose(facts, ontology).select(*KEY, "value"), on=[*KEY, "value"], how="semi")
    said = pl.concat([facts.filter(~alone).select(chosen.columns), chosen])
    said = said.select(*KEY, "value", *MARKS, sources="source")
    return gather(said, [*KEY, "value"], pl.col(MARKS).all())


def _name_parties(
    statements: pl.DataFrame, facts: pl.DataFrame, verdicts: pl.DataFrame, ontology: Ontology
) -> pl.DataFrame:
    """Remove unnamed parties if a source gives the complete list of parties; replace them if a verdict names them."""
    unnamed = facts.filter(property=namespaces.TYPE, value=UNNAMED).select(party="subject").unique()
    closed = facts.filter(property=PCG + "partiesComplete", value=TRUE).select("subject").unique()
    names = verdicts.filter(pl.col("prefers").is_not_null(), property=namespaces.IDENTIFIED_AS).select(
        party="subject", name="prefers"
    )
    names = names.unique("party", keep="first").join(unnamed, on="party", how="semi")
    roles = statements.filter(pl.col("property").is_in(sorted(ontology.roles))).with_columns(party=VALUE_IRI)
    held = roles.join(unnamed, on="party", how="semi")
    superfluous = held.join(closed, on="subject", how="semi")
    named = held.join(names, on="party", how="inner").join(superfluous.select("party"), on="party", how="anti")
    carried = named.select(
        "subject", "property", pl.col("name").alias("value"), pl.lit(True).alias("inferred"), "alleged", "sources"
    )
    gone = pl.concat([superfluous.select("party"), names.select("party")]).unique()
    brackets = gone.select(pl.format("<{}>", "party"))
    kept = statements.filter(
        ~pl.col("subject").is_in(gone["party"].implode()) & ~pl.col("value").is_in(brackets.to_series().implode())
    )
    near = kept.filter(pl.col("subject").is_in(carried["subject"].implode()))
    new = carried.join(near, on=[*KEY, "value"], how="anti").explode("sources")
    return pl.concat([kept, gather(new, [*KEY, "value"], pl.col(MARKS).all())])


def _iri(property_: str) -> pl.Expr:
    return pl.col("property") == PCG + property_


def _steps(statements: pl.DataFrame, facts: pl.DataFrame, ontology: Ontology) -> pl.DataFrame:
    """Return every step with its dates.

    `reached` is the last possible day of the step or, without a date, the day of its first source. `order` decides the
    current status. It is the same, but null if the source has no date of its own either.
    """
    steps = statements.filter(_iri("step")).select(
        VALUE_IRI.alias("step"), pl.col("subject").alias("engagement"), *MARKS, "sources"
    )
    status = statements.filter(_iri("status")).select(
        pl.col("subject").alias("step"), VALUE_IRI.alias("status"), pl.col(MARKS).name.suffix("_status")
    )
    dated = statements.filter(_iri("date"))
    dates = dated.join(spans(dated), on="value").select(pl.col("subject").alias("step"), "date", "earliest", "latest")
    known = facts.filter(_iri("step")).group_by(step=VALUE_IRI).agg(pl.col("known", "newest").min())
    ranks = pl.DataFrame(
        {"status": list(ontology.ranks), "rank": list(ontology.ranks.values())},
        schema={"status": pl.String, "rank": pl.Int64},
    )
    return (
        steps.join(status.unique("step", keep="first"), on="step")
        .join(dates, on="step", how="left")
        .join(known, on="step")
        .join(ranks, on="status", how="left")
        .with_columns(
            *(pl.col(mark) | pl.col(f"{mark}_status") for mark in MARKS),
            reached=pl.coalesce("latest", "known"),
            order=pl.coalesce("latest", "newest"),
        )
        .join(number_columns(statements, "subject"), left_on="step", right_on="subject", how="left")
        .select(
            "step",
            "engagement",
            "status",
            "rank",
            "date",
            "earliest",
            "latest",
            *MARKS,
            "reached",
            "order",
            *NUMBERS,
            "sources",
        )
        .sort("step", "engagement")
    )


def _bounds(statements: pl.DataFrame, property_: str) -> pl.DataFrame:
    dated = statements.filter(_iri(property_))
    return dated.join(spans(dated), on="value").rename({"subject": "engagement"})


def _engagements(
    statements: pl.DataFrame, steps: pl.DataFrame, facts: pl.DataFrame, sources: pl.DataFrame, ontology: Ontology
) -> pl.DataFrame:
    typed = facts.filter(property=namespaces.TYPE)
    typed = typed.filter(VALUE_IRI.is_in(sorted(ontology.engagement_classes))).with_columns(
        type=VALUE_IRI, depth=VALUE_IRI.replace_strict({iri: len(up) for iri, up in ontology.supers.items()})
    )
    best = typed.sort(
        *MARKS, "tier", "newest", "depth", "source", "type", descending=[False] * 3 + [True, True, False, False]
    )
    found = best.unique("subject", keep="first").select(pl.col("subject").alias("engagement"), "type")
    kind = statements.filter(_iri("kind")).select(engagement="subject", kind=VALUE_IRI)
    starts, ends = _bounds(statements, "starts"), _bounds(statements, "ends")

    def several(property_: str, name: str) -> pl.DataFrame:
        return statements.filter(_iri(property_)).group_by(engagement="subject").agg(VALUE_IRI.sort().alias(name))

    found = (
        found.join(kind, on="engagement", how="left")
        .join(current_statuses(credible(steps), ontology), on="engagement", how="left")
        .join(_last_reported(statements, sources), on="engagement", how="left")
        .join(starts.select("engagement", starts_earliest="earliest"), on="engagement", how="left")
        .join(ends.select("engagement", ends_latest="latest"), on="engagement", how="left")
        .join(number_columns(statements, "subject"), left_on="engagement", right_on="subject", how="left")
        .join(several("sector", "sectors"), on="engagement", how="left")
        .join(several("place", "places"), on="engagement", how="left")
        .with_columns(pl.col("sectors", "places").fill_null([]))
        .sort("engagement")
    )
    return over(found, ontology)


def _last_reported(statements: pl.DataFrame, sources: pl.DataFrame) -> pl.DataFrame:
    """Return engagement, last_reported: the newest day of a source that mentions the engagement."""
    said = (
        statements.filter(_iri("statedIn")).select(pl.col("subject").alias("engagement"), "sources").explode("sources")
    )
    days = said.join(sources.select("source", "reported"), left_on="sources", right_on="source")
    return days.group_by("engagement").agg(last_reported=pl.col("reported").max())


def _parties(statements: pl.DataFrame, engagements: pl.DataFrame, ontology: Ontology) -> pl.DataFrame:
    unnamed = statements.filter(property=namespaces.TYPE, value=UNNAMED)["subject"].implode()
    return (
        statements.filter(pl.col("property").is_in(sorted(ontology.roles)))
        .select(
            pl.col("subject").alias("engagement"),
            pl.col("property").alias("role"),
            VALUE_IRI.alias("agent"),
            *MARKS,
            "sources",
        )
        .join(engagements.select("engagement"), on="engagement", how="semi")
        .with_columns(unnamed=pl.col("agent").is_in(unnamed))
        .select("engagement", "role", "agent", *MARKS, "unnamed", "sources")
        .sort("engagement", "role", "agent")
    )


def _representations(statements: pl.DataFrame, engagements: pl.DataFrame) -> pl.DataFrame:
    """Return who acts for whom in an engagement; inferred or alleged if any part of that is."""
    found = statements.filter(_iri("representative")).select(
        pl.col("subject").alias("engagement"), VALUE_IRI.alias("node"), *MARKS, "sources"
    )
    for name, column in (("agent", "agent"), ("onBehalfOf", "body"), ("inRole", "role")):
        said = statements.filter(_iri(name)).select(
            pl.col("subject").alias("node"), VALUE_IRI.alias(column), pl.col(MARKS).name.suffix("_part")
        )
        found = found.join(said, on="node").with_columns(pl.col(mark) | pl.col(f"{mark}_part") for mark in MARKS)
        found = found.drop(f"{mark}_part" for mark in MARKS)
    found = found.join(engagements.select("engagement"), on="engagement", how="semi")
    return found.select("engagement", "agent", "body", "role", *MARKS, "sources").sort("engagement", "agent", "body")
