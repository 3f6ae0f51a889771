"""Three questions to 100,000 engagements, in pcgraph, DuckDB and Spark on one machine: seconds, memory, equal answers.

    pip install duckdb pyspark psutil                          # and a Java runtime
    python tests/benchmarks/synthetic.py 1890000 dump.nq
    pcgraph build --data dump.nq
    pcgraph export tables --format parquet --partitioned --data dump.nq
    python tests/benchmarks/spark_and_duckdb.py                in the folder of these; prints a table in Markdown

Each run is a process of its own that starts, reads what it needs and answers; the least of three runs counts. The
seconds are those of the processor, in brackets those of the clock. The memory is the most that the process held
together with those that it started. DuckDB has no ranking.
"""

from __future__ import annotations

import csv
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import psutil

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "spark_ranking.py"
RUNS = 3
PARTNERS = """SELECT a.agent AS one, b.agent AS other, count(DISTINCT a.engagement) AS shared
    FROM parties a JOIN parties b ON a.engagement = b.engagement AND a.agent < b.agent
    WHERE NOT (a.inferred OR a.unnamed OR b.inferred OR b.unnamed)
    GROUP BY a.agent, b.agent ORDER BY shared DESC, one, other LIMIT 100"""
YEARS = """SELECT s.sector, steps.year, count(DISTINCT steps.engagement) AS engagements
    FROM steps JOIN (SELECT engagement, {each}(sectors) AS sector FROM engagements) s ON s.engagement = steps.engagement
    WHERE steps.year IS NOT NULL GROUP BY s.sector, steps.year ORDER BY s.sector, steps.year"""
SPARQL = """SELECT ?sector ?year (COUNT(DISTINCT ?engagement) AS ?engagements) WHERE {
    { SELECT ?engagement ?step WHERE { ?engagement pcg:step ?step } }
    { SELECT ?step ?year WHERE { ?step pcg:earliest ?day BIND(YEAR(?day) AS ?year) } }
    { SELECT ?engagement ?sector WHERE { ?engagement pcg:sector ?sector } }
} GROUP BY ?sector ?year ORDER BY ?sector ?year"""
OURS = "import json, sys, pcgraph; kg = pcgraph.load('dump.nq'); "
NETWORK = "projection='partners', weight='count', fold_people=False, fold_initiatives=False, groups=True"
DUCKDB = """
import json, duckdb
for name in ("parties", "steps", "engagements"):
    duckdb.sql(f"CREATE VIEW {name} AS FROM read_parquet('tables/{name}/**/*.parquet', hive_partitioning = true)")
print(json.dumps(duckdb.sql(%r).fetchall()))
"""
SPARK = """
import json
from pyspark.sql import SparkSession
spark = SparkSession.builder.getOrCreate()
frames = {name: spark.read.parquet(f"tables/{name}") for name in ("parties", "steps", "engagements")}
spark.conf.set("spark.sql.shuffle.partitions", max(1, -(-frames["parties"].count() // 100_000)))
for name, frame in frames.items():
    frame.createOrReplaceTempView(name)
print(json.dumps([[*row] for row in spark.sql(%r).collect()]))
"""
QUESTIONS: dict[str, dict[str, list[str]]] = {
    "agents in the same engagement": {
        "pcgraph": [
            "-c",
            OURS + f"found = kg.network({NETWORK}).edges(data='weight'); "
            "rows = sorted(([*sorted((a, b)), n] for a, b, n in found), key=lambda row: (-row[2], *row)); "
            "print(json.dumps(rows[:100]))",
        ],
        "DuckDB": ["-c", DUCKDB % PARTNERS],
        "Spark": ["-c", SPARK % PARTNERS],
    },
    "engagements by sector and year": {
        "pcgraph": ["-c", OURS + f"print(json.dumps([[*row] for row in kg.query({SPARQL!r})]))"],
        "DuckDB": ["-c", DUCKDB % YEARS.format(each="unnest")],
        "Spark": ["-c", SPARK % YEARS.format(each="explode")],
    },
    "PageRank and components": {
        "pcgraph": [
            "-c",
            OURS + "from pcgraph.analysis.centrality import rank; network = kg.network(); "
            "a, b = (dict(rank(network, name).table.select('agent', 'value').iter_rows()) "
            "for name in ('pagerank', 'components')); "
            "print(json.dumps([[agent, a[agent], b[agent]] for agent in a]))",
        ],
        "Spark": [str(EXAMPLE), "tables", "ranking.csv"],
    },
}


def run(words: list[str]) -> tuple[float, float, int, str]:
    """Return the seconds of a command, those of the processor and the most memory (MB), and what it printed."""
    cpu, most = dict[int, float](), 0
    began = time.monotonic()
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
        process = psutil.Popen([sys.executable, *words], stdout=output, stderr=errors)
        while process.poll() is None:
            held = 0
            for each in tree(process):
                try:
                    times = each.cpu_times()
                    cpu[each.pid] = times.user + times.system
                    held += each.memory_info().rss
                except psutil.Error:  # it has just ended
                    continue
            most = max(most, held)
            time.sleep(0.05)
        took = time.monotonic() - began
        errors.seek(0)
        if process.returncode:
            sys.exit(errors.read()[-2000:])
        output.seek(0)
        return took, sum(cpu.values()), round(most / 1024**2), output.read()


def tree(process: psutil.Process) -> list[psutil.Process]:
    """Return a process and all that it started; none where it has ended."""
    try:
        return [process, *process.children(recursive=True)]
    except psutil.Error:
        return []


def answer(question: str, printed: str) -> Any:
    """Return an answer in a form that can be compared."""
    if question != "PageRank and components":
        return [[str(value).removeprefix("<").removesuffix(">") for value in row] for row in json.loads(printed)]
    if printed:
        rows = json.loads(printed)
    else:
        with Path("ranking.csv").open(encoding="utf-8", newline="") as file:
            rows = [(row["id"], row["pagerank"], row["component"]) for row in csv.DictReader(file)]
    parts: defaultdict[object, set[str]] = defaultdict(set)
    for agent, _, part in rows:
        parts[part].add(agent)
    return {agent: float(value) for agent, value, _ in rows}, {frozenset(part) for part in parts.values()}


def equal(one: Any, other: Any) -> bool:
    """Return whether two answers are the same; numbers of a ranking may differ by a millionth."""
    if isinstance(one, list):
        return bool(one == other)
    (ranks, parts), (others, same) = one, other
    near = ranks.keys() == others.keys() and all(abs(others[agent] - value) < 1e-6 for agent, value in ranks.items())
    return near and bool(parts == same)


def measure(question: str, programs: Mapping[str, list[str]]) -> str:
    """Run a question in each program, compare the answers, and return a row of the table."""
    cells, first = dict[str, str](), None
    for program, words in programs.items():
        runs = [run(words) for _ in range(RUNS)]
        found = answer(question, runs[0][3])
        first = first or found
        if not equal(first, found):
            sys.exit(f"{question}: {program} has another answer than pcgraph")
        seconds, cpu, most = (min(each[at] for each in runs) for at in range(3))
        cells[program] = f"{cpu:.1f} s ({seconds:.1f} s), {most:,} MB"
        print(f"{question}: {program} {cells[program]}", file=sys.stderr)
    return f"| {question} | {' | '.join(cells.get(name, '–') for name in ('pcgraph', 'DuckDB', 'Spark'))} |"


if __name__ == "__main__":
    rows = [measure(question, programs) for question, programs in QUESTIONS.items()]
    print("| question | pcgraph | DuckDB | Spark |", "| --- | --- | --- | --- |", *rows, sep="\n")
