"""All that stands for a party or a place in a text: names of the register, other names, and words that point back."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from pcgraph.intake.drafting.reading.back_references import find_board, find_pointing
from pcgraph.intake.drafting.reading.names import MASK, Mention, Register
from pcgraph.intake.drafting.reading.offices import without_other_holders
from pcgraph.intake.drafting.reading.unknown_names import find_unknown, unknown_name
from pcgraph.intake.drafting.words.triggers import Triggers
from pcgraph.model.common_words import is_common
from pcgraph.model.namespaces import local
from pcgraph.model.naming import letters
from pcgraph.query.names.hints import has_class_word, implied_class

_COUNTRY = re.compile(r" of (?:the )?([A-Z]\w+)")
_ASIDE = re.compile(r"(?:(?! and )[^,.;:]){0,70}[,.)]")
_SHORT = re.compile(r"\s?\((?:the )?[“\"'‘]?([A-Z][A-Za-z0-9&-]{1,9})[”\"'’]?\)")
_OTHER = re.compile(r"(?:[a-z]|\bThe) ([A-Z][a-z]{2,}) \Z")


def find_mentions(text: str, register: Register, triggers: Triggers) -> list[Mention]:
    """Return the mentions in a text, in its order; they do not overlap."""
    found = without_other_holders(text, register.find(text), register, triggers)
    hidden = mask(text, [(each.start, each.end) for each in found if each.group != "place"])
    known = {(each.start, each.end) for each in found}
    others = [each for each in find_unknown(hidden, triggers) if (each.start, each.end) not in known]
    found = [each for each in found if not any(other.start <= each.start < other.end for other in others)] + others
    found = list(_with_short_names(text, _of_other_countries(text, found, register)))
    hidden = mask(text, [(each.start, each.end) for each in found])
    found += [
        Mention(*match.span(), None, "", "unnamed", "unnamed")
        for match in triggers.unnamed.finditer(hidden)
        if not (
            hidden[: match.start()].endswith((f"{MASK}, ", f"{MASK} (", "), ")) and _ASIDE.match(hidden, match.end())
        )
    ]  # between commas after a name, such words describe it
    hidden = mask(hidden, [(each.start, each.end) for each in found])
    found.sort(key=lambda each: each.start)
    found += find_pointing(text, hidden, found, register, triggers)
    found += find_board(text, hidden, found)
    return sorted(found, key=lambda each: each.start)


def mask(text: str, spans: list[tuple[int, int]], sign: str = MASK) -> str:
    """Return a text of the same length in which the spans hold nothing that a trigger fits."""
    out = list(text)
    for start, end in spans:
        out[start:end] = sign * (end - start)
    return "".join(out)


def _of_other_countries(text: str, found: list[Mention], register: Register) -> list[Mention]:
    """Return the mentions; a body of the register, "of" a country that is not its own, is an unknown one."""
    out: list[Mention] = []
    for each in sorted(found, key=lambda each: each.start):
        last = out[-1] if out else None
        thing = register.by_slug.get(last.slug or "") if last and last.group == "agent" else None
        other = each.kind == "Country" and thing and thing.country and local(thing.country) != each.slug
        gap = text[last.end : each.start] if last else ""
        longer_name = each.group == "unknown" and gap in (" ", " of ", " of the ")
        if last and thing and ((other and gap == " of ") or longer_name):
            span = (last.start, each.end)
            out[-1] = unknown_name(text, span, span)
        elif (
            each.group == "agent"
            and (country := _COUNTRY.match(text, each.end))
            and not any(country.start(1) == one.start for one in found)
        ):
            span = (each.start, country.end())
            out.append(unknown_name(text, span, span))
        elif longer := _foreign(text, each, register):
            out.append(unknown_name(text, longer, longer))
        else:
            out.append(each)
    return out


def _foreign(text: str, mention: Mention, register: Register) -> tuple[int, int] | None:
    """Return the place of a longer name, of which a name of the register without its country is only the end."""
    thing = register.by_slug.get(mention.slug or "")
    lead = _OTHER.search(text, 0, mention.start)
    if thing is None or thing.country is None or mention.group != "agent" or lead is None:
        return None
    words = letters(text[mention.start : mention.end]).split()
    if local(thing.country)[:4] == lead[1][:4].lower() or not all(
        len(word) < 4 or is_common(word) or has_class_word(word) for word in words
    ):
        return None
    return lead.start(1), mention.end


def _with_short_names(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Yield the mentions, and later short names: those in brackets, and the first words of unknown names."""
    taken = [False] * (len(text) + 1)
    for each in found:
        taken[each.start : each.end] = [True] * (each.end - each.start)
    yield from found
    heads: dict[str, set[object]] = defaultdict(set)
    for each in found:
        heads[text[each.start : each.end].split()[0]].add(each.key)
    for each in found:
        short = _SHORT.match(text, each.end) if each.group in ("agent", "unknown") else None
        names = [short[1]] if short else []
        head = text[each.start : each.end].split()[0]
        if (
            each.group == "unknown"
            and len(heads[head]) == 1
            and not is_common(head.lower())
            and implied_class(head) in (None, "Company", "FinancialInstitution")  # but not "the Ministry"
            and not head.endswith(("ian", "ish", "ese"))
        ):
            names.append(head)
        for match in (hit for name in names for hit in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w| [A-Z])", text)):
            start, end = match.span()
            if start >= each.end and not any(taken[start:end]):
                taken[start:end] = [True] * (end - start)
                yield replace(each, start=start, end=end, rule="register:short-name" if each.slug else "short-name")
