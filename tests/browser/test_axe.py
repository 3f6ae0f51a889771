"""axe-core finds nothing to say, in any state."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from browser.desk import PHONE, Open
from browser.states import STATES
from pcgraph.page import View

SCHEMES: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "phone": PHONE,
    "forced": {"forced_colors": "active"},
}
SOME = (
    "opening",
    "everything",
    "answer",
    "search",
    "engagement",
    "stack",
    "board",
    "table",
    "filters",
    "Chinese",
    "Urdu",
    "near and path",
)


def violations(tab: Page) -> list[tuple[str, list[str]]]:
    found = Axe().run(tab).response["violations"]
    return [(one["id"], [node["html"][:160] for node in one["nodes"][:4]]) for one in found]


@pytest.mark.parametrize(
    ("state", "scheme"),
    [(state, "light") for state in STATES]
    + [(state, scheme) for scheme in ("dark", "phone") for state in SOME]
    + [("opening", "forced"), ("engagement", "forced")],
)
def test_no_violation(show: Open, real: View, state: str, scheme: str) -> None:
    tab = show(STATES[state].view or real, hash=STATES[state].hash, **SCHEMES[scheme])
    STATES[state].act(tab)
    assert violations(tab) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ur"])
def test_no_violation_in_the_filters_on_a_phone(show: Open, real: View, language: str, scheme: str) -> None:
    tab = show(real, hash=f"#language={language}&country=id:pakistan", **PHONE | SCHEMES[scheme])
    tab.locator("#filters").tap()
    assert violations(tab) == []


def test_no_violation_at_a_mark_that_the_keyboard_reached(show: Open, real: View) -> None:
    tab = show(real)
    tab.locator("#map").focus()
    tab.keyboard.press("ArrowRight")
    tab.locator("#tooltip").wait_for()
    assert violations(tab) == []


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
