"""The commands for maintaining the data: build, check, cite."""

from __future__ import annotations

import gc
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from pcgraph.cli.option import option
from pcgraph.cli.options import AsJson, Data, Texts, chosen_project, chosen_texts, say, say_json, write
from pcgraph.cli.terminal import is_interactive, note, working
from pcgraph.errors import UsageError


def _note_slow_engine() -> None:
    from pcgraph.validation import shapes

    if line := shapes.slow_engine():
        note(line)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Do not look for cycles of objects meanwhile: there are few, and a tenth of the time of a check is saved."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def build(
    data: Data = None,
    output: Annotated[
        Path | None, option("-o --output DIR", "Build folder; default: build, next to pcgraph.toml.")
    ] = None,
    texts: Texts = None,
    again: Annotated[
        bool,
        option(
            "--recompute",
            "Also compute everything without kept results, and compare the bytes; an error names what differs.",
        ),
    ] = False,
) -> None:
    """Check the data and write graph, tables, rankings, report and page, all or nothing."""
    from pcgraph.build import build as run_build
    from pcgraph.build import recompute
    from pcgraph.export import report
    from pcgraph.store.files import shown

    project = chosen_project(data)
    if not project.data.is_file():
        _note_slow_engine()
    done = (recompute if again else run_build)(
        output, project, chosen_texts(texts, project), lambda step: note(f"{step} …") if is_interactive() else None
    )
    for finding in done.warnings:
        note(finding)
    if again:
        say(f"{shown(done.folder)}: {len(done.facts['files'])} files, the same bytes without results of earlier runs")
        return
    for line in report.lines(done.facts):
        say(line)
    if (done.folder / "map.html").is_file():
        say(f"look: {shown(done.folder / 'map.html')} (open it in a browser), {shown(done.folder / 'report.md')}")
    where = f" --data {shlex.quote(str(data))}" if data else ""
    say(f"ask:  pcgraph {done.facts['ask']}{where}{'' if done.again else '   (nothing changed)'}")


@_collector_paused()
def check(
    data: Data = None,
    texts: Texts = None,
    fix: Annotated[
        bool, option("--fix", "Update passages whose words have moved in the text (needs --texts).")
    ] = False,
    strict: Annotated[bool, option("--strict", "Count a warning as an error.")] = False,
    as_json: AsJson = False,
) -> None:
    """Check the data against the ontology, the shapes and, with --texts, the texts of the sources.

    It also names what seems to be recorded twice.
    """
    from pcgraph import validation
    from pcgraph.store import data_folder
    from pcgraph.store.files import home

    project = chosen_project(data)
    texts = chosen_texts(texts, project)
    if project.data.is_file():
        from pcgraph.store import quad_file

        inputs: data_folder.Inputs = quad_file.read(project, home("ontology"))
    else:
        _note_slow_engine()
        inputs = data_folder.read(project, home("ontology"))
    if fix:
        if not inputs.files:
            raise UsageError(
                "check --fix: a file of quads cannot be fixed; expected a data folder; set --data to a folder"
            )
        if texts is None:
            raise UsageError("check --fix: the texts are missing; expected --texts DIR; add it")
        for line in validation.fix(inputs, texts):
            say(line)
        inputs = data_folder.read(project, inputs.ontology)
    with working("checking"):
        findings = validation.run(inputs, texts)
        if inputs.files and not any(finding.severity == "error" for finding in findings):
            from pcgraph.intake.duplicates import recall_duplicates

            findings = sorted([*findings, *recall_duplicates(inputs)])
    if as_json:
        from dataclasses import asdict

        say_json([{**asdict(finding), "path": str(finding.path)} for finding in findings])
    else:
        for finding in findings:
            say(finding)
    sources = len(inputs.slugs)
    if not inputs.files:
        note(
            "a file of quads: only grammar, graphs and parties are checked; shapes, passages and register need a folder"
        )
    note(f"{len(findings)} finding{'s' * (len(findings) != 1)} in {sources} source{'s' * (sources != 1)}")
    if any(strict or finding.severity == "error" for finding in findings):
        raise typer.Exit(1)


def cite(
    slug: Annotated[str, typer.Argument(help="Slug of the source.")],
    first: Annotated[str, typer.Argument(help="First words of the passage.")],
    last: Annotated[str, typer.Argument(help="Last words of the passage.")],
    texts: Texts = None,
    data: Data = None,
) -> None:
    """Print the Turtle for a passage of a source, with offsets and checksum.

    If no source of the data folder has this slug, a note on stderr says so.
    """
    from pcgraph.intake import passages

    project = chosen_project(data)
    folder = chosen_texts(texts, project)
    if folder is None:
        raise UsageError("cite: no texts; expected --texts DIR, or texts in pcgraph.toml; add it")
    warning = "" if project.bundled else passages.unknown(slug, project.data)
    write(passages.passage(slug, first, last, folder, project.names), None)
    if warning:
        note(warning)
