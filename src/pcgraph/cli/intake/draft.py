"""The command that drafts the engagements of a text."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pcgraph.cli.option import option
from pcgraph.cli.options import AsJson, Data, chosen_project, say, say_json, without_warnings
from pcgraph.cli.terminal import note, working
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.model.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pcgraph.intake.drafting.reading.values import Engagement, Value

KEY = "PCGRAPH_MODEL_KEY"  # the variable with the key of a model server
MODEL = "PCGRAPH_MODEL"  # the variable with the name of the model


def draft(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text in UTF-8; '-' is stdin.")],
    data: Data = None,
    date: Annotated[
        str | None, option("--date DATE", "The day of the text (YYYY-MM-DD); default: that of its dateline.")
    ] = None,
    as_json: AsJson = False,
    model: Annotated[
        str | None,
        option(
            "--model URL",
            f"Also ask a language model behind an OpenAI-compatible address; its key is read from {KEY} and its "
            f"name from {MODEL}.",
        ),
    ] = None,
) -> None:
    """Draft the engagements that a text reports, for you to check: parties, dates, money and statuses.

    Each value is printed with the words that say so and the rule that found it. The status is the weakest that the
    words allow. Nothing is written to the data folder.
    """
    from pcgraph.api import load
    from pcgraph.intake.drafting.engagements import draft as read_draft
    from pcgraph.intake.drafting.engagements import mentioned
    from pcgraph.intake.drafting.knowledge import knowledge
    from pcgraph.model.dates import day

    text = _text(file)
    when = day(date, "--date") if date else None
    project = chosen_project(data)
    with working("drafting"), without_warnings():
        kg = load(project)
        known = knowledge(kg)
        found = read_draft(text, known, when)
        if model:
            from pcgraph.intake.drafting.model_client import ask_model

            found = ask_model(text, kg, known, found, when, model)
    if as_json:
        say_json([each.as_json() for each in found])
        return
    for number, each in enumerate(found, 1):
        say(f"{number}. {each.kind}")
        for line in _values(each, text):
            say(line)
    if not found:
        for line in _values(mentioned(text, known, when), text):
            say(line)
        note("no engagement found in English; names, dates and sums are listed, if the text has them")
        raise typer.Exit(1)


def _text(file: str) -> str:
    from pcgraph.store.files import reason

    try:
        # bytes, because text of stdin would have other line ends, and offsets count them
        content = getattr(sys.stdin, "buffer", sys.stdin).read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise InvalidInput(
            f"{file}: cannot be read ({reason(error)}); expected a text in UTF-8; give another file, or - for stdin"
        ) from error
    try:
        text = content if isinstance(content, str) else content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InvalidInput(
            f"{file}: not UTF-8 at byte {error.start}; expected a text in UTF-8; convert the file"
        ) from error
    if not text.strip():
        raise UsageError(f"{file}: no text; expected an article; give another file")
    return text


def _values(found: Engagement, text: str) -> Iterator[str]:
    """Yield each value of an engagement with its words and its rule."""
    for name, values in found.fields.items():
        for value in values:
            words = visible(" ".join(text[value.start : value.end].split()))
            yield f"   {name:12} {_shown(value)}  “{words}”  {value.rule}"


def _shown(value: Value) -> str:
    qualifier = f"{value.qualifier} " if value.qualifier else ""
    shown = f"{value.name} (not in the register)" if value.value is None else value.value
    return visible(f"{qualifier}{shown}")
