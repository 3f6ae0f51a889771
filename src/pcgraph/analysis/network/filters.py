"""The filters of all projections, which are applied to the tables before a network is built."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import polars as pl

from pcgraph.analysis.network.people import acting_for, fold_people
from pcgraph.analysis.network_spec import NetworkSpec
from pcgraph.belief.rule.derivation import derive
from pcgraph.belief.snapshot import Snapshot
from pcgraph.belief.tables import VALUE_IRI, certain
from pcgraph.errors import UsageError, nearest
from pcgraph.model.namespaces import PCG, SECTOR, V, local


def engagements(snapshot: Snapshot, spec: NetworkSpec) -> pl.DataFrame:
    """Return the engagements that pass the filters, with the columns of the table."""
    found = snapshot.tables.engagements
    if spec.status:
        named = snapshot.names.expand(spec.status, V)
        wanted = snapshot.ontology.sets.get(named, frozenset({named}))
        if not wanted <= snapshot.ontology.ranks.keys():
            names = [local(iri) for iri in (*snapshot.ontology.sets, *snapshot.ontology.ranks)]
            raise UsageError(
                f"status {spec.status!r}: unknown; expected a status or a set; {nearest(spec.status, names)}"
            )
        found = found.filter(pl.col("status").is_in(sorted(wanted)))
    if spec.sector:
        top = snapshot.names.expand(spec.sector, SECTOR)
        inside = {iri for iri, above in snapshot.ontology.broader.items() if top in above} | {top}
        if top not in snapshot.ontology.labels and top not in set(found["sectors"].explode().drop_nulls()):
            names = [local(iri) for iri in snapshot.ontology.labels if iri.startswith(SECTOR)]
            raise UsageError(f"sector {spec.sector!r}: unknown; expected a sector; {nearest(spec.sector, names)}")
        found = found.filter(pl.col("sectors").list.eval(pl.element().is_in(sorted(inside))).list.any())
    if spec.since or spec.until:
        low = pl.col("earliest").fill_null(pl.date(1, 1, 1))
        high = pl.coalesce("latest", "reached").fill_null(pl.date(9999, 12, 31))
        steps = snapshot.tables.steps.filter((low <= (spec.until or date.max)) & (high >= (spec.since or date.min)))
        found = found.join(steps, on="engagement", how="semi")
    return found


def agents(snapshot: Snapshot, spec: NetworkSpec) -> set[str]:
    """Return the agents that pass the filters."""
    classes = {local(iri) for iri in snapshot.ontology.agent_classes}
    if spec.kind and spec.kind not in classes:
        raise UsageError(f"kind {spec.kind!r}: unknown; expected a class of agents; {nearest(spec.kind, classes)}")
    country = snapshot.names.expand(spec.country) if spec.country else ""
    countries = {thing.country for thing in snapshot.entities.values() if thing.country}
    if country and country not in countries:
        raise UsageError(
            f"country {spec.country!r}: no agent has it; expected a country; "
            f"{nearest(spec.country, map(local, countries))}"
        )
    kinds = {local(iri) for iri in snapshot.ontology.subterms(spec.kind)} if spec.kind else classes
    kinds -= {name for name, kept in (("Group", spec.groups), ("UnnamedParty", spec.unnamed)) if not kept}
    found = {
        iri
        for iri, thing in snapshot.entities.items()
        if thing.kind in kinds and (not country or thing.country == country)
    }
    if "UnnamedParty" in kinds and not country:  # one that a verdict names is no entity, but may be a party without it
        found |= {*snapshot.tables.parties.filter("unnamed")["agent"]}
    return found


def parties(snapshot: Snapshot, spec: NetworkSpec) -> pl.DataFrame:
    """Return engagement, role, agent, sources of every party that passes the filters, merged; without duplicates."""
    return _merge(party_rows(snapshot, spec), "engagement", "role", "agent")


def party_rows(snapshot: Snapshot, spec: NetworkSpec) -> pl.DataFrame:
    """Return the rows of `parties` with the duplicates that merging causes, which is three times as fast."""
    found = snapshot.tables.parties.filter(certain(spec.inferred))
    held = engagements(snapshot, spec)
    kept = held.select("engagement")
    if held is not snapshot.tables.engagements:
        found = found.join(kept, on="engagement", how="semi")
    if spec.relations:
        tied = _relations(snapshot, spec)
        ends = [tied.select("engagement", agent=pl.col(end)) for end in ("from", "to")]
        found = found.join(pl.concat(ends), on=["engagement", "agent"], how="semi")
    if spec.fold_people:
        found = fold_people(found, acting_for(snapshot, spec), "agent", pl.col("role"))
    if spec.fold_parents:
        found = found.with_columns(_replaced("agent", parents(snapshot)))
    found = found.filter(pl.col("agent").is_in(sorted(agents(snapshot, spec))))
    if spec.fold_initiatives:
        found = found.with_columns(_replaced("engagement", covering_engagements(snapshot, spec, kept)))
    return found


def ties(snapshot: Snapshot, spec: NetworkSpec) -> pl.DataFrame:
    """Return the rows of the table `relations` that pass the filters on engagements, merged."""
    found = _relations(snapshot, spec)
    found = found.join(engagements(snapshot, spec).select("engagement"), on="engagement", how="semi")
    bodies = acting_for(snapshot, spec) if spec.fold_people else None
    if bodies is not None and bodies.height:
        for column, roles in _relation_roles(snapshot).items():
            found = fold_people(found, bodies, column, pl.col("relation").replace_strict(roles, default=""))
    elif not spec.fold_parents:
        return found.sort("relation", "from", "to", "engagement")
    if spec.fold_parents:
        top = parents(snapshot)
        found = found.with_columns(_replaced("from", top), _replaced("to", top))
    return _merge(found.filter(pl.col("from") != pl.col("to")), "relation", "from", "to", "engagement")


def _relation_roles(snapshot: Snapshot) -> dict[str, dict[str, str]]:
    """Return, for both ends of a relation, the role that it starts from or leads to."""
    relations = snapshot.ontology.relations
    return {
        "from": {relation.iri: relation.from_role for relation in relations},
        "to": {relation.iri: relation.to_role or "" for relation in relations},
    }


def _relations(snapshot: Snapshot, spec: NetworkSpec) -> pl.DataFrame:
    """Return the relations of the requested names, with what the table leaves out if requested."""
    declared = {relation.iri for relation in snapshot.ontology.relations}
    own = snapshot.ontology.own
    wanted = {name: snapshot.names.expand(own.get(name, name), PCG) for name in spec.relations}
    for name, iri in wanted.items():
        if iri not in declared:
            raise UsageError(
                f"relation {name!r}: unknown; expected a derived relation; {nearest(name, map(local, declared))}"
            )
    found = snapshot.tables.relations
    more = {name: getattr(spec, name) for name in ("inferred", "unnamed", "joined", "stale")}
    if any(more.values()):
        found = derive(snapshot.tables, snapshot.ontology, today=snapshot.today, **more)
    return found.filter(pl.col("relation").is_in(sorted(wanted.values()))) if wanted else found


def _merge(frame: pl.DataFrame, *names: str) -> pl.DataFrame:
    """Combine equal rows into one that has the sources of all."""
    return frame.explode("sources").group_by(names).agg(pl.col("sources").unique().sort()).sort(names)


def _replaced(column: str, mapping: Mapping[str, str]) -> pl.Expr:
    return pl.col(column).replace(dict(mapping)) if mapping else pl.col(column)


def parents(snapshot: Snapshot) -> dict[str, str]:
    """Return each company's topmost parent that is a company; a company whose parents form a circle has none."""
    companies = {local(iri) for iri in snapshot.ontology.subterms("Company")}
    found = {}
    for iri in snapshot.entities:
        seen, top = [iri], iri
        while (parent := snapshot.entities[top].parent) in snapshot.entities and snapshot.entities[
            top
        ].kind in companies:
            if parent in seen or snapshot.entities[str(parent)].kind not in companies:
                break
            top = str(parent)
            seen.append(top)
        if top != iri and snapshot.entities[top].parent not in seen:
            found[iri] = top
    return found


def covering_engagements(snapshot: Snapshot, spec: NetworkSpec, kept: pl.DataFrame) -> dict[str, str]:
    """Return, for each initiative, the engagement of `kept` that covers it: agreements first, then the lower IRI."""
    said = snapshot.tables.statements.filter(certain(spec.inferred), property=PCG + "covers").select(
        engagement="subject", initiative=VALUE_IRI
    )
    types = snapshot.tables.engagements.join(kept, on="engagement", how="semi").select("engagement", "type")
    initiatives, agreements = (
        sorted(snapshot.ontology.subterms("Initiative")),
        sorted(snapshot.ontology.subterms("Agreement")),
    )
    pairs = (
        said.join(types.filter(~pl.col("type").is_in(initiatives)), on="engagement")
        .sort(~pl.col("type").is_in(agreements), "engagement")
        .unique("initiative", keep="first", maintain_order=True)
    )
    return dict(pairs.select("initiative", "engagement").iter_rows())
