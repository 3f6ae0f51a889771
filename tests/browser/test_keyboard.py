"""Everything by the keyboard alone: no pointer, no script that clicks."""

from __future__ import annotations

import math

import pytest
from playwright.sync_api import Page, expect

import page_views
from browser import expected
from browser.desk import Open, closed, hash_of, rest, rows, shown, title, wait_for_camera
from helpers import everyday
from pcgraph.page import View

# What tells one stop of the tab key from another.
HERE = """() => { const one = document.activeElement, { key = "", column = "" } = one.dataset;
    const words = [one.tagName, one.id, one.className, key, column, one.textContent.slice(0, 60)];
    return one === document.body ? "" : words.join(" "); }"""
SEEN = """() => { const one = document.activeElement, { width, height } = one.getBoundingClientRect();
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    const ringed = (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
    return width > 0 && height > 0 && (ringed || one.matches("input, select")); }"""
CONTROLS = """() => [...document.querySelectorAll("button, input, select, summary, a[href], [tabindex='0']")]
    .filter(one => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0).length"""
PARTS = {
    "map": ["search", "view-map", "language", "save", "copy-link", "show-panel", "as-of", "month-0", "month-1", "play",
            "map", "in", "out", "fit", "lasso"],
    "table": ["search", "view-table", "rows"],
    "board": ["search", "view-board"],
}  # fmt: skip
PLACE = "JSON.stringify([pcgraph.network.getViewPosition(), pcgraph.network.getScale()])"
CURSOR = "pcgraph.hovered && pcgraph.findItem(pcgraph.hovered.kind, pcgraph.hovered.index)?.key"


def press(tab: Page, *keys: str) -> None:
    for key in keys:
        tab.keyboard.press(key)


def tab_to(tab: Page, selector: str, *, most: int = 150) -> None:
    """Press Tab until the keyboard is there."""
    for _ in range(most):
        if tab.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        tab.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {selector}")


@pytest.mark.parametrize("view", everyday(PARTS, "map".__eq__))
def test_the_keyboard_reaches_every_control_once_and_is_seen_there(show: Open, view: str) -> None:
    tab = show(hash=f"#view={view}")
    controls = tab.evaluate(CONTROLS)
    seen: list[str] = []
    for _ in range(controls + 20):
        tab.keyboard.press("Tab")
        here = tab.evaluate(HERE)
        if not here:
            break
        assert tab.evaluate(SEEN), f"nothing shows that the keyboard is at {here}"
        seen.append(here)
    assert len(seen) >= controls
    for part in PARTS[view]:
        assert any(f" {part} " in one for one in seen), part


def test_skip_leads_to_the_table(show: Open) -> None:
    tab = show()
    press(tab, "Tab", "Enter")
    assert tab.evaluate("pcgraph.state.view") == "table"
    assert tab.evaluate("document.activeElement.id") == "rows"
    tab_to(tab, "#rows td button", most=20)
    press(tab, "Enter")
    assert tab.evaluate("document.activeElement.id") == "panel-title"
    assert tab.evaluate("pcgraph.state.selection.kind") == "engagement"
    press(tab, "Escape")
    assert closed(tab)
    assert tab.evaluate("document.activeElement.matches('#rows td button')")


# ---- The map --------------------------------------------------------------------------------------------------------


def test_arrows_go_from_mark_to_mark_and_enter_opens(show: Open) -> None:
    tab = show()
    tab_to(tab, "#map")
    before = tab.evaluate(PLACE)
    press(tab, "ArrowRight")
    largest = tab.evaluate("pcgraph.scene.items.reduce((best, item) => (item.weight > best.weight ? item : best)).key")
    assert tab.evaluate(CURSOR) == largest
    expect(tab.locator("#tooltip")).to_be_visible()
    press(tab, "ArrowRight")
    assert tab.evaluate(CURSOR) != largest
    press(tab, "ArrowLeft")
    assert tab.evaluate(PLACE) == before  # everything is in the frame: the map stands still
    name = tab.locator("#tooltip strong").inner_text()
    expect(tab.locator("#message")).to_contain_text(name)
    press(tab, "Enter")
    assert title(tab) == name or name in tab.locator("#panel").inner_text()
    assert tab.evaluate("document.activeElement.id") == "panel-title"
    expect(tab.locator("#tooltip")).to_be_hidden()
    press(tab, "Escape")
    assert closed(tab)
    assert tab.evaluate("document.activeElement.id") == "map"


@pytest.mark.parametrize("which", ["tiny", pytest.param("real", marks=pytest.mark.exhaustive)])
def test_arrows_go_where_they_point_and_reach_every_mark(show: Open, real: View, which: str) -> None:
    tab = show(real if which == "real" else None)
    tab_to(tab, "#map")
    directions = {"ArrowLeft": (-1, 0), "ArrowRight": (1, 0), "ArrowUp": (0, -1), "ArrowDown": (0, 1)}
    steps: dict[str, dict[str, str]] = {}
    # What each arrow does at each mark, as the page itself answers to the key.
    found = tab.evaluate(
        """keys => Object.fromEntries(pcgraph.scene.items.map(item => [item.key, Object.fromEntries(keys.map(key => {
             pcgraph.setHovered(item.kind, item.index);
             pcgraph.mapElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
             return [key, pcgraph.findItem(pcgraph.hovered.kind, pcgraph.hovered.index).key];
           }))]))""",
        list(directions),
    )
    places = tab.evaluate(
        """() => { pcgraph.projectItems(pcgraph.readCamera());
             return Object.fromEntries(pcgraph.scene.items.map(({ key, px, py }) => [key, [px, py]])); }"""
    )
    for key, by_arrow in found.items():
        for arrow, other in by_arrow.items():
            dx, dy = directions[arrow]
            way = (places[other][0] - places[key][0]) * dx + (places[other][1] - places[key][1]) * dy
            assert other == key or way > 0, (key, arrow, other)
    steps = found
    start = next(iter(steps))
    reached, fresh = {start}, [start]
    while fresh:
        for other in set(steps[fresh.pop()].values()) - reached:
            reached.add(other)
            fresh.append(other)
    assert reached == set(steps)
    assert len(steps) > 20


def test_shift_and_arrows_move_the_map_and_signs_zoom(show: Open) -> None:
    tab = show()
    tab_to(tab, "#map")
    for key, wanted in {"ArrowLeft": (-1, 0), "ArrowRight": (1, 0), "ArrowUp": (0, -1), "ArrowDown": (0, 1)}.items():
        before = tab.evaluate("pcgraph.network.getViewPosition()")
        press(tab, f"Shift+{key}")
        rest(tab)
        after = tab.evaluate("pcgraph.network.getViewPosition()")
        moved = (after["x"] - before["x"], after["y"] - before["y"])
        assert tuple(math.copysign(1, part) if abs(part) > 1 else 0 for part in moved) == wanted, key
    assert tab.evaluate("pcgraph.hovered") is None
    for key, larger in (("+", True), ("-", False), ("=", True)):
        before = tab.evaluate("pcgraph.network.getScale()")
        press(tab, key)
        rest(tab)
        assert (tab.evaluate("pcgraph.network.getScale()") > before) == larger, key
    wait_for_camera(tab)
    press(tab, "f")
    rest(tab)
    assert "camera=" not in hash_of(tab)


def test_the_cursor_brings_the_map_along(show: Open) -> None:
    """A mark outside the frame is moved into it when the cursor comes to it."""
    tab = show()
    tab_to(tab, "#map")
    press(tab, "+", "+", "+", "+")
    rest(tab)
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowRight", "ArrowUp", "ArrowUp", "ArrowLeft", "ArrowLeft"):
        press(tab, key)
        rest(tab)
        inside = tab.evaluate(
            """() => { const [x, y] = pcgraph.positionOf(pcgraph.findItem(pcgraph.hovered.kind, pcgraph.hovered.index));
                 const { clientWidth: width, clientHeight: height } = pcgraph.mapElement;
                 return x > 0 && y > 0 && x < width && y < height; }"""
        )
        assert inside, key


def test_buttons_of_the_map(show: Open) -> None:
    tab = show()
    for button in ("#in", "#out", "#fit"):
        tab_to(tab, button)
        before = tab.evaluate(PLACE)
        press(tab, "Enter")
        rest(tab)
        assert tab.evaluate(PLACE) != before or button == "#fit", button
    tab_to(tab, "#lasso")
    press(tab, "Space")
    expect(tab.locator("#lasso")).to_have_attribute("aria-pressed", "true")
    press(tab, "Space")
    expect(tab.locator("#lasso")).to_have_attribute("aria-pressed", "false")


# ---- Everything else ------------------------------------------------------------------------------------------------


def test_search_pick_walk_and_close(show: Open) -> None:
    tab = show()
    press(tab, "/")
    assert tab.evaluate("document.activeElement.id") == "search"
    tab.keyboard.type("vik univ")
    press(tab, "ArrowDown", "ArrowUp", "Enter")
    assert title(tab) == "Vik University"
    tab_to(tab, "#panel .deal-title")
    press(tab, "Enter")
    expect(tab.locator("#panel .steps")).to_be_visible()
    tab_to(tab, "#panel .parties button")
    press(tab, "Space")
    assert tab.evaluate("pcgraph.state.selection.kind") == "node"
    press(tab, "Escape")
    assert closed(tab)
    press(tab, "/")
    tab.keyboard.type("acme")
    press(tab, "Escape")
    expect(tab.locator("#search-results")).to_be_hidden()
    assert tab.locator("#search").input_value() == ""


def test_filters_and_switches(show: Open) -> None:
    view = page_views.tiny()
    tab = show(view)
    tab_to(tab, "#legend .item")
    press(tab, "Space")
    chosen = tab.evaluate("[...pcgraph.state.chosen.set]")
    assert len(chosen) == 1
    assert shown(tab, "listed") == expected.engagements(view, chosen={"set": set(chosen)})
    assert tab.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
    press(tab, "Space")
    assert shown(tab, "listed") == expected.engagements(view)
    for name in ("people", "unnamed"):
        tab_to(tab, f"#switch-{name}")
        press(tab, "Space")
        assert tab.evaluate(f"pcgraph.state.{name}")
        assert tab.evaluate("document.activeElement.id") == f"switch-{name}"
        press(tab, "Space")
        assert not tab.evaluate(f"pcgraph.state.{name}")


def test_an_empty_result_and_the_banner(show: Open) -> None:
    tab = show(hash="#type=pcg:Talks&set=realised")
    tab_to(tab, "#empty button")
    press(tab, "Enter")
    assert shown(tab, "listed")
    tab = show(hash="#only=id:acme&only=id:borealis")
    tab_to(tab, "#banner button")
    press(tab, "Enter")
    assert tab.evaluate("pcgraph.state.only") is None
    assert tab.evaluate("document.activeElement !== document.body")


def test_selects(show: Open) -> None:
    tab = show()
    for key, field in (("sizeBy", "measure"),):
        before = tab.evaluate(f"pcgraph.state.{field}")
        tab_to(tab, f"select[data-key={key}]")
        press(tab, "ArrowDown")
        assert tab.evaluate(f"pcgraph.state.{field}") != before
    tab_to(tab, "#language")
    press(tab, "ArrowDown")
    assert tab.evaluate("document.documentElement.lang") == "zh"


def test_views(show: Open) -> None:
    tab = show()
    for view in ("board", "table", "map"):
        tab_to(tab, f"#view-{view}")
        press(tab, "Enter")
        assert tab.evaluate("pcgraph.state.view") == view
        expect(tab.locator(f"#stage-{view}")).to_be_visible()
        assert tab.evaluate("document.activeElement.id") == f"view-{view}"


def test_sliders(show: Open) -> None:
    view = page_views.tiny()
    tab = show(view)
    tab_to(tab, "#as-of")
    press(tab, "Home")
    rest(tab)
    assert shown(tab, "listed") == expected.engagements(view, as_of=tab.evaluate("pcgraph.state.asOf"))
    assert len(shown(tab, "listed")) < len(expected.engagements(view))
    press(tab, "End")
    rest(tab)
    assert tab.evaluate("pcgraph.state.asOf") is None
    tab_to(tab, "#month-0")
    press(tab, "ArrowRight", "ArrowRight")
    rest(tab)
    assert tab.evaluate("pcgraph.state.period")[0] == expected.day("2018-03-01")
    assert tab.locator("#as-of").get_attribute("aria-valuetext") == "now"
    tab_to(tab, "#play")
    press(tab, "Space")
    expect(tab.locator("#play")).to_have_accessible_name("Pause")
    press(tab, "Space")
    expect(tab.locator("#play")).to_have_accessible_name("Play: show how the picture grew")


def test_steps_by_figures_and_a_path(show: Open) -> None:
    tab = show()
    press(tab, "/")
    tab.keyboard.type("borealis")
    press(tab, "Enter", "1")
    assert tab.evaluate("pcgraph.state.neighbourhood") == {"node": 2, "hops": 1}
    press(tab, "2")
    assert "near=2" in hash_of(tab)
    press(tab, "0")
    assert tab.evaluate("pcgraph.state.neighbourhood") is None
    tab_to(tab, "#panel .path input")
    tab.keyboard.type("embassy")
    press(tab, "Enter")
    assert tab.evaluate("pcgraph.shown.path.nodes.length") >= 3
    tab_to(tab, "#panel [data-key=path-clear], #banner button")
    press(tab, "Enter")
    assert tab.evaluate("pcgraph.state.path") is None


def test_the_table_sorts_and_opens(show: Open) -> None:
    tab = show(hash="#view=table")
    tab_to(tab, "[data-column='2']")
    press(tab, "Enter")
    assert tab.evaluate("pcgraph.state.sort") == [2, True]
    assert tab.evaluate("document.activeElement.dataset.column") == "2"
    press(tab, "Enter")
    assert tab.evaluate("pcgraph.state.sort") == [2, False]
    assert rows(tab) == tab.locator("tbody tr").count()
    tab_to(tab, "#rows td button")
    first = tab.evaluate("document.activeElement.textContent")
    press(tab, "ArrowDown")
    second = tab.evaluate("document.activeElement.textContent")
    assert second != first
    press(tab, "Enter")
    assert title(tab) == second
