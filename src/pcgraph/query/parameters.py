"""Parameters of a query that declares none: each value is bound to the variable of its name, by where that stands."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, time
from decimal import Decimal
from math import isfinite
from typing import Any

import pyoxigraph as ox

from pcgraph.belief.snapshot import Snapshot
from pcgraph.errors import PcgraphError, UsageError, warn
from pcgraph.model import namespaces
from pcgraph.query.engine import sparql
from pcgraph.query.engine.result import Result
from pcgraph.query.names.resolve import resolve_parameters
from pcgraph.query.questions import catalogue
from pcgraph.query.questions.label_language import in_language
from pcgraph.query.questions.question import LITERALS, NAMESPACES, Query

NUMBER = r"-?\d+(\.\d+)?"
TERM = r"[\w-]*:[\w.-]+|<[^<>\s]+>"


def answer(
    snapshot: Snapshot, query: Query, values: Mapping[str, object], timeout: float | None = None, *, raw: bool = False
) -> Result:
    """Answer a question or a query whose parameters may be names; see `resolve_parameters` and `catalogue.run`.

    >>> from pcgraph.testing import tiny
    >>> query = catalogue.resolve("SELECT ?paper { ?paper pcg:signatory ?who }")
    >>> answer(tiny(), query, {"who": "Lumen"}).short
    [('id:lamp-agreement',)]
    """
    typed, bound = resolve_values(snapshot, query, values)
    language = snapshot.project.label_language
    store = snapshot.raw if raw else snapshot.store
    return catalogue.run(store, typed, bound, snapshot.names, timeout=timeout, language=language, hinted=True)


def bound_text(snapshot: Snapshot, query: Query, values: Mapping[str, object]) -> str:
    """Return the SPARQL text of a query with its parameters bound, for another process; see `answer`.

    >>> from pcgraph.testing import tiny
    >>> bound_text(tiny(), catalogue.resolve("SELECT ?paper { ?paper pcg:signatory ?who }"), {"who": "Lumen"})
    'SELECT ?paper { VALUES ?who { <https://w3id.org/pcgraph/id/lumen> } ?paper pcg:signatory ?who }'
    """
    typed, found = resolve_values(snapshot, query, values)
    terms = {name: catalogue.term(snapshot.store, typed, name, found[name], snapshot.names) for name in found}
    return sparql.bind(typed.text, terms, typed.where)


def resolve_values(
    snapshot: Snapshot, query: Query, values: Mapping[str, object]
) -> tuple[Query, Mapping[str, object]]:
    """Return a query that declares a parameter for each value, and the values as ids instead of names.

    >>> from pcgraph.testing import tiny
    >>> resolve_values(tiny(), catalogue.find("who-signed-with"), {"party": "Lumen"})[1]
    {'party': 'https://w3id.org/pcgraph/id/lumen'}
    """

    def ask(text: str) -> Result:
        return catalogue.run(snapshot.store, catalogue.resolve(text), {}, snapshot.names)

    values = {name: as_written(value) for name, value in values.items()}
    typed = with_types(in_language(query, snapshot.project.label_language), values, ask)
    return typed, resolve_parameters(snapshot, typed, values)


def with_types(query: Query, values: Mapping[str, object], ask: Callable[[str], Result]) -> Query:
    """Return a query that declares a parameter for each value; one of the catalogue, or with a header, is unchanged.

    >>> from pcgraph.testing import tiny
    >>> query = catalogue.resolve("SELECT ?e { ?e pcg:sector ?what }")
    >>> with_types(query, {"what": "energy"}, tiny().query).parameters
    {'what': {'type': 'sector'}}
    """
    if query.topic or query.parameters:
        return query
    for name in values:
        if not re.search(rf"[?$]{re.escape(name)}\b", query.text):
            raise UsageError(
                f"{query.where}: parameter {name!r}: no ?{name} in the query; expected a variable to bind; fix the name"
            )
    types = {name: {"type": _type(query.text, name, str(value), ask)} for name, value in values.items()}
    for name, about in types.items():
        if about["type"] in LITERALS and (found := _equal(query, name, str(values[name]), ask)):
            about["terms"] = found
    return replace(query, parameters=types)


def as_written(value: object) -> object:
    """Return a value whose text is that of a literal: midnight as a date, and truth values and floats as in SPARQL.

    >>> as_written(datetime(2025, 9, 4)), as_written(True), as_written(2.5e20), as_written("2025")
    (datetime.date(2025, 9, 4), 'true', '250000000000000000000', '2025')
    """
    if isinstance(value, datetime) and value.time() == time():
        return value.date()
    if isinstance(value, bool):
        return str(value).lower()
    return f"{Decimal(repr(float(value))):f}" if isinstance(value, float) and isfinite(value) else value


def _equal(query: Query, name: str, value: str, ask: Callable[[str], Result]) -> str:
    """Return the literals of the variable's property that are equal to a value, in N-Triples form.

    A pattern matches a literal only with its language and datatype, and users give the text or the number alone.
    """
    before = re.search(rf"({TERM})[*+?]?\s+(?:[?$]\w+\s*,\s*)*[?$]{name}\b", query.text)
    if before is None:
        return ""
    same = f"?value = {value}" if re.fullmatch(NUMBER, value) else f"STR(?value) = {ox.Literal(value)}"
    rows = _rows(ask, f"SELECT DISTINCT ?value {{ ?thing {before[1]} ?value FILTER({same}) }}")
    if rows is None:
        return ""
    found = sorted(str(row[0]) for row in rows)
    if not found:
        known = "compare it in a FILTER to find others"
        warn(f"{query.where}: {name}={value}: {before[1]} never has this value; expected one of its values; {known}")
    return " ".join(found)


def _rows(ask: Callable[[str], Result], text: str) -> list[tuple[Any, ...]] | None:
    """Return the rows of an answer; None if it fails, as with a prefix that only the query of the user declares."""
    try:
        with warnings.catch_warnings(action="ignore"):  # that query itself warns of an unknown property
            return ask(text).terms
    except PcgraphError:
        return None


def _type(text: str, name: str, value: str, ask: Callable[[str], Result]) -> str:
    """Return the probable type of a value."""
    if re.fullmatch(NUMBER, value):
        return "decimal" if "." in value else "number"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return "date"
    known = "|".join(namespaces.PREFIXES)
    if re.fullmatch(rf"https?://\S+|(?:{known}):\S+", value):
        return "thing"
    return _used_as(text, name, ask) or ("thing" if re.fullmatch(r"[a-z][a-z0-9.-]*", value) else "text")


def _used_as(text: str, name: str, ask: Callable[[str], Result]) -> str:
    """Return the type that a variable has by its place in the patterns of a query, or "" if the place says nothing."""
    before = re.search(rf"({TERM}|\ba)[*+?]?\s+(?:[?$]\w+\s*,\s*)*[?$]{name}\b", text)
    if before is None:
        return "thing" if re.search(rf"[{{.]\s*[?$]{name}\s+(?:{TERM}|a\b|[?$]\w)", text) else ""
    if before[1] == "a":
        return "class"
    rows = _rows(ask, f"SELECT ?value {{ ?thing {before[1]} ?value }} LIMIT 1")
    if not rows:
        return ""
    if not isinstance(rows[0][0], ox.NamedNode):
        return "text"
    known = namespaces.local(before[1].strip("<>").rpartition(":")[2])
    kind = {"currentStatus": "status", "mainType": "class"}.get(known, known)
    return kind if kind in NAMESPACES else "thing"
