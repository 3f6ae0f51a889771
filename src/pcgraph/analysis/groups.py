"""Between groups of agents, such as two states: who brokers, how far likes keep to likes, how firm communities are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import polars as pl

from pcgraph.analysis.annotated_table import Study
from pcgraph.analysis.centrality.measures import Net, leiden
from pcgraph.analysis.centrality.measures import communities as numbered
from pcgraph.analysis.network import describe
from pcgraph.errors import UsageError, nearest
from pcgraph.model.namespaces import local

if TYPE_CHECKING:
    import networkx as nx

GROUPS = ("country", "kind")
ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")


def brokerage(graph: nx.Graph, by: str = "country") -> Study:
    """Count in which role each agent brokers between groups (Gould and Fernández).

    Shape: any projection; parallel ties are one, an undirected or symmetric tie goes both ways. An agent b brokers for
    a and c where a acts on b, b on c, and a not on c. Its role, by the groups of a, b, c: coordinator (all one),
    itinerant (a and c one, b another), gatekeeper (b and c one: it lets in), representative (a and b one: it speaks
    for them), liaison (three).
    Units: ordered pairs (a, c); ``share`` is their part of all ordered pairs of others whose groups fit the role, so
    that roles and groups of different sizes can be compared. Order: by the sum of the five, then IRI. Cost: O(Σ in ·
    out). Source: Gould and Fernández 1989.

    Returns
    -------
    Study
        table: agent, label, group, the five counts, the five shares (``share coordinator`` …), why (a share is null: no
        such pair exists; an agent whose group is not known brokers nothing).

    Raises
    ------
    UsageError
        If `by` is unknown.

    >>> import networkx as nx
    >>> g = nx.DiGraph([("p1", "p2"), ("p2", "c1"), ("p2", "c2")])
    >>> for name in g:
    ...     g.nodes[name]["country"] = name[0]
    >>> brokerage(g).table.row(0, named=True)["representative"]  # p1 → p2 → c1 and p1 → p2 → c2
    2
    """
    net, group = _grouped(graph, by)
    into, out = (net.arcs.get_adjlist(mode=mode) for mode in ("in", "out"))
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
    notes = (describe(graph), "share: of all ordered pairs of others whose groups fit the role", *_unknown(group, by))
    return Study(f"Who brokers between groups by {by}?", table.sort(total, "agent", descending=[True, False]), notes)


def _role(tail: str, own: str, head: str) -> str:
    if tail == own == head:
        return "coordinator"
    if tail == head:
        return "itinerant"
    return "gatekeeper" if own == head else "representative" if own == tail else "liaison"


def _pairs(sizes: Mapping[str, int], own: str) -> dict[str, int]:
    """Count the ordered pairs of others that an agent of this group could broker for, by role."""
    if not own:
        return dict.fromkeys(ROLES, 0)
    mates, others = sizes[own] - 1, {name: size for name, size in sizes.items() if name != own}
    far = sum(others.values())
    within = sum(size * (size - 1) for size in others.values())
    mixed = far * far - sum(size * size for size in others.values())
    return dict(zip(ROLES, (mates * (mates - 1), within, far * mates, mates * far, mixed), strict=True))


def mixing(graph: nx.Graph, by: str = "country") -> Study:
    """Count ties within and between groups, and say how far likes keep to likes.

    Formula: r = (Σ eᵢᵢ − Σ aᵢbᵢ) / (1 − Σ aᵢbᵢ), of the shares eᵢⱼ of ties from group i to group j and their sums aᵢ,
    bⱼ: 1 where all ties stay within, 0 as by chance, below 0 where they seek the other. Shape: as `brokerage`, folded
    and undirected. Units: ties; ``expected`` is what the numbers of ties of both groups alone would give. Order: ties,
    then names. Cost: linear in the ties. Source: Newman 2003; equal to networkx's
    ``attribute_assortativity_coefficient``.

    Returns
    -------
    Study
        table: one, other (groups), ties, expected. The first note holds the coefficient, or why there is none.

    >>> import networkx as nx
    >>> g = nx.Graph([("p1", "c1"), ("p2", "c2")])
    >>> for name in g:
    ...     g.nodes[name]["country"] = name[0]
    >>> mixing(g).notes[0]
    'assortativity by country: -1.000 (2 ties)'
    """
    net, group = _grouped(graph, by)
    known = [place for place, name in enumerate(group) if name]
    part = net.ties.induced_subgraph(known)
    names = [group[place] for place in known]
    value = assortativity(part, names)
    ends = Counter(tuple(sorted((names[one], names[other]))) for one, other in part.get_edgelist())
    half = Counter(name for pair, number in ends.items() for name in pair for _ in range(number))
    ties = ends.total()
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
    return Study(f"Which groups by {by} are tied to which?", table, notes)


def assortativity(ties: object, names: list[str]) -> float | None:
    """Give Newman's coefficient of an igraph graph; None where all ties are within one group, or there is none."""
    numbers = {name: number for number, name in enumerate(sorted(set(names)))}
    touched = {names[place] for edge in ties.get_edgelist() for place in edge}  # type: ignore[attr-defined]
    if len(touched) < 2:
        return None
    found: float = ties.assortativity_nominal([numbers[name] for name in names], directed=False)  # type: ignore[attr-defined]
    return found


def communities(graph: nx.Graph, *, seeds: int = 20, resamples: Iterable[nx.Graph | Net] = ()) -> Study:
    """Find communities, and say how firm they are.

    Shape: any projection, folded, weighted. Leiden by modularity from one fixed seed, as the measure ``communities``;
    then again from `seeds` others, and on every network of `resamples` (such as the same without one source each, or
    drawn anew by `pcgraph.analysis.uncertainty.networks`).
    Units: ``firm`` is, of all pairs of the agent and a fellow of its community, the share of further runs that keep
    both together (an absent one counts as parted); null for one that is alone. Order: community, firmness, IRI. Cost:
    that of the runs, and for each the number of pairs in a community. Source: Traag and others 2019; Hubert and Arabie
    1985 for the adjusted Rand index in the notes.

    Returns
    -------
    Study
        table: agent, label, community, firm, firm_resampled (null without resamples), why.

    >>> import networkx as nx
    >>> found = communities(nx.barbell_graph(3, 0))  # two triangles and a tie between them
    >>> found.table.select("agent", "community", "firm").row(0)
    ('0', 1, 1.0)
    """
    import igraph

    if seeds < 1:
        raise UsageError(f"seeds {seeds}: too few; expected 1 or more; leave it out for 20")
    net = Net(graph)
    first = [int(number or 0) for number in numbered(net).values]
    again = (
        [dict(zip(net.nodes, leiden(net, seed).membership, strict=True)) for seed in range(2, seeds + 2)]
        if net.nodes
        else []
    )
    drawn = []
    for other in resamples:
        found = other if isinstance(other, Net) else Net(other)
        drawn.append(dict(zip(found.nodes, leiden(found, 1).membership if found.nodes else [], strict=True)))
    members: dict[int, list[str]] = {}
    for node, number in zip(net.nodes, first, strict=True):
        members.setdefault(number, []).append(node)
    rows = []
    for node, number in zip(net.nodes, first, strict=True):
        fellows = [fellow for fellow in members[number] if fellow != node]
        why = "alone in its community" if not fellows else "" if drawn else "no resamples"
        rows.append((node, number, _firm(node, fellows, again), _firm(node, fellows, drawn), why))
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
        rand = [igraph.compare_communities(first, run, method="adjusted_rand") for run in runs]
        average = sum(rand) / len(rand)
        notes.append(f"adjusted Rand index of the other seeds: {average:.3f} on average, {min(rand):.3f} at least")
    else:
        notes.append("no adjusted Rand index: fewer than two agents")
    order = table.sort("community", "firm", "agent", descending=[False, True, False], nulls_last=True)
    return Study("Which communities are there, and how firm are they?", order, tuple(notes))


def _firm(node: str, fellows: list[str], runs: list[dict[str, int]]) -> float | None:
    if not fellows or not runs:
        return None
    kept = sum(run.get(fellow, -1) == run.get(node, -2) for run in runs for fellow in fellows)
    return kept / (len(fellows) * len(runs))


def _grouped(graph: nx.Graph, by: str) -> tuple[Net, list[str]]:
    if by not in GROUPS:
        raise UsageError(f"by {by!r}: unknown; expected {' or '.join(GROUPS)}; {nearest(by, GROUPS)}")
    net = Net(graph)
    names = {str(node): local(str(name)) if name else "" for node, name in graph.nodes(data=by)}
    return net, [names[node] for node in net.nodes]


def _unknown(group: list[str], by: str) -> list[str]:
    number = group.count("")
    return [f"left out: {number} of {len(group)} whose {by} is not known"] if number else []


def _labelled(net: Net, table: pl.DataFrame) -> pl.DataFrame:
    labels = {str(node): label or str(node) for node, label in net.graph.nodes(data="label")}
    label = pl.Series("label", [labels[node] for node in net.nodes], pl.String)
    return table.with_columns(label).select("agent", "label", pl.exclude("agent", "label"))
