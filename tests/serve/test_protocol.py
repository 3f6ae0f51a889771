"""The endpoint as clients see it: SPARQL 1.1 Protocol, formats, caching, limits, who may ask from where."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest
import rdflib

from helpers import ROOT
from pcgraph.api import KnowledgeGraph
from pcgraph.model.namespaces import CURRENT, G
from pcgraph.query.engine import sparql
from pcgraph.query.questions import catalogue as query
from serving import Serving, serving

ROWS = "SELECT ?e ?p WHERE { ?e pcg:signatory ?p } ORDER BY ?e ?p"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
EVERYTHING = "CONSTRUCT WHERE { ?s ?p ?o }"
FORM = "application/x-www-form-urlencoded"
VALUES = json.loads((ROOT / "tests" / "expected" / "parameters.json").read_text())


@pytest.fixture(scope="module")
def server() -> Iterator[Serving]:
    with serving("--cors", "https://a.example", "--allow-host", "Graph.Example", "--max-rows", "3000") as started:
        yield started


def number(server: Serving, text: str, *parameters: tuple[str, str]) -> int:
    return int(server.get(text, *parameters).rows[0]["n"]["value"])


def test_three_ways_to_ask_and_head(server: Serving) -> None:
    first = server.get(ROWS)
    assert first.status == 200
    assert len(first.rows) > 2
    assert server.ask(ROWS).body == first.body
    direct = server.send(body=ROWS, Content_Type="application/sparql-query; charset=utf-8")
    assert direct.body == first.body
    head = server.get(ROWS, method="HEAD")
    assert (head.status, head.body) == (200, b"")
    same = ("content-type", "content-length", "etag")
    assert [head.headers[name] for name in same] == [first.headers[name] for name in same]
    assert float(first.headers["x-elapsed"]) > 0


def test_the_catalogue_answers_as_the_embedded_engine_does(server: Serving, tiny: KnowledgeGraph) -> None:
    for name, asked in query.catalogue().items():
        bound = {key: query.term(tiny.store, asked, key, value) for key, value in VALUES.get(name, {}).items()}
        text = sparql.bind(asked.text, bound, asked.where)
        here = tiny.query(name, **VALUES.get(name, {}))
        media = "application/n-triples" if here.graph else "text/csv"
        there = server.ask(text, Accept=media).text
        assert there == here.serialize("ntriples" if here.graph else "csv"), name


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("application/json", "application/sparql-results+json"),
        ("text/csv;q=0.2, application/sparql-results+xml;q=0.7, image/png", "application/sparql-results+xml"),
        ("text/*", "text/csv; charset=utf-8"),
        ("text/turtle, */*;q=0.1", "application/sparql-results+json"),
    ],
)
def test_rows_in_the_format_that_is_liked_best(server: Serving, accept: str, media: str) -> None:
    answer = server.get(ROWS, Accept=accept) if accept else server.get(ROWS)
    assert (answer.status, answer.headers["content-type"]) == (200, media)
    assert "Accept" in answer.headers["vary"]
    kinds = {"json": ox.QueryResultsFormat.JSON, "xml": ox.QueryResultsFormat.XML, "tab-": ox.QueryResultsFormat.TSV}
    for word, kind in kinds.items():
        if word in media:
            parsed = ox.parse_query_results(answer.body, format=kind)
            assert len(list(parsed)) == len(server.get(ROWS).rows)


@pytest.mark.parametrize(
    ("accept", "name"),
    [
        ("*/*", "turtle"),
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/rdf+xml", "xml"),
        ("application/ld+json", "json-ld"),
    ],
)
def test_triples_in_every_format_are_the_same_triples(server: Serving, accept: str, name: str) -> None:
    text = "CONSTRUCT { ?e pcg:signatory ?p } WHERE { ?e pcg:signatory ?p }"
    answer = server.get(text, Accept=accept)
    found = rdflib.Graph().parse(data=answer.body, format=name)
    assert len(found) == len(server.get(ROWS).rows)


def test_a_format_that_is_not_there_is_406(server: Serving) -> None:
    assert server.get(ROWS, Accept="image/png").status == 406
    assert server.get(ROWS, Accept="text/turtle").status == 406
    assert server.get(EVERYTHING, Accept="text/csv").status == 406


def test_yes_or_no_and_descriptions(server: Serving) -> None:
    assert json.loads(server.ask("ASK { ?e a pcg:Agreement }").body) == {"head": {}, "boolean": True}
    thing = server.get(ROWS).rows[0]["e"]["value"]
    assert thing.encode() in server.ask(f"DESCRIBE <{thing}>", Accept="application/n-triples").body


def test_the_data_set_that_is_named_is_the_one_that_is_asked(server: Serving) -> None:
    register, current = (("default-graph-uri", iri) for iri in (G + "register", CURRENT))
    whole = number(server, COUNT)
    assert number(server, COUNT, current) == whole
    assert 0 < number(server, COUNT, register) < whole
    graphs = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert number(server, graphs) > 2
    assert number(server, graphs, current) == 0
    assert number(server, graphs, ("named-graph-uri", G + "register"), ("named-graph-uri", CURRENT)) == 2
    assert number(server, COUNT, ("named-graph-uri", G + "register")) == 0
    assert server.get(COUNT, ("default-graph-uri", "a b")).status == 400


@pytest.mark.parametrize("parameter", ["default-graph-uri", "named-graph-uri"])
def test_a_graph_that_is_not_there_is_an_error_as_in_from(server: Serving, parameter: str) -> None:
    answer = server.get(COUNT, (parameter, CURRENT), (parameter, G + "registr"))
    assert answer.status == 400
    assert answer.text.startswith(f"query: {parameter} g:registr: no such graph; expected a graph of this data; ")
    assert "did you mean g:register?" in answer.text


def test_what_is_held_already_is_not_sent_again(server: Serving) -> None:
    tag = server.get(ROWS).headers["etag"]
    again = server.get(ROWS, If_None_Match=f'"x", {tag}')
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    assert server.get(ROWS, If_None_Match=tag, Accept="text/csv").status == 200
    assert server.get(ROWS + " LIMIT 1", If_None_Match=tag).status == 200
    assert server.get(ROWS, ("default-graph-uri", CURRENT), If_None_Match=tag).status == 200
    assert server.ask(ROWS, If_None_Match=tag).status == 200
    changing = server.get("SELECT (rand() AS ?r) {}")
    assert "etag" not in changing.headers
    assert changing.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        ("update=" + "INSERT DATA {}", FORM, 403),
        ("INSERT DATA {}", "application/sparql-update", 403),
        (ROWS, "text/plain", 415),
        (ROWS, "", 415),
        (urlencode([("query", ROWS), ("query", ROWS)]), FORM, 400),
        ("query=%FF", FORM, 400),
        (b"\xff", "application/sparql-query", 400),
        ("", FORM, 400),
        (urlencode({"query": "SELECT"}), FORM, 400),
        (urlencode({"query": "CLEAR ALL"}), FORM, 400),
        (urlencode({"query": "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }"}), FORM, 400),
        (urlencode({"query": "SELECT * { ?s ?p ?o } #" + "x" * 100_000}), FORM, 413),
        (urlencode({"query": "SELECT * { ?s ?p ?o . ?a ?b ?c }"}), FORM, 422),
        (urlencode({"query": "CONSTRUCT { ?s ?b ?c } { ?s a pcg:Agreement . ?a ?b ?c }"}), FORM, 422),
    ],
)
def test_a_refusal_is_one_line_that_says_what_to_do(server: Serving, body: str | bytes, kind: str, status: int) -> None:
    headers = {"Content_Type": kind} if kind else {}
    answer = server.send(body=body, **headers)
    assert answer.status == status, answer.text
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text.endswith("\n")
    assert answer.text.count("\n") == 1
    assert "; expected " in answer.text
    assert "/src/" not in answer.text
    wishes = "text/csv;q=0.5, text/turtle;q=0.5, application/problem+json"
    problem = server.send(body=body, Accept=wishes, **headers)
    assert problem.headers["content-type"] == "application/problem+json"
    assert json.loads(problem.body) | {"title": ""} == {"title": "", "status": status, "detail": answer.text[:-1]}


def test_a_syntax_error_has_its_place(server: Serving) -> None:
    said = server.ask("SELECT ?s WHERE {\n ?s ?p }").text
    assert said.startswith("query:2:8: sparql-syntax: '}' does not fit here; expected ")
    assert said.endswith("; fix the query\n")


def test_hints_come_in_a_header_and_beside_the_head_of_json(server: Serving) -> None:
    text = "SELECT ?e { ?e pcg:signatry ?a ; rdfs:label 'é' }"
    answer = server.get(text)
    assert answer.status == 200
    unknown, untagged = found = json.loads(answer.headers["pcgraph-hint"])
    assert unknown.startswith("query:1:16: pcg:signatry: occurs nowhere; expected a term of the graph; did you mean ")
    assert untagged.startswith("query:1:34: rdfs:label 'é' matches nothing")
    assert json.loads(answer.body)["pcgraph:hints"] == found
    assert [*json.loads(server.get(ROWS).body)] == ["head", "results"]
    assert "pcgraph-hint" not in server.get(ROWS).headers


@pytest.mark.parametrize("media", ["text/csv", "text/tab-separated-values", "application/sparql-results+xml"])
def test_other_formats_have_hints_in_the_header_only(server: Serving, media: str) -> None:
    answer = server.ask("SELECT ?e { ?e rdfs:label 'Acme' }", Accept=media)
    assert 'write "Acme"@en' in json.loads(answer.headers["pcgraph-hint"])[0]
    assert b"hint" not in answer.body


def test_rows_up_to_the_limit_are_whole_and_one_more_is_an_error(server: Serving) -> None:
    for media in ("application/sparql-results+json", "application/sparql-results+xml", "text/csv"):
        text = "SELECT ?s ?p ('}},{\",\\n' AS ?x) { ?s ?p ?o . ?a ?b ?c } LIMIT "
        assert server.ask(text + "3000", Accept=media).status == 200
        over = server.ask(text + "3001", Accept=media)
        assert over.status == 422
        assert "3,000 rows" in over.text
        assert "--max-rows" in over.text


def test_who_asks_nothing_is_told_what_there_is(server: Serving) -> None:
    page = server.send("/sparql", Accept="text/html,*/*;q=0.8")
    assert (page.status, page.headers["location"]) == (303, "/query")
    described = [server.send("/sparql", **accept) for accept in ({}, {"Accept": "*/*"}, {"Accept": "text/turtle"})]
    assert [(answer.status, b"sd:endpoint" in answer.body) for answer in described] == [(200, True)] * 3
    assert server.send("/sparql", Accept="text/csv").status == 400
    assert server.send("/sparql?qurey=ASK%7B%7D").status == 400
    assert server.send("/query").status == 200
    assert server.send("/health").headers["cache-control"] == "no-store"


def test_only_a_host_that_it_is_called_by_is_answered(server: Serving) -> None:
    for host in ("localhost", "127.0.0.1:99", "[::1]:80", "graph.example", "GRAPH.example:443"):
        assert server.send("/health", Host=host).status == 200
    for host in ("evil.example", "127.0.0.1.evil.example", "", "localhost:80:evil"):
        assert server.send("/health", Host=host).status == 421
        assert server.send("/sparql?query=ASK%7B%7D", Host=host).status == 421


def test_other_pages_may_ask_only_from_where_it_was_allowed(server: Serving) -> None:
    allowed = server.get(ROWS, Origin="https://a.example")
    assert allowed.headers["access-control-allow-origin"] == "https://a.example"
    assert "access-control-allow-origin" not in server.get(ROWS, Origin="https://b.example").headers
    asked = {"Origin": "https://a.example", "Access-Control-Request-Method": "POST"}
    assert server.send("/sparql", method="OPTIONS", **asked).status == 200


def test_headers_against_guessing_stand_on_every_answer(server: Serving) -> None:
    for path in ("/sparql", "/health", "/nowhere", "/", "/sparql?query=SELECT"):
        answer = server.send(path)
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "default-src" in answer.headers["content-security-policy"]
        assert "server" not in answer.headers


def test_other_methods_and_addresses_are_refused_in_one_line(server: Serving) -> None:
    for method in ("PUT", "DELETE", "PATCH"):
        answer = server.send("/sparql", method=method)
        assert answer.status == 405
        assert "expected" in answer.text
    assert server.send("/nowhere").text.count("\n") == 1
