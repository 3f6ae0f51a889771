"""The tables of what is believed, and what their makers share."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Self

import polars as pl

from pcgraph.belief.tables.readable import Label, readable
from pcgraph.errors import UsageError, nearest
from pcgraph.model.namespaces import PCG

NUMBERS: dict[str, type[pl.DataType]] = {  # columns of numbers: each group is from one source
    "amount": pl.Float64, "amount_at_least": pl.Float64, "amount_at_most": pl.Float64, "currency": pl.String,
    "amount_per": pl.String, "constant_prices": pl.String, "amount_approximate": pl.Boolean,
    "basis": pl.String, "amount_shared": pl.Boolean,
    "claimed_amount": pl.Float64, "claimed_currency": pl.String,
    "quantity": pl.Float64, "quantity_at_least": pl.Float64, "quantity_at_most": pl.Float64, "quantity_of": pl.String,
    "quantity_per": pl.String, "quantity_approximate": pl.Boolean,
}  # fmt: skip
NUMBER_NAMES = [re.sub("_(.)", lambda found: found[1].upper(), name) for name in NUMBERS]
KEY = ("subject", "property")
VALUE_IRI = pl.col("value").str.strip_chars("<>")  # of a frame of statements, where it is the name of a thing
MARKS = ("inferred", "alleged")  # columns
OUTCOMES: dict[str, pl.DataType | type[pl.DataType]] = {
    "engagement": pl.String, "outcome": pl.String, "by": pl.String, "how": pl.String, "alleged": pl.Boolean,
    "went_on_as": pl.List(pl.String), "last_report": pl.Date, "undated": pl.Boolean, "silent_since": pl.Date,
    "searched": pl.Date, "opening_only": pl.Boolean, "promise": pl.String,
}  # fmt: skip
STATES = ("kept", "begun", "signed", "open", "silent", "stopped")  # of a promise
PROMISES: dict[str, pl.DataType | type[pl.DataType]] = {
    "promise": pl.String, "state": pl.String, "outcome": pl.String, "by": pl.String, "alleged": pl.Boolean,
    "last_report": pl.Date,
    "silent_since": pl.Date, "members": pl.List(pl.String),
}  # fmt: skip
SUMS: dict[str, pl.DataType | type[pl.DataType]] = {
    "engagement": pl.String, "step": pl.String, "amount": pl.Float64, "amount_at_least": pl.Float64,
    "amount_at_most": pl.Float64, "currency": pl.String, "amount_per": pl.String, "constant_prices": pl.String,
    "basis": pl.String, "basis_stated": pl.Boolean, "funders": pl.List(pl.String), "total": pl.String,
    "year": pl.Int32, "reason": pl.String, "within": pl.String, "sources": pl.List(pl.String),
}  # fmt: skip
QUANTITIES: dict[str, pl.DataType | type[pl.DataType]] = {
    "engagement": pl.String, "step": pl.String, "quantity": pl.Float64, "quantity_at_least": pl.Float64,
    "quantity_at_most": pl.Float64, "quantity_of": pl.String, "quantity_per": pl.String, "reached": pl.String,
    "day": pl.String, "source": pl.String,
}  # fmt: skip

OF_ENGAGEMENTS = (  # tables with a column `engagement`
    "engagements", "parties", "representations", "steps", "relations", "outcomes", "sums", "quantities",
)  # fmt: skip


@dataclass(frozen=True, repr=False)
class Tables:
    """What is believed, as data frames. IRIs are plain strings; each frame is sorted by its first columns.

    Attributes
    ----------
    statements : subject, property, value (N-Triples term), inferred (no source says so plainly), alleged (nor is it
        read in one: sources only allege it), sources (list)
    engagements : engagement, type, kind, status, status_date (EDTF), status_earliest, status_latest, status_since,
        status_by (only if the first day is not known), next (a later step that is planned), last_reported,
        starts_earliest, ends_latest, the columns of `NUMBERS`, sectors (list), places (list), ended_by_date (whether
        the completion follows from the last day of an event)
    parties : engagement, role, agent, inferred, alleged, unnamed, sources (list)
    representations : engagement, agent, body, role, inferred, alleged, sources (list): who acts for whom
    steps : step, engagement, status, rank, date (EDTF), earliest, latest, inferred, alleged, reached, order, the
        columns of `NUMBERS`, sources (list)
    relations : relation, from, to, engagement, sources (list); a symmetric one has a row for each direction
    readings : subject, property, value, source, alleged: what a source does not say in words, and we read in it or it
        only alleges
    sources : source, tier (1 best), known (day from which it counts), oldest, newest (of its own date, or null), voice
        (the source that represents its voice), reported (`newest` or, if the scope estimates it, the estimated day),
        publisher, agencies (list: the agencies and releases that it repeats)
    outcomes : engagement, outcome (a status), by (engagement), how ("itself", "result" or "part"), alleged (whether
        that status is only alleged), went_on_as (list), last_report, undated, silent_since, searched, opening_only,
        promise; see `pcgraph.belief.conclusions.outcomes`
    promises : promise, state ("kept", "begun", "signed", "open", "silent" or "stopped"), outcome, by, alleged,
        last_report, silent_since, members (list)
    sums : engagement, step, the sum (amount … constant_prices), basis, basis_stated, funders (list), total (committed
        or paid), year, reason (why it is left out of that total, or of both), within, sources (list)
    quantities : engagement, step, the count (quantity … quantity_per), reached (the step at which it was reached, or
        null: a target), day (EDTF), source
    """

    statements: pl.DataFrame
    engagements: pl.DataFrame
    parties: pl.DataFrame
    representations: pl.DataFrame
    steps: pl.DataFrame
    relations: pl.DataFrame
    readings: pl.DataFrame
    sources: pl.DataFrame
    outcomes: pl.DataFrame
    promises: pl.DataFrame
    sums: pl.DataFrame
    quantities: pl.DataFrame

    def __getitem__(self, name: str) -> pl.DataFrame:
        """Return a table by its name. In a snapshot, `engagements` has labels; see `pcgraph.belief.tables.readable`."""
        if name not in self.names():
            hint = "call kg.table('deals')" if name == "deals" else nearest(name, self.names(), listed=True)
            raise UsageError(f"table {name!r}: unknown; expected one of {', '.join(self.names())}; {hint}")
        if name == "engagements" and (label := vars(self).get("_label")):
            return readable(self, name, label)
        frame: pl.DataFrame = getattr(self, name)
        return frame

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names of the tables, like a dictionary."""
        return iter(self.names())

    def __len__(self) -> int:
        """Return the number of tables."""
        return len(self.names())

    def keys(self) -> list[str]:
        """Return the names of the tables; ``dict(kg.tables)`` uses it.

        >>> from pcgraph.testing import tiny
        >>> tiny().tables.keys()[:3]
        ['statements', 'engagements', 'parties']
        """
        return self.names()

    _ipython_key_completions_ = keys

    def __repr__(self) -> str:
        """Return the names and the numbers of rows."""
        return f"Tables({', '.join(f'{name}: {frame.height} rows' for name, frame in self.items())})"

    def with_labels(self, label: Label) -> Self:
        """Return the same tables, which know the label of an IRI."""
        other = copy.copy(self)
        vars(other)["_label"] = label
        return other

    def items(self) -> Iterator[tuple[str, pl.DataFrame]]:
        """Iterate over the names of the tables, and the tables as they are computed."""
        return ((name, getattr(self, name)) for name in self.names())

    def rows(self, name: str, values: Iterable[str], *columns: str, only: str = "*") -> pl.DataFrame:
        """Return the rows of a table that have one of the values in one of the columns; a null is no value.

        With `only`, return that column of them.
        """
        wanted = [*values]
        found = pl.any_horizontal(pl.col(each).is_in(wanted) for each in columns)
        return self.scan(name).filter(found.fill_null(False)).select(only).collect()

    def scan(self, name: str) -> pl.LazyFrame:
        """Return a table as a query."""
        frame: pl.DataFrame = getattr(self, name)
        return frame.lazy()

    def of_engagements(self, engagements: Iterable[str]) -> Tables:
        """Return the tables of some engagements only, with the statements about them, their steps and parties."""
        wanted = [*engagements]
        frames = {name: self.rows(name, wanted, "engagement") for name in OF_ENGAGEMENTS}
        subjects = [*wanted, *frames["steps"]["step"], *frames["parties"]["agent"].unique()]
        frames["readings"] = self.rows("readings", subjects, "subject")
        frames["promises"] = self.rows("promises", frames["outcomes"]["promise"].drop_nulls(), "promise")
        found = self._with_statements(subjects, sources=self.sources, **frames)
        return found.with_labels(label) if (label := vars(self).get("_label")) else found

    def _with_statements(self, subjects: list[str], **frames: pl.DataFrame) -> Tables:
        """Return tables with the statements about some subjects."""
        return Tables(statements=self.rows("statements", subjects, "subject"), **frames)

    def about(self, iri: str) -> Tables:
        """Return the tables of the engagements that have to do with a thing."""
        return self.of_engagements(self._around(iri).unique().sort())

    def about_both(self, one: str, other: str) -> Tables:
        """Return the tables of the engagements that have to do with both of two things, each as a party or a value."""
        values = ({*self.rows("statements", [f"<{iri}>"], "value", only="subject")["subject"]} for iri in (one, other))
        parties = ({*self._around(iri)} for iri in (one, other))
        return self.of_engagements(sorted(set.intersection(*map(set.union, values, parties))))

    def _around(self, iri: str) -> pl.Series:
        """Return the engagements that have to do with a thing; with duplicates."""
        unnamed = self.rows("statements", [PCG + "mayBe"], "property").filter(pl.col("value") == f"<{iri}>")
        columns = {
            "engagements": ["engagement"],
            "parties": ["engagement", "agent"],
            "relations": ["from", "to", "engagement"],
            "representations": ["engagement", "agent", "body"],
        }
        wanted = {name: [iri, *unnamed["subject"]] if name == "parties" else [iri] for name in columns}
        found = [self.rows(name, wanted[name], *columns[name], only="engagement") for name in columns]
        return pl.concat(found)["engagement"]

    @classmethod
    def names(cls) -> list[str]:
        """Return the names of the tables."""
        return [each.name for each in fields(cls)]


def certain(inferred: bool) -> pl.Expr:
    """Return the condition that a source states a row plainly or, with `inferred`, that it is also read in one.

    What is only alleged never counts.
    """
    return ~pl.col("alleged" if inferred else "inferred")


def one_of(tables: Tables, parties: pl.DataFrame | None = None) -> pl.DataFrame:
    """Return parties (default: all) with ``one_of``: the agents of which a source says: one or the other."""
    said = tables.rows("statements", [PCG + "mayBe"], "property")
    either = said.group_by(agent="subject").agg(one_of=VALUE_IRI.sort())
    every = tables.parties if parties is None else parties
    found = every.join(either, on="agent", how="left", maintain_order="left")
    return found.with_columns(pl.col("one_of").fill_null([]))


def empty() -> tuple[pl.DataFrame, ...]:
    """Return the tables of conclusions without rows, for tables of which nobody asks for them."""
    return tuple(pl.DataFrame(schema=schema) for schema in (OUTCOMES, PROMISES, SUMS, QUANTITIES))


def gather(rows: pl.DataFrame, names: list[str], *more: pl.Expr) -> pl.DataFrame:
    """Group rows that agree in `names`; their sources become a sorted list without duplicates.

    Nearly every row is unique, and grouping costs several times as much as finding that out. So only rows with a
    repeated hash are grouped; a hash collision does no harm.
    """
    repeated = rows.select(pl.struct(names).hash()).to_series().is_duplicated()
    alone = rows.filter(~repeated).with_columns(pl.concat_list("sources"))
    several = rows.filter(repeated).group_by(names).agg(*more, pl.col("sources").unique().sort())
    return pl.concat([alone.select(several.columns), several])


def number_columns(said: pl.DataFrame, *keys: str) -> pl.DataFrame:
    """Return the columns of `NUMBERS` for each subject, or each of some other keys, of which statements give any."""
    said = said.filter(pl.col("property").is_in([PCG + name for name in NUMBER_NAMES]))
    value = pl.col("value").str.extract(r'^"([^"]*)"').fill_null(VALUE_IRI)
    wide = (
        said.sort("value").with_columns(value).pivot("property", index=keys, values="value", aggregate_function="first")
    )
    columns = [
        (pl.col(PCG + name) if PCG + name in wide.columns else pl.lit(None, pl.String)).alias(column)
        for name, column in zip(NUMBER_NAMES, NUMBERS, strict=True)
    ]
    wide = wide.select(*keys, *columns)
    return wide.with_columns(
        pl.col(name).cast(pl.Float64, strict=False) if kind == pl.Float64 else pl.col(name) == "true"
        for name, kind in NUMBERS.items()
        if kind != pl.String
    )
