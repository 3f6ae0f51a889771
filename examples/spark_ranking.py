"""PageRank and connected components in Spark, on the tables of ``pcgraph export DIR --format parquet --partitioned``.

    pip install pyspark                                   # and a Java runtime: apt-get install default-jre-headless
    pcgraph export tables --format parquet --partitioned
    python examples/spark_ranking.py tables ranking.csv

On a cluster, run it with ``spark-submit`` and a folder that every machine can read (HDFS, S3). The results are those of
``pcgraph rank pagerank`` and ``pcgraph rank components``: weighted ties, damping 0.85, symmetric ties both ways.
"""

from __future__ import annotations

import csv
import math
import sys

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F  # noqa: N812 - the usual name

DAMPING, NEAR = 0.85, 1e-7
ROWS = 100_000  # ties in a partition; Spark's default of 200 partitions makes a small graph slow


def arcs(edges: DataFrame) -> DataFrame:
    """Return arcs (source, target, weight: number of ties); symmetric ties go both ways, self-ties are dropped."""
    there = edges.select("source", "target")
    back = edges.where("symmetric").select(F.col("target").alias("source"), F.col("source").alias("target"))
    both = there.unionByName(back).where("source <> target")
    return both.groupBy("source", "target").agg(F.count("*").cast("double").alias("weight"))


def pagerank(nodes: DataFrame, ties: DataFrame) -> DataFrame:
    """Return the PageRank of each node (id, rank); a node without outgoing arcs gives its rank to all nodes."""
    size = nodes.count()
    out = ties.groupBy("source").agg(F.sum("weight").alias("all"))
    share = ties.join(out, "source").select("source", "target", (F.col("weight") / F.col("all")).alias("share")).cache()
    gives = nodes.join(out, nodes.id == out.source, "left").select("id", F.col("all").isNotNull().alias("gives"))
    ranks, change = gives.withColumn("rank", F.lit(1.0 / size)).localCheckpoint(), 1.0
    lost = ranks.where("not gives").count() / size
    while change > NEAR:
        given = (
            ranks.join(share, ranks.id == share.source).groupBy("target").agg(F.sum(F.expr("rank * share")).alias("in"))
        )
        rank = (1 - DAMPING) / size + DAMPING * (F.coalesce("in", F.lit(0.0)) + lost / size)
        ranks = (
            ranks.join(given, ranks.id == given.target, "left")
            .select("id", "gives", rank.alias("rank"), F.abs(rank - F.col("rank")).alias("change"))
            .localCheckpoint()  # otherwise the plan grows with every iteration
        )
        change, lost = ranks.agg(F.max("change"), F.sum(F.expr("if(gives, 0.0, rank)"))).first()
    return ranks.select("id", "rank")


def components(nodes: DataFrame, ties: DataFrame) -> DataFrame:
    """Return the component of each node (id, component), named by the smallest id in it."""
    both = ties.select("source", "target").unionByName(
        ties.select(F.col("target"), F.col("source")).toDF("source", "target")
    )
    both = both.distinct().cache()
    found = nodes.withColumn("component", F.col("id")).localCheckpoint()
    while True:
        seen = both.join(found, both.source == found.id).groupBy("target").agg(F.min("component").alias("near"))
        new = found.join(seen, found.id == seen.target, "left").select(
            "id",
            F.col("component").alias("old"),
            F.least("component", F.coalesce("near", "component")).alias("component"),
        )
        new = new.localCheckpoint()
        changed = new.where("component <> old").count()
        found = new.select("id", "component")
        if not changed:
            return found


def main(tables: str, output: str) -> None:
    """Read ``nodes`` and ``edges`` from `tables`; write id, pagerank and component to `output`, highest rank first."""
    spark = SparkSession.builder.appName("pcgraph ranking").getOrCreate()
    edges = spark.read.parquet(f"{tables}/edges")
    spark.conf.set("spark.sql.shuffle.partitions", max(1, math.ceil(edges.count() / ROWS)))
    nodes = spark.read.parquet(f"{tables}/nodes").select("id").cache()
    ties = arcs(edges).cache()
    rows = pagerank(nodes, ties).join(components(nodes, ties), "id").orderBy(F.desc("rank"), "id").collect()
    with open(output, "w", encoding="utf-8", newline="") as file:  # noqa: PTH123 - avoids another import
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["id", "pagerank", "component"])
        writer.writerows((row["id"], row["rank"], row["component"]) for row in rows)
    spark.stop()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: spark_ranking.py TABLES OUTPUT.csv")
    main(sys.argv[1], sys.argv[2])
