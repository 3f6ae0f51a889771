"""Finds the verbs of a sentence that report an engagement, with what they are about and how far it went."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import pairwise

from pcgraph.intake.drafting.words.caution import cautious, without_relatives
from pcgraph.intake.drafting.words.triggers import PARTICIPLE, PAST, PRESENT, Triggers, Verb
from pcgraph.intake.drafting.words.verbs import BE, PAID, allows, form_of, last_match, object_of, status_of, weaker

_BOUNDARY = re.compile(
    r";|:\s|,?\s(?:when|where)\b|\s[–—-]\s|,?\s(?:while|whereas|but|although)\b|,\s(?:and|which|who|where|after|before|with)\b|,|\s(?:and|which|who|that|after|before)\s"
)
_ONE_MORE = re.compile(r"\b(?:one|another|others?|a (?:second|third|similar)(?: one)?)\s(with|by|between)\b")
_IT = re.compile(
    r"(?:(?:Now|But|So|Then) (?:it|this|they)|It|This|They|The (?!next|second|third|other|new|latter)[A-Za-z]+|Work)\b"
    r"[^,;¤]{0,40}(?:,[^,;¤]{0,50},[^,;¤]{0,20}|,\s)?$"
)
_OTHER_HEAD = re.compile(r"\b(?:to|for|on|about|towards?)\s(?!(?:the\s)?¤)|\buntil\b")
_NOT_YET = re.compile(r"\b(?:when|once|until|before|as soon as|by the time)\s[^,;]{0,60}$", re.IGNORECASE)
_WHICH = re.compile(r"¤,\s(?:(?:an?|the)\s[^,;¤]{3,50}?\s)?(?:which|who|that)(?=\s(?:[a-z]+\s){0,3}$)")
_WHICH_THEY = re.compile(r",\swhich\s(?:the\s)?¤[^,;]*$")
_IN_RELATIVE = re.compile(r",\swhich\s(?:[a-z]+\s){1,3}$")
_SUM = re.compile(r"\d|\b(?:half|hundred|thousand|million|billion)")
_YOU = re.compile(r"\b(?:you|us)\sto\s(?:\w+ly\s)?$")  # "would like you to train its staff"
_NEW_SUBJECT = re.compile(r"\b(?:which|that|whom)\s((?:the\s)?¤++(?:,?\s(?:and\s)?(?:the\s)?¤++)+\s(?:[a-z]+\s){0,3})$")
_QUESTION = re.compile(r"\?[\"”’')]*$")
_OWN_CLAUSE = re.compile(r"(?:;|,\s(?:and|but))\s(?:(?:in|on|last|this)\s[^,;¤]{1,24}?)?(?:it|they)\s")
_TO_DO = re.compile(r"[^,;.]{0,40}\b(?:to|that (?:it|they) (?:will|would))\s(?:\w+ly\s)?")
_TALKS_TO = re.compile(r"\s(?:since §+\s)?to\s(?:jointly\s)?")
PROSPECTIVE = ("discussed", "interest", "planned")


@dataclass
class Hit:
    """A verb that reports an engagement."""

    verb: Verb
    start: int  # the verb in the text
    end: int  # the verb in the text
    kind: str  # class of the engagement
    status: str | None  # None if it was denied
    passive: bool
    noun: tuple[int, int] | None  # the words that the verb is about
    status_span: tuple[int, int]
    first: int = 0  # the clause, which `divide` sets
    last: int = 0  # the clause, which `divide` sets
    inherits: str = ""
    update: bool = False  # it only says more about the engagement before
    present: bool = False  # in the present tense, or in a form without a tense
    acted: bool = False  # to promise or to award is an act of its own day, though what it promises is still to come
    aside: tuple[int, int] = (0, 0)  # a relative clause on what it is about, whose dates are not its own


def find_hits(
    hidden: str, start: int, end: int, triggers: Triggers, *, heading: bool = False, last: Collection[str] = ()
) -> list[Hit]:
    """Return the verbs of one sentence that report an engagement, each with its clause; see `Hit`."""
    if _QUESTION.search(hidden, start, end):
        return []  # a question states nothing
    matches = sorted(
        ((match, verb) for verb in triggers.verbs.values() for match in verb.pattern.finditer(hidden, start, end)),
        key=lambda each: (each[0].start(), -each[0].end()),
    )
    found: list[Hit] = []
    for match, verb in matches:
        if found and match.start() < found[-1].end:
            continue
        if verb.more.get("money") and not _SUM.search(hidden, start, end):
            continue
        hit = _read(hidden, start, end, match, verb, triggers, heading, () if found else last)
        if hit and found and _is_subject_of_talks(hidden, found[-1], hit):
            found[-1] = replace(hit, status=weaker("discussed", str(hit.status)), status_span=found[-1].status_span)
        elif hit and found and found[-1].verb.name == "agree-to" and _TO_DO.fullmatch(hidden, found[-1].end, hit.start):
            found[-1] = hit  # what they agreed to do
        elif hit:
            found.append(hit)
    for first, then in pairwise(list(found)):
        if not first.noun or first.noun != then.noun:
            continue
        ends = not _goes_on(then) and "," not in hidden[first.end : then.start]
        if first.noun[1] <= first.start and (ends or _relative(hidden, start, first)):
            then.aside = (first.noun[1], then.start)  # "the contract that they signed was cancelled"
            found.remove(first)
        elif first.end <= first.noun[0] and not _goes_on(first) and first in found:
            first.aside = (then.start, end)  # "cancelled the contract that they had signed"
            found.remove(then)
        elif first.end <= first.noun[0] and first.verb.name == "pay-with" and first in found:
            found.remove(first)  # "paid for with a loan that they signed"
    return divide(hidden, start, end, [*found, *_elliptical(hidden, end, found)])


def _goes_on(hit: Hit) -> bool:
    return hit.status not in ("cancelled", "suspended", "expired")


def _relative(hidden: str, start: int, hit: Hit) -> bool:
    """Return whether a verb only describes what the next one is about: "The fair, organised by Acme, opened"."""
    lead = hidden[start : hit.start]
    return bool((hit.passive and (not BE.search(lead) or _IN_RELATIVE.search(lead))) or _WHICH_THEY.search(lead))


def _is_subject_of_talks(hidden: str, talks: Hit, hit: Hit) -> bool:
    """Return whether one verb says what talks are about, "in talks to buy Acme", which then are the engagement."""
    if talks.kind != "Talks" or talks.status != "discussed" or talks.noun is None or hit.status is None:
        return False
    return bool(_TALKS_TO.fullmatch(hidden[talks.noun[1] : hit.start]))


def _elliptical(hidden: str, end: int, found: list[Hit]) -> list[Hit]:
    """Return the further objects of the last verb: "and one with Acme"."""
    if not found or found[-1].kind != "Agreement":
        return []
    return [
        replace(found[-1], start=match.start(), end=match.start(), passive=match[1] == "by", noun=found[-1].noun)
        for match in _ONE_MORE.finditer(hidden, found[-1].end, end)
    ]


def _read(
    hidden: str,
    start: int,
    end: int,
    match: re.Match[str],
    verb: Verb,
    triggers: Triggers,
    heading: bool,
    last: Collection[str],
) -> Hit | None:
    before = hidden[start : match.start()]
    word = re.sub(r"\s", " ", match[0].lower())
    form = form_of(verb, word, before, heading)
    if form is None:
        return None
    passive = form in (PAST, PARTICIPLE) and bool(BE.search(before) or hidden.startswith(" by ", match.end()))
    if form in (PAST, PARTICIPLE) and not passive:  # "a forum held in …"
        passive = any(
            (found := last_match(triggers.nouns[name].pattern, before)) and found.end() >= len(before) - 2
            for name in verb.about
        )
    if not allows(verb, hidden[match.end() : end], passive):
        return None
    noun, kind = object_of(hidden, start, end, match, verb, triggers, passive)
    clause = before.rsplit("; ", 1)[-1]
    clause = clause[:1].upper() + clause[1:]
    meant = _meant(clause, verb, triggers, last) if _IT.fullmatch(clause) else ""
    if noun and noun[0] > match.end() and before.startswith(("It", "They", "This")):
        meant = ""  # "It is considering a second contract"
    update = bool(meant)
    if update:
        kind = meant
    if not kind or _claimed(before, triggers) or _YOU.search(before):
        return None
    status, span = status_of(without_relatives(before), match, form, verb, kind, triggers, heading)
    if (form == PRESENT or before.endswith((" is ", " are "))) and _NOT_YET.search(before):
        status = weaker("planned", status) if status else None  # "when Acme completes the quay"
    if not verb.more.get("unmade"):
        status = cautious(status, hidden, start, end, match.span(), triggers)
    if noun and kind in PAID and status == "completed" and _OTHER_HEAD.search(hidden[match.end() : noun[0]]):
        status = "planned"  # "gave a guarantee for a loan"
    between = hidden[match.end() : noun[1]].rsplit(" ", 1)[0] if noun else ""
    made = status not in (None, *PROSPECTIVE) and not verb.more.get("unmade")
    if made and triggers.caution["other"].search(between):
        status = weaker("planned", str(status))  # "finished planning the plant"
    return Hit(
        verb,
        match.start(),
        match.end(),
        kind,
        status,
        passive,
        noun,
        (start + span[0], start + span[1]),
        update=update,
        present=form not in (PAST, PARTICIPLE),
        acted=form in (PAST, PARTICIPLE) and span[0] == len(before),
    )


def _meant(before: str, verb: Verb, triggers: Triggers, last: Collection[str]) -> str:
    """Return the class that the subject *it* or *the loan* means, of those just before; "" if it means none."""
    named = before.startswith("The ")
    for kind in last:
        about = [triggers.nouns[name] for name in verb.about if triggers.nouns[name].class_ == kind]
        if about and (not named or any(noun.pattern.search(before) for noun in about)):
            return kind
        if not named:
            break  # "it" is the latest
    return ""


def _claimed(before: str, triggers: Triggers) -> bool:
    """Return whether a verb stands in a few quoted words of what somebody said of others."""
    opened = max(before.rfind("“"), before.rfind(' "'))
    if opened < 1 or "”" in before[opened:] or not before[:opened].strip():
        return False
    return bool(triggers.reporting.search(before[:opened])) and not re.search(r"[,:]\s?$", before[:opened])


def divide(hidden: str, start: int, end: int, hits: list[Hit]) -> list[Hit]:
    """Set the clause of each hit; leave out those that only say what the hit before them is for."""
    kept: list[Hit] = []
    for hit in hits:
        if not kept:
            if own := last_match(_OWN_CLAUSE, hidden[start : hit.start]):
                hit.first = start + own.start() + 1
            elif not hit.passive and (own := _WHICH.search(hidden[start : hit.start])):
                hit.first, hit.inherits = start + own.end(), "name"
            kept.append(hit)
            continue
        between = hidden[kept[-1].end : hit.start]
        cut, how = _cut(between)
        if cut is None:
            continue
        hit.first, hit.inherits = kept[-1].end + cut, how
        kept.append(hit)
    for at, hit in enumerate(kept):
        hit.first = hit.first or start
        hit.last = kept[at + 1].first if at + 1 < len(kept) else end
    return kept


def _cut(between: str) -> tuple[int | None, str]:
    """Return where a new clause begins between two verbs, and where it takes its subject from."""
    if own := _NEW_SUBJECT.search(between):
        return own.start(1), ""  # "a loan which Acme and Borealis signed"
    match = last_match(_BOUNDARY, between)
    if match is None:
        return None, ""
    return match.end(), "name" if match[0].strip(" ,") in ("which", "who", "that") else "before"
