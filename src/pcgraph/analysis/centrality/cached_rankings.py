"""The rankings of the whole network that a build of a large graph holds, so that `rank` need not draw it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from pcgraph.analysis.centrality import rank
from pcgraph.analysis.centrality.measures import Net
from pcgraph.analysis.centrality.ranking import Ranking
from pcgraph.analysis.registry import MEASURES, alias_note, find
from pcgraph.errors import LimitError
from pcgraph.store import cache, memory

if TYPE_CHECKING:
    import networkx as nx

    from pcgraph.belief.snapshot import Snapshot


def write(network: nx.Graph, folder: Path) -> None:
    """Rank the whole network of a graph by every measure that has values on it."""
    import polars as pl

    net, found = Net(network), list[Ranking]()
    for name in MEASURES:
        try:
            found.append(rank(net, name))
        except LimitError:  # `rank` says so again
            continue
    memory.release()
    frames = [each.table.with_columns(measure=pl.lit(each.measure)) for each in found]
    pl.concat(frames, how="diagonal").write_parquet(folder / cache.RANKINGS)
    about = {each.measure: [each.counts, each.note, each.table.columns] for each in found}
    (folder / cache.RANKED).write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")


def read(snapshot: Snapshot, measure: str) -> Ranking | None:
    """Return the ranking of the whole network by a measure, as `rank` does; None if no build holds it."""
    import polars as pl

    what, rows, about = find(measure), snapshot.kept(cache.RANKINGS), snapshot.kept(cache.RANKED)
    known = json.loads(about.read_text(encoding="utf-8")) if about else {}
    if rows is None or what.name not in known:
        return None
    counts, note, columns = known[what.name]
    table = pl.scan_parquet(rows, glob=False).filter(measure=what.name).select(columns).collect()
    return Ranking(what.name, what.meaning, counts, table, "; ".join(filter(None, (alias_note(measure), note))))
