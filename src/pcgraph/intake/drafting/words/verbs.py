"""Reads one verb in its place: its form, what it is about, and how far what it reports went."""

from __future__ import annotations

import re

from pcgraph.intake.drafting.words.triggers import BASE, GERUND, PARTICIPLE, PAST, PRESENT, Triggers, Verb

_TO = re.compile(
    r"\b(?:to|will|would|could|may|might|shall|should|can|cannot|must|not|n['’]t)(?:\s(?:also|soon|now|then|not|be|\w+ly))*\s$"
)
BE = re.compile(
    r"\b(?:was|were|been|is|are|being|be|got|gets)(?:\s(?:also|now|already|later|jointly|formally|finally|recently|\w+ly))*\s$"
)
_GOING = re.compile(
    r"\b(?:is|are|be|was|were|been|has been|have been|had been)(?:\s(?:also|now|already|currently|jointly|still))*\s$"
)
_SUBJECT_END = re.compile(
    r"(?:¤|\b(?:it|they|we|which|who|that|also|side|sides|parties|companies|firm|company|bank|both))\)?,?"
    r"(?:\s(?:also|now|now also|then|later|recently|jointly|formally|officially))?\s$",
    re.IGNORECASE,
)
# "++" never gives back what it took: without it, a long name would be tried in exponentially many ways
_NAMES = r"(?:the\s)?¤++(?:[\s,]++(?:and\s)?(?:the\s)?¤++)*+"
_THAT_THEY = re.compile(
    rf"(?:(?:[^,;¤]|¤){{0,80}}(?=,?\s(?:which|that)\s))?,?\s(?:(?:which|that|between|with|of|by|for|from|to)\s)?"
    rf"(?:{_NAMES}|it|they|we|both(?: sides)?|the (?:two )?(?:sides|companies)),?\s"
    r"(?:(?:had|have|has|is|are|was|were|will|to|last year|earlier)\s)*+|\s"
)  # what stands between a noun and a verb that makes it the object: "the deal that they signed"
_TO_DO = re.compile(r"\b(?:to|will) (?!the\b|an?\b|its\b|their\b)[a-z]")
_ASIDE = re.compile(
    rf"{_TO_DO.pattern}|\b(?:for|about|after|before|under|off|against|despite|during)\b"
    r"|(?<!work )\bon (?!§)|\bover (?!\d|¤)"
)  # what follows is not the object
_OBJECT = re.compile(r"\s(?:(?!(?:from|for|with|in|into|at|of|to|by|on|over|out)\b)[a-z-]+\s){0,4}¤")
_IT_WAS = re.compile(r"(?:It|They|Both|All) (?:(?:was|were|is|are|has|have|had|been|being|will|be)\s)+")
PAID = ("Funding", "Grant", "Investment", "Loan")
WORD = 4  # characters of the next word that tell a verb from an article
NEARBY = 40  # characters between a subject and its verb
WINDOW = 110  # characters after a verb in which its object is looked for
BACK = 160  # characters before it


def allows(verb: Verb, after: str, passive: bool) -> bool:
    """Return whether the words after a verb, and its voice, are those that its entry asks for."""
    after = re.split(r"[;:]", after[:WINDOW])[0]
    unless, needs = verb.more.get("unless"), verb.more.get("needs")
    return not (
        (unless and re.search(unless, after))
        or (needs and not re.search(needs, after))
        or ("only-passive" in verb.more and not passive)
    )


def form_of(verb: Verb, word: str, before: str, heading: bool) -> int | None:
    """Return the form of a verb in its place; None if it is not used as a verb there."""
    forms = verb.forms[word]
    near = before[-40:]
    if BASE in forms and _TO.search(near):
        return BASE
    if GERUND in forms:
        going = _GOING.search(near)
        weak = re.search(
            r"\b(?:discuss|consider|explor|hop|plan|propos|interest|mull|talk|weigh|possib|feasib)[\w ]*\s$", near
        )
        return GERUND if going or weak else None
    if PAST in forms or PARTICIPLE in forms:
        if re.search(r"\b(?:the|a|an|newly|recently|this|its|their|each|every)\s$", near):
            return None  # "the signed memorandum"
        return PAST
    subject = bool(_SUBJECT_END.search(near))
    if PRESENT in forms:
        return PRESENT if subject or (heading and near.strip()) else None
    return BASE if subject or (heading and "¤" in before) else None


def object_of(
    hidden: str, start: int, end: int, match: re.Match[str], verb: Verb, triggers: Triggers, passive: bool
) -> tuple[tuple[int, int] | None, str]:
    """Return the words that a verb is about, and the class that they make."""
    after = hidden[match.end() : min(end, match.end() + WINDOW)]
    after = re.split(r";|,\s(?:which|who|while|where|but|said|says|told)\b|\bwithout\b", after)[0]
    before_at = max(start, match.start() - BACK)
    before = hidden[before_at : match.start()]
    for name in verb.about:
        noun = triggers.nouns[name]
        found = None if passive and "ditransitive" not in verb.more else noun.pattern.search(after)
        if found and not _aside(after, found.start(), verb):
            offset = match.end()
        elif (
            "direct" not in verb.more
            and (found := last_match(noun.pattern, before))
            and (passive or "subject" in verb.more or _THAT_THEY.fullmatch(before[found.end() :]))
        ):
            offset = before_at
        else:
            continue
        kind = verb.more.get("turns", {}).get(noun.class_, noun.class_)
        return (found.start() + offset, found.end() + offset), kind
    if verb.class_:
        return None, verb.class_
    if "it" in verb.more and (re.match(r"\s(?:it|them)\b", after) or (passive and _IT_WAS.fullmatch(before))):
        return None, verb.more["it"]
    if "objects" in verb.more and _OBJECT.match(after):
        return None, verb.more["objects"]
    return None, ""


def _aside(after: str, at: int, verb: Verb) -> bool:
    """Return whether what follows a verb is not its object, as in "formed a group to build a bridge"."""
    if "for" not in verb.more and _ASIDE.search(after[:at]):
        return True
    return bool(_TO_DO.search(after[:at] if verb.more.get("unmade") else after[: at + WORD]))


def last_match(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the last match in a text, or None."""
    found = None
    for found in pattern.finditer(text):  # noqa: B007 - the last one is wanted
        pass
    return found


def status_of(
    before: str, match: re.Match[str], form: int, verb: Verb, kind: str, triggers: Triggers, heading: bool
) -> tuple[str | None, tuple[int, int]]:
    """Return the status, None if denied, and the words that say so, as places in `before` or the verb itself."""
    own = verb.status_of(kind)
    if form == PRESENT and not heading and own in ("completed", "operational"):
        own = "planned" if kind in PAID else "under-way"  # "Acme contributes $5", "Acme builds the quay"
    offset = len(before)
    whole = (offset, offset + len(match[0]))
    cut = max(before.rfind(sign) for sign in (", ", "; ", ": ", "¤ ", "that ")) + 1
    near = before[max(cut, 0) :]
    far = before[max(before.rfind("; "), 0) : max(cut, 0)]
    for status, pattern in triggers.modality.items():
        cue = last_match(pattern, near)
        if status == "under-way" and (form not in (BASE, GERUND) and "being" not in near):
            continue
        if cue:
            return weaker(status, own), (offset - len(near) + cue.start(), whole[1])
        further = last_match(triggers.far[status], far) if status in triggers.far else None
        if further:
            return weaker(status, own), whole
    if form == BASE and not _SUBJECT_END.search(before[-30:]):
        return weaker("planned", own), whole
    if form == GERUND and own in ("completed", "operational"):
        return "planned" if kind == "Event" else "under-way", whole
    return own, whole


_ORDER = ("discussed", "interest", "planned", "signed", "under-way", "operational", "completed")


def weaker(status: str, own: str) -> str | None:
    """Return the weaker of two statuses; what was only to be ended keeps no status of its own."""
    if status == "dropped":
        return "cancelled"
    if status == "denied" or own not in _ORDER:
        return None
    return min(status, own, key=_ORDER.index)
