"""The query page of a static site: it answers in the browser as the command line does, and says why when it cannot."""

from __future__ import annotations

import gzip
import json
import shlex
from collections.abc import Callable, Iterable, Iterator
from functools import cache

import pyoxigraph as ox
import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import colour_violations, violations
from browser.desk import PATIENCE, PHONE, stop_the_clock
from browser.firefox import Firefox
from browser.site_query import ASK, CATCH, assert_questions, rows_of, site_files, terms_of
from browser.static_host import Host, hosting
from helpers import TINY, pcgraph
from pcgraph.api import KnowledgeGraph
from pcgraph.page import View
from pcgraph.query.questions import catalogue
from pcgraph.web.pages import query_page
from pcgraph.web.pages.html import style_name

MOST_MOVED, EACH = 1_500_000, 900  # bytes for the first answer, without the graph; bytes of the graph for an engagement
ENDLESS = (
    "SELECT (COUNT(*) AS ?n) { GRAPH ?a { ?b ?c ?d } GRAPH ?e { ?f ?g ?h } GRAPH ?i { ?j ?k ?l } FILTER(?d > ?l) }"
)
MOST_TRIES = 10  # on a busy machine, the time of a hint may be over too soon
Visit = Callable[..., Page]


@pytest.fixture
def real_site(real_kg: KnowledgeGraph) -> Iterator[Host]:
    """The site of the project's data on a host."""
    files, _, policy = _real_files(real_kg)
    with hosting(files, policy) as running:
        yield running


_real_files = cache(site_files)


@pytest.fixture(scope="module")
def site(kg: KnowledgeGraph) -> tuple[dict[str, bytes], dict[str, str], str]:
    return site_files(kg)


@pytest.fixture
def host(site: tuple[dict[str, bytes], dict[str, str], str]) -> Iterator[Host]:
    """The site of the tiny graph on a host. Tests may change its files."""
    with hosting(site[0], site[2]) as running:
        yield running


@pytest.fixture
def seen() -> list[str]:
    """What a page said on the console, threw, or asked of others; a test that expects any of it takes it out."""
    return []


@pytest.fixture
def visit(browser: Browser, seen: list[str], host: Host) -> Iterator[Visit]:
    """Open the page of a host; at the end, nothing but this host was asked and the console is silent.

    The host outlives the pages: one that stops while a page loads is an error on its console.
    """
    contexts = []

    def opened(host: Host = host, hash: str = "", **settings: object) -> Page:
        contexts.append(browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **settings}))  # type: ignore[arg-type]
        contexts[-1].set_default_timeout(PATIENCE)
        contexts[-1].on(
            "request", lambda sent: None if sent.url.startswith((host.url, "blob:")) else seen.append(sent.url)
        )
        tab = contexts[-1].new_page()
        tab.on("console", lambda message: seen.append(message.text))
        tab.on("pageerror", lambda error: seen.append(str(error)))
        tab.goto(f"{host.url}query.html{hash}")
        if settings.get("java_script_enabled", True):
            tab.wait_for_selector("html[data-ready]")
        return tab

    yield opened
    for context in contexts:
        context.close()
    assert seen == []


def run(tab: Page, text: str) -> None:
    """Run a query and wait until the page has done with it."""
    tab.fill("#text", text)
    tab.locator("#text").press("Control+Enter")
    settle(tab)


def settle(tab: Page) -> None:
    expect(tab.locator("#run")).to_be_enabled()


def wait_for(tab: Page, host: Host, many: int) -> None:
    """Wait until a host has sent so many files, at most a minute."""
    for _ in range(600):
        if len(host.sent) >= many:
            break
        tab.wait_for_timeout(100)


def fault(tab: Page) -> str:
    return tab.locator("#fault").inner_text() if tab.locator("#fault").is_visible() else ""


def cells(tab: Page) -> list[list[str]]:
    found: list[list[str]] = tab.locator("#rows tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.innerText))"
    )
    return found


def assert_it_still_answers(tab: Page) -> None:
    run(tab, "SELECT (10 - 3 - 2 AS ?x) {}")
    assert (fault(tab), cells(tab)) == ("", [["5"]])


# ---- The answers of the command line


def test_every_question_has_the_rows_of_the_command_line(visit: Visit, host: Host, kg: KnowledgeGraph) -> None:
    assert assert_questions(visit(host), kg) == len(catalogue.catalogue())


@pytest.mark.exhaustive
@pytest.mark.slow
def test_every_question_has_the_same_rows_on_the_real_data(
    visit: Visit, real_site: Host, real_kg: KnowledgeGraph
) -> None:
    assert_questions(visit(real_site), real_kg)


@pytest.mark.exhaustive
@pytest.mark.slow
def test_questions_have_the_same_rows_in_firefox(
    firefox: Callable[[bool], Firefox], real_site: Host, real_kg: KnowledgeGraph
) -> None:
    """A sample, as each takes two seconds there. Firefox also reads both ways of hosts to send packed files."""
    tab = firefox(False).visit(f"{real_site.url}query.html")
    assert assert_questions(tab, real_kg, every=12) > 5
    real_site.encodes = True
    again = firefox(False).visit(f"{real_site.url}query.html?again")
    again.evaluate(CATCH)
    _, text, _ = again.evaluate(ASK, "#query=SELECT (10 - 3 - 2 AS ?x) {}")
    assert terms_of(text)[1:] == [(str(ox.Literal(5)),)]
    for each in (tab, again):
        each.close()
    others = [line for line in tab.browser.seen if not line.startswith(real_site.url) and "favicon" not in line]
    tab.browser.seen = []
    assert others == []


VALUES = '"10" "a,b" "c\\"d" "e\\nf" "" 9 2.5 1e1 <urn:b,c> "x"@en true "2024-01-01"^^xsd:date UNDEF'
FREE = [
    f"SELECT * {{ VALUES ?z {{ {VALUES} }} VALUES ?a {{ {VALUES} }} }} ORDER BY DESC(?a) ?z",
    f"SELECT ?z {{ VALUES ?z {{ {VALUES} }} }} ORDER BY ?z",
    "SELECT ?thing ?place { ?thing a pcg:Company OPTIONAL { ?thing pcg:country ?place } } ORDER BY ?thing",
    "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g HAVING (COUNT(*) > 20) ORDER BY ?g",
    'SELECT ?p { <id/borealis> ?p "Borealis"@en }',
    "SELECT (1 AS ?x) { FILTER(false) }",
]


def test_a_free_query_is_saved_as_the_command_line_writes_it(visit: Visit, host: Host, kg: KnowledgeGraph) -> None:
    tab = visit(host)
    for text in FREE:
        run(tab, text)
        assert fault(tab) == ""
        saved = {}
        for suffix in ("csv", "json"):
            with tab.expect_download() as download:
                tab.click(f"#save-{suffix}")
            assert download.value.suggested_filename == f"answer.{suffix}"
            saved[suffix] = download.value.path().read_bytes().decode()
        assert saved["csv"] == kg.query(text).serialize("csv"), text
        assert json.loads(saved["json"]) == json.loads(kg.query(text).serialize("json")), text
        assert terms_of(saved["json"]) == rows_of(kg.query(text)), text


TRIPLES = [
    "CONSTRUCT { ?a pcg:signsWith ?b } WHERE { ?a pcg:signsWith ?b }",
    "DESCRIBE id:borealis",
    f"CONSTRUCT {{ <urn:a.> pcg:aim ?x ; <urn:p> [] }} {{ VALUES ?x {{ {VALUES} '1'@en-GB <source/a.#x> }} }}",
]


@pytest.mark.filterwarnings("ignore:.*occurs nowhere")
def test_triples_are_turtle(visit: Visit, host: Host, kg: KnowledgeGraph) -> None:
    tab = visit(host)
    tab.evaluate(CATCH)

    def triples(found: Iterable[ox.Triple | ox.Quad]) -> list[tuple[str, ...]]:
        known = ((t.subject, t.predicate, t.object) for t in found)
        return sorted(tuple("[]" if isinstance(each, ox.BlankNode) else str(each) for each in row) for row in known)

    for text in TRIPLES:
        suffix, turtle, _ = tab.evaluate(ASK, f"#query={text.replace('#', '%23')}")
        assert (suffix, turtle) == ("turtle", tab.locator("#rows pre").text_content())
        wanted = triples(ox.Triple(*row) for row in kg.query(text).terms)
        assert triples(ox.parse(turtle, format=ox.RdfFormat.TURTLE)) == wanted, text


def test_a_boolean(visit: Visit, host: Host) -> None:
    tab = visit(host)
    run(tab, "ASK { id:acme pcg:signsWith id:harbour-authority }")
    assert tab.locator("#rows").inner_text() == "yes"
    assert not tab.locator("#save-csv").is_visible()


# ---- What moves


def test_nothing_moves_before_the_reader_turns_to_the_form(visit: Visit, host: Host) -> None:
    tab = visit(host)
    assert [name for name, _ in host.sent] == ["query.html", style_name()]
    tab.locator("#filter").focus()
    wait_for(tab, host, len(host.files))
    assert sorted(name for name, _ in host.sent) == sorted(host.files), "before any query"
    assert_it_still_answers(tab)
    assert len(host.sent) == len(host.files)


@pytest.mark.slow
def test_the_first_answer_moves_little(visit: Visit, real_site: Host, real: View) -> None:
    tab = visit(real_site, "#question=who-signed-with&party=huawei")
    tab.wait_for_selector("#rows tbody tr")
    graph = sum(size for name, size in real_site.sent if name.startswith("assets/graph."))
    assert real_site.moved() - graph <= MOST_MOVED
    assert 0 < graph <= EACH * len(real["engagements"]["iri"])


def test_both_ways_of_hosts_to_send_packed_files(visit: Visit, host: Host) -> None:
    host.encodes = True
    assert_it_still_answers(visit(host))


# ---- What cannot be answered


@pytest.mark.parametrize("asset", ["graph", "engine", "worker"])
def test_a_file_that_the_host_lacks_is_named(
    asset: str, visit: Visit, host: Host, site: tuple[dict[str, bytes], dict[str, str], str], seen: list[str]
) -> None:
    name = site[1][asset]
    content = host.files.pop(name)
    tab = visit(host, "#question=who-signed-with")
    settle(tab)
    wanted = "cannot be run as the engine" if asset == "worker" else "the host answers 404 Not Found"
    assert fault(tab) == f"{name}: {wanted}. Publish the whole site again."
    seen[:] = [line for line in seen if "404" not in line]  # the browser reports it by itself
    host.files[name] = content
    assert_it_still_answers(tab)


FAULTS = {
    "no rewriting": ("worker", b"text:rewritten", b"text",
                     "The engine computes wrongly here: 10 − 3 − 2 gives “9” instead of 5."),
    "wrong engine": ("engine", b"", b"\0asm....", "The engine cannot start in this browser. "),
    "broken archive": ("graph", b"", b"\x1f\x8bnothing", "The engine cannot start in this browser. "),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_an_engine_that_is_not_as_it_should_be_answers_nothing(
    name: str, visit: Visit, host: Host, site: tuple[dict[str, bytes], dict[str, str], str]
) -> None:
    asset, old, new, line = FAULTS[name]
    content = host.files[site[1][asset]]
    assert old in content
    host.files[site[1][asset]] = content.replace(old, new) if old else gzip.compress(new) if asset == "engine" else new
    tab = visit(host)
    for _ in range(2):
        run(tab, "SELECT (10 - 3 - 2 AS ?x) {}")
        assert fault(tab).startswith(line)
        assert tab.locator("#answer").is_hidden()


CANNOT_RUN = [
    ("SELECT ?a {\n  ?a a pcg:Company }}", "Line 2, column 21: “}” does not fit here, where the query could end."),
    ("LOAD <http://example.org/>", "Line 1, column 1: LOAD is refused, because the graph is read-only."),
    (
        "SELECT * {\n SERVICE <http://example.org/> { ?s ?p ?o } }",
        "Line 2, column 2: SERVICE is refused, because this page never asks another server.",
    ),
    (
        "ASK " + "{" * 3000 + "}" * 3000,
        "Line 1, column 205: Brackets are nested more than 200 levels deep. Write a flatter query.",
    ),
    ("SELECT * { ?s " + "|".join(["pcg:sector"] * 3000) + " ?o }", "The engine broke down on this query ("),
]


def test_a_query_that_cannot_run_costs_at_most_the_engine(visit: Visit, host: Host) -> None:
    tab = visit(host)
    assert_it_still_answers(tab)
    for text, line in CANNOT_RUN:
        before = len(host.sent)
        run(tab, text)
        assert fault(tab).startswith(line)
        assert tab.locator("#answer").is_hidden()
        assert_it_still_answers(tab)
        assert len(host.sent) == before + line.startswith("The engine"), "only its script is loaded again"


def test_a_query_without_end_is_stopped_by_the_time_limit(visit: Visit, host: Host) -> None:
    tab = visit(host)
    assert_it_still_answers(tab)
    stop_the_clock(tab)
    tab.fill("#text", ENDLESS)
    tab.click("#run")
    expect(tab.locator("#status")).to_have_text("Running …")
    tab.clock.fast_forward(29_000)
    expect(tab.locator("#stop")).to_be_visible()
    tab.clock.fast_forward(1_000)
    settle(tab)
    assert fault(tab) == "Stopped after 30 seconds. Allow 120 seconds"
    tab.get_by_role("button", name="Allow 120 seconds").click()
    expect(tab.locator("#status")).to_have_text("Running …")
    tab.clock.fast_forward(120_000)
    settle(tab)
    assert fault(tab) == "Stopped after 120 seconds."
    assert_it_still_answers(tab)


def test_the_reader_stops_a_query_and_a_slow_start(visit: Visit, host: Host) -> None:
    host.held.clear()
    tab = visit(host)
    for status in ("Loading the engine and the graph …", "Running …"):
        tab.fill("#text", ENDLESS)
        tab.click("#run")
        expect(tab.locator("#status")).to_have_text(status)
        tab.click("#stop")
        settle(tab)
        assert fault(tab) == "Stopped."
        host.held.set()
        assert_it_still_answers(tab)


def test_a_graph_that_is_too_large_is_offered_as_a_file(
    visit: Visit, kg: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(query_page, "MOST_QUADS", 10)
    files, names, policy = site_files(kg)
    with hosting(files, policy) as host:
        tab = visit(host, "#question=who-signed-with&party=borealis")
        reason = f"This page does not answer queries: the graph has {len(kg.store):,} quads, "
        assert fault(tab).startswith(reason)
        expect(tab.locator("#refusal")).to_contain_text(reason)
        assert tab.locator("#refusal a").get_attribute("href") == names["graph"]
        assert "VALUES ?party { id:borealis }" in tab.input_value("#text")
        expect(tab.locator("#run")).to_be_disabled()
        tab.locator("#text").press("Control+Enter")
        wanted = {"query.html", style_name(), names["editor"], names["terms"]}  # the last two by focus
        wait_for(tab, host, len(wanted))
        assert {name for name, _ in host.sent} == wanted
    assert "wasm" not in policy


# ---- Questions, links and commands


def test_a_name_stands_for_what_it_means(visit: Visit, host: Host, kg: KnowledgeGraph) -> None:
    tab = visit(host)
    others, wanted = (
        [list(row) for row in kg.query("who-signed-with", party=party).short] for party in ("acme", "borealis")
    )
    assert others != wanted
    for name in ("Borealis Shipping", "BOREALIS", "id:borealis"):
        for typed, rows in (("acme", others), (name, wanted)):
            tab.get_by_label("party (agent)").fill(typed)
            tab.click("#run")
            settle(tab)
            assert fault(tab) == ""
            assert cells(tab) == rows, typed


def test_a_name_that_means_nothing_is_not_asked(visit: Visit, host: Host) -> None:
    tab = visit(host, "#question=who-signed-with&party=Nobody")
    settle(tab)
    assert fault(tab).startswith("party: “Nobody” is not in the graph.")
    assert tab.locator("#answer").is_hidden()


def test_a_term_that_occurs_nowhere_is_named(visit: Visit, host: Host) -> None:
    tab = visit(host)
    run(tab, "SELECT ?a { ?a pcg:signatry id:borealis }")
    expect(tab.locator("#hints li")).to_have_text("pcg:signatry occurs nowhere in the graph. Is it a typing mistake?")


def test_an_empty_answer_names_what_leaves_nothing_at_its_place(visit: Visit, host: Host) -> None:
    tab = visit(host)
    tab.locator("#text").focus()  # which loads the editor
    expect(tab.locator(".cm-content")).to_be_visible()
    for text, hint in (
        (
            'SELECT ?l {\n  id:borealis rdfs:label ?l\n  FILTER(?l = "Borealis") }',
            'query:3:3: FILTER(?l = "Borealis") leaves nothing: the values have a language tag (of ?l); '
            'write "Borealis"@en or STR(?l)',
        ),
        (
            "SELECT (COUNT(*) AS ?n) { ?x a pcg:Agreement ; pcg:country ?c }",
            "query:1:48: pcg:country ?c matches nothing together with a pcg:Agreement",
        ),
    ):
        for _ in range(MOST_TRIES):
            run(tab, text)
            if tab.locator("#hints").inner_text() == hint:
                break
        assert tab.locator("#hints").inner_text() == hint
        expect(tab.locator(".cm-lintRange-warning")).to_have_text("FILTER" if "FILTER" in hint else "pcg:country")
    run(tab, "SELECT ?x { ?x a pcg:Agreement }")
    expect(tab.locator("#hints")).to_be_hidden()


def test_a_link_asks_and_the_command_asks_the_same(visit: Visit, host: Host, kg: KnowledgeGraph) -> None:
    tab = visit(
        host, "#question=who-signed-with&party=Borealis+Shipping", permissions=["clipboard-read", "clipboard-write"]
    )
    settle(tab)
    short = [list(row) for row in kg.query("who-signed-with", party="borealis").short]
    assert (fault(tab), cells(tab)) == ("", short)
    assert tab.url == f"{host.url}query.html#question=who-signed-with&party=borealis"
    assert tab.locator("#copy-curl").count() == tab.locator("#copy-python").count() == 0

    def copied(button: str) -> str:
        tab.get_by_role("button", name=button).click()
        expect(tab.locator("#status")).to_contain_text("Copied")
        text: str = tab.evaluate("navigator.clipboard.readText()")
        return text

    assert copied("Copy link") == tab.url
    assert copied("Copy as command") == "pcgraph query who-signed-with --param party=borealis"
    text = 'SELECT ?s { ?s pcg:signsWith ?o FILTER("it\'s $HOME" != STR(?o)) } ORDER BY ?s # 协议 & 100%'
    tab.fill("#text", text)
    link, command = copied("Copy link"), shlex.split(copied("Copy as command"))
    done = pcgraph(*command[1:], "--data", str(TINY), "--format", "csv")
    assert done.stdout.split() == kg.query(text).serialize("csv").split()
    tab.goto(link)  # changes only the fragment
    settle(tab)
    assert (tab.input_value("#text"), tab.locator("#rows tbody tr").count()) == (text, len(kg.query(text)))


def test_a_link_to_a_question_that_is_not_there(visit: Visit, host: Host) -> None:
    assert fault(visit(host, "#question=nonsense")) == "There is no question “nonsense”."


def test_links_lead_to_the_pages_of_the_site(visit: Visit, host: Host) -> None:
    tab = visit(host)
    names = (
        "id:borealis id:a.signed src:register-1 <https://w3id.org/pcgraph/source/x#para=1> v:signed pcg:signs "
        "<https://example.org/> <javascript:alert(1)>"
    )
    run(tab, f"SELECT ?x {{ VALUES ?x {{ {names} }} }}")
    links = [link.get_attribute("href") for link in tab.locator("#rows a").all()]
    assert links == ["./id/borealis.html", "./id/a.html#a.signed", "./source/register-1.html", "./source/x.html#para=1",
                     "./vocab/signed.html", "./ontology.html#signs", "https://example.org/"]  # fmt: skip
    assert tab.locator("#rows a[rel]").count() == 1


def test_without_scripts_the_questions_are_links(visit: Visit, host: Host) -> None:
    tab = visit(host, java_script_enabled=False)
    links = [link.get_attribute("href") for link in tab.locator("noscript a").all()]
    assert links == [f"./questions/{name}.html" for name in catalogue.catalogue()]


# ---- For everybody


@pytest.mark.parametrize("settings", [{}, pytest.param(PHONE, marks=pytest.mark.exhaustive)], ids=["desk", "phone"])
def test_axe_finds_nothing(settings: dict[str, object], visit: Visit, host: Host) -> None:
    tab = visit(host, **settings)
    for text in ("SELECT ?s ?o WHERE { ?s pcg:signsWith ?o }", "nonsense"):
        run(tab, text)
        assert violations(tab) == []
        if not settings:
            assert colour_violations(tab) == []
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_by_keyboard_alone(visit: Visit, host: Host) -> None:
    tab = visit(host)
    tab.locator("#filter").focus()
    tab.keyboard.type("outcomes of memorandums")
    expect(tab.locator("#examples button")).to_have_count(1)
    for key in ("Tab", "Tab", "Enter"):
        tab.keyboard.press(key)
    expect(tab.locator("#examples button")).to_have_attribute("aria-pressed", "true")
    tab.locator("#text").focus()
    tab.keyboard.press("Tab")  # the editor lets go of the keyboard
    expect(tab.locator("#run")).to_be_focused()
    tab.keyboard.press("Enter")
    settle(tab)
    assert cells(tab)
