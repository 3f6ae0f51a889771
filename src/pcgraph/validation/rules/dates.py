"""Rules on dates: they are valid, nothing ends before it starts, and no step is later than its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pcgraph.model import namespaces
from pcgraph.model.dates import Bounds, bounds
from pcgraph.model.namespaces import DATE, EDTF_PROPERTIES, PCG
from pcgraph.validation.index import Fact, Lookup, as_turtle
from pcgraph.validation.rule import Fault, rule

SPANS = {PCG + "ends": PCG + "starts", PCG + "until": PCG + "from"}  # last day → first day
_SEASON = re.compile(r"(?<![\d-])[1-9]\d{3}-(?:2[1-4]|28|30)(?![\d-])")


@rule(local=True)
def bad_edtf(lookup: Lookup) -> Iterator[Fault]:
    """Find invalid dates, including some that the library accepts: reversed intervals, missing ends, blanks."""
    for file, fact in lookup.having(EDTF_PROPERTIES):
        if not fact.names:
            try:
                bounds(fact.value)
            except ValueError as error:
                what, _, rest = str(error).partition("; ")
                expected, _, todo = rest.partition("; ")
                yield (
                    file,
                    fact.subject,
                    f"has {namespaces.compact(fact.predicate)} {what}",
                    expected,
                    todo or "fix the date",
                )


@rule("expected its months", "write them, such as [2024-03..2024-05]", "warning", local=True)
def unclear_season(lookup: Lookup) -> Iterator[Fault]:
    """Find seasons of EDTF of no half of the earth (21 to 24), and those that reach into the next year (28 and 30)."""
    for file, fact in lookup.having(EDTF_PROPERTIES):
        if season := _SEASON.search(fact.value):
            first, last = bounds(season[0])
            what = f"has {namespaces.compact(fact.predicate)} {season[0]!r}, a season whose months EDTF leaves open"
            yield file, fact.subject, f"{what} (it is read as {first} to {last})"


@rule(
    "expected a step that the source can report", "write an expected date as pcg:expected of the engagement", local=True
)
def step_after_source(lookup: Lookup) -> Iterator[Fault]:
    """Find steps whose first possible day is after the last possible day of their source."""
    for file, facts in lookup.by_role("source"):
        written = _written(file.graph, facts)
        for fact in facts:
            if fact.predicate != DATE or not lookup.is_a(fact.subject, "Step"):
                continue
            first = bounds_of(fact).earliest
            if first and written and first > written:
                yield file, fact.subject, f"is dated after its source ({as_turtle(fact)}; the source: {written})"


@rule("expected an end on or after the start", "fix one of them, or remove what the source does not give", local=True)
def ends_before_start(lookup: Lookup) -> Iterator[Fault]:
    """Find engagements and offices whose last possible end is before their first possible start, in one file."""
    for file, facts in lookup.by_role("source", "register"):
        starts = {(fact.subject, fact.predicate): fact for fact in facts if fact.predicate in SPANS.values()}
        for fact in facts:
            start = starts.get((fact.subject, SPANS.get(fact.predicate, "")))
            if start is None:
                continue
            first, last = bounds_of(start).earliest, bounds_of(fact).latest
            if first and last and last < first:
                yield file, fact.subject, f"ends before it starts ({as_turtle(start)}, {as_turtle(fact)})"


def _written(source: str, facts: list[Fact]) -> date | None:
    """Return the last possible day of a source's date, or the day on which the source was first seen."""
    own = {fact.predicate: fact for fact in facts if fact.subject == source}
    if DATE in own and (latest := bounds_of(own[DATE]).latest):
        return latest
    try:
        return date.fromisoformat(own[PCG + "firstSeen"].value)
    except (KeyError, ValueError):  # other rules report these
        return None


def bounds_of(fact: Fact) -> Bounds:
    """Return the bounds of a date; one that cannot be read has none."""
    try:
        return bounds(fact.value)
    except ValueError:  # `bad-edtf` reports it
        return Bounds(None, None)
