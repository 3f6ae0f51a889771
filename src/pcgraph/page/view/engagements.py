"""The columns of the page's engagements: parties, steps, money, evidence, disputes and gaps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl
import pyoxigraph as ox

from pcgraph.belief.conclusions import voices
from pcgraph.belief.rule.alternatives import History
from pcgraph.belief.tables import NUMBER_NAMES, Tables
from pcgraph.belief.tables.rows import RowsByKey
from pcgraph.model import numbers
from pcgraph.model.entities import Entity, Passage, passages, preferred
from pcgraph.model.namespaces import PCG, TYPE, compact, local
from pcgraph.model.ontology import Ontology
from pcgraph.page.view import schema
from pcgraph.page.view.disputes import disputes
from pcgraph.page.view.money import other_sums, paid_sums, sum_key, sum_kind, sums
from pcgraph.page.view.schema import Engagements, mark
from pcgraph.page.view.sources import SourceTable
from pcgraph.page.view.vocabularies import Lexicon
from pcgraph.query.explain import quote
from pcgraph.query.statements.contradictions import Contradiction
from pcgraph.store.nquads import plain

# Labels of links seen from the other end; the ontology labels only one direction.
INVERSE_LABELS = {
    "covers": "is covered by",
    "ledTo": "came of",
    "during": "had during it",
    "partOf": "has part",
    "precedes": "follows",
    "uses": "is used by",
}
ACTING = (PCG + "agent", PCG + "onBehalfOf")
SIZES = ("amount", "amount_at_least", "amount_at_most")
NUMBERS = (*SIZES, "currency", "claimed_amount", "claimed_currency")
SHOWN_ELSEWHERE = {
    TYPE,
    *(PCG + name for name in ("step", "place", "sector", "kind", "statedIn", *NUMBER_NAMES)),
}


class EngagementData:
    """Everything that the columns are built from, read once."""

    def __init__(
        self,
        store: ox.Store,
        tables: Tables,
        entities: Mapping[str, Entity],
        ontology: Ontology,
        lexicon: Lexicon,
        source_table: SourceTable,
        texts: Path | None,
        found: Sequence[Contradiction],
    ) -> None:
        self.store, self.entities, self.ontology, self.texts = store, entities, ontology, texts
        self.lexicon, self.source_table = lexicon, source_table
        self.engagements = tables.engagements
        self.rows = RowsByKey(tables.engagements, "engagement", unique=True)
        self.parties = RowsByKey(tables.parties, "engagement")
        days = [pl.col(name).cast(pl.Int32) for name in ("earliest", "latest")]
        steps = tables.steps.sort("engagement", "reached", "rank", "step", nulls_last=True).with_columns(days)
        self.steps = RowsByKey(steps, "engagement")
        self.said = RowsByKey(tables.scan("statements").collect(), "subject")  # `tables` would hold it longer
        self.acting = tables.rows("statements", ACTING, "property").rows_by_key("subject", named=True)
        self.disputes = disputes(found, set(steps["step"]), lexicon, source_table)
        self.also_given = other_sums(store, tables, found, ontology)
        self.roles, self.paid = ontology.roles, paid_sums(tables.sums)
        heard = voices.of_engagements(tables, ontology)
        self.voices = {iri: (best, status) for iri, best, status in heard.iter_rows()}

    def sum_kind(self, iri: str, type_iri: str, step: str | None, row: Mapping[str, Any]) -> schema.SumKind:
        """Return what the sum of an engagement or of one of its steps is."""
        if sum_key(iri, step, row) in self.paid:
            return "paid"
        return sum_kind(type_iri, self.ontology, row.get("basis"))


def columns(
    order: Sequence[str],
    types: Mapping[str, str],
    at: Mapping[str, int],
    engaged: Mapping[str, int],
    history: History,
    data: EngagementData,
    claims: Iterable[Mapping[str, Any]],
    concluded: Mapping[str, list[Any]],
) -> Engagements:
    """Return the columns of the engagements; `at` and `engaged` map IRIs of agents and engagements to their indices.

    `concluded` are the columns of `pcgraph.page.view.conclusions`.
    """
    statuses = _statuses(history, data.lexicon)
    counts = {claim["event"]: _claim(claim, engaged) for claim in claims}
    links = _links(order, engaged, data)
    table: dict[str, list[Any]] = {name: [] for name in schema.columns(Engagements)}
    ranks = _money_ranks(data.engagements)
    for iri in order:
        row = _row(iri, types[iri], at, data)
        row |= {
            "type": data.lexicon.index("type", types[iri]),
            "status": statuses.get(iri, []),
            "links": links[iri],
            "claimed": counts.get(iri, 0),
            "money_rank": ranks.get(iri, -1),
        }
        for name, value in row.items():
            table[name].append(value)
    table |= concluded
    return table  # type: ignore[return-value]


def _claim(claim: Mapping[str, Any], engaged: Mapping[str, int]) -> list[Any]:
    """Return the claimed number, the identified ones, and the two lists of papers that are on the page."""
    lists = ([engaged[iri] for iri in claim[name] if iri in engaged] for name in ("papers", "perhaps_papers"))
    return [claim["claimed"], claim["identified"], *lists]


def _money_ranks(engagements: pl.DataFrame) -> dict[str, int]:
    """Return the position of each amount among all, by currency and size; of a range, by its lower end."""
    sized = engagements.select("engagement", pl.col("currency").fill_null(""), size=pl.coalesce(SIZES))
    keys = {iri: (currency, size) for iri, currency, size in sized.drop_nulls("size").iter_rows()}
    order = {key: rank for rank, key in enumerate(sorted(set(keys.values())))}
    return {iri: order[key] for iri, key in keys.items()}


def _numbers(row: Mapping[str, Any]) -> list[Any] | int:
    """Return the amount of a row with its bounds and currency, and the claimed one; 0 if it has neither."""
    values = [row.get(name) for name in NUMBERS]
    stated = [int(value) if isinstance(value, float) and value.is_integer() else value for value in values]
    return stated if any(value is not None for value in stated) else 0


def _row(iri: str, type_iri: str, at: Mapping[str, int], data: EngagementData) -> dict[str, Any]:
    thing, lexicon, source_table = data.entities.get(iri) or Entity(iri), data.lexicon, data.source_table
    row = data.rows.get(iri, dict[str, Any]())
    parties, steps = data.parties.get(iri, []), data.steps.get(iri, [])
    said, subjects = data.said.get(iri, []), [iri, *(step["step"] for step in steps)]
    values: defaultdict[str, list[str]] = defaultdict(list)
    for statement in said:
        values[local(statement["property"])].append(plain(statement["value"]))

    def first(name: str) -> str:
        return next(iter(values[name]), "")

    sources = source_table.indices(source for found in (*said, *steps, *parties) for source in found["sources"])
    said_numbers = numbers.texts(row, data.ontology.labels)
    money = sums("", row, data.sum_kind(iri, type_iri, None, row), said, source_table.indices)
    money += [("", "other", text, text, source_table.indices(named)) for text, named in data.also_given.get(iri, [])]
    for step in steps:
        kind = data.sum_kind(iri, type_iri, step["step"], step)
        money += sums(local(step["step"]), step, kind, data.said.get(step["step"], []), source_table.indices)
    best, of_status = data.voices.get(iri, (0, 0))
    return {
        "iri": compact(iri),
        "label": thing.label,
        "summary": thing.summary or "",
        "labels": lexicon.translations(thing.labels) or 0,
        "form": lexicon.index("form", row.get("kind")),
        "sectors": [lexicon.index("sector", sector) for sector in row.get("sectors") or []],
        "places": [lexicon.index("place", place) for place in row.get("places") or []],
        "aims": _aims(said, thing.language),
        "numbers": _numbers(row),
        "quantity": said_numbers.get("quantity", ""),
        "amount": said_numbers.get("amount", ""),
        "claim": said_numbers.get("claimedAmount", ""),
        "money": money,
        "expected": first("expected"),
        "starts": first("starts"),
        "ends": first("ends"),
        "parties": [
            [lexicon.index("role", p["role"]), at[p["agent"]], mark(p), source_table.indices(p["sources"])]
            for p in parties
            if p["agent"] in at
        ],
        "steps": [
            [
                lexicon.index("status", step["status"]),
                step["date"] or "",
                step["earliest"],
                step["latest"],
                mark(step),
                source_table.indices(step["sources"]),
                local(step["step"]),
                numbers.texts(step, data.ontology.labels).get("quantity", ""),
            ]
            for step in steps
        ],
        "passages": _passages(subjects, data),
        "disputes": [found for subject in subjects for found in data.disputes.get(subject, [])],
        "inferred": sorted({lexicon.label(s["property"]) for s in said if s["inferred"]}),
        "unknown": _unknown(parties, steps, values["partiesComplete"]),
        "voices": best,
        "status_voices": of_status,
        "sources": sources,
        "tier": source_table.best_tier(sources),
    }


def _aims(said: Iterable[Mapping[str, Any]], language: str) -> list[str]:
    """Return the aims in the preferred one of their languages."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in said:
        if local(row["property"]) == "aim":
            found[row["value"].rpartition('"')[2].removeprefix("@") or "en"].append(plain(row["value"]))
    return found[preferred(found, language)] if found else []


def _statuses(history: History, lexicon: Lexicon) -> dict[str, list[int | None]]:
    found: defaultdict[str, list[int | None]] = defaultdict(list)
    days = [pl.col(name).cast(pl.Int32) for name in ("starts", "ends")]
    rows = history.engagements.drop_nulls("status").with_columns(days)
    for row in rows.sort("engagement", "starts", "status", nulls_last=False).iter_rows(named=True):
        found[row["engagement"]] += [lexicon.index("status", row["status"]), row["starts"], row["ends"]]
    return found


def _passages(subjects: Sequence[str], data: EngagementData) -> list[list[Any]]:
    found, known = [], dict[tuple[object, object], Passage]()
    for subject in subjects:
        for passage in passages(data.store, subject, known):
            words = quote(passage, data.texts) if data.texts else None
            fragment = passage.iri.partition("#")[2]
            source = next(iter(data.source_table.indices([passage.source])), -1)
            page = [passage.page.state, passage.page.checked_on] if passage.page else []
            found.append([source, fragment, passage.pointer, local(subject), passage.state, words or 0, *page])
    return found


def _links(
    order: Sequence[str], engaged: Mapping[str, int], data: EngagementData
) -> dict[str, list[tuple[str, int, str]]]:
    """Return the links of each engagement to others, in both directions, and to what it delivers or uses."""
    found: dict[str, list[tuple[str, int, str]]] = {iri: [] for iri in order}
    for iri in order:
        for row in data.said.get(iri, []):
            name, value = row["property"], row["value"].strip("<>")
            if not row["value"].startswith("<") or name in SHOWN_ELSEWHERE or name in data.roles:
                continue
            found[iri].append((data.lexicon.label(name), engaged.get(value, -1), _link_label(value, data)))
            if value in found and (word := INVERSE_LABELS.get(local(name))):
                found[value].append((word, engaged[iri], data.lexicon.label(iri)))
    return {iri: sorted(links) for iri, links in found.items()}


def _link_label(iri: str, data: EngagementData) -> str:
    """Return the label of a linked thing; of a representation, who acts for whom."""
    said = {row["property"]: plain(row["value"]) for row in data.acting.get(iri, [])}
    acting = [said[name] for name in ACTING if name in said]
    return " for ".join(map(data.lexicon.label, acting or [iri]))


def _unknown(parties: Sequence[Mapping[str, Any]], steps: Sequence[Any], complete: Sequence[str]) -> list[str]:
    unnamed = sum(party["unnamed"] for party in parties)
    found = [f"{unnamed} {'party' if unnamed == 1 else 'parties'} not named in the sources"] if unnamed else []
    if "false" in complete:
        found.append("the sources do not name all parties")
    if steps and all(step["date"] is None for step in steps):
        found.append("no source gives a date")
    return found
