"""Rules on how labels look: none is empty, hides characters, or looks like that of another agent."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from pcgraph import terms
from pcgraph.check.finding import Finding
from pcgraph.check.identity import identities, kept
from pcgraph.check.lookup import Fact, Lookup
from pcgraph.store import File
from pcgraph.terms import LABEL, PCG, SKOS

NAMES = {LABEL, PCG + "title", *(SKOS + name for name in ("prefLabel", "altLabel", "hiddenLabel"))}
JOINERS = "\u200c\u200d"  # Persian, Urdu and Hindi are spelt with them
# letters that look alike in nearly every typeface: Cyrillic, Greek and others, and the Latin ones below them
_LIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХԚԜҮӀаеорсухѕіјһԁԛԝѵүкӏ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹανορυικχϲ" + "ıɑɡ" + "I1|0",
    "ABESIJKMHOPCTYXQWYlaeopcyxsijhdqwvykl" + "ABEZHIKMNOPTYXCavopuikxc" + "iag" + "lllo",
)


def empty_label(lookup: Lookup) -> Iterator[Finding]:
    """Find labels in which nothing can be read."""
    for file, fact in _labels(lookup):
        if _is_empty(fact.value):
            yield lookup.finding(
                file,
                fact.subject,
                "empty-label",
                f"has an empty {terms.compact(fact.predicate)}",
                "expected a name",
                "write it, or delete the line",
                severity="warning",
            )


def hidden_character(lookup: Lookup) -> Iterator[Finding]:
    """Find labels with characters that nobody sees: controls, marks of direction, spaces without width."""
    for file, fact in _labels(lookup):
        hidden = sorted(set(filter(_is_hidden, fact.value)))
        if hidden and not _is_empty(fact.value):
            yield lookup.finding(
                file,
                fact.subject,
                "hidden-character",
                f"has {_codes(hidden)} in its {terms.compact(fact.predicate)}",
                "expected characters that can be seen",
                "take them out",
                severity="warning",
            )


def confusable_label(lookup: Lookup) -> Iterator[Finding]:
    """Find agents with a label that looks like another one's and is spelt differently, as with a Cyrillic letter.

    Two that verdicts call one, or keep apart, are known to be alike.
    """
    end = kept(lookup)
    apart = {
        frozenset(end.get(iri, iri) for iri in (one.subject.value, one.value.value))
        for one in identities(lookup)
        if one.answer == "rejects"
    }
    alike: dict[str, list[tuple[int, str, str, File, Fact]]] = defaultdict(list)
    for file, fact in _labels(lookup):
        named = fact.predicate in (LABEL, SKOS + "altLabel") and lookup.is_a(fact.subject, "Agent")
        if named and not any(map(_is_hidden, fact.value)):  # else `hidden-character` reports it
            own, spelt = end.get(fact.subject, fact.subject), " ".join(fact.value.casefold().split())
            alike[_skeleton(fact.value)].append((len(_odd(fact.value)), own, spelt, file, fact))
    for labels in alike.values():
        first, *others = sorted(labels, key=lambda label: label[:3])
        for _, own, spelt, file, fact in others:
            if own != first[1] and spelt != first[2] and frozenset((own, first[1])) not in apart:
                yield lookup.finding(
                    file,
                    fact.subject,
                    "confusable-label",
                    f"has a label that looks like one of {terms.compact(first[1])} ({_codes(_odd(fact.value))})",
                    "expected labels that can be told apart",
                    "write it in letters of one script, or say by a verdict on owl:sameAs whether the two are the same",
                    severity="warning",
                )


def _labels(lookup: Lookup) -> Iterator[tuple[File, Fact]]:
    for file, fact in lookup.every("source", "register", "verdicts"):
        if fact.predicate in NAMES and not fact.names:
            yield file, fact


def _is_empty(label: str) -> bool:
    return not any(char.isprintable() and not char.isspace() for char in label)


def _is_hidden(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cn", "Co", "Zl", "Zp") and char not in JOINERS


def _codes(chars: list[str]) -> str:
    return ", ".join(f"U+{ord(char):04X}" for char in chars[:5]) + " …" * (len(chars) > 5)


def _odd(label: str) -> list[str]:
    """List the characters of a label that are not what they look like."""
    return sorted({char for char in label if unicodedata.normalize("NFKC", char).translate(_LIKE) != char})


def _skeleton(label: str) -> str:
    """Write a label as it looks, so that two that look alike are equal; after Unicode's report 39.

    >>> _skeleton("Нuawеi") == _skeleton("Huawei")
    True
    """
    seen = "".join(
        char for char in unicodedata.normalize("NFKC", label) if not _is_hidden(char) and char not in JOINERS
    )
    return " ".join(seen.translate(_LIKE).casefold().split())
