"""Compare the passages of a source with its text: which state each has, and where its words are now."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pcgraph.model.namespaces import PCG
from pcgraph.model.passages import (
    CHANGED,
    HASH_NOT_CHECKED,
    MOVED,
    POINTER_ONLY,
    PROVED,
    REFLOWED,
    Word,
    find_words,
    has_symbols,
    words,
)
from pcgraph.store.data_folder import File, Inputs
from pcgraph.store.files import regular
from pcgraph.validation.index import Fact

HASH = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True)
class Text:
    """The text of a source; its words are counted once."""

    content: str

    @cached_property
    def words(self) -> list[Word]:
        """Its words in order."""
        return words(self.content)


@dataclass(frozen=True)
class Place:
    """One passage, as its file describes it. Values that are missing or malformed are None; shapes report them.

    `span` are the offsets of its first character and of the one after its last.
    """

    iri: str
    span: tuple[int, int] | None = None
    sha256: str | None = None
    word_count: int | None = None
    word_hash: str | None = None
    symbols: str | None = None

    @property
    def exact(self) -> bool:
        """True if offsets and a checksum tell the exact characters."""
        return self.span is not None and self.sha256 is not None

    @property
    def hashed(self) -> bool:
        """True if a machine can check it."""
        return self.exact or (self.word_count is not None and self.word_hash is not None)


def read(inputs: Inputs, texts: Path) -> dict[str, Text]:
    """Read the texts that are available."""
    found = {}
    for file in inputs.by_role("source"):
        try:  # read_text would replace \\r\\n by one character, which would shift the offsets
            found[file.slug] = Text(regular(texts / f"{file.slug}.txt").read_bytes().decode("utf-8"))
        except (OSError, UnicodeDecodeError):
            continue
    return found


def checksum(passage: str) -> str:
    """Return the SHA-256 of a text in UTF-8, as lower-case hexadecimal digits.

    >>> checksum("")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(passage.encode("utf-8")).hexdigest()


def places(file: File, facts: Iterable[Fact]) -> Iterator[Place]:
    """Yield the passages of a file, in the order of the file."""
    found: dict[str, dict[str, str]] = {}
    for fact in facts:
        if fact.subject.startswith(file.graph + "#"):
            found.setdefault(fact.subject, {})[fact.predicate.removeprefix(PCG)] = fact.value
    for iri, values in found.items():
        numbers = {name: int(value) for name, value in values.items() if re.fullmatch("[0-9]{1,15}", value)}
        hashes = {name: value for name, value in values.items() if HASH.fullmatch(value)}
        span = numbers.get("start", 0), numbers.get("end", 0)
        yield Place(
            iri,
            span if "start" in numbers and span[0] < span[1] else None,
            hashes.get("sha256"),
            numbers.get("wordCount"),
            hashes.get("wordHash"),
            values.get("symbols"),
        )


def state(place: Place, text: Text | None) -> tuple[str, list[tuple[int, int]]]:
    """Return the state of a passage and where its words are in the text."""
    if not place.hashed:
        return POINTER_ONLY, []
    if text is None:
        return HASH_NOT_CHECKED, []
    if place.span and checksum(text.content[slice(*place.span)]) == place.sha256:
        return PROVED, [place.span]
    if found := _find_exactly(place, text):
        return MOVED, found
    if found := _find_by_words(place, text):
        return (REFLOWED if place.exact else PROVED), found
    return CHANGED, []


def _find_exactly(place: Place, text: Text) -> list[tuple[int, int]]:
    """Find the characters by their checksum, near the words if their hash is known."""
    if place.span is None or place.sha256 is None:
        return []
    length = place.span[1] - place.span[0]
    starts: Iterable[int] = range(len(text.content) - length + 1)
    if place.word_hash and place.word_count:
        near = find_words(text.words, place.word_count, place.word_hash)
        starts = sorted({at for first, last in near for at in range(max(last - length, 0), first + 1)})
    return [(at, at + length) for at in starts if checksum(text.content[at : at + length]) == place.sha256]


def _find_by_words(place: Place, text: Text) -> list[tuple[int, int]]:
    """Find the words by their hash. Symbols are compared where they are known: a full citation lists all of them."""
    if place.word_count is None or place.word_hash is None:
        return []
    found = find_words(text.words, place.word_count, place.word_hash)
    expected = place.symbols if place.symbols is not None or not place.exact else ""
    return [span for span in found if expected is None or has_symbols(text.content, *span, expected)]


def find_moved(place: Place, text: Text) -> tuple[int, int] | None:
    """Return the new offsets of the cited characters, found by their checksum; None unless there is exactly one place.

    >>> place = Place("https://example.org/leaflet#char=0,4", (0, 4), checksum("Acme"))
    >>> find_moved(place, Text("Today Acme signed."))
    (6, 10)
    """
    found = _find_exactly(place, text)
    return found[0] if len(found) == 1 else None
