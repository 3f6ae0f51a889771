"""Update the offsets of passages whose words have moved within the text. Changed words are left to a person."""

from __future__ import annotations

import re
from pathlib import Path

from pcgraph.model import namespaces
from pcgraph.store.data_folder import File, Inputs
from pcgraph.store.files import replacing, shown
from pcgraph.validation.index import Lookup
from pcgraph.validation.passages import Place, Text, checksum, find_moved, places, read


def fix(inputs: Inputs, texts: Path) -> list[str]:
    """Update passages to the current texts, and rewrite the files that refer to them.

    A passage whose words occur at exactly one other position of the text is moved there and gets a new IRI. Every other
    passage is unchanged, and `run` still reports it: only a person can decide whether changed words support a fact.
    """
    lookup, available = Lookup(inputs), read(inputs, texts)
    lines: list[str] = []
    for file, facts in lookup.by_role("source"):
        if file.slug not in available:
            continue
        changes = _changes([place for place in places(file, facts) if place.exact], available[file.slug])
        # only a passage of which the file has one block, in a layout that can be rewritten safely
        changes = {old: new for old, new in changes.items() if len(_block(old).findall(file.text)) == 1}
        if changes:
            with replacing(file.path) as new_file:
                new_file.write_bytes(_rewritten(file, changes).encode("utf-8"))
            lines += [_line(file, old, new) for old, new in changes.items()]
    return lines


def _changes(found: list[Place], text: Text) -> dict[Place, tuple[int, int]]:
    """Return the new offsets of each passage whose words now occur at exactly one other position."""
    wrong = [place for place in found if place.span and checksum(text.content[slice(*place.span)]) != place.sha256]
    return {place: new for place in wrong if (new := find_moved(place, text))}


def _block(place: Place) -> re.Pattern[str]:
    """Return a pattern for the block of a passage as `pcgraph cite` prints it, on one line or several."""
    start, end = place.span or (0, 0)
    return re.compile(
        rf"^(<{re.escape(place.iri)}>\s+a\s+pcg:Passage\s*;\s*pcg:start\s+){start}(\s*;\s*pcg:end\s+){end}"
        rf'(?=\s*;\s*pcg:sha256\s+"{place.sha256}")',
        re.MULTILINE,
    )


def _rewritten(file: File, changes: dict[Place, tuple[int, int]]) -> str:
    text = file.path.read_bytes().decode("utf-8")  # keeps newlines and byte order mark
    for old, (start, end) in changes.items():
        text = _block(old).sub(rf"\g<1>{start}\g<2>{end}", text)
    # All names at once, because a passage may move to the old position of another.
    names = {old.iri: f"{old.iri.partition('#')[0]}#char={start},{end}" for old, (start, end) in changes.items()}
    return re.sub(r"(?<=<)[^<>\s]+(?=>)", lambda match: names.get(match[0], match[0]), text)


def _line(file: File, old: Place, new: tuple[int, int]) -> str:
    where = f"{shown(file.path)}:{file.line(old.iri)}"
    return f"{where}: {namespaces.compact(old.iri)} is now char={new[0]},{new[1]}, with the same words"
