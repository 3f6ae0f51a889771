"""What a part of a text means because of what stands beside it: it is left out, or it is a word of titles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pcgraph.query.questions.question_box.periods import When
from pcgraph.query.questions.question_box.words import FULL, HAN, TEXT, WORD, Span

FACETS = ("type", "sector", "form", "kind", "country", "status", "place")  # kinds of names that filter the map
EXCLUDABLE = (
    "agent",
    "group",
    "person",
    "event",
    "engagement",
    "thing",
    *(role for role in FACETS if role != "status"),
)
PASSED = {"stop", "and", "in", "compare"}  # kinds of words between what leaves out and the name that it leaves out
IDLE = {"stop", "who", "what", "which", "about", "now", "list", "and", "in", "has", "where", "this"}


def exclude(spans: list[Span]) -> None:
    """Let each name that a text leaves out, as in "other than Acme or Lumen", mean that it is left out."""

    def next_name(i: int, step: int) -> int:
        while 0 <= i < len(spans) and spans[i].words() & PASSED and not spans[i].names(EXCLUDABLE):
            i += step
        return i if 0 <= i < len(spans) and spans[i].names(EXCLUDABLE) else -1

    for i, span in enumerate(spans):
        step = 1 if "excluding" in span.words() else -1  # some languages say it behind the name
        place = next_name(i + step, step) if span.words() & {"excluding", "all_but"} else -1
        if place >= 0:
            span.meanings = [("word", "excluding", WORD, 0)]
        while place >= 0:
            value = spans[place].names(EXCLUDABLE)[0][1]
            spans[place].meanings = [("excluded", f"-{value}", FULL, 0)]
            words = spans[place + step].words() if 0 <= place + step < len(spans) else set()
            is_more = {"and", "range"} <= words or "compare" in words  # "and" or "or", not "between"
            place = next_name(place + 2 * step, step) if is_more else -1


def read_in_titles(spans: list[Span], when: When, beside: Mapping[str, list[str]]) -> None:
    """Let a word such as "launched" be that of titles if nothing else is named, or one of the terms `beside` it is."""
    for i, span in enumerate(spans):
        others = [each for j, each in enumerate(spans) if j != i and j not in when.used]
        values = {value for each in others for _, value, *_ in each.meanings}
        is_alone = all(each.words() & IDLE for each in others)
        if span.key in beside and (values.intersection(beside[span.key]) or is_alone):
            span.meanings = [("text", span.key, TEXT, 0)]


def is_visited(spans: Sequence[Span], i: int) -> bool:
    """Return whether a country is the one to which a visit leads: "visits to Norland"."""
    if i and re.search(r"(^| )to$", spans[i - 1].key):
        return True
    if i and "visit" in spans[i - 1].words() and re.search(f"[{HAN}]", spans[i - 1].key):
        return True
    after = [span.key for span in spans[i + 1 : i + 2] if re.fullmatch("کا|کے|کی|ka|ke|ki", span.key)]
    return bool(after) and any("visit" in span.words() for span in spans[i + 2 : i + 3])
