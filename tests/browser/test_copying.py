"""What the panel copies, opened again: Turtle, SPARQL, a citation and the link."""

from __future__ import annotations

import re
from typing import Any

import pytest
import rdflib
from playwright.sync_api import Page, expect

import page_views
from browser import expected
from browser.desk import Open, pick
from pcgraph import api
from pcgraph.page import View

TURTLE = "([kind, index]) => pcgraph.turtle({ kind, index })"
SPARQL = "([kind, index]) => pcgraph.sparql({ kind, index })"


def copied(tab: Page, key: str) -> str:
    tab.locator(f"#panel [data-key={key}]").click()
    area = tab.locator("#panel textarea")
    expect(area).to_be_visible()
    text = area.input_value()
    assert text
    return text


def everything(tab: Page) -> list[tuple[str, int]]:
    sizes = {"node": "pcgraph.SIZE.nodes", "engagement": "pcgraph.SIZE.engagements"}
    return [(kind, at) for kind, size in sizes.items() for at in range(tab.evaluate(size))]


def plain(graph: rdflib.Graph) -> set[Any]:
    """Return the triples with plain strings as such, however they were written."""
    string = lambda term: rdflib.Literal(str(term)) if getattr(term, "datatype", None) == rdflib.XSD.string else term  # noqa: E731
    return {(subject, verb, string(value)) for subject, verb, value in graph}


def test_every_turtle_parses_and_is_believed(show: Open, kg: api.KnowledgeGraph) -> None:
    """All triples of every copy are in the graph of beliefs, and none is empty where something is believed."""
    tab = show()
    view = page_views.tiny()
    pick(tab, "node", "id:acme")
    assert copied(tab, "copyTurtle") == tab.evaluate(TURTLE, ["node", 0])
    believed = plain(kg.current)
    for kind, at in everything(tab):
        graph = rdflib.Graph().parse(data=tab.evaluate(TURTLE, [kind, at]), format="turtle")
        assert not plain(graph) - believed, (kind, at)
        if kind == "node":
            assert len(graph) > 1 or at in expected.hidden(view)
        else:
            assert bool(len(graph)) == expected.known(view, at), at
            step = rdflib.URIRef(view["prefixes"]["pcg"] + "step")
            steps = {str(found).rpartition("/")[2] for found in graph.objects(None, step)}
            assert steps == {each[6] for each in view["engagements"]["steps"][at]}


@pytest.mark.filterwarnings("ignore:query")  # an engagement that no source describes has no rows
def test_every_question_runs_and_gives_rows(show: Open, kg: api.KnowledgeGraph) -> None:
    tab = show()
    view = page_views.tiny()
    pick(tab, "engagement", "id:crane-contract")
    assert "SELECT" in copied(tab, "copySparql")
    for kind, at in everything(tab):
        result = kg.query(tab.evaluate(SPARQL, [kind, at]))
        assert bool(len(result)) == (kind == "node" or expected.known(view, at)), (kind, at)


@pytest.mark.filterwarnings("ignore:query")  # an engagement that no source describes has no rows
def test_a_question_finds_all_sources_that_the_dossier_names(show: Open, kg: api.KnowledgeGraph) -> None:
    tab = show()
    view = page_views.tiny()
    full = view["prefixes"]["src"]
    for at, sources in enumerate(view["engagements"]["sources"]):
        result = kg.query(tab.evaluate(SPARQL, ["engagement", at]))
        found = {row[result.columns.index("source")] for row in result.rows}
        assert found == {full + view["sources"]["iri"][one].split(":")[1] for one in sources}


@pytest.mark.parametrize("kind", ["engagement", "node"])
def test_a_citation_names_sources_and_the_fact(show: Open, kind: str) -> None:
    view = page_views.tiny()
    table, name = view["engagements"], {"engagement": "id:crane-agreement", "node": "id:acme"}[kind]
    at = table["iri"].index("id:crane-agreement")
    node = view["nodes"]["iri"].index("id:acme")
    roles = [source for found in table["parties"] for party in found if party[1] == node for source in party[3]]
    tab = show(view)
    pick(tab, kind, name)
    text = copied(tab, "copyCitation")
    for source in table["steps"][at][-1][5] if kind == "engagement" else set(roles):
        for column in ("title", "publisher", "address"):
            assert view["sources"][column][source] in text  # type: ignore[literal-required]
    assert f"https://w3id.org/pcgraph/{name.replace(':', '/')}" in text
    assert view["title"] in text
    if kind == "engagement":
        assert re.search(r"characters \d+–\d+ \(not yet checked\)", text)
        tab.locator("#panel [data-key=fact]").select_option("crane-agreement")
        assert copied(tab, "copyCitation") != text  # that it exists


@pytest.mark.parametrize("hash", ["#node=id:acme", "#view=table&sector=sector:quays"])
def test_the_link_copied_is_the_address(show: Open, hash: str) -> None:
    tab = show(hash=hash)
    tab.evaluate("""() => { window.got = []; Object.defineProperty(navigator, "clipboard",
        { value: { writeText: async text => { window.got.push(text); } } }); }""")
    tab.locator("#copy-link").click()
    expect(tab.locator("#message")).to_have_text("Link copied.")
    assert tab.evaluate("window.got") == [tab.evaluate("location.href")]
    assert tab.evaluate("window.got[0]").endswith(hash)


def test_where_copying_is_forbidden_the_text_stands_selected(show: Open) -> None:
    tab = show(hash="#node=id:acme")
    tab.evaluate("""() => { Object.defineProperty(navigator, "clipboard",
        { value: { writeText: async () => { throw new Error("no"); } } }); }""")
    text = copied(tab, "copyTurtle")
    assert tab.evaluate("document.activeElement.tagName") == "TEXTAREA"
    area = tab.locator("#panel textarea")
    assert area.evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)") == text
    tab.locator("#copy-link").click()
    expect(tab.locator("#message")).to_contain_text("address bar")


def test_every_copy_of_the_real_data_parses(show: Open, real: View) -> None:
    tab = show(real)
    texts = tab.evaluate("pcgraph.ENGAGEMENTS.iri.map((_, index) => pcgraph.turtle({ kind: 'engagement', index }))")
    graph = rdflib.Graph()
    for text in texts[::6]:
        graph.parse(data=text, format="turtle")
    assert len(graph) > 500
    assert not re.search(r"undefined|NaN|\[object", "".join(texts))
