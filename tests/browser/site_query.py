"""The query page of a static site for the tests: its files, and how both browsers ask it."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import Any, Protocol

import pyoxigraph as ox

from pcgraph.api import KnowledgeGraph
from pcgraph.model.namespaces import XSD
from pcgraph.page.offline_sparql import packed_graph
from pcgraph.profiles.html import style
from pcgraph.query.engine.result import Result
from pcgraph.query.questions import catalogue
from pcgraph.query.questions.examples import examples
from pcgraph.web.context import Site
from pcgraph.web.pages import query_page
from pcgraph.web.pages.html import style_name

NAMES = {"worker": "assets/worker.{}.js", "engine": "assets/oxigraph.{}.wasm.gz", "graph": "assets/graph.{}.trig.gz",
         "editor": "assets/editor.{}.js", "terms": "assets/terms.{}.json"}  # fmt: skip
CATCH = """() => { HTMLAnchorElement.prototype.click = () => {};
    URL.createObjectURL = blob => { window.saved = blob; return "#"; }; }"""
# Ask a question as a link does, and return what the page then says, with the answer as a file: null for a boolean.
ASK = """async hash => {
    const byId = id => document.getElementById(id), { saved } = window;
    byId("status").textContent = "";
    location.hash = hash;
    while (byId("run").disabled || !(/ ms$/.test(byId("status").textContent) || !byId("fault").hidden)) {
      await new Promise(done => setTimeout(done, 5));
    }
    if (!byId("fault").hidden) throw new Error(byId("fault").textContent);
    const suffix = ["json", "turtle"].find(name => !byId(`save-${name}`).hidden);
    if (!suffix) return [null, byId("rows").innerText];
    byId(`save-${suffix}`).click();
    while (window.saved === saved) await new Promise(done => setTimeout(done, 5));
    return [suffix, await window.saved.text(), byId("hints").innerText]; }"""
Rows = list[tuple[str, ...]]


class Evaluates(Protocol):
    def evaluate(self, expression: str, arg: Any = None) -> Any: ...


def site_files(kg: KnowledgeGraph) -> tuple[dict[str, bytes], dict[str, str], str]:
    """Return the files of a site with only the query page, the names of its assets, and the policy of the page."""
    contents = query_page.assets(Site(kg, "key")) | {"graph": packed_graph(kg.store, kg.names)}
    names = {name: NAMES[name].format(hashlib.sha256(each).hexdigest()[:12]) for name, each in contents.items()}
    html, policy = query_page.static_page(Site(kg, "key"), ".", names)
    files = {"query.html": html, style_name(): style().encode()}
    return files | {names[name]: each for name, each in contents.items()}, names, policy


def terms_of(text: str) -> Rows:
    """Return the rows of an answer in SPARQL 1.1 Query Results JSON as texts of terms; "" is unbound."""
    found = json.loads(text)
    columns = found["head"]["vars"]
    return [tuple(columns), *(tuple(_term(row.get(name)) for name in columns) for row in found["results"]["bindings"])]


def _term(about: dict[str, str] | None) -> str:
    if about is None:
        return ""
    if about["type"] == "uri":
        return str(ox.NamedNode(about["value"]))
    assert about["type"] == "literal"
    language, datatype = about.get("xml:lang"), about.get("datatype")
    kind = None if language else ox.NamedNode(datatype or XSD + "string")
    return str(ox.Literal(about["value"], language=language, datatype=kind))


def rows_of(result: Result) -> Rows:
    """Return the same of an answer of the command line."""
    return [tuple(result.columns), *(tuple("" if term is None else str(term) for term in row) for row in result.terms)]


@cache
def questions_with_examples(kg: KnowledgeGraph, every: int) -> list[tuple[str, Result, bool]]:
    """Return the name of each question, its answer on the command line, and whether it orders its rows."""
    return [
        (
            name,
            catalogue.run(kg.store, question, examples(kg.store, question, kg.names), kg.names),
            "ORDER BY" in question.text,
        )
        for name, question in [*catalogue.catalogue().items()][::every]
    ]


def assert_questions(tab: Evaluates, kg: KnowledgeGraph, *, every: int = 1) -> int:
    """Assert that a page gives the rows of the command line, for all questions or one of so many; return how many."""
    tab.evaluate(CATCH)
    count = 0
    for name, result, is_ordered in questions_with_examples(kg, every):
        suffix, text, *hints = tab.evaluate(ASK, f"#question={name}")
        count += 1
        assert "".join(hints) == "", name
        if suffix is None:
            assert (text == "yes") == bool(result), name
        elif suffix == "turtle":
            assert {quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)} == {
                ox.Triple(*row) for row in result.terms
            }, name
        else:
            found, wanted = terms_of(text), rows_of(result)
            assert found[0] == wanted[0], name
            assert sorted(found) == sorted(wanted), name
            if is_ordered:
                assert found == wanted, name
    return count
