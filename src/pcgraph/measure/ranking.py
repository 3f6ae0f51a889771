"""A ranking, and how it is shown."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pcgraph.escape import visible
from pcgraph.terms import compact

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True)
class Ranking:
    """Agents in the order of one measure.

    Attributes
    ----------
    measure, meaning, counts : str
        Name, what the number means, and what network it was taken on.
    table : polars.DataFrame
        rank (from 1, equals share one), agent (IRI), label, value; best first, then IRI; null where there is no value.
        Where values are estimates, error (standard error).
    note : str
        How many agents have no value and why; empty when all have.
    """

    measure: str
    meaning: str
    counts: str
    table: pl.DataFrame
    note: str = ""

    def __len__(self) -> int:
        """Count the agents."""
        return self.table.height

    def top(self, n: int = 10) -> list[tuple[int, str, str, float]]:
        """Give the first `n` rows: (rank, agent, label, value); agents without a value come last."""
        return list(self.table.head(n).select("rank", "agent", "label", "value").iter_rows())

    def __rich_console__(self, console: Any, options: Any) -> Iterator[Any]:
        """Show a table on a terminal."""
        from rich.table import Table
        from rich.text import Text

        yield Text(f"{self.measure}: {self.meaning}", style="bold")
        table = Table(box=None, pad_edge=False)
        for name, justify in (("rank", "right"), ("agent", "left"), ("label", "left"), (self.measure, "right")):
            table.add_column(name, justify=justify)  # type: ignore[arg-type]
        for rank, agent, label, value in self.top(self.table.height):
            table.add_row(_number(rank), Text(compact(agent)), Text(visible(label)), _number(value))
        yield table
        yield Text(self.counts, style="dim")
        if self.note:
            yield Text(self.note, style="dim")

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{_number(rank)}</td><td><bdi>{html.escape(label)}</bdi></td><td>{_number(value)}</td></tr>"
            for rank, _, label, value in self.top(50)
        )
        return (
            f"<p><b>{html.escape(self.measure)}</b>: {html.escape(self.meaning)}</p>"
            f"<table><tr><th>rank</th><th>agent</th><th>{html.escape(self.measure)}</th></tr>{rows}</table>"
            f"<p>{'<br>'.join(html.escape(line) for line in (self.counts, self.note) if line)}</p>"
        )


def _number(value: float | None) -> str:
    """Write a value for people; nothing where there is none."""
    return "–" if value is None else str(value) if isinstance(value, int) else f"{value:.4g}"
