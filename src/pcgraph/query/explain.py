"""Explanations: the evidence behind a tie, and the dossier of one thing. Returns plain data; the CLI prints it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence, Set
from pathlib import Path
from typing import Any

import polars as pl
import pyoxigraph as ox

from pcgraph.belief import derivation
from pcgraph.belief.snapshot import Snapshot
from pcgraph.belief.tables import Tables
from pcgraph.errors import InvalidInput, UsageError, nearest
from pcgraph.model import namespaces
from pcgraph.model.entities import Entity, Passage, Source, passages, preferred_iri, sources
from pcgraph.model.namespaces import PCG, V, compact, local
from pcgraph.model.ontology import Ontology, Relation
from pcgraph.store.files import regular


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


def evidence(
    store: ox.Store, cards: Mapping[str, Source], subjects: Sequence[str], texts: Path | None = None
) -> list[dict[str, Any]]:
    """Return the passages that support the subjects, one dict each.

    Keys: of (the subject), source, title, publisher, date, tier, said_by, place, start, end, iri, address, and quote
    where `texts` has the words.
    """
    found = []
    for subject in subjects:
        for passage in passages(store, subject):
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
                "iri": passage.iri,
                "address": card.address,
            }
            if texts and (words := quote(passage, texts)) is not None:
                row["quote"] = words
            found.append(row)
    return found


def rule(relation: Relation, ontology: Ontology) -> str:
    """Return a relation's declaration in words.

    Returns
    -------
    str
        Such as "signatory → signatory, once a step has reached signed".
    """
    to = ontology.labels.get(relation.to_role, local(relation.to_role)) if relation.to_role else "the engagement"
    names = {"once a step has reached": relation.once, "while the current status is": relation.while_}
    when = " and ".join(
        f"{text} {' or '.join(local(s) for s in sorted(found, key=lambda s: ontology.ranks.get(s, 0)))}"
        for text, found in names.items()
        if found
    )
    one = ontology.labels.get(relation.from_role, local(relation.from_role))
    return f"{one} → {to}, {when or 'always'}; roles that are only inferred and unnamed parties do not count"


def why(snapshot: Snapshot, one: str, relation: str, other: str, texts: Path | None = None) -> dict[str, Any]:
    """Return the facts, passages, sources and rule behind a tie.

    Parameters
    ----------
    one, relation, other : str
        Slugs or IRIs; a symmetric relation is found in either direction.
    texts : Path, optional
        Folder of source texts, for quotes.

    Returns
    -------
    dict
        relation, from, to, rule, ties, kept_out, nearly. ``ties`` has one entry per engagement with its facts (roles,
        steps) and evidence; ``kept_out`` one per engagement that suggests the tie and does not state it (engagement,
        why). If there are no ties, ``nearly`` lists what the two ends have in common.

    Raises
    ------
    UsageError
        If the relation or one end is unknown.
    """
    tables = snapshot.tables
    declared = {r.iri: r for r in snapshot.ontology.relations}
    name = namespaces.expand(relation, PCG)
    if name not in declared:
        raise UsageError(
            f"relation {relation!r}: unknown; expected a derived relation; {nearest(relation, map(local, declared))}"
        )
    ends = [require_known(tables, preferred_iri(snapshot.store, namespaces.expand(end))) for end in (one, other)]
    rows = tables.relations.filter(
        (pl.col("relation") == name) & (pl.col("from") == ends[0]) & (pl.col("to") == ends[1])
    )
    cards = sources(snapshot.store)
    return {
        "relation": name,
        "from": ends[0],
        "to": ends[1],
        "rule": rule(declared[name], snapshot.ontology),
        "ties": [
            _tie(snapshot.store, tables, snapshot.ontology, declared[name], cards, row, ends, texts)
            for row in rows.iter_rows(named=True)
        ],
        "kept_out": [
            {"engagement": row["engagement"], "why": row["why"]}
            for row in kept_out(snapshot, ends[0])
            if (row["relation"], row["from"], row["to"]) == (name, *ends)
        ],
        "nearly": [] if rows.height else _nearly(tables, ends),
    }


def kept_out(snapshot: Snapshot, iri: str) -> list[dict[str, str]]:
    """Return the ties of an agent that roles and statuses suggest and that cannot be printed.

    The keys are the columns of `pcgraph.belief.derivation.kept_out`. A symmetric tie is listed from the agent only.
    Cost: that of deriving the ties of its engagements.
    """
    tables, ontology = snapshot.tables, snapshot.ontology
    own = tables.parties.filter(pl.col("agent") == iri)["engagement"].unique()
    found = derivation.kept_out(tables.of_engagements(own), ontology)
    symmetric = pl.col("relation").is_in([relation.iri for relation in ontology.relations if relation.symmetric])
    return found.filter((pl.col("from") == iri) | ((pl.col("to") == iri) & ~symmetric)).to_dicts()


def _tie(
    store: ox.Store,
    tables: Tables,
    ontology: Ontology,
    relation: Relation,
    cards: Mapping[str, Source],
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
    return {
        "engagement": engagement,
        "roles": parties.select("role", "agent", "inferred", "sources").to_dicts(),
        "steps": counted.select("step", "status", "date", "earliest", "latest", "inferred", "sources").to_dicts(),
        "evidence": evidence(store, cards, [engagement, *counted["step"]], texts),
    }


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
            f"{local(row[role])}{' (inferred)' if row[mark] else ''}"
            for role, mark in (("role", "inferred"), ("role_other", "inferred_other"))
        )
        lines.append(f"{compact(row['engagement'])}: {roles}; status {local(status.get(row['engagement']) or 'none')}")
    return lines


def require_known(tables: Tables, iri: str) -> str:
    """Return `iri` if it is a party, an engagement or the end of a tie.

    Raises
    ------
    UsageError
        If it is none of them, with the nearest slug.
    """
    names = set(tables.parties["agent"]) | set(tables.engagements["engagement"]) | set(tables.relations["to"])
    if iri not in names:
        raise UsageError(
            f"{compact(iri)}: not in the graph in scope; expected a party or an engagement; "
            f"{nearest(local(iri), map(local, names))}"
        )
    return iri


def show(snapshot: Snapshot, thing: str, texts: Path | None = None) -> dict[str, Any]:
    """Return the dossier of one thing: names, background, roles, ties and evidence; of an engagement parties and steps.

    Raises
    ------
    UsageError
        If the thing is unknown.
    """
    tables = snapshot.tables
    iri = preferred_iri(snapshot.store, namespaces.expand(thing))
    if iri not in snapshot.entities:
        raise UsageError(
            f"{compact(iri)}: not in the graph in scope; expected a slug; "
            f"{nearest(local(iri), map(local, snapshot.entities))}"
        )
    about = snapshot.entities[iri]
    roles = tables.parties.filter(pl.col("agent") == iri).join(tables.engagements, on="engagement", how="left")
    found: dict[str, Any] = {
        "iri": iri,
        "label": about.label,
        "labels": about.labels,
        "kind": about.kind,
        "aliases": sorted({*about.aliases, *about.spellings}),
        "summary": about.summary,
        "facts": facts(snapshot.store, readings(tables), iri),
        "roles": roles.select("role", "engagement", "type", "status", "inferred", "sources")
        .sort("role", "engagement")
        .to_dicts(),
        "ties": tables.relations.filter(pl.col("from") == iri).to_dicts()
        + tables.relations.filter(
            (pl.col("to") == iri)
            & ~pl.col("from").is_in(tables.relations.filter(pl.col("from") == iri)["to"].implode())
        ).to_dicts(),
    }
    found["kept_out"] = kept_out(snapshot, iri)
    cards = sources(snapshot.store)
    engagement = tables.engagements.filter(pl.col("engagement") == iri)
    if engagement.height:
        steps = tables.steps.filter(pl.col("engagement") == iri).sort("reached", "rank", "step", nulls_last=True)
        found["engagement"] = engagement.to_dicts()[0]
        found["parties"] = tables.parties.filter(pl.col("engagement") == iri).to_dicts()
        found["steps"] = steps.to_dicts()
        found["evidence"] = evidence(snapshot.store, cards, [iri, *steps["step"]], texts)
    else:
        found["evidence"] = evidence(snapshot.store, cards, [iri], texts)
    return found


Readings = Set[tuple[str, str, str]]


def readings(tables: Tables) -> Readings:
    """Return the statements that are only inferred, and that no source makes in words: (subject, property, value)."""
    return set(tables.statements.filter("inferred").select("subject", "property", "value").iter_rows())


def facts(store: ox.Store, inferred: Readings, iri: str) -> list[dict[str, Any]]:
    """Return the facts about a thing in `current`, without derived relations.

    Keys: property, value, background (only the register has it), inferred.
    """
    subject, current = ox.NamedNode(iri), ox.NamedNode(namespaces.CURRENT)
    skip = {namespaces.LABEL, namespaces.DESCRIPTION, PCG + "statedIn", PCG + "step", PCG + "currentStatus"}
    rows = []
    for quad in store.quads_for_pattern(subject, None, None, current):
        name = quad.predicate.value
        graphs = {q.graph_name.value for q in store.quads_for_pattern(subject, quad.predicate, quad.object, None)} - {
            namespaces.CURRENT
        }
        if name in skip or not graphs:  # a fact in no other graph is a derived relation
            continue
        rows.append(
            {
                "property": name,
                "value": str(quad.object.value),
                "background": graphs == {namespaces.REGISTER},
                "inferred": (iri, name, str(quad.object)) in inferred,
            }
        )
    return sorted(rows, key=lambda row: (row["property"], row["value"]))


def claims(snapshot: Snapshot) -> list[dict[str, Any]]:
    """Return the events whose sources count agreements: event, label, claimed, identified (signed agreements)."""
    tables = snapshot.tables
    claimed = tables.statements.filter(pl.col("property") == PCG + "claimedCount")
    signed = tables.steps.filter(pl.col("status").is_in(sorted(snapshot.ontology.sets.get(V + "entered", ()))))
    during = tables.statements.filter(pl.col("property") == PCG + "during").with_columns(
        pl.col("value").str.strip_chars("<>")
    )
    agreements = tables.engagements.filter(pl.col("type").is_in(sorted(snapshot.ontology.subterms("Agreement"))))
    agreed = agreements.join(signed, on="engagement", how="semi")
    rows = []
    for row in claimed.sort("subject").iter_rows(named=True):
        identified = during.filter(pl.col("value") == row["subject"]).join(
            agreed, left_on="subject", right_on="engagement", how="semi"
        )
        thing = snapshot.entities.get(row["subject"], Entity(row["subject"]))
        rows.append(
            {
                "event": row["subject"],
                "label": thing.label,
                "claimed": int(row["value"].split('"')[1]),
                "identified": identified["subject"].n_unique(),
            }
        )
    return rows


def texts_folder(path: Path | None) -> Path | None:
    """Return the folder of ``--texts``, if it is a folder.

    Raises
    ------
    InvalidInput
        If the path is not a folder.
    """
    if path is not None and not path.is_dir():
        raise InvalidInput(f"{path}: not a folder; expected a folder of <slug>.txt files; correct --texts")
    return path
