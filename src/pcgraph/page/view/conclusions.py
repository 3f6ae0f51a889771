"""What became of the page's engagements and promises on each day, as columns."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

import polars as pl

from pcgraph.belief.conclusions.outcomes import OCCASIONS
from pcgraph.belief.snapshot import Snapshot
from pcgraph.belief.tables import STATES
from pcgraph.model.namespaces import local
from pcgraph.page.view.schema import Conclusion, Engagements, Headline
from pcgraph.page.view.vocabularies import Lexicon


def columns(snapshot: Snapshot, engaged: Mapping[str, int], lexicon: Lexicon) -> dict[str, list[Any]]:
    """Return the columns conclusions, occasion, searched and opening; `engaged` maps IRIs to indices, in order."""
    found: defaultdict[str, list[Conclusion]] = defaultdict(list)
    days = ("starts", "ends", "status_since", "status_by", "last_reported", "silent_since")
    rows = snapshot.outcome_history.with_columns(pl.col(days).cast(pl.Int32))
    for row in rows.filter(pl.col("engagement").is_in([*engaged])).iter_rows(named=True):
        iri, promise = row["engagement"], row["promise"]
        found[iri].append(
            (
                *(row[name] for name in days[:5]),
                local(row["next"] or ""),
                lexicon.index("status", row["outcome"]),
                engaged.get(row["by"], -1),
                row["how"] or "",
                [engaged[other] for other in row["went_on_as"].split() if other in engaged],
                row["silent_since"],
                engaged.get(promise, engaged[iri]) if promise else -1,
                row["state"] or "",
            )
        )
    classes = sorted(iri for name in OCCASIONS for iri in snapshot.ontology.subterms(name))
    occasions = {*snapshot.tables.engagements.filter(pl.col("type").is_in(classes))["engagement"]}
    told = snapshot.tables.outcomes.select("engagement", pl.col("searched").cast(pl.Int32), "opening_only")
    now = {iri: (searched, int(opening)) for iri, searched, opening in told.iter_rows()}
    return {
        "conclusions": [found.get(iri, []) for iri in engaged],
        "occasion": [int(iri in occasions) for iri in engaged],
        "searched": [now.get(iri, (None, 0))[0] for iri in engaged],
        "opening": [now.get(iri, (None, 0))[1] for iri in engaged],
    }


def headline(table: Engagements, known: list[int]) -> Headline:
    """Count promises by their state, occasions, and statuses that two voices state, among what is known now.

    >>> from pcgraph.testing import tiny
    >>> headline(tiny().map().view["engagements"], [0, 1, 2, 3])["promises"]
    2
    """
    now = {at: rows[-1] for at in known if (rows := table["conclusions"][at]) and rows[-1][1] is None}
    states = Counter(row[12] for at, row in now.items() if row[11] == at)
    return {
        "engagements": len(known),
        "promises": sum(states.values()),
        **{name: states[name] for name in STATES},  # type: ignore[typeddict-item]
        "occasions": sum(table["occasion"][at] for at in known),
        "voiced": sum(table["status_voices"][at] > 1 for at in known),
    }
