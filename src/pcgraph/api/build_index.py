"""What a build of a large graph holds besides the graph, so that a command about one thing need not read all of it."""

from __future__ import annotations

from pathlib import Path

from pcgraph.belief.snapshot import Snapshot


def keep(snapshot: Snapshot, folder: Path) -> None:
    """Write the index of names, and the rankings of the default network."""
    from pcgraph.analysis.centrality import cached_rankings
    from pcgraph.query.names.named_things import named_things

    named_things(snapshot).write(folder)
    cached_rankings.write(snapshot, folder)
