"""Where ontology, data and queries are: the checkout one works in, or the copy inside the installed package."""

from __future__ import annotations

import errno
import os
import stat
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
    except (ValueError, OSError, RuntimeError):  # elsewhere, or a link that leads to itself
        return str(path)


def regular(path: Path) -> Path:
    """Return the path of a regular file, to be read.

    Raises
    ------
    OSError
        If there is nothing, or a folder, a pipe or a device, which may never end.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "no regular file", str(path))
    return path


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
