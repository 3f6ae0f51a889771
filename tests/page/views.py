"""Write the views that the unit tests of the page's script read: python tests/page/views.py FOLDER."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import page_views
from completion_texts import completion
from pcgraph.page import View
from pcgraph.page.view.packed import packed


def unusual() -> View:
    """The tiny graph with a quoted passage, and names that do not begin with that of their engagement."""
    view = page_views.tiny()
    at, rows = next((at, rows) for at, rows in enumerate(view["engagements"]["passages"]) if len(rows) > 1)
    view["engagements"]["passages"][at] = [(*rows[0][:5], "a quoted word"), *rows[1:], (*rows[0][:3], "", "changed", 0)]
    view["engagements"]["steps"][at][0][6] = "another.signed"
    return view


def write(folder: Path) -> None:
    """Write the tiny graph, a small graph with too many lines for the first picture, a large one, and unusual rows."""
    folder.mkdir(parents=True, exist_ok=True)
    views = {"tiny": page_views.tiny(), "dense": page_views.many(60, 1500), "large": page_views.many(2000, 5000)}
    for name, view in views.items():
        (folder / f"{name}.json").write_text(json.dumps(packed(view), ensure_ascii=False), encoding="utf-8")
    (folder / "rows.json").write_text(
        json.dumps({"unpacked": (view := unusual()), "packed": packed(view)}), encoding="utf-8"
    )
    (folder / "completion.json").write_text(json.dumps(completion(), ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
