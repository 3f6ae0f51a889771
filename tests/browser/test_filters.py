"""The legend as filter: every choice against the tables; its counts; what an empty result says."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

import page_views
from browser import expected
from browser.desk import Open, counts, hash_of, item, rows, shown
from pcgraph.page import View

VIEWS = ["map", "board", "table", "analyse"]


@pytest.mark.exhaustive  # it clicks each entry of the legend, which takes ten seconds; the tests below click some
@pytest.mark.parametrize("which", VIEWS)
def test_each_entry_of_the_legend_filters_by_a_click(show: Open, which: str) -> None:
    view = page_views.tiny()
    tab = show(view, hash=f"#view={which}&unnamed=yes")
    for more in tab.locator("#legend button.more").all():
        more.click()
    seen = set()
    for entry in tab.locator("#legend .item").all():
        group, at = (entry.get_attribute("data-key") or "").split()
        before = entry.locator(".count").inner_text()
        entry.click()
        expect(entry).to_have_attribute("aria-pressed", "true")
        left = expected.engagements(view, chosen={group: {int(at)}})
        assert shown(tab, "listed") == left, (group, at)
        assert int(before) == len(left), (group, at)
        if which == "table":
            assert rows(tab) == len(left)
        entry.click()
        expect(entry).to_have_attribute("aria-pressed", "false")
        seen.add((group, int(at)))
    occurring = {
        (group, at)
        for engagement in range(len(view["engagements"]["iri"]))
        for group, found in expected.values(view, engagement).items()
        for at in found
        if at >= 0
    }
    assert seen >= occurring - {("tier", -1)}
    assert {group for group, _ in seen} == set(expected.GROUPS)
    assert shown(tab, "listed") == expected.engagements(view)


def test_several_choices_of_a_group_are_alternatives(show: Open) -> None:
    view = page_views.tiny()
    tab = show(view)
    expect(tab.locator("#clear")).to_be_hidden()
    item(tab, "type", "Agreement").click()
    tab.locator("#legend .group:has(#group-type) .more").click()
    item(tab, "type", "Talks").click()
    two = {at for at, word in enumerate(view["words"]["type"]) if word["id"] in ("pcg:Agreement", "pcg:Talks")}
    assert shown(tab, "listed") == expected.engagements(view, chosen={"type": two})
    expect(tab.locator("#legend [aria-pressed=true]")).to_have_count(2)
    tab.locator("#clear").click()
    assert shown(tab, "listed") == expected.engagements(view)
    expect(tab.locator("#legend [aria-pressed=true]")).to_have_count(0)
    expect(tab.locator("#clear")).to_be_hidden()


def test_voices(show: Open) -> None:
    view = page_views.tiny()
    for voices in range(1, max(view["engagements"]["voices"]) + 1):
        tab = show(view, hash=f"#view=table&voices={voices}")
        expect(tab.locator("#switch-voiced")).to_be_checked(checked=voices > 1)
        assert shown(tab, "listed") == expected.engagements(view, voices=voices), voices
        assert rows(tab) == len(expected.engagements(view, voices=voices))
    assert rows(tab) > 0


@pytest.mark.parametrize("event", ["id:vik-forum", "id:crane-agreement", "id:crew-training"])
def test_an_event_leaves_what_came_of_it(show: Open, event: str) -> None:
    view = page_views.tiny()
    at = view["engagements"]["iri"].index(event)
    tab = show(view, hash=f"#event={event}")
    left = expected.engagements(view, event=at)
    assert shown(tab, "listed") == left
    assert at in left
    expect(tab.locator("#banner")).to_contain_text(view["engagements"]["label"][at])
    tab.locator("#banner").get_by_role("button", name="Remove").first.click()
    assert shown(tab, "listed") == expected.engagements(view)


def test_the_banner_names_every_filter_and_a_new_one_from_a_search_replaces_them(show: Open) -> None:
    tab = show(hash="#as-of=2025-06-30&voices=2&months=2020-01+2025-12&text=crane")
    item(tab, "country", "Sudland").click()
    named = ["30 June 2025", "at least 2", "January 2020 to December 2025", "“crane”", "Sudland"]
    for words in named:
        expect(tab.locator("#banner")).to_contain_text(words)
    assert all(words in tab.locator("#message").inner_text() for words in ["adds to the others", *named])
    tab.locator("#search").fill("Agreement")
    tab.locator("#search-results [role=option]", has_text="Type ·").first.click()
    assert "type=pcg:Agreement&as-of=2025-06-30" in hash_of(tab)
    assert all(words not in tab.locator("#banner").inner_text() for words in named[1:])
    tab.locator("#banner").get_by_role("button", name="Remove the filter “Date").click()
    tab.locator("#banner").get_by_role("button", name="Remove the filter “Engagement").click()
    assert hash_of(tab) == ""


def test_more_entries_unfold(show: Open, real: View) -> None:
    tab = show(real)
    group = tab.locator("#legend .group:has(#group-sector)")
    before = group.locator(".item:visible").count()
    group.locator("button.more").click()
    assert group.locator(".item:visible").count() > before
    assert tab.evaluate("document.activeElement.className").startswith("item")


@pytest.mark.parametrize("group", ["type", "form", "country", "place", "kind"])
def test_the_entries_of_a_filter_are_in_the_order_of_their_counts(show: Open, real: View, group: str) -> None:
    tab = show(real)
    entries = tab.locator(f"#legend .group:has(#group-{group}) .item .count").all_text_contents()
    counted = [int(text.replace(",", "")) for text in entries]
    assert len(counted) > 2
    assert counted == sorted(counted, reverse=True)


def test_a_long_filter_has_a_search_of_its_own(show: Open, real: View) -> None:
    tab = show(real)
    group = tab.locator("#legend .group:has(#group-country)")
    search, more = group.get_by_role("searchbox", name="Find in Country"), group.locator("button.more")
    search.fill("NORW")
    assert group.locator(".item:visible .label").all_inner_texts() == ["Norway"]
    expect(more).to_be_hidden()
    search.fill("no such country")
    assert group.locator(".item:visible").count() == 0
    expect(group.get_by_role("status")).to_have_text("Nothing contains “no such country”.")
    search.fill("")
    assert group.locator(".item:visible").count() == 7
    expect(more).to_be_visible()
    expect(group.get_by_role("status")).to_be_hidden()
    assert tab.locator("#legend .group:has(#group-set) input").count() == 0  # short, and with an order of its own


# ---- An empty result ------------------------------------------------------------------------------------------------

# An address that leaves nothing, and the conditions that it sets: name, and what is asked for without it.
EMPTY = "#type=pcg:Talks&set=realised&voices=2&months=2024-01 2024-12"


def asked() -> dict[str, dict[str, object]]:
    words = page_views.tiny()["words"]
    talks = next(at for at, word in enumerate(words["type"]) if word["id"] == "pcg:Talks")
    done = next(at for at, word in enumerate(words["set"]) if word["id"] == "realised")
    return {
        "Engagement": {"chosen": {"type": {talks}}},
        "Progress": {"chosen": {"set": {done}}},
        "independent voices": {"voices": 2},
        "months": {"period": expected.months("2024-01", "2024-12")},
    }


def without(dropped: str) -> set[int]:
    """Return what the conditions leave if one of them is dropped."""
    merged: dict[str, object] = {"chosen": {}}
    for name, one in asked().items():
        if name == dropped:
            continue
        for key, value in one.items():
            merged[key] = {**merged["chosen"], **value} if key == "chosen" else value  # type: ignore[dict-item]
    return expected.engagements(page_views.tiny(), **merged)  # type: ignore[arg-type]


@pytest.mark.parametrize("which", VIEWS)
def test_an_empty_result_says_which_choice_to_drop(show: Open, which: str) -> None:
    view = page_views.tiny()
    tab = show(view, hash=f"{EMPTY}&view={which}")
    assert shown(tab, "listed") == set()
    box = tab.locator("#empty")
    expect(box).to_be_visible()
    expect(box).to_contain_text("No results match these filters.")
    offers = box.locator("button").all_inner_texts()
    wanted = {name: len(without(name)) for name in asked()}
    assert sorted(offers) == sorted(
        f"Drop “{name}”: {left} {'engagement' if left == 1 else 'engagements'}" for name, left in wanted.items()
    )
    lefts = [wanted[text.split("”")[0].split("“")[1]] for text in offers]
    assert lefts == sorted(lefts, reverse=True)
    assert lefts[0] > 0
    best = offers[0].split("”")[0].split("“")[1]
    box.locator("button").first.click()
    expect(box).to_be_hidden()
    assert shown(tab, "listed") == without(best)


def test_a_single_condition_that_leaves_nothing_can_be_dropped(show: Open) -> None:
    view = page_views.tiny()
    tab = show(view, hash="#as-of=2020-01-01")
    assert shown(tab, "listed") == set()
    offers = tab.locator("#empty button")
    expect(offers).to_have_count(1)
    expect(offers).to_contain_text(f"date”: {len(expected.engagements(view))} engagements")
    offers.click()
    assert shown(tab, "listed") == expected.engagements(view)


def test_the_counts_in_the_header_say_how_much_is_in_view(show: Open) -> None:
    view = page_views.tiny()
    tab = show(view, hash="#view=table&country=id:sudland")
    left = expected.engagements(view, chosen={"country": {1}})
    nodes = expected.nodes(view, left)
    assert counts(tab) == f"{len(nodes)} organisations, {len(left)} of {len(expected.engagements(view))} engagements"
