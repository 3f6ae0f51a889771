"""Membership of agents in engagements as integer ids, which makes questions about the whole graph fast."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import polars as pl


@dataclass(frozen=True)
class Members:
    """Distinct pairs of engagement and agent.

    >>> roles = pl.DataFrame({"engagement": ["deal", "deal", "talks"], "agent": ["a", "b", "a"]})
    >>> Members.from_parties(roles).ids.rows()
    [(0, 0), (0, 1), (1, 0)]
    """

    ids: pl.DataFrame  # engagement, agent (integers: positions in the two series of names)
    engagements: pl.Series  # engagements and agents: IRIs, sorted, so the ids have the same order
    agents: pl.Series

    @classmethod
    def from_parties(cls, parties: pl.DataFrame) -> Members:
        """Return the pairs of a frame with columns engagement and agent (IRIs). Cost: sorting the distinct IRIs."""
        names = [parties[column].unique().sort() for column in ("engagement", "agent")]
        ids = parties.select(
            pl.col("engagement").cast(pl.Enum(names[0])).to_physical().cast(pl.UInt32),
            pl.col("agent").cast(pl.Enum(names[1])).to_physical().cast(pl.UInt32),
        )
        return cls(ids.unique().sort("engagement", "agent"), *names)

    @cached_property
    def pairs(self) -> pl.DataFrame:
        """All pairs of agents of an engagement: pair (both ids in one integer), engagement, share (1/(n-1)).

        The lower agent comes first. Cost: the sum of squares of the sizes of the engagements.
        """
        sized = self.ids.with_columns(n=pl.len().over("engagement")).filter(pl.col("n") > 1)
        both = sized.join(sized.select("engagement", other="agent"), on="engagement")
        pairs = both.filter(pl.col("agent") < pl.col("other")).select(
            (pl.col("agent").cast(pl.UInt64) * (1 << 32) + pl.col("other")).alias("pair"),
            "engagement",
            share=1 / (pl.col("n") - 1),
        )
        return pairs.sort("share")  # the order of the parties must not change the last bit of the sum

    def ties(self, *, engagements: bool = False) -> pl.DataFrame:
        """Return the ties between agents that take part in the same engagements.

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
        """Return `ties` with numbers instead of IRIs, which is three times as fast.

        >>> who = pl.DataFrame({"engagement": ["x", "x", "z"], "agent": ["c", "a", "b"]})
        >>> agents, ties = Members.from_parties(who).numbered()
        >>> agents.to_list(), ties.rows()
        (['a', 'c'], [(0, 1, 1, 1.0)])
        """
        found = self._tied()
        ends = ("agent", "agent_other")
        tied = pl.concat([found[name].alias("agent") for name in ends]).unique().sort()
        place = pl.zeros(len(self.agents), pl.Int64, eager=True).scatter(tied, pl.int_range(len(tied), eager=True))
        places = [place.gather(found[name]).alias(name.replace("agent", "place")) for name in ends]
        return self.agents.gather(tied), pl.DataFrame([*places, found["count"], found["newman"]])

    def _tied(self, *more: pl.Expr) -> pl.DataFrame:
        """Return agent, agent_other (ids), count, newman, sorted."""
        found = (
            self.pairs.group_by("pair")
            .agg(pl.len().alias("count"), pl.col("share").sum().alias("newman"), *more)
            .sort("pair")
        )
        ends = [(found["pair"] // (1 << 32)).cast(pl.UInt32), (found["pair"] % (1 << 32)).cast(pl.UInt32)]
        return found.with_columns(agent=ends[0], agent_other=ends[1])

    def _named(self, lists: pl.Series) -> pl.Series:
        rows = lists.alias("ids").to_frame().with_row_index("row").explode("ids")
        named = rows.select("row", engagements=self.engagements.gather(rows["ids"]))
        return named.group_by("row", maintain_order=True).agg("engagements")["engagements"]
