"""The store of a large graph: an Oxigraph folder on disk that is a cache of its inputs, with its tables beside it.

It is believed only while every file is the one that was written. Oxigraph itself opens a folder with a short MANIFEST
as an empty graph, in silence, so nothing here rests on its word. On any doubt the store is made anew, and one line on
stderr says so.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import polars as pl
import pyoxigraph as ox

from pcgraph.belief import materialise, table_codec
from pcgraph.belief.evidence import Selection
from pcgraph.belief.resolution import Tables
from pcgraph.errors import InvalidInput
from pcgraph.model.ontology import Model
from pcgraph.model.scope import Scope
from pcgraph.store import cache, checksums
from pcgraph.store.data_folder import Inputs
from pcgraph.store.files import shown, write_parquet

# From so many quads on: below, filling memory at every start takes a few seconds at most, and its answers come four to
# seven times as fast as from disk.
LARGE = 500_000
ENGINE = "engine"  # the folder of Oxigraph
WHOLE = Scope()
Held = dict[tuple[int, int], int]  # folders that builds must not remove: device and number of each → open descriptor
# Oxigraph opens a file only when a question needs it, and nothing tells when a store is closed. So the folder of a
# loaded graph is held until the process ends.
LOADED: Held = {}


@dataclass(frozen=True)
class DiskStore:
    """An open store and what lies beside it: its tables, all quads that were read, and which sources were left out."""

    store: ox.Store
    tables: Tables
    columns: Callable[[], pl.DataFrame]
    positions: bytes | None
    left_out: tuple[tuple[str, str], ...]


def is_large(inputs: Inputs) -> bool:
    """Say whether there are so many quads that their store is kept on disk."""
    return inputs.columns.height >= LARGE


@contextmanager
def holding() -> Iterator[Held]:
    """Hold the folders of stores that are used only in the block."""
    held: Held = {}
    try:
        yield held
    finally:
        for handle in held.values():
            os.close(handle)


def open_store(build: Path, key: str) -> DiskStore | None:
    """Open the store of a build folder; None if it was not made from these inputs, or is damaged.

    Cost: milliseconds; the first time after it was written or touched, a second for each gigabyte.
    """
    return _opened(build / cache.STORE, key, LOADED)[0]


def make(build: Path, key: str, inputs: Inputs, held: Held = LOADED) -> DiskStore:
    """Make the store, unless it is there. Only to be used while `pcgraph.store.cache.exclusive`.

    Raises
    ------
    InvalidInput
        If it cannot be written; the old store is left then.
    """
    folder = build / cache.STORE
    found, doubt = _opened(folder, key, held)
    if found is None:
        print(f"{shown(folder)}: {doubt}; it is made {'anew' if folder.exists() else 'once'} …", file=sys.stderr)
        selection, declared = materialise.select(inputs, WHOLE)
        with cache.writing(build, key, {"left out": [list(row) for row in selection.left_out]}, cache.STORE) as new:
            table_codec.write(_write(new / ENGINE, selection, declared), new / cache.TABLES)
            write_parquet(inputs.columns, new / cache.INPUTS, statistics=False)
            if inputs.positions is not None:
                (new / cache.POSITIONS).write_bytes(inputs.positions)
        found, doubt = _opened(folder, key, held)
    if found is None:
        raise InvalidInput(f"{shown(folder)}: {doubt}; expected what was just written; check the disk")
    return found


def _write(folder: Path, selection: Selection, declared: Model) -> Tables:
    """Write the engine's folder; what is said first, while memory is still free of what is believed."""
    try:
        store = ox.Store(str(folder))
        materialise.load_sources(store, selection)
        world = materialise.believe(selection, declared)[0]  # the evidence is let go, before more is made
        materialise.add_current(store, world)
        count = len(store)
        store.flush()
        del store
    except (OSError, RuntimeError) as error:
        raise OSError(getattr(error, "errno", None), getattr(error, "strerror", None) or str(error)) from error
    if len(ox.Store.read_only(str(folder))) != count:
        raise OSError(None, "what was written is not what is read")
    return world.tables


def _opened(folder: Path, key: str, held: Held) -> tuple[DiskStore | None, str]:
    """Open the store, or say why it cannot be used."""
    try:
        handle = cache.hold(folder)
    except OSError:
        return None, "no store yet"
    number = os.fstat(handle).st_dev, os.fstat(handle).st_ino
    link = Path(f"/proc/self/fd/{held.get(number, handle)}")  # this very folder, whatever takes its place
    place = link if link.is_dir() else folder
    found, doubt = None, _doubt(place, key)
    if not doubt:
        try:
            found = _open(place)
        except (OSError, RuntimeError) as error:  # a file rotted, though the file system shows no change
            doubt = f"it cannot be opened ({' '.join(str(error).split())[:80]})"
    if found is None or number in held:
        os.close(handle)
    else:
        held[number] = handle
    return found, doubt


def _open(folder: Path) -> DiskStore:
    facts = cache.manifest(folder, cache.STORE_BUILD) or {}
    left_out = tuple((slug, reason) for slug, reason in facts["left out"])
    written = {name.removeprefix(f"{cache.TABLES}/"): sum_ for name, sum_ in facts["files"].items()}
    tables = table_codec.LazyTables(folder / cache.TABLES, written)
    columns = partial(table_codec.read, folder / cache.INPUTS, written[cache.INPUTS])
    positions = cache.read_file(folder / cache.POSITIONS, written.get(cache.POSITIONS))
    return DiskStore(ox.Store.read_only(str(folder / ENGINE)), tables, columns, positions, left_out)


def _doubt(folder: Path, key: str) -> str:
    """Say why the store cannot be used; nothing if it can."""
    found = cache.manifest(folder, cache.STORE_BUILD)
    if found is None:
        return "its manifest is missing or damaged"
    if found["key"] != key:
        return "made from other data or by another version"
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    if there - {cache.MANIFEST, cache.SEEN} != found["files"].keys():
        return "files are missing, or are too many"
    content = checksums.ChecksumCache(folder / cache.SEEN).checksum
    changed = [name for name, sum_ in found["files"].items() if content(folder / name) != sum_]
    return f"{changed[0]} is not what was written" if changed else ""
