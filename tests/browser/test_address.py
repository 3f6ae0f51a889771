"""The state of the view in the address: it comes back, whatever else stands there does no harm."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

import page_views
from browser.desk import Open, click, counts, hash_of, item, pick, rest, shown, title
from naughty import NAUGHTY

# Every field of the state, as a patch, and what its address says.
FIELDS = {
    "view": ("{ view: 'engagements' }", "view=engagements"),
    "language": ("{ language: 'ur' }", "language=ur"),
    "measure": ("{ measure: MEASURES[2] }", "measure=betweenness"),
    "relation": (
        "{ chosen: { ...state.chosen, relation: new Set([1, 5]) } }",
        "relation=pcg:coordinatesWith&relation=pcg:plansToTrain",
    ),
    "type": ("{ view: 'engagements', chosen: { ...state.chosen, type: new Set([0]) } }", "type=pcg:Agreement"),
    "set": ("{ chosen: { ...state.chosen, set: new Set([0, 3]) } }", "set=entered&set=prospective"),
    "sector": ("{ chosen: { ...state.chosen, sector: new Set([3]) } }", "sector=sector:quays"),
    "country": ("{ chosen: { ...state.chosen, country: new Set([1]) } }", "country=id:sudland"),
    "kind": ("{ chosen: { ...state.chosen, kind: new Set([0]) } }", "kind=pcg:Company"),
    "tier": ("{ chosen: { ...state.chosen, tier: new Set([0]) } }", "tier=v:official"),
    "voices": ("{ voices: 2 }", "voices=2"),
    "disputed": ("{ disputed: true }", "disputed=yes"),
    "isolates": ("{ isolates: true }", "isolates=yes"),
    "unnamed": ("{ unnamed: true }", "unnamed=yes"),
    "asOf": ("{ asOf: 19905 }", "as-of=2024-07-01"),
    "years": ("{ years: [2019, 2024] }", "years=2019-2024"),
    "node": ("{ selection: { kind: 'node', index: 0 } }", "node=id:acme"),
    "tie": (
        "{ selection: { kind: 'tie', index: 1 } }",
        "tie=id:acme|pcg:signsWith|id:harbour-authority|id:crane-agreement",
    ),
    "engagement": ("{ selection: { kind: 'engagement', index: 5 } }", "engagement=id:ferry-loan"),
    "community": ("{ selection: { kind: 'community', index: 1 } }", "community="),
    "near": ("{ neighbourhood: { node: 2, hops: 2 } }", "near=2+id:borealis"),
    "path": ("{ path: [3, 8] }", "path=id:embassy-of-sudland&path=id:vik-university"),
    "level": ("{ level: 'communities' }", "level=communities"),
    "open": ("{ level: 'communities', collapsed: new Set([1]) }", "open="),
    "folded": ("{ collapsed: new Set([1]) }", "folded="),
    "camera": ("{ camera: [12.5, -8, 3.25] }", "camera="),
    "sort": ("{ sort: [5, false] }", "sort=5-"),
}
STATE = """() => JSON.stringify(state, (_, value) => value instanceof Set ? [...value].sort((a, b) => a - b) : value)"""


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_comes_back(show: Open, field: str) -> None:
    patch, address = FIELDS[field]
    tab = show()
    before = tab.evaluate(STATE)
    tab.evaluate(f"change({patch})")
    after = tab.evaluate(STATE)
    assert after != before
    assert address in hash_of(tab)
    again = show(hash=hash_of(tab))
    assert again.evaluate(STATE) == after
    assert hash_of(again) == hash_of(tab)
    for table in ("nodes", "ties", "engagements"):
        assert shown(again, table) == shown(tab, table)
    assert again.locator("#rows").inner_text() == tab.locator("#rows").inner_text()
    assert again.locator("#panel").inner_text() == tab.locator("#panel").inner_text()


def test_many_choices_at_once_come_back(show: Open) -> None:
    tab = show(hash="#view=engagements")
    item(tab, "type", "Agreement").click()
    item(tab, "country", "Sudland").click()
    tab.locator("select[data-key=sizeBy]").select_option("pagerank")
    tab.locator("#language").select_option("zh")
    pick(tab, "engagement", "id:crane-contract")
    again = show(hash=hash_of(tab))
    assert again.evaluate(STATE) == tab.evaluate(STATE)
    assert counts(again) == counts(tab)


def test_the_way_back_leads_through_what_was_picked(show: Open) -> None:
    tab = show()
    click(tab, "node", "id:acme")
    click(tab, "tie", tie_name(page_views.tiny(), 1))
    tab.go_back()
    assert title(tab) == "Acme"
    tab.go_back()
    assert title(tab) == "How to read this map"
    tab.go_forward()
    assert title(tab) == "Acme"


def test_an_address_typed_anew_is_read(show: Open) -> None:
    tab = show()
    tab.evaluate("location.hash = '#node=id:borealis&relation=pcg:funds'")
    expect(tab.locator("#panel-title")).to_have_text("Borealis")
    assert len(shown(tab, "ties")) == 1


def test_the_camera_stays_where_the_address_puts_it(show: Open) -> None:
    for size in ((1440, 900), (1100, 700)):
        tab = show(hash="#camera=20 10 3", viewport={"width": size[0], "height": size[1]})
        seen = tab.evaluate(
            "(({ x, y }) => [x / scene.stretch[0], y / scene.stretch[1], network.getScale()])"
            "(network.getViewPosition())"
        )
        assert seen == pytest.approx([20, 10, 3], abs=0.01)
    tab.get_by_role("button", name="Zoom in").click()
    tab.wait_for_timeout(700)
    assert "camera=" in hash_of(tab)
    tab.get_by_role("button", name="Show the whole map").click()
    rest(tab)
    assert "camera" not in hash_of(tab)


HARMFUL = (
    "#node=javascript:1&tie=__proto__&relation=none&language=xx&voices=-9&%%%",
    "#view=constructor&measure=__proto__&language=toString&level=all&sort=99&as-of=2025-99-99&years=2025-2001",
    "#near=9 id:acme&near=0 id:acme&path=id:acme&camera=1 2&camera=NaN NaN NaN&community=id:none&open=x&folded=x",
    "#node=</script><script>window.broken=1</script>&tie=||||&engagement=%00%FF",
    "#camera=1e400 0 1",
    "#" + "a=" * 5000,
)


@pytest.mark.parametrize("hash", HARMFUL)
def test_an_address_that_makes_no_sense_opens_as_ever(show: Open, hash: str) -> None:
    tab = show(hash=hash)
    assert title(tab) == "How to read this map"
    plain = show()
    assert counts(tab) == counts(plain)
    assert tab.evaluate(STATE) == plain.evaluate(STATE)
    assert tab.evaluate("window.broken") is None


def test_naughty_strings_in_every_field_of_the_address(show: Open) -> None:
    """As one page: the address is read anew for each, and nothing that it holds is taken."""
    tab = show()
    before = tab.evaluate(STATE)
    names = [*page_views.HOSTILE, *NAUGHTY]
    keys = [
        "node",
        "tie",
        "engagement",
        "community",
        "near",
        "relation",
        "language",
        "measure",
        "view",
        "as-of",
        "years",
        "camera",
        "sort",
        "path",
    ]
    addresses = [f"#{keys[at % len(keys)]}={quote(text, safe='')}" for at, text in enumerate(names[::2])]
    addresses += [f"#{text}" for text in names[::3]]
    bad = tab.evaluate(
        """addresses => addresses.filter(address => {
             change(parseAddress(address));
             const now = JSON.stringify(state, (_, value) => value instanceof Set ? [...value] : value);
             const told = document.documentElement.lang + document.getElementById("panel-title").textContent;
             return told !== "enHow to read this map" && now; })""",
        addresses,
    )
    assert bad == []
    assert tab.evaluate("window.broken") is None
    tab.evaluate("change(defaultState(), { refit: true })")
    assert tab.evaluate(STATE) == before
