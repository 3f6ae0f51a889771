"""The page in Firefox: by mouse and by keyboard, in every view, without a network or a message, as in Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest

import page_views
from browser import expected
from browser.desk import Open, labels, marks, meet, overlaps, rest, shown, spot
from browser.firefox import Firefox, Tab
from pcgraph import page
from pcgraph.api import KnowledgeGraph
from pcgraph.page import View
from pcgraph.page.offline_sparql import Ask
from pcgraph.page.offline_sparql import ask as engine_for

pytestmark = pytest.mark.exhaustive
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
Launch = Callable[..., Tab]


@pytest.fixture
def launch(firefox: Callable[[bool], Firefox], tmp_path: Path) -> Iterator[Launch]:
    """Open a view; at the end, no request, message, error or breach of the policy may have been seen."""
    tabs: list[Tab] = []

    def opened(
        view: View | None = None, *, hash: str = "", dark: bool = False, ask: Ask | None = None, **size: int
    ) -> Tab:
        file = tmp_path / f"map-{len(tabs)}.html"
        html = page.render(view or page_views.tiny(), heading="Partnerships", ask=ask)
        file.write_text(html, encoding="utf-8")
        tabs.append(firefox(dark).open(file, hash, **size))
        rest(tabs[-1])
        return tabs[-1]

    yield opened
    seen: list[str] = []
    for tab in tabs:
        tab.close()
        seen += tab.browser.seen
        tab.browser.seen = []
    assert seen == []


def violations(tab: Tab) -> list[str]:
    tab.evaluate(f"() => {{ {AXE}; }}")
    found: list[str] = tab.evaluate("axe.run().then(({ violations }) => violations.map(({ id }) => id))")
    return found


def heading(tab: Tab) -> str:
    return tab.text("#panel-title")


def listed(tab: Tab) -> set[int]:
    return shown(tab, "listed")


def spot_of(tab: Tab, kind: str, name: str) -> tuple[float, float]:
    return spot(tab, kind, name)


# What both browsers must show alike.
PICTURE = """() => ({
    counts: document.getElementById("counts").innerText,
    banner: document.getElementById("banner").innerText,
    legend: [...document.querySelectorAll("#legend .item")].map(one => one.textContent),
    headline: document.getElementById("panel-title").innerText,
    stacks: pcgraph.shown.stacks.map(({ parties, engagements }) => [[...parties], engagements]),
    rows: document.getElementById("table-count").textContent,
    board: document.getElementById("board").textContent,
    panel: document.getElementById("panel").textContent,
})"""


ALIKE = [
    "",
    "#level=all",
    "#view=table&country=id:china",
    "#view=board",
    "#node=id:huawei",
    "#language=ur",
    "#language=zh",
]


@pytest.mark.parametrize("hash", ALIKE)
def test_firefox_shows_what_chromium_shows(launch: Launch, show: Open, real: View, hash: str) -> None:
    mine, theirs = launch(real, hash=hash), show(real, hash=hash)
    assert mine.evaluate(PICTURE) == theirs.evaluate(PICTURE)
    if "view" not in hash:
        lines: list[dict[str, Any]] = labels(mine)
        assert len(lines) > 20
        assert overlaps(lines) == []
        if hash != "#level=all":  # where those of the largest do, as in Chromium
            drawn = marks(mine)
            assert [line["text"] for line in lines for mark in drawn if meet(line, mark)] == []


def test_a_page_of_its_own_without_a_network(launch: Launch) -> None:
    tab = launch()
    assert tab.evaluate("[navigator.onLine, location.protocol]") == [False, "file:"]
    assert tab.evaluate("performance.getEntriesByType('resource').length") == 0


def test_pick_by_mouse_and_go_back(launch: Launch) -> None:
    view = page_views.tiny()
    tab = launch(view)
    tab.click_at(*spot_of(tab, "node", "id:acme"))
    assert heading(tab) == "Acme"
    tab.click_at(*spot_of(tab, "engagement", "id:safety-charter"))
    assert heading(tab) == view["engagements"]["label"][15]
    tab.click_at(*spot_of(tab, "stack", "id:crane-talks"))
    assert tab.evaluate("pcgraph.state.selection.kind") == "stack"
    tab.evaluate("history.back()")
    tab.wait("pcgraph.state.selection?.kind === 'engagement'")
    tab.click("#panel .close")
    assert tab.evaluate("pcgraph.state.selection") is None


def test_pick_by_keyboard(launch: Launch) -> None:
    tab = launch()
    for _ in range(80):
        tab.press("Tab")
        if tab.evaluate("document.activeElement.id") == "map":
            break
    tab.press("ArrowRight", "ArrowRight", "ArrowDown")
    assert not tab.evaluate("document.getElementById('tooltip').hidden")
    wanted = tab.evaluate("pcgraph.hovered")
    tab.press("Enter")
    picked = tab.evaluate("pcgraph.state.selection")
    drawn_as = tab.evaluate("({ kind, index }) => pcgraph.findItem(kind, index).key", picked)
    assert drawn_as == f"{wanted['kind']} {wanted['index']}"
    assert tab.evaluate("document.activeElement.id") == "panel-title"
    tab.press("Escape")
    assert tab.evaluate("pcgraph.state.selection") is None
    assert tab.evaluate("document.activeElement.id") == "map"
    before = tab.evaluate("pcgraph.network.getViewPosition().x")
    tab.press("Shift+ArrowRight")
    rest(tab)
    assert tab.evaluate("pcgraph.network.getViewPosition().x") > before
    tab.press("1")  # nothing is picked: figures do nothing
    assert tab.evaluate("pcgraph.state.neighbourhood") is None


def test_the_keyboard_reaches_every_control(launch: Launch) -> None:
    tab = launch()
    wanted = tab.evaluate(
        """[...document.querySelectorAll("button, input, select, summary, a[href], [tabindex='0']")]
             .filter(one => one.checkVisibility({ visibilityProperty: true }) && one.tabIndex >= 0).length"""
    )
    tab.evaluate("void (window.reached = new Set(), addEventListener('focusin', event => reached.add(event.target)))")
    for _ in range(wanted // 10 + 2):
        tab.press(*["Tab"] * 10)
    assert tab.evaluate("reached.size") >= wanted


def test_search(launch: Launch) -> None:
    tab = launch()
    tab.press("/")
    assert tab.evaluate("document.activeElement.id") == "search"
    tab.press(*"vik univ", "Enter")
    assert heading(tab) == "Vik University"


def test_filters_and_an_empty_result(launch: Launch) -> None:
    view = page_views.tiny()
    tab = launch(view)
    sudland = next(at for at, word in enumerate(view["words"]["country"]) if word["id"] == "id:sudland")
    entry = f"#legend [data-key='country {sudland}']"
    left = expected.engagements(view, chosen={"country": {sudland}})
    assert tab.text(f"{entry} .count") == str(len(left))
    tab.click(entry)
    assert listed(tab) == left
    tab.click("#clear")
    assert listed(tab) == expected.engagements(view)
    tab = launch(view, hash="#type=pcg:Talks&set=realised")
    assert listed(tab) == set()
    assert "No results match" in tab.text("#empty")
    tab.click("#empty button")
    assert listed(tab)


def test_time(launch: Launch) -> None:
    view = page_views.tiny()
    tab = launch(view)
    tab.evaluate("document.getElementById('as-of').focus()")
    tab.press("Home", "ArrowRight")
    tab.wait("pcgraph.state.asOf !== null")
    rest(tab)
    assert listed(tab) == expected.engagements(view, as_of=tab.evaluate("pcgraph.state.asOf"))
    tab.press("End")
    tab.wait("pcgraph.state.asOf === null")
    tab.evaluate("document.getElementById('month-1').focus()")
    tab.press("ArrowLeft", "ArrowLeft")
    tab.wait("pcgraph.state.period !== null")
    rest(tab)
    assert listed(tab) == expected.engagements(view, period=tuple(tab.evaluate("pcgraph.state.period")))
    tab.click("#play")
    tab.wait("pcgraph.state.asOf !== null")
    tab.click("#play")
    day = tab.evaluate("pcgraph.state.asOf")
    assert day is None or listed(tab) == expected.engagements(
        view, as_of=day, period=tuple(tab.evaluate("pcgraph.state.period"))
    )


def test_both_ends_of_the_months_can_be_dragged(launch: Launch) -> None:
    tab = launch()
    for end, way in ((0, 60), (1, -60)):
        x, y = tab.evaluate(
            """end => { const { left, right, top, height } = document.getElementById(`month-${end}`)
                 .getBoundingClientRect();
                 return [end ? right - 9 : left + 9, top + height / 2]; }""",
            end,
        )
        before = tab.evaluate(f"Number(document.getElementById('month-{end}').value)")
        tab.drag((x, y), (x + way, y))
        rest(tab)
        after = tab.evaluate(f"Number(document.getElementById('month-{end}').value)")
        assert (after - before) * way > 0, end


def test_table(launch: Launch) -> None:
    view = page_views.tiny()
    tab = launch(view)
    tab.click("#view-table")
    assert tab.text("#table-count") == str(len(expected.engagements(view)))
    tab.click("th [data-column='0']")
    first = tab.text("tbody tr td button")
    tab.click("th [data-column='0']")
    assert tab.text("tbody tr td button") != first
    tab.click("tbody tr td button")
    assert heading(tab) == tab.text("tbody tr.chosen td button")


def test_board(launch: Launch) -> None:
    tab = launch()
    tab.click("#view-board")
    assert "view=board" in tab.evaluate("location.hash")
    assert not tab.evaluate("document.getElementById('stage-board').hidden")
    assert len(tab.text("#board")) > 100


def test_drag_and_lasso(launch: Launch) -> None:
    tab = launch()
    x, y = spot_of(tab, "node", "id:borealis")
    tab.drag((x, y), (x - 60, y + 40))
    rest(tab)
    assert spot_of(tab, "node", "id:borealis") == pytest.approx((x - 60, y + 40), abs=3)
    assert "pin=node+id:borealis" in tab.evaluate("location.hash")
    tab.click("#release")
    assert tab.evaluate("pcgraph.state.pins.size") == 0
    tab.click("#lasso")
    x, y = spot_of(tab, "node", "id:acme")
    corners = [(x - 20, y - 20), (x + 20, y - 20), (x + 20, y + 20), (x - 20, y + 20)]
    move = [{"type": "pointerMove", "x": round(a), "y": round(b)} for a, b in corners]
    tab._act("pointer", [move[0], {"type": "pointerDown", "button": 0}, *move[1:], {"type": "pointerUp", "button": 0}])
    assert tab.evaluate("[...pcgraph.state.only]") == [0]


def test_address(launch: Launch) -> None:
    hash = "#type=pcg:Agreement&as-of=2025-05-09&months=2024-01+2025-03&node=id:acme&pin=node+id:acme+10+20&level=all"
    tab = launch(hash=hash)
    kept = tab.evaluate("location.hash")
    for part in hash.lstrip("#").split("&"):
        assert part in kept
    assert heading(tab) == "Acme"
    again = launch(hash=kept)
    assert again.evaluate("location.hash") == kept
    assert again.evaluate(PICTURE) == tab.evaluate(PICTURE)
    bad = launch(hash="#node=id:none&colour=red")
    assert "node=id:none" in bad.text("#message")
    assert "colour=red" in bad.text("#message")


@pytest.mark.parametrize("language", ["zh", "ur"])
def test_languages(launch: Launch, real: View, language: str) -> None:
    tab = launch(real)
    english = tab.text("#legend")
    tab.evaluate("document.getElementById('language').focus()")
    while tab.evaluate("document.documentElement.lang") != language:
        tab.press("ArrowDown")
    assert tab.text("#legend") != english
    assert tab.evaluate("document.documentElement.dir") == ("rtl" if language == "ur" else "ltr")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 1440
    assert overlaps(labels(tab)) == []


def test_dark(launch: Launch) -> None:
    dark, light = launch(dark=True), launch()
    brightness = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"
    assert max(dark.evaluate(brightness)) < 60
    assert min(light.evaluate(brightness)) > 200
    assert dark.evaluate("pcgraph.colours.ink") != light.evaluate("pcgraph.colours.ink")
    assert violations(dark) == []


def test_a_narrow_window(launch: Launch) -> None:
    """Firefox does not make its window narrower than 450 pixels for a person, but a phone's is."""
    tab = launch(width=390, height=844)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    tab.click("#filters")
    bottom = tab.evaluate("document.querySelector('.legend').getBoundingClientRect().bottom")
    assert bottom == pytest.approx(844, abs=1)
    tab.click("#legend .item")
    assert len(listed(tab)) < len(expected.engagements(page_views.tiny()))
    assert violations(tab) == []
    tab.press("Escape")
    assert tab.evaluate("document.getElementById('filters').getAttribute('aria-expanded')") == "false"


STATES = ["", "#level=all", "#node=id:huawei", "#view=table", "#view=board", "#language=ur", "#language=zh&view=board"]


@pytest.mark.parametrize("hash", STATES)
def test_no_violation(launch: Launch, real: View, hash: str) -> None:
    assert violations(launch(real, hash=hash)) == []


def test_axe_would_find_something(launch: Launch) -> None:
    tab = launch()
    for name in ("aria-label", "placeholder"):
        tab.evaluate("name => document.getElementById('search').removeAttribute(name)", name)
    assert violations(tab) == ["label"]


def test_sparql_inside_the_page(launch: Launch, kg: KnowledgeGraph) -> None:
    tab = launch(page_views.tiny(), hash="#view=ask", ask=engine_for(kg))
    tab.click('#questions [data-name="who-funds-whom"]')
    tab.wait("document.getElementById('ask-stop').hidden && document.querySelector('#ask-answer tbody tr')")
    assert tab.evaluate("document.querySelectorAll('#ask-answer tbody tr').length") == len(
        list(kg.query("who-funds-whom"))
    )
    if not tab.evaluate("document.getElementById('ask-text').checkVisibility()"):
        tab.click("#ask-fold summary")
    tab.evaluate("""() => { document.getElementById("ask-text").focus();
                            document.getElementById("ask-text").value = "SELECT (10 - 3 - 2 AS ?n) {}"; }""")
    tab.press("Control+Enter")
    tab.wait("document.querySelector('#ask-answer tbody td')?.innerText === '5'")


def test_hostile_text_stays_text(launch: Launch) -> None:
    tab = launch(page_views.hostile())
    plain = launch()
    tab.evaluate("""() => { for (const view of pcgraph.VIEWS) {
         pcgraph.change({ view, unnamed: true, people: true });
         for (let at = 0; at < pcgraph.SIZE.nodes; at += 1) pcgraph.select("node", at);
         for (let at = 0; at < pcgraph.SIZE.engagements; at += 1) pcgraph.select("engagement", at); } }""")
    assert tab.evaluate("window.broken ?? null") is None
    scripts = "document.querySelectorAll('script').length"
    assert tab.evaluate(scripts) == plain.evaluate(scripts)
