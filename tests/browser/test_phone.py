"""A phone: 390 pixels, a finger, no sideways scroll in any state."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

import page_views
from browser.desk import PHONE, Open, rest, spot, title
from browser.states import STATES
from pcgraph.page import View


def tap(tab: Page, kind: str, name: str) -> None:
    tab.locator("#map").scroll_into_view_if_needed()
    tab.touchscreen.tap(*spot(tab, kind, name))
    tab.wait_for_timeout(400)
    rest(tab)


WIDER = """() => [...document.querySelectorAll("body *")].filter(one => {
    const { left, right, width, height } = one.getBoundingClientRect();
    const out = width && height && (right > innerWidth + 0.5 || left < -0.5);
    const ignored = one.closest("#rows, .visually-hidden, .skip, svg");
    return out && !ignored && getComputedStyle(one).visibility !== "hidden"; })
    .map(one => one.outerHTML.slice(0, 120))"""
NAMES = {"id:borealis": "Borealis", "id:acme": "Acme", "id:ministry-of-ports": "Ministry of Ports of Sudland"}


@pytest.mark.parametrize("state", STATES)
def test_nothing_scrolls_sideways(show: Open, real: View, state: str) -> None:
    tab = show(STATES[state].view or real, hash=STATES[state].hash, **PHONE)
    STATES[state].act(tab)
    assert tab.evaluate("document.documentElement.scrollWidth") == 390
    assert tab.evaluate(WIDER) == []


def test_a_tap_opens_a_sheet_that_leaves_the_node_in_sight(show: Open) -> None:
    tab = show(**PHONE)
    for name, label in NAMES.items():
        tab.locator("#fit").tap()
        tab.wait_for_function("state.camera === null")
        rest(tab)
        tap(tab, "node", name)
        assert title(tab) == label
        sheet = tab.locator("#panel").bounding_box()
        assert sheet
        assert 0 < spot(tab, "node", name)[1] < sheet["y"]
        tab.get_by_role("button", name="Close").click()
        assert title(tab) == "How to read this map"


def test_a_finger_needs_not_hit_a_line_exactly(show: Open) -> None:
    tab = show(**PHONE)
    view = page_views.tiny()
    tab.locator("#map").scroll_into_view_if_needed()
    x, y = spot(tab, "tie", tie_name(view, 13))
    tab.touchscreen.tap(x + 6, y)
    tab.wait_for_timeout(400)
    assert title(tab) in view["engagements"]["label"] + view["nodes"]["label"]


def test_what_is_touched_is_large_enough(show: Open) -> None:
    """WCAG 2.2 asks for 24 pixels."""
    tab = show(hash="#node=id:acme", **PHONE)
    small = tab.evaluate(
        """() => [...document.querySelectorAll("button, select, input, summary")].filter(one => {
             const { width, height } = (one.closest("label") || one).getBoundingClientRect();
             const inText = one.matches("#panel p button, .link, #rows *");
             return one.offsetParent && !inText && (width < 24 || height < 24); })
             .map(one => one.outerHTML.slice(0, 100))"""
    )
    assert small == []


def test_the_legend_folds_and_filters(show: Open) -> None:
    tab = show(**PHONE)
    legend = tab.locator("#legend-fold")
    assert legend.get_attribute("open") is None
    tab.locator("#legend-fold summary").tap()
    tab.locator("#legend .item").first.tap()
    expect(tab.locator("#legend .item").first).to_have_attribute("aria-pressed", "true")
