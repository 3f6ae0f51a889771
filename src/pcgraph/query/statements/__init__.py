"""The statements about one thing: who says what, and whether it is believed."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, partial
from typing import Any

import pyoxigraph as ox

from pcgraph.belief.source_view import stated, terms_below
from pcgraph.model import namespaces
from pcgraph.model.entities import merged_iris, preferred_iri
from pcgraph.model.namespaces import CURRENT, PCG, SKOS, TYPE, VERDICTS, G
from pcgraph.model.quads import quads
from pcgraph.query.statements.number_groups import stated_numbers

NAMES = (namespaces.LABEL, SKOS + "prefLabel", PCG + "title", namespaces.DCTERMS + "title")
ALIASES = (SKOS + "altLabel", SKOS + "hiddenLabel", PCG + "nameInSource")


def statements(store: ox.Store, iri: str) -> list[dict[str, Any]]:
    """Return the statements about a thing, including those that are not believed.

    Keys: property, value (of a number: the whole of it as text), language (None: the value is an IRI), sources,
    background (no source says so, but the register, the ontology or a verdict), believed, inferred (no source says so
    in words), alleged (nor is it read in one). Relations, superclasses and what else is computed are left out.
    """
    graphs: defaultdict[tuple[str, str, str | None], set[str]] = defaultdict(set)
    marks, heard, numbers = set[tuple[str, str]](), set[tuple[str, str]](), stated_numbers(store, iri)
    parts = {(number.graph, name) for number in numbers for name in number.values}
    below = cache(partial(terms_below, store))
    for subject in (iri, *merged_iris(store, iri)):
        for quad in stated(quads(store, subject), below):
            name, value, graph = quad.predicate.value, quad.object.value, quad.graph_name.value
            if name in (namespaces.INFERRED, namespaces.ALLEGED):
                (marks if name == namespaces.INFERRED else heard).add((graph, value))
            elif (graph, name) not in parts:
                named = isinstance(quad.object, ox.NamedNode)
                language = None if named else getattr(quad.object, "language", None) or ""
                graphs[name, preferred_iri(store, value) if named else value, language].add(graph)
    known = {key: found for key, found in graphs.items() if found != {CURRENT} or key[0] in (*NAMES, *ALIASES)}
    for number in numbers:
        known.setdefault((number.property, number.text, ""), set()).add(number.graph)
        for marked in (marks, heard):
            marked |= {(number.graph, number.property) for part in number.values if (number.graph, part) in marked}
    own = {CURRENT, VERDICTS, iri.partition("#")[0]}  # a card and a verdict count as they are written
    rows = []
    for (name, value, language), found in known.items():
        sources = sorted(graph for graph in found if not graph.startswith(G))
        rows.append(
            {
                "property": name,
                "value": value,
                "language": language,
                "sources": sources,
                "background": not sources,
                "believed": not own.isdisjoint(found),
                "inferred": bool(sources) and all((graph, name) in marks | heard for graph in sources),
                "alleged": bool(sources) and all((graph, name) in heard for graph in sources),
            }
        )
    return sorted(rows, key=lambda row: (row["property"] != TYPE, row["property"], row["value"], row["language"] or ""))
