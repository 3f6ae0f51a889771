"""Sorts the parties of loans and of the items of lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pcgraph.intake.drafting.reading.names import Mention, Register
from pcgraph.intake.drafting.reading.values import Engagement
from pcgraph.intake.drafting.words.hits import Hit


def lenders(made: Engagement, hit: Hit, register: Register) -> None:
    """Of several who sign a loan, let the banks lend and the others receive."""
    if hit.verb.class_ or hit.kind not in ("Loan", "Grant", "Funding") or {"funder", "recipient"} <= set(made.fields):
        return
    parties = [*made.fields.get("funder", ()), *made.fields.get("recipient", ())]
    banks = [
        each
        for each in parties
        if ((thing := register.by_slug.get(str(each.value))) and _lends(thing.label, thing.kind))
    ]
    if 0 < len(banks) < len(parties):
        made.fields["recipient"] = [each for each in parties if each not in banks]
        made.fields["funder"] = banks


def _lends(label: str, kind: str) -> bool:
    return kind == "FinancialInstitution" or bool(re.search(r"\b(?:bank|fund)\b", label, re.IGNORECASE))


def parties_of_item(hidden: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the parties at the head of an item: those that *and*, commas or *between* join."""
    parties = [each for each in mentions if each.group in ("agent", "unknown", "unnamed")]
    out: list[Mention] = []
    for each in parties:
        lead = hidden[out[-1].end : each.start] if out else ""
        if out and not re.fullmatch(r"[\s()]*(?:,|/|&|–|-|—|,?\sand|,?\swith|\sto)?(?:\sthe)?[\s()]*", lead):
            break
        out.append(each)
    return out
