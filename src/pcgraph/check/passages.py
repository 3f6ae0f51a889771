"""Rules that take the texts of the sources to see: passages are there, unchanged, and their words are not copied."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pcgraph import terms
from pcgraph.check.finding import Finding, Severity
from pcgraph.check.lookup import Fact, Lookup
from pcgraph.paths import regular
from pcgraph.store import File, Inputs
from pcgraph.terms import PCG

WORDS = 10  # as many in a row are a copy


@dataclass(frozen=True)
class Place:
    """One passage with offsets, as its file describes it."""

    iri: str
    start: int
    end: int
    sha256: str


def read(inputs: Inputs, texts: Path) -> dict[str, str]:
    """Read the texts that are at hand.

    Parameters
    ----------
    inputs : Inputs
    texts : Path
        Folder with ``<slug>.txt``, UTF-8.

    Returns
    -------
    dict of str → str
        Slug → text, each character as it is in the file. A text that is missing or not UTF-8 is left out.

    Examples
    --------
    >>> from pathlib import Path
    >>> read(Inputs(Path("data"), Path("ontology"), ()), Path("no-such-folder"))
    {}
    """
    found = {}
    for file in inputs.of("source"):
        try:  # read_text would turn \r\n into one character and move the offsets
            found[file.slug] = regular(texts / f"{file.slug}.txt").read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
    return found


def checksum(words: str) -> str:
    """Give the SHA-256 of a text in UTF-8, as lower-case hexadecimal digits.

    >>> checksum("")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(words.encode("utf-8")).hexdigest()


def places(file: File, facts: list[Fact]) -> Iterator[Place]:
    """Give the passages of a file that have whole offsets and a checksum; shapes report the others."""
    found: dict[str, dict[str, str]] = {}
    for fact in facts:
        if fact.predicate in (PCG + "start", PCG + "end", PCG + "sha256") and fact.subject.startswith(file.graph + "#"):
            found.setdefault(fact.subject, {})[fact.predicate] = fact.value
    for iri, of in found.items():
        start, end, sha256 = (of.get(PCG + name, "") for name in ("start", "end", "sha256"))
        whole = re.fullmatch("[0-9]+,[0-9]+,[0-9a-f]{64}", f"{start},{end},{sha256}")
        if whole and int(start) < int(end):
            yield Place(iri, int(start), int(end), sha256)


def moved(place: Place, words: str) -> Place | None:
    """Find the one place where the cited words stand now, by their checksum alone; None if there is none or another.

    Cost: a hash for each character of the text.
    """
    length = place.end - place.start
    starts = [at for at in range(len(words) - length + 1) if checksum(words[at : at + length]) == place.sha256]
    if len(starts) != 1:
        return None
    start, end = starts[0], starts[0] + length
    return Place(f"{place.iri.partition('#')[0]}#char={start},{end}", start, end, place.sha256)


def no_text(lookup: Lookup, texts: dict[str, str]) -> Iterator[Finding]:
    """Name the sources whose passages cannot be proved because their text is not at hand."""
    for file, facts in lookup.of("source"):
        if file.slug not in texts and any(places(file, facts)):
            yield lookup.finding(
                file,
                file.graph,
                "no-text",
                "cannot be proved: its text is not at hand in UTF-8",
                f"expected {file.slug}.txt in the folder of texts",
                "add the text, or leave its passages unproved",
                severity="warning",
            )


def passage_past_end(lookup: Lookup, texts: dict[str, str]) -> Iterator[Finding]:
    """Find passages that reach beyond the end of the text."""
    for file, place, words in _at_hand(lookup, texts):
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
    """Find passages whose words are no longer those that were cited."""
    for file, place, words in _at_hand(lookup, texts):
        if place.end <= len(words) and checksum(words[place.start : place.end]) != place.sha256:
            yield lookup.finding(
                file,
                place.iri,
                "passage-checksum",
                "does not have the words that were cited",
                "expected the text whose checksum is pcg:sha256",
                "run `pcgraph check --fix`, which moves it to where they stand now"
                if moved(place, words)
                else "read the passage again and cite it anew with `pcgraph cite`",
            )


def copied_wording(lookup: Lookup, texts: dict[str, str]) -> Iterator[Finding]:
    """Find literals that share ten words in a row with a text: the wording of a source does not enter the project.

    A source's file is compared with its own text, register and verdicts with all texts. For a title or a name as the
    source has it this is a warning.
    """
    runs = {file.slug: _runs(texts.get(file.slug, "")) for file in lookup.inputs.of("source")}
    everything = frozenset().union(*runs.values())
    for file, fact in lookup.every("source", "register", "verdicts"):
        if not fact.names and _runs(fact.value) & (runs[file.slug] if file.role == "source" else everything):
            severity: Severity = "warning" if fact.predicate in (PCG + "title", PCG + "nameInSource") else "error"
            yield lookup.finding(
                file,
                fact.subject,
                "copied-wording",
                f"has {WORDS} words in a row from a source ({terms.compact(fact.predicate)})",
                "expected own words",
                "say it differently",
                severity,
            )


def _at_hand(lookup: Lookup, texts: dict[str, str]) -> Iterator[tuple[File, Place, str]]:
    for file, facts in lookup.of("source"):
        for place in places(file, facts) if file.slug in texts else ():
            yield file, place, texts[file.slug]


def _runs(words: str) -> frozenset[tuple[str, ...]]:
    found = re.findall(r"\w+", words.casefold())
    return frozenset(tuple(found[at : at + WORDS]) for at in range(len(found) - WORDS + 1))
