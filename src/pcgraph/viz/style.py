"""How things look wherever they are drawn: shapes, dashes, the names of the status sets, and vis-network's options.

The page and the static picture share these. Colours stand in the style sheet, which knows light and dark.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

TONES = 8  # relations with a colour of their own; the ninth and later share the neutral 0
# What the sets of statuses are called where there is little room, in the order of the legend.
SETS: Mapping[str, str] = {
    "entered": "signed",
    "realised": "done or being done",
    "announced": "planned",
    "prospective": "talks and interest",
    "ended": "ended",
    "none": "suspended",
}
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
# Positions are given, so nothing moves by itself; nodes and lines are drawn by the page.
OPTIONS: Mapping[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 7},
    "interaction": {
        "hover": True,
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
