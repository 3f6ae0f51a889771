"""Drafts the engagements of a text: clauses with a trigger, their parties, dates, sums and statuses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from pcgraph.intake.drafting import merging
from pcgraph.intake.drafting.party_lists import lenders, parties_of_item
from pcgraph.intake.drafting.reading import NEAR, STOPPED, Knowledge, Reading, clauses
from pcgraph.intake.drafting.reading.names import Mention
from pcgraph.intake.drafting.reading.slots import Placed, place_mentions
from pcgraph.intake.drafting.reading.values import UNNAMED, Engagement, Value
from pcgraph.intake.drafting.subjects import NAMED, Subjects
from pcgraph.intake.drafting.words.caution import cautious
from pcgraph.intake.drafting.words.hits import PROSPECTIVE, Hit, find_hits
from pcgraph.intake.drafting.words.triggers import Triggers, triggers
from pcgraph.intake.drafting.words.verbs import weaker

LEAD = 200  # characters before a noun that are searched for what makes it a new one
SHORT = 16  # words of a sentence that may take back the one before
FINAL = ("suspended", "cancelled", "expired", "operational", "completed")
_DENIAL = re.compile(
    r"(?:It|They|He|She|That|This|Neither)(?:\s\w+)?\s(?:has|have|had|did|is|was|are|were)(?:\snot|n[’']t)(?:\s(?:so|true|happened))?\."
)
_STILL = re.compile(r"\b(?:still|yet)\b")
ACTING = ("signatory", "discussant", "funder", "recipient", "visitor", "host")  # roles of a country's government
_DEFINITE = re.compile(r"\W*(?:The|This|These|That|Its|Their)\s(?!¤)")
_BEFORE = re.compile(r"\bhad (?!been\b)|\?")  # tells of an earlier time, or asks
_NAME = re.compile(r"[a-z,] [A-Z][a-z]+")
_NEW = re.compile(r"\b(?:an?|another|other|new|further|also)\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)
_GOES_ON = re.compile(r"\b(?:with|to|for|from|by)(?:\s[a-z-]+){0,4}:?\s*$")  # the next words are its object


def draft(text: str, knowledge: Knowledge, day: date | None = None) -> list[Engagement]:
    """Return the engagements that a text reports, in its order."""
    return _Reader(text, knowledge, day, triggers()).read()


def mentioned(text: str, knowledge: Knowledge, day: date | None = None) -> Engagement:
    """Return the names, dates and sums of a text, also in languages of which no verbs are read."""
    reading, made = Reading(text, knowledge, day, triggers()), Engagement("")
    made.add("name", *(Value(each.slug, each.start, each.end, each.rule) for each in reading.mentions if each.slug))
    made.add("date", *(Value(each.edtf, each.start, each.end, each.rule) for each in reading.dates))
    for each in reading.sums:
        made.add("sum", Value(f"{each.value} {each.unit}", each.start, each.end, "money", None, each.qualifier))
    return made


class _Reader(Subjects):
    """Reads one text."""

    def __init__(self, text: str, knowledge: Knowledge, day: date | None, words: Triggers) -> None:
        super().__init__(text, knowledge, day, words)

    def read(self) -> list[Engagement]:
        """Return the engagements, with those that say the same as one."""
        opening: tuple[Hit, list[Placed]] | None = None
        before = 0  # engagements before the sentence before
        for sentence in clauses.sentences(self.text):
            if sentence.kind == "item":  # "they" may be those of any line above
                self.previous, self.prior_subject, self.pair = [], [], []
            last = [
                each.kind
                for each, (_, end, kind) in zip(self.found, self.where, strict=True)
                if kind != "heading" and sentence.start - end <= NEAR
            ][::-1]
            heading = sentence.kind == "heading"
            hits = find_hits(self.hidden, sentence.start, sentence.end, self.words, heading=heading, last=last)
            if sentence.kind == "item" and not hits and opening:
                self._item(sentence, opening)
                continue
            number, read = len(self.found), None
            self.last_subject = []
            if not hits:
                self._nominal(sentence)
            for hit in hits:
                read = (hit, self._clause(hit, sentence))
            if sentence.kind not in ("item", "rest"):
                opening = read
                self.opened = sentence.start if read else -1
            self._drop_opening(sentence, number)
            if before < number == len(self.found) and self._undoes(sentence, hits):
                del self.found[before:], self.where[before:]
                number = before
            if len(self.found) == number:
                self.add_to_last(sentence)
            before = number
            if here := [each for each in self.within(sentence.start, sentence.end) if each.group in NAMED]:
                self.previous, self.prior_subject = here, self.last_subject
        return merging.merge(self.found, self.where)

    def _undoes(self, sentence: clauses.Sentence, hits: list[Hit]) -> bool:
        """Return whether a short sentence takes back the one before: "It has not.", "Nothing came of it."."""
        start, end = sentence.start, sentence.end
        stops = any(each.status and each.verb.more.get("unmade") for each in hits)
        if self.found[-1].kind == "Talks" or self.found[-1].first("status") in STOPPED:
            return False  # it is said of their subject, or says why
        if _DENIAL.fullmatch(self.text, start, end) or self.words.caution["ended"].search(self.hidden, start, end):
            return True
        named = any(each.group in NAMED and each.rule != "register:back" for each in self.within(start, end))
        named = named or bool(_NAME.search(self.hidden, start, end))
        words = self.hidden[start:end].split()
        short = len(words) <= SHORT and not named and not _BEFORE.search(self.hidden, start, end)
        return short and (stops or bool(self.words.caution["undone"].search(self.hidden, start, end)))

    def _drop_opening(self, sentence: clauses.Sentence, number: int) -> None:
        """Drop what only opens a list, "Acme signed contracts with:", and names one party."""
        if sentence.kind != "item" and self.text[sentence.end - 1] == ":":
            for at in reversed(range(number, len(self.found))):
                if len(merging.parties(self.found[at])) < 2:
                    del self.found[at], self.where[at]

    def _clause(self, hit: Hit, sentence: clauses.Sentence) -> list[Placed]:
        """Draft the engagement of one clause, and return its mentions with their places."""
        placed = place_mentions(self.hidden, hit, self.mentions, self.words)
        placed = self.with_subject(hit, placed, sentence)
        if hit.status is None or (self._update(hit, placed, sentence)):
            return placed
        for each in self._one_each(hit, placed):
            made = self._engagement(hit, each, sentence)
            if made:
                self.remember(made)
                self.found.append(made)
                self.where.append((hit.first, hit.last, sentence.kind))
        return placed

    def _update(self, hit: Hit, placed: list[Placed], sentence: clauses.Sentence) -> bool:
        """Add to an engagement before what a clause says of it: "It expired in May". Return whether it says so."""
        own = [each.mention for each in placed if hit.first <= each.mention.start]
        agents = [each for each in own if each.group == "agent" and each.rule != "register:back"]
        continued = hit.inherits == "name" and (hit.verb.name == "operate" or hit.kind == "Event")
        ended = ((bool(hit.verb.more.get("unmade")) and not agents) or continued) and not hit.update
        at = next((at for at in reversed(range(len(self.found))) if self.found[at].kind == hit.kind), None)
        if at is None or not (hit.update or ended):
            return False
        if ended and not (hit.inherits and self.where[at][0] >= sentence.start):
            return False
        last = self.found[at]
        built = hit.passive and hit.status == "completed" and last.first("status") == "operational"
        if built and not {each.slug for each in agents} & merging.parties(last):
            return True  # "The plant was built by Acme", of a plant that another one opened
        if hit.status == "signed" and last.first("status") in ("discussed", "interest", "planned", "completed"):
            last.fields.pop("date", None)  # signed at last; and what was "granted" is perhaps only signed
            last.fields["status"] = [Value(hit.status, *hit.status_span, self.words.rule(hit.verb.name))]
        if hit.verb.status_of(hit.kind) in FINAL or last.first("status") == hit.status:
            more = Engagement(hit.kind)
            self.add_dates(more, hit, sentence, str(hit.status), acted=hit.acted)
            if last.first("status") != hit.status:
                for name in ("date", "expected", "starts"):
                    last.fields.pop(name, None)
                last.fields["status"] = [Value(hit.status, *hit.status_span, self.words.rule(hit.verb.name))]
            for name, values in more.fields.items():
                if name not in last.fields:
                    last.add(name, *values)
        elif (
            hit.status in PROSPECTIVE
            and last.first("status") == "signed"
            and _STILL.search(self.hidden, hit.first, hit.end)
        ):
            last.fields.pop("date", None)
            last.fields["status"] = [Value(hit.status, *hit.status_span, self.words.rule(hit.verb.name))]
        for role, value in self._parties(hit, placed, self.words.roles_of(hit.verb, hit.kind)) if hit.update else ():
            if len(last.fields.get(role, ())) < 2 or role in ("organizer", "host", "attendee"):
                last.add(role, value)
        if "place" not in last.fields:
            self.add_place(last, placed)
        self.add_numbers(last, hit)
        return True

    def _one_each(self, hit: Hit, placed: list[Placed]) -> Iterator[list[Placed]]:
        """Yield the mentions of each engagement: of "signed agreements with A and B", one with each."""
        self.last_subject = [each.mention for each in placed if each.slot == "subject"] or self.last_subject
        partners = [each for each in placed if each.slot == "with"]
        words = self.hidden[hit.end : hit.last] if not hit.passive else self.hidden[hit.first : hit.last]
        if hit.kind != "Agreement" or not (self.words.plural.search(words)):
            yield placed
        elif len(partners) > 1:
            for partner in partners:
                yield [each for each in placed if each.slot != "with" or each is partner]
        elif partners or not self.words.many.search(words):
            yield placed

    def _engagement(self, hit: Hit, placed: list[Placed], sentence: clauses.Sentence) -> Engagement | None:
        made = Engagement(hit.kind)
        roles = self.words.roles_of(hit.verb, hit.kind)
        for name, value in self._parties(hit, placed, roles):
            made.add(name, value)
        lenders(made, hit, self.knowledge.register)
        parties = sum(len(values) for values in made.fields.values())
        status = str(hit.status)
        span = self.hidden[hit.first : hit.last]
        for changed, pattern in self.words.conditions.items():
            if status == "completed" and pattern.search(span):
                status = changed
        made.add("status", Value(status, *hit.status_span, self.words.rule(hit.verb.name)))
        self.add_dates(made, hit, sentence, status, acted=hit.acted and status == "planned")
        if hit.present and status not in PROSPECTIVE and self.comes(hit):
            if (weak := weaker("planned", status)) is None:
                return None
            made.fields["status"] = [replace(made.fields["status"][0], value=weak)]  # "begins on 1 September"
        self.add_kind(made, hit)
        self.add_numbers(made, hit)
        self.add_place(made, placed)
        known = {"date", "expected", "place", *(("quantity",) if status == "planned" else ())} & set(made.fields)
        if not parties and not (known and hit.kind in ("Event", "TrainingProgramme", "Centre", "Project")):
            return None
        enough = 1 if "or-quantity" in hit.verb.more and {"quantity", "expected"} & set(made.fields) else 2
        if parties < min(enough, int(hit.verb.more.get("parties", 0))):
            return None
        if status == "completed" and hit.passive and "date" not in made.fields and _DEFINITE.match(span):
            return None  # "The plant was built by Acme" only describes the plant
        if hit.kind == "Visit" and not {"host", "place"} & set(made.fields):
            return None
        if hit.verb.more.get("money") and "amount" not in made.fields:
            return None
        if hit.verb.more.get("counts") and hit.noun is None and not {"quantity", "trainee"} & set(made.fields):
            return None
        return made

    def _parties(self, hit: Hit, placed: list[Placed], roles: Mapping[str, str]) -> Iterator[tuple[str, Value]]:
        """Yield the parties, each with its role."""
        people: list[tuple[str, Value]] = []
        named = False
        signs = any(each.mention.kind == "Person" and each.slot == "subject" for each in placed)
        for each in placed:
            slot = "by" if each.slot == "for" and signs and hit.kind == "Agreement" else each.slot
            role = roles.get(self._slot(hit, slot, roles))
            if role is None or (slot == "in" and each.mention.kind == "Country"):
                continue
            value = self._party(each.mention, role)
            if value is None:
                continue
            if each.mention.kind == "Person":
                people.append((role, value))
                continue
            named = True
            yield role, value
        if not named:
            yield from people

    @staticmethod
    def _slot(hit: Hit, slot: str, roles: Mapping[str, str]) -> str:
        """Return the place that a mention would have in the active voice."""
        if hit.passive and slot == "subject":
            return "object" if "object" in roles else "none"
        return slot

    def _party(self, mention: Mention, role: str) -> Value | None:
        slug, rule = mention.slug, mention.rule
        if mention.group == "unnamed":
            return Value(UNNAMED, mention.start, mention.end, rule)
        if mention.group == "unknown":
            start, end = mention.spelt or (mention.start, mention.end)
            return Value(None, start, end, rule, self.text[start:end])
        if mention.kind == "Country":
            slug = self.knowledge.governments.get(str(slug)) if role in ACTING else None
            rule = "register:government"
        elif mention.kind == "Person" and slug and slug in self.knowledge.employers:
            slug, rule = self.knowledge.employers[slug], "register:office"
        elif mention.group != "agent" or (mention.kind == "Group" and role == "trainee"):
            return None
        return Value(slug, mention.start, mention.end, rule) if slug else None

    def _item(self, sentence: clauses.Sentence, opening: tuple[Hit, list[Placed]]) -> None:
        """Draft the engagement of an item without a verb: it has that of the sentence that opens the list."""
        hit, placed = opening
        if sentence.intro is None or hit.first < sentence.intro[0] or self.text[sentence.intro[1] - 1] != ":":
            return  # the sentence before opens no list
        here = self.within(sentence.start, sentence.end)
        own = self.words.nouns["instrument"].pattern.search(self.hidden, sentence.start, sentence.end)
        loan = self.words.nouns["loan"].pattern.match(self.hidden, sentence.start)
        start, kind = sentence.start, "Loan" if loan and hit.kind == "Agreement" else hit.kind
        item = replace(hit, first=start, last=sentence.end, start=start, end=start, kind=kind, passive=False)
        item.noun = own.span() if own and kind == "Agreement" else hit.noun
        slots = [Placed(each, "with") for each in parties_of_item(self.hidden, here)]
        if kind == "Loan" and slots:  # "Loan: Acme to Borealis"
            slots[0] = Placed(slots[0].mention, "from")
        subject = [each for each in placed if each.slot in ("subject", "between") and each.mention.group == "agent"]
        places = [Placed(each, "in") for each in here if each.group == "place"]
        if hit.status is None or not slots:
            return
        lead = self.hidden[start : slots[0].mention.start]
        goes_on = _GOES_ON.search(self.hidden[slice(*sentence.intro)]) or (own and _GOES_ON.search(lead))
        if subject and not goes_on and len(slots) == 1:
            return  # "ZQX and Acme": who ZQX is, is unknown
        if not goes_on or (len(slots) > 1 and len(subject) > 1):
            subject = []
        made = self._engagement(item, [*subject, *slots, *places], sentence)
        if made:
            self.found.append(made)
            self.where.append((sentence.start, sentence.end, "item"))

    def _nominal(self, sentence: clauses.Sentence) -> None:
        """Draft what a sentence without a trigger only mentions: "Another deal, with Acme, …", "Talks with Lumen …"."""
        for name in ("talks", "instrument"):
            noun = self.words.nouns[name]
            for match in noun.pattern.finditer(self.hidden, sentence.start, sentence.end):
                lead, rest = self.hidden[sentence.start : match.start()], self.hidden[match.end() : sentence.end]
                new = not lead or _NEW.search(lead[-LEAD:])
                if not new or not re.match(
                    r"(?:\s[\w-]+){0,4}?\s(?:with|between)\s(?:the\s|officials of\s|an?\s)?¤", rest
                ):
                    continue
                verb = self.words.verbs["sign" if name == "instrument" else "talk"]
                more = "nother" in lead and self.found and self.found[-1].kind == "Agreement"
                signed = more and self.found[-1].first("status") == "signed"
                status: str | None = verb.status_of(noun.class_) if name == "talks" or signed else "planned"
                if self.words.modality["denied"].search(f"{lead} {rest}"):
                    status = None
                status = cautious(status, self.hidden, sentence.start, sentence.end, match.span(), self.words)
                hit = Hit(
                    verb,
                    *match.span(),
                    noun.class_,
                    status,
                    True,
                    match.span(),
                    match.span(),
                    sentence.start,
                    sentence.end,
                )
                self._clause(hit, sentence)
                return
