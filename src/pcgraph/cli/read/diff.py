"""The command that compares two states: days, data folders or builds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pcgraph.cli import formats
from pcgraph.cli.formats import as_json_text
from pcgraph.cli.option import option
from pcgraph.cli.options import AsJson, Data, Output, Undated, chosen_project, note_left_out, without_warnings, write
from pcgraph.cli.terminal import note, working
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.model import dates

if TYPE_CHECKING:
    import polars as pl

    from pcgraph.api import KnowledgeGraph
    from pcgraph.store.project import Project

STATES = "a day (YYYY-MM-DD, or the end of YYYY-MM or YYYY), a data folder, a build folder or a release of a site"
PERIOD = re.compile(r"\d{4}(-\d\d){0,2}")


def diff(
    before: Annotated[str, typer.Argument(metavar="A", help=f"The earlier state: {STATES}.")],
    after: Annotated[str, typer.Argument(metavar="B", help=f"The later state: {STATES}.")],
    answers: Annotated[
        bool, option("--answers", "Also compare the answers to all questions without parameters.")
    ] = False,
    question: Annotated[
        list[str] | None, option("--question NAME", "Also compare the answer to this question; may be repeated.")
    ] = None,
    format: Annotated[str | None, formats.format_option(formats.TABULAR)] = None,
    output: Output = None,
    as_json: AsJson = False,
    data: Data = None,
    undated: Undated = None,
) -> None:
    """Print what came, went or changed from A to B, and the sources of each change. Exit with 0 even if they differ.

    A day means --data without the sources that became known later. A folder that has the name of a year is ./2024.
    Passages and the register are not compared.
    """
    chosen = formats.choose(format, output, formats.TABULAR, as_json)
    if PERIOD.fullmatch(before) and PERIOD.fullmatch(after):
        first, last = (dates.day(place, "diff", last=True) for place in (before, after))
        if first > last:  # what came would be called gone
            what = f"diff: {before} is later than {after}"
            raise UsageError(f"{what}; expected the earlier day first; run  pcgraph diff {after} {before}")
    names = _questions(question or (), answers)
    with working("comparing"):
        project = chosen_project(data)
        old, now = (open_state(place, project, undated) for place in (before, after))
        found = old.diff(now, names)
        text = difference_text(found, old, now) if chosen == "table" else _as_data(found, chosen)
    write(text, output)
    if not found.is_empty():
        note(difference_counts(found))


def _questions(named: Iterable[str], answers: bool) -> list[str]:
    """Return the names of the questions to compare; raise `UsageError` if one has parameters."""
    from pcgraph.query.questions import catalogue

    names = list(named)
    for name in names:
        if catalogue.find(name).parameters:
            raise UsageError(
                f"--question {name}: has parameters; expected one without; run it on each state with pcgraph query"
            )
    if answers:
        names += [name for name, asked in catalogue.catalogue().items() if not asked.parameters and name not in names]
    return names


def difference_counts(found: pl.DataFrame) -> str:
    """Return how many facts came, went and changed."""
    counts = Counter(found["change"])
    return ", ".join(f"{counts[change]} {change}" for change in ("came", "went", "changed") if counts[change])


def difference_text(found: pl.DataFrame, old: KnowledgeGraph, now: KnowledgeGraph) -> str:
    """Return a difference for people: by engagement, and each number as a whole."""
    from pcgraph.cli.read import rendering
    from pcgraph.query.statements.number_groups import join_numbers

    rows = join_numbers(found.iter_rows(named=True), old.tables, now.tables, now.ontology.labels)
    return rendering.difference(rows, {**old.entities, **now.entities})


def _as_data(found: pl.DataFrame, format: str) -> str | bytes:
    """Return a difference as data, whose IRIs have no angle brackets."""
    import polars as pl

    bare = pl.col("before", "after").str.replace("^<(.*)>$", "$1")
    if format == "json":
        return as_json_text(found.with_columns(bare).to_dicts())
    # a cell has the text of a literal, without quotes and datatype
    return formats.frame_as(format, found.with_columns(bare.str.replace(r'(?s)^"(.*)"[^"]*$', "$1")))


def open_state(place: str, project: Project, undated: str | None = None) -> KnowledgeGraph:
    """Return the graph of one state, and report the sources that it leaves out."""
    from pcgraph import api
    from pcgraph.belief import loading
    from pcgraph.store import cache
    from pcgraph.store.project import FILE

    folder = Path(place)
    if PERIOD.fullmatch(place):
        with without_warnings():
            kg = api.load(project, as_of=place, undated=undated or "omit")
    elif cache.built(folder):
        found = cache.read(folder)
        if found is None or cache.GRAPH not in found.files:
            raise InvalidInput(f"{place}: damaged or of an older version; expected a complete build; build it again")
        kg = api.KnowledgeGraph(loading.open_build(found))
    elif (dump := folder / "graph.nq.gz").is_file():
        kg = api.load(replace(project, data=dump), build=False)
    elif (folder / "sources").is_dir() or (folder / FILE).is_file():
        kg = api.load(folder)
    else:
        raise UsageError(f"{place}: nothing to compare; expected {STATES}; fix the name")
    note_left_out(kg, f" of {place}")
    return kg
