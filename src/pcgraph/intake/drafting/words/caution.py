"""Weakens what a sentence only reports under a condition, as a claim, as a wish, or as something that failed."""

from __future__ import annotations

import re

from pcgraph.intake.drafting.words.triggers import Triggers
from pcgraph.intake.drafting.words.verbs import last_match, weaker

_RELATIVE = re.compile(r"(?<=¤),\s(?:\w+\s)?(?:which|who|whose|whom)\b[^,;.]*,(?=\s)")  # says something else of a name
CAPS = ("discussed", "interest", "planned")


def without_relatives(words: str) -> str:
    """Return words in which those are blank that only say something else of a name: "Acme, which denies it, signed"."""
    return _RELATIVE.sub(lambda aside: " " * len(aside[0]), words)


def cautious(
    status: str | None, hidden: str, start: int, end: int, verb: tuple[int, int], triggers: Triggers
) -> str | None:
    """Return the status of a verb after all weaker words of its sentence were heard; None if the sentence denies it."""
    if status is None or status == "cancelled":
        return status
    before = without_relatives(hidden[start : verb[0]])
    sentence = before + without_relatives(hidden[verb[0] : end])
    said = triggers.caution
    if (
        said["denied"].search(sentence)
        or re.match(r"\s(?:nothing|none|no)\b", hidden[verb[1] :][:10])
        or said["unreal"].match(sentence)
    ):
        return None
    if triggers.modality["dropped"].search(sentence, verb[1] - start):
        return "cancelled"  # "Acme, which was to build the quay, withdrew its offer"
    for cap in CAPS:
        if (pattern := said.get(cap)) and pattern.search(sentence):
            return weaker(cap, status)
    if status not in CAPS and said["nearly"].search(before[-24:]):
        status = {"completed": "under-way", "operational": "planned", "signed": "planned"}.get(status, status)
    for cap in CAPS:
        cue = last_match(triggers.modality[cap], before)
        if cue:
            return weaker(cap, status)
    return status
