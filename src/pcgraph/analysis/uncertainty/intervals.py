"""Rank with intervals: leave out, draw, count, and put it beside the ranking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from os import cpu_count
from typing import Any

import polars as pl

from pcgraph.analysis import centrality, network
from pcgraph.analysis.centrality.measures import Net
from pcgraph.analysis.network.filters import parties
from pcgraph.analysis.uncertainty import leave_one_out, rank_counts, resample
from pcgraph.analysis.uncertainty.plan import Ground, Plan, Projection, fill, outline, prune
from pcgraph.analysis.uncertainty.rank_counts import Counts, Progress, Task
from pcgraph.analysis.uncertainty.ranking import SHARE, Uncertain
from pcgraph.belief import alternatives, resolution
from pcgraph.belief.evidence import Evidence
from pcgraph.errors import LimitError, UsageError

ALONE = 4  # each cause alone is drawn this many times less often: enough to see which matters
WORTH = 100_000  # draws times ties times measures, for each of which one more process does more than it costs
GROUPS = ("communities", "components")  # whose numbers are names, not ranks


def rank(
    ground: Ground,
    projection: Projection,
    measures: Sequence[str],
    draws: int,
    *,
    seed: int = 1,
    top_k: int = 5,
    progress: Progress | None = None,
    processes: int | None = None,
) -> list[Uncertain]:
    """Rank by some measures, and say how sure each rank is.

    What is believed comes from `pcgraph.belief.resolution.believe`, asked once about every set of sources that any draw asks of
    any engagement (`pcgraph.belief.alternatives`); a draw only looks up.

    Parameters
    ----------
    draws : int
        How often voices, contradictions and unreported agreements are drawn together, 1 or more; each alone is drawn a
        quarter as often, enough to see which matters.
    seed : int
        The same seed gives the same bytes, whatever the number of processes.
    top_k : int
        For P(top k).
    progress : function, optional
        Told (draws done, draws in all).
    processes : int, optional
        Default: as many as there are cores, where there is much to draw.

    Returns
    -------
    list of Uncertain
        One for each measure.

    Raises
    ------
    UsageError
        If a measure is unknown or numbers groups, or `draws` or `top_k` is below 1.
    LimitError
        If a measure does not end on the network of all sources.

    Notes
    -----
    Interval: of the ranks in N draws the 5 % lowest and the 5 % highest are cut off (Efron 1979, percentiles). Cost:
    one call of the rule on at most N sets of sources an engagement, then 1.75 N times the measure. Memory does not grow
    with N once all sets have occurred.
    """
    _check(measures, draws, top_k)
    names = tuple(dict.fromkeys(measures))
    graph = projection.draw(ground.tables, ground)
    bases = {name: centrality.rank(graph, name) for name in names}
    evidence = alternatives.fold_identities(ground.evidence)
    plan = outline(ground, evidence, projection)
    agents = graph.nodes if not graph else sorted(graph)
    at = {iri: place for place, iri in enumerate(plan.nodes)}
    wanted = [at[agent] for agent in agents]
    causes = _causes(plan, draws) if graph else {}
    if processes is None:
        work = sum(causes.values()) * graph.number_of_edges() * len(names)
        processes = min(cpu_count() or 1, 1 + work // WORTH)
    with rank_counts.helpers(processes - 1) as others:
        asked = {*leave_one_out.all_keys(plan), *(key for out in leave_one_out.sources(plan) for key in out.keys)}
        for cause, most in causes.items():
            if cause != "unknown":  # that asks for nothing but the whole
                for number in range(most):
                    asked.update(resample.keys(plan, cause, resample.random_generator(seed, cause, number)))
        fill(plan, ground, evidence, asked)
        prune(plan)
        found = rank_counts.tally(Task(plan, names, tuple(wanted), seed), causes, progress, others)
    without = leave_one_out.sources(plan) if graph else []
    alone = _alone(ground, graph, projection)
    said = _notes(plan) if graph else []
    out = []
    for name in names:
        frame = pl.DataFrame({"agent": list(agents)}, schema={"agent": pl.String})
        table = bases[name].table
        base = dict(table.select("agent", "rank").iter_rows())
        frame = frame.with_columns(
            *_intervals({cause: found[cause][name] for cause in causes}, len(wanted), top_k),
            *_left_out(plan, without, name, wanted, [base[agent] for agent in agents]),
        )
        more, reasons = _elsewhere(ground, projection, name, bool(graph))
        table = table.join(frame, on="agent", how="left", maintain_order="left")
        table = table.join(more, on="agent", how="left", maintain_order="left").join(
            alone, on="agent", how="left", maintain_order="left"
        )
        notes = [bases[name].note, *said, *reasons, *_failed(found, name)]
        out.append(
            Uncertain(
                name,
                bases[name].meaning,
                bases[name].counts,
                table.select(COLUMNS),
                "; ".join(filter(None, notes)),
                draws,
                seed,
                top_k,
                _told(plan, draws, seed) if causes else "",
            )
        )
    return out


def networks(ground: Ground, projection: Projection, draws: int, *, seed: int = 1) -> Iterator[Net]:
    """Draw the network anew, as `rank` does with voices, contradictions and unreported agreements together.

    Its nodes are IRIs. Nothing is drawn where there is only one voice, for it says all there is. Raises as `rank`.
    """
    _check((), draws, 1)
    evidence = alternatives.fold_identities(ground.evidence)
    plan = outline(ground, evidence, projection)
    numbers = range(draws if len(plan.voices) > 1 else 0)
    fill(
        plan,
        ground,
        evidence,
        {key for at in numbers for key in resample.keys(plan, "all", resample.random_generator(seed, "all", at))},
    )
    prune(plan)
    for number in numbers:
        rng = resample.random_generator(seed, "all", number)
        net = resample.network(plan, resample.keys(plan, "all", rng), rng)
        known = len(plan.nodes)  # behind these are agreements that nobody reported
        net.nodes = [plan.nodes[at] if at < known else f"unreported {at - known + 1}" for at in net.places]
        yield net


RANKS = ("low", "high", "sources_low", "sources_high", "voices_low", "voices_high", "disputes_low", "disputes_high",
         "unknown_low", "unknown_high", "corroborated", "stated")  # fmt: skip
COLUMNS = ["rank", "agent", "label", "value", "low", "high", "p_top", *RANKS[2:], "rests_on", "rests_kind",
           "rests_cost", "one_voice"]  # fmt: skip


def _check(measures: Iterable[str], draws: Any, top_k: Any) -> None:
    for name, number in (("uncertainty", draws), ("top_k", top_k)):
        if not isinstance(number, int) or isinstance(number, bool) or number < 1:
            raise UsageError(f"{name} {number}: too few; expected a whole number from 1 on; take 1000 draws, or top 5")
    for name in measures:
        if centrality.find(name).name in GROUPS:
            raise UsageError(
                f"measure {name}: numbers groups, which have no order; expected a centrality; take betweenness"
            )


def _causes(plan: Plan, draws: int) -> dict[str, int]:
    """Say how often what is drawn: nothing where there is only one voice, for it says all there is."""
    alone = -(-draws // ALONE)
    return {cause: draws if cause == "all" else alone for cause in resample.CAUSES} if len(plan.voices) > 1 else {}


def _intervals(found: dict[str, Counts], size: int, top_k: int) -> list[pl.Series]:
    """Make the columns of the draws; null where nothing was drawn."""
    columns = []
    for cause in resample.CAUSES:
        ends = [found[cause].interval(place, SHARE) if cause in found else None for place in range(size)]
        stem = "" if cause == "all" else f"{cause}_"
        for end, name in enumerate(("low", "high")):
            values = [pair[end] if pair else None for pair in ends]
            columns.append(pl.Series(stem + name, values, pl.Int64))
    tops = [found["all"].share_within(place, top_k) if "all" in found else None for place in range(size)]
    return [*columns, pl.Series("p_top", tops, pl.Float64)]


def _left_out(
    plan: Plan, without: Sequence[leave_one_out.Omission], name: str, wanted: Sequence[int], base: Sequence[int | None]
) -> list[pl.Series]:
    """Leave out each source and voice; keep the best and the worst rank, and what costs most.

    Of two that cost the same, the source is named rather than the voice, then the lower slug.
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


def _elsewhere(ground: Ground, projection: Projection, name: str, any_: bool) -> tuple[pl.DataFrame, list[str]]:
    """Rank where only what two voices tell counts, and where nothing that is a reading does."""
    evidence = ground.evidence
    stated = Evidence(evidence.facts.filter(~pl.col("inferred")), evidence.sources, evidence.verdicts)
    tables = {"corroborated": _corroborated(ground), "stated": resolution.believe(stated, ground.model)}
    frame = pl.DataFrame({"agent": list(ground.things)}, schema={"agent": pl.String})
    reasons = []
    for column, believed in tables.items():
        drawn = projection.draw(believed, ground)
        if any_ and not drawn:
            what = "two voices tell" if column == "corroborated" else "is more than a reading"
            reasons.append(f"no rank in {column}: no tie that {what}")
        try:
            found = centrality.rank(drawn, name).table.select("agent", pl.col("rank").alias(column))
        except LimitError as error:
            reasons.append(f"no rank in {column}: {str(error).partition(';')[0]}")
            found = pl.DataFrame(schema={"agent": pl.String, column: pl.Int64})
        last = found[column].drop_nulls().len() + 1
        frame = frame.join(found, on="agent", how="left")
        if found.height:  # who is not there shares the last place
            frame = frame.with_columns(pl.col(column).fill_null(last))
    return frame, reasons


def _corroborated(ground: Ground) -> Any:
    """Keep what at least two independent voices tell."""
    voice = dict(ground.tables.sources.select("source", "voice").iter_rows())
    several = pl.col("sources").list.eval(pl.element().replace(voice)).list.n_unique() > 1
    tables = ground.tables
    return replace(tables, parties=tables.parties.filter(several), relations=tables.relations.filter(several))


def _alone(ground: Ground, graph: Any, projection: Projection) -> pl.DataFrame:
    """Give the share of each node's ties that one voice alone tells."""
    voice = dict(ground.tables.sources.select("source", "voice").iter_rows())
    rows: list[tuple[str, bool]] = []
    if projection.name == "relations":
        for one, other, sources in graph.edges(data="sources"):
            single = len({voice[source] for source in sources}) < 2
            rows += [(one, single), (other, single)]
    else:
        parts = parties(ground.tables, ground.things, ground.model, projection.where)
        for engagement, agent, sources in parts.select("engagement", "agent", "sources").iter_rows():
            single = len({voice[source] for source in sources}) < 2
            rows += [(engagement, single), (agent, single)]
    frame = pl.DataFrame(rows, schema={"agent": pl.String, "one_voice": pl.Boolean}, orient="row")
    return frame.group_by("agent").agg(pl.col("one_voice").mean())


def _unplaced(plan: Plan) -> tuple[int, int]:
    """Count the agreements that nobody tells apart, and those among them that have no two parties to stand between."""
    found = resample.count_unreported({key[0]: plan.parts[key] for key in leave_one_out.all_keys(plan)})
    return sum(missing for missing, _ in found), sum(missing for missing, pool in found if len(pool) < 2)


def _notes(plan: Plan) -> list[str]:
    found = []
    if len(plan.sources) < 2:
        found.append("one source only, so all of it rests on that")
    if len(plan.voices) < 2:
        return [*found, "no interval: one voice says all there is, so there is nothing to draw from"]
    if not plan.disputes:
        found.append("no open contradiction on which a tie can hang")
    missing, unplaced = _unplaced(plan)
    if unplaced and plan.counts_unknown:
        found.append(f"{unplaced} of {missing} unreported agreements could not be added: no two parties are known")
    if missing and not plan.counts_unknown:
        found.append("the filters let no unreported agreement pass")
    return found


def _failed(found: dict[str, dict[str, Counts]], name: str) -> list[str]:
    return [
        f"{times} draws of {cause} left out: {why}"
        for cause, batch in found.items()
        for why, times in sorted(batch[name].failed.items())
    ]


def _told(plan: Plan, draws: int, seed: int) -> str:
    missing, unplaced = _unplaced(plan)
    added = missing - unplaced if plan.counts_unknown else 0
    decided = sum(map(len, plan.disputes.values()))
    return (
        f"90 % interval: the ranks in {draws:,} draws, 5 % cut off at each end. Each draw hears as many of the "
        f"{len(plan.voices)} voices as there are, with replacement, so that about 37 % are not heard; decides each of "
        f"{decided} open contradictions at random; adds the agreements that events count and nobody tells apart "
        f"({added} with all voices) between two parties there at random. Who is not in a draw shares the last place. "
        f"It covers what hangs on these sources, not what no source tells. Seed {seed}."
    )


def make_projection(
    relations: Iterable[str] | str = (), *, projection: str = "relations", weight: str = "newman", **where: Any
) -> Projection:
    """Return a projection for the arguments of `pcgraph.KnowledgeGraph.network`.

    Raises
    ------
    UsageError
        If a name is unknown, or a day is not valid.
    """
    network.projection(projection)
    return Projection(projection, network.make_where(relations, **where), weight)
