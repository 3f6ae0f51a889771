"""Keep results that take long between runs, under a checksum of everything that they depend on.

The file is in the user's folder for caches. Only speed depends on it: it can be deleted at any time, and where it
cannot be read or written, everything is computed. Each result has a checksum over key and value, so damage to the file
costs time and changes no answer: a result that does not match is computed again and replaced, and a file that SQLite
cannot read is made anew.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from contextvars import ContextVar
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from pcgraph.store.files import PACKAGE

FILE = "results-2.sqlite"  # the number changes with the meaning of the keys and with the table
MOST = 50_000  # results; the oldest go first
LONGEST = 1_000_000  # characters of a result that is kept
PATIENCE = 2.0  # seconds to wait for another process that writes
# libraries whose next version may round, read or compare otherwise
COMPUTING = ("edtf", "networkx", "numpy", "polars", "pyoxigraph", "rapidfuzz", "scipy")
TABLE = "CREATE TABLE IF NOT EXISTS result (key TEXT PRIMARY KEY, value TEXT NOT NULL, checksum TEXT NOT NULL)"
FIND = "SELECT key, value, checksum FROM result WHERE key IN (SELECT value FROM json_each(?))"
# by count and not by the highest number, which damage can raise
TRIM = "DELETE FROM result WHERE rowid <= (SELECT rowid FROM result ORDER BY rowid DESC LIMIT 1 OFFSET ?)"
FAILS = (OSError, sqlite3.Error, RuntimeError, MemoryError)  # RuntimeError: there is no home folder
# errors of SQLite that do not mean that the file is damaged
ELSEWHERE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PERM,
}
_ignored: ContextVar[bool] = ContextVar("ignored", default=False)


@contextmanager
def ignoring() -> Iterator[None]:
    """Compute everything in the block: nothing is read from the file, and nothing is written to it."""
    token = _ignored.set(True)
    try:
        yield
    finally:
        _ignored.reset(token)


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
        self._path: Path
        self._file: sqlite3.Connection | None = None
        self._damaged = False
        self.added: dict[str, Any] = {}

    def __enter__(self) -> Memo:
        if not _ignored.get():
            with suppress(*FAILS), self._noticing_damage():
                folder = self._folder or user_cache_path("pcgraph", appauthor=False)
                folder.mkdir(parents=True, exist_ok=True)
                self._path = folder / FILE
                self._open()
        return self

    def get(self, key: str) -> Any:
        """Return a result; None if there is none."""
        if key in self.added:
            return self.added[key]
        return self.find([key]).get(key)

    def find(self, keys: Iterable[str]) -> dict[str, Any]:
        """Return the results that were there before, of many keys in half the time of `get`."""
        found: dict[str, Any] = {}
        if self._file is not None:
            with suppress(*FAILS), self._noticing_damage():
                for key, value, sum_ in self._file.execute(FIND, [json.dumps([*keys])]):
                    if checksum(str(key), str(value)) == sum_:
                        found[key] = json.loads(value)
        return found

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        if self._file is None:
            return
        added = [] if error else [*_rows(self.added.items())]
        with closing(self._file) as file, suppress(*FAILS), self._noticing_damage():
            _write(file, added)
            self._damaged |= not _holds(file, [key for key, *_ in added[:MOST]])
        if self._damaged:
            with suppress(*FAILS), closing(self._make_anew()) as file:
                _write(file, added)

    @contextmanager
    def _noticing_damage(self) -> Iterator[None]:
        """Remember if the file is damaged; the error is raised again."""
        try:
            yield
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", None)  # None if a text is not UTF-8
            self._damaged |= code is None or code & 0xFF not in ELSEWHERE
            raise

    def _open(self) -> sqlite3.Connection:
        self._file = sqlite3.connect(self._path, timeout=PATIENCE)
        self._file.execute(TABLE)
        return self._file

    def _make_anew(self) -> sqlite3.Connection:
        for each in self._path.parent.glob(f"{FILE}*"):  # with the journal that SQLite keeps beside it
            each.unlink(missing_ok=True)
        return self._open()


def _write(file: sqlite3.Connection, rows: Sequence[tuple[str, str, str]]) -> None:
    if rows:
        with file:
            file.executemany("INSERT OR REPLACE INTO result VALUES (?, ?, ?)", rows)
            file.execute(TRIM, [MOST])


def _holds(file: sqlite3.Connection, keys: Sequence[str]) -> bool:
    """Return whether the rows are found again: damage to an index hides them, and SQLite does not notice."""
    return len(file.execute(FIND, [json.dumps(keys)]).fetchall()) == len(keys)


def _rows(results: Iterable[tuple[str, Any]]) -> Iterable[tuple[str, str, str]]:
    texts = ((key, json.dumps(value, ensure_ascii=False)) for key, value in results)
    return ((key, text, checksum(key, text)) for key, text in texts if len(text) <= LONGEST)
