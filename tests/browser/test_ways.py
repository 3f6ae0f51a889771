"""Neighbourhoods and paths, against networkx."""

from __future__ import annotations

import networkx as nx
from playwright.sync_api import expect

import page_views
from browser import expected
from browser.desk import Open, click, closed, shown, title
from pcgraph.page import View


def named(view: View, label: str) -> int:
    return view["nodes"]["label"].index(label)


def everyone(view: View) -> nx.Graph[int]:
    """Return the graph of all that was ever done together."""
    return expected.network(view, set(range(len(view["engagements"]["iri"]))))


def near(view: View, node: int, hops: int) -> set[int]:
    """Return the engagements of a node (one step), of these and of their parties (two steps), and so on."""
    inner = set(nx.ego_graph(everyone(view), node, radius=hops - 1))
    raw = [{party for _, party, *_ in some} for some in view["engagements"]["parties"]]
    shown = expected.all_parties(view, expected.engagements(view))
    return {at for at, parties in shown.items() if (parties | raw[at]) & inner}


def test_steps_by_buttons(show: Open) -> None:
    view = page_views.tiny()
    tab = show(view)
    click(tab, "node", "id:borealis")
    tab.get_by_role("button", name="1 step", exact=True).click()
    assert shown(tab, "listed") == near(view, 2, 1)
    assert shown(tab, "nodes") == expected.nodes(view, near(view, 2, 1))
    expect(tab.locator("#banner")).to_contain_text("1 step of Borealis")
    tab.get_by_role("button", name="2 steps", exact=True).click()
    assert shown(tab, "listed") == near(view, 2, 2)
    assert len(near(view, 2, 2)) > len(near(view, 2, 1))
    tab.locator("#banner").get_by_role("button", name="Remove").first.click()
    assert shown(tab, "listed") == expected.engagements(view)


def test_a_path_by_hand(show: Open) -> None:
    view = page_views.tiny()
    tab = show(view)
    click(tab, "node", "id:embassy-of-sudland")
    tab.locator("#panel .path input").fill("borea")
    tab.locator("#panel .path .results button").first.click()
    graph = expected.network(view, expected.engagements(view))
    ends = [named(view, label) for label in ("Embassy of Sudland in Nordland", "Borealis")]
    steps = nx.shortest_path_length(graph, *ends)
    expect(tab.locator("#banner")).to_contain_text(f"{steps} step")
    assert tab.evaluate("pcgraph.shown.path.nodes.length") == steps + 1
    hops = tab.locator("#panel .path-result li")  # each is explained: who, in which role, in what, and who says so
    assert hops.count() == steps
    for at, engagement in enumerate(tab.evaluate("pcgraph.shown.path.engagements")):
        expect(hops.nth(at)).to_contain_text(view["engagements"]["label"][engagement])
        assert hops.nth(at).locator(".role, .evidence-line").count() >= 2
    lit = tab.evaluate(
        """[...pcgraph.highlightPath().items].filter(({ kind }) => kind === "node").map(({ index }) => index)"""
    )
    assert set(lit) == set(tab.evaluate("pcgraph.shown.path.nodes"))
    tab.locator("#panel").get_by_role("button", name="Clear path").click()
    assert tab.evaluate("pcgraph.state.path") is None


def test_no_path_says_so(show: Open) -> None:
    view = page_views.tiny()
    tab = show(view, hash="#path=id:acme&path=id:young-sailors")
    expect(tab.locator("#banner")).to_contain_text(tab.evaluate("pcgraph.translate('pathNone')"))
    assert title(tab) == "Shortest path"  # before the headline
    assert shown(tab, "listed") == expected.engagements(view)


def test_a_page_made_for_one_organisation_opens_on_it(show: Open) -> None:
    view = page_views.tiny()
    view["focus"] = {"node": "id:sudland-bank", "hops": 1}
    tab = show(view)
    assert title(tab) == "Sudland Bank"
    assert shown(tab, "listed") == near(view, named(view, "Sudland Bank"), 1)
    tab.keyboard.press("Escape")
    assert closed(tab)
