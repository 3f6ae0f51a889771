"""The query page of a static site as a file: its policy, its data and its bytes."""

from __future__ import annotations

import gzip
import json
import re

import pytest
from markupsafe import escape

from helpers import TINY
from pcgraph import api
from pcgraph.api import KnowledgeGraph
from pcgraph.page import hashes
from pcgraph.page.offline_sparql import editor_script
from pcgraph.query.questions import catalogue
from pcgraph.testing import tiny
from pcgraph.web.context import Site
from pcgraph.web.pages import query_page

ASSETS = {"worker": "assets/w.js", "engine": "assets/e.wasm.gz", "graph": "assets/g.trig.gz"}


@pytest.fixture(scope="module")
def kg() -> KnowledgeGraph:
    return api.load(TINY, build=None)


def rules(policy: str) -> dict[str, set[str]]:
    return {name: set(values) for name, *values in (part.split() for part in policy.split(";"))}


def test_it_may_run_its_engine_and_ask_only_its_own_host(kg: KnowledgeGraph) -> None:
    page, policy = query_page.static_page(Site(kg, "key"), ".", ASSETS)
    allowed = rules(policy)
    assert allowed["default-src"] == {"'none'"}
    assert allowed["connect-src"] == allowed["worker-src"] == {"'self'"}
    [script] = allowed["script-src"] - {"'wasm-unsafe-eval'", hashes(editor_script())}
    assert script == hashes(re.findall(r"<script>(.*?)</script>", page.decode(), re.DOTALL)[0])
    assert not re.search(r"unsafe-inline|'unsafe-eval'|http|\*|data:", policy)


def test_a_policy_in_the_page_is_the_same(kg: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        query_page, "render", lambda *_, **__: (str(escape("<p>; script-src 'x'")).encode(), "; script-src 'x'")
    )
    page, policy = query_page.static_page(Site(kg, "key"), ".", ASSETS)
    assert page.decode() == escape("<p>" + policy)


def test_the_same_bytes_each_time(kg: KnowledgeGraph) -> None:
    pages = {query_page.static_page(Site(kg, "key"), ".", ASSETS) for _ in range(2)}
    assert len(pages) == 1


def test_its_data_are_those_of_the_server_without_an_endpoint(kg: KnowledgeGraph) -> None:
    page = query_page.static_page(Site(kg, "key"), "../..", ASSETS)[0].decode()
    known = json.loads(re.findall(r'id="data">(.*?)</script>', page, re.DOTALL)[0])
    assert (known["endpoint"], known["root"], known["assets"]) == ("", "../..", ASSETS)
    assert [form["name"] for form in known["examples"]] == [*catalogue.catalogue()]
    assert 'href="../../questions/who-signed-with.html"' in page
    assert 'id="copy-curl"' not in page


def test_the_assets_are_a_script_and_webassembly() -> None:
    found = query_page.assets(Site(tiny(), "key"))
    assert b"Oxigraph 0.5.11" in found["worker"][:200]
    assert gzip.decompress(found["engine"])[:4] == b"\0asm"
