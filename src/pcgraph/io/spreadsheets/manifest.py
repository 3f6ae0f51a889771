"""Files of an import → the data folder, all or nothing; and back out of it. The manifest says which they are.

The manifest is put in place first and taken away last: if the machine stops in between, the same import, or its
undoing, finishes what was begun.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from pcgraph.errors import InvalidInput, UsageError, nearest
from pcgraph.store.files import shown

FOLDER = "imports"
Files = Mapping[str, bytes]


def sha(content: bytes) -> str:
    """Give the SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def manifests(data: Path) -> dict[str, dict[str, Any]]:
    """Read the manifests of a data folder, by import.

    Raises
    ------
    InvalidInput
        If one is damaged.
    """
    found = {}
    for path in sorted((data / FOLDER).glob("*.json")):
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            found[path.stem] = {**content, "files": dict(content["files"])}
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise InvalidInput(
                f"{shown(path)}: no manifest of an import ({error}); expected what pcgraph import wrote; restore it"
            ) from error
    return found


def manifest(facts: Mapping[str, object], files: Files) -> bytes:
    """Write the manifest of an import."""
    content = {"made by": "pcgraph import", **facts, "files": {name: sha(files[name]) for name in sorted(files)}}
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()


def edited(data: Path, sums: Mapping[str, str]) -> list[str]:
    """List the files that are there and are not what the manifest says, sorted."""
    return [name for name in sorted(sums) if (found := _read(data / name)) is not None and sha(found) != sums[name]]


def put(data: Path, files: Files, name: str) -> list[Path]:
    """Write the files that are not there yet: all, or none and everything as it was.

    Parameters
    ----------
    data : Path
    files : mapping of str to bytes
        Path below `data` → content; the manifest is among them.
    name : str
        The import; part of the temporary names, so that what an interruption left is used up by the next try.

    Returns
    -------
    list of Path
        What was written.

    Raises
    ------
    InvalidInput
        If a file cannot be written, or another stands in its place.
    """
    new = [name for name in sorted(files, key=_manifest_first) if _read(data / name) is None]
    if taken := [name for name in files if name not in new and _read(data / name) != files[name]]:
        raise InvalidInput(
            [f"{shown(data / name)}: is there already; expected no such file; move it" for name in taken]
        )
    placed: list[Path] = []
    folders = [folder for folder in {(data / name).parent for name in new} if not folder.exists()]
    temporary = {data / each: _temporary(data / each, name) for each in new}
    try:
        for path, aside in temporary.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with aside.open("wb") as handle:
                handle.write(files[path.relative_to(data).as_posix()])
                handle.flush()
                os.fsync(handle.fileno())
        for path, aside in temporary.items():
            aside.replace(path)
            placed.append(path)
    except BaseException as error:
        for path in [*placed, *temporary.values()]:
            with suppress(OSError):
                path.unlink()
        _drop(folders)
        if not isinstance(error, OSError):
            raise
        reason = error.strerror or str(error)
        raise InvalidInput(
            f"{shown(data)}: cannot be written ({reason}), so nothing was; expected a writable folder; mend its rights"
        ) from error
    return placed


def take(data: Path, name: str, files: Mapping[str, str]) -> list[Path]:
    """Remove the files of an import and its manifest: all, or none.

    Raises
    ------
    InvalidInput
        If one cannot be removed; then all are there as before.
    """
    names = [*sorted(files), f"{FOLDER}/{name}.json"]
    aside = {data / each: _temporary(data / each, name) for each in names}
    moved: list[Path] = []
    try:
        for path in aside:
            if path.exists():
                path.replace(aside[path])
                moved.append(path)
    except OSError as error:
        for path in moved:
            aside[path].replace(path)
        raise InvalidInput(
            f"{shown(data)}: cannot be changed ({error.strerror or error}), so nothing was; "
            "expected a writable folder; mend its rights"
        ) from error
    for each in aside.values():
        with suppress(OSError):
            each.unlink()
    _drop([data / FOLDER])
    return moved


def known(data: Path, name: str) -> dict[str, Any]:
    """Give the manifest of one import.

    Raises
    ------
    UsageError
        If there is none of that name.
    """
    found = manifests(data)
    if name not in found:
        raise UsageError(f"import {name}: unknown in {shown(data)}; expected one that was made; {nearest(name, found)}")
    return found[name]


def diff(data: Path, files: Mapping[str, bytes | None]) -> Iterator[str]:
    """Give the lines of a unified diff from the folder as it is to the folder with these files (None: without)."""
    for name, new in sorted(files.items()):
        old = _read(data / name)
        before, after = ((text or b"").decode().splitlines(keepends=True) for text in (old, new))
        one, other = (shown(data / name) if text is not None else "/dev/null" for text in (old, new))
        yield from difflib.unified_diff(before, after, one, other)


def _manifest_first(name: str) -> tuple[bool, str]:
    return not name.startswith(FOLDER), name


def _temporary(path: Path, name: str) -> Path:
    return path.with_name(f".{path.name}.{name}.tmp")


def _drop(folders: list[Path]) -> None:
    for folder in sorted(folders, reverse=True):
        with suppress(OSError):
            folder.rmdir()


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
