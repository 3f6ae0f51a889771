"""The command that answers a question in words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pcgraph.cli import formats
from pcgraph.cli.options import AsJson, Output, ScopeOptions, show_rich, write, write_result
from pcgraph.cli.terminal import note, working
from pcgraph.model.namespaces import compact
from pcgraph.model.text import visible
from pcgraph.query.questions.question_box.described import PARTIES

if TYPE_CHECKING:
    from pcgraph.api.graph import KnowledgeGraph
    from pcgraph.query.engine.result import Result
    from pcgraph.query.questions.question_box.interpreter import Interpreter

NOTHING = {"show": "", "sort": "", "count": False}
MOST_LISTED, MOST_SHOWN = 12, 3  # engagements behind an answer that are listed, and those of which everything is shown


def ask(
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="A question in words.")],
    output: Output = None,
    as_json: AsJson = False,
    *,
    scope: ScopeOptions,
) -> None:
    """Answer a question in your own words. Exit with 1 if it is refused.

    It says first how it understood the text. The engagements behind the answer follow it, and if they are three at
    most, everything about them. With --json it prints what it understood, and no answer.
    """
    from pcgraph.analysis.centrality import Ranking
    from pcgraph.cli.read import rendering_about
    from pcgraph.query.engine.result import Result
    from pcgraph.query.names.question_box import question_box

    words = " ".join(text)
    with working("loading the graph"):
        kg = scope.load()
        box = question_box(kg)
        understood = kg.understood(words)
    if as_json:
        write(formats.as_json_text(understood), output)
        return
    for line in _explained(box, words, understood):
        note(line)
    kind, answer = understood["kind"], understood["answer"]
    if kind == "choose" and output is None:
        _show_engagements(
            kg, None, kg.engagements_behind(understood), [each["value"] for each in answer if each["kind"] in PARTIES]
        )
    if kind in ("refuse", "choose"):
        raise typer.Exit(1)
    if answer.get("as_of") and not scope.as_of:
        kg = replace(scope, as_of=answer["as_of"]).load()
    with working("answering"):
        result = kg.answer(understood)
        behind = kg.engagements_behind(understood) if output is None else None
    if isinstance(result, Result):
        write_result(result, "table", output)
        if not result.rows and understood["nearest"]:
            note("no engagement matches all of this; nearest:")
            for offer in understood["nearest"]:
                note(visible(f"  {offer['label']}"))
        if output is None:
            _show_near_misses(kg, box, understood)
            persons = [each["value"] for each in understood["understood"] if each["role"] == "person"]
            events = (answer.get("filters", {}).get(group, ()) for group in ("event", "engagement"))
            _show_engagements(kg, result, behind, persons, [*answer.get("parameters", {}).values(), *chain(*events)])
    elif isinstance(result, Ranking):
        show_rich(result, output)
        if output is None and answer["only"]:  # what the text compares, beside its rank
            filters = {**NOTHING, "filters": {"near": answer["only"]}, "by": "near"}
            show_rich(kg.answer({"kind": "filter", "answer": filters}), None)
    elif result is not None:
        if behind is not None and {str(row[0]) for row in behind.rows} - {result["iri"]}:
            show_rich(behind, None)
        write(rendering_about.shown(result, kg.entities), output)


def _show_near_misses(kg: KnowledgeGraph, box: Interpreter, understood: dict[str, Any]) -> None:
    """Show what each condition of a list keeps out: how many, and if they are few, their rows."""
    for group, more in kg.near_misses(understood):
        values = "/".join(box.label(value) for value in understood["answer"]["filters"][group])
        if more.rows:
            note(visible(f"without {values}: {len(more.rows)} more{':' if len(more.rows) <= MOST_LISTED else ''}"))
        if 0 < len(more.rows) <= MOST_LISTED:
            show_rich(more, None)


def _show_engagements(
    kg: KnowledgeGraph, answered: Result | None, behind: Result | None, parties: list[str], named: Collection[str] = ()
) -> None:
    """Show the engagements behind an answer if they are few, of very few everything, and what some parties are."""
    from pcgraph.cli.read import rendering_about
    from pcgraph.query.engine.result import Result
    from pcgraph.query.explain import overview

    if behind is not None and 0 < len(behind.rows) <= MOST_LISTED:
        show_rich(behind, None)
    works = {*kg.tables.engagements["engagement"]}
    listed = answered if behind is None else behind
    found = [str(row[0]) for row in listed.rows] if listed is not None and listed.columns[0] == "engagement" else []
    if len(found) == 1:
        belongs = kg.answer({"kind": "filter", "answer": {**NOTHING, "filters": {"event": [compact(found[0])]}}})
        if isinstance(belongs, Result) and len(belongs.rows) > 1:
            note("with what belongs to it or came of it:")
            show_rich(belongs, None)
    shown = found if len(found) <= MOST_SHOWN else []
    shown += [iri for iri in map(kg.names.expand, named) if iri in works and iri not in shown]
    for each in parties:
        about = {**overview.show(kg, each), **dict.fromkeys(("roles", "ties", "kept_out", "evidence"), ())}
        write(rendering_about.shown(about, kg.entities), None)
    for each in shown:
        about = overview.show(kg, each)
        if len(shown) > 1:  # of each source one passage is enough
            about["evidence"] = list({row["source"]: row for row in reversed(about["evidence"])}.values())[::-1]
        write(rendering_about.shown(about, kg.entities), None)


def _explained(box: Interpreter, words: str, understood: dict[str, Any]) -> list[str]:
    """Return how a text was understood, in lines."""
    kind, answer = understood["kind"], understood["answer"]
    parts = {}
    dates = [chip for chip in understood["understood"] if chip["role"] == "date"]  # words of one date, side by side
    for chip in understood["understood"]:
        if chip["text"] in understood["not_understood"]:
            continue
        part = words[dates[0]["start"] : dates[-1]["end"]] if chip in dates else chip["text"]
        if chip["role"] not in ("word", "text") and part.casefold() != chip["label"].casefold():
            others = [other["label"] for other in chip["alternatives"] if other["label"] != chip["label"]]
            parts[chip["value"]] = f"{part} is {chip['label']}{f' (or {others[0]})' if others else ''}"
    left = ", ".join(understood["not_understood"])
    lines = [visible("; ".join(parts.values()))] if parts else []
    if kind == "refuse":
        why = "has no rows for that" if understood["reason"] == "no rows" else "cannot say that"
        lines.append(visible(f"this graph {why} ({left}); nearest:"))
    elif kind == "choose":
        lines.append(
            visible(
                f"{answer[0]['text'] or 'this'} may be: "
                + ", ".join(f"{one['value']} ({one['label']})" for one in answer[:8])
            )
        )
    else:
        lines.append(visible(f"{kind}: {box.describe(kind, answer)}"))
        if left:
            why = "no engagement matches all of this; left out" if understood["reason"] else "not understood"
            lines.append(visible(f"{why}: {left}"))
    if kind in ("refuse", "choose"):
        lines += [visible(f"  {offer['label']}") for offer in understood["nearest"]]
    return lines
