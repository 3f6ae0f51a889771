"""Find the papers that stand behind the claimed number of an event."""

from __future__ import annotations

import polars as pl

from pcgraph.belief.conclusions.reach import pairs_along
from pcgraph.belief.tables import VALUE_IRI, Tables
from pcgraph.model.namespaces import PCG, V
from pcgraph.model.ontology import Ontology

LINK = ("event", "paper")


def papers(tables: Tables, ontology: Ontology, undecided: pl.DataFrame) -> pl.DataFrame:
    """Return the signed papers that count for each event with a claimed number.

    They are those of the event and of what took place during it. If the event is what some attendees of a larger one
    signed, such as the signings of one company at a conference, the papers that they signed at the larger one count
    too, and those that they signed in the same days by a source of the claim.
    """
    claimed = tables.statements.filter(property=PCG + "claimedCount")
    claimed = claimed.select("sources", event="subject")
    links = tables.statements.filter(property=PCG + "during").select(paper="subject", event=VALUE_IRI)
    entered = pl.col("status").is_in(sorted(ontology.sets.get(V + "entered", ())))
    steps = tables.steps.select("engagement", "status", "earliest", "latest", "sources")
    agreement = pl.col("type").is_in(sorted(ontology.subterms("Agreement")))
    signed = steps.filter(entered).join(tables.engagements.filter(agreement), on="engagement", how="semi")
    signed = signed.select("earliest", "latest", "sources", paper="engagement")
    starts = links.select(engagement="paper").unique()
    within = pairs_along(links.select(node="paper", result="event"), starts).select(paper="engagement", event="other")
    at = within.join(signed, on="paper", how="semi")

    attendees = tables.parties.filter(pl.col("role").is_in(sorted(ontology.subterms("attendee"))))
    larger = within.select(event="paper", whole="event").join(claimed, on="event")
    larger = larger.join(attendees.select("agent", event="engagement"), on="event")
    signatories = tables.parties.filter(pl.col("role").is_in(sorted(ontology.subterms("signatory"))))
    own = larger.join(signatories.select("agent", paper="engagement"), on="agent")
    there = own.join(at.rename({"event": "whole"}), on=["whole", "paper"], how="semi")
    days = steps.group_by(event="engagement").agg(pl.col("earliest").min(), pl.col("latest").max())
    said = (
        own.explode("sources")
        .unique()
        .join(days, on="event")
        .join(signed.explode("sources"), on=["paper", "sources"], suffix="_paper")
    )
    said = said.filter(pl.col("earliest_paper") <= pl.col("latest"), pl.col("latest_paper") >= pl.col("earliest"))
    found = pl.concat([frame.select(LINK) for frame in (at, there, said)]).unique()
    found = found.join(claimed, on="event", how="semi")
    names = found.join(undecided, left_on="paper", right_on="one").join(
        found.select("event", other="paper"), on=["event", "other"], how="semi"
    )
    names = names.select(*LINK, perhaps=pl.lit(True)).unique()
    return found.join(names, on=LINK, how="left").with_columns(pl.col("perhaps").fill_null(False)).sort(LINK)


def undecided(columns: pl.DataFrame) -> pl.DataFrame:
    """Return one, other: what may be another name of what, as the judgements among these quads leave open.

    The subject of a judgement is the name in doubt. Of two names of each other, the one that sorts last is.
    """
    other = columns.filter(property=PCG + "leavesOpen").select("subject", other=VALUE_IRI)
    one = columns.filter(property=PCG + "onSubject").select("subject", one=VALUE_IRI)
    pairs = one.join(other, on="subject").select("one", "other").unique()
    both = pairs.join(pairs, left_on=["one", "other"], right_on=["other", "one"], how="semi")
    return pairs.join(both.filter(pl.col("one") < pl.col("other")), on=["one", "other"], how="anti")
