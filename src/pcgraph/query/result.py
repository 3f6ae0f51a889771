"""The result of a query: exact terms for programs, short text for people, and serializations."""

from __future__ import annotations

import csv
import html
import io
import json
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import pyoxigraph as ox

from pcgraph.model.namespaces import compact
from pcgraph.model.text import markdown, visible
from pcgraph.query import result_tsv
from pcgraph.query.result_tsv import Value
from pcgraph.query.table_view import html_rows, rich_table

if TYPE_CHECKING:
    import pandas
    import polars
    from rich.console import Console, ConsoleOptions, RenderResult


class Answer(NamedTuple):
    """An engine's complete answer as text: TSV of a SELECT, or N-Triples of a CONSTRUCT (then `graph` is true).

    >>> Result(Answer(True, b"<urn:a> <urn:b> 5 .")).columns
    ['subject', 'predicate', 'object']
    """

    graph: bool
    body: bytes


def written(found: Any) -> Answer:
    """Return an engine's answer object, of any form, as text.

    >>> written(ox.Store().query("SELECT (2 + 3 AS ?sum) {}")).body.split()
    [b'?sum', b'5']
    """
    if isinstance(found, ox.QueryTriples):
        return Answer(True, found.serialize(format=ox.RdfFormat.N_TRIPLES) or b"")
    return Answer(False, found.serialize(format=ox.QueryResultsFormat.TSV))


class Result:
    """The rows of a SELECT, or the triples of a CONSTRUCT (columns subject, predicate, object).

    Attributes
    ----------
    name, question : str
        Name and question of the query; empty if it has none.
    meaning : dict of str to str
        Column → its meaning, as far as the query says it.
    columns : list of str
        Projected variables, in order.
    graph : bool
        True for a CONSTRUCT.

    >>> from pcgraph.testing import tiny
    >>> found = tiny().query("who-signed-with", party="lumen")
    >>> found.columns[:2], found.short[0][:2]
    (['partner', 'partnerLabel'], ('id:coast-office', 'Coast Office'))
    """

    def __init__(
        self, answer: Answer, name: str = "", question: str = "", meaning: dict[str, str] | None = None
    ) -> None:
        self.name, self.question, self.meaning = name, question, meaning or {}
        self.graph, self._body = answer
        if self.graph:
            self.columns = ["subject", "predicate", "object"]
        else:
            head = self._body[: self._body.index(b"\n")].decode()
            self.columns = [name[1:] for name in head.split("\t") if name]

    @cached_property
    def terms(self) -> list[tuple[Any, ...]]:
        """Rows as Oxigraph terms, unbound as None; parsed from the text of the answer on first use."""
        if not self.graph:
            return result_tsv.rows(self._body)
        triples = ox.parse(self._body, format=ox.RdfFormat.N_TRIPLES)
        return sorted({(t.subject, t.predicate, t.object) for t in triples}, key=lambda row: tuple(map(str, row)))

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.terms) if self.graph else self._body.count(b"\n") - 1

    @cached_property
    def rows(self) -> list[tuple[Value, ...]]:
        """Rows as Python values: IRIs as full strings, numbers, dates and booleans typed, unbound as None."""
        return [tuple(result_tsv.value(term) for term in row) for row in self.terms]

    @cached_property
    def short(self) -> list[tuple[str, ...]]:
        """Rows as text for people: IRIs shortened with the standard prefixes, unbound as an empty string."""
        return [tuple(shorten(term) for term in row) for row in self.terms]

    def to_polars(self) -> polars.DataFrame:
        """Return a polars DataFrame; a column of one type is typed, a mixed column is text.

        >>> from pcgraph.testing import tiny
        >>> tiny().query("SELECT ?sum { VALUES ?sum { 5 } }").to_polars().schema
        Schema([('sum', Int64)])
        """
        import polars as pl

        if not self.graph:
            return result_tsv.frame(self._body)
        columns = zip(*self.rows, strict=True) if self.rows else [()] * 3
        return pl.DataFrame(
            [result_tsv.series(list(column)).alias(name) for name, column in zip(self.columns, columns, strict=True)]
        )

    def to_pandas(self) -> pandas.DataFrame:
        """Return a pandas DataFrame. Needs pandas (``pip install pandas``).

        >>> from pcgraph.testing import tiny
        >>> tiny().query("SELECT ?sum { VALUES ?sum { 5 } }").to_pandas().shape
        (1, 1)
        """
        import pandas as pd

        return pd.DataFrame(self.rows, columns=self.columns)

    def serialize(self, format: str) -> str:
        """Return the answer as text in one of several formats.

        Parameters
        ----------
        format : {"csv", "tsv", "json", "md", "turtle", "ntriples"}
            The first three are the W3C formats; CSV is quoted as RFC 4180 demands. ``turtle`` and ``ntriples`` are for
            a CONSTRUCT.

        >>> from pcgraph.testing import tiny
        >>> tiny().query("SELECT ?sum { VALUES ?sum { 5 } }").serialize("csv").split()
        ['sum', '5']
        """
        if format == "md":
            return self._markdown()
        if self.graph and format in ("turtle", "ntriples"):
            from pcgraph.model.namespaces import PREFIXES

            triples = [ox.Triple(*row) for row in self.terms]
            kind = ox.RdfFormat.TURTLE if format == "turtle" else ox.RdfFormat.N_TRIPLES
            return (
                ox.serialize(triples, format=kind, prefixes=PREFIXES if format == "turtle" else None) or b""
            ).decode()
        if self.graph:
            return self._table_of_triples(format)
        if format == "csv":
            out = io.StringIO()
            result_tsv.CsvWriter(out).write(self._body)
            return out.getvalue()
        if format == "json":
            solutions: Any = ox.parse_query_results(self._body, format=ox.QueryResultsFormat.TSV)
            return str(solutions.serialize(format=ox.QueryResultsFormat.JSON).decode())
        return self._body.decode()

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
        lines = [self.columns, ["---"] * len(self.columns), *self.short]
        return "".join("| " + " | ".join(map(markdown, row)) + " |\n" for row in lines)

    def __repr__(self) -> str:
        """Return the name, the number of rows and the first eight rows."""
        head = "\n".join("  " + " | ".join(row) for row in self.short[:8])
        more = f"\n  … {len(self) - 8} more" if len(self) > 8 else ""
        return visible(f"Result({self.name or 'query'}: {len(self)} rows)\n  {' | '.join(self.columns)}\n{head}{more}")

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Render a table on a terminal."""
        columns = {name: {"overflow": "fold"} for name in self.columns}
        return rich_table(self.question, columns, self.short, [f"{len(self)} row{'' if len(self) == 1 else 's'}"])

    def _repr_html_(self) -> str:
        """Return an HTML table for notebooks, with every value escaped."""
        head = "".join(
            f"<th title='{html.escape(str(self.meaning.get(c, '')), quote=True)}'>{html.escape(c)}</th>"
            for c in self.columns
        )
        more = f"<p>{len(self) - 200} more rows</p>" if len(self) > 200 else ""
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{html_rows(self.short[:200])}</tbody></table>"
        return f"<p>{html.escape(self.question)}</p>{table}{more}"


def shorten(term: Any) -> str:
    """Return a term for people: a short IRI, or the literal's text.

    >>> shorten(ox.NamedNode("https://w3id.org/pcgraph/id/huawei")), shorten(ox.Literal("5")), shorten(None)
    ('id:huawei', '5', '')
    """
    if term is None:
        return ""
    return compact(term.value) if isinstance(term, ox.NamedNode) else str(term.value)
