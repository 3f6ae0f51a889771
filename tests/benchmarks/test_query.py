"""Whole processes, side by side in one run; the ratio is in the table's brackets. Nothing here asserts a time."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from helpers import ROOT

PEER = [sys.executable, str(Path(__file__).with_name("peer_rdflib.py"))]
ASK = [sys.executable, "-m", "pcgraph", "query", "who-signed-with", "--param", "party=huawei", "-f", "tsv"]


@pytest.fixture(scope="module", params=[1, 50], ids=["corpus", "50-more"])
def data(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the corpus, and the corpus with copies of one source: two of them where nothing is timed."""
    copies = request.param if request.config.getoption("benchmark_enable") else min(request.param, 3)
    folder = Path(shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("bench") / "data"))
    article = (folder / "sources" / "spin-b2b-2025.ttl").read_text(encoding="utf-8")
    for number in range(1, copies):
        copied = article.replace("spin-b2b-2025", f"copy-{number}")
        (folder / "sources" / f"copy-{number}.ttl").write_text(copied, encoding="utf-8")
    return folder


def run(words: list[str], cwd: Path) -> str:
    return subprocess.run(
        words, cwd=cwd, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(ROOT / "src")}
    ).stdout


def test_rdflib_script(benchmark: BenchmarkFixture, data: Path) -> None:
    benchmark.group = f"ask, {len(list(data.glob('sources/*')))} sources"
    words = [*PEER, str(data), str(ROOT / "ontology")]
    assert "id/ntc" in benchmark.pedantic(run, (words, data.parent), rounds=5, warmup_rounds=1)


def test_pcgraph_query(benchmark: BenchmarkFixture, data: Path) -> None:
    """Without a build: everything is read and computed."""
    benchmark.group = f"ask, {len(list(data.glob('sources/*')))} sources"
    words = [*ASK, "--data", str(data)]
    assert "id/ntc" in benchmark.pedantic(run, (words, data.parent), rounds=5, warmup_rounds=1)


def test_pcgraph_query_after_build(benchmark: BenchmarkFixture, data: Path) -> None:
    benchmark.group = f"ask, {len(list(data.glob('sources/*')))} sources"
    run([sys.executable, "-m", "pcgraph", "build", "--data", str(data)], data.parent)
    words = [*ASK, "--data", str(data)]
    assert "id/ntc" in benchmark.pedantic(run, (words, data.parent), rounds=5, warmup_rounds=1)


def test_help(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    benchmark.group = "help"
    benchmark.pedantic(run, ([sys.executable, "-m", "pcgraph", "--help"], tmp_path), rounds=10, warmup_rounds=1)


def test_import_typer(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    benchmark.group = "help"
    benchmark.pedantic(run, ([sys.executable, "-c", "import typer"], tmp_path), rounds=10, warmup_rounds=1)
