"""axe-core finds nothing to say, in any state."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

import page_views
from browser.axe import colour_violations, violations
from browser.desk import PHONE, Open
from browser.states import STATES
from helpers import everyday
from pcgraph.page import View

# The states that together have every part of the page: in these axe looks again at other colours; in few on a phone,
# where the same elements stand in other places.
SOME = (
    "opening",
    "everything",
    "answer",
    "search",
    "node",
    "story",
    "engagement",
    "stack",
    "board",
    "analyse",
    "table",
    "filters",
    "Chinese",
    "Urdu",
    "near and path",
)
FEW = {"opening", "answer", "node", "engagement", "board", "table", "Urdu"}
# With the real data: what is drawn first, and the longest lists. Of all other states the tiny graph has each part as
# well, and only once: axe takes 5 seconds for the 2,000 elements of a table or a panel of the real data.
REAL = {"opening", "answer", "search"}


def open_state(show: Open, real: View, state: str, **settings: Any) -> Page:
    """Open a state with the real data or, in place of its organisations, with those of the tiny graph."""
    hash, view = STATES[state].hash, STATES[state].view or real
    if state not in REAL or settings:
        view = STATES[state].view or page_views.tiny()
        hash = hash.replace("id:huawei", "id:acme").replace("id:zte", "id:borealis").replace("pakistan", "nordland")
    tab = show(view, hash=hash, **settings)
    STATES[state].act(tab)
    return tab


@pytest.mark.parametrize("state", everyday(STATES, FEW.__contains__))
def test_no_violation(show: Open, real: View, state: str) -> None:
    tab = open_state(show, real, state)
    assert violations(tab) == []
    if state in SOME:
        assert colour_violations(tab, *([] if state in {"opening", "engagement"} else ["dark"])) == []


@pytest.mark.exhaustive
@pytest.mark.parametrize("state", sorted(FEW))
def test_no_violation_on_a_phone(show: Open, real: View, state: str) -> None:
    assert violations(open_state(show, real, state, **PHONE)) == []


@pytest.mark.parametrize("language", ["en", "ur"])
def test_no_violation_in_the_filters_on_a_phone(show: Open, language: str) -> None:
    tab = show(hash=f"#language={language}&country=id:nordland", **PHONE)
    tab.locator("#filters").tap()
    assert violations(tab) + colour_violations(tab, "dark") == []


def test_no_violation_at_a_mark_that_the_keyboard_reached(show: Open) -> None:
    tab = show()
    tab.locator("#map").focus()
    tab.keyboard.press("ArrowRight")
    tab.locator("#tooltip").wait_for()
    assert violations(tab) == []


@pytest.mark.parametrize("hash", ["#node=id:acme", "#engagement=id:north-quay-expansion", "#language=ur&view=board"])
def test_no_violation_on_paper(show: Open, hash: str) -> None:
    tab = show(hash=hash, color_scheme="dark")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    tab.emulate_media(media="print")
    assert tab.locator("#paper h2").first.is_visible()
    # Nobody follows a link on paper, where its address is printed below.
    assert violations(tab, rules={"link-in-text-block": {"enabled": False}}) == []


def test_axe_would_find_something(show: Open) -> None:
    """It is really there and really looks."""
    tab = show()
    for name in ("aria-label", "placeholder"):
        tab.evaluate("name => document.getElementById('search').removeAttribute(name)", name)
    assert [name for name, _ in violations(tab)] == ["label"]


def test_nothing_is_named_twice(show: Open, real: View) -> None:
    tab = show(real, hash="#node=id:huawei")
    ids = tab.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(ids) == len(set(ids))
