"""The command that freezes an answer in a file, and what `pcgraph verify` prints about such a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pcgraph.cli import completion
from pcgraph.cli.options import (
    Output,
    Params,
    ScopeOptions,
    chosen_project,
    first_of,
    say,
    say_json,
    without_warnings,
    write,
)
from pcgraph.cli.read.commands import pair, read_question
from pcgraph.cli.terminal import note, working
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.model.text import counted

if TYPE_CHECKING:
    from pcgraph.api import KnowledgeGraph
    from pcgraph.query.cite.frozen_check import Comparison
    from pcgraph.store.project import Project

LISTED = 20  # differences of one kind that are printed
SECONDS = 60.0  # for a query that comes from a file


def cite_answer(
    name: Annotated[
        str,
        typer.Argument(
            metavar="QUESTION",
            help="Name of a catalogue query, SPARQL, a file, or '-' for stdin.",
            autocompletion=completion.questions,
        ),
    ],
    param: Params = None,
    output: Output = None,
    *,
    scope: ScopeOptions,
) -> None:
    """Write an answer with its query, scope, release, rows and evidence as one JSON file that can be cited.

    `pcgraph verify FILE` says later whether the file is whole, and whether the graph still gives the same answer.
    """
    from pcgraph.query.cite.frozen_answer import freeze
    from pcgraph.query.cite.frozen_file import text

    asked = read_question(name)
    values = dict(pair(each) for each in param or ())
    with working("answering"):
        content = freeze(scope.load(), asked, values, SECONDS)
    write(text(content), output)
    note(content["citation"])


def verify_answer(path: Path, data: Path | None, as_json: bool) -> None:
    """Print whether a frozen answer is whole and what differs now; exit with 1 if something does."""
    from pcgraph.query.cite import frozen_file
    from pcgraph.query.cite.frozen_check import compare
    from pcgraph.store.files import shown

    content = frozen_file.read(path)
    project = chosen_project(data)
    found, fault = None, ""
    with working("answering again"):
        try:
            found = compare(content, _load(project, content["scope"]), SECONDS)
        except (UsageError, InvalidInput) as error:
            fault = str(error).splitlines()[0]
    if as_json:
        say_json(_object(content, found, fault))
    else:
        say(f"file: {shown(path)} is whole")
        for line in [f"answer: cannot be asked again: {fault}"] if found is None else _lines(content, found):
            say(line)
    if found is None or not found.equal:
        raise typer.Exit(1)


def verify_hash(hash_: Path | None, site: Path | None, project: Project, as_json: bool) -> None:
    """Print the statements that a hash in a citation stands for; the releases that have them, and changes, as notes."""
    from pcgraph.model.namespaces import compact
    from pcgraph.web.site.cited_statements import find_cited

    sha256 = str(hash_ or "")
    if site is None or not re.fullmatch("[0-9a-f]{64}", sha256):
        raise UsageError(
            f"verify {sha256}: expected the SHA-256 of a citation, 64 digits, and a site; run  pcgraph verify HASH "
            "--site DIR"
        )
    with working("looking through the releases"):
        found = find_cited(site, sha256, project.base)
    same = not (found.came or found.went or found.gone)
    if as_json:
        about = {"sha256": sha256, "iri": found.iri, "releases": found.releases, "same": same, "gone": found.gone}
        lines = {"statements": found.statements.decode().splitlines(), "came": found.came, "went": found.went}
        say_json({**about, **lines})
        return
    write(found.statements, None)
    where = f"release {', '.join(found.releases)}" if found.releases else "no release yet, but the site"
    number = counted(found.statements.count(b"\n"), "statement")
    note(f"{compact(found.iri)}: {where} has these {number}")
    now = "gone; its page says why" if found.gone else "the same" if same else "differs"
    note(f"now: {now}")
    for line in _listed([*(f"came: {each}" for each in found.came), *(f"went: {each}" for each in found.went)]):
        note(line)


def _load(project: Project, scope: dict[str, Any]) -> KnowledgeGraph:
    from pcgraph.api import load

    with without_warnings():
        return load(
            project,
            as_of=scope["asOf"],
            only=scope["only"],
            without=scope["without"],
            without_voice=scope["withoutVoice"],
            undated=scope["undated"],
            proved=scope["proved"],
        )


def _lines(content: dict[str, Any], found: Comparison) -> Iterator[str]:
    """Yield the outcomes for people."""
    number = content["answer"]["number"]
    passages = sum(len(thing["passages"]) for thing in content["evidence"]["things"])
    if found.went or found.came or found.other:
        counts = f"{len(found.went)} of {counted(number, 'row')} went, {len(found.came)} came"
        yield f"answer: differs: {'; '.join(filter(None, (counts, found.other)))}"
        yield from _listed([f"went: {row}" for row in found.went])
        yield from _listed([f"came: {row}" for row in found.came])
    else:
        yield f"answer: the same {counted(number, 'row')}"
    yield from _part("passages", found.passages, passages)
    yield from _part("graphs", found.graphs, len(content["graph"]["graphs"]))


def _part(name: str, differences: Sequence[str], number: int) -> Iterator[str]:
    count = len(differences)
    yield f"{name}: {count} {'differs' if count == 1 else 'differ'}" if count else f"{name}: the same {number}"
    yield from _listed(differences)


def _listed(rows: Sequence[str]) -> Iterator[str]:
    yield from (f"  {row}" for row in first_of(rows, LISTED, "; --json lists all"))


def _object(content: dict[str, Any], found: Comparison | None, fault: str) -> dict[str, Any]:
    """Return the outcomes for programs."""
    equal = found is not None and found.equal
    about = {"citation": content["citation"], "whole": True, "equal": equal}
    if found is None:
        return {**about, "fault": fault}
    return {**about, **vars(found)}
