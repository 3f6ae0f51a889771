"""All that stands for a party or a place in a text: names of the register, other names, and words that point back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pcgraph.intake.drafting.reading.names import Mention, Register
from pcgraph.intake.drafting.words.triggers import Triggers
from pcgraph.model.entities import Entity
from pcgraph.model.namespaces import local
from pcgraph.model.naming import letters

_CAPITALS = re.compile(
    r"[A-Z][\w’&-]*(?:(?:,? (?:of|and|for|for the|of the|&) | )[A-Z][\w’&-]*)*(?:,? (?:Ltd|Inc|Co)\b\.?)*"
)
_POINTING = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Hh]er|[Hh]is|[Tt]hat|[Tt]his) (?=((?:[A-Za-z-]+ )?(?:[a-z-]+ )?[a-z-]+))"
)
_DESCRIBING = re.compile(r"\w+ [a-z-]+(?: [a-z-]+)?(?:,| (?:of|that|which|for|behind|based|in|with)\b)")
NEARBY = 250  # characters
MASK = "¤"  # stands for each character of a mention or a date, which then is no trigger


def find_mentions(text: str, register: Register, triggers: Triggers) -> list[Mention]:
    """Return the mentions in a text, in its order; they do not overlap.

    >>> from pcgraph.intake.drafting.words.triggers import triggers
    >>> register = Register({"id/acme": Entity("id/acme", "Company", {"en": "Acme"})}, {"Company"}, {"Place"})
    >>> text = "Acme and a local bank met Zenith Holdings. The company left."
    >>> [(each.group, text[each.start : each.end]) for each in find_mentions(text, register, triggers())]
    [('agent', 'Acme'), ('unnamed', 'a local bank'), ('unknown', 'Zenith Holdings'), ('agent', 'The company')]
    """
    found = register.find(text)
    hidden = mask(text, [(each.start, each.end) for each in found if each.group != "place"])
    known = {(each.start, each.end) for each in found}
    others = [other for match in _CAPITALS.finditer(hidden) if (other := _unknown(match, hidden, triggers))]
    others = [each for each in others if (each.start, each.end) not in known]
    hidden = mask(hidden, [(each.start, each.end) for each in others])
    others += [
        Mention(*match.span(), None, "", "unnamed", "unnamed")
        for match in triggers.unnamed.finditer(hidden)
        if not (hidden[: match.start()].endswith((f"{MASK}, ", "), ")) and hidden[match.end() :].startswith(","))
    ]  # between commas after a name, such words describe it
    found = [each for each in found if not any(other.start <= each.start < other.end for other in others)] + others
    hidden = mask(hidden, [(each.start, each.end) for each in found])
    found.sort(key=lambda each: each.start)
    found += _pointing(hidden, found, register, triggers)
    return sorted(found, key=lambda each: each.start)


def mask(text: str, spans: list[tuple[int, int]], sign: str = MASK) -> str:
    """Return a text of the same length in which the spans hold nothing that a trigger fits."""
    out = list(text)
    for start, end in spans:
        out[start:end] = sign * (end - start)
    return "".join(out)


def _unknown(match: re.Match[str], text: str, triggers: Triggers) -> Mention | None:
    """Return a name that the register does not have, if it looks like that of an organisation."""
    words = match[0]
    start = match.start() + (4 if words.startswith("The ") else 0)
    name = text[start : match.end()]
    if (
        " " not in name
        or not triggers.unknown.search(name)
        or triggers.kind(name)
        or triggers.titles.search(name)
        or name.isupper()
        or triggers.nouns["event"].pattern.search(name.rsplit(" ", 1)[-1])
    ):
        return None
    if re.match(r"\s?\(¤+\)", text[match.end() :]):
        return None  # its short name, in brackets, is known
    return Mention(start, match.end(), None, "", "unknown", "unknown-name")


def _pointing(text: str, found: list[Mention], register: Register, triggers: Triggers) -> Iterator[Mention]:
    """Yield what points back to an agent that was named before, such as *the ministry*, at the place of these words."""
    agents = [each for each in found if each.group == "agent" and each.slug and each.kind != "Person"]
    things = {each.slug: thing for each in agents if (thing := _thing(register, each.slug))}
    for match in _POINTING.finditer(text):
        if text[: match.start()].endswith(f"{MASK}, ") and _DESCRIBING.match(text[match.start() :]):
            continue  # "Acme, the maker of cranes,"
        before = [each for each in agents if each.end <= match.start()]
        words = match[1].split()
        for length in range(len(words), 0, -1):
            phrase = words[:length]
            if (to := _meant(match.start(), phrase, before, things, triggers)) is not None:
                end = match.start(1) + len(" ".join(phrase))
                yield replace(to, start=match.start(), end=end, rule="register:back")
                break


def _meant(
    at: int, words: list[str], before: list[Mention], things: dict[str | None, Entity], triggers: Triggers
) -> Mention | None:
    """Return the latest mention that words such as *medical college* fit, or None."""
    head = words[-1].removesuffix("'s").removesuffix("’s")
    latest = [(each, thing) for each in reversed(before) if (thing := things.get(each.slug))]
    for each, thing in latest:
        known = {word for name in (*thing.labels.values(), *thing.aliases) for word in letters(name).split()}
        far = head == "government" and at - each.end > NEARBY  # which one may be meant, is open
        if not far and triggers.bodies.fullmatch(head) and head in known and all(word in known for word in words[:-1]):
            return each
    for each, thing in latest:
        country = local(thing.country or "")
        own = len(words) == 1 or (len(words) == 2 and words[0][:1].isupper() and country[:4] == words[0][:4].lower())
        if own and head in triggers.back.get(each.kind, ()):
            return each
    return None


def _thing(register: Register, slug: str | None) -> Entity | None:
    return register.by_slug.get(slug) if slug else None
