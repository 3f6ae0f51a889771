"""Decides which place each mention has in the clause of a verb: subject, object, or after which preposition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from pcgraph.intake.drafting.reading.names import Mention
from pcgraph.intake.drafting.words.hits import Hit
from pcgraph.intake.drafting.words.triggers import Triggers
from pcgraph.intake.drafting.words.verbs import last_match

_PREPOSITIONS = (
    "with|between|to|for|from|by|in|into|at|of|on|under|near|via|through|among|against|about|over|during|after|before|"
    "including|within|across|inside|towards?|off|alongside|like|than|as|since|until"
)
_PREPOSITION = re.compile(rf"(?<![\w-])(?:{_PREPOSITIONS})(?![\w-])", re.IGNORECASE)
_AND = re.compile(
    r"\s*(?:\([^)]*\))?\)?(?:,|,?\s(?:and|as well as|along with|together with|or)\b|\s?&|/|\s?\()"
    r"(?:\s?the|\sits|\san?|\sboth)?\s*"
    r"(?:(?!with|between|to|for|from|by|in|into|at|of|on\b)[\w’'-]+\s)?(?:[A-Z][\w.]+\s){0,3}"
    # "and the Eastmarkian technology company Acme"
    r"(?:(?:[A-Z][\w-]+\s)?(?:[a-z-]+\s){0,2}(?:company|firm|bank|university|group|giant|operator|maker|developer|provider|agency|start-?up)\s)?",
)
_WHEN = re.compile(
    r"(?<![\w-])(?:(?:in|on|since|until|by|from|during|at|of|before|after)\s(?:(?:early|late|mid|the|end|of)[\s-])*§+"
    r"|(?:on|at|in|during)\s(?:the|that|this|a)\s(?:[\w-]+\s){0,2}?(?:day|week|month|year|occasion|ceremony|morning|evening|time"
    r"|meantime|meeting|event|visit|summit))(?![\w-]),?",
    re.IGNORECASE,
)
_APPOSITION = re.compile(
    r",\s(?=(?:an?|the|its|whose|which|who|part|one|based|headquartered|formerly|owned|led|represented)\s(?!¤))[^,;:]{3,90}?,(?=\s)"
)
_RELATIVE = re.compile(r",\s(?:(?:at|in|of|with)\swhich|which|who|whose|where|while|saying|adding)\b")
_NO_AGENT = re.compile(r"['’]s?\s|,?\sthat\b")  # "by the ministry's count", "it was reported by the ministry that"
_HEADS = re.compile(r",?\s*and (?:the |its )?(?:[a-z-]+ ){1,3}of (?:the )?")  # "and the head of Borealis"
_SENT = re.compile(r"\b(?:delegation|team|group|experts|officials|representatives|engineers|staff) from (?:the )?$")
FILLER = "\u2027"  # stands for each character of an apposition
_ACCORDING = re.compile(r"(?:According to|Citing)\s[^,;:]{3,80},", re.IGNORECASE)
_PERSON = re.compile(r",\s[A-Z][\w.’-]+(?:\s[A-Z][\w.’-]+){1,3},(?=\s)")


@dataclass(frozen=True)
class Placed:
    """A mention with its place in a clause: ``subject``, ``object``, a preposition, or ``none``."""

    mention: Mention
    slot: str


def place_mentions(hidden: str, hit: Hit, mentions: Sequence[Mention], triggers: Triggers) -> list[Placed]:
    """Return the mentions in the clause of a verb, each with its place."""
    hidden, aside = _without_appositions(hidden, hit)
    here: list[Mention] = []
    for at, each in enumerate(mentions):
        if not (hit.first <= each.start and each.end <= hit.last) or aside[each.start]:
            continue
        before = mentions[at - 1] if at else None
        if each.kind == "Country" and _only_says_whose(hidden, before, each):
            first = before.end if before and before.end > hit.first else each.start
            hidden = f"{hidden[:first]}{FILLER * (each.end - first)}{hidden[each.end :]}"
        else:
            here.append(each)
    preceding = [each for each in here if each.end <= hit.start]
    after = [each for each in here if each.start >= hit.end]
    return [*_before(hidden, hit, preceding), *_after(hidden, hit, after, triggers)]


def _without_appositions(hidden: str, hit: Hit) -> tuple[str, list[bool]]:
    """Return the text in which what stands between commas after a name is blank, and which characters these are."""
    aside = [False] * (len(hidden) + 1)
    out = list(hidden)
    for match in chain(
        _ACCORDING.finditer(hidden, hit.first, hit.start),
        _APPOSITION.finditer(hidden, hit.first, hit.last),
        _PERSON.finditer(hidden, hit.first, hit.last),
    ):
        start, end = match.start(), match.end()
        out[start:end] = FILLER * (end - start)
        aside[start:end] = [True] * (end - start)
    return "".join(out), aside


def _only_says_whose(hidden: str, before: Mention | None, country: Mention) -> bool:
    """Return whether a country only belongs to another name: "the Ministry of Transport of Eastmark"."""
    posted = re.search(r"\b(?:ambassador|envoy|consul)\s(?:to|in)\s$", hidden[: country.start])
    if posted or re.match(r"['’]s?\b|\s?[–-]\s?¤", hidden[country.end :]):
        return True
    return before is not None and bool(
        re.fullmatch(r"\s?(?:\([^)]*\))?\)?,?\s(?:of|in)\s(?:the\s)?", hidden[before.end : country.start])
    )


def _groups(hidden: str, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Return the mentions, with those together that *and* or commas join."""
    found: list[list[Mention]] = []
    for each in mentions:
        last = found[-1][-1] if found else each
        gap = hidden[last.end : each.start].replace(FILLER, "")
        if (
            found
            and (re.fullmatch(_AND, gap) or _HEADS.fullmatch(gap))
            and (last.group == "place") == (each.group == "place")
        ):
            found[-1].append(each)
        else:
            found.append([each])
    return found


def _before(hidden: str, hit: Hit, mentions: Sequence[Mention]) -> list[Placed]:
    """Place the mentions before a verb: those next to it are its subject, unless a preposition governs them."""
    out: list[Placed] = []
    groups = _groups(hidden, mentions)
    subject = False
    for at in range(len(groups) - 1, -1, -1):
        group = groups[at]
        lead = hidden[groups[at - 1][-1].end if at else hit.first : group[0].start]
        slot = _preposition(lead.replace(FILLER, ""))
        if slot in ("after", "before", "since", "until") and at == len(groups) - 1:
            slot = ""  # "after Acme and Borealis reached a deal"
        if slot == "by" and _NO_AGENT.match(hidden, group[-1].end):
            slot = "none"
        if slot == "between" or (slot == "of" and hit.passive):
            pass
        elif (
            slot == ""
            or (slot == "of" and not subject)
            or (slot == "from" and _SENT.search(lead))
            or (hit.passive and slot == "with")
        ):
            slot = "with" if slot == "with" else "none" if subject else "subject"
            subject = True
        out += [Placed(each, slot) for each in group]
    return out


def _after(hidden: str, hit: Hit, mentions: Sequence[Mention], triggers: Triggers) -> list[Placed]:
    """Place the mentions after a verb by the preposition before each."""
    out: list[Placed] = []
    at, slot, witnessed = hit.end, "", False
    for each in mentions:
        lead = hidden[at : each.start].replace(FILLER, "")
        if ";" in lead:
            break
        witnessed = witnessed or bool(triggers.witness.search(lead) or _RELATIVE.search(lead))
        follows = hidden[each.end : each.end + 80]
        if out and not (witnessed and each.group != "place") and re.fullmatch(_AND, lead):
            pass  # the same place as the one before
        else:
            slot = _preposition(lead)
            if slot == "":
                slot = "object" if not out or len(lead) < 30 else "none"
        said = re.match(
            r",?\s(?:also\s)?(?:(?:and\s(?:the\s)?)?¤+\s)?(?:said|says|told|added|announced|reported|noted|confirmed|informed|disclosed)\b",
            follows,
        )
        owned = hit.kind != "Visit" and _owned(hidden, each, triggers)
        counted = slot == "by" and _NO_AGENT.match(hidden, each.end)
        place = "none" if counted or (witnessed and each.group != "place") or said or owned else slot
        out.append(Placed(each, place))
        at = each.end
    return out


def _preposition(lead: str) -> str:
    """Return the preposition that governs what comes after some words, or ""."""
    lead = re.split(r"\b(?:that|which|whom)\s", _WHEN.sub(" ", lead))[-1]
    lead = re.split(r"[;:]|,\s(?=(?:(?:the|a|an|its)\s)?$)", lead)[-1]
    last = last_match(_PREPOSITION, lead)
    return last[0].lower() if last else ""


def _owned(hidden: str, mention: Mention, triggers: Triggers) -> bool:
    """Return whether a mention only says whose something is: "Acme's headquarters"."""
    rest = hidden[mention.end : mention.end + 40]
    return bool(re.match(r"['’]s?\s(?:[\w-]+\s){0,2}?", rest) and triggers.owned.match(re.sub(r"^['’]s?\s", "", rest)))
