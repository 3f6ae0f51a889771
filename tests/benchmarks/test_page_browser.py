"""The page in a browser beside plain pyvis on one graph, and at four sizes; a hundredth unless ``--benchmark-enable``.

"First picture" is the time from the call for the page to the first drawing that stands still: pyvis draws once its
physics has settled the graph. Nothing here asserts a time. The table is printed at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright
from pytest_benchmark.fixture import BenchmarkFixture

import needs
import page_views
from pcgraph import api, page
from pcgraph.belief import loading
from pcgraph.page import View
from pcgraph.store import data_folder, files

Row = dict[str, Any]
HEAD = (
    "page",
    "nodes",
    "ties",
    "bytes",
    "marks drawn",
    "lines drawn",
    "first picture ms",
    "ms a frame",
    "requests",
    "axe",
)
# Nodes, ties and engagements (none: the real data), and the address: what is drawn at the opening, or everything.
PAGES: dict[str, tuple[tuple[int, int, int] | None, str]] = {
    "real": (None, ""),
    "real, all": (None, "#level=all"),
    "1,000/3,000, all": ((1000, 3000, 1500), "#level=all"),
    "1,000/3,000, each tie an engagement, all": ((1000, 3000, 3000), "#level=all"),
    "20,000/60,000": ((20_000, 60_000, 30_000), ""),
    "100,000/300,000": ((100_000, 300_000, 150_000), ""),
}
LONGEST = 600_000

# Run before the page's own scripts: note when the picture first stands still.
OURS = """(() => { const look = () => document.documentElement?.dataset.ready ? window.stood = performance.now()
    : requestAnimationFrame(look); look(); })()"""
THEIRS = """(() => { const drawn = () => { window.stood = performance.now(); };
    const look = () => window.network?.once
      ? network.once("stabilizationIterationsDone", () => network.once("afterDrawing", drawn)) : setTimeout(look, 1);
    look(); })()"""
STOOD = (
    """new Promise(done => { const look = () => window.stood ? done(window.stood) : setTimeout(look, 20); look(); })"""
)
PAN = """async net => { const { x, y } = net.getViewPosition(), begun = performance.now();
    for (let frame = 1; frame <= 20; frame += 1) {
      net.moveTo({ position: { x: x + 3 * frame, y } });
      await new Promise(requestAnimationFrame);
    }
    return (performance.now() - begun) / 20; }"""


@pytest.fixture(scope="module")
def share(request: pytest.FixtureRequest) -> int:
    """Pyvis alone takes more than a minute: a run that measures nothing draws a hundredth of each graph."""
    option = request.config.getoption
    return 1 if option("benchmark_enable") or option("benchmark_only") else 100


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as running:
        started = running.chromium.launch(executable_path=needs.chromium(), args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def table(request: pytest.FixtureRequest) -> Iterator[list[Row]]:
    rows: list[Row] = []
    yield rows
    lines = ["", "| " + " | ".join(HEAD) + " |", "|" + "---|" * len(HEAD)]
    lines += [
        "| " + " | ".join(f"{row[name]:,}" if isinstance(row[name], int) else row[name] for name in HEAD) + " |"
        for row in rows
    ]
    writer = request.config.get_terminal_writer()
    capture = request.config.pluginmanager.getplugin("capturemanager")
    with capture.global_and_fixture_disabled():
        writer.write("\n".join(lines) + "\n")


OUR_SIZE = "[pcgraph.scene.items.length, pcgraph.scene.lines.length]"
THEIR_SIZE = "[network.body.nodeIndices.length, network.body.edgeIndices.length]"


def measure(browser: Browser, file: Path, *, script: str, net: str, drawn: str, hash: str = "") -> Row:
    """Open the file in a window of its own, without a network, and see how long it takes."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce", offline=True)
    context.set_default_timeout(LONGEST)
    tab = context.new_page()
    asked: list[str] = []
    tab.on("request", lambda request: None if request.url.startswith("file:") else asked.append(request.url))
    tab.add_init_script(script)
    tab.goto(file.as_uri() + hash, wait_until="commit")
    tab.evaluate(STOOD)
    marks, lines = tab.evaluate(drawn)
    row = {
        "marks drawn": marks,
        "lines drawn": lines,
        "first picture ms": round(tab.evaluate(STOOD)),
        "ms a frame": round(tab.evaluate(f"({PAN})({net})")),
        "requests": len(asked),
        "axe": Axe().run(tab).violations_count,
        "bytes": file.stat().st_size,
    }
    context.close()
    return row


def timed(benchmark: BenchmarkFixture, once: Callable[[], Row], rounds: int, **known: Any) -> Row:
    found: list[Row] = []
    benchmark.pedantic(lambda: found.append(once()), rounds=rounds)
    row = found[0] | {name: round(median(one[name] for one in found)) for name in ("first picture ms", "ms a frame")}
    benchmark.extra_info |= known | row
    return known | row


def pyvis_page(view: View) -> str:
    """The graph as the manual of pyvis says: its own functions, its physics, its scripts in the file."""
    from pyvis.network import Network

    network = Network(height="900px", width="100%", cdn_resources="in_line")
    for at, label in enumerate(view["nodes"]["label"]):
        network.add_node(at, label=label)
    for one, other in zip(view["ties"]["from"], view["ties"]["to"], strict=True):
        network.add_edge(one, other)
    html: str = network.generate_html()
    return html


def size(view: View) -> Row:
    return {"nodes": len(view["nodes"]["iri"]), "ties": len(view["ties"]["from"])}


@pytest.mark.parametrize("name", PAGES)
def test_page(
    benchmark: BenchmarkFixture, browser: Browser, table: list[Row], tmp_path: Path, share: int, name: str
) -> None:
    benchmark.group = "page in a browser"
    wanted, hash = PAGES[name]
    if wanted:
        nodes, ties, engagements = (number // share for number in wanted)
        view = page_views.many(nodes, ties, engagements=engagements)
    else:
        view = (
            api.KnowledgeGraph(loading.compute(data_folder.read(files.home("data"), files.home("ontology")))).map().view
        )
    file = tmp_path / "map.html"
    file.write_text(page.render(view, heading=view["title"]), encoding="utf-8")
    once = lambda: measure(browser, file, script=OURS, net="pcgraph.network", drawn=OUR_SIZE, hash=hash)  # noqa: E731
    row = timed(benchmark, once, 3, page=f"pcgraph, {name}", **size(view))
    table.append(row)
    assert row["requests"] == row["axe"] == 0


def test_pyvis(benchmark: BenchmarkFixture, browser: Browser, table: list[Row], tmp_path: Path, share: int) -> None:
    """One round; the ratio to our page of the same graph in the same run is in the extra information."""
    benchmark.group = "page in a browser"
    view = page_views.many(1000 // share, 3000 // share)
    file = tmp_path / "pyvis.html"
    file.write_text(pyvis_page(view), encoding="utf-8")
    once = lambda: measure(browser, file, script=THEIRS, net="network", drawn=THEIR_SIZE)  # noqa: E731
    row = timed(benchmark, once, 1, page="pyvis, 1,000/3,000", **size(view))
    table.append(row)
    ours = next((one for one in table if one["page"] == "pcgraph, 1,000/3,000, all"), None)
    if ours:
        for name, figure in (("sooner", "first picture ms"), ("faster frames", "ms a frame")):
            benchmark.extra_info[name] = round(row[figure] / max(ours[figure], 1), 1)
