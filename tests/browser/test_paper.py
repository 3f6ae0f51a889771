"""The printed page: two pages for a dossier, six for everything, with addresses of sources and counts of the rest."""

from __future__ import annotations

import re
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

import page_views
from browser.desk import PHONE, Open, pick
from pcgraph.page import View

PAGES = {"dossier": 2, "whole": 6}


def printed(tab: Page, **settings: Any) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(tab.pdf(**({"format": "A4"} | settings)))


def words(document: pypdfium2.PdfDocument) -> list[str]:
    """Return the text of each page, with single spaces."""
    return [re.sub(r"\s+", " ", page.get_textpage().get_text_bounded()) for page in document]


def assert_full(document: pypdfium2.PdfDocument, most: int) -> str:
    """Assert that there are at most so many pages and that none is empty; return the text of all."""
    texts = words(document)
    assert len(texts) <= most
    assert all(len(text) > 60 for text in texts)
    return " ".join(texts)


def left_out(text: str) -> list[int]:
    return [int(count.replace(",", "")) for count in re.findall(r"and ([\d,]+) more: see the page", text)]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_company_has_two_pages_with_counts_of_the_rest_and_its_whole_timeline(
    show: Open, real: View, paper: str
) -> None:
    node = max(
        range(len(real["nodes"]["iri"])),
        key=lambda at: sum(any(party[1] == at for party in parties) for parties in real["engagements"]["parties"]),
    )
    tab = show(real, hash=f"#node={real['nodes']['iri'][node]}")
    document = printed(tab, format=paper)
    timeline = next(at for at, text in enumerate(words(document)) if "Timeline" in text)
    assert timeline < PAGES["dossier"]
    text = assert_full(document, PAGES["dossier"] + 5)
    assert "Partnerships" in text
    assert f"Selected: {real['nodes']['label'][node]}" in text
    assert real["licence"] in text
    assert left_out(text)
    solid = re.sub(r"[^\w/.:]", "", text)  # an address is broken at its hyphens
    assert sum(re.sub(r"[^\w/.:]", "", address) in solid for address in real["sources"]["address"]) >= 5
    expect(tab.locator("#paper")).to_have_count(0)
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    drawn = tab.locator("#paper .lives > li:not(.left-out)").count()
    assert drawn == int(re.findall(r"\d+", tab.locator("#paper .timeline h3").first.text_content() or "")[0]) > 100


def test_the_lists_on_paper_add_up(show: Open, real: View) -> None:
    """The entries of the lists on paper, with the counts of those left out, are all entries of the panel."""
    tab = show(real)
    for node in range(0, len(real["nodes"]["iri"]), 40):
        pick(tab, "node", real["nodes"]["iri"][node])
        full, paper = tab.evaluate(
            """() => { const all = lists => [...lists].map(list => list.children.length);
                for (const rest of document.querySelectorAll("#panel details")) rest.dispatchEvent(new Event("toggle"));
                const full = all(document.querySelectorAll("#panel .cards")).reduce((sum, count) => sum + count, 0);
                dispatchEvent(new Event("beforeprint"));
                const paper = [...document.querySelectorAll("#paper .cards > li")]
                  .reduce((sum, entry) => sum + Number(entry.dataset.count || 1), 0);
                dispatchEvent(new Event("afterprint"));
                return [full, paper]; }"""
        )
        assert full == paper


@pytest.mark.exhaustive
@pytest.mark.parametrize("hash", ["", "#view=table", "#set=entered&language=ur", "#level=all"])
def test_the_whole_page_has_six_pages(show: Open, real: View, hash: str) -> None:
    tab = show(real, hash=hash)
    text = assert_full(printed(tab), PAGES["whole"])
    assert "Partnerships" in text
    assert real["licence"] in text
    if "language" not in hash:
        rows = tab.evaluate("pcgraph.shown.matching.engagements")
        tab.evaluate("dispatchEvent(new Event('beforeprint'))")
        shown = tab.locator("#paper tbody tr").count()
        assert 20 < shown < rows
        assert rows - shown in left_out(text)
    assert ("How to read" in text) == ("language" not in hash)


def test_the_picture_on_paper_is_drawn_and_not_a_photograph(show: Open, real: View) -> None:
    """The legend is text on the page, the marks are paths, and there is no image."""
    document = printed(show(real))
    kinds = [one.type for page in document for one in page.get_objects()]
    assert kinds.count(pypdfium2.raw.FPDF_PAGEOBJ_PATH) > 300
    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE not in kinds
    first = words(document)[0]
    for group in ("set", "type", "kind"):  # the legend
        used = [word["label"] for word in real["words"][group]]  # type: ignore[literal-required]
        assert sum(label.lower() in first.lower() for label in used) > 2


def test_the_board_on_paper_has_its_first_rows_or_that_of_the_selection(show: Open, real: View) -> None:
    tab = show(real, hash="#view=board")
    text = assert_full(printed(tab), PAGES["whole"])
    names = tab.locator(".board-row .name").all_inner_texts()
    assert names[0] in text
    assert re.search(r"Not shown: [\d,]+ rows, with [\d,]+ engagements that are in no shown row\.", text)
    tab.locator(".row-name").nth(3).click()
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    found = tab.locator("#paper figure svg svg text").all_text_contents()
    assert names[3].split()[0] in " ".join(found)
    assert names[0] not in found


@pytest.mark.parametrize("settings", [{}, {"color_scheme": "dark"}, PHONE])
def test_paper_is_white_and_of_one_size_on_every_screen(show: Open, settings: dict[str, Any]) -> None:
    tab = show(hash="#node=id:acme", **settings)
    before = tab.evaluate("[getComputedStyle(document.body).backgroundColor, document.documentElement.className]")
    document = printed(tab)
    assert_full(document, PAGES["dossier"])
    bitmap = document[0].render(scale=1).to_pil().convert("RGB")
    colours = bitmap.getcolors(10**6)
    assert max(colours)[1] == (255, 255, 255)
    assert len(colours) > 100
    figures = tab.evaluate(
        """() => { dispatchEvent(new Event("beforeprint"));
            const box = document.querySelector("#paper figure svg").viewBox.baseVal;
            dispatchEvent(new Event("afterprint"));
            return [box.width, box.height]; }"""
    )
    assert figures[0] == 688
    after = tab.evaluate("[getComputedStyle(document.body).backgroundColor, document.documentElement.className]")
    assert after == before
    expect(tab.locator("#paper")).to_have_count(0)


def test_the_table_has_no_picture_and_a_hidden_company_none_either(show: Open, real: View) -> None:
    tab = show(real, hash="#view=table")
    for hash, figures in (("#view=table", 0), ("", 1), ("#node=id:huawei", 1)):
        tab.evaluate(
            """hash => location.hash === hash || new Promise(done => {
                 addEventListener("hashchange", () => done(null), { once: true });
                 location.hash = hash; })""",
            hash,
        )
        tab.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert tab.locator("#paper figure").count() == figures
        tab.evaluate("dispatchEvent(new Event('afterprint'))")
    pick(tab, "node", tab.evaluate("pcgraph.NODES.iri.find((_, node) => !pcgraph.shown.nodes[node])"))
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tab.locator("#paper figure").count() == 0


def test_nothing_of_the_paper_is_seen_on_the_screen(show: Open) -> None:
    tab = show(hash="#node=id:acme")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tab.evaluate("getComputedStyle(document.getElementById('paper')).visibility") == "hidden"
    assert tab.evaluate("document.documentElement.scrollWidth") <= 1440
    tab.emulate_media(media="print")
    for gone in (".top", ".layout"):
        expect(tab.locator(gone).first).to_be_hidden()
    assert tab.locator("#paper button:visible").count() == tab.locator("#paper button").count()
    assert tab.locator("#paper :is(input, select, textarea, details)").count() == 0


@pytest.mark.exhaustive
def test_hostile_texts_and_very_much_data_fit(show: Open) -> None:
    tab = show(page_views.hostile())
    tab.evaluate("pcgraph.select('node', 0)")
    assert len(printed(tab)) <= 3  # texts of any length cannot be cut
    assert tab.evaluate("window.broken") is None
    tab = show(page_views.many(2000, 6000))
    assert_full(printed(tab), PAGES["whole"])
