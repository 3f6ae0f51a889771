"""The page that answers SPARQL, as a file: what is in it besides, and when there is none."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from helpers import TINY, pcgraph
from pcgraph import api, page
from pcgraph.errors import InvalidInput, LimitError
from pcgraph.page import offline_sparql
from pcgraph.query.questions import catalogue


@pytest.fixture(scope="module")
def kg() -> api.KnowledgeGraph:
    return api.load(TINY, build=None)


@pytest.fixture(scope="module")
def html(kg: api.KnowledgeGraph) -> str:
    return kg.map(sparql=True).html


def element(html: str, name: str) -> str:
    return re.findall(rf'<script type="[^"]*" id="{name}">(.*?)</script>', html, re.DOTALL)[0]


def test_same_bytes_each_time(kg: api.KnowledgeGraph, html: str) -> None:
    assert kg.map(sparql=True).html == html


def test_it_holds_every_graph_and_the_whole_catalogue(kg: api.KnowledgeGraph, html: str) -> None:
    text = gzip.decompress(base64.b64decode(element(html, "ask-graph")))
    assert {*ox.parse(text, format=ox.RdfFormat.TRIG)} == {*kg.store}
    settings = json.loads(element(html, "ask-settings"))
    assert [form["name"] for form in settings["questions"]] == [*catalogue.catalogue()]
    assert settings["prefixes"] == kg.names.prefixes


def test_the_engine_is_what_the_package_index_has(html: str) -> None:
    engine = gzip.decompress(base64.b64decode(element(html, "ask-engine")))
    assert engine[:4] == b"\0asm"
    # web_bg.wasm of oxigraph 0.5.11 on npm; a newer one may need less of ask/rewrite.js
    assert hashlib.sha256(engine).hexdigest() == "b95b15accb6b789667b8d8b0b8f139d5de588e572499672ff37ce9ba01c4a428"


def test_the_elements_end_where_they_should(html: str) -> None:
    for name in ("ask-settings", "ask-worker", "ask-engine", "ask-graph"):
        assert element(html, name)
        assert not re.search("<!--|<script|</script", element(html, name))


def test_the_notices_of_its_licences_are_there(html: str) -> None:
    worker = element(html, "ask-worker")
    for words in ("Oxigraph 0.5.11", "Copyright (c) 2018 Oxigraph developers", "sparqljs 3.7.4", "Ruben Verborgh",
                  "rdf-data-factory 1.1.3", "Ruben Taelman", 'THE SOFTWARE IS PROVIDED "AS IS"'):  # fmt: skip
        assert words in worker


def test_only_this_page_may_run_webassembly_in_a_worker(kg: api.KnowledgeGraph, html: str) -> None:
    def policy(text: str) -> dict[str, set[str]]:
        content = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)[0]
        parts = (part.split() for part in content.replace("&#39;", "'").split(";"))
        return {name: set(values) for name, *values in parts}

    plain, own = policy(kg.map().html), policy(html)
    assert own.pop("worker-src") == {"blob:"}
    added = own["script-src"] - plain["script-src"]
    sums = [base64.b64encode(hashlib.sha256(each.encode()).digest()) for each in offline_sparql.Ask({}, "").scripts]
    assert added == {"'wasm-unsafe-eval'", *(f"'sha256-{each.decode()}'" for each in sums)}
    assert plain.keys() == own.keys()
    assert plain["script-src"] < own["script-src"]


def test_a_page_without_it_has_nothing_of_it(kg: api.KnowledgeGraph) -> None:
    plain = kg.map().html
    for word in ("ask-engine", "stage-ask", "view_ask", "askRun", "wasm"):
        assert word not in plain.replace('getElementById("view-ask")', ""), word


def test_a_focus_does_not_restrict_its_answers(kg: api.KnowledgeGraph, html: str) -> None:
    near = kg.map(sparql=True, focus="borealis", hops=1)
    assert element(near.html, "ask-graph") == element(html, "ask-graph")


def test_a_large_graph_is_refused_with_what_to_use(kg: api.KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offline_sparql, "MOST_QUADS", 10)
    with pytest.raises(LimitError, match=r"quads; expected at most 10, because .*; use pcgraph serve"):
        kg.map(sparql=True)
    assert kg.map().html


def test_a_file_that_is_missing_is_named(kg: api.KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offline_sparql, "ENGINE", "none.wasm.gz")
    with pytest.raises(InvalidInput, match=r"none\.wasm\.gz: missing from the package; expected .*; install pcgraph"):
        kg.map(sparql=True)
    assert page.render(kg.map().view, heading="A")


def test_the_command_line_writes_it(tmp_path: Path, html: str) -> None:
    file = tmp_path / "map.html"
    done = pcgraph("map", "--with-sparql", "--data", str(TINY), "-o", str(file))
    assert (done.returncode, done.stderr.splitlines()[-1]) == (0, f"written: {file}")
    assert file.read_text(encoding="utf-8") == html
