"""The watch list: what a page of later data says to a reader who marked things on an earlier one, in one browser."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import page_views
from browser.axe import colour_violations, violations
from browser.desk import PHONE, Open, change, pick, title
from helpers import TINY, changed
from pcgraph import api
from pcgraph.belief import loading
from pcgraph.page import View
from pcgraph.store import data_folder, files
from pcgraph.store.project import Project
from sites import add


def view_of(folder: Path) -> View:
    """Return the view of a data folder, in three languages."""
    kg = api.KnowledgeGraph(loading.compute(data_folder.read(folder, files.home("ontology"))))
    return changed(kg, project=Project(folder, languages=("en", "zh", "ur"))).map().view


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[View, View]:
    """Two builds: in the second a source is retracted, an agreement is new, and a contract has gone further."""
    data = shutil.copytree(TINY, tmp_path_factory.mktemp("watch") / "data")
    add(data, "early-2025", "withdrawn-accord", "borealis", "2026-11-27", "a")
    one = view_of(data)
    add(data, "late-2025", "new-accord", "sudland-bank", "2026-11-29", "b")
    verdicts = data / "verdicts.ttl"
    verdicts.write_text(f'{verdicts.read_text()}\nsrc:early-2025 pcg:retracted "2026-11-28" .\n')
    two = view_of(data)
    at = two["engagements"]["iri"].index("id:crane-contract")
    two["engagements"]["status"][at][-3] = [word["id"] for word in two["words"]["status"]].index("v:completed")
    return one, two


NEWS = "Since your last visit (data of 1 June 2025): 1 new, 1 changed, 1 withdrawn"


def watch(tab: Page) -> None:
    """Press the button of the panel, by keyboard."""
    button = tab.locator("#panel .watch button")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.focus()
    tab.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")


def numbers(tab: Page) -> str:
    return tab.locator("#watch-list > div > p").inner_text().removesuffix("Mark as seen").strip()


def opened(tab: Page, name: str) -> str:
    """Open the list behind a number, by keyboard, and return what it says."""
    number = tab.locator(f"[aria-controls=watch-{name}]")
    number.focus()
    tab.keyboard.press("Enter")
    expect(number).to_have_attribute("aria-expanded", "true")
    return tab.locator(f"#watch-{name}").inner_text()


def test_a_later_page_says_what_is_new_changed_and_withdrawn(show: Open, builds: tuple[View, View]) -> None:
    one, two = builds
    tab = show(one, alone=True)
    pick(tab, "node", "id:acme")
    watch(tab)
    tab.keyboard.press("Escape")
    expect(tab.locator("#watch-list summary")).to_have_text("Watch list (1)")
    expect(tab.locator("#watch-list > p")).to_contain_text("Nothing has changed")
    tab = show(two, alone=True)
    expect(tab.locator("#message")).to_have_text(NEWS)
    assert numbers(tab) == NEWS
    assert opened(tab, "fresh") == "New-accord (Acme)"
    assert opened(tab, "changed") == "Crane contract signed → completed (Acme)"
    assert "withdrew the source The Daily Tide, 2025-03 on 2026-11-28. (Acme)" in opened(tab, "gone")
    assert violations(tab) == []
    assert colour_violations(tab, "dark") == []
    tab.locator("#watch-gone button").click()
    assert title(tab) == "Withdrawn-accord"
    assert "withdrew the source" in tab.locator("#panel .reading").first.inner_text()
    tab.keyboard.press("Escape")
    tab.get_by_role("button", name="Mark as seen").click()
    expect(tab.locator("#watch-list > p")).to_contain_text("Nothing has changed")
    tab = show(two, alone=True)
    expect(tab.locator("#watch-list > p")).to_contain_text("Nothing has changed")
    assert tab.locator("#message").inner_text() == ""


def test_sectors_places_events_and_questions_are_watched(show: Open, builds: tuple[View, View]) -> None:
    one, two = builds
    tab = show(one, alone=True)
    pick(tab, "engagement", "id:vik-forum")
    watch(tab)
    question = next(at for at, each in enumerate(one["answers"]) if each["id"] == "what-was-signed")
    change(tab, f"{{ selection: null, answer: {question} }}")
    watch(tab)
    change(tab, "{ answer: null }")
    for group, term in (("sector", "sector:ferries"), ("place", "id:vik-hall")):
        at = [word["id"] for word in one["words"][group]].index(term)  # type: ignore[literal-required]
        change(tab, f"{{ chosen: {{ ...pcgraph.defaultState().chosen, {group}: new Set([{at}]) }} }}")
        tab.locator("#watch-list details button.wide").click()
        expect(tab.locator("#watch-list")).to_be_focused()
    change(tab, "pcgraph.defaultState()")
    tab = show(two, alone=True)
    assert numbers(tab).endswith("2 new, 1 changed, 2 withdrawn")  # an agreement in three lists, and a row
    said = opened(tab, "fresh")
    assert said.count("New-accord") == 2
    assert all(name in said for name in ("Third Vik Forum", "What was signed", "erries"))
    tab.locator("#watch-list summary").click()
    tab.get_by_role("button", name="Stop watching").first.press("Enter")
    expect(tab.locator("#watch-list summary")).to_have_text("Watch list (3)")


@pytest.mark.parametrize("language", ["zh", "ur"])
def test_the_watch_list_in_other_languages_on_a_phone(show: Open, builds: tuple[View, View], language: str) -> None:
    tab = show(builds[0], hash=f"#language={language}", alone=True, **PHONE)
    pick(tab, "node", "id:acme")
    watch(tab)
    tab = show(builds[1], hash=f"#language={language}", alone=True, **PHONE)
    text = tab.locator("#watch-list").inner_text()
    assert "watch" not in text.lower()
    assert tab.locator("#watch-list [aria-controls]").count() == 3
    opened(tab, "fresh")
    assert violations(tab) == []
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_browser_that_keeps_nothing_is_named(show: Open) -> None:
    tab = show(page_views.tiny(), alone=True)
    tab.evaluate("Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })")
    pick(tab, "node", "id:acme")
    tab.locator("#panel .watch button").click()
    expect(tab.locator("#panel .watch [role=status]")).to_have_text(
        "This browser does not let the page keep a watch list."
    )
    expect(tab.locator("#panel .watch button")).to_have_attribute("aria-pressed", "false")
