"""View → what the canvas needs: shapes, colours by number, dashes, widths, and curves that keep parallel ties apart.

Colours themselves stand in the style sheet, which knows light and dark; here they are only numbered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from pcgraph.page.view import Tie, View

TONES = 8  # relations with a colour of their own; the ninth and later share the neutral 0
FAST = 2000  # ties above which lines are left out while the map moves
# The firmer the status, the more solid the line: readable without colour.
DASHES: Mapping[str, list[float]] = {
    "realised": [],
    "entered": [12, 4],
    "announced": [6, 5],
    "prospective": [2, 4.5],
    "ended": [12, 4, 2, 4],
    "none": [2, 10],
}
SHAPES: Mapping[str, str] = {
    "Company": "circle",
    "Ministry": "square",
    "PublicBody": "diamond",
    "DiplomaticMission": "pentagon",
    "FinancialInstitution": "hexagon",
    "University": "triangle",
    "Person": "drop",
    "Group": "cross",
    "UnnamedParty": "blank",
}
OTHER_SHAPE = "octagon"


def nodes(view: View) -> list[dict[str, Any]]:
    """Give the nodes of the view their `shape` and `side` (0 filled, 1 ring, 2 another country, 3 not known)."""
    sides = {item["id"]: min(place, 2) for place, item in enumerate(view["legend"]["country"]) if item["id"]}
    return [
        {
            **node,
            "shape": SHAPES.get(node["kind"], OTHER_SHAPE),
            "side": sides.get(node["country"], 2 if node["country"] else 3),
        }
        for node in view["nodes"]
    ]


def edges(view: View) -> list[dict[str, Any]]:
    """Give the ties of the view their `tone` (number of a colour), `width`, `dashes` and `smooth` (the curve)."""
    tones = {item["id"]: place + 1 for place, item in enumerate(view["legend"]["relation"][:TONES])}
    pairs: defaultdict[frozenset[str], list[str]] = defaultdict(list)
    for tie in view["ties"]:
        pairs[frozenset((tie["from"], tie["to"]))].append(tie["id"])
    return [
        {
            **tie,
            "tone": tones.get(tie["relation"], 0),
            "width": 2.0 + 1.1 * min(max(len(tie["sources"]) - 1, 0), 4),
            "dashes": DASHES[tie["status_set"]] or False,
            "smooth": _curve(tie, pairs[frozenset((tie["from"], tie["to"]))]),
        }
        for tie in view["ties"]
    ]


def _curve(tie: Tie, beside: list[str]) -> dict[str, Any]:
    count = len(beside)
    step = min(0.2, 0.9 / count)
    bend = (beside.index(tie["id"]) - (count - 1) / 2) * step
    if abs(bend) < 1e-9:
        return {"enabled": False}
    # A curve bends to the right of its direction: a tie the other way round needs the other sense to lie beside it.
    clockwise = (bend > 0) != (tie["from"] > tie["to"])
    return {"enabled": True, "type": "curvedCW" if clockwise else "curvedCCW", "roundness": round(abs(bend), 4)}


def legend(view: View) -> dict[str, list[dict[str, Any]]]:
    """List the groups of the legend, each with the values that occur, in the view's order, and what swatches need."""
    ties = view["ties"]
    present: dict[str, list[str]] = {
        "relation": [tie["relation"] for tie in ties],
        "status": [tie["status_set"] for tie in ties],
        "sector": [sector for tie in ties for sector in tie["sectors"] or [""]],
        "country": [node["country"] for node in view["nodes"]],
        "kind": [node["kind"] for node in view["nodes"]],
    }
    names = {tie["relation"]: tie["relation_label"] for tie in ties}
    groups: dict[str, list[dict[str, Any]]] = {}
    for group, values in present.items():
        given: dict[str, dict[str, Any]] = {item["id"]: dict(item) for item in view["legend"][group]}  # type: ignore[literal-required]
        swatches = {
            value: _swatch(group, value, list(given).index(value) if value in given else -1) for value in values
        }
        order = [value for value in given if value in swatches] + sorted(swatches.keys() - given.keys())
        groups[group] = [
            {"id": value, "label": names.get(value, value) or "not stated", **given.get(value, {}), **swatches[value]}
            for value in order
        ]
    return groups


def _swatch(group: str, value: str, place: int) -> dict[str, Any]:
    if group == "relation":
        return {"tone": place + 1 if 0 <= place < TONES else 0}
    if group == "status":
        return {"dashes": DASHES[value]}
    if group == "country":
        return {"side": min(place, 2) if place >= 0 else 2 if value else 3}
    if group == "kind":
        return {"shape": SHAPES.get(value, OTHER_SHAPE)}
    return {}


def options(view: View) -> dict[str, Any]:
    """Set up vis-network: no physics, since positions are given; nothing is drawn that the page draws itself."""
    many = len(view["ties"]) > FAST
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False, "randomSeed": 7},
        "interaction": {
            "hover": True,
            "hideEdgesOnDrag": many,
            "hideEdgesOnZoom": many,
            "hoverConnectedEdges": False,
            "selectConnectedEdges": False,
            "keyboard": {"enabled": True, "bindToWindow": False},
            "zoomSpeed": 0.7,
        },
        "nodes": {"shape": "dot", "borderWidth": 0, "chosen": False, "font": {"size": 0}},
        "edges": {
            "chosen": False,
            "arrowStrikethrough": False,
            "arrows": {"to": {"enabled": False, "scaleFactor": 0.5, "type": "arrow"}},
            "endPointOffset": {"from": 0, "to": -3},
            "selectionWidth": 0,
            "hoverWidth": 0,
        },
    }
