"""ORDER BY conditions → equal ones by which every two terms can be compared, so that the engine can sort any column.

Oxigraph compares two numbers by value, and a number with a text by their characters. Then 9 < 10, "10" < "1z" and
"1z" < "9" hold at once. Its sort notices such a circle and ends the process. Dates with and without a time zone,
ill-typed literals and numbers of different precision have the same fault.
"""

from __future__ import annotations

import re

from pcgraph.errors import UsageError
from pcgraph.sparql import SKIP, closing, words
from pcgraph.terms import RDF, XSD

VOLATILE = {"RAND", "UUID", "STRUUID", "BNODE"}  # functions that return another value at each call
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


# Numbers are compared by value, as doubles first: two exact numbers may both equal one double and not each other.
# Other literals are sorted by kind: text as one kind, each datatype as one, dates of a datatype as three (without a
# time zone, with one, ill-typed). Durations have no order of their own and are sorted by their text.
_KIND = (
    "IF(isNumeric({e}),{e}+0e0,IF(DATATYPE({e}) IN (" + f"{_iri('string')},<{RDF}langString>),{_iri('string')},"
    "IRI(CONCAT(STR(DATATYPE({e})),IF(DATATYPE({e}) IN ("
    + ",".join(map(_iri, ("duration", "dayTimeDuration", "yearMonthDuration")))
    + "),ENCODE_FOR_URI(STR({e})),COALESCE(IF(TZ({e})='','','z'),'x'))))))"
)
# Among numbers whose doubles are equal, inexact ones come first and are equal; the others are compared exactly.
_WITHIN = "IF(isNumeric({e})&&DATATYPE({e}) IN (" + f"{_iri('double')},{_iri('float')}),{_iri('double')}," + "{e})"


def order_totally(text: str, where: str) -> str:
    """Rewrite each ORDER BY of a query so that its order is total.

    The order is: unbound, blank nodes, IRIs, then literals other than numbers by their kind (see above), then numbers
    by value. Within one kind it is the engine's own. Sorting texts takes about half as long again.

    Parameters
    ----------
    text : str
        A SPARQL query, right or wrong. What stands before its first ORDER BY keeps its place.
    where : str
        What the text is called in messages.

    Raises
    ------
    UsageError
        If a condition calls a function whose value changes from call to call, or has an ORDER BY inside.

    >>> order_totally("SELECT ?s { ?s ?p ?o }", "-")
    'SELECT ?s { ?s ?p ?o }'
    >>> order_totally("SELECT ?s { ?s ?p ?o } ORDER BY RAND()", "-")
    Traceback (most recent call last):
    pcgraph.errors.UsageError: -:1: ORDER BY RAND(): changes while rows are compared; expected one value a row; write \
BIND(RAND() AS ?r) at the end of the WHERE part and ORDER BY ?r
    """
    if "ORDER" not in text.upper():
        return text
    for word, offset in reversed(words(text)):  # from the end, so that offsets before stay right
        if word.startswith("ORDER"):
            text = _rewritten(text, offset, where)
    return text


def _rewritten(text: str, offset: int, where: str) -> str:
    """Rewrite the conditions of the ORDER BY at `offset`; the engine needs no space after a keyword."""
    head = re.compile(rf"ORDER{SKIP}BY", re.IGNORECASE).match(text, offset)
    if head is None:
        return text
    at, keys = head.end(), ""
    while (found := _CONDITION.match(text, at)) is not None:
        bracket = next((found.start(name) for name in ("bracket", "group", "arguments") if found[name]), None)
        at = found.end() if bracket is None else closing(text, bracket)
        if at < 0:
            return text  # the engine says what is wrong
        expression = found["variable"] or text[found.start("call" if found["call"] else "bracket") : at]
        _refuse(expression, f"{where}:{text.count(chr(10), 0, offset) + 1}")
        direction = (found["direction"] or "ASC").upper()
        keys += "".join(f" {direction}({key.replace('{e}', f'({expression})')})" for key in (_KIND, _WITHIN))
    return f"{text[: head.end()]}{keys}{text[at:]}" if keys else text


def _refuse(expression: str, where: str) -> None:
    for word, _ in words(expression):
        if word in VOLATILE:
            raise UsageError(
                f"{where}: ORDER BY {word}(): changes while rows are compared; expected one value a row; "
                f"write BIND({word}() AS ?r) at the end of the WHERE part and ORDER BY ?r"
            )
        if word.startswith("ORDER"):
            raise UsageError(
                f"{where}: ORDER BY inside a condition of ORDER BY; expected one without; leave the inner one out"
            )
