"""Disputes about single entities: values from sources that exclude each other.

The questions are those of the catalogue, run on a small store with only the quads about these entities.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any

import pyoxigraph as ox

from pcgraph.model import namespaces
from pcgraph.model.namespaces import PCG
from pcgraph.query import catalogue
from pcgraph.query.catalogue import Query
from pcgraph.web.context import Site


def disputes(site: Site, subjects: Iterable[str]) -> list[dict[str, Any]]:
    """Return the disputes about some entities.

    Returns
    -------
    list of dict
        subject, property, values (list of (term, sorted sources)), closed (sources that call their list of parties
        complete), believed (IRI or text; "" if none), verdict (IRI or ""). They equal the answers of
        `contradicting-values` and `contradicting-party-lists` for these subjects. The cost depends on the number of
        quads about the subjects, not on the size of the graph.
    """
    small = _around(site, list(subjects))
    grouped: defaultdict[tuple[str, str], dict[str, Any]] = defaultdict(
        lambda: {"values": defaultdict(set), "believed": "", "verdict": ""}
    )
    for row in _ask(small, "contradicting-values"):
        found = grouped[row["subject"], row["property"]]
        found["values"][row["value"]].add(row["source"])
        found["values"][row["otherValue"]].add(row["otherSource"])
        found["believed"] = found["believed"] or row["believed"]
        found["verdict"] = found["verdict"] or row["verdict"]
    for row in _ask(small, "contradicting-party-lists"):
        found = grouped[row["engagement"], row["role"]]
        found["values"][row["party"]].add(row["addingSource"])
        found["closed"] = found.get("closed", set()) | {row["completeSource"]}
        found["believed"] = found["believed"] or row["believed"]
        found["verdict"] = found["verdict"] or row["verdict"]
    return [
        {
            "subject": subject,
            "property": name,
            "values": [(value, sorted(sources)) for value, sources in sorted(found["values"].items())],
            "closed": sorted(found.get("closed", ())),
            "believed": found["believed"],
            "verdict": found["verdict"],
        }
        for (subject, name), found in sorted(grouped.items())
    ]


def _around(site: Site, subjects: list[str]) -> ox.Store:
    """Return a store with all quads about the subjects and their aliases, and what else the questions need."""
    same = namespaces.SAME
    aliases = {quad.subject.value for iri in subjects for quad in site.quads(None, same, iri, namespaces.CURRENT)}
    wanted = {*subjects, *aliases}
    quads = [quad for iri in wanted for quad in site.quads(iri)]
    parties = {quad.object.value for quad in quads if isinstance(quad.object, ox.NamedNode)}
    for iri in parties:
        kept = list(site.quads(iri, same, None, namespaces.CURRENT))
        for name in {iri, *(quad.object.value for quad in kept)}:
            quads += [*kept, *site.quads(None, same, name, namespaces.CURRENT)]
        quads += site.quads(iri, namespaces.TYPE, PCG + "UnnamedParty")
    for iri in wanted:
        for quad in site.quads(None, PCG + "onSubject", iri, namespaces.VERDICTS):
            quads += site.quads(quad.subject.value, None, None, namespaces.VERDICTS)
    source = ox.NamedNode(PCG + "Source")
    graphs = {quad.graph_name for quad in quads if quad.graph_name.value.startswith(namespaces.SRC)}
    quads += [ox.Quad(graph, ox.NamedNode(namespaces.TYPE), source, graph) for graph in graphs]
    store = ox.Store()
    store.extend([*quads, *site.schema])
    return store


@cache
def _question(name: str) -> Query:
    return catalogue.find(name)


def _ask(store: ox.Store, name: str) -> list[dict[str, str]]:
    result = catalogue.run(store, _question(name), {})
    return [
        {column: "" if term is None else term.value for column, term in zip(result.columns, row, strict=True)}
        for row in result.terms
    ]
