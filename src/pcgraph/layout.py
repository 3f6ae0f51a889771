"""Network → positions: where each organisation stands on the map.

Each connected component is laid out by itself, so nothing that is unconnected can fly away; components then stand on
shelves, the biggest first, and what has no tie at all stands in a compact grid. The picture comes out about 16:10.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import networkx

SIZE = 16.0  # radius of a node that gives none
ASPECT = 1.6
GAP = 34.0  # free space between two components
CELL = 128.0 * 84.0  # area for one node and its label
LABELLED = 120  # above this many nodes a component leaves room for nodes only: their labels come with zooming in
CLEARED = 40_000  # nodes times pairs up to which lines are kept off the nodes they do not belong to
PULL = 0.35  # how strongly a country draws its organisations to its side, in ties; less in a large cloud

Point = tuple[float, float]


class Box(NamedTuple):
    """Half width and half height that a node needs for itself and its label."""

    width: float
    height: float


def positions(
    graph: networkx.Graph | networkx.MultiDiGraph, *, seed: int = 7, sides: Sequence[str] = ()
) -> dict[Any, Point]:
    """Give every node a place, the same on every run.

    Parameters
    ----------
    graph
        Any NetworkX graph; directions are not looked at. Read from a node, where present: ``size`` (radius, pixels at
        scale 1, else 16), ``label`` (room is left for it) and ``country`` (compared with `sides`).
    seed
        Seed of the starting positions.
    sides
        Two countries, left and right. Organisations are drawn, not forced, to the side of their country.

    Returns
    -------
    dict
        node → (x, y) in pixels at scale 1, rounded to 0.1, y downwards, the whole centred on (0, 0). No two nodes
        overlap at their sizes. The order is that of the sorted nodes.

    Notes
    -----
    Fruchterman–Reingold of igraph, per component; two nodes attract each other by the number of ties between them.
    Nodes are sorted first, so the order of insertion changes nothing.

    Examples
    --------
    >>> import networkx
    >>> positions(networkx.Graph())
    {}
    >>> positions(networkx.empty_graph(["id:huawei"]))
    {'id:huawei': (0.0, 0.0)}
    """
    order = sorted(graph.nodes, key=str)
    boxes = {node: _box(graph.nodes[node]) for node in order}
    ties = _ties(graph)
    parts = sorted(_components(order, ties), key=lambda part: (-len(part), str(part[0])))
    blocks = [_component(graph, part, ties, boxes, seed, sides) for part in parts if len(part) > 1]
    alone = [part[0] for part in parts if len(part) == 1]
    if alone:
        rank = {country: place for place, country in enumerate(sides)}
        alone.sort(key=lambda node: (rank.get(graph.nodes[node].get("country", ""), len(rank)), str(node)))
        blocks.append(_grid(alone, boxes))
    placed = _shelves(blocks, boxes)
    return {node: placed[node] for node in order}


def _box(attributes: Mapping[str, Any]) -> Box:
    size = float(attributes.get("size", SIZE))
    label = str(attributes.get("label", ""))
    # A label is wrapped at about 18 characters of 7 pixels and stands under its node, in two lines at most.
    text = min(len(label), 18) * 7.0
    lines = min(2, math.ceil(len(label) / 18))
    return Box(max(size, text / 2) + 7, size + 8.0 * lines + 7)


def _ties(graph: networkx.Graph) -> Counter[tuple[Any, Any]]:
    """(node, node), the lesser first → number of ties; a tie of a node with itself moves nothing."""
    pairs = (sorted(edge[:2], key=str) for edge in graph.edges())
    return Counter((pair[0], pair[1]) for pair in pairs if pair[0] != pair[1])


def _components(order: Sequence[Any], ties: Counter[tuple[Any, Any]]) -> Iterator[list[Any]]:
    beside: dict[Any, list[Any]] = {node: [] for node in order}
    for one, other in ties:
        beside[one].append(other)
        beside[other].append(one)
    seen: set[Any] = set()
    for node in order:
        if node in seen:
            continue
        seen.add(node)
        part = [node]
        for here in part:  # grows while it is read: a breadth-first walk
            fresh = [there for there in beside[here] if there not in seen]
            seen.update(fresh)
            part.extend(fresh)
        yield sorted(part, key=str)


def _component(
    graph: networkx.Graph,
    part: Sequence[Any],
    ties: Counter[tuple[Any, Any]],
    boxes: Mapping[Any, Box],
    seed: int,
    sides: Sequence[str],
) -> dict[Any, Point]:
    import igraph  # 0.1 s: only who draws pays for it

    index = {node: number for number, node in enumerate(part)}
    inside = sorted((index[a], index[b], count) for (a, b), count in ties.items() if a in index)
    edges = [(a, b) for a, b, _ in inside]
    weights = [float(count) for *_, count in inside]
    spread = math.sqrt(len(part))
    shuffle = random.Random(seed)
    start = [[shuffle.uniform(-spread, spread), shuffle.uniform(-spread, spread)] for _ in part]
    bounds: dict[str, list[float]] = {}
    poles = [[index[node] for node in part if graph.nodes[node].get("country") == side] for side in sides[:2]]
    if len(poles) == 2 and all(poles):
        # Two unseen nodes nailed to the left and to the right, each tied to the organisations of its country.
        bounds = {
            name: [sign * 1e6] * len(part) for name, sign in (("minx", -1), ("maxx", 1), ("miny", -1), ("maxy", 1))
        }
        for number, (members, sign) in enumerate(zip(poles, (-1.0, 1.0), strict=True)):
            edges += [(member, len(part) + number) for member in members]
            weights += [PULL * min(1.0, math.sqrt(30 / len(part)))] * len(members)
            start.append([sign * 1.6 * spread, 0.0])
            for name, place in (("minx", 0), ("maxx", 0), ("miny", 1), ("maxy", 1)):
                bounds[name].append(start[-1][place])
    net = igraph.Graph(n=len(start), edges=edges)
    igraph.set_random_number_generator(random.Random(seed))
    try:
        layout = net.layout_fruchterman_reingold(weights=weights, niter=600, seed=start, **bounds)
    finally:
        igraph.set_random_number_generator(random)
    points = [(float(x), float(y)) for x, y in layout.coords[: len(part)]]
    if not bounds:
        points = _level(points)
    small = len(part) <= LABELLED
    room = [boxes[node] if small else Box(boxes[node].height - 8, boxes[node].height - 8) for node in part]
    points = _apart(_stretch(points), room)
    if small and len(part) * len(inside) <= CLEARED:
        sizes = [float(graph.nodes[node].get("size", SIZE)) for node in part]
        points = _clear(points, room, sizes, [(a, b) for a, b, _ in inside])
    return dict(zip(part, points, strict=True))


def _level(points: Sequence[Point]) -> list[Point]:
    """Turn the long axis of the cloud to the horizontal: screens are wider than high."""
    cx, cy = (sum(axis) / len(points) for axis in zip(*points, strict=True))
    xx = sum((x - cx) ** 2 for x, _ in points)
    yy = sum((y - cy) ** 2 for _, y in points)
    xy = sum((x - cx) * (y - cy) for x, y in points)
    angle = 0.5 * math.atan2(2 * xy, xx - yy)
    cos, sin = math.cos(angle), math.sin(angle)
    return [((x - cx) * cos + (y - cy) * sin, (y - cy) * cos - (x - cx) * sin) for x, y in points]


def _stretch(points: Sequence[Point]) -> list[Point]:
    """Scale the cloud to the area its nodes need and towards 16:10, without bending it out of shape."""
    # Of a large cloud the middle nine tenths count: a few that stand far out must not press the others together.
    out = len(points) // 20
    xs, ys = sorted(x for x, _ in points), sorted(y for _, y in points)
    wide, high = (max(values[-1 - out] - values[out], 1e-6) for values in (xs, ys))
    bend = min(max(math.sqrt(ASPECT * high / wide), 0.65), 1.35)
    grow = math.sqrt(CELL * len(points) / max(wide * high, wide * wide / 3, high * high / 3))
    return [((x - xs[0]) * grow * bend, (y - ys[0]) * grow / bend) for x, y in points]


def _clear(
    points: Sequence[Point], room: Sequence[Box], sizes: Sequence[float], pairs: Sequence[tuple[int, int]]
) -> list[Point]:
    """Move nodes off the lines between others, as far as it goes: a line through a third node reads as a tie of it."""
    at = list(points)
    for turn in range(100):
        moved = False
        if turn % 20 == 19:  # stuck: more space, at the price of a smaller picture
            at = [(1.05 * x, 1.05 * y) for x, y in at]
        for one, other in pairs:
            (x1, y1), (x2, y2) = at[one], at[other]
            long = math.hypot(x2 - x1, y2 - y1)
            for node, (x, y) in enumerate(at):
                if node in (one, other):
                    continue
                along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / long
                off = ((y - y1) * (x2 - x1) - (x - x1) * (y2 - y1)) / long
                lack = sizes[node] + 8 - abs(off)
                if lack <= 4 or not 0 < along < long:
                    continue
                moved = True
                step = math.copysign(0.4 * lack + 0.5, off or 1.0)
                at[node] = (x - step * (y2 - y1) / long, y + step * (x2 - x1) / long)
        if not moved:
            break
        at = _apart(at, room)
    return at


def _apart(points: Sequence[Point], room: Sequence[Box]) -> list[Point]:
    """Push overlapping boxes apart; where that does not settle, give the whole cloud more space and go on."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    wide, high = 2 * max(box.width for box in room), 2 * max(box.height for box in room)
    rounds = 0
    while True:
        rounds += 1
        moved = False
        cells: dict[tuple[int, int], list[int]] = {}
        for here in range(len(room)):
            column, row = int(xs[here] // wide), int(ys[here] // high)
            for dx in (-1, 0, 1):
                for dy in (-1, 0, 1):
                    for there in cells.get((column + dx, row + dy), ()):
                        x, y = xs[here] - xs[there], ys[here] - ys[there]
                        over_x = room[here].width + room[there].width - abs(x)
                        over_y = room[here].height + room[there].height - abs(y)
                        if over_x <= 0.2 or over_y <= 0.2:  # 0.2: rounding to 0.1 may not bring it back
                            continue
                        moved = True
                        if over_x < over_y:
                            step = math.copysign(over_x / 2 + 0.2, x)
                            xs[here], xs[there] = xs[here] + step, xs[there] - step
                        else:
                            step = math.copysign(over_y / 2 + 0.2, y)
                            ys[here], ys[there] = ys[here] + step, ys[there] - step
            cells.setdefault((column, row), []).append(here)
        if not moved:
            return list(zip(xs, ys, strict=True))
        if rounds % 40 == 0:
            xs, ys = [1.1 * x for x in xs], [1.1 * y for y in ys]


def _grid(nodes: Sequence[Any], boxes: Mapping[Any, Box]) -> dict[Any, Point]:
    # A fifth more than each needs: a map of many parts is drawn smaller than 1:1, its names are not.
    wide = 2.4 * max(boxes[node].width for node in nodes)
    high = 2.4 * max(boxes[node].height for node in nodes)
    columns = max(1, round(math.sqrt(len(nodes) * 2.4 * high / wide)))
    return {node: (number % columns * wide, number // columns * high) for number, node in enumerate(nodes)}


def _frame(points: Sequence[Point]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), max(xs), min(ys), max(ys)


def _shelves(blocks: Sequence[dict[Any, Point]], boxes: Mapping[Any, Box]) -> dict[Hashable, Point]:
    """Stand the blocks in rows; of the row lengths tried, the one that comes nearest to 16:10 with least space wins."""
    frames = []
    for block in blocks:
        corners = [
            (x + s * boxes[node].width, y + s * boxes[node].height) for node, (x, y) in block.items() for s in (-1, 1)
        ]
        frames.append(_frame(corners))
    sizes = [(right - left, bottom - top) for left, right, top, bottom in frames]
    if not sizes:
        return {}
    total = sum(width + GAP for width, _ in sizes)
    widest = max(width for width, _ in sizes)
    tries = sorted({widest, *(widest + (total - widest) * step / 24 for step in range(1, 25))})
    rows, wide, high = min((_rows(sizes, limit) for limit in tries), key=lambda found: _cost(found[1], found[2]))
    placed: dict[Hashable, Point] = {}
    for block, (left, _, top, _), (x, y) in zip(blocks, frames, rows, strict=True):
        for node, (px, py) in block.items():
            placed[node] = (_tenth(px - left + x - wide / 2), _tenth(py - top + y - high / 2))
    return placed


def _rows(sizes: Sequence[tuple[float, float]], limit: float) -> tuple[list[Point], float, float]:
    """Stand blocks in centred rows no longer than `limit`, lower ones stacked beside a high one."""
    corners: list[Point] = []
    # Corner of the next block, width of its column; upper edge and height of its row.
    x = y = across = top = row = 0.0
    rows: list[list[int]] = []
    for number, (width, height) in enumerate(sizes):
        if rows and y + height <= top + row and x + max(width, across) <= limit:
            across = max(across, width)
        elif rows and height <= row and x + across + GAP + width <= limit:
            x, y, across = x + across + GAP, top, width
        else:
            top = top + row + GAP if rows else 0.0
            x, y, across, row = 0.0, top, width, height
            rows.append([])
        rows[-1].append(number)
        corners.append((x, y))
        y += height + GAP
    ends = [max(corners[number][0] + sizes[number][0] for number in members) for members in rows]
    wide = max(ends)
    for members, end in zip(rows, ends, strict=True):
        for number in members:
            corners[number] = (corners[number][0] + (wide - end) / 2, corners[number][1])
    return corners, wide, top + row


def _cost(wide: float, high: float) -> float:
    """Length of the side of the 16:10 frame that holds it: what decides how small everything is drawn."""
    return max(wide / ASPECT, high)


def _tenth(value: float) -> float:
    return round(value, 1) + 0.0  # + 0.0 turns -0.0 into 0.0
