"""The legend as filter: every choice, alone and together, against the tables; and its counts."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import page_views
from browser import expected
from browser.desk import Open, counts, item, rows, shown
from pcgraph.page import View

GROUPS = ("relation", "type", "set", "sector", "country", "kind", "tier")
VIEWS = ["partners", "engagements"]


def wanted(view: View, which: str, **choices: Any) -> set[int]:
    return expected.ties(view, **choices) if which == "partners" else expected.engagements(view, **choices)


def entities(which: str) -> str:
    return "ties" if which == "partners" else "engagements"


def choose(tab: Page, group: str, at: int) -> None:
    """Set a choice as the legend does."""
    tab.evaluate("([group, index]) => toggleFilter(group, index)", [group, at])


@pytest.mark.parametrize("which", VIEWS)
def test_each_word_of_the_legend_filters_by_a_click(show: Open, which: str) -> None:
    view = page_views.tiny()
    tab = show(view, hash=f"#view={which}")
    for more in tab.locator("#legend button.more").all():
        more.click()
    seen = 0
    for group in GROUPS:
        for word in tab.locator(f"#legend .group:has(#group-{group}) .item").all():
            label = word.locator(".label").inner_text()
            at = next(at for at, one in enumerate(view["words"][group]) if one["label"].lower() == label.lower())  # type: ignore[literal-required]
            before = word.locator(".count").inner_text()
            word.click()
            expect(word).to_have_attribute("aria-pressed", "true")
            left = wanted(view, which, chosen={group: {at}})
            assert shown(tab, entities(which)) == left, (group, label)
            assert int(before) == len(left) == rows(tab), (group, label)
            word.click()
            expect(word).to_have_attribute("aria-pressed", "false")
            seen += 1
    assert seen > 25
    assert shown(tab, entities(which)) == wanted(view, which)


@pytest.mark.parametrize("which", VIEWS)
def test_choices_combine_and_every_count_says_what_a_click_would_leave(show: Open, real: View, which: str) -> None:
    """Pairs of choices on the real data; after each, all counts of the legend are as the tables say."""
    tab = show(real, hash=f"#view={which}")
    pairs = [
        ({"set": {1}}, {"country": {0}}),
        ({"sector": {0}}, {"kind": {0}}),
        ({"tier": {0, 1}}, {"country": {0, 2}}),
        ({}, {"country": {1}, "kind": {1}}),
    ]
    for chosen in [one | other for one, other in pairs]:
        tab.evaluate("reset()")
        for group, places in chosen.items():
            for at in places:
                choose(tab, group, at)
        assert shown(tab, entities(which)) == wanted(real, which, chosen=chosen)
        told = tab.evaluate("Object.fromEntries(GROUPS.map(group => [group, [...facetCountsOf(group)]]))")
        for group in GROUPS:
            if (group == "relation") == (which == "engagements") and group in ("relation", "type"):
                continue
            others = {other: places for other, places in chosen.items() if other != group}
            for at in range(len(real["words"][group])):  # type: ignore[literal-required]
                count = len(wanted(real, which, chosen=others | {group: {at}}))
                assert told[group][at] == count, (chosen, group, at)


def test_chosen_words_say_so_and_show_all_takes_everything_back(show: Open) -> None:
    view = page_views.tiny()
    tab = show(view)
    expect(tab.locator("#clear")).to_be_hidden()
    item(tab, "relation", "Signs with").click()
    tab.locator("#legend .group:has(#group-relation) .more").click()
    item(tab, "relation", "Supports").click()
    two = {
        view["words"]["relation"].index(word)
        for word in view["words"]["relation"]
        if word["id"] in ("pcg:signsWith", "pcg:supports")
    }
    assert shown(tab, "ties") == expected.ties(view, chosen={"relation": two})
    tab.get_by_role("button", name="Show all").click()
    assert shown(tab, "ties") == expected.ties(view)
    expect(tab.locator("#legend [aria-pressed=true]")).to_have_count(0)


@pytest.mark.parametrize("which", VIEWS)
def test_voices_and_disputed_only(show: Open, which: str) -> None:
    view = page_views.tiny()
    tab = show(view, hash=f"#view={which}")
    for voices, disputed in product((1, 2, 3), (False, True)):
        select = tab.locator("select[data-key=voices]")
        if not select.locator(f"option[value='{voices}']").count():
            assert voices > max(view["engagements"]["voices"] if which == "engagements" else view["ties"]["voices"])
            continue
        select.select_option(str(voices))
        tab.locator("#switch-disputed").set_checked(disputed)
        assert shown(tab, entities(which)) == wanted(view, which, voices=voices, disputed=disputed), (voices, disputed)
        assert rows(tab) == len(wanted(view, which, voices=voices, disputed=disputed))


def test_organisations_without_ties(show: Open) -> None:
    view = page_views.tiny()
    tab = show(view)
    tied = expected.ends(view, expected.ties(view))
    assert shown(tab, "nodes") == tied
    tab.locator("#switch-isolates").check()
    assert shown(tab, "nodes") == set(range(12)) - expected.hidden(view)
    assert counts(tab).startswith("10 organisations")
    item(tab, "country", "Sudland").click()
    alone = {node for node, country in enumerate(view["nodes"]["country"]) if country == 1} - expected.hidden(view)
    assert alone <= shown(tab, "nodes")


def test_unnamed_parties_bring_their_ties(show: Open) -> None:
    view = page_views.tiny()
    tab = show(view)
    assert shown(tab, "ties") == expected.ties(view)
    tab.locator("#switch-unnamed").check()
    assert shown(tab, "ties") == expected.ties(view, unnamed=True)
    assert len(expected.ties(view, unnamed=True)) > len(expected.ties(view))


def test_nothing_left_says_so(show: Open) -> None:
    tab = show(hash="#relation=pcg:signsWith&sector=sector:ferries&tier=v:aggregator")
    expect(tab.locator("#empty")).to_have_text("No results match these filters.")
    assert rows(tab) == 0
    expect(tab.locator("#map")).to_be_visible()


def test_a_sector_stands_for_those_below_it(show: Open, real: View) -> None:
    broader = next(word["broader"] for word in real["words"]["sector"] if word.get("broader", -1) >= 0)
    tab = show(real)
    choose(tab, "sector", broader)
    left = shown(tab, "ties")
    assert left == expected.ties(real, chosen={"sector": {broader}})
    assert any(broader not in real["engagements"]["sectors"][real["ties"]["engagement"][tie]] for tie in left)


def test_more_words_unfold(show: Open, real: View) -> None:
    tab = show(real)
    group = tab.locator("#legend .group:has(#group-sector)")
    before = group.locator(".item:visible").count()
    group.locator("button.more").click()
    assert group.locator(".item:visible").count() > before
    assert tab.evaluate("document.activeElement.className").startswith("item")
