"""The commands for files: export the graph, and format Turtle files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pcgraph.cli.option import option
from pcgraph.cli.options import Profile, ScopeOptions, chosen_project, say
from pcgraph.cli.terminal import note, working
from pcgraph.errors import UsageError


def export(
    output: Annotated[
        Path,
        typer.Argument(
            metavar="PATH",
            help="File: .xlsx .sqlite .csv .parquet .gexf .graphml .ftm.json .jsonld .trig .nq .ttl; '-'.",
        ),
    ],
    format: Annotated[str | None, option("--format -f NAME", "Format (or rdf12, nanopub); default: by suffix.")] = None,
    for_spreadsheet: Annotated[
        bool, option("--for-spreadsheet", "Escape cells that a spreadsheet would run as formulas.")
    ] = False,
    partitioned: Annotated[
        bool, option("--partitioned", "Parquet in folders by relation, role and year, for Spark or DuckDB.")
    ] = False,
    projection: Annotated[
        str,
        option("--projection NAME", "relations, partners, bipartite, engagements; or acts (CSV, Parquet)."),
    ] = "relations",
    profile: Profile = None,
    *,
    scope: ScopeOptions,
) -> None:
    """Write tables, network or graphs for other tools. CSV and Parquet write a folder."""
    from pcgraph.analysis.network import draw, make_spec
    from pcgraph.analysis.relational_events import event_tables
    from pcgraph.export.writers import FOLDERS, FORMATS, GRAPHS, OTHERS, WORKBOOK, export_fitting, format_of
    from pcgraph.export.writers import export as export_graph
    from pcgraph.model.text import counted
    from pcgraph.store.files import shown

    piped = str(output) == "-"
    if piped and (format is None or format in (*FOLDERS, WORKBOOK)):
        streamable = ", ".join(name for name in sorted(FORMATS + OTHERS) if name not in FOLDERS)
        raise UsageError(
            f"-: {format or 'no format'} for stdout; expected one of {streamable}; choose one with --format"
        )
    left_out, kind = 0, format_of(output, format)  # before the graph is loaded
    if (events := projection == "acts") and kind not in FOLDERS:
        raise UsageError(f"{output}: acts are tables; expected one of {', '.join(FOLDERS)}; choose one with --format")
    if profile and kind not in (rdf := (*GRAPHS, "rdf12", "ttl")):
        raise UsageError(f"{output}: --profile does not fit {kind}; expected one of {', '.join(rdf)}; omit --profile")
    path = Path("/dev/stdout") if piped else output
    if kind == WORKBOOK:
        from pcgraph.intake.spreadsheets.writers import workbook

        with working("exporting"):
            rows, kept = workbook.write(scope.load(), path)
        note(f"written: {shown(output)}, {counted(rows, 'row')}")
        if kept:
            names = ", ".join(f"{name} ({number:,})" for name, number in kept.most_common())
            note(f"without a cell, so an import leaves it as it is: {names}")
        return
    if kind in OTHERS:
        with working("exporting"):
            lost = export_fitting(scope.load(), path, kind)
        if not piped:
            note(f"written: {shown(output)}")
        for reason, number in sorted(lost.items(), key=lambda each: (-each[1], each[0])):
            note(f"left out: {reason} ({number:,})")
        return
    with working("exporting"):
        kg = scope.load()
        kg = kg.with_profile(profile) if profile else kg
        network = draw(kg, make_spec(projection="relations" if events else projection))
        more = {"deals": kg.table("deals")} if kind in FOLDERS else {}
        if events:
            more, left_out = event_tables(kg)
        files = export_graph(
            kg.raw if kind in GRAPHS else kg.store,
            kg.tables,
            network,
            path,
            format,
            for_spreadsheet=for_spreadsheet,
            partitioned=partitioned,
            more=more,
            only_more=events,
            project=kg.project,
            note=note,
        )
    if piped:
        return
    for file in files if not partitioned else [output.with_suffix("") if output.suffix == ".parquet" else output]:
        note(f"written: {shown(file)}")
    if left_out:
        note(f"left out: {left_out} acts whose date is missing or open to the past")


def fmt(
    paths: Annotated[list[Path] | None, typer.Argument(help="Files or folders; default: those of the project.")] = None,
    check: Annotated[bool, option("--check", "Write nothing; exit with 1 if a file would change.")] = False,
) -> None:
    """Format Turtle files; comments are kept."""
    from pcgraph.turtle import formatter

    lines = formatter.run(paths or _own_files(), check)
    for line in lines:
        say(line)
    if check and lines:
        raise typer.Exit(1)


def _own_files() -> list[Path]:
    """Return the data and the ontology of the project; the shipped ontology belongs to the shipped data."""
    from pcgraph.store.files import home, real

    project = chosen_project(None)
    own = [project.data, *([project.ontology] if project.ontology else [])]
    return [*own, home("ontology")] if real(project.data) == real(home("data")) else own
