"""Strings that break careless code: fixtures/naughty.txt, one JSON string a line, headings after #."""

from __future__ import annotations

import json
from pathlib import Path

LINES = (Path(__file__).parent / "fixtures" / "naughty.txt").read_text(encoding="utf-8").split("\n")
NAUGHTY: list[str] = [json.loads(line) for line in LINES if line.strip() and not line.startswith("#")]
