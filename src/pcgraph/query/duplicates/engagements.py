"""Finds engagements that look like one: what they share, and what tells them apart.

It never joins anything. A person decides, and a judgement silences the pair.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import combinations

import polars as pl

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model import namespaces
from pcgraph.model.namespaces import PCG, local
from pcgraph.model.quads import said_by_subject

LEAST = 4.0  # score from which two engagements are reported; see docs/explanation/methods.md for how it was chosen
LEAST_FOR_NEW = 3.0  # for engagements that are about to be added, where a question costs less than a twin
BUSY = 400  # engagements of one party from which that party alone makes no pair: a large graph would have millions
NEAR = 31  # days between two steps with one status that may be one event
EXACT = 3  # days of an interval that counts as a day
OBJECTS = {"covers": 0.5, "delivers": 1.0, "during": 0.0, "partOf": 0.0}  # with the weight of a common one
ALIKE = 85  # likeness of two labels, of 100
LINKS = (*OBJECTS, "ledTo", "precedes")


@dataclass(frozen=True)
class Description:
    """What is known of one engagement, for comparing it with another."""

    iri: str
    type: str
    label: str = ""
    # named agents in any role, with representatives; a subsidiary stands for its parent, too
    parties: frozenset[str] = frozenset()
    days: Mapping[str, tuple[date | None, date | None]] = field(default_factory=dict)  # status → when it was reached
    # places, sectors: places with those that contain them
    places: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    numbers: frozenset[tuple[float, str]] = frozenset()  # amounts with their currency, quantities with what they count
    objects: Mapping[str, frozenset[str]] = field(default_factory=dict)  # property in `OBJECTS` → what it names

    @cached_property
    def counts(self) -> frozenset[str]:
        """The numbers in the label that tell editions and phases apart; a year is no edition."""
        return frozenset(number for number in re.findall(r"\d+", self.label) if not re.fullmatch("(19|20)..", number))


@dataclass(frozen=True, order=True)
class LookAlike:
    """Two engagements that may be one."""

    # one, other: IRIs, sorted
    one: str
    other: str
    score: float  # the higher, the more they share
    # shared, apart: what they have in common and what tells them apart, in words
    shared: tuple[str, ...]
    apart: tuple[str, ...]


class Comparison:
    """Compares engagements of one graph: what is common among them says less than what is rare.

    >>> may = {"signed": (date(2024, 5, 2), date(2024, 5, 2))}
    >>> pact = Description("x", "Agreement", "Quay pact", frozenset({"acme", "borealis"}), may)
    >>> Comparison([pact]).compare(pact, pact)
    (6.5, ['class', 'parties', 'day signed', 'label'], [])
    """

    def __init__(self, described: Iterable[Description]) -> None:
        self._holders: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self._number = 0
        for each in described:
            self._number += 1
            for name in ("parties", "places", "sectors"):
                for value in getattr(each, name):
                    self._holders[name, value].add(each.iri)

    def _rarity(self, name: str, common: Collection[str]) -> float:
        """Return 1 if one engagement has all these values, and 0 if every one has them."""
        held = set.intersection(*(self._holders[name, value] for value in common))
        return 1 - math.log(max(len(held), 1)) / math.log(max(self._number, 2))

    def compare(self, one: Description, other: Description) -> tuple[float, list[str], list[str]]:
        """Return a score, what two engagements share, and what tells them apart.

        What only one of them tells counts neither way. The weights are rounded from a logistic regression on 60 pairs.
        """
        score, shared, apart = 0.0, list[str](), list[str]()

        def count(weight: float, name: str, like: bool) -> None:
            nonlocal score
            score += weight
            (shared if like else apart).append(name)

        if one.type == other.type:
            count(2, "class", True)
        if common := one.parties & other.parties:
            share = len(common) / min(len(one.parties), len(other.parties))
            count(share * self._rarity("parties", common), "parties" if share == 1 else "a party", True)
            if one.parties - common and other.parties - common:
                count(-2, "other parties", False)
        elif one.parties and other.parties:
            count(-1, "parties", False)
        if (nearest := _nearest(one, other)) is not None:
            status, gap, exact = nearest
            count((2.5 if exact else 2) if gap == 0 else 0.5 if gap <= NEAR else -2, f"day {status}", gap <= NEAR)
        for name, weight, unlike in (("places", 1.5, -1.2), ("sectors", 2, -2)):
            mine, yours = getattr(one, name), getattr(other, name)
            if mine & yours:
                count(weight * self._rarity(name, mine & yours), name, True)
            elif mine and yours:
                count(unlike, name, False)
        if one.numbers and other.numbers:
            like = bool(one.numbers & other.numbers)
            count(0.5 if like else -1.3, "number", like)
        for name, weight in OBJECTS.items():
            mine, yours = one.objects.get(name, frozenset()), other.objects.get(name, frozenset())
            if mine and yours:
                like = bool(mine & yours)
                count(weight if like else -0.5, name, like)
        if one.label and other.label:
            if _likeness(one.label, other.label) >= ALIKE:
                count(1, "label", True)
            if one.counts != other.counts:
                count(-2, "number in the label", False)
        return round(score, 2), shared, apart


def _nearest(one: Description, other: Description) -> tuple[str, int, bool] | None:
    """Return the status that both reached at the nearest time, the days between, and whether both days are exact."""
    found = []
    for status in one.days.keys() & other.days.keys():
        gap = _gap(one.days[status], other.days[status])
        if gap is not None:
            found.append((gap, status))
    if not found:
        return None
    gap, status = min(found)
    spans = ((last - first).days for first, last in (one.days[status], other.days[status]) if first and last)
    return status, gap, max(spans) <= EXACT


def _gap(one: tuple[date | None, date | None], other: tuple[date | None, date | None]) -> int | None:
    """Return the days between two intervals, 0 if they overlap; None if one of them says nearly nothing."""
    (first, last), (begin, end) = one, other
    if first is None or last is None or begin is None or end is None:
        return None
    if max((last - first).days, (end - begin).days) > 366:
        return None
    return max((begin - last).days, (first - end).days, 0)


def _likeness(one: str, other: str) -> float:
    from rapidfuzz import fuzz

    return float(fuzz.token_sort_ratio(one.casefold(), other.casefold()))


def look_alikes(snapshot: Snapshot, among: Collection[str] | None = None) -> list[LookAlike]:
    """Find engagements that look like one."""
    described = list(descriptions(snapshot))
    least = LEAST if among is None else LEAST_FOR_NEW
    comparison, skip = Comparison(described), _decided(snapshot) | _linked(snapshot)
    found = []
    for one, other in _pairs(described):
        if (one.iri, other.iri) in skip or not _compatible(one, other, snapshot):
            continue
        if among is not None and one.iri not in among and other.iri not in among:
            continue
        score, shared, apart = comparison.compare(one, other)
        if score >= least:
            found.append(LookAlike(one.iri, other.iri, score, tuple(shared), tuple(apart)))
    return sorted(found, key=lambda each: (-each.score, each.one, each.other))


def _pairs(described: Iterable[Description]) -> Iterator[tuple[Description, Description]]:
    """Yield each pair with a common party or product, or with one class and one day, once, sorted by IRI."""
    groups: defaultdict[tuple[str, object], list[Description]] = defaultdict(list)
    for each in sorted(described, key=lambda each: each.iri):
        keys: set[tuple[str, object]] = {("party", party) for party in each.parties}
        keys |= {(name, value) for name in ("covers", "delivers") for value in each.objects.get(name, ())}
        keys |= {(each.type, (status, first)) for status, (first, last) in each.days.items() if first and first == last}
        for key in keys:
            groups[key].append(each)
    seen = set()
    for group in groups.values():
        if len(group) > BUSY:
            continue
        for one, other in combinations(group, 2):
            if (one.iri, other.iri) not in seen:
                seen.add((one.iri, other.iri))
                yield one, other


def _compatible(one: Description, other: Description, snapshot: Snapshot) -> bool:
    """Return whether two classes may describe one thing: the same, or one above the other."""
    above = snapshot.ontology.supers
    return one.type == other.type or one.type in above.get(other.type, ()) or other.type in above.get(one.type, ())


def _decided(snapshot: Snapshot) -> set[tuple[str, str]]:
    """Return the pairs that a judgement says are the same or not, or leaves open."""
    found = set()
    for row in said_by_subject(snapshot.store, namespaces.VERDICTS).values():
        other = row.get("rejects") or row.get("prefers") or row.get("leavesOpen")
        if "onSubject" in row and other:
            found.add((min(row["onSubject"], other), max(row["onSubject"], other)))
    return found


def _linked(snapshot: Snapshot) -> set[tuple[str, str]]:
    """Return the pairs of which one names the other."""
    said = snapshot.tables.statements.filter(pl.col("property").is_in([PCG + name for name in LINKS]))
    rows = said.select("subject", pl.col("value").str.strip_chars("<>")).iter_rows()
    return {(min(pair), max(pair)) for pair in rows}


def descriptions(snapshot: Snapshot) -> Iterator[Description]:
    """Yield what is known of each engagement, sorted by IRI."""
    tables, entities = snapshot.tables, snapshot.entities
    named = tables.parties.filter(~pl.col("unnamed")).select("engagement", "agent")
    acting = tables.representations.select("engagement", "agent")
    parties: defaultdict[str, set[str]] = defaultdict(set)
    for engagement, agent in pl.concat([named, acting]).unique().iter_rows():
        entity = entities.get(agent)
        parties[engagement].update({agent, entity.parent} if entity and entity.parent else {agent})
    days: defaultdict[str, dict[str, tuple[date | None, date | None]]] = defaultdict(dict)
    for engagement, status, first, last in tables.steps.select(
        "engagement", "status", "earliest", "latest"
    ).iter_rows():
        days[engagement].setdefault(local(status), (first, last))
    objects: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    said = tables.statements.filter(pl.col("property").is_in([PCG + name for name in OBJECTS]))
    for subject, property_, value in said.select("subject", "property", "value").iter_rows():
        objects[subject][local(property_)].add(value.strip("<>"))
    for row in tables.engagements.sort("engagement").iter_rows(named=True):
        iri = row["engagement"]
        numbers = {(row["amount"], row["currency"]), (row["claimed_amount"], row["claimed_currency"])}
        numbers |= {(row["quantity"], row["quantity_of"])}
        yield Description(
            iri,
            row["type"],
            snapshot.label(iri) or "",
            frozenset(parties[iri]),
            days[iri],
            frozenset(row["places"] or ()),
            frozenset(row["sectors"] or ()),
            frozenset((number, unit or "") for number, unit in numbers if number is not None),
            {name: frozenset(values) for name, values in objects[iri].items()},
        )
