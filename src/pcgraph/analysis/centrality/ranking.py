"""The result of ranking agents by one measure, for terminals and notebooks."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pcgraph.analysis.annotated_table import Tabular
from pcgraph.errors import UsageError, nearest
from pcgraph.model.namespaces import compact, local
from pcgraph.model.naming import letters
from pcgraph.query.engine.result_rows import Row
from pcgraph.query.engine.table_view import head, html_heads, html_notes, html_rows, more_rows, rich_table

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True)
class Ranking(Tabular):
    """Agents in the order of one measure: a sequence of rows, which are tuples with names.

    Attributes
    ----------
    measure, meaning, counts : str
        The measure's name, the definition of the number, and the network that it was computed on.
    table : polars.DataFrame
        rank (from 1; equal values share a rank), agent (IRI), label, value; sorted by rank, then IRI. Rank and value
        are null where there is no value. Estimated values have a column error (standard error).
    note : str
        How many agents have no value, and why; empty if all have one.

    >>> import networkx as nx
    >>> from pcgraph.analysis.centrality import rank
    >>> ranking = rank(nx.star_graph(["hub", "a", "b"]), "degree")
    >>> len(ranking), ranking.meaning
    (3, 'how many others the agent has ties to; weights do not count')
    """

    measure: str
    meaning: str
    counts: str
    table: pl.DataFrame
    note: str = ""

    @property
    def columns(self) -> list[str]:
        """Names of the columns of `table`."""
        return self.table.columns

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows: ``row.label`` and ``row[2]`` are the same.

        >>> from pcgraph.testing import tiny
        >>> [row.label for row in tiny().rank("degree")]
        ['Coast Office', 'Lumen']
        """
        places = {name: place for place, name in enumerate(self.columns)}
        return (Row(values, places) for values in self.table.iter_rows())

    def __getitem__(self, place: int | slice | str) -> Any:
        """Return a row by its number or by the name of its agent, a list of rows, or a column (a polars Series).

        >>> from pcgraph.testing import tiny
        >>> ranking = tiny().rank("degree")
        >>> ranking[0].label, len(ranking[:5]), ranking["value"].to_list()
        ('Coast Office', 2, [1.0, 1.0])
        >>> ranking["Lumen"].rank, ranking["id:lumen"] == ranking["lumen"] == ranking["Lumen"]
        (1, True)
        """
        if isinstance(place, str):
            return self.table[place] if place in self.columns else self._row(place)
        try:
            return list(self)[place]
        except (TypeError, IndexError) as error:
            expected = f"a number below {len(self)}, a column, or the name or id of an agent"
            raise UsageError(f"ranking[{place!r}]: no such row; expected {expected}; write one") from error

    def _row(self, name: str) -> Row:
        """Return the row of an agent, by its IRI, CURIE, id or label."""
        found = [row for row in self if name in (row.agent, compact(row.agent), local(row.agent), row.label)]
        found = found or [row for row in self if letters(name) == letters(row.label or "")]
        if len(found) == 1:
            return found[0]
        if found:
            hint = f"write {' or '.join(compact(row.agent) for row in found)}"
        else:
            hint = nearest(name, [*self.columns, *(row.label for row in self)])
        what = f"{len(found)} agents have this name" if found else "no column, and no agent of the network"
        expected = f"a column ({', '.join(self.columns)}), or the name or id of an agent"
        raise UsageError(f"ranking[{name!r}]: {what}; expected {expected}; {hint}")

    def top(self, n: int = 10) -> list[tuple[int, str, str, float]]:
        """Return the first `n` rows as (rank, agent, label, value); agents without a value come last.

        >>> import networkx as nx
        >>> from pcgraph.analysis.centrality import rank
        >>> rank(nx.star_graph(["hub", "a", "b"]), "degree").top(2)
        [(1, 'hub', 'hub', 2.0), (2, 'a', 'a', 1.0)]
        """
        return list(self.table.head(n).select("rank", "agent", "label", "value").iter_rows())

    def __rich_console__(self, console: Any, options: Any) -> Iterator[Any]:
        """Yield what a terminal shows: title, table, notes."""
        right = {"justify": "right"}
        columns = {"rank": right, "agent": {}, "label": {}, self.measure: right}
        rows = (
            (_number(rank), compact(agent), label, _number(value))
            for rank, agent, label, value in self.top(self.table.height)
        )
        return rich_table(f"{self.measure}: {self.meaning}", columns, rows, filter(None, (self.counts, self.note)))

    def _repr_html_(self) -> str:
        rows = html_rows(
            ((_number(rank), label, _number(value)) for rank, _, label, value in self.top(head(len(self)))), (0, 2)
        )
        return (
            f"<p><b>{html.escape(self.measure)}</b>: {html.escape(self.meaning)}</p>"
            f"<table>{html_heads(('rank', 'agent', self.measure), (0, 2))}{rows}</table>"
            + html_notes((more_rows(len(self)), self.counts, self.note))
        )


def _number(value: float | None) -> str:
    """Format a value for people; a missing one is a dash."""
    return "–" if value is None else str(value) if isinstance(value, int) else f"{value:.4g}"
