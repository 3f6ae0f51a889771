"""Understands a question in words: which question of the catalogue, filter, ranking or path it means, or none.

It knows only the document that `pcgraph.query.questions.question_box.grammar` makes, and chooses among the readings of
`pcgraph.query.questions.question_box.readings`. The page has the same in JavaScript.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from pcgraph.query.questions.question_box.beside import IDLE, exclude, read_in_titles
from pcgraph.query.questions.question_box.deciding import WORKS, Deciding, HasRows
from pcgraph.query.questions.question_box.filters import SHOWN
from pcgraph.query.questions.question_box.periods import When, read_dates
from pcgraph.query.questions.question_box.reading import Reading
from pcgraph.query.questions.question_box.readings import ACTS, COMMON, TERMS
from pcgraph.query.questions.question_box.who import by_whom
from pcgraph.query.questions.question_box.words import FULL, Span

SUBJECTS = {"near", *SHOWN, "country", "place", "sector"}  # groups of which one at least has to stay
LAST = ("sector", "place", "months")  # groups that only a filter of such a name does without
# what a filter without rows does without, in order
NARROWING = ("promise", "text", "form", "mark", "set", "status", "type", "kind", *LAST)
UNTITLED = ((), ("status",), ("sector",), ("type",))  # what titles do without, in order
LEAST, SURE = -0.5, 2  # score of a reading that is an answer; parts that explain a text in spite of one unknown word
UNNAMED = ("word", "post", "text", "number", "month", "decade")  # kinds of meanings that are no name
MUTUAL = {*ACTS, "partner", "relation_word", "path_word", "tie"}  # kinds of words for what is between parties
LISTING = {"range", "compare"}  # kinds of words that "and" and "or" have, and "with" has not
SUMMED = {"sum_of", "project", "agreement", "memo", "build"}  # kinds of words for what has sums and no price
CANNOT_SAY, NO_ROWS = "cannot say", "no rows"  # why a text is refused, or answered with one thing that it names
OFFERS, FAR = 3, -8  # offers that are shown; score of a reading that is none


class Interpreter(Deciding):
    """Understands texts with the words and names of one document."""

    def understand(self, text: str, has_rows: HasRows | None = None) -> dict[str, Any]:
        """Return what a text means: its kind, answer and nearest offers, how it was understood and what was not.

        If `has_rows` says that the best answer is empty, the next one that is not is taken; a country has to stay.
        If there is none but an offer has rows, the text is refused. Offers with rows come first.
        """
        known: dict[str, bool] = {}

        def is_told(kind: str, answer: Any) -> bool:  # each answer is tried once
            key = f"{kind} {answer}"
            known[key] = known[key] if key in known else bool(ask_rows and ask_rows(kind, answer))
            return known[key]

        ask_rows, has_rows = has_rows, is_told if has_rows else None
        spans = self.lexicon.spans(text)
        exclude(spans)
        when = read_dates(spans, self.document["today"], self._event_day)
        read_in_titles(spans, when, self.document["beside"])
        outside = [i for i, span in enumerate(spans) if "outside" in span.words() and i not in when.used]
        unknown = [i for i, span in enumerate(spans) if not span.meanings]
        readings = [self._weighed(each, spans, when) for each in self._readings(spans, when)]
        readings.sort(key=lambda each: -each.score)
        whole = self.wholes.get(self._bare(spans))
        best = readings[0] if readings else None
        if whole and (
            best is None
            or best.answer.get("question") != whole
            or set(best.answer["parameters"]) != set(self._parameters(whole))
        ):
            best = Reading("catalogue", self._with_examples(whole), set(range(len(spans))), score=99)
            readings.insert(0, best)
        outside = [i for i in outside if not (best and self._is_in_title(i, best, spans, has_rows))]
        offers = self._offers(readings, spans)
        if has_rows:
            offers.sort(key=lambda offer: not has_rows(offer["kind"], offer["answer"]))
        if (
            best is None
            or best.score < LEAST
            or (not whole and (outside or not self._is_sure(best, spans, when, unknown, has_rows)))
        ):
            ground = [spans[i].text for i in outside + unknown] or [span.text for span in spans] or [text]
            return self._result("refuse", None, offers[:OFFERS], spans, when, None, ground, CANNOT_SAY)
        choices = self._choices(best, spans)
        if choices and has_rows and len(best.chosen) > 1 and best.kind == "filter":
            best, choices = self._decided(best, choices, has_rows)
        if has_rows and not choices and not has_rows(best.kind, best.answer):
            fixed = self._fixed(spans)
            others = (each for each in self._instead(best, readings, spans, when) if fixed <= each.used)
            ways = (way for each in others for way in self._as_parties(each, spans, when))
            other = next((way for way in ways if has_rows(way.kind, way.answer)), None)
            near = [*(each for each in readings if each.score > FAR), *self._named(spans)]
            places = self._countries(best)
            if other is None and (places or any(has_rows(each.kind, each.answer) for each in near)):
                if page := self._only_named(best, spans, when):
                    rest = [offer for offer in offers if offer["answer"] != page.answer][:OFFERS]
                    left = [spans[i].text for i in sorted(best.used - page.used) if not spans[i].words() & IDLE]
                    return self._result("filter", page.answer, rest, spans, when, page, left, NO_ROWS)
                places = places or [text]
                ground = [spans[i].text for i in sorted(best.used - when.used) if not spans[i].words() & IDLE] or places
                reason = CANNOT_SAY if "text" in best.answer.get("filters", ()) else NO_ROWS
                return self._result("refuse", None, offers[:OFFERS], spans, when, None, ground, reason)
            best = self._keeping(other or best, spans, when, has_rows)
            choices = self._choices(best, spans) if best.rivals else choices
        if has_rows and not choices:
            best = self._longer(best, spans, when, has_rows)
            best = self._narrowed(best, spans, when, has_rows)
        rest = [offer for offer in offers if offer["answer"] != best.answer][:OFFERS]
        if choices:
            return self._result("choose", choices, rest, spans, when, best, [])
        acts = {word for word, roles in self.document["acting"].items() if roles in best.answer.get("rows", ())}
        said = IDLE | acts  # in which role the parties take part
        left = [spans[i].text for i in range(len(spans)) if i not in best.used and not spans[i].words() & said]
        return self._result(best.kind, best.answer, rest, spans, when, best, left)

    def _fixed(self, spans: list[Span]) -> set[int]:
        """Return the spans that no answer may leave: what a text leaves out, and of what it asks the price."""
        words = set[str]().union(*(span.words() for span in spans))
        is_price = "money" in words and "fund" not in words
        is_sum = words & SUMMED or any(span.names(("engagement", "event")) for span in spans)
        names = ("excluded", "text") if is_price else ("excluded",)
        fixed = {i for i, span in enumerate(spans) if span.names(names)}
        return fixed | {i for i, span in enumerate(spans) if is_price and not is_sum and "money" in span.words()}

    def _is_in_title(self, i: int, best: Reading, spans: list[Span], has_rows: HasRows | None) -> bool:
        """Return whether a word that no graph answers is one of the titles that the names of a text choose from."""
        is_filter = bool(spans[i].names(("text",))) and best.kind == "filter" and i in best.used
        is_counted = any("many" in span.words() for span in spans)
        is_named = any(not span.words() and j in best.chosen for j, span in enumerate(spans))
        return is_filter and is_named and not is_counted and bool(has_rows and has_rows(best.kind, best.answer))

    def _is_sure(self, best: Reading, spans: list[Span], when: When, unknown: list[int],
                 has_rows: HasRows | None) -> bool:  # fmt: skip
        """Return whether a reading is a whole question without the words that are not known."""
        is_told = bool(has_rows and has_rows(best.kind, best.answer))
        if not unknown or (len(unknown) == 1 and is_told and self._is_well_named(best, spans, unknown[0])):
            return True
        weak = {*self.document["weak"], *IDLE}
        strong = [i for i in best.used if spans[i].words() - weak or (i in best.chosen and not spans[i].words())]
        apart = all(self.lexicon.is_plain(spans[i]) and i + 1 not in unknown for i in unknown)
        least = sum(1 if len(spans[i].text) == 1 else SURE for i in unknown)  # one character says less than a word
        if not apart or len(strong) < least:
            return False
        if best.kind != "filter":
            return True
        named = [any(m[1:3] == (value, FULL) for m in spans[i].meanings) for i, value in best.chosen.items()]
        rest = set(range(len(spans))) - best.used - when.used - set(unknown)
        explained = all(spans[i].words() & weak for i in rest)
        return explained and bool(named) and all(named) and is_told

    def _is_well_named(self, best: Reading, spans: list[Span], unknown: int) -> bool:
        """Return whether two names are given in full beside a word that is not known and looks like no name."""
        meant = [m for i, value in best.chosen.items() for m in spans[i].meanings if m[1:3] == (value, FULL)]
        told = {value for role, value, *_ in meant if role not in ("country", *TERMS)}
        return len(told) > 1 and not spans[unknown].text[:1].isupper()

    def _countries(self, best: Reading) -> list[str]:
        found = [*best.answer.get("rows", ()), *best.answer.get("filters", {}).get("country", ())]
        return [value for value in found if value in self.countries]

    def _instead(self, best: Reading, readings: list[Reading], spans: list[Span], when: When) -> Iterable[Reading]:
        """Yield what a text may mean if the best answer is empty: the same names first, then fewer of them."""
        names = {value for i, value in best.chosen.items() if not spans[i].words()} - self.terms
        countries = self._countries(best)
        rows = best.answer.get("rows", [])
        several = len(self.parties.intersection(rows)) > 1
        inside = [("place", *WORKS), *([("near", "place", *WORKS)] if several else [])]
        is_open = best.kind == "filter" or (best.kind == "catalogue" and not best.answer["parameters"])
        whole = self._filter(spans, when)
        if whole and is_open and "place" in whole.answer["filters"]:
            yield self._weighed(whole, spans, when)
        yield from self._in_titles(spans, when, *inside) if is_open else ()
        if several:  # of one of them
            yield replace(best, answer={**best.answer, "any": True})
        kept = [v for v in rows if v in self.countries | self.parties or self.roles.get(v) in WORKS]
        if len(kept) < len(rows) and best.kind == "catalogue":  # without its topic or place
            used = best.used - {i for i, value in best.chosen.items() if value in rows and value not in kept}
            yield replace(best, answer={**best.answer, "rows": kept}, used=used)
        same = [each for each in readings if each.score >= LEAST and set(each.chosen.values()) >= names]
        asked = when.used | {i for i, span in enumerate(spans) if span.words() & ACTS}
        named = {i for i in whole.used if not spans[i].words()} if whole else set()
        yield from (each for each in same if asked | (named if each.kind == "path" else set()) <= each.used)
        if best.kind != "path" and (titled := self._titled(spans, when)):
            used = {i for i, span in enumerate(spans) if span.meanings and i not in when.used and not span.words()}
            page = Reading(
                "filter", self.page_of(titled[0]), used, {min(used): titled[0]}, rivals=titled[1:] and titled
            )
            yield self._weighed(page, spans, when)
        if whole and self._is_either(whole, spans):
            yield self._weighed(replace(whole, answer={**whole.answer, "any": True}), spans, when)
        if whole and best.kind == "filter" and {"near", "country"} <= whole.answer["filters"].keys():
            others = {**whole.answer["filters"]}  # in a country, whoever takes part
            others["place"] = [*others.pop("country"), *others.pop("place", [])]
            yield self._weighed(replace(whole, answer={**whole.answer, "filters": others}), spans, when)
        inside = [("near", "place", *WORKS), ("near", "place", "country", *WORKS)]
        yield from self._in_titles(spans, when, *inside) if best.kind != "path" else ()
        is_open = not names - set(countries)  # of a country alone not anything
        narrowing = [group for group in NARROWING if not (countries and is_open and group == "type")]
        yield from self._without_some(spans, when, narrowing)
        for i, span in enumerate(spans if not countries else ()):
            for _, value, weight, _ in span.names(WORKS)[:1]:
                if weight == FULL:
                    yield self._weighed(Reading("filter", self.page_of(value), {i}, {i: value}), spans, when)
        common = self._common(spans)
        for group in ("status", "set"):  # of "the memorandum that Acme signed" the memorandum, whatever became of it
            found = self._filter(spans, when, [group])
            if found and {"form", "type"} & set(found.answer["filters"]) and SUBJECTS & set(found.answer["filters"]):
                yield self._weighed(found, spans, when)
        for count in range(1, len(narrowing) + 1):
            found = self._filter(spans, when, [*(group for group in narrowing[:count] if group != "text"), *common])
            filters = set(found.answer["filters"]) if found else set()
            is_last = narrowing[count - 1] in LAST
            is_page = count == 1 and found and found.answer["show"]  # whatever was promised
            if found and (filters & {*WORKS} if is_last else filters & SUBJECTS or found.answer["sort"] or is_page):
                yield self._weighed(found, spans, when)
        yield from same
        if whole and "place" in whole.answer["filters"] and set(countries) <= self.neighbours:  # as most are
            found = self._filter(spans, when, ("country",))
            yield from [self._weighed(found, spans, when)] if found else []
        if not countries and not when.used:
            yield from (each for each in readings if each.score > FAR and names & set(each.chosen.values()))

    def _only_named(self, best: Reading, spans: list[Span], when: When) -> Reading | None:
        """Return the page of the one thing that a text names in full, where nothing is all that it asks."""
        found: dict[str, tuple[bool, int]] = {}  # thing → whether it is a work, and its span
        for i, span in enumerate(spans if best.kind != "path" else ()):
            for role, value, weight, _ in span.names(SHOWN)[:1]:
                if weight == FULL and role not in ("person", "source"):
                    found.setdefault(value, (role in WORKS, i))
        works = [value for value, (is_work, _) in found.items() if is_work]
        abroad = {value for span in spans for _, value, *_ in span.names(("country",))} - self.neighbours
        is_vague = not works and "text" in best.answer.get("filters", ())  # a word of some title may mean anything
        if len(works or found) != 1 or abroad or is_vague or when.used:
            return None
        value = (works or [*found])[0]
        place = found[value][1]
        page = Reading("filter", self.page_of(value), {place}, {place: value})
        return self._weighed(page, spans, when) if self._fixed(spans) <= {place} else None

    def _is_either(self, whole: Reading, spans: list[Span]) -> bool:
        """Return whether a text lists parties or countries, as in "Acme and Lumen", and nothing between them."""
        words = set[str]().union(*(span.words() for span in spans))
        is_listed = all(span.words() & LISTING for span in spans if "and" in span.words())  # "and", not "with"
        filters = whole.answer["filters"]
        countries = filters.get("country", []) if self.neighbours.isdisjoint(filters.get("country", [])) else []
        return is_listed and not words & MUTUAL and max(len(filters.get("near", [])), len(countries)) > 1

    def _as_parties(self, each: Reading, spans: list[Span], when: When) -> Iterable[Reading]:
        """Yield a filter as the parties that a text asks for, and any reading as it is."""
        if each.kind == "filter" and not each.answer.get("by"):
            for answer, parts, bias in by_whom(each.answer, spans, when.used, self.document):
                yield self._weighed(Reading("filter", answer, each.used | parts, each.chosen, bias), spans, when)
        yield each

    def _in_titles(self, spans: list[Span], when: When, *ways: Sequence[str]) -> Iterable[Reading]:
        """Yield the filter of all that a text names, or all but one part, with some names as words of titles."""
        for without, groups in ((part, groups) for part in UNTITLED for groups in ways):
            found = self._filter(spans, when, without)
            filters = {**found.answer["filters"]} if found else {}
            named = {value for group in groups for value in filters.pop(group, ())}
            chosen = found.chosen.items() if found else ()
            words = [word for i, value in chosen if value in named for word in self._in_title(spans[i], value)]
            if found and words and (len(named) > 1 or not without):
                filters["text"] = list(dict.fromkeys([*filters.get("text", []), *words]))
                yield self._weighed(replace(found, answer={**found.answer, "filters": filters}), spans, when)

    def _in_title(self, span: Span, value: str) -> list[str]:
        """Return the words of a span; of one in another script, those that all Latin names of what it means have."""
        is_own = span.key.isascii()
        ways = [span.title_words()] if is_own else self.written.get(value, [])
        words = [word for word in (ways[0] if ways else ()) if word not in self.lexicon.stops]
        words = [word for word in words if not is_own and not self.lexicon.is_word(word)] or words
        return [word for word in words if all(word in way for way in ways)] or words

    def _decided(self, best: Reading, choices: list[dict[str, Any]],
                 has_rows: HasRows) -> tuple[Reading, list[dict[str, Any]]]:  # fmt: skip
        """Return the reading with the one thing of a choice of which the rest of the text has rows, or the choice."""
        own = choices[0]["value"]
        found = [self._instead_of(best, own, choice["value"]) for choice in choices]
        kept = [each for each in found if has_rows(each.kind, each.answer)]
        return (kept[0], []) if len(kept) == 1 else (best, choices)

    def _instead_of(self, best: Reading, value: str, other: str) -> Reading:
        filters = {
            group: [other if each == value else each for each in values]
            for group, values in best.answer["filters"].items()
        }
        answer = {**best.answer, "filters": filters, "show": other if best.answer["show"] else ""}
        chosen = {i: other if each == value else each for i, each in best.chosen.items()}
        return replace(best, answer={**answer, "address": self.address(answer)}, chosen=chosen)

    def _common(self, spans: list[Span]) -> list[str]:
        """Return the words of many titles in a text, which a filter may do without; rarer ones carry the question."""
        values = [value for span in spans for _, value, *_ in span.names(("text",))[:1]]
        return [f"text {value}" for value in values if self.frequency.get(value, 0) >= COMMON]

    def _without_some(self, spans: list[Span], when: When, narrowing: list[str]) -> Iterable[Reading]:
        """Yield the filter without one or two parts, the likeliest first, if title words or a name are left."""
        texts = self._common(spans)
        whole = self._filter(spans, when)
        droppable = {*narrowing, "engagement", "event"} - {"text", "place", "months"}
        parts = [group for group in (whole.answer["filters"] if whole else ()) if group in droppable]
        for some in ([(part,) for part in [*parts, *texts]], combinations(parts, 2)):
            found = [self._filter(spans, when, each) for each in some]
            kept = [each for each in found if each and {"text", *WORKS} & set(each.answer["filters"])]
            several = [each for each in kept if len(each.answer["filters"]) > 1]
            yield from sorted((self._weighed(each, spans, when) for each in several), key=lambda each: -each.score)

    def _choices(self, best: Reading, spans: list[Span]) -> list[dict[str, Any]]:
        """Return the things that an ambiguous name may mean, if none of them is much likelier than the others."""
        if best.rivals:
            return [{"value": v, "label": self.label(v), "kind": "engagement", "text": ""} for v in best.rivals]
        for i, value in best.chosen.items():
            own = next((meaning for meaning in spans[i].meanings if meaning[1] == value), None)
            if own is None:  # guessed by the words of a title
                continue
            rivals = [m for m in spans[i].meanings if m[1] != value and m[0] == own[0] and m[2] == own[2]]
            is_titled = own[0] == "person" and self.lexicon.is_beside_office(spans, i)  # whoever is known best or not
            if any(is_titled or 2 * m[3] > own[3] for m in rivals) and (own[2] < FULL or rivals):
                texts = [own, *sorted(rivals, key=lambda m: (-m[3], m[1]))]
                return [{"value": m[1], "label": self.label(m[1]), "kind": m[0], "text": spans[i].text} for m in texts]
        return []

    def _offers(self, readings: list[Reading], spans: list[Span]) -> list[dict[str, Any]]:
        offers: list[dict[str, Any]] = []
        for each in [reading for reading in readings if reading.score > FAR] + self._named(spans) + self._usual():
            offer = {"kind": each.kind, "answer": each.answer, "label": self.describe(each.kind, each.answer)}
            if offer["label"] not in [other["label"] for other in offers]:
                offers.append(offer)
        return offers[: OFFERS + 1]

    def _named(self, spans: list[Span]) -> list[Reading]:
        values = [span.names(SHOWN)[0][1] for span in spans if span.names(SHOWN)]
        return [Reading("filter", self.page_of(value), set()) for value in values]

    def _usual(self) -> list[Reading]:
        return [Reading("catalogue", self._with_examples(name), set()) for name in self.document["usual"]]

    def _with_examples(self, name: str) -> dict[str, Any]:
        examples = self.document["questions"][name]["examples"]
        types = self._parameters(name)
        values = {key: value for key, value in examples.items() if types[key] not in ("date", "period")}
        return {"question": name, "parameters": self._filled(name, values), "rows": []}

    def _result(self, kind: str, answer: Any, nearest: list[dict[str, Any]], spans: list[Span], when: When,
                best: Reading | None, left: list[str], reason: str = "") -> dict[str, Any]:  # fmt: skip
        chips = []
        for i, span in enumerate(spans):
            value = best.chosen.get(i) if best else None
            meanings = [m for m in span.meanings if m[0] not in UNNAMED]
            if value:
                meanings = [m for m in span.meanings if m[0] not in UNNAMED or m[1] == value]
            if i in when.used:
                role, shown = "date", when.as_of or f"{when.first or '…'}/{when.last or '…'}"
            elif value and not any(m[1] == value for m in meanings):  # named by words of its title
                role, shown = "engagement", value
            elif value or meanings:
                role, shown = next(((m[0], m[1]) for m in meanings if m[1] == value), (meanings[0][0], meanings[0][1]))
            elif span.words() - IDLE:
                role, shown = "word", sorted(span.words() - IDLE)[0]
            elif span.meanings and span.meanings[0][0] == "text":
                role, shown = "text", span.key
            else:
                continue
            others = [{"value": m[1], "label": self.label(m[1])} for m in meanings if m[1] != shown][:5]
            chip = {"start": span.start, "end": span.end, "text": span.text, "role": role, "value": shown}
            chips.append({**chip, "label": self.label(shown), "alternatives": others, "corrected": bool(span.written)})
        found = {"kind": kind, "answer": answer, "nearest": nearest, "understood": chips, "not_understood": left}
        return {**found, "reason": reason}
