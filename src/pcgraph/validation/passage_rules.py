"""Rules that need the texts of the sources: passages exist and are unchanged, and their wording is not copied."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pcgraph.model import namespaces
from pcgraph.model.namespaces import PCG
from pcgraph.store.data_folder import File, Inputs
from pcgraph.store.files import regular
from pcgraph.validation.finding import Finding, Severity
from pcgraph.validation.index import Fact, Lookup

WORDS = 10  # this many in a row count as copied


@dataclass(frozen=True)
class Place:
    """One passage with offsets, as its file describes it."""

    iri: str
    start: int
    end: int
    sha256: str


def read(inputs: Inputs, texts: Path) -> dict[str, str]:
    """Read the texts that are available.

    Parameters
    ----------
    inputs : Inputs
    texts : Path
        Folder with ``<slug>.txt``, UTF-8.

    Returns
    -------
    dict of str → str
        Slug → text, with every character as in the file. A text that is missing or not UTF-8 is omitted.

    Examples
    --------
    >>> from pathlib import Path
    >>> read(Inputs(Path("data"), Path("ontology"), ()), Path("no-such-folder"))
    {}
    """
    found = {}
    for file in inputs.by_role("source"):
        try:  # read_text would replace \r\n by one character, which would shift the offsets
            found[file.slug] = regular(texts / f"{file.slug}.txt").read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
    return found


def checksum(words: str) -> str:
    """Return the SHA-256 of a text in UTF-8, as lower-case hexadecimal digits.

    Examples
    --------
    >>> checksum("")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(words.encode("utf-8")).hexdigest()


def places(file: File, facts: list[Fact]) -> Iterator[Place]:
    """Yield the passages of a file with valid offsets and a checksum; shapes report the others."""
    found: dict[str, dict[str, str]] = {}
    for fact in facts:
        if fact.predicate in (PCG + "start", PCG + "end", PCG + "sha256") and fact.subject.startswith(file.graph + "#"):
            found.setdefault(fact.subject, {})[fact.predicate] = fact.value
    for iri, values in found.items():
        start, end, sha256 = (values.get(PCG + name, "") for name in ("start", "end", "sha256"))
        valid = re.fullmatch("[0-9]+,[0-9]+,[0-9a-f]{64}", f"{start},{end},{sha256}")
        if valid and int(start) < int(end):
            yield Place(iri, int(start), int(end), sha256)


def find_moved(place: Place, words: str) -> Place | None:
    """Return the new position of the cited words, found by their checksum; None unless there is exactly one.

    Cost: one hash for each character of the text.
    """
    length = place.end - place.start
    starts = [i for i in range(len(words) - length + 1) if checksum(words[i : i + length]) == place.sha256]
    if len(starts) != 1:
        return None
    start, end = starts[0], starts[0] + length
    return Place(f"{place.iri.partition('#')[0]}#char={start},{end}", start, end, place.sha256)


def no_text(lookup: Lookup, texts: dict[str, str]) -> Iterator[Finding]:
    """Find sources whose passages cannot be checked because their text is not available."""
    for file, facts in lookup.by_role("source"):
        if file.slug not in texts and any(places(file, facts)):
            yield lookup.finding(
                file,
                file.graph,
                "no-text",
                "cannot be checked: its text is not available in UTF-8",
                f"expected {file.slug}.txt in the folder of texts",
                "add the text, or accept that its passages are not checked",
                severity="warning",
            )


def passage_past_end(lookup: Lookup, texts: dict[str, str]) -> Iterator[Finding]:
    """Find passages that end after the end of the text."""
    for file, place, words in _available(lookup, texts):
        if place.end > len(words):
            yield lookup.finding(
                file,
                place.iri,
                "passage-past-end",
                f"ends after the text, which has {len(words)} characters",
                "expected offsets within the text",
                "check that it is the same text, and cite the passage again",
            )


def passage_checksum(lookup: Lookup, texts: dict[str, str]) -> Iterator[Finding]:
    """Find passages whose words differ from those that were cited."""
    for file, place, words in _available(lookup, texts):
        if place.end <= len(words) and checksum(words[place.start : place.end]) != place.sha256:
            yield lookup.finding(
                file,
                place.iri,
                "passage-checksum",
                "does not have the words that were cited",
                "expected the text whose checksum is pcg:sha256",
                "run `pcgraph check --fix`, which moves the passage to the new position of the words"
                if find_moved(place, words)
                else "read the passage and cite it again with `pcgraph cite`",
            )


def copied_wording(lookup: Lookup, texts: dict[str, str]) -> Iterator[Finding]:
    """Find literals that share ten words in a row with a text: the project does not copy the wording of sources.

    A source's file is compared with its own text; every other file with all texts. For a title or for a name as
    spelt in the source, the finding is a warning.
    """
    runs = {file.slug: _runs(texts.get(file.slug, "")) for file in lookup.inputs.by_role("source")}
    everything = frozenset().union(*runs.values())
    for file, fact in lookup.facts_by_role():
        if not fact.names and _runs(fact.value) & (runs[file.slug] if file.role == "source" else everything):
            severity: Severity = "warning" if fact.predicate in (PCG + "title", PCG + "nameInSource") else "error"
            yield lookup.finding(
                file,
                fact.subject,
                "copied-wording",
                f"has {WORDS} words in a row from a source ({namespaces.compact(fact.predicate)})",
                "expected your own words",
                "rewrite the text",
                severity,
            )


def _available(lookup: Lookup, texts: dict[str, str]) -> Iterator[tuple[File, Place, str]]:
    for file, facts in lookup.by_role("source"):
        for place in places(file, facts) if file.slug in texts else ():
            yield file, place, texts[file.slug]


def _runs(words: str) -> frozenset[tuple[str, ...]]:
    found = re.findall(r"\w+", words.casefold())
    return frozenset(tuple(found[start : start + WORDS]) for start in range(len(found) - WORDS + 1))
