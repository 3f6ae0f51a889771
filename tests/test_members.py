"""Who takes part in what, as ids: the ties are those that a plain count over the engagements gives."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from itertools import combinations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcgraph.analysis.network import Members

AGENTS, ENGAGEMENTS = [f"urn:a{number}" for number in range(6)], [f"urn:e{number}" for number in range(5)]
MEMBERSHIPS = st.lists(st.tuples(st.sampled_from(ENGAGEMENTS), st.sampled_from(AGENTS)), max_size=30)


def members(rows: list[tuple[str, str]]) -> Members:
    return Members.from_parties(pl.DataFrame(rows, schema={"engagement": pl.String, "agent": pl.String}, orient="row"))


@given(MEMBERSHIPS)
def test_ties_are_those_of_a_plain_count(rows: list[tuple[str, str]]) -> None:
    together: defaultdict[tuple[str, str], list[tuple[str, Fraction]]] = defaultdict(list)
    for engagement in ENGAGEMENTS:
        agents = sorted({agent for known, agent in rows if known == engagement})
        for pair in combinations(agents, 2):
            together[pair].append((engagement, Fraction(1, len(agents) - 1)))
    ties = members(rows).ties(engagements=True)
    assert [row[:2] for row in ties.rows()] == sorted(together)
    for row in ties.iter_rows(named=True):
        shared = together[row["agent"], row["agent_other"]]
        assert row["count"] == len(shared)
        assert row["newman"] == pytest.approx(float(sum(share for _, share in shared)), rel=1e-12)
        assert row["engagements"] == [engagement for engagement, _ in shared]
    assert ties.drop("engagements").equals(members(rows).ties())


@given(MEMBERSHIPS, st.randoms())
def test_the_order_and_repeats_of_rows_do_not_matter(rows: list[tuple[str, str]], chance: object) -> None:
    other = [*rows, *rows]
    chance.shuffle(other)  # type: ignore[attr-defined]
    assert members(other).ties(engagements=True).equals(members(rows).ties(engagements=True))
