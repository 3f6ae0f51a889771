"""Large graphs open on what can be read, say so, and never freeze."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import page_views
from browser import expected
from browser.desk import Open, change, counts, names, overlaps, rest, rows, shown, spot, title
from pcgraph.page import View

LINES = 3000  # so many a map can bear
FREEZE = 10_000  # ms; here about 1,000, and a machine may be ten times slower


@cache
def large() -> View:
    return page_views.many(20_000, 60_000)


@cache
def middle() -> View:
    return page_views.many(800, 5000)


BUSY = "() => { const begun = performance.now(); change({ voices: 1 }); return performance.now() - begun; }"


def slowest(tab: Page) -> float:
    """The longest time, in milliseconds, that the page has been busy without a pause."""
    tab.wait_for_timeout(100)
    longest: float = tab.evaluate(
        """() => new Promise(done => {
             const watcher = new PerformanceObserver(() => {}); watcher.observe({ type: "longtask", buffered: true });
             setTimeout(() => done(Math.max(0, ...watcher.takeRecords().map(one => one.duration))), 50); })"""
    )
    return longest


def test_over_three_thousand_ties_it_opens_on_communities(show: Open) -> None:
    view = middle()
    tab = show(view)
    assert tab.evaluate("state.level") == "communities"
    folded: list[dict[str, Any]] = tab.evaluate("shown.collapsed")
    assert sum(one["members"] for one in folded) + len(shown(tab, "nodes")) == len(
        expected.ends(view, expected.ties(view))
    )
    expect(tab.locator("#banner")).to_contain_text("communities group")
    assert rows(tab) == len(expected.ties(view)) > LINES
    lines = names(tab)
    assert len(lines) > 3
    assert overlaps(lines) == []
    hub = tab.evaluate("NODES.iri[hubOf(shown.collapsed[3].index)]")
    members = folded[3]["members"]
    tab.mouse.dblclick(*spot(tab, "community", hub))
    assert len(shown(tab, "nodes")) == members
    assert len(tab.evaluate("shown.collapsed")) == len(folded) - 1


def test_twenty_thousand_open_on_the_top_and_say_so(show: Open) -> None:
    view = large()
    tab = show(view)
    drawn = shown(tab, "nodes")
    assert tab.evaluate("state.level") == "top"
    assert 50 < len(drawn) <= 200
    assert 0 < len(shown(tab, "ties")) <= LINES
    value = view["nodes"]["measure"]["degree"]
    rest_of_them = set(range(20_000)) - drawn - expected.hidden(view)
    assert min(value[node] or 0 for node in drawn) >= max(value[node] or 0 for node in rest_of_them)
    banner = tab.locator("#banner").inner_text()
    assert f"{len(drawn)} organisations with the highest" in banner
    known = len(expected.ties(view))
    assert known > 20_000
    assert f"{known:,}" in banner
    assert f"{known:,}" in counts(tab)
    assert overlaps(names(tab)) == []
    tab.locator("#banner button").first.click()
    assert tab.evaluate("state.level") == "communities"
    assert tab.evaluate("shown.collapsed.length") > 10


def test_twenty_thousand_never_freeze(show: Open) -> None:
    """Every kind of change, one after the other; the longest that the page was busy is told where it fails."""
    tab = show(large())
    took = {"opening": slowest(tab)}
    for name, patch in {
        "filter": "{ chosen: { ...state.chosen, relation: new Set([0]) } }",
        "as of": "{ asOf: 19000 }",
        "all": "{ level: 'all', asOf: null, chosen: defaultState().chosen }",
        "communities": "{ level: 'communities' }",
        "engagements": "{ view: 'engagements' }",
        "near": "{ view: 'partners', neighbourhood: { node: 5, hops: 2 } }",
        "path": "{ neighbourhood: null, path: [3, 19000] }",
        "hub": "{ path: null, level: 'top', selection: { kind: 'node', index: rankNodes()[0] } }",
        "sort": "{ sort: [2, false] }",
        "language": "{ language: 'ur' }",
    }.items():
        change(tab, patch)
        rest(tab)
        took[name] = tab.evaluate(BUSY)
        assert tab.evaluate("scene.lines.length") <= LINES
        took[name] = max(took[name], slowest(tab), tab.evaluate("lastDrawDuration"))
    tab.locator("#search").fill("19999")
    tab.keyboard.press("Enter")
    took["search"] = slowest(tab)
    assert title(tab) == "Organisation 19999"
    assert max(took.values()) < FREEZE, took


def test_a_frame_of_three_thousand_lines_is_short(show: Open) -> None:
    tab = show(page_views.many(1000, 3000), hash="#unnamed=yes")
    assert tab.evaluate("scene.lines.length") == 3000
    tab.evaluate("for (let round = 0; round < 5; round += 1) network.redraw()")
    assert tab.evaluate("lastDrawDuration") < 1500  # here about 30 ms


@pytest.mark.parametrize("level", ["all", "communities", "top"])
def test_every_level_can_be_asked_for_by_its_name(show: Open, level: str) -> None:
    tab = show(middle())
    tab.locator("select[data-key=show]").select_option(level)
    assert tab.evaluate("state.level") == level
    assert tab.evaluate("scene.lines.length") <= LINES
    assert tab.evaluate("shown.collapsed.length > 0") == (level == "communities")
    assert tab.evaluate("shown.truncated") == (level != "communities")
