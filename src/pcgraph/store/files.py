"""Paths: find the shipped folders, show paths to users, and write files atomically."""

from __future__ import annotations

import errno
import io
import os
import re
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import TYPE_CHECKING, Any

from pcgraph.errors import InvalidInput, UsageError

if TYPE_CHECKING:
    import polars as pl

PACKAGE = Path(__file__).resolve().parents[1]
MOST_LINKS = 40  # symbolic links in a chain that are followed, as on Linux


def home(name: str) -> Path:
    """Return the path of what is shipped: ``ontology``, ``data``, ``queries`` or ``pcgraph.toml``.

    A wheel contains a copy in ``pcgraph/_bundled``; an editable install uses the folders of the checkout.
    """
    bundled = PACKAGE / "_bundled" / name
    return bundled if bundled.exists() else PACKAGE.parent.parent / name


def shown(path: Path) -> str:
    """Return a path as text: relative to the working folder if it lies inside it, so that it stays clickable."""
    try:
        return real(path).relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return str(path)


def real(path: Path) -> Path:
    """Resolve all symbolic links; unlike `Path.resolve`, this accepts a cycle of links."""
    return Path(os.path.realpath(path))


def reason(error: OSError) -> str:
    """Return the operating system's reason why a file cannot be used."""
    return error.strerror or re.sub(r" \(os error \d+\)$", "", str(error))


def regular(path: Path) -> Path:
    """Return `path` if it is a regular file."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "not a regular file", str(path))
    return path


def temporary_folder() -> str:
    """Return the folder for temporary files, as `tempfile.gettempdir` finds it."""
    try:
        return gettempdir()
    except OSError as error:
        raise InvalidInput(
            f"temporary files: {reason(error)}; expected a folder that can be written and has space; set TMPDIR to one"
        ) from error


def checked_suffix(path: str | Path, *suffixes: str) -> Path:
    """Return a path whose name ends in one of the suffixes, or has none.

    >>> checked_suffix("map.HTML", ".html", ".htm").name
    'map.HTML'
    """
    path = Path(path)
    if path.suffix and path.suffix.lower() not in suffixes:
        expected, better = " or ".join(suffixes), path.with_suffix(suffixes[0])
        raise UsageError(f"{path}: cannot be written as {path.suffix}; expected {expected}; write {better.name}")
    return path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Write a file atomically: the block writes to a temporary file, which is renamed to `path` if the block succeeds.

    A symbolic link is kept, and the file that it points to is replaced. An existing file keeps its mode and, if the
    system allows it, its owner. A device, a pipe and ``/dev/stdout`` are not replaced: the content is copied to them at
    the end of the block.
    """
    try:
        target = _followed(path)
        old = target.stat() if target.exists() else None
        if _descriptor(target) or (old and not stat.S_ISREG(old.st_mode)):
            with TemporaryDirectory(dir=temporary_folder()) as folder:
                yield Path(folder) / "content"
                _send(Path(folder) / "content", target)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = target.with_name(f".{target.name[:40]}.{os.urandom(4).hex()}.tmp")
        try:
            os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600 if old else 0o666))
            yield temporary
            with temporary.open("rb") as handle:
                if old:
                    _like(old, handle.fileno())
                os.fsync(handle.fileno())
            temporary.replace(target)
        finally:
            with suppress(OSError):
                temporary.unlink()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise InvalidInput(
            f"{shown(path)}: cannot be written ({reason(error)}); expected a writable path; choose another with -o"
        ) from error


def _like(old: os.stat_result, handle: int) -> None:
    """Set the mode of the old file and, where the system allows, its owner."""
    with suppress(OSError):
        os.fchown(handle, old.st_uid, old.st_gid)
    if os.fstat(handle).st_mode != old.st_mode:  # a file system without modes refuses to set one
        os.fchmod(handle, stat.S_IMODE(old.st_mode))


def _followed(path: Path) -> Path:
    """Follow symbolic links to their target, but keep ``/dev/stdout`` instead of the file that it is redirected to."""
    for _ in range(MOST_LINKS):
        path = real(path.parent) / path.name
        if _descriptor(path) or not path.is_symlink():
            return path
        path = path.parent / path.readlink()
    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))


def _descriptor(path: Path) -> bool:
    """Return whether a path with a resolved folder is a file descriptor of this process, such as ``/dev/fd/1``."""
    return path.name.isdecimal() and str(path.parent) in ("/dev/fd", f"/proc/{os.getpid()}/fd")


def _send(content: Path, target: Path) -> None:
    if sys.stdout:
        sys.stdout.flush()  # what was printed before comes first
    opened = os.dup(int(target.name)) if _descriptor(target) else target
    with content.open("rb") as source, open(opened, "wb") as sink:  # noqa: PTH123 - it may be a descriptor
        shutil.copyfileobj(source, sink)


def write_parquet(frame: pl.DataFrame, path: Path, **options: Any) -> None:
    """Write a table as Parquet.

    The file is built in memory first, because polars reports a full disk as a damaged file.
    """
    content = io.BytesIO()
    frame.write_parquet(content, **options)
    path.write_bytes(content.getbuffer())
