"""What the shell offers on Tab, asked as a shell asks."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from helpers import ROOT, TINY

RUN = "import sys; sys.argv = ['pcgraph']; from pcgraph.cli import main; main()"


def offered(line: str) -> list[str]:
    """Return what the program offers for the last word of a line."""
    asked = {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1), "_PCGRAPH_COMPLETE": "complete_bash"}
    done = subprocess.run(
        [sys.executable, "-c", RUN], cwd=ROOT, env=os.environ | asked, capture_output=True, text=True, timeout=60
    )
    assert done.stderr == ""
    return done.stdout.split()


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
