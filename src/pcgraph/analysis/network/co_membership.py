"""Who takes part in what, as integer ids: whole-graph questions without a text in the way."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import polars as pl


@dataclass(frozen=True)
class Members:
    """Pairs of engagement and agent, no repeats.

    Attributes
    ----------
    ids : polars.DataFrame
        engagement, agent (integers: rows of the two columns of names).
    engagements, agents : polars.Series
        IRIs, sorted, so that ids sort as they do.
    """

    ids: pl.DataFrame
    engagements: pl.Series
    agents: pl.Series

    @classmethod
    def from_parties(cls, parties: pl.DataFrame) -> Members:
        """Make it of a frame with the columns engagement and agent (IRIs). Cost: a sort of the distinct IRIs."""
        names = [parties[column].unique().sort() for column in ("engagement", "agent")]
        ids = parties.select(
            pl.col("engagement").cast(pl.Enum(names[0])).to_physical().cast(pl.UInt32),
            pl.col("agent").cast(pl.Enum(names[1])).to_physical().cast(pl.UInt32),
        )
        return cls(ids.unique().sort("engagement", "agent"), *names)

    @cached_property
    def pairs(self) -> pl.DataFrame:
        """Each two agents of an engagement: pair (both ids in one integer), engagement, share (1/(n-1)).

        The lower agent stands first. Cost: the sum of squares of the sizes of the engagements.
        """
        sized = self.ids.with_columns(pl.len().over("engagement").alias("n")).filter(pl.col("n") > 1)
        both = sized.join(sized.select("engagement", pl.col("agent").alias("other")), on="engagement")
        pairs = both.filter(pl.col("agent") < pl.col("other")).select(
            (pl.col("agent").cast(pl.UInt64) * (1 << 32) + pl.col("other")).alias("pair"),
            "engagement",
            (1 / (pl.col("n") - 1)).alias("share"),
        )
        return pairs.sort("share")  # the same sum to the last bit, whatever the order of the parties

    def ties(self, *, engagements: bool = False) -> pl.DataFrame:
        """Tie agents that take part in the same engagements.

        Parameters
        ----------
        engagements : bool
            Name the engagements too.

        Returns
        -------
        polars.DataFrame
            agent, agent_other (IRIs, the lower first), count (shared engagements), newman (each weighing 1/(n-1) among
            its n agents) and, if asked for, engagements (list of IRIs, sorted); sorted by the first two.

        Examples
        --------
        >>> who = pl.DataFrame({"engagement": ["x", "x", "x", "y", "y"], "agent": ["a", "b", "c", "a", "b"]})
        >>> Members.from_parties(who).ties().rows()
        [('a', 'b', 2, 1.5), ('a', 'c', 1, 0.5), ('b', 'c', 1, 0.5)]
        """
        more = [pl.col("engagement").sort()] if engagements else []
        found = self._tied(*more)
        named = [self.agents.gather(found[name]).alias(name) for name in ("agent", "agent_other")]
        ties = pl.DataFrame([*named, found["count"], found["newman"]])
        return ties.with_columns(self._named(found["engagement"])) if engagements else ties

    def numbered(self) -> tuple[pl.Series, pl.DataFrame]:
        """Give `ties` by numbers, three times as fast.

        Returns
        -------
        polars.Series, polars.DataFrame
            IRIs of the agents that have a tie, sorted; then place, place_other (rows of these), count, newman, sorted.

        >>> who = pl.DataFrame({"engagement": ["x", "x", "z"], "agent": ["c", "a", "b"]})
        >>> [part.to_list() if isinstance(part, pl.Series) else part.rows() for part in Members.from_parties(who).numbered()]
        [['a', 'c'], [(0, 1, 1, 1.0)]]
        """
        found = self._tied()
        ends = ("agent", "agent_other")
        tied = pl.concat([found[name].alias("agent") for name in ends]).unique().sort()
        place = pl.zeros(len(self.agents), pl.Int64, eager=True).scatter(tied, pl.int_range(len(tied), eager=True))
        places = [place.gather(found[name]).alias(name.replace("agent", "place")) for name in ends]
        return self.agents.gather(tied), pl.DataFrame([*places, found["count"], found["newman"]])

    def _tied(self, *more: pl.Expr) -> pl.DataFrame:
        """Give agent, agent_other (ids), count, newman, sorted."""
        found = (
            self.pairs.group_by("pair")
            .agg(pl.len().alias("count"), pl.col("share").sum().alias("newman"), *more)
            .sort("pair")
        )
        ends = [(found["pair"] // (1 << 32)).cast(pl.UInt32), (found["pair"] % (1 << 32)).cast(pl.UInt32)]
        return found.with_columns(ends[0].alias("agent"), ends[1].alias("agent_other"))

    def _named(self, lists: pl.Series) -> pl.Series:
        rows = lists.alias("ids").to_frame().with_row_index("row").explode("ids")
        named = rows.select("row", self.engagements.gather(rows["ids"]).alias("engagements"))
        return named.group_by("row", maintain_order=True).agg("engagements")["engagements"]
