"""The page in a browser beside plain pyvis on one graph, and at four sizes; a hundredth unless ``--benchmark-enable``.

"First picture" is the time from the call for the page to the first drawing that stands still: pyvis draws once its
physics has settled the graph. Nothing here asserts a time. The table is printed at the end.
"""

from __future__ import annotations

import math
import os
import subprocess
import sys
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
from browser.desk import rest
from browser.firefox import Firefox
from helpers import ROOT
from pcgraph import page
from pcgraph.page import View

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
# A gesture on the map, one step a frame: a drag there and back, turns of the wheel, or the pointer from mark to mark.
# Returns the milliseconds between frames while it lasts, and after it, when the picture is drawn in full.
GESTURE = """async kind => {
    const canvas = document.querySelector(".vis-network canvas"), box = canvas.getBoundingClientRect();
    const frame = () => new Promise(requestAnimationFrame), moving = [], resting = [];
    const at = (x, y) => ({ bubbles: true, cancelable: true, clientX: box.x + x, clientY: box.y + y });
    const point = (type, x, y, buttons) => canvas.dispatchEvent(new PointerEvent(type, { ...at(x, y), pointerId: 1,
      pointerType: "mouse", isPrimary: true, button: type === "pointermove" ? -1 : 0, buttons }));
    let last = 0;
    const note = async times => { const now = await frame(); times.push(now - last); last = now; };
    const steps = async (count, act) => {
      last = await frame();
      for (let step = 1; step <= count; step += 1) { act(step); await note(moving); }
    };
    const rest = async () => { const end = performance.now() + 400; do await note(resting); while (last < end); };
    if (kind === "pan") {
      for (const turn of [1, -1]) {
        const far = step => [12 + turn * 12 * step, box.height - 12 - turn * 4 * step];
        point("pointerdown", ...far(0), 1);
        await steps(30, step => point("pointermove", ...far(step), 1));
        point("pointerup", ...far(30), 0);
        await rest();
      }
    } else if (kind === "zoom") {
      for (const deltaY of [-60, 60]) {
        const turned = { ...at(box.width / 2, box.height / 2), deltaY };
        await steps(12, () => canvas.dispatchEvent(new WheelEvent("wheel", turned)));
        await rest();
      }
    } else {
      const items = pcgraph.scene.items.filter(item => item.isInFrame);
      const marks = Array.from({ length: 30 }, (_, step) => items[Math.floor(step * items.length / 30)]);
      await steps(30, step => point("pointermove", marks[step - 1].px, marks[step - 1].py, 0));
      await rest();
    }
    return [moving, resting]; }"""
GESTURES = ("pan", "zoom", "hover")
FRAMES = ("page", "first", *(f"{name} {figure}" for name in GESTURES for figure in ("p95", "max", "cpu")))
SLOW = 6  # how many times slower Chromium runs than this machine; Firefox cannot be slowed down
SIZES: dict[str, tuple[int, int, int] | None] = {"real": None, "3,000 marks": (1000, 3000, 3000)}


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
    lines = []
    for head in HEAD, FRAMES:
        lines += ["", "| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
        lines += [
            "| " + " | ".join(f"{row[name]:,}" if isinstance(row[name], int) else row[name] for name in head) + " |"
            for row in rows
            if head[-1] in row
        ]
    writer = request.config.get_terminal_writer()
    capture = request.config.pluginmanager.getplugin("capturemanager")
    with capture.global_and_fixture_disabled():
        writer.write("\n".join(lines) + "\n")


OUR_SIZE = "[pcgraph.scene.items.length, pcgraph.scene.lines.length]"
THEIR_SIZE = "[network.body.nodeIndices.length, network.body.edgeIndices.length]"


def measure(browser: Browser, file: Path, *, script: str, drawn: str, hash: str = "") -> Row:
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
        "ms a frame": round(median(tab.evaluate(GESTURE, "pan")[0])),
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


def view_of(wanted: tuple[int, int, int] | None, share: int) -> View:
    if not wanted:
        return page_views.real_map().view
    nodes, ties, engagements = (number // share for number in wanted)
    return page_views.many(nodes, ties, engagements=engagements)


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
    view = view_of(wanted, share)
    file = tmp_path / "map.html"
    file.write_text(page.render(view, heading=view["title"]), encoding="utf-8")
    once = lambda: measure(browser, file, script=OURS, drawn=OUR_SIZE, hash=hash)  # noqa: E731
    row = timed(benchmark, once, 3, page=f"pcgraph, {name}", **size(view))
    table.append(row)
    assert row["requests"] == row["axe"] == 0


def test_pyvis(benchmark: BenchmarkFixture, browser: Browser, table: list[Row], tmp_path: Path, share: int) -> None:
    """One round; the ratio to our page of the same graph in the same run is in the extra information."""
    benchmark.group = "page in a browser"
    view = page_views.many(1000 // share, 3000 // share)
    file = tmp_path / "pyvis.html"
    file.write_text(pyvis_page(view), encoding="utf-8")
    once = lambda: measure(browser, file, script=THEIRS, drawn=THEIR_SIZE)  # noqa: E731
    row = timed(benchmark, once, 1, page="pyvis, 1,000/3,000", **size(view))
    table.append(row)
    ours = next((one for one in table if one["page"] == "pcgraph, 1,000/3,000, all"), None)
    if ours:
        for name, figure in (("sooner", "first picture ms"), ("faster frames", "ms a frame")):
            benchmark.extra_info[name] = round(row[figure] / max(ours[figure], 1), 1)


def page_before(revision: str, size: tuple[int, int, int] | None, heading: str, folder: Path) -> str:
    """Return the page that another revision makes, of its own data if no size is asked."""
    folder.mkdir()
    archive = subprocess.run(["git", "archive", revision], cwd=ROOT, capture_output=True, check=True).stdout
    subprocess.run(["tar", "-x"], cwd=folder, input=archive, check=True)
    view = f"page_views.many({size[0]}, {size[1]}, engagements={size[2]})" if size else "page_views.real_map().view"
    code = f"import sys, page_views; from pcgraph import page; print(page.render({view}, heading={heading!r}))"
    path = os.pathsep.join(str(folder / name) for name in ("src", "tests"))
    words = [sys.executable, "-c", code]
    return subprocess.run(
        words, cwd=folder, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=True
    ).stdout


def gestures(evaluate: Callable[[str, str], tuple[list[float], list[float]]], busy: Callable[[], float]) -> Row:
    """Return for each gesture the 95th percentile and the longest of its frames, and the work for each, in ms."""
    row: Row = {}
    for name in GESTURES:
        before = busy()
        moving, resting = evaluate(GESTURE, name)
        row[f"{name} p95"] = sorted(moving)[math.ceil(0.95 * len(moving)) - 1]
        row[f"{name} max"] = max(moving + resting)
        row[f"{name} cpu"] = (busy() - before) / len(moving)
    return row


def in_chromium(browser: Browser, file: Path) -> Row:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce", offline=True)
    context.set_default_timeout(LONGEST)
    tab = context.new_page()
    tools = context.new_cdp_session(tab)
    tools.send("Performance.enable", {"timeDomain": "threadTicks"})
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOW})
    tab.add_init_script(OURS)
    tab.goto(file.as_uri() + "#level=all", wait_until="commit")
    first = tab.evaluate(STOOD)
    rest(tab)

    def busy() -> float:
        found = {one["name"]: one["value"] for one in tools.send("Performance.getMetrics")["metrics"]}
        return float(found["TaskDuration"] * 1000)

    row = gestures(tab.evaluate, busy) | {"first": first}
    context.close()
    return row


@pytest.mark.parametrize("name", SIZES)
def test_frames(
    benchmark: BenchmarkFixture, browser: Browser, table: list[Row], tmp_path: Path, share: int, name: str
) -> None:
    """Gestures on the whole map, beside the page that the revision PCGRAPH_BEFORE makes, in turns."""
    benchmark.group = "frames"
    revision = os.environ.get("PCGRAPH_BEFORE")
    pages = {"after": page.render(view_of(SIZES[name], share), heading=name)}
    if revision:
        pages["before"] = page_before(revision, SIZES[name], name, tmp_path / "revision")
    for kind, text in pages.items():
        (tmp_path / f"{kind}.html").write_text(text, encoding="utf-8")
    profile = tmp_path / "firefox"
    profile.mkdir()
    firefox = Firefox(needs.firefox(), profile, os.environ)
    found: dict[str, list[Row]] = {}

    def once() -> None:
        for kind in pages:
            file = tmp_path / f"{kind}.html"
            found.setdefault(f"{kind}, Chromium", []).append(in_chromium(browser, file))
            tab = firefox.open(file, "#level=all")
            found.setdefault(f"{kind}, Firefox", []).append({"first": 0} | gestures(tab.evaluate, lambda: 0.0))
            tab.close()

    benchmark.pedantic(once, rounds=1 if share > 1 else 3)
    firefox.close()
    for kind, rows in found.items():
        benchmark.extra_info[kind] = {figure: round(median(row[figure] for row in rows)) for figure in rows[0]}
        table.append({"page": f"{name}, {kind}"} | benchmark.extra_info[kind])
    for one in ("Chromium", "Firefox") if revision else ():  # the median of the ratios of each round
        pairs = list(zip(found[f"before, {one}"], found[f"after, {one}"], strict=True))
        ratios = {
            figure: f"{median(old[figure] / max(new[figure], 1) for old, new in pairs):.1f}" for figure in FRAMES[1:]
        }
        table.append({"page": f"{name}, {one}: before / after"} | ratios)
    assert all(row[f"{gesture} p95"] > 0 for rows in found.values() for row in rows for gesture in GESTURES)
