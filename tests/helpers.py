"""Folders of the tests, and the command line as a person runs it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from pcgraph.api import KnowledgeGraph
from pcgraph.belief.snapshot import Snapshot

ROOT = Path(__file__).resolve().parents[1]
TINY = ROOT / "tests" / "fixtures" / "tiny"
TEXTS = ROOT / "tests" / "fixtures" / "texts"


def empty_graph() -> KnowledgeGraph:
    """Return a graph that has an empty store and nothing else."""
    nothing: Any = None
    return KnowledgeGraph(Snapshot(ox.Store, nothing, nothing, nothing))


def changed(kg: KnowledgeGraph, **parts: Any) -> KnowledgeGraph:
    """Return a graph in which some parts are others, such as ``entities``."""
    other = kg.with_tables(kg.tables)
    vars(other).update(parts)
    return other


def pcgraph(*words: str, cwd: Path | None = None, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command line as a person does."""
    return subprocess.run(
        [sys.executable, "-m", "pcgraph", *words],
        cwd=cwd or ROOT,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
