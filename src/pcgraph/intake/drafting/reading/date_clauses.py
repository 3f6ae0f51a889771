"""Decides whether a date belongs to the verb of a clause, and not to another verb or to a noun."""

from __future__ import annotations

import re

from pcgraph.intake.drafting.reading.dates import Found
from pcgraph.intake.drafting.words.hits import Hit
from pcgraph.intake.drafting.words.triggers import Triggers

_PREPOSITION = r"(?:(?:in|on|at|since|by|from|before|during|until|for)\s)?(?:(?:early|late|mid|the|end|of)[\s-])*"
_PAST = (
    r"(?<![\w-])(?:\w{2,}ed|built|made|held|begun|began|won|met|left|lost|gave|given|took|taken|came|went|paid|sent)"
)
_OTHER_VERB = re.compile(rf"{_PAST}\s(?:[\w¤’'-]+\s){{0,4}}{_PREPOSITION}$")
_RELATIVE = re.compile(r"\b(?:that|which|who|whose|where|when|whereby|because|than)\b")
_AFTER_NOUN = re.compile(
    r"\b(?:after|before|following|since|despite|ahead of|upon|until|as)\s(?!§)(?:[\w¤’'-]+\s)+(?:in|on|of|from)\s$"
)
_OF = re.compile(
    r"\b(?:years?|months?|quarter|period|weeks?)\s(?:to|ending|ended|until|up to)\s$|"
    r"(?<!end )(?<!start )(?<!beginning )(?<!middle )(?<!month )(?<!course )(?<!half )(?<!quarter )\bof\s$"
)
_HEAD = re.compile(
    r"\W*(?:(?:Since|After|Before|Until|Following|Despite|Ahead of|Unlike|As|When|While|Because|Although|Though)\s(?!§)"
    r"|(?:[A-Z][a-z]+ly\s)?[A-Z][a-z]+(?:ed|ing|ilt|nown)\s)"
)
_WILL = re.compile(
    r"(?:[;,]|\sand)\s[^;,]{0,40}?\b(?:will|shall|would|is|are|was|were|has|have|had|expects?|plans?|hopes?|wants?|intends?|aims?)\b"
)
_APPOSITION = re.compile(r",\s(?:an?|the|its|their)\s[^,]+$")
_NEXT_CLAUSE = re.compile(rf"[;,]\s(?:(?:and|but|while)\s)?{_PREPOSITION}$")
_NEW_SUBJECT = re.compile(r",?\s(?:¤|the\b|an?\b|its\b|it\b|they\b|both\b)")
_WAS_TO = re.compile(
    r"\b(?:was|were|had been|had)\s(?:(?:\w+ly|first)\s)?"
    r"(?:wanted|intended|due|to|supposed|expected|scheduled|planned|set|slated|meant|hoped)\b[^,;]*$"
)
_ONE_OF_TWO = re.compile(
    r"\s(?:and|or)\s(?:in\s|on\s)?(?:§|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)"
)
_THE = re.compile(r"\b(?:the|a|its|their|an?)\s$")


def belongs(hidden: str, sentence: int, found: Found, hit: Hit, triggers: Triggers) -> bool:
    """Return whether a date says when the deed of a verb took place, or is to take place."""
    before = hidden[max(sentence, found.start - 24) : found.start]
    if _OF.search(before) or (_THE.search(before) and re.match(r"\s[a-z]", hidden[found.end :])):
        return False  # "the agreement of 2018", "the 3 June deal"
    if _ONE_OF_TWO.match(hidden, found.end) or re.search(r"§\sand\s(?:in\s|on\s)?$", before):
        return False  # "in March and in May"
    if (
        found.rule != "date:same-day"
        and "relative" not in found.rule
        and _WAS_TO.search(hidden[sentence : found.start])
    ):
        return False  # "was due to open in May": of this year or of the next
    if found.how == "until" and hidden.startswith(" to ", found.end):
        return False  # "gave Acme until July to repay the loan"
    if hit.kind in ("Event", "Visit", "Talks") and "unmade" in hit.verb.more and found.start >= hit.end:
        return False  # "cancelled the workshop on 20 June"
    if found.start >= hit.end:
        between = hidden[hit.end : found.start]
        return not (
            _OTHER_VERB.search(between)
            or _RELATIVE.search(between)
            or _AFTER_NOUN.search(between)
            or _WILL.search(between)
            or _APPOSITION.search(between)
            or (_NEXT_CLAUSE.search(between) and _NEW_SUBJECT.match(hidden, found.end))
        )
    if found.end > hit.start:
        return True
    between, lead = hidden[found.end : hit.start], hidden[sentence : found.start]
    if _RELATIVE.search(between) or ";" in between or triggers.reporting.search(between):
        return False
    return not (
        _HEAD.match(lead)
        or _OTHER_VERB.search(lead)
        or re.search(rf"{_PAST}\s(?!by\b|with\b)", _last_words_cut(between))
    )


def _last_words_cut(between: str) -> str:
    """Return what stands between a date and a verb, without the auxiliaries before the verb."""
    return re.sub(r"(?:\b(?:was|were|had|has|have|been|also|then|jointly|formally|\w+ly)\s)+$", "", between)
