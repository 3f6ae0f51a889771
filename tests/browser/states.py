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


def stack(tab: Page) -> None:
    """Pick the largest stack of engagements that is drawn."""
    tab.evaluate(
        """() => { const stacks = pcgraph.scene.items.filter(({ kind }) => kind === "stack");
                   const size = ({ engagements }) => engagements.length;
                   const largest = stacks.reduce((best, one) => (size(one) > size(best) ? one : best));
                   pcgraph.select("stack", largest.index); }"""
    )


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


FILTERS = "#set=entered&country=id:pakistan&voices=2&people=yes&unnamed=yes&as-of=2025-12-31&months=2020-01+2025-11"
STATES = {
    "opening": State(),
    "everything": State("#level=all"),
    "everything unfolded": State(act=unfold),
    "node": State("#node=id:huawei", unfold),
    "stack": State(act=stack),
    "engagement": State("#engagement=id:north-quay-expansion", unfold, page_views.tiny),
    "engagement copied": State("#engagement=id:north-quay-expansion", copied, page_views.tiny),
    "story": State("#story=event"),
    "search": State(act=search),
    "search in vain": State(act=search_in_vain),
    "answer": State("#answer=contradicting-values&as-of=2024-01-01", unfold),
    "Urdu, answer": State("#language=ur&answer=who-funds-whom", unfold),
    "board": State("#view=board"),
    "table": State("#view=table"),
    "analyse": State("#view=analyse&cell=outcomes+2018+kept"),
    "filters": State(FILTERS, unfold),
    "nothing left": State("#voices=9&mark=disputed"),
    "near and path": State("#near=2 id:huawei&path=id:huawei&path=id:zte&node=id:huawei", path),
    "save menu": State(act=menu),
    "Chinese": State("#language=zh&node=id:huawei", unfold),
    "Urdu": State("#language=ur&node=id:huawei", unfold),
    "Urdu, board": State("#language=ur&view=board"),
    "Urdu, table": State("#language=ur&view=table"),
    "many": State("#level=all", make=lambda: page_views.many(400, 3600)),
    "nothing": State(make=lambda: page_views.few(0)),
    "hostile": State("#node=id:acme", unfold, page_views.hostile),
}
