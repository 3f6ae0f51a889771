"""Network → positions: where each organisation, and each engagement, stands on the map.

The two countries have a half of the picture each, whatever is neither stands between them, and nothing crosses: that is
enforced, not hoped for. A force layout says who stands near whom; its cloud is then evened out, so that the frame of
about 16:10 is filled and every mark has room. What has no tie stands in a block of its own underneath.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pcgraph.viz import overlap

if TYPE_CHECKING:
    import networkx

Point = tuple[float, float]

ASPECT = 1.6
CELL = 72.0 * 60.0  # area for one mark
EVEN = 0.74  # how far the cloud is evened out: 0 = as the forces leave it, 1 = the same room for everything
FINE = 1500  # above this many marks the evening out is complete, which needs no pushing apart
NAME = 6.0  # room for the name of a mark, times the root of its number of neighbours
GRID = 900  # above this many marks the force layout works on a grid
PULL = 0.5  # how strongly a country draws its organisations to its side, in ties; less in a large cloud
TETHER = 0.12  # how strongly what hangs together is drawn to the middle, in ties: nothing flies away
LATE = ("UnnamedParty", "Group")  # kinds that come after all others: they are drawn only when asked for


def positions(
    graph: networkx.Graph | networkx.MultiDiGraph,
    *,
    seed: int = 7,
    sides: Sequence[str] = (),
    previous: Mapping[Any, Point] | None = None,
) -> dict[Any, Point]:
    """Give every node a place, the same on every run.

    Parameters
    ----------
    graph
        Any NetworkX graph; directions are not looked at. Read from a node, where present: ``size`` (radius, pixels at
        scale 1, else 16), ``kind`` and ``country`` (compared with `sides`).
    seed
        Seed of the starting positions.
    sides
        Two countries, left and right.
    previous
        Places from an earlier run. What has one keeps it exactly; the others are put where room is near their
        neighbours.

    Returns
    -------
    dict
        node → (x, y) in pixels at scale 1, rounded to 0.1, y downwards. With two sides, the first stands at x < 0, the
        second at x > 0; nodes of neither stand around x = 0. No two nodes overlap at their sizes. Nodes without ties
        stand below all others. The order is that of the sorted nodes.

    Notes
    -----
    Fruchterman–Reingold of igraph; two nodes attract each other by the number of ties between them. Nodes are sorted
    first, so the order of insertion changes nothing.

    Examples
    --------
    >>> import networkx
    >>> positions(networkx.Graph())
    {}
    >>> positions(networkx.empty_graph(["id:huawei"]))
    {'id:huawei': (0.0, 0.0)}
    """
    band = {node: _side(data.get("country"), sides) for node, data in graph.nodes(data=True)}
    return _place(graph, band, seed, previous)


def engagement_positions(
    graph: networkx.Graph,
    *,
    seed: int = 7,
    sides: Sequence[str] = (),
    previous: Mapping[Any, Point] | None = None,
) -> dict[Any, Point]:
    """Place engagements between their parties: agents of the two countries to the left and right, engagements between.

    Parameters
    ----------
    graph
        Edges join an engagement and a party of it. Nodes with a true ``engagement`` are the engagements; the other
        attributes are those of :func:`positions`, and so are the other parameters.

    Returns
    -------
    dict
        As :func:`positions`.

    Examples
    --------
    >>> import networkx
    >>> graph = networkx.Graph([("id:mou", "id:huawei"), ("id:mou", "id:ntc")])
    >>> graph.nodes["id:mou"]["engagement"] = True
    >>> graph.nodes["id:huawei"]["country"], graph.nodes["id:ntc"]["country"] = "id:china", "id:pakistan"
    >>> at = engagement_positions(graph, sides=("id:pakistan", "id:china"))
    >>> at["id:ntc"][0] < at["id:mou"][0] < at["id:huawei"][0]
    True
    """
    band = {
        node: 1 if data.get("engagement") else _side(data.get("country"), sides)
        for node, data in graph.nodes(data=True)
    }
    return _place(graph, band, seed, previous)


def _side(country: str | None, sides: Sequence[str]) -> int:
    """0 = left, 1 = between, 2 = right."""
    if len(sides) < 2 or country not in sides[:2]:
        return 1
    return 0 if country == sides[0] else 2


def _place(
    graph: networkx.Graph, band: Mapping[Any, int], seed: int, previous: Mapping[Any, Point] | None
) -> dict[Any, Point]:
    order = sorted(graph.nodes, key=str)
    ties = _ties(graph)
    beside: dict[Any, list[Any]] = {node: [] for node in order}
    for one, other in ties:
        beside[one].append(other)
        beside[other].append(one)
    radius = {node: float(graph.nodes[node].get("size") or overlap.SIZE) for node in order}
    kept = {node: previous[node] for node in order if node in previous} if previous else {}
    late = {node for node in order if graph.nodes[node].get("kind") in LATE and len(beside[node]) < 2}
    placed: dict[Any, Point] = dict(kept)
    if not kept:
        first = [node for node in order if beside[node] and node not in late]
        inside = {pair: count for pair, count in ties.items() if not late.intersection(pair)}
        placed = _cloud(first, inside, band, radius, seed)
    # Those with most neighbours in place come first: they know best where they belong.
    rest = [node for node in order if node not in placed and beside[node]]
    rest.sort(key=lambda node: (node in late, -sum(there in placed for there in beside[node]), str(node)))
    overlap.beside(rest, beside, band, radius, placed)
    alone = [node for node in order if node not in placed]
    alone.sort(key=lambda node: graph.nodes[node].get("kind") in LATE)  # in one piece while those are not drawn
    overlap.below(alone, band, radius, placed)
    return {node: placed[node] for node in order}


def _ties(graph: networkx.Graph) -> Counter[tuple[Any, Any]]:
    """(node, node), the lesser first → number of ties; a tie of a node with itself moves nothing."""
    pairs = ((one, other) if str(one) < str(other) else (other, one) for one, other in graph.edges())
    return Counter(pair for pair in pairs if pair[0] != pair[1])


def _cloud(
    part: Sequence[Any],
    ties: Mapping[tuple[Any, Any], int],
    band: Mapping[Any, int],
    radius: Mapping[Any, float],
    seed: int,
) -> dict[Any, Point]:
    if not part:
        return {}
    index = {node: number for number, node in enumerate(part)}
    pairs = sorted((index[one], index[other], count) for (one, other), count in ties.items())
    bands = [band[node] for node in part]
    raw = _forces(pairs, bands, seed)
    if len(set(bands)) == 1:
        raw = _level(raw)
    sizes = [radius[node] for node in part]
    points = _even(raw, bands, max(CELL, (2.5 * max(sizes)) ** 2 if len(part) > FINE else 0.0))
    if len(part) <= FINE:
        # What has many ties gets more room: its name is among the first to be written.
        tied = Counter(end for one, other, _ in pairs for end in (one, other))
        wide = [size + NAME * math.sqrt(max(tied[number] - 3, 0)) for number, size in enumerate(sizes)]
        points = overlap.apart(points, wide, bands)
        if len(part) * len(pairs) <= overlap.CLEARED:
            points = overlap.clear(points, sizes, wide, bands, [(one, other) for one, other, _ in pairs])
    middle = (min(y for _, y in points) + max(y for _, y in points)) / 2
    across = 0.0
    if len(set(bands)) == 1:
        across = (min(x for x, _ in points) + max(x for x, _ in points)) / 2
    return {node: overlap.tenths(x - across, y - middle) for node, (x, y) in zip(part, points, strict=True)}


def _forces(pairs: Sequence[tuple[int, int, int]], bands: Sequence[int], seed: int) -> list[Point]:
    import igraph  # 0.1 s: only who draws pays for it

    many = len(bands)
    # igraph's grid, used from 1,000 nodes on, covers the root of their number; outside of it everything is slow.
    spread = math.sqrt(many) * (0.25 if many > GRID else 1.0)
    edges = [(one, other) for one, other, _ in pairs]
    weights = [1.0 + math.log2(count) for *_, count in pairs]
    shuffle = random.Random(seed)
    start = [
        [shuffle.uniform(-spread, spread) + (side - 1) * spread, shuffle.uniform(-spread, spread)] for side in bands
    ]
    # Unseen nodes, nailed down: one to the left, one to the right, each tied to the organisations of its country, and
    # one in the middle, tied to one member of each component.
    for side, pull in ((0, PULL), (2, PULL)):
        members = [number for number, own in enumerate(bands) if own == side]
        edges += [(member, len(start)) for member in members]
        weights += [pull * min(1.0, math.sqrt(30 / many))] * len(members)
        start.append([(side - 1) * 1.6 * spread, 0.0])
    tethered = [members[0] for members in igraph.Graph(n=many, edges=edges[: len(pairs)]).connected_components()]
    edges += [(member, len(start)) for member in tethered]
    weights += [TETHER] * len(tethered)
    start.append([0.0, 0.0])
    nailed = [(start[number] if number >= many else None) for number in range(len(start))]
    bounds = {
        name: [nail[axis] if nail else sign * 1e6 for nail in nailed]
        for name, axis, sign in (("minx", 0, -1), ("maxx", 0, 1), ("miny", 1, -1), ("maxy", 1, 1))
    }
    net = igraph.Graph(n=len(start), edges=edges)
    rounds = 600 if many <= FINE else 200 if many <= 30_000 else 100
    igraph.set_random_number_generator(random.Random(seed))
    try:
        layout = net.layout_fruchterman_reingold(
            weights=weights,
            niter=rounds,
            seed=start,
            grid=many > GRID,
            **bounds,
        )
    finally:
        igraph.set_random_number_generator(random)
    return [(float(x), float(y)) for x, y in layout.coords[:many]]


def _level(points: Sequence[Point]) -> list[Point]:
    """Turn the long axis of the cloud to the horizontal: screens are wider than high."""
    cx, cy = (sum(axis) / len(points) for axis in zip(*points, strict=True))
    xx = sum((x - cx) ** 2 for x, _ in points)
    yy = sum((y - cy) ** 2 for _, y in points)
    xy = sum((x - cx) * (y - cy) for x, y in points)
    angle = 0.5 * math.atan2(2 * xy, xx - yy)
    cos, sin = math.cos(angle), math.sin(angle)
    return [((x - cx) * cos + (y - cy) * sin, (y - cy) * cos - (x - cx) * sin) for x, y in points]


def _even(points: Sequence[Point], bands: Sequence[int], cell: float) -> list[Point]:
    """Fill the frame: three bands side by side, each as wide as it has members, each filled evenly."""
    high = math.sqrt(cell * len(points) / ASPECT)
    members = [[number for number, own in enumerate(bands) if own == side] for side in range(3)]
    wide = [cell * len(group) / high for group in members]
    left = -wide[1] / 2 - wide[0]
    share = 1.0 if len(points) > FINE else EVEN
    found: list[Point] = [(0.0, 0.0)] * len(points)
    for group, width in zip(members, wide, strict=True):
        if group:
            frame = (left, left + width, -high / 2, high / 2)
            slots = _slots(points, group, frame)
            for number, (x, y) in zip(group, _scaled(points, group, frame), strict=True):
                sx, sy = slots[number]
                found[number] = (x + (sx - x) * share, y + (sy - y) * share)
        left += width
    return found


def _scaled(points: Sequence[Point], group: Sequence[int], frame: tuple[float, float, float, float]) -> list[Point]:
    """Stretch the cloud to the frame; the few that stand far out are held at its rim."""
    axes = []
    for axis, (low, high) in enumerate((frame[:2], frame[2:])):
        values = sorted(points[number][axis] for number in group)
        out = len(values) // 25
        near, far = values[out], values[-1 - out]
        scale = (high - low) / max(far - near, 1e-9)
        axes.append([min(max(low + (points[number][axis] - near) * scale, low), high) for number in group])
    return list(zip(axes[0], axes[1], strict=True))


def _slots(points: Sequence[Point], group: Sequence[int], frame: tuple[float, float, float, float]) -> dict[int, Point]:
    """Halve the frame again and again, the members shared out in order: each ends in a cell of its own."""
    found: dict[int, Point] = {}
    todo = [(list(group), *frame)]
    while todo:
        here, left, right, top, bottom = todo.pop()
        if len(here) == 1:
            found[here[0]] = ((left + right) / 2, (top + bottom) / 2)
            continue
        axis = 0 if right - left >= bottom - top else 1
        here.sort(key=lambda number: (points[number][axis], number))
        half = len(here) // 2
        share = half / len(here)
        if axis == 0:
            cut = left + (right - left) * share
            todo += [(here[:half], left, cut, top, bottom), (here[half:], cut, right, top, bottom)]
        else:
            cut = top + (bottom - top) * share
            todo += [(here[:half], left, right, top, cut), (here[half:], left, right, cut, bottom)]
    return found
