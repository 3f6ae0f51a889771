"""Why something that was told does not count any more: its source was retracted, or verdicts count it as another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import polars as pl
import pyoxigraph as ox

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.entities import card
from pcgraph.model.namespaces import PCG, SAME, TYPE, VERDICTS, local
from pcgraph.model.quads import pairs, quads, values


def withdrawals(snapshot: Snapshot) -> dict[str, str]:
    """Return IRI → reason: of retracted sources, of what they alone tell of, and of what is counted as another; sorted.

    >>> from pcgraph.testing import tiny
    >>> withdrawals(tiny())
    {}
    """
    store, reported = snapshot.store, snapshot.reported
    cards = ox.Store()
    cards.extend(reported.cards)
    found: dict[str, str] = {}
    for source, day in reported.retracted.items():
        about = card(cards, source)
        name = f"{snapshot.label(about.publisher)}, {about.date or 'undated'}" if about.publisher else local(source)
        reasons = "".join(f" {text}" for text in _reasons(store, source))
        found[source] = f"The publisher withdrew the source {name} on {day}.{reasons}"
    facts, engaged = reported.evidence.facts, sorted(snapshot.ontology.engagement_classes)
    is_told = (pl.col("property") == TYPE) & pl.col("value").str.strip_chars("<>").is_in(engaged)
    told = facts.filter(pl.col("source").is_in([*reported.retracted])).filter(is_told).select("subject", "source")
    known = snapshot.tables.engagements.select(subject="engagement")
    lost = defaultdict[str, set[str]](set)
    for subject, source in told.join(known, on="subject", how="anti").iter_rows():
        lost[subject].add(source)
    for iri, sources in lost.items():
        found[iri] = " ".join(found[source] for source in sorted(sources))
    for iri, kept in pairs(store, SAME):
        found[iri] = f"It is counted as {snapshot.label(kept) or local(kept)}."
    return dict(sorted(found.items()))


def _reasons(store: ox.Store, iri: str) -> Iterator[str]:
    """Yield the reasons of the verdicts on something."""
    for verdict in sorted({quad.subject.value for quad in quads(store, None, PCG + "onSubject", iri, VERDICTS)}):
        yield from sorted(values(store, verdict, PCG + "reason", None))[:1]
