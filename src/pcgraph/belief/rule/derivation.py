"""From what is believed to direct relations: the relations that the ontology declares and that can be printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import polars as pl

from pcgraph.belief.rule.status import current_steps
from pcgraph.belief.tables import MARKS, VALUE_IRI, Tables, gather
from pcgraph.model.namespaces import PCG, V
from pcgraph.model.ontology import Ontology, Relation

END = ["engagement", "role", "end", "sources"]
TIE = ("relation", "from", "to", "engagement")
STOPPED = "it stopped, as we read it"
BEST = ("alleged", "read", "tier", "newest")  # of the sources that tell a side; the newest comes first
PARTIES, SIDES = ("firstParty", "secondParty"), ("sideOne", "sideTwo")  # of an instrument; of talks


def derive(
    tables: Tables,
    ontology: Ontology,
    *,
    inferred: bool = False,
    unnamed: bool = False,
    joined: bool = False,
    stale: bool = False,
    today: date | None = None,
) -> pl.DataFrame:
    """Derive the direct relations that the ontology declares, and that can be printed.

    One source states both ends in words and reports a status that the relation needs, and some source states such a
    status in words. Nothing is related to itself, two that stand on one side are not related, and an agent that acts
    for another one ends no relation.
    """
    basis = _Basis(tables, ontology, inferred, unnamed)
    return gather(basis.rows(joined=joined, stale=stale, today=today), [*TIE]).sort(TIE)


def lapses(ties: pl.DataFrame, ontology: Ontology, engagements: pl.DataFrame) -> pl.DataFrame:
    """Return the ties with a column ``lapses``: the day from which nothing was reported for too long, or null.

    `engagements` has engagement, last_reported and, if the ties have it, world.
    """
    spans = {relation.iri: relation.holds_for for relation in ontology.relations if relation.holds_for}
    keys = [name for name in ("world", "engagement") if name in ties.columns]
    reported = ties.join(engagements.select(*keys, "last_reported"), on=keys, maintain_order="left")
    span = pl.col("relation").replace_strict(spans, default=None, return_dtype=pl.String)
    return reported.with_columns(lapses=pl.col("last_reported").dt.offset_by(span)).drop("last_reported")


@dataclass(frozen=True, eq=False)
class _Basis:
    """What all relations of some tables are derived from, computed once."""

    tables: Tables
    ontology: Ontology
    inferred: bool
    unnamed: bool = False
    alleged: bool = False

    @cached_property
    def ends(self) -> pl.DataFrame:
        """Everything that can be the end of a relation: engagement, role, end, sources (one); with duplicates."""
        tables, others = self.tables, {relation.to_role for relation in self.ontology.relations if relation.to_role}
        values = tables.rows("statements", others - self.ontology.roles, "property")
        values = _ends(values, *MARKS, "sources").with_columns(unnamed=False)
        ends = pl.concat([tables.parties.rename({"agent": "end"}), values], how="diagonal")
        ends = ends.filter(~self.doubtful & (pl.lit(self.unnamed) | ~pl.col("unnamed")))
        acting = tables.representations.select("engagement", end="agent")
        ends = ends.join(acting, on=["engagement", "end"], how="anti").explode("sources").select(END)
        unsaid = tables.readings.filter("alleged") if self.inferred else tables.readings
        if self.alleged or unsaid.is_empty():
            return ends
        return ends.join(_ends(unsaid.rename({"source": "sources"}), "sources"), on=END, how="anti")

    @property
    def doubtful(self) -> pl.Expr:
        """Whether a row is less certain than what counts: a reading, an allegation."""
        return pl.lit(False) if self.alleged else pl.col("alleged" if self.inferred else "inferred")

    @cached_property
    def steps(self) -> pl.DataFrame:
        """The steps that count: those stated in words; with `inferred` also readings; with `alleged`, all."""
        return self.tables.steps.filter(~self.doubtful)

    @cached_property
    def current(self) -> pl.DataFrame:
        """The current statuses by what is stated in words; with `inferred`, also those by all steps."""
        stated = current_steps(self.tables.steps.filter(~pl.col("inferred")), self.ontology)
        stated = stated.select("engagement", "status")
        believed = self.tables.engagements.select("engagement", "status")
        return pl.concat([stated, believed]) if self.inferred else stated

    @cached_property
    def stopped(self) -> pl.Series:
        """The engagements that stopped, be it only by a reading."""
        statuses = sorted(self.ontology.sets.get(V + "stopped", ()))
        return self.tables.engagements.filter(pl.col("status").is_in(statuses))["engagement"]

    @cached_property
    def reporting(self) -> pl.DataFrame:
        """The sources that report a status, plainly or as a reading: engagement, status, sources (one)."""
        said = self.tables.steps.select("engagement", "step", "status", "sources").explode("sources")
        if not self.alleged and len(heard := self.tables.readings.filter("alleged")):
            for name, step in (("status", pl.col("subject")), ("step", VALUE_IRI)):
                only = heard.filter(property=PCG + name).select(step=step, sources="source")
                said = said.join(only, on=["step", "sources"], how="anti")
        return said.select("engagement", "status", "sources")

    def _pairs(self, column: str, values: Callable[[Relation], Collection[str]]) -> pl.DataFrame:
        """Return the number of each relation with each of its values."""
        rows = [(at, each) for at, relation in enumerate(self.ontology.relations) for each in sorted(values(relation))]
        return pl.DataFrame(rows, schema={"at": pl.UInt32, column: pl.String}, orient="row")

    def _holders(self, end: str, role: Callable[[Relation], str | None]) -> pl.DataFrame:
        """Return who holds a role of which relation, or one below it: at, engagement, `end`, sources (one)."""
        roles = self._pairs("role", lambda each: self.ontology.subterms_of(name) if (name := role(each)) else ())
        return self.ends.join(roles, on="role").select("at", "engagement", pl.col("end").alias(end), "sources").unique()

    def _reached(self, ties: pl.DataFrame, statuses: pl.DataFrame, said: pl.DataFrame) -> pl.DataFrame:
        """Return the ties of which `said` has one of the statuses that their relation needs, if it needs any."""
        needy = pl.col("at").is_in(statuses["at"].unique().implode())
        keys = ["at", *(name for name in said.columns if name != "status")]
        found = ties.filter(needy).join(said.join(statuses, on="status"), on=keys, how="semi")
        return pl.concat([ties.filter(~needy), found])

    @cached_property
    def needed(self) -> tuple[pl.DataFrame, pl.DataFrame]:
        """The statuses that each relation needs: of any step, and of the current one."""
        return self._pairs("status", lambda each: each.once), self._pairs("status", lambda each: each.while_)

    @cached_property
    def beginning(self) -> pl.DataFrame:
        """Who holds the first role of a relation where the engagement fulfils its conditions on the status.

        By what is stated in words: a status that is only our reading neither makes a relation nor ends one, unless it
        stopped. With `inferred`, by either.
        """
        ties = self._holders("from", lambda each: each.from_role)
        ties = ties.join(self.tables.engagements.select("engagement"), on="engagement", how="semi")
        once, while_ = self.needed
        return self._reached(self._reached(ties, once, self.steps.select("engagement", "status")), while_, self.current)

    @cached_property
    def same_side(self) -> pl.DataFrame:
        """The pairs on one side; see `same_side`."""
        return same_side(self.tables)

    @cached_property
    def other(self) -> pl.DataFrame:
        """Who holds the second role of a relation."""
        return self._holders("to", lambda each: each.to_role)

    def rows(
        self,
        *,
        joined: bool = False,
        told: bool = True,
        stale: bool = False,
        sides: bool = True,
        today: date | None = None,
    ) -> pl.DataFrame:
        """Return the rows of all relations, one for each source that states both ends or, if `joined`, one of them.

        Without `told`, that source need not report the status; without `sides`, two of one side are related, too.
        """
        relations = self.ontology.relations
        ties, other, (once, while_) = self.beginning, self.other, self.needed
        if not stale:
            ending = pl.col("at").is_in(while_["at"].unique().implode())
            ties = ties.filter(~ending | ~pl.col("engagement").is_in(self.stopped.implode()))
        asset = pl.col("at").is_in([at for at, each in enumerate(relations) if each.to_role is None])
        to_assets, ties = ties.filter(asset).with_columns(to="engagement"), ties.filter(~asset)
        if joined:
            two = ties.join(other.select("at", "engagement", "to").unique(), on=["at", "engagement"])
            other = other.join(ties.select("at", "engagement", "from").unique(), on=["at", "engagement"])
            ties = pl.concat([two, other.select(two.columns)])
        else:
            ties = ties.join(other, on=["at", "engagement", "sources"])
        ties = pl.concat([ties, to_assets.select(ties.columns)]).filter(pl.col("from") != pl.col("to"))
        if told and not joined:
            ties = self._reached(self._reached(ties, once, self.reporting), while_, self.reporting)
        if sides:
            mutual = pl.col("at").is_in([at for at, each in enumerate(relations) if each.symmetric])
            apart = ties.filter(mutual).join(self.same_side, on=["engagement", "from", "to"], how="anti")
            ties = pl.concat([ties.filter(~mutual), apart])
        iris = pl.Series([each.iri for each in relations], dtype=pl.String)
        found = ties.select(iris.gather(ties["at"]).alias("relation"), "from", "to", "engagement", "sources")
        return found if stale or today is None else unlapsed(found, self.ontology, self.tables.engagements, today)


def unlapsed(ties: pl.DataFrame, ontology: Ontology, engagements: pl.DataFrame, today: date) -> pl.DataFrame:
    """Return the ties that have not lapsed by a day; see `lapses`."""
    ending = pl.col("relation").is_in([relation.iri for relation in ontology.relations if relation.holds_for])
    if (old := ties.filter(ending)).is_empty():
        return ties
    lapsed = lapses(old, ontology, engagements).filter(pl.col("lapses") <= today).drop("lapses")
    return ties.join(lapsed, on=TIE, how="anti")


def _ends(said: pl.DataFrame, *more: str) -> pl.DataFrame:
    """Return engagement, role, end, sources of statements or readings, and more of their columns."""
    return said.select(*more, engagement="subject", role="property", end=VALUE_IRI)


def same_side(tables: Tables) -> pl.DataFrame:
    """Return engagement, from, to: each pair that stands on one side of an instrument or of talks.

    Of the sources that tell the side of both, the best decides. A source in which one of the sides is a reading comes
    after those that state them, and one in which it is alleged comes last.
    """
    ranked = _sided(tables)
    ends = ranked.select("engagement", "sources", "talks", "role", *BEST, pl.col("end").alias("from"))
    other = ranked.select("engagement", "sources", "talks", to="end", other="role")
    pairs = ends.join(other, on=["engagement", "sources", "talks"]).with_columns(
        apart=pl.col("role") != pl.col("other")
    )
    pairs = pairs.sort(*BEST, "sources", "apart", descending=[False] * 3 + [True, False, False], nulls_last=True)
    best = pairs.unique(["engagement", "from", "to"], keep="first")
    return best.filter(~pl.col("apart")).select("engagement", "from", "to")


def sides(tables: Tables) -> pl.DataFrame:
    """Return engagement, agent, side (one or two): where the best source that tells a side places each party."""
    best = _sided(tables).sort(*BEST, "sources", "role", descending=[False] * 3 + [True, False, False], nulls_last=True)
    best = best.unique(["engagement", "end"], keep="first")
    first = pl.col("role").is_in([PCG + PARTIES[0], PCG + SIDES[0]])
    return best.select("engagement", agent="end", side=pl.when(first).then(pl.lit("one")).otherwise(pl.lit("two")))


def _sided(tables: Tables) -> pl.DataFrame:
    """Return who stands on which side according to which source, with what makes a source the best one."""
    roles = tables.parties.filter(pl.col("role").is_in([PCG + name for name in PARTIES]))
    sides = _ends(tables.rows("statements", [PCG + name for name in SIDES], "property"), "sources")
    said = pl.concat([roles.rename({"agent": "end"}).select(sides.columns), sides]).explode("sources")
    talks = pl.col("role").is_in([PCG + name for name in SIDES]).alias("talks")
    readings = _ends(tables.readings.rename({"source": "sources"}), "sources", "alleged")
    read = said.join(readings, on=END)
    read = read.group_by("engagement", "sources").agg(pl.col("alleged").any(), read=True)
    ranked = said.join(read, on=["engagement", "sources"], how="left")
    ranked = ranked.with_columns(pl.col("read", "alleged").fill_null(False), talks)
    return ranked.join(tables.sources, left_on="sources", right_on="source")


def kept_out(tables: Tables, ontology: Ontology, today: date | None = None, about: str | None = None) -> pl.DataFrame:
    """Return the ties that roles and statuses suggest and that cannot be printed; all, or those about one thing."""
    found = _Basis(tables, ontology, inferred=True, alleged=True).rows(joined=True, stale=True, sides=False).select(TIE)
    if about is not None:
        found = found.filter(pl.any_horizontal(pl.col("from", "to", "engagement") == about))
    found = found.unique().join(tables.relations, on=TIE, how="anti")
    if 0 < found["engagement"].n_unique() < tables.engagements.height:
        tables = tables.of_engagements(found["engagement"].unique())  # the others need no reason
    every, basis = (_Basis(tables, ontology, inferred=True, alleged=alleged) for alleged in (True, False))
    tests = {  # the first that a tie fails is the reason
        "both stand on one side": every.rows(joined=True, stale=True),
        "a role or the status is only alleged": basis.rows(joined=True, stale=True),
        "no single source states both ends": basis.rows(told=False, stale=True),
        "no source that states both ends reports the status": basis.rows(stale=True),
        STOPPED: basis.rows(),
    }
    reasons = []
    for place, (reason, passing) in enumerate(tests.items()):
        passed = passing.select(*TIE, pl.lit(True).alias(str(place))).unique()
        found = found.join(passed, on=TIE, how="left")
        reasons.append(pl.when(pl.col(str(place)).is_null()).then(pl.lit(reason)))
    found = lapses(found, ontology, tables.engagements)
    found = found.join(tables.engagements.select("engagement", "last_reported"), on="engagement")
    spans = {relation.iri: span(relation) for relation in ontology.relations}
    span_ = pl.col("relation").replace_strict(spans, default="", return_dtype=pl.String)
    silence = pl.format("nothing was reported since {}, and such a tie is believed for {}", "last_reported", span_)
    silent = pl.when(pl.col("lapses") <= pl.lit(today, pl.Date)).then(silence)
    reading = pl.lit("a role or the status is our reading, and not in the words of a source")
    why = pl.coalesce(*reasons, silent, reading).alias("why")
    ended = pl.when(why == STOPPED).then(pl.lit("stopped")).when(why == silence).then(pl.lit("silent")).alias("ended")
    return found.select(*TIE, why, ended, "last_reported").sort(TIE)


def span(relation: Relation) -> str:
    """Return how long a relation is believed after the last report, in words; "" if there is no limit."""
    units = {"y": "year", "mo": "month", "d": "day"}
    return " and ".join(
        f"{number} {units[unit]}{'s' * (number != '1')}"
        for number, unit in re.findall("([0-9]+)([a-z]+)", relation.holds_for)
    )
