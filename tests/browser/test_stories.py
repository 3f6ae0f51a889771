"""The opening: the headline, the stories as cards, what each of them opens, and the way back."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import page_views
from browser import expected
from browser.desk import PHONE, Open, change, hash_of, rest, rows, shown, title
from pcgraph import page
from pcgraph.api import KnowledgeGraph
from pcgraph.belief.tables import STATES
from pcgraph.page import View, stories

HEADLINE = "8 promises"
NUMBERS = ["2 kept", "1 begun", "2 signed", "2 open", "0 silent", "1 stopped", "5 events, visits and talks"]


def later(years: int) -> View:
    """The tiny graph, that many years later."""
    view = page_views.tiny()
    view["today"] += round(years * 365.25)
    return view


def by_hand() -> View:
    view = page_views.tiny()
    view["stories"].insert(0, {
        "id": "quay", "title": "The quay is built", "text": "Told by hand.",
        "address": "engagement=id:north-quay-expansion", "since": None,
        "labels": {"zh": {"title": "码头建成", "text": "手写。"}},
    })  # fmt: skip
    return view


@pytest.fixture
def real_stories(real: View, real_kg: KnowledgeGraph) -> View:
    """The real data with the computed stories only."""
    return {**real, "stories": stories.stories(real, real_kg, whole=False)}


def card(tab: Page, name: str) -> Any:
    return tab.locator(f"#panel .story[data-key='story-{name}']")


def told(tab: Page) -> str:
    return tab.locator("#banner .story-notice").inner_text()


def test_each_number_of_the_headline_opens_its_list(show: Open, real: View) -> None:
    """On another day, too: the headline is that of the day, and the lists hold as many as it says."""
    for address in ("", "#as-of=2025-10-01"):
        tab = show(real, hash=address)
        numbers = tab.locator(".headline-numbers a")
        total = int(title(tab).split()[0])
        found = [int(text.split()[0]) for text in numbers.all_inner_texts()]
        assert sum(found[:6]) == total
        assert (found[:6] == [real["headline"][state] for state in STATES]) == (not address)  # type: ignore[literal-required]
        for at, number in enumerate(found):
            numbers.nth(at).click()
            assert tab.evaluate("pcgraph.shown.matching.engagements") == number
            assert hash_of(tab).startswith("#view=table&promise=")
            assert (tab.locator("#panel .story").count() == 7) == (not address)


def test_the_line_of_trust_takes_two_lines_on_a_phone(show: Open, real: View) -> None:
    tab = show(real, **PHONE)
    for language in ("en", "zh", "ur"):
        change(tab, f"{{ language: '{language}' }}")
        assert tab.locator("#trust").bounding_box()["height"] <= 48  # type: ignore[index]
        assert tab.locator("#trust a").count() == 4


def test_each_part_of_the_line_of_trust_opens_its_list(show: Open, real: View) -> None:
    """The switches keep the same ones, also in the panel; the numbers of the day are those of the day."""
    for address, day in [("", None), ("#as-of=2019-12-31", expected.day("2019-12-31"))]:
        tab = show(real, hash=address)
        assert tab.locator("#trust").bounding_box()["height"] < 26  # type: ignore[index] # one line
        for part in tab.locator("#trust a").all():
            name = (part.get_attribute("data-key") or "").removeprefix("trust-")
            count = int(part.inner_text().split()[0].replace(",", ""))
            wanted = expected.engagements(real, as_of=day, chosen={"mark": {expected.MARKS.index(name)}})
            part.click()
            assert len(wanted) == count == rows(tab), name
            assert shown(tab, "listed") == wanted
            tab.go_back()
    tab = show(real, hash="#node=id:huawei")
    told = int(tab.locator("#panel .progress strong").inner_text().split()[0])
    for switch in ("proved", "voiced"):
        tab.locator(f"#switch-{switch}").check()
        left = int(tab.locator("#panel .progress strong").inner_text().split()[0])
        huawei = expected.engagements(real, **({"voices": 2} if switch == "voiced" else {"chosen": {"mark": {3}}}))
        assert 0 < left < told
        assert shown(tab, "listed") == huawei
        tab.locator(f"#switch-{switch}").uncheck()


def test_it_opens_with_headline_and_cards_and_the_rest_is_folded(show: Open) -> None:
    tab = show(viewport={"width": 1700, "height": 900})
    assert title(tab) == HEADLINE
    assert tab.locator(".headline-numbers a").all_inner_texts() == NUMBERS
    assert tab.locator("#headline").inner_text() == f"{HEADLINE}: {', '.join(NUMBERS[:6])} · {NUMBERS[6]}"
    assert tab.locator("#counts").inner_text().endswith("20 engagements")  # what is drawn is still said
    names = [story["id"] for story in page_views.tiny()["stories"]]
    assert tab.locator(".story").evaluate_all("cards => cards.map((card) => card.dataset.key.slice(6))") == names
    guide = tab.locator("#panel details", has=tab.get_by_text("How to read this map", exact=True)).first
    assert not guide.evaluate("fold => fold.open")
    guide.locator("summary").first.click()
    assert guide.get_by_text("The wider the line").is_visible()
    tab.set_viewport_size({"width": 1280, "height": 800})
    assert not tab.locator("#headline").is_visible()  # no room


@pytest.mark.parametrize("language", ["en", "zh", "ur"])
def test_a_promise_whose_sources_have_no_date_is_not_mentioned_on_a_day(show: Open, language: str) -> None:
    view = page_views.tiny()
    (promise,) = (story for story in view["stories"] if story["kind"] == "promise")
    promise["parts"] = [["day", None] if part[0] == "day" else part for part in promise["parts"]]
    text = card(show(view, hash=f"#language={language}"), "promise").inner_text()
    words = {"en": "signed; no source of it has a date. In", "zh": "来源均未注明日期。", "ur": "تاریخ درج نہیں۔"}
    assert words[language] in text


def test_a_card_opens_its_story_and_two_ways_lead_back(show: Open) -> None:
    tab = show(by_hand())
    card(tab, "quay").click()
    rest(tab)
    assert hash_of(tab) == "#story=quay&engagement=id:north-quay-expansion"
    assert title(tab) == "North Quay expansion"
    assert told(tab) == "All stories · The quay is built Told by hand."
    tab.go_back()
    assert (hash_of(tab), title(tab)) == ("", HEADLINE)
    assert not tab.locator(".story-notice").count()
    card(tab, "event").click()
    assert card(tab, "event").get_attribute("aria-current") == "true"
    assert hash_of(tab) == "#story=event&event=id:vik-forum"
    assert not tab.locator("#banner .story-notice .text").is_visible()  # the card beside it says it
    tab.get_by_role("button", name="All stories").click()
    assert (hash_of(tab), title(tab)) == ("", HEADLINE)
    tab.go_back()
    assert hash_of(tab) == "#story=event&event=id:vik-forum"


def test_a_card_is_a_link_that_opens_the_same_in_another_tab(show: Open) -> None:
    tab = show(by_hand())
    for name in ("quay", "connected", "money"):
        address = card(tab, name).get_attribute("href")
        card(tab, name).click()
        state = tab.evaluate("JSON.stringify({ ...pcgraph.state, chosen: 0 })")
        other = show(by_hand(), hash=address)
        assert other.evaluate("JSON.stringify({ ...pcgraph.state, chosen: 0 })") == state
        assert told(other) == told(tab)
        tab.get_by_role("button", name="All stories").click()


def test_by_keyboard_the_focus_follows(show: Open) -> None:
    tab = show(by_hand())
    card(tab, "quay").focus()
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "panel-title"
    tab.get_by_role("button", name="All stories").focus()
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "panel-title"
    assert title(tab) == HEADLINE


def test_a_reader_who_chooses_a_language_keeps_it(show: Open) -> None:
    tab = show(by_hand(), hash="#language=zh")
    assert "码头建成" in card(tab, "quay").inner_text()
    card(tab, "quay").click()
    assert "language=zh" in hash_of(tab)
    tab.locator(".story-notice button").click()
    assert hash_of(tab) == "#language=zh"


@pytest.mark.exhaustive
@pytest.mark.parametrize("language", ["en", "zh", "ur"])
def test_every_story_of_the_real_data_opens_without_a_complaint(show: Open, real: View, language: str) -> None:
    tab = show(real, hash="" if language == "en" else f"#language={language}")
    assert tab.locator("#panel .story strong").count() == 7
    for text in tab.locator("#panel .story").all_inner_texts():
        assert not re.search(r"\{\d|story_|undefined|NaN", text)
        assert bool(re.search(r"[\u4e00-\u9fff]", text)) == (language == "zh")
        assert bool(re.search(r"[\u0600-\u06ff]", text)) == (language == "ur")
    for address in tab.locator("#panel .story").evaluate_all("cards => cards.map((card) => card.hash)"):
        tab.evaluate("address => { location.hash = address; }", address)
        expect(tab.locator(".story-notice")).to_be_visible()
        assert tab.locator("#message").inner_text() == ""
        assert tab.evaluate("pcgraph.shown.matching.engagements") > 0
        assert tab.locator("#empty").is_hidden()


def test_every_kind_of_story_is_written_in_every_language(show: Open) -> None:
    kinds = {story["id"] for story in later(12)["stories"]}
    view = later(12)
    silence: list[list[Any]] = [
        ["engagement", "id:harbour-loan"],
        ["status", "v:planned"],
        ["day", 20_000],
        ["count", 3, "engagement"],
    ]
    view["stories"].append(
        {"id": "silence", "kind": "silence", "address": "mark=silent", "since": None, "parts": silence}
    )
    view["stories"][2]["parts"][-1] = ["claim", 2, "EUR 9 bn (claimed)", ["engagement", "id:vik-forum"]]
    assert kinds == {"promise", "event", "money", "dispute", "connected", "voices"}
    seen = {}
    for language in ("en", "zh", "ur"):
        tab = show(view, hash=f"#language={language}")
        seen[language] = tab.locator("#panel .story").all_inner_texts()
        assert not [text for text in seen[language] if re.search(r"\{\d|story_|undefined|NaN", text)]
    assert all(len({*texts}) == 3 for texts in zip(*seen.values(), strict=True))
    assert seen["en"][0] == (
        "Largest promise\nCrane contract\nUSD 44 m, planned or signed. Latest status: signed; "
        "last mentioned on 31 March 2025. In other currencies: Harbour loan (EUR 25 m, planned)."
    )
    assert seen["en"][2].endswith(
        "A sum is only claimed for 2 engagements; the largest is EUR 9 bn (claimed), Third Vik Forum."
    )


def test_the_numbers_of_a_story_are_those_of_its_picture(show: Open, real_stories: View) -> None:
    """All that is around the most connected organisation, and all that came of an event."""
    for view in (page_views.tiny(), real_stories):
        parts = {story["id"]: story["parts"] for story in view["stories"]}
        tab = show(view)
        card(tab, "connected").click()
        found = tab.evaluate("[pcgraph.shown.matching.nodes - 1, pcgraph.shown.matching.engagements]")
        assert found == [parts["connected"][1][1], parts["connected"][2][1]]
        tab.go_back()
        card(tab, "event").click()
        assert tab.evaluate("pcgraph.shown.matching.engagements") - 1 == parts["event"][2][1]


def test_on_a_phone_the_picture_comes_into_view_and_a_button_leads_to_the_stories(show: Open) -> None:
    tab = show(by_hand(), **PHONE)
    tab.locator("#show-panel").click()
    expect(tab.locator("#panel-title")).to_be_in_viewport()
    card(tab, "event").scroll_into_view_if_needed()
    card(tab, "event").click()
    expect(tab.locator(".story-notice")).to_be_in_viewport()
    assert tab.locator(".story-notice .text").is_visible()  # its card is far below
    card(tab, "quay").scroll_into_view_if_needed()
    card(tab, "quay").click()
    tab.locator("#show-panel").click()
    assert title(tab) == HEADLINE
    expect(tab.locator("#panel-title")).to_be_in_viewport()


def test_the_button_of_the_header_shows_the_stories_or_closes_the_panel(show: Open) -> None:
    tab = show(by_hand())
    button = tab.locator("#show-panel")
    assert button.inner_text() == "Stories"
    button.click()
    assert not tab.locator("#panel").is_visible()
    button.click()
    card(tab, "quay").click()
    assert button.get_attribute("aria-expanded") == "false"
    button.click()
    assert title(tab) == HEADLINE
    assert button.get_attribute("aria-expanded") == "true"


def test_a_page_without_engagements(show: Open) -> None:
    tab = show(page.empty("Nothing yet"))
    assert title(tab) == "Nothing to show yet."
    assert not tab.locator(".story").count()
    assert tab.locator("#panel details", has=tab.get_by_text("How to read this map")).first.evaluate(
        "fold => fold.open"
    )


def test_hostile_stories_are_text(show: Open) -> None:
    view = page_views.hostile()
    tab = show(view)
    assert tab.locator("#panel .story").count() == len(view["stories"])
    tab.locator("#panel .story").first.click()
    assert tab.evaluate("window.broken") is None
