"""Communities by modularity: the Leiden algorithm of Traag, Waltman and van Eck 2019, weighted.

It is written out here because the libraries that have it are under the GPL, or have no wheels for some systems. The
refinement takes the best merger and not a random one. The result depends on the network and the seed only.
"""

from __future__ import annotations

from collections import deque
from random import Random
from typing import NamedTuple

import numpy as np
from scipy import sparse

PASSES = 10  # each one starts with the communities of the one before
TINY = 1e-12  # a gain, in shares of all ties, that is only rounding


class Level(NamedTuple):
    """A network whose nodes stand for one or more agents: neighbours, weights of their ties, and strength by node."""

    others: list[list[int]]
    weights: list[list[float]]
    strengths: list[float]


def leiden(ties: sparse.csr_array, seed: int) -> list[int]:
    """Return the community of each node of a symmetric matrix without a diagonal."""
    cuts = ties.indptr[1:-1]
    others, weights = ([row.tolist() for row in np.split(column, cuts)] for column in (ties.indices, ties.data))
    base = Level(others[: ties.shape[0]], weights[: ties.shape[0]], ties.sum(axis=1).tolist())
    random, found = Random(seed), list(range(ties.shape[0]))
    for _ in range(PASSES):
        before, found = found, _improve(base, found, random)
        if len(set(zip(before, found, strict=True))) == len(set(before)) == len(set(found)):
            break
    return found


def _improve(level: Level, communities: list[int], random: Random) -> list[int]:
    """Move agents, then groups of agents, then groups of these, until nothing can be merged."""
    total = sum(level.strengths) or 1.0
    where = list(range(len(communities)))  # the node of each agent
    while True:
        communities = _move(level, communities, total, random)
        parts = _refine(level, communities, total, random)
        numbers = {part: number for number, part in enumerate(dict.fromkeys(parts))}
        if len(numbers) == len(parts):
            return [communities[node] for node in where]
        into = [numbers[part] for part in parts]
        level = _merge(level, into, len(numbers))
        held = dict(zip(into, communities, strict=True))
        names = {community: number for number, community in enumerate(dict.fromkeys(held.values()))}
        communities = [names[held[node]] for node in range(len(numbers))]
        where = [into[node] for node in where]


def _move(level: Level, communities: list[int], total: float, random: Random) -> list[int]:
    """Move each node to the community where modularity gains most; a move puts the neighbours in the queue again."""
    found, size = list(communities), len(communities)
    sums, sizes = [0.0] * size, [0] * size
    for node, community in enumerate(found):
        sums[community] += level.strengths[node]
        sizes[community] += 1
    empty = [community for community in range(size) if not sizes[community]]
    order = list(range(size))
    random.shuffle(order)
    queue, waits = deque(order), [True] * size
    while queue:
        node = queue.popleft()
        waits[node] = False
        own, strength = found[node], level.strengths[node]
        sums[own] -= strength
        sizes[own] -= 1
        toward = {own: 0.0}
        for other, weight in zip(level.others[node], level.weights[node], strict=True):
            toward[found[other]] = toward.get(found[other], 0.0) + weight
        best, most = own, toward[own] - strength * sums[own] / total
        for community, weight in toward.items():
            if (gain := weight - strength * sums[community] / total) > most + TINY * total:
                best, most = community, gain
        if most < -TINY * total and empty:
            best = empty.pop()
        sums[best] += strength
        sizes[best] += 1
        if best != own:
            found[node] = best
            if not sizes[own]:
                empty.append(own)
            for other in level.others[node]:
                if not waits[other] and found[other] != best:
                    waits[other] = True
                    queue.append(other)
    return found


def _refine(level: Level, communities: list[int], total: float, random: Random) -> list[int]:
    """Split each community into parts that are connected, by merging single nodes again."""
    size = len(communities)
    found, sums, alone = list(range(size)), list(level.strengths), [True] * size
    order = list(range(size))
    random.shuffle(order)
    for node in order:
        if not alone[node]:
            continue
        own, strength = communities[node], level.strengths[node]
        toward: dict[int, float] = {}
        for other, weight in zip(level.others[node], level.weights[node], strict=True):
            if communities[other] == own:
                toward[found[other]] = toward.get(found[other], 0.0) + weight
        best, most = node, 0.0
        for part, weight in toward.items():
            if (gain := weight - strength * sums[part] / total) > most + TINY * total:
                best, most = part, gain
        if best != node:
            found[node] = best
            sums[best] += strength
            alone[best] = False
    return found


def _merge(level: Level, into: list[int], size: int) -> Level:
    """Return the network whose nodes are the parts; ties within a part count for its strength only."""
    rows: list[dict[int, float]] = [{} for _ in range(size)]
    strengths = [0.0] * size
    for node, part in enumerate(into):
        strengths[part] += level.strengths[node]
        row = rows[part]
        for other, weight in zip(level.others[node], level.weights[node], strict=True):
            if into[other] != part:
                row[into[other]] = row.get(into[other], 0.0) + weight
    return Level([list(row) for row in rows], [list(row.values()) for row in rows], strengths)
