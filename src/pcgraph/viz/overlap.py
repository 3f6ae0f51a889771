"""Overlap removal: separate marks, move marks off lines, and find free places for additional marks."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from typing import Any

Point = tuple[float, float]

SIZE = 16.0  # default radius of a node
GAP = 9.0  # free space around a mark
STEP = 46.0  # distance between the places tried for an additional mark
CLEARED = 60_000  # largest product of nodes and pairs for which marks are moved off lines


def round_position(x: float, y: float) -> Point:
    """Return a position rounded to 0.1; -0.0 becomes 0.0.

    >>> round_position(-0.01, 2.26)
    (0.0, 2.3)
    """
    return round(x, 1) + 0.0, round(y, 1) + 0.0


def separate(points: Sequence[Point], sizes: Sequence[float], bands: Sequence[int]) -> list[Point]:
    """Return positions without overlaps: push marks apart, and enlarge the whole layout when that does not converge.

    >>> (a, b) = separate([(0, 0), (4, 0)], [10, 10], [1, 1])
    >>> b[0] - a[0] >= 20
    True
    """
    xs, ys = [float(x) for x, _ in points], [float(y) for _, y in points]
    wide = 2 * (max(sizes) + GAP)
    rounds = 0
    while True:
        rounds += 1
        moved = False
        cells: dict[tuple[int, int], list[int]] = {}
        for here, size in enumerate(sizes):
            column, row = int(xs[here] // wide), int(ys[here] // wide)
            for dx in (-1, 0, 1):
                for dy in (-1, 0, 1):
                    for there in cells.get((column + dx, row + dy), ()):
                        x, y = xs[here] - xs[there], ys[here] - ys[there]
                        need = size + sizes[there] + 2 * GAP
                        far = math.hypot(x, y)
                        if far >= need - 0.2:  # 0.2: rounding to 0.1 must not bring the overlap back
                            continue
                        moved = True
                        step = (need - far) / 2 + 0.2
                        x, y = (x / far, y / far) if far else (math.cos(here), math.sin(here))
                        xs[here], ys[here] = xs[here] + step * x, ys[here] + step * y
                        xs[there], ys[there] = xs[there] - step * x, ys[there] - step * y
            cells.setdefault((column, row), []).append(here)
        for here, side in enumerate(bands):
            xs[here] = _within_half(xs[here], side, sizes[here])
        if not moved:
            return list(zip(xs, ys, strict=True))
        if rounds % 30 == 0:
            xs, ys = [1.06 * x for x in xs], [1.06 * y for y in ys]


def _within_half(x: float, side: int, size: float) -> float:
    """Return `x` limited to the half that the band belongs to."""
    return min(x, -size - GAP) if side == 0 else max(x, size + GAP) if side == 2 else x


def move_off_lines(
    points: Sequence[Point],
    sizes: Sequence[float],
    wide: Sequence[float],
    bands: Sequence[int],
    pairs: Sequence[tuple[int, int]],
) -> list[Point]:
    """Return positions with marks moved off the lines between other marks, where possible.

    A line that passes through a third mark would look like a tie of that mark.

    >>> at = move_off_lines([(-90, 0), (0, 0), (90, 0)], [9, 9, 9], [9, 9, 9], [1, 1, 1], [(0, 2)])
    >>> abs(at[1][1] - at[0][1]) > 9
    True
    """
    at = [(float(x), float(y)) for x, y in points]
    for turn in range(60):
        moved = False
        if turn % 20 == 19:  # no progress: more space, although marks then look smaller
            at = [(1.04 * x, 1.04 * y) for x, y in at]
        for one, other in pairs:
            (x1, y1), (x2, y2) = at[one], at[other]
            long = math.hypot(x2 - x1, y2 - y1) or 1.0
            for node, (x, y) in enumerate(at):
                if node in (one, other):
                    continue
                along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / long
                off = ((y - y1) * (x2 - x1) - (x - x1) * (y2 - y1)) / long
                lack = sizes[node] + 5 - abs(off)
                if lack <= 3 or not 0 < along < long:
                    continue
                moved = True
                step = math.copysign(0.4 * lack + 0.5, off or 1.0)
                at[node] = (x - step * (y2 - y1) / long, y + step * (x2 - x1) / long)
        if not moved:
            break
        at = separate(at, wide, bands)
    return at


def place_near_neighbours(
    late: Sequence[Any],
    neighbours: Mapping[Any, Sequence[Any]],
    band: Mapping[Any, int],
    radius: Mapping[Any, float],
    placed: MutableMapping[Any, Point],
) -> None:
    """Place each of `late`, in this order, at the free place nearest to the centre of its neighbours.

    Adds the positions to `placed`.

    >>> placed = {"a": (0.0, 0.0)}
    >>> place_near_neighbours(["b"], {"b": ["a"]}, {"b": 1}, {"a": 9.0, "b": 9.0}, placed)
    >>> placed["a"], placed["b"] != (0.0, 0.0)
    ((0.0, 0.0), True)
    """
    if not late:
        return
    cell = 2 * (max(radius.values()) + GAP)
    taken: dict[tuple[int, int], list[tuple[float, float, float]]] = {}

    def take(node: Any) -> None:
        x, y = placed[node]
        taken.setdefault((int(x // cell), int(y // cell)), []).append((x, y, radius[node]))

    def free(x: float, y: float, size: float) -> bool:
        column, row = int(x // cell), int(y // cell)
        return all(
            math.hypot(x - ox, y - oy) >= size + other + GAP
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            for ox, oy, other in taken.get((column + dx, row + dy), ())
        )

    for node in placed:
        take(node)
    for node in late:
        known = [placed[there] for there in neighbours[node] if there in placed]
        cx, cy = (sum(axis) / len(known) for axis in zip(*known, strict=True)) if known else (0.0, 0.0)
        size = radius[node]
        cx = _within_half(cx, band[node], size)
        placed[node] = next(
            round_position(x, y)
            for x, y in _places_around(cx, cy)
            if _within_half(x, band[node], size) == x and free(x, y, size + 0.1)
        )
        take(node)


def _places_around(cx: float, cy: float) -> Iterator[Point]:
    """Yield places around a point without end, nearest first."""
    yield cx, cy
    ring = 0
    while True:
        ring += 1
        spots = 6 * ring
        for spot in range(spots):
            angle = 2 * math.pi * spot / spots
            yield cx + STEP * ring * math.cos(angle), cy + STEP * ring * math.sin(angle)


def place_unconnected(
    alone: Sequence[Any],
    band: Mapping[Any, int],
    radius: Mapping[Any, float],
    placed: MutableMapping[Any, Point],
) -> None:
    """Place nodes without ties in compact blocks below all others, each block under its own half.

    Adds the positions to `placed`.

    >>> placed = {"a": (0.0, 0.0)}
    >>> place_unconnected(["b", "c"], {"b": 0, "c": 2}, {"a": 9.0, "b": 9.0, "c": 9.0}, placed)
    >>> placed["b"][0] < 0 < placed["c"][0], placed["b"][1] > 9
    (True, True)
    """
    if not alone:
        return
    step = 2.0 * (max(radius[node] for node in alone) + GAP)
    top = max((y + radius[node] for node, (_, y) in placed.items()), default=-1.6 * step) + 1.6 * step
    groups = [[node for node in alone if band[node] == side] for side in range(3)]
    reach = max((abs(x) for x, _ in placed.values()), default=0.0)
    # As wide as the layout above, or else a block of about 16:10.
    total = max(round(2 * reach / step), math.ceil(math.sqrt(1.6 * len(alone))))
    columns = [max(1, min(len(group), round(total * len(group) / len(alone)))) for group in groups]
    middle = columns[1] if groups[1] else 0
    starts = (-(middle / 2 + 0.5 + columns[0]), -middle / 2, middle / 2 + 0.5)
    for group, count, start in zip(groups, columns, starts, strict=True):
        for number, node in enumerate(group):
            x = (start + number % count + 0.5) * step
            placed[node] = round_position(x, top + number // count * step)
