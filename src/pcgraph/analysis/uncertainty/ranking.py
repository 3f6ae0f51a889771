"""A ranking with an interval for each rank, for terminals, notebooks and print."""

from __future__ import annotations

import html
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeGuard

import polars as pl

from pcgraph.analysis.annotated_table import Study
from pcgraph.analysis.centrality import Ranking
from pcgraph.errors import UsageError
from pcgraph.model.namespaces import local
from pcgraph.model.text import visible
from pcgraph.query.engine.table_view import html_notes, rich_table
from pcgraph.store.files import replacing
from pcgraph.viz import charts

WIDTH = 24  # characters of a bar
ROWS = 20  # of a picture
PARTS = ("resampled", "disputed", "invented")


@dataclass(frozen=True)
class Uncertain(Ranking):
    """A ranking with an interval for each rank.

    Attributes
    ----------
    table : polars.DataFrame
        The columns of `Ranking` (rank, agent, label, value), then:

        low, high
            The 90 % interval of the ranks in the draws of voices, contradictions and unreported agreements together;
            5 % are cut off at each end. Agents that are equal in a draw stand anywhere in the ranks that they share.
        p_top
            Share of these draws in which the agent is among the first `top_k`.
        sources_low, sources_high
            Best and worst rank if one source at a time is left out (over all sources, not 90 %).
        tied
            The last of the ranks that the agent shares with equal ones; `rank` is the first.
        resampled_low, resampled_high, disputed_low, disputed_high, invented_low, invented_high
            Like low and high, but with draws of only voices, contradictions, or unreported agreements. A part that
            changes nothing gives `rank` and `tied`.
        corroborated
            Rank if only facts count that two or more voices report.
        stated
            Rank if no inferred facts count.
        rests_on, rests_kind, rests_cost
            The source or voice without which the agent falls furthest, and by how many ranks; null if it never falls.
        one_voice
            Share of the agent's ties that only one voice reports, 0 to 1.
        outside
            If the rank lies outside low and high: whether the agent rises or falls in the draws, and by which parts,
            such as "rises: resampled"; else null.
        moves
            By how many ranks low or high differ between two halves of the draws; 0 if both have settled.

        Ranks start at 1, and equal values share a rank. An agent that is not in a draw shares the rank after its last.
    draws : int
        How many draws were made; fewer than allowed if all ends had settled.
    seed, top_k : int
    what : str
        Sentences that explain the draws and the interval.

    >>> from pcgraph.testing import tiny
    >>> tiny().rank("degree", uncertainty=20).table.select("label", "rank", "low", "high").row(0)
    ('Coast Office', 1, 1, 2)
    """

    draws: int = 0
    seed: int = 0
    top_k: int = 5
    what: str = ""

    @cached_property
    def svg(self) -> str:
        """A picture of the first 20 agents, for print; needs matplotlib. See `pcgraph.viz.charts.draw_ranks`."""
        ranks = self.table.drop_nulls("rank").head(ROWS)
        note = f"{self.draws:,} draws, seed {self.seed}; dot: rank from all sources; bar: 90 % of the draws"
        if ranks["low"].null_count() == ranks.height:
            note = "no intervals: see the note on the ranking"
        about = f"{self.measure}, {self.meaning}. {self.what}"
        return charts.draw_ranks(f"{self.measure}: ranks and their 90 % intervals", ranks, self.top_k, note, about)

    def save(self, path: str | Path) -> Path:
        """Write the picture to an SVG file, atomically, and return its path; needs matplotlib.

        >>> from tempfile import TemporaryDirectory
        >>> from pcgraph.testing import tiny
        >>> with TemporaryDirectory() as folder:
        ...     tiny().rank("degree", uncertainty=20).save(f"{folder}/ranks.svg").name
        'ranks.svg'
        """
        with replacing(Path(path)) as temporary:
            temporary.write_text(self.svg, encoding="utf-8")
        return Path(path)

    def sentences(self) -> list[str]:
        """Return sentences about the network, the draws and missing numbers.

        >>> from pcgraph.testing import tiny
        >>> tiny().rank("degree", uncertainty=20).sentences()[1][:36]
        '90 % interval: the ranks in 20 draws'
        """
        return [line for line in (self.counts, self.what, self.note) if line]

    def rows(self, n: int | None = None) -> Iterator[dict[str, Any]]:
        """Yield the rows as texts for people: rank, label, value, bar, interval, width (its parts), p, rests.

        >>> from pcgraph.testing import tiny
        >>> row = next(tiny().rank("degree", uncertainty=20).rows())
        >>> row["rank"], row["label"], row["interval"]
        ('1', 'Coast Office', '1–2')
        """
        shown = self.table.head(n) if n else self.table
        last = max([2, *shown["high"].drop_nulls(), *shown["rank"].drop_nulls()])
        for row in shown.iter_rows(named=True):
            interval = "–" if row["low"] is None else f"{row['low']}–{row['high']}"
            yield {
                "rank": "–" if row["rank"] is None else str(row["rank"]),
                "label": visible(row["label"]),
                "value": "–" if row["value"] is None else f"{row['value']:.4g}",
                "bar": bar(row["low"], row["rank"], row["high"], last),
                "interval": interval + (f" ({row['outside']})" if row["outside"] else ""),
                "width": _parts(row),
                "p": charts.percent(row["p_top"]),
                "rests": describe_support(row),
            }

    def __rich_console__(self, console: Any, options: Any) -> Iterator[Any]:
        """Yield what a terminal shows: title, table with small bars, sentences."""
        right = {"justify": "right"}
        columns: dict[str, dict[str, Any]] = {
            **{"rank": right, "agent": {}, self.measure: right, "rank 1 → last": {"no_wrap": True}},
            **{"90 %": right, "width from": {}, f"P(top {self.top_k})": right, "rests on": {}},
        }
        rows = (row.values() for row in self.rows())
        return rich_table(f"{self.measure}: {self.meaning}", columns, rows, self.sentences())

    def _repr_html_(self) -> str:
        try:
            picture = self.svg
        except UsageError:  # without matplotlib
            rows = pl.DataFrame(list(self.rows(ROWS))).drop("bar", strict=False)
            return Study(f"{self.measure}: {self.meaning}", rows, tuple(self.sentences()))._repr_html_()
        title = f"<p><b>{html.escape(self.measure)}</b>: {html.escape(self.meaning)}</p>"
        return title + picture + html_notes(self.sentences())


def is_uncertain(found: Ranking) -> TypeGuard[Uncertain]:
    """Return whether a ranking has intervals.

    >>> from pcgraph.testing import tiny
    >>> is_uncertain(tiny().rank("degree")), is_uncertain(tiny().rank("degree", uncertainty=20))
    (False, True)
    """
    return isinstance(found, Uncertain)


def bar(low: int | None, rank: int | None, high: int | None, last: int) -> str:
    """Return an interval of ranks as text: ● is the rank, ├ and ┤ are the ends; the scale is logarithmic.

    >>> bar(1, 2, 10, 100)
    '├──●────────┤           '
    >>> bar(1, 1, 1, 100)
    '●                       '
    """
    if low is None or high is None:
        return " " * WIDTH

    def column(place: int) -> int:
        return round((WIDTH - 1) * math.log(place) / math.log(last)) if last > 1 else 0

    cells = [" "] * WIDTH
    cells[column(low) : column(high) + 1] = "─" * (column(high) - column(low) + 1)
    cells[column(low)], cells[column(high)] = "├", "┤"
    if rank is not None:
        cells[min(column(rank), WIDTH - 1)] = "●"
    elif low == high:
        cells[column(low)] = "│"
    return "".join(cells)


def _parts(row: Mapping[str, Any]) -> str:
    """Return what makes an interval wide: a tie of the observed rank, and by how many ranks each part alone adds."""
    if row["tied"] is None or row["low"] is None:
        return "–"
    tie = row["tied"] - row["rank"]
    parts = {"tied": tie} | {part: row[f"{part}_high"] - row[f"{part}_low"] - tie for part in PARTS}
    return ", ".join(f"{part} {ranks:+d}".replace("-", "−") for part, ranks in parts.items() if ranks) or "–"


def describe_support(row: Mapping[str, Any]) -> str:
    """Return the source or voice that a rank depends on most, as text.

    >>> rests = {"rests_kind": "voice", "rests_on": "https://w3id.org/pcgraph/id/coast-post", "rests_cost": 3}
    >>> describe_support({"sources_low": 1, **rests})
    'voice coast-post (−3)'
    """
    if row["sources_low"] is None:  # one source only
        return "–"
    if row["rests_on"] is None:
        return "no single source"
    return f"{row['rests_kind']} {local(row['rests_on'])} (−{row['rests_cost']})"
