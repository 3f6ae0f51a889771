"""The dossier of one thing as plain data: `pcgraph show` prints it and the pages of the server show it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import Any

import polars as pl
import pyoxigraph as ox

from pcgraph.belief.conclusions import voices
from pcgraph.belief.rule import derivation
from pcgraph.belief.snapshot import Snapshot
from pcgraph.belief.tables import MARKS, Tables, one_of
from pcgraph.belief.tables.rows import RowsByKey
from pcgraph.model import namespaces, numbers
from pcgraph.model.entities import Entity, preferred
from pcgraph.model.namespaces import PCG, SKOS, TYPE, V, compact
from pcgraph.model.ontology import Ontology
from pcgraph.model.quads import current
from pcgraph.model.quads import said as said_of
from pcgraph.query.explain import evidence, kept_out, kept_rows, present_truth
from pcgraph.query.statements import ALIASES, NAMES, statements
from pcgraph.query.statements.contradictions import Contradiction, contradictions, every_contradiction
from pcgraph.query.statements.rejected import not_believed

SUMMARIES = (namespaces.DESCRIPTION, SKOS + "definition")
SHOWN_ELSEWHERE = {
    *NAMES,
    *ALIASES[:2],
    *namespaces.MARKS,
    namespaces.DESCRIPTION,
    *(PCG + name for name in ("statedIn", "step", "currentStatus", "representative")),
}
TO_ASSETS = (PCG + "delivers", PCG + "uses")
ORDER = ("reached", "rank", "step")  # of the steps of an engagement


class Rows:
    """The rows of the tables that are about one thing, and its voices."""

    def __init__(self, snapshot: Snapshot, tables: Tables) -> None:
        self.snapshot, self.tables = snapshot, tables

    def table(self, name: str) -> pl.DataFrame:
        """Return a table: `parties` with ``one_of``, `relations` with ``last_reported``, others as they are."""
        tables = self.tables
        if name == "parties":
            return one_of(tables)
        if name == "relations":
            last = tables.engagements.select("engagement", "last_reported")
            return tables.relations.join(last, on="engagement", how="left", maintain_order="left")
        return tables[name]

    def about(self, name: str, iri: str, *columns: str) -> list[dict[str, Any]]:
        """Return the rows of a table that have the thing in one of the columns."""
        if name == "engagements" and not (self.tables.engagements["engagement"] == iri).any():
            return []  # without the labels of those of an agent
        found = (pl.col(each).list.contains(iri) if each == "one_of" else pl.col(each) == iri for each in columns)
        return self.table(name).filter(pl.any_horizontal(*found)).to_dicts()

    def of_each(self, name: str, engagements: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
        """Return the rows of a table, without labels, by engagement."""
        found = self.tables.rows(name, engagements, "engagement")
        return found.rows_by_key("engagement", named=True, include_key=True)

    def heard(self, engagement: str) -> dict[tuple[str, str], int]:
        """Return how many voices state what about an engagement."""
        return voices.of_one(self.tables, self.snapshot.ontology, engagement)

    def kept_out(self, iri: str) -> list[dict[str, Any]]:
        """Return the ties that cannot be printed; see `pcgraph.query.explain.kept_out`."""
        return kept_out(self.snapshot, self.tables, iri)


class WholeGraph(Rows):
    """Indices of the tables, the contradictions and what is kept out of a graph, made once for many dossiers."""

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__(snapshot, snapshot.tables)
        self.disputes: defaultdict[str, list[tuple[int, Contradiction]]] = defaultdict(list)
        for place, each in enumerate(every_contradiction(snapshot)):
            self.disputes[each.subject].append((place, each))
        self._kept_out = derivation.kept_out(snapshot.tables, snapshot.ontology, snapshot.today)
        self._kept_at: defaultdict[str, set[int]] = defaultdict(set)  # end or engagement → numbers of its rows
        for number, ends in enumerate(self._kept_out.select("from", "to", "engagement").iter_rows()):
            for end in ends:
                self._kept_at[end].add(number)
        self._heard = RowsByKey(voices.of_statements(snapshot.tables, snapshot.ontology), "engagement")
        self._indices: dict[tuple[str, ...], RowsByKey] = {}

    def about(self, name: str, iri: str, *columns: str) -> list[dict[str, Any]]:
        """Return the rows as `Rows` does, from an index of the table."""
        if (name, *columns) not in self._indices:
            self._indices[name, *columns] = RowsByKey(self.table(name), *columns)
        found: list[dict[str, Any]] = self._indices[name, *columns].get(iri, [])
        return found

    def of_each(self, name: str, engagements: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
        """Return the rows of a table by engagement."""
        return {each: self.about(name, each, "engagement") for each in engagements}

    def heard(self, engagement: str) -> dict[tuple[str, str], int]:
        """Return how many voices state what about an engagement."""
        return voices.numbers(self._heard.get(engagement, []))

    def kept_out(self, iri: str) -> list[dict[str, Any]]:
        """Return the ties that cannot be printed, of those of the graph."""
        if iri not in self._kept_at or not any(self.about("parties", iri, end) for end in ("agent", "engagement")):
            return []
        return kept_rows(self._kept_out[sorted(self._kept_at[iri])], iri, self.snapshot.ontology)


def dossier(
    snapshot: Snapshot,
    iri: str,
    texts: Path | None = None,
    *,
    whole: WholeGraph | None = None,
    language: str | None = None,
) -> dict[str, Any]:
    """Return everything that is known about an entity."""
    store, ontology = snapshot.store, snapshot.ontology
    said, rows = statements(store, iri), whole or Rows(snapshot, snapshot.tables.about(iri))
    tables = rows.tables
    engagement = rows.about("engagements", iri, "engagement")
    steps = sorted(
        rows.about("steps", iri, "engagement"), key=lambda row: [(row[each] is None, row[each]) for each in ORDER]
    )
    subjects = [iri, *(step["step"] for step in steps)]
    roles = rows.about("parties", iri, "agent")
    if whole:
        found = sorted((each for subject in subjects for each in whole.disputes.get(subject, ())), key=itemgetter(0))
        disputes = [each for _, each in found]
    else:
        disputes = contradictions(store, subjects)
    rejected, also_given = not_believed(store, subjects, disputes, ontology, {iri: said})
    proofs = evidence(store, subjects, texts)
    heard = rows.heard(iri) if engagement else {}
    sums = {float(value): number for (name, value), number in heard.items() if name == voices.AMOUNT}
    of_sum = sums.get(engagement[0]["amount"], 0) if engagement else 0
    spoken = 0 if engagement else voices.together({row["source"] for row in proofs}, tables.sources)
    hidden = ontology.roles if engagement else frozenset()
    outcome = next(iter(rows.about("outcomes", iri, "engagement") if engagement else ()), None)
    promise = rows.about("promises", outcome["promise"], "promise") if outcome and outcome["promise"] else []
    planned = engagement[0]["next"] if engagement else None
    return {
        **_names(iri, said, ontology, language or snapshot.project.label_language),
        "facts": [
            row | ({"voices": of_sum} if of_sum and row["property"] == voices.AMOUNT else {})
            for row in said
            if row["believed"] and row["property"] not in SHOWN_ELSEWHERE | hidden
        ],
        "engagement": engagement[0] if engagement else None,
        "outcome": outcome,
        "promise": promise[0] if promise else None,
        "stopped": bool(engagement) and engagement[0]["status"] in ontology.sets.get(V + "stopped", ()),
        "next": next((step for step in steps if step["step"] == planned), None),
        "parties": [
            {**row, "voices": heard.get((row["role"], row["agent"]), 0)}
            for row in (rows.about("parties", iri, "engagement") if engagement else [])
        ],
        "steps": [
            {
                **step,
                "numbers": [*numbers.texts(step, ontology.labels).values()],
                "voices": heard.get((voices.STATUS, step["status"]), 0),
            }
            for step in steps
        ],
        "representatives": rows.about("representations", iri, "engagement", "agent", "body"),
        "offices": _offices(store, iri),
        "identifiers": identifiers(store, iri),
        "roles": _roles(rows, roles),
        "engagements": [] if whole else _of_asset(snapshot.tables, iri),  # a page has them in its profile
        "signings": signings(ontology, roles, rows.of_each),
        "possibly": rows.about("parties", iri, "one_of"),
        "ties": _ties(rows.about("relations", iri, "from", "to"), ontology, iri),
        "kept_out": rows.kept_out(iri),
        "disputes": [_dispute(each) for each in disputes],
        "rejected": rejected,
        "also_given": also_given,
        "evidence": proofs,
        "voices": max(heard.values(), default=0) if engagement else spoken,
        "status_voices": heard.get((voices.STATUS, engagement[0]["status"] or ""), 0) if engagement else 0,
    }


def _names(iri: str, said: Iterable[Mapping[str, Any]], ontology: Ontology, language: str) -> dict[str, Any]:
    """Return label, labels, aliases, kinds and summary, from the statements about a thing."""
    believed = [row for row in said if row["believed"]]

    def values(*properties: str) -> list[Mapping[str, Any]]:
        return [row for name in properties for row in believed if row["property"] == name]

    labels: dict[str, str] = {}
    for row in values(*NAMES):
        labels.setdefault(row["language"] or "en", row["value"])
    fallback = Entity(iri).label if compact(iri).startswith("id:") else compact(iri)
    summaries: dict[str, str] = {}
    for row in values(*SUMMARIES):
        summaries.setdefault(row["language"] or "en", row["value"])
    kinds = {row["value"] for row in values(TYPE)}
    labels = dict(sorted(labels.items()))
    return {
        "iri": iri,
        "label": labels[preferred(labels, language)] if labels else fallback,
        "labels": labels,
        "aliases": sorted({row["value"] for row in values(*ALIASES)}),
        "kinds": sorted(kinds, key=lambda kind: (-len(ontology.supers.get(kind, ())), kind)),
        "summary": summaries[preferred(summaries, language)] if summaries else None,
    }


def _nodes(store: ox.Store, end: str, iri: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each node that names a thing with a property, and what is said of the node, by local name."""
    for quad in current(store, None, PCG + end, iri):
        yield quad.subject.value, said_of(store, quad.subject, namespaces.CURRENT)


def _offices(store: ox.Store, iri: str) -> list[dict[str, str]]:
    """Return the offices that a person holds or held, or that an organisation has; missing values are empty."""
    nodes = dict(chain(_nodes(store, "member", iri), _nodes(store, "organization", iri)))
    names = {"person": "member", "organization": "organization", "post": "post", "from": "from", "until": "until"}
    found = [{name: said.get(part, "") for name, part in names.items()} for said in nodes.values()]
    return sorted(found, key=lambda row: (row["from"].strip("[."), row["person"], row["organization"]))


def identifiers(store: ox.Store, iri: str) -> list[dict[str, str]]:
    """Return by what other databases know a thing: scheme (an IRI), value, page and day; sorted."""
    names = {"scheme": "scheme", "value": "identifierValue", "page": "shownAt", "day": "shownOn"}
    found = ({name: said.get(part, "") for name, part in names.items()} for _, said in _nodes(store, "identifies", iri))
    return sorted(found, key=lambda row: (row["scheme"], row["value"]))


def _roles(rows: Rows, roles: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return what a party does in which engagements, with their kind and status."""
    told = rows.of_each("engagements", {row["engagement"] for row in roles})
    found = [
        {name: row[name] for name in ("role", "engagement")}
        | {name: each[name] for name in ("type", "status", "status_date")}
        | {name: row[name] for name in (*MARKS, "sources")}
        for row in roles
        for each in told[row["engagement"]]
    ]
    return sorted(found, key=itemgetter("role", "engagement"))


def _of_asset(tables: Tables, iri: str) -> list[dict[str, Any]]:
    """Return the engagements that deliver or use an asset, with status, date, places and the sources of the link."""
    said = tables.rows("statements", [f"<{iri}>"], "value").filter(pl.col("property").is_in(TO_ASSETS))
    found = tables.rows("engagements", said["subject"], "engagement")
    found = found.select("engagement", "type", "status", "status_date", "places")
    joined = said.select("property", "subject", *MARKS, "sources").join(found, left_on="subject", right_on="engagement")
    return joined.rename({"subject": "engagement"}).sort("property", "engagement").to_dicts()


def signings(
    ontology: Ontology,
    roles: Iterable[Mapping[str, Any]],
    of_each: Callable[[str, Iterable[str]], Mapping[str, Sequence[Mapping[str, Any]]]],
) -> dict[str, int]:
    """Count what a party signed, and of how much of that its role or the signing is only our reading.

    `of_each` returns the rows of a table by engagement.
    """
    held, entered = defaultdict[str, list[bool]](list), ontology.sets.get(V + "entered", frozenset())
    for row in roles:
        if row["role"] in ontology.subterms("signatory"):
            held[row["engagement"]].append(row["inferred"])
    steps = of_each("steps", held)
    read = [
        all(marks) or all(signed)
        for engagement, marks in held.items()
        if (signed := [step["inferred"] for step in steps.get(engagement, ()) if step["status"] in entered])
    ]
    return {"all": len(read), "inferred": sum(read)}


def _ties(rows: Iterable[Mapping[str, Any]], ontology: Ontology, iri: str) -> list[dict[str, Any]]:
    """Return each tie once: relation, other, outward (it leads from `iri`), by (the engagements with their sources).

    ``words`` is that of `present_truth`, by the engagement that was reported last.
    """
    declared = {relation.iri: relation for relation in ontology.relations}
    last: defaultdict[tuple[bool, str, str], list[date | None]] = defaultdict(list)
    grouped: defaultdict[tuple[bool, str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        outward = row["from"] == iri
        by = {"engagement": row["engagement"], "sources": row["sources"]}
        key = (not outward, row["relation"], row["to"] if outward else row["from"])
        grouped[key].append(by)
        last[key].append(row["last_reported"])
    return [
        {
            "relation": relation,
            "other": other,
            "outward": not inward,
            "by": by,
            "words": present_truth(
                declared[relation], ontology, max(filter(None, last[inward, relation, other]), default=None)
            ),
        }
        for (inward, relation, other), by in sorted(grouped.items())
        if not (inward and (False, relation, other) in grouped)
    ]


def _dispute(each: Contradiction) -> dict[str, Any]:
    values = [{"value": value, "sources": sorted(sources)} for value, sources in each.values.items()]
    return {**vars(each), "values": values, "closed": sorted(each.closed)}
