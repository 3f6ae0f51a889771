"""Writing a page beside plain pyvis, one graph in one run; the ratio is in extra_info. Nothing here asserts a time.

Without timing (as in CI) the graphs are small: pyvis takes more than a minute for the large one.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import page_views
from pcgraph import page
from pcgraph.page import View

TIMED, PLAIN = ((1_000, 3_000), (20_000, 60_000)), ((100, 300), (200, 600))


@pytest.fixture(params=[0, 1], ids=["small", "large"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    timed = request.config.getoption("benchmark_enable")
    return (TIMED if timed else PLAIN)[request.param]


def pyvis_page(view: View) -> str:
    """Write the same nodes and ties as the documentation of pyvis tells: one call for each."""
    from pyvis.network import Network

    network = Network(cdn_resources="in_line")
    nodes, ties = view["nodes"], view["ties"]
    for at, (label, x, y) in enumerate(zip(nodes["label"], nodes["x"], nodes["y"], strict=True)):
        network.add_node(at, label=label, x=x, y=y)
    for one, other in zip(ties["from"], ties["to"], strict=True):
        network.add_edge(one, other)
    html: str = network.generate_html()
    return html


def seconds(write: Callable[[], str]) -> tuple[float, int]:
    """Time one writing; give the bytes too."""
    started = time.perf_counter()
    html = write()
    return time.perf_counter() - started, len(html.encode())


def test_render(benchmark: BenchmarkFixture, size: tuple[int, int]) -> None:
    """The same graph; ours has parties, steps, statuses and sources besides."""
    view = page_views.many(*size)
    benchmark.group = f"page of {size[0]} nodes, {size[1]} ties"
    benchmark.pedantic(page.render, (view,), {"heading": "A"}, rounds=5, warmup_rounds=1)
    own, written = min(seconds(lambda: page.render(view, heading="A")) for _ in range(5))
    peer, of_peer = seconds(lambda: pyvis_page(view))
    benchmark.extra_info |= {"seconds": round(own, 3), "of pyvis": round(peer, 2), "times as fast": round(peer / own)}
    benchmark.extra_info |= {"bytes": written, "bytes of pyvis": of_peer}
    print(benchmark.extra_info)
