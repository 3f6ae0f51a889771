"""For which organisation a person acts in an engagement: by what a source says of it, or by an office on that day."""

from __future__ import annotations

import polars as pl

from pcgraph.analysis.network_spec import NetworkSpec
from pcgraph.belief.snapshot import Snapshot
from pcgraph.belief.tables import certain

KEY = ("engagement", "role", "agent")


def acting_for(snapshot: Snapshot, spec: NetworkSpec) -> pl.DataFrame:
    """Return for which organisation a party acts: engagement, role (and those above it), agent, body.

    What a source says of the engagement itself comes before offices. Nobody with two offices is in it.
    """
    tables = snapshot.tables
    parties = tables.parties.select(KEY).unique()
    said = tables.representations.filter(certain(spec.inferred))
    said = parties.join(said.select("engagement", "agent", "body").unique(), on=["engagement", "agent"])
    held = held_offices(snapshot).join(said, on=KEY, how="anti")
    bodies = pl.concat([said.select(*KEY, "body"), held])
    bodies = bodies.filter(pl.len().over(KEY) == 1)
    supers = snapshot.ontology.supers
    above = [(role, up) for role in snapshot.ontology.roles for up in {role, *supers.get(role, ())}]
    every = pl.DataFrame(above, schema={"role": pl.String, "above": pl.String}, orient="row")
    return bodies.join(every, on="role").select("engagement", pl.col("above").alias("role"), "agent", "body").unique()


def held_offices(snapshot: Snapshot) -> pl.DataFrame:
    """Return engagement, role, agent, body: the organisations in which a party held an office when it acted.

    The day is that of the first step that makes a relation of the role hold, or else of the current status.
    """
    offices = snapshot.offices.select(agent="person", body="organisation", since="from_earliest", until="until_latest")
    parties = snapshot.tables.parties.select(KEY).unique().join(offices, on="agent")
    if parties.is_empty():
        return parties.select(*KEY, "body")
    pairs = [
        (role, status)
        for relation in snapshot.ontology.relations
        for end in (relation.from_role, relation.to_role or "")
        for role in snapshot.ontology.subterms_of(end)
        for status in relation.once | relation.while_
    ]
    needed = pl.DataFrame(pairs, schema={"role": pl.String, "status": pl.String}, orient="row").unique()
    steps = snapshot.tables.steps.join(needed, on="status").sort("engagement", "role", "rank", "step")
    days = steps.unique(["engagement", "role"], keep="first", maintain_order=True)
    days = days.select("engagement", "role", low="earliest", high="latest")
    now = snapshot.tables.engagements.select("engagement", "status_earliest", "status_latest")
    acted = parties.join(days, on=["engagement", "role"], how="left").join(now, on="engagement", how="left")
    low, high = pl.coalesce("low", "status_earliest"), pl.coalesce("high", "status_latest")
    first, last = pl.col("since").fill_null(pl.date(1, 1, 1)), pl.col("until").fill_null(pl.date(9999, 12, 31))
    return acted.filter((first <= high) & (last >= low)).select(*KEY, "body").unique()


def two_offices(snapshot: Snapshot) -> list[str]:
    """Return the people whose offices on the day of an engagement are in two organisations, sorted."""
    held = held_offices(snapshot).group_by(KEY).agg(pl.col("body").n_unique())
    return sorted(held.filter(pl.col("body") > 1)["agent"].unique())


def fold_people(frame: pl.DataFrame, bodies: pl.DataFrame, column: str, role: pl.Expr) -> pl.DataFrame:
    """Replace the agents in a column by the bodies for which they act in a role; `bodies` is from `acting_for`."""
    own = frame.with_columns(role_of=role)
    found = own.join(
        bodies.rename({"agent": column, "role": "role_of"}), on=["engagement", "role_of", column], how="left"
    )
    return found.with_columns(pl.coalesce("body", column).alias(column)).drop("body", "role_of")
