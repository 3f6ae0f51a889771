"""What the shell offers on Tab, asked as a shell asks."""

from __future__ import annotations

import shlex

import pytest

from helpers import TINY, offered

DATA = shlex.quote(str(TINY))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("pcgraph que", ["query"]),
        ("pcgraph query who-signed", ["who-signed-with"]),
        (f"pcgraph query who-signed-with --data {DATA} -p ", ["party="]),
        (f"pcgraph query who-signed-with --data {DATA} -p party=bor", ["party=borealis"]),
        ("pcgraph query engagements-in-sector -p sector=ai-h", ["sector=ai-health"]),
        (f"pcgraph show --data {DATA} crane-c", ["crane-contract"]),
        (f"pcgraph show --data {DATA} tide", ["tide-2025"]),
        ("pcgraph why acme signsW", ["signsWith"]),
        ("pcgraph rank page", ["pagerank"]),
        ("pcgraph rank --status ente", ["entered"]),
        ("pcgraph rank --sector ai-h", ["ai-health"]),
        (f"pcgraph rank --data {DATA} --country nord", ["nordland"]),
        (f"pcgraph rank --data {DATA} --without tide", ["tide-2025"]),
        ("pcgraph show --data /nowhere crane-c", []),
    ],
)
def test_completion(line: str, found: list[str]) -> None:
    assert offered(line) == found
