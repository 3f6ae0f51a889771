"""The answer to a query: columns of terms, shown short, handed on exactly."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from pcgraph.terms import XSD, compact

if TYPE_CHECKING:
    import pandas
    import polars
    from rich.console import Console, ConsoleOptions, RenderResult

Value = str | int | Decimal | float | bool | date | None
INTEGERS = {XSD + name for name in ("integer", "int", "long", "nonNegativeInteger", "positiveInteger")}


class Result:
    """Rows of a SELECT, or triples of a CONSTRUCT (columns subject, predicate, object).

    Attributes
    ----------
    name, question : str
        Of the query.
    columns : list of str
        Projected variables, in order.
    graph : bool
        True for a CONSTRUCT.
    """

    def __init__(
        self, solve: Callable[[], Any], name: str = "", question: str = "", meaning: dict[str, str] | None = None
    ) -> None:
        self._solve = solve
        self.name, self.question, self.meaning = name, question, meaning or {}
        solutions = solve()
        self.graph = isinstance(solutions, ox.QueryTriples)
        if self.graph:
            self.columns = ["subject", "predicate", "object"]
            self.terms = sorted(
                {(t.subject, t.predicate, t.object) for t in solutions}, key=lambda row: tuple(map(str, row))
            )
        else:
            self.columns = [variable.value for variable in solutions.variables]
            self.terms = [tuple(row) for row in solutions]

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.terms)

    @cached_property
    def rows(self) -> list[tuple[Value, ...]]:
        """Rows as Python values: IRIs as full strings, numbers, dates and booleans typed, unbound as None."""
        return [tuple(_value(term) for term in row) for row in self.terms]

    @cached_property
    def short(self) -> list[tuple[str, ...]]:
        """Rows as text for people: IRIs shortened with the standard prefixes, unbound as an empty string."""
        return [tuple(shorten(term) for term in row) for row in self.terms]

    def to_polars(self) -> polars.DataFrame:
        """Give a polars DataFrame; a column of one type is typed, a mixed one is text."""
        import polars as pl

        data = {name: [row[i] for row in self.rows] for i, name in enumerate(self.columns)}
        for name, values in data.items():
            if len({type(value) for value in values if value is not None}) > 1:
                data[name] = [None if value is None else str(value) for value in values]
        return pl.DataFrame(data, strict=False)

    def to_pandas(self) -> pandas.DataFrame:
        """Give a pandas DataFrame. Needs pandas (``pip install pandas``)."""
        import pandas as pd

        return pd.DataFrame(self.rows, columns=self.columns)

    def serialize(self, format: str) -> str:
        """Write the answer.

        Parameters
        ----------
        format : {"csv", "tsv", "json", "md", "turtle", "ntriples"}
            The first three follow the W3C formats to the letter; ``turtle`` and ``ntriples`` are for a CONSTRUCT.
        """
        if format == "md":
            return self._markdown()
        if self.graph and format in ("turtle", "ntriples"):
            from pcgraph.terms import PREFIXES

            triples = [ox.Triple(*row) for row in self.terms]
            kind = ox.RdfFormat.TURTLE if format == "turtle" else ox.RdfFormat.N_TRIPLES
            return (
                ox.serialize(triples, format=kind, prefixes=PREFIXES if format == "turtle" else None) or b""
            ).decode()
        if self.graph:
            return self._table_of_triples(format)
        formats = {
            "csv": ox.QueryResultsFormat.CSV,
            "tsv": ox.QueryResultsFormat.TSV,
            "json": ox.QueryResultsFormat.JSON,
        }
        return str(self._solve().serialize(format=formats[format]).decode())

    def _table_of_triples(self, format: str) -> str:
        if format == "json":
            return (
                json.dumps(
                    [dict(zip(self.columns, map(str, row), strict=True)) for row in self.terms],
                    ensure_ascii=False,
                    indent=1,
                )
                + "\n"
            )
        out = io.StringIO()
        writer = csv.writer(out, delimiter="\t" if format == "tsv" else ",", lineterminator="\n")
        writer.writerows([self.columns, *([str(t) if format == "tsv" else t.value for t in row] for row in self.terms)])
        return out.getvalue()

    def _markdown(self) -> str:
        def cell(text: str) -> str:
            return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")

        lines = [self.columns, ["---"] * len(self.columns), *self.short]
        return "".join("| " + " | ".join(map(cell, row)) + " |\n" for row in lines)

    def __repr__(self) -> str:
        """Say what was asked and show the first rows."""
        head = "\n".join("  " + " | ".join(row) for row in self.short[:8])
        more = f"\n  … {len(self) - 8} more" if len(self) > 8 else ""
        return f"Result({self.name or 'query'}: {len(self)} rows)\n  {' | '.join(self.columns)}\n{head}{more}"

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Show a table on a terminal."""
        from rich.table import Table
        from rich.text import Text

        if self.question:
            yield Text(self.question, style="bold")
        table = Table(header_style="bold", box=None, pad_edge=False)
        for name in self.columns:
            table.add_column(name, overflow="fold")
        for row in self.short:
            table.add_row(*map(Text, map(visible, row)))
        yield table
        yield Text(f"{len(self)} row{'' if len(self) == 1 else 's'}", style="dim")

    def _repr_html_(self) -> str:
        """Show a table in a notebook; every value is escaped."""
        head = "".join(
            f"<th title='{html.escape(str(self.meaning.get(c, '')), quote=True)}'>{html.escape(c)}</th>"
            for c in self.columns
        )
        body = "".join(
            "<tr>" + "".join(f"<td><bdi>{html.escape(cell)}</bdi></td>" for cell in row) + "</tr>"
            for row in self.short[:200]
        )
        more = f"<p>{len(self) - 200} more rows</p>" if len(self) > 200 else ""
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        return f"<p>{html.escape(self.question)}</p>{table}{more}"


def shorten(term: Any) -> str:
    """Write a term for people: a short IRI, or the literal's text."""
    if term is None:
        return ""
    return compact(term.value) if isinstance(term, ox.NamedNode) else str(term.value)


def visible(text: str) -> str:
    """Show control and direction characters as escapes, so that no value can rearrange a terminal."""
    return re.sub(
        r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", lambda m: f"\\u{ord(m[0]):04x}", text
    )


def _value(term: Any) -> Value:
    if term is None or not isinstance(term, ox.Literal):
        return None if term is None else str(term.value if hasattr(term, "value") else term)
    kind, text = term.datatype.value, term.value
    try:
        if kind in INTEGERS:
            return int(text)
        if kind == XSD + "decimal":
            return Decimal(text)
        if kind in (XSD + "double", XSD + "float"):
            return float(text)
        if kind == XSD + "boolean":
            return text in ("true", "1")
        if kind == XSD + "date":
            return date.fromisoformat(text)
    except (ValueError, ArithmeticError):
        pass  # an ill-typed literal is shown as it stands
    return str(text)
