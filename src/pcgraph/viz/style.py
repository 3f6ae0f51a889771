"""Shapes, dashes, names of the status sets, and vis-network's options, shared by the page and the static picture.

Colours are in the page's style sheet, which has a light and a dark theme.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

TONES = 8  # relations with their own colour; the ninth and later share the neutral colour 0
# Short names of the status sets, in the order of the legend.
SETS: Mapping[str, str] = {
    "entered": "signed",
    "realised": "done or in progress",
    "announced": "planned",
    "prospective": "talks and interest",
    "ended": "ended",
    "none": "suspended",
}
# The more advanced the status, the more solid the line, so that it can be read without colour.
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
# Positions are computed beforehand, so physics is off; the page itself draws nodes and lines.
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
