"""Passages whose words stand elsewhere in the text now → new offsets. Words that changed are left to a person."""

from __future__ import annotations

import re
from pathlib import Path

from pcgraph import terms
from pcgraph.check.lookup import Lookup
from pcgraph.check.passages import Place, checksum, moved, places, read
from pcgraph.paths import replacing, shown
from pcgraph.store import File, Inputs


def fix(inputs: Inputs, texts: Path) -> list[str]:
    """Bring passages up to date with the texts, and rewrite the files that name them.

    A passage whose words stand at exactly one other place of the text is moved there, under its new IRI. Every other
    one is left as it is, and `run` goes on reporting it: whether changed words still prove a fact, a person must read.

    Parameters
    ----------
    inputs : Inputs
    texts : Path
        Folder with the sources' texts, ``<slug>.txt``.

    Returns
    -------
    list of str
        One line for each passage that was moved, in the order of the files; empty if none was.

    Raises
    ------
    InvalidInput
        If a file cannot be written. Each file is replaced whole or not at all.

    Examples
    --------
    >>> fix(Inputs(Path("data"), Path("ontology"), ()), Path("no-such-folder"))
    []
    """
    lookup, words = Lookup(inputs), read(inputs, texts)
    lines: list[str] = []
    for file, facts in lookup.of("source"):
        if file.slug not in words:
            continue
        changes = _changes(list(places(file, facts)), words[file.slug])
        changes = {old: new for old, new in changes.items() if _described(file, old)}
        if changes:
            with replacing(file.path) as new_file:
                new_file.write_bytes(_rewritten(file, changes).encode("utf-8"))
            lines += [_line(file, old, new) for old, new in changes.items()]
    return lines


def _changes(found: list[Place], words: str) -> dict[Place, Place]:
    """Return the new place of each passage that does not fit and whose words stand at exactly one other place."""
    wrong = [place for place in found if checksum(words[place.start : place.end]) != place.sha256]
    return {place: new for place in wrong if (new := moved(place, words))}


def _block(place: Place) -> re.Pattern[str]:
    """Match the block of a passage as `pcgraph cite` prints it, on one line or several."""
    return re.compile(
        rf"^(<{re.escape(place.iri)}>\s+a\s+pcg:Passage\s*;\s*pcg:start\s+){place.start}(\s*;\s*pcg:end\s+){place.end}"
        rf'(\s*;\s*pcg:sha256\s+"){place.sha256}"',
        re.MULTILINE,
    )


def _described(file: File, place: Place) -> bool:
    """Say whether the file has exactly one block for the passage, in the layout that can be rewritten safely."""
    return len(_block(place).findall(file.text)) == 1


def _rewritten(file: File, changes: dict[Place, Place]) -> str:
    text = file.path.read_bytes().decode("utf-8")  # with its newlines and byte order mark
    for old, new in changes.items():
        text = _block(old).sub(rf'\g<1>{new.start}\g<2>{new.end}\g<3>{new.sha256}"', text)
    # All names at once: one passage may move to where another was.
    names = {old.iri: new.iri for old, new in changes.items()}
    return re.sub(r"(?<=<)[^<>\s]+(?=>)", lambda match: names.get(match[0], match[0]), text)


def _line(file: File, old: Place, new: Place) -> str:
    where = f"{shown(file.path)}:{file.line(old.iri)}"
    return f"{where}: {terms.compact(old.iri)} is now char={new.start},{new.end}; the same words stand there"
