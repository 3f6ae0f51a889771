"""A process of the tests that builds or loads once for each line that it is sent, and prints what it sees.

Arguments: data folder, build folder, ``build`` or ``load``, and the number of quads from which a graph is large.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import pcgraph
from pcgraph import api
from pcgraph.belief import disk_store
from pcgraph.build import build


def seen(kg: api.KnowledgeGraph, *, page: bool = True) -> str:
    """Return a checksum of all that a graph holds; without `page`, its page is left out, which takes long to draw."""
    tables = [kg.tables[name].rows() for name in kg.tables.names()]
    said = kg.reported.evidence
    evidence = [sorted(map(str, frame.rows())) for frame in (said.facts, said.sources, said.verdicts)]
    told = [evidence, kg.reported.retracted, sorted(map(str, kg.reported.cards))]
    found = [sorted(map(str, kg.store)), tables, kg.left_out, kg.network().size(), told, page and "Acne" in kg.page]
    return hashlib.sha256(str(found).encode()).hexdigest()


def main(data: Path, out: Path, what: str) -> None:
    print("ready", flush=True)
    for _ in sys.stdin:
        try:
            again = build(out, data).again if what == "build" else None
            print(again, seen(pcgraph.load(data, build=out)), flush=True)
        except Exception as error:
            print(f"{type(error).__name__}: {error}", flush=True)


if __name__ == "__main__":
    os.fsync = lambda _: None  # it takes the most time
    disk_store.LARGE, sys.modules["pcgraph.build"].DRAWS = int(sys.argv[4]), 2
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
