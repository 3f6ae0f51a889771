"""Who a text asks for: parties of some kind and country, in the roles of what they do, or sources; and numbers."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

from pcgraph.query.questions.question_box.words import HAN, Span

ASKING = {"which", "what", "list", "many"}  # kinds of words after which a text names the kind of parties it asks for
BETWEEN = ("country", "place", "sector", "text")  # may stand before that kind: "which Nordic AI companies"
MOST_BETWEEN = 5
ANY_KIND = {"agent_word", "organisation"}  # kinds of words for parties of any kind
SHARING = {"active", "participate", "in_which"}  # kinds of words that say that parties have part in something
RANKED = {"most", "active", "ranking", "central"}  # kinds of words that ask for a ranking
RANKABLE = {"kind", "country", "sector", "status", "type"}  # groups to which a ranking can be narrowed
APART = {"only", "no_sign", "represent", "self_reported", "visit"}  # kinds of words that parties alone do not answer

SOURCES = {"source", "source_word", "cited", "quote", "voice"}  # kinds of words that ask who says something
# kinds of words with which questions of the catalogue ask about sources
ABOUT_SOURCES = {"one_voice", "self_reported", "contradict", "copy", "claimed", "identified", "checked", "kind_word"}
UNTOLD = {"months", "mark", "promise", "kind", "country"}  # groups that say too little to ask for their sources

COMPARED = ("near", "place", "sector", "country", "engagement", "event")  # groups of which two may be compared
SUMS = {"fund", "money", "train"}  # kinds of words that ask for sums, which questions of the catalogue give
NARROWED = {"type", "sector", "form", "status", "text"}  # groups that leave few engagements of two parties
COUNTED = {"agreement", "memo", "project"}  # kinds of words for what parties have a number of
DONE_TO = {"train", "fund", "support", "supply"}  # kinds of words for what is done to somebody
COUNTING = {"most", "many", "active", "ranking", "central"}  # kinds of words that ask for numbers


def by_number(
    answer: Mapping[str, Any],
    spans: Sequence[Span],
    dated: set[int],
    document: Mapping[str, Any],
    parties: Container[str],
) -> Iterable[tuple[dict[str, Any], set[int], float]]:
    """Yield a filter as numbers: of each value of a group that the text asks for, or of those that it compares."""
    kinds = [span.words() if i not in dated else set() for i, span in enumerate(spans)]
    words, show = set[str]().union(*kinds), answer["show"]
    filters = {"near" if show in parties else "engagement": [show]} if show else answer["filters"]
    by = next((group for word, group in document["by"].items() if word in words and group not in filters), "")
    if "compare" in words:
        several = [group for group in COMPARED if sum(value[0] != "-" for value in filters.get(group, ())) > 1]
        is_counted = (several != ["near"] and "money" not in words) or (
            (words & {"agreement", "project", "many", "sign"} or len(filters) > 1) and not words & SUMS
        )
        any_of = [i for i, each in enumerate(kinds) if "compare" in each and "or" in each]
        is_listed = "kind" in filters or any(spans[i - 1].names(("status",)) for i in any_of if i)  # firms of either
        is_listed = is_listed and len(any_of) == sum("compare" in each for each in kinds)
        by = several[0] if several and is_counted and not is_listed else ""
        if by == "near" and filters.keys() & NARROWED and not words & {*COUNTING, "sign"}:  # their plants, not how many
            comparing = {i for i, each in enumerate(kinds) if "compare" in each}
            yield {"filters": filters, "show": "", "sort": "", "count": False, "any": True}, comparing, -0.1
    elif not words & COUNTING:
        by = ""
    if by:
        is_signed = by == "near" and "sign" in words  # who signed more
        asking = {*COUNTING, "compare", *(word for word, group in document["by"].items() if group == by)}
        parts = {i for i, each in enumerate(kinds) if each & asking}
        yield {"filters": filters, "show": "", "sort": "", "count": False, "by": by}, parts, 0.6 if is_signed else -0.2


def by_whom(
    answer: Mapping[str, Any], spans: Sequence[Span], dated: set[int], document: Mapping[str, Any]
) -> Iterable[tuple[dict[str, Any], set[int], float]]:
    """Yield a filter as the sources or the parties that a text asks for: answer, parts, bias."""
    kinds = [span.words() if i not in dated else set[str]() for i, span in enumerate(spans)]
    asking = {i for i, each in enumerate(kinds) if each & SOURCES}
    proved = {i for i in asking if "prove" in kinds[i]}  # "evidence" asks for sources, and not for what is proved
    filters = {group: values for group, values in answer["filters"].items() if group != "mark" or not proved}
    if asking and filters.keys() - UNTOLD and not ABOUT_SOURCES & set[str]().union(*kinds):
        yield {"filters": filters, "show": "", "sort": "", "count": False, "by": "source"}, asking, -0.1
    yield from _by_party(answer, spans, dated, document)


def _by_party(
    answer: Mapping[str, Any], spans: Sequence[Span], dated: set[int], document: Mapping[str, Any]
) -> Iterable[tuple[dict[str, Any], set[int], float]]:
    """Yield a filter as the parties that a text asks for, in roles of what they do or in any: answer, parts, bias."""
    asked, filters = asked_parties(spans, dated, document["acting"]), answer["filters"]
    words = set[str]().union(*(span.words() for i, span in enumerate(spans) if i not in dated))
    is_counted = bool(words & RANKED and words & {"many", *COUNTED} and not words & SUMS)  # who has most agreements
    is_ranked = words & RANKED and not filters.keys() - RANKABLE and not is_counted
    if not asked or not filters or (answer["sort"] and not is_counted) or is_ranked or words & APART:
        return
    parts, rows = asked
    if is_counted:
        parts |= {i for i, span in enumerate(spans) if span.words() & {*RANKED, "many"}}
    parts |= {i for i, span in enumerate(spans) if span.words() & SHARING}
    counted = {"show": "", "sort": "", "count": False, "by": "party", **({"any": True} if answer.get("any") else {})}
    word, roles = acting(spans, dated, document["acting"])
    is_object = word in DONE_TO and _is_object(spans, dated, min(parts), word)
    if is_object:
        roles = document["acting"]["receive"]
    if word:  # a trainer trains in an engagement of any type, but a recipient is trained only in a training
        act = document["filter"].get(word, []) if not is_object else []
        others = {group: values for group, values in filters.items() if [group, *values] != act}
        is_of_one = others.keys() == {"engagement"}  # who built it, and not its history
        yield {"filters": others, **counted, "rows": [*rows, roles]}, parts, 0.8 if is_of_one or is_counted else 0.2
    yield {"filters": filters, **counted, "rows": rows}, parts, 0.7 if is_counted else 0.1 if word else 0.2


def _is_object(spans: Sequence[Span], dated: set[int], who: int, act: str) -> bool:
    """Return whether those that a text asks for are those to whom something is done: "whom did Acme train"."""
    done = next(i for i, span in enumerate(spans) if i not in dated and act in span.words())
    named = [i for i, span in enumerate(spans) if span.names(("agent", "group", "person"))]
    after = "".join(span.key for span in spans[who : who + 2])
    if re.match(f"[{HAN}]", spans[done].key):
        return done < who and "是" not in "".join(span.key for span in spans[max(who - 1, 0) : who + 1])
    return who < done and (any(who < i < done for i in named) or bool(re.search(r"(کو|\bko)$", after)))


def asked_parties(
    spans: Sequence[Span], dated: set[int], roles: Mapping[str, str]
) -> tuple[set[int], list[str]] | None:
    """Return the parts of a text that ask for parties, with the kind and country of these; None if it asks for none."""

    def is_work(i: int) -> bool:
        return any(each.names(("type", "form")) for each in spans[i : i + 1])

    for i in range(-1, len(spans)):
        words = spans[i].words() if i >= 0 and i not in dated else set()
        if "who" in words and not (is_work(i + 1) and not spans[i + 1].words() & {*roles}):
            at = next((j for j in range(i + 1, len(spans)) if not spans[j].names(("country",))), i)
            kinds = _kinds(spans[at]) if at > i else None  # in some languages "who" is "which"
            countries = [value for span in spans[i + 1 : at] for value in _countries(span)]
            return ({i, at}, [*kinds, *([" ".join(countries)] * bool(countries))]) if kinds else ({i}, [])
        if i >= 0 and not words & ASKING:  # a text may also begin with the kind
            continue
        countries = []
        for j in range(i + 1, min(i + 2 + MOST_BETWEEN, len(spans))):
            if (kinds := _kinds(spans[j])) is not None and not (i < 0 and is_work(j + 1)):
                return {j, *([i] if i >= 0 else [])}, [*kinds, *([" ".join(countries)] if countries else [])]
            countries += _countries(spans[j])
            if not spans[j].names(BETWEEN) and not spans[j].words() & {"stop", *RANKED}:
                break
        if (
            i > 0 and re.match(f"[{HAN}]", spans[i].key) and (kinds := _kinds(spans[i - 1])) is not None
        ):  # the noun is first
            return {i - 1, i}, [*kinds, *(_countries(spans[i - 2]) if i > 1 else [])]
    return None


def _kinds(span: Span) -> list[str] | None:
    """Return the kind of parties that a span names, nothing if it names parties of any kind, None if it names none."""
    kinds = [value for _, value, *_ in span.names(("kind",))[:1]]
    return kinds if kinds or span.words() & ANY_KIND else None


def _countries(span: Span) -> list[str]:
    return [value for _, value, *_ in span.names(("country",))[:1]]


def acting(spans: Sequence[Span], dated: set[int], roles: Mapping[str, str]) -> tuple[str, str]:
    """Return the kind of word for what the parties do, and their roles; nothing if it is done to them by somebody."""
    for i, span in enumerate(spans):
        words = span.words() if i not in dated else set()
        if word := next((word for word in roles if word in words), ""):
            return ("", "") if [each.key for each in spans[i + 1 : i + 2]] == ["by"] else (word, roles[word])
    return "", ""
