"""Rewrites ORDER BY so that every pair of terms can be compared and the engine can sort any column.

Oxigraph compares two numbers by value, but a number and a string by their characters. Then 9 < 10, "10" < "1z" and
"1z" < "9" hold at once, and the order has a cycle. Rust's sort detects the cycle and aborts the process. Dates with and
without a time zone, ill-typed literals and numbers of different precision cause the same fault.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pcgraph.errors import UsageError
from pcgraph.model.namespaces import RDF, XSD
from pcgraph.query.engine.sparql import SKIP, closing_brackets, tokens, words

VOLATILE = {"RAND", "UUID", "STRUUID", "BNODE"}  # functions that return a different value at each call
_CONDITION = re.compile(
    rf"""{SKIP}(?:
        (?P<variable>[?$]\w+)
      | (?:(?P<direction>ASC|DESC){SKIP})?(?P<bracket>\()
      | (?P<call>(?!(?:LIMIT|OFFSET|VALUES)\b)
          (?: (?:NOT{SKIP})?EXISTS{SKIP}(?P<group>\{{)
            | (?: <[^<>\s]*> | [\w.-]*:(?:[\w.:-]|%[0-9A-Fa-f]{{2}}|\\.)* | [A-Za-z_]+ ){SKIP}(?P<arguments>\() ))
    )""",
    re.VERBOSE | re.IGNORECASE,
)

_HEAD = re.compile(rf"ORDER{SKIP}BY", re.IGNORECASE)
_FORM = re.compile("(SELECT|CONSTRUCT|DESCRIBE|ASK)(DISTINCT|REDUCED|)")  # the engine needs no space between them


def _iri(name: str) -> str:
    return f"<{XSD}{name}>"


# The first key decides between IRIs and between texts. It begins with what a term is, so that it is no text of the
# store: one on disk is read for each text of its own whenever two are compared. Other literals are sorted by kind: each
# datatype is one, and a datatype of dates is three (without a time zone, with one, ill-typed). Durations have no order
# in SPARQL and are sorted by their text.
_TEXT = (
    "IF(isIRI({e}),CONCAT('1',STR({e})),"
    f"IF(isNumeric({{e}}),'4',IF(DATATYPE({{e}})={_iri('string')},CONCAT('2',STR({{e}})),"
    f"IF(DATATYPE({{e}})=<{RDF}langString>,STRLANG(CONCAT('2',STR({{e}})),LANG({{e}})),"
    "CONCAT('3',STR(DATATYPE({e})),IF(DATATYPE({e}) IN ("
    + ",".join(map(_iri, ("duration", "dayTimeDuration", "yearMonthDuration")))
    + "),ENCODE_FOR_URI(STR({e})),COALESCE(IF(TZ({e})='','','z'),'x')))))))"
)
# Numbers are compared by value, first as doubles: two different exact numbers may equal the same double. Among them,
# doubles and floats come first and are equal; the rest are compared exactly. A decimal becomes a double by its text:
# the engine's own conversion is off in the last place, so that a greater decimal may become a lesser double.
_NUMBER = f"IF(isNumeric({{e}}),IF(DATATYPE({{e}})={_iri('decimal')},{_iri('double')}(STR({{e}})),{{e}}+0e0),0)"
_VALUE = (
    f"IF(isLiteral({{e}})&&!(DATATYPE({{e}}) IN ({_iri('string')},<{RDF}langString>)"
    f"||isNumeric({{e}})&&DATATYPE({{e}}) IN ({_iri('double')},{_iri('float')})),{{e}},'')"
)
SORT_KEYS = (_TEXT, _NUMBER, _VALUE)  # the keys that stand for a condition {e}
# Rows with equal keys are sorted by the text of their columns, so that LIMIT cuts the same rows everywhere. These keys
# are computed only for rows that are equal so far.
COLUMN_KEYS = ("COALESCE(STR({e}),IF(BOUND({e}),'',{e}))", "DATATYPE({e})", "LANG({e})")
MAX_COLUMNS = 100  # that are compared so; a SELECT * in a SELECT * in … would repeat all variables each time


class Order(NamedTuple):
    """An ORDER BY."""

    # offset, after: where it begins, and where its last condition ends
    offset: int
    after: int
    # where the group before it ends, if this is the group of a query that selects plain variables. There each row can
    # have its keys before the rows are compared, which matters for a store on disk: the engine reads a term from it
    # each time that it compares two
    end: int | None
    conditions: list[tuple[str, str]]  # direction and expression of each condition
    # the columns of its SELECT; if it does not list them, the variables of the query in the order of the text
    columns: list[str]
    head: int | None  # where a column can be added to the SELECT, if it lists them
    distinct: bool  # whether it is DISTINCT or REDUCED, which mean the same to the engine


@dataclass
class _Query:
    """A query or a query in a query, while it is read; `before` is the number of variables in the text before it."""

    before: int
    head: int
    lists: bool
    distinct: bool
    in_head: bool = True
    columns: list[str] = field(default_factory=list)


@dataclass
class _Group:
    """A pair of braces, or the whole text: whether it belongs to plain columns, and the query that begins in it."""

    is_plain: bool = False
    query: _Query | None = None
    depth: int = 0


def order_totally(text: str, where: str) -> str:
    """Rewrite each ORDER BY of a query so that its order is total.

    The order is: unbound, blank nodes, IRIs, text, other literals by kind (see `_TEXT`), numbers by value.
    Within a kind, the engine's own order applies; blank nodes are equal. Rows with equal keys are sorted by the text,
    the datatype and the language of their columns, from left to right. Sorting strings takes a fifth longer than
    without the rewriting.

    >>> order_totally("SELECT ?s { ?s ?p ?o }", "-")
    'SELECT ?s { ?s ?p ?o }'
    >>> order_totally("SELECT ?s { ?s ?p ?o } ORDER BY RAND()", "-")
    Traceback (most recent call last):
    pcgraph.errors.UsageError: -:1: ORDER BY RAND(): changes while rows are compared; expected one value per row; \
write BIND(RAND() AS ?r) at the end of the WHERE part and ORDER BY ?r
    """
    pieces, done = [], 0
    for order in orders(text):
        bound, ordered = "", "ORDER BY"
        for number, (direction, expression) in enumerate(order.conditions):
            _check_condition(expression, text, order.offset, where)
            keys = [key.replace("{e}", f"({expression})") for key in SORT_KEYS]
            if order.end is not None:
                names = [f"?pcgraph_order_{order.offset}_{number}_{key}" for key in range(len(keys))]
                bound += "".join(f" BIND({key} AS {name})" for key, name in zip(keys, names, strict=True))
                keys = names
            ordered += "".join(f" {direction}({key})" for key in keys)
        for name in order.columns[:MAX_COLUMNS]:
            ordered += "".join(f" ({key.replace('{e}', f'?{name}')})" for key in COLUMN_KEYS)
        end = order.offset if order.end is None else order.end
        pieces += [text[done:end], bound, text[end : order.offset], ordered]
        done = order.after
    return "".join([*pieces, text[done:]])


def orders(text: str) -> list[Order]:
    """Return each ORDER BY of a query, from the first to the last; one without a complete condition is left out.

    >>> orders("SELECT ?s { ?s ?p ?o } ORDER BY ?s DESC(?o) # all")
    [Order(offset=23, after=43, end=21, conditions=[('ASC', '?s'), ('DESC', '(?o)')], \
columns=['s'], head=6, distinct=False)]
    >>> [(each.end, each.columns) for each in orders("SELECT (COUNT(?o) AS ?n) { ?s ?p ?o } ORDER BY ?n")]
    [(None, ['n'])]
    """
    if "ORDER" not in text.upper():
        return []
    found: list[Order] = []
    variables: list[str] = []
    closed, groups, is_plain, before, left = closing_brackets(text), [_Group()], False, "", (False, -1)
    for token, offset in tokens(text):
        group, word = groups[-1], token.upper()
        query = group.query
        if form := _FORM.fullmatch(word):
            if before == "{":
                group.is_plain = False  # nothing may stand after a query that is a whole group
            group.query = _Query(len(variables), offset + len(token), form[1] == "SELECT", form[2] != "")
        elif word[0] in "?$":
            variables.append(token[1:])
            if query and query.in_head and (not group.depth or (group.depth == 1 and before == "AS")):
                query.columns.append(token[1:])
        elif query and query.in_head and not group.depth and word in ("*", "{", "DISTINCT", "REDUCED"):
            if word == "*":
                query.lists = False
            elif word == "{":
                query.in_head = False
            elif before == "SELECT":
                query.head, query.distinct = offset + len(token), True
        elif query and word.startswith("ORDER") and (head := _HEAD.match(text, offset)):
            conditions, after = _conditions(text, head.end(), closed)
            end = left[1] if before == "}" and left[0] else None
            columns = query.columns if query.lists else [*dict.fromkeys(variables[query.before :])]
            if conditions:
                lists = query.head if query.lists else None
                found.append(Order(offset, after, end, conditions, columns, lists, query.distinct))
                group.query = None  # a second ORDER BY is an error; thousands of them would make a long text
        if word == "{":
            groups.append(_Group(is_plain))
        elif word == "}" and len(groups) > 1:
            left = groups.pop().is_plain, offset
        group.depth += (word == "(") - (word == ")")
        is_plain = word == "SELECT" or (is_plain and (word[0] in "?$" or word in ("DISTINCT", "REDUCED", "WHERE")))
        before = word
    return found


def _conditions(text: str, at: int, closed: Mapping[int, int]) -> tuple[list[tuple[str, str]], int]:
    """Return direction and expression of each condition from `at` on, and where the last one ends."""
    conditions = []
    while (found := _CONDITION.match(text, at)) is not None:
        bracket = next((found.start(name) for name in ("bracket", "group", "arguments") if found[name]), None)
        at = found.end() if bracket is None else closed.get(bracket, -1)
        if at < 0:
            return [], at  # the engine reports the syntax error
        expression = found["variable"] or text[found.start("call" if found["call"] else "bracket") : at]
        conditions.append(((found["direction"] or "ASC").upper(), expression))
    return conditions, at


def _check_condition(expression: str, text: str, offset: int, where: str) -> None:
    for word, _ in words(expression):
        line = f"{where}:{text.count(chr(10), 0, offset) + 1}" if word in VOLATILE or word.startswith("ORDER") else ""
        if word in VOLATILE:
            raise UsageError(
                f"{line}: ORDER BY {word}(): changes while rows are compared; expected one value per row; "
                f"write BIND({word}() AS ?r) at the end of the WHERE part and ORDER BY ?r"
            )
        if word.startswith("ORDER"):
            raise UsageError(
                f"{line}: ORDER BY inside a condition of ORDER BY; expected a condition without it; "
                "remove the inner ORDER BY"
            )
