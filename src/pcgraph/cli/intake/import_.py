"""The command for spreadsheets: import one, preview an import, undo it, or write the empty template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pcgraph.cli.option import option
from pcgraph.cli.options import AsJson, Data, chosen_project, first_of, say, say_json
from pcgraph.cli.terminal import note, progress
from pcgraph.errors import InvalidInput, UsageError

if TYPE_CHECKING:
    from pcgraph.intake.spreadsheets import Import

LISTED = 20  # warnings that are printed
DIFFERENCES = {"changed": "cell", "added": "row", "removed": "row"}


def import_(
    file: Annotated[Path | None, typer.Argument(help="Spreadsheet, .csv or .xlsx; or .ftm.json.")] = None,
    mapping: Annotated[
        str | None, option("--mapping NAME", "Meaning of the columns: template, aiddata-gcdf, or a .yml file.")
    ] = None,
    guess: Annotated[
        bool, option("--guess", "Propose a mapping from headings and cells, write it, and import nothing.")
    ] = False,
    sheet: Annotated[str | None, option("--sheet NAME", "Sheet of a workbook, or which one a CSV file is.")] = None,
    data: Data = None,
    dry_run: Annotated[bool, option("--dry-run", "Write no data; show what the graph would gain.")] = False,
    skip_bad: Annotated[bool, option("--skip-bad", "Skip invalid rows and list them.")] = False,
    strict: Annotated[bool, option("--strict", "Refuse rows that seem to be recorded already.")] = False,
    remove: Annotated[
        bool, option("--remove", "Remove what rows said that are gone since the table was exported or imported.")
    ] = False,
    template: Annotated[
        Path | None, option("--template FILE", "Write an empty table with the expected columns, .xlsx.")
    ] = None,
    decisions: Annotated[
        Path | None, option("--decisions FILE", "Table of names that the data do not know, .csv, for you to decide.")
    ] = None,
    undo: Annotated[str | None, option("--undo ID", "Undo this import.")] = None,
    as_json: AsJson = False,
) -> None:
    """Import the rows of a spreadsheet, or entities of FollowTheMoney, as sources and engagements, all or nothing."""
    from pcgraph.intake import spreadsheets
    from pcgraph.intake.spreadsheets.ftm import is_ftm
    from pcgraph.store.files import shown

    if sum(given is not None for given in (file, template, undo)) != 1:
        raise UsageError(
            "import: unclear; expected exactly one of FILE, --template FILE, --undo ID; see pcgraph import --help"
        )
    if guess and (file is None or is_ftm(file)):
        raise UsageError("import --guess: no table; expected a .csv or .xlsx file; name one")
    if guess and file is not None:
        from pcgraph.cli.intake import guess as guessing

        guessing.guess(file, mapping, sheet, chosen_project(data))
        return
    if file is not None and is_ftm(file):
        if mapping not in (None, "template"):
            raise UsageError(f"--mapping {mapping}: not for {shown(file)}; expected no mapping; leave it out")
        mapping = "template"  # FollowTheMoney says itself what a property means
    if file is not None and mapping is None:
        raise UsageError("import: no mapping of the columns; expected --mapping NAME or FILE.yml, or --guess; add it")
    project = chosen_project(data)
    if template is None and project.bundled:
        raise UsageError("import: the data of the installed package are read-only; expected --data DIR; add it")
    if template is not None:
        from pcgraph.intake.spreadsheets.writers.template import write

        note(f"written: {shown(write(template, project))}")
    elif undo is not None:
        for path in spreadsheets.undo(undo, project, dry_run=dry_run):
            done = "would be removed" if dry_run else "restored" if path.exists() else "removed"
            say(f"{done}: {shown(path)}")
    elif file is not None and mapping is not None:
        try:
            with _progress(file) as report:
                made = spreadsheets.prepare(
                    file, mapping, sheet=sheet, data=project, skip_bad=skip_bad, strict=strict, remove=remove,
                    decisions=decisions, progress=report,
                )  # fmt: skip
        except InvalidInput as error:
            if as_json:
                _print(faults=[*getattr(error, "found", ())], lines=error.faults)
            raise
        _finish(made, dry_run, as_json)


def _finish(made: Import, dry_run: bool, as_json: bool) -> None:
    """Write the prepared import, or show it, and report what was done."""
    from pcgraph.intake import spreadsheets
    from pcgraph.intake.errors import merged
    from pcgraph.model.text import counted
    from pcgraph.store.files import shown

    for fault in merged(made.faults):
        note(f"skipped: {fault}")
    if made.other_sheets:
        note(f"unused: {', '.join(made.other_sheets)}")
    if made.left_out:
        names, cells = len(made.left_out), sum(made.left_out.values())
        note(f"ignored, as decided: {counted(names, 'name')} in {counted(cells, 'cell')}")
    for line in first_of(made.warnings, LISTED, " warnings; --json lists all"):
        note(line)
    written = [] if dry_run else spreadsheets.write(made)
    if as_json:
        _print(
            id=made.id, rows=made.rows, refused=made.refused, known=made.known, total=made.total,
            changes=list(made.changes), kept=made.kept,
            engagements=made.engagements, sources=list(made.sources),
            agents=list(made.agents), places=list(made.places), sectors=list(made.sectors),
            units=list(made.units), kinds=list(made.kinds), classes=list(made.classes),
            verdicts=list(made.verdicts), judgements=list(made.judgements), cells=made.cells,
            unused_sheets=list(made.other_sheets), files=sorted(made.files),
            written=[shown(path) for path in written], faults=list(made.faults),
            warnings=[str(finding) for finding in made.warnings],
        )  # fmt: skip
        return
    for change in made.changes:
        say(change)
    if made.kept:
        note(f"kept: {counted(made.kept, 'row')} whose statements the data have changed since")
    if made.again and not made.files:
        say("no difference; nothing changed")
    elif dry_run:
        _preview(made)
    else:
        for path in written:
            say(f"written: {shown(path)}")
        again = "" if written else "; nothing changed"
        if not made.again:
            say(_cells(made))
        say(f"import {made.id}: {', '.join(_counts(made))}{again}")


@contextmanager
def _progress(file: Path) -> Iterator[Callable[[int, int], object] | None]:
    """Say what the import of a long table needs, and yield a function that shows how many rows are read."""
    from pcgraph.intake.spreadsheets import memory
    from pcgraph.intake.spreadsheets.readers import table

    rows = table.count_rows(file)
    if rows < memory.MANY_ROWS:
        yield None
        return
    note(f"{rows:,} rows need about {memory.gigabytes(memory.needed(rows))}")
    with progress("reading rows") as show:

        def report(done: int, total: int) -> None:
            if show is not None:
                show(done, total)
            elif done and done % memory.MANY_ROWS == 0:
                note(f"read: {done:,} of {total:,} rows")
            if done == total:
                note("all rows are read; now they are checked together with the data")

        report(0, rows)
        yield report


def _cells(made: Import) -> str:
    """Return what became of the filled cells."""
    used, ignored, bad = (f"{made.cells[name]:,}" for name in ("used", "ignored", "errors"))
    return f"cells: {used} used, {ignored} ignored on request, {bad} in rows with errors"


def _counts(made: Import) -> list[str]:
    """Return what an import has, in words."""
    from pcgraph.model.text import counted

    if made.again:
        kinds = Counter(change.kind for change in made.changes)
        found = [f"{counted(kinds[kind], what)} {kind}" for kind, what in DIFFERENCES.items() if kinds[kind]]
        return [*found, *(counted(number, one) for one, number in _new(made).items() if number)]
    numbers = {"engagement": made.engagements, "source": len(made.sources)} | _new(made)
    left = [f"{counted(made.refused, 'row')} left out"] if made.refused else []
    return [counted(made.rows, "row"), *left, *(counted(number, one) for one, number in numbers.items() if number)]


def _new(made: Import) -> dict[str, int]:
    """Return how much of each kind an import registers."""
    return {
        "new agent": len(made.agents), "new place": len(made.places), "new sector": len(made.sectors),
        "new unit": len(made.units), "new kind": len(made.kinds), "new organisation kind": len(made.classes),
        "verdict": len(made.verdicts), "judgement": len(made.judgements),
    }  # fmt: skip


def _preview(made: Import) -> None:
    """Print what the graph would gain, and the files that would be written."""
    from pcgraph.api import KnowledgeGraph
    from pcgraph.belief import loading
    from pcgraph.cli.read.diff import difference_counts, difference_text
    from pcgraph.store.files import shown

    missing = [name for name in sorted(made.files) if not (made.data / name).exists() or name in made.texts]
    if not missing and not made.changes:
        return
    if made.before.slugs and made.after.slugs:  # a graph without sources is none
        old, new = (KnowledgeGraph(loading.compute(inputs)) for inputs in (made.before, made.after))
        found = old.diff(new)
        if not found.is_empty():
            say(difference_text(found, old, new).rstrip("\n"))
            note(difference_counts(found))
    for name in missing:
        note(f"would be written: {shown(made.data / name)}")
    if not made.again:
        note(_cells(made))
    note(f"would be imported: {', '.join(_counts(made))}")


def _print(**facts: object) -> None:
    from dataclasses import asdict, is_dataclass

    def plain(thing: object) -> object:
        return asdict(thing) if is_dataclass(thing) and not isinstance(thing, type) else str(thing)

    say_json(facts, plain)
