"""Leaves out an office of the register where the name beside the title shows that a text means another one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pcgraph.intake.drafting.reading.names import Mention, Register
from pcgraph.intake.drafting.words.triggers import Triggers
from pcgraph.model.common_words import is_common
from pcgraph.model.namespaces import local
from pcgraph.model.naming import letters
from pcgraph.query.names.hints import has_class_word

_NAME = r"[A-ZÀ-ÖØ-Þ][\w’'-]+(?: (?:[A-ZÀ-ÖØ-Þ]\.? ?)*(?:(?:al|bin|de|van|von) )?[A-ZÀ-ÖØ-Þ][\w’'-]+)*"
_AFTER = re.compile(rf"(?:[- ](?:designate|elect))?(,)? (?:(?:Dr|Mr|Mrs|Ms|Sir)\.? )?({_NAME})")
_BEFORE = re.compile(rf"({_NAME}), (?:(?:the|its|their|then|former|current) )*\Z")
_PEOPLE = re.compile(r"\b([A-Z][a-z]+(?:an|se|sh|ch|ek|ic|i|ss|no)) \Z")  # "Swiss" before the title
_DAYS = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July|August"
                   r"|(?:Septem|Octo|Novem|Decem)ber")  # fmt: skip


def without_other_holders(text: str, found: Sequence[Mention], register: Register, triggers: Triggers) -> list[Mention]:
    """Return the mentions without "Prime Minister" in "Prime Minister Ada Quay", if she is not known to have been one.

    Then "the prime minister" alone may be she, and is left out in the whole text. An office with its country stays.
    """
    parties = {each.start: each for each in found}
    short = [each for each in found if _is_office(text, each, register, triggers)]
    held = {each: _agrees(text, each, parties, register) for each in short}
    others = {each.slug for each, agrees in held.items() if agrees is False}
    return [each for each in found if each.slug not in others or each not in held or held[each]]


def _is_office(text: str, mention: Mention, register: Register, triggers: Triggers) -> bool:
    """Return whether a mention is the title of somebody who holds an office, without its country."""
    thing = register.by_slug.get(mention.slug or "")
    if mention.group != "agent" or thing is None or mention.kind == "Person":
        return False
    spelt = letters(text[mention.start : mention.end])
    country = register.entities.get(thing.country or "")
    names = [letters(name) for name in country.labels.values()] if country else []
    title = triggers.offices.search(spelt)
    return title is not None and not any(name in spelt for name in names)


def _agrees(text: str, mention: Mention, parties: dict[int, Mention], register: Register) -> bool | None:
    """Return whether the name beside a title is that of one who held the office; None without a name."""
    if text[mention.start : mention.end].endswith(("'s", "’s")) or re.match(r"['’]s?\b", text[mention.end :]):
        return None
    thing = register.by_slug[mention.slug or ""]
    people = _PEOPLE.search(text, 0, mention.start)
    if people and not is_common(people[1].lower()):
        return thing.country is not None and local(thing.country)[:4] == people[1][:4].lower()
    for start, name in _beside(text, mention):
        if has_class_word(name) or (start in parties and parties[start].kind != "Person"):
            continue
        words = {*letters(name).split()}
        holders = [register.by_slug[slug] for slug in register.holders.get(mention.slug or "", ())]
        spelt = [own for each in holders for own in (*each.labels.values(), *each.aliases, *each.spellings)]
        return any(words <= {*letters(own).split()} for own in spelt)
    return None


def _beside(text: str, mention: Mention) -> Iterator[tuple[int, str]]:
    """Yield the name after a title, and the one before it, with their places; a comma may also part a list."""
    after, before = _AFTER.match(text, mention.end), _BEFORE.search(text, 0, mention.start)
    if (
        after
        and not _DAYS.search(after[2])
        and (not after[1] or (" " in after[2] and text.startswith(",", after.end())))
    ):
        yield after.start(2), after[2]
    if before and " " in before[1] and not _DAYS.search(before[1]):
        yield before.start(1), before[1]
