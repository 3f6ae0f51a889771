"""Tables → Parquet with integer ids and one sorted dictionary, and back, each table only when it is looked at.

Every text stands once, in the order of the alphabet, so that ids sort as their texts do.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import polars as pl

from pcgraph.belief.resolution import Tables
from pcgraph.errors import InvalidInput
from pcgraph.store import cache
from pcgraph.store.files import real, shown, write_parquet

DICTIONARY = "dictionary.parquet"
_LIST, _IDS = pl.List(pl.String), pl.List(pl.UInt32)


def write(tables: Tables, folder: Path) -> None:
    """Write one Parquet file a table, and ``dictionary.parquet`` (column text; the id is the row).

    Cost: one sort of the distinct texts. A million quads take some 20 bytes each.
    """
    folder.mkdir(parents=True)
    texts = [
        frame.get_column(name).explode() if kind == _LIST else frame.get_column(name)
        for frame in (tables[table] for table in tables.names())
        for name, kind in frame.schema.items()
        if kind in (pl.String, _LIST)
    ]
    known = pl.concat([text.rename("text").drop_nulls().unique() for text in texts]).unique().sort()
    write_parquet(known.to_frame(), folder / DICTIONARY, statistics=False)
    of = pl.Enum(known)
    for name in tables.names():
        frame = tables[name].with_columns(
            pl.col(pl.String).cast(of).to_physical().cast(pl.UInt32),
            pl.col(_LIST).cast(pl.List(of)).to_physical().cast(_IDS),
        )
        write_parquet(frame, folder / f"{name}.parquet", statistics=False)


class LazyTables(Tables):
    """Tables of a folder that `write` made; each is read and gets its texts back when it is first looked at.

    Parameters
    ----------
    folder : Path
    sums : mapping, optional
        SHA-256 by the file's name; see `read`.

    Raises
    ------
    InvalidInput
        When a table is looked at whose file is not the one that was written.
    """

    def __init__(
        self, folder: Path | None = None, sums: Mapping[str, str] | None = None, **frames: pl.DataFrame
    ) -> None:
        self.__dict__.update(frames, _folder=folder, _sums=sums)

    def __getattr__(self, name: str) -> Any:
        """Read a table."""
        folder: Path | None = self.__dict__.get("_folder")
        if folder is None or name not in Tables.names():
            raise AttributeError(name)
        if "_texts" not in self.__dict__:
            self.__dict__["_texts"] = self._read(folder / DICTIONARY)["text"]
        found = _decoded(self._read(folder / f"{name}.parquet"), self.__dict__["_texts"])
        self.__dict__[name] = found
        return found

    def _read(self, path: Path) -> pl.DataFrame:
        known: Mapping[str, str] | None = self.__dict__["_sums"]
        return pl.read_parquet(path) if known is None else read(path, known[path.name])


def read(path: Path, sum_: str) -> pl.DataFrame:
    """Read a Parquet file of a store; it has no checksums of its own, so damage would be read as other values.

    Raises
    ------
    InvalidInput
        If it is not the file with this SHA-256.
    """
    content = cache.read_file(path, sum_)
    if content is None:
        where = real(path)
        raise InvalidInput(
            f"{shown(where)}: damaged (not what was written); expected the file as it was made; "
            f"delete {shown(where.parents[where.parent.name == cache.TABLES])}, it is made anew"
        )
    return pl.read_parquet(BytesIO(content))


def _decoded(frame: pl.DataFrame, texts: pl.Series) -> pl.DataFrame:
    columns = []
    for column in frame.get_columns():
        if column.dtype == pl.UInt32:
            column = texts.gather(column).alias(column.name)
        elif column.dtype == _IDS:
            column = _lists(column, texts)
        columns.append(column)
    return pl.DataFrame(columns)


def _lists(column: pl.Series, texts: pl.Series) -> pl.Series:
    """Give lists their texts back. Nearly all hold one; only the others are taken apart and put together again."""
    rows = column.to_frame("ids").with_row_index("row")
    length = pl.col("ids").list.len()
    one = rows.filter(length == 1).with_columns(pl.col("ids").list.first())
    one = one.select("row", texts.gather(one["ids"]).alias("text")).with_columns(pl.concat_list("text"))
    more = rows.filter(length > 1).explode("ids")
    more = more.select("row", texts.gather(more["ids"]).alias("text")).group_by("row", maintain_order=True).agg("text")
    none = rows.filter(length == 0).select("row", pl.lit([], dtype=_LIST).alias("text"))
    null = rows.filter(length.is_null()).select("row", pl.lit(None, dtype=_LIST).alias("text"))
    return pl.concat([one, more, none, null]).sort("row")["text"].alias(column.name)
