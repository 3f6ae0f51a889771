"""The kept result of a build: written beside and swapped in, read only while its inputs are what they were.

So is the store of a large graph, a folder in the build folder with a manifest of its own; a new build leaves it there.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from pcgraph import sums
from pcgraph.errors import InvalidInput
from pcgraph.paths import shown

MANIFEST = "manifest.json"
GRAPH = "pcgraph.trig"
PAGE = "map.html"
STORE = "store"  # in a build folder: the store of a large graph, see pcgraph.large
SEEN = "seen.json"  # in that store's folder: sums that need not be computed again
BUILD = "pcgraph build"


def manifest(folder: Path, maker: str = BUILD) -> dict[str, Any] | None:
    """Read the manifest of a build folder; None where there is none or it is damaged."""
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) and found.get("made by") == maker else None


def fresh(folder: Path, key: str) -> bool:
    """Say whether the folder holds, unharmed, what a build with this key wrote."""
    found = manifest(folder)
    return bool(
        found
        and found.get("key") == key
        and all(sums.of(folder / name) == sum_ for name, sum_ in found["files"].items())
    )


def store(folder: Path, key: str) -> ox.Store | None:
    """Load the kept graphs, or give None if the inputs have changed or the file is not the one that was written."""
    found = manifest(folder)
    if (
        not found
        or found.get("key") != key
        or GRAPH not in found["files"]
        or sums.of(folder / GRAPH) != found["files"].get(GRAPH)
    ):
        return None
    loaded = ox.Store()
    loaded.bulk_load(path=str(folder / GRAPH), format=ox.RdfFormat.TRIG)
    return loaded


def page(folder: Path, key: str) -> str | None:
    """Read the kept page if it is of this key, unharmed, and holds no quotes of texts, which are not for everyone."""
    found = manifest(folder) or {}
    if found.get("key") != key or found.get("texts") or PAGE not in found["files"]:
        return None
    return (folder / PAGE).read_text(encoding="utf-8") if sums.of(folder / PAGE) == found["files"][PAGE] else None


def foreign(folder: Path, maker: str = BUILD) -> bool:
    """Say whether something is there that this package did not make, and that must not be touched."""
    if not folder.is_dir():
        return folder.exists()
    known = (
        {STORE, *(f".{STORE}.{end}" for end in ("lock", "new", "old"))}
        if maker == BUILD
        else {MANIFEST, "engine", "tables", SEEN}
    )
    return manifest(folder, maker) is None and any(path.name not in known for path in folder.iterdir())


@contextmanager
def writing(folder: Path, key: str, facts: Mapping[str, object], maker: str = BUILD) -> Iterator[Path]:
    """Fill a new folder and swap it in for `folder`, all or nothing.

    Raises
    ------
    InvalidInput
        If `folder` exists and holds something that no build wrote, or cannot be written.
    """
    if foreign(folder, maker):
        raise InvalidInput(f"{shown(folder)}: not a build folder; expected an empty or new one; give another with -o")
    new, old = (folder.with_name(f".{folder.name}.{suffix}") for suffix in ("new", "old"))
    try:
        for left in (new, old):
            shutil.rmtree(left, ignore_errors=True)
        new.mkdir(parents=True)
        yield new
        found = {path.relative_to(new).as_posix(): sums.of(path) for path in sorted(new.rglob("*")) if path.is_file()}
        content = {"made by": maker, "key": key, **facts, "files": found}
        (new / MANIFEST).write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        _sync(new)
        if maker == BUILD and (folder / STORE).exists():
            (folder / STORE).rename(new / STORE)
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


def _sync(folder: Path) -> None:
    """Let everything in a folder reach the disk, so that no name stands for a file that is not whole."""
    for path in sorted(folder.rglob("*"), reverse=True):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
