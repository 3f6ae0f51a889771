"""What the tests do on a page: find, click, read."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page

Open = Callable[..., Page]
PATIENCE = 60_000  # ms that anything may take: a busy machine is no fault of the page
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}

# The index of a thing by its CURIE. A stack has the index of its first engagement; any of its engagements names it.
PLACE = """([kind, name]) => {
    const index = (kind === "node" ? pcgraph.findNode : pcgraph.findEngagement)(name);
    return kind === "stack" ? pcgraph.findItem("engagement", index)?.index ?? -1 : index; }"""


def rest(tab: Page) -> None:
    """Wait until the camera stands still."""
    tab.evaluate(
        """async () => {
            const { mapElement, network } = pcgraph;
            let last = "", still = 0;
            while (still < 4) {
              await new Promise(requestAnimationFrame);
              const size = [mapElement.clientWidth, mapElement.clientHeight];
              const now = JSON.stringify([network.getViewPosition(), network.getScale(), ...size]);
              still = now === last ? still + 1 : 0;
              last = now;
            } }"""
    )


def place(tab: Page, kind: str, name: str) -> int:
    found: int = tab.evaluate(PLACE, [kind, name])
    assert found >= 0, f"no {kind} {name}"
    return found


def spot(tab: Page, kind: str, name: str) -> tuple[float, float]:
    """Return where the mark of a node, a stack or an engagement is on the screen."""
    found = tab.evaluate(
        """([kind, index]) => {
            const item = pcgraph.findItem(kind, index), frame = pcgraph.mapElement.getBoundingClientRect();
            const [x, y] = item ? pcgraph.positionOf(item) : [];
            return item && [x + frame.x, y + frame.y]; }""",
        [kind, place(tab, kind, name)],
    )
    assert found, f"{name} is not drawn"
    return found[0], found[1]


def click(tab: Page, kind: str, name: str) -> None:
    """Click it on the map, with the pointer."""
    tab.locator("#map").scroll_into_view_if_needed()
    tab.mouse.click(*spot(tab, kind, name))
    rest(tab)


def pick(tab: Page, kind: str, name: str) -> None:
    """Choose it without the pointer, where the choosing is not what is tested."""
    tab.evaluate("([kind, index]) => pcgraph.select(kind, index)", [kind, place(tab, kind, name)])


def change(tab: Page, patch: str) -> None:
    tab.evaluate(f"pcgraph.change({patch}, {{ refit: true }})")


def title(tab: Page) -> str:
    return tab.locator("#panel-title").inner_text()


def closed(tab: Page) -> bool:
    """Return whether nothing is picked: the panel shows the headline and the stories."""
    return tab.evaluate("pcgraph.state.selection") is None and tab.locator("#panel.open").count() == 0


def hash_of(tab: Page) -> str:
    found: str = tab.evaluate("location.hash")
    return found


def item(tab: Page, group: str, label: str) -> Locator:
    """The word of the legend."""
    section = tab.locator("#legend .group", has=tab.locator(f"#group-{group}"))
    return section.locator(".item", has=tab.get_by_text(label, exact=True))


def shown(tab: Page, table: str) -> set[int]:
    """Return the indices of what is drawn ("nodes" or "engagements") or of the engagements that match ("listed")."""
    return set(tab.evaluate("name => [...pcgraph.shown[name].keys()].filter(at => pcgraph.shown[name][at])", table))


def counts(tab: Page) -> str:
    return tab.locator("#counts").inner_text()


def rows(tab: Page) -> int:
    return int(tab.locator("#table-count").inner_text().replace(",", ""))


def slide(tab: Page, id: str, value: int) -> None:
    """Put a slider where a person would drag it, and wait for the frame in which the page follows."""
    tab.locator(f"#{id}").evaluate(
        """(slider, value) => {
            slider.value = value;
            slider.dispatchEvent(new Event("input", { bubbles: true }));
            slider.dispatchEvent(new Event("change", { bubbles: true }));
            return new Promise(requestAnimationFrame); }""",
        value,
    )


def stop_the_clock(tab: Page) -> None:
    """Time goes on only when the test says so: an installed clock runs on by itself, so a step may come unasked."""
    tab.clock.install(time=0)
    tab.clock.pause_at(60_000)


def wait_for_camera(tab: Page) -> None:
    """Wait until the address holds where the camera stands."""
    tab.wait_for_url(re.compile("camera="))


def names(tab: Page) -> list[dict[str, Any]]:
    """Lines of text as the canvas gets them, with their rectangles in pixels of the map."""
    found: list[dict[str, Any]] = tab.evaluate(
        """() => {
            const seen = [], own = CanvasRenderingContext2D.prototype, real = own.fillText;
            own.fillText = function (text, x, y) {
              const wide = this.measureText(text).width, tall = parseFloat(this.font.match(/([\\d.]+)px/)[1]) * 0.9;
              const left = { center: x - wide / 2, left: x, start: x, right: x - wide, end: x - wide }[this.textAlign];
              seen.push({ text, left, right: left + wide, top: y - tall / 2, bottom: y + tall / 2 });
              return real.apply(this, arguments);
            };
            pcgraph.network.redraw();
            own.fillText = real;
            return seen; }"""
    )
    return found


def labels(tab: Page) -> list[dict[str, Any]]:
    """Return the lines of text on the canvas, without the numbers on stacks."""
    return [line for line in names(tab) if not line["text"].replace(",", "").isdigit()]


def strokes(tab: Page) -> list[dict[str, Any]]:
    """Return every line as the map draws it: stack, node, colour, alpha, width, and its place in the order."""
    found: list[dict[str, Any]] = tab.evaluate(
        """() => { const seen = [], nothing = () => {};
            const lines = new Map();
            const curves = (list, style) => {
              for (const curve of list) seen.push({ curve, order: seen.length, ...style });
            };
            const renderer = { curves, curve: nothing, shape: nothing, rect: nothing, text: nothing };
            pcgraph.drawMap(renderer, pcgraph.readCamera(), []);
            for (const line of pcgraph.scene.lines) lines.set(line.curve, line);
            return seen.map(({ curve, ...style }) => {
              const { stack, node } = lines.get(curve);
              return { stack: stack.index, node, ...style };
            }); }"""
    )
    return found


def marks(tab: Page) -> list[dict[str, Any]]:
    """Rectangles within the marks, in pixels of the map."""
    found: list[dict[str, Any]] = tab.evaluate(
        """() => { pcgraph.projectItems(pcgraph.readCamera());
            return pcgraph.scene.items.filter(item => item.isInFrame).map(({ key, px, py, r }) => ({ text: key,
              left: px - r * 0.7, right: px + r * 0.7, top: py - r * 0.7, bottom: py + r * 0.7 })); }"""
    )
    return found


def meet(a: dict[str, Any], b: dict[str, Any]) -> bool:
    return bool(a["left"] < b["right"] and b["left"] < a["right"] and a["top"] < b["bottom"] and b["top"] < a["bottom"])


def overlaps(lines: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(a["text"], b["text"]) for at, a in enumerate(lines) for b in lines[at + 1 :] if meet(a, b)]
