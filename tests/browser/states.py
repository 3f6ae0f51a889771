"""The states in which a reader may find the page, each with the way into it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

import page_views
from pcgraph.page import View


def nothing(tab: Page) -> None:
    del tab


def unfold(tab: Page) -> None:
    """Open all that can be unfolded."""
    tab.evaluate(
        """() => { for (const more of [...document.querySelectorAll("#legend button.more")]) more.click();
                   for (const one of document.querySelectorAll("details")) one.open = true; }"""
    )


def search(tab: Page) -> None:
    tab.locator("#search").fill("university")
    tab.locator("#search-results [role=option]").first.wait_for()


def search_in_vain(tab: Page) -> None:
    tab.locator("#search").fill("zzzz")


def menu(tab: Page) -> None:
    tab.locator("#save").click()


def copied(tab: Page) -> None:
    tab.locator("#panel [data-key=copyTurtle]").click()
    tab.locator("#panel textarea").wait_for()


def path(tab: Page) -> None:
    tab.locator("#panel .path input").fill("ministry")


@dataclass(frozen=True)
class State:
    hash: str = ""
    act: Callable[[Page], None] = nothing
    make: Callable[[], View] | None = None

    @property
    def view(self) -> View | None:
        return self.make() if self.make else None


TIE = "#tie=id:acme|pcg:signsWith|id:harbour-authority|id:crane-agreement"
FILTERS = "#set=entered&country=id:pakistan&voices=2&isolates=yes&unnamed=yes&as-of=2025-12-31&years=2020-2025"
STATES = {
    "opening": State(),
    "everything unfolded": State(act=unfold),
    "node": State("#node=id:huawei", unfold),
    "tie": State(TIE, unfold, page_views.tiny),
    "tie copied": State(TIE, copied, page_views.tiny),
    "engagement": State("#engagement=id:north-quay-expansion", unfold, page_views.tiny),
    "community picked": State("#level=communities&community=id:huawei", unfold),
    "search": State(act=search),
    "search in vain": State(act=search_in_vain),
    "engagements": State("#view=engagements"),
    "filters": State(FILTERS, unfold),
    "nothing left": State("#voices=9&disputed=yes"),
    "near and path": State("#near=2 id:huawei&path=id:huawei&path=id:zte&node=id:huawei", path),
    "save menu": State(act=menu),
    "Chinese": State("#language=zh&node=id:huawei", unfold),
    "Urdu": State("#language=ur&node=id:huawei", unfold),
    "Urdu, engagements": State("#language=ur&view=engagements", unfold),
    "communities": State(make=lambda: page_views.many(400, 3600)),
    "top": State(make=lambda: page_views.many(3000, 20_400, engagements=False)),
    "nothing": State(make=lambda: page_views.few(0)),
    "hostile": State("#node=id:acme", unfold, page_views.hostile),
}
