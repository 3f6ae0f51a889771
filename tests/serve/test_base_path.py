"""The server below a path prefix: whatever it links to is below the prefix, whether the proxy removes it or not."""

from __future__ import annotations

import json
import re
from collections import Counter
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from starlette.testclient import TestClient

from helpers import pcgraph
from pcgraph.api import KnowledgeGraph
from pcgraph.web.app import create_app
from pcgraph.web.context import State
from pcgraph.web.limits import Limits

HOST = "http://testserver"
STARTS = (
    "/",
    "/index.html",
    "/query",
    "/robots.txt",
    "/sparql",
    "/reconcile",
    "/.well-known/void",
    "/id/acme",
    "/ontology",
)
MOST = 4  # documents of one kind that are asked for
LINKS = ("href", "src", "action", "data-names")


class Links(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.data: list[str] = []
        self.in_data = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in LINKS]
        self.in_data = tag == "script" and ("type", "application/json") in attrs

    def handle_data(self, text: str) -> None:
        if self.in_data:
            self.data.append(text)


class Browser:
    """Asks as a browser does through a proxy that publishes the server below /graph."""

    def __init__(self, app: Any, *, strips: bool) -> None:
        self.client, self.strips = TestClient(app, follow_redirects=False), strips

    def get(self, path: str, **headers: str) -> Any:
        assert path == "/graph" or path.startswith("/graph/"), f"{path} is outside the prefix"
        return self.client.get(path.removeprefix("/graph") if self.strips else path, headers=headers)


@pytest.fixture(scope="module")
def app(tiny: KnowledgeGraph) -> Any:
    nobody: Any = None
    return create_app(State(tiny, "k", Limits(requests_per_minute=0), nobody, frozenset({"testserver"}), base="/graph"))


@pytest.fixture(params=[False, True], ids=["prefix passed on", "prefix removed"])
def browser(app: Any, request: pytest.FixtureRequest) -> Browser:
    return Browser(app, strips=request.param)


def test_every_link_from_the_home_page_on_stays_below_the_prefix(browser: Browser) -> None:
    """All links are looked at; of the documents of one kind, the first few are asked for."""
    waiting = [f"/graph{path}" for path in STARTS]
    seen, kinds = {*waiting}, Counter[tuple[str, str]]()
    while waiting:
        path = waiting.pop()
        got = browser.get(path, Accept="text/html, */*;q=0.1")
        assert got.status_code in (200, 303, 307), f"{path}: {got.status_code} {got.text[:200]}"
        links = [got.headers["location"]] if got.status_code != 200 else []
        if got.headers.get("content-type", "").startswith("text/html"):
            links += Links(got.text).found
        for link in links:
            target = urlsplit(urljoin(HOST + path, urldefrag(link)[0]))
            if target.hostname != urlsplit(HOST).hostname or target.path in seen:
                continue
            assert target.path.startswith("/graph/"), f"{path} links to {link}"
            seen.add(target.path)
            kind = target.path.split("/")[2], target.path.rpartition(".")[2]
            kinds[kind] += 1
            if kinds[kind] <= MOST:
                waiting.append(target.path)
    assert len(seen) > 200
    assert len(kinds) > 15
    assert {"/graph/map.html", "/graph/id/acme.html", "/graph/id/acme.ttl", "/graph/dump.nq.gz"} <= seen


def test_the_pages_ask_below_the_prefix(browser: Browser) -> None:
    known = json.loads(Links(browser.get("/graph/query").text).data[0])
    assert (known["root"], known["endpoint"], known["base"]) == ("/graph", "/graph/sparql", "")
    assert browser.get("/graph/resolve?name=acme&type=agent").json()["id"] == "acme"


def test_addresses_for_machines_have_the_prefix_and_the_host_of_the_request(browser: Browser) -> None:
    text = browser.get("/graph/.well-known/void", Accept="text/turtle").text
    own = set(re.findall(rf"<({HOST}[^>]*)>", text))
    assert f"{HOST}/graph/sparql" in own
    assert f"{HOST}/graph/dump.nq.gz" in own
    assert all(iri.startswith(f"{HOST}/graph/") for iri in own)
    manifest = browser.get("/graph/reconcile").json()
    assert manifest["view"]["url"] == f"{HOST}/graph/id/{{{{id}}}}"
    offered = manifest["suggest"]["entity"]
    assert offered["service_url"] == f"{HOST}/graph"
    found = browser.get(f"/graph{offered['service_path']}?prefix=acme")
    assert found.json()["result"][0]["id"] == "acme"
    assert browser.get("/graph/reconcile/preview?id=acme").status_code == 200


def test_the_prefix_alone_leads_to_the_map(app: Any) -> None:
    moved = Browser(app, strips=False).get("/graph")
    assert (moved.status_code, moved.headers["location"]) == (307, f"{HOST}/graph/")
    assert TestClient(app).get("/graphs/health").status_code == 404


@pytest.mark.parametrize(
    ("options", "start"),
    [
        *((("--base-path", value), f"--base-path {value}: not a path; expected one such as /graph") for value in
          ("graph", "//graph", "/a b", "/a/../b", "https://kg.example.org/graph", "/a?b")),
        (("--base-path", "/graph", "--base-url", "https://kg.example.org"), "--base-url and --base-path: both "),
    ],
)  # fmt: skip
def test_a_wrong_prefix_is_one_line(options: tuple[str, ...], start: str) -> None:
    done = pcgraph("serve", "--port", "0", *options)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert done.stderr.startswith(start)
