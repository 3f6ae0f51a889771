"""The network of `kg.pyvis()` in a browser without a network: drawn, with plain tooltips, and no request."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from pcgraph.api import KnowledgeGraph

COLOURS = """() => {
    const canvas = document.querySelector("canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const found = new Set();
    for (let at = 0; at < data.length; at += 4) found.add(data.slice(at, at + 3).join());
    return [...found];
}"""


def test_drawn_offline(browser: Browser, kg: KnowledgeGraph, tmp_path: Path) -> None:
    net = kg.pyvis(measure="degree", ids="slug")
    net.get_node("acme")["color"] = "rgb(1, 200, 3)"
    file = tmp_path / "network.html"
    net.write_html(str(file))
    context = browser.new_context(offline=True, viewport={"width": 1200, "height": 800})
    tab, seen = context.new_page(), []
    context.on("request", lambda request: seen.append(request.url))
    tab.on("console", lambda message: seen.append(message.text))
    tab.on("pageerror", lambda error: seen.append(str(error)))
    tab.goto(file.as_uri())
    tab.wait_for_function("window.network && document.querySelector('canvas')")
    tab.evaluate("new Promise(done => { network.once('afterDrawing', () => done(null)); network.redraw(); })")
    drawn = tab.evaluate(COLOURS)
    assert "1,200,3" in drawn  # the user's colour
    assert "18,84,79" in drawn or "168,50,62" in drawn  # a side's colour
    at = tab.evaluate("network.canvasToDOM(network.getPositions(['acme'])['acme'])")
    box = tab.locator("canvas").bounding_box()
    assert box is not None
    tab.mouse.move(box["x"] + at["x"], box["y"] + at["y"])
    tab.wait_for_selector(".vis-tooltip", state="visible")
    assert "degree: " in tab.locator(".vis-tooltip").inner_text()
    context.close()
    assert seen == [file.as_uri()]
