"""Estimate how many engagements no source reports, from the overlap of independent voices (capture–recapture)."""

from __future__ import annotations

import math
from collections import Counter
from datetime import date
from typing import NamedTuple

import polars as pl

from pcgraph.analysis.annotated_table import Study
from pcgraph.belief.snapshot import Snapshot
from pcgraph.errors import UsageError, check_choice
from pcgraph.model.namespaces import PCG, local
from pcgraph.model.quads import current

GROUPS = ("country", "tier", "publisher")
OVERLAP = 7  # engagements in both lists, from which Chapman's estimator is nearly unbiased (Robson and Regier 1964)
LEVEL, Z = 90, 1.6448536269514722  # level of the intervals in per cent, and its normal quantile
UNKNOWN = "not known"
NO_PERIOD = "no period, so the population is not closed; set since and until"
SCHEMA = {
    "method": pl.String,
    "one": pl.String,
    "other": pl.String,
    **dict.fromkeys(("in_one", "in_other", "in_both", "seen"), pl.Int64),
    **dict.fromkeys(("estimate", "error", "low", "high", "unseen"), pl.Float64),
    "why": pl.String,
}
ASSUMED = (
    "assumption: the population is closed, since no engagement joins or leaves the period while the voices report",
    "assumption: the lists are independent; if both prefer the same well-known engagements, Chapman's estimate is too "
    "low",
    "assumption: reports of the same engagement were matched; missed matches make the estimates too high",
    "Chao1 needs no lists; it is a lower bound, since engagements differ in how likely they are to be reported",
    f"low and high: {LEVEL} % interval, log-normal for the number unseen, so never below the number seen (Chao 1987)",
)


class Estimate(NamedTuple):
    """An estimated total number, with its standard error."""

    total: float
    error: float

    def interval(self, seen: int) -> tuple[float, float]:
        """Return the interval of `LEVEL` per cent, log-normal for the number unseen.

        >>> [round(end, 1) for end in chapman(10, 8, 6).interval(12)]
        [12.2, 17.6]
        """
        missed = self.total - seen
        if missed <= 0 or not self.error:
            return float(seen), max(float(seen), self.total)
        wide = math.exp(Z * math.sqrt(math.log1p((self.error / missed) ** 2)))
        return seen + missed / wide, seen + missed * wide


def chapman(one: int, other: int, both: int) -> Estimate:
    """Estimate the size of a closed population from two independent lists.

    Formula: N = (n₁ + 1)(n₂ + 1)/(m + 1) − 1, of lists of n₁ and n₂ with m in both; its variance
    (n₁ + 1)(n₂ + 1)(n₁ − m)(n₂ − m) / ((m + 1)²(m + 2)). Units: engagements. Source: Chapman 1951, Seber 1970.

    >>> found = chapman(10, 8, 6)  # 11 · 9 / 7 − 1, and the root of 11 · 9 · 4 · 2 / (49 · 8)
    >>> round(found.total, 3), round(found.error, 3)
    (13.143, 1.421)
    """
    total = (one + 1) * (other + 1) / (both + 1) - 1
    variance = (one + 1) * (other + 1) * (one - both) * (other - both) / ((both + 1) ** 2 * (both + 2))
    return Estimate(total, math.sqrt(variance))


def chao(seen: int, once: int, twice: int) -> Estimate:
    """Estimate a lower bound of a total number, from the numbers reported by exactly one voice and by exactly two.

    Formula: N = S + f₁(f₁ − 1) / (2(f₂ + 1)), bias-corrected; variance f₁(f₁ − 1)/(2(f₂ + 1)) +
    f₁(2f₁ − 1)²/(4(f₂ + 1)²) + f₁²f₂(f₁ − 1)²/(4(f₂ + 1)⁴). Units: engagements. Source: Chao 1984, 1987; Chiu and
    others 2014.

    >>> found = chao(10, 4, 2)  # 10 + 4 · 3 / 6; root of 2 + 4 · 49 / 36 + 16 · 2 · 9 / 324
    >>> found.total, round(found.error, 3)
    (12.0, 2.887)
    """
    more = once * (once - 1) / (2 * (twice + 1))
    variance = (
        more
        + once * (2 * once - 1) ** 2 / (4 * (twice + 1) ** 2)
        + once**2 * twice * (once - 1) ** 2 / (4 * (twice + 1) ** 4)
    )
    return Estimate(seen + more, math.sqrt(variance))


def unseen(
    snapshot: Snapshot,
    *,
    by: str = "country",
    since: date | None = None,
    until: date | None = None,
) -> Study:
    """Estimate how many engagements of a period no source reports."""
    check_choice("by", by, GROUPS)
    if (since is None) != (until is None):
        raise UsageError("unseen: a period open at one end; expected since and until; set both or neither")
    if since and until and since > until:
        raise UsageError(f"since {since}: after until {until}; expected the earlier day first; swap them")
    reports = _reports(snapshot, by)
    period = ""
    if since and until:
        inside = snapshot.tables.steps.filter((pl.col("earliest") >= since) & (pl.col("latest") <= until))
        reports = reports.join(inside, on="engagement", how="semi")
        period = f" with a step from {since} to {until}"
    rows = [_row_of_chao(reports, closed=bool(period)), *_rows_of_lists(reports, closed=bool(period))]
    table = pl.DataFrame(rows, schema=SCHEMA, orient="row")
    left = {
        "are in several lists": reports.filter("mixed")["voice"].n_unique(),
        f"have no known {by}": reports.filter(~pl.col("mixed"), list=UNKNOWN)["voice"].n_unique(),
    }
    notes = (*ASSUMED, *(f"in no list: {number} voices that {why}" for why, number in left.items() if number))
    return Study(f"How many engagements{period} does no source report? Lists by {by} of the publisher", table, notes)


def _reports(snapshot: Snapshot, by: str) -> pl.DataFrame:
    """Return the distinct engagement, voice, publisher, list, mixed (whether the voice is in several lists)."""
    tables = snapshot.tables
    publisher = {q.subject.value: q.object.value for q in current(snapshot.store, predicate=PCG + "publisher")}
    names = {1: "official or party", 2: "official or party", 3: "press", 4: "aggregator"}
    groups = {}
    for source, tier in tables.sources.select("source", "tier").iter_rows():
        owner = publisher.get(source, "")
        country = snapshot.entities[owner].country if owner in snapshot.entities else None
        group = {"country": country or "", "tier": names.get(tier, ""), "publisher": owner}[by]
        groups[source] = local(group) if group else UNKNOWN
    known = tables.sources.select(
        "source",
        "voice",
        publisher=pl.col("source").replace_strict(publisher, default="", return_dtype=pl.String),
        list=pl.col("source").replace_strict(groups, return_dtype=pl.String),
    )
    engagement, source = pl.col("subject").alias("engagement"), pl.col("sources").alias("source")
    whole = tables.statements.join(tables.engagements.select(subject="engagement"), on="subject")
    whole = whole.explode("sources").select(engagement, source).unique().join(known, on="source")
    mixed = (pl.col("list").n_unique().over("voice") > 1).alias("mixed")
    return whole.with_columns(mixed).drop("source").unique().sort("engagement", "voice", "publisher")


def _row_of_chao(reports: pl.DataFrame, *, closed: bool) -> tuple[object, ...]:
    voices = Counter(reports.group_by("engagement").agg(pl.col("voice").n_unique())["voice"])
    seen, once, twice = voices.total(), voices[1], voices[2]
    head = ("Chao1", "reported by one voice", "reported by two", once, twice, None, seen)
    if not closed or not seen or not twice:
        none = "no engagement is reported by exactly two voices" if seen else "no engagement"
        return (*head, *[None] * 5, none if closed else NO_PERIOD)
    return (*head, *_estimate_columns(chao(seen, once, twice), seen))


def _rows_of_lists(reports: pl.DataFrame, *, closed: bool) -> list[tuple[object, ...]]:
    listed = reports.filter(~pl.col("mixed") & (pl.col("list") != UNKNOWN))
    rows = []
    for name in listed["list"].unique():
        own, rest = listed.filter(list=name), listed.filter(pl.col("list") != name)
        one, other = set(own["engagement"]), set(rest["engagement"])
        both, seen = len(one & other), len(one | other)
        head = ("Chapman", name, "all others", len(one), len(other), both, seen)
        shared = {*own["publisher"]} & {*rest["publisher"]} - {""}
        why = ""
        if not closed:
            why = NO_PERIOD
        elif shared:
            why = f"not independent: {len(shared)} publishers are in both lists"
        elif both < OVERLAP:
            why = f"in both lists: {both} engagements; expected {OVERLAP} or more"
        found = [*[None] * 5, why] if why else _estimate_columns(chapman(len(one), len(other), both), seen)
        rows.append((*head, *found))
    return sorted(rows, key=lambda row: (-row[3], row[1]))


def _estimate_columns(found: Estimate, seen: int) -> tuple[object, ...]:
    return (found.total, found.error, *found.interval(seen), max(0.0, found.total - seen), "")
