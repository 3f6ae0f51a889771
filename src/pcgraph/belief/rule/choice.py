"""Which facts count: verdicts come first, then one value is chosen for each functional property and each number."""

from __future__ import annotations

from datetime import date

import polars as pl

from pcgraph.belief.tables import KEY, MARKS
from pcgraph.errors import InvalidInput
from pcgraph.model import namespaces
from pcgraph.model.dates import bounds
from pcgraph.model.namespaces import XSD
from pcgraph.model.ontology import Ontology

TRUE = f'"true"^^<{XSD}boolean>'


def judge(facts: pl.DataFrame, verdicts: pl.DataFrame, ontology: Ontology) -> pl.DataFrame:
    """Drop values that verdicts reject. If a verdict prefers a value that a source in scope gives, keep only that.

    With a part of a number, all that belongs to the number in the same source is dropped. A verdict that names more of
    a number, such as its currency, concerns only sources that state that too.
    """
    whole = ["subject", "group", "source"]
    rows = facts.with_row_index("row")
    judged = rows.filter(pl.col("subject").is_in(verdicts["subject"].unique().implode()))
    judged = judged.with_columns(group=pl.col("property").replace(ontology.chosen_with))
    gone = _named(judged, verdicts, "rejects")
    kept = judged.join(gone, on="row", how="anti")
    found = _named(kept, verdicts, "prefers")
    others = kept.join(found, on=KEY, how="semi").join(found, on=[*KEY, "value"], how="anti")
    gone = pl.concat([gone, others])
    parts = gone.filter(pl.col("property").is_in(sorted(ontology.group_leaders | ontology.chosen_with.keys())))
    rivals = kept.join(found, on=["subject", "group"], how="semi")
    numbers = pl.concat([parts, rivals]).join(found, on=whole, how="anti")
    gone = pl.concat([gone, judged.join(numbers, on=whole, how="semi")])
    return rows.filter(~pl.col("row").is_in(gone["row"].implode())).drop("row")


def _named(facts: pl.DataFrame, verdicts: pl.DataFrame, column: str) -> pl.DataFrame:
    """Return the facts that verdicts name in a column, ``rejects`` or ``prefers``."""
    named = verdicts.drop_nulls(column).select(*KEY, pl.col(column).alias("value"), "given")
    found = facts.join(named.filter(pl.col("given").list.len() == 0), on=[*KEY, "value"], how="semi")
    for subject, property_, value, given in named.filter(pl.col("given").list.len() > 0).iter_rows():
        own = facts.filter(subject=subject)
        same = own.filter(property=property_, value=value)
        for text in given:
            other, _, said = text.partition(" ")
            naming = own.filter(property=other, value=said)
            same = same.join(naming, on="source", how="semi")
        found = pl.concat([found, same])
    return found


def choose(facts: pl.DataFrame, ontology: Ontology) -> pl.DataFrame:
    """Choose one value for each functional property: stated, inferred, alleged, then by precision, tier, date and slug.

    Precision is compared among dates whose bounds overlap those of the best source. A number is a group, such as an
    amount with its currency and its bounds, and is taken as a whole from one source.
    """
    order = (*MARKS, "tier", "newest", "source", "value")
    descending = [False, False, False, True, False, False]
    functional = facts.filter(pl.col("property").is_in(sorted(ontology.functional)))
    grouped = pl.col("property").is_in(sorted(ontology.group_leaders | ontology.chosen_with.keys()))
    ranked = functional.filter(~grouped).sort(order, descending=descending, nulls_last=True)
    dates = ranked.filter(pl.col("property").is_in(list(namespaces.EDTF_PROPERTIES)))
    best = ranked.unique(KEY, keep="first")
    if dates.height:
        days = spans(dates)
        first = best.join(days, on="value").select(
            *KEY, best_low="low", best_high="high", best_inferred="inferred", best_alleged="alleged"
        )
        exact = (
            dates.with_row_index("order")
            .join(days, on="value")
            .join(first, on=list(KEY))
            .filter(
                (pl.col("low") <= pl.col("best_high")) & (pl.col("high") >= pl.col("best_low")),
                inferred=pl.col("best_inferred"),
                alleged=pl.col("best_alleged"),
            )
            .with_columns(width=pl.col("high") - pl.col("low"))
            .sort("width", "order")
            .unique(KEY, keep="first")
        )
        best = pl.concat([best.join(exact, on=list(KEY), how="anti"), exact.select(best.columns)])
    return pl.concat([best, _choose_numbers(functional.filter(grouped), ontology).select(best.columns)])


def _choose_numbers(facts: pl.DataFrame, ontology: Ontology) -> pl.DataFrame:
    """Choose one source for all that belongs to a number, which is approximate only if every source of it says so."""
    whole = ["subject", "group"]
    facts = facts.with_columns(group=pl.col("property").replace(ontology.chosen_with))
    marks = pl.col(MARKS).any().over("subject", "group", "source").name.prefix("any_")
    order = ("any_inferred", "any_alleged", "tier", "newest", "source", "value")
    ranked = facts.with_columns(marks).sort(order, descending=[False] * 3 + [True, False, False], nulls_last=True)
    best = ranked.unique(whole, keep="first").select(*whole, "source")
    chosen = ranked.join(best, on=[*whole, "source"], how="semi").unique(KEY, keep="first")
    rough = pl.col("property").str.ends_with("Approximate")
    text = pl.format("{} {}", "property", "value").unique().sort().str.join("\n").alias("text")
    numbers = facts.filter(~rough).group_by(*whole, "source").agg(text)
    believed = numbers.join(best, on=[*whole, "source"], how="semi")
    same = numbers.join(believed, on=[*whole, "text"], how="semi")
    exact = same.join(facts.filter(rough, value=TRUE), on=[*whole, "source"], how="anti")
    return pl.concat([chosen.filter(~rough), chosen.filter(rough).join(exact, on=whole, how="anti")])


def spans(frame: pl.DataFrame, column: str = "value") -> pl.DataFrame:
    """Return the first and last day of each distinct date literal; open ends extend to the end of the calendar."""
    rows = []
    for value in frame[column].unique().sort():
        text = value.split('"')[1]
        try:
            low, high = bounds(text)
        except ValueError as error:
            subject = frame.filter(pl.col(column) == value)["subject"].min()
            raise InvalidInput(f"{namespaces.compact(str(subject))}: bad-edtf: {error}") from error
        rows.append((value, text, low, high))
    schema = {column: pl.String, "date": pl.String, "earliest": pl.Date, "latest": pl.Date}
    return pl.DataFrame(rows, schema=schema, orient="row").with_columns(
        low=pl.col("earliest").fill_null(date.min), high=pl.col("latest").fill_null(date.max)
    )
