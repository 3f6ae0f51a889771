"""Believed tables and networks → files that other tools open. Same input, same bytes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from pcgraph.terms import CURRENT, PREFIXES

if TYPE_CHECKING:
    import networkx as nx
    import polars as pl

    from pcgraph.current import Tables
    from pcgraph.measure import Ranking


def write_tables(tables: Tables, folder: Path) -> None:
    """Write one Parquet file a table into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in tables.names():
        tables[name].write_parquet(folder / f"{name}.parquet", statistics=False)


def write_trig(store: ox.Store, path: Path) -> None:
    """Write every graph of the store as TriG, sorted."""
    quads = sorted(
        store, key=lambda quad: (str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object))
    )
    path.write_bytes(ox.serialize(quads, format=ox.RdfFormat.TRIG, prefixes=PREFIXES) or b"")


def write_current(store: ox.Store, path: Path) -> None:
    """Write the graph ``current`` as Turtle, sorted."""
    quads = store.quads_for_pattern(None, None, None, ox.NamedNode(CURRENT))
    triples = sorted((quad.triple for quad in quads), key=lambda t: (str(t.subject), str(t.predicate), str(t.object)))
    path.write_bytes(ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES) or b"")


def write_graphml(graph: nx.MultiDiGraph, path: Path) -> None:
    """Write a network as GraphML; lists become text joined by a space (IRIs hold none)."""
    import networkx as nx

    flat = nx.MultiDiGraph()
    for node, data in sorted(graph.nodes(data=True)):
        flat.add_node(node, **data)
    for one, other, name, data in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        flat.add_edge(one, other, name, **{k: " ".join(v) if isinstance(v, list) else v for k, v in data.items()})
    nx.write_graphml(flat, path)


def rankings(found: list[Ranking]) -> pl.DataFrame:
    """Stack rankings: measure, rank, agent, label, value; in the given order of measures."""
    import polars as pl

    return pl.concat(
        [
            ranking.table.select(pl.lit(ranking.measure).alias("measure"), "rank", "agent", "label", "value")
            for ranking in found
        ]
    )
