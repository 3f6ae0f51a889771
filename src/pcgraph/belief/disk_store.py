"""The store of a large graph: an Oxigraph folder on disk, with the tables next to it, as a cache of the inputs.

The store is used only if the checksum of every file matches the manifest. Oxigraph opens a folder with a truncated
MANIFEST as an empty graph without an error, so its own checks are not enough. If any file does not match, the store is
built again, and a line on stderr says so.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import polars as pl
import pyoxigraph as ox

from pcgraph.belief import materialise, source_view
from pcgraph.belief.evidence.selection import Selection
from pcgraph.belief.tables import Tables, files
from pcgraph.errors import InvalidInput, LimitError
from pcgraph.model.ontology import Ontology
from pcgraph.model.scope import Scope
from pcgraph.model.text import visible
from pcgraph.store import cache, checksums
from pcgraph.store.data_folder import PAGE_FILES, Inputs
from pcgraph.store.files import shown, write_parquet

# Number of quads from which a graph is stored on disk. A smaller graph loads into memory in a few seconds, and answers
# from memory are four to seven times as fast as from disk.
LARGE = 500_000
ENGINE = "engine"  # the folder of Oxigraph's files
WHOLE = Scope()
Held = dict[tuple[int, int], int]  # folders locked against removal: device and inode → open descriptor
# Oxigraph opens a file only when a query needs it, and there is no event when a store is closed. So the folder of a
# loaded graph stays locked until the process ends.
LOADED: Held = {}


@dataclass(frozen=True)
class DiskStore:
    """An open store with the files next to it."""

    store: ox.Store  # read-only
    tables: Tables
    columns: Callable[[], pl.DataFrame]  # returns all quads that were read: source, subject, property, value
    page_files: dict[str, bytes]  # the content of each of `pcgraph.store.data_folder.PAGE_FILES` that exists
    left_out: tuple[tuple[str, str], ...]  # the sources that are not in scope
    quads: int  # how many the sources write and are believed; the store has more, see `source_view`
    # returns the path of a file that `make` wrote besides these, by its name; None if there is none
    kept: Callable[[str], Path | None] = lambda _: None


Keep = Callable[[DiskStore, Path], object]  # writes into the folder of a store what is computed from it


def is_large(inputs: Inputs) -> bool:
    """Return whether there are so many quads that the store is kept on disk."""
    return inputs.columns.height >= LARGE


@contextmanager
def holding() -> Iterator[Held]:
    """Lock the folders of stores that are used only inside the block."""
    held: Held = {}
    try:
        yield held
    finally:
        for handle in held.values():
            os.close(handle)


def open_store(build: Path, key: str) -> DiskStore | None:
    """Open the store of a build folder; return None if it was made from other inputs or is damaged.

    Cost: milliseconds; a second for each gigabyte the first time after the store was written or modified.
    """
    return _opened(build / cache.STORE, key, LOADED)[0]


def make(build: Path, key: str, inputs: Inputs, held: Held = LOADED, keep: Keep = lambda *_: None) -> DiskStore:
    """Return the store of a build folder; build it if it is missing, outdated or damaged.

    `keep` writes more files into the folder, which are computed from the store.

    Requires the lock of `pcgraph.store.cache.exclusive`.
    """
    folder = build / cache.STORE
    found, doubt = _opened(folder, key, held)
    if found is None:
        again = " again" if folder.exists() else ""
        print(visible(f"{shown(folder)}: {doubt}; building it{again} …"), file=sys.stderr)
        selection, declared = materialise.select(inputs, WHOLE)
        facts: dict[str, Any] = {"left out": [list(row) for row in selection.left_out]}
        with cache.writing(build, key, facts, cache.STORE) as new:
            tables, facts["quads"] = _write(new / ENGINE, selection, declared)
            files.write(tables, new / cache.TABLES)
            write_parquet(inputs.columns, new / cache.INPUTS, statistics=False)
            for name, content in inputs.page_files.items():
                (new / name).write_bytes(content)
            keep(_in(new, facts), new)
        found, doubt = _opened(folder, key, held)
    if found is None:
        raise InvalidInput(f"{shown(folder)}: {doubt}; expected the files that were just written; check the disk")
    return found


def _write(folder: Path, selection: Selection, declared: Ontology) -> tuple[Tables, int]:
    """Write the engine's folder. Return the tables, and how many quads the sources write and are believed.

    The sources are loaded first, before the beliefs take up memory.
    """
    try:
        store = ox.Store(str(folder))
        materialise.load_sources(store, selection)
        resolved = materialise.believe(selection, declared)[0]  # drop the evidence to free memory
        materialise.add_current(store, resolved)
        written = len(store)
        source_view.extend(store, declared, selection.inputs.names)
        count = len(store)
        store.optimize()  # a seventh of the time and two thirds more space for questions that take half as long
        store.flush()
        del store
    except (OSError, RuntimeError) as error:
        raise OSError(getattr(error, "errno", None), getattr(error, "strerror", None) or str(error)) from error
    if len(ox.Store.read_only(str(folder))) != count:
        raise OSError(None, "the store does not contain what was written")
    return resolved.tables, written


def _opened(folder: Path, key: str, held: Held) -> tuple[DiskStore | None, str]:
    """Open the store. Return the store or None, and the reason why it cannot be used."""
    try:
        handle = cache.hold(folder)
    except OSError:
        return None, "no store yet"
    number = os.fstat(handle).st_dev, os.fstat(handle).st_ino
    link = Path(f"/proc/self/fd/{held.get(number, handle)}")  # this folder, even if another one takes its name
    place = link if link.is_dir() else folder
    found, doubt = None, _doubt(place, key)
    if not doubt:
        try:
            found = _open(place)
        except (OSError, RuntimeError) as error:  # a file is damaged although its size and times are unchanged
            if "file descriptors" in str(error):
                os.close(handle)
                raise LimitError(
                    f"{shown(folder)}: cannot be opened ({error}); expected room; raise the limit"
                ) from error
            doubt = f"it cannot be opened ({' '.join(str(error).split())[:80]})"
    if found is None or number in held:
        os.close(handle)
    else:
        held[number] = handle
    return found, doubt


def _open(folder: Path) -> DiskStore:
    return _in(folder, cache.manifest(folder, cache.STORE_BUILD) or {})


def _in(folder: Path, facts: Mapping[str, Any]) -> DiskStore:
    """Return the files of a folder as a store; without sums of them in its facts, they are not compared."""
    sums: dict[str, str] = facts.get("files", {})
    left_out = tuple((slug, reason) for slug, reason in facts["left out"])

    def content(name: str) -> bytes:
        return files.content(folder / name, sums[name] if sums else None)

    tables = files.LazyTables(lambda name: content(f"{cache.TABLES}/{name}.parquet"))
    found = {name: cache.read_file(folder / name, sums.get(name)) for name in PAGE_FILES}
    page_files = {name: content for name, content in found.items() if content is not None}

    def kept(name: str) -> Path | None:
        return folder / name if name in sums else None

    def columns() -> pl.DataFrame:
        return pl.read_parquet(BytesIO(content(cache.INPUTS)))

    store = ox.Store.read_only(str(folder / ENGINE))
    return DiskStore(store, tables, columns, page_files, left_out, facts["quads"], kept)


def _doubt(folder: Path, key: str) -> str:
    """Return why the store cannot be used; empty if it can."""
    found = cache.manifest(folder, cache.STORE_BUILD)
    if found is None:
        return "its manifest is missing or damaged"
    if found["key"] != key or "quads" not in found:
        return "it was built from other data or by another version"
    present = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    if present - {cache.MANIFEST, cache.SEEN} != found["files"].keys():
        return "it lacks files or has unknown ones"
    content = checksums.ChecksumCache(folder / cache.SEEN).checksum
    changed = [name for name, sum_ in found["files"].items() if content(folder / name) != sum_]
    return f"{changed[0]} is not what was written" if changed else ""
