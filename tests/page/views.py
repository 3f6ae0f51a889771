"""Write the views that the unit tests of the page's script read: python tests/page/views.py FOLDER."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import loaded
import page_views
from completion_texts import completion
from pcgraph.model.namespaces import compact


def write(folder: Path) -> None:
    """Write the tiny graph, one with too many lines for the first picture, a large one, and the shipped data."""
    folder.mkdir(parents=True, exist_ok=True)
    views = {"tiny": page_views.tiny(), "dense": page_views.many(60, 1500), "large": page_views.many(2000, 5000)}
    views["shipped"] = page_views.real_map().view
    for name, view in views.items():
        (folder / f"{name}.json").write_text(json.dumps(view, ensure_ascii=False), encoding="utf-8")
    (folder / "numbers.json").write_text(json.dumps(numbers(), default=float), encoding="utf-8")
    (folder / "completion.json").write_text(json.dumps(completion(), ensure_ascii=False), encoding="utf-8")


def numbers() -> dict[str, object]:
    """Return what the questions and analyses answer whose numbers are in the charts."""
    kg = loaded.load()
    names = ("signed-begun-and-ended-by-year", "money-by-funder-and-year", "money-left-out", "places")
    rows = {name: [[compact(cell) if isinstance(cell, str) else cell for cell in row] for row in kg.query(name).rows]
            for name in names}  # fmt: skip
    ranks = {}
    for name in ("", "signsWith", "discussesWith"):
        found = kg.rank("degree", name or ()).table.rows()
        ranks[name] = [[compact(agent), rank, value] for rank, agent, _, value in found]
    return rows | {"promises": kg.promises_by_year().rows(), "ranks": ranks}


if __name__ == "__main__":
    write(Path(sys.argv[1]))
