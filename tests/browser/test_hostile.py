"""Text that tries to be markup, script, style, formula or direction stays text, wherever it stands."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from playwright.sync_api import Page, expect

import page_views
from browser.desk import Open, names, shown
from naughty import NAUGHTY
from pcgraph.page import View

FOREIGN = "img, iframe, object, embed, base, form, meta[http-equiv=refresh], b, [style*=fixed]"
INERT = """foreign => ({
    broken: window.broken ?? null,
    foreign: [...document.querySelectorAll(foreign)].map(one => one.outerHTML),
    handlers: [...document.querySelectorAll("*")].flatMap(one => one.getAttributeNames())
      .filter(name => /^on/i.test(name)),
    links: [...document.querySelectorAll("a:not(#skip)")].map(one => one.href)
      .filter(href => !/^https?:/.test(href) && !href.startsWith(location.href.split("#")[0] + "#")),
    scripts: document.querySelectorAll("script").length })"""


VISIT = """([kind, size]) => {
    for (let index = 0; index < pcgraph.SIZE[size]; index += 1) pcgraph.select(kind, index); }"""


def inert(tab: Page, scripts: int) -> None:
    found = tab.evaluate(INERT, FOREIGN)
    assert found == {"broken": None, "foreign": [], "handlers": [], "links": [], "scripts": scripts}


def everywhere(tab: Page) -> None:
    """Visit every dossier, all views, an event, a path and every tip."""
    for view in ("board", "table", "analyse", "map"):
        tab.evaluate("view => pcgraph.change({ view, unnamed: true, people: true }, { refit: true })", view)
        for kind, size in (("node", "nodes"), ("engagement", "engagements")):
            tab.evaluate(VISIT, [kind, size])
        tab.evaluate("for (const { index } of pcgraph.shown.stacks) pcgraph.select('stack', index)")
    tab.evaluate("for (const item of pcgraph.scene.items) pcgraph.showTooltip(10, 10, item)")
    for patch in ("{ event: 0 }", "{ event: null, path: [0, 2] }", "{ path: null, text: '<b>' }", "{ text: '' }"):
        tab.evaluate(f"pcgraph.change({patch}, {{ refit: true }})")


def naughty(some: list[str]) -> View:
    """The tiny graph with these strings for names, labels, aliases, titles, addresses, sectors, reasons and quotes."""
    view = page_views.tiny()
    taken = iter(some * 20)
    table: Any
    for table, columns in (
        (view["nodes"], ("label", "short", "summary")),
        (view["engagements"], ("label", "summary", "amount", "claim", "quantity", "starts", "ends", "expected")),
        (view["sources"], ("title", "publisher", "date", "address", "said_by")),
    ):
        for column in columns:
            table[column] = [next(taken) for _ in table[column]]
    for group in view["words"].values():
        for word in group:  # type: ignore[attr-defined]
            word["label"] = next(taken)
    view["nodes"]["aliases"] = [[next(taken), next(taken)] for _ in view["nodes"]["iri"]]
    view["nodes"]["labels"] = [{"zh": next(taken), "ur": next(taken)} for _ in view["nodes"]["iri"]]
    view["nodes"]["facts"] = [[(next(taken), next(taken), 1, 0)] for _ in view["nodes"]["iri"]]
    for at in range(len(view["engagements"]["iri"])):
        view["engagements"]["disputes"][at] = [
            {"what": next(taken), "values": [(next(taken), [0])], "believed": next(taken), "verdict": next(taken)}
        ]
        view["engagements"]["passages"][at] = [(0, next(taken), next(taken), next(taken), "proved", next(taken))]
        view["engagements"]["aims"][at] = [next(taken)]
    for place in view["words"]["place"]:
        place["label"] = next(taken)
    view["unknowns"] = [next(taken) for _ in range(5)]
    return view


@pytest.fixture
def scripts(show: Open) -> int:
    """How many scripts a page without any bad text has."""
    return int(show().evaluate("document.querySelectorAll('script').length"))


def test_hostile_text_stays_text(show: Open, scripts: int) -> None:
    tab = show(page_views.hostile(), heading="</title><script>window.broken = 8</script>" + page_views.HOSTILE[2])
    everywhere(tab)
    inert(tab, scripts)
    for language in ("zh", "ur"):
        tab.evaluate("language => pcgraph.change({ language })", language)
        everywhere(tab)
    inert(tab, scripts)
    tab.evaluate("pcgraph.change({ language: 'en', selection: null })")
    tab.locator("#search").fill("script")
    expect(tab.locator("#search-results")).to_contain_text("<script>")
    inert(tab, scripts)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 1440


@pytest.mark.exhaustive
@pytest.mark.parametrize("part", range(3))
def test_naughty_strings_stay_text(show: Open, scripts: int, part: int) -> None:
    tab = show(naughty(NAUGHTY[part::3]), heading=NAUGHTY[part])
    everywhere(tab)
    inert(tab, scripts)
    tab.evaluate("pcgraph.change({ selection: null })")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 1440


def test_names_on_the_canvas_bear_no_marks_of_direction(show: Open) -> None:
    view = page_views.tiny()
    view["nodes"]["short"] = [f"\u202e{name}\u2066" for name in view["nodes"]["short"]]
    written = "".join(line["text"] for line in names(show(view)))
    assert "Acme" in written
    assert not set(written) & set("\u202e\u2066")


def test_hostile_text_in_what_is_saved(show: Open, tmp_path: Path) -> None:
    tab = show(page_views.hostile())
    tab.locator("#save").click()
    with tab.expect_download() as waiting:
        tab.locator("#save-svg").click()
    svg = tmp_path / "saved.svg"
    svg.write_bytes(Path(waiting.value.path()).read_bytes())
    other = tab.context.new_page()
    other.set_content(svg.read_text(encoding="utf-8"))
    assert other.evaluate("window.broken ?? null") is None
    assert other.locator("script, img, a, foreignObject").count() == 0
    assert re.fullmatch(r"[\w.-]+\.svg", waiting.value.suggested_filename)


def test_copies_of_hostile_text_parse_and_say_the_same(show: Open) -> None:
    view = page_views.hostile()
    tab = show(view)
    graph, store = rdflib.Graph(), ox.Store()
    for kind, size in (("node", "nodes"), ("engagement", "engagements")):
        for at in range(tab.evaluate("size => pcgraph.SIZE[size]", size)):
            tab.evaluate("([kind, index]) => pcgraph.select(kind, index)", [kind, at])
            turtle, sparql = (copied(tab, key) for key in ("copyTurtle", "copySparql"))
            graph.parse(data=turtle, format="turtle")
            store.query(sparql, prefixes={"rdfs": str(rdflib.RDFS)})
    told = {str(label) for label in graph.objects(None, rdflib.RDFS.label)}
    assert set(view["nodes"]["label"]) - told <= {
        label for label, iri in zip(view["nodes"]["label"], view["nodes"]["iri"], strict=True) if "unnamed" in iri
    }
    assert len(told) > 20


def copied(tab: Page, key: str) -> str:
    """Return what a button of the panel offers to copy."""
    text: str = tab.evaluate(
        """async key => {
             document.querySelector("#panel textarea").value = "";
             document.querySelector(`#panel [data-key=${key}]`).click();
             await new Promise(done => setTimeout(done));
             return document.querySelector("#panel textarea").value; }""",
        key,
    )
    return text


def test_cells_of_the_csv_are_no_formulas(show: Open) -> None:
    view, starts = page_views.tiny(), "=+-@\t\r"
    evil = "%scmd|' /C calc'!A0 \"%s\", next\nline"
    numbers = range(len(view["engagements"]["label"]))
    view["engagements"]["label"] = [evil % (starts[at % len(starts)], at) for at in numbers]
    tab = show(view)
    tab.locator("#save").click()
    with tab.expect_download() as waiting:
        tab.locator("#save-csv").click()
    text = Path(waiting.value.path()).read_bytes().decode("utf-8-sig")
    table = list(csv.reader(io.StringIO(text, newline="")))
    titles = [cell for row in table for cell in row if "cmd|" in cell]
    assert len(titles) >= len(shown(tab, "listed"))
    assert {cell[:2] for cell in titles} == {f"'{start}" for start in starts}
    assert [cell for row in table for cell in row if re.match(r"[=+\-@\t\r]", cell)] == []
