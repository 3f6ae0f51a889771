"""Sorts the rows of an answer here: the engine evaluates a key anew each time that it compares two rows."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from pcgraph.model.namespaces import XSD
from pcgraph.query.engine import result_tsv
from pcgraph.query.engine.ordering import MAX_COLUMNS, order_totally, orders
from pcgraph.query.engine.sparql import SKIP, tokens

COMPARED = {  # datatype → the values that are compared here
    "boolean": "true|false",
    "date": r"\d{4}-\d\d-\d\d",
    "integer": r"[+-]?\d{1,18}",  # the engine compares longer ones by their text
    "decimal": r"[+-]?\d{1,18}(\.\d{1,18})?",
}


class RowOrder(NamedTuple):
    """How to sort an answer."""

    # the query without its last ORDER BY, the others being total. The keys that it does not select come first in its
    # columns
    text: str
    keys: tuple[tuple[int, bool], ...]  # the column of each key, and whether it descends; the first key decides first
    added: int  # the number of columns that are no part of the answer


def row_order(text: str, where: str) -> RowOrder | None:
    """Return how to sort the answer of a SELECT that ends with ORDER BY, or None if only the engine can.

    >>> row_order("SELECT ?s { ?s ?p ?o } ORDER BY ?s DESC(STR(?o))", "-")
    RowOrder(text='SELECT ?pcgraph_order_1 ?s { ?s ?p ?o  BIND((STR(?o)) AS ?pcgraph_order_1)} ', \
keys=((1, False), (0, True)), added=1)
    >>> row_order("SELECT ?s { ?s ?p ?o } ORDER BY ?s LIMIT 3", "-")
    >>> row_order("SELECT * { ?s ?p ?o } ORDER BY ?s", "-")
    """
    last = next(reversed(orders(text)), None)
    if last is None or last.head is None or not re.fullmatch(SKIP, text[last.after :]):
        return None
    columns, names, bound = last.columns, [], ""
    for number, (_, expression) in enumerate(last.conditions):
        used = [token[1:] for token, _ in tokens(expression) if token[0] in "?$"]
        if re.fullmatch(rf"\(?{SKIP}[?$]\w+{SKIP}\)?", expression):
            names += used
        else:
            names.append(f"pcgraph_order_{number}")
            bound += f" BIND({expression} AS ?{names[-1]})"
        if names[-1] not in columns and (last.end is None or (last.distinct and not {*used} <= {*columns})):
            return None  # the engine decides what is grouped and what is equal
    added = [name for name in dict.fromkeys(names) if name not in columns]
    places = {name: number for number, name in enumerate([*added, *columns])}
    end = last.offset if last.end is None else last.end
    shown = "".join(f" ?{name}" for name in added)
    text = "".join([text[: last.head], shown, text[last.head : end], bound, text[end : last.offset]])
    keys = ((places[name], direction == "DESC") for name, (direction, _) in zip(names, last.conditions, strict=True))
    return RowOrder(order_totally(text, where), tuple(keys), len(added))


def sort_rows(tsv: bytes, order: RowOrder) -> bytes | None:
    r"""Return an answer in order, without the added columns; None if it has keys that only the engine can compare.

    >>> sort_rows(b'?o\t?s\n"b"\t<x:1>\n\t<x:2>\n"a"\t<x:4>\n"a"\t<x:3>\n', RowOrder("", ((0, True),), 1))
    b'?s\n<x:1>\n<x:3>\n<x:4>\n<x:2>\n'
    """
    head, *lines = tsv.decode().split("\n")[:-1]
    places, texts = _Known(_place), _Known(_text)
    try:
        rows = [([places[cells[key]] for key, _ in order.keys], line) for line in lines if (cells := line.split("\t"))]
    except ValueError:
        return None
    for number, (_, descending) in reversed([*enumerate(order.keys)]):
        rows.sort(key=lambda row: row[0][number], reverse=descending)
    shown = [line.split("\t", order.added)[order.added] for line in (head, *(line for _, line in rows))]
    at = 1
    for _, run in groupby(rows, key=itemgetter(0)):
        if (number := len([*run])) > 1:
            shown[at : at + number] = sorted(
                shown[at : at + number], key=lambda line: [texts[cell] for cell in line.split("\t")[:MAX_COLUMNS]]
            )
        at += number
    return "".join(f"{line}\n" for line in shown).encode()


class _Known(dict[str, tuple[Any, ...]]):
    """Cell → what a function makes of it, once for each cell."""

    def __init__(self, make: Callable[[str], tuple[Any, ...]]) -> None:
        self._make = make

    def __missing__(self, cell: str) -> tuple[Any, ...]:
        self[cell] = made = self._make(cell)
        return made


def _text(cell: str) -> tuple[Any, ...]:
    """Return where a cell stands among rows with equal keys, as `pcgraph.query.engine.ordering.COLUMN_KEYS` say."""
    if not cell:
        return (0,)
    if cell[0] == "_" or cell.startswith("<<"):
        return 1, "", "", ""
    if cell[0] == "<":
        return 1, cell[1:-1], "", ""
    term = result_tsv.term(cell)
    return 1, term.value, term.datatype.value, term.language or ""


def _place(cell: str) -> tuple[Any, ...]:
    """Return where a term stands; ValueError if that is left to the engine."""
    if not cell:
        return (0,)
    if cell[0] == "_" or cell.startswith("<<"):
        return (1,)
    if cell[0] == "<":
        return 2, cell[1:-1]
    if cell[-1] == '"' and "\\" not in cell:
        return 3, cell[1:-1], True, ""  # most texts; they need not be parsed
    term = result_tsv.term(cell)
    kind = term.datatype.value.removeprefix(XSD)
    if term.language or kind == "string":
        return 3, term.value, not term.language, term.language or ""
    if kind not in COMPARED or not re.fullmatch(COMPARED[kind], term.value, re.ASCII):
        raise ValueError(cell)
    if kind in ("integer", "decimal"):
        return 5, Decimal(term.value)
    if kind == "date":
        date.fromisoformat(term.value)
    return 4, kind, term.value
