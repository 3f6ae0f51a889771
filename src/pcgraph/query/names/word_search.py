"""Searches names by their words, in any script, and forgives typing mistakes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pcgraph.model.entities import Entity
from pcgraph.model.naming import letters
from pcgraph.query.names.matching import SMALL, initials

GOOD = 0.6  # minimum score of what a search returns
LIKE = 0.75  # minimum similarity of two words: one mistake in four letters
PREFIX, INSIDE = 0.95, 0.9  # score of a word that only begins with, or contains, the word that is sought


@dataclass(frozen=True)
class Hit:
    """A thing that a search found: its IRI, the name that fits best, and how well (0 to 1; above 1: begins so)."""

    iri: str
    name: str
    score: float


class WordIndex:
    """An index of the words in the names of things.

    >>> index = WordIndex({"id:bank": Entity("id:bank", "Company", {"en": "National Bank of Norland"})})
    >>> [hit.iri for hit in index.search("natoinal bank")], [hit.iri for hit in index.search("school")]
    (['id:bank'], [])
    """

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self._entries: list[tuple[tuple[str, ...], str, str]] = []  # words, name, IRI
        self._by_word: dict[str, set[int]] = defaultdict(set)
        for iri, thing in entities.items():
            for key, name in dict(_keys(thing)).items():
                words = tuple(key.split())
                for word in words:
                    self._by_word[word].add(len(self._entries))
                self._entries.append((words, name, iri))

    def search(self, text: str, least: float = GOOD, like: float = LIKE) -> list[Hit]:
        """Return what fits best first; each thing once. Cost: one comparison with every known word."""
        words = _sought(text)
        return self._scored(words, least, like) or self._scored(("".join(words),), least, like)

    def _scored(self, words: tuple[str, ...], least: float, like: float) -> list[Hit]:
        scores: dict[int, float] = defaultdict(float)
        for word in words:
            best: dict[int, float] = {}
            for known, likeness in self._similar(word, like).items():
                for entry in self._by_word[known]:
                    best[entry] = max(best.get(entry, 0.0), likeness)
            for entry, likeness in best.items():
                scores[entry] += likeness / len(words)
        hits: dict[str, Hit] = {}
        for number, score in scores.items():
            if score < least:
                continue
            own, name, iri = self._entries[number]
            whole = score * (0.8 + 0.2 * min(1.0, len(words) / len(own))) + 0.02 * (own[: len(words)] == words)
            if iri not in hits or hits[iri].score < whole:
                hits[iri] = Hit(iri, name, round(whole, 3))
        return sorted(hits.values(), key=lambda hit: (-hit.score, hit.iri))

    def beginning(self, text: str) -> list[str]:
        """Return the things of which a name begins with these words, sorted by IRI."""
        words = tuple(letters(text).split())
        if not words:
            return []
        entries = (self._entries[number] for number in self._by_word.get(words[0], ()))
        return sorted({iri for known, _, iri in entries if known[: len(words)] == words})

    def _similar(self, word: str, like: float) -> dict[str, float]:
        """Return the known words that are the same, begin alike, contain it (without spaces) or differ by a mistake."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        found = {}
        if len(word) > 3:
            known_words, similarity = list(self._by_word), OSA.normalized_similarity
            close = process.extract(word, known_words, scorer=similarity, score_cutoff=like, limit=None)
            found = {known: 0.9 * likeness for known, likeness, _ in close}
        if len(word) > 1 or not word.isascii():
            found |= {known: PREFIX for known in self._by_word if known.startswith(word)}
            if not word.isascii():
                found |= {known: INSIDE for known in self._by_word if word in known and not known.startswith(word)}
        if word in self._by_word:
            found[word] = 1.0
        return found


def _sought(text: str) -> tuple[str, ...]:
    words = letters(text).split()
    return tuple(word for word in words if word not in SMALL) or tuple(words)


def _keys(thing: Entity) -> Iterable[tuple[str, str]]:
    """Yield keys, and the name that each is made of; a later one of the same key replaces an earlier one."""
    from anyascii import anyascii

    names = [*thing.spellings, *thing.aliases, *thing.labels.values()]
    own = thing.iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
    keys = [letters(name) for name in names]
    if not any(set(letters(own).split()) <= set(key.split()) for key in keys):  # otherwise the name is enough
        yield letters(own), own
    yield from ((letters(anyascii(name)), name) for name in names if not name.isascii())
    yield from zip(keys, names, strict=True)
    if "en" in thing.labels and (short := initials(thing.labels["en"])):
        yield short, thing.labels["en"]
