"""The one switch of the package: which sources count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Scope:
    """Which sources count. Slugs, not IRIs; empty means no restriction.

    `as_of` keeps the sources known on that day; `without` leaves its copies in, `without_voice` takes all sources
    with the same `pcg:wire` out as well.
    """

    as_of: date | None = None
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    without_voice: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """True when nothing is restricted."""
        return self == Scope()
