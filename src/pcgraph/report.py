"""What a build found, in a page of Markdown and a dozen lines for the terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import polars as pl

from pcgraph import escape
from pcgraph.coverage import FILLED, coverage
from pcgraph.terms import compact, local
from pcgraph.things import Thing, sources

if TYPE_CHECKING:
    from pcgraph.api import KnowledgeGraph
    from pcgraph.measure import Ranking

MOST_LISTED = 5000  # engagements in the report


def facts(kg: KnowledgeGraph, rankings: list[Ranking], warnings: int) -> dict[str, Any]:
    """Count what there is; the same figures feed the report, the terminal and the manifest."""
    engagements, parties, steps = kg.tables.engagements, kg.tables.parties, kg.tables.steps
    ranks = dict(steps.select("status", "rank").unique().iter_rows())
    by_status = sorted(Counter(engagements["status"].drop_nulls()).items(), key=lambda item: ranks[item[0]])
    return {
        "sources": kg.tables.sources.height,
        "engagements": engagements.height,
        "by type": dict(sorted(Counter(map(local, engagements["type"])).items())),
        "by status": {local(status): number for status, number in by_status},
        "parties": parties["agent"].n_unique(),
        "unnamed parties": parties.filter("unnamed")["agent"].n_unique(),
        "roles": parties.height,
        "inferred roles": parties.filter("inferred").height,
        "steps": steps.height,
        "left out": [list(row) for row in kg.left_out],
        "ties": kg.network().number_of_edges(),
        "claims": kg.claims(),
        "coverage": coverage(kg.store, kg.tables, kg.model),
        "leaders": {r.measure: [label for rank, _, label, _ in r.top(3)] for r in rankings},
        "warnings": warnings,
    }


def lines(found: dict[str, Any]) -> list[str]:
    """Say in under a dozen lines what was found."""
    types = ", ".join(f"{number} {name}" for name, number in found["by type"].items())
    status = ", ".join(f"{number} {name}" for name, number in found["by status"].items())
    head = [
        f"{found['sources']} source{'s' * (found['sources'] != 1)}, {found['engagements']} engagements ({types})",
        f"status: {status}",
        f"{found['parties']} parties in {found['roles']} roles, {found['inferred roles']} of them inferred; "
        f"{found['unnamed parties']} parties unnamed",
    ]
    left = [f"left out: {slug} ({reason})" for slug, reason in found["left out"]]
    if found.get("undrawn"):
        left.append(f"no map.html: {found['undrawn']}")
    claims = [claim for claim in found["claims"] if claim["claimed"] > claim["told"]]
    claims.sort(key=lambda claim: (claim["told"] - claim["claimed"], claim["event"]))
    told = [
        f"known unknowns: {claim['claimed']} agreements claimed for {claim['label']}, {claim['told']} told apart"
        for claim in claims[:3]
    ]
    told += [f"known unknowns: {len(claims) - 3} more events, see report.md"] if len(claims) > 3 else []
    covered = found["coverage"]
    return [
        *head,
        f"{found['ties']} direct ties between named agents",
        f"{_count(covered['voices'], 'independent voice')}; {covered['corroborated']} of "
        f"{_count(found['engagements'], 'engagement')} told by two or more of them",
        f"{_count(sum(covered['passages'].values()), 'passage')} "
        f"({', '.join(f'{number} {how}' for how, number in covered['passages'].items())}); "
        f"{_count(sum(covered['disputes'].values()), 'dispute')} "
        f"({', '.join(f'{number} {state}' for state, number in covered['disputes'].items())})",
        *told,
        *(f"most {measure}: {', '.join(names)}" for measure, names in found["leaders"].items()),
        *left,
    ]


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'s' * (number != 1)}"


def markdown(found: dict[str, Any], kg: KnowledgeGraph, rankings: list[Ranking]) -> str:
    """Write the report of a build. No clock: the same data give the same bytes."""
    out = ["# What is in this build", "", *(f"- {escape.markdown(line)}" for line in lines(found)), ""]
    out += _covered(found)
    out += _engagements(kg)
    for ranking in rankings:
        out += [
            "",
            f"## Ranking by {ranking.measure}",
            "",
            f"{ranking.meaning.capitalize()}. Network: {ranking.counts}.",
            "",
            "| rank | agent | value |",
            "|---|---|---|",
        ]
        out += [f"| {rank} | {escape.markdown(label)} | {value:.4g} |" for rank, _, label, value in ranking.top(10)]
    out += ["", "## Sources", ""]
    for card in sources(kg.store).values():
        publisher = (
            kg.things.get(card.publisher, Thing(card.publisher)).label if card.publisher else "publisher unknown"
        )
        line = f"{compact(card.iri)}: {card.title} ({publisher}, {card.date or card.first_seen}, {card.tier})"
        out.append(f"- {escape.markdown(line)}")
    return "\n".join(out) + "\n"


def _engagements(kg: KnowledgeGraph) -> list[str]:
    """List engagements and who takes part; where there are too many to read, say where they are."""
    listed = kg.tables.engagements
    if listed.height > MOST_LISTED:
        return ["## Engagements", "", f"{listed.height} of them, in `tables/engagements` and `tables/parties`."]
    out = ["## Engagements", "", "| engagement | type | status | parties |", "|---|---|---|---|"]
    parties = kg.tables.parties
    for row in listed.iter_rows(named=True):
        roles = parties.filter(pl.col("engagement") == row["engagement"])
        named = [_party(party, kg) for party in roles.iter_rows(named=True)]
        thing = kg.things.get(row["engagement"], Thing(row["engagement"]))
        cells = (thing.label, local(row["type"]), local(row["status"] or ""), "; ".join(named))
        out.append(f"| {' | '.join(map(escape.markdown, cells))} |")
    return out


def _covered(found: dict[str, Any]) -> list[str]:
    """Write the section on coverage: what is proved, corroborated, disputed, unknown and left blank."""
    covered, unnamed = found["coverage"], found["unnamed parties"]
    passages, disputes = covered["passages"], covered["disputes"]
    shares = (covered["corroborated"], found["engagements"])
    rows = (
        ("sources", found["sources"]),
        ("independent voices (sources that share a wire are one)", covered["voices"]),
        ("engagements of which two or more voices speak", f"{shares[0]} of {shares[1]} ({_percent(*shares)})"),
        ("passages by offset, proved word by word where a text is at hand", passages["by offset"]),
        ("passages by pointer, to a paragraph or record", passages["by pointer"]),
        ("disputes decided by a verdict (single values of which sources give several)", disputes["decided"]),
        ("disputes open, where the rule of belief takes the better source", disputes["open"]),
        ("parties known to be there and not named", unnamed),
        *(
            (
                f"agreements at {escape.markdown(claim['label'])}",
                f"{claim['claimed']} claimed, {claim['told']} told apart",
            )
            for claim in found["claims"]
        ),
    )
    out = ["## Coverage", "", "| what | how many |", "|---|---|", *(f"| {name} | {number} |" for name, number in rows)]
    out += ["", "How many engagements of each class have what:", ""]
    out += [f"| class | {' | '.join(('engagements', *FILLED))} |", "|---" * (len(FILLED) + 2) + "|"]
    for class_, row in covered["filled"].items():
        cells = ("–" if row[name] is None else _percent(row[name], row["engagements"]) for name in FILLED)
        out.append(f"| {class_} | {row['engagements']} | {' | '.join(cells)} |")
    return [*out, ""]


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


def _party(party: dict[str, Any], kg: KnowledgeGraph) -> str:
    name = "unnamed" if party["unnamed"] else kg.things.get(party["agent"], Thing(party["agent"])).label
    return f"{name} ({local(party['role'])}{', inferred' if party['inferred'] else ''})"
