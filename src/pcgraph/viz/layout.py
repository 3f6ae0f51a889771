"""Positions of organisations and engagements on the map, computed from a network.

Each of the two countries has one half of the picture, and everything else is between them; this is enforced. A force
layout decides who is near whom. The result is then evened out, so that it fills a frame of about 16:10 and every mark
has room. Nodes without ties are placed in a block below.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from pcgraph.store.memo import Memo, checksum, program
from pcgraph.viz import overlap

if TYPE_CHECKING:
    import networkx

Point = tuple[float, float]

ASPECT = 1.6
SEED = 7  # of the positions from which the force layout starts
CELL = 72.0 * 60.0  # area for one mark, in square pixels
EVEN = 0.74  # how far the layout is evened out: 0 = not at all, 1 = the same room for every mark
FINE = 1500  # above this many marks the layout is evened out completely, so no overlap removal is needed
NAME = 6.0  # room for the name of a mark, times the square root of its number of neighbours
SLOW = 200  # marks from which on the layout is kept between runs: then it takes seconds
GRID = 900  # above this many marks, forces between all pairs are computed on a grid
CELLS = 128  # of the grid, along each side
PULL = 0.5  # attraction of organisations to their country's side, in ties; weaker in a large network
TETHER = 0.12  # attraction of each component to the centre, in ties, so that none drifts away
LATE = ("UnnamedParty", "Group")  # kinds placed after all others, because the page shows them only on request


def positions(
    graph: networkx.Graph | networkx.MultiDiGraph,
    *,
    sides: Sequence[str] = (),
    previous: Mapping[Any, Point] | None = None,
) -> dict[Any, Point]:
    """Return a position for every node, the same on every run; nodes marked as engagements are between the sides.

    >>> import networkx
    >>> positions(networkx.Graph())
    {}
    >>> graph = networkx.Graph([("id:mou", "id:lumen"), ("id:mou", "id:office")])
    >>> graph.nodes["id:mou"]["engagement"] = True
    >>> graph.nodes["id:lumen"]["country"], graph.nodes["id:office"]["country"] = "id:eastmark", "id:westmark"
    >>> at = positions(graph, sides=("id:westmark", "id:eastmark"))
    >>> at["id:office"][0] < at["id:mou"][0] < at["id:lumen"][0]
    True
    """
    band = {
        node: 1 if data.get("engagement") else _side(data.get("country"), sides)
        for node, data in graph.nodes(data=True)
    }
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
        placed = _connected_positions(first, inside, band, radius)
    # Nodes with the most placed neighbours come first, because their position is the best determined.
    rest = [node for node in order if node not in placed and beside[node]]
    rest.sort(key=lambda node: (node in late, -sum(there in placed for there in beside[node]), str(node)))
    overlap.place_near_neighbours(rest, beside, band, radius, placed)
    alone = [node for node in order if node not in placed]
    # these kinds last, so that the block has no gaps while they are hidden
    alone.sort(key=lambda node: graph.nodes[node].get("kind") in LATE)
    overlap.place_unconnected(alone, band, radius, placed)
    return {node: placed[node] for node in order}


def _side(country: str | None, sides: Sequence[str]) -> int:
    """Return the band of a country: 0 = left, 1 = between, 2 = right."""
    if len(sides) < 2 or country not in sides[:2]:
        return 1
    return 0 if country == sides[0] else 2


def _ties(graph: networkx.Graph) -> Counter[tuple[Any, Any]]:
    """Return (node, node), in sorted order → number of ties; self-loops are omitted: they do not affect the layout."""
    pairs = ((one, other) if str(one) < str(other) else (other, one) for one, other in graph.edges())
    return Counter(pair for pair in pairs if pair[0] != pair[1])


def _connected_positions(
    part: Sequence[Any],
    ties: Mapping[tuple[Any, Any], int],
    band: Mapping[Any, int],
    radius: Mapping[Any, float],
) -> dict[Any, Point]:
    if not part:
        return {}
    index = {node: number for number, node in enumerate(part)}
    pairs = sorted((index[one], index[other], count) for (one, other), count in ties.items())
    bands, sizes = [band[node] for node in part], [radius[node] for node in part]
    if len(part) < SLOW:
        return dict(zip(part, _computed(pairs, bands, sizes), strict=True))
    key = checksum(program(), repr((pairs, bands, sizes)))
    with Memo() as memo:  # a change of a word moves nothing
        if (points := memo.get(key)) is None:
            points = memo.added[key] = _computed(pairs, bands, sizes)
    return {node: (x, y) for node, (x, y) in zip(part, points, strict=True)}


def _computed(pairs: Sequence[tuple[int, int, int]], bands: Sequence[int], sizes: Sequence[float]) -> list[Point]:
    """Return the positions of nodes that are given by their numbers."""
    raw = _forces(pairs, bands)
    if len(set(bands)) == 1:
        raw = _rotate_to_horizontal(raw)
    points = _even_out(raw, bands, max(CELL, (2.5 * max(sizes)) ** 2 if len(sizes) > FINE else 0.0))
    if len(sizes) <= FINE:
        # Nodes with many ties get more room, because their names are written first.
        tied = Counter(end for one, other, _ in pairs for end in (one, other))
        wide = [size + NAME * math.sqrt(max(tied[number] - 3, 0)) for number, size in enumerate(sizes)]
        points = overlap.separate(points, wide, bands)
        if len(sizes) * len(pairs) <= overlap.CLEARED:
            points = overlap.move_off_lines(points, sizes, wide, bands, [(one, other) for one, other, _ in pairs])
    middle = (min(y for _, y in points) + max(y for _, y in points)) / 2
    across = 0.0
    if len(set(bands)) == 1:
        across = (min(x for x, _ in points) + max(x for x, _ in points)) / 2
    return [overlap.round_position(x - across, y - middle) for x, y in points]


def _forces(pairs: Sequence[tuple[int, int, int]], bands: Sequence[int]) -> list[Point]:
    """Return where the nodes come to rest: all push each other away, as 1/distance, and ties pull, as its square."""
    import numpy as np  # slow imports, needed only for drawing
    from scipy import sparse

    many = len(bands)
    spread = math.sqrt(many)
    edges = [(one, other) for one, other, _ in pairs]
    weights = [1.0 + math.log2(count) for *_, count in pairs]
    shuffle = random.Random(SEED)
    start = [
        [shuffle.uniform(-spread, spread) + (side - 1) * spread, shuffle.uniform(-spread, spread)] for side in bands
    ]
    tied = sparse.coo_array((np.ones(len(edges)), np.array(edges, int).reshape(-1, 2).T), shape=(many, many))
    first = np.unique(sparse.csgraph.connected_components(tied, directed=False)[1], return_index=True)[1]
    # Three invisible fixed nodes: one on the left and one on the right, each tied to the organisations of its country,
    # and one in the centre, tied to one member of each component.
    for side, pull in ((0, PULL), (2, PULL)):
        members = [number for number, own in enumerate(bands) if own == side]
        edges += [(member, len(start)) for member in members]
        weights += [pull * min(1.0, math.sqrt(30 / many))] * len(members)
        start.append([(side - 1) * 1.6 * spread, 0.0])
    edges += [(member, len(start)) for member in first.tolist()]
    weights += [TETHER] * len(first)
    start.append([0.0, 0.0])
    at, strong = np.array(start), np.array(weights)[:, None]
    one, other = np.array(edges).T
    ends = np.arange(len(edges))
    into = sparse.coo_array(
        (np.repeat((-1.0, 1.0), len(edges)), (np.append(one, other), np.append(ends, ends)))
    ).tocsr()
    repel = _repel_on_grid if many > GRID else _repel
    rounds = 600 if many <= FINE else 200 if many <= 30_000 else 100
    for done in range(rounds):
        apart = at[one] - at[other]
        push = repel(at) + into @ (apart * np.sqrt((apart**2).sum(axis=1, keepdims=True)) * strong)
        far = np.sqrt((push**2).sum(axis=1, keepdims=True))
        heat = math.sqrt(len(start)) / 10 * (1 - done / rounds)  # the longest step, shorter in each round
        at[:many] += (push * np.minimum(1.0, heat / np.maximum(far, 1e-9)))[:many]
    return [(x, y) for x, y in at[:many].tolist()]


def _repel(at: Any) -> Any:
    """Return the push of all others on each node: the sum of 1/distance, away from them."""
    import numpy as np

    x, y = np.ascontiguousarray(at.T, np.float32)
    across, down = x[:, None] - x, y[:, None] - y
    near = across * across
    near += down * down
    near += np.float32(1e-9)
    np.divide(np.float32(1), near, out=near)
    return np.column_stack([np.einsum("ij,ij->i", along, near) for along in (across, down)])


def _repel_on_grid(at: Any) -> Any:
    """Return the push of all others on each node as the field of a grid, over which each node is spread.

    The field is a convolution, which Fourier transforms compute (Hockney and Eastwood 1988).
    """
    import numpy as np
    from scipy import fft

    low = at.min(axis=0)
    step = (at.max(axis=0) - low).max() / (CELLS - 2)
    place, part = np.divmod((at - low) / step, 1)
    corners = [
        ((place + corner).astype(int) @ (2 * CELLS, 1), abs(1 - part - corner).prod(axis=1))
        for corner in ((0, 0), (0, 1), (1, 0), (1, 1))
    ]
    kernel = _kernel()
    cells, shares = (np.concatenate(column) for column in zip(*corners, strict=True))
    mass = np.bincount(cells, shares, kernel.size).reshape(kernel.shape)
    field = fft.ifft2(fft.fft2(mass) * kernel).ravel() / step
    push = sum(field[cell] * share for cell, share in corners)
    return np.column_stack([push.real, push.imag])


@cache
def _kernel() -> Any:
    """Return the transform of the push of a node at the corner of the grid on each cell; coordinates are complex."""
    import numpy as np
    from scipy import fft

    steps = fft.fftfreq(2 * CELLS, 1 / (2 * CELLS))
    offset = steps[:, None] + 1j * steps
    offset[0, 0] = np.inf
    return fft.fft2(1 / offset.conj())


def _rotate_to_horizontal(points: Sequence[Point]) -> list[Point]:
    """Rotate the layout so that its long axis is horizontal, because screens are wider than high."""
    cx, cy = (sum(axis) / len(points) for axis in zip(*points, strict=True))
    xx = sum((x - cx) ** 2 for x, _ in points)
    yy = sum((y - cy) ** 2 for _, y in points)
    xy = sum((x - cx) * (y - cy) for x, y in points)
    angle = 0.5 * math.atan2(2 * xy, xx - yy)
    cos, sin = math.cos(angle), math.sin(angle)
    return [((x - cx) * cos + (y - cy) * sin, (y - cy) * cos - (x - cx) * sin) for x, y in points]


def _even_out(points: Sequence[Point], bands: Sequence[int], cell: float) -> list[Point]:
    """Fill the frame: three bands side by side, each with a width proportional to its members and filled evenly."""
    high = math.sqrt(cell * len(points) / ASPECT)
    members = [[number for number, own in enumerate(bands) if own == side] for side in range(3)]
    wide = [cell * len(group) / high for group in members]
    left = -wide[1] / 2 - wide[0]
    share = 1.0 if len(points) > FINE else EVEN
    found: list[Point] = [(0.0, 0.0)] * len(points)
    for group, width in zip(members, wide, strict=True):
        if group:
            frame = (left, left + width, -high / 2, high / 2)
            slots = _cells(points, group, frame)
            for number, (x, y) in zip(group, _scaled(points, group, frame), strict=True):
                sx, sy = slots[number]
                found[number] = (x + (sx - x) * share, y + (sy - y) * share)
        left += width
    return found


def _scaled(points: Sequence[Point], group: Sequence[int], frame: tuple[float, float, float, float]) -> list[Point]:
    """Scale the layout to the frame; outliers are clamped to its edge."""
    axes = []
    for axis, (low, high) in enumerate((frame[:2], frame[2:])):
        values = sorted(points[number][axis] for number in group)
        out = len(values) // 25
        near, far = values[out], values[-1 - out]
        scale = (high - low) / max(far - near, 1e-9)
        axes.append([min(max(low + (points[number][axis] - near) * scale, low), high) for number in group])
    return list(zip(axes[0], axes[1], strict=True))


def _cells(points: Sequence[Point], group: Sequence[int], frame: tuple[float, float, float, float]) -> dict[int, Point]:
    """Assign each member a cell of its own by halving the frame and its members, in order, again and again."""
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
