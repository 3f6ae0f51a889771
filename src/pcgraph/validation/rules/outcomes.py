"""Remarks on what became of engagements: results that ended before them, and searches that are due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pcgraph.model import namespaces
from pcgraph.model.dates import Bounds
from pcgraph.model.namespaces import DATE, PCG, V
from pcgraph.validation.index import Lookup
from pcgraph.validation.rule import Fault, rule
from pcgraph.validation.rules.dates import bounds_of


class _Step(NamedTuple):
    """A step as some source states it: with a status, a date, or both."""

    status: str
    when: Bounds


@rule("expected a result that came later", "fix a date, or delete the link", "warning")
def led_to_ended(lookup: Lookup) -> Iterator[Fault]:
    """Find links `ledTo` to something that ended before the first step of what is said to have led to it."""
    steps, over = _steps(lookup), _over(lookup)
    for file, fact in lookup.having([PCG + "ledTo"], "source"):
        first = min((day for step in steps[fact.subject] if (day := step.when.earliest)), default=None)
        last = [step.when.latest for step in steps[fact.value] if step.status in over]
        if first and last and all(day and day < first for day in last):
            yield (
                file,
                fact.subject,
                f"led to {namespaces.compact(fact.value)}, which ended before its first step ({first})",
            )


@rule("expected a search for newer documents after that day", "search, and write the result in searches.ttl", "warning")
def search_due(lookup: Lookup) -> Iterator[Fault]:
    """Find engagements whose expected day is past, of which nothing is known to be done, and that nobody searched for.

    The day of today is the newest day on which a source was first seen.
    """
    searched, done = _searches(lookup), _done(lookup)
    seen = (_day(fact.value) for _, fact in lookup.having([PCG + "firstSeen"], "source"))
    today = max(filter(None, seen), default=date.min)
    found: dict[str, Fault] = {}
    for file, fact in lookup.having([PCG + "expected"], "source"):
        day = bounds_of(fact).latest
        if day and day < today and fact.subject not in done and searched.get(fact.subject, date.min) <= day:
            found[fact.subject] = (
                file,
                fact.subject,
                f"was expected by {day}, and nothing says that it was done or given up",
            )
    yield from found.values()


def _over(lookup: Lookup) -> frozenset[str]:
    return frozenset().union(*(lookup.ontology.sets.get(V + name, frozenset()) for name in ("realised", "stopped")))


def _done(lookup: Lookup) -> set[str]:
    """Return what was realised or given up according to any source, and what covers it or led to it."""
    over = _over(lookup)
    found = {engagement for engagement, steps in _steps(lookup).items() for step in steps if step.status in over}
    led = [(fact.subject, fact.value) for _, fact in lookup.having([PCG + "covers", PCG + "ledTo"], "source")]
    while new := {before for before, after in led if after in found} - found:
        found |= new
    return found


def _steps(lookup: Lookup) -> dict[str, list[_Step]]:
    """Return the steps of each engagement in all sources."""
    owner, status = dict[str, str](), dict[str, str]()
    days = defaultdict[str, list[Bounds]](list)
    for _, fact in lookup.having([PCG + "step", PCG + "status", DATE], "source"):
        if fact.predicate == PCG + "step":
            owner[fact.value] = fact.subject
        elif fact.predicate == DATE:
            days[fact.subject].append(bounds_of(fact))
        else:
            status[fact.subject] = fact.value
    found = defaultdict[str, list[_Step]](list)
    for step, engagement in owner.items():
        found[engagement] += [_Step(status.get(step, ""), when) for when in days.get(step) or [Bounds(None, None)]]
    return found


def _searches(lookup: Lookup) -> dict[str, date]:
    """Return the day of the last search for each engagement."""
    found = dict[str, date]()
    facts = [fact for _, fact in lookup.having([PCG + "searchedFor", PCG + "searchedOn"], "searches")]
    about = {fact.subject: fact.value for fact in facts if fact.predicate == PCG + "searchedFor"}
    for fact in facts:
        if fact.predicate == PCG + "searchedOn" and fact.subject in about and (day := _day(fact.value)):
            found[about[fact.subject]] = max(day, found.get(about[fact.subject], day))
    return found


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:  # another rule reports it
        return None
