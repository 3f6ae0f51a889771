"""Writes frames as Hive-partitioned Parquet, which Spark, DuckDB, Trino, Athena and Dask read directly."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pcgraph.errors import InvalidInput
from pcgraph.model.namespaces import compact
from pcgraph.store.files import real, reason, shown, write_parquet

if TYPE_CHECKING:
    import polars as pl

PARTITIONED_BY = {"relations": "relation", "edges": "relation", "parties": "role", "steps": "year"}  # table → column
NULL = "__HIVE_DEFAULT_PARTITION__"  # Hive's name for a missing value
ROWS = 500_000  # per row group; one task of a cluster reads one group


def write(content: Mapping[str, pl.DataFrame], folder: Path) -> list[Path]:
    """Write one folder per table, such as ``steps/year=2025/part-0.parquet``.

    >>> import polars as pl, tempfile
    >>> place = Path(tempfile.mkdtemp())
    >>> frame = pl.DataFrame({"relation": ["signs", "funds"], "from": ["a", "b"]})
    >>> [file.relative_to(place).as_posix() for file in write({"relations": frame}, place)]
    ['relations/relation=funds/part-0.parquet', 'relations/relation=signs/part-0.parquet']
    """
    with staging_folder(folder) as new:
        for name in content:
            if (folder / name).exists() and not _only_parquet(folder / name):
                raise InvalidInput(
                    f"{shown(folder / name)}: contains files other than Parquet; expected a folder of an older export "
                    "or none; choose another with -o"
                )
        for name, frame in content.items():
            for part, rows in _parts(name, frame):
                file = new / name / part / "part-0.parquet"
                file.parent.mkdir(parents=True)
                write_parquet(rows, file, row_group_size=ROWS)
        folder.mkdir(parents=True, exist_ok=True)
        for name in content:
            shutil.rmtree(folder / name, ignore_errors=True)
            (new / name).replace(folder / name)
    return sorted(path for name in content for path in (folder / name).rglob("*.parquet"))


@contextmanager
def staging_folder(folder: Path) -> Iterator[Path]:
    """Yield an empty folder next to `folder`, from which the block moves complete files; it is removed in any case."""
    place = real(folder)
    new = place.parent / f".{place.name[:40]}.{os.urandom(4).hex()}.tmp"
    try:
        new.mkdir(parents=True)
        yield new
    except OSError as error:
        raise InvalidInput(
            f"{shown(folder)}: cannot be written ({reason(error)}); "
            "expected a place where a folder can be written; choose another with -o"
        ) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _parts(name: str, frame: pl.DataFrame) -> Iterator[tuple[str, pl.DataFrame]]:
    import polars as pl

    column = PARTITIONED_BY.get(name, "")
    if column == "year" and "earliest" in frame.columns:
        frame = frame.with_columns(year=pl.col("earliest").dt.year().cast(pl.Int32))
    if column not in frame.columns:
        yield "", frame
        return
    groups = frame.partition_by(column, as_dict=True, include_key=False, maintain_order=True)
    for (value,), rows in sorted(groups.items(), key=lambda group: str(group[0])):
        yield f"{column}={_escaped(value)}", rows
    if not groups:  # readers could not tell the columns of an empty folder
        yield f"{column}={NULL}", frame.drop(column)


def _escaped(value: object) -> str:
    if value is None:
        return NULL
    text = compact(str(value)).removeprefix("pcg:")
    return re.sub(r"[^\w.-]", lambda match: f"%{ord(match[0]):02X}" if match[0] < "\x80" else match[0], text)


def _only_parquet(folder: Path) -> bool:
    return folder.is_dir() and all(path.is_dir() or path.suffix == ".parquet" for path in folder.rglob("*"))
