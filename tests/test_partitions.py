"""Partitioned tables hold what the tables hold, in every engine that reads the layout, and nothing of older exports."""

from __future__ import annotations

import hashlib
from pathlib import Path

import duckdb
import polars as pl
import pytest
from polars.testing import assert_frame_equal

from helpers import TINY, pcgraph
from pcgraph.analysis.network import draw
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.export import hive, writers
from pcgraph.model.namespaces import compact


def write(kg: KnowledgeGraph, folder: Path) -> Path:
    writers.export(kg.store, kg.tables, draw(kg), folder, "parquet", partitioned=True)
    return folder


def rows(folder: Path, table: str) -> pl.DataFrame:
    """Read a table as DuckDB does."""
    read = duckdb.read_parquet(f"{folder}/{table}/**/*.parquet", hive_partitioning=True)
    return pl.DataFrame(read.fetchall(), read.columns, orient="row", infer_schema_length=None)


def expected(kg: KnowledgeGraph, table: str) -> pl.DataFrame:
    frame = (dict(writers.frames(draw(kg))) | dict(kg.tables.items()))[table]
    column = hive.PARTITIONED_BY.get(table, "")
    if column == "year":
        return frame.with_columns(pl.col("earliest").dt.year().cast(pl.Int64).alias("year"))
    if column in frame.columns:
        return frame.with_columns(pl.Series(column, [compact(v).removeprefix("pcg:") for v in frame[column]]))
    return frame


@pytest.mark.parametrize(
    "table", ["statements", "engagements", "parties", "steps", "relations", "sources", "nodes", "edges"]
)
def test_duckdb_reads_what_the_tables_hold(table: str, real: KnowledgeGraph, tmp_path: Path) -> None:
    found, wanted = rows(write(real, tmp_path / "out"), table), expected(real, table)
    columns = [name for name in wanted.columns if wanted.schema[name] != pl.List(pl.String)]
    assert set(found.columns) == set(wanted.columns)
    assert found.height == wanted.height > 0
    by = [pl.col(name).cast(pl.String) for name in columns]
    assert_frame_equal(found.select(wanted.columns).sort(by), wanted.sort(by), check_dtypes=False, check_row_order=True)


def test_a_step_without_a_day_has_no_year(real: KnowledgeGraph, tmp_path: Path) -> None:
    assert rows(write(real, tmp_path), "steps").filter(pl.col("year").is_null())["earliest"].null_count() > 0


def test_the_same_graph_gives_the_same_bytes(tiny: KnowledgeGraph, tmp_path: Path) -> None:
    one, other = (
        {p.relative_to(f).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(f.rglob("*.parquet"))}
        for f in (write(tiny, tmp_path / "one"), write(tiny, tmp_path / "other"))
    )
    assert one == other
    assert one


def test_no_part_of_an_older_export_stays(tiny: KnowledgeGraph, tmp_path: Path) -> None:
    write(tiny, tmp_path)
    stale = tmp_path / "relations" / "relation=owns2" / "part-0.parquet"
    stale.parent.mkdir()
    stale.write_bytes(next((tmp_path / "relations").rglob("part-0.parquet")).read_bytes())
    (tmp_path / "notes.txt").write_text("mine")
    write(tiny, tmp_path)
    assert not stale.parent.exists()
    assert rows(tmp_path, "relations").height == tiny.tables["relations"].height
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_folder_with_other_things_is_left_alone(tiny: KnowledgeGraph, tmp_path: Path) -> None:
    thesis = tmp_path / "steps" / "thesis.docx"
    thesis.parent.mkdir()
    thesis.write_text("years of work")
    with pytest.raises(InvalidInput, match="contains files other than Parquet"):
        write(tiny, tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [thesis]


def test_an_empty_table_keeps_its_columns(tmp_path: Path) -> None:
    hive.write({"edges": pl.DataFrame(schema={"source": pl.String, "relation": pl.String})}, tmp_path)
    assert rows(tmp_path, "edges").columns == ["source", "relation"]


def test_names_of_any_script_survive_the_path(tmp_path: Path) -> None:
    names = ["协议", "a/b", "a=b%", "معاہدہ", "x y", "https://example.org/r#t"]
    hive.write({"edges": pl.DataFrame({"relation": names, "n": range(len(names))})}, tmp_path)
    assert sorted(rows(tmp_path, "edges").select("relation").to_series()) == sorted(names)
    assert all(len(path.relative_to(tmp_path).parts) == 3 for path in tmp_path.rglob("*.parquet"))


def test_partitioned_is_for_parquet(tiny: KnowledgeGraph, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--partitioned does not fit csv; expected parquet"):
        writers.export(tiny.store, tiny.tables, draw(tiny), tmp_path / "x", "csv", partitioned=True)


def test_the_command_says_where(tmp_path: Path) -> None:
    done = pcgraph("export", str(tmp_path / "t"), "--format", "parquet", "--partitioned", "--data", str(TINY))
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines()[-1] == f"written: {tmp_path / 't'}"
    assert (tmp_path / "t" / "relations" / "relation=signsWith" / "part-0.parquet").is_file()
