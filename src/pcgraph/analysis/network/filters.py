"""The filters of all projections, which are applied to the tables before a network is built."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date

import polars as pl

from pcgraph.belief.resolution import Tables, derive
from pcgraph.errors import UsageError, nearest
from pcgraph.model.entities import Thing
from pcgraph.model.namespaces import PCG, SECTOR, V, expand, local
from pcgraph.model.ontology import Model


@dataclass(frozen=True)
class Where:
    """The filters of a network. All are optional; the default includes everything that is stated of named agents.

    Attributes
    ----------
    relations : tuple of str
        Names of derived relations (``signsWith``); empty for all. In other projections than `relations`, only parties
        that such a relation connects in the engagement count.
    status : str
        A set of statuses (``realised``) or a status (``signed``): engagements whose current status is in it. It applies
        to each engagement's own status, before initiatives are merged.
    sector : str
        A sector, including the narrower ones.
    country : str
        Agents of this country; a tie needs two.
    kind : str
        Agents of this class or a subclass (``PublicBody``).
    since, until : date or None
        Engagements of which a step may lie in this period, both days included. An undated step lies before its source;
        an engagement without steps is never in the period.
    groups, unnamed, inferred : bool
        Include described groups, parties without a name, and inferred facts (roles, which engagement covers which).
    fold_parents : bool
        Replace a company by its topmost parent company. The filters on agents then apply to the parent.
    fold_initiatives : bool
        Merge an initiative into the agreement or talks that cover it, so that a tie counts once. The agreement has the
        parties of both; it is one node in `bipartite` and `engagements`, and one shared engagement in `partners`. An
        initiative whose agreement is filtered out is not merged. The projection `relations` ignores this option, since
        each relation is a separate fact.

    Raises
    ------
    UsageError
        If the period ends before it begins.
    """

    relations: tuple[str, ...] = ()
    status: str = ""
    sector: str = ""
    country: str = ""
    kind: str = ""
    since: date | None = None
    until: date | None = None
    groups: bool = False
    unnamed: bool = False
    inferred: bool = False
    fold_parents: bool = False
    fold_initiatives: bool = True

    def __post_init__(self) -> None:
        """Check that the period does not end before it begins."""
        if self.since and self.until and self.since > self.until:
            raise UsageError(f"since {self.since}: after until {self.until}; expected the earlier day first; swap them")

    def __str__(self) -> str:
        """Return the filters that differ from the default.

        >>> str(Where(status="entered", groups=True))
        'status=entered, groups=True'
        """
        chosen = [(f.name, getattr(self, f.name)) for f in fields(self) if getattr(self, f.name) != f.default]
        return ", ".join(f"{name}={'|'.join(v) if isinstance(v, tuple) else v}" for name, v in chosen)


def engagements(tables: Tables, model: Model, where: Where) -> pl.DataFrame:
    """Return the engagements that pass the filters, with the columns of the table.

    Raises
    ------
    UsageError
        If a status or sector is unknown.
    """
    found = tables.engagements
    if where.status:
        wanted = model.sets.get(V + where.status, frozenset({V + where.status}))
        if not wanted <= model.ranks.keys():
            names = [local(iri) for iri in (*model.sets, *model.ranks)]
            raise UsageError(
                f"status {where.status!r}: unknown; expected a status or a set; {nearest(where.status, names)}"
            )
        found = found.filter(pl.col("status").is_in(sorted(wanted)))
    if where.sector:
        top = expand(where.sector, SECTOR)
        inside = {iri for iri, above in model.broader.items() if top in above} | {top}
        if top not in model.labels and top not in set(found["sectors"].explode().drop_nulls()):
            names = [local(iri) for iri in model.labels if iri.startswith(SECTOR)]
            raise UsageError(f"sector {where.sector!r}: unknown; expected a sector; {nearest(where.sector, names)}")
        found = found.filter(pl.col("sectors").list.eval(pl.element().is_in(sorted(inside))).list.any())
    if where.since or where.until:
        low = pl.col("earliest").fill_null(pl.date(1, 1, 1))
        high = pl.coalesce("latest", "reached").fill_null(pl.date(9999, 12, 31))
        steps = tables.steps.filter((low <= (where.until or date.max)) & (high >= (where.since or date.min)))
        found = found.join(steps, on="engagement", how="semi")
    return found


def agents(things: Mapping[str, Thing], model: Model, where: Where) -> set[str]:
    """Return the agents that pass the filters.

    Raises
    ------
    UsageError
        If the class or country is unknown.
    """
    classes = {local(iri) for iri in model.agent_classes}
    if where.kind and where.kind not in classes:
        raise UsageError(f"kind {where.kind!r}: unknown; expected a class of agents; {nearest(where.kind, classes)}")
    country = expand(where.country) if where.country else ""
    countries = {thing.country for thing in things.values() if thing.country}
    if country and country not in countries:
        raise UsageError(
            f"country {where.country!r}: no agent has it; expected a country; "
            f"{nearest(where.country, map(local, countries))}"
        )
    kinds = {local(iri) for iri in model.subterms(where.kind)} if where.kind else classes
    kinds -= {name for name, kept in (("Group", where.groups), ("UnnamedParty", where.unnamed)) if not kept}
    return {iri for iri, thing in things.items() if thing.kind in kinds and (not country or thing.country == country)}


def parties(tables: Tables, things: Mapping[str, Thing], model: Model, where: Where) -> pl.DataFrame:
    """Return engagement, role, agent, sources of every party that passes the filters, merged; without duplicates."""
    return _merge(party_rows(tables, things, model, where), "engagement", "role", "agent")


def party_rows(tables: Tables, things: Mapping[str, Thing], model: Model, where: Where) -> pl.DataFrame:
    """Return the rows of `parties` with the duplicates that merging causes, which is three times as fast."""
    found = tables.parties.filter(pl.lit(where.inferred) | ~pl.col("inferred"))
    held = engagements(tables, model, where)
    kept = held.select("engagement")
    if held is not tables.engagements:
        found = found.join(kept, on="engagement", how="semi")
    if where.relations:
        tied = _relations(tables, model, where)
        ends = [tied.select("engagement", pl.col(end).alias("agent")) for end in ("from", "to")]
        found = found.join(pl.concat(ends), on=["engagement", "agent"], how="semi")
    if where.fold_parents:
        found = found.with_columns(_replaced("agent", parents(things, model)))
    found = found.filter(pl.col("agent").is_in(sorted(agents(things, model, where))))
    if where.fold_initiatives:
        found = found.with_columns(_replaced("engagement", covering_engagements(tables, model, where, kept)))
    return found


def ties(tables: Tables, things: Mapping[str, Thing], model: Model, where: Where) -> pl.DataFrame:
    """Return the rows of the table `relations` that pass the filters on engagements, merged."""
    found = _relations(tables, model, where)
    found = found.join(engagements(tables, model, where).select("engagement"), on="engagement", how="semi")
    if not where.fold_parents:
        return found.sort("relation", "from", "to", "engagement")
    top = parents(things, model)
    found = found.with_columns(_replaced("from", top), _replaced("to", top)).filter(pl.col("from") != pl.col("to"))
    return _merge(found, "relation", "from", "to", "engagement")


def _relations(tables: Tables, model: Model, where: Where) -> pl.DataFrame:
    """Return the relations of the requested names, with inferred facts and unnamed parties if requested.

    Raises
    ------
    UsageError
        If a relation is unknown.
    """
    declared = {relation.iri for relation in model.relations}
    wanted = {expand(name, PCG) for name in where.relations}
    for name in where.relations:
        if expand(name, PCG) not in declared:
            raise UsageError(
                f"relation {name!r}: unknown; expected a derived relation; {nearest(name, map(local, declared))}"
            )
    found = tables.relations
    if where.inferred or where.unnamed:
        found = derive(tables, model, inferred=where.inferred, unnamed=where.unnamed)
    return found.filter(pl.col("relation").is_in(sorted(wanted))) if wanted else found


def _merge(frame: pl.DataFrame, *names: str) -> pl.DataFrame:
    """Combine equal rows into one that has the sources of all."""
    return frame.explode("sources").group_by(names).agg(pl.col("sources").unique().sort()).sort(names)


def _replaced(column: str, mapping: Mapping[str, str]) -> pl.Expr:
    return pl.col(column).replace(dict(mapping)) if mapping else pl.col(column)


def parents(things: Mapping[str, Thing], model: Model) -> dict[str, str]:
    """Return each company's topmost parent that is a company; a company whose parents form a circle has none."""
    companies = {local(iri) for iri in model.subterms("Company")}
    found = {}
    for iri in things:
        seen, top = [iri], iri
        while (parent := things[top].parent) in things and things[top].kind in companies:
            if parent in seen or things[str(parent)].kind not in companies:
                break
            top = str(parent)
            seen.append(top)
        if top != iri and things[top].parent not in seen:
            found[iri] = top
    return found


def covering_engagements(tables: Tables, model: Model, where: Where, kept: pl.DataFrame) -> dict[str, str]:
    """Return, for each initiative, the engagement of `kept` that covers it: agreements first, then the lower IRI."""
    said = tables.statements.filter(
        (pl.col("property") == PCG + "covers") & (pl.lit(where.inferred) | ~pl.col("inferred"))
    ).select(pl.col("subject").alias("engagement"), pl.col("value").str.strip_chars("<>").alias("initiative"))
    types = tables.engagements.join(kept, on="engagement", how="semi").select("engagement", "type")
    initiatives, agreements = sorted(model.subterms("Initiative")), sorted(model.subterms("Agreement"))
    pairs = (
        said.join(types.filter(~pl.col("type").is_in(initiatives)), on="engagement")
        .sort(~pl.col("type").is_in(agreements), "engagement")
        .unique("initiative", keep="first", maintain_order=True)
    )
    return dict(pairs.select("initiative", "engagement").iter_rows())
