"""Large graphs open on what can be read, say so, and never freeze."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page, expect

import page_views
from browser import expected
from browser.desk import Open, change, counts, hash_of, labels, overlaps, rest, rows, shown, title
from pcgraph.page import View

WORK = 100  # how often any piece of the script may run for each organisation and engagement


@cache
def large() -> View:
    return page_views.many(20_000, 60_000)


@cache
def middle() -> View:
    return page_views.many(1500, 9000)


def counting(tab: Page) -> Callable[[], int]:
    """Return a function that returns how often the busiest piece of the page's script has run since the last call."""
    session = tab.context.new_cdp_session(tab)
    session.send("Profiler.enable")
    session.send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": True})

    def busiest() -> int:
        rest(tab)
        scripts = session.send("Profiler.takePreciseCoverage")["result"]
        functions = [function for script in scripts for function in script["functions"]]
        return max((piece["count"] for function in functions for piece in function["ranges"]), default=0)

    return busiest


@pytest.mark.exhaustive
@pytest.mark.parametrize("make", [middle, large])
def test_a_large_graph_opens_on_its_largest_organisations_and_says_so(show: Open, make: object) -> None:
    view: View = make()  # type: ignore[operator]
    tab = show(view)
    drawn, known = shown(tab, "nodes"), len(expected.engagements(view))
    assert 20 < len(drawn) <= expected.KEY_ORGANISATIONS
    assert 0 < tab.evaluate("pcgraph.scene.lines.length") <= expected.KEY_LINES
    value = view["nodes"]["measure"]["degree"]
    present = expected.nodes(view, expected.engagements(view))
    for side in (0, 1):  # all are large: within the largest fifth of their side
        mine = sorted((value[node] or 0 for node in present if view["nodes"]["country"][node] == side), reverse=True)
        inside = [value[node] or 0 for node in drawn if view["nodes"]["country"][node] == side]
        assert len(inside) > 5
        assert min(inside) >= mine[len(mine) // 5]
    banner = tab.locator("#banner").inner_text()
    assert f"{len(drawn)} of " in banner
    assert "the largest that fit" in banner
    assert f"{known:,}" in banner
    assert f"{known:,}" in counts(tab)
    assert known == len(view["engagements"]["iri"]) > 4000
    lines = labels(tab)
    assert len(lines) > 10
    assert overlaps(lines) == []
    tab.get_by_role("button", name="Table", exact=True).click()
    assert rows(tab) == known


def test_show_all_of_a_large_graph_draws_groups_that_open_with_a_click(show: Open) -> None:
    view = middle()
    tab = show(view)
    tab.locator("#banner").get_by_role("button", name="Show all").click()
    everybody = len(expected.nodes(view, expected.engagements(view)))
    expect(tab.locator("#banner")).to_contain_text(f"{everybody:,} organisations, more than fit")
    groups = tab.evaluate("pcgraph.scene.items.filter(({ kind }) => kind === 'group').length")
    assert 5 < groups < 40
    assert overlaps(labels(tab)) == []
    index = tab.evaluate("pcgraph.shown.groups.reduce((best, { members }, at, all) =>"
                         " (members.length > all[best].members.length ? at : best), 0)")  # fmt: skip
    key, members = tab.evaluate("at => [pcgraph.shown.groups[at].key, pcgraph.shown.groups[at].members]", index)
    box = tab.locator("#map").bounding_box()
    assert box
    x, y = tab.evaluate("at => pcgraph.positionOf(pcgraph.findItem('group', at))", index)
    tab.mouse.click(box["x"] + x, box["y"] + y)
    expect(tab.locator("#banner")).to_contain_text("Open group")
    assert "open=" in hash_of(tab)
    assert tab.evaluate("[...pcgraph.state.open]") == [key]
    assert len(shown(tab, "nodes") & set(members)) == 20
    tab.go_back()
    expect(tab.locator("#banner")).not_to_contain_text("Open group")


@pytest.mark.exhaustive
def test_twenty_thousand_never_freeze(show: Open) -> None:
    """Every kind of change, one after the other: what the script does grows with the data, not with their square."""
    view = large()
    tab = show(view)
    busiest, ran = counting(tab), dict[str, int]()
    for name, patch in {
        "filter": "{ chosen: { ...pcgraph.state.chosen, type: new Set([0]) } }",
        "as of": "{ asOf: 19000 }",
        "months": "{ asOf: null, period: [19723, 20000] }",
        "all": "{ level: 'all', period: null, chosen: pcgraph.defaultState().chosen }",
        "text": "{ text: 'matter 77' }",
        "people": "{ text: '', people: true, unnamed: true }",
        "board": "{ view: 'board' }",
        "table": "{ view: 'table' }",
        "near": "{ view: 'map', neighbourhood: { node: 5, hops: 2 } }",
        "path": "{ neighbourhood: null, path: [3, 19000] }",
        "hub": "{ path: null, level: 'key', selection: { kind: 'node', index: [...pcgraph.shown.nodes].indexOf(1) } }",
        "sort": "{ sort: [2, false] }",
        "language": "{ language: 'ur' }",
    }.items():
        change(tab, patch)
        ran[name] = busiest()
        assert tab.evaluate("pcgraph.scene.lines.length") <= expected.MOST_LINES
    change(tab, "{ language: 'en' }")
    tab.locator("#search").fill("organisation 19999")
    tab.keyboard.press("Enter")
    ran["search"] = busiest()
    assert title(tab) == "Organisation 19999"
    assert max(ran.values()) < WORK * (len(view["nodes"]["iri"]) + len(view["engagements"]["iri"])), ran


CALLS = """async act => {
    const pens = [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D].map(({ prototype }) => prototype);
    const really = pens.map(() => ({})), calls = {};
    pens.forEach((own, at) => {
      for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(own))) {
        if (typeof value !== "function") continue;
        really[at][name] = value;
        calls[name] = 0;
        own[name] = function (...given) { calls[name] += 1; return value.apply(this, given); };
      }
    });
    act();
    await new Promise(requestAnimationFrame);
    pens.forEach((own, at) => Object.assign(own, really[at]));
    return calls; }"""
MOVE = """() => { const { x, y } = pcgraph.network.getViewPosition();
    pcgraph.keepMoving();
    pcgraph.network.moveTo({ position: { x: x + 30 / pcgraph.camera.scale, y } });
    pcgraph.network.redraw(); }"""


def test_a_frame_of_thousands_of_lines_is_short(show: Open) -> None:
    """All is drawn once: each line, each mark, little else. What is pointed at is drawn alone; a move draws names."""
    tab = show(page_views.many(300, 3000), hash="#level=all&unnamed=yes&people=yes")
    lines, marks = tab.evaluate("[pcgraph.scene.lines.length, pcgraph.scene.items.length]")
    assert lines > 2000
    calls = tab.evaluate(f"({CALLS})(() => pcgraph.repaint())")
    assert calls["quadraticCurveTo"] == lines
    assert calls["beginPath"] < 100, "lines of one style are drawn together"
    assert max(calls["stroke"], calls["fill"]) < 2 * marks
    assert calls["fillText"] + calls["measureText"] < 200
    assert sum(calls.values()) < 10 * (lines + marks)
    around = tab.evaluate("pcgraph.linesOf(pcgraph.findItem('node', 150)).length")
    calls = tab.evaluate(f"({CALLS})(() => pcgraph.setHovered('node', 150))")
    assert 0 < around <= calls["quadraticCurveTo"] < lines / 10
    tab.evaluate("pcgraph.setHovered('', -1)")
    calls = tab.evaluate(f"({CALLS})({MOVE})")
    assert calls["quadraticCurveTo"] == 0 < calls["fillText"]


def test_a_slow_machine_draws_once_the_map_rests(show: Open) -> None:
    """By a clock that goes 300 ms further each time it is read, drawing all takes long, and the wheel turns faster."""
    tab = show(page_views.many(100, 300), hash="#level=all")
    tab.evaluate("() => { let now = performance.now(); performance.now = () => (now += 300); pcgraph.repaint(); }")
    turn = """factor => { pcgraph.keepMoving();
        pcgraph.network.moveTo({ scale: pcgraph.network.getScale() * factor });
        pcgraph.network.redraw(); }"""
    for factor in (3, 1 / 5):  # beyond what else would be drawn in coarse, and with empty borders
        assert tab.evaluate(f"({CALLS})(() => ({turn})({factor}))")["quadraticCurveTo"] == 0
    rest(tab)
    expect(tab.locator(".background")).to_have_attribute("style", re.compile(r"scale\(1\)"))


def test_what_is_drawn_follows_the_camera(show: Open) -> None:
    """Moved it is the same picture as drawn anew; after a zoom it is drawn in the new size."""
    tab = show()
    tab.evaluate("performance.now = () => 0")  # by this clock drawing takes no time

    def picture() -> Image.Image:
        return Image.open(BytesIO(tab.locator("#map").screenshot())).convert("L")

    def differ(one: Image.Image, other: Image.Image) -> int:
        """Return how many pixels do: the edge of a line may fall a trifle differently."""
        return sum(ImageChops.difference(one, other).histogram()[40:])

    tab.evaluate("pcgraph.network.moveTo({ scale: pcgraph.network.getScale() * 3 })")  # there is more beyond the margin
    rest(tab)
    tab.evaluate("document.querySelector('.vis-network').style.opacity = 0")
    for moves in (1, 9):  # within the margin and beyond
        before = picture()
        for _ in range(moves):
            tab.evaluate(MOVE)
        moved = picture()
        tab.evaluate("pcgraph.repaint()")
        assert differ(moved, picture()) < 20 < 500 < differ(moved, before)
    style = tab.evaluate(
        """() => { pcgraph.keepMoving();
            pcgraph.network.moveTo({ scale: pcgraph.network.getScale() * 1.25 });
            pcgraph.network.redraw();
            return document.querySelector(".background").style.transform; }"""
    )
    assert float(re.findall(r"scale\((.+)\)", style)[0]) == pytest.approx(1.25)
    expect(tab.locator(".background")).to_have_attribute("style", re.compile(r"scale\(1\)"))
