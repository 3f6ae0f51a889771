"""A table that answers one question, with what must be said beside it; shows itself on a terminal and in a notebook."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pcgraph.escape import visible
from pcgraph.terms import compact

if TYPE_CHECKING:
    import polars as pl

SHOWN = 50  # rows in a notebook


@dataclass(frozen=True)
class Study:
    """An answer.

    Attributes
    ----------
    title : str
        The question, in one sentence.
    table : polars.DataFrame
        See the function that made it; where a number is missing, the column ``why`` says why.
    notes : tuple of str
        What it counts, what it assumes, what it leaves out.
    """

    title: str
    table: pl.DataFrame
    notes: tuple[str, ...] = ()

    def __len__(self) -> int:
        """Count the rows."""
        return self.table.height

    def __rich_console__(self, console: Any, options: Any) -> Iterator[Any]:
        """Show a table on a terminal."""
        from rich.table import Table
        from rich.text import Text

        yield Text(visible(self.title), style="bold")
        table = Table(box=None, pad_edge=False)
        for name, kind in self.table.schema.items():
            table.add_column(name, justify="right" if kind.is_numeric() else "left")
        for row in self.table.iter_rows():
            table.add_row(*(Text(visible(_written(cell))) for cell in row))
        yield table
        for line in self.notes:
            yield Text(visible(line), style="dim")

    def _repr_html_(self) -> str:
        heads = "".join(f"<th>{html.escape(name)}</th>" for name in self.table.columns)
        rows = "".join(
            f"<tr>{''.join(f'<td><bdi>{html.escape(visible(_written(cell)))}</bdi></td>' for cell in row)}</tr>"
            for row in self.table.head(SHOWN).iter_rows()
        )
        more = self.table.height - SHOWN
        notes = [*self.notes, *([f"and {more} more rows"] if more > 0 else [])]
        return (
            f"<p><b>{html.escape(visible(self.title))}</b></p><table><tr>{heads}</tr>{rows}</table>"
            f"<p>{'<br>'.join(html.escape(visible(note)) for note in notes)}</p>"
        )


def _written(cell: object) -> str:
    if cell is None:
        return "–"
    return f"{cell:.4g}" if isinstance(cell, float) else compact(cell) if isinstance(cell, str) else str(cell)
