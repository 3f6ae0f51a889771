"""The two engagements that a text compares, by words of their titles: "Northern safe city and Southern compared"."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from pcgraph.query.questions.question_box.described import PARTIES
from pcgraph.query.questions.question_box.periods import When
from pcgraph.query.questions.question_box.words import FULL, Span

WORKS = ("engagement", "event")  # kinds of names that are compared here
TITLED = (*WORKS, "thing", "text")  # of which one side has one at least


def compared(spans: list[Span], when: When, titles: Mapping[str, Mapping[str, set[str]]],
             stops: Collection[str]) -> list[str]:  # fmt: skip
    """Return the engagements on both sides of "and", or of a word that compares; nothing if a side names none."""
    named = [i for i, span in enumerate(spans) if span.meanings and not span.words() and i not in when.used]
    comparing = [i for i, span in enumerate(spans) if "compare" in span.words() and span.key.isascii()]
    between = [i for i in comparing if named and named[0] < i < named[-1]]
    between += [i for i, span in enumerate(spans) if named and "and" in span.words() and named[0] < i < named[-1]]
    if not comparing or not between or any(spans[i].names(PARTIES) for i in named):
        return []
    halves = [[spans[i] for i in named if i < between[0]], [spans[i] for i in named if i > between[0]]]
    if not any(span.names(TITLED) for half in halves for span in half):
        return []
    works = {value: words for role in WORKS for value, words in titles[role].items()}
    known = {value: {word for word in words if word.isascii()} for value, words in works.items()}
    own = [{word for span in half for word in span.title_words()} - set(stops) for half in halves]
    whole = [next((m[1] for span in half for m in span.names(WORKS) if m[2] == FULL), "") for half in halves]

    def nearest(side: int, other: set[str]) -> str:
        """Return the shortest title with the words of a side, and with most of those of the other."""
        found = [(-len(words & other), len(words), value) for value, words in known.items() if own[side] <= words]
        return whole[side] or min(found, default=(0, 0, ""))[2]

    first = [nearest(side, own[1 - side]) for side in (0, 1)]
    sides = [nearest(side, known.get(first[1 - side], set())) for side in (0, 1)]
    return sides if all(sides) and sides[0] != sides[1] else []
