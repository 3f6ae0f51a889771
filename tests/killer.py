"""A process of the tests that is killed at the N-th call to the system of a piece of work, for every N.

Arguments: an empty folder, and which part of the build folder is written: nothing for the files, ``store``, or ``slow``
for the files on a system that cannot exchange two names. It prints one line for each kill: what is left afterwards.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from pcgraph.store import cache

TEXT = {"old": "the old content", "new": "another content"}


def kill_at(last: int) -> None:
    """Kill this process just before its N-th call, as counted from here."""
    calls = 0

    def count(event: str, _: object) -> None:
        nonlocal calls
        if event == "open" or event.startswith(("os.", "fcntl.", "shutil.", "ctypes.dl")):
            calls += 1
            if calls == last:
                os.kill(os.getpid(), signal.SIGKILL)

    os.fsync = lambda _: count("os.fsync", ())  # it has no event; a kill loses nothing of what is not on the disk yet
    sys.addaudithook(count)


def killed(work: Callable[[], None], last: int) -> bool:
    """Do a piece of work in a process that is killed at its N-th call; say whether it came so far."""
    pid = os.fork()
    if pid == 0:
        kill_at(last)
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.wait()[1]) == -signal.SIGKILL


def write(out: Path, age: str, part: str = "") -> None:
    """Write a build folder, or its store, with a little content."""
    with cache.exclusive(out), cache.writing(out, age, {}, part) as new:
        (new / "tables").mkdir()
        for name in ("a.txt", "tables/b.txt", "tables/c.txt"):
            (new / name).write_text(TEXT[age])


def whole(out: Path, part: str) -> str:
    """Return the age of a folder all of whose files are those that were written."""
    maker = cache.STORE_BUILD if part else cache.BUILD
    found = cache.manifest(out / part, maker)
    if found is None:
        return "damaged" if (out / part).exists() else "nothing"
    paths = {path.relative_to(out / part).as_posix(): path for path in (out / part).rglob("*.txt")}
    paths = {name: path for name, path in paths.items() if part or not name.startswith(cache.STORE)}
    same = paths.keys() == found["files"].keys() and all(
        path.read_text() == TEXT[found["key"]] for path in paths.values()
    )
    return found["key"] if same else "damaged"


def main(folder: Path, part: str) -> None:
    out, last, more = folder / "build", 0, True
    os.fsync = lambda _: None
    if part == "slow":
        cache._exchange, part = (lambda *_: False), ""
    while more:
        shutil.rmtree(out, ignore_errors=True)
        write(out, "old")
        write(out, "old", cache.STORE)
        last += 1
        more = killed(lambda: write(out, "new", part), last)
        after = whole(out, ""), whole(out, cache.STORE)
        write(out, "new", part)
        again = whole(out, ""), whole(out, cache.STORE)
        print(last, *after, *again, *sorted(path.name for path in folder.iterdir()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
