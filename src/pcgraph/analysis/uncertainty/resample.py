"""Make one draw: sample voices, decide contradictions, add unreported agreements, and return the network."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import combinations
from random import Random
from types import SimpleNamespace
from typing import Any

import numpy as np
from scipy import sparse

from pcgraph.analysis.centrality import find, rank_values
from pcgraph.analysis.centrality.measures import Net, directional, symmetric
from pcgraph.analysis.uncertainty.plan import Key, Part, Plan
from pcgraph.errors import LimitError

CAUSES = ("all", "resampled", "disputed", "invented")
Row = tuple[int, int, float, bool]  # from, to, weight, symmetric


class ResampledNet(Net):
    """A network of integers. It contains only nodes that have a tie, in the order of their names."""

    def __init__(self, rows: Sequence[Row], directed: bool) -> None:
        self.places = sorted({row[0] for row in rows} | {row[1] for row in rows})
        self.directed, self._rows = directed, rows
        self.nodes = [str(place) for place in self.places]
        self.graph = SimpleNamespace(is_directed=lambda: directed)

    @cached_property
    def ties(self) -> sparse.csr_array:
        """Undirected ties; weights of parallel ties are added, self-ties dropped."""
        return symmetric(len(self.places), *self._columns()[:3])

    @cached_property
    def arcs(self) -> sparse.csr_array:
        """Directed ties; weights of parallel ties are added, a symmetric tie goes both ways."""
        if not self.directed:
            return self.ties
        tails, heads, weights, both = self._columns()
        back = both > 0
        ends = np.append(tails, heads[back]), np.append(heads, tails[back])
        return directional(len(self.places), *ends, np.append(weights, weights[back]))

    def _columns(self) -> Any:
        """Return the rows as columns, with the nodes numbered."""
        one, other, weights, both = np.array(self._rows, float).reshape(-1, 4).T
        return *(np.searchsorted(self.places, end).astype(np.int32) for end in (one, other)), weights, both


def random_generator(seed: int, number: int) -> Random:
    """Return the generator of one draw, so that any process can make it. All causes have the same voices in a draw."""
    return Random(f"{seed}/all/{number}")


def keys(plan: Plan, cause: str, rng: Random) -> list[Key]:
    """Draw the sources and decisions of each engagement, and return its keys.

    The voices are sampled with replacement, as many as there are, so about 37 % of them are missing. Each open
    contradiction is decided for one of its values; all values are equally likely.
    """
    bits: dict[int, int] = plan.whole
    if cause in ("all", "resampled"):
        bits = {}
        for voice in sorted(set(rng.choices(range(len(plan.voices)), k=len(plan.voices)))):
            for engagement, own in plan.voices[voice]:
                bits[engagement] = bits.get(engagement, 0) | own
    decided: dict[int, tuple[int, ...]] = {}
    if cause in ("all", "disputed"):
        decided = {
            engagement: tuple(rng.randrange(len(ways)) for ways in disputed)
            for engagement, disputed in plan.disputes.items()
        }
    return [(engagement, mask, decided.get(engagement, ())) for engagement, mask in bits.items()]


def network(plan: Plan, chosen: Iterable[Key], rng: Random | None = None) -> ResampledNet:
    """Return the network of the keys; with `rng`, unreported agreements are added."""
    present = {key[0]: plan.parts[key] for key in chosen}
    added = draw_unreported(present, rng) if rng is not None and plan.counts_unknown else []
    kind = plan.spec.projection
    if kind == "relations":
        rows = [(one, other, 1.0, symmetric) for part in present.values() for one, other, symmetric in part.ties]
        return ResampledNet([*rows, *((one, other, 1.0, True) for one, other in added)], directed=True)
    groups = _merge_initiatives(present) if plan.spec.fold_initiatives else {e: p.members for e, p in present.items()}
    for number, pair in enumerate(added, len(plan.nodes)):  # it has no name, so its number follows all others
        groups[number] = pair
    if kind == "bipartite":
        return ResampledNet([(agent, group, 1.0, True) for group, agents in groups.items() for agent in agents], False)
    if kind == "engagements":
        held: dict[int, tuple[int, ...]] = defaultdict(tuple)
        for group in sorted(groups):
            for agent in groups[group]:
                held[agent] += (group,)
        groups = held
    newman = kind == "partners" and plan.spec.weight == "newman"
    return ResampledNet(
        [
            (one, other, 1 / (len(members) - 1) if newman else 1.0, True)
            for _, members in sorted(groups.items())
            for one, other in combinations(members, 2)
        ],
        False,
    )


def _merge_initiatives(present: Mapping[int, Part]) -> dict[int, tuple[int, ...]]:
    """Merge an initiative into the engagement that covers it: agreements first, then the lower IRI."""
    into: dict[int, tuple[bool, int]] = {}
    for engagement, part in present.items():
        for covered in part.covers:
            mine = (not part.agreement, engagement)
            into[covered] = min(into.get(covered, mine), mine)
    members: dict[int, set[int]] = defaultdict(set)
    for engagement, part in present.items():
        members[into[engagement][1] if engagement in into else engagement].update(part.members)
    return {engagement: tuple(sorted(agents)) for engagement, agents in members.items()}


def draw_unreported(present: Mapping[int, Part], rng: Random) -> list[tuple[int, int]]:
    """Return the agreements that events count but no source identifies, each between two random parties."""
    found = []
    for missing, pool in count_unreported(present):
        for _ in range(missing if len(pool) > 1 else 0):
            one, other = rng.randrange(len(pool)), rng.randrange(len(pool) - 1)
            found.append((pool[one], pool[other + (other >= one)]))
    return found


def count_unreported(present: Mapping[int, Part]) -> list[tuple[int, list[int]]]:
    """Return, for each event, the number of agreements that no source identifies, and their possible parties.

    The parties are those of the event and of the agreements that are identified there. Agreements that belong to an
    event within the event are counted there only.

    >>> signed = Part(signed=True, during=(7,), pool=(1, 2))
    >>> count_unreported({5: signed, 7: Part(claimed=4, pool=(3,)), 8: Part(claimed=2, during=(7,))})
    [(1, [1, 2, 3]), (2, [])]
    """
    identified: Counter[int] = Counter()
    pools: dict[int, set[int]] = defaultdict(set)
    for part in present.values():
        for event in part.during:
            identified[event] += part.claimed or part.signed
            if part.signed:
                pools[event].update(part.pool)
    claims = sorted(event for event, part in present.items() if part.claimed > identified[event])
    return [
        (present[event].claimed - identified[event], sorted({*present[event].pool, *pools[event]})) for event in claims
    ]


def ranks(nets: Sequence[ResampledNet], measure: str, wanted: Sequence[int]) -> list[list[int] | str]:
    """Rank the wanted nodes in each network; missing nodes and those without a value share the rank after the last.

    >>> ranks([ResampledNet([(1, 2, 1.0, True), (2, 3, 1.0, True)], False)], "degree", [1, 2, 3, 9])
    [[2, 1, 2, 4]]
    """
    what = find(measure)
    found: list[list[int] | str] = []
    values: list[float | None] = []
    for net in nets:
        try:
            values += what.compute(net).values
            found.append([])
        except LimitError as error:
            found.append(str(error))
    kept = [(net, ranked_) for net, ranked_ in zip(nets, found, strict=True) if isinstance(ranked_, list)]
    networks = [number for number, (net, _) in enumerate(kept) for _ in net.places]
    places = rank_values(what, values, networks)[1].to_list()
    start = 0
    for net, into in kept:
        mine = places[start : start + len(net.places)]
        start += len(net.places)
        last = 1 + sum(place is not None for place in mine)
        at = dict(zip(net.places, mine, strict=True))
        into.extend(at.get(node) or last for node in wanted)
    return found
