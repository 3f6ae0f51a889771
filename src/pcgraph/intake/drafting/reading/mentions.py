"""All that stands for a party or a place in a text: names of the register, other names, and words that point back."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from pcgraph.intake.drafting.reading.names import Mention, Register
from pcgraph.intake.drafting.words.triggers import Triggers
from pcgraph.intake.drafting.words.verbs import last_match
from pcgraph.model.common_words import is_common
from pcgraph.model.namespaces import local
from pcgraph.model.naming import letters
from pcgraph.query.names.hints import has_class_word, implied_class

_CAPITAL = "A-ZÀ-ÖØ-ÞĐİŁŚŞŠŻŽČĆĞ"
_WORD = rf"[{_CAPITAL}][\w&-]*(?!\.[A-Z])"
_SMALL = "del?|della|der|des|d[aiou]|du|l[aoe]s?|v[ao]n|für|zur?|y|et|und"  # words in foreign names
_JOINT = (
    rf",? (?:of|and|for|for the|of the|&|(?:{_SMALL})(?: (?:{_SMALL}))*) | (?:de )?[dl]['’]| al-| |(?<=[a-z])['’]s? "
)
_FIELD = (
    r"(?:[A-Z]\w+ )??[A-Z]\w*?(?:ry|ism|ions?|ics|ing|ment|ies|stock|ce|gy|ty|lth|ure|rade|orts?|outh|abour|oads"
    r"|ridges|ater|ower|ood|ands?|ines|orks|ffairs)\b"
)
_LISTED = rf"(?:Ministry|Department) (?:of|for) {_FIELD}(?:, {_FIELD})+,? and {_FIELD}"  # of Trade, Roads and Ports
_CAPITALS = re.compile(
    rf"(?:{_LISTED}|{_WORD})(?:(?:{_JOINT}){_WORD})*(?:,? (?:(?:Ltd|Inc|Co)\b\.?|S\.(?:A|L|p\.A|r\.l)\.))*"
)
_AND = re.compile(r" and (?=[A-Z][\w&-]* [A-Z])")
_COUNTRY = re.compile(r" of (?:the )?([A-Z]\w+)")
_OF = re.compile(r"(?<!Minister)(?<!Secretary)(?<!Order) of (?:the )?")
_OF_THE = re.compile(r"\bof (?:the )?\Z")
_FOR = re.compile(r" for (?:the )?")
_FIRST = re.compile(  # words that only begin a sentence
    r"(?:The|A|An|In|On|At|By|For|From|Since|Until|After|Before|Under|With|Both|When|While|As|If|But|And|Last|Next|This|That|Its|"
    r"Their|Our|Now|Then|Also|Today|Yesterday|Not|No|Neither|Nor|Only|Even|Between|During|Through|Without|Whether|Talks|One|Two|"
    r"Three|Four|Five|Interest|Deputy|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday) "
)
_MADE = re.compile(r"(?:Centre|Center|Laboratory|Loan|Grant|Talks|Contract|Training) ")  # what engagements are about
_DESCRIPTION = re.compile(r", (?:an?|the|its|one of the) ([^,.;:]{3,60})")
_ASIDE = re.compile(r"(?:(?! and )[^,.;:]){0,70}[,.)]")
_PERSON = re.compile(r",? who\b|, \d\d,")  # stands after the name of a person
_ROLE = re.compile(r", ((?:(?:the|an?|its|his|her|their) )?[a-z-]+(?: [a-z-]+)?)")  # what follows a name
_OFFICER = re.compile(  # "Minister for Water Resources", "Minister Ida Holm"
    r"^(?:[A-Z][\w-]+ )*(?:Minister|Secretary|President|Director|Governor|Mayor)(?:[- ]General)? (?:of |for "
    r"|[A-Z]\w+ [A-Z]\w+$)"
)
_HEAD_OF = re.compile(r"\b[\w-]+ (?:of|at|for) (?:the )?$")
_SPEAKS = re.compile(r"\b(?:said|says|added|adds|asked|one of \w+,|By) $")  # stands before one
_WHOSE = re.compile(r"(?!Children|Women|People|Men)[\w-]+['’]s ")
_OPENS = re.compile(r"(?:^|[.!?\n]\s*)(?:The\s)?\Z")
_MINUTES = re.compile(r"\bMinutes\b[^\n]* meeting\b")
_BOARD = re.compile(r"\b[Tt]he (?:Board|Director|chair)\b(?! of)")  # in the minutes of a body, who acts for it
_SHORT = re.compile(r"\s?\((?:the )?[“\"'‘]?([A-Z][A-Za-z0-9&-]{1,9})[”\"'’]?\)")
_POINTING = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Hh]er|[Hh]is|[Tt]hat|[Tt]his) (?=((?:[A-Za-z-]+ )?(?:[a-z-]+ )?[A-Za-z-]+))"
)
_WHOSE_OWN = re.compile(r"[Ii]ts|[Oo]ur|[Hh]er|[Hh]is")
_DESCRIBING = re.compile(
    r"\w+ [a-z-]+(?: [a-z-]+)?(?:,| (?:of|that|which|who|whose|for|behind|based|in|with|run|led|owned)\b)"
)
_SINGLE = re.compile(
    r"(?<![A-Z¤].)(?<![A-Za-z]{2}[.!?] )(?<!\w)([A-Z][a-z]{3,}(?<!ian)(?<!ish)(?<!ese)|[A-Z]?[a-z]+[A-Z]\w+)"
    r"(?![\w&-]| [A-Z¤&])"
)
_IN_NAME = re.compile(r"[A-Z][\w.&-]*[ -](?:(?:of|and) )?([A-Z]\w+)|([A-Z]\w+)[ -][A-Z]")
_PARTNER = re.compile(r"(?:\bwith|\bby|\bbetween|¤ and|¤,|\bacquir(?:es?|ed|ing)|\bb(?:ought|uys?|uying)) \Z")
_ELSEWHERE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|of|outside|[Ii]nto|around|off|said|says|named|called|[Aa]cross|through|via) \Z"
)
_ORDINAL = re.compile(r"\w+(?:st|nd|rd|th) ")
_OTHER = re.compile(r"(?:[a-z]|\bThe) ([A-Z][a-z]{2,}) \Z")
NEARBY = 250  # characters
TITLED = 40  # characters before a name in which a title makes it that of a person
LONGEST = 9  # words of a name that the register lacks
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
        if not (
            hidden[: match.start()].endswith((f"{MASK}, ", f"{MASK} (", "), ")) and _ASIDE.match(hidden, match.end())
        )
    ]  # between commas after a name, such words describe it
    hidden = mask(hidden, [(each.start, each.end) for each in found])
    found.sort(key=lambda each: each.start)
    found += _pointing(text, hidden, found, register, triggers)
    found += _board(text, hidden, found)
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
            lead = _HEAD_OF.sub("", lead)
            shaped = "&" in name or has_class_word(name)
            aside = _ROLE.match(text, end)
            titled = (
                triggers.titles.search(lead) or _PERSON.match(text, end) or (aside and triggers.titles.search(aside[1]))
            )
            described = _description(text, end, triggers) or _introduced(name, lead, triggers)
            person = triggers.titles.search(name) or _SPEAKS.search(lead) or (titled and not described)
            if (person and not shaped) or _OFFICER.search(name) or lead.endswith("our "):
                people.add(name)
            elif (described or _is_organisation(name, text[max(0, start - 4) : start], triggers)) and not re.match(
                r"\s?\(¤+\)", text[end:]
            ):
                found.append((start, end))
    found += _single_words(text, people, triggers)
    for start, end in sorted(set(found)):
        name = text[start:end]
        if name not in people:
            spelt = first.setdefault(name, (start, end))
            yield _unknown_name(text, (start, end), spelt)
    for name, spelt in first.items():
        for match in re.finditer(rf"\b{re.escape(name.upper())}\b", text) if " " in name and not name.isupper() else ():
            yield _unknown_name(text, match.span(), spelt)


def _unknown_name(text: str, span: tuple[int, int], spelt: tuple[int, int]) -> Mention:
    return Mention(*span, None, implied_class(text[slice(*spelt)]) or "Company", "unknown", "unknown-name", spelt)


def _single_words(text: str, people: Collection[str], triggers: Triggers) -> list[tuple[int, int]]:
    """Return the places of names of one word that stand where parties do, and never where people and places do."""
    places: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _SINGLE.finditer(text):
        places[match[1]].append(match)
    longer = {word for name in people for word in name.split()} | {
        word for pair in _IN_NAME.findall(text) for word in pair
    }
    return [
        match.span(1)
        for name, matches in places.items()
        if name not in longer
        and not is_common(name.lower())
        and not triggers.things.search(name)
        and not triggers.titles.search(name)
        and any(_PARTNER.search(text, 0, match.start()) for match in matches)
        and not any(_ELSEWHERE.search(text, 0, match.start()) for match in matches)
        for match in matches
    ]


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the names of a run of capitalised words: two if *and* joins them, without words that begin a sentence."""
    while lead := _FIRST.match(text, start, end) or _WHOSE.match(text, start, end):
        start = lead.end()
    for joint in _AND.finditer(text, start, end):
        if not is_common(re.split(r"\W", text[joint.end() : end])[0].lower()):
            yield _trimmed(text, start, joint.start() - (text[joint.start() - 1] == ","))
            start = joint.end()
    split = _FOR.search(text, start, end)
    if (
        split
        and " " in text[start : split.start()]
        and has_class_word(text[start : split.start()])
        and has_class_word(text[split.end() : end])
        and " " in text[split.end() : end]
    ):
        yield _trimmed(text, start, split.start())  # "repaired by Danvers Civil for the Roads Agency"
        start = split.end()
    yield _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a name without a verb in capitals, the people who work for it, or the place of a company."""
    while (last := text[start:end].rpartition(" ")[2]).isupper() and is_common(last.lower()):
        end -= len(last) + 1  # "the Board NOTED"
    of = _OF.search(text, start, end)
    if of and has_class_word(text[of.end() : end]) and " " in text[of.end() : end]:
        return (start if has_class_word(text[start : of.start()]) else of.end()), end  # "Workers of Danvers Civil"
    if of and _is_company(text[start : of.start()]) and " " not in text[of.end() : end]:
        return start, of.start()  # "Danvers Civil of Eastmark"
    return start, end


def _is_company(name: str) -> bool:
    """Return whether a name is that of a company, and its first word is its own: "Danvers Civil", not "Water Works"."""
    first = name.split()[0]
    return implied_class(name) == "Company" and not has_class_word(first) and not is_common(first.lower())


def _description(text: str, end: int, triggers: Triggers) -> str:
    """Return the noun after a name that says that it is an organisation: "Zenith, a Vik-based maker of pumps"."""
    words = _DESCRIPTION.match(text, end)
    noun = triggers.bodies.search(words[1]) if words else None
    if noun is None or words is None or re.search(r"\b(?:of|from|at|for|who)\b", words[1][: noun.start()]):
        return ""  # "Bo Ek, a clerk of the bank"
    goes_on = re.match(r"$| (?:of|that|which|whose|in|from|based|for|with|to|owned|run|led)\b", words[1][noun.end() :])
    return noun[0] if goes_on else ""


def _introduced(name: str, lead: str, triggers: Triggers) -> bool:
    """Return whether words before a name say that it is an organisation: "the pump maker Zenith"."""
    noun = last_match(triggers.bodies, lead)
    after = lead[noun.end() :] if noun else ""
    kind = noun is not None and bool(re.fullmatch(r"s? (?:of )?|s?, ", after))
    if noun and ", " in after and (" " not in name or _OF_THE.search(lead, 0, noun.start())):
        return False  # "the chairman of the group, Bo Ek"
    return kind and not triggers.things.search(name)


def _is_organisation(name: str, before: str, triggers: Triggers) -> bool:
    """Return whether a name has a noun of organisations, an article, or a common word at its end."""
    words = re.findall(r"\w[\w-]*", name)
    if (
        not (1 < len(words) <= LONGEST or ("-" in name and has_class_word(name)))
        or name.isupper()
        or triggers.kind(name)
    ):
        return False
    if _MADE.match(name) or triggers.things.fullmatch(words[0 if " of " in name else -1]):
        return False
    if triggers.nouns["event"].pattern.search(words[-1]):
        return False
    if "&" in name or has_class_word(name):
        return True
    if before.lower() == "the " and not _ORDINAL.match(name):
        return not any(
            triggers.nouns[kind].pattern.search(words[-1]) for kind in ("project", "instrument", "initiative")
        )
    begins = not re.fullmatch(
        r"[a-z,] ", before[-2:]
    )  # a sentence or a title, in which common words have capitals, too
    return is_common(words[-1].lower()) and not (begins and is_common(words[0].lower()))


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
            out[-1] = _unknown_name(text, span, span)
        elif (
            each.group == "agent"
            and (country := _COUNTRY.match(text, each.end))
            and not any(country.start(1) == one.start for one in found)
        ):
            span = (each.start, country.end())
            out.append(_unknown_name(text, span, span))
        elif longer := _foreign(text, each, register):
            out.append(_unknown_name(text, longer, longer))
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


def _pointing(
    text: str, hidden: str, found: list[Mention], register: Register, triggers: Triggers
) -> Iterator[Mention]:
    """Yield what points back to an agent that was named before, such as *the ministry*, at the place of these words."""
    agents = [each for each in found if each.group in ("agent", "unknown") and each.kind != "Person"]
    names: dict[object, set[str]] = defaultdict(set)
    for each in agents:
        names[each.key] |= _names(text, each, register) | {_description(text, each.end, triggers).lower()}
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


def _board(text: str, hidden: str, found: list[Mention]) -> Iterator[Mention]:
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
    for each in latest:
        known = names[each.key]
        far = head == "government" and at - each.end > NEARBY  # which one may be meant, is open
        if not far and triggers.bodies.fullmatch(head) and head in known and all(word in known for word in words[:-1]):
            return each
    for each in sorted(latest, key=lambda each: at - each.end > 2 * NEARBY or not _is_subject(hidden, each)):
        thing = register.by_slug.get(each.slug or "")
        country = local(thing.country or "") if thing else ""
        own = not _WHOSE_OWN.match(hidden, at) and (
            len(words) == 1 or (len(words) == 2 and words[0][:1].isupper() and country[:4] == words[0][:4].lower())
        )
        if own and head in triggers.back.get(each.kind, ()):
            return each
    return None
