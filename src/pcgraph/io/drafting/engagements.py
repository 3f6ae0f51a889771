"""Drafts the engagements of a text: clauses with a trigger, their parties, dates, sums and statuses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from pcgraph.io.drafting import clauses, merging
from pcgraph.io.drafting.dates import Found, find_dates, source_day
from pcgraph.io.drafting.hits import Hit, find_hits
from pcgraph.io.drafting.mentions import find_mentions, mask
from pcgraph.io.drafting.money import Amount, find_money, find_quantities
from pcgraph.io.drafting.names import Mention, Register
from pcgraph.io.drafting.slots import Placed, place_mentions
from pcgraph.io.drafting.triggers import Triggers, triggers
from pcgraph.io.drafting.values import UNNAMED, Engagement, Value

NEAR = 260  # characters after an engagement in which a sentence may say more about it
COUNTED = ("TrainingProgramme", "Project", "Centre", "Initiative", "Grant", "Agreement")  # classes whose numbers are drafted
DONE = ("signed", "under-way", "operational", "completed", "discussed", "suspended", "cancelled", "expired")
FINAL = ("suspended", "cancelled", "expired", "operational", "completed")
_SIGNED = re.compile(r"\b(?:sign(?:ed|ing of)|inked)\b")
_SAME_DAY = re.compile(r"\b(?P<which>same|first|opening|second|third|last|final) day\b")
ACTING = ("signatory", "discussant", "funder", "recipient", "visitor", "host")  # roles of a country's government
PLACED = ("in", "at", "near")


@dataclass(frozen=True)
class Knowledge:
    """What a draft takes from a graph.

    Attributes
    ----------
    register : Register
    units : mapping
        Words of a unit, in lower case → slug of its concept.
    countries : tuple of str
        ISO 3166 codes, the most frequent first.
    governments : mapping
        Slug of a country → slug of its government.
    employers : mapping
        Slug of a person → slug of the organisation for which the person acts.
    """

    register: Register
    units: Mapping[str, str] = field(default_factory=dict)
    countries: tuple[str, ...] = ()
    governments: Mapping[str, str] = field(default_factory=dict)
    employers: Mapping[str, str] = field(default_factory=dict)


def draft(text: str, knowledge: Knowledge, day: date | None = None, language: str = "en") -> list[Engagement]:
    """Return the engagements that a text reports, in its order.

    Parameters
    ----------
    text : str
    knowledge : Knowledge
    day : date, optional
        The day of the source; by default that of the dateline.
    language : str

    >>> from pcgraph.model.entities import Entity
    >>> names = {"id:acme": Entity("id:acme", "Company", {"en": "Acme"}), "id:lumen": Entity("id:lumen", "Company", {"en": "Lumen"})}
    >>> found = draft("Acme and Lumen signed an MoU on 3 May 2024.", Knowledge(Register(names, {"Company"}, {"Place"})))
    >>> [(each.kind, {name: [value.value for value in values] for name, values in each.fields.items()}) for each in found]
    [('Agreement', {'signatory': ['acme', 'lumen'], 'status': ['signed'], 'date': ['2024-05-03'], 'kind': ['mou']})]
    """
    return _Reader(text, knowledge, day, triggers(language)).read()


class _Reader:
    """Reads one text."""

    def __init__(self, text: str, knowledge: Knowledge, day: date | None, words: Triggers) -> None:
        self.text, self.knowledge, self.words = text, knowledge, words
        self.day = day or source_day(text)
        self.mentions = find_mentions(text, knowledge.register, words)
        self.dates = [each for each in find_dates(text, self.day) if not self._in_mention(each)]
        spans = [(each.start, each.end) for each in self.mentions]
        self.named = mask(text, spans)
        self.hidden = _dates_masked(self.named, self.dates)
        self.sums = find_money(self.named, knowledge.countries)
        units = {**knowledge.units, **{word.lower(): slug for slug, said in words.units.items() for word in said}}
        taken = [(each.start, each.end) for each in self.sums]
        self.numbers = list(find_quantities(mask(self.hidden, taken), units))
        self.previous: list[Mention] = []  # the parties of the clause before
        self.last_subject: list[Mention] = []
        self.summary: Hit | None = None  # a clause that sums up several agreements, and may say when and where
        self.found: list[Engagement] = []
        self.where: list[tuple[int, int, str]] = []  # clause of each engagement, and the kind of its sentence

    def _in_mention(self, found: Found) -> bool:
        return any(each.start <= found.start < each.end for each in self.mentions)

    def read(self) -> list[Engagement]:
        """Return the engagements, with those that say the same as one."""
        opening: tuple[Hit, list[Placed]] | None = None
        for sentence in clauses.sentences(self.text):
            last = self.found[-1].kind if self.found and self.where[-1][2] != "heading" else ""
            heading = sentence.kind == "heading"
            hits = find_hits(self.hidden, sentence.start, sentence.end, self.words, heading=heading, last=last)
            if sentence.kind == "item" and not hits:
                self._item(sentence, opening)
                continue
            number, read = len(self.found), None
            self.last_subject = []
            if not hits:
                self._nominal(sentence)
            for hit in hits:
                read = (hit, self._clause(hit, sentence))
            if sentence.kind != "item":
                opening = read
            if len(self.found) == number:
                self._add_to_last(sentence)
            if here := [each for each in self._within(sentence.start, sentence.end) if each.group == "agent"]:
                self.previous = here
        return merging.merge(self.found, self.where)

    def _within(self, start: int, end: int) -> list[Mention]:
        return [each for each in self.mentions if start <= each.start and each.end <= end]

    def _clause(self, hit: Hit, sentence: clauses.Sentence) -> list[Placed]:
        """Draft the engagement of one clause, and return its mentions with their places."""
        placed = place_mentions(self.hidden, hit, self.mentions, self.words)
        placed = self._with_subject(hit, placed, sentence)
        if hit.status is None or (self._update(hit, placed, sentence)):
            return placed
        for each in self._one_each(hit, placed):
            made = self._engagement(hit, each, sentence)
            if made:
                self.found.append(made)
                self.where.append((hit.first, hit.last, sentence.kind))
        return placed

    def _update(self, hit: Hit, placed: list[Placed], sentence: clauses.Sentence) -> bool:
        """Add to the engagement before what a clause says of it: "It expired in May". Return whether the clause does."""
        agents = [each for each in placed if each.mention.group == "agent" and each.mention.rule != "register:back"]
        continued = hit.verb.name == "operate" and hit.inherits == "name"
        ended = (bool(hit.verb.more.get("unmade")) and not agents or continued) and not hit.update
        if not self.found or self.found[-1].kind != hit.kind or not (hit.update or ended):
            return False
        if ended and not (hit.inherits and self.where[-1][0] >= sentence.start):
            return False
        if hit.update and sentence.start - self.where[-1][1] > NEAR:
            return False
        last = self.found[-1]
        if hit.verb.status_of(hit.kind) in FINAL or last.first("status") == hit.status:
            more = Engagement(hit.kind)
            self._dates(more, hit, sentence, str(hit.status))
            if last.first("status") != hit.status:
                last.fields.pop("date", None)
                last.fields["status"] = [Value(hit.status, *hit.status_span, self.words.rule(hit.verb.name))]
            for name, values in more.fields.items():
                if name not in last.fields:
                    last.add(name, *values)
        elif hit.status in ("planned", "interest", "discussed"):
            self._add_future(sentence)
        for role, value in self._parties(hit, placed, self.words.roles_of(hit.verb, hit.kind)) if hit.update else ():
            last.add(role, value)
        self._numbers(last, hit)
        return True

    def _with_subject(self, hit: Hit, placed: list[Placed], sentence: clauses.Sentence) -> list[Placed]:
        """Return the mentions with a subject that the clause takes from elsewhere."""
        if any(each.slot in ("subject", "between") for each in placed):
            return placed
        lead = self.hidden[hit.first : hit.start]
        earlier = [each for each in self._within(sentence.start, hit.first) if each.group in ("agent", "unknown")]
        subject: list[Mention] = []
        if self.words.both.search(lead):
            subject = _latest(earlier or self.previous, 2)
        elif hit.inherits == "name" and earlier:
            subject = earlier[-1:]
        elif hit.inherits == "before" and self.last_subject and not hit.passive:
            subject = self.last_subject
        elif self.words.it.search(lead) and not hit.passive:
            subject = self._next_subject(hit, sentence) or (earlier or self.previous)[:1]
        return [*(Placed(each, "subject") for each in subject), *placed]


    def _next_subject(self, hit: Hit, sentence: clauses.Sentence) -> list[Mention]:
        """Return what *it* means in "Under a deal that it signed with Acme, Lumen will …": the name after the comma."""
        if not re.match(r"(?:Under|After|Having|As|With|Following)\b", self.hidden[sentence.start :]):
            return []
        after = [each for each in self._within(hit.last, sentence.end) if each.group == "agent"]
        return after[:1]

    def _one_each(self, hit: Hit, placed: list[Placed]) -> Iterator[list[Placed]]:
        """Yield the mentions of each engagement: of "signed agreements with A and B", one with each."""
        self.last_subject = [each.mention for each in placed if each.slot == "subject"] or self.last_subject
        partners = [each for each in placed if each.slot == "with"]
        words = self.hidden[hit.end : hit.last] if not hit.passive else self.hidden[hit.first : hit.last]
        if hit.kind == "Agreement" and hit.start == hit.end:
            words = ""  # one more, with the verb before
        if hit.kind != "Agreement" or not (self.words.plural.search(words) or self.words.one_each.search(words)):
            yield placed
        elif len(partners) > 1:
            for partner in partners:
                yield [each for each in placed if each.slot != "with" or each is partner]
        elif partners or not self.words.many.search(words):
            yield placed
        else:
            self.summary = hit

    def _engagement(self, hit: Hit, placed: list[Placed], sentence: clauses.Sentence) -> Engagement | None:
        made = Engagement(hit.kind)
        roles = self.words.roles_of(hit.verb, hit.kind)
        for name, value in self._parties(hit, placed, roles):
            made.add(name, value)
        _lenders(made, hit, self.knowledge.register)
        parties = sum(len(values) for values in made.fields.values())
        if parties < int(hit.verb.more.get("parties", 0)):
            return None
        status = str(hit.status)
        span = self.hidden[hit.first : hit.last]
        for changed, pattern in self.words.conditions.items():
            if status == "completed" and pattern.search(span):
                status = changed
        made.add("status", Value(status, *hit.status_span, self.words.rule(hit.verb.name)))
        self._dates(made, hit, sentence, status)
        self._kind(made, hit)
        self._numbers(made, hit)
        self._place(made, hit, placed)
        if made.kind == "Agreement" and self.summary and status == self.summary.status and hit.first > self.summary.last - 1:
            self._from_summary(made, sentence)
        if not parties and not ({"date", "expected", "place", "quantity"} & set(made.fields) and hit.kind in ("Event", "TrainingProgramme")):
            return None
        if hit.kind == "Funding" and "amount" not in made.fields:
            return None
        if hit.kind == "Visit" and not {"host", "place"} & set(made.fields):
            return None
        if hit.verb.more.get("place") and "place" not in made.fields:
            return None
        if hit.verb.more.get("counts") and hit.noun is None and not {"quantity", "trainee"} & set(made.fields):
            return None
        return made

    def _from_summary(self, made: Engagement, sentence: clauses.Sentence) -> None:
        """Add the date and the place of the sentence that sums up several agreements."""
        assert self.summary is not None  # noqa: S101 - the caller asked
        more = Engagement(made.kind)
        self._dates(more, self.summary, sentence, str(self.summary.status))
        self._place(more, self.summary, place_mentions(self.hidden, self.summary, self.mentions, self.words))
        for name in ("date", "place"):
            if name in more.fields and name not in made.fields:
                made.add(name, *more.fields[name])

    def _parties(self, hit: Hit, placed: list[Placed], roles: Mapping[str, str]) -> Iterator[tuple[str, Value]]:
        """Yield the parties, each with its role."""
        people: list[tuple[str, Value]] = []
        named = False
        for each in placed:
            role = roles.get(self._slot(hit, each.slot, roles))
            if role is None:
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
            name = self.text[mention.start : mention.end]
            return Value(None, mention.start, mention.end, rule, name)
        if mention.kind == "Group" and role == "trainee":
            return None  # people who are only counted
        if mention.kind == "Country" and role not in ACTING:
            return None
        if mention.kind == "Country":
            slug, rule = self.knowledge.governments.get(str(slug)), "register:government"
        elif mention.kind == "Person" and slug in self.knowledge.employers:
            slug, rule = self.knowledge.employers[slug], "register:office"
        elif mention.group != "agent":
            return None
        return Value(slug, mention.start, mention.end, rule) if slug else None

    def _dates(self, made: Engagement, hit: Hit, sentence: clauses.Sentence, status: str) -> None:
        """Add the date of the status, and dates that are still to come."""
        here = [each for each in self.dates if hit.first <= each.start < hit.last and not self._said(each)]
        if not here:
            lead = [each for each in self.dates if sentence.start <= each.start < hit.first and each.start - sentence.start < 30]
            whole = [each for each in self.dates if sentence.start <= each.start < sentence.end and not self._said(each)]
            here = lead[:1] or (whole if len(whole) == 1 and sentence.kind == "sentence" else [])
        if not here:
            here = self._same_day(hit)
        if not here and sentence.intro:
            here = [each for each in self.dates if sentence.intro[0] <= each.start < sentence.intro[1]]
        past = [each for each in here if each.how in ("at", "since") and not each.after(self.day)]
        if made.kind == "Event" and status == "completed":
            past = [each for each in past if each.how == "at" or "/" in each.edtf]
        future = [each for each in here if each.after(self.day) or each.how in ("by", "until")]
        if status in DONE and past:
            best = min(past, key=lambda each: (self._far(each, hit)))
            made.add("date", Value(best.edtf, best.start, best.end, best.rule))
        for each in future:
            starts = each.how == "since" or re.search(
                r"\b(?:start|begin|commence|from|open|launch)\w*\s(?:in |on |from )?$", self.hidden[max(0, each.start - 24) : each.start]
            )
            name = "starts" if starts else "expected"
            if name not in made.fields:
                made.add(name, Value(each.edtf, each.start, each.end, each.rule))

    def _said(self, found: Found) -> bool:
        """Return whether a date only says when somebody spoke: "they announced on Wednesday"."""
        before, after = self.hidden[max(0, found.start - 34) : found.start], self.hidden[found.end : found.end + 14]
        lead = re.search(rf"{self.words.reporting.pattern}[^,;.]{{0,22}}$", before)
        return bool(lead and not re.search(r"\bthat\b", lead[0])) or bool(re.match(rf"\s{self.words.reporting.pattern}", after))

    def _same_day(self, hit: Hit) -> list[Found]:
        """Return the date that "on the same day" and "on the second day" mean."""
        match = _SAME_DAY.search(self.hidden, hit.first, hit.last)
        before = [each for engagement in self.found for each in engagement.fields.get("date", ())] if match else []
        if not match or not before:
            return []
        edtf = str(before[-1].value)
        if match["which"] != "same":
            edtf = next((str(each.value) for each in reversed(before) if "/" in str(each.value)), "")
            if not re.fullmatch(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d", edtf):
                return []
            days = edtf.split("/")
            first, last = (date.fromisoformat(each) for each in days)
            steps = {"first": 0, "opening": 0, "second": 1, "third": 2, "last": (last - first).days, "final": (last - first).days}
            edtf = str(first + timedelta(steps[match["which"]]))
        return [Found(*match.span(), edtf, "at", "date:same-day")]

    def _far(self, found: Found, hit: Hit) -> int:
        """Return the distance of a date from a verb; what stands between commas of another clause is farther."""
        between = self.hidden[hit.end : found.start] if found.start > hit.end else self.hidden[found.end : hit.start]
        return len(between) + 60 * len(re.findall(r"[;]|,\s(?:which|who|where)|\bsaid\b|\bannounced\b", between))

    def _kind(self, made: Engagement, hit: Hit) -> None:
        if made.kind != "Agreement" or hit.noun is None:
            return
        if self.hidden[slice(*hit.noun)].lower() in ("one", "another"):
            before = self.summary.noun if self.summary and self.summary.noun else None
            if before is None:
                return
            hit = replace(hit, noun=before, last=before[1] + 1)
        assert hit.noun is not None  # noqa: S101 - tested above
        after = self.hidden[hit.noun[0] : min(hit.noun[1] + 1, hit.last)]
        for slug, pattern in self.words.kinds.items():
            if match := pattern.search(after):
                start = hit.noun[0] + match.start()
                made.add("kind", Value(slug, start, start + len(match[0]), self.words.rule("kinds")))
                return

    def _numbers(self, made: Engagement, hit: Hit) -> None:
        for each in self.sums:
            if hit.first <= each.start < hit.last:
                _add_sum(made, each)
                break
        wanted = hit.verb.more.get("counts")
        for each in self.numbers if made.kind in COUNTED else ():
            if made.kind == "Agreement" and each.start < (min(hit.start, hit.noun[0]) if hit.noun else hit.start):
                continue
            if self.words.reporting.search(self.hidden[each.end : min(each.end + 44, hit.last)]):
                continue
            if hit.first <= each.start < hit.last and (not wanted or each.unit in wanted):
                made.add("quantity", Value(each.value, each.start, each.unit_start - 1, "number", None, each.qualifier))
                made.add("quantityOf", Value(each.unit, each.unit_start, each.unit_end, "unit"))
                break

    def _place(self, made: Engagement, hit: Hit, placed: list[Placed]) -> None:
        for each in placed:
            place = each.mention
            if place.group == "place" and each.slot in PLACED and place.slug and place.kind != "Country":
                made.add("place", Value(place.slug, place.start, place.end, place.rule))
                return

    def _item(self, sentence: clauses.Sentence, opening: tuple[Hit, list[Placed]] | None) -> None:
        """Draft the engagement of an item without a verb: it has that of the sentence that opens the list."""
        if opening is None or sentence.intro is None:
            return
        hit, placed = opening
        if not hit.first >= sentence.intro[0]:
            return
        kind = hit.kind
        here = self._within(sentence.start, sentence.end)
        own = self.words.nouns["instrument"].pattern.search(self.hidden, sentence.start, sentence.end)
        item = replace(hit, first=sentence.start, last=sentence.end, start=sentence.start, end=sentence.start, kind=kind, passive=False)
        item.noun = own.span() if own and kind == "Agreement" else hit.noun
        between = _groups_of_item(self.hidden, here)
        subject = [each for each in placed if each.slot in ("subject", "between") and each.mention.group == "agent"]
        slots = [Placed(each, "with") for each in between]
        places = [Placed(each, "in") for each in here if each.group == "place"]
        parts = [*slots, *places] if len(slots) > 1 and len(subject) > 1 else [*subject, *slots, *places]
        if hit.status is None or not slots:
            return
        made = self._engagement(item, parts, sentence)
        if made:
            self.found.append(made)
            self.where.append((sentence.start, sentence.end, "item"))

    def _nominal(self, sentence: clauses.Sentence) -> None:
        """Draft what a sentence without a verb of ours only mentions: "Another deal, with Acme, …", "Talks with Lumen …"."""
        for name in ("talks", "instrument"):
            noun = self.words.nouns[name]
            for match in noun.pattern.finditer(self.hidden, sentence.start, sentence.end):
                lead, rest = self.hidden[sentence.start : match.start()], self.hidden[match.end() : sentence.end]
                new = re.search(r"(?:\b(?:an?|another|other|new|further|also)\s(?:[\w-]+\s){0,2}|^)$", lead, re.IGNORECASE)
                if not new or not re.match(r"(?:\s[\w-]+){0,4}?\s(?:with|between)\s(?:the\s|officials of\s|an?\s)?¤", rest):
                    continue
                verb = self.words.verbs["sign" if name == "instrument" else "talk"]
                status = verb.status_of(noun.class_) if name == "talks" or _SIGNED.search(self.hidden) else "planned"
                words = self.words.modality["denied"].search(lead)
                hit = Hit(verb, *match.span(), noun.class_, None if words else status, True, match.span(), match.span(), sentence.start, sentence.end)
                self._clause(hit, sentence)
                return

    def _add_to_last(self, sentence: clauses.Sentence) -> None:
        """Add a sum or a date to come, if a sentence such as "The loan of …" only says more about the one before."""
        if not self.found or not re.match(r"(?:The|This|It|Its|Their|Both|Work|Construction)\b", self.text[sentence.start :]):
            return
        if not 0 <= sentence.start - self.where[-1][1] < NEAR or self.where[-1][2] == "heading":
            return
        self._add_future(sentence)
        for each in self.sums:
            if sentence.start <= each.start < sentence.end and "amount" not in self.found[-1].fields:
                noun = [n for n in self.words.nouns.values() if n.class_ == self.found[-1].kind]
                head = self.hidden[sentence.start : sentence.start + 60]
                worth = re.search(r"\b(?:worth|value[ds]?|costs?|paid|amounts?|totals?|price)\b", self.hidden[sentence.start : sentence.end])
                if worth or any(n.pattern.search(head) for n in noun):
                    _add_sum(self.found[-1], each)
                return


    def _add_future(self, sentence: clauses.Sentence) -> None:
        """Add the day on which the engagement before is to start or to be finished."""
        last = self.found[-1]
        for each in self.dates:
            lead = self.hidden[sentence.start : each.start]
            if not sentence.start <= each.start < sentence.end or not each.after(self.day):
                continue
            if re.search(r"\b(?:start|begin|commence|open|launch)\w*\b[^,;]{0,20}$", lead):
                name = "starts"
            elif re.search(r"\b(?:complet|finish|ready|operational|in operation|in service|end|deliver|built|done|run until)\w*\b", lead):
                name = "expected"
            else:
                continue
            if name not in last.fields:
                last.add(name, Value(each.edtf, each.start, each.end, each.rule))


def _lenders(made: Engagement, hit: Hit, register: Register) -> None:
    """Of several who sign a loan, let the banks lend and the others receive."""
    funders = made.fields.get("funder", [])
    if hit.kind not in ("Loan", "Grant", "Funding") or len(funders) < 2 or "recipient" in made.fields:
        return
    banks = [each for each in funders if (thing := register.by_slug.get(str(each.value))) and _lends(thing.label, thing.kind)]
    if 0 < len(banks) < len(funders):
        made.fields["recipient"] = [each for each in funders if each not in banks]
        made.fields["funder"] = banks


def _lends(label: str, kind: str) -> bool:
    return kind == "FinancialInstitution" or bool(re.search(r"\b(?:bank|fund)\b", label, re.IGNORECASE))


def _groups_of_item(hidden: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the parties at the head of an item: those that *and*, commas or *between* join."""
    parties = [each for each in mentions if each.group in ("agent", "unknown", "unnamed")]
    out: list[Mention] = []
    for each in parties:
        lead = hidden[out[-1].end : each.start] if out else ""
        if out and not re.fullmatch(r"[\s()]*(?:,|/|&|–|-|—|,?\sand|,?\swith|\swith)?(?:\sthe)?[\s()]*", lead):
            break
        out.append(each)
    return out


def _latest(mentions: Iterable[Mention], number: int) -> list[Mention]:
    """Return the latest mentions of different things, in the order of the text."""
    out: list[Mention] = []
    for each in reversed(list(mentions)):
        if each.slug not in {other.slug for other in out}:
            out.append(each)
    return out[:number][::-1]


def _add_sum(made: Engagement, money: Amount) -> None:
    made.add("amount", Value(money.value, money.start, money.end, "money", None, money.qualifier))
    made.add("currency", Value(money.unit, money.unit_start, money.unit_end, "money"))


def _dates_masked(text: str, dates: Iterable[Found]) -> str:
    out = list(text)
    for each in dates:
        out[each.start : each.end] = "§" * (each.end - each.start)
    return "".join(out)
