"""The public fake: it speaks the protocol as a server does, and its tiny graph has no fault."""

from __future__ import annotations

import datetime
import json
import socket
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from decimal import Decimal

import pyoxigraph as ox
import pytest
from SPARQLWrapper import JSON as AS_JSON
from SPARQLWrapper import SPARQLWrapper

from pcgraph import testing, validation
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import EndpointError, UsageError
from pcgraph.model import namespaces
from pcgraph.query.questions import catalogue
from pcgraph.query.remote import remote_graph
from pcgraph.store import data_folder, files
from pcgraph.testing import FakeEndpoint

pytestmark = pytest.mark.usefixtures("collected")

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
EVERYTHING = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


@pytest.fixture(scope="module")
def kg() -> KnowledgeGraph:
    return testing.tiny()


@pytest.fixture(scope="module")
def server(kg: KnowledgeGraph) -> Iterator[FakeEndpoint]:
    with FakeEndpoint(kg) as server:
        yield server


def ask(
    url: str, text: str = "", accept: str = testing.JSON, *, body: bytes | None = None, kind: str = "", **more: str
) -> tuple[str, bytes]:
    address = url + "?" + urllib.parse.urlencode({"query": text, **more} if text else more)
    request = urllib.request.Request(address, body, {"Accept": accept, **({"Content-Type": kind} if kind else {})})  # noqa: S310
    with urllib.request.urlopen(request) as response:  # noqa: S310
        return response.headers["Content-Type"], response.read()


def number(answer: tuple[str, bytes]) -> int:
    return int(json.loads(answer[1])["results"]["bindings"][0]["n"]["value"])


@pytest.mark.slow
def test_the_tiny_graph_has_no_fault_and_disagrees(kg: KnowledgeGraph) -> None:
    assert not validation.run(data_folder.read(files.PACKAGE / "testing_data", files.home("ontology")), None)
    assert kg.tables["engagements"].height == 4
    disputed = {(row[0], row[1]) for row in kg.query("contradicting-values").short}
    assert disputed == {("id:lamp-agreement.signed", "pcg:date"), ("id:keeper-training", "pcg:quantity")}


def test_get_and_both_kinds_of_post_agree(server: FakeEndpoint, kg: KnowledgeGraph) -> None:
    graph = {"default-graph-uri": namespaces.CURRENT}
    form = urllib.parse.urlencode({"query": COUNT, **graph}).encode()
    answers = [
        ask(server.url, COUNT, **graph),
        ask(server.url, body=form, kind="application/x-www-form-urlencoded"),
        ask(server.url, body=COUNT.encode(), kind="application/sparql-query", **graph),
    ]
    expected = len(list(kg.store.quads_for_pattern(None, None, None, ox.NamedNode(namespaces.CURRENT))))
    assert [number(answer) for answer in answers] == [expected] * 3
    assert [(seen.method, seen.text, seen.default_graphs) for seen in server.requests[-3:]] == [
        (method, COUNT, [namespaces.CURRENT]) for method in ("GET", "POST", "POST")
    ]


def test_the_data_set_is_the_one_that_is_named(server: FakeEndpoint) -> None:
    graphs = "SELECT (COUNT(DISTINCT ?g) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"
    source = {"named-graph-uri": f"{namespaces.SRC}post-2024"}
    default = {"default-graph-uri": namespaces.CURRENT}
    assert number(ask(server.url, COUNT)) == 0, "no triples stand outside graphs"
    assert number(ask(server.url, graphs)) == 5
    assert number(ask(server.url, graphs, **default)) == 0
    assert number(ask(server.url, graphs, **default, **source)) == 1
    assert number(ask(server.url, COUNT, **source)) == 0


@pytest.mark.parametrize(
    ("text", "accept", "kind"),
    [
        (COUNT, "*/*", testing.JSON),
        (COUNT, "text/csv", "text/csv"),
        (COUNT, "text/turtle, text/tab-separated-values;q=0.5", "text/tab-separated-values"),
        (COUNT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (EVERYTHING, "*/*", "text/turtle"),
        (EVERYTHING, "application/n-triples", "application/n-triples"),
    ],
)
def test_the_format_is_the_one_that_is_accepted(text: str, accept: str, kind: str, server: FakeEndpoint) -> None:
    answer = ask(server.url, text, accept, **{"default-graph-uri": f"{namespaces.SRC}post-2024"})
    assert answer[0] == kind
    if text == EVERYTHING:
        assert len(list(ox.parse(answer[1], format=testing.FOR_TRIPLES[kind]))) > 10
    else:
        assert b"n" in answer[1]


@pytest.mark.parametrize(
    ("text", "more", "status"),
    [
        ("SELECT", {}, 400),
        ("CLEAR ALL", {}, 400),
        ("", {"update": "CLEAR ALL"}, 400),
        (COUNT, {"accept": "image/png"}, 406),
    ],
)
def test_what_it_refuses(text: str, more: dict[str, str], status: int, server: FakeEndpoint) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        ask(server.url, text, **more)
    assert caught.value.code == status
    caught.value.close()


def test_a_client_of_another_house_can_ask_it(server: FakeEndpoint) -> None:
    client = SPARQLWrapper(server.url, defaultGraph=namespaces.CURRENT)
    client.setQuery(COUNT)
    client.setReturnFormat(AS_JSON)
    assert int(client.queryAndConvert()["results"]["bindings"][0]["n"]["value"]) > 100


def test_rows_of_your_own_come_back_typed() -> None:
    rows = [
        ("id:a", "A, or B", "https://x.example/", None, 3, "stated"),
        (Decimal("1.50"), datetime.date(2025, 9, 3), True, 'a "quoted"\nline', ox.Literal("名", language="zh"), None),
    ]
    with FakeEndpoint({"who-signed-with": rows, "who-funds-whom": []}) as server:
        kg = remote_graph.connect(server.url)
        found = kg.query("who-signed-with", party="anybody")
        assert found.rows == [
            (f"{namespaces.ID}a", "A, or B", "https://x.example/", None, 3, "stated"),
            (Decimal("1.50"), datetime.date(2025, 9, 3), True, 'a "quoted"\nline', "名", None),
        ]
        assert found.columns == list(catalogue.find("who-signed-with").columns)
        assert kg.query("who-funds-whom").rows == []
        with pytest.raises(EndpointError, match="no rows for this question; expected one of who-signed-with"):
            kg.query("who-trains-whom")


def test_triples_of_your_own() -> None:
    with FakeEndpoint({"ties-as-triples": [("id:a", "pcg:signsWith", "id:b")]}) as server:
        found = remote_graph.connect(server.url).query("ties-as-triples")
    assert found.graph
    assert found.short == [("id:a", "pcg:signsWith", "id:b")]


def test_what_the_fake_cannot_be_told() -> None:
    with pytest.raises(UsageError, match="query 'who-signd-with': unknown"):
        FakeEndpoint({"who-signd-with": []})
    with pytest.raises(UsageError, match="rows of who-signed-with: 2 values; expected partner"):
        FakeEndpoint({"who-signed-with": [("id:a", "A")]})


def test_it_ends_although_a_client_waits(kg: KnowledgeGraph) -> None:
    with FakeEndpoint(kg) as server:
        address = urllib.parse.urlsplit(server.url)
        waiting = socket.create_connection((str(address.hostname), int(address.port or 0)))
        assert number(ask(server.url, COUNT)) == 0
    waiting.close()
