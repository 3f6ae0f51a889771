"""Turns what one source of the graph states into the form of a draft, so that drafts of its text can be scored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl

from pcgraph.belief import materialise
from pcgraph.belief.evidence import selection
from pcgraph.belief.tables import Tables
from pcgraph.intake.drafting.score.draft_files import NUMBERS, UNNAMED
from pcgraph.model.namespaces import DATE, PCG, local
from pcgraph.model.scope import Scope
from pcgraph.store import nquads
from pcgraph.store.data_folder import Inputs

FIELDS = (
    "kind",
    "sector",
    "place",
    "starts",
    "ends",
    "expected",
    "currency",
    "claimedCurrency",
    "quantityOf",
    *NUMBERS,
)
STATED_IN, CHARACTERS = PCG + "statedIn", r"#char=(\d+),(\d+)>$"
QUALIFIED = {
    f"{field}{bound}": (field, qualifier)
    for field in ("amount", "quantity")
    for bound, qualifier in (("AtLeast", "at least"), ("AtMost", "at most"))
}


def stated(inputs: Inputs, slug: str) -> list[dict[str, Any]]:
    """Return the engagements that one source states, with the latest status of each, as plain data.

    Engagements of which it says nothing that a draft can hold, such as a link to another, are left out.
    Values that the source's graph marks as the editors' reading are marked ``inferred``. A passage proves an engagement
    and not a single value, so the offsets are those of the engagement, as ``passages``.
    """
    declared = materialise.declarations(inputs)
    said = selection.select(inputs, declared, Scope(only=(slug,)), retracted=True)
    tables = materialise.believe(said, declared)[0].tables
    out = []
    for row in tables.engagements.sort("engagement").iter_rows(named=True):
        iri = pl.lit(row["engagement"])
        fields: dict[str, list[dict[str, Any]]] = {}
        parties = tables.parties.filter(pl.col("engagement") == iri).sort("role", "agent")
        for party in parties.iter_rows(named=True):
            name = UNNAMED if party["unnamed"] else local(party["agent"])
            _add(fields, local(party["role"]), name, party["inferred"])
        _add_status(fields, row, tables)
        statements = tables.statements.filter(pl.col("subject") == iri).sort("property", "value")
        for property_, term, inferred in statements.select("property", "value", "inferred").iter_rows():
            field, qualifier = QUALIFIED.get(local(property_), (local(property_), None))
            if property_.startswith(PCG) and field in FIELDS:
                _add(fields, field, _plain(field, term), inferred, qualifier)
        for field in ("amount", "quantity"):
            if row[f"{field}_approximate"]:
                for value in fields.get(field, ()):
                    value.setdefault("qualifier", "about")
        if fields:
            passages = statements.filter(pl.col("property") == STATED_IN)["value"].str.extract_groups(CHARACTERS)
            places = sorted({(int(each["1"]), int(each["2"])) for each in passages if each["1"]})
            out.append({"class": local(row["type"]), "fields": fields, "passages": [[*place] for place in places]})
    return out


def _add_status(fields: dict[str, list[dict[str, Any]]], row: Mapping[str, Any], tables: Tables) -> None:
    """Add the latest status, and its date."""
    if row["status"] is None:
        return
    mine = (pl.col("engagement") == row["engagement"]) & (pl.col("status") == row["status"])
    steps = tables.steps.filter(mine & pl.col("date").eq_missing(pl.lit(row["status_date"], pl.String)))
    _add(fields, "status", local(row["status"]), bool(steps["inferred"].all()))
    if row["status_date"] is not None:
        dates = tables.statements.filter(
            (pl.col("property") == DATE) & pl.col("subject").is_in(steps["step"].implode())
        )
        _add(fields, "date", row["status_date"], bool(dates["inferred"].all()))


def _add(
    fields: dict[str, list[dict[str, Any]]], field: str, value: object, inferred: bool, qualifier: str | None = None
) -> None:
    entry: dict[str, Any] = {"value": value}
    if qualifier:
        entry["qualifier"] = qualifier
    if inferred:
        entry["inferred"] = True
    fields.setdefault(field, []).append(entry)


def _plain(field: str, term: str) -> object:
    """Return a term as it stands in a draft: a slug, a number or a text."""
    if term.startswith("<"):
        return local(term.strip("<>"))
    text = nquads.plain(term)
    if field not in NUMBERS:
        return text
    number = float(text)
    return int(number) if number.is_integer() else number
