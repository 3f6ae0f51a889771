from __future__ import annotations

import json
import multiprocessing
import os
import signal
import threading

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcgraph.api import KnowledgeGraph
from pcgraph.errors import InvalidInput, LimitError, PcgraphWarning, UsageError
from pcgraph.model.namespaces import CURRENT, ID, SRC
from pcgraph.query.engine import sparql
from pcgraph.query.engine.evaluate import evaluate, prepare
from pcgraph.query.questions import catalogue


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service\tSILENT <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { SERVICE#c\n<http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { FILTER EXISTS { SERVICE ?x { ?s ?p ?o } } }",
        # Oxigraph needs no space after a keyword, and calls the server before it looks at anything else
        "SELECT * { SERVICESILENT<http://127.0.0.1:9/> { ?a ?b ?c } }",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:x { ?a ?b ?c } }",
        "PREFIX e: <http://127.0.0.1:9/> SELECT * { SERVICESILENTe:x { ?a ?b ?c } }",
        "PREFIX service: <http://x/> PREFIX : <http://127.0.0.1:9/> SELECT * { service:x { ?a ?b ?c } }",
        "SELECT * { ?s ?p 1.SERVICE<http://127.0.0.1:9/> { ?a ?b ?c } }",
        # decoded, the two strings are one that holds the word; not decoded, they are two
        'SELECT * { VALUES ?x { "\\u0022" } SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } VALUES ?y { "\\u0022" } }',
        # this one would hide it in the other reading as well, if escapes in IRIs were not known
        'SELECT * { VALUES ?x { <http://x/\\u0041\'> "\\u0022" } SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } '
        'VALUES ?y { <http://x/\\u0041\'> "\\u0022" } }',
        "LOAD <http://127.0.0.1:9/>",
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "",
        "SELECT * WHERE { " + "{" * 300 + "}" * 300 + " }",
    ],
)
def test_refused(text: str) -> None:
    with pytest.raises(UsageError, match="expected"):
        sparql.guard(text, "-")


@pytest.mark.parametrize(
    "text",
    [
        'SELECT ?s { ?s ?p "SERVICE" }',
        "SELECT ?s { ?s ?p 'it\\'s LOAD' } # SERVICE",
        "SELECT ?service { ?service ?p <http://x/SERVICE#INSERT> }",
        'SELECT ?s { ?s ?p """a "quoted" FROM""" }',
        "PREFIX x: <http://x/> SELECT ?s { ?s x:service ?o . ?o x:load 1.5 }",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(?s < ?o && ?o > ?s) }",
    ],
)
def test_words_inside_other_things_are_no_keywords(text: str) -> None:
    sparql.guard(text, "-")


@pytest.mark.parametrize("piece", ["1", "1a", "é", "a.", "<", "'", '"', ":", "?", "\\", "'''\n", "#\n", "a:"])
def test_looking_takes_time_in_proportion(piece: str) -> None:
    """A look that is quadratic would take minutes."""
    sparql.guard("SELECT * { ?s ?p ?o } " + piece * (400_000 // len(piece)), "-")


LABELS = ox.Store()
BREAKERS = ['x") } UNION { ?s ?p ?o } #', "x> } #", "\\", '"', "'''", "\n}", "\u202e", "?x", "{", "\\u0022"]


@pytest.mark.exhaustive
@pytest.mark.slow
@given(st.one_of(st.text(), st.sampled_from(BREAKERS)))
def test_a_text_parameter_is_never_more_than_a_value(text: str) -> None:
    LABELS.clear()  # a new store takes longer than all else
    graph = ox.NamedNode(CURRENT)
    for label in ("a", text):
        LABELS.add(ox.Quad(ox.NamedNode(ID + "x"), ox.NamedNode("http://p/p"), ox.Literal(label), graph))
    asked = catalogue.Query("q", "SELECT ?t WHERE { ?s <http://p/p> ?t }", "q", parameters={"t": {"type": "text"}})
    assert catalogue.run(LABELS, asked, {"t": text}).rows == [(text,)]


@pytest.mark.parametrize("slug", ["x> } #", "a b", 'a"b', "a\\b", "a{b"])
def test_a_name_that_is_no_iri_is_refused(tiny: KnowledgeGraph, slug: str) -> None:
    asked = catalogue.Query(
        "q", "SELECT ?p WHERE { ?x ?p ?o }", "q", parameters={"x": {"type": "agent", "example": "acme"}}
    )
    with pytest.raises(UsageError, match="q: x="):
        catalogue.run(tiny.store, asked, {"x": slug})


def test_a_syntax_error_has_its_place(tiny: KnowledgeGraph) -> None:
    with pytest.raises(InvalidInput, match=r"query:2:8: sparql-syntax: '}' does not fit here; expected "):
        tiny.query("SELECT ?s WHERE {\n ?s ?p }")


def test_the_default_graph_is_current(tiny: KnowledgeGraph) -> None:
    with pytest.warns(PcgraphWarning, match="in its own graph; expected GRAPH"):
        rows = tiny.query("SELECT (COUNT(*) AS ?n) WHERE { ?e pcg:inferred ?property }").rows
    assert rows == [(0,)]
    assert tiny.query("SELECT ?g WHERE { GRAPH ?g { ?g a pcg:Source } } ORDER BY ?g").short[0] == ("src:borealis-2024",)


def test_a_misspelt_form_is_named_for_a_server_too() -> None:
    with pytest.raises(UsageError, match=r"q:2: SELCT is no keyword; expected SELECT; write SELECT"):
        sparql.guard("\nSELCT ?s { ?s ?p ?o }", "q", remote=True)


@pytest.mark.parametrize("form", ["FROM <http://a/b>", "FROM NAMED <http://a/b>", "FROM<http://a/b>", "from src:x"])
def test_from_is_refused_for_a_server_where_it_would_have_no_effect(form: str) -> None:
    text = f"SELECT ?s {form} WHERE {{ ?s ?p ?o }}"
    with pytest.raises(UsageError, match="default graph"):
        sparql.guard(text, "-", remote=True)
    sparql.guard(text, "-")


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("SELECT * { ?s pcg:signsWith ?o ; rdfs:label ?b }", ["s", "o", "b"]),
        (
            "PREFIX x: <http://x/>\nSELECT DISTINCT * { ?z ?y ?x FILTER EXISTS { ?hidden ?y ?x } } LIMIT 1",
            ["z", "y", "x"],
        ),
        ("SELECT * { ?z ?a ?c OPTIONAL { ?c rdfs:label ?b } } ORDER BY ?b LIMIT 1", ["z", "a", "c", "b"]),
        ("SELECT * { { SELECT (COUNT(*) AS ?n) ?k { ?s a ?k } GROUP BY ?k } }", ["n", "k"]),
        ("SELECT * { }", []),
    ],
)
def test_columns_of_a_star_are_in_the_order_of_the_text(tiny: KnowledgeGraph, text: str, columns: list[str]) -> None:
    assert tiny.query(text).columns == columns


def test_ask_and_describe(tiny: KnowledgeGraph) -> None:
    yes, no = tiny.query("ASK { id:acme rdfs:label ?b }"), tiny.query("ASK { id:acme pcg:signsWith id:acme }")
    assert (bool(yes), bool(no)) == (True, False)
    assert (yes.columns, yes.rows, len(no)) == (["answer"], [(True,)], 1)
    assert json.loads(no.serialize("json")) == {"head": {}, "boolean": False}
    assert yes.serialize("csv").split() == ["answer", "true"]
    assert yes.to_polars()["answer"].to_list() == [True]
    described = tiny.query("DESCRIBE id:acme")
    assert described.graph
    assert "id:acme" in described.serialize("turtle")


SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def test_a_slow_query_is_stopped(tiny: KnowledgeGraph) -> None:
    with pytest.raises(LimitError, match=r"query: stopped after 0\.2 s; .* --timeout SECONDS \(in Python: timeout="):
        tiny.query(SLOW, timeout=0.2)


def test_ctrl_c_stops_a_query_at_once(tiny: KnowledgeGraph) -> None:
    timer = threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        tiny.query(SLOW)
    assert multiprocessing.active_children() == []


def test_no_parameter_is_called_timeout() -> None:
    with pytest.raises(InvalidInput, match=r"q\.rq:1: query-header: parameter 'timeout'"):
        catalogue.parse("#+ parameters: {timeout: {type: number}}\nSELECT ?s { ?s ?p ?timeout }", "q", "q.rq")


@pytest.mark.filterwarnings("ignore:query.*FROM NAMED leaves the default graph empty")
def test_from_chooses_the_graphs(tiny: KnowledgeGraph) -> None:
    here = len(tiny.query("SELECT ?s ?p ?o FROM src:borealis-2024 { ?s ?p ?o }"))
    assert here == len(tiny.query("SELECT ?s ?p ?o { GRAPH src:borealis-2024 { ?s ?p ?o } }")) > 0
    assert len(tiny.query("SELECT ?s ?p ?o FROM NAMED src:borealis-2024 { GRAPH ?g { ?s ?p ?o } }")) == here
    assert len(tiny.query("SELECT ?s FROM NAMED src:borealis-2024 { ?s ?p ?o }")) == 0
    both = "SELECT DISTINCT ?s ?p ?o FROM src:borealis-2024 FROM<source/borealis-2024> { ?s ?p ?o }"
    assert len(tiny.query(both)) == here


@pytest.mark.parametrize(
    "head",
    [
        "BASE <{src}> SELECT ?s FROM <borealis-2024>",
        "BASE <http://a/> BASE <{src}x> SELECT ?s FROM<borealis-2024>",
        "VERSION '1.2' BASE <{src}> # BASE <http://a/>\nPREFIX b: <borealis-> SELECT ?s FROM b:2024",
        "SELECT ?s FROM <source/borealis-2024> # BASE <http://a/>\n",
    ],
)
def test_from_reads_the_base_of_the_query(tiny: KnowledgeGraph, head: str) -> None:
    here = tiny.query("SELECT ?s FROM src:borealis-2024 { ?s ?p ?o } ORDER BY ?s").rows
    assert tiny.query(f"{head.format(src=SRC)} {{ ?s ?p ?o }} ORDER BY ?s").rows == here != []


def test_from_of_a_graph_that_is_not_there_names_the_nearest(tiny: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match=r"FROM src:borealis-2025: no such graph; .* did you mean src:borealis-2024\?"):
        tiny.query("SELECT * FROM src:borealis-2025 { ?s ?p ?o }")


def test_the_current_graph_is_there_even_if_it_is_empty() -> None:
    assert not list(evaluate(ox.Store(), prepare("SELECT * FROM g:current { ?s ?p ?o }", "-")))


def test_relative_iris_are_read_from_the_base_of_the_project(tiny: KnowledgeGraph) -> None:
    assert tiny.query("SELECT ?p { <id/acme> ?p ?o }").rows == tiny.query("SELECT ?p { id:acme ?p ?o }").rows != []
    assert tiny.query("BASE <http://a/> SELECT ?x { BIND(<b> AS ?x) }").rows == [("http://a/b",)]


def test_parameters_are_bound_in_the_outermost_group() -> None:
    inner = "{ SELECT * WHERE { ?a ?b ?c } }"
    assert sparql.bind(f"SELECT * {{ {inner} }}", {"a": "<x:y>"}, "-").startswith("SELECT * { VALUES ?a { <x:y> } {")
    template = "CONSTRUCT { ?a ?b ?c } { ?a ?b ?c }"
    assert sparql.bind(template, {"a": "<x:y>"}, "-").startswith("CONSTRUCT { ?a ?b ?c } { VALUES ?a")
    with pytest.raises(UsageError, match="need a group"):
        sparql.bind("DESCRIBE <x:y>", {"a": "<x:y>"}, "-")
