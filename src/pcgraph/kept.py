"""The build folder: one process at a time writes it, and it is read only if it is what a build wrote.

A new folder is filled next to the old one and takes its place in one step, so there is always a whole build. The store
of a large graph is a folder in the build folder, with a manifest of its own. Whoever writes one keeps the other.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pcgraph import sums
from pcgraph.errors import InvalidInput
from pcgraph.paths import real, reason, shown

MANIFEST = "manifest.json"
CHECKSUM = "checksum"  # in the manifest: of all its other entries
GRAPH = "pcgraph.trig"
PAGE = "map.html"
INPUTS = "inputs.parquet"  # every quad that was read, also those of retracted sources
POSITIONS = "positions.csv"  # as the data folder had it
TABLES = "tables"
STORE = "store"  # in a build folder: the store of a large graph, see pcgraph.large
SEEN = "seen.json"  # in that store's folder: sums that need not be computed again
BUILD, STORE_BUILD = "pcgraph build", "pcgraph store"  # who made a folder, in its manifest
NEW, OLD = ".tmp", ".old"


@dataclass(frozen=True)
class Kept:
    """What a build keeps of a graph: its manifest and, unless the graph lies in a store, the files it is made of."""

    folder: Path
    facts: dict[str, Any]
    files: dict[str, bytes]

    def page(self) -> str | None:
        """Read the page; None if it is not there, damaged, or holds quotes of texts, which are not for everyone."""
        sum_ = None if self.facts.get("texts") else self.facts["files"].get(PAGE)
        content = read_file(self.folder / PAGE, sum_)
        return None if content is None else content.decode()


def manifest(folder: Path, maker: str = BUILD) -> dict[str, Any] | None:
    """Read the manifest of a build folder; None where there is none or it is damaged."""
    try:
        found = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or found.get("made by") != maker:
        return None
    return found if found.pop(CHECKSUM, None) == _checksum(found) else None


def manifest_text(content: Mapping[str, object]) -> str:
    """Write a manifest, with the checksum of its content."""
    return json.dumps({**content, CHECKSUM: _checksum(content)}, indent=1, ensure_ascii=False) + "\n"


def _checksum(content: Mapping[str, object]) -> str:
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def verified(folder: Path, key: str) -> dict[str, Any] | None:
    """Return the manifest if the folder holds, undamaged, what a build with this key wrote."""
    found = manifest(folder)
    if found is None or found["key"] != key:
        return None
    return found if all(sums.of(folder / name) == sum_ for name, sum_ in found["files"].items()) else None


def read(folder: Path, key: str | None = None) -> Kept | None:
    """Read what a build keeps of a graph.

    Returns
    -------
    Kept or None
        All from one build, even while others write. None if there is no build, a file of it is damaged, or it was made
        from other data than those of `key`.
    """
    folder = real(folder)
    while True:
        found = manifest(folder)
        if found is None or key not in (None, found["key"]):
            return None
        names = [name for name in found["files"] if name in (GRAPH, INPUTS, POSITIONS) or name.startswith(TABLES)]
        files = {name: read_file(folder / name, found["files"][name]) for name in names if GRAPH in found["files"]}
        whole = {name: content for name, content in files.items() if content is not None}
        if len(whole) == len(files):
            return Kept(folder, found, whole)
        if manifest(folder) == found:  # otherwise another build has taken its place
            return None


def read_file(path: Path, sum_: str | None) -> bytes | None:
    """Read a file; None if it is not the one that has this checksum."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    return content if hashlib.sha256(content).hexdigest() == sum_ else None


def built(folder: Path, maker: str = BUILD) -> bool:
    """Say whether the folder has a manifest of this package, damaged or not."""
    try:
        return f'"made by": "{maker}"'.encode() in (folder / MANIFEST).read_bytes()
    except OSError:
        return False


def foreign(folder: Path, maker: str = BUILD) -> bool:
    """Say whether something is there that this package did not make, and that must not be touched."""
    if not folder.is_dir():
        return folder.exists()
    known = {STORE, f".{STORE}.lock"} if maker == BUILD else {MANIFEST, "engine", TABLES, SEEN, INPUTS, POSITIONS}
    return not built(folder, maker) and any(path.name not in known for path in folder.iterdir())


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Be the only process that writes a build folder: a second one waits. Removes what a killed one left.

    Raises
    ------
    InvalidInput
        If the folder exists and holds something that no build wrote, or nothing can be written next to it.
    """
    with _one_line(folder):
        handle = _lock(folder)
    try:
        with _one_line(folder):
            _clean(folder)
            for place, maker in ((folder, BUILD), (folder / STORE, STORE_BUILD)):
                if foreign(place, maker):
                    raise InvalidInput(
                        f"{shown(place)}: not a build folder; expected an empty or new one; give another with -o"
                    )
        yield
    finally:
        with suppress(OSError):
            _clean(folder)
        with suppress(OSError):
            _lock_file(folder).unlink()
        os.close(handle)


@contextmanager
def writing(folder: Path, key: str, facts: Mapping[str, object], part: str = "") -> Iterator[Path]:
    """Fill a new folder and put it in the place of a build folder, all or nothing. Only to be used while `alone`.

    Parameters
    ----------
    folder : Path
        The build folder.
    key : str
        See `pcgraph.api.key`.
    facts : mapping
        Further entries of the manifest.
    part : str
        ``store`` if only the store is written. Everything else is taken along from the old folder, by hard links.

    Raises
    ------
    InvalidInput
        If the folder cannot be written; it is as it was then.
    """
    build = real(folder)
    new = build.with_name(f".{build.name}.{os.urandom(4).hex()}{NEW}")
    try:
        with _one_line(folder):
            (new / part).mkdir(parents=True)
            yield new / part
            paths = sorted(path for path in (new / part).rglob("*") if path.is_file())
            files = {path.relative_to(new / part).as_posix(): sums.of(path) for path in paths}
            content = {"made by": STORE_BUILD if part else BUILD, "key": key, **facts, "files": files}
            (new / part / MANIFEST).write_text(manifest_text(content), encoding="utf-8")
            if build.exists():
                _take_along(build, new, part)
            _sync(new)
            _put(new, build)
    finally:
        _discard(new)


def left(folder: Path) -> list[Path]:
    """List the folders that builds left next to a build folder: killed ones, or with a store that is still read."""
    folder = real(folder)
    name = re.compile(rf"\.{re.escape(folder.name)}\.[0-9a-f]{{8}}(?:{re.escape(NEW)}|{re.escape(OLD)})")
    return [path for path in folder.parent.glob(".*") if name.fullmatch(path.name)]


def _clean(folder: Path) -> None:
    for path in left(folder):
        if path.suffix == OLD and not folder.exists():
            path.rename(folder)
        else:
            _discard(path)


def hold(folder: Path) -> int:
    """Open a folder that is to stay as it is: builds do not remove it until the descriptor is closed.

    Raises
    ------
    OSError
        If there is none.
    """
    while True:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        with suppress(OSError):  # a file system without locks
            fcntl.flock(handle, fcntl.LOCK_SH)
        with suppress(OSError):
            if os.path.samestat(os.fstat(handle), folder.stat()):
                return handle
        os.close(handle)  # another one has taken its place


@contextmanager
def _one_line(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InvalidInput(
            f"{shown(folder)}: cannot be written ({reason(error)}); expected a writable place; give another with -o"
        ) from error


def _lock_file(folder: Path) -> Path:
    folder = real(folder)
    return folder.with_name(f".{folder.name}.lock")


def _lock(folder: Path) -> int:
    """Return the descriptor of the lock file, once it is locked and still the one that others would lock."""
    path, waiting = _lock_file(folder), False
    path.parent.mkdir(parents=True, exist_ok=True)
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not waiting:
                print(f"{shown(folder)}: another process is writing it; waiting …", file=sys.stderr)
            waiting = True
            fcntl.flock(handle, fcntl.LOCK_EX)
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(handle), path.stat()):
                return handle
        os.close(handle)


def _take_along(old: Path, new: Path, part: str) -> None:
    """Link what is not written anew: the store, or everything but the store."""
    for path in old.iterdir():
        if (path.name == STORE) == bool(part):
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, new / path.name, symlinks=True, copy_function=_link)
        else:
            _link(path, new / path.name)
    shutil.copymode(old, new)


def _link(old: str | Path, new: str | Path) -> None:
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:  # a file system without hard links
        shutil.copy2(old, new, follow_symlinks=False)


def _put(new: Path, folder: Path) -> None:
    """Put a folder in the place of another one, which then has its name."""
    if not folder.exists():
        new.rename(folder)
    elif not _exchange(new, folder):
        old = new.with_suffix(OLD)
        folder.rename(old)
        new.rename(folder)
        old.rename(new)
    _sync_one(folder.parent)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False where the system or the file system cannot."""
    import ctypes

    system = ctypes.CDLL(None)
    if not hasattr(system, "renameat2"):
        return False
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    return bool(system.renameat2(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0)


def _discard(folder: Path) -> None:
    """Remove a folder, unless a process reads the store in it; then a later build does."""
    try:
        handle = os.open(folder / STORE, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        finally:
            os.close(handle)
    except BlockingIOError:
        return
    except OSError:
        pass  # no store, or a file system without locks
    shutil.rmtree(folder, ignore_errors=True)


def _sync(folder: Path) -> None:
    """Let everything in a folder reach the disk, so that no name stands for a file that is not whole."""
    for path in [*sorted(folder.rglob("*"), reverse=True), folder]:
        if not path.is_symlink():
            _sync_one(path)


def _sync_one(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
