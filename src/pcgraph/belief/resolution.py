"""The belief function: from evidence to what is believed.

Queries, networks, pages and resampling all use the tables that it returns. The steps are, in this order: sources in
scope (done by `pcgraph.belief.evidence`), verdicts, one value for each functional property, steps and current status,
unnamed parties, relations. All functions are pure: they read and write no files and keep no state.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import polars as pl

from pcgraph.belief import identity
from pcgraph.belief.evidence import Evidence
from pcgraph.errors import InvalidInput
from pcgraph.model import namespaces
from pcgraph.model.dates import bounds
from pcgraph.model.namespaces import PCG, XSD
from pcgraph.model.ontology import Ontology, Relation

TRUE = f'"true"^^<{XSD}boolean>'
UNNAMED = f"<{PCG}UnnamedParty>"
KEY = ("subject", "property")


@dataclass(frozen=True)
class Tables:
    """What is believed, as data frames. IRIs are plain strings; each frame is sorted by its first columns.

    Attributes
    ----------
    statements : subject, property, value (N-Triples term), inferred, sources (list)
    engagements : engagement, type, kind, status, status_date (EDTF), status_earliest, status_latest, sectors (list),
        places (list)
    parties : engagement, role, agent, inferred, unnamed, sources (list)
    steps : step, engagement, status, rank, date (EDTF), earliest, latest, inferred, sources (list)
    relations : relation, from, to, engagement, sources (list); a symmetric one has a row for each direction
    sources : source, tier (1 best), known (day from which it counts), newest (its own date or null), voice (the
        source that represents its voice)
    """

    statements: pl.DataFrame
    engagements: pl.DataFrame
    parties: pl.DataFrame
    steps: pl.DataFrame
    relations: pl.DataFrame
    sources: pl.DataFrame

    def __getitem__(self, name: str) -> pl.DataFrame:
        """Return a table by its name."""
        frame: pl.DataFrame = getattr(self, name)
        return frame

    @classmethod
    def names(cls) -> list[str]:
        """Return the names of the tables."""
        return [field.name for field in fields(cls)]


def believe(evidence: Evidence, ontology: Ontology) -> Tables:
    """Compute what is believed from the evidence.

    Parameters
    ----------
    evidence : Evidence
        The columns of the sources in scope.
    ontology : Ontology
        The ontology's declarations.

    Returns
    -------
    Tables
        Does not depend on the order of the input rows. Cost: a few sorts and joins of the facts.

    Raises
    ------
    InvalidInput
        If a date is invalid.
    """
    folded_facts, folded = identity.fold(evidence.facts, identity.preferred_iris(evidence.verdicts))
    verdicts = identity.fold_verdicts(evidence.verdicts, folded)
    facts = _judge(folded_facts, verdicts).join(evidence.sources.drop("voice"), on="source", how="left")
    statements = _name_parties(_state(facts, ontology), facts, verdicts, ontology)
    statements = pl.concat([statements, identity.statements(folded)]).sort(*KEY, "value")
    steps = _steps(statements, facts, ontology)
    engagements = _engagements(statements, steps, facts, ontology)
    parties = _parties(statements, engagements, ontology)
    tables = Tables(statements, engagements, parties, steps, pl.DataFrame(), evidence.sources.sort("source"))
    return replace(tables, relations=derive(tables, ontology))


def _state(facts: pl.DataFrame, ontology: Ontology) -> pl.DataFrame:
    """Combine facts into statements with all their sources; functional properties keep only the chosen value."""
    alone = pl.col("property").is_in(sorted(ontology.functional))
    chosen = facts.filter(alone).join(_choose(facts, ontology).select(*KEY, "value"), on=[*KEY, "value"], how="semi")
    said = pl.concat([facts.filter(~alone).select(chosen.columns), chosen])
    said = said.select(*KEY, "value", "inferred", pl.col("source").alias("sources"))
    return _gathered(said, [*KEY, "value"], pl.col("inferred").all())


def derive(tables: Tables, ontology: Ontology, *, inferred: bool = False, unnamed: bool = False) -> pl.DataFrame:
    """Derive the direct relations that the ontology declares.

    Parameters
    ----------
    inferred, unnamed : bool
        Also derive relations from roles that are only our reading, or from parties without a name.

    Returns
    -------
    polars.DataFrame
        relation, from, to, engagement, sources; sorted. Nothing is related to itself. Two holders of the same role are
        related only if one source names both; the sources of the relation are those that name both.
    """
    parties = tables.parties.filter((pl.lit(inferred) | ~pl.col("inferred")) & (pl.lit(unnamed) | ~pl.col("unnamed")))
    parties = parties.explode("sources")
    rows = [_relation(relation, tables, parties, ontology, inferred) for relation in ontology.relations]
    names = ["relation", "from", "to", "engagement"]
    none = pl.DataFrame(schema=dict.fromkeys([*names, "sources"], pl.String()))
    return _gathered(pl.concat([none, *rows]), names).sort(names)


def _gathered(rows: pl.DataFrame, names: list[str], *more: pl.Expr) -> pl.DataFrame:
    """Group rows that agree in `names`; their sources become a sorted list without duplicates.

    Nearly every row is unique, and grouping costs several times as much as finding that out. So only rows with a
    repeated hash are grouped; a hash collision does no harm.
    """
    repeated = rows.select(pl.struct(names).hash()).to_series().is_duplicated()
    alone = rows.filter(~repeated).with_columns(pl.concat_list("sources"))
    several = rows.filter(repeated).group_by(names).agg(*more, pl.col("sources").unique().sort())
    return pl.concat([alone.select(several.columns), several])


def _relation(
    relation: Relation, tables: Tables, parties: pl.DataFrame, ontology: Ontology, inferred: bool
) -> pl.DataFrame:
    """Return the rows of one relation, one for each source; `parties` also has one row for each source."""
    steps, engagements = tables.steps, tables.engagements
    holds = engagements.select("engagement")
    if relation.once:
        holds = holds.join(steps.filter(pl.col("status").is_in(sorted(relation.once))), on="engagement", how="semi")
    if relation.while_:
        now = engagements.filter(pl.col("status").is_in(sorted(relation.while_)))
        holds = holds.join(now, on="engagement", how="semi")
    first = parties.filter(pl.col("role") == relation.from_role).join(holds, on="engagement", how="semi")
    first = first.select("engagement", pl.col("agent").alias("from"), "sources")
    if relation.to_role is None:
        ties = first.with_columns(pl.col("engagement").alias("to"))
    else:
        if relation.to_role in ontology.roles:
            other = parties.filter(pl.col("role") == relation.to_role).select(
                "engagement", pl.col("agent").alias("to"), "sources"
            )
        else:
            said = tables.statements.filter(
                (pl.col("property") == relation.to_role) & (pl.lit(inferred) | ~pl.col("inferred"))
            )
            other = said.select(
                pl.col("subject").alias("engagement"), pl.col("value").str.strip_chars("<>").alias("to"), "sources"
            ).explode("sources")
        if relation.to_role == relation.from_role:  # two sources that each name one signatory may mean the same one
            ties = first.join(other, on=["engagement", "sources"])
        else:
            both = first.join(other.rename({"sources": "others"}), on="engagement")
            ties = pl.concat([both.drop("others"), both.drop("sources").rename({"others": "sources"})], how="diagonal")
    return ties.filter(pl.col("from") != pl.col("to")).select(
        pl.lit(relation.iri).alias("relation"), "from", "to", "engagement", "sources"
    )


def _judge(facts: pl.DataFrame, verdicts: pl.DataFrame) -> pl.DataFrame:
    """Drop values that verdicts reject. If a verdict prefers a value that a source in scope gives, keep only that."""
    rejected = verdicts.filter(pl.col("rejects").is_not_null()).select(*KEY, pl.col("rejects").alias("value"))
    facts = facts.join(rejected, on=[*KEY, "value"], how="anti")
    wanted = verdicts.filter(pl.col("prefers").is_not_null()).select(*KEY, pl.col("prefers").alias("value"))
    found = wanted.join(facts, on=[*KEY, "value"], how="semi")
    others = facts.join(found.select(*KEY), on=KEY, how="semi").join(found, on=[*KEY, "value"], how="anti")
    return facts.join(others, on=[*KEY, "value"], how="anti")


def _choose(facts: pl.DataFrame, ontology: Ontology) -> pl.DataFrame:
    """Choose one value for each functional property: stated before inferred, then by precision, tier, date and slug.

    Precision is compared among dates whose bounds overlap those of the best source. A property that is chosen with
    another one (a currency with its amount) takes its value from the source of the other.
    """
    leaders = ontology.functional - ontology.chosen_with.keys()
    ranked = facts.filter(pl.col("property").is_in(sorted(leaders))).sort(
        "inferred", "tier", "newest", "source", "value", descending=[False, False, True, False, False], nulls_last=True
    )
    dates = ranked.filter(pl.col("property").is_in(list(namespaces.EDTF_PROPERTIES)))
    best = ranked.unique(KEY, keep="first", maintain_order=True)
    if dates.height:
        spans = _spans(dates)
        first = best.join(spans, on="value").select(
            *KEY,
            pl.col("low").alias("best_low"),
            pl.col("high").alias("best_high"),
            pl.col("inferred").alias("best_inferred"),
        )
        exact = (
            dates.with_row_index("order")
            .join(spans, on="value")
            .join(first, on=list(KEY))
            .filter(
                (pl.col("low") <= pl.col("best_high"))
                & (pl.col("high") >= pl.col("best_low"))
                & (pl.col("inferred") == pl.col("best_inferred"))
            )
            .with_columns((pl.col("high") - pl.col("low")).alias("width"))
            .sort("width", "order")
            .unique(KEY, keep="first", maintain_order=True)
        )
        best = pl.concat([best.join(exact, on=list(KEY), how="anti"), exact.select(best.columns)])
    for follower, leader in sorted(ontology.chosen_with.items()):
        lead = best.filter(pl.col("property") == leader).select("subject", "source")
        own = facts.filter(pl.col("property") == follower).join(lead, on=["subject", "source"], how="semi")
        best = pl.concat(
            [best, own.sort("value").unique(["subject"], keep="first", maintain_order=True).select(best.columns)]
        )
    return best


def _spans(frame: pl.DataFrame, column: str = "value") -> pl.DataFrame:
    """Return the first and last day of each distinct date literal; open ends extend to the end of the calendar."""
    rows = []
    for value in frame[column].unique().sort():
        text = value[1:].rsplit('"', 1)[0]
        try:
            low, high = bounds(text)
        except ValueError as error:
            subject = frame.filter(pl.col(column) == value)["subject"].min()
            raise InvalidInput(f"{namespaces.compact(str(subject))}: bad-edtf: {error}") from error
        rows.append((value, text, low, high))
    schema = {column: pl.String, "date": pl.String, "earliest": pl.Date, "latest": pl.Date}
    spans = pl.DataFrame(rows, schema=schema, orient="row")
    return spans.with_columns(
        pl.col("earliest").fill_null(pl.date(1, 1, 1)).alias("low"),
        pl.col("latest").fill_null(pl.date(9999, 12, 31)).alias("high"),
    )


def _name_parties(
    statements: pl.DataFrame, facts: pl.DataFrame, verdicts: pl.DataFrame, ontology: Ontology
) -> pl.DataFrame:
    """Remove unnamed parties if a source gives the complete list of parties; replace them if a verdict names them."""
    unnamed = (
        facts.filter((pl.col("property") == namespaces.TYPE) & (pl.col("value") == UNNAMED))
        .select(pl.col("subject").alias("party"))
        .unique()
    )
    closed = (
        facts.filter((pl.col("property") == PCG + "partiesComplete") & (pl.col("value") == TRUE))
        .select("subject")
        .unique()
    )
    names = verdicts.filter((pl.col("property") == namespaces.IDENTIFIED_AS) & pl.col("prefers").is_not_null()).select(
        pl.col("subject").alias("party"), pl.col("prefers").alias("name")
    )
    names = names.unique("party", keep="first", maintain_order=True).join(unnamed, on="party", how="semi")
    roles = statements.filter(pl.col("property").is_in(sorted(ontology.roles))).with_columns(
        pl.col("value").str.strip_chars("<>").alias("party")
    )
    held = roles.join(unnamed, on="party", how="semi")
    superfluous = held.join(closed, on="subject", how="semi")
    named = held.join(names, on="party", how="inner").join(superfluous.select("party"), on="party", how="anti")
    carried = named.select(
        "subject", "property", pl.col("name").alias("value"), pl.lit(True).alias("inferred"), "sources"
    )
    gone = pl.concat([superfluous.select("party"), names.select("party")]).unique()
    brackets = gone.select(pl.format("<{}>", "party"))
    kept = statements.filter(
        ~pl.col("subject").is_in(gone["party"].implode()) & ~pl.col("value").is_in(brackets.to_series().implode())
    )
    new = carried.join(kept, on=[*KEY, "value"], how="anti")
    return pl.concat([kept, new.unique([*KEY, "value"], keep="first", maintain_order=True)])


def _iri(property_: str) -> pl.Expr:
    return pl.col("property") == PCG + property_


def _steps(statements: pl.DataFrame, facts: pl.DataFrame, ontology: Ontology) -> pl.DataFrame:
    """Return every step with its dates.

    `reached`, used for ordering, is the last possible day of the step or, without a date, the day of its first source.
    """
    bare = pl.col("value").str.strip_chars("<>")
    steps = statements.filter(_iri("step")).select(
        bare.alias("step"), pl.col("subject").alias("engagement"), "inferred", "sources"
    )
    status = statements.filter(_iri("status")).select(
        pl.col("subject").alias("step"), bare.alias("status"), pl.col("inferred").alias("read")
    )
    dated = statements.filter(_iri("date"))
    dates = dated.join(_spans(dated), on="value").select(pl.col("subject").alias("step"), "date", "earliest", "latest")
    known = facts.filter(_iri("step")).group_by(bare.alias("step")).agg(pl.col("known").min())
    ranks = pl.DataFrame(
        {"status": list(ontology.ranks), "rank": list(ontology.ranks.values())},
        schema={"status": pl.String, "rank": pl.Int64},
    )
    return (
        steps.join(status.unique("step", keep="first", maintain_order=True), on="step")
        .join(dates, on="step", how="left")
        .join(known, on="step", how="left")
        .join(ranks, on="status", how="left")
        .with_columns(
            (pl.col("inferred") | pl.col("read")).alias("inferred"), pl.coalesce("latest", "known").alias("reached")
        )
        .select("step", "engagement", "status", "rank", "date", "earliest", "latest", "inferred", "reached", "sources")
        .sort("step", "engagement")
    )


def _engagements(
    statements: pl.DataFrame, steps: pl.DataFrame, facts: pl.DataFrame, ontology: Ontology
) -> pl.DataFrame:
    bare = pl.col("value").str.strip_chars("<>")
    typed = facts.filter(
        (pl.col("property") == namespaces.TYPE) & bare.is_in(sorted(ontology.engagement_classes))
    ).with_columns(
        bare.alias("type"),
        bare.replace_strict({iri: len(up) for iri, up in ontology.supers.items()}, default=0).alias("depth"),
    )
    best = typed.sort(
        "inferred", "tier", "newest", "depth", "source", "type", descending=[False, False, True, True, False, False]
    )
    found = best.unique("subject", keep="first", maintain_order=True).select(
        pl.col("subject").alias("engagement"), "type"
    )
    kind = statements.filter(_iri("kind")).select(pl.col("subject").alias("engagement"), bare.alias("kind"))
    now = steps.sort("reached", "rank", "step", descending=True, nulls_last=True).unique(
        "engagement", keep="first", maintain_order=True
    )
    now = now.select(
        "engagement",
        "status",
        pl.col("date").alias("status_date"),
        pl.col("earliest").alias("status_earliest"),
        pl.col("latest").alias("status_latest"),
    )

    def several(property_: str, name: str) -> pl.DataFrame:
        return (
            statements.filter(_iri(property_))
            .group_by(pl.col("subject").alias("engagement"))
            .agg(bare.sort().alias(name))
        )

    return (
        found.join(kind, on="engagement", how="left")
        .join(now, on="engagement", how="left")
        .join(several("sector", "sectors"), on="engagement", how="left")
        .join(several("place", "places"), on="engagement", how="left")
        .with_columns(pl.col("sectors", "places").fill_null([]))
        .sort("engagement")
    )


def _parties(statements: pl.DataFrame, engagements: pl.DataFrame, ontology: Ontology) -> pl.DataFrame:
    unnamed = statements.filter((pl.col("property") == namespaces.TYPE) & (pl.col("value") == UNNAMED))[
        "subject"
    ].implode()
    return (
        statements.filter(pl.col("property").is_in(sorted(ontology.roles)))
        .select(
            pl.col("subject").alias("engagement"),
            pl.col("property").alias("role"),
            pl.col("value").str.strip_chars("<>").alias("agent"),
            "inferred",
            "sources",
        )
        .join(engagements.select("engagement"), on="engagement", how="semi")
        .with_columns(pl.col("agent").is_in(unnamed).alias("unnamed"))
        .select("engagement", "role", "agent", "inferred", "unnamed", "sources")
        .sort("engagement", "role", "agent")
    )
