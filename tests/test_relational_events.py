"""Acts and their export, and the model of who signs with whom: by hand, against another fit, and on simulated data."""

from __future__ import annotations

import csv
import math
import os
from collections.abc import Sequence
from datetime import date
from itertools import combinations, groupby
from pathlib import Path
from random import Random

import numpy as np
import polars as pl
import pytest

from helpers import pcgraph
from pcgraph import KnowledgeGraph, UsageError
from pcgraph.analysis import relational_events
from pcgraph.analysis.relational_events import TERMS, PartnerChoice, Signing, compare, estimate, event_tables, fit
from pcgraph.model.namespaces import ID

RUNS = int(os.environ.get("PCGRAPH_RUNS", "40"))  # `make choice-coverage` does 200
TRUE = np.array([1.0, 0.7, 0.4, 0.8, 0.15])  # the coefficients of the simulated signings


def simulate(seed: str, agents: int, events: int) -> tuple[list[Signing], dict[int, str | None]]:
    """Draw signings one after the other from the model; of half of them only the month is known."""
    rng, history, day = Random(seed), relational_events._History(), date(2000, 1, 1).toordinal()
    countries: dict[int, str | None] = {agent: "here" if agent % 2 else "there" for agent in range(agents)}
    pairs, found = [*combinations(range(agents), 2)], list[Signing]()
    for number in range(events):
        day += rng.randint(10, 60)
        rates = np.exp(np.array([history.terms(pair, day, countries) for pair in pairs], float) @ TRUE)
        [pair] = rng.choices(pairs, rates)
        history.add(day, [pair])
        known = date.fromordinal(day)
        following = date(known.year + known.month // 12, known.month % 12 + 1, 1)
        vague = rng.random() < 0.5
        month = (known.replace(day=1).toordinal(), following.toordinal() - 1)
        found.append(Signing(number, *(month if vague else (day, day)), (pair,)))
    return found, countries


def inside(table: pl.DataFrame) -> Sequence[bool]:
    """Return for each coefficient whether its interval contains the true one."""
    ends = table.select("low", "high").to_numpy().astype(float)
    with np.errstate(invalid="ignore"):
        return [bool(low <= true <= high) for true, (low, high) in zip(TRUE, np.log(ends), strict=True)]


def test_an_act_is_a_step_and_a_party(tiny: KnowledgeGraph) -> None:
    found = tiny.acts()
    assert not found.select("step", "agent").is_duplicated().any()
    pairs = tiny.tables.steps.join(tiny.tables.parties.select("engagement", "agent").unique(), on="engagement")
    assert found.height == pairs.height
    row = found.row(by_predicate=(pl.col("agent") == ID + "acme") & (pl.col("engagement") == ID + "crane-contract"),
                    named=True)  # fmt: skip
    assert (row["class"], row["status"], row["roles"]) == ("Agreement", "signed", ["signatory"])
    assert row["earliest"] <= row["latest"]
    assert (row["voices"], len(row["sources"])) == (1, 2)  # the same wire


def test_the_acts_of_the_shipped_graph_have_sides_marks_and_voices(real: KnowledgeGraph) -> None:
    found = real.acts()
    assert {*found["side"].drop_nulls()} == {"one", "two"}
    together = found.filter(pl.col("side").is_not_null()).group_by("step").agg(pl.col("side").n_unique())
    assert together["side"].max() == 2
    assert found.filter("inferred").height > found.filter("alleged").height > 0
    assert found.filter(pl.col("alleged") & ~pl.col("inferred")).is_empty()
    assert (found["voices"] <= found["sources"].list.len()).all()


def test_no_pair_that_signed_is_of_one_side(real: KnowledgeGraph) -> None:
    tables, left_out = event_tables(real)
    acts, dyads = tables["acts"], tables["dyads"]
    assert acts.height + left_out == real.acts().height
    assert acts["time"].is_sorted()
    assert dyads["time"].null_count() == 0
    sides = dict(acts.select(pl.concat_list("event", "actor").list.join(" "), "side").iter_rows())
    for event, *actors in dyads.select("event", "actor1", "actor2").iter_rows():
        one, other = (sides[f"{event} {actor}"] for actor in actors)
        assert one is None or one != other
    ties = real.tables.relations.filter(pl.col("relation").str.ends_with("signsWith"))
    signed = dyads.join(acts.select("event", "engagement").unique(), on="event")
    reported = ties.select("engagement", actor1="from", actor2="to")
    assert signed.join(reported, on=reported.columns, how="anti").is_empty()


@pytest.mark.slow
def test_acts_are_exported_as_two_files(tmp_path: Path) -> None:
    done = pcgraph("export", "acts.csv", "--projection", "acts", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "acts whose date is missing or open to the past" in done.stderr
    with (tmp_path / "acts" / "acts.csv").open(encoding="utf-8") as file:
        rows = [*csv.DictReader(file)]
    assert [*rows[0]][:5] == ["event", "time", "type", "weight", "actor"]
    assert [row["time"] for row in rows] == sorted(date.fromisoformat(row["time"]).isoformat() for row in rows)
    blocks = [event for event, _ in groupby(row["event"] for row in rows)]
    assert len(blocks) == len({*blocks})  # eventnet takes neighbouring rows of one id as one event
    with (tmp_path / "acts" / "dyads.csv").open(encoding="utf-8") as file:
        assert next(csv.reader(file))[:5] == ["time", "actor1", "actor2", "type", "weight"]
    refused = pcgraph("export", "acts.graphml", "--projection", "acts", cwd=tmp_path)
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)


def test_the_terms_are_those_of_earlier_days() -> None:
    """Three sign in a row, with a pair of one country; what happens on a day does not count on it."""
    signings = [Signing(0, 1, 1, ((0, 1),)), Signing(1, 1, 1, ((0, 1),)), Signing(2, 900, 900, ((1, 2),)),
                Signing(3, 1000, 1000, ((0, 1),)), Signing(4, 1001, 1001, ((0, 2),))]  # fmt: skip
    found = compare(signings, {0: "a", 1: "b", 2: "a"}, 1, Random(1))[:, 0]
    assert found.tolist() == [
        [0, 0, 0, 1, 0],
        [0, 0, 0, 1, 0],
        [0, 0, 0, 1, math.log2(3)],
        [1, 0, 0, 1, math.log2(3 * 4)],
        [0, 0, 1, 0, math.log2(4 * 2)],
    ]


def test_each_signing_is_compared_with_other_pairs() -> None:
    signings, countries = simulate("controls", 8, 20)
    found = compare(signings, countries, 5, Random(1))
    assert found.shape == (20, 6, len(TERMS))
    with pytest.raises(UsageError, match=r"controls 28: only .* other pairs on one day; .* use "):
        compare(signings, countries, 28, Random(1))


def test_rows_that_are_one_give_the_estimate_of_all() -> None:
    """Another estimator of statsmodels, on all rows: Cox regression with one event in each stratum."""
    from statsmodels.duration.hazard_regression import PHReg

    signings, countries = simulate("folded", 12, 40)
    pairs = compare(signings, countries, 10, Random(1))
    coefficients, errors = fit(pairs, np.zeros(5), np.ones(5, bool))
    times = np.tile([1.0] + [2.0] * 10, 40)
    found = PHReg(times, pairs.reshape(-1, 5), status=times == 1, strata=np.repeat(np.arange(40), 11)).fit()
    assert np.allclose(coefficients, found.params, atol=0.01)
    assert np.allclose(errors, found.bse, rtol=0.01)


def test_a_term_without_contrast_has_a_reason() -> None:
    signings, countries = simulate("alike", 20, 40)
    table = estimate([signings] * 2, dict.fromkeys(countries, "here"), controls=20)
    row = table.row(by_predicate=pl.col("term") == "countries", named=True)
    assert row["ratio"] is None
    assert row["why"] == "in 2 of 2 draws, all pairs that signed, or all others, are alike in it"
    assert table.filter(term="activity")["ratio"].item() > 0


@pytest.mark.exhaustive
@pytest.mark.slow
def test_intervals_contain_the_true_coefficients_in_95_of_100_runs() -> None:
    hits = []
    for run in range(RUNS):
        signings, countries = simulate(f"1/{run}", 20, 60)
        hits += inside(estimate([signings] * 2, countries, controls=25, seed=run))
    assert 0.93 <= np.mean(hits) <= 0.97


def test_known_coefficients_are_found_again() -> None:
    hits = []
    for run in range(2):
        signings, countries = simulate(f"quick/{run}", 20, 60)
        hits += inside(estimate([signings] * 2, countries, controls=10, seed=run))
    assert sum(hits) >= 8  # of 10; 9.5 are expected


@pytest.mark.slow
def test_the_shipped_graph_has_an_answer_with_notes(real: KnowledgeGraph) -> None:
    found = real.partner_choice(draws=3, controls=100)
    assert found.table["term"].to_list() == [*TERMS]
    assert (found.table["low"] < found.table["ratio"]).all()
    assert (found.table["ratio"] < found.table["high"]).all()
    assert found.table.equals(real.partner_choice(draws=3, controls=100).table)
    assert any("are not invented" in note for note in found.notes)
    assert len(found.sentences()) == len(TERMS)


def test_wrong_numbers_are_refused(tiny: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match="draws 1: expected a whole number of at least 2"):
        tiny.partner_choice(draws=1)
    with pytest.raises(UsageError, match="controls 0: expected a whole number"):
        tiny.partner_choice(controls=0)


def test_without_statsmodels_the_call_says_what_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relational_events, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"pcgraph\[notebook\]: statsmodels is not installed"):
        fit(np.zeros((2, 2, 5)), np.zeros(5), np.ones(5, bool))


def test_a_picture_shows_what_is_estimated() -> None:
    rows = {"meaning": ["near", "far"], "ratio": [4.0, None], "low": [2.0, None], "high": [8.0, None]}
    found = PartnerChoice("Why?", pl.DataFrame(rows)).svg()
    assert "near" in found
    assert "far" not in found
