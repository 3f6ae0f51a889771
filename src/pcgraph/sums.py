"""Check sums of files; those of large files are remembered while the file system says that they are untouched."""

from __future__ import annotations

import hashlib
import json
import time
from contextlib import suppress
from pathlib import Path

from pcgraph.paths import regular

SETTLED = 2_000_000_000  # nanoseconds after which a further change shows in a file's time for sure
LARGE = 1 << 20  # bytes; smaller files are always read


def of(path: Path) -> str | None:
    """Give the SHA-256 of a file's bytes; None if it cannot be read."""
    try:
        with regular(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


class Remembered:
    """The sums of files, remembered in a file of its own beside them.

    A sum is taken from memory only while size, both times and the number of the file are what they were, and the file
    had not been touched for two seconds when it was read. Whoever harms the memory is found out by the sums
    themselves: they are compared with what was kept elsewhere.
    """

    def __init__(self, memory: Path) -> None:
        self._memory = memory
        self._known: dict[str, list[object]] = {}
        with suppress(OSError, ValueError):
            found = json.loads(memory.read_text(encoding="utf-8"))
            self._known = found if isinstance(found, dict) else {}

    def of(self, path: Path) -> str | None:
        """Give the SHA-256 of a file's bytes; None if it cannot be read. Cost: a look at the folder if remembered."""
        try:
            state = path.stat()
        except OSError:
            return None
        mark = [state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino]
        known = self._known.get(str(path.resolve()))
        if state.st_size >= LARGE and isinstance(known, list) and known[:4] == mark and len(known) == 5:
            return str(known[4])
        sum_ = of(path)
        if state.st_size >= LARGE and time.time_ns() - max(state.st_mtime_ns, state.st_ctime_ns) > SETTLED:
            self._known[str(path.resolve())] = [*mark, sum_]
            self._keep()
        return sum_

    def _keep(self) -> None:
        with suppress(OSError):  # without it the next start reads the files once more
            if self._memory.parent.is_dir():
                self._memory.write_text(json.dumps(self._known), encoding="utf-8")
