"""Write the views that the unit tests of the page's script read: python tests/page/views.py FOLDER."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import loaded
import page_views
from completion_texts import completion
from pcgraph.query.names.question_box import document
from pcgraph.query.questions.interpreter import Interpreter

QUESTIONS = Path(__file__).parents[1] / "natural" / "questions.tsv"
TODAY = "2026-11-30"


def question_box() -> dict[str, Any]:
    """Return the document of the shipped graph, and what Python understands of the shared texts and of some names."""
    box = json.loads(json.dumps(document(loaded.load(), TODAY)))
    interpreter = Interpreter(box)
    shared = (
        [line.split("\t")[0] for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
        if QUESTIONS.exists()
        else []
    )
    texts = [
        *shared,
        *(text for each in box["questions"].values() for text in each["texts"]),
        *(row[0] for row in box["names"][::40]),
    ]
    return {"box": box, "understood": [[text, interpreter.understand(text)] for text in texts]}


def write(folder: Path) -> None:
    """Write the tiny graph, one with too many lines for the first picture, a large one, and what questions mean."""
    folder.mkdir(parents=True, exist_ok=True)
    views = {"tiny": page_views.tiny(), "dense": page_views.many(60, 1500), "large": page_views.many(2000, 5000)}
    for name, view in views.items():
        (folder / f"{name}.json").write_text(json.dumps(view, ensure_ascii=False), encoding="utf-8")
    (folder / "question_box.json").write_text(json.dumps(question_box(), ensure_ascii=False), encoding="utf-8")
    (folder / "completion.json").write_text(json.dumps(completion(), ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
