"""What a build of a large graph holds besides the graph, so that a command about one thing need not read all of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pcgraph.belief.snapshot import Snapshot

if TYPE_CHECKING:
    import networkx as nx


def keep(snapshot: Snapshot, folder: Path) -> nx.Graph:
    """Write the index of names, and the rankings of the default network, which is returned."""
    from pcgraph.analysis.centrality import cached_rankings
    from pcgraph.analysis.network import draw
    from pcgraph.query.names.named_things import named_things

    named_things(snapshot).write(folder)
    network = draw(snapshot)
    cached_rankings.write(network, folder)
    return network
