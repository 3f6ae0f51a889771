"""Reads an answer in SPARQL 1.1 TSV, as typed columns or as single terms."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from pcgraph.model.namespaces import XSD
from pcgraph.store.nquads import plain

if TYPE_CHECKING:
    import polars as pl
    from _typeshed import SupportsWrite

Value = str | int | Decimal | float | bool | date | datetime | None
SHORT = 100  # lines; below this, starting polars takes longer than converting the cells in Python
_SIZES = ("long", "int", "short", "byte")
INTEGERS = {XSD + name for name in ("integer", "gYear", *_SIZES)} | {
    *(XSD + "unsigned" + name.capitalize() for name in _SIZES),
    *(XSD + sign + "Integer" for sign in ("positive", "nonNegative", "negative", "nonPositive")),
}
DIGITS, PLACES = 38, 18  # of a decimal in a frame: all of its digits, and those after the point
_BARE = (
    (re.compile(r"[+-]?[0-9]+"), XSD + "integer"),
    (re.compile(r"[+-]?[0-9]*\.[0-9]+"), XSD + "decimal"),
    (re.compile(r"true|false"), XSD + "boolean"),
)
_ESCAPES = {r"\t": "\t", r"\n": "\n", r"\r": "\r", r"\b": "\b", r"\f": "\f", r"\"": '"', r"\\": "\\"}


def rows(tsv: bytes, convert: Callable[[str], Any] | None = None) -> list[tuple[Any, ...]]:
    """Return every row as Oxigraph terms, or as the values that `convert` returns; unbound cells are None."""
    known: dict[str, Any] = {"": None}
    convert = convert or term

    def converted(cell: str) -> Any:
        if cell not in known:
            known[cell] = convert(cell)
        return known[cell]

    head, *lines = tsv.decode().split("\n")[:-1]
    return [tuple(map(converted, line.split("\t"))) if head else () for line in lines]


def replace_iris(tsv: bytes, name: Callable[[str], str]) -> bytes:
    r"""Return an answer in which each IRI is replaced by a text. Cost: one call of `name` for each distinct IRI.

    >>> replace_iris(b'?a\t?b\n<http://a/b>\t7\n', lambda iri: iri[-1])
    b'?a\t?b\n"b"\t7\n'
    """
    known: dict[str, str] = {}

    def replaced(cell: str) -> str:
        if not cell.startswith("<"):
            return cell
        if cell not in known:
            known[cell] = str(ox.Literal(name(cell[1:-1])))
        return known[cell]

    head, *lines = tsv.decode().split("\n")[:-1]
    changed = ("\t".join(map(replaced, line.split("\t"))) for line in lines)
    return "".join(f"{line}\n" for line in (head, *changed)).encode()


class CsvWriter:
    r"""Converts an answer from TSV to CSV (RFC 4180) while it is written; terms lose their type.

    >>> import io
    >>> out = io.StringIO()
    >>> CsvWriter(out).write(b'?a\t?b\n<http://a/#x=1,6>\t7\n')
    26
    >>> out.getvalue()
    'a,b\r\n"http://a/#x=1,6",7\r\n'
    """

    def __init__(self, file: SupportsWrite[str]) -> None:
        self._csv, self._rest, self.rows = csv.writer(file), b"", -1

    def write(self, piece: bytes) -> int:
        """Write the next piece of TSV, of any length, and return its length."""
        *lines, self._rest = (self._rest + piece).split(b"\n")
        for line in lines:
            cells = line.decode().split("\t")
            self._csv.writerow([name[1:] for name in cells] if self.rows < 0 else map(plain, cells))
            self.rows += 1
        return len(piece)

    def flush(self) -> None:
        """Do nothing; the engine needs a file with this method."""


def _cell_value(cell: str) -> Value:
    return cell[1:-1] if cell.startswith("<") else value(term(cell))


def term(cell: str) -> Any:
    """Return a cell as an Oxigraph term.

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
    """Return a term as a Python value."""
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
        if kind == XSD + "dateTime":
            return datetime.fromisoformat(text)
    except (ValueError, ArithmeticError):
        pass  # an ill-typed literal is returned as text
    return str(text)


def frame(tsv: bytes) -> pl.DataFrame:
    """Return the answer as a frame; a column of one type is typed, a mixed column is text."""
    import polars as pl

    if tsv.startswith(b"\n"):
        return pl.DataFrame()
    if tsv.count(b"\n") <= SHORT:
        names = tsv[: tsv.index(b"\n")].decode().split("\t")
        columns = zip(*rows(tsv, _cell_value), strict=True) if tsv.count(b"\n") > 1 else [()] * len(names)
        made = [series(list(found)).alias(name[1:]) for name, found in zip(names, columns, strict=True)]
        return pl.DataFrame(made)
    cells = pl.read_csv(tsv, separator="\t", quote_char=None, infer_schema=False)
    return pl.DataFrame([convert_column(cells[name]).alias(name[1:]) for name in cells.columns])


def convert_column(cells: pl.Series) -> pl.Series:
    """Convert one column of TSV cells to a typed column."""
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
    """Return a column of Python values; numbers of several types get one type, other mixed values become text.

    >>> series([3, Decimal("0.5"), None]).to_list()
    [Decimal('3.0'), Decimal('0.5'), None]
    """
    import polars as pl

    kinds = {type(value) for value in values if value is not None}
    if Decimal in kinds and kinds <= {int, Decimal}:
        numbers = [None if value is None else Decimal(str(value)) for value in values]
        known = [number for number in numbers if number is not None]
        places = min(max(0, *(-int(number.as_tuple().exponent) for number in known), 0), PLACES)
        if max(number.adjusted() for number in known) + 1 + places <= DIGITS:
            return pl.Series(numbers, dtype=pl.Decimal(DIGITS, places))
        kinds = {int, float}  # too many digits; a Decimal column would hold nulls
    if kinds > {float} and kinds <= {int, Decimal, float}:
        return pl.Series([None if value is None else float(str(value)) for value in values])
    if kinds == {datetime}:
        zoned = [value.tzinfo is not None for value in values if isinstance(value, datetime)]
        if all(zoned):
            values = [value.astimezone(UTC) if isinstance(value, datetime) else value for value in values]
        elif any(zoned):
            kinds = {datetime, str}
    if len(kinds) > 1:
        values = [None if value is None else str(value) for value in values]
    return pl.Series(values, strict=False)
