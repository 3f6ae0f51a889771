"""Understands a question in words: which question of the catalogue, filter, ranking or path it means, or none.

It knows only the document that `pcgraph.query.questions.grammar` makes. The page has the same in JavaScript.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pcgraph.query.questions.described import PARTIES, Described, page_of
from pcgraph.query.questions.periods import When, read_dates
from pcgraph.query.questions.words import FULL, Lexicon, Span

FACETS = ("type", "sector", "form", "kind", "country", "status", "place")  # kinds of names that filter the map
# kinds of names with a page of their own
SHOWN = ("agent", "person", "group", "event", "engagement", "thing", "source")
IDLE = {"stop", "who", "what", "which", "about", "now", "list", "and", "in", "has", "where", "this"}
NARROWING = ("text", "form", "mark", "set", "type", "kind")  # groups that a filter without rows does without, in order
CHOSEN = 1.5  # what a weak word adds if it names what the answer is narrowed to
LEAST, SURE = -0.5, 2  # score of a reading that is an answer; parts that explain a text in spite of one unknown word
OFFERS, MOST_RIVALS, GUESSED = 3, 6, 0.8  # what a reading loses if words of a title name its engagement


@dataclass
class Reading:
    """One way to understand a text: what would be answered, from which spans, and how much of the text it explains."""

    kind: str
    answer: dict[str, Any]
    used: set[int]
    chosen: dict[int, str] = field(default_factory=dict)  # span → the thing that it is taken to mean
    bias: float = 0
    score: float = 0
    rivals: list[str] = field(default_factory=list)  # things that the words of the text name as well


class Interpreter(Described):
    """Understands texts with the words and names of one document."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        super().__init__(document)
        self.lexicon = Lexicon(document)
        self.titles: dict[str, dict[str, set[str]]] = {role: {} for role in document["titles"]}
        for name, role, value, _ in document["names"]:
            if role in self.titles:
                self.titles[role].setdefault(value, set()).update(self.lexicon.key(name).split())
        self.countries = {value for _, role, value, _ in document["names"] if role == "country"}
        self.wholes: dict[str, str] = {}
        for name, question in document["questions"].items():
            for text in question["texts"][: question["titles"]]:
                self.wholes.setdefault(self._bare(self.lexicon.spans(text, correct=False)), name)

    def understand(self, text: str, has_rows: Callable[[str, Any], bool] | None = None) -> dict[str, Any]:
        """Return what a text means: its kind, answer and nearest offers, how it was understood and what was not.

        If `has_rows` says that the best answer is empty, the next one that is not is taken; a country has to stay.
        """
        spans = self.lexicon.spans(text)
        when = read_dates(spans, self.document["today"], self._event_day)
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
        offers = self._offers(readings, spans)
        if best is None or best.score < LEAST or (not whole and (outside or not self._is_sure(best, spans, unknown))):
            ground = [spans[i].text for i in outside + unknown] or [span.text for span in spans] or [text]
            return self._result("refuse", None, offers[:OFFERS], spans, when, None, ground)
        choices = self._choices(best, spans)
        if has_rows and not choices and not has_rows(best.kind, best.answer):
            others = (each for each in self._instead(best, readings, spans, when) if has_rows(each.kind, each.answer))
            instead = next(others, None)
            if instead is None and (places := self._countries(best)):
                ground = [spans[i].text for i in sorted(best.used - when.used) if not spans[i].words() & IDLE] or places
                return self._result("refuse", None, offers[:OFFERS], spans, when, None, ground)
            best = instead or best
        rest = [offer for offer in offers if offer["answer"] != best.answer][:OFFERS]
        if choices:
            return self._result("choose", choices, rest, spans, when, best, [])
        left = [
            i for i in range(len(spans)) if i not in best.used and i not in when.used and not spans[i].words() & IDLE
        ]
        return self._result(best.kind, best.answer, rest, spans, when, best, [spans[i].text for i in left])

    def _is_sure(self, best: Reading, spans: list[Span], unknown: list[int]) -> bool:
        """Return whether a reading is a whole question without the words that are not known."""
        if not unknown:
            return True
        weak = {*self.document["weak"], *IDLE}
        strong = [i for i in best.used if spans[i].words() - weak or (i in best.chosen and not spans[i].words())]
        apart = all(self.lexicon.is_plain(spans[i]) and i + 1 not in unknown for i in unknown)
        return best.kind != "filter" and apart and len(strong) >= SURE * len(unknown)

    def _countries(self, best: Reading) -> list[str]:
        found = [*best.answer.get("rows", ()), *best.answer.get("filters", {}).get("country", ())]
        return [value for value in found if value in self.countries]

    def _instead(self, best: Reading, readings: list[Reading], spans: list[Span], when: When) -> Iterable[Reading]:
        """Yield what a text may mean if the best answer is empty: the same names first, then fewer of them."""
        names = set(best.chosen.values())
        countries = self._countries(best)
        yield from (each for each in readings if each.score >= LEAST and set(each.chosen.values()) >= names)
        for i, span in enumerate(spans if not countries else ()):
            for _, value, weight, _ in span.names(("engagement", "event", "thing"))[:1]:
                if weight == FULL:
                    yield self._weighed(Reading("filter", page_of(value), {i}, {i: value}), spans, when)
        if best.kind == "catalogue" and best.answer["rows"] and not countries:
            used = best.used - {i for i, value in best.chosen.items() if value in best.answer["rows"]}
            yield replace(best, answer={**best.answer, "rows": []}, used=used)
        narrowing = [group for group in NARROWING if not (countries and group == "type")]  # of a country not anything
        for count in range(1, len(narrowing) + 1):
            found = self._filter(spans, when, narrowing[:count])
            if found and (set(found.answer["filters"]) - {"months"} or found.answer["sort"]):
                yield self._weighed(found, spans, when)

    def _readings(self, spans: list[Span], when: When) -> Iterable[Reading]:
        period = {
            "since": when.first,
            "until": when.last,
            "on": when.as_of or when.first,
            "date": when.as_of or when.last,
        }
        guess = self._guess(spans, when)
        for kind, name, alternative in self.document["patterns"]:
            if (found := self._match(kind, name, alternative, spans, when, period, guess)) is not None:
                yield found
        if (found := self._filter(spans, when)) is not None:
            yield found
        yield from self._by_keyword(spans)

    def _match(self, kind: str, name: str, alternative: list[str], spans: list[Span], when: When,
               period: Mapping[str, str], guess: tuple[set[int], list[str]]) -> Reading | None:  # fmt: skip
        used: set[int] = set()
        for item in alternative:
            if item[0] not in "@=*~+":
                wanted = set(item.split("/"))
                found = {i for i, span in enumerate(spans) if span.words() & wanted and i not in when.used}
                if not found:
                    return None
                used |= found
        values: dict[str, str] = {}
        chosen: dict[int, str] = {}
        rows: list[str] = []
        rivals: list[str] = []
        types = self._parameters(name) if kind == "catalogue" else {"from": "end", "to": "end", "kind": "kind"}
        bias = 0.4 + 0.1 * sum(item[0] not in "*~" for item in alternative)
        for item in alternative:
            mark, rest = item[0], item[1:]
            if mark == "~":
                used |= {i for i, span in enumerate(spans) if rest in span.words()}
            elif mark in "@=" and types.get(rest) in ("date", "period"):
                if not period[rest] and not (rest == "until" and period["since"]):
                    return None
                values[rest] = (period[rest] or self.document["today"])[: 10 if types[rest] == "date" else 7]
                if types[rest] == "period" and when.first[4:] == "-01-01" and when.last[4:] == "-12-31":
                    values[rest] = when.first[:4]
                used |= when.used
            elif mark in "@=*+":
                roles = self.document["roles"].get(types.get(rest, rest) if mark in "@=" else rest, [rest])
                places = [
                    i for i, span in enumerate(spans) if i not in chosen and i not in when.used and span.names(roles)
                ]
                places.sort(key=lambda i: (i in used, roles.index(spans[i].names(roles)[0][0]) > 0, i))
                if (
                    mark == "@"
                    and not places
                    and any(guess[1][:1] and guess[1][0] in self.titles.get(r, ()) for r in roles)
                ):
                    values[rest] = chosen[min(guess[0])] = guess[1][0]
                    used |= guess[0]
                    rivals = guess[1][1:] and guess[1]
                    bias -= GUESSED
                    continue
                if mark in "@=+" and not places:
                    return None
                for i in places[:1] if mark in "@=" else [i for i in places if i not in used]:
                    chosen[i] = spans[i].names(roles)[0][1]
                    used.add(i)
                    if mark in "@=":
                        values[rest] = chosen[i]
                    else:
                        rows.append(chosen[i])
        if kind == "catalogue":
            answer: dict[str, Any] = {"question": name, "parameters": self._filled(name, values), "rows": rows}
            return Reading(kind, answer, used, chosen, bias, rivals=rivals)
        if kind == "path":
            return Reading(kind, values, used, chosen, 0.2)
        if kind == "compare":
            return Reading(
                "ranking",
                {"measure": "degree", "options": {}, "only": [values["from"], values["to"]]},
                used,
                chosen,
                0.5,
            )
        return self._ranking(name, spans, when, used, chosen, values)

    def _event_day(self, words: set[str]) -> str:
        """Return the last day of the event that some words name, or nothing; the shortest title is meant."""
        days, titles = self.document["days"], self.titles["event"]
        found = [
            (len(titles[value]), value) for value in days if words - self.lexicon.stops <= titles.get(value, set())
        ]
        return str(days[min(found)[1]]) if 0 < len(found) <= MOST_RIVALS else ""

    def _guess(self, spans: list[Span], when: When) -> tuple[set[int], list[str]]:
        """Return the spans that together name an engagement by words of its title, and the best such engagements."""
        named = {i for i, span in enumerate(spans) if span.meanings and not span.words() and i not in when.used}
        wanted = {word for i in named for word in spans[i].key.split()} - self.lexicon.stops
        also = {word for i, span in enumerate(spans) if i not in named for word in span.key.split()}
        found = {
            value: (-len(words & also), len(words))
            for titles in self.titles.values()
            for value, words in titles.items()
            if wanted and wanted <= words
        }
        best = sorted((rank, value) for value, rank in found.items())
        equal = [value for rank, value in best if rank == best[0][0]]
        if not 0 < len(equal) <= MOST_RIVALS or not (len(wanted) > 1 or len(found) == 1):
            return named, []
        own = set().union(*(titles.get(equal[0], set()) for titles in self.titles.values()))
        return named | {i for i, span in enumerate(spans) if set(span.key.split()) <= own}, equal

    def _filled(self, name: str, values: Mapping[str, str]) -> dict[str, str]:
        """Return all parameters of a question; a day that the text does not say is today."""
        types = self._parameters(name)
        return {key: values.get(key) or self.document["today"] for key in types}

    def _parameters(self, name: str) -> dict[str, str]:
        parameters: dict[str, str] = self.document["questions"][name]["parameters"]
        return parameters

    def _ranking(self, measure: str, spans: list[Span], when: When, used: set[int], chosen: dict[int, str],
                 options: dict[str, str]) -> Reading:  # fmt: skip
        for role in ("sector", "kind", "country", "status"):
            for i, span in enumerate(spans):
                is_signed = role == "status" and "sign" in span.words()
                if i not in chosen and i not in when.used and span.names((role,)) and not is_signed:
                    if role not in options:
                        options[role] = chosen[i] = span.names((role,))[0][1]
                    if i in chosen or role == "country":  # another country is that of the partners
                        used.add(i)
        words = set().union(*(span.words() for i, span in enumerate(spans) if i in used))
        relation = next((self.document["relations"][word] for word in self.document["relations"] if word in words), "")
        if relation:
            options["relation"] = relation
        if when.first:
            options["since"] = when.first
        if when.last:
            options["until"] = when.last
        return Reading("ranking", {"measure": measure, "options": options, "only": []}, used, chosen, 0.4)

    def _filter(self, spans: list[Span], when: When, without: Sequence[str] = ()) -> Reading | None:
        filters: dict[str, list[str]] = {}
        used: set[int] = set()
        chosen: dict[int, str] = {}
        sort = ""

        def add(group: str, values: Iterable[str]) -> None:
            filters[group] = [*filters.get(group, []), *(v for v in values if v not in filters.get(group, []))]

        for i, span in enumerate(spans):
            words = span.words() if i not in when.used else set()
            names = [] if i in when.used else span.names((*FACETS, *SHOWN, "text"))
            order = next((self.document["sort"][word] for word in self.document["sort"] if word in words), "")
            if order:
                sort = sort or order
                used.add(i)
            elif names:
                role, value, *_ = names[0]
                if role in without:
                    continue
                if role == "text":
                    add("text", [span.key])
                else:
                    add("near" if role in PARTIES else role, [value])
                    chosen[i] = value
                used.add(i)
            elif word := next((word for word in self.document["filter"] if word in words), ""):
                if self.document["filter"][word][:1] in [[group] for group in without]:
                    continue
                for group, *values in [self.document["filter"][word]] if self.document["filter"][word] else []:
                    add(group, values)
                used.add(i)
            elif "many" in words:
                used.add(i)
        if when.first or when.last:
            filters["months"] = [when.first[:7] or "1950-01", (when.last or self.document["today"])[:7]]
        if not filters and not sort and not when.used:
            return None
        count = any("many" in span.words() for span in spans)
        shown = [value for group in ("near", *SHOWN) for value in filters.get(group, [])]
        alone = len(shown) == 1 and len(filters) == 1 and not sort and not count and len(chosen) == 1
        show = shown[0] if alone else ""
        answer = {"filters": {} if show else filters, "show": show, "sort": sort, "count": count}
        return Reading("filter", answer, used, chosen, 0 if show else -0.5)

    def _by_keyword(self, spans: list[Span]) -> Iterable[Reading]:
        """Yield questions of which a title or keyword of two words or more stands in the text."""
        keys = [span.key for span in spans]
        for whole, name in self.wholes.items():
            words = whole.split("|")
            if len(words) > 1 and all(word in keys for word in words) and not self._parameters(name):
                used = {i for i, key in enumerate(keys) if key in words}
                yield Reading("catalogue", {"question": name, "parameters": {}, "rows": []}, used, {}, 0.3)

    def _weighed(self, reading: Reading, spans: list[Span], when: When) -> Reading:
        weights, score, weak = self.document["weights"], reading.bias, {*self.document["weak"], *IDLE}
        takes_dates = reading.kind in ("filter", "ranking")
        for i, span in enumerate(spans):
            if not span.meanings:
                continue
            words = span.words()
            kind = "word" if words else "text" if span.meanings[0][0] == "text" else "name"
            if all(role in ("number", "month") for role, *_ in span.meanings):
                kind = "weak"
            is_used = i in reading.used
            if i in when.used:
                kind, is_used = "date", is_used or takes_dates or bool(when.as_of)
            elif (words & IDLE and not is_used) or (words and words <= weak):
                kind = "weak"
            score += weights[kind][0] if is_used else -weights[kind][1]
            score += CHOSEN if kind == "weak" and i in reading.chosen else 0
        reading.score = round(score, 2)
        if when.as_of:
            reading.answer["as_of"] = when.as_of
        if reading.kind == "filter":
            reading.answer["address"] = self.address(reading.answer)
        return reading

    def _choices(self, best: Reading, spans: list[Span]) -> list[dict[str, Any]]:
        """Return the things that an ambiguous name may mean, if none of them is much likelier than the others."""
        if best.rivals:
            return [{"value": v, "label": self.label(v), "kind": "engagement", "text": ""} for v in best.rivals]
        for i, value in best.chosen.items():
            own = next((meaning for meaning in spans[i].meanings if meaning[1] == value), None)
            if own is None:  # guessed by the words of a title
                continue
            rivals = [m for m in spans[i].meanings if m[1] != value and m[0] == own[0] and m[2] == own[2]]
            if any(2 * m[3] > own[3] for m in rivals) and (own[2] < FULL or rivals):
                texts = [own, *sorted(rivals, key=lambda m: (-m[3], m[1]))]
                return [{"value": m[1], "label": self.label(m[1]), "kind": m[0], "text": spans[i].text} for m in texts]
        return []

    def _offers(self, readings: list[Reading], spans: list[Span]) -> list[dict[str, Any]]:
        offers: list[dict[str, Any]] = []
        for each in [reading for reading in readings if reading.score > -8] + self._named(spans) + self._usual():
            offer = {"kind": each.kind, "answer": each.answer, "label": self.describe(each.kind, each.answer)}
            if offer["label"] not in [other["label"] for other in offers]:
                offers.append(offer)
        return offers[: OFFERS + 1]

    def _named(self, spans: list[Span]) -> list[Reading]:
        values = [span.names(SHOWN)[0][1] for span in spans if span.names(SHOWN)]
        return [Reading("filter", page_of(value), set()) for value in values]

    def _usual(self) -> list[Reading]:
        return [Reading("catalogue", self._with_examples(name), set()) for name in self.document["usual"]]

    def _with_examples(self, name: str) -> dict[str, Any]:
        examples = self.document["questions"][name]["examples"]
        types = self._parameters(name)
        values = {key: value for key, value in examples.items() if types[key] not in ("date", "period")}
        return {"question": name, "parameters": self._filled(name, values), "rows": []}

    def _result(self, kind: str, answer: Any, nearest: list[dict[str, Any]], spans: list[Span], when: When,
                best: Reading | None, left: list[str]) -> dict[str, Any]:  # fmt: skip
        chips = []
        for i, span in enumerate(spans):
            value = best.chosen.get(i) if best else None
            meanings = [m for m in span.meanings if m[0] not in ("word", "text", "number", "month")]
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
        return {"kind": kind, "answer": answer, "nearest": nearest, "understood": chips, "not_understood": left}

    def _bare(self, spans: list[Span]) -> str:
        return "|".join(span.key for span in spans if "stop" not in span.words())
