"""The command that searches everything by name."""

from __future__ import annotations

from typing import Annotated

import typer

from pcgraph.cli import formats
from pcgraph.cli.option import option
from pcgraph.cli.options import AsJson, Output, ScopeOptions, write_result
from pcgraph.cli.terminal import note, working


def find(
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="Words of a name, in any language.")],
    limit: Annotated[int, option("--limit N", "Print at most N rows.", min=1)] = 20,
    format: Annotated[str | None, formats.format_option(formats.TABULAR)] = None,
    output: Output = None,
    as_json: AsJson = False,
    *,
    scope: ScopeOptions,
) -> None:
    """Search things, engagements, sources, questions and terms by name. Exit with 1 if nothing fits.

    Typing mistakes are forgiven.
    """
    from pcgraph.query.names.find import nearest_names

    chosen, words = formats.choose(format, output, formats.TABULAR, as_json), " ".join(text)
    with working("loading the graph"):
        kg = scope.load()
        found = kg.find(words, limit)
    if chosen != "table" or len(found):
        write_result(found, chosen, output)
    if not len(found):
        near = nearest_names(kg, words)
        note(f"find {words!r}: no match" + (f"; the nearest: {', '.join(near)}" if near else ""))
        raise typer.Exit(1)
