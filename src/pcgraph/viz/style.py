"""Shapes, dashes, names of the status sets, and vis-network's options, shared by the page and the static picture.

Colours are in the page's style sheet, which has a light and a dark theme.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from zlib import crc32

TONES = 8  # colours of relations and of types of engagements; 0 is the neutral colour
# A relation has the same colour on every page, figure and subset. A plan has the colour of the deed.
RELATION_TONES: Mapping[str, int] = {
    "signsWith": 1,
    "funds": 2,
    "commitsToFund": 2,
    "plansToFund": 2,
    "trains": 3,
    "plansToTrain": 3,
    "discussesWith": 4,
    "visits": 5,
    "coordinatesWith": 6,
    "supplies": 7,
    "acquires": 8,
    "plansToAcquire": 8,
    "supports": 0,
}
# A type of engagement has the colour of the relation that it usually makes.
TYPE_TONES: Mapping[str, int] = {
    "Agreement": 1,
    "Funding": 2,
    "Loan": 2,
    "Grant": 2,
    "Investment": 2,
    "TrainingProgramme": 3,
    "Talks": 4,
    "Visit": 5,
    "Event": 5,
    "Coordination": 6,
    "Project": 7,
    "Centre": 7,
    "Initiative": 7,
    "Acquisition": 8,
}
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


def tone(name: str, tones: Mapping[str, int] = RELATION_TONES) -> int:
    """Return the number of the colour of a relation or a type, by its local name.

    A name that is in neither table has one that follows from its letters, so that it is the same everywhere.

    >>> tone("funds"), tone("plansToFund"), tone("Loan", TYPE_TONES), tone("mentors") == tone("mentors")
    (2, 2, 2, True)
    """
    return tones[name] if name in tones else 1 + crc32(name.encode(errors="replace")) % TONES
