"""Verbs for files: export what is believed, and the canonical layout of Turtle."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from pcgraph.cli.common import Reads, note, say, scoped
from pcgraph.errors import UsageError


@scoped
def export(
    output: Annotated[
        Path,
        typer.Argument(
            metavar="PATH",
            help="File or folder; .graphml .csv .parquet .jsonld .trig .nq .ttl. '-' is stdout, with --format.",
        ),
    ],
    format: Annotated[Optional[str], typer.Option("--format", "-f", help="Format; default by suffix.")] = None,
    for_spreadsheet: Annotated[
        bool, typer.Option("--for-spreadsheet", help="Guard cells that a spreadsheet would take for formulas.")
    ] = False,
    partitioned: Annotated[
        bool, typer.Option("--partitioned", help="Parquet in folders by relation, role and year, for Spark or DuckDB.")
    ] = False,
    projection: Annotated[
        str, typer.Option("--projection", metavar="NAME", help="relations, partners, bipartite or engagements.")
    ] = "relations",
    *,
    reads: Reads,
) -> None:
    """Write tables, network or graphs for other tools. CSV and Parquet make a folder."""
    from pcgraph import export as exporting
    from pcgraph.paths import shown

    piped = str(output) == "-"
    if piped and (format is None or format in exporting.FOLDERS):
        one = ", ".join(name for name in exporting.FORMATS if name not in exporting.FOLDERS)
        raise UsageError(f"-: {format or 'no format'} for stdout; expected one of {one}; choose one with --format")
    kg = reads.load()
    network = kg.network(projection=projection)
    path = Path("/dev/stdout") if piped else output
    files = exporting.export(
        kg.store, kg.tables, network, path, format, for_spreadsheet=for_spreadsheet, partitioned=partitioned
    )
    if piped:
        return
    for file in files if not partitioned else [output.with_suffix("") if output.suffix == ".parquet" else output]:
        note(f"written: {shown(file)}")


def fmt(
    paths: Annotated[Optional[list[Path]], typer.Argument(help="Files or folders; default data and ontology.")] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 if a file is laid out otherwise.")
    ] = False,
) -> None:
    """Lay Turtle files out in the one canonical way; comments are kept."""
    from pcgraph import fmt as laying
    from pcgraph.paths import home

    lines = laying.run(paths or [home("data"), home("ontology")], check)
    for line in lines:
        say(line)
    if check and lines:
        raise typer.Exit(1)
