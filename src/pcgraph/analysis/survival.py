"""Survival analysis: waiting times until the next step, with Kaplan–Meier curves if there are enough of them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

import polars as pl

from pcgraph.analysis.annotated_table import Study
from pcgraph.belief.snapshot import Snapshot
from pcgraph.belief.tables import Tables, certain
from pcgraph.errors import UsageError
from pcgraph.model.entities import Entity
from pcgraph.model.namespaces import PCG, V, local
from pcgraph.query.names.resolve import resolve
from pcgraph.viz import charts

ENOUGH = 30  # waits; with fewer, single engagements would dominate a curve
Z = 1.6448536269514722  # normal quantile of a 90 % interval
MEMORANDA = ("mou", "understanding", "letter-of-intent")
LATER = ("under-way", "operational", "completed")
READINGS = ("least", "middle", "most")
YEAR = 365.25
OPEN, OPEN_DATE = date.min, "the date is open to the past"
DATES = (
    "vague dates give three waits: least (shortest possible), middle (from middle to middle), most (longest possible)"
)
CURVE = {
    "to": pl.String,
    "reading": pl.String,
    **dict.fromkeys(("days", "at_risk", "reached"), pl.Int64),
    **dict.fromkeys(("waiting", "low", "high"), pl.Float64),
}


@dataclass(frozen=True)
class Waits(Study):
    """Waiting times, and their survival curves.

    Attributes
    ----------
    curves : polars.DataFrame
        to, reading (least, middle, most), days, at_risk, reached (on that day), waiting (the share that has not reached
        the step by then), low, high (90 %). Steps with fewer than 30 waits have no curve, and the notes name them.

    >>> from pcgraph.testing import tiny
    >>> dormancy(tiny()).curves.height  # too few engagements for a curve
    0
    """

    curves: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=CURVE))

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

    def _repr_html_(self) -> str:
        with suppress(UsageError):
            return super()._repr_html_() + self.svg()
        return super()._repr_html_()


class Moment(NamedTuple):
    """The bounds of the day on which something happened, the date as the source wrote it, and the engagement.

    >>> Moment(date(2024, 10, 1), date(2024, 10, 31), "2024-10", "talks").middle
    datetime.date(2024, 10, 16)
    """

    first: date
    last: date
    text: str
    engagement: str

    @property
    def middle(self) -> date:
        """The day in the middle (the earlier one of two), or the last day if the date is open to the past."""
        if self.first == OPEN:
            return self.last
        return self.first + (self.last - self.first) // 2


def kaplan_meier(waits: Iterable[tuple[int, bool]]) -> list[tuple[int, int, int, float, float, float]]:
    """Estimate the share that is still waiting after each number of days.

    Formula: S(t) = Π (1 − dᵢ/nᵢ) over the days i ≤ t on which a step is reached, by dᵢ of the nᵢ still waiting. The
    90 % interval is Greenwood's on the scale log(−log S), so it stays within 0 and 1.

    >>> [(row[0], row[3]) for row in kaplan_meier([(2, True), (3, False), (5, True), (8, True)])]  # 3/4, 3/4·1/2, 0
    [(2, 0.75), (5, 0.375), (8, 0.0)]
    """
    reached: dict[int, int] = defaultdict(int)
    left: dict[int, int] = defaultdict(int)
    for days, done in waits:
        reached[days] += done
        left[days] += 1
    at_risk, share, spread, rows = sum(left.values()), 1.0, 0.0, []
    low = high = 1.0
    for days in sorted(left):
        if died := reached[days]:
            share *= 1 - died / at_risk
            low = high = 0.0
            if died < at_risk:
                spread += died / (at_risk * (at_risk - died))
                wide = math.exp(Z * math.sqrt(spread) / abs(math.log(share)))
                low, high = share**wide, share ** (1 / wide)
        if died or days == max(left):
            rows.append((days, at_risk, died, share, low, high))
        at_risk -= left[days]
    return rows


def from_memorandum(
    snapshot: Snapshot,
    *,
    kinds: Sequence[str] = MEMORANDA,
    inferred: bool = False,
) -> Waits:
    """Measure the time from signing to each later step, in the agreement itself and in what it led to or covers.

    >>> from pcgraph.testing import tiny
    >>> from_memorandum(tiny()).table.select("to", "least", "middle", "most").row(0)
    ('under-way', 120, 135, 150)
    """
    tables, day = snapshot.tables, reference_day(snapshot)
    kinds = [local(resolve(snapshot, kind, "kind", "kind")) for kind in kinds]
    found = (
        tables.engagements.filter(pl.col("kind").is_in([V + kind for kind in kinds])) if kinds else tables.engagements
    )
    reached, after = _moments(tables, inferred), _after(tables, inferred)
    rows, waits = [], defaultdict[str, list[_Wait]](list)
    for agreement in found["engagement"]:
        signed = _first(reached, [agreement], V + "signed", OPEN)
        if signed is None:
            continue
        label = (snapshot.entities.get(agreement) or Entity(agreement)).label
        for status in LATER:
            step = _first(reached, after(agreement), V + status, signed.first)
            wait, why = _wait(signed, step, day)
            if wait:
                waits[status].append(wait)
            to = (step.text or "not dated", step.engagement) if step else (None, None)
            rows.append(
                (agreement, label, signed.text or "not dated", status, *to, *(wait[:3] if wait else [None] * 3), why)
            )
    schema: dict[str, Any] = dict.fromkeys(("agreement", "label", "signed", "to", "reached", "by"), pl.String)
    schema |= dict.fromkeys(READINGS, pl.Int64) | {"why": pl.String}
    title = f"How many days pass from signing to each later step ({', '.join(kinds) or 'anything'} signed)?"
    return _study(title, pl.DataFrame(rows, schema=schema, orient="row"), waits, day)


def dormancy(snapshot: Snapshot, *, inferred: bool = False) -> Waits:
    """Measure the years since each engagement's last step, and the time from its first to its second step.

    >>> from pcgraph.testing import tiny
    >>> dormancy(tiny()).table.select("label", "first", "last", "steps").row(0)
    ('Lamp agreement', '2024-06-03', '2024-10', 3)
    """
    tables, day = snapshot.tables, reference_day(snapshot)
    after, ended = _after(tables, inferred), snapshot.ontology.sets.get(V + "ended", frozenset())
    now = dict(tables.engagements.select("engagement", "status").iter_rows())
    follow = {other for one in now for other in after(one)[1:]}
    dated: dict[str, list[Moment]] = defaultdict(list)
    for (engagement, _), moments in _moments(tables, inferred).items():
        dated[engagement] += [moment for moment in moments if moment.text]
    rows, waits = [], list[_Wait]()
    for engagement in sorted(now.keys() - follow):
        steps = sorted(
            (m for one in after(engagement) for m in dated[one]), key=lambda m: (m.middle, m.last, m.engagement)
        )
        label = (snapshot.entities.get(engagement) or Entity(engagement)).label
        if not steps:
            rows.append((engagement, label, None, None, 0, local(now[engagement] or ""), None, None, "no dated step"))
            continue
        status = now[steps[-1].engagement] or ""
        over = status in ended
        ends_of_last = (steps[-1].last, None if steps[-1].first == OPEN else steps[-1].first)
        years = [max(0, (day - end).days) / YEAR if end and not over else None for end in ends_of_last]
        ends = (steps[0].text, steps[-1].text, len(steps), local(status))
        why = local(status) if over else OPEN_DATE if years[1] is None else ""
        rows.append((engagement, label, *ends, *years, why))
        following = next((step for step in steps if step.middle > steps[0].middle), None)
        if following or not over:
            wait, _ = _wait(steps[0], following, day)
            waits += [wait] if wait else []
    schema: dict[str, Any] = dict.fromkeys(("engagement", "label", "first", "last"), pl.String)
    schema |= {"steps": pl.Int64, "status": pl.String, "least": pl.Float64, "most": pl.Float64, "why": pl.String}
    table = pl.DataFrame(rows, schema=schema, orient="row").sort(
        "least", "engagement", descending=[True, False], nulls_last=True
    )
    return _study("How many years have passed since the last step?", table, {"next step": waits}, day)


class _Wait(NamedTuple):
    least: int
    middle: int
    most: int
    reached: bool


def _wait(since: Moment, step: Moment | None, day: date) -> tuple[_Wait | None, str]:
    """Return the least, middle and most days from one moment to the next, or to the day of the data."""
    if not since.text:
        return None, "the signing is not dated"
    if since.first == OPEN:
        return None, OPEN_DATE
    end = step or Moment(day, day, "", "")
    if end.middle < since.middle:
        return None, "the step lies before the signing" if step else "signed after the day of the data"
    days = ((end.first - since.last).days, (end.middle - since.middle).days, (end.last - since.first).days)
    return _Wait(max(0, days[0]), days[1], days[2], step is not None), "" if step else f"not reached by {day}"


def _study(title: str, table: pl.DataFrame, waits: Mapping[str, list[_Wait]], day: date) -> Waits:
    rows, notes = (
        list[tuple[object, ...]](),
        [DATES, f"waits that have not ended by {day}, the day of the data, are censored on that day"],
    )
    for to, found in waits.items():
        done = sum(wait.reached for wait in found)
        if len(found) < ENOUGH:
            notes.append(
                f"{to}: {len(found)} waits, {done} of them reached; no curve, since there are fewer than {ENOUGH}"
            )
            continue
        notes.append(f"{to}: {len(found)} waits, {done} of them reached")
        for place, reading in enumerate(READINGS):
            rows += [(to, reading, *row) for row in kaplan_meier((int(wait[place]), wait.reached) for wait in found)]
    return Waits(title, table, tuple(notes), pl.DataFrame(rows, schema=CURVE, orient="row"))


def _moments(tables: Tables, inferred: bool) -> dict[tuple[str, str], list[Moment]]:
    """Return, by engagement and status, when its steps were reached; an undated one before its source's day."""
    found: dict[tuple[str, str], list[Moment]] = defaultdict(list)
    steps = tables.steps.filter(certain(inferred))
    names = ("engagement", "status", "date", "earliest", "latest", "reached")
    for engagement, status, text, earliest, latest, reached in steps.select(names).iter_rows():
        last = latest or reached
        if last is None and earliest is None:
            continue
        first = earliest or OPEN
        found[engagement, status].append(Moment(first, last or first, text or "", engagement))
    return found


def _first(
    reached: Mapping[tuple[str, str], list[Moment]], engagements: Iterable[str], status: str, since: date
) -> Moment | None:
    """Return the first step of a status; one that is undated, or open to the past, lies after `since`."""
    steps = [step for engagement in engagements for step in reached.get((engagement, status), ())]
    steps = [step if step.first > OPEN else step._replace(first=min(since, step.last)) for step in steps]
    return min(steps, key=lambda step: (step.middle, step.last, step.engagement), default=None)


def _after(tables: Tables, inferred: bool) -> Any:
    """Return a function: engagement → itself, then all that it led to or covers, directly or indirectly, sorted."""
    said = tables.statements.filter(pl.col("property").is_in([PCG + "ledTo", PCG + "covers"]))
    said = said.filter(certain(inferred))
    following: dict[str, set[str]] = defaultdict(set)
    for one, other in said.select("subject", pl.col("value").str.strip_chars("<>")).iter_rows():
        following[one].add(other)

    def after(engagement: str) -> list[str]:
        seen, todo = {engagement}, [engagement]
        while todo:
            new = following.get(todo.pop(), set()) - seen
            seen |= new
            todo += new
        return [engagement, *sorted(seen - {engagement})]

    return after


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
