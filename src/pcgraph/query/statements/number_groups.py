"""The numbers that sources give, each as a whole: a sum with its currency, bounds and rate, a count with its unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

import polars as pl
import pyoxigraph as ox

from pcgraph.belief.tables import NUMBER_NAMES, NUMBERS, Tables
from pcgraph.model import numbers
from pcgraph.model.entities import merged_iris
from pcgraph.model.namespaces import CURRENT, PCG, SKOS
from pcgraph.model.quads import quads

COLUMNS = dict(zip((PCG + name for name in NUMBER_NAMES), NUMBERS, strict=True))  # property → column of the tables


@dataclass(frozen=True)
class Number:
    """A number of one thing as one graph gives it."""

    property: str  # the property that leads the group, such as ``pcg:amount``
    text: str  # the whole group for a reader, such as "over USD 2.1 bn"
    graph: str  # the source, or `current` for the number that is believed
    values: Mapping[str, str]  # property → value as written, of everything that the graph says about the number


def stated_numbers(store: ox.Store, subject: str) -> list[Number]:
    """Return the numbers of an engagement or a step, one for each graph that gives it; sorted."""
    found = []
    for graph, group in sorted(_said(store, subject).items()):
        labels = {unit: _label(store, unit) for unit in group.get(PCG + "quantityOf", ())}
        for values in product(*map(sorted, group.values())):
            one = dict(zip(group, values, strict=True))
            row = {COLUMNS[name]: _cell(COLUMNS[name], value) for name, value in one.items()}
            found += [Number(PCG + name, text, graph, one) for name, text in numbers.texts(row, labels).items()]
    return sorted(found, key=lambda number: (number.property, number.text, number.graph))


def numbers_differ(store: ox.Store, subject: str) -> bool:
    """Return whether some source gives other numbers of an engagement or a step than those that are believed."""
    said = _said(store, subject)
    return any(group != said.get(CURRENT) for group in said.values())


def _said(store: ox.Store, subject: str) -> dict[str, defaultdict[str, set[str]]]:
    """Return what each graph gives: graph → property → values."""
    said: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for iri in (subject, *merged_iris(store, subject)):
        for quad in quads(store, iri):
            if quad.predicate.value in COLUMNS:
                said[quad.graph_name.value][quad.predicate.value].add(quad.object.value)
    return said


def join_numbers(
    rows: Iterable[Mapping[str, Any]], before: Tables, after: Tables, units: Mapping[str, str]
) -> list[Mapping[str, Any]]:
    """Join the rows of a difference that are about one number, such as its amount and its currency, into one row."""
    rows = list(rows)
    groups: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        if row["property"] in COLUMNS:
            groups[row["subject"], _leading(row["property"])].append(place)
    subjects = {subject for subject, _ in groups}
    old, now = (_texts(tables, subjects, units) for tables in (before, after))
    joined, gone = dict[int, Mapping[str, Any]](), set[int]()
    for key, (place, *others) in groups.items():
        had, has = old.get(key), now.get(key)
        if had == has:
            continue
        parts = [rows[each] for each in (place, *others)]
        joined[place] = {
            **rows[place],
            "property": key[1],
            "change": "changed" if had and has else "came" if has else "went",
            "before": had and f'"{had}"',
            "after": has and f'"{has}"',
            "inferred": any(row["inferred"] for row in parts),
            "sources": sorted({source for row in parts for source in row["sources"]}),
        }
        gone.update(others)
    return [joined.get(place, row) for place, row in enumerate(rows) if place not in gone]


def _leading(property: str) -> str:
    """Return the property that leads the number to which a property belongs."""
    name = property.removeprefix(PCG)
    leaders = {"claimed": "claimedAmount", "quantity": "quantity"}
    return PCG + next((leader for head, leader in leaders.items() if name.startswith(head)), "amount")


def _texts(tables: Tables, subjects: Collection[str], units: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """Return the numbers of the subjects as text, by subject and leading property."""
    found = {}
    for frame, key in ((tables.engagements, "engagement"), (tables.steps, "step")):
        for row in frame.filter(pl.col(key).is_in(list(subjects))).iter_rows(named=True):
            found.update({(row[key], PCG + name): text for name, text in numbers.texts(row, units).items()})
    return found


def _cell(column: str, value: str) -> Any:
    """Return a value as the tables hold it; None for a number that cannot be read."""
    if NUMBERS[column] == pl.Boolean:
        return value == "true"
    if NUMBERS[column] == pl.String:
        return value
    try:
        return float(value)
    except ValueError:
        return None


def _label(store: ox.Store, unit: str) -> str:
    found = quads(store, unit, SKOS + "prefLabel", None, CURRENT)
    return next((quad.object.value for quad in found if quad.object.language in (None, "en")), "")
