"""The command that answers a question in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pcgraph.cli import formats
from pcgraph.cli.options import AsJson, Output, ScopeOptions, show_rich, write, write_result
from pcgraph.cli.terminal import note, working
from pcgraph.model.namespaces import compact
from pcgraph.model.text import visible

if TYPE_CHECKING:
    from pcgraph.query.engine.result import Result
    from pcgraph.query.questions.question_box.interpreter import Interpreter

WORKS = ("engagement", "event")  # kinds of names of what everything is shown if an answer names no other


def ask(
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="A question in words.")],
    output: Output = None,
    as_json: AsJson = False,
    *,
    scope: ScopeOptions,
) -> None:
    """Answer a question in your own words. Exit with 1 if it is refused.

    It says first how it understood the text. If the answer names one engagement alone, everything about it follows.
    With --json it prints what it understood, and no answer.
    """
    from pcgraph.analysis.centrality import Ranking
    from pcgraph.cli.read import rendering_about
    from pcgraph.query.engine.result import Result
    from pcgraph.query.explain import overview
    from pcgraph.query.names.question_box import question_box

    words = " ".join(text)
    with working("loading the graph"):
        kg = scope.load()
        box = question_box(kg)
        understood = kg.understood(words)
    if as_json:
        write(formats.as_json_text(understood), output)
        return
    for line in _explained(box, understood):
        note(line)
    kind, answer = understood["kind"], understood["answer"]
    if kind in ("refuse", "choose"):
        raise typer.Exit(1)
    if answer.get("as_of") and not scope.as_of:
        kg = replace(scope, as_of=answer["as_of"]).load()
    with working("answering"):
        result = kg.answer(understood)
    if isinstance(result, Result):
        write_result(result, "table", output)
        if not result.rows and understood["nearest"]:
            note("nothing in the graph is all of this; nearest:")
            for offer in understood["nearest"]:
                note(visible(f"  {offer['label']}"))
        if output is None and (one := _one(box, answer, result)):
            write(rendering_about.shown(overview.show(kg, one), kg.entities), None)
    elif isinstance(result, Ranking):
        show_rich(result, output)
        if output is None and answer["only"]:  # what the text compares, beside its rank
            filters = {"filters": {"near": answer["only"]}, "show": "", "sort": "", "count": False, "by": "near"}
            sides = kg.answer({"kind": "filter", "answer": filters})
            show_rich(sides, None)
    elif result is not None:
        write(rendering_about.shown(result, kg.entities), output)


def _one(box: Interpreter, answer: dict[str, Any], result: Result) -> str:
    """Return the only engagement that an answer names, or nothing."""
    cells = {str(cell) for row in result.rows for cell in row} | {*answer.get("parameters", {}).values()}
    found = {compact(cell) for cell in cells} & {value for value, role in box.roles.items() if role in WORKS}
    return found.pop() if len(found) == 1 else ""


def _explained(box: Interpreter, understood: dict[str, Any]) -> list[str]:
    """Return how a text was understood, in lines."""
    kind, answer = understood["kind"], understood["answer"]
    parts = {}
    for chip in understood["understood"]:
        if chip["text"] in understood["not_understood"]:
            continue
        if chip["role"] not in ("word", "text") and chip["text"].casefold() != chip["label"].casefold():
            others = f" (or {chip['alternatives'][0]['label']})" if chip["alternatives"] else ""
            parts[chip["value"]] = f"{chip['text']} is {chip['label']}{others}"
    left = ", ".join(understood["not_understood"])
    lines = [visible("; ".join(parts.values()))] if parts else []
    if kind == "refuse":
        why = "has no rows for that" if understood["reason"] == "no rows" else "cannot say that"
        lines.append(visible(f"this graph {why} ({left}); nearest:"))
    elif kind == "choose":
        lines.append(
            visible(
                f"{answer[0]['text']} may be: " + ", ".join(f"{one['value']} ({one['label']})" for one in answer[:8])
            )
        )
    else:
        lines.append(visible(f"{kind}: {box.describe(kind, answer)}"))
        if left:
            lines.append(visible(f"not understood: {left}"))
    if kind in ("refuse", "choose"):
        lines += [visible(f"  {offer['label']}") for offer in understood["nearest"]]
    return lines
