"""One way to understand a text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Reading:
    """One way to understand a text: what would be answered, from which spans, and how much of the text it explains."""

    kind: str
    answer: dict[str, Any]
    used: set[int]
    chosen: dict[int, str] = field(default_factory=dict)  # span → the thing that it is taken to mean
    bias: float = 0
    score: float = 0
    rivals: list[str] = field(default_factory=list)  # things that the words of the text name as well
