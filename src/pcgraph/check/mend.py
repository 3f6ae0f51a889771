"""Passages whose text has changed → new checksums and offsets, where it can be proved what they must be."""

from __future__ import annotations

import re
from pathlib import Path

from pcgraph import terms
from pcgraph.check.lookup import Lookup
from pcgraph.check.passages import Place, checksum, places, read
from pcgraph.paths import replacing, shown
from pcgraph.store import File, Inputs


def fix(inputs: Inputs, texts: Path) -> list[str]:
    """Bring passages up to date with the texts, and rewrite the files that name them.

    A passage whose words stand at exactly one other place of the text is moved there, under its new IRI. One whose
    words stand nowhere any more keeps its offsets and gets a new checksum, if nothing else in that text has moved: the
    words at its place were reworded. Every other one is left as it is, and `run` goes on reporting it.

    Parameters
    ----------
    inputs : Inputs
    texts : Path
        Folder with the sources' texts, ``<slug>.txt``.

    Returns
    -------
    list of str
        One line for each passage that was changed, in the order of the files; empty if none was.

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
    """Say for each passage that does not fit what it must be, as far as that can be proved."""
    wrong = [place for place in found if checksum(words[place.start : place.end]) != place.sha256]
    at = {place: _found_at(place, words) for place in wrong}
    moved = {
        place: Place(_iri(place, starts[0]), starts[0], starts[0] + place.end - place.start, place.sha256)
        for place, starts in at.items()
        if len(starts) == 1
    }
    if any(at.values()):  # the text was shifted: what stands at the old offsets of the others may be anything
        return moved
    return {
        place: Place(place.iri, place.start, place.end, checksum(words[place.start : place.end]))
        for place in wrong
        if place.end <= len(words)
    }


def _found_at(place: Place, words: str) -> list[int]:
    """Find where the cited words stand, by their checksum alone. Cost: one hash for each character of the text."""
    length = place.end - place.start
    return [at for at in range(len(words) - length + 1) if checksum(words[at : at + length]) == place.sha256]


def _iri(place: Place, start: int) -> str:
    return f"{place.iri.partition('#')[0]}#char={start},{start + place.end - place.start}"


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
    if old.iri == new.iri:
        return f"{where}: {terms.compact(old.iri)} has a new checksum; its words have changed; read them again"
    return f"{where}: {terms.compact(old.iri)} is now char={new.start},{new.end}; the same words stand there"
