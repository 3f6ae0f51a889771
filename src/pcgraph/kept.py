"""The kept result of a build: written beside and swapped in, read only while its inputs are what they were."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from pcgraph.errors import InvalidInput
from pcgraph.paths import shown

MANIFEST = "manifest.json"
GRAPH = "pcgraph.trig"


def manifest(folder: Path) -> dict[str, Any] | None:
    """Read the manifest of a build folder; None where there is none or it is damaged."""
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) and found.get("made by") == "pcgraph build" else None


def fresh(folder: Path, key: str) -> bool:
    """Say whether the folder holds, unharmed, what a build with this key wrote."""
    found = manifest(folder)
    return bool(
        found and found.get("key") == key and all(_sha(folder / name) == sum_ for name, sum_ in found["files"].items())
    )


def store(folder: Path, key: str) -> ox.Store | None:
    """Load the kept graphs, or give None if the inputs have changed or the file is not the one that was written."""
    found = manifest(folder)
    if not found or found.get("key") != key or _sha(folder / GRAPH) != found["files"].get(GRAPH):
        return None
    loaded = ox.Store()
    loaded.bulk_load(path=str(folder / GRAPH), format=ox.RdfFormat.TRIG)
    return loaded


@contextmanager
def writing(folder: Path, key: str, facts: Mapping[str, object]) -> Iterator[Path]:
    """Fill a new folder and swap it in for `folder`, all or nothing.

    Raises
    ------
    InvalidInput
        If `folder` exists and holds something that no build wrote, or cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and manifest(folder) is None)):
        raise InvalidInput(f"{shown(folder)}: not a build folder; expected an empty or new one; give another with -o")
    new, old = (folder.with_name(f".{folder.name}.{suffix}") for suffix in ("new", "old"))
    try:
        for left in (new, old):
            shutil.rmtree(left, ignore_errors=True)
        new.mkdir(parents=True)
        yield new
        sums = {path.relative_to(new).as_posix(): _sha(path) for path in sorted(new.rglob("*")) if path.is_file()}
        content = {"made by": "pcgraph build", "key": key, **facts, "files": sums}
        (new / MANIFEST).write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        if folder.exists():
            folder.rename(old)
        new.rename(folder)
    except OSError as error:
        if old.exists() and not folder.exists():
            old.rename(folder)
        raise InvalidInput(
            f"{shown(folder)}: cannot be written ({error.strerror or error}); "
            "expected a writable place; give another with -o"
        ) from error
    finally:
        for left in (new, old):
            if folder.exists() or left == new:
                shutil.rmtree(left, ignore_errors=True)


def _sha(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
