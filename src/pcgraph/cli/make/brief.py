"""The command that writes a briefing about one thing, or about two organisations."""

from __future__ import annotations

from typing import Annotated

import typer

from pcgraph.cli import completion
from pcgraph.cli.option import option
from pcgraph.cli.options import ScopeOptions
from pcgraph.cli.terminal import note, working


def brief(
    name: Annotated[
        str,
        typer.Argument(
            help="Id or name of an organisation, event, sector, place or asset.", autocompletion=completion.anything
        ),
    ],
    other: Annotated[
        str, typer.Argument(help="A second organisation with a tie to it.", autocompletion=completion.things)
    ] = "",
    output: Annotated[str, option("-o --output FILE", "HTML or Word file: .html .docx.")] = "brief.html",
    *,
    scope: ScopeOptions,
) -> None:
    """Write a briefing of about two pages, in which each number and each fact names its passages."""
    from pcgraph.profiles.briefing import check_suffix

    check_suffix(output)
    with working("writing the briefing"):
        written = scope.load().brief(name, output, other)
    note(f"written: {written}")
