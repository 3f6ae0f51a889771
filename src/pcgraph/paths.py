"""Where ontology, data and queries are: the checkout one works in, or the copy inside the installed package."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pcgraph.errors import InvalidInput

PACKAGE = Path(__file__).resolve().parent


def home(folder: str) -> Path:
    """Find a shipped folder: ``ontology``, ``data`` or ``queries``.

    The wheel carries a copy in ``pcgraph/_bundled``; an editable install reads the checkout itself.
    """
    bundled = PACKAGE / "_bundled" / folder
    return bundled if bundled.is_dir() else PACKAGE.parent.parent / folder


def shown(path: Path) -> str:
    """Write a path as short as it is still clickable: relative to the working folder where it lies below it."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Write a file all or nothing: the block gets a temporary name, which replaces `path` only if it ends well.

    Raises
    ------
    InvalidInput
        If the folder or the file cannot be written.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield temporary
        with temporary.open("rb") as handle:
            os.fsync(handle.fileno())
        temporary.replace(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InvalidInput(
            f"{shown(path)}: cannot be written ({reason}); expected a writable place; give another with -o"
        ) from error
    finally:
        with suppress(OSError):
            temporary.unlink()
