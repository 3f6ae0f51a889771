"""Views for the tests of the page: a conference, the same with hostile text, and almost nothing."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import networkx as nx

from pcgraph import layout
from pcgraph.page import View

ID = "https://w3id.org/pcgraph/id/"
HOSTILE = (
    "</script><script>window.broken = 1</script>",
    "<img src=x onerror='window.broken = 2'>",
    "{{ 7 * 7 }}{% raw %}<!-- <script> \u2028 ]]> ${window.broken = 3}",
    "\u202egnippilf\u202c \u2066inside\u0000",
    '"onmouseover="window.broken = 4" style="position:fixed',
    "long " * 60,
    "&lt;b&gt; & <b>bold</b>",
)


def conference() -> View:
    """About twenty organisations and as many ties; the texts are made up."""
    path = Path(__file__).parent / "fixtures/page/conference.json"
    view: View = json.loads(path.read_text(encoding="utf-8"))
    return placed(view)


def placed(view: View) -> View:
    graph = nx.MultiDiGraph()
    for node in view["nodes"]:
        graph.add_node(node["id"], size=node["size"], label=node["label"], country=node["country"])
    graph.add_edges_from((tie["from"], tie["to"]) for tie in view["ties"])
    sides = [item["id"] for item in view["legend"]["country"][:2]]
    for node, (x, y) in zip(view["nodes"], map(layout.positions(graph, sides=sides).get, graph), strict=True):
        node["x"], node["y"] = x, y
    return view


def hostile() -> View:
    """The conference with text in every place that tries to be markup, script, template or direction."""
    view = conference()
    taken = iter(range(10**6))

    def evil(value: object, key: str = "") -> object:
        if isinstance(value, dict):
            return {name: evil(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [evil(inner, key) for inner in value]
        if not isinstance(value, str) or key in {"id", "from", "to", "relation", "status_set", "engagement", "source"}:
            return value
        if key in {"sources", "country", "kind", "date", "earliest", "latest", "agent"}:
            return value
        return f"{HOSTILE[next(taken) % len(HOSTILE)]} {value}"

    for part in ("nodes", "ties", "unknowns"):
        view[part] = evil(view[part], part)
    sectors = {item["id"] for item in view["legend"]["sector"]}
    for tie, plain in zip(view["ties"], conference()["ties"], strict=True):
        tie["sectors"] = [sector for sector in plain["sectors"] if sector in sectors]
    view["engagements"] = {iri: evil(engagement) for iri, engagement in view["engagements"].items()}
    view["sources"] = {iri: evil(source) for iri, source in view["sources"].items()}
    view["legend"] = evil(view["legend"])
    addresses = iter(
        ("javascript:window.broken = 5", "data:text/html,<script>window.broken = 6</script>", " JavaScript:x")
    )
    for source in view["sources"].values():
        source["address"] = next(addresses)
    view["as_of"] = HOSTILE[0]
    return view


def few(nodes: int) -> View:
    """The first nodes without a tie."""
    view = copy.deepcopy(conference())
    view["nodes"] = view["nodes"][:nodes]
    view["ties"], view["engagements"], view["sources"], view["unknowns"], view["as_of"] = [], {}, {}, [], ""
    return placed(view)
