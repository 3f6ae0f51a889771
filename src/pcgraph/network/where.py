"""One set of filters for every projection, applied to the tables before anything is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from pcgraph.current import Tables, derive
from pcgraph.errors import UsageError, nearest
from pcgraph.model import Model
from pcgraph.terms import PCG, SECTOR, V, expand, local
from pcgraph.things import Thing


@dataclass(frozen=True)
class Where:
    """What is drawn. Everything is optional; the default draws all that is stated between named agents.

    Attributes
    ----------
    relations : tuple of str
        Names of derived relations (``signsWith``); empty for all between agents. Only for the projection `relations`.
    status : str
        A set (``realised``) or a status (``signed``): engagements whose current status is in it.
    sector : str
        A sector, with the narrower ones.
    country : str
        Agents of this country.
    kind : str
        Agents of this class or one below it (``PublicBody``).
    since, until : date or None
        Engagements of which a step can lie in this period, ends included; an undated step lies before its source.
    groups, unnamed, inferred : bool
        Let described groups, parties without a name, and roles that are only a reading take part.
    fold_parents : bool
        Draw a company as its topmost parent company.
    fold_initiatives : bool
        Count an initiative with the agreement or talks that cover it, so that a tie counts once. The projection
        `relations` is not touched by it: there each relation is a fact of its own.
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


def engagements(tables: Tables, model: Model, where: Where) -> pl.DataFrame:
    """Give the engagements that pass the filters, in the columns of the table.

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
    """Give the agents that pass the filters.

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
    kinds = {local(iri) for iri in model.below(where.kind)} if where.kind else classes
    kinds -= {name for name, kept in (("Group", where.groups), ("UnnamedParty", where.unnamed)) if not kept}
    return {iri for iri, thing in things.items() if thing.kind in kinds and (not country or thing.country == country)}


def parties(tables: Tables, things: Mapping[str, Thing], model: Model, where: Where) -> pl.DataFrame:
    """Give engagement, role, agent, sources of every party that passes the filters, folded as asked; no repeats."""
    found = tables.parties.filter(pl.lit(where.inferred) | ~pl.col("inferred"))
    found = found.join(engagements(tables, model, where).select("engagement"), on="engagement", how="semi")
    if where.fold_parents:
        found = found.with_columns(_replaced("agent", parents(things, model)))
    found = found.filter(pl.col("agent").is_in(sorted(agents(things, model, where))))
    if where.fold_initiatives:
        found = found.with_columns(_replaced("engagement", covered(tables, model)))
    return (
        found.select("engagement", "role", "agent", "sources")
        .unique(["engagement", "role", "agent"])
        .sort("engagement", "role", "agent")
    )


def ties(tables: Tables, things: Mapping[str, Thing], model: Model, where: Where) -> pl.DataFrame:
    """Give the rows of the table `relations` that pass the filters on engagements, folded as asked."""
    found = (
        tables.relations
        if not where.inferred and not where.unnamed
        else derive(tables, model, inferred=where.inferred, unnamed=where.unnamed)
    )
    found = found.join(engagements(tables, model, where).select("engagement"), on="engagement", how="semi")
    if where.fold_parents:
        top = parents(things, model)
        found = found.with_columns(_replaced("from", top), _replaced("to", top)).filter(pl.col("from") != pl.col("to"))
        found = found.unique(["relation", "from", "to", "engagement"], keep="first", maintain_order=True)
    return found.sort("relation", "from", "to", "engagement")


def _replaced(column: str, mapping: Mapping[str, str]) -> pl.Expr:
    return pl.col(column).replace(dict(mapping)) if mapping else pl.col(column)


def parents(things: Mapping[str, Thing], model: Model) -> dict[str, str]:
    """Map each company to its topmost parent that is a company too; a circle of parents stops where it closes."""
    companies = {local(iri) for iri in model.below("Company")}
    found = {}
    for iri, thing in things.items():
        seen, top = {iri}, iri
        while thing.kind in companies and thing.parent and thing.parent not in seen and thing.parent in things:
            thing = things[thing.parent]
            seen.add(thing.iri)
            top = thing.iri if thing.kind in companies else top
        if top != iri:
            found[iri] = top
    return found


def covered(tables: Tables, model: Model) -> dict[str, str]:
    """Map each initiative to the one engagement that covers it: an agreement before talks, then the lower IRI."""
    said = tables.statements.filter(pl.col("property") == PCG + "covers")
    types = dict(tables.engagements.select("engagement", "type").iter_rows())
    agreements = model.below("Agreement")
    found: dict[str, str] = {}
    pairs = [
        (types.get(one) not in agreements, one, other.strip("<>"))
        for one, other in said.select("subject", "value").rows()
    ]
    for _, one, other in sorted(pairs):
        found.setdefault(other, one)
    return found
