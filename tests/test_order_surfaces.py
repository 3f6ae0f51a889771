"""ORDER BY at any depth: the same rows in Python, by rdflib, by HTTP, on the command line and by a sorter of the tests.

Forty random queries by default, in CI a hundred, a few on the command line; FUZZ_CASES=10000 runs so many of each.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from oxrdflib._converter import from_ox, to_ox

import orders
from fuzz.runner import fuzz
from helpers import TINY, everyday, pcgraph, pcgraph_process
from pcgraph import api
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import PcgraphError
from serving import Serving, serving

Rows = list[dict[str, Any]]
CASES = 100 if os.environ.get("CI") else 40  # random queries
PATIENT = "300"  # seconds for a query on a busy machine
SHIPPED = (  # an ORDER BY in a query that ends with another; the first ended the process of the engine
    "SELECT ?o { { SELECT ?o { ?s ?p ?o } ORDER BY ?o LIMIT 30000 } } ORDER BY ?o",
    "SELECT ?o { { SELECT DISTINCT ?o { VALUES ?s { id:huawei id:zte } { ?s ?p ?o } UNION { ?x ?q ?s ; ?p2 ?o } } "
    "ORDER BY DESC(?o) LIMIT 12 } } ORDER BY ?o",
)
KINDS = "{ VALUES (?n ?o) { (1 10) (2 9) (3 '1z') (4 'a'@en) (5 <x:1>) (6 true) (7 UNDEF) (8 '2020'^^xsd:gYear) } }"
ODD = (  # each with its rows: queries in other places than the end, and rows with equal keys
    (f"SELECT (1 AS ?n) {{ FILTER EXISTS {{ SELECT ?o {KINDS} ORDER BY ?o LIMIT 1 }} }}", "1"),
    (f"SELECT ?n {{ {{ SELECT ?n {KINDS} ORDER # BY\n BY DESC(?o) LIMIT 2 }} UNION "
     f"{{ SELECT ?n {KINDS} ORDER BY ?o LIMIT 2 }} }} ORDER BY ?n", "1 2 5 7"),
    (f"SELECT ?n {{ VALUES ?n {{ 1 2 5 }} OPTIONAL {{ SELECT ?n (1 AS ?found) {KINDS} ORDER BY DESC(?o) LIMIT 1 }} }} "
     "ORDER BY ?found DESC(?n)", "5 2 1"),
    (f"SELECT ?n {{ {{ SELECT (SAMPLE(?o) AS ?some) ?n {KINDS} GROUP BY ?n HAVING (?n > 1) "
     "ORDER BY DESC(?some) LIMIT 3 } } ORDER BY ?n", "2 6 8"),
    ("SELECT DISTINCT ?n { { SELECT ?n { VALUES (?n ?k) { (3 1) (2 1.0) (1 1e0) (2 01) } } ORDER BY ?k LIMIT 3 } } "
     "ORDER BY (?n * 0)", "1 2"),
    ("SELECT ?n { VALUES (?n ?k) { (3 1) (10 1) (2 1) } } ORDER BY ?k LIMIT 2", "10 2"),
    ("SELECT ?n { VALUES (?n ?k) { (3 1) (10 1) (2 1) } } ORDER BY DESC(?k)", "10 2 3"),
    ("SELECT * { VALUES (?n ?k) { (3 1) (10 1) (2 1) } } ORDER BY ?k OFFSET 1", "2 3"),
)  # fmt: skip


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file of quads: the tiny graph, and terms of every kind in its ontology."""
    path = tmp_path_factory.mktemp("orders") / "all.nq"
    assert pcgraph("export", str(path), "--data", str(TINY)).returncode == 0
    with path.open("ab") as out:
        out.write(orders.quads(random.Random(1)))
    return path


@pytest.fixture(scope="module")
def kg(file: Path) -> KnowledgeGraph:
    return api.load(file, build=None)


@pytest.fixture(scope="module")
def server(file: Path) -> Iterator[Serving]:
    with serving("--timeout", PATIENT, data=file) as found:
        yield found


def by_python(kg: KnowledgeGraph, text: str) -> Rows:
    found = kg.query(text, timeout=float(PATIENT))
    return [dict(zip(found.columns, row, strict=True)) for row in found.terms]


def by_rdflib(kg: KnowledgeGraph, text: str) -> Rows:
    return [{str(name): to_ox(term) for name, term in row.asdict().items()} for row in kg.dataset.query(text)]


def by_server(server: Serving, text: str) -> Rows:
    reply = server.ask(text, Accept="application/sparql-results+json")
    assert reply.status == 200, reply.text
    return read(reply.body, ox.QueryResultsFormat.JSON)


def by_command_line(text: str, *options: str) -> Rows:
    done = pcgraph_process("query", text, "-f", "tsv", "--timeout", PATIENT, *options)
    assert done.returncode == 0, done.stderr
    return read(done.stdout.encode(), ox.QueryResultsFormat.TSV)


def read(body: bytes, form: ox.QueryResultsFormat) -> Rows:
    found: Any = ox.parse_query_results(body, format=form)
    return [{variable.value: row[variable] for variable in found.variables} for row in found]


def cells(rows: Rows, columns: list[str], ordered: bool) -> list[tuple[Any, ...]]:
    """Return rows in a form that can be compared: blank nodes have other names in each answer."""
    found = [
        tuple("_:" if isinstance(row.get(name), ox.BlankNode) else row.get(name) for name in columns) for row in rows
    ]
    return found if ordered else sorted(found, key=repr)


def through_rdflib(rows: Rows) -> Rows:
    """Return rows as rdflib writes their terms: it has other texts for some numbers and dates."""
    return [{name: to_ox(from_ox(term)) for name, term in row.items()} for row in rows]


def compare(query: orders.Query, engine: orders.Engine, surfaces: dict[str, Callable[[str], Rows]]) -> None:
    wanted = query.evaluate(engine)
    for name, ask in surfaces.items():
        rows = through_rdflib(wanted) if name == "rdflib" else wanted
        try:
            found = ask(query.text)
        except PcgraphError as error:
            raise AssertionError(f"{name}: {error}") from error  # all of these queries have an answer
        assert cells(found, query.columns, query.ordered) == cells(rows, query.columns, query.ordered), name


@pytest.mark.filterwarnings("ignore:query")  # hints on random queries without rows
def test_random_queries_in_this_process_and_by_the_server(kg: KnowledgeGraph, server: Serving) -> None:
    engine = orders.Engine(kg.store)
    surfaces = {"python": lambda text: by_python(kg, text), "server": lambda text: by_server(server, text)}
    assert fuzz(orders.query, lambda query: compare(query, engine, surfaces), cases=CASES)


@pytest.mark.filterwarnings("ignore:query")  # hints on random queries without rows
@pytest.mark.filterwarnings("ignore:Parsing weird boolean")
def test_random_queries_by_rdflib(kg: KnowledgeGraph) -> None:
    engine = orders.Engine(kg.store)
    surfaces = {"rdflib": lambda text: by_rdflib(kg, text)}
    assert fuzz(orders.query, lambda query: compare(query, engine, surfaces), cases=CASES)


def test_random_queries_on_the_command_line(kg: KnowledgeGraph, file: Path) -> None:
    engine = orders.Engine(kg.store)
    surfaces = {"command line": lambda text: by_command_line(text, "--data", str(file))}
    assert fuzz(orders.query, lambda query: compare(query, engine, surfaces), cases=4)


@pytest.mark.parametrize("shape", orders.SHAPES)
def test_no_expression_makes_a_second_nan(shape: str, kg: KnowledgeGraph) -> None:
    """Oxigraph takes NaN and its negative for two terms with the same text; an answer does not show which is which."""
    nan, made = "BIND('NaN'^^xsd:float AS ?nan)", shape.replace("{v}", "?nan")
    text = f"SELECT DISTINCT ?v {{ {{ {nan} BIND(?nan AS ?v) }} UNION {{ {nan} BIND({made} AS ?v) }} }}"
    found = [row["v"] for row in by_python(kg, text)]
    assert len(found) == len({*found})


@pytest.mark.parametrize(("text", "wanted"), ODD)
def test_an_inner_order_and_equal_rows_are_the_same_everywhere(
    text: str, wanted: str, kg: KnowledgeGraph, server: Serving
) -> None:
    for rows in (by_python(kg, text), by_rdflib(kg, text), by_server(server, text)):
        assert " ".join(row["n"].value for row in rows) == wanted


def test_a_limit_cuts_the_same_triples_of_a_construct(kg: KnowledgeGraph, server: Serving) -> None:
    text = (
        "CONSTRUCT { ?s rdfs:label ?n } { VALUES (?s ?n) { (<x:3> 3) (<x:1> 1) (<x:2> 2) } } ORDER BY (?n * 0) LIMIT 2"
    )
    assert [row[2].value for row in kg.query(text).terms] == ["1", "2"]
    assert server.ask(text, Accept="application/n-triples").text.count("<x:3>") == 0


@pytest.mark.slow
@pytest.mark.parametrize("text", everyday(SHIPPED, SHIPPED[1:].__contains__))
def test_an_inner_order_of_the_shipped_data_is_the_same_everywhere(text: str, real: KnowledgeGraph) -> None:
    wanted = by_command_line(text)
    assert len(wanted) >= 12
    assert by_command_line(f"{text} LIMIT 1000000") == wanted
    assert by_python(real, text) == by_python(real, f"{text} LIMIT 1000000") == wanted
    assert by_rdflib(real, text) == through_rdflib(wanted)
    with serving("--timeout", PATIENT, data=None) as server:
        assert by_server(server, text) == wanted
