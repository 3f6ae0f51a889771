"""SVG elements of a static picture: marks, lines, names and a legend. It does not depend on a network.

Colours, shapes and dashes are those of the page, so that both pictures read alike.
"""

from __future__ import annotations

import html
import math
import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from pcgraph.model.text import visible
from pcgraph.viz.style import DASHES

FONT, LINE = 12, 14.5
LEGEND = 226  # width of the legend's column
NAMED = 150  # names that are placed, largest marks first; the rest appear only in the mark's title
POLYGONS = {
    "diamond": (4, 0.0, 1.14),
    "pentagon": (5, -90.0, 1.1),
    "hexagon": (6, 0.0, 1.06),
    "octagon": (8, 22.5, 1.03),
    "triangle": (3, -90.0, 1.24),
    "drop": (3, 90.0, 1.24),
    "square": (4, 45.0, 1.24),
}  # number of corners, rotation in degrees, radius
CROSS = "-.4,-1 .4,-1 .4,-.4 1,-.4 1,.4 .4,.4 .4,1 -.4,1 -.4,.4 -1,.4 -1,-.4 -.4,-.4"
Item = tuple[str, str, Callable[[float], str]]  # label, count, function from y to the swatch's SVG


class Area(NamedTuple):
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Area) -> bool:
        """Return whether the interiors of the two rectangles overlap."""
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)

    def contains(self, other: Area) -> bool:
        """Return whether the other rectangle lies inside this one."""
        wide = self.left <= other.left and other.right <= self.right
        return wide and self.top <= other.top and other.bottom <= self.bottom


@dataclass
class Mark:
    """One node as drawn: centre and radius in pixels, `shape` and `side` as on the page."""

    name: str
    lines: list[str]
    kind: str
    country: str
    shape: str
    side: int
    radius: float
    x: float = 0.0
    y: float = 0.0


@cache
def colours() -> dict[str, str]:
    """Return the light colours of the page's style sheet by name: ``tone-1``, ``side-0``, ``paper``, ``ink``."""
    sheet = (files("pcgraph.page") / "template" / "colours.css").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for name, colour in re.findall(r"--([\w-]+): (#[0-9a-f]{6});", sheet):
        found.setdefault(name, colour)  # the dark theme comes later in the file
    return found


def clean(text: object) -> str:
    """Return the text on one line and valid in XML; characters that XML forbids are replaced with visible ones."""
    return " ".join(re.sub("[\ud800-\udfff\ufffe\uffff]", "\ufffd", visible(str(text))).split())


def escaped(text: object) -> str:
    """Return the text escaped for XML."""
    return html.escape(clean(text), quote=True)


def wrap_name(text: str, most: int = 3, long: int = 18) -> list[str]:
    """Break a name into at most `most` lines of about `long` characters; a longer name ends in an ellipsis."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= long:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    kept = [f"{line[: long + 4]}…" if len(line) > long + 6 else line for line in lines[:most]]
    return kept if len(lines) <= most or kept[-1].endswith("…") else [*kept[:-1], f"{kept[-1]}…"]


def text_width(text: str) -> float:
    """Estimate the width of a text in pixels, on the large side: no font is available when the picture is made."""
    return sum(
        FONT + 1.0 if ord(letter) >= 0x2E80 or letter in "MWmw@%" else 9.0 if letter.isupper() else 7.2
        for letter in text
    )


def outline(shape: str, x: float, y: float, radius: float, paint: str) -> str:
    """Return one of the page's shapes as an SVG element."""
    if shape in ("circle", "blank"):
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" {paint}/>'
    if shape == "cross":
        corners = [(float(dx), float(dy)) for dx, dy in (pair.split(",") for pair in CROSS.split())]
    else:
        number, turn, far = POLYGONS[shape]
        angles = [math.radians(turn + 360 * corner / number) for corner in range(number)]
        corners = [(far * math.cos(angle), far * math.sin(angle)) for angle in angles]
    points = " ".join(f"{x + radius * dx:.1f},{y + radius * dy:.1f}" for dx, dy in corners)
    return f'<polygon points="{points}" {paint}/>'


def glyph(
    shape: str, side: int | None, x: float, y: float, radius: float, colour_of: Callable[[str], str] | None = None
) -> str:
    """Return a mark: filled (first country), a ring (second), with a dot (others), or a thin ring (unknown).

    With the colours of a page, it has no rim.
    """
    of = colour_of or colours().__getitem__
    paper, colour = of("paper"), of("soft" if side is None else f"side-{side}")
    ring = 0.2 if shape == "blank" or side == 3 else 0.42 if side == 1 else 0.0
    dash = f' stroke-dasharray="{0.42 * radius:.1f} {0.34 * radius:.1f}"' if shape == "blank" else ""
    paint = f'fill="none" stroke="{colour}" stroke-width="{ring * radius:.1f}"{dash}' if ring else f'fill="{colour}"'
    rim = "" if colour_of else outline(shape, x, y, radius, f'fill="{paper}" stroke="{paper}" stroke-width="5"')
    dot = outline("circle", x, y, 0.36 * radius, f'fill="{paper}"') if side == 2 and not ring else ""
    return rim + outline(shape, x, y, radius * (1 - ring / 2), paint) + dot


def dashed(status_set: str) -> str:
    """Return the dashes of a status set as an SVG attribute; an unknown set is drawn solid."""
    dashes = DASHES.get(status_set) or []
    return f' stroke-dasharray="{" ".join(f"{dash:g}" for dash in dashes)}"' if dashes else ""


def tie_path(one: Mark, other: Mark, bend: float, arrow: bool) -> tuple[str, str]:
    """Return the path of a tie from rim to rim and that of its arrowhead; `bend` separates parallel ties."""
    if one is other:
        r = one.radius
        return f"M{one.x:.1f},{one.y - r:.1f}a{r:.1f},{r:.1f} 0 1 1 {r:.1f},{r:.1f}", ""
    long = math.hypot(other.x - one.x, other.y - one.y) or 1.0
    across = -(other.y - one.y) / long, (other.x - one.x) / long
    cx, cy = (one.x + other.x) / 2 + 2 * bend * across[0], (one.y + other.y) / 2 + 2 * bend * across[1]

    def rim(mark: Mark, gap: float) -> tuple[float, float]:
        far = math.hypot(cx - mark.x, cy - mark.y) or 1.0
        step = min(mark.radius + gap, 0.9 * far)
        return mark.x + (cx - mark.x) / far * step, mark.y + (cy - mark.y) / far * step

    x1, y1 = rim(one, 2)
    tip = rim(other, 3)
    x2, y2 = rim(other, 10) if arrow else tip
    path = f"M{x1:.1f},{y1:.1f}Q{cx:.1f},{cy:.1f} {x2:.1f},{y2:.1f}"
    dx, dy = (tip[1] - y2) * 0.55, (x2 - tip[0]) * 0.55
    head = f"M{tip[0]:.1f},{tip[1]:.1f}L{x2 + dx:.1f},{y2 + dy:.1f}L{x2 - dx:.1f},{y2 - dy:.1f}Z" if arrow else ""
    return path, head


def draw_names(marks: Mapping[Hashable, Mark], near: Mapping[Hashable, Sequence[Hashable]], frame: Area) -> list[str]:
    """Return the names, placed where they cover no mark and no other name; the largest marks are placed first.

    `near` maps each node to its neighbours: a name avoids the lines to them where it can.
    """
    taken = [Area(m.x - m.radius, m.y - m.radius, m.x + m.radius, m.y + m.radius) for m in marks.values()]
    paper, out = colours()["paper"], []
    for node in sorted(marks, key=lambda node: (-marks[node].radius, str(node)))[:NAMED]:
        mark = marks[node]
        wide, tall = max(map(text_width, mark.lines)) + 4, LINE * len(mark.lines) + 2
        for area in _name_areas(mark, [marks[other] for other in near[node]], wide, tall):
            if frame.contains(area) and not any(map(area.overlaps, taken)):
                break
        else:
            continue
        taken.append(area)
        ground = f'<rect x="{area.left:.1f}" y="{area.top:.1f}" width="{wide:.1f}" height="{tall:.1f}"'
        out.append(f'{ground} fill="{paper}" fill-opacity="0.78"/>')
        middle = (area.left + area.right) / 2
        for row, line in enumerate(mark.lines):
            y = area.top + LINE * (row + 0.82)
            out.append(f'<text x="{middle:.1f}" y="{y:.1f}" text-anchor="middle">{escaped(line)}</text>')
    return out


def _name_areas(mark: Mark, near: Sequence[Mark], wide: float, tall: float) -> list[Area]:
    """Return candidate areas for a name (below, above, beside), best first: those that the fewest ties cross."""
    liking = {(0.0, 1.0): 0.0, (0.0, -1.0): 0.2, (1.0, 0.0): 0.5, (-1.0, 0.0): 0.5}
    liking |= {(sx * 0.6, sy): 0.7 for sx in (1.0, -1.0) for sy in (1.0, -1.0)}

    def crossed(spot: tuple[float, float]) -> float:
        found, size = liking[spot], math.hypot(*spot)
        for other in near:
            long = math.hypot(other.x - mark.x, other.y - mark.y) or 1.0
            along = (spot[0] * (other.x - mark.x) + spot[1] * (other.y - mark.y)) / long / size
            found += max(0.0, along - 0.5)
        return found

    gap, found = mark.radius + 3, []
    for dx, dy in sorted(liking, key=crossed):
        x, y = mark.x + dx * (gap + wide / 2), mark.y + dy * (gap + tall / 2)
        found.append(Area(x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2))
    return found


def draw_legend(groups: Sequence[tuple[str, Sequence[Item]]], most: int = 12) -> tuple[list[str], int]:
    """Return the elements of a legend, groups of items in one column, and its height in pixels."""
    soft = colours()["soft"]
    out, y = [], 16
    for heading, items in groups:
        if not items:
            continue
        y += 14
        out.append(f'<text x="20" y="{y}" font-weight="bold">{escaped(heading)}</text>')
        for label, number, swatch in items[:most]:
            y += 19
            short = label if len(label) <= 19 else f"{label[:18]}…"
            out.append(f'{swatch(y - 4)}<text x="58" y="{y}">{escaped(short)}</text>')
            if number:
                out.append(f'<text x="{LEGEND - 10}" y="{y}" text-anchor="end" fill="{soft}">{number}</text>')
        if len(items) > most:
            y += 19
            out.append(f'<text x="58" y="{y}" fill="{soft}">and {len(items) - most} more</text>')
        y += 12
    return out, y + 12
