"""What a text may mean: each pattern that fits is a reading, and so is the filter of everything that the text names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pcgraph.query.questions.question_box.beside import IDLE
from pcgraph.query.questions.question_box.compared import compared
from pcgraph.query.questions.question_box.described import PARTIES
from pcgraph.query.questions.question_box.filters import Filters
from pcgraph.query.questions.question_box.periods import When
from pcgraph.query.questions.question_box.reading import Reading
from pcgraph.query.questions.question_box.who import by_number, by_whom
from pcgraph.query.questions.question_box.words import FULL, WORD, Lexicon, Span

TERMS = ("type", "form", "kind", "status")  # kinds of names that no text is about
CHOSEN = 1.5  # what a weak word adds if it names what the answer is narrowed to
MOST_RIVALS, GUESSED = 6, 0.8  # what a reading loses if words of a title name its engagement
ACTS = {"sign", "talk", "visit", "attend", "train", "fund"}  # beside them, an office says only whose act it was
DECISIVE = {"cited", "claimed"}  # kinds of words that say which question is asked
VAGUE = {"pcg:Project", "pcg:Agreement", "pcg:Event", "v:agreement"}  # types that everyday words name for any of them
COMMON = 15  # engagements in a country with which most of the graph is; titles that have a word, which says little
LEAST_SHARE = 0.6  # of the words of each name that a title has


class Readings(Filters):
    """The readings of texts with the words and names of one document."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        super().__init__(document)
        self.lexicon = Lexicon(document)
        self.titles: dict[str, dict[str, set[str]]] = {role: {} for role in document["titles"]}
        for name, role, value, _ in document["names"]:
            if role in self.titles:
                self.titles[role].setdefault(value, set()).update(self.lexicon.key(name).split())
        self.countries, self.parties, self.terms = (
            {value for _, role, value, _ in document["names"] if role in roles}
            for roles in (("country",), PARTIES, TERMS)
        )
        self.neighbours = {v for _, role, v, uses in document["names"] if role == "country" and uses >= COMMON}
        self.frequency = Counter(word for found in self.titles.values() for words in found.values() for word in words)
        self.visiting = {word for word, found in self.lexicon.phrases.items() if ("word", "visit", WORD, 0) in found}
        self.written: dict[str, list[list[str]]] = {}
        for name, _, value, _ in document["names"]:
            if name.isascii():
                self.written.setdefault(value, []).append(self.lexicon.key(name).split())
        self.wholes: dict[str, str] = {}
        for name, question in document["questions"].items():
            for text in question["texts"][: question["titles"]]:
                self.wholes.setdefault(self._bare(self.lexicon.spans(text, correct=False)), name)

    def _readings(self, spans: list[Span], when: When) -> Iterable[Reading]:
        period = {
            "since": when.first,
            "until": when.last,
            "on": when.as_of or when.first,
            "date": when.as_of or (when.first if when.last == self.document["today"] else when.last),
        }
        guess = self._guess(spans, when)
        for kind, name, alternative in self.document["patterns"]:
            if (found := self._match(kind, name, alternative, spans, when, period, guess)) is not None:
                yield found
        if (found := self._filter(spans, when)) is not None:
            yield found
        every = found or Reading("filter", {"filters": {}, "show": "", "sort": ""}, set())
        yield from self._during(every, spans, when)
        asked = (every.answer, spans, when.used, self.document)
        for answer, parts, bias in (*by_number(*asked, self.parties), *by_whom(*asked)):
            yield Reading("filter", answer, every.used | parts, every.chosen, bias)
        if sides := compared(spans, when, self.titles, self.lexicon.stops):
            answer = {"filters": {"engagement": sides}, "show": "", "sort": "", "count": False}
            named = {i for i, span in enumerate(spans) if span.meanings and not span.words()}
            used = named | {i for i, span in enumerate(spans) if span.words() & {"compare", "and"}}
            yield Reading("filter", answer, used, dict(zip(sorted(named), sides, strict=False)), 0.5)
        yield from self._by_keyword(spans)

    def _match(self, kind: str, name: str, alternative: list[str], spans: list[Span], when: When,
               period: Mapping[str, str], guess: tuple[set[int], list[str]]) -> Reading | None:  # fmt: skip
        clause = self._clause(spans) if "office" in alternative and when.used else len(spans)
        used = set(range(clause, len(spans)))
        barred = {value for item in alternative if item[0] == "!" for value in item[1:].split("/")}
        if any(value in barred for span in spans for _, value, *_ in span.meanings):
            return None
        for item in alternative:
            if item[0] not in "@=*~+!":
                wanted = set(item.split("/"))
                both = {i for i in when.used if " " in spans[i].key and "since" in spans[i].words()}  # news since
                free = set(range(len(spans))) - when.used | both
                found = {i for i in free if spans[i].words() & wanted}
                if not found:
                    return None
                used |= found
        values: dict[str, str] = {}
        chosen: dict[int, str] = {}
        rows: list[str] = []
        rivals: list[str] = []
        types = self._parameters(name) if kind == "catalogue" else {"from": "end", "to": "end", "kind": "kind"}
        bias = 0.4 + 0.1 * sum(item[0] not in "*~!" for item in alternative)
        for item in alternative:
            mark, rest = item[0], item[1:]
            if item == "~date":
                used |= when.used
            elif item == "*date":
                rows += (events := when.events(self.document["claims"]))
                used |= when.used if events else set()
            elif mark == "~":
                used |= {i for i, span in enumerate(spans) if rest in [m[1] for m in span.meanings]}
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
                    i
                    for i, span in enumerate(spans)
                    if i not in chosen and i not in when.used and i < clause and span.names(roles)
                    if not self._is_title(spans, i)
                    if mark not in "@=" or span.names(roles)[0][1] not in values.values()
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
                told = sum(not spans[i].words() for i in guess[0])  # one name may be that of a party
                if rest == "engagement" and not places and len(guess[1]) == 1 and told > 1 and not rows:
                    rows += guess[1]
                    used |= guess[0]
                open_ = [i for i in places if i not in used or spans[i].names(("post",))]
                for i in places[:1] if mark in "@=" else open_:
                    chosen[i] = spans[i].names(roles)[0][1]
                    used.add(i)
                    if mark in "@=":
                        values[rest] = chosen[i]
                    else:
                        rows.append(chosen[i])
        named = set(values.values())  # what is named twice is meant once
        used |= {i for i, span in enumerate(spans) if any(m[1] in named and m[2] == FULL for m in span.meanings)}
        title = set[str]().union(*(found.get(value, ()) for found in self.titles.values() for value in named))
        used |= {i for i, span in enumerate(spans) if title and self._is_within(span, title)}
        if kind == "catalogue":
            answer: dict[str, Any] = {"question": name, "parameters": self._filled(name, values), "rows": rows}
            if len(self.parties.intersection(rows)) > 1 and any("compare" in span.words() for span in spans):
                answer["any"] = True
            return Reading(kind, answer, used, chosen, bias, rivals=rivals)
        if kind in ("path", "compare"):
            ends = self.document["roles"]["end"]
            others = {i: span.names(ends)[0][1] for i, span in enumerate(spans) if i not in used and span.names(ends)}
            if kind == "path" and others and "path_word" not in alternative:  # between two alone
                return None
        if kind == "path":
            return Reading(kind, values, used, chosen, 0.2)
        if kind == "compare":
            chosen |= others
            used |= set(others)
            return Reading(
                "ranking",
                {
                    "measure": "degree",
                    "options": {},
                    "only": list(dict.fromkeys([values["from"], values["to"], *others.values()])),
                },
                used,
                chosen,
                0.5,
            )
        return self._ranking(name, spans, when, used, chosen, values)

    def _is_within(self, span: Span, title: set[str]) -> bool:
        """Return whether a span names a party that stands in a title."""
        parties = [value for _, value, *_ in span.names(PARTIES)[:1]]
        return any(set(way) <= title for value in parties for way in self.written.get(value, ()))

    def _clause(self, spans: list[Span]) -> int:
        """Return where a clause begins that only says when an office was held, such as "when the deal was signed"."""
        start = next((i for i, span in enumerate(spans) if "office" in span.words()), len(spans))
        clauses = (i for i, span in enumerate(spans) if i > start and "when" in span.words() and span.key.isascii())
        return next(clauses, len(spans))

    def _event_day(self, words: set[str], named: Sequence[str] = ()) -> str:
        """Return the last day of a named event, or that of the shortest title with some words, or nothing."""
        if named and named[0] in self.document["days"]:
            return str(self.document["days"][named[0]])
        days, titles = self.document["days"], self.titles["event"]
        found = [
            (len(titles[value]), value) for value in days if words - self.lexicon.stops <= titles.get(value, set())
        ]
        return str(days[min(found)[1]]) if 0 < len(found) <= MOST_RIVALS else ""

    def _guess(self, spans: list[Span], when: When) -> tuple[set[int], list[str]]:
        """Return the spans that together name an engagement by words of its title, and the best such engagements."""
        named = {i for i, span in enumerate(spans) if span.meanings and not span.words() and i not in when.used}
        of_land = [i for i in named if spans[i].names(("country",))]
        is_titled = any(span.names(("type", "form")) for span in spans)
        if of_land and not is_titled and all(i in of_land or spans[i].names(PARTIES) for i in named):
            return named, []  # of a party in a country, everything
        wanted = [ways for i in named if (ways := self._ways(spans[i]))]
        others = [span for i, span in enumerate(spans) if i not in named]
        also = {word for span in others for way, _ in self._ways(span) for word in way}
        told = {word for each in wanted for way, _ in each for word in way}
        found = {
            value: (
                -self._kinds_in(others, words),
                any(word.isascii() for word in words - told),
                -len(words & also),
                len(words),
            )
            for titles in self.titles.values()
            for value, words in titles.items()
            if wanted and all(any(len(way & words) >= least for way, least in each) for each in wanted)
        }
        best = sorted((rank, value) for value, rank in found.items())
        equal = [value for rank, value in best if rank == best[0][0]]
        sectors = [i for i in named if not spans[i].names(PARTIES)]  # of a party in a sector, everything
        is_field = len(named) > len(sectors) == 1 and spans[sectors[0]].names(("sector",))
        is_told = len(found) == 1 or (len(told) > 1 and not is_field)
        if not 0 < len(equal) <= MOST_RIVALS or not is_told:
            return named, []
        own = set().union(*(titles.get(equal[0], set()) for titles in self.titles.values()))
        return named | {i for i, span in enumerate(spans) if set(span.title_words()) <= own}, equal

    def _kinds_in(self, spans: Iterable[Span], title: set[str]) -> int:
        """Return how many kinds of papers or works that some spans name stand in a title, as in "loan for a port"."""
        return sum(any(way <= title for way in self._written(span)) for span in spans if self.is_deciding(span))

    def is_deciding(self, span: Span) -> bool:
        """Return whether a span names a kind of papers or works that says more than "project" or "agreement"."""
        return any(value not in VAGUE for _, value, *_ in span.names(("type", "form"))[:1])

    def _titled(self, spans: list[Span], when: When) -> list[str]:
        """Return the things whose titles have a word of every name and title word of a text, the nearest ones."""
        named = [i for i, span in enumerate(spans) if span.meanings and i not in when.used and not span.words()]
        wanted = [self._written(spans[i]) for i in named]
        found: dict[str, float] = {}
        is_whole = any(m[2] == FULL for i in named for m in spans[i].names(("engagement", "event")))
        has_title = not is_whole and any(spans[i].names((*self.titles, "text")) for i in named)
        for titles in self.titles.values() if len(wanted) > 1 and has_title else ():
            for value, title in titles.items():
                shares = [max((len(each & title) / len(each) for each in ways), default=0) for ways in wanted]
                if min(shares) >= LEAST_SHARE:
                    found[value] = round(sum(shares) - len(title) / 100, 4)
        best = max(found.values(), default=0)
        return sorted(value for value, share in found.items() if share == best)[:MOST_RIVALS]

    def _written(self, span: Span) -> list[set[str]]:
        """Return the words of a span and of the names of what it means."""
        names = (name for _, value, *_ in span.meanings[:2] for name in self.written.get(value, ()))
        ways = [span.title_words(), *names]
        return [words for way in ways if (words := set(way) - self.lexicon.stops)]

    def _ways(self, span: Span) -> list[tuple[set[str], float]]:
        """Return words by which a title names a span, and how many it needs: its own, or most of those of its names."""
        names = [name for _, value, *_ in span.meanings for name in self.written.get(value, ())]
        is_own = span.key.isascii() or span.names(("text",))
        ways = [set(way) - self.lexicon.stops for way in ([span.title_words()] if is_own else names)]
        return [(way, len(way) * (1 if is_own else LEAST_SHARE)) for way in ways if way]

    def _filled(self, name: str, values: Mapping[str, str]) -> dict[str, str]:
        """Return all parameters of a question; a day that the text does not say is today."""
        types = self._parameters(name)
        return {key: values.get(key) or self.document["today"] for key in types}

    def _parameters(self, name: str) -> dict[str, str]:
        parameters: dict[str, str] = self.document["questions"][name]["parameters"]
        return parameters

    def _ranking(self, measure: str, spans: list[Span], when: When, used: set[int], chosen: dict[int, str],
                 options: dict[str, str]) -> Reading:  # fmt: skip
        kinds = {i for i, span in enumerate(spans) if span.names(("kind",))}
        order = sorted(
            range(len(spans)), key=lambda i: i + 1 not in kinds
        )  # a country before a kind is that of the kind
        for role in ("sector", "kind", "country", "status"):
            for i, span in ((i, spans[i]) for i in order):
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
        acts = any(spans[i].words() & ACTS for i in reading.used)
        asks_office = reading.kind == "catalogue" and any("office" in spans[i].words() for i in reading.used)
        takes_dates = bool(when.as_of) or reading.kind == "ranking" or "months" in reading.answer.get("filters", ())
        if takes_dates:
            reading.used |= when.used
        for i, span in enumerate(spans):
            if not span.meanings:
                continue
            words = span.words()
            kind = "word" if words else "text" if span.meanings[0][0] == "text" else "name"
            if all(role in ("number", "month", "decade") for role, *_ in span.meanings):
                kind = "weak"
            is_used = i in reading.used
            is_title = self._is_title(spans, i) or (acts and "office" in words)
            if i in when.used:
                kind = "date"
            elif (words and words <= weak) or (not is_used and (words & IDLE or is_title)):
                kind = "weak"
            elif words & DECISIVE or (asks_office and not is_used and words & ACTS):
                kind = "name"
            score += weights[kind][0] if is_used else -weights[kind][1]
            score += CHOSEN if kind == "weak" and i in reading.chosen else 0
        reading.score = round(score, 2)
        if when.as_of:
            reading.answer["as_of"] = when.as_of
        if reading.kind == "filter":
            reading.answer["address"] = self.address(reading.answer)
        return reading

    def _bare(self, spans: list[Span]) -> str:
        return "|".join(span.key for span in spans if "stop" not in span.words())
