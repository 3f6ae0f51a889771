"""ORDER BY over all kinds of terms: the order of the engine is a reference order, and never ends the process."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from decimal import Decimal
from typing import Any

import pyoxigraph as ox
import pytest

from orders import NUMERIC, literal, place
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import InvalidInput, LimitError, UsageError
from pcgraph.model.namespaces import XSD
from pcgraph.query.engine import isolation
from pcgraph.query.engine.evaluate import Prepared, answer, evaluate, prepare
from pcgraph.query.engine.ordering import COLUMN_KEYS, MAX_COLUMNS, SORT_KEYS, order_totally, orders
from pcgraph.query.engine.result import Result, written
from pcgraph.query.engine.row_order import row_order, sort_rows

WORDS = ["", "a", "B", "10", "9", "1z", "2020-06-01", "9007199254740992", "é", "中文", "😀", "\x01", '"', "NaN", "-1"]
ZONES = ["", "Z", "+05:00", "-11:30"]


def term(draw: random.Random) -> Any:
    """Return a term of any kind, or None for an unbound cell."""
    day = f"{draw.randint(1, 9999):04}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
    kind = draw.choice(
        ["unbound", "iri", "text", "tag", "number", "number", "date", "time", "year", "bad", "other", "bool"]
    )
    if kind == "iri":
        return ox.NamedNode(f"http://a/{draw.choice(['b', 'é', '#c', '1', '10', '9'])}")
    if kind == "text":
        return ox.Literal(draw.choice(WORDS))
    if kind == "tag":
        return ox.Literal(draw.choice(WORDS), language=draw.choice(["en", "ur", "zh-hans"]))
    if kind == "number":
        number = draw.choice([draw.randint(-12, 12), 2**53 + draw.randint(-2, 2), Decimal(draw.randint(-99, 99)) / 8])
        name = draw.choice(sorted(NUMERIC if abs(number) < 100 else {"integer", "decimal", "double"}))
        if name in ("double", "float"):
            return literal(draw.choice([str(float(number)), "NaN", "INF", "-INF"]), name)
        return literal(str(number if name == "decimal" else int(number)), name)
    if kind == "date":
        return literal(day + draw.choice(ZONES), "date")
    if kind == "time":
        return literal(f"{day}T{draw.randint(0, 23):02}:00:00{draw.choice(ZONES)}", "dateTime")
    if kind == "year":
        return literal(str(draw.randint(1900, 2100)), "gYear")
    if kind == "bad":
        return literal(draw.choice(["x", "1z", "2020-13-45", ""]), draw.choice(["integer", "date", "boolean"]))
    if kind == "other":
        return ox.Literal(draw.choice(WORDS), datatype=ox.NamedNode(draw.choice(["http://a/d", XSD + "anyURI"])))
    return literal(draw.choice(["true", "false"]), "boolean") if kind == "bool" else None


def column(draw: random.Random) -> list[Any]:
    return [term(draw) for _ in range(draw.choice([5, 40, 300]))]


def table(values: list[Any]) -> str:
    rows = " ".join(f"({number} {'UNDEF' if one is None else one})" for number, one in enumerate(values))
    return f"VALUES (?n ?o) {{ {rows} }}"


FORMS = [
    "SELECT ?n {{ {table} }} ORDER BY ?o",
    "SELECT ?n {{ {table} }} ORDERBYDESC(?o)",
    "SELECT ?n {{ {{ SELECT * {{ {table} }} order by #?n\n asc (?o) }} }}",
    "SELECT ?n {{ {table} }} ORDER BY COALESCE(?o, ?nothing) LIMIT 250",
    "SELECT (SAMPLE(?n) AS ?m) {{ {table} }} GROUP BY ?n ORDER BY SAMPLE(?o)",
    "SELECT ?n {{ SELECT ?n ?o {{ {table} }} ORDER BY ?n }} ORDER BY ?o",
    "SELECT ?n ?o {{ {table} }} GROUP BY ?n ?o ORDER BY ?o",
    "SELECT * {{ {table} }} ORDER BY ?o",
]


@pytest.mark.parametrize("seed", range(12))  # each change of a key that sixty show, these show
@pytest.mark.parametrize("form", FORMS)
def test_any_column_is_in_the_reference_order(form: str, seed: int) -> None:
    values = column(random.Random(seed))
    found = evaluate(ox.Store(), prepare(form.format(table=table(values)), "test"))
    assert {each.value for each in found.variables} <= {"n", "o", "m"}
    rows = [int(row[0].value) for row in found]
    assert len(set(rows)) == min(len(values), 250 if "LIMIT" in form else len(values))
    places = [place(values[row]) for row in rows]
    assert places == sorted((place(one) for one in values), reverse="DESC" in form)[: len(places)]


@pytest.mark.parametrize("seed", range(45, 63))
@pytest.mark.parametrize("form", FORMS)
def test_rows_sorted_outside_the_engine_are_in_the_reference_order(form: str, seed: int) -> None:
    draw = random.Random(seed)
    values = [one for one in (term(draw) for _ in range(400)) if seed % 3 == 0 or is_sorted_outside(one)]
    query = prepare(form.format(table=table(values)), "test")
    rows = [int(row[0]) for row in Result(answer(ox.Store(), query, isolate=False)).rows]
    assert len(set(rows)) == min(len(values), 250 if "LIMIT" in form else len(values))
    places = [place(values[row]) for row in rows]
    assert places == sorted((place(one) for one in values), reverse="DESC" in form)[: len(places)]


def is_sorted_outside(one: Any) -> bool:
    if not isinstance(one, ox.Literal) or one.language:
        return True
    kind = one.datatype.value.removeprefix(XSD)
    if kind in ("integer", "boolean", "date"):
        return re.fullmatch(r"-?\d+|true|false|\d{4}-(?!13)\d\d-\d\d", one.value) is not None
    return kind in ("string", "decimal")


@pytest.mark.parametrize(
    ("text", "keys", "added"),
    [
        ("SELECT ?n {{ {table} }} ORDER BY ?o DESC(?n)", ((0, False), (1, True)), 1),
        ("SELECT ?n ?o {{ {table} }} ORDER BY DESC( ?o ) $n", ((1, True), (0, False)), 0),
        ("SELECT DISTINCT ?n ?o {{ {table} }} ORDER BY ?o (-?n) # all", ((2, False), (0, False)), 1),
        ("PREFIX select: <urn:x> SELECT ?n FROM <urn:g> WHERE {{ {table} }} ORDER BY DESC(?n)", ((0, True),), 0),
        ("SELECT ?n (MAX(STR(?o)) AS ?m) {{ {table} }} GROUP BY ?n ORDER BY ?m DESC(?n)", ((1, False), (0, True)), 0),
        ("SELECT ?n {{ {table} }} ORDER BY (NOT EXISTS {{ ?o ?p ?n }}) ?n", ((0, False), (1, False)), 1),
    ],
)  # fmt: skip
def test_an_answer_sorted_outside_the_engine_is_the_one_of_the_engine(
    text: str, keys: tuple[tuple[int, bool], ...], added: int
) -> None:
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("urn:s"), ox.NamedNode("urn:p"), ox.Literal(3), ox.NamedNode("urn:g")))
    draw = random.Random(7)
    values = [one for one in (term(draw) for _ in range(400)) if is_sorted_outside(one)]
    query = prepare(text.format(table=table(values)), "test")
    assert query.order is not None
    assert (query.order.keys, query.order.added) == (keys, added)
    unsorted = written(evaluate(store, Prepared(query.order.text, "", ()))).body
    assert sort_rows(unsorted, query.order) == written(evaluate(store, query)).body
    assert answer(store, query, isolate=False).body == written(evaluate(store, query)).body


@pytest.mark.parametrize(
    "text",
    [
        "SELECT DISTINCT ?s { ?s ?p ?o } ORDER BY ?o",  # which of the equal rows comes first is not known
        "SELECT REDUCED ?s { ?s ?p ?o } ORDER BY STR(?o)",
        "SELECT ?s { ?s ?p ?o } GROUP BY ?s ORDER BY MAX(?o)",
        "SELECT ?s { { SELECT ?s { ?s ?p ?o } ORDER BY ?s } }",
        "SELECT ?s { ?s ?p ?o } ORDER BY ?s OFFSET 2",
        "SELECT * { ?s ?p ?o } ORDER BY ?s",
        "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } ORDER BY ?s",
        "DESCRIBE ?s { ?s ?p ?o } ORDER BY ?s",
        "SELECT ?s { ?s ?p ?o }",
    ],
)
def test_the_engine_sorts_what_cannot_be_sorted_outside(text: str) -> None:
    assert row_order(text, "-") is None


def test_rows_with_equal_keys_are_sorted_by_their_columns_and_a_text_is_compared_without_its_escapes() -> None:
    order = row_order("SELECT ?n ?o { ?s ?p ?o } ORDER BY DESC(?o)", "-")
    assert order is not None
    rows = ['1\t"a\\"c"', '2\t"a#"', '3\t"a\\"c"', '4\t"a!"', "5\t", '6\t"a\\tb"']
    body = sort_rows("".join(f"{row}\n" for row in ["?n\t?o", *rows]).encode(), order)
    assert body is not None
    assert [line[0] for line in body.decode().split("\n")[1:-1]] == ["2", "1", "3", "4", "6", "5"]


@pytest.mark.slow
def test_a_fault_of_the_engine_is_one_line_and_this_process_lives_on() -> None:
    """The columns are hard enough: sorted as they stand, some of them end the process of the engine."""
    faults = []
    for seed in range(20):
        text = FORMS[0].format(table=table(column(random.Random(seed))))
        query = Prepared(text, text, ())
        try:
            isolation.run(lambda query=query: len(list(evaluate(ox.Store(), query))))  # type: ignore[misc]
        except LimitError as error:
            faults.append(str(error))
    assert faults
    for line in faults:
        assert re.fullmatch(r"query: the engine failed \(.*total order.*\); expected an answer; [^\n]*", line)


def test_blank_nodes_come_between_unbound_and_iris(tiny: KnowledgeGraph) -> None:
    text = 'SELECT ?o { { BIND(BNODE("x") AS ?o) } UNION { BIND(<http://a/b> AS ?o) } UNION { } } ORDER BY ?o'
    assert [type(row[0]).__name__ for row in tiny.query(text).terms] == ["NoneType", "BlankNode", "NamedNode"]


def test_a_second_key_decides_where_the_first_is_equal(tiny: KnowledgeGraph) -> None:
    text = "SELECT ?a ?b { VALUES (?a ?b) { (1 1) (1.0 2) (01 3) (0 9) } } ORDER BY DESC(?a) DESC(?b)"
    assert [row[1] for row in tiny.query(text).rows] == [3, 2, 1, 9]


@pytest.mark.parametrize("call", ["RAND()", "DESC(RAND() * 2)", "STR(UUID())", "STRUUID()", "BNODE()"])
def test_an_order_that_changes_while_rows_are_compared_is_refused(call: str) -> None:
    with pytest.raises(UsageError, match=r"-:2: ORDER BY \w+\(\).*BIND\(\w+\(\) AS \?r\).*ORDER BY \?r"):
        order_totally(f"SELECT ?s {{ ?s ?p ?o }}\nORDER BY ?s {call}", "-")


def test_the_advice_on_random_order_works(tiny: KnowledgeGraph) -> None:
    text = "SELECT ?s WHERE { ?s a pcg:Agreement BIND(RAND() AS ?r) } ORDER BY ?r LIMIT 2"
    assert len(tiny.query(text)) == 2


def test_an_order_inside_a_condition_is_refused() -> None:
    text = "SELECT ?s { ?s ?p ?o } ORDER BY EXISTS { SELECT ?x { ?x ?y ?s } ORDER BY ?x }"
    with pytest.raises(UsageError, match="inside a condition"):
        order_totally(text, "-")


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?order { ?order <http://a/ORDER> 'ORDER BY ?x' } # ORDER BY ?x",
        "SELECT ?s { ?s ?p ?o } ORDER",
        "SELECT ?s { ?s ?p ?o } ORDER BY",
        "SELECT ?s { ?s ?p ?o } ORDER BY LIMIT 3",
        "SELECT ?s { ?s ?p ?o } ORDER BY DESC(?s",
        "ORDER BY(" * 10_000,  # in a moment: no bracket is looked for to the end of the text
    ],
)
def test_what_is_no_condition_is_left_alone(text: str) -> None:
    assert order_totally(text, "-") == text


@pytest.mark.parametrize(
    ("condition", "rest"),
    [
        ("?s", " LIMIT 3"),
        ("$s", ""),
        ("(?s)#c\n", ""),
        ("DESC (?s)", "OFFSET 1"),
        ("STR(?s)", " VALUES ?s { <http://a/b> }"),
        ("xsd:string(?s)", ""),
        ("<http://www.w3.org/2001/XMLSchema#string>(?s)", ""),
        ("NOT EXISTS { ?s ?p ')' }", ""),
        ("EXISTS{ ?s ?p ?o }", ""),
        ("(?s = ')' || ?s < 3)", "LIMIT 1"),
    ],
)
def test_each_form_of_condition_is_rewritten_and_understood(condition: str, rest: str, tiny: KnowledgeGraph) -> None:
    text = f"SELECT ?s {{ ?s ?p ?o }} ORDER BY {condition}{rest}"
    rewritten = order_totally(text, "-")
    assert rewritten.count("isNumeric") == len(SORT_KEYS)
    assert rewritten.endswith(rest)
    evaluate(tiny.store, prepare(text, "-"))


def test_syntax_errors_keep_the_place_where_they_were_written(tiny: KnowledgeGraph) -> None:
    with pytest.raises(InvalidInput, match=r"query:1:45: sparql-syntax"):
        tiny.query("SELECT ?s { ?s ?p ?o } ORDER BY ?s ?p LIMIT 'x'")
    with pytest.raises(InvalidInput, match=r"query:1:35: sparql-syntax"):
        tiny.query("SELECT ?s { ?s ?p ?o . FILTER(?s >) } ORDER BY ?o")


@pytest.mark.slow
def test_an_ordinary_order_of_the_shipped_data() -> None:
    """This ended the process: exit 134 on the command line, a dead kernel in a notebook."""
    done = subprocess.run(
        [sys.executable, "-m", "pcgraph", "query", "-", "-f", "csv"],
        input="SELECT ?o { ?s ?p ?o } ORDER BY ?o",
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") > 10_000


def test_memory_is_told_apart_from_a_fault() -> None:
    assert "out of memory" in isolation.death_message(-6, b"memory allocation of 12 bytes failed\n")
    assert "out of memory" in isolation.death_message(-9, b"")
    assert "too deep" in isolation.death_message(-6, b"thread 'main' has overflowed its stack\nfatal runtime error")
    assert "too deep" in isolation.death_message(-11, b"")
    panic = b"thread '<unnamed>' panicked at src/x.rs:1:2:\nuser-provided comparison function does not\nnote: run with"
    assert "(user-provided comparison function does not)" in isolation.death_message(-6, panic)


def test_an_error_of_the_job_is_raised_here() -> None:
    with pytest.raises(UsageError, match="no such graph"):
        isolation.run(lambda: evaluate(ox.Store(), prepare("SELECT * FROM <http://a/b> { ?s ?p ?o }", "-")))


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("SELECT ?a (COUNT(?b) AS ?n) { ?a ?p ?b } GROUP BY ?a ORDER BY ?n", ["a", "n"]),
        ("SELECTDISTINCT$a { ?a ?p ?b } ORDERBY?b", ["a"]),
        ("SELECT (EXISTS { ?x ?y ?a } AS ?e) ?a { ?a ?p ?b } ORDER BY ?b", ["e", "a"]),
        ("SELECT * { ?a ?p ?b } ORDER BY ?z", ["a", "p", "b"]),
        ("CONSTRUCT { ?a ?p 1 } WHERE { ?b ?p ?a } ORDER BY ?a", ["a", "p", "b"]),
        ("SELECT ?z { ?z ?y ?x { SELECT ?b { ?a ?p ?b } ORDER BY ?a } }", ["b"]),
        ("SELECT ?z { ?z ?y ?x { SELECT * { ?a ?p ?b } ORDER BY ?a } }", ["a", "p", "b"]),
        ("PREFIX order: <x:> PREFIX select: <x:> SELECT ?a { ?a select:p (1) ; order:by (?b) } ORDER BY ?b", ["a"]),
    ],
)
def test_equal_rows_are_sorted_by_the_columns_of_the_same_select(text: str, columns: list[str]) -> None:
    (order,) = orders(text)
    assert order.columns == columns
    keys = "".join(f" ({key.replace('{e}', f'?{name}')})" for name in columns for key in COLUMN_KEYS)
    assert keys in order_totally(text, "-")


def test_many_variables_in_nested_queries_do_not_make_a_long_text() -> None:
    names = " ".join(f"?v{number}" for number in range(5_000))
    text = f"SELECT * {{ VALUES ({names}) {{}} }} ORDER BY ?v1"
    for _ in range(20):
        text = f"SELECT * {{ {{ {text} }} }} ORDER BY ?v1"
    assert all(len(order.columns) == 5_000 for order in orders(text))
    assert len(order_totally(text, "-")) < len(text) + 21 * 120 * (MAX_COLUMNS + 30)


def test_a_second_order_of_the_same_query_is_left_to_the_engine() -> None:
    text = "SELECT * { ?s ?p ?o }" + " ORDER BY ?s" * 7_000
    assert len(orders(text)) == 1
    assert order_totally(text, "-").endswith(" ORDER BY ?s" * 6_999)


def test_decimals_are_in_their_exact_order() -> None:
    """The engine makes a lesser double of the greater of these."""
    text = "SELECT ?n { VALUES ?n { 281474976710653.328125 281474976710653.3125 } } ORDER BY ?n LIMIT 9"
    found = evaluate(ox.Store(), prepare(text, "-"))
    assert [row[0].value for row in found] == ["281474976710653.3125", "281474976710653.328125"]
