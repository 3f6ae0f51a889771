"""Rewrites ORDER BY so that every pair of terms can be compared and the engine can sort any column.

Oxigraph compares two numbers by value, but a number and a string by their characters. Then 9 < 10, "10" < "1z" and
"1z" < "9" hold at once, and the order has a cycle. Rust's sort detects the cycle and aborts the process. Dates with and
without a time zone, ill-typed literals and numbers of different precision cause the same fault.
"""

from __future__ import annotations

import re

from pcgraph.errors import UsageError
from pcgraph.model.namespaces import RDF, XSD
from pcgraph.query.sparql import SKIP, closing_bracket, words

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


def _iri(name: str) -> str:
    return f"<{XSD}{name}>"


# Numbers are compared by value, first as doubles: two different exact numbers may equal the same double.
# Other literals are sorted by kind. All strings are one kind and each datatype is one; a datatype of dates is three
# (without a time zone, with one, ill-typed). Durations have no order in SPARQL and are sorted by their text.
_KIND = (
    "IF(isNumeric({e}),{e}+0e0,IF(DATATYPE({e}) IN (" + f"{_iri('string')},<{RDF}langString>),{_iri('string')},"
    "IRI(CONCAT(STR(DATATYPE({e})),IF(DATATYPE({e}) IN ("
    + ",".join(map(_iri, ("duration", "dayTimeDuration", "yearMonthDuration")))
    + "),ENCODE_FOR_URI(STR({e})),COALESCE(IF(TZ({e})='','','z'),'x'))))))"
)
# Among numbers whose doubles are equal, doubles and floats come first and are equal; the rest are compared exactly.
_WITHIN = "IF(isNumeric({e})&&DATATYPE({e}) IN (" + f"{_iri('double')},{_iri('float')}),{_iri('double')}," + "{e})"
SORT_KEYS = (_KIND, _WITHIN)  # the keys that stand for a condition {e}


def order_totally(text: str, where: str) -> str:
    """Rewrite each ORDER BY of a query so that its order is total.

    The order is: unbound, blank nodes, IRIs, literals other than numbers by kind (see `_KIND`), numbers by value.
    Within a kind, the engine's own order applies. Sorting strings takes about 50 % longer than without the rewriting.

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
    for word, offset in reversed(words(text)):  # from the end, so that offsets before stay right
        if word.startswith("ORDER"):
            text = _rewritten(text, offset, where)
    return text


def _rewritten(text: str, offset: int, where: str) -> str:
    """Rewrite the conditions of the ORDER BY at `offset`. The engine accepts keywords without a space after them."""
    head = re.compile(rf"ORDER{SKIP}BY", re.IGNORECASE).match(text, offset)
    if head is None:
        return text
    at, keys = head.end(), ""
    while (found := _CONDITION.match(text, at)) is not None:
        bracket = next((found.start(name) for name in ("bracket", "group", "arguments") if found[name]), None)
        at = found.end() if bracket is None else closing_bracket(text, bracket)
        if at < 0:
            return text  # the engine reports the syntax error
        expression = found["variable"] or text[found.start("call" if found["call"] else "bracket") : at]
        _check_condition(expression, f"{where}:{text.count(chr(10), 0, offset) + 1}")
        direction = (found["direction"] or "ASC").upper()
        keys += "".join(f" {direction}({key.replace('{e}', f'({expression})')})" for key in SORT_KEYS)
    return f"{text[: head.end()]}{keys}{text[at:]}" if keys else text


def _check_condition(expression: str, where: str) -> None:
    for word, _ in words(expression):
        if word in VOLATILE:
            raise UsageError(
                f"{where}: ORDER BY {word}(): changes while rows are compared; expected one value per row; "
                f"write BIND({word}() AS ?r) at the end of the WHERE part and ORDER BY ?r"
            )
        if word.startswith("ORDER"):
            raise UsageError(
                f"{where}: ORDER BY inside a condition of ORDER BY; expected a condition without it; "
                "remove the inner ORDER BY"
            )
