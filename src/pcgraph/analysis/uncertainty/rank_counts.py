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
Job = tuple[str, range]  # cause, numbers of draws
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
    """Counts of one measure: rank → times for each wanted agent, number of draws, reasons of failed draws."""

    ranks: list[Counter[int]]
    draws: int = 0
    failed: Counter[str] = field(default_factory=Counter)

    def add(self, other: Counts) -> None:
        """Add other counts."""
        for mine, theirs in zip(self.ranks, other.ranks, strict=True):
            mine.update(theirs)
        self.draws += other.draws
        self.failed.update(other.failed)

    def interval(self, place: int, share: float = 0.9) -> tuple[int, int] | None:
        """Return the lowest and the highest rank in that share of the draws, with the same part cut off at each end.

        >>> Counts([Counter({1: 2, 2: 97, 9: 1})], 100).interval(0)
        (2, 2)
        >>> Counts([Counter({1: 90, 4: 10})], 100).interval(0)
        (1, 4)
        """
        if not self.draws:
            return None
        found = sorted(self.ranks[place].items())
        sums = list(accumulate(times for _, times in found))
        cut = round(self.draws * (1 - share) / 2, 9)
        low = next(rank for (rank, _), upto in zip(found, sums, strict=True) if upto > cut)
        return low, next(rank for (rank, _), upto in zip(found, sums, strict=True) if upto >= self.draws - cut)

    def share_within(self, place: int, top: int) -> float | None:
        """Return the share of the draws in which the agent was among the first `top`."""
        found = sum(times for rank, times in self.ranks[place].items() if rank <= top)
        return found / self.draws if self.draws else None


Batch = dict[str, Counts]


def count(task: Task, cause: str, numbers: range) -> Batch:
    """Make some draws, and return the counts by measure."""
    nets, seen = [], dict[Any, resample.ResampledNet]()
    for number in numbers:
        rng = resample.random_generator(task.seed, cause, number)
        chosen = resample.keys(task.plan, cause, rng)
        if cause == "disputes":  # few of these networks differ
            decided = tuple(key for key in chosen if key[2])
            net = seen.get(decided) or seen.setdefault(decided, resample.network(task.plan, chosen))
        else:
            net = resample.network(task.plan, chosen, rng if cause in ("all", "unknown") else None)
        nets.append(net)
    found = {}
    for name in task.measures:
        found[name] = counts = Counts([Counter() for _ in task.wanted])
        for places in resample.ranks(nets, name, task.wanted):
            if isinstance(places, str):
                counts.failed[places.partition(";")[0]] += 1
                continue
            counts.draws += 1
            for held, place in zip(counts.ranks, places, strict=True):
                held[place] += 1
    return found


def tally(
    task: Task, draws: Mapping[str, int], progress: Progress | None = None, helpers: Sequence[Helper] = ()
) -> dict[str, Batch]:
    """Make all draws."""
    jobs: Queue[Job] = Queue()
    for cause, most in draws.items():
        for start in range(0, most, BATCH):
            jobs.put((cause, range(start, min(start + BATCH, most))))
    found = {cause: {name: Counts([Counter() for _ in task.wanted]) for name in task.measures} for cause in draws}
    left, done = jobs.qsize(), 0
    answers: Queue[tuple[*Job, Batch]] = Queue()

    def take(cause: str, numbers: range, batch: Batch) -> None:
        nonlocal left, done
        for name, counts in batch.items():
            found[cause][name].add(counts)
        left, done = left - 1, done + len(numbers)
        if progress is not None:
            progress(done, sum(draws.values()))

    for helper in helpers:
        Thread(target=_serve, args=(helper, task, jobs, answers), daemon=True).start()
    while left:
        try:
            cause, numbers = jobs.get_nowait()
        except Empty:  # helpers have the rest; a job that a helper drops returns to the queue
            with suppress(Empty):
                take(*answers.get(timeout=0.1))
            continue
        take(cause, numbers, count(task, cause, numbers))
        while not answers.empty():
            take(*answers.get())
    return found


def _serve(helper: Helper, task: Task, jobs: Queue[Job], answers: Queue[tuple[*Job, Batch]]) -> None:
    """Let another process take jobs until the queue is empty."""
    job: Job | None = None
    try:
        with suppress(Empty, *LOST):
            helper.send(task)
            while True:
                job = jobs.get_nowait()
                answers.put((*job, helper.ask(*job)))
                job = None
    finally:  # always return the job, or the main process would wait for ever
        if job is not None:
            jobs.put(job)
