"""Survival analysis: waiting times until a stage is reached, with curves of the shares if there are enough waits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from math import inf
from typing import Any, NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.special import betaincinv

from pcgraph.analysis.annotated_table import Study
from pcgraph.belief.snapshot import Snapshot
from pcgraph.belief.tables import VALUE_IRI, Tables, certain
from pcgraph.errors import UsageError
from pcgraph.model.entities import Entity
from pcgraph.model.namespaces import PCG, V, local
from pcgraph.model.ontology import reached as reached_from
from pcgraph.query.names.resolve import resolve
from pcgraph.viz import charts

ENOUGH = 30  # waits; with fewer, single engagements would dominate a curve
FEW = 5  # still waiting; a curve ends where there are fewer
MEMORANDA = ("mou", "understanding", "letter-of-intent")
READINGS = ("least", "middle", "most")
YEAR = 365.25
OPEN, OPEN_DATE = date.min, "the date is open to the past"
DATES = (
    "vague dates give three waits: least (shortest possible), middle (from middle to middle), most (longest possible)"
)
SHARES = dict.fromkeys(("reached", "low", "high", "ended", "waiting"), pl.Float64)
CURVE = {"to": pl.String, "reading": pl.String, "days": pl.Int64, "at_risk": pl.Int64, **SHARES}
Days = tuple[float, float, float]  # one for each of `READINGS`; infinite if it did not happen


@dataclass(frozen=True, repr=False)
class Waits(Study):
    """Waiting times, and the curves of the share that has reached each stage.

    Attributes
    ----------
    curves : polars.DataFrame
        to, reading (least, middle, most), days, at_risk (those who still wait before that day), and shares: reached,
        with low and high (90 %); ended (before reaching it); waiting. The three add up to one. With fewer than
        30 waits there are no curves, and a curve ends where fewer than five are at risk.

    >>> from pcgraph.testing import tiny
    >>> dormancy(tiny())  # too few engagements for a curve
    Waits: How long until a second step, and how many years since the last one? 3 rows in .table
    second step: 2 waits, 1 reached, 0 ended before; no curve, since there are fewer than 30
    """

    curves: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=CURVE))

    def after(self, *years: int) -> pl.DataFrame:
        """Return the curves after some years, with dates at their middle; one that ends before then has no row.

        >>> from pcgraph.testing import tiny
        >>> dormancy(tiny()).after(1, 2, 5).columns
        ['to', 'years', 'at_risk', 'reached', 'low', 'high', 'ended', 'waiting']
        """
        rows = []
        for to, curve in self.curves.filter(reading="middle").group_by("to", maintain_order=True):
            for year in years:
                now = curve.filter(pl.col("days") <= year * YEAR)
                still = curve.filter(pl.col("days") >= year * YEAR)["at_risk"]
                if len(still):
                    rows.append((*to, year, still[0], *now.select(*SHARES).row(-1)))
        schema = {"to": pl.String, "years": pl.Int64, "at_risk": pl.Int64, **SHARES}
        return pl.DataFrame(rows, schema=schema, orient="row")

    def svg(self) -> str:
        """Return a picture of the curves, for print; needs matplotlib.

        Raises
        ------
        UsageError
            If there are no curves, or matplotlib is not installed.

        >>> Waits("How long?", pl.DataFrame()).svg()
        Traceback (most recent call last):
        pcgraph.errors.UsageError: How long?: no curve to draw; expected at least 30 waits; use the table
        """
        if self.curves.is_empty():
            raise UsageError(f"{self.title}: no curve to draw; expected at least {ENOUGH} waits; use the table")
        return charts.draw_curves(self.title, self.curves)

    def __repr__(self) -> str:
        """Return the title, the counts and what the curves say after one, two and five years."""
        lines = [f"Waits: {self.title} {len(self)} rows in .table", *(n for n in self.notes if " waits, " in n)]
        for (to,), rows in self.after(1, 2, 5).group_by("to", maintain_order=True):
            shares = (
                f"{charts.percent(share)} ({100 * low:.0f}–{100 * high:.0f}) by year {year}"
                for share, low, high, year in rows.select("reached", "low", "high", "years").iter_rows()
            )
            lines.append(f"{to} reached: {', '.join(shares)}")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        with suppress(UsageError):
            return super()._repr_html_() + self.svg()
        return super()._repr_html_()


class Moment(NamedTuple):
    """The bounds of the day on which something happened, the date as the source wrote it, the engagement, its status.

    >>> Moment(date(2024, 10, 1), date(2024, 10, 31), "2024-10", "talks", "signed").middle
    datetime.date(2024, 10, 16)
    """

    first: date
    last: date
    text: str
    engagement: str
    status: str

    @property
    def middle(self) -> date:
        """The day in the middle (the earlier one of two), or the last day if the date is open to the past."""
        if self.first == OPEN:
            return self.last
        return self.first + (self.last - self.first) // 2


def aalen_johansen(
    reached: NDArray[np.float64], ended: NDArray[np.float64], watched: NDArray[np.float64]
) -> Iterator[tuple[int, int, int, float, float, float, float, float]]:
    """Estimate, for each day and stage, the shares that have reached it, have ended before, and still wait.

    `reached` holds the days of each wait (row) until each stage (column), which follow one another; `ended` and
    `watched` the days until it ended and until the data end. Yields stage, day, at_risk, reached, low, high, ended,
    waiting.

    Formula: p(t) = p(0) · Π P(u) over the days u ≤ t, where P(u) holds the shares of those seen in one state before u
    who are in another one after it (Aalen and Johansen 1978). The states are the stage that a wait has come to, and
    having ended at it. So a stage is never ahead of the one before it, which separate curves do not ensure. For one
    stage this is the cumulative incidence with a competing outcome, and 1 − Kaplan–Meier if nothing ended. The variance
    is Greenwood's for such products (Andersen and others 1993, 4.4). The interval is that of Clopper and Pearson for
    the number of waits that would have this variance (Korn and Graubard 1998), or for those at risk where nobody or
    everybody has reached the stage; so it has a width everywhere.
    """
    stages = reached.shape[1]
    reached = np.where(reached <= ended[:, None], reached, inf)
    states, stage = np.arange(2 * stages + 1), np.arange(stages)
    passed = np.where(states > stages, states - stages - 1, states)[:, None] > stage
    lost = ~passed & (states > stages)[:, None]
    share, spread = (states == 0).astype(float), np.zeros((len(states), len(states)))
    before = np.zeros(len(watched), int)
    known = np.column_stack([reached, ended, watched])
    for day in np.unique(np.append(known[known <= watched[:, None]], 0)):
        seen, after = watched >= day, (reached <= day).sum(1)
        after[(ended <= day) & (after < stages)] += stages + 1
        moved = np.zeros_like(spread)
        np.add.at(moved, (before[seen], after[seen]), 1)
        number = moved.sum(1)
        step = np.where(number[:, None] > 0, moved / np.maximum(number, 1)[:, None], np.eye(len(states)))
        weight = share**2 / np.maximum(number, 1)
        spread = step.T @ spread @ step + np.diag(weight @ step) - step.T @ (weight[:, None] * step)
        share, before = share @ step, after
        at_risk, waiting = np.cumsum(number[:stages]), np.cumsum(share[:stages]).round(12)
        done, gone = (share @ passed).round(12), (share @ lost).round(12)
        for at in stage:
            variance = passed[:, at] @ spread @ passed[:, at]
            size = at_risk[at] if done[at] in (0, 1) else done[at] * (1 - done[at]) / variance
            ends = _interval(done[at] * size, size)
            yield int(at), int(day), int(at_risk[at]), done[at], *ends, gone[at], waiting[at]


def _interval(count: float, size: float) -> tuple[float, float]:
    """Return the 90 % interval of Clopper and Pearson for a share."""
    low = betaincinv(count, size - count + 1, 0.05) if count else 0.0
    return low, betaincinv(count + 1, size - count, 0.95) if count < size else 1.0


def from_memorandum(
    snapshot: Snapshot,
    *,
    kinds: Sequence[str] = MEMORANDA,
    inferred: bool = False,
) -> Waits:
    """Measure the time from signing to each stage of work, in the agreement itself and in what it led to or covers.

    A stage is reached by its own step or by one of a further stage: what is completed has begun. An agreement of which
    work lies before the signing is no wait. An agreement ends if its current status is cancelled or expired, so one
    that was revived has not ended, and neither has one that is suspended. As in its outcome, an agreement that ended
    stays ended: later steps of what it led to or covers do not count for it, and their ends are not its end.

    >>> from pcgraph.testing import tiny
    >>> from_memorandum(tiny()).table.select("to", "least", "middle", "most").row(0)
    ('under-way', 120, 135, 150)
    """
    tables, day, ontology = snapshot.tables, reference_day(snapshot), snapshot.ontology
    stages = sorted(ontology.sets[V + "realised"], key=ontology.ranks.__getitem__)
    over = ontology.sets[V + "ended"].difference(stages)
    kinds = [local(resolve(snapshot, kind, "kind", "kind")) for kind in kinds]
    found = tables.engagements
    if kinds:
        found = found.filter(pl.col("kind").is_in([V + kind for kind in kinds]))
    moments, after = _moments(tables, inferred), _after(tables, inferred)
    rows, waits = [], list[_Wait]()
    for agreement, status, since in found.select("engagement", "status", "status_since").iter_rows():
        signed = min((m for m in moments[agreement] if m.status == V + "signed"), key=_order, default=None)
        if signed is None:
            continue
        later = [m for one in after(agreement) for m in moments[one] if m.status in over.union(stages)]
        line = _narrowed(later, signed.first, stages)
        work = [[m for m in line if m.status in stages[at:]] for at in range(len(stages))]
        own = [m for m in line if m.engagement == agreement and m.status == status and status in over]
        ends = [m for m in own if m.last >= (since or OPEN)]
        wait = _wait(signed, work, ends, day)
        none = (
            "the signing is not dated" if not signed.text
            else OPEN_DATE if signed.first == OPEN
            else "the step lies before the signing" if work[0] and work[0][0].middle < signed.middle
            else "signed after the day of the data" if signed.middle > day
            else ""
        )  # fmt: skip
        if not none:
            waits.append(wait)
        label = (snapshot.entities.get(agreement) or Entity(agreement)).label
        for to, steps, days in zip(stages, work, wait.reached, strict=True):
            by, why = (steps[0].text or "not dated", steps[0].engagement) if steps else (None, None), none
            if not why and (not steps or days[1] > wait.ended[1]):
                why = f"{local(status)} {ends[0].text or 'by an undated source'}" if ends else f"not reached by {day}"
                by, days = (None, None), wait.ended if ends else wait.watched
            shown = [None] * 3 if none else map(int, days)
            rows.append((agreement, label, signed.text or "not dated", local(to), *by, *shown, why))
    schema: dict[str, Any] = dict.fromkeys(("agreement", "label", "signed", "to", "reached", "by"), pl.String)
    schema |= dict.fromkeys(READINGS, pl.Int64) | {"why": pl.String}
    title = f"How many days pass from signing to each later stage ({', '.join(kinds) or 'anything'} signed)?"
    note = "a stage counts as reached by its own step or by one of a further stage"
    return _study(title, pl.DataFrame(rows, schema=schema, orient="row"), [*map(local, stages)], waits, day, note)


def dormancy(snapshot: Snapshot, *, inferred: bool = False) -> Waits:
    """Measure the years since each engagement's last step, and the time from its first to its second step.

    What ended at its first dated step, or without another one, is no wait.

    >>> from pcgraph.testing import tiny
    >>> dormancy(tiny()).table.select("label", "first", "last", "steps").row(0)
    ('Lamp agreement', '2024-06-03', '2024-10', 3)
    """
    tables, day = snapshot.tables, reference_day(snapshot)
    moments, after = _moments(tables, inferred), _after(tables, inferred)
    ended = snapshot.ontology.sets[V + "ended"]
    now = dict(tables.engagements.select("engagement", "status").iter_rows())
    follow = {other for one in now for other in after(one)[1:]}
    rows, waits = [], list[_Wait]()
    for engagement in sorted(now.keys() - follow):
        steps = sorted((m for one in after(engagement) for m in moments[one] if m.text), key=_order)
        label = (snapshot.entities.get(engagement) or Entity(engagement)).label
        if not steps:
            rows.append((engagement, label, None, None, 0, local(now[engagement] or ""), None, None, "no dated step"))
            continue
        status = now[steps[-1].engagement] or ""
        ends_of_last = (steps[-1].last, None if steps[-1].first == OPEN else steps[-1].first)
        years = [max(0, (day - end).days) / YEAR if end and status not in ended else None for end in ends_of_last]
        ends = (steps[0].text, steps[-1].text, len(steps), local(status))
        why = local(status) if status in ended else OPEN_DATE if years[1] is None else ""
        rows.append((engagement, label, *ends, *years, why))
        later = [m for m in steps if m.middle > steps[0].middle]
        over = any(m.status in ended for m in steps if m not in later) or (not later and status in ended)
        if steps[0].first > OPEN and not over:
            waits.append(_wait(steps[0], [later], [], day))
    schema: dict[str, Any] = dict.fromkeys(("engagement", "label", "first", "last"), pl.String)
    schema |= {"steps": pl.Int64, "status": pl.String, "least": pl.Float64, "most": pl.Float64, "why": pl.String}
    table = pl.DataFrame(rows, schema=schema, orient="row").sort(
        "least", "engagement", descending=[True, False], nulls_last=True
    )
    title = "How long until a second step, and how many years since the last one?"
    return _study(title, table, ["second step"], waits, day)


class _Wait(NamedTuple):
    """Days until each stage, until the end, and until the day of the data."""

    reached: list[Days]
    ended: Days
    watched: Days


def _wait(since: Moment, stages: Iterable[list[Moment]], ends: list[Moment], day: date) -> _Wait:
    reached = [_days(since, moments) for moments in stages]
    return _Wait(reached, _days(since, ends), _days(since, [Moment(day, day, "", "", "")]))


def _study(title: str, table: pl.DataFrame, stages: list[str], waits: list[_Wait], day: date, *more: str) -> Waits:
    notes = [DATES, f"what still waits on {day}, the day of the data, is censored on that day", *more]
    enough, rows = len(waits) >= ENOUGH, list[tuple[Any, ...]]()
    for at, to in enumerate(stages):
        middle = [(wait.reached[at][1], wait.ended[1]) for wait in waits]
        done = sum(days <= end and days < inf for days, end in middle)
        lost = sum(end < days for days, end in middle)
        few = "" if enough else f"; no curve, since there are fewer than {ENOUGH}"
        notes.append(f"{to}: {len(waits)} waits, {done} reached, {lost} ended before{few}")
    for place, reading in enumerate(READINGS if enough else ()):
        reached, ended, watched = (np.array([w[part] for w in waits], float)[..., place] for part in range(3))
        reached, ended = (np.where(days < inf, np.minimum(days.T, watched).T, inf) for days in (reached, ended))
        rows += [(stages[at], reading, *row) for at, *row in aalen_johansen(reached, ended, watched) if row[1] >= FEW]
    curves = pl.DataFrame(rows, schema=CURVE, orient="row").sort(
        pl.col("to").cast(pl.Enum(stages)), maintain_order=True
    )
    if enough:
        notes.append(f"curves end where fewer than {FEW} are at risk")
    return Waits(title, table, tuple(notes), curves)


def _days(since: Moment, moments: Iterable[Moment]) -> Days:
    """Return the least, middle and most days from one moment to the first of others."""
    each = [((m.first - since.last).days, (m.middle - since.middle).days, (m.last - since.first).days) for m in moments]
    least, middle, most = (max(0, min(part)) for part in zip(*each, strict=True)) if each else (inf,) * 3
    return least, middle, most


def _moments(tables: Tables, inferred: bool) -> dict[str, list[Moment]]:
    """Return the steps of each engagement; one without a date lies before its source's day."""
    found: dict[str, list[Moment]] = defaultdict(list)
    names = ("engagement", "status", "date", "earliest", "latest", "reached")
    for engagement, status, text, earliest, latest, reached in (
        tables.steps.filter(certain(inferred)).select(names).iter_rows()
    ):
        if last := latest or reached or earliest:
            found[engagement].append(Moment(earliest or OPEN, last, text or "", engagement, status))
    return found


def _order(moment: Moment) -> tuple[date, date, str]:
    return moment.middle, moment.last, moment.engagement


def _narrowed(moments: list[Moment], since: date, stages: list[str]) -> list[Moment]:
    """Return moments in their order, with closer bounds.

    One that is undated, or open to the past, lies after `since`. A stage, and the end, lie after the stages before them
    in the same engagement if the dates allow it: what is completed at an unknown day had begun when it began.
    """
    found = []
    for moment in moments:
        before = stages[: stages.index(moment.status)] if moment.status in stages else stages
        earlier = [m.first for m in moments if m.engagement == moment.engagement and m.status in before]
        bounds = [since if moment.first == OPEN else moment.first, *(day for day in earlier if day <= moment.last)]
        found.append(moment._replace(first=min(max(bounds), moment.last)))
    return sorted(found, key=_order)


def _after(tables: Tables, inferred: bool) -> Any:
    """Return a function: engagement → itself, then all that it led to or covers, directly or indirectly, sorted."""
    said = tables.statements.filter(pl.col("property").is_in([PCG + "ledTo", PCG + "covers"]))
    said = said.filter(certain(inferred))
    following: dict[str, set[str]] = defaultdict(set)
    for one, other in said.select("subject", VALUE_IRI).iter_rows():
        following[one].add(other)
    return lambda engagement: [engagement, *sorted(reached_from(engagement, following) - {engagement})]


def reference_day(snapshot: Snapshot) -> date:
    """Return the day of the data: that of the scope, or that of the newest source.

    >>> from pcgraph.testing import tiny
    >>> reference_day(tiny())
    datetime.date(2024, 11, 2)
    """
    found = snapshot.scope.as_of or snapshot.tables.sources["newest"].max() or snapshot.tables.sources["known"].max()
    if not isinstance(found, date):
        raise UsageError("day of the data: no source has a date; expected at least one; set as_of")
    return found
