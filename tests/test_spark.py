"""Spark reads the partitioned tables as they are, and its numbers are those of `pcgraph rank`."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

import needs
from helpers import ROOT
from pcgraph.analysis.network import draw
from pcgraph.api import KnowledgeGraph
from pcgraph.io import export

pytestmark = [pytest.mark.needs("java"), pytest.mark.slow]

# no pages of its own, everything on the loopback interface, and no code made for tables that are as small as these
SETTINGS = """
spark.master local[1]
spark.sql.codegen.wholeStage false
spark.sql.codegen.factoryMode NO_CODEGEN
spark.sql.adaptive.enabled false
spark.default.parallelism 1
spark.driver.extraJavaOptions -XX:TieredStopAtLevel=1
spark.ui.enabled false
spark.driver.bindAddress 127.0.0.1
spark.driver.host 127.0.0.1
spark.driver.memory 1g
spark.sql.shuffle.partitions 1
"""
READ = """
import sys
from pyspark.sql import SparkSession
spark = SparkSession.builder.getOrCreate()
for table in sys.argv[2:]:
    frame = spark.read.parquet(f"{sys.argv[1]}/{table}")
    print("table", table, frame.count(), len(frame.columns), *[name for name, kind in frame.dtypes if kind == "binary"])
print("typed", dict(spark.read.parquet(f"{sys.argv[1]}/steps").dtypes))
spark.stop()
"""


@pytest.fixture(scope="module")
def tables(real: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    export.export(real.store, real.tables, draw(real), folder, "parquet", partitioned=True)
    return folder


def python(*words: str, folder: Path) -> str:
    """Run Python with Spark's settings; a run that hangs is ended."""
    needs.program("java")
    (folder / "spark-defaults.conf").write_text(SETTINGS)
    settings = {"SPARK_CONF_DIR": str(folder), "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_LOCAL_DIRS": str(folder)}
    done = subprocess.run(
        [sys.executable, *words], env=os.environ | settings, cwd=folder, capture_output=True, text=True, timeout=400
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def test_spark_reads_every_table(real: KnowledgeGraph, tables: Path, tmp_path: Path) -> None:
    frames = dict(export.frames(draw(real))) | dict(real.tables.items())
    lines = python("-c", READ, str(tables), *frames, folder=tmp_path).splitlines()
    years = 1  # steps have one column more
    assert [line for line in lines if line.startswith("table")] == [
        f"table {name} {frame.height} {frame.width + (years if name == 'steps' else 0)}"
        for name, frame in frames.items()
    ]
    typed = next(line for line in lines if line.startswith("typed"))
    for column in ("'earliest': 'date'", "'sources': 'array<string>'", "'inferred': 'boolean'", "'year': 'int'"):
        assert column in typed


def test_spark_ranks_as_pcgraph_does(real: KnowledgeGraph, tables: Path, tmp_path: Path) -> None:
    python(str(ROOT / "examples" / "spark_ranking.py"), str(tables), str(tmp_path / "out.csv"), folder=tmp_path)
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        found = {row["id"]: row for row in csv.DictReader(file)}
    ranks = dict(real.rank("pagerank").table.select("agent", "value").iter_rows())
    assert found.keys() == ranks.keys()
    assert max(abs(float(found[agent]["pagerank"]) - value) for agent, value in ranks.items()) < 1e-6
    parts: list[set[frozenset[str]]] = []
    for pairs in (
        [(agent, row["component"]) for agent, row in found.items()],
        real.rank("components").table.select("agent", "value").iter_rows(),
    ):
        members: defaultdict[object, set[str]] = defaultdict(set)
        for agent, part in pairs:
            members[part].add(agent)
        parts.append({frozenset(names) for names in members.values()})
    assert parts[0] == parts[1]
    assert len(parts[0]) > 1
