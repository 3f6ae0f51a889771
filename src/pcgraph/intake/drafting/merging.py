"""Joins the engagements of a draft that say the same: those of the headline and of the body, and later repetitions."""

from __future__ import annotations

from collections.abc import Sequence

from pcgraph.intake.drafting.reading.values import UNNAMED, Engagement, Value
from pcgraph.model.dates import bounds

MUTUAL = ("Agreement", "Talks", "Coordination")  # what takes two
_MONEY = ("Loan", "Grant", "Investment", "Funding")
HEADLINES = 4  # engagements that only headlines say
_OTHER = {
    "status",
    "date",
    "kind",
    "amount",
    "currency",
    "quantity",
    "quantityOf",
    "place",
    "starts",
    "ends",
    "expected",
}


def merge(found: Sequence[Engagement], where: Sequence[tuple[int, int, str]]) -> list[Engagement]:
    """Return the engagements with those that say the same as one, in the order of the text."""
    out: list[Engagement] = []
    headings: list[bool] = []
    for each, (_, _, kind) in zip(found, where, strict=True):
        heading = kind == "heading"
        for at, other in enumerate(out):
            if _same(other, each, headings[at] or heading):
                if headings[at] and not heading:
                    other, each = each, other  # the body is more exact
                    out[at], headings[at] = other, False
                _join(other, each)
                break
        else:
            out.append(each)
            headings.append(heading)
    if sum(headings) >= HEADLINES:
        return [each for each in out if _says_who(each)]  # a list of headlines, which have no body
    body = [each for each, heading in zip(out, headings, strict=True) if not heading]
    # what only a heading says is vague, and the body repeats it
    return [each for each in body or out if _says_who(each)]


def _says_who(engagement: Engagement) -> bool:
    """Return whether a party is named and, of what takes two, a second one is given."""
    others = [value for name, values in engagement.fields.items() if name not in _OTHER for value in values]
    return bool(parties(engagement)) and (engagement.kind not in MUTUAL or len(others) > 1)


def parties(engagement: Engagement) -> set[str]:
    """Return the parties with a name: slugs, and names as they are spelt."""
    return {
        str(value.value or value.name)
        for name, values in engagement.fields.items()
        if name not in _OTHER
        for value in values
        if value.value != UNNAMED
    }


def alike(one: Engagement, other: Engagement) -> bool:
    """Return whether two drafts of one text have the same class and share a party, and nothing in them differs."""
    if one.kind != other.kind or not parties(one) & parties(other):
        return False
    mine, theirs = parties(one), parties(other)
    subset = mine <= theirs or theirs <= mine
    same = all(
        one.first(name) == other.first(name)
        for name in ("amount", "quantity")
        if name in one.fields and name in other.fields
    )
    return subset and same and _compatible(one.first("date"), other.first("date"))


def _same(one: Engagement, other: Engagement, heading: bool) -> bool:
    if one.kind != other.kind:
        return False
    mine, theirs = parties(one), parties(other)
    if not (mine and theirs and (mine <= theirs or theirs <= mine)):
        return False
    pointing = {value.rule for name, values in other.fields.items() if name not in _OTHER for value in values}
    if (
        one.kind in _MONEY
        and "register:back" in pointing
        and theirs <= mine
        and not {"amount"} <= {*one.fields} & {*other.fields}
    ):
        return True  # "The bank will lend …", after the signing
    if len(mine) != len(theirs) and min(len(mine), len(theirs)) == 1 and not heading and one.kind != "Event":
        status = one.first("status") == other.first("status")
        if not status or one.kind in ("Agreement", "Project", "Talks"):
            return False
    if heading:
        return True
    if one.first("status") != other.first("status"):
        return False
    for name in ("amount", "kind", "quantity", "place"):
        if name in one.fields and name in other.fields and one.first(name) != other.first(name):
            return False
    return _compatible(one.first("date"), other.first("date"))


def _compatible(one: str | None, other: str | None) -> bool:
    """Return whether two dates may be the same day."""
    if one is None or other is None:
        return True
    first, second = bounds(one), bounds(other)
    return not (
        (first.latest and second.earliest and first.latest < second.earliest)
        or (second.latest and first.earliest and second.latest < first.earliest)
    )


def _join(one: Engagement, other: Engagement) -> None:
    """Add to an engagement what another says beyond it."""
    for name, values in other.fields.items():
        if name == "date" and name in one.fields:
            one.fields[name] = [min((one.fields[name][0], values[0]), key=_width)]
        elif name not in _OTHER or name not in one.fields:
            one.add(name, *values)


def _width(value: Value) -> int:
    span = bounds(str(value.value))
    return (span.latest - span.earliest).days if span.latest and span.earliest else 10**6
