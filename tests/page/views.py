"""Write the views that the unit tests of the page's script read: python tests/page/views.py FOLDER."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import page_views
from completion_texts import completion


def write(folder: Path) -> None:
    """Write the tiny graph, a small graph with too many lines for the first picture, and a large one."""
    folder.mkdir(parents=True, exist_ok=True)
    views = {"tiny": page_views.tiny(), "dense": page_views.many(60, 1500), "large": page_views.many(2000, 5000)}
    for name, view in views.items():
        (folder / f"{name}.json").write_text(json.dumps(view, ensure_ascii=False), encoding="utf-8")
    (folder / "timelines.json").write_text(json.dumps(page_views.timelines()), encoding="utf-8")
    (folder / "completion.json").write_text(json.dumps(completion(), ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
