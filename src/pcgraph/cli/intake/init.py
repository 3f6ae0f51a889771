"""The command that creates a project."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pcgraph.cli.options import say


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.")],
) -> None:
    """Create a project: pcgraph.toml, a small invented example that builds, and a README."""
    from pcgraph.intake import new_project
    from pcgraph.store.files import shown

    for path in new_project.create(folder):
        say(f"written: {shown(path)}")
    say(f"next: cd {shown(folder)} && pcgraph build")
