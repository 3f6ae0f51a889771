"""The verb for spreadsheets: import one, show what an import would change, take it back, write the empty template."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from pcgraph.cli.common import AsJson, Data, note, say
from pcgraph.errors import InvalidInput, UsageError

if TYPE_CHECKING:
    from pcgraph.intake import Import


def import_(
    file: Annotated[Optional[Path], typer.Argument(help="Spreadsheet, .csv or .xlsx.")] = None,
    mapping: Annotated[
        Optional[str],
        typer.Option(
            "--mapping", metavar="NAME", help="What its columns mean: template, aiddata-gcdf, or a .yml file."
        ),
    ] = None,
    sheet: Annotated[Optional[str], typer.Option("--sheet", metavar="NAME", help="Sheet of a workbook.")] = None,
    data: Data = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing; show what would change.")] = False,
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help="List the rows that are wrong and leave them out.")
    ] = False,
    template: Annotated[
        Optional[Path], typer.Option("--template", metavar="FILE", help="Write the project's own empty table, .xlsx.")
    ] = None,
    undo: Annotated[Optional[str], typer.Option("--undo", metavar="ID", help="Take an import back.")] = None,
    as_json: AsJson = False,
) -> None:
    """Turn the rows of a spreadsheet into sources and engagements, all or nothing."""
    from pcgraph import intake
    from pcgraph.paths import home, shown

    if sum(given is not None for given in (file, template, undo)) != 1:
        raise UsageError(
            "import: not clear what to do; expected one of FILE, --template FILE, --undo ID; see pcgraph import --help"
        )
    if data is None and template is None and home("data").parent.name == "_bundled":
        raise UsageError("import: the data of the installed package stay as they are; expected --data DIR; add it")
    if template is not None:
        from pcgraph.intake.template import write

        note(f"written: {shown(write(template))}")
    elif undo is not None:
        for path in intake.undo(undo, data, dry_run=dry_run):
            say(f"{'would be removed' if dry_run else 'removed'}: {shown(path)}")
    elif file is not None:
        if mapping is None:
            raise UsageError("import: nothing says what the columns mean; expected --mapping NAME or FILE.yml; add it")
        try:
            made = intake.prepare(file, mapping, sheet=sheet, data=data, skip_bad=skip_bad)
        except InvalidInput as error:
            if as_json:
                _print(faults=[*getattr(error, "found", ())], lines=error.faults)
            raise
        _finish(made, dry_run, as_json)


def _finish(made: Import, dry_run: bool, as_json: bool) -> None:
    """Write what was prepared, or show it, and say what was done."""
    from pcgraph import intake
    from pcgraph.intake import folder
    from pcgraph.paths import shown

    for fault in made.faults:
        note(f"left out: {fault}")
    if made.unused:
        note(f"not used: the columns {', '.join(made.unused)}")
    for finding in made.warnings:
        note(finding)
    written = [] if dry_run else intake.write(made)
    if as_json:
        _print(
            id=made.id, rows=made.rows, engagements=made.engagements, sources=list(made.sources),
            agents=list(made.agents), unused=list(made.unused), files=sorted(made.files),
            written=[shown(path) for path in written], faults=list(made.faults),
        )  # fmt: skip
    elif dry_run:
        for line in folder.diff(made.data, made.files):
            say(line.removesuffix("\n"))
    else:
        for path in written:
            say(f"written: {shown(path)}")
        again = "" if written else "; nothing had changed"
        count = (f"{made.rows} rows", f"{made.engagements} engagements", f"{len(made.sources)} sources")
        say(f"import {made.id}: {', '.join(count)}, {len(made.agents)} new agents{again}")


def _print(**facts: object) -> None:
    from dataclasses import asdict, is_dataclass

    def plain(thing: object) -> object:
        return asdict(thing) if is_dataclass(thing) and not isinstance(thing, type) else str(thing)

    say(json.dumps(facts, ensure_ascii=False, indent=1, default=plain))
