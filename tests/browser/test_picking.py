"""Dossiers: what a click, a row and a search open."""

from __future__ import annotations

from playwright.sync_api import expect

import page_views
from browser.desk import Open, click, closed, hash_of, item, pick, place, title
from pcgraph.page import View


def test_click_on_a_node_opens_its_dossier(show: Open) -> None:
    tab = show()
    click(tab, "node", "id:acme")
    panel = tab.locator("#panel")
    assert title(tab) == "Acme"
    for text in ("艾克米", "Acme Cranes", "Akme", "Nordland", "https://w3id.org/pcgraph/id/acme"):
        expect(panel).to_contain_text(text)
    view = page_views.tiny()
    expect(panel.locator(".measures li")).to_have_count(len(view["measures"]))
    for measure in view["measures"]:
        expect(panel).to_contain_text(measure["meaning"])
    assert "node=id:acme" in hash_of(tab)


def test_click_on_an_engagement_names_all_parties_and_steps(show: Open) -> None:
    tab = show(hash="#unnamed=yes")
    view = page_views.tiny()
    at = view["engagements"]["iri"].index("id:north-quay-expansion")
    click(tab, "engagement", "id:north-quay-expansion")
    panel = tab.locator("#panel")
    assert title(tab) == "North Quay expansion"
    for role, node, *_ in view["engagements"]["parties"][at]:
        expect(panel).to_contain_text(view["nodes"]["label"][node])
        expect(panel.locator(".parties").first).to_contain_text(view["words"]["role"][role]["label"], ignore_case=True)
    ladder = panel.locator(".steps li:not(.ahead)")
    expect(ladder).to_have_count(4)
    expect(ladder.nth(0)).to_contain_text("May 2024")
    expect(ladder.nth(3)).to_have_class("now")
    expect(panel.locator(".parties .chip.inferred, .parties .chip").first).to_be_visible()
    for _, _, label in view["engagements"]["links"][at]:
        expect(panel).to_contain_text(label)


def test_what_was_withdrawn_says_so(show: Open) -> None:
    """An engagement that is believed no longer is in no view of today, and its dossier says since when."""
    view = page_views.tiny()
    gone = view["engagements"]["iri"].index("id:lab-deal")
    assert view["engagements"]["status"][gone][-1] is not None
    tab = show(view)
    assert not tab.evaluate("one => pcgraph.shown.listed[one]", gone)
    pick(tab, "engagement", "id:lab-deal")
    expect(tab.locator("#panel .belief-history.past")).to_contain_text("No longer believed since")


def test_numbers_claimed_and_unnamed_parties_are_known_unknowns(show: Open) -> None:
    tab = show()
    pick(tab, "engagement", "id:vik-forum")
    expect(tab.locator("#panel .unknown")).to_contain_text("4")
    expect(tab.locator("#panel .unknown")).to_contain_text("2")
    pick(tab, "engagement", "id:route-talks")
    expect(tab.locator("#panel")).to_contain_text("not named")


def test_row_and_map_point_at_each_other(show: Open) -> None:
    tab = show(hash="#view=table")
    row = tab.locator("tbody tr", has_text="Ferry loan")
    row.locator("td").first.click()
    assert title(tab) == "Ferry loan"
    expect(row).to_have_attribute("aria-current", "true")
    expect(tab.locator("tr.chosen")).to_have_count(1)
    pick(tab, "node", "id:borealis")
    lit = tab.locator("tr.related").all_inner_texts()
    view = page_views.tiny()
    node = view["nodes"]["iri"].index("id:borealis")
    roles = [{party[1] for party in parties} for parties in view["engagements"]["parties"]]
    assert len(lit) == sum(node in parties for parties in roles)
    for text in lit:
        assert "Borealis" in text


def test_the_table_sorts_by_every_column(show: Open) -> None:
    tab = show(hash="#view=table")
    heads = tab.locator("thead th")
    assert heads.count() > 5
    for column in range(heads.count()):
        head = heads.nth(column)
        if not head.is_visible():  # where the table is narrow
            continue
        orders = []
        for _ in range(2):
            head.get_by_role("button").click()
            cells = tab.locator(f"tbody td:nth-child({column + 1})").all_inner_texts()
            orders.append((head.get_attribute("aria-sort"), cells))
        assert {order for order, _ in orders} == {"ascending", "descending"}
        (_, one), (_, other) = sorted(orders)
        assert sorted(one) == sorted(other)
        assert len(set(one)) == 1 or one != other
        if head.inner_text() == "Voices":
            assert [int(cell) for cell in one] == sorted(int(cell) for cell in one)


def test_the_table_says_what_each_sum_is(show: Open) -> None:
    view = page_views.tiny()
    one = view["engagements"]["iri"].index("id:crane-contract")
    view["engagements"]["money"][one].append(("", "claim", "USD 90 m", "USD 90,000,000", []))
    tab = show(view, hash="#view=table")
    row = tab.locator("tbody tr", has_text="Crane contract").first
    expect(row.locator(".col_money")).to_have_text("USD 44 m (signed); USD 90 m (claimed)")


def test_search_in_urdu_and_for_nothing(show: Open, real: View) -> None:
    tab = show(real)
    node = next(node for node, labels in enumerate(real["nodes"]["labels"]) if labels and "ur" in labels)
    labels = real["nodes"]["labels"][node]
    assert labels
    tab.locator("#search").fill(labels["ur"])
    tab.locator("#search-results [role=option]").first.click()
    assert title(tab) == real["nodes"]["label"][node]
    tab.locator("#search").fill("qqqqqq zzzzzz")
    expect(tab.locator("#search-results")).to_contain_text("Nothing contains")
    tab.keyboard.press("Enter")
    assert title(tab) == real["nodes"]["label"][node]


def test_search_finds_what_is_filtered_away_and_what_has_no_tie(show: Open) -> None:
    tab = show()
    item(tab, "set", "Talks and interest").click()
    for name, iri in (("Embassy of Sud", "id:embassy-of-sudland"), ("Ida Holm", "id:ida-holm")):
        tab.locator("#search").fill(name)
        tab.keyboard.press("Enter")
        assert title(tab).startswith(name)
        assert tab.evaluate("pcgraph.state.selection") == {"kind": "node", "index": place(tab, "node", iri)}


def test_a_click_on_nothing_closes(show: Open) -> None:
    tab = show()
    click(tab, "node", "id:acme")
    box = tab.locator("#map").bounding_box()
    assert box
    tab.mouse.click(box["x"] + 4, box["y"] + 4)
    assert closed(tab)
    click(tab, "node", "id:acme")
    tab.get_by_role("button", name="Close").click()
    assert closed(tab)
