"""Measure how well the sources cover what is believed: voices, passages, disputes and completeness."""

from __future__ import annotations

from collections import Counter
from typing import Any

import polars as pl

from pcgraph.belief.conclusions import voices
from pcgraph.belief.snapshot import Snapshot
from pcgraph.belief.tables import Tables
from pcgraph.model.namespaces import PCG, local
from pcgraph.model.ontology import Ontology
from pcgraph.model.passages import STATE_LABELS, STATES
from pcgraph.model.quads import pairs
from pcgraph.query.statements.contradictions import every_contradiction

FILLED = ("kind", "step", "date of a step", "sector", "place", "amount", "two parties")


def coverage(snapshot: Snapshot) -> dict[str, Any]:
    """Count how much of what is believed has passages, is corroborated, is disputed and is complete."""
    tables = snapshot.tables
    heard = voices.of_engagements(tables, snapshot.ontology)
    states = Counter(local(state) for _, state in pairs(snapshot.store, PCG + "passageState"))
    disputes = every_contradiction(snapshot)
    still_open = sum(each.open for each in disputes)
    return {
        "voices": tables.sources["voice"].n_unique(),
        "passages": {STATE_LABELS[state]: states[state] for state in STATES if states[state]},
        "disputes": {"decided": len(disputes) - still_open, "open": still_open},
        "corroborated": int((heard["status_voices"] > 1).sum()),
        "filled": _filled(tables, snapshot.ontology),
    }


def _filled(tables: Tables, ontology: Ontology) -> dict[str, dict[str, int | None]]:
    """Count for each class of engagement how many have each item of `FILLED`; only agreements have a kind."""

    def having(frame: pl.DataFrame) -> pl.Expr:
        return pl.col("engagement").is_in(frame["engagement"].unique().implode())

    parties = tables.parties.group_by("engagement").agg(pl.col("agent").n_unique())
    flags = (
        pl.col("kind").is_not_null(),
        having(tables.steps),
        having(tables.steps.filter(pl.col("date").is_not_null())),
        pl.col("sectors").list.len() > 0,
        pl.col("places").list.len() > 0,
        pl.any_horizontal(pl.col("amount", "amount_at_least", "amount_at_most").is_not_null()),
        having(parties.filter(pl.col("agent") > 1)),
    )
    wanted = (flag.sum().alias(name) for name, flag in zip(FILLED, flags, strict=True))
    counted = tables.engagements.group_by("type").agg(pl.len().alias("engagements"), *wanted).sort("type")
    agreements = ontology.subterms("Agreement")
    return {
        local(row["type"]): {
            name: None if name == "kind" and row["type"] not in agreements else row[name]
            for name in ("engagements", *FILLED)
        }
        for row in counted.iter_rows(named=True)
    }
