"""Exports tables, networks and graphs to files for other tools. The same input produces the same bytes."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from pcgraph.errors import InvalidInput, UsageError
from pcgraph.export import hive
from pcgraph.model.namespaces import CURRENT, SHIPPED, Namespaces
from pcgraph.store.files import replacing, shown, write_parquet
from pcgraph.store.serialize import serialize

if TYPE_CHECKING:
    import networkx as nx
    import polars as pl

    from pcgraph.analysis.centrality import Ranking
    from pcgraph.belief.snapshot import Snapshot
    from pcgraph.belief.tables import Tables

FOLDERS = ("csv", "parquet")  # formats of several files
GRAPHS = ("jsonld", "nq", "trig")  # formats of every graph, as the sources are written
FORMATS = tuple(sorted((*FOLDERS, *GRAPHS, "graphml", "ttl")))
OTHERS = ("bods", "ftm", "ftm-statements", "iati")  # of which each holds what fits, and counts the rest
FTM = (".ftm.json", ".ftm.jsonl")  # suffixes of entities of FollowTheMoney
FORMULA = r"^[=+\-@\t\r\n]"  # a spreadsheet reads a cell that begins like this as a formula
NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # includes CR, which XML reads as LF


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
    names: Namespaces = SHIPPED,
) -> list[Path]:
    """Write what is believed in one format.

    ==========  =====================================================================================================
    format      what is written
    ==========  =====================================================================================================
    csv         a folder: one file for each table, and the network as ``nodes.csv`` and ``edges.csv``; or `only_more`
    parquet     the same as Parquet, with typed lists and days
    graphml     the network
    trig, nq    every graph in `store`, including ``current``; see `pcgraph.belief.snapshot.Snapshot.raw`
    jsonld      the same; expanded, without a context, as Oxigraph 0.5.13 uses prefixes for Turtle and TriG only
    ttl         the graph ``current``
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
    with replacing(path) as temporary:
        if kind == "graphml":
            write_graphml(network, temporary)
        elif kind == "trig":
            write_trig(store, temporary, names)
        elif kind == "ttl":
            write_current(store, temporary, names)
        else:
            syntax = ox.RdfFormat.N_QUADS if kind == "nq" else ox.RdfFormat.JSON_LD
            temporary.write_bytes(serialize(store, syntax, names))
    return [path]


def format_of(path: Path, format: str | None) -> str:
    """Return the format that a name and an option ask for; raise if there is none.

    >>> format_of(Path("ties.GraphML"), None)
    'graphml'
    """
    kind = (format or path.suffix).lower().removeprefix(".")
    if format is None and path.name.lower().endswith(FTM):
        kind = "ftm"
    if kind not in FORMATS + OTHERS:
        what = (
            f"unknown format {format!r}"
            if format
            else f"unknown suffix {path.suffix!r}"
            if path.suffix
            else "no suffix"
        )
        raise UsageError(
            f"{shown(path)}: {what}; expected one of {', '.join(sorted(FORMATS + OTHERS))}; "
            "choose one by suffix or --format"
        )
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


def write_tables(tables: Tables, folder: Path) -> None:
    """Write one Parquet file per table into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, frame in tables.items():
        write_parquet(frame, folder / f"{name}.parquet", statistics=False)


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
    import polars as pl

    from pcgraph.belief.tables import NUMBERS
    from pcgraph.model import numbers

    rows = [numbers.texts(row) for row in frame.select(*NUMBERS).iter_rows(named=True)]
    names = {"amount_text": "amount", "claimed_amount_text": "claimedAmount", "quantity_text": "quantity"}
    texts = [pl.Series(column, [row.get(name) for row in rows], pl.String) for column, name in names.items()]
    last = frame.columns.index([*NUMBERS][-1]) + 1
    return frame.with_columns(texts).select(*frame.columns[:last], *names, *frame.columns[last:])


def write_trig(store: ox.Store, path: Path, names: Namespaces = SHIPPED) -> None:
    """Write all graphs of the store as TriG, sorted, with the prefixes of the project."""
    path.write_bytes(serialize(store, ox.RdfFormat.TRIG, names))


def write_current(store: ox.Store, path: Path, names: Namespaces = SHIPPED) -> None:
    """Write the graph ``current`` as Turtle, sorted, with the prefixes of the project."""
    quads = store.quads_for_pattern(None, None, None, ox.NamedNode(CURRENT))
    triples = sorted((quad.triple for quad in quads), key=lambda t: (str(t.subject), str(t.predicate), str(t.object)))
    path.write_bytes(ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=names.prefixes) or b"")


def write_graphml(graph: nx.Graph, path: Path) -> None:
    """Write a network as GraphML.

    Lists become text joined by spaces, which IRIs cannot contain. Attributes without a value are omitted. A character
    that XML cannot contain is replaced by its control picture (U+0001 by ␁, a carriage return by ␍), or by U+FFFD if it
    has none.
    """
    import networkx as nx

    flat = graph.__class__()
    for node, data in sorted(graph.nodes(data=True)):
        flat.add_node(_valid_name(node), **_attributes(data))
    for one, other, *key, data in _edges(graph):
        flat.add_edge(one, other, *map(_valid_name, key), **_attributes(data))
    nx.write_graphml(flat, path)


def frames(graph: nx.Graph) -> dict[str, pl.DataFrame]:
    """Return a network as two tables."""
    import polars as pl

    nodes = [{"id": node, **data} for node, data in sorted(graph.nodes(data=True))]
    ends = ("source", "target", "key") if graph.is_multigraph() else ("source", "target")
    edges = [dict(zip(ends, edge[:-1], strict=True)) | edge[-1] for edge in _edges(graph)]
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


def _edges(graph: nx.Graph) -> list[tuple[Any, ...]]:
    edges: Iterable[tuple[Any, ...]]
    edges = graph.edges(keys=True, data=True) if graph.is_multigraph() else graph.edges(data=True)
    if not graph.is_directed():
        edges = [edge if edge[0] <= edge[1] else (edge[1], edge[0], *edge[2:]) for edge in edges]
    return sorted(edges, key=lambda edge: edge[:-1])


def _attributes(data: Mapping[str, Any]) -> dict[str, str | bool | int | float]:
    found: dict[str, str | bool | int | float] = {}
    for name, value in data.items():
        if isinstance(value, (bool, int, float)):
            found[name] = value
        elif value is not None:
            text = " ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
            found[name] = NOT_XML.sub(lambda match: chr(0x2400 + ord(match[0])) if match[0] < " " else "\ufffd", text)
    return found


def _valid_name(name: Any) -> Any:
    if isinstance(name, str) and (NOT_XML.search(name) or re.search(r"[\t\n]", name)):
        raise InvalidInput(
            f"{name!a}: a name that GraphML cannot hold; expected no control characters; rename it or export csv"
        )
    return name


def rankings(found: list[Ranking]) -> pl.DataFrame:
    """Return rankings as one frame, in the given order.

    Columns: measure, rank, agent, label, value; and low, high, p_top, outside if the rankings have them.
    """
    import polars as pl

    return pl.concat(
        [
            ranking.table.select(
                pl.lit(ranking.measure).alias("measure"),
                *(
                    name
                    for name in ("rank", "agent", "label", "value", "low", "high", "p_top", "outside")
                    if name in ranking.table
                ),
            )
            for ranking in found
        ]
    )
