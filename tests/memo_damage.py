"""Flip bits of the file of kept results, and say what a check and a build then find."""

from __future__ import annotations

import random
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from faults import BASE, INVALID
from helpers import TINY
from pcgraph import validation
from pcgraph.analysis.network import make_spec
from pcgraph.analysis.uncertainty import cached_intervals
from pcgraph.belief import loading
from pcgraph.intake.duplicates import recall_duplicates
from pcgraph.store import data_folder, memo
from pcgraph.store.files import home
from pcgraph.viz import layout

# Files of tests/invalid, with faults that the shapes find, and the rules on one file.
WRONG = (
    *("amount-form.code", "ends-before-start", "negative-number", "no-passage"),
    *("source-form.tier", "step-after-source", "step-form.status"),
)
KINDS = ("value", "key", "page")


def seven(folder: Path) -> Path:
    """Return a data folder with seven faults, each in a file of its own."""
    shutil.copytree(BASE, folder)
    for number, name in enumerate(WRONG):
        text = (INVALID / f"{name}.ttl").read_text(encoding="utf-8")
        text = re.sub(r"\bfault\b", f"fault-{number}", text)
        (folder / "sources" / f"fault-{number}.ttl").write_text(text, encoding="utf-8")
    return folder


class Outputs:
    """What a check of a data folder finds, and what a build of the tiny graph computes with kept results."""

    def __init__(self, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(layout, "SLOW", 1)
        self._data = data
        self._snapshot = loading.compute(data_folder.read(TINY, home("ontology")))
        self._path = nx.path_graph(5)

    def __call__(self) -> tuple[Any, ...]:
        findings = validation.run(data_folder.read(self._data, home("ontology")))
        tiny = data_folder.read(TINY, home("ontology"))
        ranks = cached_intervals.rank_or_recall(self._snapshot, tiny.columns, make_spec(), ["degree", "pagerank"], 10)
        return (
            [str(finding) for finding in findings],
            [str(finding) for finding in recall_duplicates(tiny)],
            [(each.table.rows(), each.table.schema, each.note, each.what, each.counts) for each in ranks],
            layout.positions(self._path),
        )


def flip(rng: random.Random, content: bytes, start: int = 0, end: int | None = None) -> bytes:
    """Flip one bit between two places."""
    found = bytearray(content)
    found[rng.randrange(start, len(found) if end is None else end)] ^= 1 << rng.randrange(8)
    return bytes(found)


def damage(rng: random.Random, path: Path) -> str:
    """Flip a bit in a value, a key or a page of the file; return where."""
    kind = rng.choice(KINDS)
    if kind == "page":
        content = path.read_bytes()
        size = int.from_bytes(content[16:18], "big")
        page = rng.randrange(len(content) // size) * size
        end = page + rng.choice([100, 100, size])  # what the heads of pages say leads to all the rest
        path.write_bytes(flip(rng, content, page, end))
        return f"page {page // size}"
    with closing(sqlite3.connect(path)) as file, file:
        rows = file.execute("SELECT rowid, key, value FROM result ORDER BY length(value) > 70 DESC, rowid").fetchall()
        row, *texts = rng.choice(rng.choice([rows, rows[:12]]))  # the long values are few, and say the most
        both = [
            flip(rng, text.encode()) if name == kind else text
            for name, text in zip(("key", "value"), texts, strict=True)
        ]
        file.execute("UPDATE result SET key = CAST(? AS TEXT), value = CAST(? AS TEXT) WHERE rowid = ?", [*both, row])
    return f"{kind} of row {row}"


def everything_kept(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as file:
        return dict(file.execute("SELECT key, value FROM result"))


def survives(number: int, outputs: Outputs, folder: Path, seed: int = 1) -> dict[str, int]:
    """Damage the file that many times, each time another place; return how often each kind was damaged.

    The outputs stay what they are, and after at most three runs everything is kept again.
    """
    right = outputs()
    assert len(right[0]) == len(WRONG)
    path = folder / memo.FILE
    sound = path.read_bytes()
    every = everything_kept(path)
    counts = dict.fromkeys(KINDS, 0)
    for case in range(number):
        path.write_bytes(sound)
        where = damage(random.Random(f"{seed}, {case}"), path)
        counts[where.split()[0]] += 1
        for again in range(3):
            assert outputs() == right, f"seed {seed}, case {case}, {where}: another output in run {again + 1}"
            with memo.Memo() as found:
                known = found.find(every)
            if known.keys() == every.keys():
                break
        else:
            raise AssertionError(f"seed {seed}, case {case}, {where}: {len(every.keys() - known.keys())} stay lost")
    return counts
