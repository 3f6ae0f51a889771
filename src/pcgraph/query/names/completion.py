"""What an editor of SPARQL completes: classes, the properties used with each, their values, and the names of things."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from itertools import islice
from typing import Any, TypeVar

import pyoxigraph as ox

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.entities import Entity
from pcgraph.model.namespaces import CURRENT, SKOS, TYPE, G, V, local
from pcgraph.query.names.named_things import CLASSES, TERMS, named_things

MOST_QUADS = 300_000  # that are counted; of a larger graph, only so many
MOST_VALUES = 20  # of a property, the most frequent ones; others are found by their names
MOST_NAMES = 5_000  # those of things that most statements name
IN_SHORT = re.compile(r"\w+:[\w-]+(\.[\w-]+)*")
Counts = defaultdict[str, Counter[str]]
Value = TypeVar("Value")


def completion_terms(snapshot: Snapshot) -> dict[str, Any]:
    """Return the terms with their uses; the same JSON each time. Cost: one pass over the store, once.

    `current` and the graphs of sources are counted apart: a property that only sources use, such as ``pcg:inferred``,
    finds nothing in `current`.

    >>> from pcgraph.testing import tiny
    >>> terms = completion_terms(tiny())
    >>> ["pcg:currentStatus" in terms[part]["by"]["pcg:Agreement"] for part in ("current", "sources")]
    [True, False]
    """
    found: dict[str, Any] | None = vars(snapshot).get("_completion_terms")
    if found is None:
        found = vars(snapshot)["_completion_terms"] = _terms(snapshot)
    return found


def _terms(snapshot: Snapshot) -> dict[str, Any]:
    things, quads = named_things(snapshot), [*islice(snapshot.store, MOST_QUADS)]
    shorten = cache(snapshot.names.compact)
    labels: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for quad in quads:
        if quad.predicate.value == SKOS + "prefLabel" and isinstance(quad.object, ox.Literal):
            labels[quad.subject.value][quad.object.language or "en"] = quad.object.value
    concepts = {iri: Entity(iri, "concept", found) for iri, found in labels.items() if iri.startswith(V)}
    named = {**concepts, **things.terms}
    if len(quads) < MOST_QUADS:  # the names of a larger graph take too much memory
        named |= {**things.of_kind("thing"), **things.of_kind("source")}
    types: defaultdict[str, set[str]] = defaultdict(set)
    for quad in quads:
        if quad.predicate.value == TYPE:
            types[quad.subject.value].add(quad.object.value)
    found: dict[str, Any] = {}
    for part in ("current", "sources"):
        uses: Counter[str] = Counter()
        by, ends, values = Counts(Counter), Counts(Counter), Counts(Counter)
        for quad in quads:
            if (quad.graph_name.value == CURRENT) != (part == "current"):
                continue
            name, value = quad.predicate.value, quad.object.value
            uses[name] += 1
            for kind in types.get(quad.subject.value, ()):
                by[kind][name] += 1
            if isinstance(quad.object, ox.NamedNode):
                ends[name].update(types.get(value, ()))
                if value in named:
                    values[name][value] += 1
        tables: dict[str, Mapping[str, Mapping[str, int]]] = {
            "by": by,
            "ends": ends,
            "values": {
                name: dict(sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:MOST_VALUES])
                for name, counts in values.items()
            },
        }
        found[part] = {"uses": _short(uses, shorten)} | {
            table: _short({name: _short(counts, shorten) for name, counts in each.items()}, shorten)
            for table, each in tables.items()
        }
    degree = Counter(quad.object.value for quad in quads)
    for kind in ("class", "property"):
        terms = {iri: each.summary or "" for iri, each in named.items() if each.kind in TERMS[kind]}
        found[kind] = _short(terms, shorten)
        for iri in terms:
            del named[iri]
    named |= {
        each.value: Entity(each.value, "graph") for each in snapshot.store.named_graphs() if each.value.startswith(G)
    }
    rows = {}
    for iri in sorted(named, key=lambda iri: (-degree[iri], iri))[:MOST_NAMES]:
        each = named[iri]
        aliases = [] if each.kind == "source" else each.aliases  # those of a source are addresses
        others = sorted({*each.labels.values(), *aliases} - {each.label})
        rows[iri] = [each.label, "\n".join(others), each.kind, degree[iri]]
    found["kinds"] = {kind: sorted(map(local, things.classes(kind))) for kind in sorted(CLASSES) if " " not in kind}
    return found | {"names": _short(rows, shorten)}


def _short(terms: Mapping[str, Value], shorten: Callable[[str], str]) -> dict[str, Value]:
    """Return what belongs to each term under its short form, sorted; nothing of those that have none."""
    found = ((shorten(iri), value) for iri, value in terms.items())
    return dict(sorted((name, value) for name, value in found if IN_SHORT.fullmatch(name)))
