"""Writes the files of an import to the data folder, and removes them, all or nothing. The manifest lists the files.

The manifest is written first and removed last. If the machine stops in between, repeating the import, or undoing it,
completes the work.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from pcgraph.errors import InvalidInput, UsageError, nearest
from pcgraph.store.files import replacing, shown

FOLDER = "imports"
Files = Mapping[str, bytes]


def sha256(content: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def manifests(data: Path) -> dict[str, dict[str, Any]]:
    """Return the manifests of a data folder, by id of the import."""
    found = {}
    for path in sorted((data / FOLDER).glob("*.json")):
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            before = dict(content.get("before", {}))
            found[path.stem] = {**content, "files": dict(content["files"]), "before": before}
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise InvalidInput(
                f"{shown(path)}: not a manifest of an import ({error}); expected the file that pcgraph import wrote; "
                "restore it"
            ) from error
    return found


def make_manifest(facts: Mapping[str, object], files: Files, before: Mapping[str, str]) -> bytes:
    """Return the content of the manifest of an import; `before` has the texts of files that it only adds to."""
    sums = {name: sha256(files[name]) for name in sorted(files)}
    content = {"made by": "pcgraph import", **facts, "files": sums, **({"before": dict(before)} if before else {})}
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()


def edited_files(data: Path, made: Mapping[str, Any]) -> list[str]:
    """Return the files that exist and are neither as an import left them nor as they were before it, sorted."""
    return [
        name
        for name, sum_ in sorted(made["files"].items())
        if (found := _read(data / name)) is not None
        and sha256(found) != sum_
        and found != made["before"].get(name, "\0").encode()
    ]


def state(data: Path, made: Mapping[str, Any]) -> str:
    """Return whether the files of an import are ``complete``, ``edited`` since, or ``broken off`` in writing."""
    if edited_files(data, made):
        return "edited"
    found = {name: _read(data / name) for name in made["files"]}
    written = all(text is not None and sha256(text) == made["files"][name] for name, text in found.items())
    return "complete" if written else "broken off"


def write_files(data: Path, files: Files, name: str, before: Mapping[str, str]) -> list[Path]:
    """Write the files that do not exist yet, and those that the import adds to, all or none."""
    now = {name: _read(data / name) for name in files}
    new = [name for name in sorted(files, key=_manifest_first) if now[name] != files[name]]
    if taken := [each for each in new if now[each] not in (None, before.get(each, "\0").encode())]:
        raise InvalidInput([f"{shown(data / each)}: already exists; expected no such file; move it" for each in taken])
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
            old = now.get(path.relative_to(data).as_posix())
            with suppress(OSError):
                path.unlink() if old is None else path.write_bytes(old)
        _drop(folders)
        if not isinstance(error, OSError):
            raise
        reason = error.strerror or str(error)
        raise InvalidInput(
            f"{shown(data)}: cannot be written ({reason}), so nothing was changed; "
            "expected a writable folder; check its permissions"
        ) from error
    return placed


def remove_files(data: Path, name: str, made: Mapping[str, Any]) -> list[Path]:
    """Remove the files of an import and its manifest, and what it added to others, all or nothing."""
    before = {data / each: text.encode() for each, text in sorted(made["before"].items())}
    names = [*(each for each in sorted(made["files"]) if each not in made["before"]), f"{FOLDER}/{name}.json"]
    aside = {data / each: _temporary(data / each, name) for each in names}
    moved: list[Path] = []
    now = {path: path.read_bytes() for path in before}
    try:
        for path, text in before.items():
            with replacing(path) as temporary:
                temporary.write_bytes(text)
        for path in aside:
            if path.exists():
                path.replace(aside[path])
                moved.append(path)
    except OSError as error:
        for path in moved:
            aside[path].replace(path)
        for path, text in now.items():
            with suppress(OSError):
                path.write_bytes(text)
        raise InvalidInput(
            f"{shown(data)}: cannot be changed ({error.strerror or error}), so nothing was changed; "
            "expected a writable folder; check its permissions"
        ) from error
    for each in aside.values():
        with suppress(OSError):
            each.unlink()
    _drop([data / FOLDER, data / "terms", data / "verdicts"])
    return [*before, *moved]


def find_manifest(data: Path, name: str) -> dict[str, Any]:
    """Return the manifest of one import."""
    found = manifests(data)
    if name not in found:
        raise UsageError(
            f"import {name}: unknown in {shown(data)}; expected an existing import; {nearest(name, found)}"
        )
    return found[name]


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
