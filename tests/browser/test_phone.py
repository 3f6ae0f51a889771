"""A phone: 390 pixels, a finger, no sideways scroll in any state."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

import page_views
from browser import expected
from browser.desk import PATIENCE, PHONE, Open, closed, item, labels, marks, meet, overlaps, rest, shown, spot, title
from browser.states import STATES
from browser.test_axe import open_state
from helpers import everyday
from pcgraph.page import View


def tap(tab: Page, kind: str, name: str) -> None:
    tab.locator("#map").scroll_into_view_if_needed()
    tap_at(tab, *spot(tab, kind, name))


TAPPED = f"""window.tapped = new Promise((done, fail) => {{
    pcgraph.network.once("click", () => done(null));
    setTimeout(() => fail(new Error("the map has not noticed the tap")), {PATIENCE}); }}), null"""


def tap_at(tab: Page, x: float, y: float) -> None:
    tab.evaluate(TAPPED)
    tab.touchscreen.tap(x, y)
    tab.evaluate("window.tapped")
    rest(tab)


WIDER = """() => [...document.querySelectorAll("body *")].filter(one => {
    const { left, right, width, height } = one.getBoundingClientRect();
    const out = width && height && (right > innerWidth + 0.5 || left < -0.5);
    const ignored = one.closest("#rows, #board, .background, .visually-hidden, .skip, svg, .answer *");
    return out && !ignored && getComputedStyle(one).visibility !== "hidden"; })
    .map(one => one.outerHTML.slice(0, 120))"""
NAMES = {"id:borealis": "Borealis", "id:acme": "Acme", "id:ministry-of-ports": "Ministry of Ports of Sudland"}


FEW = {"node", "filters", "Urdu"}


@pytest.mark.parametrize("state", everyday(STATES, FEW.__contains__))
def test_nothing_scrolls_sideways(show: Open, real: View, state: str) -> None:
    """With the long names of the real data in few states, as its page takes seconds to open."""
    if state in FEW:
        tab = show(STATES[state].view or real, hash=STATES[state].hash, **PHONE)
        STATES[state].act(tab)
    else:
        tab = open_state(show, real, state, **PHONE)
    assert tab.evaluate("document.documentElement.scrollWidth") == 390
    assert tab.evaluate(WIDER) == []


def test_a_tap_opens_a_sheet_that_leaves_the_mark_in_sight(show: Open) -> None:
    tab = show(**PHONE)
    for name, label in NAMES.items():
        tab.locator("#fit").tap()
        tab.wait_for_function("pcgraph.state.camera === null")
        rest(tab)
        tap(tab, "node", name)
        assert title(tab) == label
        sheet = tab.locator("#panel").bounding_box()
        assert sheet
        assert 0 < spot(tab, "node", name)[1] < sheet["y"]
        tab.get_by_role("button", name="Close").click()
        assert closed(tab)


def test_a_finger_needs_not_hit_a_mark_exactly(show: Open) -> None:
    tab = show(**PHONE)
    tab.locator("#map").scroll_into_view_if_needed()
    x, y = spot(tab, "engagement", "id:safety-charter")
    radius = tab.evaluate("pcgraph.findItem('engagement', 15).r")
    tap_at(tab, x, y + radius + 9)
    assert title(tab) == page_views.tiny()["engagements"]["label"][15]


def test_a_finger_moves_the_map_and_no_mark(show: Open) -> None:
    tab = show(**PHONE)
    tab.locator("#map").scroll_into_view_if_needed()
    x, y = spot(tab, "node", "id:acme")
    session = tab.context.new_cdp_session(tab)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": a, "y": b} for a, b in points]})

    touch("touchStart", (x, y))
    for step in range(1, 6):
        touch("touchMove", (x + 8 * step, y + 6 * step))
        tab.evaluate("new Promise(requestAnimationFrame)")  # a finger is slower than a frame
    touch("touchEnd")
    rest(tab)
    assert tab.evaluate("pcgraph.state.pins.size") == 0
    moved = spot(tab, "node", "id:acme")
    assert (moved[0] - x, moved[1] - y) == pytest.approx((40, 30), abs=20)


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


def test_the_legend_below_the_map_unfolds(show: Open) -> None:
    tab = show(**PHONE)
    assert tab.locator("#legend-fold").get_attribute("open") is None
    tab.locator("#legend-fold summary").tap()
    tab.locator("#legend .item").first.tap()
    expect(tab.locator("#legend .item").first).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("view", ["map", "board", "table", "analyse"])
def test_filters_open_as_a_sheet_that_leaves_the_result_in_sight(show: Open, view: str) -> None:
    data = page_views.tiny()
    tab = show(data, hash=f"#view={view}", **PHONE)
    opener = tab.locator("#filters")
    expect(opener).to_have_text("Filters")
    expect(opener).to_be_in_viewport()
    opener.tap()
    expect(opener).to_have_attribute("aria-expanded", "true")
    sheet, stage = tab.locator(".legend").bounding_box(), tab.locator(f"#stage-{view}").bounding_box()
    assert sheet
    assert stage
    assert (sheet["x"], sheet["x"] + sheet["width"], sheet["y"] + sheet["height"]) == pytest.approx((0, 390, 844))
    assert -1 <= stage["y"] < sheet["y"] - 200
    item(tab, "country", "Sudland").tap()
    assert shown(tab, "listed") == expected.engagements(data, chosen={"country": {1}})
    expect(tab.locator(".legend")).to_be_visible()
    tab.locator("#legend-fold summary").tap()
    expect(opener).to_have_text("Filters (1)")
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(tab.locator("#legend .item").first).to_be_hidden()
    assert tab.evaluate("document.activeElement.id") == "filters"
    opener.tap()
    tab.locator("#clear").tap()
    expect(opener).to_have_text("Filters")
    tab.keyboard.press("Escape")
    expect(opener).to_have_attribute("aria-expanded", "false")


def test_a_tap_on_the_map_closes_the_filters_and_opens_the_details(show: Open) -> None:
    tab = show(**PHONE)
    tab.locator("#filters").tap()
    x, y = spot(tab, "node", "id:acme")
    tap_at(tab, x, y)
    assert title(tab) == "Acme"
    expect(tab.locator("#filters")).to_have_attribute("aria-expanded", "false")
    sheet = tab.locator("#panel").bounding_box()
    assert sheet
    assert sheet["y"] < 844


def test_on_a_wide_screen_there_is_no_button_for_the_filters(show: Open) -> None:
    tab = show()
    expect(tab.locator("#filters")).to_be_hidden()
    expect(tab.locator("#legend .item").first).to_be_visible()


def test_buttons_cover_no_name_and_no_organisation(show: Open, real: View) -> None:
    tab = show(real, **PHONE)
    frame = tab.locator("#map").bounding_box()
    assert frame
    places = [tab.locator(one).bounding_box() for one in (".zoom", "#filters")]
    buttons = [{"left": at["x"] - frame["x"], "right": at["x"] - frame["x"] + at["width"],
                "top": at["y"] - frame["y"], "bottom": at["y"] - frame["y"] + at["height"]}
               for at in places if at]  # fmt: skip
    assert len(buttons) == 2
    organisations = [mark for mark in marks(tab) if mark["text"].startswith("node")]
    covered = [one["text"] for one in labels(tab) + organisations for button in buttons if meet(one, button)]
    assert covered == []
    assert overlaps(labels(tab)) == []


@pytest.mark.parametrize("hash", ["#view=table", "#view=table&language=ur", "#answer=who-funds-whom"])
def test_a_table_is_whole_and_scrolls_inside(show: Open, real: View, hash: str) -> None:
    """Every column can be brought into sight, no cell is cut, and the name of a row stays where it is."""
    tab = show(real, hash=hash, **PHONE)
    region = tab.locator("#rows" if "table" in hash else "#panel .answer")
    cells = region.locator("tbody tr").first.locator("td")
    assert cells.count() == (8 if "table" in hash else cells.count()) > 2
    assert region.evaluate("box => getComputedStyle(box).overflowX") == "auto"
    region.evaluate("box => { box.scrollLeft = (document.documentElement.dir === 'rtl' ? -1 : 1) * 9999; }")
    cut = region.evaluate("""box => [...box.querySelectorAll("td, td > div")].slice(0, 60)
      .filter(one => !one.checkVisibility() || one.scrollHeight > one.clientHeight + 2).length""")
    assert cut == 0
    for place in (cells.last, *([cells.first] if "table" in hash else [])):
        box = place.bounding_box()
        assert box
        assert box["x"] > -1
        assert box["x"] + box["width"] <= 391
