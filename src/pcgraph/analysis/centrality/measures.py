"""Compute the measures. networkx defines each one; scipy computes most of them.

Each function takes a `Net` and returns one value for each node, in the order of the nodes, or None where the measure
has no value. `Values.why` holds the reason for each None, and for each 0 that does not mean a small value.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from scipy import sparse

from pcgraph.analysis.centrality import sampling
from pcgraph.analysis.centrality.leiden import leiden
from pcgraph.analysis.network import describe, iter_ties
from pcgraph.errors import LimitError, UsageError
from pcgraph.model.text import counted

if TYPE_CHECKING:
    import networkx as nx
    import polars as pl

NO_TIES = "no ties, so it has no value"
NOT_LEADING = "0 because its component has a smaller eigenvalue than the leading one"
ROWS = 256  # of a matrix that are multiplied at once
ROUNDS = 3000  # iterations, after which a measure counts as not converging
POLISH = 5  # steps of the power method, which adds numbers above 0, and so makes small entries as exact as large ones
DONE = 1e-15  # change of all shares together, after which PageRank is exact to its last digits
SAME = 1e-9  # eigenvalues whose relative difference is below this count as equal


@dataclass(frozen=True)
class Values:
    """Values of one measure, in the order of the nodes."""

    values: Sequence[float | None]
    # position → why the value is missing or 0, or why its error is missing
    why: dict[int, str] = field(default_factory=dict)
    # standard errors of estimated values; None where no reliable one exists
    errors: Sequence[float | None] | None = None


class Leading(NamedTuple):
    """The leading eigenvector of one component: positions of its nodes, and their entries (length 1)."""

    places: list[int]
    shares: list[float]
    two_sided: bool  # bipartite: ties run only between its two sides


class Net:
    """A converted network. Nodes are in the order of their names, so results do not depend on how it was built."""

    exact: bool = False  # use every node as a source of paths, however many ties there are

    def __init__(self, graph: nx.Graph) -> None:
        self.graph: Any = graph
        ordered = sorted(graph, key=str)
        self.nodes = [str(node) for node in ordered]
        self._place = {node: place for place, node in enumerate(ordered)}

    @property
    def labels(self) -> list[str]:
        """Labels, in the order of the nodes."""
        known = {str(node): label for node, label in self.graph.nodes(data="label")}
        return [known[node] or node for node in self.nodes]

    @property
    def described(self) -> str:
        """What the network counts; see `pcgraph.analysis.network.describe`."""
        return describe(self.graph)

    @cached_property
    def ties(self) -> sparse.csr_array:
        """Undirected ties, merged as by `pcgraph.analysis.network.simple`: parallel weights added, no self-ties.

        A symmetric matrix of weights.
        """
        if self.graph.is_directed() or self.graph.is_multigraph():
            once = ((one, other, data.get("weight", 1)) for one, other, data in iter_ties(self.graph))
            return _matrix(self._place, once, directed=False)
        place = self._place
        rows = (
            (one, other, data.get("weight", 1))
            for one, others in self.graph.adjacency()  # lists each tie twice, and is still twice as fast as edges()
            for other, data in others.items()
            if place[one] <= place[other]
        )
        return _matrix(place, rows, directed=False)

    @cached_property
    def arcs(self) -> sparse.csr_array:
        """Directed ties, merged as by `pcgraph.analysis.network.directed`; symmetric ones go both ways."""
        if not self.graph.is_directed():
            return self.ties
        rows = list(iter_ties(self.graph))
        rows += [(other, one, data) for one, other, data in rows if data.get("symmetric")]
        return _matrix(self._place, ((one, other, data.get("weight", 1)) for one, other, data in rows), directed=True)

    @cached_property
    def leading(self) -> list[Leading]:
        """The leading eigenvectors of the undirected network; see `_leading`."""
        return _leading(self.ties, "eigenvector")

    @cached_property
    def hits(self) -> tuple[list[float], list[float]]:
        """Hub and authority scores: the limit of Kleinberg's iteration from equal authorities.

        Each arc connects the sending copy of one node to the receiving copy of another. The leading eigenvector of that
        graph holds both scores. In an undirected network it equals the eigenvector measure, unless a leading component
        is bipartite.
        """
        size = len(self.nodes)
        if not self.graph.is_directed() and not any(part.two_sided for part in self.leading):
            found = _normalise(eigenvector(self).values)
            return found, found
        copies = sparse.block_array([[None, self.arcs], [self.arcs.T, None]], format="csr")
        both = [0.0] * (2 * size)
        for part in _leading(copies, "hits"):
            received = math.fsum(share for place, share in zip(part.places, part.shares, strict=True) if place >= size)
            for place, share in zip(part.places, part.shares, strict=True):
                both[place] = share * received
        return _normalise(both[:size]), _normalise(both[size:])


class Columns(Net):
    """An undirected network of columns, from `pcgraph.analysis.network.pairs`, without a networkx graph."""

    def __init__(
        self, pairs: tuple[pl.Series, pl.DataFrame], labels: Mapping[str, str], counts: str, where: str = ""
    ) -> None:
        self.graph = SimpleNamespace(is_directed=lambda: False)
        self.pairs, self._labels, self._counts, self._where = pairs, labels, counts, where
        self.nodes = pairs[0].to_list()

    @property
    def labels(self) -> list[str]:
        """Labels, in the order of the nodes."""
        return [self._labels.get(node, node) for node in self.nodes]

    @property
    def described(self) -> str:
        """What the network counts."""
        number = self.pairs[1].height
        what = f"; a tie is {self._counts}" if number else ""
        return f"{counted(len(self.nodes), 'node')}, {counted(number, 'tie')}{what}{self._where}"

    @cached_property
    def ties(self) -> sparse.csr_array:
        """The ties."""
        rows = self.pairs[1]
        return symmetric(len(self.nodes), *(rows[name].to_numpy() for name in ("place", "place_other", "weight")))


def _matrix(place: dict[Any, int], ties: Iterable[tuple[Any, Any, Any]], *, directed: bool) -> sparse.csr_array:
    """Convert to a matrix: add the weights of parallel ties, drop self-ties."""
    rows = list(ties)
    try:
        weights = [float(weight) for *_, weight in rows]
    except (TypeError, ValueError):
        weights = [math.nan]
    if not all(0 < weight < math.inf for weight in weights):
        one, other, weight = next(row for row in rows if not 0 < _number(row[2]) < math.inf)
        raise UsageError(f"tie {one} – {other}: weight {weight!r}; expected a number above 0; correct or remove it")
    one, other = np.array([(place[one], place[other]) for one, other, _ in rows], np.int32).reshape(-1, 2).T
    return (directional if directed else symmetric)(len(place), one, other, np.array(weights))


def directional(size: int, tails: Any, heads: Any, weights: Any) -> sparse.csr_array:
    """Return the matrix of arcs. Weights of parallel arcs are sorted and added; the order of the arcs is irrelevant."""
    order = np.lexsort((weights, heads, tails))
    order = order[tails[order] != heads[order]]
    made = sparse.coo_array((weights[order], (tails[order], heads[order])), shape=(size, size)).tocsr()
    made.sort_indices()
    return made


def symmetric(size: int, ones: Any, others: Any, weights: Any) -> sparse.csr_array:
    """Return the matrix of undirected ties."""
    half = directional(size, np.minimum(ones, others), np.maximum(ones, others), weights)
    return (half + half.T).tocsr()


def _number(weight: Any) -> float:
    try:
        return float(weight)
    except (TypeError, ValueError):
        return math.nan


def _leading(graph: sparse.csr_array, measure: str) -> list[Leading]:
    """Return the leading eigenvector of each component whose eigenvalue is the greatest.

    The eigenvector of a component is unique (Perron and Frobenius), that of a whole network is not, so each component
    is computed on its own. The strength of its nodes bounds a component's eigenvalue, so most small ones are skipped.
    """
    strengths = graph.sum(axis=1)
    parts = [part for part in _parts(graph) if len(part) > 1]
    bounds = sorted((-max(strengths[part]), part.tolist()) for part in parts)
    best, found = 0.0, list[tuple[float, Leading]]()
    for bound, part in bounds:
        if -bound < best * (1 - SAME):
            break
        own = graph if len(part) == graph.shape[0] else graph[part][:, part]
        value, shares = _vector(own, measure)
        best = max(best, value)
        found.append((value, Leading(part, shares, _is_bipartite(own))))
    return sorted(part for value, part in found if value >= best * (1 - SAME))


def _parts(graph: sparse.csr_array) -> list[Any]:
    """Return the nodes of each component."""
    number, part = sparse.csgraph.connected_components(graph, directed=False)
    return np.split(np.argsort(part, kind="stable"), np.cumsum(np.bincount(part, minlength=number))[:-1])


def _is_bipartite(graph: sparse.csr_array) -> bool:
    """Return whether no tie of a connected network joins two nodes at the same distance from its first node."""
    far = sparse.csgraph.dijkstra(graph, unweighted=True, indices=0)
    ends = graph.tocoo()
    return not (far[ends.row] == far[ends.col]).any()


def _vector(graph: sparse.csr_array, measure: str) -> tuple[float, list[float]]:
    """Return the greatest eigenvalue of a connected network, and its eigenvector of length 1."""
    try:
        found, vectors = sparse.linalg.eigsh(graph, 1, which="LA", v0=graph.sum(axis=1), maxiter=ROUNDS)
    except sparse.linalg.ArpackError as error:
        raise LimitError(
            f"measure {measure}: no convergence after {ROUNDS} iterations on {graph.shape[0]} nodes; "
            f"expected a network less like a chain; use pagerank instead"
        ) from error
    value, vector = float(found[0]), abs(vectors[:, 0])
    for _ in range(POLISH):
        vector = graph @ vector + value * vector
        vector /= math.sqrt(math.fsum(vector**2))
    return value, vector.tolist()


def _normalise(values: Sequence[float | None]) -> list[float]:
    total = math.fsum(value or 0.0 for value in values)
    return [(value or 0.0) / total for value in values] if total else [0.0 for _ in values]


def _without_ties(net: Net, values: Sequence[float], note: str = "") -> Values:
    """Remove the value of nodes without ties; `note` is the reason of a 0 of the others."""
    lonely = (np.diff(net.ties.indptr) == 0).tolist()
    why = {
        place: NO_TIES if alone else note
        for place, (alone, value) in enumerate(zip(lonely, values, strict=True))
        if alone or (note and not value)
    }
    return Values([None if alone else value for alone, value in zip(lonely, values, strict=True)], why)


def degree(net: Net) -> Values:
    """Compute `networkx.Graph.degree`."""
    return Values(np.diff(net.ties.indptr).tolist())


def strength(net: Net) -> Values:
    """Compute `networkx.Graph.degree(weight="weight")`."""
    return Values(net.ties.sum(axis=1).tolist())


def betweenness(net: Net) -> Values:
    """Compute `networkx.betweenness_centrality`: unweighted, normalised, end points excluded (Brandes 2001)."""
    n = len(net.nodes)
    pairs = max((n - 1) * (n - 2) / 2, 1)
    found = sampling.betweenness(net.ties, exact=net.exact)
    errors = None if found.errors is None else [None if error is None else error / pairs for error in found.errors]
    return Values([value / pairs for value in found.values], _reasons_without_error(errors, sampling.FEW), errors)


def harmonic(net: Net) -> Values:
    """Compute `networkx.harmonic_centrality`: the sum of 1/distance to all others, unweighted."""
    found = sampling.harmonic(net.ties, exact=net.exact)
    return Values(found.values, _reasons_without_error(found.errors, sampling.UNMET), found.errors)


def _reasons_without_error(errors: Sequence[float | None] | None, why: str) -> dict[int, str]:
    return {place: why for place, error in enumerate(errors or ()) if error is None}


def eigenvector(net: Net) -> Values:
    """Compute `networkx.eigenvector_centrality`, weighted: the limit of its iteration, on any network.

    Only the leading component has values above 0. If several have the same eigenvalue, each is weighted by the sum of
    its eigenvector.
    """
    found = [0.0] * len(net.nodes)
    for part in net.leading:
        total = math.fsum(part.shares)
        for place, share in zip(part.places, part.shares, strict=True):
            found[place] = share * total
    length = math.hypot(*found) or 1.0
    return _without_ties(net, [value / length for value in found], NOT_LEADING)


def pagerank(net: Net) -> Values:
    """Compute `networkx.pagerank`, damping 0.85, weighted, to the last digit (networkx stops at a tolerance)."""
    size = len(net.nodes)
    sent = net.arcs.sum(axis=1)
    shares = np.divide(0.85, sent, out=np.zeros(size), where=sent > 0)
    follow = (sparse.diags_array(shares) @ net.arcs).T.tocsr()
    found = np.full(size, 1 / (size or 1))
    for _ in range(ROUNDS):  # about 220 for any network: each one leaves 0.85 of the error
        before, found = found, follow @ found
        found += (1 - found.sum()) / (size or 1)  # a jump to any agent; nodes that send nothing always jump
        if abs(found - before).sum() < DONE:
            break
    return Values(found.tolist())


def hubs(net: Net) -> Values:
    """Compute hub scores as `networkx.hits`, weighted, sum 1 (Kleinberg 1999); for ambiguous cases see `Net.hits`."""
    return _without_ties(net, net.hits[0])


def authorities(net: Net) -> Values:
    """Compute authority scores as `networkx.hits`, weighted, sum 1."""
    return _without_ties(net, net.hits[1])


def kcore(net: Net) -> Values:
    """Compute `networkx.core_number`."""
    links, left = net.ties.astype(bool).astype(np.int64), np.diff(net.ties.indptr).astype(np.int64)
    found, k = np.zeros(len(left), np.int64), 0
    inside = np.ones(len(left), bool)
    while inside.any():
        k = max(k, int(left[inside].min()))
        out = inside & (left <= k)
        found[out], inside[out] = k, False
        left -= links @ out
    return Values(found.tolist())


def constraint(net: Net) -> Values:
    """Compute `networkx.constraint`, weighted (Burt 1992)."""
    ties = net.ties
    sums = ties.sum(axis=1)
    shares = (sparse.diags_array(np.divide(1, sums, out=np.zeros(len(sums)), where=sums > 0)) @ ties).tocsr()
    links, found = ties.astype(bool), list[float]()
    for first in range(0, len(sums), ROWS):  # the products of all rows at once might fill the memory
        rows = slice(first, first + ROWS)
        both = (shares[rows] + shares[rows] @ shares).multiply(links[rows])
        found += both.power(2).sum(axis=1).tolist()
    return _without_ties(net, found)


def communities(net: Net) -> Values:
    """Find communities by modularity with the Leiden algorithm, weighted, from a fixed seed (Traag 2019)."""
    return _number_groups(leiden(net.ties, 1))


def components(net: Net) -> Values:
    """Compute `networkx.connected_components`, ignoring directions."""
    return _number_groups(sparse.csgraph.connected_components(net.ties, directed=False)[1].tolist())


def _number_groups(groups: Sequence[int]) -> Values:
    """Return the number of each node's group: 1 for the largest; groups of equal size are ordered by first node."""
    sizes = Counter(groups)  # keeps the groups in the order of their first nodes
    numbers = {group: number for number, (group, _) in enumerate(sizes.most_common(), 1)}
    return Values([numbers[group] for group in groups])


def articulation(net: Net) -> Values:
    """Compute `networkx.articulation_points`: 1 for a node without which its component falls apart."""
    import networkx as nx

    points = set(nx.articulation_points(nx.from_scipy_sparse_array(net.ties)))
    return Values([int(place in points) for place in range(len(net.nodes))])
