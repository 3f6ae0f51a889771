"""A network as a `pyvis.network.Network`, styled as the page, which users change and save.

pyvis 0.3.2 needs some care: its own page asks a server for Bootstrap, a tooltip with the text "href" makes it show all
tooltips as HTML, and `add_edge` drops parallel ties of an undirected network.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pcgraph.errors import LimitError, UsageError
from pcgraph.model.entities import Entity, countries
from pcgraph.model.namespaces import local
from pcgraph.viz import network_picture as picture
from pcgraph.viz.style import DASHES
from pcgraph.viz.svg import Area, Mark, clean, colours

if TYPE_CHECKING:
    import networkx as nx
    from pyvis.network import Network

# vis-network lacks some shapes of the page: pentagon, octagon and cross are a star, a hexagon and a star.
SHAPES = {"circle": "dot", "blank": "dot", "drop": "triangleDown", "pentagon": "star", "octagon": "hexagon",
          "cross": "star"}  # fmt: skip
FRAME = Area(-50_000, -30_000, 50_000, 30_000)  # larger than any layout, so that names have room
LISTED = 5  # engagements or sources in a tooltip
PYVIS = "pyvis==0.3.2"  # as in pyproject.toml
BENT = 0.12  # how far parallel ties are bent, as a share of their length


def require_pyvis() -> None:
    """Raise `UsageError` if pyvis is not installed, as on a server; the message names a command that installs it."""
    if find_spec("pyvis") is None:
        raise UsageError(
            "page: pyvis, which draws it, is not installed; expected pyvis or the page of a build; "
            f"run  pip install {PYVIS} , or  pcgraph build  where pyvis is installed"
        )


def make_network(
    network: nx.Graph,
    entities: Mapping[str, Entity] | None = None,
    *,
    sizes: Mapping[Any, float | None] | None = None,
    measure: str = "ties",
    words: Mapping[str, str] | None = None,
    names: Mapping[Any, str] | None = None,
    sides: Sequence[str] = (),
) -> Network:
    """Return a network for pyvis with the colours, shapes, sizes, arrows and positions of the page.

    >>> import networkx
    >>> made = make_network(networkx.path_graph(["a", "b"]))
    >>> made.get_node("a")["label"], made.num_edges()
    ('a', 1)
    """
    ties = network.number_of_edges()
    if ties > picture.MOST_TIES:
        raise LimitError(
            f"pyvis: {ties} ties; expected at most {picture.MOST_TIES}; select fewer relations or use the map"
        )
    require_pyvis()
    from pyvis.edge import Edge
    from pyvis.network import Network

    entities, words, names = entities or {}, words or {}, names or {}
    values = dict(network.degree()) if sizes is None else dict(sizes)
    made = Network(height="700px", directed=network.is_directed(), cdn_resources="in_line", bgcolor=colours()["paper"])
    made.templateEnv = _templates(Path(made.template_dir))
    made.prep_notebook()  # so that show() works with its default, notebook=True
    made.toggle_physics(False)
    made.options.interaction.hover = True
    lands, number = countries((country for _, country in network.nodes(data="country")), sides)
    marks = picture._marks(network, entities, values, lands[:number])
    picture._place(network, marks, FRAME, lands[:number])
    for node, mark in marks.items():
        about = _about_node(mark, entities.get(node), words, measure, values.get(node))
        made.add_node(names.get(node, node), x=round(mark.x, 1), y=round(mark.y, 1), title=about, **_node_style(mark))
    for one, other, data, bend, colour, width in picture.draw_ties(network):
        style = {
            "color": colour,
            "width": round(width, 1),
            "dashes": list(DASHES.get(data.get("status_set", ""), ())) or False,
            "smooth": {"enabled": True, "type": "curvedCW" if bend > 0 else "curvedCCW", "roundness": BENT * abs(bend)}
            if bend
            else {"enabled": False},
            "title": _about_tie(marks[one].name, marks[other].name, data, entities, words),
        }
        if made.directed and data.get("symmetric"):
            style["arrows"] = ""
        # not with add_edge, which searches all edges on each call and drops parallel ones
        made.edges.append(Edge(names.get(one, one), names.get(other, other), made.directed, **style).options)
    return made


def _node_style(mark: Mark) -> dict[str, Any]:
    """Return shape, size, label and colours. As on the page, a ring is the second country, a thin ring no country."""
    colour, paper = colours()[f"side-{mark.side}"], colours()["paper"]
    ring = mark.side in (1, 3) or mark.shape == "blank"
    fill = {"background": paper if ring else colour, "border": colour}
    return {
        "label": "\n".join(mark.lines),
        "shape": SHAPES.get(mark.shape, mark.shape),
        "size": round(mark.radius, 1),
        "color": {**fill, "highlight": {**fill, "border": colours()["accent"]}, "hover": fill},
        "borderWidth": 4 if mark.side == 1 else 1,
        "shapeProperties": {"borderDashes": [4, 3] if mark.shape == "blank" else False},
        "font": {"color": colours()["ink"], "strokeWidth": 3, "strokeColor": paper},
    }


def _about_node(mark: Mark, thing: Entity | None, words: Mapping[str, str], measure: str, value: float | None) -> str:
    kind = picture._word(mark.kind, words) if mark.kind else ""
    country = picture._word(mark.country, {}).title() if mark.country else ""
    number = f"{measure}: {value:.4g}" if value is not None else f"{measure}: no value"
    return _plain(mark.name, ", ".join(filter(None, (kind, country))), thing.summary if thing else "", number)


def _about_tie(
    one: str, other: str, data: Mapping[str, Any], entities: Mapping[str, Entity], words: Mapping[str, str]
) -> str:
    verb = picture._word(data["relation"], words) if data.get("relation") else "–"
    lines = [
        f"{one} {verb} {other}",
        data.get("label"),
        ", ".join(filter(None, (data.get("status"), data.get("date")))),
    ]
    if weight := picture._weight(data):
        lines.append(f"weight: {weight:.3g}")
    for name in ("roles", "engagements", "agents", "sources"):
        if listed := data.get(name):
            shown = [entities[iri].label if iri in entities else local(iri) for iri in listed[:LISTED]]
            more = f" and {len(listed) - LISTED} more" if len(listed) > LISTED else ""
            lines.append(f"{name}: {', '.join(shown)}{more}")
    return _plain(*lines)


def _plain(*lines: str | None) -> str:
    """Return lines of plain text; a zero-width space breaks "href", which would make pyvis show tooltips as HTML."""
    return "\n".join(clean(line) for line in lines if line).replace("href", "hre\u200bf")


def _templates(folder: Path) -> Any:
    """Return pyvis's templates without requests to servers, escaped, and in ASCII, as pyvis writes no UTF-8."""
    from jinja2 import Environment, FunctionLoader

    def load(name: str) -> str:
        text = (folder / name).read_text(encoding="utf-8")
        text = re.sub(r"\n//# sourceMappingURL=.*", "", text)
        if name.endswith(".html"):
            text = re.sub(r"(?s)<!--.*?-->", "", text)
            text = re.sub(r"<(link|script)\s[^>]*//cdn\.jsdelivr\.net/[^>]*>(\s*</script>)?", "", text)
        return re.sub(r"[^\x00-\x7f]", lambda found: f"\\u{ord(found[0]):04x}", text)

    return Environment(loader=FunctionLoader(load), autoescape=True)
