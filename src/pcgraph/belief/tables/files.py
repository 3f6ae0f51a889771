"""Tables as Parquet files, which are read when a table is first used."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import polars as pl

from pcgraph.belief.tables import Tables
from pcgraph.errors import InvalidInput
from pcgraph.store import cache
from pcgraph.store.files import real, shown, write_parquet


def write(tables: Tables, folder: Path) -> None:
    """Write one Parquet file for each table into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, frame in tables.items():
        write_parquet(frame, folder / f"{name}.parquet", statistics=False)


class LazyTables(Tables):
    """Tables of which `content` returns the file by its name; a table is decoded on first access."""

    def __init__(self, content: Callable[[str], bytes] | None = None, **frames: pl.DataFrame) -> None:
        self.__dict__.update(frames, _content=content, _files={})

    def __getattr__(self, name: str) -> Any:
        """Decode a table on first access."""
        if name not in Tables.names() or not self.__dict__.get("_content"):
            raise AttributeError(name)
        found = self.__dict__[name] = self.scan(name).collect()
        self.__dict__["_files"].pop(name, None)  # for memory
        return found

    def scan(self, name: str) -> pl.LazyFrame:
        """Return a table as a query, which decodes only what is asked for."""
        if name in self.__dict__:
            return super().scan(name)
        files: dict[str, bytes] = self.__dict__["_files"]
        if name not in files:
            files[name] = self.__dict__["_content"](name)
        return pl.scan_parquet(BytesIO(files[name]))


def content(path: Path, sum_: str | None) -> bytes:
    """Return the content of a Parquet file of a store, after checking its SHA-256 if that is known.

    Parquet files have no checksums here, so a damaged file could otherwise yield wrong values without an error.
    """
    if sum_ is None:
        return path.read_bytes()
    found = cache.read_file(path, sum_)
    if found is None:
        where = real(path)
        raise InvalidInput(
            f"{shown(where)}: damaged (not what was written); expected the file as it was written; "
            f"delete {shown(where.parents[where.parent.name == cache.TABLES])}, which is then written again"
        )
    return found
