"""Themes, languages, motion, a notebook's frame."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

import page_views
from browser.desk import Open, click, names, pick, rest, shown, spot, title
from pcgraph import page
from pcgraph.page import View


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_follows_the_colour_scheme_and_paper_is_white(show: Open, scheme: str) -> None:
    tab = show(color_scheme=scheme)
    ink, paper = tab.evaluate("[pcgraph.colours.ink, pcgraph.colours.paper]")
    tab.emulate_media(color_scheme="dark" if scheme == "light" else "light")
    rest(tab)
    assert tab.evaluate("[pcgraph.colours.ink, pcgraph.colours.paper]") != [ink, paper]
    tab.emulate_media(color_scheme="dark")
    rest(tab)
    dark = tab.evaluate("pcgraph.colours.ink")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tab.evaluate("pcgraph.colours.ink") != dark
    tab.evaluate("dispatchEvent(new Event('afterprint'))")
    assert tab.evaluate("pcgraph.colours.ink") == dark


@pytest.mark.parametrize("width", [390, 1280, 1440])
def test_the_hint_fits_into_the_search_box(show: Open, width: int) -> None:
    tab = show(viewport={"width": width, "height": 800})
    for language in ("en", "zh", "ur"):
        tab.evaluate("language => pcgraph.change({ language })", language)
        needed, room = tab.evaluate(
            """() => { const box = document.getElementById("search"), style = getComputedStyle(box);
                 const pen = document.createElement("canvas").getContext("2d");
                 pen.font = style.font;
                 const key = box.parentElement.querySelector("kbd").getBoundingClientRect().width;
                 const [start, end] = [style.paddingInlineStart, style.paddingInlineEnd].map(parseFloat);
                 return [pen.measureText(box.placeholder).width, box.clientWidth - start - Math.max(end, key)]; }"""
        )
        assert 0 < needed < room, language


def test_forced_colours_leave_shape_dash_and_width(show: Open) -> None:
    tab = show(forced_colors="active")
    tones = tab.evaluate(
        "Object.keys(pcgraph.colours).filter(name => name.startsWith('tone-')).map(name => pcgraph.colours[name])"
    )
    assert len(set(tones)) == 1
    assert tab.evaluate(
        "pcgraph.colours['tone-1'] !== pcgraph.colours.paper && pcgraph.colours.ink !== pcgraph.colours.paper"
    )
    fills = tab.evaluate("['side-0', 'side-1', 'side-2'].map(name => pcgraph.colours[name])")
    assert all(fill != tab.evaluate("pcgraph.colours.paper") for fill in fills)
    click(tab, "node", "id:acme")
    assert title(tab) == "Acme"


def test_reduced_motion_stands_still(show: Open) -> None:
    """With motion allowed a change of the camera takes frames; with reduced motion one."""
    moved = """async () => { const seen = new Set(); pcgraph.zoomBy(1.5);
        for (let frame = 0; frame < 30; frame += 1) {
          await new Promise(requestAnimationFrame);
          seen.add(pcgraph.network.getScale());
        }
        return seen.size; }"""
    assert show().evaluate(moved) == 1
    assert show(reduced_motion="no-preference").evaluate(moved) > 2
    tab = show()
    lasting = tab.evaluate(
        """[...document.querySelectorAll("*")].map(one => getComputedStyle(one)).filter(style =>
             Math.max(parseFloat(style.transitionDuration), parseFloat(style.animationDuration)) > 0.02).length"""
    )
    assert lasting == 0


@pytest.mark.parametrize("language", ["zh", "ur"])
def test_the_interface_speaks(show: Open, real: View, language: str) -> None:
    tab = show(real)
    english = tab.locator("body").inner_text()
    tab.locator("#language").select_option(language)
    assert tab.evaluate("document.documentElement.lang") == language
    for id in [
        "save",
        "view-map",
        "view-board",
        "view-table",
        "copy-link",
        "legend-title",
        "table-name",
        "panel-title",
        "counts",
    ]:
        text = tab.locator(f"#{id}").inner_text()
        assert text
        assert text not in english, id
    missing = tab.evaluate(
        "language => Object.keys(pcgraph.STRINGS.en).filter(key => !(key in pcgraph.STRINGS[language]))", language
    )
    assert missing == []
    # Each has the places for values that the English one has, whichever of its forms is taken.
    wrong = tab.evaluate(
        """language => { const places = text => [...new Set(text.match(/\\{\\d\\}/g))].sort().join();
             const unlike = ([key, text]) => places(text) !== places(pcgraph.STRINGS[language][key]);
             return Object.entries(pcgraph.STRINGS.en).filter(unlike); }""",
        language,
    )
    assert wrong == []
    node = next(node for node in shown(tab, "nodes") if (real["nodes"]["labels"][node] or {}).get(language))  # type: ignore[union-attr]
    pick(tab, "node", real["nodes"]["iri"][node])
    assert title(tab) == real["nodes"]["labels"][node][language]  # type: ignore[index]
    written = "".join(line["text"] for line in names(tab))
    assert any("\u3400" < sign < "\u9fff" if language == "zh" else "\u0600" < sign < "\u06ff" for sign in written)


@pytest.mark.parametrize(
    ("languages", "names"),
    [
        (["en"], ["English"]),
        (["en", "zh", "ur"], ["English", "中文", "اردو"]),
        (["de", "en"], ["Deutsch", "English"]),
        (["zh"], ["中文"]),
    ],
)
def test_the_page_offers_its_languages_and_opens_in_the_first(
    show: Open, languages: list[str], names: list[str]
) -> None:
    view = page_views.tiny()
    view["languages"], view["nodes"]["labels"][0] = languages, {"zh": "艾克米", "de": "Akme"}
    tab = show(view, hash="#language=ur" if "ur" not in languages else "")
    assert tab.locator("#language option").all_text_contents() == names
    assert tab.locator("#language").is_visible() == (len(names) > 1)
    assert tab.locator("#language").input_value() == languages[0]
    assert tab.evaluate("document.documentElement.lang") == (languages[0] if languages[0] != "de" else "en")
    assert tab.evaluate("Object.keys(pcgraph.STRINGS)") == [
        code for code in ("en", "zh", "ur") if code in {"en", *languages}
    ]
    pick(tab, "node", view["nodes"]["iri"][0])
    assert title(tab) == {"de": "Akme", "zh": "艾克米"}.get(languages[0], view["nodes"]["label"][0])
    if languages[0] == "de":  # the interface has no words in this language
        assert tab.locator("#save").inner_text() == "Save"


def test_right_to_left_mirrors_the_page_and_not_the_map(show: Open) -> None:
    tab = show()
    left = [tab.locator(one).bounding_box() for one in (".legend", ".panel")]
    assert left[0]
    assert left[1]
    acme, borealis = spot(tab, "node", "id:acme"), spot(tab, "node", "id:borealis")
    tab.locator("#language").select_option("ur")
    rest(tab)
    assert tab.evaluate("document.documentElement.dir") == "rtl"
    right = [tab.locator(one).bounding_box() for one in (".legend", ".panel")]
    assert right[0]
    assert right[1]
    assert left[0]["x"] < left[1]["x"]
    assert right[0]["x"] > right[1]["x"]
    assert tab.evaluate("document.documentElement.scrollWidth") <= 1440
    assert (acme[0] < borealis[0]) == (spot(tab, "node", "id:acme")[0] < spot(tab, "node", "id:borealis")[0])
    click(tab, "node", "id:acme")
    assert tab.evaluate("pcgraph.state.selection") == {"kind": "node", "index": 0}
    assert tab.evaluate("getComputedStyle(document.querySelector('.iri')).direction") == "ltr"
    x, y = spot(tab, "node", "id:borealis")
    tab.mouse.move(x, y)
    tip = tab.locator("#tooltip").bounding_box()
    assert tip
    assert abs(tip["x"] - x) < 400
    assert abs(tip["y"] - y) < 200


@pytest.mark.exhaustive
def test_works_in_a_sandboxed_frame(show: Open) -> None:
    """As a notebook shows it: no address of its own, no storage, no same origin."""
    tab = show()
    html = page.render(page_views.tiny(), heading="Framed")
    tab.set_content("<iframe sandbox='allow-scripts allow-downloads' width='1200' height='800'></iframe>")
    tab.evaluate("html => { document.querySelector('iframe').srcdoc = html; }", html)
    frame = tab.frame_locator("iframe")
    frame.locator("#view-table").click()
    before = frame.locator("#table-count").inner_text()
    frame.locator("#legend .item", has_text="Agreement").first.click()
    expect(frame.locator("#table-count")).not_to_have_text(before)
    frame.locator("tbody tr td").first.click()
    expect(frame.locator("#panel .steps")).to_be_visible()
    frame.locator("#copy-link").click()
    expect(frame.locator("#message")).to_contain_text("address bar")
    frame.locator("#save").click()
    with tab.expect_download() as waiting:
        frame.locator("#save-csv").click()
    assert waiting.value.suggested_filename.startswith("framed-")
