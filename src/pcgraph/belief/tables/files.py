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

ROWS = 2**15  # that are decoded together: who looks for a few rows holds no more of the others at once
FEW = 1000  # subjects of whom the statements stay in memory, a few MB


def write(tables: Tables, folder: Path) -> None:
    """Write one Parquet file for each table into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, frame in tables.items():
        write_parquet(frame, folder / f"{name}.parquet", statistics=False, row_group_size=ROWS)


class LazyTables(Tables):
    """Tables of which `content` returns the file by its name; a table is decoded on first access."""

    def __init__(self, content: Callable[[str], bytes] | None = None, **frames: pl.DataFrame) -> None:
        self.__dict__.update(frames, _content=content, _queries={})

    def __getattr__(self, name: str) -> Any:
        """Decode a table on first access."""
        known = self.__dict__
        if name not in Tables.names() or not (known.get("_content") or name in known.get("_queries", ())):
            raise AttributeError(name)
        found = known[name] = self.scan(name).collect()
        known["_queries"].pop(name, None)  # for memory
        return found

    def scan(self, name: str) -> pl.LazyFrame:
        """Return a table as a query, which decodes only what is asked for."""
        if name in self.__dict__:
            return super().scan(name)
        queries: dict[str, pl.LazyFrame] = self.__dict__["_queries"]
        if name not in queries:
            queries[name] = pl.scan_parquet(BytesIO(self.__dict__["_content"](name)))
        return queries[name]

    def _with_statements(self, subjects: list[str], **frames: pl.DataFrame) -> Tables:
        """Return tables with the statements about some subjects; about many, which take most of the memory, as a query.

        A query decodes the whole table each time that it is asked for rows.
        """
        if len(subjects) <= FEW:
            return super()._with_statements(subjects, **frames)
        found = LazyTables(None, **frames)
        found.__dict__["_queries"]["statements"] = self.scan("statements").filter(pl.col("subject").is_in(subjects))
        return found


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
