"""A real browser without a network. Whatever a page asks for, says on the console or throws fails the test."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Request, expect, sync_playwright

import loaded
import needs
import page_views
from browser.curator import served
from browser.desk import PATIENCE, Open, rest
from browser.firefox import Firefox
from helpers import TINY
from pcgraph import api, page
from pcgraph.belief import loading
from pcgraph.intake.new_project import create
from pcgraph.page import View
from pcgraph.page.offline_sparql import Ask
from pcgraph.store import data_folder, files

expect.set_options(timeout=PATIENCE)

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--renderer-process-limit=1",  # tabs of one window share a process: to start one takes as long as to load the page
]
# The fonts that Matplotlib carries: with them a text is as wide on every machine.
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <alias><family>sans-serif</family><prefer><family>DejaVu Sans</family></prefer></alias>
  <alias><family>serif</family><prefer><family>DejaVu Serif</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
"""


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the setting that gives the browser the same fonts everywhere; the README's picture has the machine's."""
    if os.environ.get("PCGRAPH_PICTURE"):
        return {}
    origin = find_spec("matplotlib").origin  # type: ignore[union-attr]
    file = tmp_path_factory.mktemp("fonts") / "fonts.conf"
    file.write_text(FONTS.format(fonts=Path(str(origin)).parent / "mpl-data" / "fonts" / "ttf", cache=file.parent))
    return {"FONTCONFIG_FILE": str(file)}


@pytest.fixture(scope="session")
def browser(playwright: Playwright, fonts: dict[str, str]) -> Iterator[Browser]:
    """One browser for all tests of a process; each test has a window of its own, without memory."""
    started = playwright.chromium.launch(executable_path=needs.chromium(), args=ARGUMENTS, env={**os.environ, **fonts})
    yield started
    started.close()


@pytest.fixture(scope="module")
def firefox(fonts: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[bool], Firefox]]:
    """Return a function from whether the reader prefers dark pages to a browser, started when it is first used."""

    @cache
    def start(dark: bool) -> Firefox:
        started.append(Firefox(needs.firefox(), tmp_path_factory.mktemp("firefox"), {**os.environ, **fonts}, dark=dark))
        return started[-1]

    started: list[Firefox] = []
    yield start
    for browser in started:
        browser.close()


@pytest.fixture(scope="session")
def kg() -> api.KnowledgeGraph:
    """The tiny graph."""
    return api.KnowledgeGraph(loading.compute(data_folder.read(TINY, files.home("ontology"))))


@pytest.fixture
def real_kg() -> api.KnowledgeGraph:
    """The graph of the project's data, loaded once."""
    return loaded.load()


@pytest.fixture
def real() -> View:
    """The data of the project. Tests read it and change nothing."""
    return page_views.real_map().view


PAGES: dict[tuple[bool, str], str] = {}


def _html(view: View | None, heading: str, ask: Ask | None, box: str) -> str:
    """Return the page of a view; those of the real data and of the tiny graph are made once."""
    is_real = page_views.real_map.cache_info().currsize > 0 and view is page_views.real_map().view
    if ask or box or not (is_real or view is None or view == page_views.tiny()):
        return page.render(view or page_views.tiny(), heading=heading, ask=ask, box=box)
    key = is_real, heading
    if key not in PAGES:
        PAGES[key] = page.render(view or page_views.tiny(), heading=heading)
    return PAGES[key]


def _new_window(browser: Browser, settings: dict[str, Any]) -> BrowserContext:
    context = browser.new_context(offline=True, **settings)
    context.set_default_timeout(PATIENCE)
    context.new_page()  # it stays, so that the process of the window does
    return context


@pytest.fixture(scope="session")
def windows() -> dict[str, BrowserContext]:
    """Return the windows of the process by their settings; each has an empty tab, and those of the test that runs.

    The page keeps only a watch list in the browser; a test of it has a window of its own, so no test can see another.
    """
    return {}


@pytest.fixture
def show(browser: Browser, windows: dict[str, BrowserContext], tmp_path: Path) -> Iterator[Open]:
    """Open a view; at the end, no request, no console message and no error may have been seen.

    With `alone` it has a window of its own: the clock of a window stays changed.
    """
    seen: list[str] = []
    used: set[BrowserContext] = set()
    tabs: list[Page] = []
    own = (f"{tmp_path.as_uri()}/map-", "blob:")  # what is saved is a blob of the page itself

    def watch(request: Request) -> None:
        if not request.url.startswith(own):
            seen.append(request.url)

    def open_(
        view: View | None = None,
        *,
        hash: str = "",
        heading: str = "Partnerships",
        ask: Ask | None = None,
        box: str = "",
        alone: bool = False,
        **settings: Any,
    ) -> Page:
        file = tmp_path / f"map-{len(tabs)}.html"
        file.write_text(_html(view, heading, ask, box), encoding="utf-8")
        settings = {"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce"} | settings
        key = f"{settings} {id(tabs) if alone else ''}"
        if key not in windows:
            windows[key] = _new_window(browser, settings)
        context = windows[key]
        if context not in used:
            used.add(context)
            context.on("request", watch)
        tabs.append(tab := context.new_page())
        tab.on("console", lambda message: seen.append(message.text))
        tab.on("pageerror", lambda error: seen.append(str(error)))
        tab.on("dialog", lambda dialog: seen.append(dialog.message))
        tab.goto(file.as_uri() + hash, wait_until="commit")  # a large page takes long on a busy machine
        tab.wait_for_selector("html[data-ready]", state="attached")
        rest(tab)
        return tab

    yield open_
    for key, context in [*windows.items()]:
        if key.endswith(f" {id(tabs)}"):
            windows.pop(key).close()
        elif context in used:
            context.remove_listener("request", watch)
            for tab in context.pages[1:]:
                tab.close()
    assert seen == []


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """Open an empty page, in which a test opens the app for curators."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.fixture
def project(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Serve a new project, with nothing in it, in the app for curators."""
    create(tmp_path / "harbours")
    with served(tmp_path / "harbours", tmp_path / "texts") as address:
        yield address, tmp_path / "harbours"
