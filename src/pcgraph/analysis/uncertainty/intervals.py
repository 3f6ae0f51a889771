"""Rank agents with intervals: resample, leave out single sources, and add the results to the ranking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from os import cpu_count
from typing import Any

import polars as pl

from pcgraph.analysis import centrality, network
from pcgraph.analysis.centrality.measures import Net
from pcgraph.analysis.network import NetworkSpec
from pcgraph.analysis.network.filters import parties
from pcgraph.analysis.processes import helpers
from pcgraph.analysis.registry import alias_note
from pcgraph.analysis.uncertainty import leave_one_out, rank_counts, resample
from pcgraph.analysis.uncertainty.plan import Plan, fill, outline, prune
from pcgraph.analysis.uncertainty.rank_counts import Counts, Progress, Task
from pcgraph.analysis.uncertainty.ranking import Uncertain
from pcgraph.belief.conclusions import voices
from pcgraph.belief.rule import alternatives, resolution
from pcgraph.belief.snapshot import Snapshot
from pcgraph.belief.tables import VALUE_IRI
from pcgraph.errors import LimitError, UsageError

ALONE = 4  # each cause alone has this many times fewer draws, enough to show which one matters
WORTH = 100_000  # draws times ties times measures that justify one more process


def rank(
    snapshot: Snapshot,
    spec: NetworkSpec,
    measures: Sequence[str],
    draws: int,
    *,
    seed: int = 1,
    top_k: int = 5,
    progress: Progress | None = None,
    processes: int | None = None,
) -> list[Uncertain]:
    """Rank by some measures, with an interval for each rank, from at most so many draws.

    Each draw resamples what is known: voices, contradictions, and unreported agreements. The rule of belief,
    `pcgraph.belief.rule.resolution.believe`, is applied once to every set of sources that any draw needs of any
    engagement (`pcgraph.belief.rule.alternatives`). A draw then only looks up the results.
    """
    _check(measures, draws, top_k)
    notes_of = {centrality.find(name).name: alias_note(name) for name in measures}
    names = tuple(notes_of)
    graph = network.draw(snapshot, spec)
    bases = {name: centrality.rank(graph, name) for name in names}
    evidence = alternatives.fold_identities(snapshot.evidence)
    plan = outline(snapshot, evidence, spec)
    agents = graph.nodes if not graph else sorted(graph)
    at = {iri: place for place, iri in enumerate(plan.nodes)}
    wanted = [at[agent] for agent in agents]
    causes = _causes(plan, draws) if graph else {}
    if processes is None:
        work = sum(causes.values()) * graph.number_of_edges() * len(names)
        processes = min(cpu_count() or 1, 1 + work // WORTH)
    with helpers(processes - 1, rank_counts.count) as others:
        asked = {*leave_one_out.all_keys(plan), *(key for out in leave_one_out.sources(plan) for key in out.keys)}
        for cause, most in causes.items():
            if cause != "invented":  # needs only the keys of all sources, which are in `asked` already
                for number in range(most):
                    asked.update(resample.keys(plan, cause, resample.random_generator(seed, number)))
        fill(plan, snapshot, evidence, asked)
        prune(plan)
        found = rank_counts.tally(Task(plan, names, tuple(wanted), seed), causes, progress, others)
    without = leave_one_out.sources(plan) if graph else []
    alone = _single_voice_shares(snapshot, graph, spec)
    said = _notes(plan) if graph else []
    out = []
    for name in names:
        frame = pl.DataFrame({"agent": list(agents)}, schema={"agent": pl.String})
        table = bases[name].table
        base = dict(table.select("agent", "rank").iter_rows())
        observed = [base[agent] for agent in agents]
        frame = frame.with_columns(
            *_intervals({cause: found[cause][name] for cause in causes}, observed, top_k),
            *_leave_out(plan, without, name, wanted, observed),
            pl.Series("moves", rank_counts.moves(found, name), pl.Int64),
        )
        more, reasons = _rank_alternatives(snapshot, spec, name, bool(graph))
        table = table.join(frame, on="agent", how="left", maintain_order="left")
        table = table.join(more, on="agent", how="left", maintain_order="left").join(
            alone, on="agent", how="left", maintain_order="left"
        )
        notes = [notes_of[name], bases[name].note, *said, *reasons, *_list_failures(found, name)]
        out.append(
            Uncertain(
                name,
                bases[name].meaning,
                bases[name].counts,
                table.with_columns(tied=pl.col("rank") + pl.len().over("rank") - 1).select(COLUMNS),
                "; ".join(filter(None, notes)),
                made := found["all"][name].draws + found["all"][name].failed.total() if causes else draws,
                seed,
                top_k,
                _describe(plan, made, seed, frame) if causes else "",
            )
        )
    return out


def networks(snapshot: Snapshot, spec: NetworkSpec, draws: int, *, seed: int = 1) -> Iterator[Net]:
    """Yield resamples of the network, with voices, contradictions and unreported agreements together, as in `rank`.

    The nodes are IRIs. With a single voice there is nothing to resample, and no network is yielded. Raises as `rank`.
    """
    _check((), draws, 1)
    evidence = alternatives.fold_identities(snapshot.evidence)
    plan = outline(snapshot, evidence, spec)
    numbers = range(draws if len(plan.voices) > 1 else 0)
    fill(
        plan,
        snapshot,
        evidence,
        {key for at in numbers for key in resample.keys(plan, "all", resample.random_generator(seed, at))},
    )
    prune(plan)
    for number in numbers:
        rng = resample.random_generator(seed, number)
        net = resample.network(plan, resample.keys(plan, "all", rng), rng)
        known = len(plan.nodes)  # higher numbers are agreements that nobody reported
        net.nodes = [plan.nodes[at] if at < known else f"unreported {at - known + 1}" for at in net.places]
        yield net


RANKS = ("low", "high", "sources_low", "sources_high", "resampled_low", "resampled_high", "disputed_low",
         "disputed_high", "invented_low", "invented_high", "corroborated", "stated")  # fmt: skip
COLUMNS = ["rank", "agent", "label", "value", "low", "high", "p_top", *RANKS[2:], "rests_on", "rests_kind",
           "rests_cost", "one_voice", "tied", "outside", "moves"]  # fmt: skip


def _check(measures: Iterable[str], draws: Any, top_k: Any) -> None:
    for name, number in (("uncertainty", draws), ("top_k", top_k)):
        if not isinstance(number, int) or isinstance(number, bool) or number < 1:
            raise UsageError(
                f"{name} {number}: too few; expected a whole number of at least 1; use 1000 draws, or top 5"
            )
    for name in measures:
        if centrality.find(name).groups:
            raise UsageError(
                f"measure {name}: numbers groups, which have no order; expected a centrality; use betweenness"
            )


def _causes(plan: Plan, draws: int) -> dict[str, int]:
    """Return the number of draws for each cause; none with a single voice, where there is nothing to resample."""
    alone = -(-draws // ALONE)
    return {cause: draws if cause == "all" else alone for cause in resample.CAUSES} if len(plan.voices) > 1 else {}


def _intervals(found: dict[str, Counts], observed: Sequence[int | None], top_k: int) -> list[pl.Series]:
    """Return the columns of the draws; null if there were none."""
    columns, size = [], len(observed)
    ends = {
        cause: [found[cause].interval(place) if cause in found else None for place in range(size)]
        for cause in resample.CAUSES
    }
    for cause, pairs in ends.items():
        stem = "" if cause == "all" else f"{cause}_"
        for end, name in enumerate(("low", "high")):
            columns.append(pl.Series(stem + name, [pair[end] if pair else None for pair in pairs], pl.Int64))
    tops = [found["all"].share_within(place, top_k) if "all" in found else None for place in range(size)]
    outside = [
        _outside(rank, {cause: pairs[place] for cause, pairs in ends.items()}) for place, rank in enumerate(observed)
    ]
    return [*columns, pl.Series("p_top", tops, pl.Float64), pl.Series("outside", outside, pl.String)]


def _outside(rank: int | None, ends: dict[str, tuple[int, int] | None]) -> str | None:
    """Return which way an observed rank lies outside its interval, and the parts that move it there alone.

    >>> _outside(65, {"all": (37, 58), "resampled": (39, 55), "disputed": (65, 65), "invented": (67, 67)})
    'rises: resampled'
    """
    sides = {
        cause: (pair[1] < rank) - (pair[0] > rank) if rank and pair else 0 for cause, pair in ends.items()
    }  # 1: the draws stand higher, −1: lower
    if not (side := sides.pop("all")):
        return None
    parts = [cause for cause, its in sides.items() if its == side]
    return f"{'rises' if side > 0 else 'falls'}: {' and '.join(parts) or 'only together'}"


def _leave_out(
    plan: Plan, without: Sequence[leave_one_out.Omission], name: str, wanted: Sequence[int], base: Sequence[int | None]
) -> list[pl.Series]:
    """Return the columns of leaving out each source and voice: best and worst rank, and what costs most ranks.

    If two cost the same, a source is preferred to a voice, then the lower slug.
    """
    size = len(wanted)
    best, worst, most = list(base), list(base), [0] * size
    rest: list[tuple[str | None, str | None]] = [(None, None)] * size
    several = len(plan.sources) > 1
    for out, found in leave_one_out.ranks(plan, without if several else [], name, wanted):
        if isinstance(found, str):
            continue
        for place, (new, old) in enumerate(zip(found, base, strict=True)):
            if old is None:
                continue
            if out.kind == "source":
                best[place], worst[place] = min(best[place] or new, new), max(worst[place] or new, new)
            if new - old > most[place]:
                most[place], rest[place] = new - old, (out.name, out.kind)
    cost = [number if name_ else None for number, (name_, _) in zip(most, rest, strict=True)]
    return [
        pl.Series("sources_low", best if several else [None] * size, pl.Int64),
        pl.Series("sources_high", worst if several else [None] * size, pl.Int64),
        pl.Series("rests_on", [name_ for name_, _ in rest], pl.String),
        pl.Series("rests_kind", [kind for _, kind in rest], pl.String),
        pl.Series("rests_cost", cost, pl.Int64),
    ]


def _rank_alternatives(snapshot: Snapshot, spec: NetworkSpec, name: str, any_: bool) -> tuple[pl.DataFrame, list[str]]:
    """Return the ranks if only facts of two or more voices count, and if no inferred fact counts."""
    evidence = snapshot.evidence
    stated = replace(evidence, facts=evidence.facts.filter(~pl.col("inferred")))
    tables = {"corroborated": _corroborated(snapshot), "stated": resolution.believe(stated, snapshot.ontology)}
    frame = pl.DataFrame({"agent": list(snapshot.entities)}, schema={"agent": pl.String})
    reasons = []
    for column, believed in tables.items():
        drawn = network.draw(snapshot.with_tables(believed), spec)
        if any_ and not drawn:
            what = "reported by two voices" if column == "corroborated" else "that is stated"
            reasons.append(f"no rank in {column}: no tie {what}")
        try:
            found = centrality.rank(drawn, name).table.select("agent", pl.col("rank").alias(column))
        except LimitError as error:
            reasons.append(f"no rank in {column}: {str(error).partition(';')[0]}")
            found = pl.DataFrame(schema={"agent": pl.String, column: pl.Int64})
        last = found[column].drop_nulls().len() + 1
        frame = frame.join(found, on="agent", how="left")
        if found.height:  # agents that are missing share the last rank
            frame = frame.with_columns(pl.col(column).fill_null(last))
    return frame, reasons


def _corroborated(snapshot: Snapshot) -> Any:
    """Return the tables of what at least two independent voices report."""
    tables = snapshot.tables
    stated = voices.of_statements(tables, snapshot.ontology).filter(pl.col("voices") > 1)
    held = stated.select("engagement", role="property", agent=VALUE_IRI)
    ties = tables.relations.filter(voices.count(tables.relations["sources"], tables.sources) > 1)
    return replace(tables, parties=tables.parties.join(held, on=held.columns, how="semi"), relations=ties)


def _single_voice_shares(snapshot: Snapshot, graph: Any, spec: NetworkSpec) -> pl.DataFrame:
    """Return the share of each node's ties that only one voice reports."""
    ends = {"one": pl.String, "other": pl.String}
    if spec.projection == "relations":
        rows = [(one, other, [*sources]) for one, other, sources in graph.edges(data="sources")]
        frame = pl.DataFrame(rows, schema={**ends, "sources": pl.List(pl.String)}, orient="row")
    else:
        frame = parties(snapshot, spec).select("sources", one="engagement", other="agent")
    single = frame.select("one", "other", one_voice=voices.count(frame["sources"], snapshot.tables.sources) < 2)
    both = pl.concat([single.select("one_voice", agent=end) for end in ends])
    return both.group_by("agent").agg(pl.col("one_voice").mean())


def _count_unplaced(plan: Plan) -> tuple[int, int]:
    """Count the agreements that no source identifies, and those among them for which no two parties are known."""
    found = resample.count_unreported({key[0]: plan.parts[key] for key in leave_one_out.all_keys(plan)})
    return sum(missing for missing, _ in found), sum(missing for missing, pool in found if len(pool) < 2)


def _notes(plan: Plan) -> list[str]:
    found = []
    if len(plan.sources) < 2:
        found.append("one source only, on which the whole ranking rests")
    if len(plan.voices) < 2:
        return [*found, "no interval: there is only one voice, so there is nothing to resample"]
    if not plan.disputes:
        found.append("no open contradiction that can affect a tie")
    missing, unplaced = _count_unplaced(plan)
    if unplaced and plan.counts_unknown:
        found.append(f"{unplaced} of {missing} unreported agreements could not be added: no two parties are known")
    if missing and not plan.counts_unknown:
        found.append("the filters exclude unreported agreements")
    return found


def _list_failures(found: dict[str, dict[str, Counts]], name: str) -> list[str]:
    return [
        f"{times} draws of {cause} left out: {why}"
        for cause, batch in found.items()
        for why, times in sorted(batch[name].failed.items())
    ]


def _describe(plan: Plan, draws: int, seed: int, frame: pl.DataFrame) -> str:
    missing, unplaced = _count_unplaced(plan)
    added = missing - unplaced if plan.counts_unknown else 0
    decided = sum(map(len, plan.disputes.values()))
    restless, outside = frame.filter(pl.col("moves") != 0).height, frame["outside"].count()
    return (
        f"90 % interval: the ranks in {draws:,} draws, without the lowest 5 % and the highest 5 %. Each draw samples "
        f"the {len(plan.voices)} voices with replacement, so that about 37 % are missing (resampled); decides each of "
        f"{decided} open contradictions at random (disputed); and adds the agreements that events count but no source "
        f"identifies ({added} with all voices), each between two random parties of the event (invented). Agents that "
        f"are equal in a draw stand anywhere in the ranks that they share; those that are not in it share the last. "
        f"The interval covers the choice of sources, not what no source reports. Seed {seed}. "
        + (
            f"Between two halves of the draws, an end of {restless} of {frame.height} intervals moves by a rank or "
            "more: see the column moves."
            if restless
            else "Between two halves of the draws, no end moves by a rank."
        )
        + f" {outside} observed ranks lie outside their interval: see the column outside." * (outside > 0)
    )
