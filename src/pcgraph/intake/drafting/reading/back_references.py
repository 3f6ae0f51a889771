"""Finds the words that point back to a party, such as *the ministry*, and says which one they mean."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pcgraph.intake.drafting.reading.names import MASK, Mention, Register
from pcgraph.intake.drafting.reading.unknown_names import description
from pcgraph.intake.drafting.words.triggers import Triggers
from pcgraph.model.namespaces import local
from pcgraph.model.naming import letters

_OPENS = re.compile(r"(?:^|[.!?\n]\s*)(?:The\s)?\Z")
_MINUTES = re.compile(r"\bMinutes\b[^\n]* meeting\b")
_BOARD = re.compile(r"\b[Tt]he (?:Board|Director|chair)\b(?! of)")  # in the minutes of a body, who acts for it
_POINTING = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Hh]er|[Hh]is|[Tt]hat|[Tt]his) (?=((?:[A-Za-z-]+ )?(?:[a-z-]+ )?[A-Za-z-]+))"
)
_WHOSE_OWN = re.compile(r"[Ii]ts|[Oo]ur|[Hh]er|[Hh]is")
_DESCRIBING = re.compile(
    r"\w+ [a-z-]+(?: [a-z-]+)?(?:,| (?:of|that|which|who|whose|for|behind|based|in|with|run|led|owned)\b)"
)
NEARBY = 250  # characters


def find_pointing(
    text: str, hidden: str, found: list[Mention], register: Register, triggers: Triggers
) -> Iterator[Mention]:
    """Yield what points back to an agent that was named before, such as *the ministry*, at the place of these words."""
    agents = [each for each in found if each.group in ("agent", "unknown") and each.kind != "Person"]
    names: dict[object, set[str]] = defaultdict(set)
    for each in agents:
        names[each.key] |= _names(text, each, register) | {description(text, each.end, triggers).lower()}
    for match in _POINTING.finditer(hidden):
        if hidden[: match.start()].endswith(f"{MASK}, ") and _DESCRIBING.match(hidden[match.start() :]):
            continue  # "Acme, the maker of cranes,"
        before = [each for each in agents if each.end <= match.start()]
        words = match[1].split()
        if (
            words[0] in ("latter", "former")
            and len(pair := list({each.key: each for each in before[-4:]}.values())) > 1
        ):
            yield replace(
                pair[-1 if words[0] == "latter" else -2], start=match.start(), end=match.end() + 6, rule="register:back"
            )
            continue
        for length in range(len(words), 0, -1):
            if (to := _meant(hidden, match.start(), words[:length], before, names, register, triggers)) is not None:
                end = match.start(1) + len(" ".join(words[:length]))
                if hidden[end : end + 2] != f" {MASK}":  # "the maker Thessa Turbines" has a name of its own
                    yield replace(to, start=match.start(), end=end, rule="register:back")
                break


def find_board(text: str, hidden: str, found: list[Mention]) -> Iterator[Mention]:
    """Yield whom *the Board* means in minutes: the first party that they name."""
    minutes = _MINUTES.search(text, 0, NEARBY)
    bodies = [each for each in found if each.group in ("agent", "unknown")]
    for match in _BOARD.finditer(hidden) if minutes and bodies else ():
        yield replace(bodies[0], start=match.start(), end=match.end(), rule="register:back")


def _names(text: str, mention: Mention, register: Register) -> set[str]:
    """Return the words of the names of what a mention means."""
    thing = register.by_slug.get(mention.slug or "")
    spelt = mention.spelt or (mention.start, mention.end)
    names: Iterable[str] = (*thing.labels.values(), *thing.aliases) if thing else (text[slice(*spelt)],)
    return {word for name in names for word in letters(name).split()}


def _is_subject(hidden: str, mention: Mention) -> bool:
    """Return whether a sentence begins with a mention, as subjects do."""
    return bool(
        re.match(" [a-z]", hidden[mention.end :]) and _OPENS.search(hidden, max(0, mention.start - 8), mention.start)
    )


def _meant(
    hidden: str,
    at: int,
    words: list[str],
    before: list[Mention],
    names: dict[object, set[str]],
    register: Register,
    triggers: Triggers,
) -> Mention | None:
    """Return the latest mention that words such as *medical college* fit, or None."""
    head = words[-1].removesuffix("'s").removesuffix("’s").lower()
    latest = before[::-1]
    is_of_another = _WHOSE_OWN.match(hidden, at)  # "its bank" is not the bank that was named
    if is_of_another and len(words) == 1:
        return None
    for each in latest:
        known = names[each.key]
        far = head == "government" and at - each.end > NEARBY  # which one may be meant, is open
        if not far and triggers.bodies.fullmatch(head) and head in known and all(word in known for word in words[:-1]):
            return each
    for each in sorted(latest, key=lambda each: at - each.end > 2 * NEARBY or not _is_subject(hidden, each)):
        thing = register.by_slug.get(each.slug or "")
        country = local(thing.country or "") if thing else ""
        fits = len(words) == 1 or (len(words) == 2 and words[0][:1].isupper() and country[:4] == words[0][:4].lower())
        if fits and not is_of_another and head in triggers.back.get(each.kind, ()):
            return each
    return None
