"""What a reader takes along, opened again: pictures, the table, Turtle, SPARQL, a citation."""

from __future__ import annotations

import base64
import csv
import io
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
import rdflib
from playwright.sync_api import Page, expect

import page_views
from browser import expected
from browser.desk import Open, pick, rows, shown, tie_name
from pcgraph import api
from pcgraph.page import View

VIEWS = ["partners", "engagements"]
TURTLE = "([kind, index]) => turtle({ kind, index })"
OPENED = """async ([source, head = 0, foot = 0]) => {
  const bytes = Uint8Array.from(atob(source), one => one.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(image.width, image.height), pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, head, image.width, image.height - head - foot), colours = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const colour = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
    colours.set(colour, (colours.get(colour) || 0) + 1);
  }
  return { wide: image.width, tall: image.height, colours: colours.size,
    most: Math.max(...colours.values()) / (data.length / 4) }; }"""


def save(tab: Page, kind: str) -> bytes:
    tab.locator("#save").click()
    with tab.expect_download() as waiting:
        tab.locator(f"#save-{kind}").click()
    assert waiting.value.suggested_filename.endswith(f".{kind}")
    return Path(waiting.value.path()).read_bytes()


@pytest.mark.parametrize("which", VIEWS)
def test_png_is_twice_the_size_and_not_blank(show: Open, which: str) -> None:
    tab = show(hash=f"#view={which}")
    content = save(tab, "png")
    picture = tab.evaluate(OPENED, [base64.b64encode(content).decode()])
    wide, high = tab.evaluate("[mapElement.clientWidth, mapElement.clientHeight]")
    assert picture["wide"] == 2 * wide
    assert picture["tall"] > 2 * high
    # The map alone, without what stands above and below it.
    head = 2 * tab.evaluate("TITLE_HEIGHT")
    picture = tab.evaluate(OPENED, [base64.b64encode(content).decode(), head, picture["tall"] - head - 2 * high])
    assert picture["colours"] > 100
    assert picture["most"] < 0.995


@pytest.mark.parametrize("which", VIEWS)
def test_svg_is_the_same_picture(show: Open, which: str) -> None:
    view = page_views.tiny()
    tab = show(view, hash=f"#view={which}")
    content = save(tab, "svg").decode()
    root = ET.fromstring(content)  # noqa: S314 - our own
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    texts = " ".join("".join(one.itertext()) for one in root.iter("{http://www.w3.org/2000/svg}text"))
    for word in ("Partnerships", "Acme", "Borealis", view["words"]["country"][0]["label"].capitalize()):
        assert word in texts
    assert len(list(root.iter("{http://www.w3.org/2000/svg}path"))) > len(shown(tab, "ties"))
    other = tab.context.new_page()
    other.set_content(content.split("?>", 1)[1])
    seen = other.locator("svg").first.bounding_box()
    assert seen
    assert seen["width"] == tab.evaluate("mapElement.clientWidth")
    picture = tab.evaluate(OPENED, [base64.b64encode(other.locator("svg").first.screenshot()).decode()])
    assert picture["colours"] > 100


@pytest.mark.parametrize("which", VIEWS)
@pytest.mark.parametrize("narrowed", ["", "&set=entered&as-of=2025-03-01"])
def test_csv_holds_the_rows_in_view(show: Open, which: str, narrowed: str) -> None:
    view = page_views.tiny()
    tab = show(view, hash=f"#view={which}{narrowed}")
    text = save(tab, "csv").decode("utf-8-sig")
    table = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(table) == rows(tab) > 0
    at = shown(tab, "ties" if which == "partners" else "engagements")
    full = lambda curie: view["prefixes"][curie.split(":")[0]] + curie.split(":", 1)[1]  # noqa: E731
    if which == "partners":
        wanted = {
            (full(view["nodes"]["iri"][view["ties"]["from"][tie]]), full(view["nodes"]["iri"][view["ties"]["to"][tie]]))
            for tie in at
        }
        assert {(row["from_iri"], row["to_iri"]) for row in table} == wanted
    else:
        matters = view["engagements"]
        assert {row["engagement_iri"] for row in table} == {full(matters["iri"][one]) for one in at}
        columns = [matters[name] for name in ("amount", "claim", "quantity")]  # type: ignore[literal-required]
        said = {full(matters["iri"][one]): [column[one] for column in columns] for one in at}
        assert {row["engagement_iri"]: [row["amount"], row["claim"], row["quantity"]] for row in table} == said


def copied(tab: Page, key: str) -> str:
    tab.locator(f"#panel [data-key={key}]").click()
    area = tab.locator("#panel textarea")
    expect(area).to_be_visible()
    text = area.input_value()
    assert text
    return text


def everything(tab: Page) -> list[tuple[str, int]]:
    sizes = {"node": "SIZE.nodes", "tie": "SIZE.ties", "engagement": "SIZE.engagements"}
    return [(kind, at) for kind, size in sizes.items() for at in range(tab.evaluate(size))]


def plain(graph: rdflib.Graph) -> set[Any]:
    """Triples with plain strings as such, however they were written."""
    string = lambda term: rdflib.Literal(str(term)) if getattr(term, "datatype", None) == rdflib.XSD.string else term  # noqa: E731
    return {(subject, verb, string(value)) for subject, verb, value in graph}


def test_every_turtle_parses_and_is_believed(show: Open, kg: api.KnowledgeGraph) -> None:
    """All triples of every copy are in the graph of beliefs, and none is empty where something is believed."""
    tab = show()
    pick(tab, "node", "id:acme")
    assert copied(tab, "copyTurtle") == tab.evaluate("turtle({ kind: 'node', index: 0 })")
    believed = plain(kg.current)
    foreign: list[Any] = []
    for kind, at in everything(tab):
        graph = rdflib.Graph().parse(data=tab.evaluate(TURTLE, [kind, at]), format="turtle")
        extra = plain(graph) - believed
        if extra:
            foreign.append((kind, at, extra))
        if kind == "node":
            assert len(graph) > 1 or at in expected.hidden(page_views.tiny())
    assert foreign == []


def test_every_question_runs_and_gives_rows(show: Open, kg: api.KnowledgeGraph) -> None:
    tab = show()
    view = page_views.tiny()
    pick(tab, "engagement", "id:crane-contract")
    assert "SELECT" in copied(tab, "copySparql")
    silent = []
    for kind, at in everything(tab):
        result = kg.query(tab.evaluate("([kind, index]) => sparql({ kind, index })", [kind, at]))
        gone = (kind == "tie" and len(view["ties"]["known"][at]) % 2 == 0) or (
            kind == "engagement" and not view["engagements"]["sources"][at]
        )
        tied = at in expected.ends(view, expected.ties(view, unnamed=True))
        if bool(len(result)) != (not gone) and not (kind == "node" and not tied):
            silent.append((kind, at, len(result)))
    assert silent == []


def test_a_question_finds_all_sources_that_the_dossier_names(show: Open, kg: api.KnowledgeGraph) -> None:
    tab = show()
    view = page_views.tiny()
    full = view["prefixes"]["src"]
    for at, sources in enumerate(view["engagements"]["sources"]):
        result = kg.query(tab.evaluate("index => sparql({ kind: 'engagement', index })", at))
        found = {row[result.columns.index("source")] for row in result.rows}
        assert found == {full + view["sources"]["iri"][one].split(":")[1] for one in sources}


def test_a_citation_names_sources_and_the_fact(show: Open) -> None:
    view = page_views.tiny()
    tab = show(view)
    pick(tab, "tie", tie_name(view, 1))
    text = copied(tab, "copyCitation")
    for source in view["ties"]["sources"][1]:
        for column in ("title", "publisher", "address"):
            assert view["sources"][column][source] in text  # type: ignore[literal-required]
    assert "https://w3id.org/pcgraph/id/crane-agreement" in text
    assert view["title"] in text


@pytest.mark.parametrize("hash", ["#node=id:acme", "#view=engagements&sector=sector:quays"])
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


def test_the_same_on_the_real_data(show: Open, real: View) -> None:
    """Every copy of the real data parses; a CSV has as many rows as the table says."""
    tab = show(real)
    texts = tab.evaluate("ENGAGEMENTS.iri.map((_, index) => turtle({ kind: 'engagement', index }))")
    graph = rdflib.Graph()
    for text in texts[::6]:
        graph.parse(data=text, format="turtle")
    assert len(graph) > 500
    assert len(list(csv.reader(io.StringIO(tab.evaluate("csvText()"), newline="")))) == 1 + rows(tab)
    assert not re.search(r"undefined|NaN|\[object", "".join(texts) + tab.evaluate("csvText()"))
