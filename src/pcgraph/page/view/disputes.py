"""Contradictions between sources, as the page shows them, grouped by engagement and step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable

from pcgraph.model.namespaces import local
from pcgraph.page.view.schema import Dispute
from pcgraph.page.view.sources import SourceTable
from pcgraph.page.view.vocabularies import Lexicon
from pcgraph.query.statements.contradictions import Contradiction


def disputes(
    found: Iterable[Contradiction], steps: Container[str], lexicon: Lexicon, source_table: SourceTable
) -> dict[str, list[Dispute]]:
    """Return the disputes about each engagement and step, by its IRI, sorted; `steps` are the IRIs of all steps."""
    by_subject: defaultdict[str, list[Dispute]] = defaultdict(list)
    for each in found:
        values = [(lexicon.text(value), source_table.indices(sources)) for value, sources in each.values.items()]
        believed = lexicon.text(each.believed)
        if each.closed:
            [(name, _)] = values
            values.append((f"not {name}", source_table.indices(each.closed)))
            believed = believed or f"not {name}"
        by_subject[each.subject].append(
            {
                "step": local(each.subject) if each.subject in steps else "",
                "what": lexicon.label(each.property),
                "values": values,
                "believed": believed,
                "verdict": each.reason,
            }
        )
    return dict(by_subject)
