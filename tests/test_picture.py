"""The static picture: well-formed whatever the names, names apart, the same bytes every time, the page's signs."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest

from pcgraph import api
from pcgraph.analysis.network import draw
from pcgraph.errors import LimitError, UsageError
from pcgraph.store.files import PACKAGE
from pcgraph.viz import network_picture, style
from pcgraph.viz.svg import LEGEND, POLYGONS, Area, colours

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = [
    "</text><script>alert(1)</script>",
    "\"' onload='alert(1)",
    "]]>&amp;&#x0;&unknown;",
    "\x00\x08\x1b[31m\u202egnirts\ufffe\ud800",
    "中国国际商会与巴基斯坦合作伙伴关系促进委员会",
    "a" * 300,
    "line\nbreak\ttab",
    "",
    "   ",
]


def parsed(drawn: str) -> ElementTree.Element:
    return ElementTree.fromstring(drawn.encode("utf-8"))  # noqa: S314 -- our own output


def names(root: ElementTree.Element) -> list[Area]:
    """Return the grounds of the names: the only rectangles that are not the paper."""
    found = [rect.attrib for rect in root.findall(f"{SVG}rect") if "fill-opacity" in rect.attrib]
    places = [[float(rect[key]) for key in ("x", "y", "width", "height")] for rect in found]
    return [Area(x, y, x + wide, y + high) for x, y, wide, high in places]


def sample(nodes: int, ties: int) -> nx.MultiDiGraph:
    chance = random.Random(3)
    graph = nx.MultiDiGraph()
    for number in range(nodes):
        kind = list(style.SHAPES)[number % len(style.SHAPES)]
        country = f"https://w3id.org/pcgraph/id/{('here', 'there', 'elsewhere')[number % 3]}"
        graph.add_node(number, label=f"Organisation of things {number}", kind=kind, country=country)
    for _ in range(ties):
        status = chance.choice(list(style.DASHES))
        relation = chance.choice("abcdefghijk")
        graph.add_edge(*chance.sample(range(nodes), 2), relation=relation, status_set=status, symmetric=False)
    return graph


def test_the_real_network(article: api.KnowledgeGraph) -> None:
    network = draw(article)
    root = parsed(network_picture.svg(network, article.entities, words=article.ontology.labels))
    texts = {element.text for element in root.iter(f"{SVG}text")}
    assert {"Huawei", "NTC", "signs with", "Pakistan", "China", "public body", "signed"} <= texts
    titles = [element.text for element in root.iter(f"{SVG}title")]
    assert titles[0] == "Network of 5 nodes and 3 ties"
    assert len(titles) == 1 + 5 + 3
    assert any(
        title.startswith("Huawei signs with National Telecommunication Corporation: ") for title in titles if title
    )
    assert len(names(root)) == 5


def test_title_and_description_come_first(article: api.KnowledgeGraph) -> None:
    root = parsed(network_picture.svg(draw(article), article.entities, words=article.ontology.labels))
    assert root.attrib["role"] == "img"
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert (root[1].text or "").startswith("Ties: signs with 3. Most ties: ")


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_stay_text(name: str) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("a", label=name, kind=name, country=name)
    graph.add_node("b", label="b")
    graph.add_edge("a", "b", relation=name, status_set=name, label=name, status=name, date=name, sources=[name])
    root = parsed(network_picture.svg(graph))
    allowed = {"svg", "title", "desc", "rect", "circle", "polygon", "path", "text", "g"}
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= allowed
    assert not [key for element in root.iter() for key in element.attrib if key.startswith("on")]


def test_the_parser_would_find_a_name_that_is_not_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pcgraph.viz.svg.escaped", str)
    monkeypatch.setattr(network_picture, "escaped", str)
    with pytest.raises(ElementTree.ParseError):
        parsed(network_picture.svg(nx.Graph([("a<b", "c")])))


def test_nothing_is_fetched_or_run() -> None:
    drawn = network_picture.svg(sample(12, 20))
    assert not re.search(r"script|style|href|url\(|@import|<image|foreignObject", drawn)
    assert set(re.findall(r"https?://[^\"<]+", drawn)) == {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize(("nodes", "ties"), [(2, 1), (9, 18), (40, 60), (150, 200)])
def test_names_are_apart_and_inside(nodes: int, ties: int) -> None:
    root = parsed(network_picture.svg(sample(nodes, ties)))
    areas = names(root)
    frame = Area(LEGEND - 0.1, -0.1, float(root.attrib["width"]), float(root.attrib["height"]))
    assert len(areas) >= min(nodes, 12)
    assert not [pair for pair in combinations(areas, 2) if shrunk(pair[0]).overlaps(shrunk(pair[1]))]
    assert all(frame.contains(area) for area in areas)


def shrunk(area: Area) -> Area:
    """Take off what rounding adds."""
    return Area(area.left + 0.1, area.top + 0.1, area.right - 0.1, area.bottom - 0.1)


def test_names_that_overlap_would_be_seen() -> None:
    assert Area(0, 0, 10, 10).overlaps(Area(9, 9, 20, 20))
    assert not Area(0, 0, 10, 10).overlaps(Area(10, 0, 20, 10))


@pytest.mark.slow
def test_order_of_insertion_and_hash_seed_change_nothing(real: api.KnowledgeGraph) -> None:
    network = draw(real)
    turned = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(network.nodes(data=True))))
    turned.add_edges_from(reversed(list(network.edges(keys=True, data=True))))
    assert network_picture.svg(turned, real.entities) == network_picture.svg(network, real.entities)
    code = "import networkx; from pcgraph.viz import network_picture as drawn; "
    code += "print(drawn.svg(networkx.karate_club_graph()))"
    first, second = (
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    )
    assert first == second


@pytest.mark.parametrize(
    "graph",
    [
        nx.Graph(),
        nx.empty_graph(1),
        nx.empty_graph(30),
        nx.MultiDiGraph([("a", "a")]),
        nx.DiGraph([("a", "b"), ("b", "a")]),
        nx.MultiGraph([("a", "b")] * 9),
        nx.Graph([("a", "b", {"weight": float("nan")}), ("b", "c", {"weight": 2})]),
        nx.Graph([(1, "a"), (("x", 2), 1)]),
    ],
    ids=["empty", "one", "unconnected", "self-tie", "both ways", "parallel", "weights", "mixed names"],
)
def test_odd_networks_are_drawn(graph: nx.Graph) -> None:
    drawn = network_picture.svg(graph)
    assert "nan" not in drawn.lower().replace("stated", "")
    root = parsed(drawn)
    assert len([g for g in root.findall(f"{SVG}g") if g.find(f"{SVG}path") is not None]) == graph.number_of_edges()
    assert ("No node and no tie to draw." in drawn) == (len(graph) == 0)


def test_parallel_ties_lie_apart() -> None:
    root = parsed(network_picture.svg(nx.MultiDiGraph([("a", "b"), ("a", "b"), ("b", "a"), ("b", "a")])))
    curves = [g.find(f"{SVG}path") for g in root.findall(f"{SVG}g") if g.find(f"{SVG}path") is not None]
    bends = {re.search(r"Q(\S+)", path.attrib["d"])[1] for path in curves if path is not None}  # type: ignore[index]
    assert len(bends) == 4


def test_weights_make_widths() -> None:
    light = nx.Graph([("a", "b", {"weight": 0.2}), ("b", "c", {"weight": 1.0})])
    root = parsed(network_picture.svg(light))
    widths = [path.attrib["stroke-width"] for path in root.findall(f"{SVG}g/{SVG}path")]
    assert widths == ["1.5", "4.5"]
    assert {"Weight of a tie", "0.2", "1"} <= {text.text for text in root.iter(f"{SVG}text")}


@pytest.mark.slow
def test_a_measure_gives_the_sizes(real: api.KnowledgeGraph) -> None:
    assert real.draw(measure="betweenness").svg != real.draw().svg
    with pytest.raises(UsageError, match="did you mean betweenness"):
        real.draw(measure="betweeness")


def test_limits_are_said() -> None:
    with pytest.raises(UsageError, match="too small"):
        network_picture.svg(nx.Graph(), width=100)
    with pytest.raises(LimitError, match="at most 5000"):
        network_picture.svg(nx.complete_graph(101))


def test_a_long_legend_makes_the_picture_higher() -> None:
    root = parsed(network_picture.svg(sample(40, 90), height=240))
    lowest = max(float(text.attrib["y"]) for text in root.findall(f"{SVG}text"))
    assert lowest < float(root.attrib["height"])


def test_signs_are_those_of_the_page() -> None:
    page = (PACKAGE / "page" / "app" / "text" / "shapes.js").read_text(encoding="utf-8")
    told = {
        name: (int(corners), float(turn), float(radius))
        for name, corners, turn, radius in re.findall(r"(\w+): polygon\((\d), (-?[\d.]+), ([\d.]+)\)", page)
    }
    assert told.items() <= POLYGONS.items()
    assert set(POLYGONS) == {*told, "square"}
    assert {*style.SHAPES.values(), style.OTHER_SHAPE} <= {*POLYGONS, "circle", "blank", "cross"}
    assert {f"tone-{tone}" for tone in range(style.TONES + 1)} | {f"side-{side}" for side in range(4)} <= set(colours())


def test_a_relation_has_one_colour_whatever_is_drawn_with_it(tiny: api.KnowledgeGraph) -> None:
    def colour(*relations: str) -> str:
        graph = nx.MultiDiGraph()
        for at, relation in enumerate(relations):
            graph.add_edge(at, at + 1, relation=relation)
        found = re.search(r'supplies[^"]*</title><path [^>]*stroke="(#\w+)"', network_picture.svg(graph))
        assert found
        return found[1]

    assert colour("supplies") == colour("acquires", "funds", "supplies") == colours()["tone-7"]
    words = tiny.map().view["words"]
    assert {word["id"]: word["tone"] for word in words["relation"]}["pcg:signsWith"] == style.tone("signsWith") == 1
    assert {word["id"]: word["tone"] for word in words["type"]}["pcg:Agreement"] == 1


def test_a_drawing_shows_and_saves_itself(tmp_path: Path) -> None:
    drawing = network_picture.Drawing(nx.Graph([("a", "b")]))
    assert repr(drawing) == "Drawing(2 nodes, 1 tie)"
    assert drawing._repr_svg_() == drawing.save(tmp_path / "a.svg").read_text(encoding="utf-8")


def test_a_map_carries_its_picture() -> None:
    drawn = network_picture.svg(nx.Graph([("a", "b")]))
    page = network_picture.mime('<p title="x">&lt;</p>', drawn, static=False)
    assert set(page) == {"text/html"}
    assert 'srcdoc="&lt;p title=&quot;x&quot;&gt;&amp;lt;&lt;/p&gt;"' in page["text/html"]
    assert '<img alt="Network of 2 nodes and 1 tie"' in page["text/html"]
    assert network_picture.mime("<p>", drawn, static=True) == {"image/svg+xml": drawn}


@pytest.mark.parametrize(("name", "value"), [("CI", "true"), ("PCGRAPH_STATIC", "1"), ("CI", "")])
def test_the_environment_asks_for_the_picture_alone(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("PCGRAPH_STATIC", raising=False)
    assert set(network_picture.mime("<p>", "<svg/>")) == {"text/html"}
    monkeypatch.setenv(name, value)
    assert set(network_picture.mime("<p>", "<svg/>")) == ({"image/svg+xml"} if value else {"text/html"})


def test_a_picture_of_a_large_network_shows_the_largest_and_says_so() -> None:
    star = nx.star_graph(["hub", *(f"leaf-{number:02}" for number in range(40))])
    star.add_edge("far", "away")
    part, note = network_picture.largest(star, 24)
    assert (len(part), part.number_of_edges(), note) == (
        24,
        22,
        "24 of 43 nodes, the largest by partners; 22 of 41 ties",
    )
    assert f">{note}</text>" in network_picture.svg(part, note=note)
    assert network_picture.largest(star, None) == (star, "")
    sized, note = network_picture.largest(star, 2, {"far": 9.0, "away": 8.0, "hub": 1.0}, "pagerank")
    assert (set(sized), "the largest by pagerank" in note) == ({"far", "away"}, True)


def test_a_picture_of_no_organisation_is_refused() -> None:
    with pytest.raises(UsageError, match="most 0: too few; expected 1 or more, or None for all"):
        network_picture.largest(nx.path_graph(30), 0)
