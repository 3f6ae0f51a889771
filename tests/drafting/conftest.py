"""The invented register of the tests, and a short way to draft a text about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from helpers import TINY
from pcgraph import api
from pcgraph.intake.drafting.engagements import draft
from pcgraph.intake.drafting.knowledge import knowledge
from pcgraph.intake.drafting.reading import Knowledge

Plain = list[tuple[str, dict[str, Any]]]
DAY = date(2025, 6, 12)  # a Thursday


@pytest.fixture(scope="session")
def graph() -> api.KnowledgeGraph:
    """Return the graph of the harbour of Vik."""
    return api.load(TINY, build=None)


@pytest.fixture(scope="session")
def known(graph: api.KnowledgeGraph) -> Knowledge:
    """Return what a draft takes from that graph."""
    return knowledge(graph)


@pytest.fixture(scope="session")
def read(known: Knowledge) -> Callable[[str], Plain]:
    """Return a function that drafts a text: classes with the values of their fields. It tests the offsets as well."""

    def run(text: str) -> Plain:
        found = draft(text, known, DAY)
        for each in found:
            for values in each.fields.values():
                for value in values:
                    assert 0 <= value.start < value.end <= len(text)
                    assert text[value.start : value.end].strip()
                    assert value.rule
                    assert value.name is None or text[value.start : value.end] == value.name
        return [
            (each.kind, {name: [value.value for value in values] for name, values in each.fields.items()})
            for each in found
        ]

    return run
