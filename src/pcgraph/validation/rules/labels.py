"""Rules on labels: none is empty, has hidden characters or looks like the label of another agent."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from pcgraph.model import namespaces
from pcgraph.model.namespaces import LABEL, PCG, SKOS
from pcgraph.store.data_folder import File
from pcgraph.validation.index import Fact, Lookup
from pcgraph.validation.rule import Fault, rule
from pcgraph.validation.rules.identity import distinct_pairs, preferred_iris

NAMES = {LABEL, PCG + "title", *(SKOS + name for name in ("prefLabel", "altLabel", "hiddenLabel"))}
JOINERS = "\u200c\u200d"  # needed in the spelling of Persian, Urdu and Hindi
# letters that look alike in nearly every typeface: Cyrillic, Greek and others, with the Latin letters below them
_LIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХԚԜҮӀаеорсухѕіјһԁԛԝѵүкӏ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹανορυικχϲ" + "ıɑɡ" + "I1|0",
    "ABESIJKMHOPCTYXQWYlaeopcyxsijhdqwvykl" + "ABEZHIKMNOPTYXCavopuikxc" + "iag" + "lllo",
)


@rule("expected a name", "write a name, or delete the line", "warning", local=True)
def empty_label(lookup: Lookup) -> Iterator[Fault]:
    """Find labels without a visible character."""
    for file, fact in _labels(lookup):
        if _is_empty(fact.value):
            yield file, fact.subject, f"has an empty {namespaces.compact(fact.predicate)}"


@rule("expected visible characters", "remove them", "warning", local=True)
def hidden_character(lookup: Lookup) -> Iterator[Fault]:
    """Find labels with invisible characters: control characters, direction marks, zero-width spaces."""
    for file, fact in _labels(lookup):
        hidden = sorted(set(filter(_is_hidden, fact.value)))
        if hidden and not _is_empty(fact.value):
            yield file, fact.subject, f"has {_codes(hidden)} in its {namespaces.compact(fact.predicate)}"


@rule(
    "expected labels that look different",
    "write it in letters of one script, or add a verdict on owl:sameAs for the two",
    "warning",
)
def confusable_label(lookup: Lookup) -> Iterator[Fault]:
    """Find agents with a label that looks like another agent's but is spelt differently, as with a Cyrillic letter.

    Pairs that a verdict calls the same or different are not reported.
    """
    end = preferred_iris(lookup)
    distinct = distinct_pairs(lookup, end)
    alike: dict[str, list[tuple[int, str, str, File, Fact]]] = defaultdict(list)
    for file, fact in _labels(lookup):
        named = fact.predicate in (LABEL, SKOS + "altLabel") and lookup.is_a(fact.subject, "Agent")
        if named and not any(map(_is_hidden, fact.value)):  # else `hidden-character` reports it
            own, spelt = end.get(fact.subject, fact.subject), " ".join(fact.value.casefold().split())
            alike[_skeleton(fact.value)].append((len(_odd(fact.value)), own, spelt, file, fact))
    for labels in alike.values():
        first, *others = sorted(labels, key=lambda label: label[:3])
        for _, own, spelt, file, fact in others:
            if own != first[1] and spelt != first[2] and frozenset((own, first[1])) not in distinct:
                yield (
                    file,
                    fact.subject,
                    f"has a label that looks like one of {namespaces.compact(first[1])} ({_codes(_odd(fact.value))})",
                )


def _labels(lookup: Lookup) -> Iterator[tuple[File, Fact]]:
    for file, fact in lookup.having(NAMES):
        if not fact.names:
            yield file, fact


def _is_empty(label: str) -> bool:
    return not any(char.isprintable() and not char.isspace() for char in label)


@cache
def _is_hidden(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cn", "Co", "Zl", "Zp") and char not in JOINERS


def _codes(chars: list[str]) -> str:
    return ", ".join(f"U+{ord(char):04X}" for char in chars[:5]) + " …" * (len(chars) > 5)


def _odd(label: str) -> list[str]:
    """Return the characters of a label that look like other characters, sorted."""
    return sorted(filter(_is_odd, set(label)))


@cache
def _is_odd(char: str) -> bool:
    return unicodedata.normalize("NFKC", char).translate(_LIKE) != char


def _skeleton(label: str) -> str:
    """Return a form of the label that is equal for labels that look alike, following Unicode Technical Standard 39.

    >>> _skeleton("Lumеn") == _skeleton("Lumen")
    True
    """
    seen = "".join(
        char for char in unicodedata.normalize("NFKC", label) if not _is_hidden(char) and char not in JOINERS
    )
    return " ".join(seen.translate(_LIKE).casefold().split())
