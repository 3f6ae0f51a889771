"""The static site as a stranger meets it: every kind of page, with and without scripts, on paper, by keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pyoxigraph as ox
import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import violations
from browser.desk import PATIENCE
from browser.firefox import Firefox
from helpers import changed, everyday
from pcgraph.api import KnowledgeGraph
from pcgraph.model.namespaces import CURRENT, ID, RDFS, TYPE
from pcgraph.web.site import publish
from sites import BASES, hosting

ENGAGEMENT = "id/crane-contract.html"
PAGES = (  # one of each kind; quay-works is merged, and lost is gone
    "index.html", "id/index.html", ENGAGEMENT, "id/borealis.html", "id/ida-holm.html", "source/borealis-2024.html",
    "verdict/crane-contract-amount.html", "vocab/signed.html", "ontology.html", "questions/index.html",
    "questions/who-signed-with.html", "questions/ties-as-triples.html", "methods.html", "data.html", "changes.html",
    "id/quay-works.html", "id/lost.html", "404.html", "map.html", "query.html",
)  # fmt: skip
FEW_PAGES = ("index.html", ENGAGEMENT, "id/borealis.html", "questions/who-signed-with.html", "404.html")
LOST = ox.NamedNode(ID + "lost")


@pytest.fixture(scope="module")
def site(kg: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a site whose last release had a thing more; the host has it at two addresses."""
    out, store = tmp_path_factory.mktemp("site") / "out", ox.Store()
    graph, project = ox.NamedNode(CURRENT), replace(kg.project, version="1.0.0")
    store.extend([*kg.store, ox.Quad(LOST, ox.NamedNode(RDFS + "label"), ox.Literal("Lost"), graph)])
    store.add(ox.Quad(LOST, ox.NamedNode(TYPE), ox.NamedNode("https://w3id.org/pcgraph/ontology#Project"), graph))
    publish(changed(kg, store=store, project=project), out, f"https://example.org{BASES[0]}", release=True, first=True)
    publish(changed(kg, project=project), out, f"https://example.org{BASES[0]}")
    with hosting(out) as address:
        yield address + BASES[0]


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """Open a page; at the end, no other host was asked, nothing failed, and the console is silent."""
    seen: list[str] = []
    contexts = []

    def opened(path: str = "", *, status: int = 200, base: str = BASES[0], **settings: object) -> Page:
        contexts.append(browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **settings}))  # type: ignore[arg-type]
        contexts[-1].set_default_timeout(PATIENCE)
        tab, host = contexts[-1].new_page(), site.removesuffix(BASES[0])
        tab.on("request", lambda sent: None if sent.url.startswith((host, "blob:")) else seen.append(sent.url))
        tab.on("requestfailed", lambda sent: seen.append(sent.url))
        tab.on("response", lambda got: seen.append(got.url) if got.status >= 400 and got.status != status else None)
        tab.on("console", lambda said: None if "404" in said.text and status == 404 else seen.append(said.text))
        tab.on("pageerror", lambda error: seen.append(str(error)))
        answer = tab.goto(host + base + path)
        assert answer is not None
        assert answer.status == status
        if path in ("map.html", "query.html") and settings.get("java_script_enabled", True):
            tab.wait_for_selector("html[data-ready]", state="attached")
        return tab

    yield opened
    for context in contexts:
        context.close()
    assert seen == []


@pytest.mark.parametrize("path", everyday(PAGES, FEW_PAGES.__contains__))
def test_a_page_of_each_kind(path: str, visit: Callable[..., Page]) -> None:
    """Axe has nothing to say, light and wide or dark and narrow; nothing is cut; it also stands at another address."""
    tab = visit(path)
    for scheme, width in (("light", 1280), ("dark", 390)):
        tab.emulate_media(color_scheme=scheme)
        tab.set_viewport_size({"width": width, "height": 800})
        assert violations(tab) == [], scheme
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
    here = tab.locator("h1").first.inner_text()
    if path != "404.html":  # which may be shown at any depth, and knows its address
        assert visit(path, base=BASES[1]).locator("h1").first.inner_text() == here


@pytest.mark.parametrize("path", everyday(PAGES, (*FEW_PAGES, "map.html").__contains__))
def test_a_page_without_scripts_has_its_text_and_links(path: str, visit: Callable[..., Page]) -> None:
    tab = visit(path, java_script_enabled=False)
    assert tab.locator("h1:visible").first.inner_text()
    assert tab.locator("a:visible").count() >= (2 if path == "map.html" else 9)
    if path != "map.html":  # which says itself that it needs scripts
        # The choice of a timeline works by the style sheet alone.
        assert tab.locator("input:not([name=life-by]):visible, button:visible, textarea:visible").count() == 0


@pytest.mark.parametrize(
    ("words", "first", "count"),
    [
        ("Borealis", "Borealis", "Found: 4"), ("艾克米", "Acme", "Found: 1"),
        ("Borealsi", "Borealis", "No such name. Similar: 4"), ("zzzz", "", "Nothing has this name."),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("path", "status"), [("id/a/b/c/lost.html", 404), pytest.param("", 200, marks=pytest.mark.exhaustive)]
)
def test_the_search_finds_names(
    visit: Callable[..., Page], path: str, status: int, words: str, first: str, count: str
) -> None:
    tab = visit(path, status=status)
    tab.get_by_label("Search names, or ask a question, in any script").fill(words)
    expect(tab.locator("#count")).to_have_text(count)
    if first:
        tab.locator("#found a").first.click()
        expect(tab.locator("h1")).to_have_text(first)


def test_a_question_in_words_leads_to_its_answer_and_an_unknown_one_is_refused(visit: Callable[..., Page]) -> None:
    tab = visit("")
    field = tab.get_by_label("Search names, or ask a question, in any script")
    field.fill("who signed with acme")
    expect(tab.locator("#understood")).to_contain_text("Understood: signed \u00b7 Acme")
    link = tab.locator("#understood a")
    expect(link).to_have_attribute("href", re.compile(r"/query\.html#question=who-signed-with&party=id%3Aacme$"))
    field.fill("weather in Vik")
    expect(tab.locator("#understood")).to_contain_text("This graph cannot say that (weather). Nearest:")
    expect(tab.locator("#understood a")).to_have_count(3)


def test_a_reader_gets_to_the_original_of_a_statement(visit: Callable[..., Page]) -> None:
    tab = visit(ENGAGEMENT)
    tab.locator("#facts + .scroll").get_by_role("link", name="The Daily Tide, ").first.click()
    expect(tab.get_by_role("link", name="https://")).to_have_attribute("rel", "noopener noreferrer nofollow")


def test_by_keyboard_alone(visit: Callable[..., Page]) -> None:
    tab = visit("id/borealis.html")
    tab.keyboard.press("Tab")
    expect(tab.get_by_role("link", name="Skip to content")).to_be_in_viewport()
    tab.keyboard.press("Enter")
    expect(tab.locator("#main")).to_be_focused()
    tab.get_by_role("link", name="Search").press("Enter")
    expect(tab.locator("#words")).to_be_focused()
    tab.keyboard.type("acme")
    expect(tab.locator("#found a").first).to_have_text("Acme")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    expect(tab.locator("h1")).to_have_text("Acme")


def test_an_engagement_on_paper_is_its_text_without_navigation(visit: Callable[..., Page]) -> None:
    document = pypdfium2.PdfDocument(visit(ENGAGEMENT).pdf(format="A4"))
    text = re.sub(r"\s+", " ", " ".join(page.get_textpage().get_text_bounded() for page in document))
    assert re.search("/id/crane-contract.*Parties.*Passages.*Cite this.*Hash of the", text)
    assert not re.search("Ontology|Skip to content|Turtle JSON-LD", text)


@pytest.mark.exhaustive
def test_in_firefox(firefox: Callable[[bool], Firefox], site: str) -> None:
    """The first page, the search, and what it finds."""
    tab = firefox(False).visit(site, ready="document.getElementById('words').offsetHeight")
    tab.click("#words")
    tab.press(*"crane contr")
    tab.wait("document.querySelector('#found a')")
    tab.click("#found a")
    tab.wait("location.pathname.endsWith('/id/crane-contract.html') && document.getElementById('cite')")
    assert tab.evaluate("getComputedStyle(document.querySelector('h1')).fontSize") == "26px"
    assert [line for line in tab.browser.seen if not line.startswith(site) and "favicon" not in line] == []
