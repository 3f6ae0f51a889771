"""One line for an option of a command."""

from __future__ import annotations

from typing import Any

import typer


def option(words: str, help: str, **more: Any) -> Any:
    """Return an option from its names and, unless it is a flag, the word for its value, as in ``-o --output FILE``."""
    names = [word for word in words.split() if word.startswith("-")]
    return typer.Option(*names, metavar=" ".join(words.split()[len(names) :]) or None, help=help, **more)
