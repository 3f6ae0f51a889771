"""Contradictions between sources, as the page shows them, grouped by engagement and step."""

from __future__ import annotations

from collections import defaultdict

import pyoxigraph as ox

from pcgraph.model import namespaces
from pcgraph.model.namespaces import PCG, compact
from pcgraph.page.schema import Dispute
from pcgraph.page.sources import SourceTable
from pcgraph.page.vocabularies import Lexicon
from pcgraph.query.contradictions import contradictions


def disputes(store: ox.Store, lexicon: Lexicon, source_table: SourceTable) -> dict[str, list[Dispute]]:
    """Return the disputes about each engagement and step, by its IRI, sorted."""
    reasons = _reasons(store)
    found: defaultdict[str, list[Dispute]] = defaultdict(list)
    for each in contradictions(store):
        values = [(_text(value, lexicon), source_table.indices(sources)) for value, sources in each.values.items()]
        believed = _text(each.believed, lexicon)
        if each.closed:
            [(name, _)] = values
            values.append((f"not {name}", source_table.indices(each.closed)))
            believed = believed or f"not {name}"
        found[each.subject].append(
            {
                "what": lexicon.label(each.property),
                "values": values,
                "believed": believed,
                "verdict": reasons.get(each.verdict, ""),
            }
        )
    return dict(found)


def _text(text: str, lexicon: Lexicon) -> str:
    return lexicon.label(text) if compact(text) != text else text


def _reasons(store: ox.Store) -> dict[str, str]:
    graph = ox.NamedNode(namespaces.VERDICTS)
    found = store.quads_for_pattern(None, ox.NamedNode(PCG + "reason"), None, graph)
    return {quad.subject.value: quad.object.value for quad in found}
