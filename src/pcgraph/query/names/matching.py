"""The index of names: what a name means, as somebody spells it, what is similar to it, and what its words find.

Similarity alone never links a name. A name must equal a label or an alias: by its letters, without its company form, in
Latin letters, or as initials. It must also mean one thing only. Verdicts on names take precedence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox

from pcgraph.model import namespaces
from pcgraph.model.common_words import is_common
from pcgraph.model.entities import Entity
from pcgraph.model.namespaces import SAME
from pcgraph.model.naming import letters
from pcgraph.model.quads import said_by_subject

LIKE = 0.75  # minimum similarity of two words: one mistake in four letters
ALIKE = 0.65  # the same, in a whole name, of which the other words have to agree: industry and industries
GOOD, NEAR = 0.6, 0.88  # minimum score of what a search returns, and of a candidate for a whole name
PREFIX, INSIDE = 0.95, 0.9  # score of a word that only begins with, or contains, the word that is sought
SMALL = {"a", "an", "and", "at", "for", "in", "of", "on", "the", "to"}
EXACT = ("name", "id", "alias")  # ways of comparing that need only the letters
LINKING = ("judged", "name", "form", "letters", "initials")  # values of `Match.how` with an IRI, surest first


@dataclass(frozen=True)
class Match:
    """The result of matching a name."""

    name: str
    iri: str | None  # None if a person has to decide
    # ``judged`` (by a verdict), ``name`` (label or alias), ``form`` (without Ltd and the like), ``letters`` (in Latin
    # letters), ``initials``. Without an IRI: ``open`` (a verdict left it open), ``several``, ``near``, ``unknown``
    how: str
    candidates: tuple[tuple[str, float], ...] = ()  # the most similar first


@dataclass(frozen=True)
class NameVerdicts:
    """Verdicts on names."""

    same: Mapping[str, str]  # name → IRI that it means
    # not_same, unsure: pairs that were rejected; pairs that were left open
    not_same: frozenset[tuple[str, str]]
    unsure: frozenset[tuple[str, str]]


def name_verdicts(store: ox.Store) -> NameVerdicts:
    """Return the verdicts on names from the graph of verdicts; names are compared by their letters only."""
    rows = said_by_subject(store, namespaces.VERDICTS)
    on = [(letters(row["onName"]), row) for row in rows.values() if "onName" in row and row.get("onProperty") == SAME]
    return NameVerdicts(
        {name: row["prefers"] for name, row in on if "prefers" in row},
        frozenset((name, row["rejects"]) for name, row in on if "rejects" in row),
        frozenset((name, row["leavesOpen"]) for name, row in on if "leavesOpen" in row),
    )


@dataclass(frozen=True)
class Hit:
    """A thing that a search found: its IRI, the name that fits best, and how well (0 to 1; above 1: begins so)."""

    iri: str
    name: str
    score: float


class Names:
    """An index of the names of the register.

    >>> names = Names({"id:acme": Entity("id:acme", "Company", {"en": "Acme"}, ["Acme Trading Co., Ltd."])})
    >>> names.match("ACME Trading Company Limited").how, names.match("Acme Tradings").candidates[0][0]
    ('form', 'id:acme')
    """

    def __init__(self, entities: Mapping[str, Entity], verdicts: NameVerdicts | None = None) -> None:
        self.entities = entities
        self.verdicts = verdicts or NameVerdicts({}, frozenset(), frozenset())

    def equal(self, how: str, key: str) -> set[str]:
        """Return the IRIs with a key, by a way of comparing: those of `LINKING` but the first, ``id`` or ``alias``."""
        return (self._exact if how in EXACT else self._index)[how].get(key, set())

    @cached_property
    def _exact(self) -> dict[str, dict[str, set[str]]]:
        """Way of comparing → key → IRIs: names and ids by their letters, and the aliases that are addresses."""
        found: dict[str, dict[str, set[str]]] = {how: defaultdict(set) for how in EXACT}
        for iri, thing in self.entities.items():
            found["id"][letters(namespaces.local(iri))].add(iri)
            for name in (*thing.labels.values(), *thing.aliases):
                found["name"][letters(name)].add(iri)
            for name in thing.aliases:
                if is_address(name):
                    found["alias"][name].add(iri)
        return found

    @cached_property
    def _index(self) -> dict[str, dict[str, set[str]]]:
        """Way of comparing (`LINKING` without the first two) → key → IRIs. It costs ten times as much as `_exact`."""
        found: dict[str, dict[str, set[str]]] = {how: defaultdict(set) for how in LINKING[2:]}
        for iri, thing in self.entities.items():
            for name in {*thing.labels.values(), *thing.aliases}:
                for how, key in _keys(name):
                    found[how][key].add(iri)
                if thing.labels.get("en") == name and (short := initials(name)):
                    found["initials"][short].add(iri)
        return found

    @cached_property
    def _entries(self) -> list[tuple[tuple[str, ...], str, str]]:
        """The words of each name, the name, and its IRI."""
        return [
            (tuple(key.split()), name, iri)
            for iri, thing in self.entities.items()
            for key, name in dict(_spelt(thing)).items()
        ]

    @property
    def size(self) -> int:
        """The number of entries: names in one spelling."""
        return len(self._entries)

    def equals(self) -> Iterator[tuple[str, str, str]]:
        """Yield each way of comparing, key and IRI that `equal` knows."""
        for how, found in (*self._exact.items(), *self._index.items()):
            yield from ((how, key, iri) for key, iris in found.items() for iri in iris)

    def entries(self, numbers: Iterable[int]) -> Iterator[tuple[int, tuple[str, ...], str, str]]:
        """Yield number, words, name and IRI of some entries."""
        return ((number, *self._entries[number]) for number in numbers)

    def words(self) -> Collection[str]:
        """Return the words of all names."""
        return self._by_word

    def with_word(self, word: str) -> Collection[int]:
        """Return the numbers of the entries that have a word."""
        return self._by_word.get(word, ())

    def knows(self, word: str) -> bool:
        """Return whether a name has this word; those of an address may be misspelt."""
        return word in self._known

    @cached_property
    def _by_word(self) -> dict[str, set[int]]:
        """Word → numbers of the entries that have it."""
        found: dict[str, set[int]] = defaultdict(set)
        for number, (words, _, _) in enumerate(self._entries):
            for word in words:
                found[word].add(number)
        return found

    @cached_property
    def _known(self) -> set[str]:
        """See `knows`."""
        return {word for words, name, _ in self._entries if "://" not in name for word in words}

    def match(self, name: str) -> Match:
        """Return what a name means. Cost: a few look-ups; if none matches, one comparison with every known name."""
        found = self.link(name)
        if found.how != "unknown":
            return found
        barred = self._rejected(letters(name))
        hits = [hit for hit in self.search(name, NEAR, ALIKE, whole=True) if hit.iri not in barred][:5]
        near = tuple((hit.iri, round(100 * min(hit.score, 1.0), 1)) for hit in hits)
        return Match(name, None, "near" if near else "unknown", near)

    def link(self, name: str) -> Match:
        """Return what a name means, without candidates that are only similar."""
        key = letters(name)
        if key in self.verdicts.same:
            return Match(name, self.verdicts.same[key], "judged", ((self.verdicts.same[key], 100.0),))
        open_ = sorted(iri for other, iri in self.verdicts.unsure if other == key)
        if open_:
            return Match(name, None, "open", tuple((iri, 100.0) for iri in open_))
        for how, iris in self._linked(name, key):
            found = sorted(iris - self._rejected(key))
            if len(found) == 1:
                return Match(name, found[0], how, ((found[0], 100.0),))
            if found:
                return Match(name, None, "several", tuple((iri, 100.0) for iri in found))
        return Match(name, None, "unknown")

    def _linked(self, name: str, key: str) -> Iterator[tuple[str, set[str]]]:
        """Yield each way of comparing with the IRIs that it finds, surest first."""
        yield "name", self.equal("name", key)
        for how, wanted in _keys(name):
            yield how, self.equal(how, wanted)
        if re.fullmatch(r"[A-Z][A-Z&]{2,7}", name.strip()):
            yield "initials", self.equal("initials", key)

    def _rejected(self, key: str) -> set[str]:
        return {iri for other, iri in self.verdicts.not_same if other == key}

    def search(
        self, text: str, least: float = GOOD, like: float = LIKE, *, whole: bool = False, meant: bool = False
    ) -> list[Hit]:
        """Return what fits best first; each thing once. Cost: one comparison with every known word.

        A `whole` name may have words that the name of a thing has not, and is compared with no id and no initials. If
        words are `meant`, none that is known or common stands for one that is only similar.
        """
        every = tuple(letters(text).split())
        words = () if whole else tuple(word for word in every if word not in SMALL)
        words = words or every
        wanted = {word: 1.0 if meant and (self.knows(word) or is_common(word)) else like for word in words}
        found = self._scored(wanted, least, whole)
        return found or (self._scored({"".join(words): like}, least, whole) if len(words) > 1 else [])

    def _scored(self, words: Mapping[str, float], least: float, whole: bool) -> list[Hit]:
        scores: dict[int, float] = defaultdict(float)
        for word, like in words.items():
            best: dict[int, float] = {}
            for known, likeness in self._similar(word, like).items():
                for entry in self.with_word(known):
                    best[entry] = max(best.get(entry, 0.0), likeness)
            for entry, likeness in best.items():
                scores[entry] += likeness
        hits: dict[str, Hit] = {}
        fitting = scores if whole else [number for number, total in scores.items() if total / len(words) >= least]
        for number, own, name, iri in self.entries(fitting):
            total = scores[number]
            sought = min(len(words), len(own)) if whole else len(words)
            score = min(1.0, total / sought)
            if score < least or (whole and " ".join(own) != letters(name)):
                continue
            score *= 0.8 + 0.2 * min(1.0, sought / (max(len(words), len(own)) if whole else len(own)))
            score += 0.02 * (own[: len(words)] == tuple(words))
            if iri not in hits or hits[iri].score < score:
                hits[iri] = Hit(iri, name, round(score, 3))
        return sorted(hits.values(), key=lambda hit: (-hit.score, hit.iri))

    def beginning(self, text: str) -> list[str]:
        """Return the things of which a name begins with these words, sorted by IRI."""
        words = tuple(letters(text).split())
        if not words:
            return []
        entries = self.entries(self.with_word(words[0]))
        return sorted({iri for _, known, _, iri in entries if known[: len(words)] == words})

    def _similar(self, word: str, like: float) -> dict[str, float]:
        """Return the known words that are the same, begin alike, contain it (without spaces) or differ by a mistake."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        found, every = {}, self.words()
        if len(word) > 3:
            known_words, similarity = list(every), OSA.normalized_similarity
            close = process.extract(word, known_words, scorer=similarity, score_cutoff=like, limit=None)
            found = {known: 0.9 * likeness for known, likeness, _ in close}
        if len(word) > 1 or not word.isascii():
            found |= {known: PREFIX for known in every if known.startswith(word)}
            if not word.isascii():
                found |= {known: INSIDE for known in every if word in known and not known.startswith(word)}
        if self.with_word(word):
            found[word] = 1.0
        return found


def is_address(text: str) -> bool:
    """Return whether a name is compared as it is written: an address, or a text without letters and digits."""
    return text.startswith(("http://", "https://")) or not letters(text)


def initials(name: str) -> str | None:
    """Return the initials of a name of three words or more, or None.

    >>> initials("Trade Development Authority of Eastmark"), initials("Acme")
    ('tdae', None)
    """
    words = [word for word in letters(name).split() if word not in SMALL]
    return "".join(word[0] for word in words) if len(words) > 2 else None


def _keys(name: str) -> Iterator[tuple[str, str]]:
    bare = without_form(letters(name))
    yield "form", bare
    if len(latin := _latin(bare)) > 3:
        yield "letters", latin


def without_form(key: str) -> str:
    """Return a name without its company form: Ltd, (Private) Limited, Co., Corporation and the like.

    >>> without_form("sunwalk pvt limited"), without_form("limited")
    ('sunwalk', 'limited')
    """
    from cleanco import basename

    key = re.sub(r"\bprivate (?=limited$|ltd$)", "pvt ", key)
    while (shorter := re.sub(r" (company|pvt)$", "", basename(key).strip())) not in ("", key):
        key = shorter
    return key


def _latin(key: str) -> str:
    from anyascii import anyascii

    return anyascii(key).casefold().replace(" ", "")


def _spelt(thing: Entity) -> Iterable[tuple[str, str]]:
    """Yield keys to search by, and the name that each is made of; of the same key, the last one counts."""
    from anyascii import anyascii

    names = [*thing.spellings, *thing.aliases, *thing.labels.values()]
    own = namespaces.local(thing.iri)
    keys = [letters(name) for name in names]
    if not any(set(letters(own).split()) <= set(key.split()) for key in keys):  # otherwise the name is enough
        yield letters(own), own
    yield from ((letters(anyascii(name)), name) for name in names if not name.isascii())
    yield from zip(keys, names, strict=True)
    if "en" in thing.labels and (short := initials(thing.labels["en"])):
        yield short, thing.labels["en"]
