"""Rules on identifiers in other databases: their form, their check digits, and that two things share none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from pcgraph.model import namespaces
from pcgraph.model.namespaces import PCG, SKOS, V
from pcgraph.store.data_folder import File
from pcgraph.validation.index import Fact, Lookup
from pcgraph.validation.rule import Fault, rule
from pcgraph.validation.rules.identity import distinct_pairs, preferred_iris

WIKIDATA = re.compile(r"\bwikidata\.org/(?:entity|wiki)/(Q\d+)$")
PARTS = tuple(PCG + name for name in ("identifies", "scheme", "identifierValue"))
CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"  # the digits of ROR, to the base 32


def _ends_in_97(text: str) -> bool:
    """Whether the last two digits are right by ISO 7064 MOD 97-10, in which A is 10 and Z is 35."""
    return int("".join(str(int(character, 36)) for character in text)) % 97 == 1


def _ends_in_11(text: str) -> bool:
    """Whether the last digit, which may be X, is right by ISO 7064 MOD 11-2."""
    rest = 0
    for character in text[:-1]:
        rest = (rest + int(character)) * 2 % 11
    return "0123456789X"[(12 - rest) % 11] == text[-1]


def _ends_in_luhn(text: str) -> bool:
    """Whether the last digit is right by the Luhn rule, in which A is 10 and Z is 35."""
    digits = [int(digit) for character in text for digit in str(int(character, 36))][::-1]
    return sum(digits[0::2] + [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]) % 10 == 0


def _ends_in_ror(text: str) -> bool:
    number = 0
    for character in text[1:-2]:
        number = 32 * number + CROCKFORD.index(character)
    return 98 - number * 100 % 97 == int(text[-2:])


FORMS: dict[str, tuple[str, str, Callable[[str], bool]]] = {  # scheme → form, an example, and the check of the digits
    "wikidata": (r"Q[1-9]\d*", "Q42", lambda _: True),
    "ror": (rf"0[{CROCKFORD}]{{6}}\d\d", "00cmhce21", _ends_in_ror),
    "isni": (r"\d{15}[\dX]", "0000000121032683", _ends_in_11),
    "lei": (r"[A-Z0-9]{18}\d\d", "5493001KJTIIGC8Y1R12", _ends_in_97),
    "isin": (r"[A-Z]{2}[A-Z0-9]{9}\d", "US0378331005", _ends_in_luhn),
    "ticker": (r"[A-Z]+:[A-Z0-9.-]+", "HKEX:0763", lambda _: True),
}


class Identifier(NamedTuple):
    """What a file says of one thing: the statement's subject, the thing, and its identifier in a scheme."""

    file: File
    subject: str
    thing: str
    scheme: str
    value: str


def known(facts: Iterable[tuple[File, Fact]]) -> Iterator[Identifier]:
    """Yield the identifiers among facts; a ``skos:exactMatch`` with an item of Wikidata is one."""
    nodes: dict[tuple[str, str], tuple[File, dict[str, str]]] = {}
    for file, fact in facts:
        if fact.predicate in PARTS:
            _, said = nodes.setdefault((fact.subject, str(file.path)), (file, {}))
            said[fact.predicate] = fact.value
        elif fact.predicate == SKOS + "exactMatch" and (item := WIKIDATA.search(fact.value)):
            yield Identifier(file, fact.subject, fact.subject, "wikidata", item[1])
    for (subject, _), (file, said) in nodes.items():
        if len(said) == len(PARTS):
            thing, scheme, value = (said[part] for part in PARTS)
            yield Identifier(file, subject, thing, scheme.removeprefix(V), value)


@rule(todo="copy it again from the page that shows it", local=True)
def bad_identifier(lookup: Lookup) -> Iterator[Fault]:
    """Find identifiers that have not the form of their scheme, or whose check digits are wrong."""
    for file, subject, _, scheme, value in _all(lookup):
        form, example, right = FORMS.get(scheme, ("", "", lambda _: True))
        if form and not re.fullmatch(form, value, re.ASCII):
            expected = f"expected the form of {example}"
        elif form and not right(value):
            expected = "expected other check digits"
        else:
            continue
        what = f"has {value[:40]!r}, which is no identifier of {scheme}"
        yield file, subject, what, expected


@rule("expected one thing for one identifier", "correct it, or add a verdict on owl:sameAs for the two")
def same_identifier(lookup: Lookup) -> Iterator[Fault]:
    """Find things with the same identifier, unless verdicts say that they are the same or differ."""
    end = preferred_iris(lookup)
    distinct = distinct_pairs(lookup, end)
    entries: dict[tuple[str, str], dict[str, Identifier]] = defaultdict(dict)
    for each in _all(lookup):
        entries[each.scheme, each.value].setdefault(each.thing, each)
    for (scheme, value), things in entries.items():
        seen: list[str] = []
        for thing, each in things.items():
            own = end.get(thing, thing)
            other = next((o for o in seen if o != own and frozenset((o, own)) not in distinct), None)
            if other is not None:
                yield each.file, each.subject, f"has the identifier of {namespaces.compact(other)} ({scheme} {value})"
            seen.append(own)


def _all(lookup: Lookup) -> Iterator[Identifier]:
    return known(lookup.having([*PARTS, SKOS + "exactMatch"], "register", "source"))
