"""A network as a static SVG picture, for notebooks, papers and mail, where the page's scripts do not run.

Marks, colours, dashes and positions are those of the page. The picture refers to no font file, script, style sheet or
address, so it looks the same everywhere, and the same network gives the same bytes.
"""

from __future__ import annotations

import base64
import html
import math
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pcgraph.errors import LimitError, UsageError
from pcgraph.model.entities import Entity, countries, shortest
from pcgraph.model.namespaces import PCG, local
from pcgraph.model.text import counted
from pcgraph.store.files import checked_suffix, replacing
from pcgraph.viz.style import OTHER_SHAPE, SETS, SHAPES, tone
from pcgraph.viz.svg import (
    FONT,
    LEGEND,
    Area,
    Item,
    Mark,
    clean,
    colours,
    dashed,
    draw_legend,
    draw_names,
    escaped,
    glyph,
    tie_path,
    wrap_name,
)

if TYPE_CHECKING:
    import networkx as nx

MOST_TIES = 5000  # above this, a picture is unreadable; the page can be filtered and zoomed
LARGEST = 24  # organisations that a picture shows at first sight, as many as the page opens with
LEAST = (480, 240)  # smallest width and height at which a network beside its legend is readable


def svg(
    network: nx.Graph | nx.MultiDiGraph,
    entities: Mapping[str, Entity] | None = None,
    *,
    width: int = 960,
    height: int = 600,
    sizes: Mapping[Any, float | None] | None = None,
    words: Mapping[str, str] | None = None,
    sides: Sequence[str] = (),
    note: str = "",
) -> str:
    """Draw a network, with a note below it.

    >>> import networkx
    >>> svg(networkx.Graph([("a", "b")])).splitlines()[1]
    '<title>Network of 2 nodes and 1 tie</title>'
    """
    if width < LEAST[0] or height < LEAST[1]:
        raise UsageError(
            f"picture: {width} by {height} is too small; expected at least {LEAST[0]} by {LEAST[1]}; set a larger size"
        )
    if network.number_of_edges() > MOST_TIES:
        raise LimitError(
            f"picture: {network.number_of_edges()} ties; expected at most {MOST_TIES}; "
            "select fewer relations or use the map"
        )
    entities, words = entities or {}, words or {}
    lands, number = countries((country for _, country in network.nodes(data="country")), sides)
    marks = _marks(network, entities, dict(network.degree()) if sizes is None else sizes, lands[:number])
    legend, high = draw_legend(_groups(network, marks, entities, words, lands))
    frame = Area(LEGEND, 0, width, max(height, high))
    _place(network, marks, frame, lands[:number])
    undirected = network.to_undirected(as_view=True)
    near = {node: sorted(set(undirected[node]) - {node}, key=str) for node in marks}
    size = f"{width} {frame.bottom}"
    ink, paper = colours()["ink"], colours()["paper"]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{width}" height="{frame.bottom}" '
        f'viewBox="0 0 {size}" font-family="Noto Sans, Helvetica, Arial, sans-serif" font-size="{FONT}" '
        f'fill="{ink}">',
        f"<title>Network of {counted(len(marks), 'node')} and {counted(network.number_of_edges(), 'tie')}</title>",
        f"<desc>{escaped(_description(network, marks, words))}</desc>",
        f'<rect width="{width}" height="{frame.bottom}" fill="{paper}"/>',
        *_lines(network, marks, words),
        *map(_mark, marks.values()),
        *draw_names(marks, near, frame),
        *legend,
        "</svg>",
    ]
    if note:
        at = f'x="{width - 16}" y="{frame.bottom - 14}" text-anchor="end" fill="{colours()["soft"]}"'
        parts.insert(-1, f"<text {at}>{escaped(note)}</text>")
    if not marks:
        parts.insert(-1, '<text x="50%" y="50%" text-anchor="middle">No node and no tie to draw.</text>')
    return "\n".join(parts)


def largest(
    network: nx.Graph, most: int | None, sizes: Mapping[Any, float | None] | None = None, measure: str = "partners"
) -> tuple[nx.Graph, str]:
    """Return the part of a network that can be read: the largest organisations with ties among them, and a note.

    An engagement of the projection ``bipartite`` stays if two of these take part in it.

    >>> import networkx
    >>> part, note = largest(networkx.star_graph(["hub", "a", "b", "c"]), 3)
    >>> list(part), note
    (['hub', 'a', 'b'], '3 of 4 nodes, the largest by partners; 2 of 3 ties')
    """
    if most is not None and most < 1:
        raise UsageError(f"picture: most {most}: too few; expected 1 or more, or None for all; omit it for {LARGEST}")
    if most is None or network.number_of_nodes() <= most:
        return network, ""
    near = network.to_undirected(as_view=True)
    known = {node: len(near[node]) for node in near} if sizes is None else sizes
    works = {node for node, side in network.nodes(data="side") if side == "engagement"}
    agents = {*network} - works or {*network}
    kept = {*sorted(agents, key=lambda node: (-(known.get(node) or 0), str(node)))[:most]}
    kept |= {node for node in works - agents if len({*near[node]} & kept) > 1}
    part = network.subgraph(kept)
    part = part.subgraph([node for node, ties in part.degree() if ties]) if part.number_of_edges() else part
    nodes, ties = (
        f"{one} of {counted(all_, what)}"
        for one, all_, what in (
            (part.number_of_nodes(), network.number_of_nodes(), "node"),
            (part.number_of_edges(), network.number_of_edges(), "tie"),
        )
    )
    return part, f"{nodes}, the largest by {measure}; {ties}"


class Drawing:
    """A network as a static picture. Notebooks display it, `save` writes it to a file, and `svg` holds its text.

    The parameters and errors are those of `pcgraph.viz.network_picture.svg`, and so is the cost.

    >>> import networkx
    >>> Drawing(networkx.path_graph(3))
    Drawing(3 nodes, 2 ties)
    """

    def __init__(
        self, network: nx.Graph | nx.MultiDiGraph, entities: Mapping[str, Entity] | None = None, **options: Any
    ) -> None:
        self.svg = svg(network, entities, **options)
        counts = f"{counted(network.number_of_nodes(), 'node')}, {counted(network.number_of_edges(), 'tie')}"
        self._counts = options.get("note") or counts

    def save(self, path: str | Path) -> Path:
        """Write the picture to an SVG file (``.svg``) atomically and return the path.

        >>> import networkx
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     Drawing(networkx.path_graph(3)).save(f"{folder}/path.svg").name
        'path.svg'
        """
        with replacing(checked_suffix(path, ".svg")) as temporary:
            temporary.write_text(self.svg, encoding="utf-8")
        return Path(path)

    def _repr_svg_(self) -> str:
        return self.svg

    def __repr__(self) -> str:
        """Return the numbers of nodes and ties."""
        return f"Drawing({self._counts})"


def mime(page: str, picture: str, *, static: bool | None = None) -> dict[str, str]:
    """Return a map for a notebook: the page in a frame, and the picture for viewers that remove frames.

    >>> mime("<p>", "<svg/>", static=True)
    {'image/svg+xml': '<svg/>'}
    """
    if static is None:
        static = any(os.environ.get(name) for name in ("CI", "PCGRAPH_STATIC"))
    if static and picture:
        return {"image/svg+xml": picture}
    said = re.search(r"<title>(.*?)</title>", picture)
    image = base64.b64encode(picture.encode()).decode("ascii")
    frame = (
        '<iframe title="Partnership network" sandbox="allow-scripts allow-downloads allow-popups" '
        f'style="width:100%;height:640px;border:0" srcdoc="{html.escape(page, quote=True)}"></iframe>'
    )
    fallback = (
        f'<details open><summary>Static picture</summary><img alt="{said[1] if said else ""}" '
        f'style="max-width:100%" src="data:image/svg+xml;base64,{image}"></details>'
    )
    return {"text/html": frame + (fallback if picture else "")}


def _order(edge: Sequence[Any]) -> tuple[str, ...]:
    return tuple(str(part) for part in edge if not isinstance(part, dict))


def _word(name: str, words: Mapping[str, str]) -> str:
    """Return the label of a class or relation, or else the words in its local name.

    >>> _word("signsWith", {}), _word("PublicBody", {})
    ('signs with', 'public body')
    """
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", local(name)).replace("-", " ").lower()
    return words.get(PCG + name) or spaced


def _marks(
    network: nx.Graph, entities: Mapping[str, Entity], sizes: Mapping[Any, float | None], sides: Sequence[str]
) -> dict[Any, Mark]:
    # a measure may be missing or infinite for a node
    value = {node: float(number) for node, number in sizes.items() if number is not None and 0 < number < math.inf}
    most = max(value.values(), default=1.0)
    marks = {}
    for node in sorted(network.nodes, key=str):
        data, thing = network.nodes[node], entities.get(node)
        name = clean(thing.label if thing else data.get("label") or node)
        kind, country = data.get("kind") or "", data.get("country") or ""
        marks[node] = Mark(
            name,
            wrap_name(clean(shortest(thing)) if thing else name),
            kind,
            country,
            SHAPES.get(kind, OTHER_SHAPE),
            sides.index(country) if country in sides else 2 if country else 3,
            9 + 9 * math.sqrt(value.get(node, 0.0) / most),
        )
    return marks


def _place(network: nx.Graph, marks: Mapping[Any, Mark], frame: Area, sides: Sequence[str]) -> None:
    """Set the positions of the marks: the layout of the page, scaled to the frame."""
    import networkx as nx

    from pcgraph.viz import layout

    drawn = nx.MultiGraph()
    for node, mark in marks.items():
        drawn.add_node(node, size=mark.radius, label=" ".join(mark.lines), country=mark.country)
    drawn.add_edges_from(edge[:2] for edge in sorted(network.edges(), key=_order))
    at = layout.positions(drawn, sides=sides)
    if not at:
        return
    (left, right), (top, bottom) = ((min(axis), max(axis)) for axis in zip(*at.values(), strict=True))
    inside = Area(frame.left + 76, frame.top + 44, frame.right - 76, frame.bottom - 58)
    wide, high = max(right - left, 1e-9), max(bottom - top, 1e-9)
    grow = min((inside.right - inside.left) / wide, (inside.bottom - inside.top) / high, 1.4)
    middle = (inside.left + inside.right) / 2, (inside.top + inside.bottom) / 2
    for node, (x, y) in at.items():
        marks[node].x = middle[0] + grow * (x - (left + right) / 2)
        marks[node].y = middle[1] + grow * (y - (top + bottom) / 2)
        marks[node].radius *= min(grow, 1.0)


def _description(network: nx.Graph, marks: Mapping[Any, Mark], words: Mapping[str, str]) -> str:
    """Describe the picture in words, for readers who cannot see it."""
    kinds = Counter(data["relation"] for *_, data in network.edges(data=True) if data.get("relation"))
    degrees = sorted(network.degree(), key=lambda pair: (-pair[1], str(pair[0])))[:5]
    sentences = {
        "Ties": ", ".join(f"{_word(name, words)} {number}" for name, number in sorted(kinds.items())),
        "Most ties": ", ".join(f"{marks[node].name} {number}" for node, number in degrees),
    }
    return " ".join(f"{what}: {values}." for what, values in sentences.items() if values)


def _mark(mark: Mark) -> str:
    about = ", ".join(filter(None, (mark.name, _word(mark.kind, {}), _word(mark.country, {}))))
    return f"<g><title>{escaped(about)}</title>{glyph(mark.shape, mark.side, mark.x, mark.y, mark.radius)}</g>"


def _tones(network: nx.Graph) -> dict[str, int]:
    names = sorted({data["relation"] for *_, data in network.edges(data=True) if data.get("relation")})
    return {name: tone(local(name)) for name in names}


def _weight(data: Mapping[str, Any]) -> float:
    """Return the weight shown by the width of a tie; 0 if the tie is a single relation or has no weight."""
    weight = data.get("weight")
    known = isinstance(weight, int | float) and not data.get("relation") and 0 < weight < math.inf
    return float(weight) if known else 0.0  # type: ignore[arg-type]


def _width(data: Mapping[str, Any], most: float) -> float:
    if most and not data.get("relation"):
        return 0.8 + 3.7 * _weight(data) / most
    return 1.6 + 0.9 * min(max(len(data.get("sources") or ()) - 1, 0), 4)


def draw_ties(network: nx.Graph) -> Iterator[tuple[Any, Any, dict[str, Any], float, str, float]]:
    """Yield the ties in a fixed order: two nodes, attributes, place beside parallel ties (-½ and ½), colour, width."""
    ties = sorted(network.edges(data=True, **({"keys": True} if network.is_multigraph() else {})), key=_order)
    tones, most = _tones(network), max((_weight(tie[-1]) for tie in ties), default=0.0)
    pairs = Counter(frozenset(tie[:2]) for tie in ties)
    drawn: Counter[frozenset[Any]] = Counter()
    for one, other, *_, data in ties:
        pair = frozenset((one, other))
        place = (drawn[pair] - (pairs[pair] - 1) / 2) * (-1 if str(one) > str(other) else 1)
        drawn[pair] += 1
        colour = colours()[f"tone-{tones.get(data.get('relation', ''), 0)}"]
        yield one, other, data, place, colour, _width(data, most)


def _lines(network: nx.Graph, marks: Mapping[Any, Mark], words: Mapping[str, str]) -> list[str]:
    out = []
    for one, other, data, place, colour, width in draw_ties(network):
        arrow = network.is_directed() and not data.get("symmetric", False)
        path, head = tie_path(marks[one], marks[other], 18 * place, arrow)
        verb = _word(data["relation"], words) if data.get("relation") else "–"
        about = ", ".join(f"{data[name]}" for name in ("label", "status", "date") if data.get(name))
        if _weight(data):
            about = f"weight {_weight(data):.3g}"
        said = f"{marks[one].name} {verb} {marks[other].name}{f': {about}' if about else ''}"
        out.append(
            f'<g><title>{escaped(said)}</title><path d="{path}" fill="none" stroke="{colour}" '
            f'stroke-width="{width:.1f}" stroke-opacity="0.85"{dashed(data.get("status_set", ""))}/>'
            + (f'<path d="{head}" fill="{colour}"/></g>' if head else "</g>")
        )
    return out


def _groups(
    network: nx.Graph,
    marks: Mapping[Any, Mark],
    entities: Mapping[str, Entity],
    words: Mapping[str, str],
    order: Sequence[str],
) -> list[tuple[str, list[Item]]]:
    """Return the groups of the legend: the values that occur and their counts; countries in this order."""
    edges = [data for *_, data in network.edges(data=True)]
    relations = Counter(data["relation"] for data in edges if data.get("relation"))
    sets = Counter(data["status_set"] for data in edges if data.get("status_set") in SETS)
    lands, kinds = Counter(m.country for m in marks.values()), Counter(m.kind for m in marks.values())
    weights = sorted({_weight(data) for data in edges} - {0.0})
    tones, sides = _tones(network), {m.country: m.side for m in marks.values()}

    def pen(tone: str, more: str = ' stroke-width="2"') -> Any:
        return lambda y: f'<path d="M20,{y}H48" fill="none" stroke="{colours()[tone]}"{more}/>'

    def mark(shape: str, side: int | None) -> Any:
        return lambda y: glyph(shape, side, 34, y, 6)

    def country(slug: str) -> str:
        return entities[slug].label if slug in entities else _word(slug, {}) or "not stated"

    ties = [(_word(name, words), str(relations[name]), pen(f"tone-{tones[name]}")) for name in sorted(relations)]
    progress = [(SETS[s], str(sets[s]), pen("soft", f' stroke-width="2"{dashed(s)}')) for s in SETS if sets[s]]
    ordered = [*order, *([""] if lands[""] else [])]
    places = [(country(c), str(lands[c]), mark("circle", sides[c])) for c in ordered if any(ordered)]
    shapes = {kind: mark(SHAPES.get(kind, OTHER_SHAPE), None) for kind in sorted(kinds) if any(kinds)}
    forms = [(_word(kind, words) or "not stated", str(kinds[kind]), shape) for kind, shape in shapes.items()]
    widths = [
        (f"{weight:.3g}", "", pen("tone-0", f' stroke-width="{_width({"weight": weight}, weights[-1]):.1f}"'))
        for weight in dict.fromkeys([*weights[:1], *weights[-1:]])
    ]
    return [("Tie", ties), ("Progress", progress), ("Weight of a tie", widths), ("Country", places), ("Kind", forms)]
