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
    days = ("starts", "ends", "last_reported", "status_since", "silent_since", "status_by")
    rows = snapshot.outcome_history.with_columns(pl.col(days).cast(pl.Int32))
    for row in rows.filter(pl.col("engagement").is_in([*engaged])).iter_rows(named=True):
        iri, promise = row["engagement"], row["promise"]
        conclusion = [
            *(row[name] for name in days[:4]),
            engaged.get(promise, engaged[iri]) if promise else None,
            row["state"],
            row["silent_since"],
            row["status_by"],
            lexicon.index("status", row["outcome"]) if row["outcome"] else None,
            engaged.get(row["by"]),
            row["how"],
            local(row["next"]) if row["next"] else None,
            [engaged[other] for other in row["went_on_as"].split() if other in engaged] or None,
        ]
        while len(conclusion) > 2 and conclusion[-1] is None:
            conclusion.pop()
        found[iri].append(conclusion)
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
    states = Counter(row[5] for at, row in now.items() if row[4:5] == [at])
    return {
        "engagements": len(known),
        "promises": sum(states.values()),
        **{name: states[name] for name in STATES},  # type: ignore[typeddict-item]
        "occasions": sum(table["occasion"][at] for at in known),
        "voiced": sum(table["status_voices"][at] > 1 for at in known),
    }
