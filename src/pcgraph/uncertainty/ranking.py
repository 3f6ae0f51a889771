"""A ranking with how sure each rank is, and how it is shown."""

from __future__ import annotations

import html
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeGuard

from pcgraph.escape import visible
from pcgraph.measure import Ranking
from pcgraph.paths import replacing
from pcgraph.terms import local
from pcgraph.uncertainty import figure

WIDTH = 24  # characters of a bar
SHARE = 0.9  # of the draws that an interval holds


@dataclass(frozen=True)
class Uncertain(Ranking):
    """A ranking, and how sure each rank is.

    Attributes
    ----------
    table : polars.DataFrame
        First as in `Ranking`: rank, agent, label, value. Then

        low, high
            Ranks between which lie 90 % of the draws in which voices, contradictions and unreported agreements are
            drawn together; 5 % are cut off at each end.
        p_top
            Share of these draws in which the agent is among the first `top_k`.
        sources_low, sources_high
            Best and worst rank when one source at a time is left out: all of them, not 90 %.
        voices_low, voices_high, disputes_low, disputes_high, unknown_low, unknown_high
            As low and high, but only voices, or contradictions, or unreported agreements are drawn.
        corroborated
            Rank when only what two or more voices tell counts.
        stated
            Rank when nothing that is only our reading counts.
        rests_on, rests_kind, rests_cost
            The source or voice without which the agent falls furthest, and by how many ranks; null where none costs it
            any.
        one_voice
            Share of the agent's ties that one voice alone tells, 0 to 1.

        Ranks from 1, equals share one; an agent that is not in the network of a draw shares the place after its last.
    draws, seed, top_k : int
    what : str
        In sentences, what was drawn and what an interval means.
    """

    draws: int = 0
    seed: int = 0
    top_k: int = 5
    what: str = ""

    @cached_property
    def svg(self) -> str:
        """The first 20 agents as a picture for print; see `pcgraph.uncertainty.figure.svg`."""
        return figure.svg(self)

    def save(self, path: str | Path) -> Path:
        """Write the picture as an SVG file, all or nothing."""
        with replacing(Path(path)) as temporary:
            temporary.write_text(self.svg, encoding="utf-8")
        return Path(path)

    def sentences(self) -> list[str]:
        """Say what was counted, what was drawn, and where a number is missing."""
        return [line for line in (self.counts, self.what, self.note) if line]

    def rows(self, n: int | None = None) -> Iterator[dict[str, Any]]:
        """Give the rows as they are written for people: rank, label, value, bar, interval, p, rests on."""
        shown = self.table.head(n) if n else self.table
        last = max([2, *shown["high"].drop_nulls(), *shown["rank"].drop_nulls()])
        for row in shown.iter_rows(named=True):
            yield {
                "rank": "–" if row["rank"] is None else str(row["rank"]),
                "label": visible(row["label"]),
                "value": "–" if row["value"] is None else f"{row['value']:.4g}",
                "bar": bar(row["low"], row["rank"], row["high"], last),
                "interval": "–" if row["low"] is None else f"{row['low']}–{row['high']}",
                "p": "–" if row["p_top"] is None else figure.percent(row["p_top"]),
                "rests": rests(row),
            }

    def __rich_console__(self, console: Any, options: Any) -> Iterator[Any]:
        """Show a table with small bars on a terminal."""
        from rich.table import Table
        from rich.text import Text

        yield Text(f"{self.measure}: {self.meaning}", style="bold")
        table = Table(box=None, pad_edge=False)
        heads = ("rank", "agent", self.measure, "rank 1 → last", "90 %", f"P(top {self.top_k})", "rests on")
        for head, justify in zip(heads, ("right", "left", "right", "left", "right", "right", "left"), strict=True):
            table.add_column(head, justify=justify, no_wrap=head == heads[3])  # type: ignore[arg-type]
        for row in self.rows():
            table.add_row(*map(Text, row.values()))
        yield table
        for line in self.sentences():
            yield Text(visible(line), style="dim")

    def _repr_html_(self) -> str:
        lines = "<br>".join(html.escape(visible(line)) for line in self.sentences())
        return f"<p><b>{html.escape(self.measure)}</b>: {html.escape(self.meaning)}</p>{self.svg}<p>{lines}</p>"


def sure(found: Ranking) -> TypeGuard[Uncertain]:
    """Tell whether a ranking says how sure it is."""
    return isinstance(found, Uncertain)


def bar(low: int | None, rank: int | None, high: int | None, last: int) -> str:
    """Draw an interval of ranks: ● is the rank, ├ and ┤ the ends; the scale is logarithmic.

    >>> bar(1, 2, 10, 100)
    '├──●────────┤           '
    >>> bar(1, 1, 1, 100)
    '●                       '
    """
    if low is None or high is None:
        return " " * WIDTH

    def at(place: int) -> int:
        return round((WIDTH - 1) * math.log(place) / math.log(last)) if last > 1 else 0

    cells = [" "] * WIDTH
    cells[at(low) : at(high) + 1] = "─" * (at(high) - at(low) + 1)
    cells[at(low)], cells[at(high)] = "├", "┤"
    if rank is not None:
        cells[min(at(rank), WIDTH - 1)] = "●"
    elif low == high:
        cells[at(low)] = "│"
    return "".join(cells)


def rests(row: Mapping[str, Any]) -> str:
    """Write on what a rank rests."""
    if row["sources_low"] is None:  # one source only
        return "–"
    if row["rests_on"] is None:
        return "no single source"
    return f"{row['rests_kind']} {local(row['rests_on'])} (−{row['rests_cost']})"
