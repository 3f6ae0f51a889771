"""Keep results that take long between runs, under a checksum of everything that they depend on.

The file is in the user's folder for caches. Only speed depends on it: it can be deleted at any time, and where it
cannot be read or written, everything is computed.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import sys
from collections.abc import Iterable
from contextlib import closing, suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from pcgraph.store.files import PACKAGE

FILE = "results-1.sqlite"  # the number changes with the meaning of the keys
MOST = 50_000  # results; the oldest go first
LONGEST = 1_000_000  # characters of a result that is kept
PATIENCE = 2.0  # seconds to wait for another process that writes
# libraries whose next version may round, read or compare otherwise
COMPUTING = ("edtf", "networkx", "numpy", "polars", "pyoxigraph", "rapidfuzz", "scipy")
FIND = "SELECT key, value FROM result WHERE key IN (SELECT value FROM json_each(?))"
FAILS = (OSError, sqlite3.Error, RuntimeError)  # the last: there is no home folder


def checksum(*parts: str) -> str:
    """Return a key for what depends on these texts only.

    >>> checksum("ab", "c") == checksum("a", "bc")
    False
    """
    sizes = ",".join(str(len(part)) for part in parts)
    return hashlib.sha256("\0".join([sizes, *parts]).encode()).hexdigest()


@cache
def program() -> str:
    """Return a checksum of this package's code and of what computes for it, for keys of what it computes itself."""
    found = hashlib.sha256(checksum(sys.version, *map(version, COMPUTING)).encode())
    for name in sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py")):
        code = (PACKAGE / name).read_bytes()
        found.update(f"{name} {len(code)}\n".encode() + code)
    return found.hexdigest()


class Memo:
    """Results by key, for a ``with`` block; what is added is kept when the block ends without an error.

    Attributes
    ----------
    added : dict of str to object
        New results. They are stored as JSON.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     with Memo(Path(folder)) as memo:
    ...         memo.added["key"] = [1, 2]
    ...     with Memo(Path(folder)) as memo:
    ...         memo.get("key"), memo.get("another")
    ([1, 2], None)
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._file: sqlite3.Connection | None = None
        self.added: dict[str, Any] = {}

    def __enter__(self) -> Memo:
        with suppress(*FAILS):
            folder = self._folder or user_cache_path("pcgraph", appauthor=False)
            folder.mkdir(parents=True, exist_ok=True)
            self._file = sqlite3.connect(folder / FILE, timeout=PATIENCE)
            try:
                self._file.execute("CREATE TABLE IF NOT EXISTS result (key TEXT PRIMARY KEY, value TEXT NOT NULL)")
            except sqlite3.DatabaseError as error:
                if not isinstance(error, sqlite3.OperationalError):  # damaged, and not only busy
                    (folder / FILE).unlink()
                raise
        return self

    def get(self, key: str) -> Any:
        """Return a result; None if there is none."""
        if key in self.added:
            return self.added[key]
        return self.find([key]).get(key)

    def find(self, keys: Iterable[str]) -> dict[str, Any]:
        """Return the results that were there before, of many keys in half the time of `get`."""
        if self._file is not None:
            with suppress(*FAILS, ValueError):  # a damaged file has no results
                return {key: json.loads(value) for key, value in self._file.execute(FIND, [json.dumps([*keys])])}
        return {}

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        if self._file is None:
            return
        with closing(self._file) as file, suppress(*FAILS):
            if self.added and error is None:
                file.executemany("INSERT OR REPLACE INTO result VALUES (?, ?)", _rows(self.added.items()))
                file.execute("DELETE FROM result WHERE rowid <= (SELECT max(rowid) FROM result) - ?", [MOST])
                file.commit()


def _rows(results: Iterable[tuple[str, Any]]) -> Iterable[tuple[str, str]]:
    texts = ((key, json.dumps(value, ensure_ascii=False)) for key, value in results)
    return ((key, text) for key, text in texts if len(text) <= LONGEST)
