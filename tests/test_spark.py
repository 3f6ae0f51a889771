"""Spark reads the partitioned tables as they are, and its numbers are those of `pcgraph rank`."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import polars as pl
import pytest

import needs
from helpers import ROOT
from pcgraph.analysis.network import draw
from pcgraph.analysis.network_spec import NetworkSpec
from pcgraph.api import KnowledgeGraph
from pcgraph.export import writers

pytestmark = [pytest.mark.needs("java"), pytest.mark.exhaustive, pytest.mark.slow]

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
SPLIT = NetworkSpec(relations=("signs",))  # a network of three components
READ = """
import runpy, sys
from pyspark.sql import SparkSession
spark = SparkSession.builder.getOrCreate()
tables, small, script, out, *names = sys.argv[1:]
for table in names:
    frame = spark.read.parquet(f"{tables}/{table}")
    print("table", table, frame.count(), len(frame.columns), *[name for name, kind in frame.dtypes if kind == "binary"])
print("typed", dict(spark.read.parquet(f"{tables}/steps").dtypes))
sys.argv = [script, small, out]
runpy.run_path(script, run_name="__main__")  # it takes over the session, and stops it
"""


@pytest.fixture(scope="module")
def spark(
    real: KnowledgeGraph, tiny: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory
) -> tuple[list[str], Path]:
    """Start Spark once: it reads the real tables, and ranks the tiny graph. Return what it prints, and the ranking.

    Each of the hundred iterations takes Spark as long on a small graph as on a large one.
    """
    needs.program("java")
    folder = tmp_path_factory.mktemp("spark")
    for kg, network, name in ((real, draw(real), "tables"), (tiny, draw(tiny, SPLIT), "small")):
        writers.export(kg.store, kg.tables, network, folder / name, "parquet", partitioned=True)
    (folder / "spark-defaults.conf").write_text(SETTINGS)
    settings = {"SPARK_CONF_DIR": str(folder), "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_LOCAL_DIRS": str(folder)}
    words = ("tables", "small", str(ROOT / "examples" / "spark_ranking.py"), "out.csv", *tables(real))
    done = subprocess.run(
        [sys.executable, "-c", READ, *words], env=os.environ | settings, cwd=folder, capture_output=True, text=True,
        timeout=900,  # a run that hangs is ended
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.splitlines(), folder / "out.csv"


def tables(kg: KnowledgeGraph) -> dict[str, pl.DataFrame]:
    return dict(writers.frames(draw(kg))) | dict(kg.tables.items())


def test_spark_reads_every_table(real: KnowledgeGraph, spark: tuple[list[str], Path]) -> None:
    lines, _ = spark
    years = 1  # steps have one column more
    assert [line for line in lines if line.startswith("table")] == [
        f"table {name} {frame.height} {frame.width + (years if name == 'steps' else 0)}"
        for name, frame in tables(real).items()
    ]
    typed = next(line for line in lines if line.startswith("typed"))
    for column in ("'earliest': 'date'", "'sources': 'array<string>'", "'inferred': 'boolean'", "'year': 'int'"):
        assert column in typed


def test_spark_ranks_as_pcgraph_does(tiny: KnowledgeGraph, spark: tuple[list[str], Path]) -> None:
    with spark[1].open(encoding="utf-8", newline="") as file:
        found = {row["id"]: row for row in csv.DictReader(file)}
    ranks = dict(tiny.rank("pagerank", relations=SPLIT.relations).table.select("agent", "value").iter_rows())
    assert found.keys() == ranks.keys()
    assert max(abs(float(found[agent]["pagerank"]) - value) for agent, value in ranks.items()) < 1e-6
    parts: list[set[frozenset[str]]] = []
    for pairs in (
        [(agent, row["component"]) for agent, row in found.items()],
        tiny.rank("components", relations=SPLIT.relations).table.select("agent", "value").iter_rows(),
    ):
        members: defaultdict[object, set[str]] = defaultdict(set)
        for agent, part in pairs:
            members[part].add(agent)
        parts.append({frozenset(names) for names in members.values()})
    assert parts[0] == parts[1]
    assert len(parts[0]) > 1
