"""Rank again with one thing left out: a source, a voice or a fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pcgraph.analysis.uncertainty import resample
from pcgraph.analysis.uncertainty.plan import Key, Plan

CHUNK = 50  # networks at a time


class Omission(NamedTuple):
    """One thing that is left out: its kind, its name, and the keys of what remains."""

    kind: str
    name: str
    keys: list[Key]


def sources(plan: Plan) -> list[Omission]:
    """Return one omission for each source, and one for each voice that has several sources."""
    everything = {key[0]: key for key in all_keys(plan)}
    out = [
        Omission("source", plan.sources[number], _remaining(everything, spoken))
        for number, spoken in plan.speaking.items()
    ]
    for own, spoken in zip(plan.members, plan.voices, strict=True):
        if len(own) > 1:
            out.append(Omission("voice", plan.sources[own[0]], _remaining(everything, spoken)))
    return out


def _remaining(everything: Mapping[int, Key], spoken: Sequence[tuple[int, int]]) -> list[Key]:
    """Return the keys without some sources; the others are the same objects in each list, which saves memory."""
    left = dict(everything)
    for engagement, bits in spoken:
        left[engagement] = (engagement, left[engagement][1] & ~bits, ())
    return [key for key in left.values() if key[1]]


def all_keys(plan: Plan) -> list[Key]:
    """Return the keys of all engagements, with all their sources."""
    return [(engagement, mask, ()) for engagement, mask in plan.whole.items()]


def ranks(
    plan: Plan, without: Sequence[Omission], measure: str, wanted: Sequence[int]
) -> Iterator[tuple[Omission, list[int] | str]]:
    """Yield, for each omission, the ranks of the wanted agents, or the reason why there are none."""
    for start in range(0, len(without), CHUNK):
        chunk = without[start : start + CHUNK]
        found = resample.ranks([resample.network(plan, left.keys) for left in chunk], measure, wanted)
        yield from zip(chunk, found, strict=True)
