"""Engagements: parties, the ladder of steps, money, and what proves, disputes or leaves open each of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import polars as pl
import pyoxigraph as ox

from pcgraph.belief.alternatives import History
from pcgraph.belief.resolution import Tables
from pcgraph.model.entities import Thing, passages
from pcgraph.model.namespaces import PCG, TYPE, compact, local
from pcgraph.model.ontology import Model
from pcgraph.page.agents import others
from pcgraph.page.disputes import disputes
from pcgraph.page.schema import Engagements
from pcgraph.page.schema import columns as names
from pcgraph.page.sources import Shelf
from pcgraph.page.vocabularies import Lexicon
from pcgraph.query.explain import quote
from pcgraph.store.nquads import plain

# What a link is called from its other end; the ontology names only one direction.
BACKWARD = {
    "covers": "is covered by",
    "ledTo": "came of",
    "during": "had during it",
    "precedes": "follows",
    "uses": "is used by",
}
OWN = {TYPE, *(PCG + name for name in ("step", "place", "sector", "kind", "quantityOf", "statedIn", "currency"))}


class Proofs:
    """Everything that the columns need to look up, read once."""

    def __init__(
        self,
        store: ox.Store,
        tables: Tables,
        things: Mapping[str, Thing],
        model: Model,
        lexicon: Lexicon,
        shelf: Shelf,
        texts: Path | None,
    ) -> None:
        self.store, self.things, self.model, self.texts = store, things, model, texts
        self.lexicon, self.shelf = lexicon, shelf
        self.rows = tables.engagements.rows_by_key("engagement", named=True, unique=True)
        self.parties = tables.parties.rows_by_key("engagement", named=True)
        days = [pl.col(name).cast(pl.Int32) for name in ("earliest", "latest")]
        steps = tables.steps.sort("engagement", "reached", "rank", "step", nulls_last=True).with_columns(days)
        self.steps = steps.rows_by_key("engagement", named=True)
        self.said = tables.statements.rows_by_key("subject", named=True)
        self.disputes = disputes(store, lexicon, shelf)
        self.roles = model.roles


def columns(
    order: Sequence[str],
    types: Mapping[str, str],
    at: Mapping[str, int],
    engaged: Mapping[str, int],
    history: History,
    proofs: Proofs,
    claims: Iterable[Mapping[str, Any]],
) -> Engagements:
    """Put the engagements into columns; `at` and `engaged` give the places of agents and of engagements."""
    statuses = _statuses(history, proofs.lexicon)
    counts = {claim["event"]: (claim["claimed"], claim["told"]) for claim in claims}
    links = _links(order, engaged, proofs)
    table: dict[str, list[Any]] = {name: [] for name in names(Engagements)}
    for iri in order:
        row = _row(iri, at, proofs)
        row |= {
            "type": proofs.lexicon.at("type", types[iri]),
            "status": statuses.get(iri, []),
            "links": links[iri],
            "claimed": counts.get(iri, 0),
        }
        for name, value in row.items():
            table[name].append(value)
    return table  # type: ignore[return-value]


def _row(iri: str, at: Mapping[str, int], proofs: Proofs) -> dict[str, Any]:
    thing, lexicon, shelf = proofs.things.get(iri) or Thing(iri), proofs.lexicon, proofs.shelf
    row, parties, steps = proofs.rows.get(iri, {}), proofs.parties.get(iri, []), proofs.steps.get(iri, [])
    said, subjects = proofs.said.get(iri, []), [iri, *(step["step"] for step in steps)]
    values: defaultdict[str, list[str]] = defaultdict(list)
    for statement in said:
        values[local(statement["property"])].append(plain(statement["value"]))

    def one(name: str) -> str:
        return next(iter(values[name]), "")

    sources = shelf.at(source for found in (*said, *steps, *parties) for source in found["sources"])
    spoken = {source for found in (*said, *steps, *parties) for source in found["sources"]}
    return {
        "iri": compact(iri),
        "label": thing.label,
        "summary": thing.summary or "",
        "labels": others(thing) or 0,
        "form": lexicon.at("form", row.get("kind")),
        "sectors": [lexicon.at("sector", sector) for sector in row.get("sectors") or []],
        "places": [lexicon.label(place) for place in row.get("places") or []],
        "aims": values["aim"],
        "quantity": f"{number(one('quantity'))} {lexicon.label(one('quantityOf'))}".strip(),
        "amount": f"{number(one('amount'))} {one('currency')}".strip(),
        "expected": one("expected"),
        "starts": one("starts"),
        "ends": one("ends"),
        "parties": [
            [lexicon.at("role", p["role"]), at[p["agent"]], int(p["inferred"]), shelf.at(p["sources"])]
            for p in parties
            if p["agent"] in at
        ],
        "steps": [
            [
                lexicon.at("status", step["status"]),
                step["date"] or "",
                step["earliest"],
                step["latest"],
                int(step["inferred"]),
                shelf.at(step["sources"]),
                local(step["step"]),
            ]
            for step in steps
        ],
        "passages": _passages(subjects, proofs),
        "disputes": [found for subject in subjects for found in proofs.disputes.get(subject, [])],
        "inferred": sorted({lexicon.label(s["property"]) for s in said if s["inferred"]}),
        "unknown": _unknown(parties, steps, values["partiesComplete"]),
        "voices": shelf.voices(spoken),
        "sources": sources,
        "tier": shelf.best(sources),
    }


def _statuses(history: History, lexicon: Lexicon) -> dict[str, list[int | None]]:
    found: defaultdict[str, list[int | None]] = defaultdict(list)
    days = [pl.col(name).cast(pl.Int32) for name in ("starts", "ends")]
    rows = history.engagements.filter(pl.col("status").is_not_null()).with_columns(days)
    for row in rows.sort("engagement", "starts", "status", nulls_last=False).iter_rows(named=True):
        found[row["engagement"]] += [lexicon.at("status", row["status"]), row["starts"], row["ends"]]
    return found


def _passages(subjects: Sequence[str], proofs: Proofs) -> list[list[Any]]:
    found = []
    for subject in subjects:
        for passage in passages(proofs.store, subject):
            words = quote(passage, proofs.texts) if proofs.texts else None
            fragment = passage.iri.partition("#")[2]
            source = next(iter(proofs.shelf.at([passage.source])), -1)
            found.append([source, fragment, passage.pointer, local(subject), words or 0])
    return found


def _links(order: Sequence[str], engaged: Mapping[str, int], proofs: Proofs) -> dict[str, list[tuple[str, int, str]]]:
    """Join engagements to each other, from both ends, and to what they deliver or use."""
    found: dict[str, list[tuple[str, int, str]]] = {iri: [] for iri in order}
    for iri in order:
        for row in proofs.said.get(iri, []):
            name, value = row["property"], row["value"].strip("<>")
            if not row["value"].startswith("<") or name in OWN or name in proofs.roles:
                continue
            found[iri].append((proofs.lexicon.label(name), engaged.get(value, -1), proofs.lexicon.label(value)))
            if value in found and (word := BACKWARD.get(local(name))):
                found[value].append((word, engaged[iri], proofs.lexicon.label(iri)))
    return {iri: sorted(links) for iri, links in found.items()}


def _unknown(parties: Sequence[Mapping[str, Any]], steps: Sequence[Any], complete: Sequence[str]) -> list[str]:
    unnamed = sum(party["unnamed"] for party in parties)
    found = [f"{unnamed} {'party' if unnamed == 1 else 'parties'} not named in the sources"] if unnamed else []
    if "false" in complete:
        found.append("the sources do not name all parties")
    if steps and all(step["date"] is None for step in steps):
        found.append("no source gives a date")
    return found


def number(text: str) -> str:
    """Write a number with its thousands apart; leave what is none as it is.

    >>> number("40000000"), number("1.50"), number("about 3")
    ('40,000,000', '1.50', 'about 3')
    """
    try:
        return f"{Decimal(text):,}" if text else ""
    except InvalidOperation:
        return text
