"""Scope: which sources are taken into account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Scope:
    """Which sources are taken into account. `pcgraph.load` checks that they exist.

    Attributes
    ----------
    as_of : date or None
        Only sources that were known on that day.
    only, without, without_voice : tuple of str
        Slugs, not IRIs; empty means no restriction. `without` omits only the sources named; `without_voice` also
        omits every source with the same ``pcg:wire``.

    >>> Scope().whole, Scope(as_of=date(2025, 1, 1)).whole
    (True, False)
    """

    as_of: date | None = None
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    without_voice: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """True if nothing is restricted."""
        return self == Scope()
