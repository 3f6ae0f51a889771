"""The verb that compares two states: two days, two data folders, two builds, or one of each."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from pcgraph.cli.options import AsJson, Data, Output, as_json_text, note, write
from pcgraph.errors import InvalidInput, UsageError

if TYPE_CHECKING:
    from pcgraph.api import KnowledgeGraph

EITHER = "a day (YYYY-MM-DD), a data folder or a build folder"


def diff(
    before: Annotated[str, typer.Argument(metavar="A", help=f"The earlier state: {EITHER}.")],
    after: Annotated[str, typer.Argument(metavar="B", help="The later state: the same.")],
    answers: Annotated[
        bool, typer.Option("--answers", help="Compare the answers to all questions without parameters too.")
    ] = False,
    question: Annotated[
        Optional[list[str]],
        typer.Option("--question", metavar="NAME", help="Compare the answer to this question; may be repeated."),
    ] = None,
    output: Output = None,
    as_json: AsJson = False,
    data: Data = None,
) -> None:
    """Print what came, went or changed from A to B, and by which sources. Exit 0 whether or not they differ.

    A day leaves out of --data what was known only later. Passages and the register's background are not compared.
    """
    import polars as pl

    from pcgraph.cli import rendering
    from pcgraph.query import catalogue as asking

    names = list(question or ())
    for name in names:
        if asking.find(name).parameters:
            raise UsageError(f"--question {name}: has parameters; expected a question without; ask it on either side")
    if answers:
        names += [name for name, asked in asking.catalogue().items() if not asked.parameters and name not in names]
    old, now = (opened(place, data) for place in (before, after))
    found = old.diff(now, names)
    if as_json or (output or "").endswith(".json"):
        bare = found.with_columns(pl.col("before", "after").str.replace("^<(.*)>$", "$1"))
        write(as_json_text(bare.to_dicts()), output)
    else:
        write(rendering.difference(found.iter_rows(named=True), {**old.things, **now.things}), output)
    if not found.is_empty():
        counts = Counter(found["change"])
        note(", ".join(f"{counts[change]} {change}" for change in ("came", "went", "changed") if counts[change]))


def opened(place: str, data: Path | None) -> KnowledgeGraph:
    """Open one side of a comparison, and name what a day leaves out.

    Raises
    ------
    UsageError
        If it is no day and no folder of data or of a build.
    InvalidInput
        If the build is damaged or older than the program.
    """
    from pcgraph import api
    from pcgraph.belief import loading
    from pcgraph.store import cache

    folder = Path(place)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", place):
        kg = api.load(data, as_of=place)
    elif cache.built(folder):
        found = cache.read(folder)
        if found is None or cache.GRAPH not in found.files:
            raise InvalidInput(f"{place}: damaged or of an older version; expected what a build wrote; build it again")
        kg = api.KnowledgeGraph(loading.open_build(found))
    elif (folder / "sources").is_dir():
        kg = api.load(folder)
    else:
        raise UsageError(f"{place}: nothing to compare; expected {EITHER}; mend the name")
    for slug, reason in kg.left_out[:10]:
        note(f"left out of {place}: {slug} ({reason})")
    if len(kg.left_out) > 10:
        note(f"left out of {place}: {len(kg.left_out) - 10} more sources")
    return kg
