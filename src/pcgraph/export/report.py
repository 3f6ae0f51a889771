"""The summary of a build: a report in Markdown and a dozen lines for the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import polars as pl

from pcgraph.analysis.network import draw
from pcgraph.belief.tables import STATES
from pcgraph.model import numbers, text
from pcgraph.model.entities import Entity, passages, sources
from pcgraph.model.namespaces import PCG, V, compact, local
from pcgraph.model.passages import CHANGED, in_words
from pcgraph.model.quads import current, quads
from pcgraph.model.text import counted
from pcgraph.query.explain import claim_in_words
from pcgraph.query.explain.methods import methods
from pcgraph.query.statements.coverage import FILLED, coverage

if TYPE_CHECKING:
    import networkx as nx

    from pcgraph.analysis.centrality import Ranking
    from pcgraph.api import KnowledgeGraph

MOST_LISTED = 5000  # the report lists no more engagements than this


def facts(
    kg: KnowledgeGraph, rankings: list[Ranking], warnings: int, network: nx.Graph | None = None
) -> dict[str, Any]:
    """Return the figures of a build, for the report, the terminal and the manifest; `network` is drawn if not given."""
    engagements, parties, steps = kg.tables.engagements, kg.tables.parties, kg.tables.steps
    promises = Counter(kg.tables.promises["state"])
    ranks = dict(steps.select("status", "rank").unique().iter_rows())
    by_status = sorted(Counter(engagements["status"].drop_nulls()).items(), key=lambda item: ranks[item[0]])
    return {
        "sources": kg.tables.sources.height,
        "engagements": engagements.height,
        "by type": dict(sorted(Counter(map(local, engagements["type"])).items())),
        "by status": {local(status): number for status, number in by_status},
        "promises": {state: promises[state] for state in STATES if promises[state]},
        "parties": parties["agent"].n_unique(),
        "unnamed parties": parties.filter("unnamed")["agent"].n_unique(),
        "roles": parties.height,
        "inferred roles": parties.filter("inferred").height,
        "steps": steps.height,
        "left out": [list(row) for row in kg.left_out],
        "ties": (draw(kg) if network is None else network).number_of_edges(),
        "claims": kg.claims(),
        "coverage": coverage(kg),
        "leaders": {r.measure: [label for rank, _, label, _ in r.top(3)] for r in rankings},
        "warnings": warnings,
        "ask": _first_question(kg),
    }


def _first_question(kg: KnowledgeGraph) -> str:
    """Return the words of a command that has an answer in this graph."""
    signing = kg.tables.relations.filter(relation=PCG + "signsWith")
    if signatory := _most_frequent([*signing["from"], *signing["to"]]):
        return f"query who-signed-with --param party={signatory}"
    agent = _most_frequent(kg.tables.parties.filter(~pl.col("unnamed"))["agent"])
    return f"show {agent}" if agent else "query"


def _most_frequent(iris: Iterable[str]) -> str:
    """Return the slug of the most frequent IRI, ties by IRI; "" if there is none."""
    counts = Counter(iris)
    return local(min(counts, key=lambda iri: (-counts[iri], iri), default=""))


def lines(found: dict[str, Any]) -> list[str]:
    """Return the summary for the terminal, in about a dozen lines."""
    types = ", ".join(f"{number} {name}" for name, number in found["by type"].items())
    status = ", ".join(f"{number} {name}" for name, number in found["by status"].items())
    promises = found["promises"]
    in_words = ", ".join(f"{number} {state}" for state, number in promises.items())
    head = [
        f"{counted(found['sources'], 'source')}, {counted(found['engagements'], 'engagement')} ({types})",
        f"status: {status}",
        *([f"{counted(sum(promises.values()), 'promise')}: {in_words}"] if promises else []),
        f"{counted(found['parties'], 'party', 'parties')} in {counted(found['roles'], 'role')}, "
        f"{found['inferred roles']} of them inferred; "
        f"{counted(found['unnamed parties'], 'party', 'parties')} unnamed",
    ]
    left = [f"left out: {slug} ({reason})" for slug, reason in found["left out"]]
    if found.get("undrawn"):
        left.append(f"no map.html: {found['undrawn']}")
    claims = [claim for claim in found["claims"] if claim["claimed"] > claim["identified"]]
    claims.sort(key=lambda claim: (claim["identified"] - claim["claimed"], claim["event"]))
    gaps = [
        f"known gaps: {claim['claimed']} agreements claimed for {claim['label']}, {claim['identified']} identified"
        for claim in claims[:3]
    ]
    gaps += [f"known gaps: {len(claims) - 3} more events, see report.md"] if len(claims) > 3 else []
    covered = found["coverage"]
    return [
        *head,
        f"{counted(found['ties'], 'direct tie')} between named agents",
        f"{counted(covered['voices'], 'independent voice')}; {covered['corroborated']} of "
        f"{counted(found['engagements'], 'engagement')} with a current status that two or more of them state",
        f"{counted(sum(covered['passages'].values()), 'passage')} "
        f"({', '.join(f'{number} {how}' for how, number in covered['passages'].items())}); "
        f"{counted(sum(covered['disputes'].values()), 'dispute')} "
        f"({', '.join(f'{number} {state}' for state, number in covered['disputes'].items())})",
        *gaps,
        *(f"most {measure}: {', '.join(names)}" for measure, names in found["leaders"].items()),
        *left,
    ]


def markdown(found: dict[str, Any], kg: KnowledgeGraph, rankings: list[Ranking]) -> str:
    """Return the report of a build. It has no date, so the same data produce the same bytes."""
    project = kg.project
    out = [f"# {text.markdown(project.title)}", ""]
    out += [text.markdown(project.description), ""] if project.description else []
    out += ["What this build contains:", "", *(f"- {text.markdown(line)}" for line in lines(found)), ""]
    out += _coverage_section(found)
    out += _changed_section(kg)
    out += ["## Methods", "", *(f"- {text.markdown(sentence)}." for sentence in methods(kg)), ""]
    out += _engagements_section(kg)
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
        out += [f"| {rank} | {text.markdown(label)} | {value:.4g} |" for rank, _, label, value in ranking.top(10)]
    out += ["", "## Sources", ""]
    for card in sources(kg.store).values():
        publisher = (
            kg.entities.get(card.publisher, Entity(card.publisher)).label if card.publisher else "publisher unknown"
        )
        line = f"{compact(card.iri)}: {card.title} ({publisher}, {card.date or card.first_seen}, {card.tier})"
        out.append(f"- {text.markdown(line)}")
    return "\n".join(out) + "\n"


def _engagements_section(kg: KnowledgeGraph) -> list[str]:
    """Return the section on engagements and their parties; if there are too many to list, it names the tables."""
    listed = kg.tables.engagements
    if listed.height > MOST_LISTED:
        return ["## Engagements", "", f"{listed.height} engagements; see `tables/engagements` and `tables/parties`."]
    out = [
        "## Engagements",
        "",
        "| engagement | type | status | outcome | numbers | parties |",
        "|---|---|---|---|---|---|",
    ]
    outcomes = kg.tables.outcomes.rows_by_key("engagement", named=True, unique=True)
    parties = kg.tables.parties
    for row in listed.iter_rows(named=True):
        roles = parties.filter(engagement=row["engagement"])
        named = [_party(party, kg) for party in roles.iter_rows(named=True)]
        thing = kg.entities.get(row["engagement"], Entity(row["engagement"]))
        said = "; ".join(numbers.texts(row, kg.ontology.labels).values())
        outcome = _outcome(outcomes[row["engagement"]], kg)
        cells = (thing.label, local(row["type"]), _status(row), outcome, said, "; ".join(named))
        out.append(f"| {' | '.join(map(text.markdown, cells))} |")
    return out


def _status(row: dict[str, Any]) -> str:
    """Return the status of an engagement, since when, and when it was last reported."""
    since = f" since {row['status_since']}" if row["status_since"] else ""
    by = f" by {row['status_by']}" if row["status_by"] else ""
    told = f", last reported {row['last_reported']}" if row["last_reported"] else ""
    return f"{local(row['status'] or '')}{since}{by}{told}"


def _outcome(row: dict[str, Any], kg: KnowledgeGraph) -> str:
    """Return what became of an engagement under another name, and since when it is silent."""
    named = [kg.label(iri) or compact(iri) for iri in row["went_on_as"]]
    by = f"{local(row['outcome'])} ({row['how']}: {kg.label(row['by']) or compact(row['by'])})" if row["by"] else ""
    parts = (
        by if row["how"] in ("result", "part") else "",
        f"beside it: {', '.join(named)}" if named else "",
        f"silent since {row['silent_since']}" if row["silent_since"] else "",
    )
    return "; ".join(filter(None, parts))


def _coverage_section(found: dict[str, Any]) -> list[str]:
    """Return the section on coverage: evidence, corroboration, disputes, known gaps and empty fields."""
    covered, unnamed = found["coverage"], found["unnamed parties"]
    passages, disputes = covered["passages"], covered["disputes"]
    shares = (covered["corroborated"], found["engagements"])
    rows = (
        ("sources", found["sources"]),
        ("independent voices (sources that repeat one text are one voice)", covered["voices"]),
        (
            "engagements whose current status two or more voices state",
            f"{shares[0]} of {shares[1]} ({_percent(*shares)})",
        ),
        *((f"passages: {state}", number) for state, number in passages.items()),
        ("disputes decided by a verdict (sources state different values)", disputes["decided"]),
        ("open disputes (the better source is believed)", disputes["open"]),
        ("parties that take part but are not named", unnamed),
        *(
            (
                f"agreements at {text.markdown(claim['label'])}",
                claim_in_words(claim),
            )
            for claim in found["claims"]
        ),
    )
    out = ["## Coverage", "", "| item | number |", "|---|---|", *(f"| {name} | {number} |" for name, number in rows)]
    out += ["", "Share of the engagements of each class for which a field is known:", ""]
    out += [f"| class | {' | '.join(('engagements', *FILLED))} |", "|---" * (len(FILLED) + 2) + "|"]
    for class_, row in covered["filled"].items():
        cells = ("–" if row[name] is None else _percent(row[name], row["engagements"]) for name in FILLED)
        out.append(f"| {class_} | {row['engagements']} | {' | '.join(cells)} |")
    return [*out, ""]


def _changed_section(kg: KnowledgeGraph) -> list[str]:
    """Return the section on what rests on a passage whose words have changed; empty if there is none."""
    names = [PCG + name for name in ("passageState", "pageState")]
    found = {quad.subject.value for name in names for quad in current(kg.store, None, name, V + CHANGED)}
    subjects = {q.subject.value for iri in found for q in quads(kg.store, None, PCG + "statedIn", iri, None)}
    rows = {(iri, each) for iri in subjects for each in passages(kg.store, iri) if each.iri in found}
    if not rows:
        return []
    out = ["## Passages that changed", "", "Read these again: their words are no longer in the text of the source.", ""]
    for subject, passage in sorted(rows, key=lambda row: (row[0], row[1].iri)):
        shown = f": {in_words(passage.checks)}" if passage.page else ""
        out.append(f"- {text.markdown(kg.label(subject) or compact(subject))}: {compact(passage.iri)}{shown}")
    return [*out, ""]


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


def _party(party: dict[str, Any], kg: KnowledgeGraph) -> str:
    name = "unnamed" if party["unnamed"] else kg.entities.get(party["agent"], Entity(party["agent"])).label
    return f"{name} ({local(party['role'])}{', inferred' if party['inferred'] else ''})"
