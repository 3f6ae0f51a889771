"""Partnership data in our own model, of any size, as N-Quads: heavy-tailed parties, one graph a source, one in ten told
by a second source that may contradict the first. Seeded; written as it is drawn, so that memory stays flat.

    python tests/benchmarks/synthetic.py 1000000 1M.nq
"""

from __future__ import annotations

import itertools
import random
import sys
from bisect import bisect
from collections.abc import Iterator
from pathlib import Path

from pcgraph.model.namespaces import ID, LABEL, PCG, REGISTER, SECTOR, SRC, TYPE, VERDICT, VERDICTS, XSD, V

SECTORS = ("ai", "cloud", "ports", "energy", "telecommunications", "health", "space", "education")
PLACES = tuple(f"<{ID}place-{number}>" for number in range(20))
TIERS = ("official", "party", "press", "aggregator")
KINDS = ("mou", "agreement", "contract", "understanding")
WAY = ("planned", "under-way", "operational", "completed")
CLASSES = ("Company", "Company", "Company", "University", "PublicBody", "Ministry", "FinancialInstitution")
TELLS = 10  # engagements of a source; one of them is also told by the next source
QUADS_EACH = 18.5  # an engagement with its share of everything else


def lines(quads: int, seed: int = 1) -> Iterator[str]:
    """Draw about so many lines of N-Quads (within some per cent). Cost: 2 µs a line."""
    rng = random.Random(seed)
    agents = max(30, quads // 150)
    tail = list(itertools.accumulate(1 / (rank + 5) ** 0.8 for rank in range(agents)))
    told: list[tuple[int, int]] = []  # (number, seed) of what the last source told

    def party() -> str:
        return f"<{ID}agent-{bisect(tail, rng.random() * tail[-1])}>"

    for number in range(agents):
        about = f"<{ID}agent-{number}>"
        yield from _facts(
            REGISTER,
            about,
            (TYPE, f"<{PCG}{CLASSES[number % len(CLASSES)]}>"),
            (LABEL, f'"Agent {number}"@en'),
            (PCG + "country", f"<{ID}country-{number % 2}>"),
        )
    number = 0
    for source in range(max(2, int((quads - 3 * agents) / QUADS_EACH / TELLS))):
        graph = f"{SRC}source-{source}"
        year = 2000 + source % 25
        yield from _facts(
            graph,
            f"<{graph}>",
            (TYPE, f"<{PCG}Source>"),
            (PCG + "title", f'"Story \\"{source}\\""'),
            (PCG + "publisher", f"<{ID}publisher-{source % 97}>"),
            (PCG + "tier", f"<{V}{TIERS[source % 4]}>"),
            (PCG + "date", f'"{year}-12-{source % 28 + 1:02}"'),
            (PCG + "firstSeen", f'"2026-01-01"^^<{XSD}date>'),
        )
        again = [rng.choice(told)] if told else []
        told = [(number + place, rng.randrange(1 << 30)) for place in range(TELLS)]
        number += TELLS
        for which, drawn in again + told:
            rng_ = random.Random(drawn)  # the same parties in both sources
            second = (which, drawn) in again
            yield from _engagement(graph, which, rng_, rng, [party() for _ in range(4)] if not second else [], year)
            if not second:
                yield from _facts(REGISTER, f"<{ID}deal-{which}>", (LABEL, f'"Deal {which}"@en'))
            elif which % 50 == 0:
                verdict = f"<{VERDICT}deal-{which}>"
                yield from _facts(
                    VERDICTS,
                    verdict,
                    (TYPE, f"<{PCG}Verdict>"),
                    (PCG + "onSubject", f"<{ID}deal-{which}>"),
                    (PCG + "onProperty", f"<{PCG}sector>"),
                    (PCG + "rejects", f"<{SECTOR}ai>"),
                    (PCG + "reason", '"Misread."'),
                    (PCG + "decided", f'"2026-01-01"^^<{XSD}date>'),
                )


def _engagement(
    graph: str, number: int, same: random.Random, own: random.Random, drawn: list[str], year: int
) -> Iterator[str]:
    """Tell of one engagement: `same` draws what all its sources share, `own` what this one may say otherwise."""
    iri = f"{ID}deal-{number}"
    about, passage = f"<{iri}>", f"<{graph}#char={number % 90 * 100},{number % 90 * 100 + 80}>"
    sort = same.choices(("Agreement", "Talks", "Project", "Loan"), (55, 15, 20, 10))[0]
    roles = {
        "Agreement": ("signatory",) * 4,
        "Talks": ("discussant",) * 4,
        "Project": ("implementer", "recipient", "supplier", "beneficiary"),
        "Loan": ("funder", "recipient", "supporter", "recipient"),
    }[sort]
    facts = [(TYPE, f"<{PCG}{sort}>"), (PCG + "sector", f"<{SECTOR}{same.choice(SECTORS)}>")]
    count = same.choices((2, 3, 4), (70, 20, 10))[0]
    parties = drawn[:count] or [f"<{ID}agent-{own.randrange(30)}>"]  # a second source may name one party more
    facts += [(PCG + role, party) for role, party in dict.fromkeys(zip(roles, parties, strict=False))]
    if sort == "Agreement" and same.random() < 0.8:
        facts.append((PCG + "kind", f"<{V}{same.choice(KINDS)}>"))
    if sort == "Agreement" and number % 10 == 1:
        facts.append((PCG + "covers", f"<{ID}deal-{number - 1}>"))
    if sort == "Loan":
        facts.append((PCG + "amount", f'"{same.randrange(1, 99) * 10**6 + own.randrange(2)}"^^<{XSD}decimal>'))
        facts.append((PCG + "currency", '"USD"'))
    if own.random() < 0.3:
        facts.append((PCG + "place", same.choice(PLACES)))
    if own.random() < 0.05:
        facts.append((PCG + "inferred", f"<{PCG}{roles[0]}>"))
    unnamed = f"{iri}.unnamed" if number % 40 == 0 else ""
    if unnamed:
        facts.append((PCG + roles[1], f"<{unnamed}>"))
        yield from _facts(graph, f"<{unnamed}>", (TYPE, f"<{PCG}UnnamedParty>"))
    way = {"Agreement": ("signed",), "Talks": ("discussed",), "Loan": ("signed",)}.get(sort, WAY[: same.randint(1, 3)])
    month, day = same.randint(1, 12), same.randint(1, 28)
    for place, status in enumerate(way):
        step = f"{iri}.{status}"
        facts.append((PCG + "step", f"<{step}>"))
        exact = f"{year - 3 + place}-{month:02}-{day:02}"
        text = own.choices((exact, exact[:7], f"[{exact[:8]}01..{exact}]"), (75, 20, 5 if day > 1 else 0))[0]
        yield from _facts(
            graph,
            f"<{step}>",
            (TYPE, f"<{PCG}Step>"),
            (PCG + "status", f"<{V}{status}>"),
            (PCG + "date", f'"{text}"'),
            (PCG + "statedIn", passage),
        )
    yield from _facts(graph, about, *facts, (PCG + "statedIn", passage))
    yield from _facts(
        graph,
        passage,
        (TYPE, f"<{PCG}Passage>"),
        (PCG + "start", f'"{number % 90 * 100}"^^<{XSD}integer>'),
        (PCG + "end", f'"{number % 90 * 100 + 80}"^^<{XSD}integer>'),
        (PCG + "sha256", f'"{number:064x}"'),
    )


def _facts(graph: str, subject: str, *facts: tuple[str, str]) -> Iterator[str]:
    for property_, value in facts:
        yield f"{subject} <{property_}> {value} <{graph}> .\n"


def write(path: Path, quads: int, seed: int = 1) -> Path:
    """Write about so many quads to `path`."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(lines(quads, seed))
    return path


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1].replace("_", "")))
