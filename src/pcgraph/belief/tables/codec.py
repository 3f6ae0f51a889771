"""Write tables as Parquet files with integer ids and one dictionary, and read each table back when it is first used.

The dictionary holds each text once, sorted, so that ids sort in the same order as their texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import polars as pl

from pcgraph.belief.tables import Tables
from pcgraph.errors import InvalidInput
from pcgraph.store import cache
from pcgraph.store.files import real, shown, write_parquet

DICTIONARY = "dictionary.parquet"
_LIST, _IDS = pl.List(pl.String), pl.List(pl.UInt32)


def write(tables: Tables, folder: Path) -> None:
    """Write one Parquet file for each table, and ``dictionary.parquet`` (column text; the id is the row number).

    Cost: one sort of the distinct texts. A quad takes about 20 bytes.
    """
    folder.mkdir(parents=True)
    texts = [
        frame.get_column(name).explode() if kind == _LIST else frame.get_column(name)
        for _, frame in tables.items()
        for name, kind in frame.schema.items()
        if kind in (pl.String, _LIST)
    ]
    known = pl.concat([text.rename("text").drop_nulls().unique() for text in texts]).unique().sort()
    write_parquet(known.to_frame(), folder / DICTIONARY, statistics=False)
    ids = pl.Enum(known)
    for name, table in tables.items():
        frame = table.with_columns(
            pl.col(pl.String).cast(ids).to_physical().cast(pl.UInt32),
            pl.col(_LIST).cast(pl.List(ids)).to_physical().cast(_IDS),
        )
        write_parquet(frame, folder / f"{name}.parquet", statistics=False)


class LazyTables(Tables):
    """Tables from a folder that `write` filled. A whole table is decoded on first access.

    Until then only the content of its file is held, as it is compressed, and rows are decoded out of it.
    """

    def __init__(
        self, folder: Path | None = None, sums: Mapping[str, str] | None = None, **frames: pl.DataFrame
    ) -> None:
        self.__dict__.update(frames, _folder=folder, _sums=sums)

    def __getattr__(self, name: str) -> Any:
        """Read and decode a table on first access."""
        folder: Path | None = self.__dict__.get("_folder")
        if folder is None or name not in Tables.names():
            raise AttributeError(name)
        found = self.__dict__[name] = _decoded(self._coded(folder, name).collect(), self._texts(folder))
        self.__dict__["_held"].pop(name, None)  # for memory
        return found

    def rows(self, name: str, values: Iterable[str], *columns: str, only: str = "*") -> pl.DataFrame:
        """Return some rows of a table as `Tables` does, and decode only these."""
        folder: Path | None = self.__dict__.get("_folder")
        if folder is None or name in self.__dict__:
            return super().rows(name, values, *columns, only=only)
        texts, coded = self._texts(folder), self._coded(folder, name)
        wanted = pl.Series([*values], dtype=pl.String).unique()
        places = texts.search_sorted(wanted).clip(0, max(len(texts) - 1, 0)).cast(pl.UInt32)
        ids = places.filter(texts.gather(places).eq(wanted)) if len(texts) else places.clear()
        found = pl.any_horizontal(pl.col(each).is_in(ids.implode()) for each in columns)
        return _decoded(coded.filter(found.fill_null(False)).select(only).collect(), texts)

    def _texts(self, folder: Path) -> pl.Series:
        if "texts" not in (known := self.__dict__.setdefault("_held", {})):
            known["texts"] = self._scan(folder / DICTIONARY).collect()["text"]
        texts: pl.Series = known["texts"]
        return texts

    def _coded(self, folder: Path, name: str) -> pl.LazyFrame:
        """Return a table with ids in place of texts."""
        if name not in (known := self.__dict__.setdefault("_held", {})):
            known[name] = self._scan(folder / f"{name}.parquet")
        frame: pl.LazyFrame = known[name]
        return frame

    def _scan(self, path: Path) -> pl.LazyFrame:
        known: Mapping[str, str] | None = self.__dict__["_sums"]
        return pl.scan_parquet(path, glob=False) if known is None else _scan(path, known[path.name])


def read(path: Path, sum_: str) -> pl.DataFrame:
    """Read a Parquet file of a store, after checking its SHA-256."""
    return _scan(path, sum_).collect()


def _scan(path: Path, sum_: str) -> pl.LazyFrame:
    """Return a Parquet file of a store, of which the content is read and its SHA-256 checked at once.

    Parquet files have no checksums here, so a damaged file could otherwise yield wrong values without an error.
    """
    content = cache.read_file(path, sum_)
    if content is None:
        where = real(path)
        raise InvalidInput(
            f"{shown(where)}: damaged (not what was written); expected the file as it was written; "
            f"delete {shown(where.parents[where.parent.name == cache.TABLES])}, which is then written again"
        )
    return pl.scan_parquet(BytesIO(content))


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
    """Replace ids by texts in a column of lists.

    Nearly all lists have one element, so only the longer ones are exploded and grouped again.
    """
    rows = column.to_frame("ids").with_row_index("row")
    length = pl.col("ids").list.len()
    one = rows.filter(length == 1).with_columns(pl.col("ids").list.first())
    one = one.select("row", texts.gather(one["ids"]).alias("text")).with_columns(pl.concat_list("text"))
    more = rows.filter(length > 1).explode("ids")
    more = more.select("row", texts.gather(more["ids"]).alias("text")).group_by("row", maintain_order=True).agg("text")
    none = rows.filter(length == 0).select("row", pl.lit([], dtype=_LIST).alias("text"))
    null = rows.filter(length.is_null()).select("row", pl.lit(None, dtype=_LIST).alias("text"))
    return pl.concat([one, more, none, null]).sort("row")["text"].alias(column.name)
