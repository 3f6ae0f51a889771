"""Drafts sentences of one clause in languages of which only words are known: Chinese, Portuguese and Urdu.

A clause is read if it has one verb, or several that report the same class of engagement. Its parties are the names of
the register, in their order; its date and its sum are read only if it has one of each. A word for a plan, a wish or a
doubt weakens its status, and one for a denial drops it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pcgraph.intake.drafting import merging
from pcgraph.intake.drafting.language_words import LanguageWords, language_words
from pcgraph.intake.drafting.reading import DONE, Knowledge, clauses
from pcgraph.intake.drafting.reading.dates import source_day
from pcgraph.intake.drafting.reading.mentions import mask
from pcgraph.intake.drafting.reading.names import Mention
from pcgraph.intake.drafting.reading.values import Engagement, Value
from pcgraph.intake.drafting.words.triggers import triggers
from pcgraph.intake.drafting.words.verbs import weaker

MUTUAL = ("Agreement", "Talks")  # of which a draft needs two parties
_COMMA = re.compile(r"(?<![¤\d])[,，،;；]|[,，،;；](?!\s?[¤\d])")  # not in a list of names or in a number
_QUESTION = re.compile(r"[?？؟]\W*$")
_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "0123456789" * 2)
_ORDER = (
    "cancelled",
    "suspended",
    "discussed",
    "interest",
    "planned",
    "signed",
    "under-way",
    "operational",
    "completed",
)


@dataclass(frozen=True)
class _Told:
    """What the verb of a clause reports."""

    name: str
    verb: Mapping[str, Any]
    kind: str
    status: str
    start: int
    end: int


def read_clauses(text: str, knowledge: Knowledge, day: date | None, language: str) -> list[Engagement]:
    """Return the engagements that sentences of one clause report.

    >>> from pcgraph.intake.drafting.reading.names import Register
    >>> from pcgraph.model.entities import Entity
    >>> things = {"id/acme": Entity("", "Company", {"zh": "艾克米"}), "id/lumen": Entity("", "Company", {"zh": "流明"})}
    >>> known = Knowledge(Register(things, {"Company"}, {"Place"}))
    >>> (found,) = read_clauses("2024年5月3日，艾克米与流明签署合作协议。", known, None, "zh")
    >>> {name: [value.value for value in values] for name, values in found.fields.items()}
    {'signatory': ['acme', 'lumen'], 'status': ['signed'], 'date': ['2024-05-03'], 'kind': ['agreement']}
    """
    reader = _Reader(text, knowledge, day or source_day(text), language_words(language))
    found, where = [], []
    for sentence in clauses.sentences(text):
        if made := reader.engagement(sentence.start, sentence.end):
            found.append(made)
            where.append((sentence.start, sentence.end, sentence.kind))
    return merging.merge(found, where)


class _Reader:
    """A text with its names."""

    def __init__(self, text: str, knowledge: Knowledge, day: date | None, words: LanguageWords) -> None:
        self.knowledge, self.day, self.words = knowledge, day, words
        self.mentions = knowledge.register.find(text)
        agents = [(each.start, each.end) for each in self.mentions if each.group == "agent"]
        self.hidden = mask(text, agents).translate(_DIGITS)

    def engagement(self, start: int, end: int) -> Engagement | None:
        """Return the engagement of a sentence, if its verbs stand in one clause and report one class."""
        told = list(self._told(start, end))
        if len({each.kind for each in told}) != 1 or _QUESTION.search(self.hidden[start:end]):
            return None
        first, last = min(each.start for each in told), max(each.end for each in told)
        if _COMMA.search(self.hidden, first, last):
            return None
        comma = _COMMA.search(self.hidden, last, end)
        end = comma.start() if comma else end
        weakest = min(told, key=lambda each: _ORDER.index(each.status))
        status = self._capped(weakest, start, end)
        made = Engagement(weakest.kind)
        for role, value in self._parties(weakest, self._begin(start, first), end):
            made.add(role, value)
        if status is None or sum(map(len, made.fields.values())) < (2 if weakest.kind in MUTUAL else 1):
            return None
        self._add_status(made, weakest, status, start, end)
        for slug, pattern in self.words.kinds.items() if made.kind == "Agreement" else ():
            if "kind" not in made.fields and (match := pattern.search(self.hidden, start, end)):
                made.add("kind", Value(slug, *match.span(), f"trigger:{self.words.language}:kinds"))
        sums = list(self.words.find_sums(self.hidden, start, end, self._countries()))
        for value, currency in sums if len(sums) == 1 else ():
            made.add("amount", value)
            made.add("currency", currency)
        return made

    def _told(self, start: int, end: int) -> Iterator[_Told]:
        """Yield what the verbs of a sentence report, each at its first place."""
        for name, (done, weak, verb) in self.words.verbs.items():
            match = done.search(self.hidden, start, end)
            status = verb["status"]
            if match is None and weak and (match := weak.search(self.hidden, start, end)):
                status = weaker("planned", status)
            nouns = (noun for noun in verb.get("about", ()) if self.words.nouns[noun].search(self.hidden, start, end))
            kind = next(nouns, verb.get("class"))
            if match and kind and status:
                yield _Told(name, verb, kind, status, *match.span())

    def _capped(self, told: _Told, start: int, end: int) -> str | None:
        """Return the status of a verb after the weaker words of its sentence; None if it is denied."""
        status: str | None = told.status
        for cap, pattern in self.words.caps.items():
            own = told.kind == "Talks" and cap == "discussed"
            if status and not own and pattern.search(self.hidden, start, end):
                status = weaker(cap, status)
        return status

    def _begin(self, start: int, verb: int) -> int:
        """Return where the clause of a verb begins: after the last comma that leaves a name before or in it."""
        for comma in reversed(list(_COMMA.finditer(self.hidden, start, verb))):
            if "¤" in self.hidden[comma.end() : verb]:
                return comma.end()
        return start

    def _parties(self, told: _Told, start: int, end: int) -> Iterator[tuple[str, Value]]:
        """Yield the parties: the first name is the subject, unless a word such as *by* stands before another one."""
        english = triggers("en")
        verb, governments = told.verb, self.knowledge.governments
        roles = english.other_roles[verb["roles"]] if "roles" in verb else english.roles.get(told.kind, {})
        here = [each for each in self.mentions if start <= each.start < end]
        parties = [each for each in here if each.group == "agent" and each.kind != "Person"]
        if told.kind in MUTUAL and not parties:
            parties = [each for each in here if each.slug in governments]
        acting = (each for each in parties if self.words.by and self.words.by.search(self.hidden[start : each.start]))
        subject = next(acting, parties[0] if parties else None)
        for each in parties:
            role = roles.get("subject" if each is subject else "from" if "roles" in verb else "object")
            if role:
                yield role, self._party(each)

    def _party(self, mention: Mention) -> Value:
        if mention.kind == "Country":
            slug = self.knowledge.governments[str(mention.slug)]
            return Value(slug, mention.start, mention.end, "register:government")
        return Value(mention.slug, mention.start, mention.end, mention.rule)

    def _add_status(self, made: Engagement, told: _Told, status: str, start: int, end: int) -> None:
        """Add the status, and the only date of the clause: of a deed that is done, or of one that is still to come."""
        dates = list(self.words.find_dates(self.hidden, start, end, self.day))
        rule = f"trigger:{self.words.language}:{told.name}"
        coming = [each for each in dates if each.after(self.day)]
        if coming and status in DONE:
            status = weaker("planned", status) or status
        made.add("status", Value(status, told.start, told.end, rule))
        if len(dates) == 1 and (coming or status in DONE):
            (found,) = dates
            name = "expected" if coming else "date"
            if found.how == "at" or not coming:
                made.add(name, Value(found.edtf, found.start, found.end, found.rule))

    def _countries(self) -> set[str]:
        return self.knowledge.country_codes(each.slug for each in self.mentions)
