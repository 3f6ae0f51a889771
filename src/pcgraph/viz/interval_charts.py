"""A ranking with its intervals as a chart for print: a dot for the rank, a bar for the interval."""

from __future__ import annotations

import math
from typing import Any, Protocol

from pcgraph.viz.svg import clean, escaped

ROWS = 20
# Pixels, to fit a printed page: names on the left, P(top k) on the right.
WIDTH, LINE, NAMES, RIGHT, TOP = 600, 24, 262, 84, 64
LONGEST = 38  # characters of a name; longer names are shortened
INK, SOFT, PALE = "#1a1a1a", "#6b6b6b", "#dddddd"  # greys only, so that a photocopy stays readable


class RankedTable(Protocol):
    """The attributes of `pcgraph.analysis.uncertainty.Uncertain` that the chart reads."""

    @property
    def table(self) -> Any: ...  # noqa: D102
    @property
    def measure(self) -> str: ...  # noqa: D102
    @property
    def meaning(self) -> str: ...  # noqa: D102
    @property
    def draws(self) -> int: ...  # noqa: D102
    @property
    def seed(self) -> int: ...  # noqa: D102
    @property
    def top_k(self) -> int: ...  # noqa: D102
    @property
    def what(self) -> str: ...  # noqa: D102


def svg(ranking: RankedTable, rows: int = ROWS) -> str:
    """Draw the highest-ranked agents.

    The axis shows ranks on a logarithmic scale, with rank 1 on the left, because differences near the top matter most.

    Parameters
    ----------
    ranking
        The ranking with its intervals.
    rows : int
        How many agents to draw.

    Returns
    -------
    str
        One ``<svg>`` element with a title and a description; all text is escaped. The same ranking gives the same
        bytes.
    """
    shown = list(ranking.table.filter(ranking.table["rank"].is_not_null()).head(rows).iter_rows(named=True))
    last = max([10, *(row["high"] or row["rank"] for row in shown)])
    bottom = TOP + LINE * max(1, len(shown))
    height = bottom + 66

    def x_of(rank: int) -> float:
        return round(NAMES + (WIDTH - NAMES - RIGHT) * math.log(rank) / math.log(last), 1)

    title = f"{ranking.measure}: ranks and their 90 % intervals"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" font-family="Noto Sans, Helvetica, Arial, sans-serif" font-size="12" '
        f'fill="{INK}">',
        f"<title>{escaped(title)}</title>",
        f"<desc>{escaped(_description(ranking, shown))}</desc>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<text x="12" y="24" font-size="14" font-weight="bold">{escaped(title)}</text>',
        f'<text x="12" y="{TOP - 14}" fill="{SOFT}">agent</text>',
        f'<text x="{NAMES}" y="{TOP - 14}" text-anchor="middle" fill="{SOFT}">rank</text>',
        f'<text x="{WIDTH - 12}" y="{TOP - 14}" text-anchor="end" fill="{SOFT}">P(top {ranking.top_k})</text>',
    ]
    for mark in _marks(last):
        parts.append(
            f'<path d="M{x_of(mark)},{TOP - 4}V{bottom}" stroke="{PALE}"/>'
            f'<text x="{x_of(mark)}" y="{bottom + 16}" text-anchor="middle" fill="{SOFT}">{mark}</text>'
        )
    for place, row in enumerate(shown):
        parts.append(_row(row, TOP + LINE * place + LINE / 2, x_of))
    if not shown:
        parts.append(f'<text x="{NAMES}" y="{TOP + 16}">no agent to rank</text>')
    under = f"{ranking.draws:,} draws, seed {ranking.seed}; dot: rank from all sources; bar: 90 % of the draws"
    note = under if any(row["low"] is not None for row in shown) else "no intervals: see the note on the ranking"
    parts += [f'<text x="12" y="{height - 14}" fill="{SOFT}">{escaped(note)}</text>', "</svg>"]
    return "\n".join(parts)


def percent(share: float) -> str:
    """Format a share as a percentage; a share that is not exactly 0 or 1 is never rounded to 0 % or 100 %.

    >>> percent(0.9991), percent(1), percent(0.0004), percent(0.123)
    ('> 99 %', '100 %', '< 1 %', '12 %')
    """
    if 0 < share < 0.01:
        return "< 1 %"
    return "> 99 %" if 0.99 < share < 1 else f"{100 * share:.0f} %"


def _row(row: dict[str, object], y: float, x_of: object) -> str:
    name = clean(str(row["label"]))
    short = name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"
    low, high, rank, share = row["low"], row["high"], row["rank"], row["p_top"]
    out = f'<g><title>{escaped(name)}</title><text x="12" y="{y + 4}">{escaped(short)}</text>'
    if low is not None:
        one, other = x_of(low), x_of(high)  # type: ignore[operator]
        out += f'<path d="M{one},{y}H{other}M{one},{y - 4}V{y + 4}M{other},{y - 4}V{y + 4}" fill="none" stroke="{SOFT}"'
        out += ' stroke-width="2"/>'
    out += f'<circle cx="{x_of(rank)}" cy="{y}" r="4.5" stroke="#ffffff"/>'  # type: ignore[operator]
    if isinstance(share, float):
        out += f'<text x="{WIDTH - 12}" y="{y + 4}" text-anchor="end">{escaped(percent(share))}</text>'
    return out + "</g>"


def _marks(last: int) -> list[int]:
    """Return the round ranks to label on the axis.

    >>> _marks(133)
    [1, 2, 5, 10, 20, 50, 100]
    """
    return [step * 10**power for power in range(7) for step in (1, 2, 5) if step * 10**power <= last]


def _description(ranking: RankedTable, shown: list[dict[str, object]]) -> str:
    """Describe the chart in words, for readers who cannot see it."""
    said = [
        f"{row['rank']}. {row['label']}" + (f" ({row['low']} to {row['high']})" if row["low"] is not None else "")
        for row in shown
    ]
    return f"{ranking.measure}, {ranking.meaning}. {'; '.join(said)}. {ranking.what}"
