"""The command that searches everything by name."""

from __future__ import annotations

from typing import Annotated

import typer

from pcgraph.cli.options import AsJson, Output, ScopeOptions, note, scoped, show_rich, write
from pcgraph.errors import UsageError

FORMATS = ("table", "csv", "json", "md")


@scoped
def find(
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="Words of a name, in any language.")],
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="Print at most N rows.")] = 20,
    format: Annotated[str, typer.Option("--format", "-f", help=f"Output format: {', '.join(FORMATS)}.")] = "",
    output: Output = None,
    as_json: AsJson = False,
    *,
    scope: ScopeOptions,
) -> None:
    """Search things, engagements, sources, questions and terms by name. Exit with 1 if nothing fits.

    Typing mistakes are forgiven.
    """
    from pathlib import Path

    from pcgraph.query.find import nearest_names

    suffix = Path(output or "").suffix.removeprefix(".")
    format = format or ("json" if as_json else suffix if suffix in FORMATS else "table")
    if format not in FORMATS:
        raise UsageError(f"--format {format}: unknown; expected one of {', '.join(FORMATS)}; choose one")
    kg, words = scope.load(), " ".join(text)
    found = kg.find(words, limit)
    if format == "table" and len(found):
        show_rich(found, output)
    elif format != "table":
        write(found.serialize(format), output)
    if not len(found):
        near = nearest_names(kg, words)
        note(f"find {words!r}: no match" + (f"; the nearest: {', '.join(near)}" if near else ""))
        raise typer.Exit(1)
