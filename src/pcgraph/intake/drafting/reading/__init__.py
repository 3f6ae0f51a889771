"""A text with all that was found in it, and what the clause of a verb says: dates, numbers, kind and place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from pcgraph.intake.drafting.reading import clauses
from pcgraph.intake.drafting.reading.date_clauses import belongs
from pcgraph.intake.drafting.reading.dates import Found, date_words, find_dates, source_day
from pcgraph.intake.drafting.reading.mentions import find_mentions, mask
from pcgraph.intake.drafting.reading.money import Amount, find_money, find_quantities
from pcgraph.intake.drafting.reading.names import Mention, Register
from pcgraph.intake.drafting.reading.slots import Placed
from pcgraph.intake.drafting.reading.values import Engagement, Value
from pcgraph.intake.drafting.words.hits import Hit
from pcgraph.intake.drafting.words.triggers import Triggers
from pcgraph.model.namespaces import local

LEAD = 30  # characters at the head of a sentence whose date holds for all of it
NEAR = 260  # characters after an engagement in which a sentence may say more about it
COUNTED = ("TrainingProgramme", "Project", "Centre", "Initiative", "Grant", "Agreement", "Event")
DONE = ("signed", "under-way", "operational", "completed", "discussed", "suspended", "cancelled", "expired")
STOPPED = ("suspended", "cancelled", "expired")
FOR_A_TIME = ("Agreement", "Loan", "Grant", "Funding", "TrainingProgramme", "Initiative")
DAYS = ("Event", "Talks", "Visit")  # what takes place on some days, and has no start of its own
PLACED = ("in", "at", "near")
_SAME_DAY = re.compile(r"\bsame day\b")
_DATELINE = re.compile(r"^[ \t]*[A-Z][^\n;:]{2,70}?\s?(?:—|–|--|-|:)[ \t]+(?=[^\Wa-z_])", re.MULTILINE)
_FIRST_PART = re.compile(
    r"(?:(?:The|An?)\s(?:first|initial|third|quarter|part)|Half|Part|Some)\s[^.;¤]{0,40}\s"
    r"(?:was|were|has been|have been)\s(?P<paid>paid|disbursed|released|transferred)"
)
_TO_START = re.compile(
    r"\b(?:(?:start|begin|commence|from|open|launch)\w*|(?:enters?|comes?) into (?:force|effect)|takes? effect)"
    r"\s(?:work\s)?(?:in |on |from )?$"
)
_LEARNERS = re.compile(r"\b[a-z-]+(?:ers|ors|ists|ians|men|women|ees|smiths)\b")
_RELATIVE = re.compile(r",\s(?:which|who|whose|where)\b")


@dataclass(frozen=True)
class Knowledge:
    """What a draft takes from a graph."""

    register: Register
    units: Mapping[str, str] = field(default_factory=dict)  # words of a unit, in lower case → slug of its concept
    countries: Mapping[str, str] = field(default_factory=dict)  # slug of a country → its ISO 3166 code
    governments: Mapping[str, str] = field(default_factory=dict)  # slug of a country → slug of its government
    # Slug of a person → slug of the organisation for which the person acts
    employers: Mapping[str, str] = field(default_factory=dict)

    def country_codes(self, slugs: Iterable[str | None]) -> set[str]:
        """Return the ISO 3166 codes of countries that a text names, and of those of its parties."""
        named = {slug for slug in slugs if slug}
        things = (self.register.by_slug.get(slug) for slug in named)
        homes = {local(thing.country) for thing in things if thing and thing.country}
        return {self.countries[slug] for slug in {*named, *homes} if slug in self.countries}


def _is_dateline(text: str) -> bool:
    """Return whether the head of a line is a place and a date, as agencies write them."""
    return (
        bool(re.match(r"\s*[A-Z]{3}[A-Z ]*[,:\s(]", text) or find_dates(text, date(2000, 1, 1)))
        and len(text.split()) <= 9
    )


def _inside(at: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


class Reading:
    """A text with its mentions, dates, sums and numbers, and the engagements that were found so far."""

    def __init__(self, text: str, knowledge: Knowledge, day: date | None, words: Triggers) -> None:
        self.text, self.knowledge, self.words = text, knowledge, words
        self.day = day or source_day(text)
        lines = [match.span() for match in _DATELINE.finditer(text) if _is_dateline(match[0])]
        self.mentions = [
            each for each in find_mentions(text, knowledge.register, words) if not _inside(each.start, lines)
        ]
        self.dates = [
            each
            for each in find_dates(text, self.day)
            if not _inside(each.start, [*lines, *((name.start, name.end) for name in self.mentions)])
        ]
        spans = [(each.start, each.end) for each in self.mentions]
        self.named = mask(text, spans)
        self.hidden = mask(self.named, date_words(self.named), "§")
        self.sums = find_money(self.named, knowledge.country_codes(each.slug for each in self.mentions))
        units = {**knowledge.units, **{word.lower(): slug for slug, said in words.units.items() for word in said}}
        taken = [(each.start, each.end) for each in self.sums]
        self.numbers = list(find_quantities(mask(self.hidden, taken), units))
        learners = dict.fromkeys(_LEARNERS.findall(self.hidden), "people") | units
        self.learners = list(find_quantities(mask(self.hidden, taken), learners))  # also of trainees of any name
        self.found: list[Engagement] = []  # in the order of the text
        self.where: list[tuple[int, int, str]] = []  # clause of each, and the kind of its sentence
        self.opened = -1  # where the latest sentence with a trigger begins that opens a list

    def within(self, start: int, end: int) -> list[Mention]:
        """Return the mentions in a part of the text."""
        return [each for each in self.mentions if start <= each.start and each.end <= end]

    def add_dates(
        self, made: Engagement, hit: Hit, sentence: clauses.Sentence, status: str, *, acted: bool = False
    ) -> None:
        """Add the date of the status, and dates that are still to come."""
        mine = [
            each
            for each in self.dates
            if sentence.start <= each.start < sentence.end
            and not hit.aside[0] <= each.start < hit.aside[1]
            and not self._said(each, hit)
            and belongs(self.hidden, sentence.start, each, hit, self.words)
        ]
        here = [each for each in mine if hit.first <= each.start < hit.last]
        if not here:
            lead = [each for each in mine if each.start < hit.first and each.start - sentence.start < LEAD]
            here = lead[:1]
        if not here:
            here = self._same_day(hit)
        if not here and sentence.intro and self.opened == sentence.intro[0]:
            here = [each for each in self.dates if sentence.intro[0] <= each.start < sentence.intro[1]]
        past = [each for each in here if each.how in ("at", "since") and not each.after(self.day)]
        past = [each for each in past if not _RELATIVE.search(self.hidden[hit.end : max(hit.end, each.start)])]
        future = [each for each in here if each.after(self.day) or each.how in ("by", "until")]
        if status in ("completed", "operational") and not hit.present:
            future = []  # but "signed a contract to open a school in 2027"
        if self.words.caution["interest"].search(self.hidden, sentence.start, sentence.end):
            future = []  # "If Acme signs, work begins in October"
        if (acted or status in DONE) and past:
            best = min(past, key=lambda each: self._far(each, hit))
            made.add("date", Value(best.edtf, best.start, best.end, best.rule))
        for each in future:
            starts = each.how == "since" or _TO_START.search(self.hidden[max(0, each.start - 24) : each.start])
            ends = each.how == "until" and made.kind in FOR_A_TIME
            name = "starts" if starts and made.kind not in DAYS else "ends" if ends else "expected"
            if name not in made.fields:
                made.add(name, Value(each.edtf, each.start, each.end, each.rule))

    def comes(self, hit: Hit) -> bool:
        """Return whether a clause has a date that is still to come, as in "begins on 1 September"."""
        return any(
            hit.first <= each.start < hit.last
            and each.after(self.day)
            and each.how != "until"
            and "," not in self.hidden[hit.end : each.start]
            for each in self.dates
        )

    def _said(self, found: Found, hit: Hit) -> bool:
        """Return whether a date only says when somebody spoke: "they announced on Wednesday"."""
        before = self.hidden[max(0, found.start - 60) : found.start]
        lead = re.search(rf"{self.words.reporting.pattern}[^,;.]{{0,36}}$", before)
        some = r"(?:[\w¤’'-]+\s){0,8}?" if found.end <= hit.start else ""  # "On Tuesday, Acme told investors that"
        return bool(lead and not re.search(r"\bthat\b", lead[0])) or bool(
            re.match(rf",?\s{some}{self.words.reporting.pattern}", self.hidden[found.end : found.end + 120])
        )

    def _same_day(self, hit: Hit) -> list[Found]:
        """Return the date that "on the same day" means."""
        match = _SAME_DAY.search(self.hidden, hit.first, hit.last)
        before = [each for engagement in self.found for each in engagement.fields.get("date", ())] if match else []
        if not match or not before:
            return []
        edtf = str(before[-1].value)
        return [Found(*match.span(), edtf, "at", "date:same-day")]

    def _far(self, found: Found, hit: Hit) -> int:
        """Return the distance of a date from a verb; what stands between commas of another clause is farther."""
        between = self.hidden[hit.end : found.start] if found.start > hit.end else self.hidden[found.end : hit.start]
        return len(between) + 60 * len(re.findall(r"[;]|,\s(?:which|who|where)|\bsaid\b|\bannounced\b", between))

    def add_kind(self, made: Engagement, hit: Hit) -> None:
        """Add what the text calls an instrument."""
        if made.kind != "Agreement" or hit.noun is None:
            return
        assert hit.noun is not None  # noqa: S101 - tested above
        after = self.hidden[hit.noun[0] : min(hit.noun[1] + 1, hit.last)]
        for slug, pattern in self.words.kinds.items():
            if match := pattern.search(after):
                start = hit.noun[0] + match.start()
                made.add("kind", Value(slug, start, start + len(match[0]), self.words.rule("kinds")))
                return

    def add_numbers(self, made: Engagement, hit: Hit) -> None:
        """Add the first sum and the first count of the clause."""
        for each in self.sums:
            if hit.first <= each.start < hit.last:
                _add_sum(made, each)
                break
        wanted = hit.verb.more.get("counts")
        numbers = self.learners if made.kind == "TrainingProgramme" else self.numbers
        for each in numbers if made.kind in COUNTED else ():
            if hit.first <= each.start < hit.last and (not wanted or each.unit in wanted):
                made.add("quantity", Value(each.value, each.start, each.end, "number", None, each.qualifier))
                made.add("quantityOf", Value(each.unit, each.unit_start, each.unit_end, "unit"))
                break

    def add_place(self, made: Engagement, placed: list[Placed]) -> None:
        """Add the first place that is not only that of another name."""
        for each in placed:
            place = each.mention
            fits = (
                each.slot in PLACED
                or (each.slot == "subject" and made.kind == "Event")
                or (each.slot == "to" and made.kind == "Visit")
            )
            if place.group == "place" and fits and place.slug and place.kind != "Country":
                made.add("place", Value(place.slug, place.start, place.end, place.rule))
                return

    def add_to_last(self, sentence: clauses.Sentence) -> None:
        """Add a sum or a date to come, if a sentence such as "The loan of …" only says more about the one before."""
        if not self.found or not re.match(
            r"(?:The|This|It|Its|Their|Both|Works?|Construction|Deliver(?:y|ies)|Production|Completion)\b",
            self.text[sentence.start :],
        ):
            return
        if sentence.start - self.where[-1][1] > NEAR:
            return
        if self.pays_part(sentence):
            self._begin(sentence)
            return
        head = self.hidden[sentence.start : sentence.start + 60]
        about = [noun for noun in self.words.nouns.values() if noun.class_ == self.found[-1].kind]
        own = re.match(r"(?:It|Works?|Construction|Deliver(?:y|ies)|Production|Completion)\b", head) or any(
            noun.pattern.search(head) for noun in about
        )
        if not own and "\n" in self.text[self.where[-1][1] : sentence.start]:
            return  # another paragraph
        for each in self.sums:
            if sentence.start <= each.start < sentence.end and "amount" not in self.found[-1].fields:
                worth = re.search(
                    r"\b(?:worth|value[ds]?|costs?|paid|amounts?|totals?|price)\b",
                    self.hidden[sentence.start : sentence.end],
                )
                if worth or (self.found[-1].kind != "Project" and any(noun.pattern.search(head) for noun in about)):
                    _add_sum(self.found[-1], each)
                return

    def pays_part(self, sentence: clauses.Sentence) -> bool:
        """Return whether a sentence says that a part of the money before it was paid: "The first part was paid"."""
        money = self.found and self.found[-1].kind in ("Loan", "Grant", "Funding")
        return bool(money and _FIRST_PART.match(self.hidden, sentence.start))

    def _begin(self, sentence: clauses.Sentence) -> None:
        """Let money be under way of which a first part was paid."""
        last = self.found[-1]
        match = _FIRST_PART.match(self.hidden, sentence.start)
        assert match is not None  # noqa: S101 - the caller looked
        last.fields.pop("date", None)
        last.fields["status"] = [Value("under-way", *match.span("paid"), "first-part")]


def _add_sum(made: Engagement, money: Amount) -> None:
    made.add("amount", Value(money.value, money.start, money.end, "money", None, money.qualifier))
    made.add("currency", Value(money.unit, money.unit_start, money.unit_end, "money"))
