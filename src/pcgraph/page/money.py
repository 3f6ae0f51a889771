"""The sums of money of an engagement and of its steps, in short and in full, with what each of them is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any

from pcgraph.model import numbers
from pcgraph.model.namespaces import PCG, local
from pcgraph.model.ontology import Ontology
from pcgraph.page.schema import Sum, SumKind

KINDS: Mapping[str, SumKind] = {PCG + "Funding": "funding", PCG + "Acquisition": "price"}


def sum_kind(type_iri: str, ontology: Ontology) -> SumKind:
    """Return what an amount of an engagement of this class is: money given, a price, or else the value of the whole.

    >>> from pcgraph.testing import tiny
    >>> [sum_kind(PCG + name, tiny().ontology) for name in ("Loan", "Acquisition", "Agreement")]
    ['funding', 'price', 'value']
    """
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
