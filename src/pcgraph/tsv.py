"""An engine's serialized answer (SPARQL 1.1 TSV) → typed columns, or terms where somebody wants them one by one."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from pcgraph.quads import plain
from pcgraph.terms import XSD

if TYPE_CHECKING:
    import polars as pl
    from _typeshed import SupportsWrite

Value = str | int | Decimal | float | bool | date | None
SHORT = 100  # lines, up to which polars takes longer to begin than Python to end
INTEGERS = {XSD + name for name in ("integer", "int", "long", "nonNegativeInteger", "positiveInteger")}
_BARE = (
    (re.compile(r"[+-]?[0-9]+"), XSD + "integer"),
    (re.compile(r"[+-]?[0-9]*\.[0-9]+"), XSD + "decimal"),
    (re.compile(r"true|false"), XSD + "boolean"),
)
_ESCAPES = {r"\t": "\t", r"\n": "\n", r"\r": "\r", r"\b": "\b", r"\f": "\f", r"\"": '"', r"\\": "\\"}


def rows(tsv: bytes, of: Callable[[str], Any] | None = None) -> list[tuple[Any, ...]]:
    """Return every row as Oxigraph's terms, or as what `of` makes of a cell; None where unbound.

    Cost: a look-up a cell, a parse a distinct cell.
    """
    known: dict[str, Any] = {"": None}
    of = of or term

    def once(cell: str) -> Any:
        if cell not in known:
            known[cell] = of(cell)
        return known[cell]

    head, *lines = tsv.decode().split("\n")[:-1]
    return [tuple(map(once, line.split("\t"))) if head else () for line in lines]


class CsvWriter:
    r"""Takes an answer as TSV, in any pieces, and writes it as CSV (RFC 4180): what each term says, without its type.

    Oxigraph's own CSV leaves an IRI unquoted that holds a comma or a quotation mark.

    Attributes
    ----------
    rows : int
        Rows written, without the head.

    >>> out = io.StringIO()
    >>> CsvWriter(out).write(b'?a\t?b\n<http://a/#x=1,6>\t7\n')
    26
    >>> out.getvalue()
    'a,b\r\n"http://a/#x=1,6",7\r\n'
    """

    def __init__(self, file: SupportsWrite[str]) -> None:
        self._csv, self._rest, self.rows = csv.writer(file), b"", -1

    def write(self, piece: bytes) -> int:
        """Go on with the next piece."""
        *lines, self._rest = (self._rest + piece).split(b"\n")
        for line in lines:
            cells = line.decode().split("\t")
            self._csv.writerow([name[1:] for name in cells] if self.rows < 0 else map(plain, cells))
            self.rows += 1
        return len(piece)

    def flush(self) -> None:
        """Do nothing; the engine asks for it."""


def _plainly(cell: str) -> Value:
    return cell[1:-1] if cell.startswith("<") else value(term(cell))


def term(cell: str) -> Any:
    """Give the term that a cell holds.

    >>> term("7").datatype.value, term('"a"@en').language, term("<http://a/b>").value
    ('http://www.w3.org/2001/XMLSchema#integer', 'en', 'http://a/b')
    """
    if cell.startswith("<"):
        return ox.NamedNode(cell[1:-1])
    if cell.startswith("_:"):
        return ox.BlankNode(cell[2:])
    if cell.startswith('"'):
        tail, text = cell[cell.rindex('"') + 1 :], plain(cell)
        if tail.startswith("@"):
            return ox.Literal(text, language=tail[1:])
        return ox.Literal(text, datatype=ox.NamedNode(tail[3:-1])) if tail else ox.Literal(text)
    kind = next((kind for form, kind in _BARE if form.fullmatch(cell)), XSD + "double")
    return ox.Literal(cell, datatype=ox.NamedNode(kind))


def value(term: Any) -> Value:
    """Give a term as a Python value: IRIs and texts as text, numbers, dates and booleans typed, unbound as None."""
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


def frame(tsv: bytes) -> pl.DataFrame:
    """Give the answer as a frame; a column of one type is typed, a mixed one is text.

    Columns of IRIs, texts, integers, dates or booleans are converted as a whole; of others, and of short answers, each
    distinct cell.
    """
    import polars as pl

    if tsv.startswith(b"\n"):
        return pl.DataFrame()
    if tsv.count(b"\n") <= SHORT:
        names = tsv[: tsv.index(b"\n")].decode().split("\t")
        columns = zip(*rows(tsv, _plainly), strict=True) if tsv.count(b"\n") > 1 else [()] * len(names)
        made = [series(list(found)).alias(name[1:]) for name, found in zip(names, columns, strict=True)]
        return pl.DataFrame(made)
    cells = pl.read_csv(tsv, separator="\t", quote_char=None, infer_schema=False)
    return pl.DataFrame([typed(cells[name]).alias(name[1:]) for name in cells.columns])


def typed(cells: pl.Series) -> pl.Series:
    """Convert one column of cells."""
    import polars as pl

    known = cells.drop_nulls()
    if known.is_empty():
        return pl.Series([None] * len(cells), dtype=pl.Null)
    first = known[0]
    if first.startswith("<") and known.str.starts_with("<").all():
        return cells.str.slice(1, cells.str.len_chars() - 2)
    if first.startswith('"'):
        if known.str.contains(r'^"(?:[^"\\]|\\.)*"(?:@[A-Za-z0-9-]+)?$').all():
            text = cells.str.extract(r'^"(.*)"(?:@[A-Za-z0-9-]+)?$')
            escaped = known.str.contains("\\", literal=True).any()
            return text.str.replace_many(list(_ESCAPES), list(_ESCAPES.values())) if escaped else text
        if known.str.contains(rf'^"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}"\^\^<{XSD}date>$').all():
            days = cells.str.slice(1, 10).str.to_date("%Y-%m-%d", strict=False)
            if days.null_count() == cells.null_count():
                return days
    elif known.str.contains(r"^[+-]?[0-9]{1,18}$").all():
        return cells.cast(pl.Int64)
    elif known.is_in(["true", "false"]).all():
        return cells == "true"
    distinct = known.unique()
    values = {cell: value(term(cell)) for cell in distinct}
    return series([None if cell is None else values[cell] for cell in cells])


def series(values: list[Value]) -> pl.Series:
    """Make a column of Python values; text if they are of several types."""
    import polars as pl

    if len({type(value) for value in values if value is not None}) > 1:
        values = [None if value is None else str(value) for value in values]
    return pl.Series(values, strict=False)
