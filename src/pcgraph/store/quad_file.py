"""A data set of any size as one file of quads, such as ``pcgraph export all.nq`` writes.

It holds a graph for each source, ``g:register``, ``g:verdicts``, and ``g:ontology``, without which the shipped one is
taken. ``g:current`` is passed over: what is believed is computed anew.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import polars as pl

from pcgraph.errors import InvalidInput
from pcgraph.model import namespaces
from pcgraph.store import nquads
from pcgraph.store.data_folder import SOURCE_CLASS, Inputs, listing, parse
from pcgraph.store.files import shown


@dataclass(frozen=True)
class Dump(Inputs):
    """One file of quads instead of a data folder; it has no lines to point at, and is never turned into objects.

    Attributes
    ----------
    frame : polars.DataFrame
        source, subject, property, value: all but `current`, and the shipped ontology where the file holds none.
    """

    frame: pl.DataFrame = field(repr=False)

    @property
    def columns(self) -> pl.DataFrame:
        """The same as `frame`."""
        return self.frame

    @cached_property
    def slugs(self) -> list[str]:
        """The slugs of the sources, sorted."""
        graphs = self.frame["source"].unique().sort()
        return [graph[len(namespaces.SRC) :] for graph in graphs if graph.startswith(namespaces.SRC)]

    def where(self, graph: str, subject: str) -> str:
        """Say where something is said: file, graph and subject."""
        return f"{shown(self.data)}: {namespaces.compact(graph)}" + (
            f", {namespaces.compact(subject)}" if subject != graph else ""
        )


def read(path: Path, ontology: Path) -> Dump:
    """Read a file of quads.

    Raises
    ------
    InvalidInput
        If it cannot be read (see `pcgraph.store.nquads.read`), has a graph that is none of these, a node without a name, a
        graph of a source that lacks its ``pcg:Source`` or holds another one, or no source at all; one line for each.
    """
    where, source = shown(path), pl.col("source")
    frame = nquads.read(path).filter(source != namespaces.CURRENT)
    if not frame["source"].eq(namespaces.ONTOLOGY).any():
        shipped = [parse(file, role) for file, role in listing(path.parent / ".no-data", ontology)]
        frame = pl.concat([frame, nquads.columns(quad for file in shipped for quad in file.quads)])
    told, faults = source.str.starts_with(namespaces.SRC), []
    others = frame.filter(~told & ~source.is_in([namespaces.REGISTER, namespaces.VERDICTS, namespaces.ONTOLOGY]))
    for graph in others["source"].unique().sort():
        faults.append(f"{where}: unknown-graph: {graph}; expected src:<slug> or a graph of g:; rename it")
    blank = pl.col("subject").str.starts_with("_:") | pl.col("value").str.starts_with("_:")
    for graph in frame.filter(blank & (source != namespaces.ONTOLOGY))["source"].unique().sort():
        faults.append(
            f"{where}: blank-node: a node without a name in {namespaces.compact(graph)}; expected an IRI; give it one"
        )
    kind = (pl.col("property") == namespaces.TYPE) & (pl.col("value") == f"<{SOURCE_CLASS.value}>")
    cards = frame.filter(kind & told).select("source", "subject").unique()
    for graph in sorted(
        {*frame.filter(told)["source"].unique()}.difference(cards.filter(source == pl.col("subject"))["source"])
    ):
        slug = namespaces.compact(graph)
        faults.append(f"{where}: no-source: the graph {slug} lacks its source; expected {slug} a pcg:Source; add it")
    for graph, subject in cards.filter(source != pl.col("subject")).sort("source", "subject").iter_rows():
        faults.append(
            f"{where}: file-name-slug: {namespaces.compact(graph)} holds {namespaces.compact(subject)}; "
            "expected one source a graph; split it"
        )
    if cards.is_empty() and not faults:
        faults.append(f"{where}: no-data: no source in it; expected one graph a source; see pcgraph export all.nq")
    if faults:
        raise InvalidInput(faults)
    return Dump(path, ontology, (), frame)
