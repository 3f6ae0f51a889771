"""Parties who share an engagement, at ten million quads, beside Virtuoso 7, which holds the memberships alone.

Both give a frame of two IRIs and a count, and the frames are compared before a ratio is told. Without timing (as in CI)
the data are small. To measure:  pytest tests/benchmarks/test_virtuoso.py --benchmark-enable
"""

from __future__ import annotations

import io
import itertools
import re
import time
import urllib.parse
import urllib.request
from pathlib import Path

import polars as pl
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import servers
from benchmarks import synthetic
from benchmarks.test_engine import PAIRS
from pcgraph.analysis.network import Members
from pcgraph.export.push import Target
from pcgraph.query.remote.endpoint import Endpoint
from pcgraph.query.remote.http import HttpClient

ROLE = re.compile(r"<(\S+/deal-\d+)> <\S+#(?:signatory|discussant|implementer|recipient|supplier|beneficiary|funder"
                  r"|supporter)> <(\S+/agent-\d+)> <")  # fmt: skip
BATCH = 100_000  # triples that are sent at once


@pytest.mark.needs("virtuoso")
def test_projection_beside_virtuoso(
    benchmark: BenchmarkFixture, request: pytest.FixtureRequest, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    timed = bool(request.config.getoption("benchmark_enable"))
    quads = 10_000_000 if timed else 3000
    members = pl.DataFrame(
        [match.groups() for line in synthetic.lines(quads) if (match := ROLE.match(line))],
        schema=["engagement", "agent"],
        orient="row",
    ).unique()
    held = Members.from_parties(members)
    ours = benchmark.pedantic(lambda: Members(held.ids, held.engagements, held.agents).ties(), rounds=5)
    lines = (f"<{e}> <urn:party> <{a}> .\n".encode() for e, a in members.iter_rows())
    with servers.virtuoso(tmp_path) as server:
        target = Target(Endpoint(server.query), HttpClient(server.graph_store, timeout=600), store=True)
        while batch := b"".join(itertools.islice(lines, BATCH)):
            target.add("urn:parties", batch)
        took, theirs = min((asked(server.query) for _ in range(3)), key=lambda found: found[0])
    columns = [pl.col("agent").alias("a"), pl.col("agent_other").alias("b"), pl.col("count").cast(pl.Int64).alias("n")]
    assert theirs.sort("a", "b").equals(ours.select(columns))
    if benchmark.stats:
        benchmark.extra_info["virtuoso"] = round(took / benchmark.stats.stats.median, 1)
        with capsys.disabled():
            print(f"\n{members.height:,} memberships, {ours.height:,} ties: Virtuoso {took:.2f} s, "
                  f"{benchmark.extra_info['virtuoso']} ×")  # fmt: skip


def asked(url: str) -> tuple[float, pl.DataFrame]:
    """Ask for the pairs; warm after the first time."""
    form = urllib.parse.urlencode({"query": PAIRS, "format": "text/csv"}).encode()
    begun = time.perf_counter()
    with urllib.request.urlopen(url, form, timeout=600) as answer:  # noqa: S310 - on this machine
        body = answer.read()
    return time.perf_counter() - begun, pl.read_csv(
        io.BytesIO(body), schema={"a": pl.String, "b": pl.String, "n": pl.Int64}
    )
