"""The query page in a real browser that reaches nothing but its own server."""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import parse_qs

import pyoxigraph as ox
import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from browser.desk import PHONE
from pcgraph import terms
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import PcgraphError
from pcgraph.serve import pages
from pcgraph.terms import CURRENT, ID, PCG

pytestmark = pytest.mark.usefixtures("collected")
FORMS = {"text/csv": "csv", "application/sparql-results+json": "json", "text/turtle": "turtle"}
HOSTILE = '<img src=x onerror=alert(1)>"; DROP'


class Told:
    """The tiny graph, with one thing more that bites."""

    def __init__(self, kg: KnowledgeGraph) -> None:
        self.tables, self.model, self.map, self.store = kg.tables, kg.model, kg.map, ox.Store()
        victim, graph = ox.NamedNode(ID + "victim"), ox.NamedNode(CURRENT)
        values = [ox.Literal(HOSTILE), ox.NamedNode("javascript:alert(1)"), ox.NamedNode("https://example.org/a")]
        self.store.extend([*kg.store, *(ox.Quad(victim, ox.NamedNode(PCG + "aim"), value, graph) for value in values)])
        self.query = KnowledgeGraph(self.store, kg.scope, ()).query


@pytest.fixture(scope="module")
def address(kg: KnowledgeGraph) -> Iterator[str]:
    """Serve the pages, and the least of an endpoint behind them, on a free port of this machine."""
    told = Told(kg)

    async def sparql(request: Request) -> Response:
        text = parse_qs((await request.body()).decode())["query"][0]
        if "SLOW" in text:
            time.sleep(1)
        try:
            result = told.query(text)
        except PcgraphError as error:
            return Response(f"{error}\n", 400, media_type="text/plain")
        accept = request.headers["accept"].split(",")[0]
        media = "text/turtle" if result.graph else accept
        return Response(result.serialize(FORMS[media]), media_type=media)

    state = SimpleNamespace(kg=told, key="k")
    app = Starlette(routes=[Route("/sparql", sparql, methods=["POST"]), *pages.routes(state)])  # type: ignore[arg-type]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(200):
        if server.started:
            break
        time.sleep(0.05)
    assert server.started
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)
    assert not thread.is_alive()


@pytest.fixture
def tab(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Open the page; at the end, nothing but the own server was asked and the console is silent."""
    settings = {"viewport": {"width": 1280, "height": 900}} | getattr(request, "param", {})
    context, seen = browser.new_context(**settings), []
    context.set_default_timeout(8000)
    page = context.new_page()
    context.on("request", lambda sent: None if sent.url.startswith((address, "blob:")) else seen.append(sent.url))
    page.on("console", lambda message: seen.append(message.text))
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("dialog", lambda dialog: seen.append(dialog.message))
    page.goto(f"{address}/query")
    page.wait_for_selector("html[data-ready]")
    yield page
    context.close()
    assert [line for line in seen if "status of 400" not in line] == []


def ask(tab: Page, text: str) -> None:
    tab.fill("#text", text)
    tab.click("#run")


def cells(tab: Page) -> list[list[str]]:
    tab.wait_for_selector("#rows tbody tr")
    return [row.locator("td").all_inner_texts() for row in tab.locator("#rows tbody tr").all()]


def test_a_question_is_asked_with_its_parameter(tab: Page, kg: KnowledgeGraph) -> None:
    tab.get_by_role("button", name="Who signed with a party").click()
    assert "VALUES ?party { id:huawei }" in tab.input_value("#text")
    tab.get_by_label("party (agent)").fill("borealis")
    tab.click("#run")
    assert cells(tab) == [list(row) for row in kg.query("who-signed-with", party="borealis").short]
    expect(tab.locator("#told")).to_have_text(re.compile(r"^\d+ rows?, \d+ ms$"))


def test_every_question_can_be_asked(tab: Page) -> None:
    for button in tab.locator("#examples button").all():
        button.click()
        tab.wait_for_function("document.getElementById('fault').hidden")
        text = tab.input_value("#text")
        assert text.count("VALUES ?") >= tab.locator("#parameters input").count()
        tab.evaluate("run()")
        expect(tab.locator("#run")).to_be_enabled()
        assert tab.locator("#fault").is_hidden(), (button.inner_text(), tab.inner_text("#fault"))


@pytest.mark.parametrize("value", ['x> } #"', "a b", "<script>", ""])
def test_a_value_that_is_no_name_is_said_so_and_kept_out(value: str, tab: Page) -> None:
    before = tab.input_value("#text")
    tab.get_by_label("party (agent)").fill(value)
    expect(tab.locator("#fault")).to_contain_text("is no agent; expected one such as huawei")
    assert tab.input_value("#text") == before


def test_a_text_is_written_as_a_term(tab: Page) -> None:
    value = '}"\\\n{$&'
    term = tab.evaluate("value => termOf({ datatype: 'string' }, value)", value)
    assert ox.Store().query(f"SELECT ?x WHERE {{ VALUES ?x {{ {term} }} }}").__next__()["x"].value == value


def test_what_a_person_changed_stays_when_a_value_changes(tab: Page) -> None:
    tab.fill("#text", tab.input_value("#text") + "LIMIT 3\n")
    tab.get_by_label("party (agent)").fill("acme")
    assert "VALUES ?party { id:acme }" in tab.input_value("#text")
    assert tab.input_value("#text").endswith("LIMIT 3\n")


def test_by_keyboard_alone(tab: Page) -> None:
    tab.locator("#filter").focus()
    tab.keyboard.type("memorandum to contract")
    expect(tab.locator("#examples button")).to_have_count(1)
    for _ in range(2):
        tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("button", name="From memorandum to contract to built")).to_have_attribute(
        "aria-pressed", "true"
    )
    tab.locator("#text").focus()
    tab.keyboard.press("Tab")  # the editor lets go of the keyboard
    expect(tab.locator("#run")).to_be_focused()
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Control+Enter")
    assert cells(tab)


def test_an_error_is_one_line_and_the_last_answer_goes(tab: Page) -> None:
    ask(tab, "SELECT * WHERE { ?s ?p 1 }")
    tab.wait_for_selector("#answer:not([hidden])")
    ask(tab, "SELECT * WHERE {\n ?s ?p }")
    expect(tab.locator("#fault")).to_contain_text("query:2:")
    assert "\n" not in tab.inner_text("#fault").strip()
    assert tab.locator("#answer").is_hidden()


def test_values_stay_text_and_links_lead_where_they_say(tab: Page, address: str) -> None:
    ask(tab, "SELECT ?s ?o WHERE { VALUES ?s { id:victim } ?s pcg:aim ?o } ORDER BY STR(?o)")
    assert {row[1] for row in cells(tab)} == {HOSTILE, "javascript:alert(1)", "https://example.org/a"}
    links = {a.inner_text(): a.get_attribute("href") for a in tab.locator("#rows a").all()}
    assert links == {"id:victim": "/id/victim", "https://example.org/a": "https://example.org/a"}
    assert tab.locator("#rows img").count() == 0
    tab.get_by_role("link", name="id:victim").first.click()
    tab.wait_for_url(f"{address}/id/victim.html")
    expect(tab.locator("h1")).to_have_text("victim")


def test_many_rows_come_in_parts(tab: Page) -> None:
    ask(tab, "SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 1200")
    assert len(cells(tab)) == 500
    expect(tab.locator("#told")).to_contain_text("1200 rows")
    tab.get_by_role("button", name="Show 500 more of 700").click()
    tab.get_by_role("button", name="Show 200 more of 200").click()
    assert len(cells(tab)) == 1200
    expect(tab.locator("#more")).to_be_hidden()


def test_triples_are_shown_as_turtle(tab: Page) -> None:
    ask(tab, "CONSTRUCT { ?a pcg:signsWith ?b } WHERE { ?a pcg:signsWith ?b }")
    expect(tab.locator("#rows pre")).to_contain_text("pcg:signsWith")
    assert tab.locator("#save-csv").is_hidden()
    assert tab.locator("#save-turtle").is_visible()


@pytest.mark.parametrize(("button", "format"), [("#save-csv", "csv"), ("#save-json", "json")])
def test_the_answer_is_taken_away_whole(
    button: str, format: str, tab: Page, kg: KnowledgeGraph, tmp_path: Path
) -> None:
    ask(tab, "SELECT ?s ?o WHERE { ?s pcg:signsWith ?o } ORDER BY ?s ?o")
    tab.wait_for_selector("#rows table")
    with tab.expect_download() as taken:
        tab.click(button)
    taken.value.save_as(tmp_path / "answer")
    wanted = kg.query("SELECT ?s ?o WHERE { ?s pcg:signsWith ?o } ORDER BY ?s ?o").serialize(format)
    assert (tmp_path / "answer").read_bytes().decode() == wanted
    assert taken.value.suggested_filename == f"answer.{format}"


COPYING = {"permissions": ["clipboard-read", "clipboard-write"]}


@pytest.mark.parametrize("tab", [COPYING], indirect=True)
def test_what_is_copied_runs(tab: Page, kg: KnowledgeGraph) -> None:
    text = """SELECT ?s WHERE { ?s pcg:signsWith ?o FILTER("it's $HOME \\\\ `x`" != STR(?o)) } ORDER BY ?s"""
    tab.fill("#text", text)
    tab.get_by_role("button", name="Copy as curl").click()
    expect(tab.locator("#told")).to_have_text("Copied: curl.")
    command = tab.evaluate("navigator.clipboard.readText()")
    assert shutil.which("curl"), "curl is needed: sudo apt-get install curl"
    done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=30)
    assert done.stdout.decode() == kg.query(text).serialize("csv")
    tab.get_by_role("button", name="Copy as Python").click()
    expect(tab.locator("#told")).to_have_text("Copied: Python.")
    script = tab.evaluate("navigator.clipboard.readText()")
    found: list[object] = []
    remote = SimpleNamespace(query=lambda text: found.append(text) or SimpleNamespace(to_polars=lambda: ""))
    lines = script.replace("import pcgraph\n", "").replace("pcgraph.connect(", "connect(")
    exec(lines, {"connect": lambda url: found.append(url) or remote, "print": lambda *_: None})  # noqa: S102
    assert found[0] == tab.evaluate("location.origin") + "/sparql"
    assert str(found[1]).strip() == text


@pytest.mark.parametrize("tab", [COPYING], indirect=True)
def test_a_link_opens_and_asks(tab: Page, browser: Browser) -> None:
    tab.fill("#text", "SELECT ?s WHERE { ?s pcg:aim 'é#&%' } # 协议")
    tab.get_by_role("button", name="Copy link").click()
    expect(tab.locator("#told")).to_have_text("Copied: link.")
    link = tab.evaluate("navigator.clipboard.readText()")
    other = browser.new_page()
    other.goto(link)
    expect(other.locator("#told")).to_contain_text("0 rows")
    assert other.input_value("#text") == tab.input_value("#text")
    other.close()


def test_a_run_can_be_stopped(tab: Page) -> None:
    ask(tab, "SELECT ?s WHERE { ?s ?p ?o } LIMIT 1 # SLOW")
    tab.click("#stop")
    expect(tab.locator("#fault")).to_have_text("Stopped.")
    expect(tab.locator("#run")).to_be_enabled()


@pytest.mark.parametrize(
    "tab", [{"color_scheme": "light"}, {"color_scheme": "dark"}, PHONE, {"forced_colors": "active"}], indirect=True
)
@pytest.mark.parametrize("path", ["/query", "/ontology", "/id/borealis.html"])
def test_axe_finds_nothing(path: str, tab: Page, address: str) -> None:
    tab.goto(address + path)
    if path == "/query":
        tab.wait_for_selector("html[data-ready]")
        ask(tab, "SELECT ?s ?o WHERE { ?s pcg:signsWith ?o }")
        cells(tab)
    found = Axe().run(tab).response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_page_names_its_prefixes(tab: Page) -> None:
    assert json.loads(tab.locator("#data").text_content() or "")["prefixes"] == terms.PREFIXES
