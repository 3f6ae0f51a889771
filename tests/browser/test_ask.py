"""SPARQL inside the page: it answers as the command line does, refuses what it must, and survives what breaks it."""

from __future__ import annotations

import csv
import io
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import page_views
from browser.axe import colour_violations, violations
from browser.desk import PHONE, Open, hash_of, stop_the_clock
from pcgraph import api
from pcgraph.page import View
from pcgraph.page.offline_sparql import ask as engine_for
from pcgraph.query.questions import catalogue
from pcgraph.query.questions.examples import examples

FORMULA = re.compile(r"^'(?=[=+\-@\t\r\n])")  # a spreadsheet would run the cell without the apostrophe
ENDLESS = (
    "SELECT (COUNT(*) AS ?n) { GRAPH ?a { ?b ?c ?d } GRAPH ?e { ?f ?g ?h } GRAPH ?i { ?j ?k ?l } FILTER(?d > ?l) }"
)


engine_of = cache(engine_for)


@pytest.fixture
def ask(show: Open, kg: api.KnowledgeGraph) -> Any:
    """Return a function that opens the tiny graph's page on the view that answers queries."""

    def opened(hash: str = "#view=ask", **settings: Any) -> Page:
        return show(page_views.tiny(), hash=hash, ask=engine_of(kg), **settings)

    return opened


def run(tab: Page, text: str) -> None:
    """Run a query that the reader writes, and wait until the page has done with it."""
    if not tab.locator("#ask-text").is_visible():
        tab.locator("#ask-fold summary").click()
    tab.fill("#ask-text", text)
    tab.locator("#ask-text").press("Control+Enter")
    settle(tab)


def settle(tab: Page) -> None:
    expect(tab.locator("#ask-stop")).to_be_hidden()


def cells(tab: Page) -> list[list[str]]:
    found: list[list[str]] = tab.locator("#ask-answer tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.innerText))"
    )
    return found


def error(tab: Page) -> str:
    return tab.locator("#ask-error").inner_text() if tab.locator("#ask-error").is_visible() else ""


def saved(tab: Page) -> list[list[str]]:
    """Return the header and the rows of the CSV file that the page saves."""
    with tab.expect_download() as download:
        tab.click("#ask-save")
    text = Path(download.value.path()).read_bytes().decode()
    return [[FORMULA.sub("", cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""))]


def expected(kg: api.KnowledgeGraph, name: str) -> list[list[str]]:
    """Return what the command line writes as CSV, with the values that the form proposes."""
    values = examples(kg.store, catalogue.find(name), kg.names)
    return [*csv.reader(io.StringIO(kg.query(name, **values).serialize("csv"), newline=""))]


def answers_as_the_command_line(tab: Page, kg: api.KnowledgeGraph, *, every: int = 1) -> None:
    for name, question in [*catalogue.catalogue().items()][::every]:
        tab.locator(f'#questions [data-name="{name}"]').click()
        settle(tab)
        assert error(tab) == "", name
        expect(tab.locator("#ask-notes")).to_be_hidden()
        expect(tab.locator("#ask-title")).to_have_text(question.title)
        wanted = expected(kg, name)
        count = tab.locator("#ask-status").inner_text()
        assert int(count.split(" ")[0].replace(",", "") if wanted[1:] else 0) == len(wanted) - 1, (name, count)
        found = saved(tab) if wanted[1:] else wanted
        assert found[0] == wanted[0], name
        if "ORDER BY" in question.text:
            assert found == wanted, name
        assert sorted(found) == sorted(wanted), name


@pytest.mark.exhaustive
def test_every_question_has_the_answer_of_the_command_line(ask: Any, kg: api.KnowledgeGraph) -> None:
    answers_as_the_command_line(ask(accept_downloads=True), kg)


@pytest.mark.exhaustive
@pytest.mark.slow
def test_questions_have_the_same_answer_on_the_real_data(show: Open, real: View, real_kg: api.KnowledgeGraph) -> None:
    """A few: the query page of a site asks the same engine all of them (test_site_query.py)."""
    tab = show(real, hash="#view=ask", ask=engine_for(real_kg), accept_downloads=True)
    answers_as_the_command_line(tab, real_kg, every=16)


def test_columns_and_order_are_those_of_the_command_line(ask: Any, kg: api.KnowledgeGraph) -> None:
    values = '"10" "9" "1z" 9 10 2.5 1e1 <urn:b> <urn:a> "x"@en "x"@ur true "2024-01-01"^^xsd:date UNDEF'
    tab = ask()
    for text in (
        f"SELECT * {{ VALUES ?z {{ {values} }} VALUES ?a {{ {values} }} }} ORDER BY DESC(?a) ?z",
        "SELECT * { ?thing a pcg:Company ; rdfs:label ?label OPTIONAL { ?thing pcg:country ?place } } ORDER BY ?label",
        "SELECT * { VALUES (?n ?k) { (3 1) (10 1) (2 1) } } ORDER BY ?k LIMIT 2",
        "CONSTRUCT { ?a pcg:signsWith ?b } { ?a pcg:signsWith ?b }",
        "DESCRIBE id:borealis",
        "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g HAVING (COUNT(*) > 20) (COUNT(?s) < 90) "
        "ORDER BY ?g",
        "SELECT (COUNT(*) AS ?n) FROM g:register { ?s ?p ?o }",
        'SELECT ?p { <id/borealis> ?p "Borealis"@en }',
        "SELECT (10 - 3 - 2 AS ?x) (0 * 0.5 AS ?y) {}",  # more of it in tests/page/ask.test.mjs
    ):
        run(tab, text)
        assert error(tab) == "", text
        assert saved(tab) == [*csv.reader(io.StringIO(kg.query(text).serialize("csv"), newline=""))], text


CANNOT_RUN = [
    ("SELECT ?a {\n  ?a a pcg:Company }}", "Line 2, column 21: “}” does not fit here, where the query could end."),
    ("SELECT ?a {\n  ?a a pcg:Company ", "Line 2, column 20: The query ends too early."),
    ("SELECT ?a { ?a a foo:Company }", "Line 1, column 18: Unknown prefix: foo"),
    ("SELECT ?a { ?a a pcg:Company } LIMIT x", "Line 1, column 38: “x” does not fit here. Expected: 1"),
    ("SELECT ?a ?b { ?a a ?b } GROUP BY ?a", "Projection of ungrouped variable (?b)"),
    ("", "The query is empty."),
    (
        "SELECT * {\n SERVICE <http://example.org/> { ?s ?p ?o } }",
        "Line 2, column 2: SERVICE is refused, because this page never asks another server.",
    ),
    ("INSERT DATA { id:a id:b id:c }", "Line 1, column 1: INSERT is refused, because the graph is read-only."),
    (
        "ASK " + "{" * 3000 + "}" * 3000,
        "Line 1, column 205: Brackets are nested more than 200 levels deep. Write a flatter query.",
    ),
    (
        "SELECT ?a { ?a ?b ?c } ORDER BY RAND()",
        "Line 1, column 33: ORDER BY RAND() changes while rows are compared. Write BIND(RAND() AS ?r) and ORDER BY ?r.",
    ),
    (
        "SELECT ?a FROM g:none { ?a ?b ?c }",
        "Line 1, column 11: There is no graph <https://w3id.org/pcgraph/graph/none>.",
    ),
]


def test_a_query_that_cannot_run_is_explained_in_one_line(ask: Any) -> None:
    tab = ask()
    for text, line in CANNOT_RUN:
        run(tab, text)
        assert error(tab) == line
        assert tab.locator("#ask-answer").is_hidden()
    run(tab, "SELECT (1 AS ?x) {}")
    assert (error(tab), cells(tab)) == ("", [["1"]])


def test_a_query_that_breaks_the_engine_costs_only_the_engine(ask: Any) -> None:
    tab = ask()
    run(tab, "SELECT * { ?s " + "|".join(["pcg:sector"] * 3000) + " ?o }")
    assert error(tab).startswith("The engine broke down on this query (")
    run(tab, "SELECT (1 AS ?x) {}")
    assert cells(tab) == [["1"]]


def test_a_query_without_end_is_stopped_by_the_time_limit(ask: Any) -> None:
    tab = ask(alone=True)
    run(tab, "SELECT (1 AS ?x) {}")
    stop_the_clock(tab)
    tab.fill("#ask-text", ENDLESS)
    tab.click("#ask-run")
    expect(tab.locator("#ask-status")).to_have_text("Running …")
    tab.clock.fast_forward(9_000)
    expect(tab.locator("#ask-stop")).to_be_visible()
    expect(tab.locator("#ask-clock")).to_have_text("9 s")
    tab.clock.fast_forward(1_000)
    settle(tab)
    assert error(tab) == "Stopped after 10 seconds. Allow 60 seconds"
    tab.get_by_role("button", name="Allow 60 seconds").click()
    expect(tab.locator("#ask-status")).to_have_text("Running …")
    tab.clock.fast_forward(59_000)
    expect(tab.locator("#ask-stop")).to_be_visible()
    tab.clock.fast_forward(1_000)
    settle(tab)
    assert error(tab) == "Stopped after 60 seconds."
    run(tab, "SELECT (1 AS ?x) {}")
    assert cells(tab) == [["1"]]


def test_the_reader_stops_a_query(ask: Any) -> None:
    tab = ask()
    run(tab, "SELECT (1 AS ?x) {}")
    tab.fill("#ask-text", ENDLESS)
    tab.click("#ask-run")
    expect(tab.locator("#ask-status")).to_have_text("Running …")
    tab.click("#ask-stop")
    settle(tab)
    assert error(tab) == "Stopped."
    run(tab, "ASK { id:acme pcg:signsWith id:harbour-authority }")
    assert tab.locator("#ask-answer").inner_text() == "Yes"


def test_a_new_query_takes_the_place_of_one_that_runs(ask: Any) -> None:
    tab = ask()
    tab.fill("#ask-text", ENDLESS)
    for text in (ENDLESS, ENDLESS, "SELECT (1 AS ?x) {}"):
        tab.fill("#ask-text", text)
        tab.locator("#ask-text").press("Control+Enter")
    settle(tab)
    assert (error(tab), cells(tab)) == ("", [["1"]])


def test_a_term_that_occurs_nowhere_is_named(ask: Any) -> None:
    tab = ask()
    run(tab, "SELECT ?a { ?a pcg:signatry id:borealis }")
    assert tab.locator("#ask-answer").inner_text() == "No rows."
    expect(tab.locator("#ask-notes li")).to_have_text(
        "pcg:signatry occurs nowhere in the graph. Is it a typing mistake?"
    )
    run(tab, "SELECT ?a { ?a pcg:signatory id:borealis }")
    expect(tab.locator("#ask-notes")).to_be_hidden()
    run(tab, "SELECT ?a {\n  id:borealis pcg:signatory ?a }")
    expect(tab.locator("#ask-notes li")).to_have_text("query:2:15: pcg:signatory ?a matches nothing")
    expect(tab.locator(".cm-lintRange-warning")).to_have_text("pcg:signatory")
    run(tab, "SELECT ?a { GRAPH g:register { ?a rdfs:label ?b } }")
    expect(tab.locator("#ask-notes")).to_be_hidden()


def test_more_rows_than_a_browser_can_show_are_cut_and_said_so(ask: Any) -> None:
    tab = ask()
    run(tab, "SELECT ?a ?b { GRAPH ?g { ?a ?p ?x } GRAPH ?h { ?b ?q ?y } } LIMIT 30000")
    assert tab.locator("#ask-status").inner_text().startswith("20,000 rows")
    expect(tab.locator("#ask-notes li")).to_contain_text("Only the first 20,000 rows are shown.")
    assert tab.locator("#ask-answer tbody tr").count() == 200
    tab.get_by_role("button", name="Show 200 more").click()
    assert tab.locator("#ask-answer tbody tr").count() == 400


# ---- Questions with values


def test_a_link_asks_a_question_with_its_values(ask: Any, kg: api.KnowledgeGraph) -> None:
    tab = ask("#view=ask&question=who-signed-with")
    settle(tab)
    assert len(cells(tab)) == len(kg.query("who-signed-with", party="harbour-authority"))
    field = tab.get_by_label("party (agent)")
    assert field.input_value() == "harbour-authority"
    field.fill("borealis")
    field.press("Enter")
    settle(tab)
    assert len(cells(tab)) == len(kg.query("who-signed-with", party="borealis"))
    assert "VALUES ?party { id:borealis }" in tab.input_value("#ask-text")
    assert "question=who-signed-with+party%3Dborealis" in hash_of(tab)
    again = ask(hash_of(tab))
    settle(again)
    assert again.get_by_label("party (agent)").input_value() == "borealis"
    assert cells(again) == cells(tab)
    tab.go_back()
    settle(tab)
    assert field.input_value() == "harbour-authority"


@pytest.mark.exhaustive
def test_a_name_stands_for_what_it_means(ask: Any, kg: api.KnowledgeGraph) -> None:
    tab = ask("#view=ask&question=who-signed-with")
    settle(tab)
    others, wanted = (len(kg.query("who-signed-with", party=party)) for party in ("acme", "borealis"))
    assert others != wanted
    for name in ("Borealis Shipping", "BOREALIS", "id:borealis", "https://w3id.org/pcgraph/id/borealis"):
        for typed, count in (("acme", others), (name, wanted)):
            tab.get_by_label("party (agent)").fill(typed)
            tab.click("#ask-run")
            settle(tab)
            assert error(tab) == ""
            assert len(cells(tab)) == count, typed


def test_a_value_that_means_nothing_is_said_so(ask: Any) -> None:
    unknown = "is not in the graph. Enter the id or the name of something such as harbour-authority."
    tab = ask("#view=ask&question=who-signed-with")
    settle(tab)
    before = tab.input_value("#ask-text")
    for name, line in (
        ("Nobody", f"party: “Nobody” {unknown}"),
        ('x> } #"', f'party: “x> }} #"” {unknown}'),
        ("", "party is empty. Enter a value such as harbour-authority."),
    ):
        tab.get_by_label("party (agent)").fill(name)
        tab.click("#ask-run")
        settle(tab)
        assert error(tab) == line
        assert tab.input_value("#ask-text") == before


def test_a_field_suggests_names(ask: Any) -> None:
    tab = ask("#view=ask&question=who-signed-with")
    settle(tab)
    tab.get_by_label("party (agent)").focus()
    option = tab.locator('#names-agent option[value="borealis"]')
    expect(option).to_have_text("Borealis")


def test_a_question_that_is_changed_becomes_a_query_of_the_reader(ask: Any) -> None:
    tab = ask("#view=ask&question=who-signed-with")
    settle(tab)
    run(tab, "SELECT (1 AS ?x) {}")
    expect(tab.locator("#ask-title")).to_have_text("Your own query")
    assert hash_of(tab) == "#view=ask&query=SELECT+%281+AS+%3Fx%29+%7B%7D"
    run(tab, f"SELECT (1 AS ?x) {{}} # {'long ' * 400}")
    assert hash_of(tab) == "#view=ask"
    assert cells(tab) == [["1"]]


def test_a_link_with_a_query_is_answered(ask: Any) -> None:
    tab = ask("#view=ask&query=SELECT+%285-2-1+AS+%3Fx%29+%7B%7D")
    settle(tab)
    assert (cells(tab), tab.input_value("#ask-text")) == ([["2"]], "SELECT (5-2-1 AS ?x) {}")


def test_a_link_to_a_question_that_is_not_there(ask: Any) -> None:
    tab = ask("#view=ask&question=nonsense")
    settle(tab)
    assert error(tab) == "There is no question “nonsense”."


def test_the_list_of_questions_is_searched(ask: Any) -> None:
    tab = ask()
    tab.fill("#questions-filter", "SIGNED party")
    names = tab.locator("#questions button").evaluate_all("buttons => buttons.map(button => button.dataset.name)")
    assert "who-signed-with" in names
    assert len(names) < 10
    tab.fill("#questions-filter", "zzz")
    expect(tab.locator("#questions p")).to_have_text("No question matches.")


# ---- On the page


def test_what_an_answer_names_is_selected_on_the_page(ask: Any) -> None:
    tab = ask()
    run(
        tab,
        "SELECT ?who ?label ?paper ?step { ?paper pcg:signatory ?who ; pcg:step ?step . ?who rdfs:label ?label "
        "FILTER(LANG(?label) = 'en') } ORDER BY ?who",
    )
    who, label, paper, step = tab.locator("#ask-answer tbody tr").first.locator("td").all()
    assert (who.inner_text(), label.inner_text()) == ("id:acme", "Acme")  # the name stands in the row already
    who.get_by_role("button").click()
    expect(tab.locator("#panel-title")).to_contain_text("Acme")
    assert "node=id:acme" in hash_of(tab)
    for cell in (paper, step):
        cell.get_by_role("button").click()
        title = tab.locator("#panel-title").inner_text()
        assert title in (paper.inner_text(), step.get_by_role("button").get_attribute("title"))
        assert "engagement=id:" in hash_of(tab)
    tab.click("#view-table")
    expect(tab.locator("#rows tr.chosen")).to_be_visible()
    tab.click("#view-ask")
    assert cells(tab)


def test_all_of_it_by_keyboard(ask: Any, kg: api.KnowledgeGraph) -> None:
    tab = ask()
    tab.locator("#questions-filter").focus()
    tab.keyboard.type("signed")
    tab.keyboard.press("Tab")
    for _ in range(30):
        if tab.evaluate("document.activeElement.dataset.name") == "who-signed-with":
            break
        tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    settle(tab)
    expect(tab.locator("#ask-title")).to_have_text("Who signed with a party")
    assert tab.evaluate("document.activeElement.dataset.name") == "who-signed-with"
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.id") == "ask-value-party"
    tab.keyboard.press("Control+A")
    tab.keyboard.type("borealis")
    tab.keyboard.press("Control+Enter")
    settle(tab)
    assert len(cells(tab)) == len(kg.query("who-signed-with", party="borealis"))
    for _ in range(12):
        tab.keyboard.press("Tab")
        settle(tab)  # a field that was changed asks again when it is left, and the answer is away for a moment
        if tab.evaluate("document.activeElement.matches('#ask-answer td button')"):
            break
    tab.keyboard.press("Enter")
    expect(tab.locator("#panel-title")).to_be_focused()


@pytest.mark.exhaustive
@pytest.mark.parametrize("settings", [{}, PHONE], ids=["desk", "phone"])
def test_axe_finds_nothing(ask: Any, settings: dict[str, Any]) -> None:
    tab = ask("#view=ask", **settings)
    states = [
        "SELECT ?who (COUNT(*) AS ?n) { ?paper pcg:signatory ?who } GROUP BY ?who ORDER BY ?who",
        "nonsense",
        "ASK {}",
    ]
    for text in states:
        run(tab, text)
        assert violations(tab) == []
        if not settings:
            assert colour_violations(tab) == []


@pytest.mark.parametrize(
    ("language", "words"), [("zh", ("提问", "运行", "自己写查询")), ("ur", ("پوچھیں", "چلائیں", "آپ کی اپنی کیوئری"))]
)
def test_it_speaks_the_languages_of_the_page(ask: Any, language: str, words: tuple[str, ...]) -> None:
    tab = ask(f"#view=ask&language={language}")
    for id, word in zip(("view-ask", "ask-run", "ask-title"), words, strict=True):
        expect(tab.locator(f"#{id}")).to_have_text(word)
    run(tab, "SELECT ?a { ?a a pcg:Company }}")
    assert not re.search(r"\bask[A-Z]", tab.locator("body").inner_text())
    assert error(tab)
    tab.select_option("#language", "en")
    assert error(tab).startswith("Line 1, column 31")
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_page_without_the_engine_has_nothing_of_it(show: Open) -> None:
    tab = show(hash="#view=ask")
    expect(tab.locator("#view-ask")).to_have_count(0)
    expect(tab.locator("#message")).to_contain_text("view=ask")
    policy = tab.locator("meta[http-equiv]").get_attribute("content") or ""
    assert "wasm" not in policy
    assert "worker" not in policy


def test_right_to_left_the_list_the_numbers_and_the_hint_stand_right(ask: Any) -> None:
    tab = ask(hash="#view=ask&language=ur&question=who-funds-whom")
    settle(tab)
    item = tab.locator("#questions .item bdi").last
    item.evaluate("element => { element.textContent = 'Word '.repeat(12) + 'end'; }")
    right = item.evaluate(
        """element => { const range = document.createRange(), text = element.firstChild;
            range.setStart(text, text.length - 3); range.setEnd(text, text.length);
            return element.parentElement.getBoundingClientRect().right - range.getBoundingClientRect().right; }"""
    )
    assert right < 24, "the last line ends at the right edge"
    assert tab.locator("#ask-answer td.number").first.evaluate("cell => getComputedStyle(cell).textAlign") == "right"
    room = tab.locator("#questions-filter").evaluate(
        """field => { const { font, paddingInlineStart } = getComputedStyle(field);
            const context = document.createElement("canvas").getContext("2d");
            context.font = font;
            const wide = context.measureText(field.placeholder).width;
            return field.clientWidth - 2 * parseFloat(paddingInlineStart) - wide; }"""
    )
    assert room >= 0
