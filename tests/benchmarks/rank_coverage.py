"""How often the 90 % interval of a rank holds the true rank: simulated projects of which everything is known.

    make rank-coverage                                              the held-out seeds; exit code 1 if too few
    PYTHONPATH=tests python tests/benchmarks/rank_coverage.py 0 28  other seeds, to try things out

Each project has 40 agents and 120 agreements between two of them, most of them between few. 40 % are signed at one of
four visits, and two voices count those of each visit. On average 1.6 voices report an agreement, so that about a fifth
is reported by none if reporting is even. With skewed reporting, some agents are watched more than
others: the expected number of voices is multiplied by the geometric mean of two factors, one for each party, drawn from
a log-normal distribution with σ = 0.8. The true rank is that in the network of all agreements.
"""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pcgraph
from benchmarks.synthetic import _facts
from pcgraph.model.namespaces import ID, LABEL, PCG, REGISTER, SRC, TYPE, XSD, V

AGENTS, AGREEMENTS, VISITS, VOICES, REPORTS, SPREAD = 40, 120, 4, 60, 1.6, 0.8
LEAST = {"even": 0.88, "skewed": 0.85}
HELD_OUT = range(1000, 1028)  # never looked at while the intervals were made; 0–5 and 100–127 were
DRAWS = 200  # as in a build
MEASURES = ("degree", "betweenness", "pagerank")


def project(reporting: str, seed: int) -> tuple[str, str]:
    """Return a project as N-Quads: what its voices report, and everything."""
    rng = Random(f"{reporting}/{seed}")
    busy = [(agent + 3) ** -0.8 for agent in range(AGENTS)]
    watched = [rng.lognormvariate(0, SPREAD) if reporting == "skewed" else 1.0 for _ in range(AGENTS)]
    pairs = []
    while len(pairs) < AGREEMENTS:
        one, other = rng.choices(range(AGENTS), busy, k=2)
        if one != other:
            pairs.append((one, other))
    visits = [rng.randrange(VISITS) if rng.random() < 0.4 else None for _ in pairs]
    expected = [math.sqrt(watched[one] * watched[other]) for one, other in pairs]
    size = [1 / (voice + 3) for voice in range(VOICES)]
    heard: dict[int, set[tuple[str, int]]] = defaultdict(set)
    for agreement, weight in enumerate(expected):
        for voice in rng.choices(range(VOICES), size, k=_poisson(rng, REPORTS * AGREEMENTS * weight / sum(expected))):
            heard[voice].add(("agreement", agreement))
    for visit in range(VISITS):
        for voice in rng.choices(range(VOICES), size, k=2):
            heard[voice].add(("visit", visit))
    whole = [*(("agreement", number) for number in range(AGREEMENTS)), *(("visit", number) for number in range(VISITS))]
    count = Counter(visits)

    def told(voice: int, things: Iterable[tuple[str, int]]) -> Iterable[str]:
        graph = f"{SRC}voice-{voice}"
        yield from _facts(
            graph,
            f"<{graph}>",
            (TYPE, f"<{PCG}Source>"),
            (PCG + "title", f'"Report {voice}"'),
            (PCG + "publisher", f"<{ID}publisher-{voice}>"),
            (PCG + "tier", f"<{V}press>"),
            (PCG + "date", '"2024-12-01"'),
            (PCG + "firstSeen", f'"2026-01-01"^^<{XSD}date>'),
        )
        for kind, number in sorted(things):
            iri = f"{ID}{kind}-{number}"
            if kind == "agreement":
                type_, status = "Agreement", "signed"
                facts = [(PCG + "signatory", f"<{ID}agent-{agent}>") for agent in pairs[number]]
                facts += [(PCG + "during", f"<{ID}visit-{visits[number]}>")] if visits[number] is not None else []
            else:
                type_, status = "Visit", "completed"
                facts = [(PCG + "visitor", f"<{ID}agent-0>"), (PCG + "host", f"<{ID}agent-1>")]
                facts.append((PCG + "claimedCount", f'"{count[number]}"^^<{XSD}integer>'))
            yield from _facts(graph, f"<{iri}>", (TYPE, f"<{PCG}{type_}>"), *facts, (PCG + "step", f"<{iri}.step>"))
            step = ((TYPE, f"<{PCG}Step>"), (PCG + "status", f"<{V}{status}>"), (PCG + "date", '"2024-11-01"'))
            yield from _facts(graph, f"<{iri}.step>", *step)

    register = "".join(
        line
        for agent in range(AGENTS)
        for line in _facts(
            REGISTER,
            f"<{ID}agent-{agent}>",
            (TYPE, f"<{PCG}Company>"),
            (LABEL, f'"Agent {agent}"'),
            (PCG + "country", f"<{ID}country-{agent % 2}>"),
        )
    )
    reported = "".join(line for voice in sorted(heard) for line in told(voice, heard[voice]))
    return register + reported, register + "".join(told(0, whole))


def _poisson(rng: Random, mean: float) -> int:
    """Draw by Knuth's method: how many uniform numbers have a product above e^−mean."""
    number, product = 0, rng.random()
    while product > math.exp(-mean):
        number, product = number + 1, product * rng.random()
    return number


def misses(reporting: str, seed: int, draws: int = DRAWS) -> Counter[str]:
    """Count the intervals of one project, and those that the true rank is above or below."""
    found: Counter[str] = Counter()
    with TemporaryDirectory() as folder:
        reported, true = [Path(folder) / name for name in ("reported.nq", "true.nq")]
        for file, text in zip((reported, true), project(reporting, seed), strict=True):
            file.write_text(text, encoding="utf-8")
        whole = pcgraph.load(true, build=None)
        for ranking in pcgraph.load(reported, build=None).ranks(MEASURES, uncertainty=draws, seed=seed):
            ranks = dict(whole.rank(ranking.measure).table.select("agent", "rank").iter_rows())
            for agent, low, high in ranking.table.select("agent", "low", "high").iter_rows():
                found.update({"all": 1, "better": ranks[agent] < low, "worse": ranks[agent] > high})
    return found


def main(seeds: Sequence[int] = HELD_OUT, draws: int = DRAWS) -> int:
    """Print the coverage, and return 1 if it is too low."""
    code = 0
    for reporting, least in LEAST.items():
        found = sum((misses(reporting, seed, draws) for seed in seeds), Counter[str]())
        better, worse = (found[side] / found["all"] for side in ("better", "worse"))
        code |= (held := 1 - better - worse) < least
        print(
            f"{reporting} reporting, {len(seeds)} projects, {found['all']:,} intervals: {held:.1%} hold the true rank "
            f"(at least {least:.0%}); it is better in {better:.1%}, worse in {worse:.1%}"
        )
    return code


if __name__ == "__main__":
    sys.exit(main(range(*map(int, sys.argv[1:])) if len(sys.argv) > 1 else HELD_OUT))
