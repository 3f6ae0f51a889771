"""The filter of everything that a text names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from pcgraph.query.questions.question_box.beside import FACETS, is_visited
from pcgraph.query.questions.question_box.described import PARTIES, Described
from pcgraph.query.questions.question_box.periods import When
from pcgraph.query.questions.question_box.reading import Reading
from pcgraph.query.questions.question_box.words import FULL, HAN, Span

# kinds of names with a page of their own
SHOWN = ("agent", "person", "group", "event", "engagement", "thing", "source")
IN_FILTER = (*FACETS, *SHOWN, "post", "text", "excluded")
OPEN = {"plan", "unfinished", "no_later"}  # kinds of words that ask for what is not done
SILENT = -1.5  # what a filter of a period loses if the text asks what was silent
LED = 1  # what a filter adds if it says where visits lead
SIGNED = {"sign", "agreement", "outcome"}  # kinds of words that ask what was signed


class Filters(Described):
    """The filters of texts with the words and names of one document."""

    frequency: Counter[str]  # word of titles → titles that have it
    parties: set[str]
    titles: dict[str, dict[str, set[str]]]  # kind of names → thing → words of its titles
    visiting: set[str]  # words of titles that say that somebody visits
    written: dict[str, list[list[str]]]  # thing → the words of each of its Latin names

    def _filter(self, spans: list[Span], when: When, without: Sequence[str] = ()) -> Reading | None:
        filters: dict[str, list[str]] = {}
        used: set[int] = set()
        chosen: dict[int, str] = {}
        sort = ""

        def add(group: str, values: Iterable[str]) -> None:
            if group == "promise" and group in filters:  # promised, and not delivered
                filters[group] = [value for value in filters[group] if value in values]
            else:
                filters[group] = [*filters.get(group, []), *(v for v in values if v not in filters.get(group, []))]

        sets = {self.document["sets"].get(m[1]) for span in spans for m in span.names(("status",))}
        has_ended = any("stopped" in span.words() for span in spans)
        is_open = has_ended or bool(sets & {"stopped", "announced"}) or any(span.words() & OPEN for span in spans)
        has_subject = any(span.names((*PARTIES, "place", "sector")) for span in spans)
        terms = {m[1] for span in spans for m in span.names(FACETS)[:1]}
        has_work = any(m[2] == FULL for span in spans for m in span.names(("engagement",))[:1])
        for i, span in enumerate(spans):
            words = span.words() if i not in when.used else set()
            names = [] if i in when.used or self._is_title(spans, i) else span.names(IN_FILTER)
            order = next((self.document["sort"][word] for word in self.document["sort"] if word in words), "")
            if order:
                sort = sort or order
                used.add(i)
            elif names:
                role, value, *_ = names[0]
                if role in without or f"{role} {value}" in without:
                    continue
                is_any = ((has_ended or "stopped" in sets) and "agreement" in words) or (
                    has_subject and "in_which" in words
                )
                is_any = is_any or (is_open and "project" in words)
                if is_any and role == "type":  # "deals called off" or the activities of a party are of any type
                    used.add(i)
                    continue
                if role == "text":
                    add("text", [value])
                elif "project" in words and (has_subject or sets):  # in everyday words more than the class of that name
                    add(role, self.document["wide"].get(value, [value]))
                    chosen[i] = value
                elif role == "excluded":
                    group = self.roles[value[1:]]
                    add("near" if group in PARTIES else group, [value])
                    chosen[i] = value
                else:
                    add("near" if role in (*PARTIES, "post") else role, [value])
                    chosen[i] = value
                used.add(i)
            elif word := next((word for word in self.document["filter"] if word in words), ""):
                if self.document["filter"][word][:1] in [[group] for group in without]:
                    continue
                for group, *values in [self.document["filter"][word]] if self.document["filter"][word] else []:
                    if has_work and word == "money":
                        sort = sort or "money"
                    elif terms.isdisjoint(values):  # loans have sums
                        add(group, values)
                used.add(i)
            elif "many" in words:
                used.add(i)
        country = filters.get("country", [])
        is_visit = any("visit" in spans[i].words() for i in used)
        has_visitor = any(spans[i].names(("person", "post")) for i in chosen)
        visited = [value for i, value in chosen.items() if value in country and is_visited(spans, i)]
        is_led = is_visit and len(visited) == 1
        if is_led or (is_visit and has_visitor and len(country) == 1):  # where somebody went, whoever was met
            place = visited[0] if is_led else country[0]
            filters["country"] = [value for value in country if value != place]
            filters = {group: values for group, values in filters.items() if values}
            add("place", [place])
        if (when.first or when.last) and "months" not in without:
            filters["months"] = [when.first[:7] or "1950-01", (when.last or self.document["today"])[:7]]
        persons = [i for i, span in enumerate(spans) if "person_word" in span.words() and span.key in self.frequency]
        if not filters and not sort and not when.used and persons and not without:  # such as girls
            add("text", [spans[persons[0]].key])
            used.add(persons[0])
        if not filters and not sort and not when.used:
            return None
        is_either = any("or" in span.words() for span in spans)
        if is_either and sets & {*filters.get("set", ())}:  # cancelled or suspended
            filters.pop("status", None)
        if filters and all(value[0] == "-" for values in filters.values() for value in values):  # all but one
            return None
        count = any("many" in span.words() for span in spans)
        shown = [value for group in ("near", *SHOWN) for value in filters.get(group, [])]
        is_excluding = any(value[0] == "-" for value in shown)
        alone = len(shown) == 1 and len(filters) == 1 and not sort and not count and len(chosen) == 1
        alone = alone and "thing" not in filters and not is_excluding  # of a work, what was agreed and done about it
        show = shown[0] if alone else ""
        answer = {"filters": {} if show else filters, "show": show, "sort": sort, "count": count}
        if is_either and any(len(filters.get(group, ())) > 1 for group in ("near", "country")):
            answer["any"] = True
        is_silent = "months" in filters and "silent" in filters.get("mark", ())  # silent since a day is no period
        return Reading("filter", answer, used, chosen, 0 if show else SILENT if is_silent else LED if is_led else -0.5)

    def _during(self, found: Reading, spans: list[Span], when: When) -> Iterable[Reading]:
        """Yield what was signed during the visits of a person, which the titles of the visits name."""
        asked = {i: span.words() for i, span in enumerate(spans) if i not in when.used}
        words, filters = set[str]().union(*asked.values()), found.answer["filters"]
        persons = [value for value in filters.get("near", ()) if self.roles.get(value) == "person"]
        if len(persons) != 1 or "visit" not in words or not words & SIGNED:
            return
        ways = [set(way) for way in self.written.get(persons[0], ())]
        years = (when.first[:4] or "0000", when.last[:4] or "9999")
        visits = [
            value
            for value, title in self.titles["event"].items()
            if title & self.visiting and any(way <= title for way in ways)
            if all(years[0] <= word <= years[1] for word in title if word.isdigit() and len(word) == len(years[0]))
        ]
        visit = self.document["filter"]["visit"][1:]
        rest = {"type": [value for value in filters.get("type", ()) if value not in visit]}
        rest |= {group: filters.get(group, []) for group in ("form", "sector", "text")}
        rest |= {} if rest["type"] or rest["form"] else {"status": filters.get("status", [])}
        rest = {group: values for group, values in rest.items() if values}
        if visits and (rest or "outcome" in words):
            used = found.used | when.used | {i for i, kinds in asked.items() if kinds & SIGNED}
            answer = {**found.answer, "filters": {"event": visits, **rest}, "show": ""}
            yield Reading("filter", answer, used, found.chosen, 0.5)

    def _is_title(self, spans: list[Span], i: int) -> bool:
        """Return whether a span is an office beside its person, such as an ambassador, which need not be asked for."""
        beside = spans[i + 1 : i + 2] if not re.match(f"[{HAN}]", spans[i].key) else spans[max(i - 1, 0) : i]
        return "office" in spans[i].words() and any(each.names(("person",)) for each in beside)
