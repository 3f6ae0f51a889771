"""The sums of money of an engagement and of its steps, in short and in full, with what each of them is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any

import polars as pl
import pyoxigraph as ox

from pcgraph.belief.tables import Tables
from pcgraph.model import numbers
from pcgraph.model.namespaces import PCG, V, local
from pcgraph.model.ontology import Ontology
from pcgraph.page.view.schema import MoneySum, Sum, SumKind
from pcgraph.query.statements.contradictions import Contradiction
from pcgraph.query.statements.number_groups import numbers_differ
from pcgraph.query.statements.rejected import not_believed

SUMS = ("amount", "amount_at_least", "amount_at_most", "claimed_amount")
KINDS: Mapping[str, SumKind] = {
    PCG + "Funding": "funding", PCG + "Acquisition": "price",
    V + "committed": "funding", V + "paid": "funding", V + "price": "price",
}  # fmt: skip


def sum_kind(type_iri: str, ontology: Ontology, basis: str | None = None) -> SumKind:
    """Return what an amount with this basis is: money given, a price, or else the value of the whole.

    Where no source states a basis, the class of the engagement decides.

    >>> from pcgraph.testing import tiny
    >>> [sum_kind(PCG + name, tiny().ontology) for name in ("Loan", "Acquisition", "Agreement")]
    ['funding', 'price', 'value']
    """
    if basis:
        return KINDS.get(basis, "value")
    classes = {type_iri, *ontology.supers.get(type_iri, ())}
    return next((kind for iri, kind in KINDS.items() if iri in classes), "value")


def sums(
    step: str,
    number: Mapping[str, Any],
    kind: SumKind,
    said: Iterable[Mapping[str, Any]],
    index: Callable[[Iterable[str]], list[int]],
) -> list[Sum]:
    """Return the sums of an engagement, or of one of its steps.

    >>> sums("", {"amount": 4e7, "currency": "EUR", "claimed_amount": 9e9}, "funding", [], sorted)
    [('', 'funding', 'EUR 40 m', 'EUR 40,000,000', []), ('', 'claim', '9 bn', '9,000,000,000', [])]
    """
    said = list(said)
    found: list[Sum] = []
    for lead, of_kind, row in (("amount", kind, number), ("claimedAmount", "claim", numbers.claimed(number))):
        if short := numbers.money(row, numbers.rounded):
            of_it = (each["sources"] for each in said if local(each["property"]).startswith(lead))
            sources = index({*chain.from_iterable(of_it)})
            found.append((step, of_kind, short, numbers.money(row, numbers.digits), sources))
    return found


def paid_sums(sums_of_all: pl.DataFrame) -> set[tuple[Any, ...]]:
    """Return the sums of which a source says that they are paid; see `sum_key`."""
    if not sums_of_all.height:
        return set()
    paid = sums_of_all.filter((pl.col("total") == V + "paid") | (pl.col("basis") == V + "paid"))
    return {*paid.select("engagement", "step", *SUMS[:3], "currency").iter_rows()}


def totals(
    sums_of_all: pl.DataFrame,
    agents: Mapping[str, int],
    engaged: Mapping[str, int],
    index: Callable[[Iterable[str]], list[int]],
) -> list[MoneySum]:
    """Return what the totals of money are made of, and what is in none of them.

    >>> from pcgraph.testing import tiny
    >>> tiny().map().view["sums"]
    []
    """
    return [
        (
            engaged[row["engagement"]],
            [agents[funder] for funder in row["funders"] or () if funder in agents],
            *(row[name] for name in ("currency", "constant_prices", "year")),
            local(row["total"]) if row["total"] else None,
            *(row[name] for name in (*SUMS[:3], "reason")),
            index(row["sources"] or ()),
        )
        for row in sums_of_all.iter_rows(named=True)
        if row["engagement"] in engaged
    ]


def sum_key(engagement: str, step: str | None, row: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return by what a sum is told from others: engagement, step, the three sizes, currency."""
    return (engagement, step, *(row.get(name) for name in (*SUMS[:3], "currency")))


def other_sums(
    store: ox.Store, tables: Tables, found: Iterable[Contradiction], ontology: Ontology
) -> dict[str, list[tuple[str, list[str]]]]:
    """Return sums that sources give beside the believed one and that contradict nothing, such as in another currency.

    >>> from pcgraph.testing import tiny
    >>> kg = tiny()
    >>> other_sums(kg.store, kg.tables, [], kg.ontology)
    {}
    """
    with_sum = tables.engagements.filter(pl.any_horizontal(pl.col(*SUMS).is_not_null()))["engagement"]
    _, others = not_believed(store, (iri for iri in with_sum if numbers_differ(store, iri)), found, ontology)
    by_engagement: defaultdict[str, list[tuple[str, list[str]]]] = defaultdict(list)
    for row in others:
        if local(row["property"]) in ("amount", "claimedAmount"):
            by_engagement[row["subject"]].append((row["value"], row["sources"]))
    return dict(by_engagement)
