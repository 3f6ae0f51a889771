"""Contradictions between sources: the answers of two questions of the catalogue, grouped by what they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

import pyoxigraph as ox

from pcgraph.query import catalogue
from pcgraph.query.catalogue import Query

Row = dict[str, str]


@dataclass(frozen=True)
class Contradiction:
    """Values of one property from sources that exclude each other.

    Attributes
    ----------
    subject, property : str
        IRIs.
    values : mapping
        IRI or text → IRIs of the sources that state it. For `closed`, the party that some sources add.
    closed : frozenset of str
        The sources that call their list of parties complete and lack that party; empty for other properties.
    believed : str
        IRI or text; "" if none is believed.
    verdict : str
        IRI of a verdict; "" if there is none.
    open : bool
        Whether some two of the values have no verdict.
    """

    subject: str
    property: str
    values: Mapping[str, frozenset[str]]
    closed: frozenset[str] = field(default=frozenset())
    believed: str = ""
    verdict: str = ""
    open: bool = True


def contradictions(store: ox.Store) -> list[Contradiction]:
    """Return the contradictions in a store, sorted: single values, then parties that a complete list lacks.

    They are the answers of ``contradicting-values`` and ``contradicting-party-lists``. Cost: that of the two questions.

    >>> import pcgraph
    >>> found = contradictions(pcgraph.load().store)
    >>> len(found[0].values) > 1
    True
    """
    grouped: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in _rows(store, "contradicting-values"):
        grouped[row["subject"], row["property"]].append(row)
    lists: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in _rows(store, "contradicting-party-lists"):
        lists[row["engagement"], row["role"], row["party"]].append(row)
    values = [
        _contradiction(key, rows, (("value", "source"), ("otherValue", "otherSource")))
        for key, rows in sorted(grouped.items())
    ]
    parties = [_contradiction(key, rows, (("party", "addingSource"),)) for key, rows in sorted(lists.items())]
    return values + parties


def _contradiction(key: tuple[str, ...], rows: list[Row], said: Iterable[tuple[str, str]]) -> Contradiction:
    values: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        for value, source in said:
            values[row[value]].add(row[source])
    return Contradiction(
        key[0],
        key[1],
        {value: frozenset(sources) for value, sources in sorted(values.items())},
        frozenset(row["completeSource"] for row in rows if "completeSource" in row),
        next((row["believed"] for row in rows if row["believed"]), ""),
        next((row["verdict"] for row in rows if row["verdict"]), ""),
        any(not row["verdict"] for row in rows),
    )


@cache
def _question(name: str) -> Query:
    return catalogue.find(name)


def _rows(store: ox.Store, name: str) -> list[Row]:
    result = catalogue.run(store, _question(name), {})
    return [
        {column: "" if term is None else term.value for column, term in zip(result.columns, row, strict=True)}
        for row in result.terms
    ]
