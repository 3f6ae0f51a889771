"""Explanations: the evidence and the rule behind a tie, and what keeps a tie out. Returns plain data."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pyoxigraph as ox

from pcgraph.belief.conclusions import voices
from pcgraph.belief.rule import derivation
from pcgraph.belief.snapshot import Snapshot
from pcgraph.belief.tables import MARKS, Tables
from pcgraph.errors import UsageError, nearest
from pcgraph.model.entities import Entity, Passage, Source, passages
from pcgraph.model.entities import card as read_card
from pcgraph.model.namespaces import PCG, compact, local
from pcgraph.model.ontology import Ontology, Relation
from pcgraph.model.quads import current
from pcgraph.query.engine.table_view import (
    LINES,
    head,
    html_heads,
    html_notes,
    html_rows,
    more_rows,
    rich_table,
    screen,
)
from pcgraph.query.names.resolve import resolve
from pcgraph.store.files import regular

SHOWN = ("title", "date", "tier", "place")  # of a passage, in a notebook
PARTIES = (("parties", "agent"), ("engagements", "engagement"))  # table and column of what takes part
STATUS_DAYS = ("status", "status_since", "status_by", "ended_by_date", "last_reported")


def quote(passage: Passage, texts: Path) -> str | None:
    """Return the words of a passage if a copy of its source is in `texts` and the checksum matches; otherwise None."""
    path = texts / f"{local(passage.source)}.txt"
    if passage.start is None:
        return None
    try:
        words = regular(path).read_bytes().decode("utf-8")[passage.start : passage.end]
    except (OSError, UnicodeDecodeError):  # `pcgraph check --texts` reports it
        return None
    return words if hashlib.sha256(words.encode()).hexdigest() == passage.sha256 else None


def evidence(store: ox.Store, subjects: Iterable[str], texts: Path | None = None) -> list[dict[str, Any]]:
    """Return the passages that support the subjects, one dict each.

    Keys: of (the subject), source, title, publisher, date, tier, said_by, place, start, end, state, iri, address;
    checked_on, page_state and page_checked_on where the page was read again, and quote where `texts` has the words.
    """
    found, cards = [], dict[str, Source]()
    for subject in subjects:
        for passage in passages(store, subject):
            if passage.source not in cards:
                cards[passage.source] = read_card(store, passage.source)
            card = cards[passage.source]
            row = {
                "of": subject,
                "source": passage.source,
                "title": card.title,
                "publisher": card.publisher,
                "date": card.date or f"undated, taken in {card.first_seen}",
                "tier": card.tier,
                "said_by": list(card.said_by),
                "place": passage.pointer,
                "start": passage.start,
                "end": passage.end,
                **passage.checks,
                "iri": passage.iri,
                "address": card.address,
            }
            if texts and (words := quote(passage, texts)) is not None:
                row["quote"] = words
            found.append(row)
    return found


def rule(relation: Relation, ontology: Ontology) -> str:
    """Return a relation's declaration in words."""
    to = ontology.labels.get(relation.to_role, local(relation.to_role)) if relation.to_role else "the engagement"
    names = {"once a step has reached": relation.once, "while the current status is": relation.while_}
    when = " and ".join(
        f"{text} {' or '.join(local(s) for s in sorted(found, key=lambda s: ontology.ranks.get(s, 0)))}"
        for text, found in names.items()
        if found
    )
    one = ontology.labels.get(relation.from_role, local(relation.from_role))
    limit = f", for {derivation.span(relation)} after the last report" if relation.holds_for else ""
    return (
        f"{one} → {to}, {when or 'always'}{limit}; one source states both ends and reports such a status; "
        "roles that are only inferred or alleged and unnamed parties do not count"
    )


def present_truth(relation: Relation, ontology: Ontology, last: date | None, ended: str | None = None) -> str | None:
    """Return a relation as it is true now, if that needs words: "planned to build (2004, nothing since)".

    `ended` is as in `pcgraph.belief.rule.derivation.kept_out`.
    """
    label = ontology.labels.get(relation.iri, local(relation.iri))
    if ended:
        since = f"{last.year}, nothing since" if last and ended == "silent" else "stopped, as we read it"
        return f"{label.replace('plans ', 'planned ', 1)} ({since})"
    return f"{label} (undated)" if relation.holds_for and last is None else None


class Explanation(dict[str, Any]):
    """The answer of `why`, which a notebook shows as a table of the passages that state the tie."""

    def _rows(self) -> list[tuple[str, ...]]:
        cells = (
            (compact(tie["engagement"]), *(str(each[name] or "") for name in SHOWN))
            for tie in self["ties"]
            for each in tie["evidence"]
        )
        return [*dict.fromkeys(cells)]

    def __repr__(self) -> str:
        """Return the tie, its passages and the rule, cut to a screen."""
        rows, title = self._rows(), " ".join(compact(self[name]) for name in ("from", "relation", "to"))
        shown = rich_table(
            title, {name: {} for name in ("engagement", *SHOWN)}, rows[: head(len(rows), LINES)], [self._rule]
        )
        return screen(shown, more_rows(len(rows), LINES))

    @property
    def _rule(self) -> str:
        return f"rule: {self['rule']}"

    def _repr_html_(self) -> str:
        rows = self._rows()
        heads = html_heads(("engagement", *SHOWN))
        shown = html_rows(rows[: head(len(rows))])
        return f"<table>{heads}{shown}</table>" + html_notes([more_rows(len(rows)), self._rule])


def why(
    snapshot: Snapshot,
    one: str,
    relation: str,
    other: str,
    texts: Path | None = None,
    *,
    joined: bool = False,
    stale: bool = False,
) -> dict[str, Any]:
    """Return the facts, passages, sources and rule behind a tie."""
    ontology = snapshot.ontology
    declared = {r.iri: r for r in ontology.relations}
    name = resolve(snapshot, relation, "relation", "relation")
    ends = [require_known(snapshot, resolve(snapshot, end, "party, engagement or asset")) for end in (one, other)]
    tables = snapshot.tables.about_both(*ends)
    believed = tables.relations
    if joined or stale:
        believed = derivation.derive(tables, ontology, joined=joined, stale=stale, today=snapshot.today)
    rows = believed.filter((pl.col("relation") == name) & (pl.col("from") == ends[0]) & (pl.col("to") == ends[1]))
    held = {
        row["engagement"]: row
        for row in kept_out(snapshot, tables, ends[0])
        if (row["relation"], row["from"], row["to"]) == (name, *ends)
    }
    reported = dict(tables.engagements.select("engagement", "last_reported").iter_rows())
    words = {
        engagement: held[engagement]["words"]
        if engagement in held
        else present_truth(declared[name], ontology, reported[engagement])
        for engagement in rows["engagement"]
    }
    return Explanation(
        {
            "relation": name,
            "from": ends[0],
            "to": ends[1],
            "rule": rule(declared[name], ontology),
            "ties": [
                _tie(snapshot.store, tables, ontology, declared[name], row, ends, texts)
                | {"words": words[row["engagement"]]}
                for row in rows.iter_rows(named=True)
            ],
            "kept_out": [
                {"engagement": engagement, "why": row["why"], "words": row["words"]}
                for engagement, row in held.items()
                if engagement not in words
            ],
            "nearly": [] if rows.height else [*_other_ties(tables, declared, ends), *_nearly(tables, ends)],
        }
    )


def kept_out(snapshot: Snapshot, tables: Tables, iri: str) -> list[dict[str, Any]]:
    """Return the ties of an agent or an engagement that roles and statuses suggest and that cannot be printed.

    `tables` are of its engagements. Cost: that of deriving the ties of all of them. The rows are those of `kept_rows`.
    """
    if not any((tables.parties[name] == iri).any() for name in ("agent", "engagement")):
        return []
    return kept_rows(derivation.kept_out(tables, snapshot.ontology, snapshot.today, iri), iri, snapshot.ontology)


def kept_rows(found: pl.DataFrame, iri: str, ontology: Ontology) -> list[dict[str, Any]]:
    """Return which rows of `pcgraph.belief.rule.derivation.kept_out` are of an agent or an engagement.

    Keys: relation, from, to, engagement, why, words (see `present_truth`). A symmetric tie is listed once, from the
    agent.
    """
    symmetric = pl.col("relation").is_in([relation.iri for relation in ontology.relations if relation.symmetric])
    outward, inward, by = (pl.col(name) == iri for name in ("from", "to", "engagement"))
    mine = outward | (inward & ~symmetric) | (by & ~(symmetric & (pl.col("from") > pl.col("to"))))
    declared = {relation.iri: relation for relation in ontology.relations}
    return [
        {name: row[name] for name in (*derivation.TIE, "why")}
        | {"words": present_truth(declared[row["relation"]], ontology, row["last_reported"], row["ended"])}
        for row in found.filter(mine).to_dicts()
    ]


def _tie(
    store: ox.Store,
    tables: Tables,
    ontology: Ontology,
    relation: Relation,
    row: Mapping[str, Any],
    ends: Sequence[str],
    texts: Path | None,
) -> dict[str, Any]:
    engagement = row["engagement"]
    roles = ontology.subterms_of(relation.from_role) | ontology.subterms_of(relation.to_role or "")
    parties = tables.parties.filter(
        (pl.col("engagement") == engagement) & pl.col("agent").is_in(list(ends)) & pl.col("role").is_in(sorted(roles))
    )
    steps = tables.steps.filter(pl.col("engagement") == engagement)
    counted = (
        steps.filter(pl.col("status").is_in(sorted(relation.once | relation.while_)))
        if relation.once or relation.while_
        else steps
    )
    heard = voices.of_one(tables, ontology, engagement)
    roles_ = parties.select("role", "agent", *MARKS, "sources").to_dicts()
    columns = ("step", "status", "date", "earliest", "latest", *MARKS, "sources")
    now = tables.engagements.filter(pl.col("engagement") == engagement).select(*STATUS_DAYS)
    return {
        "engagement": engagement,
        "status": next(now.iter_rows(named=True), None),
        "voices": voices.together(row["sources"], tables.sources),
        "roles": [each | {"voices": heard.get((each["role"], each["agent"]), 0)} for each in roles_],
        "steps": [
            each | {"voices": heard.get((voices.STATUS, each["status"]), 0)}
            for each in counted.select(columns).to_dicts()
        ],
        "evidence": evidence(store, [engagement, *counted["step"]], texts),
    }


def _other_ties(tables: Tables, declared: Mapping[str, Relation], ends: Sequence[str]) -> list[str]:
    """Return one line per tie between the two, in either direction; a symmetric one once."""
    one, other = ends
    rows = tables.relations.filter(pl.col("from").is_in(ends) & pl.col("to").is_in(ends)).sort("relation", "engagement")
    return [
        f"{compact(row['engagement'])}: {compact(row['from'])} {local(row['relation'])} {compact(row['to'])}"
        for row in rows.iter_rows(named=True)
        if (row["from"], row["to"]) == (one, other)
        or ((row["from"], row["to"]) == (other, one) and not declared[row["relation"]].symmetric)
    ]


def _nearly(tables: Tables, ends: Sequence[str]) -> list[str]:
    """Return one line per engagement that the two share, with roles and status, which explain why there is no tie."""
    shared = (
        tables.parties.filter(pl.col("agent") == ends[0])
        .join(tables.parties.filter(pl.col("agent") == ends[1]), on="engagement", suffix="_other")
        .sort("engagement", "role", "role_other")
    )
    status = dict(tables.engagements.select("engagement", "status").iter_rows())
    lines = []
    for row in shared.iter_rows(named=True):
        roles = " and ".join(
            f"{local(row['role' + other])}{mark({name: row[name + other] for name in MARKS})}"
            for other in ("", "_other")
        )
        lines.append(f"{compact(row['engagement'])}: {roles}; status {local(status.get(row['engagement']) or 'none')}")
    return lines


def mark(row: Mapping[str, Any]) -> str:
    """Return " (alleged)" or " (inferred)" for a row that no source states plainly, else ""."""
    return next((f" ({name})" for name in reversed(MARKS) if row.get(name)), "")


def require_known(snapshot: Snapshot, iri: str) -> str:
    """Return `iri` if it is a party, an engagement or may be the end of a tie."""
    tables = snapshot.tables
    if any(tables.rows(name, [iri], column).height for name, column in PARTIES):
        return iri
    others = {relation.to_role or "" for relation in snapshot.ontology.relations} - snapshot.ontology.roles
    said = tables.statements.filter(pl.col("property").is_in(sorted(others)))["value"].str.strip_chars("<>")
    names = {*tables.parties["agent"], *tables.engagements["engagement"], *said}
    if iri not in names:
        raise UsageError(
            f"{compact(iri)}: takes part in nothing in scope; expected a party, an engagement or an asset; "
            f"{nearest(local(iri), map(local, names))}"
        )
    return iri


def claims(snapshot: Snapshot) -> list[dict[str, Any]]:
    """Return the events whose sources count agreements, by IRI.

    Keys: event, label, claimed, identified (signed agreements), perhaps (more of them that may be another name of one
    of those), papers and perhaps_papers (the two lists of IRIs); see `pcgraph.belief.conclusions.claims`.
    """
    claimed = snapshot.tables.scan("statements").filter(pl.col("property") == PCG + "claimedCount")
    rows = []
    for event, value in claimed.select("subject", "value").sort("subject").collect().iter_rows():
        papers, perhaps = (_linked_to(snapshot.store, name, event) for name in ("identifiedFor", "perhapsFor"))
        rows.append(
            {
                "event": event,
                "label": snapshot.entities.get(event, Entity(event)).label,
                "claimed": int(value.split('"')[1]),
                "identified": len(papers),
                "perhaps": len(perhaps),
                "papers": papers,
                "perhaps_papers": perhaps,
            }
        )
    return rows


def _linked_to(store: ox.Store, name: str, iri: str) -> list[str]:
    """Return what a believed property links to a thing, sorted."""
    return sorted(quad.subject.value for quad in current(store, None, PCG + name, iri))


def claim_in_words(claim: Mapping[str, Any]) -> str:
    """Return a claimed number beside what is identified.

    >>> claim_in_words({"claimed": 3, "identified": 4, "perhaps": 1})
    '3 agreements claimed, 4 identified, which is more than claimed; 1 more may be another name of one of them'
    """
    more = ", which is more than claimed" if claim["identified"] > claim["claimed"] else ""
    perhaps = f"; {claim['perhaps']} more may be another name of one of them" if claim["perhaps"] else ""
    return f"{claim['claimed']} agreements claimed, {claim['identified']} identified{more}{perhaps}"
