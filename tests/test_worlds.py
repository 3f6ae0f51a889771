"""Many worlds in one call, against the rule asked once for each."""

from __future__ import annotations

import random
from datetime import date, timedelta

import polars as pl
import pytest

from helpers import ROOT, TINY
from pcgraph.belief import evidence, materialise
from pcgraph.belief.evidence import Evidence
from pcgraph.belief.evidence.selection import Selection, read_retractions, select
from pcgraph.belief.rule import alternatives, resolution
from pcgraph.errors import UsageError
from pcgraph.model.ontology import Ontology
from pcgraph.model.scope import Scope
from pcgraph.store import data_folder
from pcgraph.store.files import home

pytestmark = pytest.mark.slow

Read = tuple[data_folder.Inputs, Ontology, Evidence, dict[str, date]]


@pytest.fixture(scope="module", params=[TINY, ROOT / "data"], ids=["tiny", "data"])
def read(request: pytest.FixtureRequest) -> Read:
    inputs = data_folder.read(request.param, home("ontology"))
    ontology = materialise.declarations(inputs)
    everything = Selection(inputs, inputs.columns)
    return inputs, ontology, evidence.evidence(everything, ontology), read_retractions(inputs)


def plain(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.drop("world") if "world" in frame.columns else frame


def test_one_world_of_all_sources_is_what_is_believed(read: Read) -> None:
    _, ontology, said, _ = read
    wanted = alternatives.sources_by_engagement(alternatives.fold_identities(said), ontology).with_columns(
        pl.lit(0, pl.Int64).alias("world")
    )
    found, expected = (
        alternatives.tables(alternatives.fold_identities(said), ontology, wanted),
        resolution.believe(said, ontology),
    )
    for name in ("engagements", "parties", "steps", "relations"):
        assert (
            plain(found[name]).sort(pl.all().exclude(pl.List)).equals(expected[name].sort(pl.all().exclude(pl.List)))
        ), name


def test_worlds_do_not_disturb_each_other(read: Read) -> None:
    """In random worlds, an engagement is believed as if its sources alone were in scope."""
    _, ontology, said, _ = read
    settled = alternatives.fold_identities(said)
    spoken, chance = alternatives.sources_by_engagement(settled, ontology), random.Random(3)
    sources = sorted(said.sources["source"])
    subsets = [sorted(chance.sample(sources, max(1, len(sources) // 2))) for _ in range(4)]
    wanted = pl.concat(
        spoken.filter(pl.col("source").is_in(subset)).with_columns(pl.lit(number, pl.Int64).alias("world"))
        for number, subset in enumerate(subsets)
    )
    found = alternatives.tables(settled, ontology, wanted)
    for number, subset in enumerate(subsets):
        part = said.within(said.sources.filter(pl.col("source").is_in(subset)))
        expected = resolution.believe(part, ontology)
        for name in ("parties", "steps", "relations"):
            mine = plain(found[name].filter(pl.col("world") == number)).sort(pl.all().exclude(pl.List))
            assert mine.equals(expected[name].sort(pl.all().exclude(pl.List))), (number, name)


def test_history_is_the_rule_on_every_day_that_changes_something(read: Read) -> None:
    inputs, ontology, said, retracted = read
    history = alternatives.history(said, ontology, retracted)
    days = sorted({*said.sources["known"].drop_nulls(), *retracted.values()})
    chosen = days if len(days) < 10 else days[:: len(days) // 8]
    for day in [*chosen, chosen[0] - timedelta(1), chosen[-1] + timedelta(1)]:
        held = history.relations.filter(
            (pl.col("starts") <= day) & (pl.col("ends").is_null() | (pl.col("ends") > day))
        ).select("relation", "from", "to", "engagement")
        try:
            selection = select(inputs, ontology, Scope(day))
        except UsageError:  # no source is in scope
            assert held.is_empty()
            continue
        expected = resolution.believe(evidence.evidence(selection, ontology), ontology).relations
        assert set(held.iter_rows()) == set(expected.select(held.columns).iter_rows()), day
