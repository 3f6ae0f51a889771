"""Arithmetic on servers that compute from right to left: their queries get brackets, and mean the same."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pcgraph import testing
from pcgraph.api import KnowledgeGraph
from pcgraph.query.questions import catalogue
from pcgraph.query.remote import remote_graph
from pcgraph.query.remote.arithmetic import SELF_TEST, with_brackets

CHAINED = ("memorandum-outcomes", "years-without-steps")  # the questions of the catalogue that have such a chain


def evaluate(text: str, *, from_the_right: bool) -> Fraction:
    """Compute an expression as a good engine does, or as one that takes each chain from the right."""
    tokens = [*re.findall(r"\d+|\S", text), ""]

    def chain(rank: int) -> Fraction:
        parts, operators = [operand(rank)], []
        while tokens[0] and tokens[0] in ("+-", "*/")[rank]:
            operators.append(tokens.pop(0))
            parts.append(operand(rank))
        while operators:
            at = -1 if from_the_right else 0
            right, left = (parts.pop(), parts.pop()) if from_the_right else (parts.pop(1), parts.pop(0))
            operator = operators.pop(at)
            value = {"+": left.__add__, "-": left.__sub__, "*": left.__mul__, "/": left.__truediv__}[operator](right)
            parts.append(value) if from_the_right else parts.insert(0, value)
        return parts[0]

    def operand(rank: int) -> Fraction:
        if rank == 0:
            return chain(1)
        first = tokens.pop(0)
        if first != "(":
            return Fraction(int(first))
        value = chain(0)
        tokens.pop(0)
        return value

    return chain(0)


@st.composite
def chains(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    parts, gap = draw(st.lists(inner, min_size=2, max_size=5)), draw(st.sampled_from(["", " "]))
    return f"({parts[0]}{''.join(gap + draw(st.sampled_from('+-*/')) + gap + part for part in parts[1:])})"


EXPRESSIONS = st.recursive(st.integers(1, 9).map(str), chains, max_leaves=12)


@given(EXPRESSIONS)
def test_an_engine_that_computes_from_the_right_computes_what_was_meant(text: str) -> None:
    head, tail = "SELECT ((", ") AS ?x) {}"
    written = with_brackets(head + text + tail)
    try:
        meant = evaluate(text, from_the_right=False)
    except ZeroDivisionError:
        assume(False)
    assert evaluate(written[len(head) - 1 : 1 - len(tail)], from_the_right=True) == meant
    plain = (head + text + tail, written)
    values = [next(iter(ox.Store().query(each)))[0] for each in plain]  # type: ignore[call-overload]
    assert values[0] == values[1], "a good engine answers the same"


def test_the_test_itself_knows_the_fault() -> None:
    assert evaluate("10 - 3 - 2", from_the_right=True) == 9
    assert evaluate("10 - 3 - 2", from_the_right=False) == 5
    assert evaluate("16 / 4 * 2 - 1", from_the_right=True) == 1


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ex:a/ex:b/ex:c ?o ; (ex:a/ex:b/ex:c)* (1 -2 -3) . VALUES (?x ?y) { (1 -2) (-3 -4) } }",
        "SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT *) AS ?m) { ?s ex:a-b-c ?o-d } ORDER BY ?s LIMIT 3",
        "ASK { FILTER(?a - 1 > ?b - 1 && ?c - 1 < -2) FILTER(?a IN (1 - 2, -3, -4)) BIND(-1 - 2 AS ?x) }",
        'ASK { ?s ?p \'a - b - c\', """(1 - 2 - 3)""" . FILTER(?a < 3) # (1 - 2 - 3)\n }',
        "ASK { FILTER(ex:a-b-c = <http://x/1-2-3>) }",
        "SELECT ((1 - 2 - 3 AS ?x) {}",
        "SELECT (1 - 2 - 3] AS ?x) {}",
        "",
    ],
)
def test_what_needs_no_brackets_stays_as_it_is(text: str) -> None:
    assert with_brackets(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("SELECT (SUM(DISTINCT ?a-?b-?c) AS ?x) {}", "SELECT (SUM(DISTINCT (?a-?b)-?c) AS ?x) {}"),
        ("SELECT (-?a - -?b - STR(?c) AS ?x) {}", "SELECT ((-?a - -?b) - STR(?c) AS ?x) {}"),
        ("ASK { FILTER ex:f(1-2-3) FILTER(?x NOT IN (1-2-3)) }",
         "ASK { FILTER ex:f((1-2)-3) FILTER(?x NOT IN ((1-2)-3)) }"),
        ("ASK { { SELECT (1-2-3 AS ?x) { ?s (ex:a/ex:b/ex:c) 1 } HAVING(1-2-3 > 0) } }",
         "ASK { { SELECT ((1-2)-3 AS ?x) { ?s (ex:a/ex:b/ex:c) 1 } HAVING((1-2)-3 > 0) } }"),
        ("ASK { FILTER(NOT EXISTS { ?s ex:a/ex:b/ex:c 1 FILTER(1-2-3 = 1) }) }",
         "ASK { FILTER(NOT EXISTS { ?s ex:a/ex:b/ex:c 1 FILTER((1-2)-3 = 1) }) }"),
        ("SELECT (1 - 2 # (\n - 3 AS ?x) {}", "SELECT ((1 - 2) # (\n - 3 AS ?x) {}"),
    ],
)  # fmt: skip
def test_brackets_are_put_into_expressions_everywhere(text: str, written: str) -> None:
    assert with_brackets(text) == written


def test_a_query_of_many_brackets_is_read() -> None:
    deep = f"SELECT ({'(' * 190}1-2-3{')' * 190} AS ?x) {{}}"
    assert "(1-2)-3" in with_brackets(deep)


class FromTheRight(testing.FakeEndpoint):
    """A server that makes the mistake in one expression."""

    def __init__(self, answers: KnowledgeGraph) -> None:
        super().__init__(answers)
        answer = self._answer

        def faulty(request: testing.Request) -> Any:
            text = request.text.replace("10 - 3 - 2", "10 - (3 - 2)")
            return answer(testing.Request("POST", "", {}, request.parameters | {"query": [text]}))

        self._answer = faulty


@pytest.mark.parametrize(("server", "tests"), [(FromTheRight, 1), (testing.FakeEndpoint, 1)])
def test_a_server_is_asked_once_and_gets_the_brackets_that_it_needs(
    server: type[testing.FakeEndpoint], tests: int, tiny: KnowledgeGraph
) -> None:
    with server(tiny) as started:
        kg = remote_graph.connect(started.url)
        kg.query("who-signed-with", party="acme")
        assert not any(SELF_TEST in request.text for request in started.requests), "no query needed it"
        for _ in range(2):
            assert kg.query("SELECT (10 - 3 - 2 AS ?n) (3 AS ?m) {}").rows == [(5, 3)]
        for name in CHAINED:
            assert kg.query(name).rows == tiny.query(name).rows
    texts = [request.text for request in started.requests]
    assert sum(SELF_TEST in text for text in texts) == tests
    has_brackets = any("((10 - 3) - 2 AS ?n)" in text for text in texts)
    assert has_brackets == (server is FromTheRight), "a good server gets the text as it was written"


def test_the_catalogue_has_the_chains_that_these_tests_ask_for() -> None:
    found = {name for name, asked in catalogue.catalogue().items() if with_brackets(asked.text) != asked.text}
    assert found == {*CHAINED}


def test_canned_answers_need_no_arithmetic(tiny: KnowledgeGraph) -> None:
    rows = tiny.query("years-without-steps").rows
    with testing.FakeEndpoint({"years-without-steps": rows}) as server:
        assert len(remote_graph.connect(server.url).query("years-without-steps")) == len(rows)
