"""Intervals of ranks: every draw equals the ranking of its sources asked alone; hand-worked on the tiny graph."""

from __future__ import annotations

import gc
import random
import re
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from threading import Event, Thread
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import rank_coverage
from helpers import PATIENCE, TINY, everyday, pcgraph
from pcgraph import api
from pcgraph.analysis import centrality, processes
from pcgraph.analysis.network import NetworkSpec, draw, make_spec
from pcgraph.analysis.uncertainty import (
    Uncertain,
    intervals,
    leave_one_out,
    plan,
    rank_counts,
    resample,
)
from pcgraph.analysis.uncertainty.plan import Part, Plan
from pcgraph.analysis.uncertainty.rank_counts import Counts, Task
from pcgraph.api import KnowledgeGraph
from pcgraph.belief.evidence import Evidence
from pcgraph.belief.rule import alternatives
from pcgraph.build import build
from pcgraph.errors import LimitError, UsageError
from pcgraph.model.namespaces import ID, SRC, local

pytestmark = pytest.mark.slow

NETWORKS: list[dict[str, object]] = [
    {},
    {"projection": "partners"},
    {"projection": "partners", "weight": "count", "fold_initiatives": False},
    {"projection": "bipartite"},
    {"projection": "engagements"},
    {"relations": ["signsWith", "discussesWith"]},
    {"projection": "partners", "relations": ["signsWith"], "inferred": True, "unnamed": True},
    {"fold_parents": True, "status": "entered"},
    {"since": "2025-01-01", "projection": "partners"},
]
NAMES = ["-".join(f"{key}={value}" for key, value in one.items()) or "relations" for one in NETWORKS]


def planned(kg: KnowledgeGraph, **network: object) -> tuple[Plan, KnowledgeGraph, Evidence]:
    relations = network.pop("relations", ())
    said = alternatives.fold_identities(kg.evidence)
    return plan.outline(kg, said, make_spec(relations, **network)), kg, said  # type: ignore[arg-type]


def ranks(net: resample.ResampledNet, made: Plan, name: str = "pagerank") -> dict[str, int]:
    wanted = list(range(len(made.nodes)))
    [found] = resample.ranks([net], name, wanted)
    assert isinstance(found, list)
    return {made.nodes[node]: found[node] for node in net.places}


def expected(kg: KnowledgeGraph, network: dict[str, object], name: str = "pagerank") -> dict[str, int]:
    table = kg.rank(name, **network).table  # type: ignore[arg-type]
    return dict(table.select("agent", "rank").iter_rows())


@pytest.mark.exhaustive
@pytest.mark.parametrize("network", NETWORKS, ids=NAMES)
def test_all_sources_give_the_ranking_itself(real: KnowledgeGraph, network: dict[str, object]) -> None:
    made, base, said = planned(real, **network)
    plan.fill(made, base, said, leave_one_out.all_keys(made))
    for name in ("betweenness", "pagerank"):
        assert ranks(resample.network(made, leave_one_out.all_keys(made)), made, name) == expected(real, network, name)


@pytest.mark.parametrize("network", everyday(NETWORKS, NETWORKS[::3].__contains__), ids=NAMES)
def test_a_draw_of_voices_is_the_ranking_of_their_sources(real: KnowledgeGraph, network: dict[str, object]) -> None:
    """Voices left out by chance give what the graph of the other sources gives, asked on its own."""
    made, base, said = planned(real, **network)
    chosen = resample.keys(made, "resampled", random.Random(5))
    plan.fill(made, base, said, chosen)
    heard = random.Random(5).choices(range(len(made.voices)), k=len(made.voices))
    sources = sorted({made.sources[place] for voice in heard for place in made.members[voice]})
    assert 0.5 < len(sources) / len(made.sources) < 0.75
    assert ranks(resample.network(made, chosen), made) == expected(graph_of(*sources), network)


def test_few_keys_at_a_time_give_the_same_parts(tiny: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    made, base, said = planned(tiny)
    keys = {key for out in leave_one_out.sources(made) for key in out.keys}
    plan.fill(made, base, said, keys)
    sizes, compute = list[int](), alternatives.tables
    monkeypatch.setattr(
        alternatives, "tables", lambda *args: sizes.append(args[2]["world"].n_unique()) or compute(*args)
    )
    monkeypatch.setattr(plan, "WORLDS", 4)
    other, base, said = planned(tiny)
    plan.fill(other, base, said, keys)
    assert other.parts == made.parts
    assert (max(sizes), sum(sizes)) == (4, len(keys))


def test_omissions_share_the_keys_that_they_do_not_change(tiny: KnowledgeGraph) -> None:
    made, *_ = planned(tiny)
    kept = [key for out in leave_one_out.sources(made) for key in out.keys if key[1] == made.whole[key[0]]]
    assert len({id(key) for key in kept}) == len(set(kept)) < len(kept)


@cache
def graph_of(*sources: str) -> KnowledgeGraph:
    return api.load(build=None, only=[local(source) for source in sources])


@pytest.mark.parametrize("slug", ["harbour-2024", "borealis-2024", "tide-2025", "digest"])
def test_leaving_a_source_out_is_the_graph_without_it(tiny: KnowledgeGraph, slug: str) -> None:
    made, base, said = planned(tiny)
    [out] = [out for out in leave_one_out.sources(made) if (out.kind, out.name) == ("source", SRC + slug)]
    plan.fill(made, base, said, out.keys)
    without = api.load(TINY, build=None, without=[slug])
    assert ranks(resample.network(made, out.keys), made) == expected(without, {})


def test_sources_that_share_a_wire_come_and_go_together(tiny: KnowledgeGraph) -> None:
    made, base, said = planned(tiny)
    assert len(made.sources) == 4  # the retracted one says nothing
    assert len(made.voices) == 3
    [out] = [out for out in leave_one_out.sources(made) if out.kind == "voice"]
    plan.fill(made, base, said, out.keys)
    without = api.load(TINY, build=None, without_voice=["digest"])
    assert ranks(resample.network(made, out.keys), made) == expected(without, {})


def test_the_rule_is_asked_once_about_all_draws(tiny: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    rule = alternatives.believe

    def believe(said: Evidence, ontology: object) -> object:
        asked.append(said.facts.height)
        return rule(said, ontology)  # type: ignore[arg-type]

    monkeypatch.setattr(alternatives, "believe", believe)
    tiny.rank("degree", uncertainty=100)
    assert len(asked) == 1
    tiny.rank("degree", uncertainty=1000)
    assert asked[1] < 1.5 * asked[0]  # few sets of sources occur that have not occurred before


def test_pruning_changes_no_draw(real: KnowledgeGraph) -> None:
    made, base, said = planned(real)
    keys = {n: resample.keys(made, "all", resample.random_generator(3, n)) for n in range(5)}
    plan.fill(made, base, said, {key for some in keys.values() for key in some} | set(leave_one_out.all_keys(made)))
    before = [ranks(resample.network(made, some, random.Random(1)), made) for some in keys.values()]
    size = len(made.whole)
    plan.prune(made)
    assert len(made.whole) < size
    after = [resample.keys(made, "all", resample.random_generator(3, n)) for n in range(5)]
    assert [ranks(resample.network(made, some, random.Random(1)), made) for some in after] == before


# ---- Contradictions --------------------------------------------------------------------------------------------------


def test_open_contradictions_are_those_of_the_catalogue(tiny: KnowledgeGraph) -> None:
    """README of the tiny graph: the contract's signing, the forum's count. The charter's party is decided."""
    made, _, _ = planned(tiny)
    found = {local(made.nodes[of]): ways for of, ways in made.disputes.items()}
    assert set(found) == {"crane-contract", "vik-forum"}
    [signing] = found["crane-contract"]
    assert [way[3] and way[3].split('"')[1] for way in signing] == ["2025-01-20", "2025-02-03"]


@pytest.mark.parametrize(("way", "day"), [(0, "2025-01-20"), (1, "2025-02-03")])
def test_a_verdict_in_each_direction_is_obeyed(tiny: KnowledgeGraph, way: int, day: str) -> None:
    """From 2025-02-01 on, the contract is among what was signed only if it was not signed on 20 January."""
    made, base, said = planned(tiny, since="2025-02-01", until="2025-02-03", relations=["signsWith"])
    of = made.engagements[ID + "crane-contract"]
    key = (of, made.whole[of], (way,))
    plan.fill(made, base, said, [key])
    assert bool(made.parts[key].ties) == (day == "2025-02-03")


def test_a_party_that_a_closed_list_denies_may_be_one(data: Path) -> None:
    """Omission its verdict, Acme Pilots is a signatory of the charter in one direction, and not in the other."""
    folder = data
    text = (folder / "verdicts.ttl").read_text(encoding="utf-8")
    head, tail = text.split("verdict:safety-charter-party")
    (folder / "verdicts.ttl").write_text(head + tail[tail.index("src:courier") :], encoding="utf-8")
    made, base, said = planned(api.load(folder, build=None), projection="bipartite")
    of, pilots = made.engagements[ID + "safety-charter"], made.nodes.index(ID + "acme-pilots")
    assert len(made.disputes[of]) == 1
    keys = [(of, made.whole[of], (way,)) for way in (0, 1)]
    plan.fill(made, base, said, keys)
    assert [pilots in made.parts[key].members for key in keys] == [True, False]


# ---- What nobody reported --------------------------------------------------------------------------------------------


def test_the_forum_counts_four_and_two_are_told(tiny: KnowledgeGraph) -> None:
    """README of the tiny graph: four claimed, two identified. Parties: the forum's, and those of the two."""
    made, base, said = planned(tiny)
    plan.fill(made, base, said, leave_one_out.all_keys(made))
    [(missing, pool)] = resample.count_unreported({key[0]: made.parts[key] for key in leave_one_out.all_keys(made)})
    assert missing == 2
    assert {"harbour-authority", "vik-university", "ida-holm", "borealis"} <= {local(made.nodes[at]) for at in pool}


def test_unreported_agreements_stand_between_two_parties_of_the_event() -> None:
    present = {1: Part(claimed=30, pool=(4, 5, 6)), 2: Part(claimed=3, pool=(7,)), 3: Part(claimed=0, pool=(8, 9))}
    added = resample.draw_unreported(present, random.Random(2))
    assert len(added) == 30
    assert {frozenset(pair) for pair in added} == {frozenset(pair) for pair in ((4, 5), (4, 6), (5, 6))}


def test_an_event_within_an_event_is_counted_once() -> None:
    present = {1: Part(claimed=10, pool=(4, 5)), 2: Part(claimed=3, pool=(4, 5), during=(1,))}
    assert [missing for missing, _ in resample.count_unreported(present)] == [7, 3]


@pytest.mark.parametrize(
    ("network", "counts"),
    [({}, True), ({"status": "entered"}, True), ({"status": "realised"}, False), ({"relations": ["funds"]}, False)],
)
def test_filters_say_whether_an_unreported_agreement_passes(
    tiny: KnowledgeGraph, network: dict[str, object], counts: bool
) -> None:
    made, _, _ = planned(tiny, **network)
    assert made.counts_unknown is counts


# ---- Ranks and counts ------------------------------------------------------------------------------------------------


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), min_size=1, max_size=30))
@settings(max_examples=60, deadline=None)
def test_ranks_of_a_drawn_network_are_those_of_networkx(pairs: list[tuple[int, int]]) -> None:
    rows = [(one, other, 1.0, False) for one, other in pairs if one != other]
    graph = nx.MultiDiGraph([(str(one), str(other)) for one, other, *_ in rows])
    net = resample.ResampledNet(rows, True)
    for name in ("degree", "betweenness", "pagerank", "strength"):
        table = centrality.rank(graph, name).table
        [found] = resample.ranks([net], name, range(9))
        last = graph.number_of_nodes() + 1
        now = dict(table.select("agent", "rank").iter_rows())
        assert found == [now.get(str(node), last) for node in range(9)]


def test_who_is_absent_shares_the_last_place() -> None:
    star = resample.ResampledNet([(0, leaf, 1.0, True) for leaf in (1, 2)], False)
    assert resample.ranks([star], "degree", [0, 1, 2, 7, 8]) == [[1, 2, 2, 4, 4]]


def test_percentiles_cut_five_off_at_each_end() -> None:
    counts = Counts([Counter(range(1, 101))], [Counter(range(1, 101))], 100)
    assert counts.interval(0) == (6, 95)  # five below, five above
    assert counts.share_within(0, 5) == 0.05
    assert Counts([Counter({3: 1})], [Counter({4: 1})], 1).interval(0) == (3, 4)
    assert Counts([Counter()], [Counter()], 0).interval(0) is None


def test_one_seed_gives_the_same_whatever_the_number_of_processes(tiny: KnowledgeGraph) -> None:
    made, base, said = planned(tiny)
    keys = [
        resample.keys(made, cause, resample.random_generator(4, n)) for cause in resample.CAUSES for n in range(150)
    ]
    plan.fill(made, base, said, {key for some in keys for key in some})
    task = Task(made, ("degree", "betweenness"), tuple(range(len(made.nodes))), 4)
    draws = dict.fromkeys(resample.CAUSES, 150)
    told: list[tuple[int, int]] = []
    one = rank_counts.tally(task, draws, lambda *done: told.append(done))
    with processes.helpers(1, rank_counts.count) as others:
        two = rank_counts.tally(task, draws, helpers=others)
    assert one == two
    assert told[-1] == (600, 600)


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(tiny: KnowledgeGraph) -> None:
    first, again, other = (tiny.rank("betweenness", uncertainty=40, seed=seed).table.write_csv() for seed in (7, 7, 8))
    assert first == again != other


def test_draws_end_when_no_end_moves_between_the_halves(monkeypatch: pytest.MonkeyPatch) -> None:
    task = Task(_pairs(), ("degree",), (0, 2), 1)
    assert rank_counts.tally(task, {"all": 2000})["all"]["degree"].draws == rank_counts.FEWEST
    assert rank_counts.tally(task, {"all": 30})["all"]["degree"].draws == 30
    looks = iter([[0, 3], [1, 0], [0, 0]])
    monkeypatch.setattr(rank_counts, "moves", lambda *_: next(looks))
    assert rank_counts.tally(task, {"all": 2000})["all"]["degree"].draws == 4 * rank_counts.FEWEST
    monkeypatch.setattr(rank_counts, "moves", lambda *_: [0, 3])
    assert rank_counts.tally(task, {"all": 1001})["all"]["degree"].draws == 1001


def test_an_end_moves_by_the_ranks_between_the_halves() -> None:
    halves = [Counts([Counter({1: 9, 2: 9})], [Counter({high: 18})], 18) for high in (4, 6)]
    found = dict(zip(rank_counts.HALVES, ({"degree": half} for half in halves), strict=True))
    assert rank_counts.moves(found, "degree") == [2]


def test_it_is_said_whose_ends_move(ranked: Uncertain) -> None:
    restless = ranked.table.filter(pl.col("moves") > 0).height
    assert restless > 0
    assert f"an end of {restless} of {len(ranked)} intervals moves by a rank or more" in ranked.what
    assert ranked.draws == 60


def test_the_experiment_on_coverage_fails_if_intervals_are_too_narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rank_coverage, "LEAST", {"even": 0.88})
    monkeypatch.setattr(rank_coverage, "MEASURES", ("degree",))
    assert rank_coverage.main([3], draws=40) == 0
    interval = Counts.interval

    def narrow(counts: Counts, place: int) -> tuple[int, int] | None:
        """Return the middle half of an interval."""
        low, high = interval(counts, place) or (0, 0)
        return low + (high - low) // 4, high - (high - low) // 4

    monkeypatch.setattr(Counts, "interval", narrow)
    assert rank_coverage.main([3], draws=40) == 1


def test_memory_does_not_grow_with_the_number_of_draws(tiny: KnowledgeGraph) -> None:
    made, base, said = planned(tiny)
    keys = [resample.keys(made, "all", resample.random_generator(1, n)) for n in range(1200)]
    plan.fill(made, base, said, {key for some in keys for key in some})
    task = Task(made, ("degree",), tuple(range(len(made.nodes))), 1)

    def peak(draws: int) -> int:
        gc.collect()  # or what the tests before left is collected now or then
        tracemalloc.start()
        rank_counts.tally(task, {"all": draws})
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(100)
    assert peak(1200) < 1.5 * peak(200)  # 1.3, as more ranks occur; a list for each draw would make it 1.8


def test_what_another_process_gives_up_is_done_here(tiny: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    made, base, said = planned(tiny)
    plan.fill(made, base, said, leave_one_out.all_keys(made))
    task = Task(made, ("degree",), (0, 1), 1)
    alone, count, lost, got = rank_counts.tally(task, {"invented": 400}), rank_counts.count, Event(), list[object]()

    def nothing(_: object) -> None:
        lost.set()
        raise EOFError

    def after_the_loss(*given: Any) -> rank_counts.Batch:
        assert lost.wait(PATIENCE)
        return count(*given)

    monkeypatch.setattr(processes.pickle, "load", nothing)
    monkeypatch.setattr(rank_counts, "count", after_the_loss)
    with processes.helpers(1, count) as others:
        waits = Thread(
            target=lambda: got.append(rank_counts.tally(task, {"invented": 400}, helpers=others)), daemon=True
        )
        waits.start()
        waits.join(PATIENCE)  # a job that is lost would be waited for without end
    assert got == [alone]


def test_a_process_that_does_not_start_is_done_without(tiny: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    made, base, said = planned(tiny)
    plan.fill(made, base, said, leave_one_out.all_keys(made))
    task = Task(made, ("degree",), (0, 1), 1)
    alone = rank_counts.tally(task, {"invented": 400})
    monkeypatch.setattr(processes.sys, "executable", "/bin/false")
    with processes.helpers(1, rank_counts.count) as others:
        assert rank_counts.tally(task, {"invented": 400}, helpers=others) == alone


def test_another_process_takes_a_part(tiny: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    made, base, said = planned(tiny)
    plan.fill(made, base, said, leave_one_out.all_keys(made))
    load, count, answered, mine = processes.pickle.load, rank_counts.count, Event(), list[range]()

    def loaded(pipe: Any) -> Any:
        found = load(pipe)
        answered.set()
        return found

    def after_an_answer(task: Task, cause: str, numbers: range) -> rank_counts.Batch:
        assert answered.wait(PATIENCE)
        mine.append(numbers)
        return count(task, cause, numbers)

    monkeypatch.setattr(processes.pickle, "load", loaded)
    monkeypatch.setattr(rank_counts, "count", after_an_answer)
    with processes.helpers(1, count) as others:
        rank_counts.tally(Task(made, ("degree",), (0, 1), 1), {"invented": 400}, helpers=others)
    assert 0 < len(mine) < 400 / rank_counts.BATCH


@pytest.mark.parametrize(("worth", "cores", "expected"), [(10**9, 8, 0), (1, 1, 0), (1, 3, 2), (6_000, 64, 1)])
def test_as_many_processes_as_the_work_is_worth(
    tiny: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch, worth: int, cores: int, expected: int
) -> None:
    asked: list[int] = []

    @contextmanager
    def helpers(number: int, _: object) -> Iterator[list[processes.Helper]]:
        asked.append(number)
        yield []

    monkeypatch.setattr(intervals, "helpers", helpers)
    monkeypatch.setattr(intervals, "WORTH", worth)
    monkeypatch.setattr(intervals, "cpu_count", lambda: cores)
    ties = draw(tiny).number_of_edges()
    draws = 6_000 // ties  # and three quarters of that again
    assert 6_000 < 1.75 * draws * ties < 12_000
    tiny.rank("degree", uncertainty=draws)
    assert asked == [expected]


@pytest.mark.parametrize("where", ["fill", "tally"])
def test_ctrl_c_ends_the_other_processes(tiny: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    started: list[processes.Helper] = []
    helper = processes.Helper

    def remember(function: Any) -> processes.Helper:
        started.append(helper(function))
        return started[-1]

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(processes, "Helper", remember)
    monkeypatch.setattr(intervals, "WORTH", 1)
    monkeypatch.setattr(intervals, "cpu_count", lambda: 2)
    if where == "fill":
        monkeypatch.setattr(intervals, "fill", stop)
    with pytest.raises(KeyboardInterrupt):
        tiny.rank("degree", uncertainty=600, progress=stop)
    assert started
    assert all(one._process.poll() is not None for one in started)


# ---- The result ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def both(real: KnowledgeGraph) -> list[Uncertain]:
    return real.ranks(["betweenness", "pagerank"], uncertainty=60, seed=7)


@pytest.fixture(scope="module")
def ranked(both: list[Uncertain]) -> Uncertain:
    return both[0]


def test_an_observed_rank_outside_its_interval_says_which_way_and_why(both: list[Uncertain]) -> None:
    rows = [(found, row) for found in both for row in found.table.iter_rows(named=True)]
    for _, row in rows:
        way = "rises" if row["rank"] > row["high"] else "falls" if row["rank"] < row["low"] else ""
        assert (row["outside"] or "").partition(":")[0] == way
    told = [(found, row) for found, row in rows if row["outside"]]
    assert 0 < len(told) < 0.03 * len(rows)  # with equal agents on their first rank only, it would be 12 %
    for found, row in told:
        way, _, parts = row["outside"].partition(": ")
        named = [part for part in parts.split(" and ") if part != "only together"]
        end = "high" if way == "rises" else "low"
        assert all((row[f"{part}_{end}"] < row["rank"]) == (way == "rises") for part in named)
        assert f"({row['outside']})" in "".join(each["interval"] for each in found.rows())
        assert "outside their interval" in found.what


def test_a_part_that_changes_nothing_gives_the_ranks_of_the_tie(ranked: Uncertain) -> None:
    """Few ranks hang on a contradiction; those of the tie of zero are shared by many."""
    table = ranked.table
    still = table.filter((pl.col("disputed_low") == pl.col("rank")) & (pl.col("disputed_high") == pl.col("tied")))
    assert len(still) > 0.4 * len(table)
    tie = table.filter(pl.col("value") == 0)
    assert tie.select("rank", "tied").unique().rows() == [(len(table) - len(tie) + 1, len(table))]
    texts = dict(zip(table["agent"], ranked.rows(), strict=True))
    assert not any("disputed" in texts[agent]["width"] for agent in still["agent"])
    assert {texts[agent]["width"].split(",")[0] for agent in tie["agent"]} == {f"tied +{len(tie) - 1}"}


def test_the_ranking_itself_is_unchanged(real: KnowledgeGraph, ranked: Uncertain) -> None:
    plain = real.rank("betweenness")
    assert ranked.table.select("rank", "agent", "label", "value").equals(plain.table)
    assert ranked.top(3) == plain.top(3)
    assert ranked.counts == plain.counts


def test_columns_are_in_range(ranked: Uncertain) -> None:
    table = ranked.table
    assert table.columns == intervals.COLUMNS
    for stem in ("", "sources_", "resampled_", "disputed_", "invented_"):
        assert (table[f"{stem}low"] <= table[f"{stem}high"]).all()
        assert table[f"{stem}low"].min() == 1
    assert table["p_top"].is_between(0, 1).all()
    assert table["one_voice"].is_between(0, 1).all()
    assert (table["sources_low"] <= table["rank"]).all()
    assert (table["sources_high"] >= table["rank"]).all()
    assert abs(table["p_top"].sum() - 5) < 1  # of five places, but for equals
    assert table.select(pl.col(pl.Float64).is_nan().any()).row(0) == (False,) * 3


def test_what_a_rank_rests_on_is_what_costs_it_most(ranked: Uncertain) -> None:
    row = ranked.table.filter(pl.col("rests_cost") == pl.col("rests_cost").max()).row(0, named=True)
    option = "without" if row["rests_kind"] == "source" else "without_voice"
    without = api.load(build=None, **{option: [local(row["rests_on"])]}).rank("betweenness").table  # type: ignore[arg-type]
    now = without.filter(pl.col("agent") == row["agent"])["rank"]
    assert (now.item() if len(now) else without.height + 1) - row["rank"] == row["rests_cost"]


def test_what_two_voices_tell(tiny: KnowledgeGraph) -> None:
    """Counted here over the ties of the network itself."""
    found = tiny.rank("degree", uncertainty=5).table
    voice = dict(tiny.tables.sources.select("source", "voice").iter_rows())
    graph = nx.Graph()
    for one, other, sources in draw(tiny).edges(data="sources"):
        if len({voice[source] for source in sources}) > 1:
            graph.add_edge(one, other)
    degrees = dict(graph.degree())
    for agent, rank in found.select("agent", "corroborated").iter_rows():
        better = sum(degree > degrees.get(agent, 0) for degree in degrees.values())
        assert rank == better + 1, agent


def test_readings_dropped(real: KnowledgeGraph) -> None:
    """A status that is a reading makes a tie; without readings it makes none."""
    found = real.rank("degree", uncertainty=2, status="realised", inferred=True).table
    assert (found["stated"] != found["rank"]).any()


def test_share_of_ties_that_one_voice_tells(tiny: KnowledgeGraph) -> None:
    found = dict(tiny.rank("degree", uncertainty=2).table.select("agent", "one_voice").iter_rows())
    voice = dict(tiny.tables.sources.select("source", "voice").iter_rows())
    ties = [sources for one, other, sources in draw(tiny).edges(data="sources") if ID + "acme" in (one, other)]
    assert found[ID + "acme"] == sum(len({voice[s] for s in sources}) < 2 for sources in ties) / len(ties)


# ---- Bad input -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"uncertainty": 0}, "uncertainty 0: too few"),
        ({"uncertainty": -3}, "uncertainty -3: too few"),
        ({"uncertainty": 2.5}, "uncertainty 2.5"),
        ({"uncertainty": True}, "uncertainty True"),
        ({"uncertainty": 5, "top_k": 0}, "top_k 0: too few"),
        ({"uncertainty": 5, "projection": "partner"}, "projection 'partner': unknown"),
        ({"uncertainty": 5, "statuss": "x"}, "option 'statuss': unknown"),
    ],
)
def test_a_bad_call_is_one_line(tiny: KnowledgeGraph, given: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError, match=said) as error:
        tiny.rank("degree", **given)  # type: ignore[arg-type]
    assert "\n" not in str(error.value)
    assert "expected" in str(error.value)


@pytest.mark.parametrize("name", ["communities", "components"])
def test_numbers_of_groups_are_no_ranks(tiny: KnowledgeGraph, name: str) -> None:
    with pytest.raises(UsageError, match="no order"):
        tiny.rank(name, uncertainty=5)


def test_an_empty_network_has_no_rows_and_a_reason(tiny: KnowledgeGraph) -> None:
    found = tiny.rank("betweenness", uncertainty=5, since="2040-01-01")
    assert isinstance(found, Uncertain)
    assert len(found) == 0
    assert found.note == "the network is empty"
    assert found.table.columns == intervals.COLUMNS
    ElementTree.fromstring(found.svg)  # noqa: S314


def test_one_source_has_no_interval_and_says_why(article: KnowledgeGraph) -> None:
    found = article.rank("betweenness", uncertainty=20)
    assert isinstance(found, Uncertain)
    for name in (
        "low",
        "high",
        "p_top",
        "resampled_low",
        "sources_low",
        "outside",
        "moves",
        "rests_on",
        "corroborated",
    ):
        assert found.table[name].null_count() == len(found), name
    assert "one source only" in found.note
    assert "no interval: there is only one voice" in found.note
    assert "no rank in corroborated" in found.note
    assert "–" in {row["interval"] for row in found.rows()}


def test_two_papers_of_one_wire_are_one_voice() -> None:
    found = api.load(TINY, build=None, only=["tide-2025", "digest"]).rank("degree", uncertainty=5)
    assert "no interval: there is only one voice" in found.note
    assert found.table["sources_high"].null_count() == 0  # leaving one paper out still says something


def test_all_equal_share_one_rank_in_every_draw() -> None:
    counts = rank_counts.count(Task(_pairs(), ("degree",), (0, 1, 2, 3), 1), "invented", range(20))["degree"]
    assert [counts.interval(place) for place in range(4)] == [(1, 4)] * 4  # anyone may be first or last of them


def _pairs() -> Plan:
    """Two pairs of agents, each tied by an engagement of its own."""
    parts = {(4, 1, ()): Part(ties=((0, 1, True),)), (5, 1, ()): Part(ties=((2, 3, True),))}
    return Plan(NetworkSpec(), list("abcdef"), {"e": 4, "f": 5}, ["s", "t"], [[(4, 1)], [(5, 1)]], [[0], [1]],
                {0: [(4, 1)], 1: [(5, 1)]}, {4: 1, 5: 1}, {}, True, parts)  # fmt: skip


def test_no_two_voices_speak_of_one_thing() -> None:
    """Two agents of whom each voice tells one pair: absent in the share of draws that do not hear their voice."""
    counts = rank_counts.count(Task(_pairs(), ("degree",), (0, 2), 1), "resampled", range(400))["degree"]
    absent = sum(times for rank, times in counts.ranks[0].items() if rank > 1) / 400
    assert set(counts.ranks[0]) == {1, 3}  # two are there, so the absent are third
    assert abs(absent - 0.25) < 0.07  # both drawn voices are the other one: 1/2 · 1/2


def test_a_draw_that_does_not_end_is_left_out_and_told(tiny: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(_: object) -> centrality.compute.Found:
        calls.append(1)
        if len(calls) % 3 == 0:
            raise LimitError("measure eigenvector: no convergence after 3000 iterations on 9 nodes; expected x; take y")
        return plain(_)  # type: ignore[arg-type]

    calls: list[int] = []
    plain = centrality.compute.eigenvector
    monkeypatch.setattr(centrality.compute, "eigenvector", endless)
    found = tiny.rank("eigenvector", uncertainty=30)
    assert "draws of all left out: measure eigenvector: no convergence" in found.note
    assert found.table["low"].null_count() == 0


def test_a_scope_is_obeyed() -> None:
    """As of the end of June 2024 one source is known, so nothing is drawn from the later ones."""
    then = api.load(TINY, build=None, as_of="2024-12-31")
    made, _, _ = planned(then)
    assert [local(source) for source in made.sources] == ["borealis-2024", "harbour-2024"]
    found = then.rank("degree", uncertainty=10)
    rests = set(found.table["rests_on"].drop_nulls())
    assert rests <= {SRC + "borealis-2024", SRC + "harbour-2024"}


def test_a_retracted_source_is_heard_in_no_draw(tiny: KnowledgeGraph) -> None:
    assert SRC + "courier-2025" not in planned(tiny)[0].sources


# ---- Sensitivity -----------------------------------------------------------------------------------------------------


def test_sensitivity_says_what_leaving_out_does(tiny: KnowledgeGraph) -> None:
    found = tiny.sensitivity("degree", top=3)
    base = tiny.rank("degree").table
    first = base.filter(pl.col("rank") <= 3)
    for row in found.filter(pl.col("kind") == "source").iter_rows(named=True):
        without = api.load(TINY, build=None, without=[row["what"]]).rank("degree").table
        now = dict(without.select("agent", "rank").iter_rows())
        leading = {agent for agent in base["agent"] if now.get(agent, without.height + 1) <= 3}
        labels = dict(base.select("agent", "label").iter_rows())
        assert set(row["comes"]) == {labels[agent] for agent in leading - {*first["agent"]}}
        assert set(row["goes"]) == {labels[agent] for agent in {*first["agent"]} - leading}
        places = sum(
            abs(now.get(a, without.height + 1) - rank) for rank, a in first.select("rank", "agent").iter_rows()
        )
        assert row["places"] == places
        assert row["changed"] == len(row["goes"])
    order = found.select("changed", "places").rows()
    assert order == sorted(order, reverse=True)
    assert set(found["kind"]) >= {"source", "engagement", "role"}


def test_a_verdict_left_out_can_change_the_first(tiny: KnowledgeGraph) -> None:
    """Omission the verdict on the charter, Acme Pilots has partners there, and two who led equally are behind it."""
    found = tiny.sensitivity("degree", top=9, projection="partners").filter(pl.col("kind") == "verdict")
    assert found["what"].to_list() == ["id:safety-charter signatory not id:acme-pilots"]


def test_sensitivity_of_nothing_is_empty(tiny: KnowledgeGraph) -> None:
    assert tiny.sensitivity("degree", since="2040-01-01").is_empty()
    with pytest.raises(UsageError, match="top 0: too few"):
        tiny.sensitivity("degree", top=0)


# ---- How it is shown -------------------------------------------------------------------------------------------------


def test_the_command_line_prints_bars_and_sentences() -> None:
    done = pcgraph("rank", "degree", "--uncertainty", "30", "--seed", "7", "--top-k", "3", "--data", str(TINY))
    assert done.returncode == 0, done.stderr
    head, *rows = done.stdout.splitlines()[1:]
    assert "P(top 3)" in head
    assert "90 %" in head
    bars = [row for row in rows if "●" in row]
    assert len(bars) == api.load(TINY, build=None).network().number_of_nodes()
    assert len({row.rstrip("%").find("├") for row in bars}) > 0
    assert "90 % interval: the ranks in 30 draws" in done.stdout
    assert "Seed 7." in done.stdout
    assert re.search(r"90 % +width from +P", head)
    assert "resampled +" in done.stdout
    assert "Between two halves of the draws" in done.stdout
    assert done.stdout == pcgraph(*done.args).stdout


@pytest.mark.parametrize("suffix", ["csv", "json", "svg"])
def test_files(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"ranks.{suffix}"
    done = pcgraph("rank", "degree", "--uncertainty", "9", "-o", str(file), "--data", str(TINY))
    assert done.returncode == 0, done.stderr
    text = file.read_text(encoding="utf-8")
    if suffix == "svg":
        root = ElementTree.fromstring(text)  # noqa: S314
        names = [child.tag.rpartition("}")[2] for child in root]
        assert names[:2] == ["title", "desc"]
        assert ">P(top 5)<" in text
    else:
        assert all(name in text for name in ("p_top", "rests_on", "one_voice"))


def test_a_picture_without_intervals_is_refused() -> None:
    done = pcgraph("rank", "degree", "-o", "ranks.svg", "--data", str(TINY))
    assert (done.returncode, done.stdout) == (2, "")
    assert "add --uncertainty 1000" in done.stderr


def test_the_picture_is_grey_and_escapes(ranked: Uncertain) -> None:
    table = ranked.table.with_columns(pl.lit("<b>&\x07" + "x" * 80).alias("label"))
    text = replace(ranked, table=table).svg
    ElementTree.fromstring(text)  # noqa: S314
    colours = set(re.findall(r": #([0-9a-f]{6})", text))
    assert len(colours) > 2
    assert not [colour for colour in colours if colour != 3 * colour[:2]]
    assert "<b>" not in text


def test_a_notebook_shows_the_picture(ranked: Uncertain) -> None:
    shown = ranked._repr_html_()
    assert "<svg" in shown
    assert "Seed 7." in shown


def test_a_build_writes_intervals(tmp_path: Path) -> None:
    out = tmp_path / "build"
    build(out, TINY)
    found = pl.read_csv(out / "rankings.csv")
    assert found.columns == ["measure", "rank", "agent", "label", "value", "low", "high", "p_top", "outside"]
    assert found["low"].null_count() == 0
    assert '"sure":' in (out / "map.html").read_text(encoding="utf-8")


def test_the_page_has_an_interval_for_each_who_has_a_rank(tiny: KnowledgeGraph) -> None:
    sure = tiny.ranks(["degree"], uncertainty=10)
    view = tiny.map(sure=sure).view
    [told] = [one for one in view["measures"] if one["name"] == "degree"]
    values = view["nodes"]["measure"]["degree"]
    assert [bool(one) for one in told["sure"]] == [value is not None for value in values]
    assert told["top"] == 5
    assert all("sure" not in one for one in view["measures"] if one["name"] != "degree")
    assert all("sure" not in one for one in tiny.map().view["measures"])
