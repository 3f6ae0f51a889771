"""Compares drafts with gold: precision and recall of engagements and of each field, and over-claims apart.

Engagements are matched one to one so that their total agreement is highest. The agreement of two is the Dice
coefficient of their facts: class, parties (once with their role and once without), and the values of all fields. Two
engagements can be matched only if they are akin and touch each other:

- akin: the classes are equal, or one is a kind of the other;
- they touch if they share a named party, in any role. If one of them names no party, the same label is enough, or that
  the values of a field overlap in the text, or a value and a passage that supports the other one.

A drafted engagement with a match is found; another one is spurious. A field is counted twice: in the engagements that
were found, which says how far its values can be trusted, and over all, where the values of missed and of spurious
engagements count too. Values that the gold marks as inferred are not counted, whether the draft has them or not.

An over-claim is a drafted engagement whose status says more than the gold's; see `Terms.overclaims`. A spurious one is
compared with the gold that it agrees with most of those that it touches, whatever their class; but only events are
compared with events, and an event is no over-claim if it touches something that was signed or has begun. If it touches
none, it is an over-claim unless it is only discussed, wished for or planned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pcgraph.intake.drafting.score.draft_files import PASSAGE, Engagement, Fact, Terms

ENGAGEMENTS = "engagements"


class Counts(NamedTuple):
    """How many values are right, drafted and in the gold."""

    right: int = 0
    drafted: int = 0
    gold: int = 0


@dataclass(frozen=True)
class OverClaim:
    """A drafted engagement whose status says more than the gold; `gold` is None if nothing is there to compare.

    `number` counts the engagements of the draft from 1.
    """

    article: str
    number: int
    kind: str
    drafted: str
    gold: str | None


@dataclass(frozen=True)
class Comparison:
    """One draft beside its gold."""

    pairs: tuple[tuple[int, int], ...]  # which drafted engagement was matched with which of the gold, from 0
    found: Mapping[str, Counts]  # row → counts in the engagements that were found
    all: Mapping[str, Counts]  # row → counts over all engagements; also the row engagements
    overclaims: tuple[OverClaim, ...]


def compare(drafted: Sequence[Engagement], gold: Sequence[Engagement], terms: Terms, article: str = "") -> Comparison:
    """Compare one draft with its gold."""
    pairs = match(drafted, gold, terms)
    said, wanted = [_facts(each) for each in drafted], [_facts(each) for each in gold]
    for one, other in pairs:
        said[one] -= gold[other].readings
    right = Counter(field for one, other in pairs for field, _ in said[one] & wanted[other])
    found = _tally(right, (said[one] for one, _ in pairs), (wanted[other] for _, other in pairs))
    every = _tally(right, said, wanted) | {ENGAGEMENTS: Counts(len(pairs), len(drafted), len(gold))}
    return Comparison(pairs, found, every, tuple(_overclaims(drafted, gold, dict(pairs), terms, article)))


def match(drafted: Sequence[Engagement], gold: Sequence[Engagement], terms: Terms) -> tuple[tuple[int, int], ...]:
    """Match drafted engagements with those of the gold, one to one; see the module."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    worth = np.zeros((len(drafted), len(gold)))
    for row, one in enumerate(drafted):
        for column, other in enumerate(gold):
            if terms.akin(one.kind, other.kind) and _touch(one, other):
                worth[row, column] = _agreement(one, other)
    rows, columns = linear_sum_assignment(worth, maximize=True)
    return tuple((int(row), int(column)) for row, column in zip(rows, columns, strict=True) if worth[row, column] > 0)


def _agreement(one: Engagement, other: Engagement) -> float:
    """Return the Dice coefficient of what two engagements say, and a little more if they quote the same places."""
    shared = len(one.profile & other.profile) + len(one.profile & other.readings)
    near = sum(_overlap(one, other)) / max(1, len(one.spans))
    return 2 * shared / (len(one.profile) + len(other.profile)) + 0.01 * (1 + near)


def _touch(one: Engagement, other: Engagement) -> bool:
    """Return whether two engagements share a named party or, if one has none, a label or a place in the text."""
    if one.named and other.named:
        return bool(one.named & other.named)
    labels = [{fact for fact in each.facts if fact[0] == "label"} for each in (one, other)]
    return bool(labels[0] & labels[1]) or any(_overlap(one, other))


def _overlap(one: Engagement, other: Engagement) -> Iterable[bool]:
    """Yield for each span of the first whether one of the second, of the same field or a passage, overlaps it."""
    for field, start, end in sorted(one.spans):
        yield any(
            start < last and first < end and (field == name or PASSAGE in (field, name))
            for name, first, last in other.spans
        )


def _facts(engagement: Engagement) -> frozenset[Fact]:
    return engagement.facts | {("class", engagement.kind)}


def _tally(
    right: Counter[str], drafted: Iterable[frozenset[Fact]], gold: Iterable[frozenset[Fact]]
) -> dict[str, Counts]:
    """Return the counts of each field."""
    said, wanted = (Counter(field for facts in side for field, _ in facts) for side in (drafted, gold))
    return {field: Counts(right[field], said[field], wanted[field]) for field in sorted({*said, *wanted})}


def _overclaims(
    drafted: Sequence[Engagement], gold: Sequence[Engagement], matched: Mapping[int, int], terms: Terms, article: str
) -> Iterable[OverClaim]:
    for number, one in enumerate(drafted):
        other = gold[matched[number]] if number in matched else _nearest(one, gold, terms)
        status = other.status if other else None
        ceremony = other is not None and terms.is_event(one.kind) and not terms.is_event(other.kind)
        if ceremony and status is not None and status not in terms.prospective:
            continue  # what was signed or begun had its ceremony
        if one.status and terms.overclaims(one.status, status):
            yield OverClaim(article, number + 1, one.kind, one.status, status)


def _nearest(one: Engagement, gold: Sequence[Engagement], terms: Terms) -> Engagement | None:
    """Return the engagement of the gold that a spurious one agrees with most of those that it touches.

    That an event took place says nothing about what was signed at it, so only events are compared with events.
    """
    event = terms.is_event(one.kind)
    touched = [each for each in gold if _touch(one, each) and (event or not terms.is_event(each.kind))]
    return max(touched, key=lambda each: _agreement(one, each), default=None)
