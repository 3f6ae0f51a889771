"""The command that compares two states: days, data folders or builds."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from pcgraph.cli.options import (
    AsJson,
    Data,
    Output,
    Undated,
    as_json_text,
    chosen_project,
    note,
    note_left_out,
    without_warnings,
    write,
)
from pcgraph.errors import InvalidInput, UsageError

if TYPE_CHECKING:
    from pcgraph.api import KnowledgeGraph
    from pcgraph.store.project import Project

STATES = "a day (YYYY-MM-DD), a data folder or a build folder"


def diff(
    before: Annotated[str, typer.Argument(metavar="A", help=f"The earlier state: {STATES}.")],
    after: Annotated[str, typer.Argument(metavar="B", help=f"The later state: {STATES}.")],
    answers: Annotated[
        bool, typer.Option("--answers", help="Also compare the answers to all questions without parameters.")
    ] = False,
    question: Annotated[
        Optional[list[str]],
        typer.Option("--question", metavar="NAME", help="Also compare the answer to this question; may be repeated."),
    ] = None,
    output: Output = None,
    as_json: AsJson = False,
    data: Data = None,
    undated: Undated = None,
) -> None:
    """Print what came, went or changed from A to B, and the sources of each change. Exit with 0 even if they differ.

    A day means --data without the sources that became known later. Passages and the register are not compared.
    """
    import polars as pl

    from pcgraph.cli import rendering
    from pcgraph.query import catalogue

    names = list(question or ())
    for name in names:
        if catalogue.find(name).parameters:
            raise UsageError(
                f"--question {name}: has parameters; expected one without; run it on each state with pcgraph query"
            )
    if answers:
        names += [name for name, asked in catalogue.catalogue().items() if not asked.parameters and name not in names]
    project = chosen_project(data)
    old, now = (open_state(place, project, undated) for place in (before, after))
    found = old.diff(now, names)
    if as_json or (output or "").endswith(".json"):
        bare = found.with_columns(pl.col("before", "after").str.replace("^<(.*)>$", "$1"))
        write(as_json_text(bare.to_dicts()), output)
    else:
        write(rendering.difference(found.iter_rows(named=True), {**old.entities, **now.entities}), output)
    if not found.is_empty():
        counts = Counter(found["change"])
        note(", ".join(f"{counts[change]} {change}" for change in ("came", "went", "changed") if counts[change]))


def open_state(place: str, project: Project, undated: str | None = None) -> KnowledgeGraph:
    """Return the graph of one state, and report the sources that it leaves out.

    Raises
    ------
    UsageError
        If `place` is neither a day (of the project) nor a project, data or build folder.
    InvalidInput
        If the build is damaged or older than the program.
    """
    from pcgraph import api
    from pcgraph.belief import loading
    from pcgraph.store import cache
    from pcgraph.store.project import FILE

    folder = Path(place)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", place):
        with without_warnings():
            kg = api.load(project, as_of=place, undated=undated or "omit")
    elif cache.built(folder):
        found = cache.read(folder)
        if found is None or cache.GRAPH not in found.files:
            raise InvalidInput(f"{place}: damaged or of an older version; expected a complete build; build it again")
        kg = api.KnowledgeGraph(loading.open_build(found))
    elif (folder / "sources").is_dir() or (folder / FILE).is_file():
        kg = api.load(folder)
    else:
        raise UsageError(f"{place}: nothing to compare; expected {STATES}; fix the name")
    note_left_out(kg, f" of {place}")
    return kg
