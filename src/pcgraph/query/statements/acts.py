"""Acts: who took part in each step of an engagement, one row each, and the pairs that signed."""

from __future__ import annotations

import polars as pl

from pcgraph.belief.conclusions import voices
from pcgraph.belief.rule.derivation import sides
from pcgraph.belief.snapshot import Snapshot
from pcgraph.belief.tables import MARKS
from pcgraph.belief.tables.readable import with_labels

SAID = ("engagement", "property", "value")


def acts(snapshot: Snapshot) -> pl.DataFrame:
    """Return one row for each step of an engagement and each of its parties, sorted by day, step and party.

    ==========================================  ========================================================================
    column                                      content
    ==========================================  ========================================================================
    step, engagement, engagement_label, class   the step, its engagement, and the class of that (``Agreement``)
    status, date, earliest, latest              the status that was reached, its date (EDTF), the first and last day
    agent, agent_label, agent_class, country    the party, its class and its country
    side, roles                                 ``one`` or ``two``, where a source tells sides; all roles of the party
    voices, sources                             the sources that plainly state both the party's role and the status (on
                                                any day), and how many independent voices they are
    inferred, alleged                           whether the step, or each role of the party, is no more than that
    unnamed                                     whether no source names the party
    ==========================================  ========================================================================

    >>> from pcgraph.testing import tiny
    >>> acts(tiny()).filter(status="signed").select("agent_label", "roles", "latest", "voices").rows()[0]
    ('Coast Office', ['signatory'], datetime.date(2024, 6, 3), 2)
    """
    tables = snapshot.tables
    stated = voices.of_statements(tables, snapshot.ontology).select(*SAID, "sources")
    stated = stated.with_columns(pl.col("value").str.strip_chars("<>"))
    told = tables.parties.join(stated, left_on=["engagement", "role", "agent"], right_on=SAID, how="left", suffix="_of")
    party = told.group_by("engagement", "agent").agg(
        roles=_local("role").sort(),
        unnamed=pl.col("unnamed").any(),
        party=pl.col("sources_of").explode().drop_nulls().unique().sort(),
        **{f"{mark}_role": pl.col(mark).all() for mark in MARKS},
    )
    status = stated.filter(property=voices.STATUS).select("engagement", status="value", reported="sources")
    rows = tables.steps.select("step", "engagement", "status", "date", "earliest", "latest", *MARKS)
    rows = rows.join(status, on=["engagement", "status"], how="left").join(party, on="engagement")
    rows = rows.join(sides(tables), on=["engagement", "agent"], how="left")
    rows = rows.join(tables.engagements.select("engagement", "type"), on="engagement", how="left")
    both = pl.col("reported").fill_null([]).list.set_intersection("party").list.sort()
    rows = rows.with_columns(*(pl.col(mark) | pl.col(f"{mark}_role") for mark in MARKS), sources=both)
    known = [(iri, thing.kind, thing.country) for iri, thing in snapshot.entities.items()]
    classes = pl.DataFrame(known, schema=dict.fromkeys(("agent", "agent_class", "country"), pl.String), orient="row")
    rows = rows.join(classes, on="agent", how="left").with_columns(voices.count(rows["sources"], tables.sources))
    return (
        with_labels(rows, snapshot.label)
        .select(
            *("step", "engagement", "engagement_label", _local("type").alias("class"), _local("status")),
            *("date", "earliest", "latest", "agent", "agent_label", "agent_class", _local("country"), "side", "roles"),
            *("voices", *MARKS, "unnamed", "sources"),
        )
        .sort("latest", "step", "agent", nulls_last=True)
    )


def _local(column: str) -> pl.Expr:
    return pl.col(column).str.extract("([^/#]*)$")
