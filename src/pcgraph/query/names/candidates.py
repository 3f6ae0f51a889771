"""Candidates for a name, with scores, for a person or a program that matches a list of names with the graph.

The index of names (`pcgraph.query.names.matching`) decides what a name means, and finds what is similar. Classes and
properties only choose among candidates; similarity alone never does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pyoxigraph as ox

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.namespaces import CURRENT, ISO_CODE, TYPE, local
from pcgraph.model.naming import letters
from pcgraph.model.quads import exists, pairs, quads, values
from pcgraph.query.names.named_things import CLASSES, NamedThings, named_things
from pcgraph.query.questions.catalogue import is_iri

EXACT, ID, CLOSE, WORDS, NAMELESS = 100.0, 99.5, 99.0, 95.0, 50.0  # highest scores, by what was compared
PENALTY = 20.0  # for each property with another value
STEP = 0.5  # by how much a similar name is below an equal one at least
HOW = {
    "judged": "a judgement says so",
    "name": "has this name",
    "form": "has this name, apart from the company form",
    "letters": "has this name in Latin letters",
    "initials": "has these initials",
    "open": "left open by a judgement",
    "several": "one of several of this name",
}
Wanted = Mapping[str, Sequence[str]]  # IRI of a property → values, of which one has to hold


@dataclass(frozen=True)
class Candidate:
    """A thing that a name may mean."""

    iri: str
    score: float  # 0 to 100; 100 means an equal name
    why: str  # how the name, and the properties that differ, compare
    match: bool = False  # whether the thing is the only one of this name that fits
    # IRI of a property → whether one of its values is wanted. A property without values is left out
    agrees: Mapping[str, bool] = field(default_factory=dict)
    name_score: float = 0.0  # the score of the name alone


def candidates(
    snapshot: Snapshot,
    name: str,
    classes: Iterable[str] = (),
    properties: Wanted | None = None,
    *,
    strict: str = "any",
    limit: int = 5,
) -> list[Candidate]:
    """Return the things that a name may mean, the best first.

    >>> from pcgraph.testing import tiny
    >>> [(each.iri[-5:], each.score, each.match) for each in candidates(tiny(), "LUMEN Ltd")]
    [('lumen', 100.0, True)]
    """
    things, wanted, classes = named_things(snapshot), dict(properties or {}), tuple(classes)
    kind = _kind(things, classes) if strict != "should" else "thing"
    nameless = (NAMELESS, "", False)
    found = _by_name(things, name, kind) if name else dict.fromkeys(_having(things, kind, wanted), nameless)
    rows: list[tuple[bool, Candidate]] = []
    for iri, (score, why, sure) in found.items():
        fits = [exists(snapshot.store, iri, TYPE, each, CURRENT) for each in classes]
        if classes and strict != "should" and not (all(fits) if strict == "all" else any(fits)):
            continue
        agrees = {each: holds for each in wanted if (holds := _agrees(things, iri, each, wanted[each])) is not None}
        if classes and strict == "should":
            agrees[TYPE] = any(fits)
        others = ["class" if each == TYPE else things.entity(each).label for each, holds in agrees.items() if not holds]
        words = "; ".join(filter(None, [why, f"differs in {', '.join(others)}" if others else ""]))
        lowered = max(0.0, score - PENALTY * len(others))
        rows.append((sure and not others, Candidate(iri, lowered, words, False, agrees, score)))
    rows = _below_exact(rows)
    left = [row for sure, row in rows if sure]
    if len(left) > 1:
        left = [row for row in left if any(row.agrees.values())]
    matched = left[0].iri if len(left) == 1 else None

    def order(row: Candidate) -> tuple[float, bool, int, int, str]:
        number = things.engagements_of.get(row.iri, 0)
        return -row.score, row.iri != matched, -sum(row.agrees.values()), -number, row.iri

    ordered = sorted((row for _, row in rows), key=order)
    return [replace(row, match=row.iri == matched) for row in ordered[:limit]]


def _below_exact(rows: Sequence[tuple[bool, Candidate]]) -> list[tuple[bool, Candidate]]:
    """Return candidates of which none that is only similar has the score of one with an equal name, or more."""
    equal = [row.score for _, row in rows if row.name_score == EXACT]
    most = max(0.0, max(equal) - STEP) if equal else EXACT
    return [(sure, row if row.name_score == EXACT else replace(row, score=min(row.score, most))) for sure, row in rows]


def called(things: NamedThings, name: str, kind: str) -> list[str]:
    """Return the things of a kind that have exactly a name, apart from case, accents and the like.

    >>> from pcgraph.testing import tiny
    >>> [iri.rpartition("/")[2] for iri in called(named_things(tiny()), "LUMEN", "thing")]
    ['lumen']
    """
    linked = things.names(kind).match(name) if letters(name) else None
    return [iri for iri, _ in linked.candidates] if linked and linked.how in HOW else []


def _kind(things: NamedThings, classes: tuple[str, ...]) -> str:
    """Return the smallest kind of things that includes some classes."""
    fitting = [kind for kind in CLASSES if classes and things.classes(kind).issuperset(classes)]
    return min(fitting, key=lambda kind: len(things.classes(kind)), default="thing")


def _by_name(things: NamedThings, name: str, kind: str) -> dict[str, tuple[float, str, bool]]:
    """Return IRI → score, how the name compares, and whether the name is equal and no judgement left it open."""
    known, names = things.of_kind(kind), things.names(kind)
    key = letters(name)
    barred = {iri for other, iri in names.verdicts.not_same if other == key}
    found: dict[str, tuple[float, str, bool]] = {}
    for hit in names.search(name) if key else ():
        found[hit.iri] = round(min(hit.score, 1.0) * WORDS, 1), f"similar to {hit.name}", False
    linked = names.match(name)
    for iri, likeness in linked.candidates:
        if linked.how in HOW:
            found[iri] = EXACT, HOW[linked.how], linked.how != "open"
        else:
            found[iri] = max(found.get(iri, (0.0,))[0], min(likeness, CLOSE)), "has a similar name", False
    iri = things.snapshot.names.expand(name.strip())
    if iri in known and not found.get(iri, (0.0, "", False))[2]:
        found[iri] = ID, "has this id", ":" in name
    return {iri: row for iri, row in found.items() if iri in known and (iri not in barred or iri == linked.iri)}


def _agrees(things: NamedThings, iri: str, name: str, wanted: Sequence[str]) -> bool | None:
    """Return whether a thing has one of the values of a property; None if it has no value."""
    terms = [quad.object for quad in quads(things.snapshot.store, iri, name, None, CURRENT)]
    return any(_equal(things, term, value) for term in terms for value in wanted) if terms else None


def _equal(things: NamedThings, term: ox.NamedNode | ox.Literal, value: str) -> bool:
    key = letters(value)
    if isinstance(term, ox.Literal):
        return term.value == value or (key != "" and letters(term.value) == key)
    if term.value in (value, things.snapshot.names.expand(value)):
        return True
    thing = things.entity(term.value)
    codes = values(things.snapshot.store, term, ISO_CODE)
    every = (*thing.labels.values(), *thing.aliases, local(term.value))
    return key in {letters(each) for each in every} or value.strip().upper() in codes


def _having(things: NamedThings, kind: str, wanted: Wanted) -> Iterator[str]:
    """Yield the things of a kind that have all wanted properties; each once."""
    known, seen = things.of_kind(kind), set()
    first = next(iter(wanted), "")
    if not is_iri(first):
        return
    for iri, _ in pairs(things.snapshot.store, first):
        if iri in known and iri not in seen and all(_agrees(things, iri, each, wanted[each]) for each in wanted):
            seen.add(iri)
            yield iri
