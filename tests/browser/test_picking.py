"""Dossiers: what a click, a row and a search open."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

import page_views
from browser.desk import Open, click, hash_of, item, pick, place, shown, spot, tie_name, title
from pcgraph.page import View

FIELDS = {"node": "nodes", "engagement": "engagements"}


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
    mine = [
        tie for tie in range(len(view["ties"]["from"])) if 0 in (view["ties"]["from"][tie], view["ties"]["to"][tie])
    ]
    believed = [tie for tie in mine if len(view["ties"]["known"][tie]) % 2]
    expect(panel.locator(".cards .card:has(svg line)")).to_have_count(len(believed))
    assert "node=id:acme" in hash_of(tab)


def test_click_on_a_line_shows_its_evidence(show: Open) -> None:
    view = page_views.tiny()
    tab = show()
    click(tab, "tie", tie_name(view, 1))
    panel = tab.locator("#panel")
    assert title(tab) == "Crane memorandum"
    assert tab.evaluate("state.selection") == {"kind": "tie", "index": 1}
    expect(panel.locator(".steps li").first).to_contain_text("14 May 2024")
    for source in view["ties"]["sources"][1]:
        expect(panel).to_contain_text(view["sources"]["title"][source])
        expect(panel).to_contain_text(view["sources"]["publisher"][source])
        expect(panel.locator(f"a[href='{view['sources']['address'][source]}']").first).to_be_visible()
    for _, _, words, *_ in view["engagements"]["passages"][0]:
        expect(panel).to_contain_text(words)
    expect(tab.locator("tr.chosen")).to_have_count(1)
    expect(tab.locator("tr[aria-current]")).to_contain_text("Crane memorandum")


def test_click_on_an_engagement_names_all_parties_and_steps(show: Open) -> None:
    tab = show(hash="#view=engagements&unnamed=yes")
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


def test_every_dossier_can_be_opened(show: Open) -> None:
    """Each node, tie, engagement and community has one, with a heading, and leads nowhere but to the web."""
    tab = show(hash="#unnamed=yes")
    faults = tab.evaluate(
        """() => {
            const faults = [];
            const sizes = { node: SIZE.nodes, tie: SIZE.ties, engagement: SIZE.engagements, community: COMMUNITIES };
            for (const [kind, size] of Object.entries(sizes)) for (let index = 0; index < size; index += 1) {
              select(kind, index);
              const text = document.getElementById("panel").textContent;
              if (!document.getElementById("panel-title").textContent.trim()) faults.push([kind, index, "no heading"]);
              const odd = text.match(/.{0,20}(undefined|NaN|\\[object|\\bnull\\b|-1\\b).{0,20}/);
              if (odd) faults.push([kind, index, odd[0]]);
              const links = [...document.querySelectorAll("#panel a")].map(link => link.href);
              faults.push(...links.filter(href => !/^https?:/.test(href)));
            }
            return faults; }"""
    )
    assert faults == []


def test_disputes_are_told_with_who_says_what(show: Open) -> None:
    view = page_views.tiny()
    at = view["engagements"]["iri"].index("id:crane-contract")
    view["engagements"]["disputes"][at] = [
        {
            "what": "amount",
            "values": [["5 million", [2]], ["7 million", [4]]],
            "believed": "7 million",
            "verdict": "the later report counts",
        },
        {"what": "date", "values": [["2024", [2]], ["2025", [4]]], "believed": "", "verdict": ""},
    ]
    tab = show(view)
    pick(tab, "engagement", "id:crane-contract")
    for text in ("5 million", "7 million", "the later report counts", "Port Digest", "The Daily Tide"):
        expect(tab.locator("#panel")).to_contain_text(text)


def test_a_claim_is_set_apart_from_an_amount(show: Open) -> None:
    view = page_views.tiny()
    table = view["engagements"]
    contract, forum = (table["iri"].index(f"id:{slug}") for slug in ("crane-contract", "vik-forum"))
    assert table["amount"][contract] == "USD 44 m"
    table["claim"][contract] = "USD 90 m (claimed)"
    table["amount"][forum], table["claim"][forum], table["money_rank"][forum] = "", "USD 60 m (claimed)", -1
    table["steps"][contract] = [(*step[:7], "over 500 people") for step in table["steps"][contract]]
    pick(tab := show(view, hash="#view=engagements"), "engagement", "id:crane-contract")
    terms, texts = (tab.locator(f"#panel dl > {tag}").all_inner_texts() for tag in ("dt", "dd"))
    said = dict(zip(terms, texts, strict=False))
    assert (said["Amount"], said["Claimed amount"]) == ("USD 44 m", "USD 90 m (claimed)")
    expect(tab.locator("#panel ol.steps")).to_contain_text("over 500 people")
    for name, cell in (("Crane contract", "USD 44 m; USD 90 m (claimed)"), ("Third Vik Forum", "USD 60 m (claimed)")):
        row = tab.locator("tbody tr", has_text=name).first
        expect(row.locator("td:nth-child(7)")).to_have_text(cell)
        expect(row.locator("td:nth-child(7) .soft")).to_contain_text("(claimed)")


def test_quotes_stand_where_texts_were_given(show: Open) -> None:
    view = page_views.tiny()
    pick(tab := show(view), "engagement", "id:crane-contract")
    expect(tab.locator("#panel blockquote")).to_have_count(0)
    at = view["engagements"]["iri"].index("id:crane-contract")
    view["engagements"]["passages"][at] = [
        [*passage[:-1], "They signed at noon."] for passage in view["engagements"]["passages"][at]
    ]  # type: ignore[misc]
    pick(tab := show(view), "engagement", "id:crane-contract")
    expect(tab.locator("#panel blockquote").first).to_have_text("They signed at noon.")


def test_what_was_withdrawn_says_so(show: Open) -> None:
    """A tie that is believed no longer is in no view of today, and its dossier says since when."""
    view = page_views.tiny()
    tie = next(tie for tie, known in enumerate(view["ties"]["known"]) if len(known) == 2)
    tab = show(view)
    assert tie not in shown(tab, "ties")
    pick(tab, "tie", tie_name(view, tie))
    expect(tab.locator("#panel .belief-history.past")).to_be_visible()


def test_numbers_claimed_and_unnamed_parties_are_known_unknowns(show: Open) -> None:
    tab = show()
    pick(tab, "engagement", "id:vik-forum")
    expect(tab.locator("#panel .unknown")).to_contain_text("4")
    expect(tab.locator("#panel .unknown")).to_contain_text("2")
    pick(tab, "engagement", "id:route-talks")
    expect(tab.locator("#panel")).to_contain_text("not named")


def test_unnamed_parties_are_drawn_only_when_asked_for_and_as_such(show: Open) -> None:
    for at in ("", "#view=engagements"):
        tab = show(hash=at)
        assert not shown(tab, "nodes") & {10, 11}
        tab.locator("#switch-unnamed").check()
        assert 10 in shown(tab, "nodes")
        drawn = tab.evaluate(
            "scene.items.filter(({ kind }) => kind === 'node').map(({ index, shape, side }) => [index, shape, side])"
        )
        looks = {node: (shape, side) for node, shape, side in drawn}
        assert all((looks[node] == ("blank", "blank")) == (node == 11) for node in looks)
    assert 11 in looks
    click(tab, "node", "id:route-talks.unnamed")
    assert "unnamed party" in title(tab)


def test_row_and_map_point_at_each_other(show: Open) -> None:
    tab = show()
    tab.locator("tbody tr", has_text="Ferry loan").locator("td").first.click()
    assert title(tab) == "Ferry loan"
    assert tab.evaluate("state.selection.kind") == "tie"
    row = tab.locator("tbody tr", has_text="Joint").or_(tab.locator("tbody tr", has_text="Safety Charter")).first
    row.hover()
    assert tab.evaluate("hovered.kind") == "tie"
    pick(tab, "node", "id:borealis")
    lit = tab.locator("tr.related")
    assert lit.count() == 3
    for text in lit.all_inner_texts():
        assert "Borealis" in text


def test_the_table_sorts_by_every_column(show: Open) -> None:
    for at in ("", "#view=engagements"):
        tab = show(hash=at)
        heads = tab.locator("thead th")
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


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("cranes", "Acme"),
        ("艾克", "Acme"),
        ("AKME", "Acme"),
        ("vik univ", "Vik University"),
        ("ministry of tr", "Ministry of Transport"),
    ],
)
def test_search_in_any_script(show: Open, typed: str, found: str) -> None:
    tab = show()
    tab.locator("#search").click()
    tab.keyboard.type(typed)
    expect(tab.locator("#search-results [role=option]").first).to_contain_text(found)
    tab.locator("#search-results [role=option]").first.click()
    assert title(tab).startswith(found)
    expect(tab.locator("#search-results")).to_be_hidden()


def test_search_in_urdu_and_for_nothing(show: Open, real: View) -> None:
    tab = show(real)
    node = next(node for node, labels in enumerate(real["nodes"]["labels"]) if labels and "ur" in labels)
    labels = real["nodes"]["labels"][node]
    assert labels
    tab.locator("#search").fill(labels["ur"])
    tab.locator("#search-results [role=option]").first.click()
    assert title(tab) == real["nodes"]["label"][node]
    tab.locator("#search").fill("no such thing anywhere")
    expect(tab.locator("#search-results")).to_contain_text("No match")
    tab.keyboard.press("Enter")
    assert title(tab) == real["nodes"]["label"][node]


def test_search_finds_what_is_filtered_away_and_what_has_no_tie(show: Open) -> None:
    tab = show()
    item(tab, "relation", "Signs with").click()
    for name, iri in (("Embassy of Sud", "id:embassy-of-sudland"), ("Ida Holm", "id:ida-holm")):
        tab.locator("#search").fill(name)
        tab.keyboard.press("Enter")
        assert title(tab).startswith(name)
        assert place(tab, "node", iri) in shown(tab, "nodes")
        spot(tab, "node", iri)


def test_hovering_tells_what_it_is(show: Open) -> None:
    tab = show()
    tab.mouse.move(*spot(tab, "node", "id:acme"))
    expect(tab.locator("#tooltip")).to_contain_text("Acme")
    x, y = spot(tab, "tie", tie_name(page_views.tiny(), 12))
    tab.mouse.move(x, y)
    expect(tab.locator("#tooltip")).to_contain_text("Ferry loan")
    tab.mouse.move(5, 5)
    expect(tab.locator("#tooltip")).to_be_hidden()


def test_a_click_on_nothing_closes(show: Open) -> None:
    tab = show()
    click(tab, "node", "id:acme")
    box = tab.locator("#map").bounding_box()
    assert box
    tab.mouse.click(box["x"] + 4, box["y"] + 4)
    assert title(tab) == "How to read this map"
    click(tab, "node", "id:acme")
    tab.get_by_role("button", name="Close").click()
    assert title(tab) == "How to read this map"
