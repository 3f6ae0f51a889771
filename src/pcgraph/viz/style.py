"""Shapes, dashes, names of the status sets, and vis-network's options, shared by the page and the static picture.

Colours are in the page's style sheet, which has a light and a dark theme.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zlib import crc32

TONES = 8  # colours of relations and of types of engagements; 0 is the neutral colour
_TABLES: Mapping[str, Any] = tomllib.loads(Path(__file__).with_name("style.toml").read_text(encoding="utf-8"))
RELATION_TONES: Mapping[str, int] = _TABLES["relation_tones"]
TYPE_TONES: Mapping[str, int] = _TABLES["type_tones"]
SETS: Mapping[str, str] = _TABLES["sets"]
DASHES: Mapping[str, list[float]] = _TABLES["dashes"]
SHAPES: Mapping[str, str] = _TABLES["shapes"]
OTHER_SHAPE = "octagon"
OPTIONS: Mapping[str, Any] = _TABLES["options"]


def tone(name: str, tones: Mapping[str, int] = RELATION_TONES) -> int:
    """Return the number of the colour of a relation or a type, by its local name.

    A name that is in neither table has one that follows from its letters, so that it is the same everywhere.

    >>> tone("funds"), tone("plansToFund"), tone("Loan", TYPE_TONES), tone("mentors") == tone("mentors")
    (2, 2, 2, True)
    """
    return tones[name] if name in tones else 1 + crc32(name.encode(errors="replace")) % TONES
