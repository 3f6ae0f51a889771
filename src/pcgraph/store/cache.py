"""Read and write the build folder, which caches the results of a build.

Only one process at a time writes the folder, and a folder is read only if its checksums match its manifest. A new
folder is filled next to the old one and then renamed in one step, so there is always a complete build. The store of a
large graph is a subfolder with its own manifest. A process that writes one of the two keeps the other.
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
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pcgraph.errors import InvalidInput
from pcgraph.model.text import visible
from pcgraph.store import checksums
from pcgraph.store.data_folder import PAGE_FILES
from pcgraph.store.files import real, reason, shown

MANIFEST = "manifest.json"
CHECKSUM = "checksum"  # key in the manifest: the checksum of all other entries
GRAPH = "pcgraph.trig"
PAGE = "map.html"
INPUTS = "inputs.parquet"  # all quads that were read, including those of retracted sources
TABLES = "tables"
STORE = "store"  # in a build folder: the store of a large graph, see pcgraph.belief.disk_store
# in the store's folder: what is computed from the graph, so that a command about one thing need not read all of it
NAMES, RANKINGS, RANKED = "names.sqlite", "rankings.parquet", "rankings.json"
SEEN = "seen.json"  # in the store's folder: cached checksums, see pcgraph.store.checksums
STORED = {MANIFEST, "engine", TABLES, SEEN, INPUTS, NAMES, RANKINGS, RANKED, *PAGE_FILES}  # in the store's folder
BUILD, STORE_BUILD = "pcgraph build", "pcgraph store"  # values of "made by" in the manifest
NEW, OLD = ".tmp", ".old"


@dataclass(frozen=True)
class CachedBuild:
    """A build that was read back from its folder.

    Attributes
    ----------
    folder : Path
    facts : dict
        The manifest.
    files : dict
        Name → content of the files that make up the graph; empty if the graph is in a store on disk.
    """

    folder: Path
    facts: dict[str, Any]
    files: dict[str, bytes]

    def page(self) -> str | None:
        """Return the HTML page; None if it is missing, damaged, or quotes texts, which must not be published."""
        sum_ = None if self.facts.get("texts") else self.facts["files"].get(PAGE)
        content = read_file(self.folder / PAGE, sum_)
        return None if content is None else content.decode()


def manifest(folder: Path, maker: str = BUILD) -> dict[str, Any] | None:
    """Return the manifest of a build folder, or None if it is missing or damaged."""
    try:
        found = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or found.get("made by") != maker:
        return None
    return found if found.pop(CHECKSUM, None) == _checksum(found) else None


def manifest_text(content: Mapping[str, object]) -> str:
    """Return a manifest as JSON text, with the checksum of its content."""
    return json.dumps({**content, CHECKSUM: _checksum(content)}, indent=1, ensure_ascii=False) + "\n"


def _checksum(content: Mapping[str, object]) -> str:
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def verified(folder: Path, key: str) -> dict[str, Any] | None:
    """Return the manifest if the folder contains an undamaged build with this key, otherwise None."""
    found = manifest(folder)
    if found is None or found["key"] != key:
        return None
    return found if all(checksums.checksum(folder / name) == sum_ for name, sum_ in found["files"].items()) else None


def read(folder: Path, key: str | None = None) -> CachedBuild | None:
    """Read a build from its folder."""
    folder = real(folder)
    while True:
        found = manifest(folder)
        if found is None or key not in (None, found["key"]):
            return None
        names = [name for name in found["files"] if name in (GRAPH, INPUTS, *PAGE_FILES) or name.startswith(TABLES)]
        files = {name: read_file(folder / name, found["files"][name]) for name in names if GRAPH in found["files"]}
        whole = {name: content for name, content in files.items() if content is not None}
        if len(whole) == len(files):
            return CachedBuild(folder, found, whole)
        if manifest(folder) == found:  # otherwise a new build has replaced it: read again
            return None


def read_file(path: Path, sum_: str | None) -> bytes | None:
    """Return the content of a file, or None if it cannot be read or its SHA-256 is not `sum_`."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    return content if hashlib.sha256(content).hexdigest() == sum_ else None


def built(folder: Path, maker: str = BUILD) -> bool:
    """Return whether the folder has a manifest of this package, damaged or not."""
    try:
        return f'"made by": "{maker}"'.encode() in (folder / MANIFEST).read_bytes()
    except OSError:
        return False


def foreign(folder: Path, maker: str = BUILD) -> bool:
    """Return whether the path contains something that this package did not write and must not change."""
    if not folder.is_dir():
        return folder.exists()
    known = {STORE, f".{STORE}.lock"} if maker == BUILD else STORED
    return not built(folder, maker) and any(path.name not in known for path in folder.iterdir())


@contextmanager
def exclusive(folder: Path) -> Iterator[None]:
    """Lock a build folder for writing, and remove what interrupted builds left behind.

    A second process waits until the lock is released.
    """
    with ExitStack() as lock:
        with _reporting_write_errors(folder):
            lock.enter_context(locked(folder))
            for place, maker in ((folder, BUILD), (folder / STORE, STORE_BUILD)):
                if foreign(place, maker):
                    raise InvalidInput(
                        f"{shown(place)}: not a build folder; expected an empty or new one; choose another with -o"
                    )
        yield


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Lock a folder for writing, and remove what interrupted runs left beside it; a second process waits."""
    handle = _lock(folder)
    try:
        _clean(folder)
        yield
    finally:
        with suppress(OSError):
            _clean(folder)
        with suppress(OSError):
            _lock_file(folder).unlink()
        os.close(handle)


@contextmanager
def writing(folder: Path, key: str, facts: Mapping[str, object], part: str = "") -> Iterator[Path]:
    """Fill a new folder and replace a build folder with it, atomically. Requires the lock of `exclusive`."""
    build, new = real(folder), unused(folder)
    try:
        with _reporting_write_errors(folder):
            (new / part).mkdir(parents=True)
            yield new / part
            paths = sorted(path for path in (new / part).rglob("*") if path.is_file())
            files = {path.relative_to(new / part).as_posix(): checksums.checksum(path) for path in paths}
            content = {"made by": STORE_BUILD if part else BUILD, "key": key, **facts, "files": files}
            (new / part / MANIFEST).write_text(manifest_text(content), encoding="utf-8")
            if build.exists():
                _link_unchanged(build, new, part)
            _sync(new)
            swap_in(new, build)
    finally:
        _discard(new)


def unused(folder: Path) -> Path:
    """Return an unused path next to a build folder, which is among its `leftovers`."""
    build = real(folder)
    return build.with_name(f".{build.name}.{os.urandom(4).hex()}{NEW}")


def leftovers(folder: Path) -> list[Path]:
    """List folders left next to a build folder, by interrupted builds or because their store is still being read."""
    folder = real(folder)
    name = re.compile(rf"\.{re.escape(folder.name)}\.[0-9a-f]{{8}}(?:{re.escape(NEW)}|{re.escape(OLD)})")
    return [path for path in folder.parent.glob(".*") if name.fullmatch(path.name)]


def _clean(folder: Path) -> None:
    for path in leftovers(folder):
        if path.suffix == OLD and not folder.exists():
            path.rename(folder)
        else:
            _discard(path)


def hold(folder: Path) -> int:
    """Lock a folder for reading: builds do not remove it until the descriptor is closed."""
    while True:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        with suppress(OSError):  # a file system without locks
            fcntl.flock(handle, fcntl.LOCK_SH)
        with suppress(OSError):
            if os.path.samestat(os.fstat(handle), folder.stat()):
                return handle
        os.close(handle)  # the folder was replaced in the meantime: try again


@contextmanager
def _reporting_write_errors(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InvalidInput(
            f"{shown(folder)}: cannot be written ({reason(error)}); expected a writable path; choose another with -o"
        ) from error


def _lock_file(folder: Path) -> Path:
    folder = real(folder)
    return folder.with_name(f".{folder.name}.lock")


def _lock(folder: Path) -> int:
    """Lock the lock file and return its descriptor; wait if another process holds the lock.

    The lock counts only if the locked file is still the one at the path, because the holder deletes it on release.
    """
    path, waiting = _lock_file(folder), False
    path.parent.mkdir(parents=True, exist_ok=True)
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not waiting:
                print(visible(f"{shown(folder)}: another process is writing this folder; waiting …"), file=sys.stderr)
            waiting = True
            fcntl.flock(handle, fcntl.LOCK_EX)
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(handle), path.stat()):
                return handle
        os.close(handle)


def _link_unchanged(old: Path, new: Path, part: str) -> None:
    """Hard-link the unchanged part from the old folder: the store, or everything except the store."""
    for path in old.iterdir():
        if (path.name == STORE) == bool(part):
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, new / path.name, symlinks=True, copy_function=link)
        else:
            link(path, new / path.name)
    shutil.copymode(old, new)


def link(old: str | Path, new: str | Path) -> None:
    """Link a file under a second name, or copy it with its time where the file system has no hard links."""
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:
        shutil.copy2(old, new, follow_symlinks=False)


def swap_in(new: Path, folder: Path) -> None:
    """Swap two folders: `new` takes the name of `folder`, and the old folder the name of `new`."""
    if not folder.exists():
        new.rename(folder)
    elif not _exchange(new, folder):
        old = new.with_suffix(OLD)
        folder.rename(old)
        new.rename(folder)
        old.rename(new)
    _sync_one(folder.parent)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two paths in one step; return False if the system or the file system does not support it."""
    import ctypes

    system = ctypes.CDLL(None)
    if not hasattr(system, "renameat2"):
        return False
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    return bool(system.renameat2(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0)


def _discard(folder: Path) -> None:
    """Remove a folder, unless a process is reading its store; a later build removes it then."""
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
    """Flush everything in a folder to disk, so that a crash cannot leave incomplete files."""
    for path in [*sorted(folder.rglob("*"), reverse=True), folder]:
        if not path.is_symlink():
            _sync_one(path)


def _sync_one(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
