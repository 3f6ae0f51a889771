"""Finds sources with one address in two spellings."""

from __future__ import annotations

from collections import defaultdict

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.namespaces import PCG
from pcgraph.model.quads import values
from pcgraph.model.web_address import canonical


def same_addresses(snapshot: Snapshot) -> list[tuple[str, tuple[str, ...]]]:
    """Find addresses that several sources have, in whatever spelling."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for source in snapshot.tables.sources["source"].sort():
        if address := min(values(snapshot.store, source, PCG + "address", source), default=""):
            found[canonical(address)].append(source)
    return [(address, tuple(sources)) for address, sources in sorted(found.items()) if len(sources) > 1]
