"""Neighbourhoods, paths and communities, against networkx."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import pytest
from playwright.sync_api import Page, expect

import page_views
from browser import expected
from browser.desk import Open, change, click, counts, pick, shown, spot, title
from pcgraph.page import View


def named(view: View, label: str) -> int:
    return view["nodes"]["label"].index(label)


@pytest.mark.parametrize("hops", [1, 2, 3])
def test_steps_equal_the_ego_graph(show: Open, real: View, hops: int) -> None:
    tab = show(real)
    graph = expected.network(real, expected.ties(real))
    best = sorted(graph, key=lambda node: (-graph.degree(node), node))
    for node in (best[0], best[len(best) // 2], best[-1]):
        tab.evaluate("([node, hops]) => change({ neighbourhood: { node, hops } }, { refit: true })", [node, hops])
        assert shown(tab, "nodes") == set(nx.ego_graph(graph, node, radius=hops))
        way = nx.single_source_shortest_path_length(graph, node, cutoff=hops)
        ties = {
            tie
            for tie in expected.ties(real)
            if min(way.get(real["ties"][end][tie], hops) for end in ("from", "to")) < hops  # type: ignore[literal-required]
        }
        assert shown(tab, "ties") == ties


def test_steps_by_buttons(show: Open) -> None:
    tab = show()
    click(tab, "node", "id:borealis")
    tab.get_by_role("button", name="1 step", exact=True).click()
    graph = expected.network(page_views.tiny(), expected.ties(page_views.tiny()))
    assert shown(tab, "nodes") == set(nx.ego_graph(graph, 2, radius=1))
    expect(tab.locator("#banner")).to_contain_text("1 step of Borealis")
    tab.get_by_role("button", name="2 steps", exact=True).click()
    assert shown(tab, "nodes") == set(nx.ego_graph(graph, 2, radius=2))
    tab.locator("#banner").get_by_role("button", name="Show all").click()
    assert shown(tab, "ties") == expected.ties(page_views.tiny())


def test_shortest_paths_are_as_long_as_networkx_says(show: Open, real: View) -> None:
    tab = show(real)
    ties = expected.ties(real)
    graph = expected.network(real, ties)
    nodes = sorted(graph)
    pairs = [(nodes[0], other) for other in nodes[1::9]] + [(nodes[-1], other) for other in nodes[::11]]
    for one, other in pairs:
        found = tab.evaluate("([a, b]) => shortestPath(a, b, tie => matching.ties[tie])", [one, other])
        if one == other:
            continue
        assert (found is not None) == nx.has_path(graph, one, other)
        if not found:
            continue
        way = found["nodes"]
        assert (way[0], way[-1]) == (one, other)
        assert len(way) - 1 == nx.shortest_path_length(graph, one, other)
        assert nx.is_path(graph, way)
        assert [{real["ties"]["from"][tie], real["ties"]["to"][tie]} for tie in found["ties"]] == [
            {a, b} for a, b in pairwise(way)
        ]
        assert set(found["ties"]) <= ties


def test_a_path_by_hand(show: Open) -> None:
    view = page_views.tiny()
    tab = show(view)
    click(tab, "node", "id:embassy-of-sudland")
    tab.locator("#panel .path input").fill("borea")
    tab.locator("#panel .path .results button").first.click()
    graph = expected.network(view, expected.ties(view))
    steps = nx.shortest_path_length(graph, named(view, "Embassy of Sudland in Nordland"), named(view, "Borealis"))
    expect(tab.locator("#banner")).to_contain_text(f"{steps} steps")
    assert tab.evaluate("shown.path.nodes.length") == steps + 1
    lit = tab.evaluate("[...highlightPath().items].map(({ index }) => index)")
    assert set(lit) == set(tab.evaluate("shown.path.nodes"))
    tab.locator("#panel").get_by_role("button", name=tab.evaluate("translate('pathClear')")).click()
    assert tab.evaluate("state.path") is None


def test_no_path_says_so(show: Open) -> None:
    tab = show(hash="#path=id:acme&path=id:ida-holm")
    expect(tab.locator("#banner")).to_contain_text(tab.evaluate("translate('pathNone')"))
    assert shown(tab, "ties") == expected.ties(page_views.tiny())


def fold_all(tab: Page) -> None:
    change(tab, "{ level: 'communities' }")


def test_communities_fold_and_open(show: Open) -> None:
    view = page_views.tiny()
    ties = expected.ties(view)
    members: dict[int, set[int]] = {}
    for node in expected.ends(view, ties):
        members.setdefault(view["nodes"]["community"][node], set()).add(node)
    tab = show(view)
    tab.locator("select[data-key=show]").select_option("communities")
    folded = tab.evaluate("shown.collapsed.map(({ index, members }) => [index, members])")
    assert dict(folded) == {at: len(some) for at, some in members.items() if len(some) > 1}
    counted = tab.evaluate("shown.communityLines.reduce((sum, { count }) => sum + count, 0)")
    inner = tab.evaluate("shown.collapsed.reduce((sum, { innerTies }) => sum + innerTies, 0)")
    assert counted + inner == len(ties)
    expect(tab.locator("#banner")).to_contain_text("communities group")
    assert counts(tab).startswith(f"{len(expected.ends(view, ties))} of ")
    hub = tab.evaluate("NODES.iri[hubOf(0)]")
    tab.mouse.dblclick(*spot(tab, "community", hub))
    assert shown(tab, "nodes") >= members[0]
    tab.mouse.dblclick(*spot(tab, "node", hub))
    assert not shown(tab, "nodes") & members[0]
    click(tab, "community", hub)
    assert title(tab).startswith("Around ")
    expect(tab.locator("#panel .cards").first.locator("li")).to_have_count(tab.evaluate("membersOf(0).length"))
    tab.get_by_role("button", name=tab.evaluate("translate('openCommunity')")).click()
    assert shown(tab, "nodes") >= members[0]
    tab.get_by_role("button", name=tab.evaluate("translate('foldCommunity')")).click()
    assert not shown(tab, "nodes") & members[0]
    tab.locator("#banner").get_by_role("button").last.click()
    assert shown(tab, "ties") == ties


def test_a_page_made_for_one_organisation_opens_on_it(show: Open) -> None:
    view = page_views.tiny()
    view["focus"] = {"node": "id:sudland-bank", "hops": 1}
    tab = show(view)
    assert title(tab) == "Sudland Bank"
    graph = expected.network(view, expected.ties(view))
    assert shown(tab, "nodes") == set(nx.ego_graph(graph, named(view, "Sudland Bank"), radius=1))


def test_the_pick_is_told_after_what_it_stands_in(show: Open) -> None:
    """A pick inside a folded community opens its dossier all the same."""
    tab = show()
    fold_all(tab)
    pick(tab, "node", "id:acme")
    assert title(tab) == "Acme"
