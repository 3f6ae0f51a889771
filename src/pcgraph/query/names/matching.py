"""Matches a name, as somebody spells it, to a thing of the register, or lists candidates for a person to decide.

Similarity alone never links a name. A name must equal a label or an alias: by its letters, without its company form, in
Latin letters, or as initials. It must also mean one thing only. Verdicts on names take precedence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox

from pcgraph.model import namespaces
from pcgraph.model.entities import Entity
from pcgraph.model.namespaces import SAME
from pcgraph.model.naming import letters

LIKE = 88.0  # minimum similarity, of 100, for a name to be a candidate
SMALL = {"a", "an", "and", "at", "for", "in", "of", "on", "the", "to"}
LINKING = ("judged", "name", "form", "letters", "initials")  # values of `Match.how` with an IRI, surest first


@dataclass(frozen=True)
class Match:
    """The result of matching a name.

    Attributes
    ----------
    name : str
    iri : str or None
        None if a person has to decide.
    how : str
        ``judged`` (by a verdict), ``name`` (label or alias), ``form`` (without Ltd and the like), ``letters`` (in Latin
        letters), ``initials``. Without an IRI: ``open`` (a verdict left it open), ``several``, ``near``, ``unknown``.
    candidates : tuple of (IRI, similarity 0–100)
        The most similar first.
    """

    name: str
    iri: str | None
    how: str
    candidates: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class NameVerdicts:
    """Verdicts on names.

    Attributes
    ----------
    same : mapping of str to str
        Name → IRI that it means.
    not_same, unsure : frozenset of (name, IRI)
        Pairs that were rejected; pairs that were left open.
    """

    same: Mapping[str, str]
    not_same: frozenset[tuple[str, str]]
    unsure: frozenset[tuple[str, str]]


def name_verdicts(store: ox.Store) -> NameVerdicts:
    """Return the verdicts on names from the graph of verdicts; names are compared by their letters only."""
    rows: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in store.quads_for_pattern(None, None, None, ox.NamedNode(namespaces.VERDICTS)):
        rows[quad.subject.value][namespaces.local(quad.predicate.value)] = quad.object.value
    on = [(letters(row["onName"]), row) for row in rows.values() if "onName" in row and row.get("onProperty") == SAME]
    return NameVerdicts(
        {name: row["prefers"] for name, row in on if "prefers" in row},
        frozenset((name, row["rejects"]) for name, row in on if "rejects" in row),
        frozenset((name, row["leavesOpen"]) for name, row in on if "leavesOpen" in row),
    )


class Names:
    """An index of the names of the register.

    >>> names = Names({"id:acme": Entity("id:acme", "Company", {"en": "Acme"}, ["Acme Trading Co., Ltd."])})
    >>> names.match("ACME Trading Company Limited").how, names.match("Acme Tradings").candidates[0][0]
    ('form', 'id:acme')
    """

    def __init__(self, entities: Mapping[str, Entity], verdicts: NameVerdicts | None = None) -> None:
        self.entities = entities
        self.verdicts = verdicts or NameVerdicts({}, frozenset(), frozenset())

    @cached_property
    def _exact(self) -> dict[str, set[str]]:
        """Name by its letters → IRIs."""
        found: dict[str, set[str]] = defaultdict(set)
        for iri, thing in self.entities.items():
            for name in (*thing.labels.values(), *thing.aliases):
                found[letters(name)].add(iri)
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
    def _spellings(self) -> dict[str, set[str]]:
        """Key → IRIs of all names, including spellings of single sources, which are only good for candidates."""
        found = {key: set(iris) for key, iris in self._exact.items()}
        for iri, thing in self.entities.items():
            for name in thing.spellings:
                found.setdefault(letters(name), set()).add(iri)
        return found

    def match(self, name: str) -> Match:
        """Return what a name means. Cost: a few look-ups; if none matches, one comparison with every known name."""
        found = self.link(name)
        if found.how != "unknown":
            return found
        key = letters(name)
        near = self._near(key, self._rejected(key))
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
        yield "name", self._exact.get(key, set())
        for how, wanted in _keys(name):
            yield how, self._index[how].get(wanted, set())
        if re.fullmatch(r"[A-Z][A-Z&]{2,7}", name.strip()):
            yield "initials", self._index["initials"].get(key, set())

    def _rejected(self, key: str) -> set[str]:
        return {iri for other, iri in self.verdicts.not_same if other == key}

    def _near(self, key: str, barred: set[str]) -> tuple[tuple[str, float], ...]:
        from rapidfuzz import fuzz, process

        known = self._spellings
        best: dict[str, float] = {}
        for found, score, _ in process.extract(
            key, list(known), scorer=fuzz.token_set_ratio, score_cutoff=LIKE, limit=20
        ):
            for iri in known[found] - barred:
                best[iri] = max(best.get(iri, 0.0), round(score, 1))
        return tuple(sorted(best.items(), key=lambda item: (-item[1], item[0]))[:5])


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
