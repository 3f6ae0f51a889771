"""Matches a name, as somebody spells it, to a thing of the register, or lists candidates for a person to decide.

Similarity alone never links a name. A name must equal a label or an alias: by its letters, without its company form, in
Latin letters, or as initials. It must also mean one thing only. Verdicts on names take precedence.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox

from pcgraph.errors import missing_extra
from pcgraph.model import namespaces
from pcgraph.model.entities import Entity
from pcgraph.model.namespaces import SAME

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

    Parameters
    ----------
    entities : mapping
        IRI → thing that a name may mean.
    verdicts : NameVerdicts, optional

    >>> names = Names({"id:acme": Entity("id:acme", "Company", {"en": "Acme"}, ["Acme Trading Co., Ltd."])})
    >>> names.match("ACME Trading Company Limited").how, names.match("Acme Tradings").candidates[0][0]
    ('form', 'id:acme')
    """

    def __init__(self, entities: Mapping[str, Entity], verdicts: NameVerdicts | None = None) -> None:
        self.entities = entities
        self.verdicts = verdicts or NameVerdicts({}, frozenset(), frozenset())

    @cached_property
    def _index(self) -> dict[str, dict[str, set[str]]]:
        """Way of comparing (`LINKING`) → key → IRIs."""
        found: dict[str, dict[str, set[str]]] = {how: defaultdict(set) for how in LINKING[1:]}
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
        found = {key: set(iris) for key, iris in self._index["name"].items()}
        for iri, thing in self.entities.items():
            for name in thing.spellings:
                found.setdefault(letters(name), set()).add(iri)
        return found

    def match(self, name: str) -> Match:
        """Return what a name means. Cost: a few look-ups; if none matches, one comparison with every known name."""
        key = letters(name)
        if key in self.verdicts.same:
            return Match(name, self.verdicts.same[key], "judged", ((self.verdicts.same[key], 100.0),))
        barred = {iri for other, iri in self.verdicts.not_same if other == key}
        open_ = sorted(iri for other, iri in self.verdicts.unsure if other == key)
        if open_:
            return Match(name, None, "open", tuple((iri, 100.0) for iri in open_))
        ways = list(_keys(name))
        if re.fullmatch(r"[A-Z][A-Z&]{2,7}", name.strip()):
            ways.append(("initials", key))
        for how, wanted in ways:
            found = sorted(self._index[how].get(wanted, set()) - barred)
            if len(found) == 1:
                return Match(name, found[0], how, ((found[0], 100.0),))
            if found:
                return Match(name, None, "several", tuple((iri, 100.0) for iri in found))
        near = self._near(key, barred)
        return Match(name, None, "near" if near else "unknown", near)

    def _near(self, key: str, barred: set[str]) -> tuple[tuple[str, float], ...]:
        try:
            from rapidfuzz import fuzz, process
        except ImportError as error:
            raise missing_extra("spreadsheets", "rapidfuzz") from error
        known = self._spellings
        best: dict[str, float] = {}
        for found, score, _ in process.extract(
            key, list(known), scorer=fuzz.token_set_ratio, score_cutoff=LIKE, limit=20
        ):
            for iri in known[found] - barred:
                best[iri] = max(best.get(iri, 0.0), round(score, 1))
        return tuple(sorted(best.items(), key=lambda item: (-item[1], item[0]))[:5])


def letters(name: str) -> str:
    """Return a name without case, accents, punctuation and extra spaces; other scripts are unchanged.

    >>> letters("  Türk-Şirket & Co.  ")
    'turk sirket and co'
    """
    text = unicodedata.normalize("NFKD", name.casefold().replace("&", " and "))
    text = "".join(char for char in text if not unicodedata.combining(char))
    return " ".join(re.sub(r"[^\w]+|_", " ", text).split())


def initials(name: str) -> str | None:
    """Return the initials of a name of three words or more, or None.

    >>> initials("Trade Development Authority of Pakistan"), initials("Acme")
    ('tdap', None)
    """
    words = [word for word in letters(name).split() if word not in SMALL]
    return "".join(word[0] for word in words) if len(words) > 2 else None


def _keys(name: str) -> Iterator[tuple[str, str]]:
    key = letters(name)
    yield "name", key
    bare = without_form(key)
    yield "form", bare
    if len(latin := _latin(bare)) > 3:
        yield "letters", latin


def without_form(key: str) -> str:
    """Return a name without its company form: Ltd, (Private) Limited, Co., Corporation and the like.

    >>> without_form("sunwalk pvt limited"), without_form("limited")
    ('sunwalk', 'limited')
    """
    try:
        from cleanco import basename
    except ImportError as error:
        raise missing_extra("spreadsheets", "cleanco") from error
    key = re.sub(r"\bprivate (?=limited$|ltd$)", "pvt ", key)
    while (shorter := re.sub(r" (company|pvt)$", "", basename(key).strip())) not in ("", key):
        key = shorter
    return key


def _latin(key: str) -> str:
    try:
        from anyascii import anyascii
    except ImportError as error:
        raise missing_extra("spreadsheets", "anyascii") from error
    return anyascii(key).casefold().replace(" ", "")
