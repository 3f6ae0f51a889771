"""The query page in a real browser that reaches nothing but its own server."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pyoxigraph as ox
import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import colour_violations, violations
from browser.desk import PATIENCE, PHONE
from helpers import TINY, everyday
from pcgraph import api
from pcgraph.api import KnowledgeGraph
from pcgraph.model import namespaces
from serving import Serving, serving

HOSTILE = '<img src=x onerror=alert(1)>"; DROP'
BITING = """@prefix id: <https://w3id.org/pcgraph/id/> .
@prefix pcg: <https://w3id.org/pcgraph/ontology#> .
@prefix src: <https://w3id.org/pcgraph/source/> .
@prefix v: <https://w3id.org/pcgraph/vocab/> .
src:biting a pcg:Source ; pcg:publisher id:port-digest ; pcg:title "Bites" ; pcg:date "2025-01-02" ; pcg:tier v:press .
id:victim a pcg:Agreement ; pcg:aim %s , <javascript:alert(1)> , <https://example.org/a> ;
    pcg:statedIn <https://w3id.org/pcgraph/source/biting#para=1> .
<https://w3id.org/pcgraph/source/biting#para=1> a pcg:Passage ; pcg:locator "para 1" .
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the tiny graph, with one source more that bites."""
    folder = Path(shutil.copytree(TINY, tmp_path_factory.mktemp("served") / "data"))
    (folder / "sources" / "biting.ttl").write_text(BITING % ox.Literal(HOSTILE), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def kg(data: Path) -> KnowledgeGraph:
    return api.load(data, build=None)


@pytest.fixture(scope="module")
def server(data: Path) -> Iterator[Serving]:
    with serving("--max-rows", "2000", data=data) as running:
        yield running


@pytest.fixture(scope="module")
def address(server: Serving) -> str:
    return server.url


@pytest.fixture
def seen() -> list[str]:
    """What a page said on the console, threw, or asked of others; a test that expects any of it takes it out."""
    return []


@pytest.fixture
def tab(browser: Browser, address: str, seen: list[str], request: pytest.FixtureRequest) -> Iterator[Page]:
    """Open the page; at the end, nothing but the own server was asked and the console is silent."""
    settings = {"viewport": {"width": 1280, "height": 900}} | getattr(request, "param", {})
    context = browser.new_context(**settings)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    context.on("request", lambda sent: None if sent.url.startswith((address, "blob:")) else seen.append(sent.url))
    page.on("console", lambda message: seen.append(message.text))
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("dialog", lambda dialog: seen.append(dialog.message))
    page.goto(f"{address}/query")
    page.wait_for_selector("html[data-ready]")
    yield page
    context.close()
    assert seen == []


def test_an_unknown_term_is_named_above_the_answer(tab: Page) -> None:
    ask(tab, "SELECT ?e { ?e pcg:signatry ?a }")
    expect(tab.locator("#hints li")).to_have_text(re.compile(r"pcg:signatry: occurs nowhere.*pcg:signatory\?"))
    ask(tab, "SELECT ?e { ?e pcg:signatory ?a }")
    expect(tab.locator("#hints")).to_be_hidden()


def ask(tab: Page, text: str) -> None:
    tab.fill("#text", text)
    tab.click("#run")


def cells(tab: Page) -> list[list[str]]:
    tab.wait_for_selector("#rows tbody tr")
    found: list[list[str]] = tab.locator("#rows tbody").evaluate(
        "body => [...body.rows].map(row => [...row.cells].map(cell => cell.innerText))"
    )
    return found


def test_a_question_is_asked_with_its_parameter(tab: Page, kg: KnowledgeGraph) -> None:
    tab.get_by_role("button", name="Who signed with a party").click()
    assert "VALUES ?party { id:harbour-authority }" in tab.input_value("#text")
    tab.get_by_label("party (agent)").fill("borealis")
    tab.click("#run")
    assert cells(tab) == [list(row) for row in kg.query("who-signed-with", party="borealis").short]
    expect(tab.locator("#status")).to_have_text(re.compile(r"^\d+ rows?, \d+ ms$"))


def test_a_name_becomes_the_id_of_what_it_means(tab: Page, kg: KnowledgeGraph) -> None:
    tab.get_by_role("button", name="Who signed with a party").click()
    tab.get_by_label("party (agent)").fill("Borealis Shipping")
    tab.click("#run")
    assert cells(tab) == [list(row) for row in kg.query("who-signed-with", party="borealis").short]
    expect(tab.get_by_label("party (agent)")).to_have_value("borealis")
    expect(tab.locator("#question")).to_contain_text("(Borealis Shipping: borealis, Borealis)")


def test_a_name_that_means_nothing_is_not_asked(tab: Page) -> None:
    tab.get_by_role("button", name="Who signed with a party").click()
    tab.get_by_label("party (agent)").fill("Borealiss")
    tab.click("#run")
    expect(tab.locator("#fault")).to_contain_text("did you mean borealis?")
    assert tab.locator("#answer").is_hidden()


@pytest.mark.exhaustive
def test_every_question_can_be_asked(tab: Page) -> None:
    for button in tab.locator("#examples button").all():
        button.click()
        tab.wait_for_function("document.getElementById('fault').hidden")
        text = tab.input_value("#text")
        assert text.count("VALUES ?") >= tab.locator("#parameters input").count()
        tab.click("#run")
        expect(tab.locator("#run")).to_be_enabled()
        assert tab.locator("#fault").is_hidden(), (button.inner_text(), tab.inner_text("#fault"))


def test_a_value_that_is_no_name_is_said_so_and_kept_out(tab: Page) -> None:
    before = tab.input_value("#text")
    for value in ('x> } #"', "a b", "<script>", ""):
        tab.get_by_label("party (agent)").fill("harbour-authority")
        expect(tab.locator("#fault")).to_be_hidden()
        tab.get_by_label("party (agent)").fill(value)
        expect(tab.locator("#fault")).to_contain_text(
            "is not a valid agent; expected a value such as harbour-authority"
        )
        assert tab.input_value("#text") == before


def test_what_a_person_changed_stays_when_a_value_changes(tab: Page) -> None:
    tab.fill("#text", tab.input_value("#text") + "LIMIT 3\n")
    tab.get_by_label("party (agent)").fill("acme")
    assert "VALUES ?party { id:acme }" in tab.input_value("#text")
    assert tab.input_value("#text").endswith("LIMIT 3\n")


def test_by_keyboard_alone(tab: Page) -> None:
    tab.locator("#filter").focus()
    tab.keyboard.type("outcomes of memorandums")
    expect(tab.locator("#examples button")).to_have_count(1)
    for _ in range(2):
        tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("button", name="Outcomes of memorandums")).to_have_attribute("aria-pressed", "true")
    tab.locator("#text").focus()
    tab.keyboard.press("Tab")  # the editor lets go of the keyboard
    expect(tab.locator("#run")).to_be_focused()
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Control+Enter")
    assert cells(tab)


REFUSED = (
    "SELECT * WHERE {\n ?s ?p }",
    "SELECT * WHERE { ?s ?p ?o . ?t ?q ?u }",  # too many rows
    "SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "INSERT DATA { id:a pcg:aim 'b' }",
)


def test_an_error_is_the_line_of_the_server_and_the_last_answer_goes(
    tab: Page, server: Serving, seen: list[str]
) -> None:
    for text in REFUSED:
        ask(tab, "SELECT * WHERE { ?s ?p 1 }")
        tab.wait_for_selector("#answer:not([hidden])")
        with tab.expect_console_message() as said:
            ask(tab, text)
        wanted = server.ask(text)
        assert wanted.status in (400, 422)
        expect(tab.locator("#fault")).to_have_text(wanted.text.strip())
        assert wanted.text.count("\n") == 1
        assert tab.locator("#answer").is_hidden()
        assert f"a status of {wanted.status}" in said.value.text  # which the browser says by itself
        seen.remove(said.value.text)


def test_values_stay_text_and_links_lead_where_they_say(tab: Page, address: str) -> None:
    ask(tab, "SELECT ?s ?o WHERE { VALUES ?s { id:victim } ?s pcg:aim ?o } ORDER BY STR(?o)")
    assert {row[1] for row in cells(tab)} == {HOSTILE, "javascript:alert(1)", "https://example.org/a"}
    links = {a.inner_text(): a.get_attribute("href") for a in tab.locator("#rows a").all()}
    assert links == {
        "id:victim": "/id/victim",
        HOSTILE: "/id/victim",
        "https://example.org/a": "https://example.org/a",
    }
    assert tab.locator("#rows img").count() == 0
    tab.get_by_role("link", name="id:victim").first.click()
    tab.wait_for_url(f"{address}/id/victim.html")
    expect(tab.locator("h1")).to_have_text("victim")


def write(tab: Page, text: str) -> None:
    """Write a query into the editor in place of what is there, as a reader does."""
    tab.locator(".cm-content").click()
    tab.keyboard.press("Control+a")
    tab.keyboard.type(text)


def test_the_editor_completes_by_keyboard_and_marks_what_is_wrong(tab: Page, seen: list[str]) -> None:
    tab.locator("#text").focus()
    expect(tab.locator(".cm-content")).to_be_focused()  # what had the focus while it was loaded has it still
    tab.keyboard.press("Control+End")
    tab.keyboard.type("# the same text")
    assert tab.input_value("#text").endswith("# the same text")
    write(tab, "SELECT ?e { ?e a pcg:Agreement ; pcg:sig")
    chosen = tab.get_by_role("option", selected=True)
    expect(chosen).to_have_text(re.compile("pcg:signatory"))
    assert violations(tab) == []
    assert colour_violations(tab) == []
    tab.keyboard.press("Enter")
    tab.keyboard.type(" bore")
    tab.get_by_role("option", name=re.compile("^id:borealisBorealis")).click()
    tab.keyboard.type(" ; pcg:step/pcg:signatry ?x }")  # "/" is no shortcut here
    tab.keyboard.press("Escape")
    tab.keyboard.press("Control+Enter")
    expect(tab.locator("#status")).to_contain_text("0 rows")
    wanted = "SELECT ?e { ?e a pcg:Agreement ; pcg:signatory id:borealis ; pcg:step/pcg:signatry ?x }"
    assert tab.input_value("#text") == wanted
    expect(tab.locator(".cm-lintRange-warning")).to_have_text("pcg:signatry")
    with tab.expect_console_message() as said:
        write(tab, "SELECT ?e {\n?e a b }")
        tab.keyboard.press("Control+Enter")
    seen.remove(said.value.text)
    expect(tab.locator(".cm-lintRange-error")).to_have_text("b")
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_answer_is_a_chart_whose_numbers_lead_to_their_rows(tab: Page) -> None:
    ask(tab, "SELECT ?who (COUNT(?e) AS ?n) { ?e pcg:signatory ?who } GROUP BY ?who ORDER BY DESC(?n) ?who LIMIT 5")
    [(who, count), *_] = cells(tab)
    tab.get_by_role("button", name="Chart").click()
    assert violations(tab) == []
    tab.locator("#chart").get_by_role("link", name=f"{who}: {count}").click()
    expect(tab.locator("#status")).to_contain_text(f"{count} rows")
    assert {row[1] for row in cells(tab)} == {who}
    assert tab.locator("#views").is_hidden()


def test_many_rows_come_in_parts(tab: Page) -> None:
    ask(tab, "SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 1200")
    assert len(cells(tab)) == 500
    expect(tab.locator("#status")).to_contain_text("1200 rows")
    tab.get_by_role("button", name="Show 500 more of 700").click()
    tab.get_by_role("button", name="Show 200 more of 200").click()
    assert len(cells(tab)) == 1200
    expect(tab.locator("#more")).to_be_hidden()


def test_triples_are_shown_as_turtle(tab: Page) -> None:
    ask(tab, "CONSTRUCT { ?a pcg:signsWith ?b } WHERE { ?a pcg:signsWith ?b }")
    expect(tab.locator("#rows pre")).to_contain_text("pcg:signsWith")
    assert tab.locator("#save-csv").is_hidden()
    assert tab.locator("#save-turtle").is_visible()


def test_the_answer_is_taken_away_whole(tab: Page, kg: KnowledgeGraph, tmp_path: Path) -> None:
    ask(tab, "SELECT ?s ?o WHERE { ?s pcg:signsWith ?o } ORDER BY ?s ?o")
    tab.wait_for_selector("#rows table")
    for format in ("csv", "json"):
        with tab.expect_download() as taken:
            tab.click(f"#save-{format}")
        taken.value.save_as(tmp_path / "answer")
        wanted = kg.query("SELECT ?s ?o WHERE { ?s pcg:signsWith ?o } ORDER BY ?s ?o").serialize(format)
        assert (tmp_path / "answer").read_bytes().decode() == wanted
        assert taken.value.suggested_filename == f"answer.{format}"


COPYING = {"permissions": ["clipboard-read", "clipboard-write"]}


@pytest.mark.needs("curl")
@pytest.mark.parametrize("tab", [COPYING], indirect=True)
def test_what_is_copied_runs(tab: Page, kg: KnowledgeGraph) -> None:
    text = """SELECT ?s WHERE { ?s pcg:signsWith ?o FILTER("it's $HOME \\\\ `x`" != STR(?o)) } ORDER BY ?s"""
    tab.fill("#text", text)
    tab.get_by_role("button", name="Copy as curl").click()
    expect(tab.locator("#status")).to_have_text("Copied: curl.")
    command = tab.evaluate("navigator.clipboard.readText()")
    done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=30)
    assert done.stdout.decode() == kg.query(text).serialize("csv")
    tab.get_by_role("button", name="Copy as Python").click()
    expect(tab.locator("#status")).to_have_text("Copied: Python.")
    script = tab.evaluate("navigator.clipboard.readText()")
    found: list[object] = []
    remote = SimpleNamespace(query=lambda text: found.append(text) or SimpleNamespace(to_polars=lambda: ""))
    lines = script.replace("import pcgraph\n", "").replace("pcgraph.connect(", "connect(")
    exec(lines, {"connect": lambda url: found.append(url) or remote, "print": lambda *_: None})  # noqa: S102
    assert found[0] == tab.evaluate("location.origin") + "/sparql"
    assert str(found[1]).strip() == text


@pytest.mark.parametrize("tab", [COPYING], indirect=True)
def test_a_link_to_a_question_holds_its_values(tab: Page, kg: KnowledgeGraph) -> None:
    tab.get_by_role("button", name="Who signed with a party").click()
    tab.get_by_label("party (agent)").fill("borealis")
    tab.get_by_role("button", name="Copy link").click()
    link = tab.evaluate("navigator.clipboard.readText()")
    assert link.endswith("/query#question=who-signed-with&party=borealis")
    tab.goto(link.replace("=borealis", "=Borealis+Shipping"))
    assert cells(tab) == [list(row) for row in kg.query("who-signed-with", party="borealis").short]
    assert tab.url == link


@pytest.mark.parametrize("tab", [COPYING], indirect=True)
def test_a_link_opens_and_asks(tab: Page, browser: Browser) -> None:
    tab.fill("#text", "SELECT ?s WHERE { ?s pcg:aim 'é#&%' } # 协议")
    tab.get_by_role("button", name="Copy link").click()
    expect(tab.locator("#status")).to_have_text("Copied: link.")
    link = tab.evaluate("navigator.clipboard.readText()")
    other = browser.new_page()
    other.goto(link)
    expect(other.locator("#status")).to_contain_text("0 rows")
    assert other.input_value("#text") == tab.input_value("#text")
    other.close()


def test_a_run_can_be_stopped(tab: Page) -> None:
    ask(tab, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")  # takes longer than anybody waits
    tab.click("#stop")
    expect(tab.locator("#fault")).to_have_text("Stopped.")
    expect(tab.locator("#run")).to_be_enabled()


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    "tab", [{}, pytest.param(PHONE, marks=pytest.mark.exhaustive)], indirect=True, ids=["desk", "phone"]
)
def test_axe_finds_nothing(tab: Page, address: str) -> None:
    wide = tab.evaluate("innerWidth > 500")
    for path in ("/", "/query"):  # test_site.py asks axe about the others, which a site has as well
        tab.goto(address + path)
        tab.wait_for_selector("html[data-ready]")
        if path == "/query":
            ask(tab, "SELECT ?s ?o WHERE { ?s pcg:signsWith ?o }")
            cells(tab)
        assert violations(tab) == [], path
        if wide:
            assert colour_violations(tab) == [], path
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_page_names_its_prefixes(tab: Page) -> None:
    assert json.loads(tab.locator("#data").text_content() or "")["prefixes"] == namespaces.PREFIXES


UNDER = """() => [...document.querySelectorAll("header :is(a, button, select, input), .zoom button")]
    .filter(one => one.checkVisibility())
    .filter(one => {
      one.scrollIntoView({ block: "nearest" });
      const { x, y, width, height } = one.getBoundingClientRect();
      return !one.contains(document.elementFromPoint(x + width / 2, y + height / 2)) || height < 24;
    })
    .map(one => one.outerHTML)"""


@pytest.mark.parametrize(
    "tab", everyday([{}, {"viewport": {"width": 1000, "height": 700}}, PHONE], {}.__eq__), indirect=True
)
def test_the_map_leads_to_the_other_pages(tab: Page, address: str) -> None:
    tab.goto(f"{address}/")
    tab.wait_for_selector("html[data-ready]")
    assert tab.evaluate(UNDER) == [], "each control can be hit, and none is small"
    links = tab.get_by_role("navigation", name="Pages").get_by_role("link")
    wanted = ["Questions", "Query", "Things", "Sources", "Ontology", "Methods", "Data"]
    assert links.all_inner_texts() == wanted
    links.get_by_text("Things").click()
    tab.get_by_role("link", name="Borealis", exact=True).click()
    expect(tab.locator("h1")).to_have_text("Borealis")
    tab.get_by_role("link", name="Map", exact=True).click()
    tab.wait_for_url(f"{address}/map.html")
