"""The page in a real browser, without a network: what is seen, clicked, typed, and that nothing is asked for."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

import page_views
from pcgraph import page
from pcgraph.page import View

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ID = page_views.ID
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    path = os.environ.get("PCGRAPH_CHROMIUM", "/usr/bin/chromium")
    started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
    yield started
    started.close()


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a view; at the end, no request, no console message and no error may have been seen."""
    seen: list[str] = []
    contexts = []

    def opened(view: View | None = None, *, hash: str = "", heading: str = "Partnerships", **settings: Any) -> Page:
        file = tmp_path / "map.html"
        file.write_text(page.render(view or page_views.conference(), heading=heading), encoding="utf-8")
        context = browser.new_context(
            **{"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce"} | settings
        )
        contexts.append(context)
        context.set_default_timeout(5000)
        tab = context.new_page()
        tab.on("request", lambda request: None if request.url.startswith(file.as_uri()) else seen.append(request.url))
        tab.on("console", lambda message: seen.append(message.text))
        tab.on("pageerror", lambda error: seen.append(str(error)))
        tab.goto(file.as_uri() + hash)
        tab.wait_for_selector("html[data-ready]", state="attached")
        tab.wait_for_timeout(120)
        return tab

    yield opened
    for context in contexts:
        context.close()
    assert seen == []


def spot(tab: Page, slug: str) -> dict[str, float]:
    """Where a node is on the screen."""
    found: dict[str, float] = tab.evaluate(
        """id => { const at = net.canvasToDOM(net.getPosition(id)), frame = box.getBoundingClientRect();
                   return {x: at.x + frame.x, y: at.y + frame.y}; }""",
        ID + slug,
    )
    return found


def click_node(tab: Page, slug: str) -> None:
    at = spot(tab, slug)
    tab.mouse.click(at["x"], at["y"])


def title(tab: Page) -> str:
    return tab.locator("#panel-title").inner_text()


def item(tab: Page, label: str) -> Any:
    return tab.locator("#legend .item", has=tab.get_by_text(label, exact=True))


def test_opens_with_everything_in_view(show: Open) -> None:
    tab = show()
    expect(tab.locator("#counts")).to_have_text("20 of 20 organisations, 23 of 23 ties")
    expect(tab.locator("#as-of")).to_have_text("as of 31 December 2025")
    expect(tab.locator("#panel .unknown li")).to_have_count(2)
    expect(tab.locator("tbody tr")).to_have_count(23)
    frame = tab.locator("#map").bounding_box()
    assert frame
    for node in page_views.conference()["nodes"]:
        at = spot(tab, node["id"].removeprefix(ID))
        assert frame["x"] < at["x"] < frame["x"] + frame["width"], node["label"]
        assert frame["y"] < at["y"] < frame["y"] + frame["height"], node["label"]


def names(tab: Page) -> list[dict[str, Any]]:
    """Lines of text as the canvas got them, with their rectangles in pixels."""
    found: list[dict[str, Any]] = tab.evaluate(
        """() => {
            const seen = [], own = CanvasRenderingContext2D.prototype, real = own.fillText;
            own.fillText = function (text, x, y) {
              const wide = this.measureText(text).width, tall = parseFloat(this.font.match(/([\\d.]+)px/)[1]);
              seen.push({ text, left: x - wide / 2, right: x + wide / 2, top: y - tall / 2, bottom: y + tall / 2 });
              return real.apply(this, arguments);
            };
            net.redraw();
            own.fillText = real;
            return seen; }"""
    )
    return found


def overlaps(lines: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [
        (a["text"], b["text"])
        for place, a in enumerate(lines)
        for b in lines[place + 1 :]
        if a["left"] < b["right"] and b["left"] < a["right"] and a["top"] < b["bottom"] and b["top"] < a["bottom"]
    ]


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_names_do_not_overlap_in_the_opening_view(show: Open, width: int) -> None:
    tab = show(viewport={"width": width, "height": 844})
    lines = names(tab)
    assert len(lines) > 15
    assert overlaps(lines) == []


def test_every_name_is_written_on_a_desktop(show: Open) -> None:
    written = " ".join(line["text"] for line in names(show()))
    for node in page_views.conference()["nodes"]:
        assert node["label"].split()[0] in written


def test_click_on_a_node_opens_its_dossier(show: Open) -> None:
    tab = show()
    click_node(tab, "huawei")
    assert title(tab) == "Huawei Technologies"
    panel = tab.locator("#panel")
    expect(panel).to_contain_text("Company · China")
    expect(panel).to_contain_text("华为技术有限公司")
    expect(panel.locator("dl .chip")).to_have_text(["background", "background"])
    expect(panel.locator(".card")).to_have_count(3)
    expect(panel.locator(".measures li")).to_have_count(2)
    assert "node=" in tab.evaluate("location.hash")


def test_keyboard_reaches_the_ties_of_the_chosen_node(show: Open) -> None:
    tab = show()
    click_node(tab, "huawei")
    for _ in range(8):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.className") == "card":
            break
    tab.keyboard.press("Enter")
    expect(tab.locator("#panel .ladder")).to_be_visible()
    assert tab.evaluate("document.activeElement.id") == "panel-title"
    tab.keyboard.press("Escape")
    assert title(tab) == "How to read this map"


def test_click_on_a_line_shows_its_evidence(show: Open) -> None:
    tab = show()
    one, other = spot(tab, "guodong"), spot(tab, "moitt")
    tab.mouse.click(one["x"] * 0.7 + other["x"] * 0.3, one["y"] * 0.7 + other["y"] * 0.3)
    panel = tab.locator("#panel")
    assert title(tab) == "Interest in smart cities"
    expect(panel).to_contain_text("between 3 and 5 September 2025")
    expect(panel.locator(".parties .chip")).to_have_text(["inferred"])
    expect(panel).to_contain_text("characters 2425–2610")
    expect(panel).to_contain_text("aggregator source")
    expect(panel).to_contain_text("Read into the sources")
    expect(tab.locator("tr.chosen")).to_have_count(1)


def test_evidence_marks_the_unnamed_and_quotes_only_what_is_proved(show: Open) -> None:
    tab = show(hash="#tie=https%3A%2F%2Fw3id.org%2Fpcgraph%2Fid%2Fcable%23cscc-signsWith-cable.unnamed")
    panel = tab.locator("#panel")
    expect(panel.locator(".parties .chip")).to_have_text(["unnamed"])
    expect(panel).to_contain_text("Who signed for Pakistan.")
    expect(panel.locator("blockquote")).to_have_count(0)
    tab.evaluate("pick({tie: [...TIES.keys()].find(id => id.includes('supplies'))})")
    expect(panel.locator("blockquote")).to_have_text("Work has begun in the first forty offices.")
    expect(panel.locator(".ladder li")).to_have_text(["plannedSeptember 2025", "under wayabout November 2025"])


def test_row_opens_the_tie_and_sorting_turns(show: Open) -> None:
    tab = show()
    tab.locator("tbody tr", has_text="100,000 young").click()
    assert title(tab) == "Training of 100,000 young people"
    assert tab.evaluate("state.tie").endswith("zte-plansToTrain-youth")
    head = tab.get_by_role("columnheader", name="To", exact=True)
    for order in ("ascending", "descending"):
        head.get_by_role("button").click()
        expect(head).to_have_attribute("aria-sort", order)
    assert tab.locator("tbody tr td:nth-child(3)").first.inner_text() == "→ Young people in Pakistan"


def test_legend_filters_and_counts_along(show: Open) -> None:
    tab = show()
    item(tab, "signs with").click()
    expect(tab.locator("#counts")).to_have_text("10 of 20 organisations, 6 of 23 ties")
    expect(item(tab, "Prospective").locator(".count")).to_have_text("0")
    expect(item(tab, "talks with").locator(".count")).to_have_text("2")
    expect(tab.locator("tbody tr:visible")).to_have_count(6)
    item(tab, "networks").click()
    expect(tab.locator("#counts")).to_have_text("2 of 20 organisations, 1 of 23 ties")
    assert "relation=pcg%3AsignsWith&sector=sector%3Anetworks" in tab.evaluate("location.hash")
    tab.get_by_role("button", name="Show all").click()
    expect(tab.locator("#counts")).to_have_text("20 of 20 organisations, 23 of 23 ties")
    item(tab, "China").click()
    expect(tab.locator("#counts")).to_have_text("8 of 20 organisations, 0 of 23 ties")
    assert tab.evaluate("nodesShown.length") == 8


def test_what_is_in_the_address_comes_back(show: Open) -> None:
    tab = show()
    item(tab, "China").click()
    item(tab, "Pakistan").click()
    click_node(tab, "zte")
    tab.locator("#language").select_option("zh")
    address = tab.evaluate("location.hash")
    again = show(hash=address)
    assert again.locator("#counts").inner_text() == tab.locator("#counts").inner_text()
    assert title(again) == "中兴通讯"
    assert any(line["text"] == "中兴通讯" for line in names(again))


def test_unknown_address_does_no_harm(show: Open) -> None:
    tab = show(hash="#node=javascript:1&tie=__proto__&relation=none&names=xx&only=1&%%%")
    assert title(tab) == "How to read this map"
    expect(tab.locator("#counts")).to_have_text("20 of 20 organisations, 23 of 23 ties")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("maxhub", "CVTE (MaxHub)"),
        ("华为", "Huawei Technologies"),
        ("ہواوے", "Huawei Technologies"),
        ("pseb", "Pakistan Software"),
    ],
)
def test_search_in_any_script(show: Open, typed: str, found: str) -> None:
    tab = show()
    tab.keyboard.press("/")
    tab.keyboard.type(typed)
    expect(tab.locator("#found [role=option]").first).to_contain_text(found)
    tab.keyboard.press("Enter")
    assert title(tab).startswith(found)
    expect(tab.locator("#found")).to_be_hidden()


def test_search_finds_what_is_filtered_away(show: Open) -> None:
    tab = show()
    item(tab, "China").click()
    tab.keyboard.press("/")
    tab.keyboard.type("sky")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    assert title(tab) == "Sky47"
    assert tab.evaluate("view.nodes.size") == 20


def test_only_its_ties(show: Open) -> None:
    tab = show()
    click_node(tab, "huawei")
    tab.get_by_role("button", name="Show only its ties").click()
    expect(tab.locator("#counts")).to_have_text("3 of 20 organisations, 3 of 23 ties")
    tab.keyboard.press("Escape")
    expect(tab.locator("#counts")).to_have_text("20 of 20 organisations, 23 of 23 ties")


def test_parallel_lines_lie_apart(show: Open) -> None:
    tab = show()
    middles = tab.evaluate(
        """() => [...TIES.keys()].filter(id => /huawei-.*-ntc/.test(id)).map(id => {
              const at = net.canvasToDOM(net.body.edges[id].edgeType.getPoint(0.5)); return [at.x, at.y]; })"""
    )
    (x1, y1), (x2, y2) = middles
    assert (x1 - x2) ** 2 + (y1 - y2) ** 2 > 10**2


def test_picture_is_saved(show: Open) -> None:
    tab = show()
    with tab.expect_download() as waiting:
        tab.get_by_role("button", name="Save picture").click()
    content = Path(waiting.value.path()).read_bytes()
    assert content.startswith(b"\x89PNG")
    assert len(content) > 20_000


def test_phone_has_no_sideways_scroll_and_shows_the_chosen_node(show: Open) -> None:
    tab = show(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, device_scale_factor=2)
    assert tab.evaluate("document.documentElement.scrollWidth") == 390
    at = spot(tab, "moitt")
    tab.touchscreen.tap(at["x"], at["y"])
    tab.wait_for_timeout(400)
    sheet = tab.locator("#panel").bounding_box()
    assert sheet
    assert title(tab) == "Ministry of IT and Telecom"
    assert 0 < spot(tab, "moitt")["y"] < sheet["y"]
    tab.get_by_role("button", name="Close").click()
    assert title(tab) == "How to read this map"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_canvas_follows_the_colour_scheme(show: Open, scheme: str) -> None:
    tab = show(color_scheme=scheme)
    ink = tab.evaluate("colours.ink")
    tab.emulate_media(color_scheme="dark" if scheme == "light" else "light")
    tab.wait_for_timeout(100)
    assert tab.evaluate("colours.ink") != ink
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tab.evaluate("colours.ink") == "rgb(28, 36, 46)"


def test_forced_colours(show: Open) -> None:
    tab = show(forced_colors="active")
    assert tab.evaluate("new Set(colours.tones).size") == 1
    assert tab.evaluate("colours.tones[0] === colours.ink && colours.sides[0] !== colours.paper")


def test_hostile_text_stays_text(show: Open) -> None:
    tab = show(page_views.hostile(), heading="</title><script>window.broken = 8</script>" + page_views.HOSTILE[2])
    expect(tab.locator("#counts")).to_have_text("20 of 20 organisations, 23 of 23 ties")
    for choice in ("node", "tie"):
        for iri in tab.evaluate(f"[...{choice.upper()}S.keys()]"):
            tab.evaluate(f"id => pick({{{choice}: id}})", iri)
            assert (
                tab.evaluate(
                    "document.querySelectorAll('img, iframe, [onerror], [onmouseover], [style*=fixed]').length"
                )
                == 0
            )
            addresses = tab.evaluate("[...document.querySelectorAll('#panel a')].map(link => link.href)")
            assert [address for address in addresses if not re.match("https?:", address)] == []
    assert tab.evaluate("window.broken") is None
    assert tab.evaluate("document.querySelectorAll('script').length") == 6
    tab.keyboard.press("/")
    tab.keyboard.type("script")
    expect(tab.locator("#found")).to_contain_text("<script>")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 1440


@pytest.mark.parametrize("nodes", [0, 1])
def test_almost_nothing(show: Open, nodes: int) -> None:
    tab = show(page_views.few(nodes))
    expect(tab.locator("#counts")).to_have_text(
        f"{nodes} of {nodes} organisation{'' if nodes == 1 else 's'}, 0 of 0 ties"
    )
    assert tab.locator("#empty").is_visible() == (nodes == 0)
    if nodes:
        click_node(tab, "moitt")
        assert title(tab) == "Ministry of IT and Telecom"


def test_works_in_a_sandboxed_frame(show: Open) -> None:
    tab = show()
    html = page.render(page_views.conference(), heading="Framed")
    tab.set_content("<iframe sandbox='allow-scripts' width='1200' height='800'></iframe>")
    tab.evaluate("html => { document.querySelector('iframe').srcdoc = html; }", html)
    frame = tab.frame_locator("iframe")
    frame.locator("#legend .item", has_text="signs with").click()
    expect(frame.locator("#counts")).to_have_text("10 of 20 organisations, 6 of 23 ties")
    frame.locator("tbody tr:visible").first.click()
    expect(frame.locator("#panel .ladder")).to_be_visible()


def test_nothing_is_named_twice_and_every_control_has_a_name(show: Open) -> None:
    tab = show()
    click_node(tab, "huawei")
    ids = tab.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(ids) == len(set(ids))
    nameless = tab.evaluate(
        """[...document.querySelectorAll('button, input, select, a')].filter(one =>
             !(one.textContent.trim() || one.getAttribute('aria-label') || one.labels?.length))
             .map(one => one.outerHTML)"""
    )
    assert nameless == []
