"""Import of synthetic rows, ten and a hundred thousand: the time for a row must stay flat.

Without timing (as in CI) the tables are small, and only the numbers are compared.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from helpers import TINY
from pcgraph.intake import spreadsheets
from tables import csv_text

TIMED, PLAIN = (10_000, 100_000), (20, 200)
SECONDS: dict[int, float] = {}


def rows(count: int, seed: int = 1) -> list[dict[str, str]]:
    """Draw rows, fifty of each source: half contracts, half loans."""
    rng = random.Random(seed)
    parties = ["Acme", "Borealis", "Acme Pilots", "harbour-authority", "ministry-of-ports", "ministry-of-transport"]
    found = []
    for number in range(count):
        one, other = rng.sample(parties, 2)
        money = {"class": "Loan", "kind": "", "funder": one, "recipient": other, "signatory": "", "currency": "USD"}
        found.append(
            {
                "id": f"row-{number}",
                "label": f"Row {number}",
                "status date": f"{2000 + number % 20}-{number % 12 + 1:02}-{number % 28 + 1:02}",
                "sector": "ports",
                "place": "Vik",
                "passage": f"para {number % 50 + 1}",
                "source address": f"https://tide.example/{number // 50}",
                "source title": f"Story {number // 50}",
                "signatory": f"{one}; {other}",
                **({**money, "amount": str(1000 + number)} if number % 2 else {}),
            }
        )
    return found


@pytest.mark.parametrize("size", [0, 1], ids=["small", "ten times as many"])
def test_the_time_for_a_row_stays_flat(
    size: int, benchmark: BenchmarkFixture, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    timed = request.config.getoption("benchmark_enable")  # it overrides the disabling of pyproject.toml
    count = (TIMED if timed else PLAIN)[size]
    (tmp_path / "rows.csv").write_text(csv_text(*rows(count)), encoding="utf-8")
    data = Path(shutil.copytree(TINY, tmp_path / "data"))
    made = benchmark.pedantic(lambda: spreadsheets.prepare(tmp_path / "rows.csv", "template", data=data), rounds=1)
    assert (made.rows, made.engagements, len(made.sources)) == (count, count, -(-count // 50))
    if timed:
        SECONDS[size] = benchmark.stats.stats.median / count
        if size:
            print(f"\nimport: {SECONDS[0] * 1e3:.2f} and {SECONDS[1] * 1e3:.2f} ms for a row")
            assert SECONDS[1] < 1.5 * SECONDS[0]
