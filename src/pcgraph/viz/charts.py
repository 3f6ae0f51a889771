"""Charts for print, drawn with matplotlib: ranks and ratios with their intervals, and survival curves.

The colours are greys, so that a photocopy stays readable. Text stays text, so that every script is shown, whatever
fonts this machine has. The same data give the same bytes.
"""

from __future__ import annotations

import io
import textwrap
import warnings
from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import polars as pl

from pcgraph.errors import missing_extra
from pcgraph.viz.svg import clean, escaped

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDTH, INCH = 600, 96  # pixels, to fit a printed page
LONGEST = 38  # columns of a name, of which a wide character takes two; longer names are shortened
YEAR = 365.25
INK, SOFT, PALE = "#1a1a1a", "#6b6b6b", "#dddddd"
STYLE: dict[str, Any] = {
    "axes.edgecolor": PALE,
    "axes.grid": True,
    "axes.titlelocation": "left",
    "figure.titleweight": "bold",
    "font.sans-serif": ["DejaVu Sans", "Noto Sans", "Helvetica", "Arial"],  # matplotlib brings the first
    "font.size": 9,
    "grid.color": PALE,
    "svg.fonttype": "none",
    "svg.hashsalt": "pcgraph",
    "text.parse_math": False,
    **dict.fromkeys(("axes.titlesize", "figure.titlesize", "figure.labelsize"), "medium"),
    **dict.fromkeys(("axes.spines.left", "axes.spines.right", "axes.spines.top", "legend.frameon"), False),
    **dict.fromkeys(("text.color", "xtick.color", "ytick.color"), INK),
    **dict.fromkeys(("xtick.major.size", "ytick.major.size"), 0),
}
LINES = {"middle": ("dates at their middle", "-"), "least": ("shortest wait", ":"), "most": ("longest wait", "--")}


def draw_ranks(title: str, ranks: pl.DataFrame, top_k: int, note: str, about: str) -> str:
    """Draw ranks with their intervals: a dot for the rank, a bar for the interval.

    The axis is logarithmic, with rank 1 on the left, because differences near the top matter most.

    >>> ranks = pl.DataFrame({"label": ["Lumen"], "rank": [1], "low": [1], "high": [3], "p_top": [0.9]})
    >>> "<desc>Ranks. 1. Lumen (1 to 3)</desc>" in draw_ranks("Ranks", ranks, 5, "", "Ranks.")
    True
    """
    rows, lines, height = list(ranks.iter_rows(named=True)), range(len(ranks)), 24 * max(1, len(ranks)) + 130

    def paint(figure: Figure) -> None:
        figure.subplots_adjust(left=0.47, right=0.87, top=1 - 62 / height, bottom=68 / height)
        axes = _rows(figure, [row["label"] for row in rows], "{x:.0f}")
        axes.set_xlim(1, max([10, *ranks["rank"], *ranks["high"].drop_nulls()]))
        axes.plot(ranks.select("low", "high").to_numpy().T, [lines, lines], "|-", color=SOFT, clip_on=False)
        axes.plot(ranks["rank"], lines, "o", color=INK, markeredgecolor="white", markersize=7, clip_on=False)
        for line, text in [(-1, f"P(top {top_k})"), *enumerate(map(percent, ranks["p_top"]))]:
            axes.text(1.28, line, text, transform=axes.get_yaxis_transform(), ha="right", va="center_baseline")
        axes.set_xlabel("rank" if rows else "no agent to rank", loc="left")
        figure.supxlabel(note, x=0.02, ha="left")

    said = [f"{row['rank']}. {row['label']}{' ({low} to {high})'.format(**row) if row['low'] else ''}" for row in rows]
    return _svg(title, f"{about} {'; '.join(said)}", height, paint)


def draw_curves(title: str, curves: pl.DataFrame) -> str:
    """Draw the share that has reached each stage, one panel for each, with the numbers at risk below it.

    A step line shows the share, a shaded band its 90 % interval. Other lines show how imprecise dates change it, and
    what ended before reaching the stage.

    >>> row = {"to": "built", "reading": "middle", "days": 400, "at_risk": 9, "reached": 0.5, "low": 0.3, "high": 0.7}
    >>> draw_curves("Wait", pl.DataFrame([row | {"ended": 0.0}]))[:4]
    '<svg'
    """
    stages, last = curves["to"].unique(maintain_order=True), max(curves["days"]) / YEAR
    height, top = 225 * len(stages) + 100, min(1, 1.05 * max(0.2, *curves["high"], *curves["ended"]))

    def paint(figure: Figure) -> None:
        from matplotlib.ticker import MaxNLocator

        figure.subplots_adjust(left=0.2, right=0.96, top=1 - 68 / height, bottom=135 / height, hspace=0.85)
        panels = figure.subplots(len(stages), sharex=True, sharey=True, squeeze=False)[:, 0]
        for stage, axes in zip(stages, panels, strict=True):
            axes.set(title=f"reached: {clean(stage)}", xlim=(0, last), ylim=(0, top))
            ticks = [tick for tick in MaxNLocator(9, integer=True).tick_values(0, last) if tick <= last]
            axes.set_xticks(ticks, [f"{tick:.0f}" for tick in ticks])
            axes.yaxis.set_major_formatter("{x:.0%}")
            axes.tick_params(labelbottom=True)
            below = {"transform": axes.get_xaxis_transform(), "va": "top"}
            axes.text(-0.05 * last, -0.035, "years", ha="right", **below)
            for line, (reading, (label, dashes)) in enumerate(LINES.items()):
                rows = curves.filter(pl.col("to") == stage, pl.col("reading") == reading)
                years, thick = rows["days"] / YEAR, 1.2 if reading == "middle" else 0.8
                axes.step(years, rows["reached"], dashes, where="post", color=INK, linewidth=thick, label=label)
                if reading == "middle":
                    axes.fill_between(years, rows["low"], rows["high"], step="post", color=PALE, label="90 % interval")
                if reading == "middle" and rows["ended"].sum():
                    axes.step(years, rows["ended"], "-.", where="post", color=SOFT, label="ended before")
                axes.text(-0.05 * last, -0.2 - line * 0.12, f"at risk, {reading}", ha="right", color=SOFT, **below)
                for tick in ticks:
                    still = "".join(map(str, rows.filter(years >= tick)["at_risk"].head(1)))
                    axes.text(tick, -0.2 - line * 0.12, still, ha="center", color=SOFT, **below)
        figure.legend(*panels[-1].get_legend_handles_labels(), loc="lower left", ncols=3)

    about = (
        "Share that has reached each stage, by years since the start, with a 90 % interval; lines for imprecise dates."
    )
    return _svg(title, about, height, paint)


def draw_ratios(title: str, ratios: pl.DataFrame) -> str:
    """Draw ratios with their intervals on a logarithmic axis; a mark is hollow if its interval contains 1.

    >>> ratios = pl.DataFrame({"meaning": ["near"], "ratio": [4.0], "low": [2.0], "high": [8.0]})
    >>> "<desc>Ratios. near: 4 (2 to 8)</desc>" in draw_ratios("Ratios", ratios)
    True
    """
    rows, height = list(ratios.iter_rows(named=True)), 34 * len(ratios) + 110
    said = ["{meaning}: {ratio:.2g} ({low:.2g} to {high:.2g})".format(**row) for row in rows]

    def paint(figure: Figure) -> None:
        figure.subplots_adjust(left=0.4, right=0.8, top=1 - 62 / height, bottom=48 / height)
        axes = _rows(figure, [row["meaning"] for row in rows], "{x:g}")
        axes.axvline(1, color=INK, linewidth=1)
        for line, row in enumerate(rows):
            clear = not row["low"] <= 1 <= row["high"]
            colour = INK if clear else SOFT
            axes.plot([row["low"], row["high"]], [line, line], "|-", color=colour, linewidth=1.6)
            face = INK if clear else "white"
            axes.plot(row["ratio"], line, "o", color=colour, markerfacecolor=face, markersize=7)
            text = "{ratio:.2g} ({low:.2g}–{high:.2g})".format(**row)
            axes.text(1.04, line, text, transform=axes.get_yaxis_transform(), va="center_baseline")
        axes.set_xlabel("times as likely, with the 95 % interval; hollow: it contains 1, no difference", loc="right")

    return _svg(title, f"{title.rstrip('.?')}. {'; '.join(said)}", height, paint)


def _rows(figure: Figure, names: list[str], form: str) -> Any:
    """Return axes with a row for each name and a logarithmic scale."""
    from matplotlib.ticker import LogLocator

    axes = figure.subplots()
    axes.set_yticks(range(len(names)), [*map(_shorten, names)])
    axes.set(xscale="log", ylim=(max(1, len(names)) - 0.5, -0.5))
    axes.xaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    axes.xaxis.set_major_formatter(form)
    axes.minorticks_off()
    axes.grid(visible=False, axis="y")
    axes.tick_params(axis="y", pad=9)
    return axes


def percent(share: float | None) -> str:
    """Format a share as a percentage; a share that is not exactly 0 or 1 is never rounded to 0 % or 100 %.

    >>> percent(0.9991), percent(1), percent(0.0004), percent(0.123), percent(None)
    ('> 99 %', '100 %', '< 1 %', '12 %', '–')
    """
    if share is None:
        return "–"
    if 0 < share < 0.01:
        return "< 1 %"
    return "> 99 %" if 0.99 < share < 1 else f"{100 * share:.0f} %"


def require_matplotlib() -> None:
    """Raise `UsageError` if matplotlib is not installed; the message names a command that installs it."""
    if find_spec("matplotlib") is None:
        raise missing_extra("notebook", "matplotlib")


def _shorten(name: str) -> str:
    from rich.cells import cell_len, set_cell_size

    name = clean(name)
    return name if cell_len(name) <= LONGEST else f"{set_cell_size(name, LONGEST - 1).rstrip()}…"


def _svg(title: str, about: str, height: int, paint: Callable[[Figure], None]) -> str:
    require_matplotlib()
    from matplotlib import style
    from matplotlib.figure import Figure

    out = io.StringIO()
    with style.context(["default", STYLE]), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing")  # the reader's fonts draw the text
        figure = Figure((WIDTH / INCH, height / INCH))
        figure.suptitle(textwrap.fill(clean(title), 76), x=0.02, ha="left")
        paint(figure)
        figure.savefig(out, format="svg", metadata=dict.fromkeys(("Creator", "Date", "Format", "Type")))
    # A rule for every element would also apply to the page of a notebook.
    drawn = out.getvalue().partition("<svg ")[2].replace("*{stroke-linejoin: round; stroke-linecap: butt}", "")
    head = f">\n<title>{escaped(title)}</title>\n<desc>{escaped(about)}</desc>"
    return f'<svg role="img" {drawn.replace(">", head, 1)}'
