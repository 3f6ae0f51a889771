"""`kg.pyvis()`: a network that users change and save, drawn as on the page, whose file needs no network."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
from pyvis.network import Network

from helpers import ROOT
from pcgraph.analysis.network import draw
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import LimitError, UsageError
from pcgraph.page import empty, render
from pcgraph.viz.pyvis_network import PYVIS, make_network
from pcgraph.viz.svg import colours


def test_every_tie_is_drawn_once_with_its_arrow(real: KnowledgeGraph) -> None:
    net, graph = real.pyvis(ids="slug"), draw(real)
    assert type(net) is Network
    assert (net.num_nodes(), net.num_edges()) == (graph.number_of_nodes(), graph.number_of_edges())
    arrows = [edge["arrows"] for edge in net.edges]
    assert arrows.count("") == sum(data["symmetric"] for *_, data in graph.edges(data=True))
    assert set(arrows) == {"", "to"}
    places = [(edge["from"], edge["to"], str(edge["smooth"])) for edge in net.edges]
    assert len(set(places)) == len(places)  # parallel ties do not cover each other


def test_marks_are_those_of_the_page(real: KnowledgeGraph) -> None:
    net = real.pyvis(measure="betweenness", ids="slug")
    huawei, moitt, embassy = (net.get_node(name) for name in ("huawei", "moitt", "embassy-of-pakistan-in-beijing"))
    assert (huawei["shape"], moitt["shape"], embassy["shape"]) == ("dot", "square", "star")
    assert {huawei["color"]["border"], moitt["color"]["border"]} == {colours()["side-0"], colours()["side-1"]}
    assert huawei["size"] == 18.0 > moitt["size"] > embassy["size"] > 9
    assert (huawei["label"], moitt["label"]) == ("Huawei", "MoITT")
    assert re.fullmatch(r"Huawei\ncompany, China\nbetweenness: 0\.\d+", huawei["title"])
    tie = next(edge for edge in net.edges if edge["title"].startswith("Alibaba Group acquires Daraz"))
    assert re.search(r"\ncompleted, 2018-05-08\nsources: ", tie["title"])


@pytest.mark.parametrize("options", [{"projection": "partners"}, {"projection": "bipartite"}, {"simple": True}])
def test_the_arguments_are_those_of_network(options: dict[str, object], tiny: KnowledgeGraph) -> None:
    net, graph = tiny.pyvis(**options), tiny.network(**options)  # type: ignore[arg-type]
    assert set(net.get_nodes()) == set(graph)
    assert net.num_edges() == graph.number_of_edges()
    with pytest.raises(UsageError, match="did you mean signsWith"):
        tiny.pyvis("signWith")
    with pytest.raises(UsageError, match="ids 'name': unknown"):
        tiny.pyvis(ids="name")


def test_a_network_of_pyvis_itself_takes_all_ties_if_it_is_directed(real: KnowledgeGraph) -> None:
    """`Network().from_nx` drops parallel ties; docs/how-to/rank.md says what to write instead."""
    ties, lines = real.network(ids="slug"), real.network(ids="slug", simple=True)
    undirected, directed, simple = Network(), Network(directed=True), Network()
    undirected.from_nx(ties)
    directed.from_nx(ties)
    simple.from_nx(lines)
    assert undirected.num_edges() < directed.num_edges() == ties.number_of_edges()
    assert simple.num_edges() == lines.number_of_edges()


def test_what_a_user_changes_is_saved(tiny: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    net = tiny.pyvis(ids="slug")
    net.get_node("acme")["color"] = "gold"
    net.add_node("new", label="New body")
    net.add_edge("acme", "new")
    net.toggle_physics(True)
    monkeypatch.chdir(tmp_path)
    assert net.show("network.html").src == "network.html"
    text = (tmp_path / "network.html").read_text(encoding="ascii")  # so that every locale can write it
    assert '"gold"' in text
    assert "New body" in text
    assert [file.name for file in tmp_path.iterdir()] == ["network.html"]


def test_the_file_requests_nothing(tiny: KnowledgeGraph) -> None:
    text = tiny.pyvis().generate_html()
    assert not re.search(r"<(script|link)[^>]*(src|href)=", text)


def test_names_are_text_and_not_code() -> None:
    graph = nx.Graph([("a", "b")])
    graph.nodes["a"]["label"] = "<img src=x onerror=alert(1)></script><a href=x>"
    text = make_network(graph).generate_html()
    assert "popup.innerHTML" not in text  # pyvis's way for all tooltips, as soon as one says href
    assert "<img" not in text
    assert "onerror=alert(1)></script>" not in text


def test_too_many_ties_are_refused() -> None:
    with pytest.raises(LimitError, match="pyvis: 5050 ties; expected at most 5000; select fewer"):
        make_network(nx.complete_graph(101))
    assert make_network(nx.Graph()).num_nodes() == 0


@pytest.mark.parametrize(
    "drawn", [lambda kg: kg.pyvis(), lambda kg: kg.map(), lambda _: render(empty("x"), heading="x")]
)
def test_without_pyvis_one_line_says_what_to_run(
    tiny: KnowledgeGraph, drawn: Callable[[KnowledgeGraph], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyvis", None)
    with pytest.raises(UsageError, match=f"pyvis, which draws it, is not installed; .* run  pip install {PYVIS} ,"):
        drawn(tiny)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert PYVIS in project["dependencies"]
