"""The part of `pcgraph import` that proposes a mapping, and asks what a table does not say."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import typer

from pcgraph.cli.options import say
from pcgraph.cli.terminal import note
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.model.text import counted
from pcgraph.store.files import home, shown
from pcgraph.store.project import Project

if TYPE_CHECKING:
    from pcgraph.intake.spreadsheets.guess.proposal import Question


def guess(file: Path, mapping: str | None, sheet: str | None, project: Project) -> None:
    """Write a proposed mapping, show the first rows as it reads them, and ask what is open, if somebody can answer."""
    from pcgraph.intake.spreadsheets.guess import headings, proposal_file, propose
    from pcgraph.intake.spreadsheets.guess.proposal import IGNORE
    from pcgraph.intake.spreadsheets.mapping.vocabulary import Vocabulary
    from pcgraph.store import data_folder
    from pcgraph.validation.index import Lookup

    path = Path(mapping or file.with_suffix(".yml"))
    if path.suffix not in (".yml", ".yaml"):
        raise UsageError(f"--mapping {mapping}: with --guess, it names the file to write; expected FILE.yml; add .yml")
    if path.exists():
        raise UsageError(f"{shown(path)}: exists; expected a new file; remove it, or name another with --mapping")
    lookup = Lookup(data_folder.read(project, home("ontology"), empty=True))
    vocabulary = Vocabulary(lookup)
    made = propose(file, vocabulary, sheet)
    if sys.stdin.isatty():
        chosen, answers = dict[str, tuple[str, str] | None](), dict[str, str]()
        for question in [each for each in made.questions if each.where[0] == "columns"]:
            if text := _answer(question, lambda text: text == IGNORE or headings.meaning(text, made.known) is not None):
                chosen[str(question.where[1])] = None if text == IGNORE else headings.meaning(text, made.known)
        made = propose(file, vocabulary, sheet, chosen) if chosen else made
        # an answer may lead to more questions: which role the parties of a class have
        while asked := [each for each in made.questions if each.where[0] != "columns" and each.name not in answers]:
            answers |= {question.name: _answer(question) for question in asked}
            made = propose(file, vocabulary, sheet, chosen, answers=answers)
    for line in proposal_file.rows(made, vocabulary):
        say(line)
    note(f"written: {shown(proposal_file.write(made, path))}")
    command = f"pcgraph import {quote(shown(file))} --mapping {quote(shown(path))}"
    for line in made.doubts:
        note(line)
    if made.questions:
        what = f"{counted(len(made.questions), 'open question')}: {', '.join(each.name for each in made.questions)}"
        raise InvalidInput(f"{shown(path)}: {what}; expected an answer to each; edit the file and run {command}")
    note(f"next: {command} --dry-run" if not made.doubts else f"next: correct the table, then {command} --dry-run")


def _answer(question: Question, is_possible: Callable[[str], bool] | None = None) -> str:
    """Ask a question until the answer is possible; an empty answer leaves it open."""
    asked = " ".join(filter(None, [f"{question.name}: {question.ask}", question.expected]))
    is_possible = is_possible or (lambda text: not question.choices or text in question.choices)
    while True:
        text = str(typer.prompt(asked, default="", show_default=False)).strip()
        if not text or is_possible(text):
            return text
