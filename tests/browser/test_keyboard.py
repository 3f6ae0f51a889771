"""Everything by the keyboard alone: no pointer, no script that clicks."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

import page_views
from browser import expected
from browser.desk import Open, counts, hash_of, rest, rows, shown, title

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
PARTS = [
    "search",
    "view-partners",
    "language",
    "save",
    "copy-link",
    "show-panel",
    "fold",
    "as-of",
    "year-0",
    "year-1",
    "in",
    "out",
    "fit",
    "rows",
]
TIE = "#tie=id:acme|pcg:signsWith|id:harbour-authority|id:crane-agreement"


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


def test_the_keyboard_reaches_every_control_once_and_is_seen_there(show: Open) -> None:
    tab = show()
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
    for part in PARTS:
        assert any(f" {part} " in one for one in seen), part


def test_skip_leads_to_the_table(show: Open) -> None:
    tab = show()
    press(tab, "Tab", "Enter")
    assert tab.evaluate("document.activeElement.id") == "table"
    tab_to(tab, "#rows button.link", most=20)
    press(tab, "Enter")
    assert tab.evaluate("document.activeElement.id") == "panel-title"
    assert tab.evaluate("state.selection.kind") == "tie"
    press(tab, "Escape")
    assert title(tab) == "How to read this map"
    assert tab.evaluate("document.activeElement.matches('#rows button.link')")


def test_search_pick_walk_and_close(show: Open) -> None:
    tab = show()
    press(tab, "/")
    assert tab.evaluate("document.activeElement.id") == "search"
    tab.keyboard.type("vik univ")
    press(tab, "ArrowDown", "ArrowUp", "Enter")
    assert title(tab) == "Vik University"
    tab_to(tab, "#panel .card")
    press(tab, "Enter")
    expect(tab.locator("#panel .steps")).to_be_visible()
    tab_to(tab, "#panel .ends button")
    press(tab, "Space")
    assert tab.evaluate("state.selection.kind") == "node"
    press(tab, "Escape")
    assert title(tab) == "How to read this map"
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
    chosen = tab.evaluate("[...state.chosen.relation]")
    assert shown(tab, "ties") == expected.ties(view, chosen={"relation": set(chosen)})
    assert tab.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
    press(tab, "Space")
    tab_to(tab, "#switch-isolates")
    press(tab, "Space")
    assert tab.evaluate("state.isolates")
    tab_to(tab, "#switch-unnamed")
    press(tab, "Space")
    assert tab.evaluate("state.unnamed")
    assert tab.evaluate("document.activeElement.id") == "switch-unnamed"
    press(tab, "Space")
    assert not tab.evaluate("state.unnamed")


def test_selects(show: Open) -> None:
    tab = show()
    for key, field in (("voices", "voices"), ("sizeBy", "measure")):
        before = tab.evaluate(f"state.{field}")
        tab_to(tab, f"select[data-key={key}]")
        press(tab, "ArrowDown")
        assert tab.evaluate(f"state.{field}") != before
    tab_to(tab, "#language")
    press(tab, "ArrowDown")
    assert tab.evaluate("document.documentElement.lang") == "zh"


def test_views_and_saving(show: Open) -> None:
    tab = show()
    tab_to(tab, "#view-engagements")
    press(tab, "Enter")
    expect(tab.locator("#table-name")).to_have_text("Engagements in view")
    tab_to(tab, "#save")
    press(tab, "Enter")
    expect(tab.locator("#save-menu")).to_be_visible()
    press(tab, "Escape")
    expect(tab.locator("#save-menu")).to_be_hidden()
    assert tab.evaluate("document.activeElement.id") == "save"
    for steps, kind in enumerate(("png", "svg", "csv"), start=1):
        press(tab, "Enter", *["Tab"] * steps)
        assert tab.evaluate("document.activeElement.id") == f"save-{kind}"
        with tab.expect_download() as waiting:
            press(tab, "Enter")
        assert waiting.value.suggested_filename.endswith(kind)
        assert tab.evaluate("document.activeElement.id") == "save"
    press(tab, "Enter")
    press(tab, *["Tab"] * 4)
    expect(tab.locator("#save-menu")).to_be_hidden()


def test_sliders(show: Open) -> None:
    view = page_views.tiny()
    tab = show(view)
    tab_to(tab, "#as-of")
    press(tab, "Home")
    rest(tab)
    assert shown(tab, "ties") == expected.ties(view, as_of=tab.evaluate("state.asOf"))
    assert len(shown(tab, "ties")) < len(expected.ties(view))
    press(tab, "End")
    rest(tab)
    assert tab.evaluate("state.asOf") is None
    tab_to(tab, "#year-0")
    press(tab, "ArrowRight", "ArrowRight")
    rest(tab)
    assert tab.evaluate("state.years") == [2020, 2025]
    assert tab.locator("#as-of").get_attribute("aria-valuetext") == "now"


def test_the_map_moves_and_zooms(show: Open) -> None:
    tab = show()
    tab_to(tab, "#map, #map [tabindex]")
    place = "JSON.stringify([network.getViewPosition(), network.getScale()])"
    for key in ("ArrowLeft", "ArrowDown", "+", "-"):
        before = tab.evaluate(place)
        tab.keyboard.down(key)
        tab.wait_for_timeout(150)
        tab.keyboard.up(key)
        assert tab.evaluate(place) != before, key
    tab_to(tab, "#in")
    for button in ("#in", "#out", "#fit"):
        tab_to(tab, button)
        before = tab.evaluate(place)
        press(tab, "Enter")
        rest(tab)
        assert tab.evaluate(place) != before, button


def test_steps_by_figures_and_a_path(show: Open) -> None:
    tab = show()
    press(tab, "/")
    tab.keyboard.type("borealis")
    press(tab, "Enter", "1")
    assert tab.evaluate("state.neighbourhood") == {"node": 2, "hops": 1}
    press(tab, "2")
    assert "near=2" in hash_of(tab)
    press(tab, "0")
    assert tab.evaluate("state.neighbourhood") is None
    tab_to(tab, "#panel .path input")
    tab.keyboard.type("embassy")
    press(tab, "Enter")
    assert tab.evaluate("shown.path.nodes.length") >= 3
    tab_to(tab, "#panel [data-key=path-clear], #banner button")
    press(tab, "Enter")
    assert tab.evaluate("state.path") is None


def test_communities(show: Open) -> None:
    tab = show()
    tab_to(tab, "select[data-key=show]")
    press(tab, "ArrowDown")
    assert tab.evaluate("state.level") == "communities"
    assert tab.evaluate("shown.collapsed.length") > 1
    tab_to(tab, "#banner button")
    press(tab, "Enter")
    assert tab.evaluate("state.level") == "all"
    assert counts(tab) == counts(show())


def test_the_table_sorts_folds_and_opens(show: Open) -> None:
    tab = show()
    tab_to(tab, "#fold")
    press(tab, "Enter")
    expect(tab.locator("#rows")).to_be_hidden()
    press(tab, "Enter")
    expect(tab.locator("#rows")).to_be_visible()
    tab_to(tab, "[data-column='2']")
    press(tab, "Enter")
    assert tab.evaluate("state.sort") == [2, True]
    assert tab.evaluate("document.activeElement.dataset.column") == "2"
    press(tab, "Enter")
    assert tab.evaluate("state.sort") == [2, False]
    assert rows(tab) == tab.locator("tbody tr").count()


@pytest.mark.parametrize("hash", [TIE, "#node=id:acme"])
def test_copies(show: Open, hash: str) -> None:
    tab = show(hash=hash)
    for key in ("copyTurtle", "copySparql", "copyCitation"):
        tab_to(tab, f"#panel [data-key={key}]")
        press(tab, "Enter")
        expect(tab.locator("#panel textarea")).to_be_visible()
        assert len(tab.locator("#panel textarea").input_value()) > 40
