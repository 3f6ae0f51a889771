"""Survival curves as a static SVG chart.

Step lines show the curve, a shaded band shows its 90 % interval, and dashed lines show how imprecise dates change it.
"""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

from pcgraph.viz.svg import colours, escaped

WIDTH, PLOT, LEFT, TOP = 600, 150, 52, 64  # pixels, to fit a printed page; PLOT: panel height
STEP = PLOT + 58  # distance between two panels
YEAR = 365.25
KEY = "line: imprecise dates at their middle; grey: 90 % interval; dotted: shortest wait; dashed: longest wait"
DASHED = {"least": ' stroke-dasharray="2 3"', "middle": "", "most": ' stroke-dasharray="7 4"'}


def svg(title: str, curves: pl.DataFrame) -> str:
    """Draw the curves, one panel for each step that is waited for.

    Parameters
    ----------
    curves : polars.DataFrame
        Columns to, reading, days, waiting, low, high; see `pcgraph.analysis.survival.Waits`.

    Returns
    -------
    str
        One ``<svg>`` element with a title and a description, in greys that print well. The same curves give the same
        bytes.

    Examples
    --------
    >>> rows = [("built", "middle", 400, 0.5, 0.3, 0.7)]
    >>> svg("Wait", pl.DataFrame(rows, ["to", "reading", "days", "waiting", "low", "high"], orient="row"))[:4]
    '<svg'
    """
    names = curves["to"].unique(maintain_order=True).to_list()
    most = max(1, int(-(-float(curves["days"].max() or 1) // YEAR)))  # type: ignore[arg-type]
    height = TOP + STEP * len(names) + 8
    ink, soft, paper = (colours()[name] for name in ("ink", "soft", "paper"))
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'role="img" font-family="sans-serif" font-size="12" fill="{ink}">',
        f"<title>{escaped(title)}</title>",
        f"<desc>Share still waiting, by years since the start; {KEY}.</desc>",
        f'<rect width="{WIDTH}" height="{height}" fill="{paper}"/>',
        f'<text x="12" y="22" font-weight="bold">{escaped(title)}</text>',
        f'<text x="12" y="40" fill="{soft}">{KEY}</text>',
    ]
    for place, name in enumerate(names):
        out += _panel(name, curves.filter(pl.col("to") == name), TOP + STEP * place, most, (ink, soft))
    return "\n".join([*out, "</svg>"])


def _panel(name: str, curves: pl.DataFrame, top: int, most: int, inks: tuple[str, str]) -> list[str]:
    ink, soft = inks
    floor, wide = top + 18 + PLOT, WIDTH - LEFT - 16

    def x(days: float) -> float:
        return LEFT + wide * days / (most * YEAR)

    def y(share: float) -> float:
        return floor - PLOT * share

    out = [f'<text x="{LEFT}" y="{top + 8}">still waiting for: {escaped(name)}</text>']
    for share in (0.0, 0.5, 1.0):
        out.append(f'<path d="M{LEFT},{y(share):.1f}H{LEFT + wide}" stroke="{soft}" stroke-width="0.5"/>')
        out.append(f'<text x="{LEFT - 8}" y="{y(share) + 4:.1f}" text-anchor="end">{share:.0%}</text>')
    every = max(1, -(-most // 10))
    for year in range(0, most + 1, every):
        out.append(f'<text x="{x(year * YEAR):.1f}" y="{floor + 16}" text-anchor="middle">{year}</text>')
    out.append(f'<text x="{LEFT + wide}" y="{floor + 31}" text-anchor="end">years</text>')
    middle = curves.filter(pl.col("reading") == "middle")
    upper, lower = (_step_points(middle, end, x, y) for end in ("high", "low"))
    band = "L".join(f"{px:.1f},{py:.1f}" for px, py in [*upper, *reversed(lower)])
    out.append(f'<path d="M{band}Z" fill="{soft}" fill-opacity="0.25"/>')
    for reading, dash in DASHED.items():
        points = _step_points(curves.filter(pl.col("reading") == reading), "waiting", x, y)
        path = "L".join(f"{px:.1f},{py:.1f}" for px, py in points)
        thick = 1.6 if reading == "middle" else 0.9
        out.append(f'<path d="M{path}" fill="none" stroke="{ink}" stroke-width="{thick}"{dash}/>')
    return out


def _step_points(
    curve: pl.DataFrame, column: str, x: Callable[[float], float], y: Callable[[float], float]
) -> list[tuple[float, float]]:
    """Return the corners of a step curve, from a share of 1 on day 0 to the last day."""
    level, points = y(1.0), [(x(0), y(1.0))]
    for days, share in curve.select("days", column).iter_rows():
        points += [(x(days), level), (x(days), level := y(share))]
    return points
