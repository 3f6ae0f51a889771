"""Betweenness and harmonic from shortest paths: exact, or estimated from a sample of sources with standard errors.

The work is split into parts for several processes. The parts and the order in which they are added do not depend on the
processes, so neither do the results.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from pcgraph.analysis.processes import LOST, Helper, helpers
from pcgraph.errors import LimitError

LARGE = 100_000  # ties, above which sources are sampled
SAMPLE, BATCHES, SEED = 256, 16, 1  # sampled sources; batches for the standard error; seed of the sample
PARTS = 8  # of an exact run
ALONE = 2e8  # nodes times ties, below which another process costs more than it saves
DEEP = 60  # distance beyond which following one source at a time is faster
WORD = 64  # sources that are followed at once, one bit each
ENTRIES = 1 << 14  # of a matrix with a column for each source, so that it stays in the processor's cache
SAMPLED = (
    "estimated from shortest paths from {} of {} agents (sampled with seed {}); "
    "error: standard error from {} batches of them"
)
FEW = "no error: too few ties to expect one of its partners in the sample"
UNMET = "no error: at least one batch of the sample does not reach it"


Floats = NDArray[np.float64]


class Estimate(NamedTuple):
    """Values by node, and their standard errors if sources were sampled."""

    values: list[float]
    errors: list[float | None] | None = None


def betweenness(ties: sparse.csr_array, *, exact: bool = False, processes: int | None = None) -> Estimate:
    """Compute, for each node, the sum over pairs of others of the share of shortest paths that pass through it."""
    n, sampled = ties.shape[0], _is_sampled(ties, exact)
    links = unweighted(ties)
    if not sampled and processes is None and n * links.nnz <= 2 * ALONE:
        return Estimate(partial_sums(links, range(n)).tolist())
    parts = _batches(n) if sampled else [list(range(first, n, PARTS)) for first in range(PARTS)]
    found = _run_parts(links, parts, processes)
    if not sampled:
        return Estimate([math.fsum(values) for values in zip(*found, strict=True)])
    shares, whole = _expected(links)
    degrees = np.diff(links.indptr)
    for sums, sources in zip(found, parts, strict=True):
        sums -= links[:, sources] @ shares[sources] * (degrees - 1)
    values, errors = _estimate(np.array(found), n)
    # Partners cause most of the differences. If hardly one of them is sampled, the batches are too similar.
    enough = n / SAMPLE  # a node with this many ties has one partner in the sample on average
    return Estimate((values + whole).clip(0).tolist(), _known(errors, degrees >= enough))


def harmonic(ties: sparse.csr_array, *, exact: bool = False) -> Estimate:
    """Compute, for each node, the sum of 1/distance to every other node; arguments as for `betweenness`.

    If sampled: n/k times the sum over k sources (Eppstein and Wang 2004).
    """
    n, links = ties.shape[0], unweighted(ties)
    if not _is_sampled(ties, exact):
        return Estimate(_sum_inverse_distances(links, [range(n)])[0].tolist())
    found = np.array(_sum_inverse_distances(links, _batches(n)))
    values, errors = _estimate(found, n)
    return Estimate(values.tolist(), _known(errors, found.min(axis=0) > 0))


def unweighted(ties: sparse.csr_array) -> sparse.csr_array:
    """Return the ties with the weight 1."""
    return sparse.csr_array((np.ones(ties.nnz), ties.indices, ties.indptr), shape=ties.shape)


def _is_sampled(ties: sparse.csr_array, exact: bool) -> bool:
    return ties.nnz // 2 > LARGE and not exact and ties.shape[0] > SAMPLE


def _batches(n: int) -> list[list[int]]:
    drawn = random.Random(SEED).sample(range(n), SAMPLE)
    return [drawn[part::BATCHES] for part in range(BATCHES)]


def _estimate(batches: Floats, n: int) -> tuple[Floats, Floats]:
    """Return estimates and standard errors: √(s²/16 · (1 − k/n)), where s² is the variance of 16 batches."""
    scale = n / SAMPLE * BATCHES
    spread = batches.var(axis=0, ddof=1)
    return scale * batches.mean(axis=0), scale * np.sqrt(spread / BATCHES * (1 - SAMPLE / n))


def _known(errors: Floats, known: NDArray[np.bool_]) -> list[float | None]:
    return [error if good else None for error, good in zip(errors.tolist(), known.tolist(), strict=True)]


def _expected(links: sparse.csr_array) -> tuple[Floats, Floats]:
    """Predict what each source gives its neighbours, as if its paths used them in proportion to their further ties."""
    parts = sparse.csgraph.connected_components(links, directed=False)[1]
    size = np.bincount(parts)[parts]
    more = np.diff(links.indptr) - 1
    further = links @ more
    share = np.divide((size - 2) / 2, further, out=np.zeros(len(further)), where=further > 0)
    return share, links @ share * more


def _sum_inverse_distances(links: sparse.csr_array, batches: Sequence[Sequence[int]]) -> list[Floats]:
    """Return each node's sum of 1/distance over the sources of each batch.

    Each node has a word with one bit per source that has reached it. Each round extends all paths by one tie and counts
    the new bits.
    """
    n = links.shape[0]
    own = (links + sparse.eye_array(n)).tocsr()  # a path may also stay, so each row has an entry
    found = [np.zeros(n) for _ in batches]
    sources = [(number, source) for number, batch in enumerate(batches) for source in batch]
    for word in (sources[first : first + WORD] for first in range(0, len(sources), WORD)):
        masks: dict[int, int] = {}
        come = np.zeros(n, np.uint64)
        for bit, (number, source) in enumerate(word):
            masks[number] = masks.get(number, 0) | 1 << bit
            come[source] = 1 << bit
        for distance in range(1, n):
            if distance > DEEP:
                return [_sum_one_by_one(links, batch) for batch in batches]
            reached = np.bitwise_or.reduceat(come[own.indices], own.indptr[:-1])
            new, come = reached ^ come, reached
            if not new.any():
                break
            for number, mask in masks.items():
                found[number] += np.bitwise_count(new & np.uint64(mask)) / distance
    return found


def _sum_one_by_one(links: sparse.csr_array, sources: Sequence[int]) -> Floats:
    """Return the sums of `_sum_inverse_distances` for a network like a chain, which needs many rounds."""
    total = np.zeros(links.shape[0])
    for source in sources:
        far = sparse.csgraph.dijkstra(links, directed=False, unweighted=True, indices=source)
        total += np.divide(1, far, out=np.zeros(len(far)), where=far > 0)
    return total


def partial_sums(links: sparse.csr_array, sources: Sequence[int]) -> Floats:
    """Return each node's sum, over some sources, of shares of paths; halved, since each pair has two ends.

    A matrix has a column for each of several sources, and one product extends all their paths (Brandes 2001).
    """
    n = links.shape[0]
    wide = max(WORD // 8, ENTRIES // max(n, 1))
    total = np.zeros(n)
    for first in range(0, len(sources), wide):
        some = sources[first : first + wide]
        paths = np.zeros((n, len(some)))
        paths[some, np.arange(len(some))] = 1
        layers = [paths.copy()]  # numbers of shortest paths to the nodes at each distance
        while (near := (links @ layers[-1]) * (paths == 0)).any():
            if len(layers) > DEEP:
                return _betweenness_one_by_one(links, sources)
            paths += near
            layers.append(near)
        shares = np.zeros_like(paths)
        for nearer, layer in zip(layers[-2:0:-1], layers[:1:-1], strict=True):
            handed = np.divide(1 + shares, paths, out=np.zeros_like(paths), where=layer > 0)
            shares += (links @ handed) * nearer
        total += shares.sum(axis=1)
    return total / 2


def _betweenness_one_by_one(links: sparse.csr_array, sources: Sequence[int]) -> Floats:
    """Return the sums of `partial_sums` for a network like a chain, which needs many rounds."""
    import networkx as nx

    found = nx.betweenness_centrality_subset(nx.from_scipy_sparse_array(links), sources, range(links.shape[0]))
    return np.array(list(found.values()))


def _run_parts(links: sparse.csr_array, parts: list[list[int]], processes: int | None) -> list[Floats]:
    """Compute the parts in some processes; the results are in the order of the parts."""
    if processes is None:
        processes = (cpu_count() or 1) if sum(map(len, parts)) * links.nnz > 2 * ALONE else 1

    def ask(helper: Helper, share: list[list[int]]) -> list[Floats]:
        try:
            helper.send(links)
            return [helper.ask(sources) for sources in share]
        except LOST as error:
            line = "paths: a worker process ended early; expected enough memory; reduce the number of agents"
            raise LimitError(line) from error

    with ThreadPoolExecutor(processes) as pool, helpers(processes - 1, partial_sums) as others:
        asked = [pool.submit(ask, helper, parts[first::processes]) for first, helper in enumerate(others, 1)]
        found = {0: [partial_sums(links, sources) for sources in parts[::processes]]}
        found |= {first: other.result() for first, other in enumerate(asked, 1)}
    return [found[number % processes][number // processes] for number in range(len(parts))]
