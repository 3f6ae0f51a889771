"""Groups of agents, such as countries: brokerage between them, assortative mixing, and how stable communities are."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from scipy import sparse

from pcgraph.analysis.annotated_table import Study
from pcgraph.analysis.centrality.leiden import leiden
from pcgraph.analysis.centrality.measures import Net
from pcgraph.analysis.centrality.measures import communities as numbered
from pcgraph.analysis.network import describe
from pcgraph.errors import UsageError, check_choice
from pcgraph.model.namespaces import local

if TYPE_CHECKING:
    import networkx as nx

GROUPS = ("country", "kind")
ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")


def brokerage(graph: nx.Graph, by: str = "country") -> Study:
    """Count how often each agent brokers between groups, in five roles (Gould and Fernández).

    >>> import networkx as nx
    >>> g = nx.DiGraph([("p1", "p2"), ("p2", "c1"), ("p2", "c2")])
    >>> for name in g:
    ...     g.nodes[name]["country"] = name[0]
    >>> brokerage(g).table.row(0, named=True)["representative"]  # p1 → p2 → c1 and p1 → p2 → c2
    2
    """
    net, group = _grouped(graph, by)
    into, out = (
        [row.tolist() for row in np.split(way.indices, way.indptr[1:-1])] for way in (net.arcs.T.tocsr(), net.arcs)
    )
    sizes = Counter(name for name in group if name)
    rows = []
    for place, own in enumerate(group):
        found = dict.fromkeys(ROLES, 0)
        for tail in into[place] if own else ():
            for head in set(out[place]).difference(out[tail], (tail,)) if group[tail] else ():
                if group[head]:
                    found[_role(group[tail], own, group[head])] += 1
        pairs = _pairs(sizes, own)
        shares = [found[role] / pairs[role] if pairs[role] else None for role in ROLES]
        none = [role for role in ROLES if not pairs[role]]
        why = f"{by} not known" if not own else f"no pair of others for {', '.join(none)}" if none else ""
        rows.append((net.nodes[place], own or None, *found.values(), *shares, why))
    counts = dict.fromkeys(ROLES, pl.Int64) | {f"share {role}": pl.Float64 for role in ROLES}
    table = _labelled(
        net, pl.DataFrame(rows, {"agent": pl.String, "group": pl.String, **counts, "why": pl.String}, orient="row")
    )
    total = pl.sum_horizontal(ROLES)
    notes = (
        describe(graph),
        "share: the part of all ordered pairs of others whose groups fit the role",
        *_unknown(group, by),
    )
    return Study(f"Who brokers between groups by {by}?", table.sort(total, "agent", descending=[True, False]), notes)


def _role(tail: str, own: str, head: str) -> str:
    if tail == own == head:
        return "coordinator"
    if tail == head:
        return "itinerant"
    return "gatekeeper" if own == head else "representative" if own == tail else "liaison"


def _pairs(sizes: Mapping[str, int], own: str) -> dict[str, int]:
    """Return, by role, the number of ordered pairs of others that an agent of this group could broker for."""
    if not own:
        return dict.fromkeys(ROLES, 0)
    mates, others = sizes[own] - 1, {name: size for name, size in sizes.items() if name != own}
    far = sum(others.values())
    within = sum(size * (size - 1) for size in others.values())
    mixed = far * far - sum(size * size for size in others.values())
    return dict(zip(ROLES, (mates * (mates - 1), within, far * mates, mates * far, mixed), strict=True))


def mixing(graph: nx.Graph, by: str = "country") -> Study:
    """Count the ties within and between groups, and compute their assortativity.

    >>> import networkx as nx
    >>> g = nx.Graph([("p1", "c1"), ("p2", "c2")])
    >>> for name in g:
    ...     g.nodes[name]["country"] = name[0]
    >>> mixing(g).notes[0]
    'assortativity by country: -1.000 (2 ties)'
    """
    net, group = _grouped(graph, by)
    once = sparse.triu(net.ties).tocoo()
    ends = Counter(
        tuple(sorted((group[one], group[other])))
        for one, other in zip(once.row.tolist(), once.col.tolist(), strict=True)
        if group[one] and group[other]
    )
    half = Counter(name for pair, number in ends.items() for name in pair for _ in range(number))
    ties = ends.total()
    value = assortativity(ends, half)
    rows = [
        (one, other, ends[one, other], half[one] * half[other] / (2 * ties) / (2 if one == other else 1))
        for one in sorted(half)
        for other in sorted(half)
        if one <= other
    ]
    schema = {"one": pl.String, "other": pl.String, "ties": pl.Int64, "expected": pl.Float64}
    said = (
        f"{value:.3f} ({ties} ties)"
        if value is not None
        else "none: " + ("all ties are within one group" if ties else "no tie")
    )
    table = pl.DataFrame(rows, schema=schema, orient="row").sort(
        "ties", "one", "other", descending=[True, False, False]
    )
    notes = (f"assortativity by {by}: {said}", describe(graph), *_unknown(group, by))
    return Study(f"How are groups by {by} tied to each other?", table, notes)


def assortativity(ends: Mapping[tuple[str, ...], int], half: Mapping[str, int]) -> float | None:
    """Return Newman's coefficient from the numbers of ties of each pair of groups, and of ends of ties in each group.

    It is None if all ties are within one group or there is no tie.
    """
    if len(half) < 2:
        return None
    ties = sum(ends.values())
    within = sum(number for pair, number in ends.items() if pair[0] == pair[-1]) / ties
    expected = sum(number**2 for number in half.values()) / (2 * ties) ** 2
    return (within - expected) / (1 - expected)


def communities(graph: nx.Graph, *, seeds: int = 20, resamples: Iterable[nx.Graph | Net] = ()) -> Study:
    """Find communities and measure how stable they are.

    The communities maximise modularity (Leiden algorithm, weighted, one fixed seed, as in the measure ``communities``).
    They are computed again with other seeds and on resampled networks.

    >>> import networkx as nx
    >>> found = communities(nx.barbell_graph(3, 0))  # two triangles with a tie between them
    >>> found.table.select("agent", "community", "firm").row(0)
    ('0', 1, 1.0)
    """
    if seeds < 1:
        raise UsageError(f"seeds {seeds}: too few; expected 1 or more; omit it for 20")
    net = Net(graph)
    first = [int(number or 0) for number in numbered(net).values]
    again = [dict(zip(net.nodes, leiden(net.ties, seed), strict=True)) for seed in range(2, seeds + 2)]
    drawn = []
    for other in resamples:
        found = other if isinstance(other, Net) else Net(other)
        drawn.append(dict(zip(found.nodes, leiden(found.ties, 1), strict=True)))
    members: dict[int, list[str]] = {}
    for node, number in zip(net.nodes, first, strict=True):
        members.setdefault(number, []).append(node)
    rows = []
    for node, number in zip(net.nodes, first, strict=True):
        fellows = [fellow for fellow in members[number] if fellow != node]
        why = "alone in its community" if not fellows else "" if drawn else "no resamples"
        rows.append((node, number, _stability(node, fellows, again), _stability(node, fellows, drawn), why))
    schema = {
        "agent": pl.String,
        "community": pl.Int64,
        "firm": pl.Float64,
        "firm_resampled": pl.Float64,
        "why": pl.String,
    }
    table = _labelled(net, pl.DataFrame(rows, schema=schema, orient="row"))
    notes = [describe(graph), f"firm: over {len(again)} other seeds", f"firm_resampled: over {len(drawn)} resamples"]
    if len(net.nodes) > 1:
        runs = ([run[node] for node in net.nodes] for run in again)
        rand = [adjusted_rand(first, run) for run in runs]
        average = sum(rand) / len(rand)
        notes.append(f"adjusted Rand index with other seeds: mean {average:.3f}, minimum {min(rand):.3f}")
    else:
        notes.append("no adjusted Rand index: fewer than two agents")
    order = table.sort("community", "firm", "agent", descending=[False, True, False], nulls_last=True)
    return Study("Which communities are there, and how stable are they?", order, tuple(notes))


def adjusted_rand(one: Sequence[int], other: Sequence[int]) -> float:
    """Return how much two partitions agree: 1 if they are equal, 0 on average if they are random.

    >>> adjusted_rand([1, 1, 2, 2], [5, 5, 4, 4]), round(adjusted_rand([1, 1, 2, 2], [1, 2, 1, 2]), 9)
    (1.0, -0.5)
    """
    both, mine, theirs = (
        sum(math.comb(size, 2) for size in Counter(parts).values())
        for parts in (zip(one, other, strict=True), one, other)
    )
    expected, most = mine * theirs / math.comb(len(one), 2), (mine + theirs) / 2
    return (both - expected) / (most - expected) if most != expected else 1.0


def _stability(node: str, fellows: list[str], runs: list[dict[str, int]]) -> float | None:
    if not fellows or not runs:
        return None
    kept = sum(run.get(fellow, -1) == run.get(node, -2) for run in runs for fellow in fellows)
    return kept / (len(fellows) * len(runs))


def _grouped(graph: nx.Graph, by: str) -> tuple[Net, list[str]]:
    check_choice("by", by, GROUPS)
    net = Net(graph)
    names = {str(node): local(str(name)) if name else "" for node, name in graph.nodes(data=by)}
    return net, [names[node] for node in net.nodes]


def _unknown(group: list[str], by: str) -> list[str]:
    number = group.count("")
    return [f"left out: {number} of {len(group)} whose {by} is not known"] if number else []


def _labelled(net: Net, table: pl.DataFrame) -> pl.DataFrame:
    return table.select("agent", pl.Series("label", net.labels, pl.String), pl.exclude("agent"))
