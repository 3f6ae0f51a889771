"""Rules that need the texts of the sources: passages exist and are unchanged, and their wording is not copied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import permutations

from pcgraph.model import namespaces
from pcgraph.model.namespaces import PCG, V
from pcgraph.model.passages import (
    ADDRESS_STATES,
    CHANGED,
    LEAST_DIFFERENCE,
    MOVED,
    PROVED,
    REFLOWED,
    STATES,
    word_hash,
    words,
)
from pcgraph.store.data_folder import File
from pcgraph.validation.finding import Severity
from pcgraph.validation.index import Lookup
from pcgraph.validation.passages import Place, Text, find_moved, places, state
from pcgraph.validation.rule import Fault, rule

PAGE_STATES = (PROVED, MOVED, REFLOWED, CHANGED)
RECORDED_STATES = {"passageState": STATES, "pageState": PAGE_STATES, "addressState": ADDRESS_STATES}
RECORDED_DAYS = ("checkedOn", "pageCheckedOn", "failedOn")
WORDS = 10  # this many in a row count as copied
CITE = "read the passage and cite it again with `pcgraph cite`"


@rule("expected the words that were cited", CITE, "warning")
def passage_changed(lookup: Lookup) -> Iterator[Fault]:
    """Find passages whose words were not there at the last verification, until they are cited anew.

    A page that changed after its words were proved is no finding: what was proved stays.
    """
    recorded = [*lookup.facts_by_role("verification")]
    compared = {fact.subject for _, fact in recorded if fact.predicate == PCG + "passageState"}
    changed = [
        (file, fact)
        for file, fact in recorded
        if fact.value == V + CHANGED
        and (
            fact.predicate == PCG + "passageState"
            or (fact.predicate == PCG + "pageState" and fact.subject not in compared)
        )
    ]
    sources = lookup.by_role("source") if changed else ()
    here = {place.iri for file, facts in sources for place in places(file, facts)}
    for file, fact in changed:
        if fact.subject in here:
            yield file, fact.subject, "had changed when it was last compared with its text"


@rule("expected a state of the vocabulary, or a day such as 2025-06-01", "run `pcgraph verify --record` again")
def verification_form(lookup: Lookup) -> Iterator[Fault]:
    """Find records of a verification that are out of date or were not written by `pcgraph verify`."""
    sources = lookup.by_role("source")
    iris = {fact.subject for file, facts in sources for fact in facts if fact.subject.startswith(file.graph + "#")}
    iris |= {file.graph for file, _ in lookup.by_role("source")}
    known = {PCG + name for name in (*RECORDED_STATES, *RECORDED_DAYS)}
    for file, fact in lookup.facts_by_role("verification"):
        if fact.predicate not in known or (fact.predicate != PCG + "checkedOn" and fact.subject not in iris):
            yield (
                file,
                fact.subject,
                f"has a record ({namespaces.compact(fact.predicate)}) that belongs to no passage or source",
                "expected only what `pcgraph verify` writes, on passages that exist",
                "run `pcgraph verify --record` again",
                "warning",
            )
        elif not _is_record(fact.predicate.removeprefix(PCG), fact.value):
            yield file, fact.subject, f"has the value {fact.value} ({namespaces.compact(fact.predicate)})"


def _is_record(name: str, value: str) -> bool:
    """Return whether `pcgraph verify` may have written a value of a property."""
    if name in RECORDED_STATES:
        return value.removeprefix(V) in RECORDED_STATES[name]
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


@rule(todo="add the text, or accept that its passages are not checked", severity="warning", texts=True)
def no_text(lookup: Lookup, texts: dict[str, Text]) -> Iterator[Fault]:
    """Find sources whose passages cannot be checked because their text is not available."""
    for file, facts in lookup.by_role("source"):
        if file.slug not in texts and any(place.exact for place in places(file, facts)):
            yield (
                file,
                file.graph,
                "cannot be checked: its text is not available in UTF-8",
                f"expected {file.slug}.txt in the folder of texts",
            )


@rule("expected offsets within the text", "check that it is the same text, and cite the passage again", texts=True)
def passage_past_end(lookup: Lookup, texts: dict[str, Text]) -> Iterator[Fault]:
    """Find passages that end after the end of the text."""
    for file, place, text in _available(lookup, texts):
        if place.span and place.span[1] > len(text.content):
            yield file, place.iri, f"ends after the text, which has {len(text.content)} characters"


@rule(texts=True)
def passage_checksum(lookup: Lookup, texts: dict[str, Text]) -> Iterator[Fault]:
    """Find passages with offsets whose words differ from those that were cited."""
    for file, place, text in _available(lookup, texts):
        if place.span and place.span[1] <= len(text.content) and state(place, text)[0] in (MOVED, CHANGED):
            yield (
                file,
                place.iri,
                "does not have the words that were cited",
                "expected the text whose checksum is pcg:sha256",
                "run `pcgraph check --fix`, which moves the passage to the new position of the words"
                if find_moved(place, text)
                else CITE,
            )


@rule("expected the characters that were cited", CITE, "warning", texts=True)
def passage_reflowed(lookup: Lookup, texts: dict[str, Text]) -> Iterator[Fault]:
    """Find passages with offsets whose words are the same, but whose spaces or punctuation changed."""
    for file, place, text in _available(lookup, texts):
        if state(place, text)[0] == REFLOWED:
            yield file, place.iri, "has the same words with other spaces or punctuation"


@rule(texts=True)
def passage_words(lookup: Lookup, texts: dict[str, Text]) -> Iterator[Fault]:
    """Find word hashes that no words of the text have, and hashes that differ from those of the cited characters."""
    for file, place, text in _available(lookup, texts):
        if place.word_hash is None or place.word_count is None:
            continue
        if not place.exact and state(place, text)[0] == CHANGED:
            yield (
                file,
                place.iri,
                f"has a word hash that no {place.word_count} words of the text have",
                "expected the words that were cited",
                "check pcg:wordCount, and whether the text is complete; if the words changed, cite them again",
            )
        if place.span and (PROVED, [place.span]) == state(place, text):
            cited = words(text.content[slice(*place.span)])
            if (len(cited), word_hash(cited)) == (place.word_count, place.word_hash):
                continue
            yield (
                file,
                place.iri,
                f"has a word hash or count that its characters do not have: they are {len(cited)} words",
                "expected those of its words",
                CITE,
            )


@rule(todo="cite one passage for both", severity="warning", texts=True)
def guessable_words(lookup: Lookup, texts: dict[str, Text]) -> Iterator[Fault]:
    """Find passages that add few words to another one: whoever knows that one can guess the words from the hash."""
    for file, facts in lookup.by_role("source"):
        text = texts.get(file.slug)
        found = [place for place in places(file, facts) if state(place, text) == (PROVED, [place.span])]
        held = {place: _numbers(place, text) for place in found if text}
        for known, other in permutations(held, 2):
            new = len(held[other] - held[known])
            if held[known] & held[other] and 0 < new < LEAST_DIFFERENCE:
                yield (
                    file,
                    other.iri,
                    f"has only {new} word{'s' * (new != 1)} beside those of {namespaces.compact(known.iri)}",
                    f"expected at least {LEAST_DIFFERENCE}, or none: fewer can be guessed from the hashes",
                )


@rule(texts=True)
def copied_wording(lookup: Lookup, texts: dict[str, Text]) -> Iterator[Fault]:
    """Find literals that share ten words in a row with a text: the project does not copy the wording of sources.

    A source's file is compared with its own text; every other file with all texts. For a title or for a name as
    spelt in the source, the finding is a warning.
    """
    runs = {
        file.slug: _runs(texts[file.slug].content) if file.slug in texts else frozenset()
        for file in lookup.inputs.by_role("source")
    }
    everything = frozenset().union(*runs.values())
    for file, fact in lookup.facts_by_role():
        if not fact.names and _runs(fact.value) & (runs[file.slug] if file.role == "source" else everything):
            severity: Severity = "warning" if fact.predicate in (PCG + "title", PCG + "nameInSource") else "error"
            yield (
                file,
                fact.subject,
                f"has {WORDS} words in a row from a source ({namespaces.compact(fact.predicate)})",
                "expected your own words",
                "rewrite the text",
                severity,
            )


def _available(lookup: Lookup, texts: dict[str, Text]) -> Iterator[tuple[File, Place, Text]]:
    for file, facts in lookup.by_role("source"):
        for place in places(file, facts) if file.slug in texts else ():
            if place.hashed:
                yield file, place, texts[file.slug]


def _numbers(place: Place, text: Text) -> set[int]:
    """Return which words of the text a passage has, by their number."""
    start, end = place.span or (0, 0)
    return {number for number, word in enumerate(text.words) if word.start < end and word.end > start}


def _runs(words: str) -> frozenset[tuple[str, ...]]:
    found = re.findall(r"\w+", words.casefold())
    return frozenset(tuple(found[start : start + WORDS]) for start in range(len(found) - WORDS + 1))
