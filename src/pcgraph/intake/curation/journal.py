"""A journal of saved changes, so that the last ones can be undone.

The journal is ``.pcgraph/curate.jsonl`` of a project: one line of JSON for each step, with the files that it changed,
their checksums before and after, and their content before. A step is written before its files are. So after a kill, the
journal tells what was left half done: `Journal.recover` puts the old content back.

Undone steps are in a journal of their own, ``.pcgraph/curate-undone.jsonl``, until the next save.
"""

from __future__ import annotations

import glob
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from pcgraph.errors import InvalidInput, UsageError
from pcgraph.store import cache
from pcgraph.store.files import reason, replacing, shown

NAME, UNDONE = Path(".pcgraph", "curate.jsonl"), Path(".pcgraph", "curate-undone.jsonl")


@dataclass(frozen=True)
class Change:
    """One file of a step.

    `path` is relative to the folder of the project. `before` and `after` are SHA-256 of the content, "" for no file.
    `content` is the text before; None for no file.
    """

    path: str
    before: str
    after: str
    content: str | None


class Journal:
    """The journal of a project.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> journal = Journal(folder)
    >>> journal.write({folder / "a.ttl": "new"})
    >>> journal.undo()
    ['a.ttl']
    >>> (folder / "a.ttl").exists()
    False
    >>> journal.redo()
    ['a.ttl']
    """

    def __init__(self, folder: Path, name: Path = NAME) -> None:
        self.folder, self.path = folder, folder / name

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other processes from saving and undoing; what a killed one left half done is put back first."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with cache.locked(self.path):
            self.recover()
            yield

    def write(self, texts: Mapping[Path, str | None]) -> None:
        """Write files as one step, in their order, inside of `locked`; None removes a file.

        A file that would not change is left out.
        """
        changes = []
        for path, text in texts.items():
            old = _content(path)
            if old != text:
                changes.append(Change(self._relative(path), digest(old), digest(text), old))
        if not changes:
            return
        self._append(changes)
        try:
            for change in changes:
                path = self.folder / change.path
                _write(path, texts[path])
        except InvalidInput:
            self.recover()
            raise
        (self.folder / UNDONE).unlink(missing_ok=True)

    def undo(self) -> list[str]:
        """Restore the files of the last step, and return their paths."""
        with self.locked():
            return self._turn_back(Journal(self.folder, UNDONE), "undone")

    def redo(self) -> list[str]:
        """Restore what the last undo took back, and return the paths of the files."""
        with self.locked():
            return Journal(self.folder, UNDONE)._turn_back(self, "done again")

    def _turn_back(self, other: Journal, done: str) -> list[str]:
        """Restore the files of the last step, which goes to another journal the other way round."""
        steps = self._steps()
        if not steps:
            raise UsageError(f"{shown(self.path)}: has no step; expected a saved change; nothing can be {done}")
        at, changes = steps[-1]
        now = [_content(self.folder / change.path) for change in changes]
        for content, change in zip(now, changes, strict=True):
            if digest(content) != change.after:
                raise InvalidInput(
                    f"{shown(self.folder / change.path)}: has changed since it was saved; expected the saved file; "
                    "undo the newer change where it was made"
                )
        other._append(
            [Change(each.path, each.after, each.before, content) for each, content in zip(changes, now, strict=True)]
        )
        self._restore(at, changes)
        return [change.path for change in changes]

    def recover(self) -> None:
        """Put back what a killed process left half done: a step of which not all files are written.

        A step whose files were changed by somebody else since is left alone.
        """
        steps = self._steps()
        if not steps:
            return
        at, changes = steps[-1]
        now = [digest(_content(self.folder / change.path)) for change in changes]
        written = [found == change.after for found, change in zip(now, changes, strict=True)]
        known = all(found in (change.before, change.after) for found, change in zip(now, changes, strict=True))
        if known and not all(written):
            self._restore(at, changes)

    def _restore(self, at: int, changes: list[Change]) -> None:
        """Write the content before the last step, and remove the step, which begins at a byte of the journal."""
        for change in reversed(changes):
            path = self.folder / change.path
            for temporary in path.parent.glob(f".{glob.escape(path.name[:40])}.????????.tmp"):
                temporary.unlink()  # what a killed process left behind
            if digest(_content(path)) == change.before:
                continue
            _write(path, change.content)
        os.truncate(self.path, at)

    def _steps(self) -> list[tuple[int, list[Change]]]:
        """Return the steps, each with the byte at which it begins; a line that a kill cut off is removed."""
        content = self.path.read_bytes() if self.path.is_file() else b""
        whole = content[: content.rfind(b"\n") + 1]
        if whole != content:
            os.truncate(self.path, len(whole))
        found, at = [], 0
        for number, line in enumerate(whole.splitlines(keepends=True), 1):
            try:
                found.append((at, [Change(**change) for change in json.loads(line)["files"]]))
            except (ValueError, TypeError, KeyError) as error:
                raise InvalidInput(
                    f"{shown(self.path)}:{number}: is damaged; expected a step as JSON; delete the file to start anew"
                ) from error
            at += len(line)
        return found

    def _append(self, changes: list[Change]) -> None:
        line = json.dumps({"files": [asdict(change) for change in changes]}, ensure_ascii=False) + "\n"
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("ab") as handle:
                handle.write(line.encode("utf-8"))
                handle.flush()
                os.fsync(handle.fileno())
        except OSError as error:
            raise InvalidInput(
                f"{shown(self.path)}: cannot be written ({reason(error)}); expected a writable folder; "
                "change its permissions"
            ) from error

    def _relative(self, path: Path) -> str:
        try:
            return path.relative_to(self.folder).as_posix()
        except ValueError as error:
            raise UsageError(f"{shown(path)}: is outside the project; expected a file below {shown(self.folder)}; "
                             "move it there") from error  # fmt: skip


def digest(text: str | None) -> str:
    """Return the SHA-256 of a text in UTF-8; "" for None.

    >>> digest(None), digest("a")[:8]
    ('', 'ca978112')
    """
    return "" if text is None else hashlib.sha256(text.encode("utf-8")).hexdigest()


def _content(path: Path) -> str | None:
    """Return the content of a file with its line ends; None if it does not exist."""
    try:
        return path.read_bytes().decode("utf-8") if path.exists() else None
    except (OSError, UnicodeDecodeError) as error:
        why = reason(error) if isinstance(error, OSError) else "not UTF-8"
        raise InvalidInput(f"{shown(path)}: cannot be read ({why}); expected a text in UTF-8; fix the file") from error


def _write(path: Path, text: str | None) -> None:
    """Write a file, or remove it if there is no text."""
    if text is None:
        try:
            path.unlink()
        except OSError as error:
            raise InvalidInput(
                f"{shown(path)}: cannot be removed ({reason(error)}); expected a writable folder; "
                "change its permissions"
            ) from error
        return
    with replacing(path) as temporary:
        temporary.write_bytes(text.encode("utf-8"))
