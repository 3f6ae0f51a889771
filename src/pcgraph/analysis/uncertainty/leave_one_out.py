"""What a ranking becomes when one thing is left out: a source, a voice, a fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pcgraph.analysis.uncertainty import resample
from pcgraph.analysis.uncertainty.plan import Key, Plan

CHUNK = 50  # networks at a time


class Omission(NamedTuple):
    """One thing that is left out: its kind, its name, and the keys of what is left."""

    kind: str
    name: str
    keys: list[Key]


def sources(plan: Plan) -> list[Omission]:
    """Leave out each source; and each voice of several sources, all of them together."""
    out = [Omission("source", plan.sources[at], _rest(plan, spoken)) for at, spoken in plan.speaking.items()]
    for own, spoken in zip(plan.members, plan.voices, strict=True):
        if len(own) > 1:
            out.append(Omission("voice", plan.sources[own[0]], _rest(plan, spoken)))
    return out


def _rest(plan: Plan, spoken: Sequence[tuple[int, int]]) -> list[Key]:
    left = dict(plan.whole)
    for engagement, bits in spoken:
        left[engagement] &= ~bits
    return [(engagement, mask, ()) for engagement, mask in left.items() if mask]


def all_keys(plan: Plan) -> list[Key]:
    """Give the keys of all that is told."""
    return [(engagement, mask, ()) for engagement, mask in plan.whole.items()]


def ranks(
    plan: Plan, without: Sequence[Omission], measure: str, wanted: Sequence[int]
) -> Iterator[tuple[Omission, list[int] | str]]:
    """Give for each thing left out the ranks of the wanted agents, or why there are none."""
    for start in range(0, len(without), CHUNK):
        some = without[start : start + CHUNK]
        found = resample.ranks([resample.network(plan, left.keys) for left in some], measure, wanted)
        yield from zip(some, found, strict=True)
