"""Random queries with ORDER BY at every depth, and their answers without the engine's sort and without ours.

The engine only matches the graph pattern of each innermost query and computes expressions. Everything else is evaluated
here on lists of rows: UNION, OPTIONAL, grouping, ORDER BY, DISTINCT, OFFSET and LIMIT.
"""

from __future__ import annotations

import random
import re
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from functools import cache
from typing import Any

import pyoxigraph as ox

from pcgraph.model.namespaces import CURRENT, ONTOLOGY, RDF, XSD

Row = dict[str, Any]  # variable → term; an unbound one is left out
NUMERIC = {"integer", "int", "byte", "decimal", "double", "float"}
DATES = {
    "dateTime": r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)T(?P<clock>\d\d:\d\d:\d\d(\.\d+)?)",
    "date": r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)",
    "time": r"(?P<clock>\d\d:\d\d:\d\d(\.\d+)?)",
    "gYear": r"(?P<year>\d{4})",
    "gYearMonth": r"(?P<year>\d{4})-(?P<month>\d\d)",
    "gMonthDay": r"--(?P<month>\d\d)-(?P<day>\d\d)",
    "gMonth": r"--(?P<month>\d\d)",
    "gDay": r"---(?P<day>\d\d)",
}
EXACT, DOUBLE = r"[+-]?\d{1,18}(\.\d{1,18})?", r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|[+-]?INF|NaN"
DURATIONS = {"duration", "dayTimeDuration", "yearMonthDuration"}


@cache
def place(one: Any) -> tuple[Any, ...]:
    """Return where a term stands, by the rule in the docstring of `order_totally`; written without the engine."""
    if one is None:
        return (0,)
    if isinstance(one, ox.BlankNode):
        return (1,)
    if isinstance(one, ox.NamedNode):
        return (2, one.value)
    kind, text = one.datatype.value, one.value
    name = kind.removeprefix(XSD)
    if kind in (XSD + "string", RDF + "langString"):
        return (3, "", text, kind, one.language or "")
    exact = name not in ("double", "float")
    if name in NUMERIC and re.fullmatch(EXACT if exact else DOUBLE, text):
        number = float(text)
        number = struct.unpack("f", struct.pack("f", number))[0] if name == "float" else number
        return (4, number != number, 0.0 if number != number else number, exact, Decimal(text) if exact else 0)
    if name in DATES:
        zoned, moment = _moment(text, DATES[name])
        return (3, kind + ("x" if moment is None else "z" if zoned else ""), moment or text)
    return (3, kind + (text if name in DURATIONS else "x"), text)


def _moment(text: str, form: str) -> tuple[bool, datetime | None]:
    """Return whether a date has a time zone, and its moment; None if it is ill-typed."""
    found = re.fullmatch(rf"{form}(?P<zone>Z|[+-]\d\d:\d\d)?", text)
    if found is None:
        return False, None
    parts = {"year": "1972", "month": "12", "day": "28", "clock": "00:00:00"} | {
        name: value for name, value in found.groupdict().items() if value
    }
    try:
        moment = datetime.fromisoformat(f"{parts['year']}-{parts['month']}-{parts['day']}T{parts['clock']}")
    except ValueError:
        return False, None
    zone = parts.get("zone", "")
    sign, hours, minutes = re.fullmatch(r"([+-])(\d\d):(\d\d)", zone if ":" in zone else "+00:00").groups()  # type: ignore[union-attr]
    offset = timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if sign == "-" else 1)
    return bool(zone), moment.replace(tzinfo=timezone(offset)).astimezone(UTC)


@cache
def as_text(one: Any) -> tuple[Any, ...]:
    """Return where a cell stands among rows with equal keys."""
    if one is None:
        return (0,)
    if isinstance(one, ox.Literal):
        return (1, one.value, one.datatype.value, one.language or "")
    return (1, "" if isinstance(one, ox.BlankNode) else one.value, "", "")


WORDS = ["", "a", "B", "10", "9", "1z", "true", "é", "中文", "😀", '"', "a\tb\n", "\\", "NaN"]
LITERALS = {
    "integer": ["-2", "0", "2", "10", "1z", "9007199254740993", "9007199254740992"],
    "decimal": ["-0.5", "2.0", "10.25", "9007199254740992.5", "."],
    "double": ["2", "-0.0", "0", "NaN", "INF", "-INF", "9007199254740992", "1e400x"],
    "float": ["2", "0.1", "NaN"],
    "boolean": ["true", "false", "yes"],
    "date": ["2020-01-01", "2020-02-01", "2020-01-01Z", "2020-01-02+05:00", "2020-01-01-11:30", "2020-13-45"],
    "dateTime": [
        "2020-01-01T00:00:00",
        "2020-01-01T12:00:00.5Z",
        "2020-01-01T12:00:00+05:00",
        "2019-12-31T23:00:00",
        "x",
    ],
    "time": ["09:00:00", "10:00:00", "10:00:00Z", "09:00:00-11:30"],
    "gYear": ["1999", "2020", "2020Z", "2020+05:00", "x"],
    "gYearMonth": ["2020-02", "2019-12Z"],
    "gMonthDay": ["--01-02", "--11-30Z"],
    "duration": ["P2M", "P10M", "P400D", "P"],
    "dayTimeDuration": ["PT25H", "PT2H"],
    "yearMonthDuration": ["P1Y"],
    "anyURI": ["B"],
}


def quads(draw: random.Random) -> bytes:
    """Return a small graph in N-Quads with terms of every kind; the only blank node is the value of one subject."""
    terms: list[Any] = [ox.NamedNode(f"http://a/{name}") for name in ("b", "é", "10", "9")]
    terms += [ox.BlankNode("b"), *map(ox.Literal, WORDS)]
    terms += [ox.Literal(word, language=tag) for word in WORDS[:3] for tag in ("en", "zh-hans")]
    terms += [ox.Literal(word, datatype=ox.NamedNode("http://a/d")) for word in WORDS[3:5]]
    terms += [literal(text, kind) for kind, texts in LITERALS.items() for text in texts]
    draw.shuffle(terms)
    made = []
    for number, term in enumerate(terms):
        facts = {"value": term, "group": ox.NamedNode(f"http://a/g{number % 5}"), "second": draw.choice(terms)}
        if number % 3 == 0 or isinstance(facts["second"], ox.BlankNode):
            del facts["second"]
        for name, value in facts.items():
            subject = ox.NamedNode(f"http://a/s{number % 60}")
            made.append(ox.Quad(subject, ox.NamedNode(f"http://a/{name}"), value, ox.NamedNode(ONTOLOGY)))
    return ox.serialize(made, format=ox.RdfFormat.N_QUADS) or b""


def literal(text: str, kind: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(XSD + kind))


class Engine:
    """Matches graph patterns and computes expressions of one variable, and never sorts."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self._rows: dict[str, list[Row]] = {}
        self._values: dict[tuple[str, Any], Any] = {}

    def rows(self, pattern: str) -> list[Row]:
        if pattern not in self._rows:
            self._rows[pattern] = self._ask(f"SELECT * {{ {pattern} }}")
        return [{**row} for row in self._rows[pattern]]

    def value(self, expression: str, row: Row) -> Any:
        """Return the value of an expression, None for an error."""
        name = re.findall(r"\?(\w+)", expression)[0]
        if expression == f"?{name}":
            return row.get(name)
        term = row.get(name)
        if (expression, term) not in self._values:
            given = f"VALUES ?{name} {{ {'UNDEF' if term is None else term} }}"
            if isinstance(term, ox.BlankNode):
                given = f"?any <http://a/value> ?{name} FILTER(isBlank(?{name}))"
            self._values[expression, term] = self._ask(f"SELECT ({expression} AS ?made) {{ {given} }}")[0].get("made")
        return self._values[expression, term]

    def _ask(self, text: str) -> list[Row]:
        found: Any = self._store.query(text, default_graph=ox.NamedNode(CURRENT), prefixes={"xsd": XSD})
        names = [variable.value for variable in found.variables]
        return [{name: row[name] for name in names if row[name] is not None} for row in found]


Evaluate = Callable[[Engine], list[Row]]
SHAPES = (
    "STR({v})", "LANG({v})", "DATATYPE({v})", "isIRI({v})", "STRLEN(STR({v}))", "UCASE(STR({v}))",
    "IF({v} = {v}, -{v}, 0)", "({v} + 1)", "({v} * 0.5)", "ABS({v})", "YEAR({v})", "(isNumeric({v}) && {v} > 1)",
    "IF(isLiteral({v}), {v}, 0)", "COALESCE({v}, 'none')", "xsd:integer({v})", "SUBSTR(STR({v}), 1, 2)",
    "(!BOUND({v}))",
)  # fmt: skip
BASES = (
    "?s <http://a/value> ?o",
    "?s <http://a/value> ?o OPTIONAL { ?s <http://a/second> ?p }",
    "?s <http://a/group> ?p OPTIONAL { ?s <http://a/second> ?o }",
    "?s <http://a/second> ?o FILTER(isLiteral(?o))",
)


@dataclass(frozen=True)
class Query:
    """A query, its columns, whether its answer has an order, and how to evaluate it here."""

    text: str
    columns: list[str]
    ordered: bool
    evaluate: Evaluate


def query(draw: random.Random, depth: int | None = None) -> Query:
    """Return a random SELECT with at most `depth` levels of queries in it."""
    depth = draw.choice([0, 1, 1, 2, 2, 3]) if depth is None else depth
    pattern, names, inner = _pattern(draw, depth)
    if "n" not in names and draw.random() < 0.25:
        return _grouped(draw, pattern, names, inner)
    columns = draw.sample(names, draw.randint(1, len(names)))
    head, made = " ".join(f"?{name}" for name in columns), {}
    if draw.random() < 0.15:
        columns, head = [name for name in dict.fromkeys(re.findall(r"\?(\w+)", pattern)) if name in names], "*"
    elif draw.random() < 0.3 and "v" not in names:
        made["v"] = _expression(draw, names)
        columns, head = [*columns, "v"], f"{head} ({made['v']} AS ?v)"
    end, cut = _end(draw, [*names, *made], always=depth > 0)
    unique = draw.choice(["", "", "", "DISTINCT ", "REDUCED "])

    def evaluate(engine: Engine) -> list[Row]:
        rows = inner(engine)
        for row in rows:
            row |= {name: value for name, text in made.items() if (value := engine.value(text, row)) is not None}
        return cut(engine, rows, columns, unique)

    return Query(f"SELECT {unique}{head} {{ {pattern} }}{end}", columns, bool(cut.keys), evaluate)


def _grouped(draw: random.Random, pattern: str, names: list[str], inner: Evaluate) -> Query:
    key, name = draw.choice(names), draw.choice(names)
    least = draw.choice([0, 0, 2])
    counts: dict[str, Callable[[list[Any]], int]] = {
        "COUNT(*)": len,
        f"COUNT(?{name})": lambda found: sum(each is not None for each in found),
        f"COUNT(DISTINCT ?{name})": lambda found: len({*found} - {None}),
        f"SUM(IF(BOUND(?{name}), 1, 2))": lambda found: sum(1 if each is not None else 2 for each in found),
    }
    text, count = draw.choice([*counts.items()])
    having = f" HAVING (COUNT(*) >= {least})" if least else " "
    end, cut = _end(draw, [key, "n"], always=True)

    def evaluate(engine: Engine) -> list[Row]:
        groups: dict[Any, list[Any]] = {}
        for row in inner(engine):
            groups.setdefault(row.get(key), []).append(row.get(name))
        rows = [{key: group, "n": literal(str(count(found)), "integer")} for group, found in groups.items()
                if len(found) >= least]  # fmt: skip
        return cut(engine, [{each: value for each, value in row.items() if value is not None} for row in rows],
                   [key, "n"], "")  # fmt: skip

    return Query(
        f"SELECT ?{key} ({text} AS ?n) {{ {pattern} }} GROUP BY ?{key}{having}{end}",
        [key, "n"],
        bool(cut.keys),
        evaluate,
    )


def _pattern(draw: random.Random, depth: int) -> tuple[str, list[str], Evaluate]:
    """Return a graph pattern, its variables, and how to evaluate it."""
    if not depth:
        base = draw.choice(BASES)
        return base, sorted({*re.findall(r"\?(\w+)", base)}), lambda engine: engine.rows(base)
    first = query(draw, depth - 1)
    kind = draw.choice(["query", "union", "union", "optional"])
    if kind == "query":
        return f"{{ {first.text} }}", first.columns, first.evaluate
    second = query(draw, draw.randint(0, depth - 1))
    names = [*dict.fromkeys([*first.columns, *second.columns])]
    if kind == "union":
        text = f"{{ {first.text} }} UNION {{ {second.text} }}"
        return text, names, lambda engine: first.evaluate(engine) + second.evaluate(engine)

    def joined(engine: Engine) -> list[Row]:
        others = second.evaluate(engine)
        found = []
        for row in first.evaluate(engine):
            fitting = [other for other in others if all(row.get(name, value) == value for name, value in other.items())]
            found += [row | other for other in fitting] or [row]
        return found

    return f"{{ {first.text} }} OPTIONAL {{ {{ {second.text} }} }}", names, joined


def _expression(draw: random.Random, names: Sequence[str]) -> str:
    return draw.choice(SHAPES).replace("{v}", f"?{draw.choice(names)}")


@dataclass(frozen=True)
class Cut:
    """ORDER BY, DISTINCT, OFFSET and LIMIT."""

    keys: list[tuple[str, bool]]
    offset: int
    limit: int | None

    def __call__(self, engine: Engine, rows: list[Row], columns: list[str], unique: str) -> list[Row]:
        if self.keys:
            rows.sort(key=lambda row: [as_text(row.get(name)) for name in columns])
        for text, descending in reversed(self.keys):
            rows.sort(key=lambda row: place(engine.value(text, row)), reverse=descending)
        rows = [{name: row[name] for name in columns if name in row} for row in rows]
        if unique:  # the engine takes REDUCED for DISTINCT
            rows = [dict(found) for found in dict.fromkeys(frozenset(row.items()) for row in rows)]
        return rows[self.offset :][: self.limit]


def _end(draw: random.Random, names: Sequence[str], *, always: bool) -> tuple[str, Cut]:
    """Return ORDER BY with LIMIT and OFFSET, written in many ways, and what it does."""
    keys, shown = [], ""
    for _ in range(draw.choice([1, 1, 2, 3] if always else [0, 1, 1, 2])):
        text = f"?{draw.choice(names)}" if draw.random() < 0.6 else _expression(draw, names)
        descending = draw.random() < 0.4
        bare = text if re.fullmatch(r"\?\w+|\(.*\)", text) else f"({text})"
        shown += f" DESC({text})" if descending else f" {draw.choice([f'ASC({text})', bare])}"
        keys.append((text, descending))
    if not keys:
        return "", Cut([], 0, None)
    order = draw.choice([" ORDER BY", "\norder # BY\n  by", "ORDERBY"]) + shown
    offset = draw.choice([0, 0, 1, 7])
    limit = draw.choice([None, 3, 12, 40, 90, 100_000])
    parts = [f" OFFSET {offset}" if offset else "", "" if limit is None else f" LIMIT {limit}"]
    draw.shuffle(parts)
    return order + "".join(parts), Cut(keys, offset, limit)
