"""Drafts the engagements of a text: clauses with a trigger, their parties, dates, sums and statuses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from pcgraph.intake.drafting import merging
from pcgraph.intake.drafting.party_lists import lenders, parties_of_item
from pcgraph.intake.drafting.reading import NEAR, STOPPED, Knowledge, Reading, clauses
from pcgraph.intake.drafting.reading.slots import Placed, place_mentions
from pcgraph.intake.drafting.reading.values import Engagement, Value
from pcgraph.intake.drafting.subjects import NAMED, Subjects
from pcgraph.intake.drafting.words.caution import cautious
from pcgraph.intake.drafting.words.hits import PROSPECTIVE, Hit, find_hits
from pcgraph.intake.drafting.words.triggers import Triggers, triggers
from pcgraph.intake.drafting.words.verbs import weaker

LEAD = 200  # characters before a noun that are searched for what makes it a new one
SHORT = 16  # words of a sentence that may take back the one before
WISHED = ("Project", "Centre", "TrainingProgramme", "Initiative")
UNPLANNED = ("people", "teachers", "years", "percent", "percent-of-shares")  # numbers of them say little of a plan
SIDES = ("subject", "object", "with", "between", "from", "to", "by")
FINAL = ("suspended", "cancelled", "expired", "operational", "completed")
_DENIAL = re.compile(
    r"(?:It|They|He|She|That|This|Neither)(?:\s\w+)?\s(?:has|have|had|did|is|was|are|were)(?:\snot|n[’']t)(?:\s(?:so|true|happened))?\."
    r"|(?:That|This|It|The report|The story|Both) (?:was|is|were|are) (?:quite |simply )?"
    r"(?:wrong|incorrect|untrue|false|not so|an? (?:mistake|error))\b.*"
    r"|No (?:such )?(?:contract|agreement|deal|loan|order|memorandum|accord)\b.{0,60} (?:has|had|was|exists)\b.*"
)
_STILL = re.compile(r"\b(?:still|yet)\b")
_DEFINITE = re.compile(r"\W*(?:The|This|These|That|Its|Their)\s(?!¤)")
_BEFORE = re.compile(r"\bhad (?!been\b)|\?")  # tells of an earlier time, or asks
_LEARNERS = re.compile(
    r"\b(?:[a-z-]+(?:ers|ors|ists|ians|men|women|ees)|(?:its|their|the|some) (?:staff|crews?)|them|people|young\w*"
    r"|students|nurses|pupils|apprentices|graduates|officials|pilots|cadets|midwives|recruits)\b"
)
_NUMBER = re.compile(
    r"(?<![\w.,$€£])(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|twelve|dozens of)\s"
    r"(?:[a-z-]+\s){0,3}?[a-z-]+s\b"
)
_PLAN = re.compile(
    r"\b(?:will|is to|are to|agreed to|plans? to|intends? to|is due to|are due to"
    r"|(?P<wish>hopes? to|wants? to|would like to|wish(?:es)? to|(?:is|are) considering|(?:is|are) thinking of))\s"
    r"(?:(?:also|now|then|soon|jointly|together)\s)?(?!(?:be|have|not|never|remain|become|need|say|tell|ask|speak|appeal"
    r"|report|apply|write"
    r"|answer|reply|return|belong|listen|respond|talk|wait|thank|sue|leave|know|see|show|find|turn|cost|make it|come"
    r"|go|stay|try|continue|like|look|get|feel|think|vote|play|win|lose|fight|protest|oppose|object|compete|depend"
    r"|decide)\b)[a-z]+"
)
_WISH = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|want(?:s|ed)?|wish(?:es|ed)?|(?:would|should) (?:\w+ )?(?:like|welcome)|keen|eager"
    r"|interest(?:ed)?|consider(?:s|ed|ing)?|explor\w+|mull\w*|think(?:s|ing)? of"
    r"|look(?:s|ing)? (?:at|to|into)|weigh\w*"
    r"|propos\w+)\b"
)
_NAME = re.compile(r"[a-z,] [A-Z][a-z]+")
_WITH = re.compile(r"(?:\s[\w-]+){0,4}?\s(?:with|between)\s(?:the\s|officials of\s|an?\s)?¤")
_FROM = re.compile(r"\s(?:of|worth)\s[^,;]{0,50}\d[^,;]{0,50}?\s(?:from|by)\s(?:the\s)?¤")
_ASKED = re.compile(r"\b(?:requests?|applications?|bids?|appeals?|asked|hopes?|wish(?:es)?)\b")
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
        listed: tuple[int, int] | None = None  # the sentence that says what the items of the text are
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
            if self.pays_part(sentence):
                hits = []
            if sentence.kind == "item" and not hits and opening:
                self._item(replace(sentence, intro=listed or sentence.intro), opening, listed is not None)
                continue
            number, read = len(self.found), None
            self.last_subject = []
            if not hits:
                self._nominal(sentence)
            if not hits and len(self.found) == number:
                self._plan(sentence)
            for hit in hits:
                read = (hit, self._clause(hit, sentence))
            if sentence.kind not in ("item", "rest") and (read or not listed):
                opening = read
                listed = (sentence.start, sentence.end) if read and self._lists(read[0], sentence) else None
                opens = read and (listed or self.text[sentence.end - 1] == ":")
                self.opened = sentence.start if opens else -1
            if before < number == len(self.found) and self._undoes(sentence, hits):
                del self.found[before:], self.where[before:]
                number = before
            if len(self.found) == number:
                self.add_to_last(sentence)
            before = number
            if here := [each for each in self.within(sentence.start, sentence.end) if each.group in NAMED]:
                self.previous, self.prior_subject = here, self.last_subject
        return merging.merge(self.found, self.where)

    def _lists(self, hit: Hit, sentence: clauses.Sentence) -> bool:
        """Return whether a sentence says of all items below it that they were signed: "Papers signed in Vik in May"."""
        named = any(each.group in NAMED for each in self.within(sentence.start, sentence.end))
        several = hit.noun and re.search(r"(?:s|da)\Z", self.text[: hit.noun[1]])
        return bool(hit.kind == "Agreement" and hit.status == "signed" and several and not named)

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

    def _clause(self, hit: Hit, sentence: clauses.Sentence) -> list[Placed]:
        """Draft the engagement of one clause, and return its mentions with their places."""
        placed = place_mentions(self.hidden, hit, self.mentions, self.words)
        placed = self.with_subject(hit, placed, sentence)
        if hit.status is None or (self._update(hit, placed, sentence)):
            return placed
        named = {each.mention.key for each in placed if each.mention.group in NAMED and each.slot in SIDES}
        wish = hit.status == "interest" and hit.kind in WISHED and _WISH.search(self.hidden, hit.first, hit.end)
        if wish and len(named) > 1:  # to do something with a partner
            hit = replace(hit, kind="Talks", verb=self.words.verbs["consider-together"])
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
        adds = hit.verb.more.get("adds")
        at = next((at for at in reversed(range(len(self.found))) if self.found[at].kind == hit.kind), None)
        if at is None or not (hit.update or ended or adds):
            return bool(adds)
        if ended and _BEFORE.search(self.hidden, hit.first, hit.start):
            return True  # "resumed work on the quay, which it had broken off in July"
        if ended and not adds and not (hit.inherits and self.where[at][0] >= sentence.start):
            return False
        last = self.found[at]
        built = hit.passive and hit.status == "completed" and last.first("status") == "operational"
        if built and not {each.slug for each in agents} & merging.parties(last):
            return True  # "The plant was built by Acme", of a plant that another one opened
        before = last.first("status")
        if (hit.status == "signed" and before in ("discussed", "interest", "planned", "completed")) or (
            hit.status == "planned" and before == "interest"
        ):
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
            and (sentence.kind == "rest" or _STILL.search(self.hidden, hit.first, hit.end))
        ):
            last.fields.pop("date", None)
            last.fields["status"] = [Value(hit.status, *hit.status_span, self.words.rule(hit.verb.name))]
        for role, value in (
            self.parties_of(hit, placed, self.words.roles_of(hit.verb, hit.kind)) if hit.update or adds else ()
        ):
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
        for name, value in self.parties_of(hit, placed, roles):
            made.add(name, value)
        lenders(made, hit, self.knowledge.register)
        parties = sum(len(values) for values in made.fields.values())
        status = str(hit.status)
        if status == "expired" and hit.present and self.comes(hit):
            status = "signed"  # "expires in June"
        span = self.hidden[hit.first : hit.last]
        for changed, pattern in self.words.conditions.items():
            if status == "completed" and pattern.search(span):
                status = changed
        made.add("status", Value(status, *hit.status_span, self.words.rule(hit.verb.name)))
        self.add_dates(made, hit, sentence, status, acted=hit.acted and status == "planned")
        if status == "signed" and hit.verb.name == "expire":
            made.add("ends", *made.fields.pop("expected", ()))
        elif hit.present and status not in PROSPECTIVE and self.comes(hit):
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
        built = status == "completed" and hit.passive and made.kind != "Event" and "date" not in made.fields
        if built and _DEFINITE.match(span):
            return None  # "The plant was built by Acme" only describes the plant
        if hit.verb.more.get("must", "status") not in made.fields:
            return None
        if hit.kind == "Visit" and not {"host", "place"} & set(made.fields):
            return None
        if hit.verb.more.get("money") and "amount" not in made.fields:
            return None
        counted = {"quantity", "trainee"} & set(made.fields) or self._counted(hit, parties)
        if hit.verb.more.get("counts") and hit.noun is None and not counted:
            return None
        return made

    def _counted(self, hit: Hit, parties: int) -> bool:
        """Return whether a clause has people to train, or a number of what one party has from another."""
        span = self.hidden[hit.first : hit.last]
        if hit.kind == "TrainingProgramme":
            return bool(_LEARNERS.search(span))
        number = _NUMBER.search(span)
        return (
            parties > 1
            and number is not None
            and not any(each.start - hit.first == number.start() for each in self.sums)
        )

    def _item(self, sentence: clauses.Sentence, opening: tuple[Hit, list[Placed]], listed: bool) -> None:
        """Draft the engagement of an item without a verb: it has that of the sentence that opens the list."""
        hit, placed = opening
        if (
            sentence.intro is None
            or hit.first < sentence.intro[0]
            or (self.text[sentence.intro[1] - 1] != ":" and not listed)
        ):
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
        places += [each for each in placed if each.mention.group == "place"]
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

    def _plan(self, sentence: clauses.Sentence) -> None:
        """Draft what a party is to do for or with another one, or with a number of things, in verbs of any kind."""
        match = _PLAN.search(self.hidden, sentence.start, sentence.end)
        if not match or self.hidden[sentence.end - 1] == "?":
            return
        verb = replace(self.words.verbs["agree-to"], more={**self.words.verbs["agree-to"].more, "parties": 1})
        wish = "interest" if match["wish"] else "planned"
        span = sentence.start, sentence.end
        status = cautious(wish, self.hidden, *span, match.span(), self.words)
        hit = Hit(verb, *match.span(), "Project", status, False, None, match.span(), *span)
        number = len(self.found)
        placed = self._clause(hit, sentence)
        sides = {each.mention.key for each in placed if each.slot in SIDES[:-1] and each.mention.group in NAMED}
        known = number and self.found[number - 1].kind == "Agreement" and merging.parties(self.found[number - 1])
        again = len(self.found) > number and known and merging.parties(self.found[number]) <= known
        things = len(self.found) > number and str(self.found[number].first("quantityOf") or "people") not in UNPLANNED
        if ((len(sides) < 2 and not things) or again) and len(
            self.found
        ) > number:  # what an agreement is about is no second one
            del self.found[number:], self.where[number:]

    def _nominal(self, sentence: clauses.Sentence) -> None:
        """Draft what a sentence without a trigger only mentions: "Another deal, with Acme, …", "Talks with Lumen …"."""
        for name in ("talks", "instrument", "loan", "grant"):
            noun = self.words.nouns[name]
            for match in noun.pattern.finditer(self.hidden, sentence.start, sentence.end):
                lead, rest = self.hidden[sentence.start : match.start()], self.hidden[match.end() : sentence.end]
                new = not lead or _NEW.search(lead[-LEAD:])
                if not new or not (_FROM if name in ("loan", "grant") else _WITH).match(rest):
                    continue
                verb = self.words.verbs[{"instrument": "sign", "talks": "talk"}.get(name, "approve")]
                more = "nother" in lead and self.found and self.found[-1].kind == "Agreement"
                signed = more and self.found[-1].first("status") == "signed"
                status: str | None = verb.status_of(noun.class_) if name == "talks" or signed else "planned"
                if name in ("loan", "grant") and _ASKED.search(lead):
                    status = "interest"
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
