"""Exports tables, networks and graphs to files for other tools. The same input produces the same bytes."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from pcgraph.errors import UsageError
from pcgraph.export import hive
from pcgraph.export.formats import gexf, graphml, nanopub, rdf12, sqlite
from pcgraph.export.formats.graphml import sorted_edges
from pcgraph.model.namespaces import CURRENT, SHIPPED, Namespaces
from pcgraph.store import nquads
from pcgraph.store.files import replacing, shown, write_parquet
from pcgraph.store.project import PLAIN, Project
from pcgraph.store.serialize import serialize, sorted_text

if TYPE_CHECKING:
    import networkx as nx
    import polars as pl

    from pcgraph.analysis.centrality import Ranking
    from pcgraph.belief.snapshot import Snapshot
    from pcgraph.belief.tables import Tables

FOLDERS = ("csv", "parquet")  # formats of several files
GRAPHS = {"jsonld": ox.RdfFormat.JSON_LD, "nq": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG}  # of every graph
FORMATS = tuple(sorted((*FOLDERS, *GRAPHS, "gexf", "graphml", "nanopub", "rdf12", "sqlite", "ttl")))
OTHERS = ("bods", "ftm", "ftm-statements", "iati")  # of which each holds what fits, and counts the rest
WORKBOOK = "xlsx"  # see pcgraph.intake.spreadsheets.writers.workbook
FTM = (".ftm.json", ".ftm.jsonl")  # suffixes of entities of FollowTheMoney
FORMULA = r"^[=+\-@\t\r\n]"  # a spreadsheet reads a cell that begins like this as a formula


def export(
    store: ox.Store,
    tables: Tables,
    network: nx.Graph,
    path: Path,
    format: str | None = None,
    *,
    for_spreadsheet: bool = False,
    partitioned: bool = False,
    more: Mapping[str, pl.DataFrame] | None = None,
    only_more: bool = False,
    project: Project = PLAIN,
    note: Callable[[str], object] = str,
) -> list[Path]:
    """Write what is believed in one format; `note` gets a line for each reason for which something is left out.

    ==========  =====================================================================================================
    format      what is written
    ==========  =====================================================================================================
    csv         a folder: one file for each table, and the network as ``nodes.csv`` and ``edges.csv``; or `only_more`
    parquet     the same as Parquet, with typed lists and days
    graphml     the network, with days; see `pcgraph.export.formats.graphml`
    gexf        the same for Gephi, whose timeline uses the days
    sqlite      the tables, with names, foreign keys and full-text search; see `pcgraph.export.formats.sqlite`
    trig, nq    every graph in `store`, including ``current``; see `pcgraph.belief.snapshot.Snapshot.raw`
    jsonld      the same; expanded, without a context, as Oxigraph 0.5.13 uses prefixes for Turtle and TriG only
    ttl         the graph ``current``
    rdf12       the same, and each fact with its sources, passages and marks as annotations of RDF 1.2
    nanopub     a nanopublication for each fact that a source states in a passage, as TriG
    ==========  =====================================================================================================

    >>> import networkx as nx, tempfile
    >>> from pcgraph.analysis.network import draw
    >>> from pcgraph.testing import tiny
    >>> kg, folder = tiny(), Path(tempfile.mkdtemp())
    >>> [file.name for file in export(kg.store, kg.tables, draw(kg), folder / "network.graphml")]
    ['network.graphml']
    >>> nx.read_graphml(folder / "network.graphml").number_of_nodes() == draw(kg).number_of_nodes()
    True
    """
    kind = format_of(path, format)
    for option, given, fits in (("for-spreadsheet", for_spreadsheet, "csv"), ("partitioned", partitioned, "parquet")):
        if given and kind != fits:
            raise UsageError(
                f"{shown(path)}: --{option} does not fit {kind}; expected {fits}; omit it or choose {fits}"
            )
    if kind in FOLDERS:
        folder = path.with_suffix("") if path.suffix.lower() == f".{kind}" else path
        content = ({} if only_more else dict(tables.items()) | frames(network)) | dict(more or {})
        if kind == "csv":
            return _folder(folder, kind, content, lambda frame, file: write_csv(frame, file, for_spreadsheet))
        if partitioned:
            return hive.write(content, folder)
        return _folder(folder, kind, content, lambda frame, file: write_parquet(frame, file, statistics=False))
    left_out: Mapping[str, int] = {}
    with replacing(path) as temporary:
        if kind == "graphml":
            graphml.write(network, tables, temporary)
        elif kind == "gexf":
            gexf.write(network, tables, temporary)
        elif kind == "nanopub":
            left_out = nanopub.write(store, tables, temporary, project)
        elif kind == "rdf12":
            write_current(store, temporary, project.names)
            rdf12.write(store, tables, temporary)
        elif kind == "sqlite":
            sqlite.write(store, tables, temporary, project)
        elif kind == "ttl":
            write_current(store, temporary, project.names)
        else:
            temporary.write_bytes(serialize(store, GRAPHS[kind], project.names))
    for reason, number in left_out.items():
        note(f"left out: {number:,} facts ({reason})")
    return [path]


def format_of(path: Path, format: str | None) -> str:
    """Return the format that a name and an option ask for; raise if there is none.

    >>> format_of(Path("ties.GraphML"), None)
    'graphml'
    """
    kind = (format or path.suffix).lower().removeprefix(".")
    if format is None and path.name.lower().endswith(FTM):
        kind = "ftm"
    if kind not in (known := sorted((*FORMATS, *OTHERS, WORKBOOK))):
        what = (
            f"unknown format {format!r}"
            if format
            else f"unknown suffix {path.suffix!r}"
            if path.suffix
            else "no suffix"
        )
        raise UsageError(f"{shown(path)}: {what}; expected one of {', '.join(known)}; choose one by suffix or --format")
    return kind


def export_fitting(kg: Snapshot, path: Path, kind: str) -> Counter[str]:
    """Write what fits one of the formats `OTHERS`, and return what is left out: reason → how often."""
    from pcgraph.export.formats import bods, ftm, iati

    writers = {"bods": bods.write, "ftm": ftm.write, "ftm-statements": ftm.write_statements, "iati": iati.write}
    with replacing(path) as temporary:
        return writers[kind](kg, temporary)


def _folder(
    folder: Path, suffix: str, content: Mapping[str, pl.DataFrame], write: Callable[[pl.DataFrame, Path], None]
) -> list[Path]:
    with hive.staging_folder(folder) as new:
        for name, frame in content.items():
            write(frame, new / f"{name}.{suffix}")
        written = [folder / f"{name}.{suffix}" for name in content]
        for path in written:
            with replacing(path) as temporary:
                shutil.move(new / path.name, temporary)
        return written


def write_csv(frame: pl.DataFrame, path: Path, for_spreadsheet: bool = False) -> None:
    """Write a frame as CSV; lists become text joined by spaces, which IRIs cannot contain. See `export`."""
    import polars as pl

    if for_spreadsheet and "claimed_amount" in frame.columns:
        frame = _with_numbers_as_text(frame)
    lists = [name for name, kind in frame.schema.items() if isinstance(kind, pl.List)]
    flat = frame.with_columns(pl.col(lists).cast(pl.List(pl.String)).list.join(" "))
    if for_spreadsheet:
        text = pl.col(pl.String)
        flat = flat.with_columns(pl.when(text.str.contains(FORMULA)).then("'" + text).otherwise(text).name.keep())
    flat.write_csv(path, include_bom=for_spreadsheet)


def _with_numbers_as_text(frame: pl.DataFrame) -> pl.DataFrame:
    """Return a table of engagements or steps in which the columns of numbers are followed by the numbers as text."""
    from pcgraph.belief.tables import NUMBERS
    from pcgraph.query.statements.deals import number_texts

    last = frame.columns.index([*NUMBERS][-1]) + 1
    texts = number_texts(frame.select(*NUMBERS))
    return frame.select(*frame.columns[:last], *texts, *frame.columns[last:])


def write_current(store: ox.Store, path: Path, names: Namespaces = SHIPPED) -> None:
    """Write the graph ``current`` as Turtle, sorted, with the prefixes of the project."""
    lines, text = ox.RdfFormat.N_TRIPLES, ox.RdfFormat.TURTLE
    pieces = nquads.Pieces(sorted_text(store, lines, from_graph=ox.NamedNode(CURRENT)))  # as text, for memory
    triples = (quad.triple for quad in ox.parse(pieces, format=lines, lenient=True))
    ox.serialize(triples, path, format=text, prefixes=names.prefixes)


def frames(graph: nx.Graph) -> dict[str, pl.DataFrame]:
    """Return a network as two tables."""
    import polars as pl

    nodes = [{"id": node, **data} for node, data in sorted(graph.nodes(data=True))]
    ends = ("source", "target", "key") if graph.is_multigraph() else ("source", "target")
    edges = [dict(zip(ends, edge[:-1], strict=True)) | edge[-1] for edge in sorted_edges(graph)]
    found = {}
    for name, rows, columns in (("nodes", nodes, ("id",)), ("edges", edges, ends)):
        frame = (
            pl.DataFrame(rows, infer_schema_length=None)
            if rows
            else pl.DataFrame(schema=dict.fromkeys(columns, pl.String))
        )
        empty = [column for column, kind in frame.schema.items() if kind == pl.List(pl.Null)]
        found[name] = frame.with_columns(pl.col(empty).cast(pl.List(pl.String)))
    return found


def rankings(found: list[Ranking]) -> pl.DataFrame:
    """Return rankings as one frame, in the given order.

    Columns: measure, rank, agent, label, value; and low, high, p_top, outside if the rankings have them.
    """
    import polars as pl
    from polars import selectors

    wanted = selectors.by_name("rank", "agent", "label", "value", "low", "high", "p_top", "outside", require_all=False)
    return pl.concat([each.table.select(pl.lit(each.measure).alias("measure"), wanted) for each in found])
