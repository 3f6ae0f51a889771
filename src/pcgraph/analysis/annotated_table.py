"""A table that answers one question, with notes on what it counts and assumes, for terminals and notebooks."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pcgraph.model.namespaces import compact
from pcgraph.model.text import visible
from pcgraph.query.engine.result_frames import to_pandas
from pcgraph.query.engine.table_view import (
    LINES,
    head,
    html_heads,
    html_notes,
    html_rows,
    more_rows,
    rich_table,
    screen,
)

if TYPE_CHECKING:
    import pandas
    import polars as pl


class Tabular:
    """What every result with a `table` offers to other libraries."""

    table: pl.DataFrame

    def __init_subclass__(cls) -> None:
        """Let each dataclass below keep `__repr__`, or have its own, in place of one with every field."""
        if "__repr__" not in vars(cls):
            cls.__repr__ = Tabular.__repr__  # type: ignore[method-assign]

    def __repr__(self) -> str:
        """Return what a terminal shows, cut to a screen."""
        short: Any = replace(self, table=self.table.head(head(len(self), LINES)))  # type: ignore[type-var]
        return screen(short.__rich_console__(None, None), more_rows(len(self), LINES))

    def __len__(self) -> int:
        """Return the number of rows."""
        return self.table.height

    def to_pandas(self) -> pandas.DataFrame:
        """Return `table` as a pandas DataFrame. Needs pandas (``pip install pandas``), but not pyarrow.

        >>> from pcgraph.testing import tiny
        >>> tiny().rank("degree").to_pandas().shape
        (2, 4)
        """
        return to_pandas(self.table)

    def to_polars(self) -> pl.DataFrame:
        """Return `table`.

        >>> from pcgraph.testing import tiny
        >>> tiny().rank("degree").to_polars().columns
        ['rank', 'agent', 'label', 'value']
        """
        return self.table

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return the table to libraries that read Arrow, such as polars, DuckDB and pyarrow."""
        return self.table.__arrow_c_stream__(requested_schema)


@dataclass(frozen=True)
class Study(Tabular):
    """The answer to one question.

    Attributes
    ----------
    title : str
        The question, in one sentence.
    table : polars.DataFrame
        See the function that returns it. Where a number is missing, the column ``why`` holds the reason.
    notes : tuple of str
        What it counts, what it assumes, what it leaves out.

    >>> import polars as pl
    >>> from rich.console import Console
    >>> study = Study("How many?", pl.DataFrame({"country": ["nordland"], "ties": [2]}), ("one tie counts once",))
    >>> Console(width=30, no_color=True).print(study)
    How many?
    country   ties
    nordland     2
    one tie counts once
    """

    title: str
    table: pl.DataFrame
    notes: tuple[str, ...] = ()

    def __rich_console__(self, console: Any, options: Any) -> Iterator[Any]:
        """Yield what a terminal shows: title, table, notes."""
        columns = {
            name: {"justify": "right" if kind.is_numeric() else "left"} for name, kind in self.table.schema.items()
        }
        return rich_table(self.title, columns, _texts(self.table), self.notes)

    def _repr_html_(self) -> str:
        numbers = {at for at, kind in enumerate(self.table.dtypes) if kind.is_numeric()}
        heads, rows = (
            html_heads(self.table.columns, numbers),
            html_rows(_texts(self.table.head(head(len(self)))), numbers),
        )
        notes = [more_rows(len(self)), *self.notes]
        return f"<p><b>{html.escape(visible(self.title))}</b></p><table>{heads}{rows}</table>" + html_notes(notes)


def _texts(table: pl.DataFrame) -> Iterator[list[str]]:
    for row in table.iter_rows():
        yield [visible(_format_cell(cell)) for cell in row]


def _format_cell(cell: object) -> str:
    if cell is None:
        return "–"
    return f"{cell:.4g}" if isinstance(cell, float) else compact(cell) if isinstance(cell, str) else str(cell)
