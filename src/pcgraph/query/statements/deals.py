"""The wide table of engagements: one row each, with names instead of IRIs, for analysts and spreadsheets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import polars as pl

from pcgraph.belief.conclusions import voices
from pcgraph.belief.snapshot import Snapshot
from pcgraph.belief.tables.readable import readable
from pcgraph.errors import check_choice
from pcgraph.model import numbers
from pcgraph.model.namespaces import PCG, V, compact
from pcgraph.query.statements.contradictions import every_contradiction

DEALS = "deals"
NUMBERS = ("amount", "amount_at_least", "amount_at_most", "currency")
COUNTS = ("quantity", "quantity_at_least", "quantity_at_most")
TEXTS = {"amount_text": "amount", "claimed_amount_text": "claimedAmount", "quantity_text": "quantity"}


def table(snapshot: Snapshot, name: str) -> pl.DataFrame:
    """Return a table for a reader: `deals`, or one of ``kg.tables`` with a column of labels after each of names.

    >>> from pcgraph.testing import tiny
    >>> table(tiny(), "relations").columns[:4]
    ['relation', 'relation_label', 'from', 'from_label']
    """
    check_choice("table", name, [DEALS, *snapshot.tables.names()])
    if name != DEALS:
        return readable(snapshot.tables, name, snapshot.label)
    kept: tuple[object, pl.DataFrame] | None = vars(snapshot).get("_deals")
    if kept is None or kept[0] is not snapshot.tables:  # kept, because a question in words filters it many times
        kept = vars(snapshot)["_deals"] = (snapshot.tables, deals(snapshot))
    return kept[1].clone()


def deals(snapshot: Snapshot) -> pl.DataFrame:
    """Return one row for each engagement, sorted by IRI. Lists are text with ``;`` between the names.

    ==========================================  ========================================================================
    column                                      content
    ==========================================  ========================================================================
    engagement, label, class, kind              its IRI, its label, and what it is
    status, status_earliest, status_latest      its current status, and the first and last day when that was reached
    status_since, status_by                     since when it had that status, or by when if no first day is known
    last_reported, next                         the newest source that mentions it, and a later step that is planned
    outcome, outcome_by, outcome_how            what became of it, shown by which engagement: itself, a result or a part
    went_on_as, silent_since, promise           what follows a stop; the last report if silent; what became of its
                                                promise ("part of …: silent" if others decide that)
    first_step, last_step                       the earliest and the latest day of any step
    starts, ends                                the first and the last day on which it can run
    parties, roles, countries                   the parties; the same by role; their countries
    sectors, places                             labels
    amount … currency, amount_text              the sum, its bounds, and all of it in words: "over USD 2.1 bn a year"
    claimed_amount, claimed_currency, …_text    a sum that somebody claims
    quantity …, quantity_unit, quantity_text    a count, its bounds, its unit, and all of it in words
    voices, status_voices, sources              how many independent voices state its best attested statement and its
                                                current status, and how many sources report it
    parties_inferred, status_inferred           whether a party, or the current status, is a reading of a source
    disputed                                    whether its sources contradict each other, also if a verdict decides
    ==========================================  ========================================================================

    Notes
    -----
    Cost: that of `pcgraph.query.statements.contradictions.contradictions`, half a second for 400 engagements.

    >>> from pcgraph.testing import tiny
    >>> deals(tiny()).select("label", "status", "parties").row(0)
    ('Keeper training', 'planned', 'School of Keepers; young keepers')
    """
    tables = snapshot.tables
    wide = readable(tables, "engagements", snapshot.label)
    units = dict(wide.select("quantity_of", "quantity_of_label").drop_nulls().unique().iter_rows())
    renamed = {"type_label": "class", "starts_earliest": "starts", "ends_latest": "ends"}
    renamed |= {"kind_label": "kind", "status_label": "status", "quantity_of_label": "quantity_unit"}
    found = (
        wide.drop("kind", "status", "next")
        .rename(renamed)
        .with_columns(
            pl.col("parties").list.join("; "),
            *number_texts(wide, units),
            sectors=pl.col("sector_labels").list.join("; "),
            places=pl.col("place_labels").list.join("; "),
        )
    )
    for more in (_steps(snapshot), _outcomes(snapshot), _parties(snapshot), _sources(snapshot)):
        found = found.join(more, on="engagement", how="left", maintain_order="left")
    disputed = pl.col("engagement").is_in(_disputed(snapshot))
    return found.select(
        *("engagement", "label", "class", "kind", "status", "status_earliest", "status_latest"),
        *("status_since", "status_by", "last_reported", "next", "outcome", "outcome_by", "outcome_how"),
        *("went_on_as", "silent_since", "promise"),
        *("first_step", "last_step", "starts", "ends", "parties"),
        pl.col("roles", "countries").fill_null(""),
        *("sectors", "places", *NUMBERS, "amount_text"),
        *("claimed_amount", "claimed_currency", "claimed_amount_text"),
        *(*COUNTS, "quantity_unit", "quantity_text"),
        pl.col("voices", "status_voices", "sources").fill_null(0),
        pl.col("parties_inferred", "status_inferred").fill_null(value=False),
        disputed.alias("disputed"),
    )


def number_texts(frame: pl.DataFrame, units: Mapping[str, str] | None = None) -> list[pl.Series]:
    """Return the numbers of each engagement or step in words; null where there is none."""
    rows = [numbers.texts(row, units) for row in frame.iter_rows(named=True)]
    return [pl.Series(column, [row.get(name) for row in rows], pl.String) for column, name in TEXTS.items()]


def _steps(snapshot: Snapshot) -> pl.DataFrame:
    """Return the first and last day of the steps, and whether the current status is inferred, by engagement."""
    steps, now = snapshot.tables.steps, snapshot.tables.engagements.select("engagement", "status")
    days = steps.group_by("engagement").agg(first_step=pl.col("earliest").min(), last_step=pl.col("latest").max())
    reached = steps.join(now, on=["engagement", "status"]).group_by("engagement")
    return days.join(reached.agg(status_inferred=pl.col("inferred").all()), on="engagement", how="left")


def _outcomes(snapshot: Snapshot) -> pl.DataFrame:
    """Return what is planned next, what became of it and the state of its promise, by engagement, as text."""
    tables = snapshot.tables

    def named(iri: str | None) -> str | None:
        return iri and (snapshot.label(iri) or compact(iri))

    text = pl.format("{}, {}", pl.col("status").str.replace(V, "", literal=True), pl.col("date").fill_null("undated"))
    planned = tables.steps.select("step", text.alias("planned"))
    following = (
        tables.engagements.select("engagement", "next").drop_nulls().join(planned, left_on="next", right_on="step")
    )
    states = tables.promises.select("promise", "state", decider="by")
    own = pl.col("engagement").is_in(pl.concat_list("promise", "decider"))
    rows = tables.outcomes.join(states, on="promise", how="left").select(
        "engagement", "outcome", "by", "how", "went_on_as", "silent_since", "state", pl.when(~own).then("promise")
    )
    found = [(e, named(outcome), named(by), how, _text(named(each) or "" for each in went), silent,
              f"part of {named(whole)}: {state}" if whole and state else state)
             for e, outcome, by, how, went, silent, state, whole in rows.iter_rows()]  # fmt: skip
    text_ = dict.fromkeys(("engagement", "outcome", "outcome_by", "outcome_how", "went_on_as"), pl.String)
    schema = {**text_, "silent_since": pl.Date, "promise": pl.String}
    outcomes = pl.DataFrame(found, schema=schema, orient="row")
    return outcomes.join(following.select("engagement", next="planned"), on="engagement", how="left")


def _parties(snapshot: Snapshot) -> pl.DataFrame:
    """Return the parties by role and their countries as text, and whether a party is inferred, by engagement."""
    names: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    countries: defaultdict[str, set[str]] = defaultdict(set)
    inferred: defaultdict[str, bool] = defaultdict(bool)
    columns = ("engagement", "role_label", "agent", "agent_label", "inferred")
    for engagement, role, agent, name, read in table(snapshot, "parties").select(columns).iter_rows():
        names[engagement][role].append(name)
        inferred[engagement] |= read
        entity = snapshot.entities.get(agent)
        if entity and entity.country:
            countries[engagement].add(snapshot.label(entity.country) or compact(entity.country))
    rows = [
        (engagement, _text(f"{role}: {', '.join(of_role)}" for role, of_role in roles.items()),
         _text(sorted(countries[engagement])), inferred[engagement])
        for engagement, roles in names.items()
    ]  # fmt: skip
    text = dict.fromkeys(("engagement", "roles", "countries"), pl.String)
    return pl.DataFrame(rows, schema={**text, "parties_inferred": pl.Boolean}, orient="row")


def _text(names: Iterable[str]) -> str:
    return "; ".join(names)


def _sources(snapshot: Snapshot) -> pl.DataFrame:
    """Return how many sources name a passage for each engagement, and its voices."""
    stated = snapshot.tables.statements.filter(pl.col("property") == PCG + "statedIn")
    pairs = stated.select("sources", engagement="subject").explode("sources").group_by("engagement")
    heard = voices.of_engagements(snapshot.tables, snapshot.ontology)
    return heard.join(pairs.agg(pl.col("sources").n_unique().cast(pl.Int64)), on="engagement", how="left")


def _disputed(snapshot: Snapshot) -> list[str]:
    """Return the engagements about which, or about a step of which, sources contradict each other."""
    of_step = dict(snapshot.tables.steps.select("step", "engagement").iter_rows())
    subjects = (found.subject for found in every_contradiction(snapshot))
    return sorted({of_step.get(subject, subject) for subject in subjects})
