"""Shortest paths from many sources, in parts that several processes take: exact, or sampled with an error that is said.

The parts and the order in which they are added up do not depend on who took them, so neither do the numbers.
"""

from __future__ import annotations

import math
import pickle
import random
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from typing import Any, BinaryIO, NamedTuple

from pcgraph.errors import LimitError

LARGE = 100_000  # ties, above which sources are sampled
SAMPLE, BATCHES, SEED = 256, 16, 1  # sources; batches of which the error is taken; what draws them
PARTS = 8  # of an exact run
ALONE = 2e8  # nodes times ties, below which another process costs more than it does
SAMPLED = (
    "estimated from shortest paths from {} of {} agents (drawn with seed {}); error: standard error from {} batches of "
    "them, too small for agents whom few of them meet"
)


class Estimate(NamedTuple):
    """Values by node, and their standard errors where sources were sampled."""

    values: list[float]
    errors: list[float] | None = None


def betweenness(ties: Any, *, exact: bool = False, processes: int | None = None) -> Estimate:
    """Add up, for each node, the shares of shortest paths between pairs of others that pass through it, each pair once.

    Parameters
    ----------
    ties : igraph.Graph
        Undirected and simple; weights do not count.
    exact : bool
        Take every node as a source also where there are more than 100,000 ties.
    processes : int, optional
        Default as many as there are processors, and one where the work is small.

    Returns
    -------
    Estimate
        Sampled: n/k times the sum over k sources that are drawn without replacement. Its error is that of the mean of
        16 batches of sources, √(s²/16 · (1 − k/n)) with s² their variance. An agent whose paths begin at a few others
        that are seldom drawn has an error that is too small: on 4,000 agents the truth was within two errors for nine
        of the first twenty in ten, and for half of the last. Source: Brandes 2001, Brandes and Pich 2007.
    """
    return _run("betweenness", ties, exact, processes)


def closeness(ties: Any, *, exact: bool = False, processes: int | None = None) -> Estimate:
    """Add up, for each node, 1/distance to every other node; arguments and errors as `betweenness`."""
    return _run("closeness", ties, exact, processes)


def _run(what: str, ties: Any, exact: bool, processes: int | None) -> Estimate:
    n, m = ties.vcount(), ties.ecount()
    sampled = m > LARGE and not exact and n > SAMPLE
    if processes is None:
        processes = (cpu_count() or 1) if (SAMPLE if sampled else n) * m > ALONE else 1
    if not sampled:
        if processes == 1:
            return Estimate(ties.betweenness() if what == "betweenness" else ties.harmonic_centrality(normalized=False))
        shares = [list(range(first, n, PARTS)) for first in range(PARTS)]
        found = _taken(what, ties, shares, processes)
        if what == "betweenness":
            return Estimate([math.fsum(values) for values in zip(*found, strict=True)])
        own = sorted(pair for share, some in zip(shares, found, strict=True) for pair in zip(share, some, strict=True))
        return Estimate([value for _, value in own])
    drawn = random.Random(SEED).sample(range(n), SAMPLE)
    batches = _taken(f"sampled {what}", ties, [drawn[part::BATCHES] for part in range(BATCHES)], processes)
    scale = n / SAMPLE * BATCHES
    values, errors = [], []
    for sums in zip(*batches, strict=True):
        mean = math.fsum(sums) / BATCHES
        spread = math.fsum((value - mean) ** 2 for value in sums) / (BATCHES - 1)
        values.append(scale * mean)
        errors.append(scale * math.sqrt(spread / BATCHES * (1 - SAMPLE / n)))
    return Estimate(values, errors)


def part(what: str, ties: Any, sources: Sequence[int]) -> list[float]:
    """Give each node's sum over some sources; for exact closeness the sums of these sources alone."""
    if what != "sampled closeness":
        found: list[float] = (
            ties.harmonic_centrality(sources, normalized=False)
            if what == "closeness"
            else ties.betweenness(sources=sources)
        )
        return found
    import polars as pl

    total = pl.zeros(ties.vcount(), eager=True)
    for source in sources:
        far = pl.Series(ties.distances(source=[source])[0], dtype=pl.Float64, strict=False)
        total += (1 / far).to_frame("far").select(pl.when(pl.col("far").is_finite()).then("far").otherwise(0.0))["far"]
    return total.to_list()


def _taken(what: str, ties: Any, parts: list[list[int]], processes: int) -> list[list[float]]:
    """Let some processes take the parts; the answers are in the order of the parts."""
    if processes == 1:
        return [part(what, ties, sources) for sources in parts]
    graph = pickle.dumps((what, ties.vcount(), ties.get_edgelist()))
    shares = [list(range(first, len(parts), processes)) for first in range(processes)]
    with ThreadPoolExecutor(processes) as pool:
        others = [pool.submit(_asked, graph, [parts[number] for number in share]) for share in shares[1:]]
        found = dict(zip(shares[0], (part(what, ties, parts[number]) for number in shares[0]), strict=True))
        for share, other in zip(shares[1:], others, strict=True):
            found.update(zip(share, other.result(), strict=True))
    return [found[number] for number in range(len(parts))]


def _asked(graph: bytes, parts: list[list[int]]) -> list[list[float]]:
    """Ask another process; not `multiprocessing`, which would run the user's script again."""
    program = f"import sys; sys.path[:] = {sys.path!r}; from {__name__} import main; main()"
    with subprocess.Popen(  # noqa: S603 - its own module
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        told, _ = other.communicate(pickle.dumps((graph, parts)))
    if other.returncode:
        raise LimitError("paths: another process ended before it was done; expected enough memory; take fewer agents")
    answer: list[list[float]] = pickle.loads(told)  # noqa: S301 - from this very program
    return answer


def main(source: BinaryIO | None = None, target: BinaryIO | None = None) -> None:
    """Serve the program that started this one: a graph and parts in, their sums out."""
    import igraph

    graph, parts = pickle.load(source or sys.stdin.buffer)  # noqa: S301 - from the program that started this one
    what, size, edges = pickle.loads(graph)  # noqa: S301
    ties = igraph.Graph(size, edges)
    pickle.dump([part(what, ties, sources) for sources in parts], target or sys.stdout.buffer)
