"""What became of each engagement and of each promise: outcomes, under whatever name, and what nothing was heard of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import polars as pl

from pcgraph.belief.conclusions.reach import FAR, furthest, newest, went_on_as
from pcgraph.belief.rule.alternatives import LINKS
from pcgraph.belief.rule.status import ENTERED, PROSPECTIVE, REALISED, STOPPED, phases
from pcgraph.belief.tables import OUTCOMES, PROMISES, VALUE_IRI, Tables
from pcgraph.model.namespaces import PCG, SEARCHES, V
from pcgraph.model.ontology import Ontology

PROMISING = ("Agreement", "Initiative", "Funding", "Acquisition")
OCCASIONS = ("Talks", "Event", "Coordination")  # visits are events
STATES = {STOPPED: "stopped", PROSPECTIVE: "open", ENTERED: "signed", REALISED: "begun"}  # or kept


def conclude(
    tables: Tables,
    columns: pl.DataFrame,
    ontology: Ontology,
    today: date,
    silent_after: int,
    same: Mapping[str, str] | None = None,
) -> Tables:
    """Return the tables with `outcomes` and `promises`; cost: a few joins for each link on the longest path.

    `columns` are the quads in scope, with the searches and how far each source was read. After `silent_after` years
    without a report, what was promised is silent. `same` tells which IRIs verdicts merge into which.
    """
    nodes, links = _nodes(tables, ontology), stated_links(tables, ontology)
    outcomes = _outcomes(nodes, links)
    joined = links.filter("joins").select("node", "result")
    promises, members = _promises(nodes, joined, outcomes)

    def silent(open_: pl.Expr) -> pl.Expr:
        old = pl.col("last_report").dt.offset_by(f"{silent_after}y") <= today
        return pl.when(open_ & old).then("last_report").alias("silent_since")

    unheard = (pl.col("phase") <= ENTERED) & ~pl.col("occasion")
    outcomes = (
        outcomes.with_columns(silent(unheard), undated=pl.col("last_report").is_null())
        .join(_searched(columns, same or {}), on="engagement", how="left")
        .join(_opening_only(tables, columns), on="engagement", how="left")
        .join(members, on="engagement", how="left")
        .with_columns(pl.col("went_on_as").fill_null([]), pl.col("opening_only").fill_null(False))
    )
    promises = promises.with_columns(silent(pl.col("state").is_in(["open", "signed"]))).with_columns(
        state=pl.when(pl.col("silent_since").is_null()).then("state").otherwise(pl.lit("silent"))
    )
    return replace(
        tables,
        outcomes=outcomes.select(*OUTCOMES).sort("engagement"),
        promises=promises.select(*PROMISES).sort("promise"),
    )


def _nodes(tables: Tables, ontology: Ontology) -> pl.DataFrame:
    """Return what is known of each engagement by itself.

    `first` is the first day of any of its steps. `real` is the last day of its realised steps: it is no result of what
    began later. What is not realised has no such limit. A status is `alleged` if all steps are.
    """

    def classed(names: tuple[str, ...]) -> pl.Expr:
        return pl.col("type").is_in(sorted(iri for name in names for iri in ontology.subterms(name)))

    phase = pl.col("status").replace_strict(phases(ontology), default=None, return_dtype=pl.Int64)
    open_, real = (phase <= ENTERED).any(), pl.col("latest").fill_null(FAR).filter(phase == REALISED).max()
    steps = tables.steps.group_by("engagement").agg(
        first=pl.col("earliest").min(), real=real, open=open_, alleged=pl.col("alleged").all()
    )
    nodes = tables.engagements.select(
        "engagement", "status", "last_reported", day="status_latest", phase=phase,
        occasion=classed(OCCASIONS), promising=classed(PROMISING),
        funding=classed(("Funding",))
    )  # fmt: skip
    nodes = nodes.join(steps, on="engagement", how="left")
    return nodes.with_columns(real=pl.when(phase == REALISED).then("real").fill_null(FAR))


def stated_links(tables: Tables, ontology: Ontology) -> pl.DataFrame:
    """Return node, result, part, joins (promises), leads (to a result): the stated links between engagements."""
    said = tables.statements.filter(pl.col("property").is_in(LINKS) & ~pl.col("inferred"))
    part = pl.col("property") == PCG + "partOf"
    types = tables.engagements.select("engagement", pl.col("type").is_in(sorted(ontology.subterms("Funding"))))
    links = said.select(
        node=pl.when(part).then(VALUE_IRI).otherwise("subject"),
        result=pl.when(part).then("subject").otherwise(VALUE_IRI),
        part=part,
        covers=pl.col("property") == PCG + "covers",
    )
    links = links.filter(pl.col("node") != pl.col("result")).join(
        types.rename({"engagement": "node", "type": "paid"}), on="node"
    )
    links = links.join(types.select("engagement"), left_on="result", right_on="engagement", how="semi")
    return links.with_columns(joins=~pl.col("part"), leads=~(pl.col("covers") & pl.col("paid")))


def _outcomes(nodes: pl.DataFrame, links: pl.DataFrame) -> pl.DataFrame:
    """Return engagement, outcome, by, how, alleged, last_report, went_on_as, phase, occasion."""
    leading = links.filter("leads").select("node", "result", "part").unique()
    own = nodes.filter(~pl.col("occasion"))
    best = furthest(leading, own.filter(pl.col("phase") <= REALISED), nodes)
    reports = newest(leading, own, nodes)
    found = nodes.join(best, on="engagement", how="left").join(reports, on="engagement", how="left")
    further = (
        pl.col("reached").is_not_null()
        & ((pl.col("phase") < pl.col("reached")) | pl.col("phase").is_null())
    ).fill_null(False)  # fmt: skip
    further = further & ~pl.col("phase").eq_missing(STOPPED)
    status = nodes.select(result="engagement", outcome="status", heard="alleged")
    found = found.join(status, on="result", how="left")
    how = pl.when("part").then(pl.lit("part")).otherwise(pl.lit("result"))
    own_by = pl.when(pl.col("phase").is_not_null()).then("engagement")
    return found.select(
        "engagement",
        pl.when(further).then("outcome").otherwise("status").alias("outcome"),
        pl.when(further).then("result").otherwise(own_by).alias("by"),
        pl.when(further).then(how).when(pl.col("phase").is_not_null()).then(pl.lit("itself")).alias("how"),
        pl.when(further).then("reached").otherwise("phase").alias("phase"),
        pl.when(further).then("heard").otherwise("alleged").fill_null(False).alias("alleged"),
        pl.max_horizontal("last_reported", "report").alias("last_report"),
        "occasion",
    ).join(went_on_as(leading, nodes), on="engagement", how="left")


def _promises(nodes: pl.DataFrame, joined: pl.DataFrame, outcomes: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the promises, before those that are silent are taken out, and engagement, promise for each member."""
    promising = nodes.filter("promising")
    groups = components(promising.select("engagement"), joined)
    reports = outcomes.select("engagement", "last_report")
    rows = promising.join(groups, on="engagement").join(reports, on="engagement")
    rows = rows.join(rows.filter("open").select("group").unique(), on="group", how="semi")
    first = rows.sort("first", "engagement", nulls_last=True).unique("group", keep="first")
    rows = rows.join(first.select("group", promise="engagement"), on="group")
    done = pl.col("status").is_in([V + "operational", V + "completed"])
    state = (
        pl.when(done)
        .then(pl.lit("kept"))
        .otherwise(pl.col("phase").replace_strict(STATES, default=None, return_dtype=pl.String))
    )
    known = rows.drop_nulls("phase")
    works = known.filter(~pl.col("funding"))
    deciding = pl.concat([works, known.join(works, on="promise", how="anti")]).with_columns(
        state=state,
        further=pl.when(pl.col("phase") != STOPPED).then("phase"),
        own=pl.col("engagement") == pl.col("promise"),
    )
    deciding = deciding.sort("further", "own", "day", "engagement", descending=True, nulls_last=True)
    best = deciding.unique("promise", keep="first").select(
        "promise", "state", "alleged", outcome="status", by="engagement"
    )
    told = rows.sort("engagement").group_by("promise").agg(pl.col("last_report").max(), members="engagement")
    return best.join(told, on="promise"), rows.select("engagement", "promise")


def components(nodes: pl.DataFrame, links: pl.DataFrame) -> pl.DataFrame:
    """Return engagement, group: what links join has the same group, the least IRI in it."""
    links = links.join(nodes, left_on="node", right_on="engagement", how="semi")
    links = links.join(nodes, left_on="result", right_on="engagement", how="semi")
    both = pl.concat([links, links.select(node="result", result="node")]).unique()
    groups = both.select(engagement="node", group="node").unique()  # what nothing joins is a group of its own
    while True:
        near = both.join(groups, left_on="result", right_on="engagement").group_by("node").agg(pl.col("group").min())
        least = groups.join(near, left_on="engagement", right_on="node", maintain_order="left").select(
            "engagement", group=pl.min_horizontal("group", "group_right")
        )
        shorter = least.join(least, left_on="group", right_on="engagement", maintain_order="left").select(
            "engagement", group="group_right"
        )
        if shorter.equals(groups):
            alone = nodes.join(groups, on="engagement", how="anti").with_columns(group="engagement")
            return pl.concat([groups, alone])
        groups = shorter


def _searched(columns: pl.DataFrame, same: Mapping[str, str]) -> pl.DataFrame:
    """Return engagement, searched: the last search for it that found nothing newer."""
    said = columns.filter(source=SEARCHES).select("subject", "property", "value")
    for_, on, result = (
        said.filter(property=PCG + name).select("subject", pl.col("value").alias(name))
        for name in ("searchedFor", "searchedOn", "result")
    )
    nothing = result.filter(pl.col("result").is_in([f"<{V}nothing-newer>", f"<{V}same-report>"]))
    found = for_.join(on, on="subject").join(nothing, on="subject")
    day = pl.col("searchedOn").str.slice(1, 10).str.to_date(strict=False)
    engagement = pl.col("searchedFor").str.strip_chars("<>").replace(same)
    return found.group_by(engagement=engagement).agg(searched=day.max())


def _opening_only(tables: Tables, columns: pl.DataFrame) -> pl.DataFrame:
    """Return engagement, opening_only: whether all sources that mention it were read to the opening only."""
    read = columns.filter(property=PCG + "readTo", value=f"<{V}opening>")
    read = read.select("source", opening=True).unique()
    said = tables.statements.filter(property=PCG + "statedIn").select(engagement="subject", source="sources")
    said = said.explode("source").join(read, on="source", how="left")
    return said.group_by("engagement").agg(opening_only=pl.col("opening").fill_null(False).all())
