"""Write the views that the unit tests of the page's script read: python tests/page/views.py FOLDER."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import loaded
import page_views
from completion_texts import completion
from pcgraph.analysis.network import draw
from pcgraph.export.formats import gexf, graphml
from pcgraph.model.namespaces import compact
from pcgraph.page import View
from pcgraph.page.view.packed import packed
from pcgraph.query.names.question_box import document
from pcgraph.query.questions.question_box.interpreter import Interpreter

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
    found = [[text, interpreter.understand(text)] for text in texts]
    instead = [[text, interpreter.understand(text, has_even_name(interpreter))] for text in texts]
    return {"box": box, "understood": found, "instead": instead}


def has_even_name(interpreter: Interpreter) -> Callable[[str, Any], bool]:
    """Return a stand-in for what has rows: the answers whose name has an even length."""
    return lambda kind, answer: len(interpreter.describe(kind, answer)) % 2 == 0


def unusual() -> View:
    """The tiny graph with a quoted passage, and names that do not begin with that of their engagement."""
    view = page_views.tiny()
    at, rows = next((at, rows) for at, rows in enumerate(view["engagements"]["passages"]) if len(rows) > 1)
    view["engagements"]["passages"][at] = [(*rows[0][:5], "a quoted word"), *rows[1:], (*rows[0][:3], "", "changed", 0)]
    view["engagements"]["steps"][at][0][6] = "another.signed"
    return view


def network(path: Path) -> dict[str, Any]:
    """Write the network of the tiny graph as GEXF, with a name that XML cannot hold; return what is in it."""
    kg = page_views.tiny_graph()
    drawn = draw(kg)
    drawn.nodes[min(drawn)]["label"] = 'a\x01"<&>\n\r\ufffeb'
    gexf.write(drawn, kg.tables, path)
    written = graphml.flat(graphml.dated(drawn, kg.tables))
    return {"nodes": dict(written.nodes(data=True)), "edges": [[*edge] for edge in written.edges(data=True)]}


def write(folder: Path) -> None:
    """Write the tiny graph, one with too many lines for the first picture, a large one, the shipped data, odd rows."""
    folder.mkdir(parents=True, exist_ok=True)
    views = {"tiny": page_views.tiny(), "dense": page_views.many(60, 1500), "large": page_views.many(2000, 5000)}
    views["shipped"] = page_views.real_map().view
    for name, view in views.items():
        (folder / f"{name}.json").write_text(json.dumps(packed(view), ensure_ascii=False), encoding="utf-8")
    (folder / "rows.json").write_text(
        json.dumps({"unpacked": (view := unusual()), "packed": packed(view)}), encoding="utf-8"
    )
    (folder / "network.json").write_text(json.dumps(network(folder / "network.gexf")), encoding="utf-8")
    (folder / "numbers.json").write_text(json.dumps(numbers(), default=float), encoding="utf-8")
    (folder / "timelines.json").write_text(json.dumps(page_views.timelines()), encoding="utf-8")
    (folder / "question_box.json").write_text(json.dumps(question_box(), ensure_ascii=False), encoding="utf-8")
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
