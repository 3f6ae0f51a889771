"""The first answer of a static site's query page: time, processor time of the worker and bytes, at three sizes.

A hundredth of the larger sizes unless ``--benchmark-enable``. Nothing here asserts a time. The table is printed.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import needs
from benchmarks import synthetic
from browser.conftest import ARGUMENTS
from browser.site_query import site_files
from browser.static_host import hosting
from pcgraph import api
from pcgraph.api import KnowledgeGraph

pytestmark = pytest.mark.slow

RUNS = 3
QUESTION = "#question=sectors-by-engagements"
# Lines of the sources; with what is concluded from them, about 100,000 and 300,000 quads.
SIZES = {"real": 0, "100,000": 31_500, "300,000": 94_000}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=needs.chromium(), args=ARGUMENTS)
        yield started
        started.close()


def graph(lines: int, folder: Path) -> KnowledgeGraph:
    return api.load(synthetic.write(folder / "graph.nq", lines), build=None) if lines else api.load(build=None)


def worker_seconds() -> float:
    """Return the processor time of the workers of browsers, which is what the start takes on an idle machine."""
    threads = (path for path in Path("/proc").glob("[0-9]*/task/*/comm") if path.read_text().startswith("Dedicated"))
    return sum(int(path.with_name("schedstat").read_text().split()[0]) for path in threads) / 1e9


@pytest.mark.parametrize("size", SIZES)
def test_first_answer(size: str, chromium: Browser, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    share = 1 if request.config.getoption("benchmark_enable") else 100
    kg = graph(SIZES[size] // share, tmp_path)
    files, names, policy = site_files(kg)
    walls, works, moved = [], [], 0
    for _ in range(RUNS if share == 1 else 1):
        with hosting(files, policy) as host:
            context = chromium.new_context()
            tab = context.new_page()
            start = time.perf_counter()
            tab.goto(f"{host.url}query.html{QUESTION}")
            tab.wait_for_selector("#rows tbody tr", timeout=60_000)
            walls.append(time.perf_counter() - start)
            works.append(worker_seconds())
            moved = host.moved()
            context.close()
    sizes = ", ".join(f"{name} {len(files[names[name]]):,}" for name in names)
    print(
        f"\n{size}: {len(kg.store):,} quads; first answer {min(walls):.2f} s, worker {min(works):.2f} "
        f"s of processor time; {moved:,} bytes moved; {sizes}, page {len(files['query.html']):,}"
    )
    assert moved > 0
