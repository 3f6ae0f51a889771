"""The page in a frame of another page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame, Page, expect

import page_views
from browser.desk import PATIENCE, Open, click, rest
from pcgraph import page
from pcgraph.page.widget import SCRIPT

FRAME = {"viewport": {"width": 800, "height": 500}}
CLIPBOARD = """() => { window.got = []; Object.defineProperty(navigator, "clipboard",
    { value: { writeText: async text => { window.got.push(text); } } }); }"""


def frame_of(code: str) -> dict[str, str | None]:
    """Return the attributes of the only element of the code."""
    found: list[tuple[str, dict[str, str | None]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, dict(attrs)))

    Reader().feed(code)
    assert [tag for tag, _ in found] == ["iframe"]
    return found[0][1]


def copy_code(tab: Page) -> dict[str, str | None]:
    tab.evaluate(CLIPBOARD)
    tab.locator("#save").click()
    tab.locator("#copy-embed").click()
    expect(tab.locator("#save-menu")).to_be_hidden()
    return frame_of(tab.evaluate("window.got[0]"))


@pytest.mark.parametrize(("width", "height"), [(800, 500), (380, 420)])
def test_only_the_picture_and_a_caption(show: Open, width: int, height: int) -> None:
    tab = show(hash="#set=entered&embed=yes", viewport={"width": width, "height": height})
    for gone in (".top", ".legend", "#time", "#panel", "#banner", "#lasso", "#filters"):
        expect(tab.locator(gone)).to_be_hidden()
    box, caption = tab.locator("#map").bounding_box(), tab.locator(".caption").bounding_box()
    assert box
    assert caption
    assert box["width"] == width
    assert box["height"] > height - 50
    assert caption["y"] + caption["height"] <= height + 1
    root = "document.documentElement"
    assert tab.evaluate(f"[{root}.scrollWidth, {root}.scrollHeight]") == [width, height]
    expect(tab.locator(".caption strong")).to_have_text("Partnerships")
    assert "Progress: signed" in (tab.locator(".caption .soft").text_content() or "")


def test_the_caption_leads_to_the_whole_page(show: Open) -> None:
    tab = show(hash="#set=entered&embed=yes", **FRAME)
    link = tab.locator(".caption a")
    expect(link).to_have_text("Open the whole page")
    assert link.get_attribute("target") == "_blank"
    assert (link.get_attribute("href") or "").endswith("#set=entered")
    click(tab, "node", "id:acme")
    assert tab.evaluate("location.hash") == "#set=entered&node=id:acme&embed=yes"
    assert (link.get_attribute("href") or "").endswith("#set=entered&node=id:acme")
    tab.evaluate("pcgraph.reset({ selection: null })")
    assert tab.evaluate("location.hash") == "#embed=yes"
    assert re.search(r"\.html#?$", link.get_attribute("href") or "")


def test_a_selection_opens_over_the_map_on_the_other_side(show: Open) -> None:
    tab = show(hash="#embed=yes", **FRAME)
    for name in ("id:acme", "id:borealis"):
        x = tab.evaluate("name => pcgraph.positionOf(pcgraph.findItem('node', pcgraph.findNode(name)))[0]", name)
        click(tab, "node", name)
        panel = tab.locator("#panel").bounding_box()
        assert panel
        assert panel["x"] >= 0
        assert panel["y"] >= 0
        assert panel["x"] + panel["width"] <= 800
        assert panel["y"] + panel["height"] <= 500
        assert not panel["x"] < x < panel["x"] + panel["width"]
        box = tab.locator("#map").bounding_box()
        assert box
        assert (box["x"], box["y"], box["width"]) == (0, 0, 800)  # the map does not move
        tab.keyboard.press("Escape")
        expect(tab.locator("#panel")).to_be_hidden()
        rest(tab)


def test_in_a_narrow_frame_the_map_makes_room_for_the_selection(show: Open) -> None:
    tab = show(hash="#embed=yes", viewport={"width": 380, "height": 480})
    for name in ("id:acme", "id:borealis"):
        tab.evaluate("name => pcgraph.select('node', pcgraph.findNode(name))", name)
        rest(tab)
        panel = tab.locator("#panel").bounding_box()
        assert panel
        assert panel["y"] + panel["height"] <= tab.locator(".caption").bounding_box()["y"] + 1  # type: ignore[index]
        y = tab.evaluate("name => pcgraph.positionOf(pcgraph.findItem('node', pcgraph.findNode(name)))[1]", name)
        assert 0 < y < panel["y"]


def test_the_code_shows_the_present_view(show: Open) -> None:
    tab = show(hash="#set=entered&node=id:acme", heading='Deals & "more"')
    attributes = copy_code(tab)
    assert attributes["src"] == "map-0.html#set=entered&node=id:acme&embed=yes"  # a file beside the page that shows it
    assert attributes["title"] == 'Deals & "more"'
    expect(tab.locator("#message")).to_contain_text("map-0.html")
    tab.goto("about:blank")
    framed = show(hash=f"#{str(attributes['src']).split('#')[1]}")
    assert framed.evaluate("document.documentElement.className") == "embedded"


def test_where_copying_is_forbidden_the_code_stands_selected(show: Open) -> None:
    tab = show()
    tab.evaluate("""() => { Object.defineProperty(navigator, "clipboard",
        { value: { writeText: async () => { throw new Error("no"); } } }); }""")
    tab.locator("#save").click()
    tab.locator("#copy-embed").click()
    area = tab.locator("#embed-code")
    expect(area).to_be_visible()
    code = area.evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)")
    assert str(frame_of(code)["src"]).endswith("#embed=yes")
    tab.keyboard.press("Escape")
    expect(area).to_be_hidden()


def test_the_board_and_the_table_can_be_embedded(show: Open) -> None:
    for view in ("board", "table"):
        tab = show(hash=f"#view={view}&embed=yes", **FRAME)
        box = tab.locator(f"#stage-{view}").bounding_box()
        assert box
        assert box["width"] == 800
        assert box["height"] > 400
        caption = tab.locator(".caption").bounding_box()
        assert caption
        assert box["y"] + box["height"] <= caption["y"] + 1
        scrolled = tab.locator({"board": ".board-scroll", "table": "#rows"}[view]).bounding_box()
        assert scrolled
        assert scrolled["y"] + scrolled["height"] <= caption["y"] + 1  # the last row can be reached


def test_the_whole_page_is_no_frame(show: Open) -> None:
    tab = show()
    expect(tab.locator(".caption")).to_have_count(0)
    expect(tab.locator(".top")).to_be_visible()


SHOW = """async ([script, html]) => {
    const { default: widget } = await import(`data:text/javascript,${encodeURIComponent(script)}`);
    window.model = { html, saved: [], get(name) { return this[name]; }, set(name, value) { this[name] = value; },
        save_changes() { this.saved.push(this.chosen); } };
    widget.render({ model: window.model, el: document.body }); }"""


@pytest.fixture
def bare(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """Return an empty page without rules of its own, as a notebook is."""
    (tmp_path / "notebook.html").write_text("<!DOCTYPE html><body></body>", encoding="utf-8")
    (tmp_path / "map.html").write_text(page.render(page_views.tiny(), heading="Framed"), encoding="utf-8")
    context = browser.new_context(offline=True, viewport={"width": 1200, "height": 700})
    tab = context.new_page()
    tab.goto((tmp_path / "notebook.html").as_uri())
    yield tab
    context.close()


def framed(tab: Page) -> Frame:
    tab.frame_locator("iframe").locator("html[data-ready]").wait_for(state="attached", timeout=PATIENCE)
    return tab.frames[1]


def test_a_click_in_a_notebook_is_the_selection_of_the_widget(bare: Page) -> None:
    tab = bare
    tab.evaluate(SHOW, [SCRIPT.read_text(encoding="utf-8"), page.render(page_views.tiny(), heading="Framed")])
    frame = framed(tab)
    tab.evaluate("postMessage({ selected: ['id:forged'] }, '*')")  # of another window than the frame
    place = (
        "name => { const frame = pcgraph.mapElement.getBoundingClientRect(); "
        "const [x, y] = pcgraph.positionOf(pcgraph.findItem('node', pcgraph.findNode(name))); "
        "return [x + frame.x, y + frame.y]; }"
    )
    rest(frame)  # type: ignore[arg-type]
    box = tab.locator("iframe").bounding_box()
    x, y = frame.evaluate(place, "id:acme")
    tab.mouse.click(x + box["x"], y + box["y"])  # type: ignore[index]
    tab.wait_for_function("window.model.chosen?.[0] === 'id:acme'")
    frame.evaluate("pcgraph.select('engagement', 0)")
    tab.wait_for_function("window.model.chosen?.[0] !== 'id:acme'")
    frame.evaluate("pcgraph.select(null)")
    tab.wait_for_function("window.model.chosen?.length === 0")
    saved = tab.evaluate("window.model.saved")
    assert ["id:acme"] in saved
    assert ["id:forged"] not in saved
    assert all(re.fullmatch(r"id:[\w-]+", name) for names in saved for name in names)


def test_a_page_with_an_address_tells_nobody_what_is_selected(bare: Page) -> None:
    bare.evaluate("""() => { window.got = []; addEventListener("message", ({ data }) => window.got.push(data));
        document.body.innerHTML = '<iframe src="map.html" width="1000" height="600"></iframe>'; }""")
    framed(bare).evaluate("() => { pcgraph.select('node', 0); parent.postMessage('last', '*'); }")
    bare.wait_for_function("window.got.length > 0")
    assert bare.evaluate("window.got") == ["last"]


def test_a_frame_of_a_frame_works(show: Open) -> None:
    """In a sandboxed frame without an address of its own, the menu still saves."""
    tab = show()
    tab.set_content("<iframe sandbox='allow-scripts allow-downloads' width='1200' height='800'></iframe>")
    html = page.render(page_views.tiny(), heading="Framed")
    tab.evaluate("html => { document.querySelector('iframe').srcdoc = html; }", html)
    frame = tab.frame_locator("iframe")
    frame.locator("#save").click()
    with tab.expect_download() as waiting:
        frame.locator("#save-svg").click()
    assert waiting.value.suggested_filename.startswith("framed-map-")
    frame.locator("#save").click()
    frame.locator("#copy-embed").click()
    expect(frame.locator("#embed-code")).to_be_visible()
