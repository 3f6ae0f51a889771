"""Dates of any spelling: bounds in their order, or a reason of one line."""

from __future__ import annotations

import random
import re

from fuzz import damage
from fuzz.runner import fuzz
from pcgraph.errors import InvalidInput, PcgraphError
from pcgraph.model import dates

GOOD = (
    "2025", "2025-09", "2025-09-03", "2025/2026-02", "2025-09/..", "../2025", "[2025-09-03..2025-09-05]", "2025?",
    "2025-09~", "202X", "2025-XX", "2025-21", "Y17E7", "-0044-03-15", "{2024,2025}", "2025-?09-~03", "1950S2",
    "[..2025]", "2004-06/2006-08%",
)  # fmt: skip
SPARE = [*"-/.~?%XSYE[]{},0123456789", "..", "0000", "9999", "13", "31", "02-30", " ", "T12:00", "²", "٣"]


def test_dates() -> None:
    def make(rng: random.Random) -> str:
        return rng.choice(GOOD) if rng.random() < 0.05 else damage.text(rng, rng.choice(GOOD), SPARE)[:200]

    def run(text: str) -> None:
        try:
            found = dates.bounds(text)
        except ValueError as error:
            raise InvalidInput(str(error)) from error
        assert found.earliest or found.latest
        if found.earliest and found.latest:
            assert found.earliest <= found.latest
        try:
            dates.day(text, "--as-of")
        except PcgraphError:
            return
        assert re.fullmatch("[0-9]{4}(-[0-9]{2}){0,2}", text)

    assert fuzz(make, run) > 1
