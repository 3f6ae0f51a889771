"""Count how often each agent has each rank in many draws. The counts do not depend on the number of processes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import accumulate
from queue import Empty, Queue
from threading import Thread
from typing import Any

from pcgraph.analysis.processes import LOST, Helper
from pcgraph.analysis.uncertainty import resample
from pcgraph.analysis.uncertainty.plan import Plan

BATCH = 50  # draws at a time, small enough to report progress
FEWEST = 200  # draws before the first look whether the ends of the intervals have settled
HALVES = ("even", "odd")  # of the draws of all causes together
SHARE = 0.9  # of the draws that an interval contains
Job = tuple[str, range]  # cause or half, numbers of draws
Progress = Callable[[int, int], object]  # draws done, draws in all


@dataclass(frozen=True)
class Task:
    """What to draw: the plan, the measures, the numbers of the agents to count, the seed."""

    plan: Plan
    measures: tuple[str, ...]
    wanted: tuple[int, ...]
    seed: int


@dataclass
class Counts:
    """Counts of one measure: rank → times for each wanted agent, number of draws, reasons of failed draws.

    Agents that are equal in a draw share a rank, and stand anywhere from there to `worst`.
    """

    ranks: list[Counter[int]]
    worst: list[Counter[int]]
    draws: int = 0
    failed: Counter[str] = field(default_factory=Counter)

    def add(self, other: Counts) -> None:
        """Add other counts."""
        for mine, theirs in zip(self.ranks + self.worst, other.ranks + other.worst, strict=True):
            mine.update(theirs)
        self.draws += other.draws
        self.failed.update(other.failed)

    def interval(self, place: int) -> tuple[int, int] | None:
        """Return the lowest and the highest rank in 90 % of the draws, with 5 % cut off at each end.

        >>> Counts([Counter({1: 2, 2: 98})], [Counter({4: 90, 5: 10})], 100).interval(0)
        (2, 5)
        """
        if not self.draws:
            return None
        cut = round(self.draws * (1 - SHARE) / 2, 9)
        ends = sorted(self.ranks[place].items()), sorted(self.worst[place].items(), reverse=True)
        sums = (accumulate(times for _, times in end) for end in ends)
        low, high = (
            next(rank for (rank, _), upto in zip(*pair, strict=True) if upto > cut)
            for pair in zip(ends, sums, strict=True)
        )
        return low, high

    def share_within(self, place: int, top: int) -> float | None:
        """Return the share of the draws in which the agent was among the first `top`."""
        found = sum(times for rank, times in self.ranks[place].items() if rank <= top)
        return found / self.draws if self.draws else None


Batch = dict[str, Counts]


def zero(task: Task) -> Batch:
    """Return the counts of no draws, by measure."""
    return {name: Counts([Counter() for _ in task.wanted], [Counter() for _ in task.wanted]) for name in task.measures}


def count(task: Task, part: str, numbers: range) -> Batch:
    """Make some draws of a cause, or of half of all, and return the counts by measure."""
    cause = "all" if part in HALVES else part
    nets, seen = [], dict[Any, resample.ResampledNet]()
    for number in numbers:
        rng = resample.random_generator(task.seed, number)
        chosen = resample.keys(task.plan, cause, rng)
        if cause == "disputed":  # few of these networks differ
            decided = tuple(key for key in chosen if key[2])
            net = seen.get(decided) or seen.setdefault(decided, resample.network(task.plan, chosen))
        else:
            net = resample.network(task.plan, chosen, rng if cause in ("all", "invented") else None)
        nets.append(net)
    found = zero(task)
    for name, counts in found.items():
        for places in resample.ranks(nets, name, task.wanted):
            if isinstance(places, str):
                counts.failed[places.partition(";")[0]] += 1
                continue
            counts.draws += 1
            tied = Counter(places)
            for best, worst, place in zip(counts.ranks, counts.worst, places, strict=True):
                best[place] += 1
                worst[place + tied[place] - 1] += 1
    return found


def moves(found: Mapping[str, Batch], name: str) -> list[int | None]:
    """Return by how many ranks the ends of each interval differ between the halves of the draws."""
    one, other = (found[half][name] for half in HALVES)
    ends = ((one.interval(place), other.interval(place)) for place in range(len(one.ranks)))
    return [max(abs(a[0] - b[0]), abs(a[1] - b[1])) if a and b else None for a, b in ends]


def tally(
    task: Task, draws: Mapping[str, int], progress: Progress | None = None, helpers: Sequence[Helper] = ()
) -> dict[str, Batch]:
    """Make the draws of each cause; those of all together in rounds, until no end of an interval moves by a rank."""
    jobs: Queue[Job | None] = Queue()
    answers: Queue[tuple[*Job, Batch]] = Queue()
    found = {part: zero(task) for part in (*draws, *HALVES)}
    left = done = made = 0

    def ask(part: str, numbers: range) -> None:
        nonlocal left
        for start in range(0, len(numbers), BATCH):
            jobs.put((part, numbers[start : start + BATCH]))
            left += 1

    def take(part: str, numbers: range, batch: Batch) -> None:
        nonlocal left, done
        for name, counts in batch.items():
            found[part][name].add(counts)
            if part in HALVES:
                found["all"][name].add(counts)
        left, done = left - 1, done + len(numbers)
        if progress is not None:
            progress(done, sum(draws.values()))

    def finish() -> None:
        while left:
            try:
                job = jobs.get_nowait()
            except Empty:  # helpers have the rest; a job that a helper drops returns to the queue
                with suppress(Empty):
                    take(*answers.get(timeout=0.1))
                continue
            if job:
                take(*job, count(task, *job))
            while not answers.empty():
                take(*answers.get())

    for cause, most in draws.items():
        ask(cause, range(most if cause != "all" else 0))
    for helper in helpers:
        Thread(target=_serve, args=(helper, task, jobs, answers), daemon=True).start()
    most = draws.get("all", 0)
    stop = min(FEWEST, most)
    try:
        while True:
            for half, part in enumerate(HALVES):
                ask(part, range(made + half, stop, 2))
            finish()
            made, stop = stop, min(2 * stop, most)
            if made == stop or not any(move != 0 for name in task.measures for move in moves(found, name)):
                return found
    finally:
        for _ in helpers:
            jobs.put(None)


def _serve(helper: Helper, task: Task, jobs: Queue[Job | None], answers: Queue[tuple[*Job, Batch]]) -> None:
    """Let another process take jobs until there are no more."""
    job: Job | None = None
    try:
        with suppress(*LOST):
            helper.send(task)
            while job := jobs.get():
                answers.put((*job, helper.ask(*job)))
                job = None
    finally:  # always return the job, or the main process would wait for ever
        if job is not None:
            jobs.put(job)
