"""Saves files of the data, unless one has changed meanwhile or would get new errors; a save can be undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from pcgraph.errors import InvalidInput
from pcgraph.intake.curation.check import Checker
from pcgraph.intake.curation.journal import Journal, digest
from pcgraph.store import data_folder
from pcgraph.store.files import shown
from pcgraph.turtle.document import Document
from pcgraph.turtle.parser import Block
from pcgraph.validation.finding import Finding

REGISTER, TERMS = "register/curated.ttl", "terms/curated.ttl"  # in the folder of data


class Stale(InvalidInput):
    """Raised if a file has changed since its form was read, as by another tab."""


class Refused(InvalidInput):
    """Raised if a change would bring errors.

    Attributes
    ----------
    findings : list of Finding
        The errors that were not there before.
    """

    def __init__(self, found: Sequence[Finding]) -> None:
        super().__init__([str(finding) for finding in found])
        self.findings = list(found)


def save(
    checker: Checker,
    journal: Journal,
    slug: str,
    text_before_sha256: str,
    new_text: str,
    register_blocks: Sequence[Block] = (),
    renamed: Mapping[str, str] | None = None,
) -> list[Path]:
    """Save the file of a source and, in the same step, new entries of the register."""
    if not data_folder.SLUG.fullmatch(slug):
        raise InvalidInput(f"{slug[:60]!r}: is no slug; expected {data_folder.SPELT}; choose another")
    with journal.locked():
        checker.refresh()
        path = next((file.path for file in checker.inputs.by_role("source") if file.slug == slug), None)
        path = path or checker.inputs.data / "sources" / f"{slug}.ttl"
        now = digest(path.read_bytes().decode("utf-8") if path.exists() else None)
        if now != text_before_sha256:
            raise Stale(
                f"{shown(path)}: has changed since it was read; expected the same file; "
                "reload it and enter the change again"
            )
        texts = with_entries(checker, register_blocks, renamed or {}) if register_blocks or renamed else {}
        return _write(checker, journal, {**texts, path: new_text})


def save_texts(checker: Checker, journal: Journal, texts: Callable[[], Mapping[Path, str | None]]) -> list[Path]:
    """Save, as `save` does, what a function makes of the files as they are then; None is a file that goes."""
    with journal.locked():
        checker.refresh()
        return _write(checker, journal, texts())


def _write(checker: Checker, journal: Journal, texts: Mapping[Path, str | None]) -> list[Path]:
    """Write texts as one step unless they bring errors, and return the files that have changed."""
    if errors := checker.new_errors(texts):
        raise Refused(errors)
    changed = [
        path
        for path, text in texts.items()
        if (path.read_bytes() if path.exists() else None) != (None if text is None else text.encode())
    ]
    journal.write(texts)
    checker.refresh()
    return changed


def with_entries(
    checker: Checker, blocks: Sequence[Block], renamed: Mapping[str, str] | None = None, name: str = REGISTER
) -> dict[Path, str]:
    """Return a file of the data with more blocks, and with some renamed or removed: path → text.

    It is that of curated entries of the register, unless `name` is another one, such as ``verdicts.ttl``.
    """
    path = checker.inputs.data / name
    if not path.exists() and not blocks:
        return {}
    text = path.read_bytes().decode("utf-8") if path.exists() else ""
    document = Document(text, shown(path), checker.inputs.names.prefixes)
    for old, new in (renamed or {}).items():
        document.rename(old, new) if new else document.replace([old], {})
    document.add([block] for block in blocks)
    return {path: document.text()}
