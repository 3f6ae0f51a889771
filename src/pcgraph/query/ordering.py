"""Rewrites ORDER BY so that every pair of terms can be compared and the engine can sort any column.

Oxigraph compares two numbers by value, but a number and a string by their characters. Then 9 < 10, "10" < "1z" and
"1z" < "9" hold at once, and the order has a cycle. Rust's sort detects the cycle and aborts the process. Dates with and
without a time zone, ill-typed literals and numbers of different precision cause the same fault.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from pcgraph.errors import UsageError
from pcgraph.model.namespaces import RDF, XSD
from pcgraph.query.sparql import SKIP, closing_brackets, tokens, words

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
# doubles and floats come first and are equal; the rest are compared exactly.
_NUMBER = "IF(isNumeric({e}),{e}+0e0,0)"
_VALUE = (
    f"IF(isIRI({{e}})||isLiteral({{e}})&&(DATATYPE({{e}}) IN ({_iri('string')},<{RDF}langString>)"
    f"||isNumeric({{e}})&&DATATYPE({{e}}) IN ({_iri('double')},{_iri('float')})),'',{{e}})"
)
SORT_KEYS = (_TEXT, _NUMBER, _VALUE)  # the keys that stand for a condition {e}


def order_totally(text: str, where: str) -> str:
    """Rewrite each ORDER BY of a query so that its order is total.

    The order is: unbound, blank nodes, IRIs, text, other literals by kind (see `_TEXT`), numbers by value.
    Within a kind, the engine's own order applies. Sorting strings takes a fifth longer than without the rewriting.

    Parameters
    ----------
    text : str
        A SPARQL query, valid or not. Offsets before the first ORDER BY do not change.
    where : str
        The name of the query in messages.

    Raises
    ------
    UsageError
        If a condition calls a function that returns a different value at each call, or contains an ORDER BY.

    >>> order_totally("SELECT ?s { ?s ?p ?o }", "-")
    'SELECT ?s { ?s ?p ?o }'
    >>> order_totally("SELECT ?s { ?s ?p ?o } ORDER BY RAND()", "-")
    Traceback (most recent call last):
    pcgraph.errors.UsageError: -:1: ORDER BY RAND(): changes while rows are compared; expected one value per row; \
write BIND(RAND() AS ?r) at the end of the WHERE part and ORDER BY ?r
    """
    if "ORDER" not in text.upper():
        return text
    pieces, done, ends, closed = [], 0, _ends(text), closing_brackets(text)
    for word, offset in words(text):
        head = _HEAD.match(text, offset) if word.startswith("ORDER") else None
        conditions, after = _conditions(text, head.end(), closed) if head else ([], 0)
        if head is None or not conditions:
            continue
        bound, ordered = "", text[offset : head.end()]
        for number, (direction, expression) in enumerate(conditions):
            _check_condition(expression, text, offset, where)
            keys = [key.replace("{e}", f"({expression})") for key in SORT_KEYS]
            if offset in ends:
                names = [f"?pcgraph_order_{offset}_{number}_{key}" for key in range(len(keys))]
                bound += "".join(f" BIND({key} AS {name})" for key, name in zip(keys, names, strict=True))
                keys = names
            ordered += "".join(f" {direction}({key})" for key in keys)
        end = ends.get(offset, offset)
        pieces += [text[done:end], bound, text[end:offset], ordered]
        done = after
    return "".join([*pieces, text[done:]])


class Order(NamedTuple):
    """The ORDER BY at the end of a query.

    Attributes
    ----------
    offset : int
        Where it begins.
    end : int or None
        Where the group before it ends, if this is the group of a query that selects plain variables.
    conditions : list of (str, str)
        Direction and expression of each condition.
    """

    offset: int
    end: int | None
    conditions: list[tuple[str, str]]


def last_order(text: str) -> Order | None:
    """Return the ORDER BY with which a query ends, or None: it may be inside a group, or LIMIT may stand after it.

    >>> last_order("SELECT ?s { ?s ?p ?o } ORDER BY ?s DESC(?o) # all")
    Order(offset=23, end=21, conditions=[('ASC', '?s'), ('DESC', '(?o)')])
    """
    for word, offset in reversed(words(text)):
        if word.startswith("ORDER") and (head := _HEAD.match(text, offset)):
            conditions, after = _conditions(text, head.end(), closing_brackets(text))
            is_last = conditions and re.fullmatch(SKIP, text[after:])
            return Order(offset, _ends(text).get(offset), conditions) if is_last else None
    return None


def _conditions(text: str, at: int, closed: Mapping[int, int]) -> tuple[list[tuple[str, str]], int]:
    """Return direction and expression of each condition from `at` on, and where the last one ends.

    The engine accepts keywords without a space after them.
    """
    conditions = []
    while (found := _CONDITION.match(text, at)) is not None:
        bracket = next((found.start(name) for name in ("bracket", "group", "arguments") if found[name]), None)
        at = found.end() if bracket is None else closed.get(bracket, -1)
        if at < 0:
            return [], at  # the engine reports the syntax error
        expression = found["variable"] or text[found.start("call" if found["call"] else "bracket") : at]
        conditions.append(((found["direction"] or "ASC").upper(), expression))
    return conditions, at


def _ends(text: str) -> dict[int, int]:
    """Return, for each ORDER BY right after the group of a query that selects plain variables, where this group ends.

    There each row can have its keys before the rows are compared, which matters for a store on disk: the engine reads a
    term from it each time that it compares two.

    >>> _ends("SELECT ?s { ?s ?p ?o } ORDER BY ?s"), _ends("SELECT (COUNT(*) AS ?n) { ?s ?p ?o } ORDER BY ?n")
    ({23: 21}, {})
    """
    ends, groups, is_plain, before, left = {}, [], False, "", (False, -1)
    for word, offset in tokens(text):
        word = word.upper()
        if word == "{":
            groups.append(is_plain)
        elif word == "}" and groups:
            left = groups.pop(), offset
        elif word.startswith("ORDER") and before == "}" and left[0]:
            ends[offset] = left[1]
        elif word == "SELECT" and before == "{":
            groups[-1] = False  # nothing may stand after a query that is a whole group
        is_plain = word == "SELECT" or (is_plain and (word[0] in "?$" or word in ("DISTINCT", "REDUCED", "WHERE")))
        before = word
    return ends


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
