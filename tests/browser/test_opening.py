"""What the reader sees before touching anything."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

import page_views
from browser import expected
from browser.desk import Open, closed, counts, pick, rest, rows, shown, title


def test_a_small_graph_opens_with_everything_in_view(show: Open) -> None:
    view = page_views.tiny()
    tab = show(view)
    everything = expected.engagements(view)
    drawn = {at for together in expected.stacks(view, everything).values() for at in together}
    assert shown(tab, "listed") == everything
    assert shown(tab, "engagements") == drawn
    assert shown(tab, "nodes") == expected.nodes(view, everything)
    assert counts(tab).startswith(f"{len(expected.nodes(view, everything))} organisations, {len(drawn)} ")
    assert closed(tab)
    expect(tab.locator("#panel .unknown li")).to_have_text(view["unknowns"])
    expect(tab.locator("#heading")).to_have_text("Partnerships")


def test_the_first_picture_is_drawn_once_and_the_table_when_it_is_opened(show: Open) -> None:
    """Each drawing takes a slow machine half a second, and nobody sees a table behind the map."""
    tab = show()
    tab.add_init_script(
        """window.drawn = 0;
        const { prototype } = OffscreenCanvas, really = prototype.transferToImageBitmap;
        prototype.transferToImageBitmap = function () { window.drawn += 1; return really.call(this); };"""
    )
    tab.reload()
    tab.wait_for_selector("html[data-ready]", state="attached")
    rest(tab)
    assert tab.evaluate("window.drawn") == 1
    assert tab.locator("#rows tr").count() == 0
    tab.get_by_role("button", name="Table", exact=True).click()
    assert rows(tab) == tab.locator("#rows tbody tr").count() > 0


@pytest.mark.parametrize("nodes", [0, 1])
def test_almost_nothing(show: Open, nodes: int) -> None:
    tab = show(page_views.few(nodes))
    assert counts(tab) == "0 organisations, 0 engagements"
    expect(tab.locator("#empty")).to_have_text("Nothing to show yet.")
    tab.get_by_role("button", name="Table", exact=True).click()
    assert rows(tab) == 0
    if nodes:
        pick(tab, "node", page_views.tiny()["nodes"]["iri"][0])
        assert title(tab) == page_views.tiny()["nodes"]["label"][0]
