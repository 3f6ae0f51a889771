"""Decides which place each mention has in the clause of a verb: subject, object, or after which preposition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pcgraph.io.drafting.hits import Hit
from pcgraph.io.drafting.names import Mention
from pcgraph.io.drafting.triggers import Triggers

_PREPOSITIONS = (
    "with|between|to|for|from|by|in|into|at|of|on|under|near|via|through|among|against|about|over|during|after|before|"
    "including|within|across|inside|towards?|off|alongside|like|than|as|since|until"
)
_PREPOSITION = re.compile(rf"(?<![\w-])(?:{_PREPOSITIONS})(?![\w-])", re.IGNORECASE)
_AND = re.compile(
    r"[\s]*\)?(?:,|,?\s(?:and|as well as|along with|together with)|\s?&|/|\s(?:and|or))?(?:\sthe|\sits|\san?|\sboth)?[\s(]*"
    r"(?:[\w’'-]+\s)?(?:[A-Z][\w.]+\s){0,3}",
)
_NOT_PARTY = ("in", "on", "under", "near", "via", "through", "about", "over", "during", "after", "before", "like", "than", "as",
              "against", "within", "across", "inside", "off", "since", "until", "towards", "toward")  # fmt: skip


@dataclass(frozen=True)
class Placed:
    """A mention with its place in a clause: ``subject``, ``object``, a preposition, or ``none``."""

    mention: Mention
    slot: str


def place_mentions(hidden: str, hit: Hit, mentions: Sequence[Mention], triggers: Triggers) -> list[Placed]:
    """Return the mentions in the clause of a verb, each with its place.

    Parameters
    ----------
    hidden : str
        The text with mentions and dates masked.
    hit : Hit
    mentions : sequence of Mention
        Those of the text.
    triggers : Triggers
    """
    here = [each for each in mentions if hit.first <= each.start and each.end <= hit.last]
    before = [each for each in here if each.end <= hit.start]
    after = [each for each in here if each.start >= hit.end]
    return [*_before(hidden, hit, before, triggers), *_after(hidden, hit, after, triggers)]


def _groups(hidden: str, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Return the mentions, with those together that *and* or commas join."""
    found: list[list[Mention]] = []
    for each in mentions:
        joined = found and re.fullmatch(_AND, hidden[found[-1][-1].end : each.start])
        apart = found and re.search(r"\w", hidden[found[-1][-1].end : each.start]) is None and "," not in hidden[
            found[-1][-1].end : each.start
        ]
        if joined and not (apart and "(" not in hidden[found[-1][-1].end : each.start]):
            found[-1].append(each)
        else:
            found.append([each])
    return found


def _before(hidden: str, hit: Hit, mentions: Sequence[Mention], triggers: Triggers) -> list[Placed]:
    """Place the mentions before a verb: those next to it are its subject, unless a preposition governs them."""
    out: list[Placed] = []
    groups = _groups(hidden, mentions)
    subject = False
    for at in range(len(groups) - 1, -1, -1):
        group = groups[at]
        lead = hidden[groups[at - 1][-1].end if at else hit.first : group[0].start]
        rest = hidden[group[-1].end : hit.start]
        slot = _preposition(lead, triggers)
        if triggers.reporting.search(rest) and not re.search(rf"{triggers.it.pattern}\W", rest):
            slot = "none"
        elif triggers.witness.search(lead) or _owned(hidden, group[-1], triggers):
            slot = "none"
        elif slot in _NOT_PARTY and not (slot in ("on", "under") and False):
            pass
        elif slot == "between":
            pass
        elif slot == "" or (slot == "of" and not subject) or (hit.passive and slot == "with"):
            slot = "with" if slot == "with" else "none" if subject else "subject"
            subject = True
        out += [Placed(each, slot) for each in group]
    return out


def _after(hidden: str, hit: Hit, mentions: Sequence[Mention], triggers: Triggers) -> list[Placed]:
    """Place the mentions after a verb by the preposition before each."""
    out: list[Placed] = []
    at, slot, witnessed = hit.end, "", False
    for each in mentions:
        lead = hidden[at : each.start]
        witnessed = witnessed or bool(triggers.witness.search(lead))
        follows = hidden[each.end : each.end + 24]
        if out and not witnessed and re.fullmatch(_AND, lead) and re.search(r"[\w,(&/]", lead):
            pass  # the same place as the one before
        else:
            slot = _preposition(lead, triggers)
            if slot == "":
                slot = "object" if not out or len(lead) < 30 else "none"
            if out and slot == "object" and re.search(r"[,;]", lead):
                slot = "none"
        said = re.match(r",?\s(?:also\s)?(?:¤+\s)?(?:said|says|told|added|announced|reported|noted|confirmed)\b", follows)
        place = "none" if witnessed or said or _owned(hidden, each, triggers) else slot
        out.append(Placed(each, place))
        at = each.end
    return out


def _preposition(lead: str, triggers: Triggers) -> str:
    """Return the preposition that governs what comes after some words, or ""."""
    lead = re.split(r"[;:]|,\s(?=(?:the|a|an|its)?\s?$)", lead)[-1] if not re.search(r"\w\s$", lead[-6:]) else lead
    found = list(_PREPOSITION.finditer(lead))
    if not found:
        return ""
    last = found[-1]
    rest = lead[last.end() :]
    if len(rest.split()) > 7 or re.search(r"[,;]\s", rest):
        return ""
    word = last[0].lower()
    if word in ("of", "from", "at", "for") and len(found) > 1 and triggers.titles.search(lead[found[-2].end() : last.start()]):
        return found[-2][0].lower()
    if word in ("of", "from", "at", "for") and triggers.titles.search(lead[: last.start()]) and len(found) == 1:
        return ""
    if lead[: last.start()].rstrip().endswith("on behalf") or "behalf" in lead[-20:]:
        return "by"
    return word


def _owned(hidden: str, mention: Mention, triggers: Triggers) -> bool:
    """Return whether a mention only says whose something is: "Acme's headquarters"."""
    rest = hidden[mention.end : mention.end + 40]
    return bool(re.match(r"['’]s?\s(?:[\w-]+\s){0,2}?", rest) and triggers.owned.match(re.sub(r"^['’]s?\s", "", rest)))
