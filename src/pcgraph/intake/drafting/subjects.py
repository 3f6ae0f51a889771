"""Says who the parties of a clause are, also where it does not name them: *it*, *the two sides*, *we*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pcgraph.intake.drafting.reading import Reading, clauses
from pcgraph.intake.drafting.reading.names import Mention
from pcgraph.intake.drafting.reading.slots import Placed
from pcgraph.intake.drafting.reading.values import UNNAMED, Engagement, Value
from pcgraph.intake.drafting.words.hits import Hit

ACTING = ("signatory", "discussant", "funder", "recipient", "visitor", "host")  # roles of a country's government
NAMED = ("agent", "unknown")
HEAD = 400  # characters at the head of a text in which its author, who says "we", is named
RECENT = 500  # characters in which "the two sides" are those that were last named together
_NAME = r"(?:the\s)?[A-Z][\w&’-]*(?:\s[A-Z][\w&’-]*)*(?:\s\([^)]*\))?"
_ADVERBS = r"(?:\s(?:has|have|had|is|was|are|were|be|been|will|would|to|also|now|then|later|\w+ly))*\s$"
_STRANGER = re.compile(  # a name that is no mention, in the place of the subject
    rf"(?:[^¤,]\s|,\s)(?:and|but|while|whereas|when|where|that|as|after|before|since|because|although|though|if|until)"
    rf"\s{_NAME}{_ADVERBS}|{_NAME},?\s(?:which|who){_ADVERBS}|¤,\s[A-Z][\w&’-]*,{_ADVERBS}|{_NAME},\s¤+,{_ADVERBS}"
)
_IT_AND = re.compile(r"\b(?:it|they|them) and (?:the )?\Z")
_RELATIVE = re.compile(r"¤,\s(?:\w+\s)?(?:which|who|whose|whom)\b")
_BY = re.compile(r"\bby (?:both|the|these)\b")
_PRONOUN = re.compile(r"(?:It|They|(?:Its|Their) [a-z]+)\s(?!¤)")
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b")


class Subjects(Reading):
    """Remembers who was named, while a text is read."""

    previous: list[Mention] = []  # noqa: RUF012 - replaced, never changed; the parties of the sentence before
    last_subject: list[Mention] = []  # noqa: RUF012 - the subject of the clause before, in this sentence
    prior_subject: list[Mention] = []  # noqa: RUF012 - the subject of the sentence before
    pair: list[Mention] = []  # noqa: RUF012 - the latest parties that were several

    paired = 0  # where they were named

    def remember(self, made: Engagement) -> None:
        """Remember the parties of an engagement, if they are several."""
        starts = {value.start for values in made.fields.values() for value in values}
        named = {each.key: each for each in self.mentions if each.group in NAMED and _place(each) in starts}
        if len(named) > 1:
            self.pair, self.paired = [*named.values()], made.fields["status"][0].end

    def with_subject(self, hit: Hit, placed: list[Placed], sentence: clauses.Sentence) -> list[Placed]:
        """Return the mentions with a subject that the clause takes from elsewhere."""
        if _STRANGER.search(self.hidden, sentence.start, hit.start):
            return [each for each in placed if each.slot != "subject"]
        named = [each for each in placed if each.slot in ("subject", "between")]
        if named:
            it = _IT_AND.search(self.hidden, sentence.start, named[0].mention.start)
            before = [each for each in self.within(sentence.start, it.start()) if each.group in NAMED] if it else []
            extra = (before or self.prior_subject or self.previous)[-1:] if it else []
            return [*(Placed(each, named[0].slot) for each in extra), *placed]
        lead = self.hidden[hit.first : hit.start]
        earlier = [each for each in self.within(sentence.start, hit.first) if each.group in NAMED]
        subject: list[Mention] = []
        if self.words.both.search(lead):
            pair = self.pair if hit.first - self.paired < RECENT else []
            several = len({each.key for each in self.previous}) > 2 and hit.first - self.paired < RECENT // 2
            order = (earlier, pair, self.previous) if several else (earlier, self.previous, pair)
            choice = (_latest(each, 2) for each in order)
            subject = next((each for each in choice if len(each) > 1), _latest(earlier or self.previous, 2))
        elif (
            hit.passive
            and self.words.both.search(self.hidden, hit.end, hit.last)
            and _BY.search(self.hidden, hit.end, hit.last)
        ):
            subject = _latest(self.pair if hit.first - self.paired < RECENT else [], 2) or _latest(
                earlier or self.previous, 2
            )
            return [*(Placed(each, "by") for each in subject), *placed]
        elif hit.inherits == "name" and earlier:
            subject = earlier[-1:]
        elif head := self._head(hit, sentence):
            subject = head
        elif hit.inherits == "before" and self.last_subject and not hit.passive:
            subject = self.last_subject
        elif _WE.search(self.hidden[hit.first : hit.last] if hit.passive else lead):
            subject = self._author(hit.start)
        elif not earlier and (it := _PRONOUN.match(self.hidden, sentence.start)) and not hit.passive:
            subject = self.prior_subject or self._first_named()
            subject = subject[-1:] if it[0].lower().startswith("it") else subject
        return [*(Placed(each, "subject") for each in subject), *placed]

    def _head(self, hit: Hit, sentence: clauses.Sentence) -> list[Mention]:
        """Return the subject of a sentence that a relative clause parts from its verb: "Acme, which …, signed"."""
        clause = _RELATIVE.search(self.hidden, sentence.start, hit.first) if hit.inherits == "before" else None
        closed = clause and self.hidden[clause.end() : hit.start].count(",") == 1
        return (
            [each for each in self.within(sentence.start, clause.start() + 1) if each.group in NAMED]
            if clause and closed
            else []
        )

    def _first_named(self) -> list[Mention]:
        """Return the party at the head of the sentence before, if it stands there."""
        lead = self.previous and re.search(r"(?:^|[.!?\n]\s*)(?:The\s)?\Z", self.hidden[: self.previous[0].start])
        return self.previous[:1] if lead else []

    def _author(self, at: int) -> list[Mention]:
        """Return who *we* are: the first that the head of a text names, but not if somebody is quoted."""
        line = self.text.rfind("\n", 0, at) + 1
        before = self.text[line:at]
        if before.count("“") > before.count("”") or before.count('"') % 2:
            return []
        return [each for each in self.within(0, min(HEAD, at)) if each.group in NAMED and each.kind != "Person"][:1]

    def parties_of(self, hit: Hit, placed: list[Placed], roles: Mapping[str, str]) -> Iterator[tuple[str, Value]]:
        """Yield the parties, each with its role."""
        people: list[tuple[str, Value]] = []
        named = False
        signs = any(each.mention.kind == "Person" and each.slot == "subject" for each in placed)
        for each in placed:
            slot = "by" if each.slot == "for" and signs and hit.kind == "Agreement" else each.slot
            role = roles.get("by" if hit.passive and _inside(each, hit.aside) else self._slot(hit, slot, roles))
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


def _inside(placed: Placed, span: tuple[int, int]) -> bool:
    """Return whether a mention is the subject of a relative clause: "The quay, which Acme built, was opened"."""
    return placed.slot == "subject" and span[0] <= placed.mention.start < span[1]


def _place(mention: Mention) -> int:
    """Return where a value says the name of a mention."""
    return mention.spelt[0] if mention.spelt else mention.start


def _latest(mentions: Iterable[Mention], number: int) -> list[Mention]:
    """Return the latest mentions of different things, in the order of the text."""
    out: list[Mention] = []
    for each in reversed(list(mentions)):
        if each.key not in {other.key for other in out}:
            out.append(each)
    return out[:number][::-1]
