"""The words that decide what a text asks for: an answer that leaves one out gives way to one that has it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pcgraph.query.questions.question_box.beside import IDLE
from pcgraph.query.questions.question_box.periods import When
from pcgraph.query.questions.question_box.reading import Reading
from pcgraph.query.questions.question_box.readings import Readings
from pcgraph.query.questions.question_box.words import ASIDE, TEXT, Span

WORKS = ("engagement", "event", "thing")  # kinds of names of which a text asks for one alone
TELLING = 4  # letters of a word that may narrow an answer
SAID = {"status_word", "latest", "now", "outcome", "office", "money"}  # kinds of words for what every row says
HasRows = Callable[[str, Any], bool]  # whether an answer of a kind has rows


class Deciding(Readings):
    """The readings of texts, and what keeps their deciding words."""

    def _keeping(self, best: Reading, spans: list[Span], when: When, has_rows: HasRows) -> Reading:
        """Return an answer, or the filter of its parties with the kind of papers or works that it leaves out."""
        lost = {i for i, span in enumerate(spans) if i not in best.used | when.used and self.is_deciding(span)}
        found = self._filter(spans, when, ("text", *WORKS)) if lost else None
        if not found or not lost <= found.used or "near" not in found.answer["filters"]:
            return best
        return self._weighed(found, spans, when) if has_rows(found.kind, found.answer) else best

    def _longer(self, best: Reading, spans: list[Span], when: When, has_rows: HasRows) -> Reading:
        """Return an answer about one thing, or about that whose longer title has the other words of the text, too."""
        named = [(i, value) for i, value in best.chosen.items() if value in [m[1] for m in spans[i].names(WORKS)]]
        parameters: dict[str, str] = best.answer.get("parameters", {})
        is_page = best.kind == "filter" and not best.answer.get("by")
        if len(named) != 1 or not (is_page or named[0][1] in parameters.values()):
            return best
        place, value = named[0]
        own = set[str]().union(*(titles.get(value, ()) for titles in self.titles.values()))
        rest = {
            i: ways
            for i, span in enumerate(spans)
            if i not in when.used | {place}
            and (span.words() <= {ASIDE} or self.is_deciding(span))
            and not span.names(("country",))
            and (ways := self._written(span))
            and not any(way <= own for way in ways)
        }
        lost = rest.keys() - best.chosen.keys()
        if not lost:
            return best
        is_kind = all(self.is_deciding(spans[i]) for i in rest)  # a name needs the whole title
        found = sorted(
            (len(title), other)
            for role in WORKS[:2]
            for other, title in self.titles[role].items()
            if any(len(way & title) >= (least if is_kind else len(way)) for way, least in self._ways(spans[place]))
            if all(any(way <= title for way in ways) for ways in rest.values())
        )
        if not found or [size for size, _ in found[:2]] == [found[0][0]] * 2:
            return best if is_page else replace(best, used=best.used - lost)  # the answer says what it leaves out
        other = found[0][1]
        changed = {name: other if each == value else each for name, each in parameters.items()}
        answer = self.page_of(other) if is_page else {**best.answer, "parameters": changed}
        longer = replace(best, answer=answer, used=best.used | {*rest}, chosen={**best.chosen, place: other})
        return self._weighed(longer, spans, when) if has_rows(best.kind, answer) else best

    def _narrowed(self, best: Reading, spans: list[Span], when: When, has_rows: HasRows) -> Reading:
        """Return a filter with each word that it leaves, if some of its rows have that word in a title."""
        for i, span in enumerate(spans if best.kind == "filter" else ()):
            is_said = span.words() <= {ASIDE} or not span.words() & {*self.document["weak"], *IDLE, *SAID}
            is_left = i not in best.used | when.used and is_said and " " not in span.key
            is_list = not best.answer["show"] and best.answer.get("by", "source") == "source"
            if not is_left or not is_list or len(span.key) < TELLING or not span.key.isalpha():
                continue
            filters = best.answer["filters"]
            answer = {**best.answer, "filters": {**filters, "text": [*filters.get("text", []), span.key]}}
            answer["address"] = self.address(answer)
            if has_rows("filter", answer):
                span.meanings = [("text", span.key, TEXT, 0)]
                best = replace(best, answer=answer, used=best.used | {i}, chosen={**best.chosen, i: span.key})
        return best
