"""What was concluded on each day: outcomes and promises as the sources that were known on that day give them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import polars as pl

from pcgraph.belief.conclusions.outcomes import OCCASIONS, STATES, components, conclude, stated_links
from pcgraph.belief.rule.alternatives import MARK, History, join_touching
from pcgraph.belief.rule.status import phases
from pcgraph.belief.tables import VALUE_IRI, Tables
from pcgraph.model.ontology import Ontology

NO_COLUMNS = pl.DataFrame(schema=dict.fromkeys(("source", "subject", "property", "value"), pl.String))
OWN = ("status_since", "status_by", "last_reported", "next")  # of the engagement itself, not of an occasion
FOUND = ("outcome", "by", "how", "went_on_as", "silent_since", "promise", "state")
HIDDEN = ("outcome", "by", "how")  # where the engagement itself is the outcome, its status says it


def outcome_history(history: History, ontology: Ontology, today: date, silent_after: int) -> pl.DataFrame:
    """Return what is concluded about each engagement, for each interval in which that does not change.

    Engagements that stated links join have an alternative of their own for each day on which a source on any of them
    becomes known or is retracted. All alternatives go through `conclude` in one call. Cost: rows for each engagement
    and each such day of those that are joined with it.
    """
    worlds, spans = _worlds(history, ontology)
    found = conclude(worlds, NO_COLUMNS, ontology, date.max, silent_after)  # so that whatever can be silent is
    status = phases(ontology)
    heard = {iri: STATES[phase] for iri, phase in status.items()}
    states = found.promises.select(
        "promise", pl.col("state"), heard=pl.col("outcome").replace_strict(heard, default=None),
        since="silent_since"
    )  # fmt: skip
    occasions = pl.col("type").is_in(sorted(iri for name in OCCASIONS for iri in ontology.subterms(name)))
    itself = pl.col("how") == "itself"
    rows = (
        found.outcomes.join(worlds.engagements.select("engagement", "type", *OWN), on="engagement")
        .join(states, on="promise", how="left")
        .with_columns(
            *(pl.when(~occasions).then(name).alias(name) for name in OWN),
            *(pl.when(~itself).then(name).alias(name) for name in HIDDEN),
            pl.col("went_on_as").list.join(" "),
            world=pl.col("engagement").str.extract(rf"{MARK}(\d+)$").cast(pl.Int64),
        )
        .join(spans, on="world")
    )
    text = [name for name, kind in rows.schema.items() if kind == pl.String]
    rows = rows.with_columns(pl.col(text).str.replace_all(rf"{MARK}\d+", ""))
    rows = _silenced(rows, "silent_since", pl.lit(None, pl.Date), "silent_since", today, silent_after)
    rows = _silenced(rows, "since", pl.col("heard"), "state", today, silent_after)
    names = ["engagement", *OWN, *FOUND]
    joined = join_touching(rows.select("starts", "ends", *names), names)
    return joined.select("engagement", "starts", "ends", *OWN, *FOUND).sort("engagement", "starts")


def _silenced(
    rows: pl.DataFrame, last: str, heard: pl.Expr, column: str, today: date, silent_after: int
) -> pl.DataFrame:
    """Divide the intervals in which something fell silent: before that day, `column` is `heard`."""
    falls = pl.col(last).dt.offset_by(f"{silent_after}y")
    past = (falls <= today) & (pl.col("ends").is_null() | (falls < pl.col("ends")))
    open_ = pl.col(last).is_not_null() & ~(past & (pl.col("starts") >= falls).fill_null(False))
    before = rows.filter(open_).with_columns(heard.alias(column), ends=pl.when(past).then(falls).otherwise("ends"))
    after = rows.filter(past | pl.col(last).is_null()).with_columns(
        starts=pl.when(past).then(pl.max_horizontal("starts", falls)).otherwise("starts")
    )
    return pl.concat([before, after])


def _worlds(history: History, ontology: Ontology) -> tuple[Tables, pl.DataFrame]:
    """Return the tables of all alternatives together, with numbered IRIs; and world, starts, ends."""
    engagements = history.worlds.engagements.join(history.days, on="world")
    subject = pl.col("subject").str.replace(rf"{MARK}\d+$", "")
    known = engagements.unique("engagement").select("engagement", "type")
    links = stated_links(
        replace(history.worlds, engagements=known, statements=history.worlds.statements.with_columns(subject)),
        ontology,
    )
    groups = components(known.select("engagement"), links.select("node", "result"))
    members = engagements.join(groups, on="engagement").with_columns(pl.col("starts").fill_null(date.min))
    days = pl.concat([members.select("group", "starts"), members.select("group", starts="ends")])
    days = days.drop_nulls().unique().sort("group", "starts").with_row_index("new")
    spans = days.with_columns(ends=pl.col("starts").shift(-1).over("group"), new=pl.col("new").cast(pl.Int64))
    chosen = (
        groups.join(spans.select("group", "new", day="starts"), on="group")
        .sort("day")
        .join_asof(
            members.select("engagement", "world", "starts", "ends").sort("starts"),
            left_on="day", right_on="starts", by="engagement", strategy="backward", check_sortedness=False,
        )
        .filter(pl.col("world").is_not_null() & (pl.col("ends").is_null() | (pl.col("day") < pl.col("ends"))))
        .select("world", "engagement", "new")
    )  # fmt: skip
    numbered = pl.format("{}{}{}", "engagement", pl.lit(MARK), "new").alias("engagement")
    value = pl.format("<{}{}{}>", VALUE_IRI, pl.lit(MARK), "new").alias("value")
    said = history.worlds.statements.with_columns(
        world=pl.col("subject").str.extract(rf"{MARK}(\d+)$").cast(pl.Int64), engagement=subject
    )
    said = said.join(chosen, on=["world", "engagement"]).with_columns(numbered)
    tables = replace(
        history.worlds,
        engagements=engagements.join(chosen, on=["world", "engagement"]).with_columns(numbered),
        steps=history.worlds.steps.join(chosen, on=["world", "engagement"]).with_columns(numbered),
        statements=said.with_columns(value, subject="engagement"),
    )
    starts = pl.when(pl.col("starts") > date.min).then("starts").alias("starts")
    return tables, spans.select(pl.col("new").alias("world"), starts, "ends")
