"""Checksums of files, with a cache for large files that have not changed."""

from __future__ import annotations

import hashlib
import json
import time
from contextlib import suppress
from pathlib import Path

from pcgraph.store.files import regular

SETTLED = 2_000_000_000  # nanoseconds after which any further change alters the time of a file
LARGE = 1 << 20  # bytes; the checksums of smaller files are not cached


def checksum(path: Path) -> str | None:
    """Return the SHA-256 of a file's bytes, or None if it cannot be read."""
    try:
        with regular(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


class ChecksumCache:
    """Checksums of large files, cached in a JSON file.

    A cached checksum is used only if size, modification time, change time and inode of the file are unchanged, and if
    the file had not been modified in the two seconds before it was read. A damaged cache does no harm: callers compare
    the checksums with those in a manifest.
    """

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._known: dict[str, list[object]] = {}
        with suppress(OSError, ValueError):
            found = json.loads(cache.read_text(encoding="utf-8"))
            self._known = found if isinstance(found, dict) else {}

    def checksum(self, path: Path) -> str | None:
        """Return the SHA-256 of a file's bytes, or None if it cannot be read. Cost: one `stat` if it is cached."""
        try:
            state = path.stat()
        except OSError:
            return None
        mark = [state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino]
        known = self._known.get(str(path.resolve()))
        if state.st_size >= LARGE and isinstance(known, list) and known[:4] == mark and len(known) == 5:
            return str(known[4])
        sum_ = checksum(path)
        if state.st_size >= LARGE and time.time_ns() - max(state.st_mtime_ns, state.st_ctime_ns) > SETTLED:
            self._known[str(path.resolve())] = [*mark, sum_]
            self._save()
        return sum_

    def _save(self) -> None:
        with suppress(OSError):  # without the cache, the next start reads the files again
            if self._cache.parent.is_dir():
                self._cache.write_text(json.dumps(self._known), encoding="utf-8")
