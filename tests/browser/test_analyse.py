"""The charts in a browser: what the keyboard reaches, what a mark opens, and the files of a chart."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from xml.etree import ElementTree as ET

from playwright.sync_api import Page, expect

from browser.desk import Open, hash_of

FOCUS = "document.activeElement.id"


def saved(tab: Page, chart: str, suffix: str) -> bytes:
    section = tab.locator(f"section[aria-labelledby=chart-{chart}]")
    with tab.expect_download() as waiting:
        section.get_by_role("button", name=suffix, exact=False).filter(has_text=suffix).click()
    assert f"-{chart}-" in waiting.value.suggested_filename
    return Path(waiting.value.path()).read_bytes()


def test_one_tab_leads_to_a_chart_enter_opens_a_mark_and_escape_returns(show: Open) -> None:
    tab = show(hash="#view=analyse")
    chart = tab.locator("section[aria-labelledby=chart-outcomes] svg")
    marks = chart.locator(".mark")
    assert chart.locator("[tabindex='0']").count() == 1
    assert marks.count() > 3
    chart.locator("[tabindex='0']").focus()
    first = tab.evaluate(FOCUS)
    tab.keyboard.press("ArrowRight")
    second = tab.evaluate(FOCUS)
    assert second != first
    assert chart.locator("[tabindex='0']").get_attribute("id") == second
    tab.keyboard.press("Enter")
    expect(tab.locator("#panel-title")).to_be_focused()
    expect(tab.locator("#panel-title")).to_have_text(tab.locator(f"#{second}").get_attribute("aria-label") or "")
    assert "cell=outcomes" in hash_of(tab)
    tab.locator("#panel .behind button").first.press("Enter")
    expect(tab.locator("#panel [data-key=back]")).to_be_visible()
    tab.keyboard.press("Escape")
    expect(tab.locator("#panel .behind")).not_to_have_count(0)
    tab.keyboard.press("Escape")
    assert "cell=" not in hash_of(tab)
    tab.go_back()
    assert "cell=outcomes" in hash_of(tab)
    tab.keyboard.press("Tab")
    tab.locator(f"#{second}").focus()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Escape")
    assert tab.evaluate(FOCUS) == second


def test_a_chart_saves_its_numbers_with_filters_day_licence_and_address(show: Open) -> None:
    tab = show(hash="#view=analyse&country=id:sudland")
    rows = list(csv.DictReader(io.StringIO(saved(tab, "outcomes", "CSV").decode("utf-8-sig"), newline="")))
    label = "document.querySelector('#stage-analyse [aria-labelledby=chart-outcomes] h2').textContent"
    headline = tab.evaluate(label)
    assert str(sum(int(row["promises"]) for row in rows)) in headline
    for row in rows:
        assert "Sudland" in row["filters"]
        assert row["day"] == "2025-06-01"
        assert "licence" in row
        assert "country=id:sudland" in row["address"]
        assert "view=analyse" in row["address"]
    picture = ET.fromstring(saved(tab, "outcomes", "SVG"))  # noqa: S314 - our own
    texts = " ".join("".join(each.itertext()) for each in picture.iter())
    for words in (headline, "Sudland", "Do not conclude", "country=id:sudland"):
        assert words in texts
    assert "var(" not in ET.tostring(picture, encoding="unicode")
    assert saved(tab, "outcomes", "PNG")[:4] == b"\x89PNG"


def test_an_empty_chart_offers_who_has_most(show: Open) -> None:
    tab = show(hash="#view=analyse&text=nothing-is-called-so")
    section = tab.locator("section[aria-labelledby=chart-time]")
    offers = section.locator(".none button")
    assert offers.count() == 3
    offers.first.click()
    expect(section.locator(".mark")).not_to_have_count(0)
    assert "near=1" in hash_of(tab)
