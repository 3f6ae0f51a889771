"""The folder of a site: written to a temporary folder next to the old one, checked, then renamed."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISREG

from pcgraph.errors import InvalidInput
from pcgraph.model.text import visible
from pcgraph.store.cache import NEW, link, locked, swap_in
from pcgraph.store.files import real, reason, shown

MANIFEST, MAKER, RELEASES = "manifest.json", "pcgraph site", "releases"


class Folder:
    """A folder that is being filled next to the old one.

    A file that has the same bytes there is that file, with its time, so that nobody copies or fetches it again. Two
    names that are one on a file system that ignores case are refused.
    """

    def __init__(self, path: Path, old: Path) -> None:
        self.path, self.old = path, old
        self.sums: dict[str, str] = {}
        self.sizes: dict[str, int] = {}
        self._folded: dict[str, str] = {}

    def write(self, path: str, content: bytes) -> None:
        """Write a file; `path` is relative, with ``/``."""
        twin = self._folded.setdefault(path.casefold(), path)
        if path in self.sums or twin != path:
            what = "is the name of two files" if twin == path else f"differs from {visible(twin)} in case only"
            raise InvalidInput(
                f"{visible(path)}: {what}; expected names that every file system tells apart; rename one of the things"
            )
        file = self.path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if _has(self.old / path, content):
            link(self.old / path, file)
        else:
            file.write_bytes(content)
        self.sums[path], self.sizes[path] = hashlib.sha256(content).hexdigest(), len(content)


def _has(file: Path, content: bytes) -> bool:
    try:
        found = file.lstat()
        return S_ISREG(found.st_mode) and found.st_size == len(content) and file.read_bytes() == content
    except OSError:
        return False


def manifest(folder: Path) -> dict[str, object] | None:
    """Return the manifest of a site, or None if the folder has none."""
    try:
        found = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and found.get("made by") == MAKER else None


@contextmanager
def replacing_folder(out: Path) -> Iterator[Folder]:
    """Yield a folder to fill, and put it in the place of `out`. The releases of `out` are kept, byte for byte."""
    old = real(out)
    new = old.with_name(f".{old.name}.{os.urandom(4).hex()}{NEW}")
    try:
        with locked(old):
            if old.exists() and (not old.is_dir() or (any(old.iterdir()) and manifest(old) is None)):
                raise InvalidInput(f"{shown(out)}: not a site; expected an empty or new folder; choose another one")
            new.mkdir()
            folder = Folder(new, old)
            yield folder
            _finish(folder, old)
            swap_in(new, old)
    except OSError as error:
        raise InvalidInput(
            f"{shown(out)}: cannot be written ({reason(error)}); expected a writable folder; choose another one"
        ) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _finish(folder: Folder, old: Path) -> None:
    """Copy the earlier releases, and write the checksums of all files."""
    for path in sorted((old / RELEASES).rglob("*")):
        name = path.relative_to(old).as_posix()
        if path.is_file() and name not in folder.sums:
            folder.write(name, path.read_bytes())
    content = {"made by": MAKER, "files": dict(sorted(folder.sums.items()))}
    (folder.path / MANIFEST).write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
