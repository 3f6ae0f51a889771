"""All that stands for a party or a place in a text: names of the register, other names, and words that point back."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pcgraph.intake.drafting.reading.names import Mention, Register
from pcgraph.intake.drafting.words.triggers import Triggers
from pcgraph.model.common_words import is_common
from pcgraph.model.namespaces import local
from pcgraph.model.naming import letters

_WORD = r"[A-Z][\w&-]*"
_CAPITALS = re.compile(
    rf"{_WORD}(?:(?:,? (?:of|and|for|for the|of the|&) | |(?<=[a-z])['’]s? ){_WORD})*"
    r"(?:,? (?:Ltd|Inc|Co)\b\.?)*"
)
_AND = re.compile(r" and (?=[A-Z][\w&-]* [A-Z])")
_FIRST = re.compile(  # words that only begin a sentence
    r"(?:The|A|An|In|On|At|By|For|From|Since|Until|After|Before|Under|With|Both|When|While|As|If|But|And|Last|Next|This|That|Its|"
    r"Their|Our|Now|Then|Also|Today|Yesterday|Not|No|Neither|Nor|Only|Even|Between|During|Through|Without|Whether|Talks|One|Two|"
    r"Three|Four|Five|Interest|Deputy) "
)
_MADE = re.compile(r"(?:Centre|Center|Laboratory|Loan|Grant|Talks|Contract|Training) ")  # what engagements are about
_DESCRIPTION = re.compile(r", an? ([^,.;:]{3,60})")
_ASIDE = re.compile(r"[^,.;:]{0,50},")
_WHOSE = re.compile(r"[\w-]+['’]s? ")
_SHORT = re.compile(r"\s?\((?:the )?[“\"'‘]?([A-Z][A-Za-z0-9&-]{1,9})[”\"'’]?\)")
_POINTING = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Hh]er|[Hh]is|[Tt]hat|[Tt]his) (?=((?:[A-Za-z-]+ )?(?:[a-z-]+ )?[a-z-]+))"
)
_DESCRIBING = re.compile(r"\w+ [a-z-]+(?: [a-z-]+)?(?:,| (?:of|that|which|for|behind|based|in|with)\b)")
NEARBY = 250  # characters
TITLED = 40  # characters before a name in which a title makes it that of a person
LONGEST = 7  # words of a name that the register lacks
MASK = "¤"  # stands for each character of a mention or a date, which then is no trigger


def find_mentions(text: str, register: Register, triggers: Triggers) -> list[Mention]:
    """Return the mentions in a text, in its order; they do not overlap."""
    found = register.find(text)
    hidden = mask(text, [(each.start, each.end) for each in found if each.group != "place"])
    known = {(each.start, each.end) for each in found}
    others = [each for each in _unknown(hidden, triggers) if (each.start, each.end) not in known]
    found = [each for each in found if not any(other.start <= each.start < other.end for other in others)] + others
    found = list(_with_short_names(text, _of_other_countries(text, found, register)))
    hidden = mask(text, [(each.start, each.end) for each in found])
    found += [
        Mention(*match.span(), None, "", "unnamed", "unnamed")
        for match in triggers.unnamed.finditer(hidden)
        if not (hidden[: match.start()].endswith((f"{MASK}, ", "), ")) and _ASIDE.match(hidden, match.end()))
    ]  # between commas after a name, such words describe it
    hidden = mask(hidden, [(each.start, each.end) for each in found])
    found.sort(key=lambda each: each.start)
    found += _pointing(text, hidden, found, register, triggers)
    return sorted(found, key=lambda each: each.start)


def mask(text: str, spans: list[tuple[int, int]], sign: str = MASK) -> str:
    """Return a text of the same length in which the spans hold nothing that a trigger fits."""
    out = list(text)
    for start, end in spans:
        out[start:end] = sign * (end - start)
    return "".join(out)


def _unknown(text: str, triggers: Triggers) -> Iterator[Mention]:
    """Yield the names that the register does not have, if they look like those of organisations."""
    first: dict[str, tuple[int, int]] = {}
    found: list[tuple[int, int]] = []
    people: set[str] = set()
    for match in _CAPITALS.finditer(text):
        for start, end in _parts(text, *match.span()):
            name = text[start:end]
            lead = text[max(0, start - TITLED) : start].rsplit(".")[-1]
            titled = triggers.titles.search(lead) or triggers.titles.search(name) or re.match(r",? who\b", text[end:])
            if titled and not triggers.unknown.search(name):
                people.add(name)
            elif (
                _described(text, end, triggers) or _is_organisation(name, text[start - 2 : start], triggers)
            ) and not re.match(r"\s?\(¤+\)", text[end:]):
                found.append((start, end))
    for start, end in found:
        name = text[start:end]
        if name not in people:
            spelt = first.setdefault(name, (start, end))
            yield Mention(start, end, None, "", "unknown", "unknown-name", spelt)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the names of a run of capitalised words: two if *and* joins them, without words that begin a sentence."""
    while lead := _FIRST.match(text, start, end) or _WHOSE.match(text, start, end):
        start = lead.end()
    for joint in _AND.finditer(text, start, end):
        if not is_common(re.split(r"\W", text[joint.end() : end])[0].lower()):
            yield start, joint.start()
            start = joint.end()
    yield start, end


def _described(text: str, end: int, triggers: Triggers) -> bool:
    """Return whether words after a name say that it is an organisation: "Zenith, a Vik-based maker of pumps"."""
    words = _DESCRIPTION.match(text, end)
    noun = triggers.bodies.search(words[1]) if words else None
    if noun is None or words is None or re.search(r"\b(?:of|from|at|for|who)\b", words[1][: noun.start()]):
        return False  # "Bo Ek, a clerk of the bank"
    return bool(re.match(r"$| (?:of|that|which|in|from|based|for|with|owned|run|led)\b", words[1][noun.end() :]))


def _is_organisation(name: str, before: str, triggers: Triggers) -> bool:
    """Return whether a name has a noun of organisations, or at its end a common word that is part of a name."""
    words = re.findall(r"\w[\w-]*", name)
    if not 1 < len(words) <= LONGEST or name.isupper() or triggers.kind(name):
        return False
    if _MADE.match(name) or triggers.things.fullmatch(words[0 if " of " in name else -1]):
        return False
    if triggers.nouns["event"].pattern.search(words[-1]):
        return False
    if triggers.unknown.search(name):
        return True
    begins = not re.fullmatch(r"[a-z,] ", before)  # a sentence or a title, in which common words have capitals, too
    return is_common(words[-1].lower()) and not (begins and is_common(words[0].lower()))


def _of_other_countries(text: str, found: list[Mention], register: Register) -> list[Mention]:
    """Return the mentions; a body of the register, "of" a country that is not its own, is an unknown one."""
    out: list[Mention] = []
    for each in sorted(found, key=lambda each: each.start):
        last = out[-1] if out else None
        thing = register.by_slug.get(last.slug or "") if last and last.group == "agent" else None
        other = each.kind == "Country" and thing and thing.country and local(thing.country) != each.slug
        if last and other and text[last.end : each.start] == " of ":
            span = (last.start, each.end)
            out[-1] = Mention(*span, None, "", "unknown", "unknown-name", span)
        else:
            out.append(each)
    return out


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
        if each.group == "unknown" and len(heads[head]) == 1 and not is_common(head.lower()):
            names.append(head)
        for match in (hit for name in names for hit in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w| [A-Z])", text)):
            start, end = match.span()
            if start >= each.end and not any(taken[start:end]):
                taken[start:end] = [True] * (end - start)
                yield replace(each, start=start, end=end, rule="register:short-name" if each.slug else "short-name")


def _pointing(
    text: str, hidden: str, found: list[Mention], register: Register, triggers: Triggers
) -> Iterator[Mention]:
    """Yield what points back to an agent that was named before, such as *the ministry*, at the place of these words."""
    agents = [each for each in found if each.group in ("agent", "unknown") and each.kind != "Person"]
    names = {each.key: _names(text, each, register) for each in agents}
    for match in _POINTING.finditer(hidden):
        if hidden[: match.start()].endswith(f"{MASK}, ") and _DESCRIBING.match(hidden[match.start() :]):
            continue  # "Acme, the maker of cranes,"
        before = [each for each in agents if each.end <= match.start()]
        words = match[1].split()
        for length in range(len(words), 0, -1):
            if (to := _meant(match.start(), words[:length], before, names, register, triggers)) is not None:
                end = match.start(1) + len(" ".join(words[:length]))
                yield replace(to, start=match.start(), end=end, rule="register:back")
                break


def _names(text: str, mention: Mention, register: Register) -> set[str]:
    """Return the words of the names of what a mention means."""
    thing = register.by_slug.get(mention.slug or "")
    spelt = mention.spelt or (mention.start, mention.end)
    names: Iterable[str] = (*thing.labels.values(), *thing.aliases) if thing else (text[slice(*spelt)],)
    return {word for name in names for word in letters(name).split()}


def _meant(
    at: int,
    words: list[str],
    before: list[Mention],
    names: dict[object, set[str]],
    register: Register,
    triggers: Triggers,
) -> Mention | None:
    """Return the latest mention that words such as *medical college* fit, or None."""
    head = words[-1].removesuffix("'s").removesuffix("’s")
    latest = before[::-1]
    for each in latest:
        known = names[each.key]
        far = head == "government" and at - each.end > NEARBY  # which one may be meant, is open
        if not far and triggers.bodies.fullmatch(head) and head in known and all(word in known for word in words[:-1]):
            return each
    for each in latest:
        thing = register.by_slug.get(each.slug or "")
        country = local(thing.country or "") if thing else ""
        own = len(words) == 1 or (len(words) == 2 and words[0][:1].isupper() and country[:4] == words[0][:4].lower())
        kind = each.kind if thing else "" if triggers.bodies.search(" ".join(names[each.key])) else "Company"
        if own and head in triggers.back.get(kind, ()):
            return each
    return None
