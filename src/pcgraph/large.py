"""The store of a large graph: an Oxigraph folder on disk that is a cache of its inputs, with its tables beside it.

It is believed only while every file is the one that was written. Oxigraph itself opens a folder with a short MANIFEST
as an empty graph, in silence, so nothing here rests on its word. On any doubt the store is made anew, and one line on
stderr says so.
"""

from __future__ import annotations

import fcntl
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from pcgraph import engine, ids, kept, sums
from pcgraph.current import Tables
from pcgraph.errors import InvalidInput
from pcgraph.evidence import Selection
from pcgraph.model import Model
from pcgraph.paths import shown
from pcgraph.scope import Scope
from pcgraph.store import Inputs

# From so many quads on: below, filling memory at every start takes a few seconds at most, and its answers come four to
# seven times as fast as from disk.
LARGE = 500_000
MAKER = "pcgraph store"
ENGINE = "engine"  # the folder of Oxigraph
WHOLE = Scope()


@dataclass(frozen=True)
class Large:
    """An open store, its tables, and which sources were left out of it and why."""

    store: ox.Store
    tables: Tables
    left_out: tuple[tuple[str, str], ...]


def found(build: Path, key: str, inputs: Inputs | None = None) -> Large | None:
    """Open the store of a build folder if it was made from these inputs and is unharmed; else make it of `inputs`.

    Returns
    -------
    Large or None
        None if there is none, and no `inputs` or less than `LARGE` quads of them.

    Raises
    ------
    InvalidInput
        As `make`.

    Notes
    -----
    Cost of opening: milliseconds; the first time after it was written or touched, a second for each gigabyte.
    """
    kept_, _ = _opened(build / kept.STORE, key)
    if kept_ is not None:
        return kept_
    if inputs is None or inputs.columns.height < LARGE:
        return None
    return make(build, key, inputs)


def make(build: Path, key: str, inputs: Inputs) -> Large:
    """Make the store, or take it if another process just has.

    Raises
    ------
    InvalidInput
        If the folder holds something else, or cannot be written (the old store is left then).
    """
    folder = build / kept.STORE
    if kept.foreign(build) or kept.foreign(folder, MAKER):
        where = build if kept.foreign(build) else folder
        raise InvalidInput(f"{shown(where)}: not a build folder; expected an empty or new one; give another")
    with _alone(build):
        found, doubt = _opened(folder, key)
        if found is not None:
            return found
        print(f"{shown(folder)}: {doubt}; it is made {'anew' if folder.exists() else 'once'} …", file=sys.stderr)
        selection, declared = engine.select(inputs, WHOLE)
        with kept.writing(folder, key, {"left out": [list(row) for row in selection.left_out]}, MAKER) as new:
            tables = _write(new / ENGINE, selection, declared)
            ids.write(tables, new / "tables")
        return _open(folder)


def _write(folder: Path, selection: Selection, declared: Model) -> Tables:
    """Write the engine's folder; what is said first, while memory is still free of what is believed."""
    try:
        store = ox.Store(str(folder))
        engine.say(store, selection)
        world = engine.believe(selection, declared)[0]  # the evidence is let go, before more is made
        engine.add_current(store, world)
        count = len(store)
        store.flush()
        del store
    except (OSError, RuntimeError) as error:
        raise OSError(getattr(error, "errno", None), getattr(error, "strerror", None) or str(error)) from error
    if len(ox.Store.read_only(str(folder))) != count:
        raise OSError(None, "what was written is not what is read")
    return world.tables


def _opened(folder: Path, key: str) -> tuple[Large | None, str]:
    """Open the store, or say why it cannot be used."""
    if doubt := _doubt(folder, key):
        return None, doubt
    try:
        return _open(folder), ""
    except (OSError, RuntimeError) as error:  # a file rotted, though the file system shows no change
        return None, f"it cannot be opened ({' '.join(str(error).split())[:80]})"


def _open(folder: Path) -> Large:
    found = kept.manifest(folder, MAKER) or {}
    left_out = tuple((slug, reason) for slug, reason in found.get("left out", ()))
    written = {name.removeprefix("tables/"): sum_ for name, sum_ in found.get("files", {}).items()}
    return Large(ox.Store.read_only(str(folder / ENGINE)), ids.Kept(folder / "tables", written), left_out)


def _doubt(folder: Path, key: str) -> str:
    """Say why the store cannot be used; nothing if it can."""
    if not folder.exists():
        return "no store yet"
    found = kept.manifest(folder, MAKER)
    if found is None:
        return "its manifest is missing or damaged"
    if found.get("key") != key:
        return "made from other data or by another version"
    files = found.get("files")
    there = {path.relative_to(folder).as_posix() for part in (ENGINE, "tables") for path in (folder / part).glob("*")}
    if not isinstance(files, dict) or there != files.keys():
        return "files are missing, or are too many"
    content = sums.Remembered(folder / kept.SEEN).of
    changed = [name for name, sum_ in files.items() if content(folder / name) != sum_]
    return f"{changed[0]} is not what was written" if changed else ""


@contextmanager
def _alone(build: Path) -> Iterator[None]:
    """Be the only one who writes; whoever comes second waits. A process that dies lets go."""
    try:
        build.mkdir(parents=True, exist_ok=True)
        lock = (build / f".{kept.STORE}.lock").open("w")
    except OSError as error:
        raise InvalidInput(
            f"{shown(build)}: cannot be written ({error.strerror}); expected a writable place; give another"
        ) from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(f"{shown(build)}: another process is making the store; waiting …", file=sys.stderr)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
