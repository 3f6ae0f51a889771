"""Read a data set from one file of quads, such as ``pcgraph export all.nq`` writes.

The file has one named graph for each source, and ``g:register``, ``g:verdicts``, ``g:searches``, ``g:verification`` and
``g:ontology``. If ``g:ontology`` is missing, the shipped ontology is used. ``g:current`` is ignored, because the
current beliefs are computed again.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import polars as pl

from pcgraph.errors import InvalidInput
from pcgraph.model import namespaces
from pcgraph.model.namespaces import register
from pcgraph.store import nquads
from pcgraph.store.data_folder import SOURCE_CLASS, Inputs, listing, parse
from pcgraph.store.files import shown
from pcgraph.store.project import Project, find


@dataclass(frozen=True)
class Dump(Inputs):
    """One file of quads instead of a data folder. It has no line numbers and is never converted to objects.

    Attributes
    ----------
    frame : polars.DataFrame
        source, subject, property, value: all graphs except `current`, with the shipped ontology if the file has none.
    """

    frame: pl.DataFrame = field(repr=False)

    @property
    def columns(self) -> pl.DataFrame:
        """All quads: the same as `frame`."""
        return self.frame

    @cached_property
    def slugs(self) -> list[str]:
        """The slugs of the sources, sorted."""
        graphs = self.frame["source"].unique().sort()
        space = self.names.src
        return [graph[len(space) :] for graph in graphs if graph.startswith(space)]

    def where(self, graph: str, subject: str) -> str:
        """Return the place of a statement for messages: file, graph and subject."""
        return f"{shown(self.data)}: {namespaces.compact(graph)}" + (
            f", {namespaces.compact(subject)}" if subject != graph else ""
        )


def _base(frame: pl.DataFrame) -> str:
    """Return the base of the sources in a file; "" if they have none in common."""
    sources = frame.filter((pl.col("source") == pl.col("subject")) & ~pl.col("source").str.starts_with(namespaces.G))
    bases = sources["source"].unique().str.extract(r"^(https?://.+/)source/[^/#]+$").unique()
    return str(bases[0]) if bases.len() == 1 and bases[0] else ""


def read(path: Path | Project, ontology: Path) -> Dump:
    """Read a file of quads; a path stands for its project (see `pcgraph.store.project.find`).

    Without a project file, the base is that of the sources in the file.
    """
    project = find(path)
    path, source = project.data, pl.col("source")
    where, frame = shown(path), nquads.read(path).filter(source != namespaces.CURRENT)
    if project.folder is None:
        project = replace(project, base=_base(frame) or project.base)
    names = project.names
    register(names)
    if not frame["source"].eq(namespaces.ONTOLOGY).any():
        files = listing(replace(project, data=path.parent / ".no-data"), ontology)
        shipped = [parse(file, role) for file, role in files]
        frame = pl.concat([frame, nquads.columns(quad for file in shipped for quad in file.quads)])
    from_source, faults = source.str.starts_with(names.src), []
    others = frame.filter(~from_source & ~source.is_in(namespaces.OWN_GRAPHS))
    for graph in others["source"].unique().sort():
        faults.append(f"{where}: unknown-graph: {graph}; expected src:<slug> or a graph in g:; rename it")
    blank = pl.col("subject").str.starts_with("_:") | pl.col("value").str.starts_with("_:")
    for graph in frame.filter(blank & (source != namespaces.ONTOLOGY))["source"].unique().sort():
        faults.append(
            f"{where}: blank-node: a node without a name in {namespaces.compact(graph)}; expected an IRI; add one"
        )
    kind = (pl.col("property") == namespaces.TYPE) & (pl.col("value") == f"<{SOURCE_CLASS.value}>")
    cards = frame.filter(kind & from_source).select("source", "subject").unique()
    for graph in sorted(
        {*frame.filter(from_source)["source"].unique()}.difference(cards.filter(source == pl.col("subject"))["source"])
    ):
        slug = namespaces.compact(graph)
        faults.append(
            f"{where}: no-source: the graph {slug} does not describe its source; expected {slug} a pcg:Source; add it"
        )
    for graph, subject in cards.filter(source != pl.col("subject")).sort("source", "subject").iter_rows():
        faults.append(
            f"{where}: file-name-slug: {namespaces.compact(graph)} holds {namespaces.compact(subject)}; "
            "expected one source in each graph; split it"
        )
    if cards.is_empty() and not faults:
        faults.append(
            f"{where}: no-data: no source in the file; expected one graph for each source; see pcgraph export all.nq"
        )
    if faults:
        raise InvalidInput(faults)
    return Dump(path, ontology, (), frame, project=project)
