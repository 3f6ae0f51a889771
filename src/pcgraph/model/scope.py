"""Scope: which sources are taken into account."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

OMIT, ESTIMATE = UNDATED = ("omit", "estimate")
FIRST_SEEN = "undated, first seen"  # begins the reason of a source that `as_of` leaves out as it has no date
UNPROVED = "no fact of it is proved"  # the reason of a source that only has passages that are not proved
ESTIMABLE = ", estimate"  # in that reason: the source would be in scope with `ESTIMATE`


@dataclass(frozen=True)
class Scope:
    """Which sources are taken into account. `pcgraph.load` checks that they exist.

    Attributes
    ----------
    as_of : date or None
        Only sources that were known on that day.
    only, without, without_voice : tuple of str
        Slugs, not IRIs; empty means no restriction. `without` omits only the sources named; `without_voice` also
        omits every source of the same voice: with the same ``pcg:wire`` and no other.
    undated : {"omit", "estimate"}
        What `as_of` does with a source that has no date. ``omit``: it counts from the day on which it was first seen.
        ``estimate``: it counts from the latest day of a step that it states as reached. It counts from the day on which
        it was first seen if that is earlier, or if it states no such day.
    proved : bool
        Only facts whose passages were all found in the text of their source; see `pcgraph.belief.evidence.proof`.

    >>> Scope().whole, Scope(as_of=date(2025, 1, 1)).whole
    (True, False)
    """

    as_of: date | None = None
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    without_voice: tuple[str, ...] = ()
    undated: str = OMIT
    proved: bool = False

    @property
    def whole(self) -> bool:
        """True if nothing is restricted."""
        return self == Scope()


def undated_left_out(left_out: Iterable[tuple[str, str]], option: str) -> str:
    """Return how many undated sources a day leaves out and what keeps them, in words; "" if there are none.

    >>> undated_left_out([("a", "undated, first seen 2026-05-02, estimate 2025-01-31")], "--undated estimate")
    '1 undated source; --undated estimate keeps 1, which a step dates'
    """
    reasons = [reason for _, reason in left_out if reason.startswith(FIRST_SEEN)]
    kept = sum(ESTIMABLE in reason for reason in reasons)
    advice = (
        f"{option} keeps {kept}, which a step dates" if kept else "no step dates them earlier; give each a pcg:date"
    )
    return f"{len(reasons)} undated source{'s' * (len(reasons) != 1)}; {advice}" if reasons else ""
