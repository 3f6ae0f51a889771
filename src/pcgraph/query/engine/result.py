"""The result of a query: exact terms for programs, short text for people, and serializations."""

from __future__ import annotations

import html
import io
import json
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, overload

import pyoxigraph as ox

from pcgraph.errors import UsageError, check_choice
from pcgraph.model.namespaces import SHIPPED, Namespaces, compact
from pcgraph.model.text import counted, markdown, visible
from pcgraph.query.engine import result_frames, result_tsv
from pcgraph.query.engine.result_rows import Row, position
from pcgraph.query.engine.result_tsv import Value
from pcgraph.query.engine.table_view import head, html_heads, html_notes, html_rows, more_rows, one_line, rich_table

if TYPE_CHECKING:
    import pandas
    import polars
    from rich.console import Console, ConsoleOptions, RenderResult

IDS = ("short", "iri", "label")
FORMATS = ("csv", "tsv", "json", "md", "turtle", "ntriples")


class Answer(NamedTuple):
    """An engine's complete answer as text: TSV of a SELECT, or N-Triples of a CONSTRUCT or DESCRIBE (`graph` is true).

    The answer of an ASK is TSV too, with the column ``answer`` (`ask` is true).

    >>> Result(Answer(True, b"<urn:a> <urn:b> 5 .")).columns
    ['subject', 'predicate', 'object']
    """

    graph: bool
    body: bytes
    ask: bool = False
    hints: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether it has no rows or triples; for an ASK, whether it is false."""
        return b"true" not in self.body if self.ask else self.body.count(b"\n") <= (not self.graph)


def written(found: Any) -> Answer:
    """Return an engine's answer object, of any form, as text.

    >>> written(ox.Store().query("SELECT (2 + 3 AS ?sum) {}")).body.split()
    [b'?sum', b'5']
    """
    if isinstance(found, ox.QueryTriples):
        return Answer(True, found.serialize(format=ox.RdfFormat.N_TRIPLES) or b"")
    if isinstance(found, ox.QueryBoolean):
        return Answer(False, b"?answer\ntrue\n" if found else b"?answer\nfalse\n", ask=True)
    return Answer(False, found.serialize(format=ox.QueryResultsFormat.TSV))


class Result:
    """The rows of a SELECT, the triples of a CONSTRUCT or DESCRIBE (subject, predicate, object), or one boolean.

    The result of an ASK has one row with the column ``answer``, and ``bool(result)`` is the answer.

    A result is a sequence of rows: ``len(result)``, ``result[0]``, ``for row in result``. A row is a tuple whose values
    also have names (``row.partner``). ``result["partner"]`` is one column. polars, DuckDB and pyarrow read a result
    directly, such as ``polars.DataFrame(result)``; for pandas use `to_pandas`. The answer is parsed on first use.

    Attributes
    ----------
    name, question : str
        Name and question of the query; empty if it has none.
    meaning : dict of str to str
        Column → its meaning, as far as the query says it.
    columns : list of str
        Projected variables, in order.
    graph : bool
        True for a CONSTRUCT or DESCRIBE.
    ask : bool
        True for an ASK.
    ids : {"", "short", "iri", "label"}
        How IRIs are written: as short IRIs, in full, or as the label, or as a short IRI if there is none. ""
        means in full in frames, rows, CSV, TSV and JSON, and short in tables for people. See `with_ids`.
    names : Namespaces
        Those of the project, for the prefixes of Turtle.

    >>> from pcgraph.testing import tiny
    >>> found = tiny().query("who-signed-with", party="lumen")
    >>> found.columns[:2], found.short[0][:2]
    (['partner', 'partnerLabel'], ('id:coast-office', 'Coast Office'))
    >>> [row.partnerLabel for row in found], found[0]["partner"]
    (['Coast Office'], 'https://w3id.org/pcgraph/id/coast-office')
    """

    def __init__(
        self, answer: Answer, name: str = "", question: str = "", meaning: dict[str, str] | None = None,
        *, label: Callable[[str], str | None] | None = None, ids: str = "", names: Namespaces = SHIPPED,
    ) -> None:  # fmt: skip
        self.name, self.question, self.meaning, self.ids, self._label = name, question, meaning or {}, ids, label
        self.names = names
        self.graph, self._body, self.ask = answer[:3]
        if self.graph:
            self.columns = ["subject", "predicate", "object"]
        else:
            head = self._body[: self._body.index(b"\n")].decode()
            self.columns = [name[1:] for name in head.split("\t") if name]

    def with_ids(self, ids: str) -> Result:
        """Return the same answer with its IRIs written in another way, in every format and as rows.

        Parameters
        ----------
        ids : {"short", "iri", "label"}
            See `ids`. Labels need a graph that was loaded; the answer of a server has short IRIs instead. Labels are
            not unique: join tables on IRIs.

        Raises
        ------
        UsageError
            If `ids` is none of these.

        >>> from pcgraph.testing import tiny
        >>> found = tiny().query("SELECT ?party { ?party a pcg:Company } ORDER BY ?party LIMIT 1")
        >>> found.with_ids("label")[0].party, found.with_ids("short").serialize("csv").split()
        ('The Coast Post', ['party', 'id:coast-post'])
        """
        check_choice("ids", ids, IDS)
        if ids == self.ids:
            return self
        answer = Answer(self.graph, self._body, self.ask)
        return Result(answer, self.name, self.question, self.meaning, label=self._label, ids=ids, names=self.names)

    @cached_property
    def terms(self) -> list[tuple[Any, ...]]:
        """Rows as Oxigraph terms, unbound as None; parsed from the text of the answer on first use."""
        if not self.graph:
            return result_tsv.rows(self._body)
        lines = sorted(set(self._body.splitlines(keepends=True)))  # the engine may return a triple twice
        triples = ox.parse(b"".join(lines), format=ox.RdfFormat.N_TRIPLES)
        return [(triple.subject, triple.predicate, triple.object) for triple in triples]

    @cached_property
    def rows(self) -> list[tuple[Value, ...]]:
        """Rows as Python values: IRIs as full strings, numbers, dates and booleans typed, unbound as None."""
        value = result_tsv.value
        if self.ids in ("", "iri"):
            return [tuple(value(term) for term in row) for row in self.terms]
        return [
            tuple(self._text(term) if isinstance(term, ox.NamedNode) else value(term) for term in row)
            for row in self.terms
        ]

    @cached_property
    def short(self) -> list[tuple[str, ...]]:
        """Rows as text for people: IRIs shortened with the standard prefixes, unbound as an empty string."""
        return [tuple(map(self._text, row)) for row in self.terms]

    def _text(self, term: Any) -> str:
        """Return a term as text for people."""
        if self.ids in ("", "short") or not isinstance(term, ox.NamedNode):
            return shorten(term)
        return str(term.value) if self.ids == "iri" else self._name(term.value)

    def _name(self, iri: str) -> str:
        """Return the label of an IRI, or else its short form."""
        return (self.ids == "label" and self._label and self._label(iri)) or compact(iri)

    def _tsv(self, ids: str | None) -> bytes:
        """Return the answer as TSV; the triples of a CONSTRUCT are its rows."""
        view = self if ids is None else self.with_ids(ids)
        body = self._body
        if self.graph:
            lines = ("\t".join(map(str, row)) for row in self.terms)
            body = "".join(f"{line}\n" for line in ("?subject\t?predicate\t?object", *lines)).encode()
        return body if view.ids in ("", "iri") else result_tsv.replace_iris(body, view._name)

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.terms) if self.graph else self._body.count(b"\n") - 1

    def __bool__(self) -> bool:
        """Return the answer of an ASK, and for other queries whether there are rows.

        >>> from pcgraph.testing import tiny
        >>> bool(tiny().query("ASK { id:lumen pcg:signsWith id:lumen }"))
        False
        """
        return self.rows[0][0] is True if self.ask else len(self) > 0

    def __iter__(self) -> Iterator[Row]:
        """Iterate over the rows."""
        places = self._places
        return (Row(row, places) for row in self.rows)

    @overload
    def __getitem__(self, key: int) -> Row: ...
    @overload
    def __getitem__(self, key: slice) -> list[Row]: ...
    @overload
    def __getitem__(self, key: str) -> polars.Series: ...
    def __getitem__(self, key: int | slice | str) -> Row | list[Row] | polars.Series:
        """Return a row by its number, a list of rows by a slice, or a column by its name as a polars Series."""
        if isinstance(key, str):
            return self.to_polars().to_series(position(key, self._places))
        if isinstance(key, slice):
            return [Row(row, self._places) for row in self.rows[key]]
        return Row(self.rows[key], self._places)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(self.columns)}

    def to_dicts(self, ids: str | None = None) -> list[dict[str, Value]]:
        """Return one dictionary for each row. `ids` as in `with_ids`.

        >>> from pcgraph.testing import tiny
        >>> tiny().query("SELECT ?sum { VALUES ?sum { 5 } }").to_dicts()
        [{'sum': 5}]
        """
        view = self if ids is None else self.with_ids(ids)
        return [dict(zip(self.columns, row, strict=True)) for row in view.rows]

    def to_polars(self, ids: str | None = None) -> polars.DataFrame:
        """Return a polars DataFrame.

        A column of one type is typed. Whole numbers with decimals make a Decimal column, with floats a Float64 column.
        Any other mixed column is text.

        Parameters
        ----------
        ids : {"iri", "short", "label"}, optional
            How IRIs are written; see `with_ids`. The default is in full, as in ``kg.tables``.

        >>> from pcgraph.testing import tiny
        >>> tiny().query("SELECT ?sum { VALUES ?sum { 5 2.5 } }").to_polars().schema
        Schema([('sum', Decimal(precision=38, scale=1))])
        """
        return result_tsv.frame(self._tsv(ids))

    def to_pandas(self, ids: str | None = None) -> pandas.DataFrame:
        """Return a pandas DataFrame. Needs pandas (``pip install pandas``).

        Decimals are floats, days are ``datetime64``, and whole numbers of which some are missing are ``Int64``. `ids`
        as in `to_polars`.

        >>> from pcgraph.testing import tiny
        >>> tiny().query("SELECT ?sum { VALUES ?sum { 5 2.5 } }").to_pandas()["sum"].mean()
        np.float64(3.75)
        """
        return result_frames.to_pandas(self.to_polars(ids))

    def to_arrow(self, ids: str | None = None) -> Any:
        """Return an Arrow table. Needs pyarrow (``pip install pyarrow``); `ids` as in `to_polars`.

        >>> from pcgraph.testing import tiny
        >>> found = tiny().query("SELECT ?sum { VALUES ?sum { 5 } }")
        >>> found.to_arrow().num_rows
        1
        """
        return result_frames.to_arrow(self.to_polars(ids))

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Return the frame as an Arrow stream, which polars, pyarrow and DuckDB read without a copy."""
        return self.to_polars().__arrow_c_stream__(requested_schema)

    def serialize(self, format: str, ids: str | None = None) -> str:
        """Return the answer as text in one of several formats.

        Parameters
        ----------
        format : {"csv", "tsv", "json", "md", "turtle", "ntriples"}
            The first three are the W3C formats; CSV is quoted as RFC 4180 demands. ``turtle`` and ``ntriples`` are for
            a CONSTRUCT.
        ids : {"iri", "short", "label"}, optional
            How IRIs are written; see `with_ids`. The W3C formats have full IRIs by default, and ``md`` short ones. In
            TSV and JSON, a short IRI or a label is a plain literal.

        Raises
        ------
        UsageError
            If the format is unknown, or cannot hold the answer or its IRIs as wanted.

        >>> from pcgraph.testing import tiny
        >>> tiny().query("SELECT ?sum { VALUES ?sum { 5 } }").serialize("csv").split()
        ['sum', '5']
        """
        check_choice("format", format, FORMATS)
        if format == "md":
            return (self if ids is None else self.with_ids(ids))._markdown()
        if format in ("turtle", "ntriples"):
            return self._triples(format, ids)
        body = self._tsv(ids)
        if format == "csv":
            out = io.StringIO()
            result_tsv.CsvWriter(out).write(body)
            return out.getvalue()
        if format == "tsv":
            return body.decode()
        if self.graph:
            cells = (line.split("\t") for line in body.decode().split("\n")[1:-1])
            triples = [dict(zip(self.columns, row, strict=True)) for row in cells]
            return json.dumps(triples, ensure_ascii=False, indent=1) + "\n"
        if self.ask:
            return json.dumps({"head": {}, "boolean": bool(self)}) + "\n"
        solutions: Any = ox.parse_query_results(body, format=ox.QueryResultsFormat.TSV)
        return str(solutions.serialize(format=ox.QueryResultsFormat.JSON).decode())

    def _triples(self, format: str, ids: str | None) -> str:
        """Return the triples of a CONSTRUCT in a format of RDF. Turtle has short IRIs by its prefixes."""
        if not self.graph:
            tables = ", ".join(FORMATS[:4])
            raise UsageError(f"format {format}: only for CONSTRUCT queries; expected one of {tables}; choose one")
        wanted, possible = ids or self.ids, ("", "iri", "short") if format == "turtle" else ("", "iri")
        if wanted not in possible:
            raise UsageError(f"format {format}: holds IRIs; expected ids {possible[1]}, not {wanted}; choose csv or md")
        turtle = format == "turtle"
        kind, prefixes = (ox.RdfFormat.TURTLE, self.names.prefixes) if turtle else (ox.RdfFormat.N_TRIPLES, None)
        return (ox.serialize([ox.Triple(*row) for row in self.terms], format=kind, prefixes=prefixes) or b"").decode()

    def _markdown(self) -> str:
        lines = [self.columns, ["---"] * len(self.columns), *self.short]
        return "".join("| " + " | ".join(map(markdown, row)) + " |\n" for row in lines)

    def __getstate__(self) -> dict[str, Any]:
        """Return what pickle keeps: everything but the labels, which are in the graph."""
        return vars(self) | {"_label": None}

    def __repr__(self) -> str:
        """Return the name, the number of rows and the first eight rows."""
        title = f"Result({self.name or 'query'}: {counted(len(self), 'row')})"
        lines = [title, *("  " + " | ".join(row) for row in (self.columns, *self.short[:8]))]
        more = [f"  … {len(self) - 8} more"] if len(self) > 8 else []
        return "\n".join(visible(one_line(line)) for line in [*lines, *more])

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Render a table on a terminal, or the word ``true`` or ``false`` for an ASK."""
        if self.ask:
            return [str(bool(self)).lower()]
        columns = {name: {"overflow": "fold"} for name in self.columns}
        return rich_table(self.question, columns, self.short, [counted(len(self), "row")])

    def _repr_html_(self) -> str:
        """Return an HTML table for notebooks, with every value escaped."""
        heads = html_heads(self.columns, about=self.meaning)
        rows = html_rows(self.short[: head(len(self))])
        table = f"<table><thead>{heads}</thead><tbody>{rows}</tbody></table>"
        return f"<p>{html.escape(self.question)}</p>{table}{html_notes([more_rows(len(self))])}"


def shorten(term: Any) -> str:
    """Return a term for people: a short IRI, or the literal's text.

    >>> shorten(ox.NamedNode("https://w3id.org/pcgraph/id/lumen")), shorten(ox.Literal("5")), shorten(None)
    ('id:lumen', '5', '')
    """
    if term is None:
        return ""
    return compact(term.value) if isinstance(term, ox.NamedNode) else str(term.value)
