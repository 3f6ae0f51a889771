"""The newest day on which somebody worked on the data. It depends on the data alone, and not on a clock."""

from __future__ import annotations

import re
from datetime import date

import pyoxigraph as ox

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.namespaces import CURRENT, DCTERMS, PCG
from pcgraph.model.quads import quads

# the days of work on the data; the days of what happened are other properties
WORK = (*(PCG + name for name in ("firstSeen", "retrieved", "decided", "searchedOn", "checkedOn", "pageCheckedOn")),
        *(DCTERMS + name for name in ("created", "issued", "modified")))  # fmt: skip


def last_change(snapshot: Snapshot) -> date | None:
    """Return the newest day: a source became known or was read, a verdict was decided, and so on; None without any.

    >>> from pcgraph.testing import tiny
    >>> last_change(tiny())
    datetime.date(2026, 11, 26)
    """
    days = [day for day in snapshot.tables.sources["known"] if day is not None]
    for name in WORK:
        for quad in quads(snapshot.store, None, name):
            text = quad.object.value[:10] if isinstance(quad.object, ox.Literal) else ""
            if re.fullmatch(r"\d{4}-\d\d-\d\d", text) and quad.graph_name.value != CURRENT:
                days.append(date.fromisoformat(text))
    return max(days, default=None)
