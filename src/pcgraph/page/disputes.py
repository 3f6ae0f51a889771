"""Contradictions between sources, from two questions of the catalogue, grouped by engagement and step."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pyoxigraph as ox

from pcgraph.model import namespaces
from pcgraph.model.namespaces import PCG, compact
from pcgraph.page.schema import Dispute
from pcgraph.page.sources import SourceTable
from pcgraph.page.vocabularies import Lexicon
from pcgraph.query import catalogue


def disputes(store: ox.Store, lexicon: Lexicon, source_table: SourceTable) -> dict[str, list[Dispute]]:
    """Return the disputes about each engagement and step, by its IRI, sorted."""
    reasons = _reasons(store)
    found: defaultdict[str, list[Dispute]] = defaultdict(list)
    grouped: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in _ask(store, "contradicting-values"):
        grouped[row["subject"], row["property"]].append(row)
    for (subject, name), rows in sorted(grouped.items()):
        said: defaultdict[str, set[str]] = defaultdict(set)
        for row in rows:
            said[row["value"]].add(row["source"])
            said[row["otherValue"]].add(row["otherSource"])
        found[subject].append(
            {
                "what": lexicon.label(name),
                "values": [
                    (_text(value, lexicon), source_table.indices(sources)) for value, sources in sorted(said.items())
                ],
                "believed": _text(next((row["believed"] for row in rows if row["believed"]), ""), lexicon),
                "verdict": next((reasons[v] for row in rows if (v := row["verdict"]) in reasons), ""),
            }
        )
    lists: defaultdict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in _ask(store, "contradicting-party-lists"):
        lists[row["engagement"], row["role"], row["party"]].append(row)
    for (subject, role, party), rows in sorted(lists.items()):
        added = source_table.indices(row["addingSource"] for row in rows)
        closed = source_table.indices(row["completeSource"] for row in rows)
        name = lexicon.label(party)
        found[subject].append(
            {
                "what": lexicon.label(role),
                "values": [(name, added), (f"not {name}", closed)],
                "believed": name if any(row["believed"] for row in rows) else f"not {name}",
                "verdict": next((reasons[v] for row in rows if (v := row["verdict"]) in reasons), ""),
            }
        )
    return dict(found)


def _ask(store: ox.Store, name: str) -> list[dict[str, Any]]:
    return catalogue.run(store, catalogue.find(name), {}).to_polars().to_dicts()


def _text(value: object, lexicon: Lexicon) -> str:
    text = "" if value is None else str(value)
    return lexicon.label(text) if compact(text) != text else text


def _reasons(store: ox.Store) -> dict[str, str]:
    graph = ox.NamedNode(namespaces.VERDICTS)
    found = store.quads_for_pattern(None, ox.NamedNode(PCG + "reason"), None, graph)
    return {quad.subject.value: quad.object.value for quad in found}
