"""From what is believed to direct relations: the relations that the ontology declares and that can be printed."""

from __future__ import annotations

import polars as pl

from pcgraph.belief.tables import Tables, gather
from pcgraph.model.namespaces import PCG, V
from pcgraph.model.ontology import Model, Relation

TIE = ("relation", "from", "to", "engagement")


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
    further = (
        rest.filter(pl.col("order").is_null()).join(least, on="engagement").filter(pl.col("rank") > pl.col("least"))
    )
    further = further.sort("rank", "step", descending=True).unique("engagement", keep="first", maintain_order=True)
    return pl.concat([best.join(further, on="engagement", how="anti"), further.select(best.columns)])


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
    ends = _ends(tables, model, inferred, unnamed)
    rows = [_relation(relation, tables, ends, model, inferred) for relation in model.relations]
    none = pl.DataFrame(schema=dict.fromkeys([*TIE, "sources"], pl.String()))
    return gather(pl.concat([none, *rows]), [*TIE]).sort(TIE)


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


def _relation(
    relation: Relation, tables: Tables, ends: pl.DataFrame, model: Model, inferred: bool, *, loose: bool = False
) -> pl.DataFrame:
    """Return the rows of one relation, one for each source that states both ends.

    If `loose`, the two ends may be stated by two sources and stand on one side.
    """
    ties = ends.filter(pl.col("role").is_in(sorted(model.subterms_of(relation.from_role)))).select(
        "engagement", pl.col("end").alias("from"), "sources"
    )
    ties = ties.unique().join(_holding(relation, tables, model, inferred), on="engagement", how="semi")
    if relation.to_role is None:
        ties = ties.with_columns(pl.col("engagement").alias("to"))
    else:
        other = ends.filter(pl.col("role").is_in(sorted(model.subterms_of(relation.to_role))))
        other = other.select("engagement", pl.col("end").alias("to"), "sources").unique()
        if loose:
            ties = ties.join(other.drop("sources"), on="engagement")
        else:
            ties = ties.join(other, on=["engagement", "sources"])
    if relation.symmetric and not loose:
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


def kept_out(tables: Tables, model: Model) -> pl.DataFrame:
    """Return the ties that roles and statuses suggest and that cannot be printed.

    Returns
    -------
    polars.DataFrame
        relation, from, to, engagement, why; sorted.
    """
    ends = _ends(tables, model, inferred=True, unnamed=False)
    rows = [_relation(relation, tables, ends, model, inferred=True, loose=True) for relation in model.relations]
    read = derive(tables, model, inferred=True).select(*TIE, pl.lit(True).alias("one_source"))
    names = sides(tables)
    near = names.rename({"end": "from"}).join(names.rename({"end": "to"}), on=["engagement", "side"])
    near = near.select("engagement", "from", "to", pl.lit(True).alias("one_side"))
    symmetric = [relation.iri for relation in model.relations if relation.symmetric]
    none = pl.DataFrame(schema=dict.fromkeys([*TIE, "sources"], pl.String()))
    found = pl.concat([none, *rows]).select(TIE).unique().join(tables.relations, on=TIE, how="anti")
    found = found.join(read, on=TIE, how="left").join(near, on=["engagement", "from", "to"], how="left")
    why = (
        pl.when(pl.col("one_side") & pl.col("relation").is_in(symmetric))
        .then(pl.lit("both stand on one side"))
        .when(pl.col("one_source").is_null())
        .then(pl.lit("no single source states both ends"))
        .otherwise(pl.lit("a role or the status is our reading, and not in the words of a source"))
    )
    return found.select(*TIE, why.alias("why")).sort(TIE)
