"""What is believed and concluded on each day, and with each set of sources: what the tables of these have."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from helpers import ROOT, TINY
from pcgraph import api
from pcgraph.belief.conclusions.history import outcome_history
from pcgraph.belief.rule.alternatives import fold_identities, history, sources_by_engagement, tables
from pcgraph.model.namespaces import ID, PCG, SRC, TYPE, V
from pcgraph.model.ontology import Ontology, read_ontology
from pcgraph.store import data_folder
from test_belief_rule import DEED, Fact, Source, agreement, day, evidence, iri, number, role, step

SHOWN = ("engagement", "outcome", "by", "how", "went_on_as", "silent_since", "promise", "state")


@pytest.fixture(scope="module")
def declared(inputs: data_folder.Inputs) -> Ontology:
    return read_ontology(quad for file in inputs.files if file.role == "ontology" for quad in file.quads)


def said(source: str, engagement: str, type_: str, status: str, when: str) -> list[Fact]:
    node = f"{ID}{engagement}.{source}"
    return [
        Fact(source, ID + engagement, TYPE, iri(PCG + type_)), Fact(source, ID + engagement, PCG + "step", iri(node)),
        Fact(source, ID + engagement, PCG + "statedIn", iri(SRC + source)),
        Fact(source, node, PCG + "status", iri(V + status)), Fact(source, node, PCG + "date", day(when)),
    ]  # fmt: skip


def states(found: pl.DataFrame, name: str) -> list[tuple[str, str | None, str | None, str | None]]:
    rows = found.filter(pl.col("engagement") == ID + name).select("starts", "ends", "state", "by").iter_rows()
    return [(str(starts), ends and str(ends), state, by and by.removeprefix(ID)) for starts, ends, state, by in rows]


@pytest.mark.parametrize("known", ["2016-01-01", "2015-03-01"])  # the latter is the day on which it falls silent
def test_a_promise_falls_silent_and_is_found_kept_under_another_name(known: str, declared: Ontology) -> None:
    """Signed in 2010, with silence from 2015 on; in 2017 a page says that the work of 2012 followed from it."""
    sources = [
        Source("signing", day="2010-03-01", known="2010-03-02"),
        Source("work", day="2012-05-01", known=known),
        Source("link", day=None, known="2017-01-01"),
    ]
    facts = [
        *said("signing", "paper", "Agreement", "signed", "2010-03-01"),
        *said("work", "road", "Project", "completed", "2012"),
        Fact("link", ID + "paper", PCG + "ledTo", iri(ID + "road")),
    ]
    told = evidence(sources, facts, [], date(2026, 1, 1))
    found = outcome_history(history(told, declared, {}), declared, date(2026, 1, 1), 5)
    assert states(found, "paper") == [
        ("2010-03-02", "2015-03-01", "signed", None), ("2015-03-01", "2017-01-01", "silent", None),
        ("2017-01-01", None, "kept", "road"),
    ]  # fmt: skip
    assert states(found, "road") == [(known, "2017-01-01", None, None), ("2017-01-01", None, "kept", None)]
    retracted = outcome_history(
        history(told, declared, {SRC + "link": date(2018, 2, 3)}), declared, date(2026, 1, 1), 5
    )
    assert states(retracted, "paper")[2:] == [
        ("2017-01-01", "2018-02-03", "kept", "road"), ("2018-02-03", None, "silent", None),
    ]  # fmt: skip
    young = outcome_history(history(told, declared, {}), declared, date(2015, 2, 28), 5)
    assert states(young, "paper")[0] == ("2010-03-02", "2017-01-01", "signed", None)
    today = outcome_history(history(told, declared, {}), declared, date(2015, 3, 1), 5)
    assert states(today, "paper")[:2] == states(found, "paper")[:2]


@pytest.mark.parametrize(
    ("link", "retracted", "expected"),
    [
        # of a page that nobody knows the day of, from the beginning on
        (None, {}, [("None", "2015-03-01", "signed", None), ("2015-03-01", None, "silent", None)]),
        # found kept on the very day on which it would have fallen silent
        ("2015-03-01", {}, [("None", "2015-03-01", "signed", None), ("2015-03-01", None, "kept", "road")]),
        # of what nobody reports any more, nothing is concluded
        (None, {SRC + "signing": date(2012, 1, 1)}, [("None", "2012-01-01", "signed", None)]),
    ],
)
def test_a_promise_of_an_unknown_day_is_one_until_it_is_retracted(
    link: str | None,
    retracted: dict[str, date],
    expected: list[tuple[str, str | None, str | None, str | None]],
    declared: Ontology,
) -> None:
    sources = [Source("signing", day="2010-03-01", known=None), Source("link", day="2012-01-01", known=link)]
    facts = said("signing", "paper", "Agreement", "signed", "2010-03-01")
    if link:
        facts += [*said("link", "road", "Project", "completed", "2012"),
                  Fact("link", ID + "paper", PCG + "ledTo", iri(ID + "road"))]  # fmt: skip
    told = evidence(sources, facts, [], date(2026, 1, 1))
    found = outcome_history(history(told, declared, retracted), declared, date(2026, 1, 1), 5)
    assert states(found, "paper") == expected


@pytest.mark.parametrize(
    ("known", "today", "expected"),
    [
        ("2020-03-01", date(2025, 2, 28), [(date(2020, 3, 1), None)]),
        ("2020-03-01", date(2025, 3, 1), [(date(2020, 3, 1), date(2025, 3, 1))]),
        ("2025-03-01", date(2025, 3, 1), []),  # known too late to be believed on any day
        (None, date(2025, 3, 1), [(None, date(2025, 3, 1))]),
    ],
)
def test_the_history_ends_a_plan_five_years_after_its_last_report(
    known: str | None, today: date, expected: list[tuple[date | None, date | None]], declared: Ontology
) -> None:
    facts = [
        Fact("a", DEED, TYPE, iri(PCG + "TrainingProgramme")),
        Fact("a", DEED, PCG + "statedIn", iri(SRC + "a")),
        role("a", "trainer", "acme"),
        role("a", "trainee", "students"),
        *step("a", "deed.planned", "planned", "2020"),
    ]
    told = evidence([Source("a", day="2020-03-01", known=known)], facts, [], today)
    found = history(told, declared, {}).relations.filter(pl.col("relation") == PCG + "plansToTrain")
    assert found.select("starts", "ends").rows() == expected
    assert history(told, declared, {}, stale=True).relations.height == 1
    assert history(told, declared, {}).engagements["status"].to_list() == [V + "planned"]
    until = history(told, declared, {SRC + "a": date(2022, 1, 1)}).relations["ends"].to_list()
    assert until == [date(2022, 1, 1)] * (known != "2025-03-01")


def test_alternatives_have_the_sources_and_verdicts_that_each_has(declared: Ontology) -> None:
    """Of a best source 1, then 2, then 3. A verdict that rests on the second rejects 1, and a ruling in no graph 2."""
    count = DEED, PCG + "amount"
    facts = [agreement("a"), Fact("a", ID + "acme", TYPE, iri(PCG + "Company"))]
    facts += [Fact(slug, *count, number(at)) for at, slug in enumerate("abc", 1)]
    told = evidence([Source(slug, tier) for tier, slug in enumerate("abc", 1)], facts, [(*count, number(1), None)])
    told = replace(told, verdicts=told.verdicts.with_columns(rests_on=[SRC + "b"]))
    known = sources_by_engagement(told, declared)
    assert known.rows() == [(DEED, SRC + slug) for slug in "abc"]
    sets = [("a", "b", "c"), ("a", "c"), ("a",)]
    wanted = pl.DataFrame([(at, DEED, SRC + slug) for at, slugs in enumerate(sets) for slug in slugs],
                          schema=["world", "engagement", "source"], orient="row")  # fmt: skip
    ruling = told.verdicts.select("subject", "property", prefers=None, rejects=pl.lit(number(2)))
    rulings = pl.concat([ruling.with_columns(pl.lit(world, pl.Int64).alias("world")) for world in range(3)])
    for more, expected in ((None, ["2", "1", "1"]), (rulings, ["3", "1", "1"])):
        found = tables(fold_identities(told), declared, wanted, more)
        rows = found.engagements.sort("world").select("world", "engagement", "amount")
        assert rows.rows() == [(world, DEED, float(value)) for world, value in enumerate(expected)]


def compared(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(SHOWN).sort("engagement")


def on_day(kg: api.KnowledgeGraph, when: date | None) -> pl.DataFrame:
    found, open_ = kg.outcome_history, pl.col("ends").is_null()
    if when is None:
        return found.filter(open_)
    return found.filter((pl.col("starts").is_null() | (pl.col("starts") <= when)) & (open_ | (pl.col("ends") > when)))


def of_tables(kg: api.KnowledgeGraph) -> pl.DataFrame:
    found = kg.tables.outcomes.join(kg.tables.promises.select("promise", "state"), on="promise", how="left")
    hidden = (pl.when(pl.col("how") != "itself").then(name).alias(name) for name in ("outcome", "by", "how"))
    return found.with_columns(*hidden, pl.col("went_on_as").list.join(" "))


@pytest.mark.parametrize("which", ["tiny", "real"])
def test_the_last_interval_is_what_the_tables_say(which: str, request: pytest.FixtureRequest) -> None:
    kg: api.KnowledgeGraph = request.getfixturevalue(which)
    assert compared(on_day(kg, None)).equals(compared(of_tables(kg)))
    own = ("engagement", "status_since", "status_by", "last_reported", "next")
    occasion = kg.outcome_history.filter(pl.col("last_reported").is_null())["engagement"].implode()
    now = kg.tables.engagements.select(own).filter(~pl.col("engagement").is_in(occasion))
    assert on_day(kg, None).join(now, on=own, how="semi", nulls_equal=True).height == now.height > 10


def test_on_every_day_it_is_what_the_tables_of_that_day_say(tiny: api.KnowledgeGraph) -> None:
    days = sorted(tiny.outcome_history["starts"].drop_nulls().unique())
    assert len(days) > 4
    for when in days:
        then = api.load(TINY, as_of=when, build=None)
        assert compared(on_day(tiny, when)).equals(compared(of_tables(then))), when


@pytest.mark.slow
def test_on_an_earlier_day_the_real_graph_is_what_the_tables_of_that_day_say(real: api.KnowledgeGraph) -> None:
    when = date(2024, 6, 30)
    then = api.load(ROOT / "data", as_of=when, build=None)
    assert "silent" in then.tables.promises["state"].to_list()
    assert compared(on_day(real, when)).equals(compared(of_tables(then)))
