"""What the shell offers on Tab, asked as a shell asks."""

from __future__ import annotations

import pytest

from helpers import TINY, offered


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("pcgraph que", ["query"]),
        ("pcgraph query who-signed", ["who-signed-with"]),
        (f"pcgraph query who-signed-with --data {TINY} -p ", ["party="]),
        (f"pcgraph query who-signed-with --data {TINY} -p party=bor", ["party=borealis"]),
        ("pcgraph query engagements-in-sector -p sector=ai-h", ["sector=ai-health"]),
        (f"pcgraph show --data {TINY} crane-c", ["crane-contract"]),
        (f"pcgraph show --data {TINY} tide", ["tide-2025"]),
        ("pcgraph why acme signsW", ["signsWith"]),
        ("pcgraph rank page", ["pagerank"]),
        ("pcgraph rank --status ente", ["entered"]),
        ("pcgraph rank --sector ai-h", ["ai-health"]),
        (f"pcgraph rank --data {TINY} --country nord", ["nordland"]),
        (f"pcgraph rank --data {TINY} --without tide", ["tide-2025"]),
        ("pcgraph show --data /nowhere crane-c", []),
    ],
)
def test_completion(line: str, found: list[str]) -> None:
    assert offered(line) == found
