"""Finds the names of organisations that the register lacks, by their shape and the words beside them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from pcgraph.intake.drafting.reading.names import Mention
from pcgraph.intake.drafting.words.triggers import Triggers
from pcgraph.intake.drafting.words.verbs import last_match
from pcgraph.model.common_words import is_common
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
_PERSON = re.compile(r",? who\b|, \d\d,")  # stands after the name of a person
_ROLE = re.compile(r", ((?:(?:the|an?|its|his|her|their) )?[a-z-]+(?: [a-z-]+)?)")  # what follows a name
_OFFICER = re.compile(  # "Minister for Water Resources", "Minister Ida Holm"
    r"^(?:[A-Z][\w-]+ )*(?:Minister|Secretary|President|Director|Governor|Mayor)(?:[- ]General)? (?:of |for "
    r"|[A-Z]\w+ [A-Z]\w+$)"
)
_HEAD_OF = re.compile(r"\b[\w-]+ (?:of|at|for) (?:the )?$")
_SPEAKS = re.compile(r"\b(?:said|says|added|adds|asked|one of \w+,|By) $")  # stands before one
_WHOSE = re.compile(r"(?!Children|Women|People|Men)[\w-]+['’]s ")
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
TITLED = 40  # characters before a name in which a title makes it that of a person
LONGEST = 9  # words of a name that the register lacks


def find_unknown(text: str, triggers: Triggers) -> Iterator[Mention]:
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
            described = description(text, end, triggers) or _introduced(name, lead, triggers)
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
            yield unknown_name(text, (start, end), spelt)
    for name, spelt in first.items():
        for match in re.finditer(rf"\b{re.escape(name.upper())}\b", text) if " " in name and not name.isupper() else ():
            yield unknown_name(text, match.span(), spelt)


def unknown_name(text: str, span: tuple[int, int], spelt: tuple[int, int]) -> Mention:
    """Return the mention of a name that the register lacks, of the class that its words imply."""
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
        if not is_common(re.split(r"\W", text[joint.end() : end], maxsplit=1)[0].lower()):
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


def description(text: str, end: int, triggers: Triggers) -> str:
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
