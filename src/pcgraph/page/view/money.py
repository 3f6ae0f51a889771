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
from pcgraph.page.view.schema import Sum, SumKind
from pcgraph.query.statements.contradictions import Contradiction
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

    Parameters
    ----------
    step : str
        Local name of the step; "" for the engagement as a whole.
    number : mapping
        The row of the table `engagements` or `steps`.
    kind : {"funding", "price", "value"}
        What its amount is.
    said : iterable of mapping
        The believed statements about it, which name the sources of a sum.
    index : callable
        Returns the indices of sources.

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


def mark_paid(
    found: Iterable[Sum], row: Mapping[str, Any], steps: Iterable[Mapping[str, Any]],
    parties: Iterable[Mapping[str, Any]], index: Callable[[Iterable[str]], list[int]],
) -> list[Sum]:  # fmt: skip
    """Return the same sums, with the kind "paid" for those of which a source says so.

    That is a sum with the basis paid, or a flow without a basis of which one source states sum, funder and completion.

    >>> steps = [{"step": "loan.paid", "status": V + "completed", "inferred": False, "sources": [3, 7]}]
    >>> funder = [{"role": PCG + "funder", "inferred": False, "sources": [7]}]
    >>> flows = [("", "funding", "EUR 1 m", "", [7]), ("", "funding", "EUR 2 m", "", [3])]
    >>> [each[1] for each in mark_paid(flows, {}, steps, funder, sorted)]
    ['paid', 'funding']
    """
    steps = list(steps)
    bases = {"": row.get("basis"), **{local(step["step"]): step.get("basis") for step in steps}}
    done = {
        local(step["step"]): {*index(step["sources"])}
        for step in steps
        if step["status"] == V + "completed" and not step["inferred"]
    }
    done[""] = {*chain.from_iterable(done.values())}
    of_funder = [p["sources"] for p in parties if p["role"] == PCG + "funder" and not p["inferred"]]
    funded = {*index(chain.from_iterable(of_funder))}

    def is_paid(step: str, kind: str, sources: Iterable[int]) -> bool:
        if bases[step] or kind != "funding":
            return bases[step] == V + "paid" and kind not in ("claim", "other")
        return bool({*sources} & funded & done.get(step, set()))

    return [
        (step, "paid" if is_paid(step, kind, sources) else kind, short, full, sources)
        for step, kind, short, full, sources in found
    ]


def other_sums(
    store: ox.Store, tables: Tables, found: Iterable[Contradiction], ontology: Ontology
) -> dict[str, list[tuple[str, list[str]]]]:
    """Return sums that sources give beside the believed one and that contradict nothing, such as in another currency.

    Returns
    -------
    dict
        Engagement → (text, sources).

    >>> from pcgraph.testing import tiny
    >>> kg = tiny()
    >>> other_sums(kg.store, kg.tables, [], kg.ontology)
    {}
    """
    with_sum = tables.engagements.filter(pl.any_horizontal(pl.col(*SUMS).is_not_null()))["engagement"]
    _, others = not_believed(store, with_sum, found, ontology)
    by_engagement: defaultdict[str, list[tuple[str, list[str]]]] = defaultdict(list)
    for row in others:
        if local(row["property"]) in ("amount", "claimedAmount"):
            by_engagement[row["subject"]].append((row["value"], row["sources"]))
    return dict(by_engagement)
