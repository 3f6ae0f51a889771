"""From what is believed to direct relations: the relations that the ontology declares and that can be printed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import polars as pl

from pcgraph.belief.rule.status import current_steps
from pcgraph.belief.tables import Tables, gather
from pcgraph.model.namespaces import PCG
from pcgraph.model.ontology import Ontology, Relation

Statuses = tuple[frozenset[str], frozenset[str]]  # of any step; of the current one
TIE = ("relation", "from", "to", "engagement")


def derive(tables: Tables, ontology: Ontology, *, inferred: bool = False, unnamed: bool = False) -> pl.DataFrame:
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
    return gather(_Basis(tables, ontology, inferred, unnamed).rows(), [*TIE]).sort(TIE)


@dataclass(frozen=True, eq=False)
class _Basis:
    """What all relations of some tables are derived from, computed once."""

    tables: Tables
    ontology: Ontology
    inferred: bool
    unnamed: bool = False

    @cached_property
    def ends(self) -> pl.DataFrame:
        """Everything that can be the end of a relation: engagement, role, end, sources (one); with duplicates."""
        return _ends(self.tables, self.ontology, self.inferred, self.unnamed)

    @cached_property
    def same_side(self) -> pl.DataFrame:
        """See `same_side`."""
        return same_side(self.tables)

    @cached_property
    def steps(self) -> pl.DataFrame:
        """The steps that count: those stated in words or, with `inferred`, all."""
        return self.tables.steps if self.inferred else self.tables.steps.filter(~pl.col("inferred"))

    @cached_property
    def current(self) -> pl.DataFrame:
        """The current steps by what is stated in words; with `inferred`, also those by all steps."""
        stated = current_steps(self.tables.steps.filter(~pl.col("inferred")), self.ontology)
        return pl.concat([stated, current_steps(self.tables.steps, self.ontology)]) if self.inferred else stated

    @cached_property
    def relations(self) -> list[Relation]:
        """The relations of which somebody holds every role."""
        return [each for each in self.ontology.relations if {each.from_role, each.to_role} <= {*self.holders, None}]

    @cached_property
    def holders(self) -> dict[str, pl.DataFrame]:
        """Who holds each role or one below it, if anybody does: engagement, end, sources (one); distinct."""
        roles = {role for each in self.ontology.relations for role in (each.from_role, each.to_role) if role}
        present = {*self.ends["role"].unique()}
        return {role: self._holders(role) for role in sorted(roles) if present & self.ontology.subterms_of(role)}

    @cached_property
    def holding(self) -> dict[Statuses, pl.DataFrame]:
        """The engagements that fulfil the condition of each relation on the status.

        By what is stated in words: a status that is only our reading neither makes a relation nor ends one. With
        `inferred`, by either.
        """
        return {key: self._holding(*key) for key in {(each.once, each.while_) for each in self.relations}}

    def _holders(self, role: str) -> pl.DataFrame:
        held = self.ends.filter(pl.col("role").is_in(sorted(self.ontology.subterms_of(role))))
        return held.select("engagement", "end", "sources").unique()

    def _holding(self, once: frozenset[str], while_: frozenset[str]) -> pl.DataFrame:
        holds = self.tables.engagements.select("engagement")
        for statuses, steps in ((once, self.steps), (while_, self.current)):
            if statuses:
                reached = steps.filter(pl.col("status").is_in(sorted(statuses)))
                holds = holds.join(reached, on="engagement", how="semi")
        return holds

    def rows(self, *, loose: bool = False) -> pl.DataFrame:
        """Return the rows of all relations, one for each source that states both ends."""
        none = pl.DataFrame(schema=dict.fromkeys([*TIE, "sources"], pl.String()))
        return pl.concat([none, *(_relation(relation, self, loose) for relation in self.relations)])


def _ends(tables: Tables, ontology: Ontology, inferred: bool, unnamed: bool) -> pl.DataFrame:
    """Return everything that can be the end of a relation: engagement, role, end, sources (one); with duplicates."""
    said = [tables.parties.rename({"agent": "end"})]
    others = {relation.to_role for relation in ontology.relations if relation.to_role} - ontology.roles
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


def same_side(tables: Tables) -> pl.DataFrame:
    """Return engagement, from, to: each pair that stands on one side of an instrument.

    Of the sources that tell the side of both, the best decides. A source in which one of the sides is a reading comes
    after those that state them.
    """
    said = tables.parties.filter(pl.col("role").is_in([PCG + "firstParty", PCG + "secondParty"])).explode("sources")
    said = said.rename({"agent": "end"})
    read = said.join(_read_ends(tables), on=["engagement", "role", "end", "sources"], how="semi")
    read = read.select("engagement", "sources", pl.lit(True).alias("read")).unique()
    ranked = said.join(read, on=["engagement", "sources"], how="left").with_columns(pl.col("read").fill_null(False))
    ranked = ranked.join(tables.sources, left_on="sources", right_on="source")
    ends = ranked.select("engagement", "sources", "role", "read", "tier", "newest", pl.col("end").alias("from"))
    other = ranked.select("engagement", "sources", pl.col("end").alias("to"), pl.col("role").alias("other"))
    pairs = ends.join(other, on=["engagement", "sources"]).with_columns(apart=pl.col("role") != pl.col("other"))
    pairs = pairs.sort(
        "read", "tier", "newest", "sources", "apart", descending=[False, False, True, False, False], nulls_last=True
    )
    best = pairs.unique(["engagement", "from", "to"], keep="first", maintain_order=True)
    return best.filter(~pl.col("apart")).select("engagement", "from", "to")


def _relation(relation: Relation, basis: _Basis, loose: bool) -> pl.DataFrame:
    """Return the rows of one relation, one for each source that states both ends.

    If `loose`, the two ends may be stated by two sources and stand on one side.
    """
    ties = basis.holders[relation.from_role].rename({"end": "from"})
    ties = ties.join(basis.holding[relation.once, relation.while_], on="engagement", how="semi")
    if relation.to_role is None:
        ties = ties.with_columns(pl.col("engagement").alias("to"))
    elif loose:
        other = basis.holders[relation.to_role].select("engagement", pl.col("end").alias("to"))
        ties = ties.join(other, on="engagement")
    else:
        ties = ties.join(basis.holders[relation.to_role].rename({"end": "to"}), on=["engagement", "sources"])
    if relation.symmetric and not loose:
        ties = ties.join(basis.same_side, on=["engagement", "from", "to"], how="anti")
    return ties.filter(pl.col("from") != pl.col("to")).select(
        pl.lit(relation.iri).alias("relation"), "from", "to", "engagement", "sources"
    )


def kept_out(tables: Tables, ontology: Ontology) -> pl.DataFrame:
    """Return the ties that roles and statuses suggest and that cannot be printed.

    Returns
    -------
    polars.DataFrame
        relation, from, to, engagement, why; sorted.
    """
    basis = _Basis(tables, ontology, inferred=True)
    read = basis.rows().select(*TIE, pl.lit(True).alias("one_source")).unique()
    near = same_side(tables).with_columns(pl.lit(True).alias("one_side"))
    symmetric = [relation.iri for relation in ontology.relations if relation.symmetric]
    found = basis.rows(loose=True).select(TIE).unique().join(tables.relations, on=TIE, how="anti")
    found = found.join(read, on=TIE, how="left").join(near, on=["engagement", "from", "to"], how="left")
    why = (
        pl.when(pl.col("one_side") & pl.col("relation").is_in(symmetric))
        .then(pl.lit("both stand on one side"))
        .when(pl.col("one_source").is_null())
        .then(pl.lit("no single source states both ends"))
        .otherwise(pl.lit("a role or the status is our reading, and not in the words of a source"))
    )
    return found.select(*TIE, why.alias("why")).sort(TIE)
