"""Finds the subject of a clause that does not name it: *it*, *the two sides*, *the delegation*, *we*."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pcgraph.intake.drafting.reading import Reading, clauses
from pcgraph.intake.drafting.reading.names import Mention
from pcgraph.intake.drafting.reading.slots import Placed
from pcgraph.intake.drafting.reading.values import Engagement
from pcgraph.intake.drafting.words.hits import Hit

NAMED = ("agent", "unknown")
HEAD = 400  # characters at the head of a text in which its author, who says "we", is named
RECENT = 500  # characters in which "the two sides" are those that were last named together
_NAME = r"(?:the\s)?[A-Z][\w&’-]*(?:\s[A-Z][\w&’-]*)*(?:\s\([^)]*\))?"
_ADVERBS = r"(?:\s(?:has|have|had|is|was|are|were|be|been|will|would|to|also|now|then|later|\w+ly))*\s$"
_STRANGER = re.compile(  # a name that is no mention, in the place of the subject
    rf"(?:[^¤,]\s|,\s)(?:and|but|while|whereas|when|where|that|as|after|before|since|because|although|though|if|until)"
    rf"\s{_NAME}{_ADVERBS}|{_NAME},?\s(?:which|who){_ADVERBS}|¤,\s{_NAME},{_ADVERBS}|{_NAME},\s¤+,{_ADVERBS}"
)
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
        if any(each.slot in ("subject", "between") for each in placed):
            return placed
        lead = self.hidden[hit.first : hit.start]
        earlier = [each for each in self.within(sentence.start, hit.first) if each.group in NAMED]
        subject: list[Mention] = []
        if self.words.both.search(lead):
            pair = self.pair if hit.first - self.paired < RECENT else []
            choice = (_latest(each, 2) for each in (earlier, self.previous, pair))
            subject = next((each for each in choice if len(each) > 1), _latest(earlier or self.previous, 2))
        elif hit.inherits == "name" and earlier:
            subject = earlier[-1:]
        elif hit.inherits == "before" and self.last_subject and not hit.passive:
            subject = self.last_subject
        elif _WE.search(self.hidden[hit.first : hit.last] if hit.passive else lead):
            subject = self._author(hit.start)
        return [*(Placed(each, "subject") for each in subject), *placed]

    def _author(self, at: int) -> list[Mention]:
        """Return who *we* are: the first that the head of a text names, but not if somebody is quoted."""
        line = self.text.rfind("\n", 0, at) + 1
        before = self.text[line:at]
        if before.count("“") > before.count("”") or before.count('"') % 2:
            return []
        return [each for each in self.within(0, min(HEAD, at)) if each.group == "agent" and each.kind != "Person"][:1]


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
