"""Weakens what a sentence only reports under a condition, as a claim, as a wish, or as something that failed."""

from __future__ import annotations

import re

from pcgraph.intake.drafting.words.triggers import Triggers
from pcgraph.intake.drafting.words.verbs import last_match, weaker

_NEW_CLAUSE = re.compile(r"[;:]|,\s(?:and|but|while|whereas|though|although|yet)\s|\s(?:but|while|whereas)\s|[.]\s")
_RECALLED = re.compile(r"\b[Ii]t (?:may|should|must) be (?:recalled|noted|mentioned|added) that\b")
CAPS = ("discussed", "interest", "planned")


def cautious(
    status: str | None, hidden: str, start: int, end: int, verb: tuple[int, int], triggers: Triggers
) -> str | None:
    """Return the status of a verb after all weaker words of its sentence were heard; None if the sentence denies it."""
    if status is None or status == "cancelled":
        return status
    sentence, before = hidden[start:end], hidden[start : verb[0]]
    said = triggers.caution
    if (
        said["denied"].search(sentence)
        or re.match(r"\s(?:nothing|none|no)\b", hidden[verb[1] :][:10])
        or said["unreal"].match(sentence)
    ):
        return None
    for cap in CAPS:
        if (pattern := said.get(cap)) and pattern.search(sentence):
            return weaker(cap, status)
    if status not in CAPS and said["nearly"].search(before[-24:]):
        status = {"completed": "under-way", "operational": "planned", "signed": "planned"}.get(status, status)
    lead = _RECALLED.sub("", before)
    if boundary := last_match(_NEW_CLAUSE, before):
        lead = _RECALLED.sub("", before[boundary.end() :])
    for cap in CAPS:
        cue = last_match(triggers.modality[cap], lead)
        if cue:
            return weaker(cap, status)
    if before.endswith(", "):  # "The line, financed by the bank, will open in 2027"
        main = re.search(r",\s(?P<main>[^,;]{4,40})", hidden[verb[1] : end])
        for cap in CAPS if main else ():
            if main and triggers.modality[cap].match(main["main"]):
                return weaker(cap, status)
    return status
