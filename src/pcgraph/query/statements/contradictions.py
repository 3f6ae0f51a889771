"""Contradictions between sources: the answers of two questions of the catalogue, grouped by what they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

import pyoxigraph as ox

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model import namespaces
from pcgraph.model.entities import merged_iris
from pcgraph.model.namespaces import CURRENT, PCG
from pcgraph.model.quads import pairs, quads
from pcgraph.model.quads import values as values_of
from pcgraph.query.questions import catalogue
from pcgraph.query.statements.number_groups import COLUMNS, stated_numbers

Row = dict[str, str]
_question = cache(catalogue.find)


@dataclass(frozen=True)
class Contradiction:
    """Values of one property from sources that exclude each other."""

    # subject, property: IRIs. A number is one property with all that belongs to it, such as ``pcg:amount`` with its
    # currency
    subject: str
    property: str
    # IRI or text → IRIs of the sources that state it. For `closed`, the party that some sources add
    values: Mapping[str, frozenset[str]]
    # the sources that call their list of parties complete and lack that party; empty for other properties
    closed: frozenset[str] = field(default=frozenset())
    believed: str = ""  # IRI or text; "" if none is believed
    # verdict, reason: IRI of a verdict and why it was decided so; "" if there is none
    verdict: str = ""
    reason: str = ""
    open: bool = True  # whether some two of the values have no verdict


def contradictions(store: ox.Store, about: Iterable[str] | None = None) -> list[Contradiction]:
    """Return the contradictions in a store, sorted: single values, then parties that a complete list lacks.

    They are the answers of ``contradicting-values`` and ``contradicting-party-lists``. Cost: that of the two questions.
    If `about` names things, only contradictions about these are returned, and the cost depends only on their quads.

    >>> from pcgraph.testing import tiny
    >>> found = contradictions(tiny().store)
    >>> len(found[0].values) > 1
    True
    """
    asked = store if about is None else _around(store, about)
    leaders = dict(pairs(store, PCG + "chosenWith", None))
    grouped: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in _rows(asked, "contradicting-values"):
        grouped[row["subject"], leaders.get(row["property"], row["property"])].append(row)
    lists: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in _rows(asked, "contradicting-party-lists"):
        lists[row["engagement"], row["role"], row["party"]].append(row)
    values = [
        _contradiction(store, key, rows, (("value", "source"), ("otherValue", "otherSource")))
        for key, rows in sorted(grouped.items())
    ]
    parties = [_contradiction(store, key, rows, (("party", "addingSource"),)) for key, rows in sorted(lists.items())]
    return values + parties


def every_contradiction(snapshot: Snapshot) -> list[Contradiction]:
    """Return all contradictions in a graph; the same list each time, so that the questions run once."""
    if "_contradictions" not in (held := vars(snapshot)):
        held["_contradictions"] = contradictions(snapshot.store)
    found: list[Contradiction] = held["_contradictions"]
    return found


def _contradiction(
    store: ox.Store, key: tuple[str, ...], rows: list[Row], said: Iterable[tuple[str, str]]
) -> Contradiction:
    subject, name = key[:2]
    values: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        for value, source in said:
            values[row[value]].add(row[source])
    believed = next((row["believed"] for row in rows if row["believed"]), "")
    if name in COLUMNS:
        disagreeing = frozenset().union(*values.values())
        given = [number for number in stated_numbers(store, subject) if number.property == name]
        whole = [number for number in given if number.graph in disagreeing]
        if len({number.text for number in whole}) > 1:
            values = defaultdict(set)
            for number in whole:
                values[number.text].add(number.graph)
            believed = next((number.text for number in given if number.graph == CURRENT), "")
    verdict = next((row["verdict"] for row in rows if row["verdict"]), "")
    return Contradiction(
        subject,
        name,
        {value: frozenset(sources) for value, sources in sorted(values.items())},
        frozenset(row["completeSource"] for row in rows if "completeSource" in row),
        believed,
        verdict,
        next(iter(values_of(store, verdict, PCG + "reason", None)), "") if verdict else "",
        any(not row["verdict"] for row in rows),
    )


def _around(store: ox.Store, about: Iterable[str]) -> ox.Store:
    """Return a store with all quads about some things and their aliases, and what else the questions need."""
    wanted = {alias for iri in about for alias in (iri, *merged_iris(store, iri))}
    found = [quad for iri in wanted for quad in quads(store, iri)]
    if any(quad.predicate.value == PCG + "partiesComplete" for quad in found):  # an agent may have thousands of ties
        for party in {quad.object.value for quad in found if isinstance(quad.object, ox.NamedNode)}:
            found += quads(store, party, PCG + "parent")
            found += quads(store, party, namespaces.TYPE, PCG + "UnnamedParty")
    verdicts = {quad.subject for iri in wanted for quad in quads(store, None, PCG + "onSubject", iri)}
    found += [quad for verdict in verdicts for quad in quads(store, verdict)]
    source = ox.NamedNode(PCG + "Source")
    graphs = {quad.graph_name for quad in found if not quad.graph_name.value.startswith(namespaces.G)}
    found += [ox.Quad(graph, ox.NamedNode(namespaces.TYPE), source, graph) for graph in graphs]
    found += quads(store, None, namespaces.TYPE, namespaces.OWL + "FunctionalProperty")
    for name in (namespaces.RDFS + "subPropertyOf", PCG + "chosenWith"):
        found += quads(store, None, name)
    small = ox.Store()
    small.extend(found)
    return small


def _rows(store: ox.Store, name: str) -> list[Row]:
    result = catalogue.run(store, _question(name), {})
    return [
        {column: "" if term is None else term.value for column, term in zip(result.columns, row, strict=True)}
        for row in result.terms
    ]
