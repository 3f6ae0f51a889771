"""Rank agents over time: by what was known at the end of each period, or by what had happened by then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from pcgraph.analysis.annotated_table import Study
from pcgraph.analysis.centrality import find, rank
from pcgraph.analysis.network import NetworkSpec, draw
from pcgraph.belief.evidence import ReportedEvidence
from pcgraph.belief.rule import alternatives
from pcgraph.belief.rule.derivation import unlapsed
from pcgraph.belief.rule.status import complete
from pcgraph.belief.snapshot import Snapshot
from pcgraph.belief.tables import Tables
from pcgraph.errors import UsageError, check_choice
from pcgraph.model.ontology import Ontology

if TYPE_CHECKING:
    import networkx as nx

EVERY = {"year": 12, "quarter": 3}  # months
CLOCKS = ("known", "steps")
UNDATED = "an undated step counts as before its source"
MOST = 400  # periods: a century of quarters
SCHEMA = {
    "period": pl.String,
    "agent": pl.String,
    "label": pl.String,
    "rank": pl.Int64,
    "value": pl.Float64,
    "why": pl.String,
}


class Period(NamedTuple):
    """A year or a quarter, with its first and last day."""

    name: str
    first: date
    last: date


def periods(since: date, until: date, every: str = "year") -> list[Period]:
    """Return the years or quarters from the one that contains `since` to the one that contains `until`.

    >>> [period.name for period in periods(date(2024, 8, 1), date(2025, 2, 1), "quarter")]
    ['2024-Q3', '2024-Q4', '2025-Q1']
    """
    check_choice("every", every, EVERY)
    if since > until:
        raise UsageError(f"since {since}: after until {until}; expected the earlier day first; swap them")
    months = EVERY[every]
    place = (since.year * 12 + since.month - 1) // months
    found = []
    while (first := date(*_month(place * months), 1)) <= until:
        name = str(first.year) if months == 12 else f"{first.year}-Q{(first.month + 2) // 3}"
        found.append(Period(name, first, date(*_month((place + 1) * months), 1) - timedelta(1)))
        if len(found) > MOST:
            raise UsageError(
                f"every {every}: more than {MOST} periods; expected fewer; use years, or set since and until"
            )
        place += 1
    return found


def _month(number: int) -> tuple[int, int]:
    return number // 12, number % 12 + 1


def tables_as_known(
    reported: ReportedEvidence, ontology: Ontology, spans: list[Period]
) -> Iterator[tuple[Period, Tables]]:
    """Yield, for each period, the tables of what is believed from the sources known at its end.

    They equal `pcgraph.belief.rule.resolution.believe` of the sources in scope on that day. The rule runs once for all
    periods.
    """
    evidence = alternatives.fold_identities(reported.evidence)
    speaking = alternatives.sources_by_engagement(evidence, ontology).join(
        evidence.sources.select("source", "known"), on="source"
    )
    gone = pl.col("source").replace_strict(reported.retracted, default=None, return_dtype=pl.Date)
    wanted = [
        speaking.filter(
            (pl.col("known").is_null() | (pl.col("known") <= span.last)) & (gone.is_null() | (gone > span.last))
        ).select(pl.lit(number).cast(pl.Int64).alias("world"), "engagement", "source")
        for number, span in enumerate(spans)
    ]
    found = alternatives.tables(replace(evidence, today=None), ontology, pl.concat(wanted))
    numbered = rf"{alternatives.MARK}(\d+)"
    world = pl.col("subject").str.extract(numbered + "$").cast(pl.Int64).alias("world")
    plain = [pl.col("subject").str.replace(numbered + "$", ""), pl.col("value").str.replace(numbered + ">$", ">")]
    frames = {name: found[name].with_columns(world, *plain) for name in ("statements", "readings")}
    frames |= {name: found[name] for name in alternatives.BY_ENGAGEMENT}
    for number, span in enumerate(spans):
        own = {name: frame.filter(world=number).drop("world") for name, frame in frames.items()}
        own["engagements"] = complete(own["engagements"], span.last)
        own["relations"] = unlapsed(own["relations"], ontology, own["engagements"], span.last)
        yield span, replace(found, **own)


def rank_periods(measure: str, networks: Mapping[str, nx.Graph], clock: str) -> Study:
    """Rank the agents of each period's network.

    >>> import networkx as nx
    >>> found = rank_periods("degree", {"2024": nx.Graph([("a", "b")]), "2025": nx.Graph([("a", "c")])}, "steps")
    >>> found.table.select("period", "agent", "rank", "why").rows()[2:4]
    [('2024', 'c', None, 'no tie yet'), ('2025', 'a', 1, '')]
    """
    what = find(measure)
    found = {name: rank(graph, measure) for name, graph in networks.items()}
    labels = (
        dict(
            pl.concat([ranking.table.select("agent", "label") for ranking in found.values()])
            .unique("agent", keep="last")
            .iter_rows()
        )
        if found
        else {}
    )
    rows: list[tuple[object, ...]] = []
    met: set[str] = set()
    for name, ranking in found.items():
        here = [
            (name, agent, label, place, value, "" if place is not None else "the measure has no value")
            for place, agent, label, value in ranking.table.select("rank", "agent", "label", "value").iter_rows()
        ]
        met |= (inside := {str(row[1]) for row in here})
        gone = [
            (name, agent, labels[agent], None, None, "no tie in this period" if agent in met else "no tie yet")
            for agent in sorted(labels.keys() - inside)
        ]
        rows += [*here, *gone]
    clocks = {
        "known": "by what was known on the last day of each period",
        "steps": f"by steps: engagements with a step that may lie in the period; {UNDATED}",
        "steps so far": f"by steps: engagements with a step that may lie in the period or before; {UNDATED}",
    }
    counts = [f"{name}: {ranking.counts}" for name, ranking in found.items()]
    title = f"{what.name} over time, {clocks[clock]}"
    return Study(title, pl.DataFrame(rows, schema=SCHEMA, orient="row"), (what.meaning, *counts))


def over_time(
    snapshot: Snapshot,
    spec: NetworkSpec,
    measure: str,
    *,
    every: str = "year",
    clock: str = "known",
    so_far: bool = True,
    since: date | None = None,
    until: date | None = None,
) -> Study:
    """Rank the agents in each year or quarter."""
    check_choice("clock", clock, CLOCKS)
    find(measure)
    tables = snapshot.tables
    days = (
        tables.sources["known"] if clock == "known" else pl.concat([tables.steps["earliest"], tables.steps["latest"]])
    )
    first, last = since or days.min(), until or days.max()
    if not isinstance(first, date) or not isinstance(last, date):
        raise UsageError("over_time: no dated source or step; expected at least one; set since and until")
    spans = periods(first, last, every)
    if clock == "known":
        known = tables_as_known(snapshot.reported, snapshot.ontology, spans)
        drawn = {span.name: draw(snapshot.with_tables(held, span.last), spec) for span, held in known}
        return rank_periods(measure, drawn, clock)
    drawn = {
        span.name: draw(snapshot, replace(spec, since=None if so_far else span.first, until=span.last))
        for span in spans
    }
    return rank_periods(measure, drawn, "steps so far" if so_far else clock)
