"""Turns the counts of comparisons into precision, recall and F1, with intervals over articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import chain
from typing import Any

from pcgraph.intake.drafting.score import ENGAGEMENTS, Comparison, Counts, OverClaim, compare
from pcgraph.intake.drafting.score.draft_files import DATES, MONEY, Engagement, Terms

DRAWS, SEED = 1000, 0  # of the bootstrap
FIRST = ("class", "status")  # the first rows of the fields
GROUPS = ("parties", "dates", "money")  # rows that sum up several fields; their fields are the rows that follow
FIGURES = ("precision", "recall", "f1")
Interval = tuple[float, float]


@dataclass(frozen=True)
class Figures:
    """Precision, recall and F1 of one row, and the counts that they come from.

    A figure is None if nothing was drafted, or if the gold has nothing. `intervals` maps the name of a figure to its
    95 % interval; it is empty if there is only one article.
    """

    precision: float | None
    recall: float | None
    f1: float | None
    right: int
    drafted: int
    gold: int
    intervals: Mapping[str, Interval]


@dataclass(frozen=True)
class Score:
    """What drafts are worth."""

    articles: int
    engagements: Figures
    found: Mapping[str, Figures]  # row → figures in the engagements that were found, and over all
    all: Mapping[str, Figures]  # row → figures in the engagements that were found, and over all
    members: tuple[str, ...]  # rows whose values are also in the row of their group above them
    overclaims: tuple[OverClaim, ...]
    overclaim_rate: float | None  # over-claims as a share of all drafted engagements
    overclaim_interval: Interval | None

    def as_data(self) -> dict[str, Any]:
        """Return the score as plain data, for JSON."""
        return asdict(self)


def score(drafts: Mapping[str, Sequence[Engagement]], gold: Mapping[str, Sequence[Engagement]], terms: Terms) -> Score:
    """Score drafts of articles against the gold of the same names."""
    compared = [compare(drafts.get(name, ()), gold[name], terms, name) for name in sorted(gold)]
    fields = _rows(compared, terms)
    claims = _figures([Counts(len(each.overclaims), each.all[ENGAGEMENTS].drafted, 0) for each in compared])
    return Score(
        len(gold),
        _figures([each.all[ENGAGEMENTS] for each in compared]),
        {row: _figures([_sum(each.found, members) for each in compared]) for row, members in fields.items()},
        {row: _figures([_sum(each.all, members) for each in compared]) for row, members in fields.items()},
        tuple(name for name in fields if name in terms.roles or name in (*DATES, *MONEY)),
        tuple(chain.from_iterable(each.overclaims for each in compared)),
        claims.precision,
        claims.intervals.get("precision"),
    )


def _rows(compared: Iterable[Comparison], terms: Terms) -> dict[str, tuple[str, ...]]:
    """Return the rows of a score: name → the fields that it sums up.

    Fields of which the gold has no value are left out, as the makers of the gold did not fill them in; but a role, a
    date or a sum of money is always an answer to a question that the gold answers.
    """
    gold: Counter[str] = Counter()
    drafted: Counter[str] = Counter()
    for each in compared:
        gold.update({field: counts.gold for field, counts in each.all.items()})
        drafted.update({field: counts.drafted for field, counts in each.all.items()})
    groups = dict(zip(GROUPS, (tuple(sorted(terms.roles)), DATES, MONEY), strict=True))
    listed = {field for field in chain(*groups.values()) if gold[field] or drafted[field]}
    order = list(FIRST)
    for name, members in groups.items():
        order += [name, *(field for field in members if field in listed)]
    order += sorted({field for field, number in gold.items() if number} - {*order, ENGAGEMENTS})
    return {name: groups.get(name, (name,)) for name in order}


def _sum(counted: Mapping[str, Counts], fields: Iterable[str]) -> Counts:
    """Return the counts of some fields together."""
    return Counts(*map(sum, zip(Counts(), *(counted.get(field, Counts()) for field in fields), strict=True)))


def _figures(counted: Sequence[Counts]) -> Figures:
    """Return the figures of one row from the counts of each article."""
    right, drafted, gold = map(sum, zip(Counts(), *counted, strict=True))
    values = (_ratio(right, drafted), _ratio(right, gold), _ratio(2 * right, drafted + gold))
    return Figures(*values, right, drafted, gold, _intervals(counted) if len(counted) > 1 else {})


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _intervals(counted: Sequence[Counts]) -> dict[str, Interval]:
    """Return the 95 % intervals of precision, recall and F1 if articles are drawn with replacement.

    Draws in which a figure has no value are left out; a figure without any value has no interval.
    """
    import numpy as np

    table = np.array(counted)
    drawn = np.random.default_rng(SEED).integers(len(table), size=(DRAWS, len(table)))
    right, drafted, gold = table[drawn].sum(axis=1).T
    out = {}
    for name, part, whole in zip(FIGURES, (right, right, 2 * right), (drafted, gold, drafted + gold), strict=True):
        values = part[whole > 0] / whole[whole > 0]
        if len(values):
            low, high = np.quantile(values, (0.025, 0.975))
            out[name] = (float(low), float(high))
    return out
