"""The belief function: from evidence to what is believed.

Queries, networks, pages and resampling all use the tables that it returns. The steps are, in this order: sources in
scope (done by `pcgraph.belief.evidence`), verdicts, one value for each functional property, steps and current status,
unnamed parties, relations. All functions are pure: they read and write no files and keep no state.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace

import polars as pl

from pcgraph.belief import identity
from pcgraph.belief.evidence import Evidence
from pcgraph.errors import InvalidInput
from pcgraph.model import namespaces
from pcgraph.model.dates import bounds
from pcgraph.model.namespaces import PCG, V, XSD
from pcgraph.model.ontology import Model, Relation

NUMBERS: dict[str, type[pl.DataType]] = {  # columns of numbers: each group is from one source
    "amount": pl.Float64, "amount_at_least": pl.Float64, "amount_at_most": pl.Float64, "currency": pl.String,
    "amount_per": pl.String, "constant_prices": pl.String, "amount_approximate": pl.Boolean,
    "claimed_amount": pl.Float64, "claimed_currency": pl.String,
    "quantity": pl.Float64, "quantity_at_least": pl.Float64, "quantity_at_most": pl.Float64, "quantity_of": pl.String,
    "quantity_per": pl.String, "quantity_approximate": pl.Boolean,
}  # fmt: skip
NUMBER_NAMES = [re.sub("_(.)", lambda found: found[1].upper(), name) for name in NUMBERS]
TRUE = f'"true"^^<{XSD}boolean>'
UNNAMED = f"<{PCG}UnnamedParty>"
KEY = ("subject", "property")


@dataclass(frozen=True)
class Tables:
    """What is believed, as data frames. IRIs are plain strings; each frame is sorted by its first columns.

    Attributes
    ----------
    statements : subject, property, value (N-Triples term), inferred, sources (list)
    engagements : engagement, type, kind, status, status_date (EDTF), status_earliest, status_latest, starts_earliest,
        ends_latest, the columns of `NUMBERS`, sectors (list), places (list)
    parties : engagement, role, agent, inferred, unnamed, sources (list)
    representations : engagement, agent, body, role, inferred, sources (list): who acts for whom
    steps : step, engagement, status, rank, date (EDTF), earliest, latest, inferred, reached, order, the columns of
        `NUMBERS`, sources (list)
    relations : relation, from, to, engagement, sources (list); a symmetric one has a row for each direction
    readings : subject, property, value, source: what a source does not say in words, and we read in it
    sources : source, tier (1 best), known (day from which it counts), oldest, newest (of its own date, or null), voice
        (the source that represents its voice)
    """

    statements: pl.DataFrame
    engagements: pl.DataFrame
    parties: pl.DataFrame
    representations: pl.DataFrame
    steps: pl.DataFrame
    relations: pl.DataFrame
    readings: pl.DataFrame
    sources: pl.DataFrame

    def __getitem__(self, name: str) -> pl.DataFrame:
        """Return a table by its name."""
        frame: pl.DataFrame = getattr(self, name)
        return frame

    @classmethod
    def names(cls) -> list[str]:
        """Return the names of the tables."""
        return [field.name for field in fields(cls)]


def believe(evidence: Evidence, model: Model) -> Tables:
    """Compute what is believed from the evidence.

    Parameters
    ----------
    evidence : Evidence
        The columns of the sources in scope.
    model : Model
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
    facts = _judge(folded_facts, verdicts, model).join(evidence.sources.drop("voice", "oldest"), on="source", how="left")
    statements = _name_parties(_state(facts, model), facts, verdicts, model)
    statements = pl.concat([statements, identity.statements(folded)]).sort(*KEY, "value")
    steps = _steps(statements, facts, model)
    engagements = _engagements(statements, steps, facts, model)
    parties = _parties(statements, engagements, model)
    readings = facts.filter("inferred").select(*KEY, "value", "source").unique().sort(*KEY, "value", "source")
    tables = Tables(
        statements, engagements, parties, _representations(statements, engagements), steps, pl.DataFrame(), readings,
        evidence.sources.sort("source"),
    )  # fmt: skip
    return replace(tables, relations=derive(tables, model))


def _state(facts: pl.DataFrame, model: Model) -> pl.DataFrame:
    """Combine facts into statements with all their sources; functional properties keep only the chosen value."""
    alone = pl.col("property").is_in(sorted(model.functional))
    chosen = facts.filter(alone).join(_choose(facts, model).select(*KEY, "value"), on=[*KEY, "value"], how="semi")
    said = pl.concat([facts.filter(~alone).select(chosen.columns), chosen])
    said = said.select(*KEY, "value", "inferred", pl.col("source").alias("sources"))
    return _gathered(said, [*KEY, "value"], pl.col("inferred").all())


def derive(tables: Tables, model: Model, *, inferred: bool = False, unnamed: bool = False) -> pl.DataFrame:
    """Derive the direct relations that the ontology declares, and that can be printed.

    One source states both ends in words, and some source states the status in words. Nothing is related to itself, two
    signatories of one side are not related, and an agent that acts for another one ends no relation.

    Parameters
    ----------
    inferred, unnamed : bool
        Also derive relations that rest on a reading of ours, or from parties without a name.

    Returns
    -------
    polars.DataFrame
        relation, from, to, engagement, sources (those that state both ends); sorted.
    """
    names = ["relation", "from", "to", "engagement"]
    ends = _ends(tables, model, inferred, unnamed)
    rows = [_relation(relation, tables, ends, model, inferred) for relation in model.relations]
    none = pl.DataFrame(schema=dict.fromkeys([*names, "sources"], pl.String()))
    return _gathered(pl.concat([none, *rows]), names).sort(names)


def _ends(tables: Tables, model: Model, inferred: bool, unnamed: bool) -> pl.DataFrame:
    """Return everything that can be the end of a relation: engagement, role, end, sources (one); with duplicates."""
    said = [tables.parties.rename({"agent": "end"})]
    others = {relation.to_role for relation in model.relations if relation.to_role} - model.roles
    values = tables.statements.filter(pl.col("property").is_in(sorted(others)))
    said.append(
        values.select(
            pl.col("subject").alias("engagement"),
            pl.col("property").alias("role"),
            pl.col("value").str.strip_chars("<>").alias("end"),
            "inferred",
            pl.lit(False).alias("unnamed"),
            "sources",
        )
    )
    ends = pl.concat(said).filter((pl.lit(inferred) | ~pl.col("inferred")) & (pl.lit(unnamed) | ~pl.col("unnamed")))
    acting = tables.representations.select("engagement", pl.col("agent").alias("end"))
    ends = ends.join(acting, on=["engagement", "end"], how="anti").explode("sources")
    if not inferred:
        ends = ends.join(_read_ends(tables), on=["engagement", "role", "end", "sources"], how="anti")
    return ends.select("engagement", "role", "end", "sources")


def _read_ends(tables: Tables) -> pl.DataFrame:
    """Return engagement, role, end, sources: the ends that are a reading in a source."""
    return tables.readings.select(
        pl.col("subject").alias("engagement"),
        pl.col("property").alias("role"),
        pl.col("value").str.strip_chars("<>").alias("end"),
        pl.col("source").alias("sources"),
    )


def sides(tables: Tables) -> pl.DataFrame:
    """Return engagement, end, side: the sides of an instrument, from the best source that names them.

    A source in which one of the sides is a reading comes after those that state them.
    """
    said = tables.parties.filter(pl.col("role").is_in([PCG + "firstParty", PCG + "secondParty"])).explode("sources")
    said = said.rename({"agent": "end"})
    read = said.join(_read_ends(tables), on=["engagement", "role", "end", "sources"], how="semi")
    read = read.select("engagement", "sources", pl.lit(True).alias("read")).unique()
    ranked = said.join(read, on=["engagement", "sources"], how="left").with_columns(pl.col("read").fill_null(False))
    ranked = ranked.join(tables.sources, left_on="sources", right_on="source").sort(
        "read", "tier", "newest", "sources", descending=[False, False, True, False], nulls_last=True
    )
    best = ranked.unique("engagement", keep="first", maintain_order=True).select("engagement", "sources")
    found = ranked.join(best, on=["engagement", "sources"], how="semi")
    return found.select("engagement", "end", pl.col("role").alias("side"))


def _gathered(rows: pl.DataFrame, names: list[str], *more: pl.Expr) -> pl.DataFrame:
    """Group rows that agree in `names`; their sources become a sorted list without duplicates.

    Nearly every row is unique, and grouping costs several times as much as finding that out. So only rows with a
    repeated hash are grouped; a hash collision does no harm.
    """
    repeated = rows.select(pl.struct(names).hash()).to_series().is_duplicated()
    alone = rows.filter(~repeated).with_columns(pl.concat_list("sources"))
    several = rows.filter(repeated).group_by(names).agg(*more, pl.col("sources").unique().sort())
    return pl.concat([alone.select(several.columns), several])


def _relation(relation: Relation, tables: Tables, ends: pl.DataFrame, model: Model, inferred: bool) -> pl.DataFrame:
    """Return the rows of one relation, one for each source that states both ends."""
    ties = ends.filter(pl.col("role").is_in(sorted(model.subterms_of(relation.from_role)))).select(
        "engagement", pl.col("end").alias("from"), "sources"
    )
    ties = ties.unique().join(_holding(relation, tables, model, inferred), on="engagement", how="semi")
    if relation.to_role is None:
        ties = ties.with_columns(pl.col("engagement").alias("to"))
    else:
        other = ends.filter(pl.col("role").is_in(sorted(model.subterms_of(relation.to_role))))
        other = other.select("engagement", pl.col("end").alias("to"), "sources").unique()
        ties = ties.join(other, on=["engagement", "sources"])
    if relation.symmetric:
        side = sides(tables)
        near = ties.join(side, left_on=["engagement", "from"], right_on=["engagement", "end"])
        same = near.join(side, left_on=["engagement", "to", "side"], right_on=["engagement", "end", "side"], how="semi")
        ties = ties.join(same, on=["engagement", "from", "to"], how="anti")
    return ties.filter(pl.col("from") != pl.col("to")).select(
        pl.lit(relation.iri).alias("relation"), "from", "to", "engagement", "sources"
    )


def _holding(relation: Relation, tables: Tables, model: Model, inferred: bool) -> pl.DataFrame:
    """Return the engagements of which the status makes the relation hold.

    By what is stated in words: a status that is only our reading neither makes a relation nor ends one. With
    `inferred`, by either.
    """
    stated = tables.steps.filter(~pl.col("inferred"))
    holds = tables.engagements.select("engagement")
    if relation.once:
        steps = tables.steps if inferred else stated
        holds = holds.join(steps.filter(pl.col("status").is_in(sorted(relation.once))), on="engagement", how="semi")
    if relation.while_:
        now = [current_steps(stated, model)] + ([current_steps(tables.steps, model)] if inferred else [])
        held = pl.concat(now).filter(pl.col("status").is_in(sorted(relation.while_)))
        holds = holds.join(held, on="engagement", how="semi")
    return holds


def _judge(facts: pl.DataFrame, verdicts: pl.DataFrame, model: Model) -> pl.DataFrame:
    """Drop values that verdicts reject. If a verdict prefers a value that a source in scope gives, keep only that.

    With a part of a number, all that belongs to the number in the same source is dropped. A verdict that names more of
    a number, such as its currency, concerns only sources that state that too.
    """
    whole = ["subject", "group", "source"]
    facts = facts.with_columns(pl.col("property").replace(model.chosen_with).alias("group"))
    rejected = verdicts.filter(pl.col("rejects").is_not_null()).select(*KEY, pl.col("rejects").alias("value"), "given")
    gone = facts.join(rejected.filter(pl.col("given").list.len() == 0), on=[*KEY, "value"], how="semi")
    for subject, property_, value, given in rejected.filter(pl.col("given").list.len() > 0).iter_rows():
        own = facts.filter(pl.col("subject") == subject)
        same = own.filter((pl.col("property") == property_) & (pl.col("value") == value))
        for text in given:
            other, _, said = text.partition(" ")
            naming = own.filter((pl.col("property") == other) & (pl.col("value") == said))
            same = same.join(naming, on="source", how="semi")
        gone = pl.concat([gone, same])
    kept = facts.join(gone, on=[*KEY, "value", "source"], how="anti")
    wanted = verdicts.filter(pl.col("prefers").is_not_null()).select(*KEY, pl.col("prefers").alias("value"))
    found = kept.join(wanted, on=[*KEY, "value"], how="semi")
    others = kept.join(found, on=KEY, how="semi").join(found, on=[*KEY, "value"], how="anti")
    gone = pl.concat([gone, others])
    parts = gone.filter(pl.col("property").is_in(sorted(model.group_leaders | model.chosen_with.keys())))
    rivals = kept.join(found, on=["subject", "group"], how="semi")
    numbers = pl.concat([parts, rivals]).join(found, on=whole, how="anti")
    return facts.join(gone, on=[*KEY, "value", "source"], how="anti").join(numbers, on=whole, how="anti").drop("group")


def _choose(facts: pl.DataFrame, model: Model) -> pl.DataFrame:
    """Choose one value for each functional property: stated before inferred, then by precision, tier, date and slug.

    Precision is compared among dates whose bounds overlap those of the best source. A number is a group, such as an
    amount with its currency and its bounds, and is taken as a whole from one source.
    """
    order = ("inferred", "tier", "newest", "source", "value")
    descending = [False, False, True, False, False]
    functional = facts.filter(pl.col("property").is_in(sorted(model.functional)))
    grouped = pl.col("property").is_in(sorted(model.group_leaders | model.chosen_with.keys()))
    ranked = functional.filter(~grouped).sort(order, descending=descending, nulls_last=True)
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
    return pl.concat([best, _choose_numbers(functional.filter(grouped), model).select(best.columns)])


def _choose_numbers(facts: pl.DataFrame, model: Model) -> pl.DataFrame:
    """Choose one source for each number, and take everything that belongs to the number from it.

    A number is approximate only if every source of it says so.
    """
    whole = ["subject", "group"]
    facts = facts.with_columns(pl.col("property").replace(model.chosen_with).alias("group"))
    read = pl.col("inferred").any().over("subject", "group", "source").alias("read")
    ranked = facts.with_columns(read).sort(
        "read", "tier", "newest", "source", "value", descending=[False, False, True, False, False], nulls_last=True
    )
    best = ranked.unique(whole, keep="first", maintain_order=True).select(*whole, "source")
    chosen = ranked.join(best, on=[*whole, "source"], how="semi").unique(KEY, keep="first", maintain_order=True)
    rough = pl.col("property").str.ends_with("Approximate")
    text = pl.format("{} {}", "property", "value").unique().sort().str.join("\n").alias("text")
    numbers = facts.filter(~rough).group_by(*whole, "source").agg(text)
    believed = numbers.join(best, on=[*whole, "source"], how="semi")
    same = numbers.join(believed, on=[*whole, "text"], how="semi")
    exact = same.join(facts.filter(rough & (pl.col("value") == TRUE)), on=[*whole, "source"], how="anti")
    return pl.concat([chosen.filter(~rough), chosen.filter(rough).join(exact, on=whole, how="anti")])


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


def _name_parties(statements: pl.DataFrame, facts: pl.DataFrame, verdicts: pl.DataFrame, model: Model) -> pl.DataFrame:
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
    roles = statements.filter(pl.col("property").is_in(sorted(model.roles))).with_columns(
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


def _steps(statements: pl.DataFrame, facts: pl.DataFrame, model: Model) -> pl.DataFrame:
    """Return every step with its dates.

    `reached` is the last possible day of the step or, without a date, the day of its first source. `order`, by which the
    current status is found, is the same, but null if the source has no date of its own either.
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
    known = facts.filter(_iri("step")).group_by(bare.alias("step")).agg(pl.col("known", "newest").min())
    ranks = pl.DataFrame(
        {"status": list(model.ranks), "rank": list(model.ranks.values())},
        schema={"status": pl.String, "rank": pl.Int64},
    )
    return (
        steps.join(status.unique("step", keep="first", maintain_order=True), on="step")
        .join(dates, on="step", how="left")
        .join(known, on="step", how="left")
        .join(ranks, on="status", how="left")
        .with_columns(
            (pl.col("inferred") | pl.col("read")).alias("inferred"),
            pl.coalesce("latest", "known").alias("reached"),
            pl.coalesce("latest", "newest").alias("order"),
        )
        .join(_numbers(statements), left_on="step", right_on="subject", how="left")
        .select(
            "step", "engagement", "status", "rank", "date", "earliest", "latest", "inferred", "reached", "order",
            *NUMBERS, "sources",
        )
        .sort("step", "engagement")
    )


def current_steps(steps: pl.DataFrame, model: Model) -> pl.DataFrame:
    """Return the step of each engagement that decides its current status.

    If something was realised or has ended, earlier stages without a date of their own are set aside: a plan that is
    repeated later does not undo a deed. Then the highest `order`, `rank` and IRI decides. A step without any day, not
    even that of a source, counts only if it is further than the step that was found: it may have been before it.
    """
    early = pl.col("status").is_in(sorted(model.sets[V + "prospective"] | model.sets[V + "entered"]))
    done = steps.filter(pl.col("status").is_in(sorted(model.sets[V + "realised"] | model.sets[V + "ended"])))
    aside = steps.filter(early & pl.col("date").is_null()).join(done, on="engagement", how="semi")
    rest = steps.join(aside, on=["step", "engagement"], how="anti")
    best = rest.sort("order", "rank", "step", descending=True, nulls_last=True).unique(
        "engagement", keep="first", maintain_order=True
    )
    least = best.select("engagement", pl.col("rank").alias("least"))
    further = rest.filter(pl.col("order").is_null()).join(least, on="engagement").filter(pl.col("rank") > pl.col("least"))
    further = further.sort("rank", "step", descending=True).unique("engagement", keep="first", maintain_order=True)
    return pl.concat([best.join(further, on="engagement", how="anti"), further.select(best.columns)])


def _bounds(statements: pl.DataFrame, property_: str) -> pl.DataFrame:
    dated = statements.filter(_iri(property_))
    return dated.join(_spans(dated), on="value").rename({"subject": "engagement"})


def _numbers(statements: pl.DataFrame) -> pl.DataFrame:
    """Return the columns of `NUMBERS` for each subject that has any."""
    said = statements.filter(pl.col("property").is_in([PCG + name for name in NUMBER_NAMES]))
    value = pl.col("value").str.extract(r'^"([^"]*)"').fill_null(pl.col("value").str.strip_chars("<>"))
    wide = said.with_columns(value).pivot("property", index="subject", values="value", aggregate_function="first")
    columns = [
        (pl.col(PCG + name) if PCG + name in wide.columns else pl.lit(None, pl.String)).alias(column)
        for name, column in zip(NUMBER_NAMES, NUMBERS, strict=True)
    ]
    wide = wide.select("subject", *columns)
    return wide.with_columns(
        pl.col(name).cast(pl.Float64, strict=False) if kind == pl.Float64 else pl.col(name) == "true"
        for name, kind in NUMBERS.items()
        if kind != pl.String
    )


def _engagements(statements: pl.DataFrame, steps: pl.DataFrame, facts: pl.DataFrame, model: Model) -> pl.DataFrame:
    bare = pl.col("value").str.strip_chars("<>")
    typed = facts.filter(
        (pl.col("property") == namespaces.TYPE) & bare.is_in(sorted(model.engagement_classes))
    ).with_columns(
        bare.alias("type"),
        bare.replace_strict({iri: len(up) for iri, up in model.supers.items()}, default=0).alias("depth"),
    )
    best = typed.sort(
        "inferred", "tier", "newest", "depth", "source", "type", descending=[False, False, True, True, False, False]
    )
    found = best.unique("subject", keep="first", maintain_order=True).select(
        pl.col("subject").alias("engagement"), "type"
    )
    kind = statements.filter(_iri("kind")).select(pl.col("subject").alias("engagement"), bare.alias("kind"))
    now = current_steps(steps, model).select(
        "engagement",
        "status",
        pl.col("date").alias("status_date"),
        pl.col("earliest").alias("status_earliest"),
        pl.col("latest").alias("status_latest"),
    )
    ends = [
        _bounds(statements, "starts").select("engagement", pl.col("earliest").alias("starts_earliest")),
        _bounds(statements, "ends").select("engagement", pl.col("latest").alias("ends_latest")),
    ]

    def several(property_: str, name: str) -> pl.DataFrame:
        return (
            statements.filter(_iri(property_))
            .group_by(pl.col("subject").alias("engagement"))
            .agg(bare.sort().alias(name))
        )

    return (
        found.join(kind, on="engagement", how="left")
        .join(now, on="engagement", how="left")
        .join(ends[0], on="engagement", how="left")
        .join(ends[1], on="engagement", how="left")
        .join(_numbers(statements), left_on="engagement", right_on="subject", how="left")
        .join(several("sector", "sectors"), on="engagement", how="left")
        .join(several("place", "places"), on="engagement", how="left")
        .with_columns(pl.col("sectors", "places").fill_null([]))
        .sort("engagement")
    )


def _parties(statements: pl.DataFrame, engagements: pl.DataFrame, model: Model) -> pl.DataFrame:
    unnamed = statements.filter((pl.col("property") == namespaces.TYPE) & (pl.col("value") == UNNAMED))[
        "subject"
    ].implode()
    return (
        statements.filter(pl.col("property").is_in(sorted(model.roles)))
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


def _representations(statements: pl.DataFrame, engagements: pl.DataFrame) -> pl.DataFrame:
    """Return who acts for whom in an engagement; inferred if any part of that is."""
    bare = pl.col("value").str.strip_chars("<>")
    found = statements.filter(_iri("representative")).select(
        pl.col("subject").alias("engagement"), bare.alias("node"), "inferred", "sources"
    )
    for name, column in (("agent", "agent"), ("onBehalfOf", "body"), ("inRole", "role")):
        said = statements.filter(_iri(name)).select(
            pl.col("subject").alias("node"), bare.alias(column), pl.col("inferred").alias("read")
        )
        found = found.join(said.unique("node", keep="first", maintain_order=True), on="node")
        found = found.with_columns(pl.col("inferred") | pl.col("read")).drop("read")
    found = found.join(engagements.select("engagement"), on="engagement", how="semi")
    return found.select("engagement", "agent", "body", "role", "inferred", "sources").sort("engagement", "agent", "body")
