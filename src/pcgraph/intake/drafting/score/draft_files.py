"""Reads drafts of engagements from JSON, in a form in which they can be compared."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pcgraph.errors import InvalidInput, nearest
from pcgraph.model.dates import bounds
from pcgraph.model.namespaces import V, local
from pcgraph.model.ontology import Ontology
from pcgraph.store.files import reason, regular, shown

DATES = ("date", "starts", "ends", "expected")
MONEY = ("amount", "currency", "claimedAmount", "claimedCurrency")
NUMBERS = ("amount", "claimedAmount", "claimedCount", "quantity")
UNNAMED, PASSAGE = "unnamed", "passage"
FORM = '{"class": "Agreement", "fields": {"signatory": [{"value": "lumen"}]}}'
Fact = tuple[str, object]  # a field and its value, in a form in which equal values are equal


class Terms:
    """What the ontology says about classes, roles and statuses, by their local names."""

    def __init__(self, ontology: Ontology) -> None:
        self._above = {local(iri): {local(each) for each in above} for iri, above in ontology.supers.items()}
        self.classes = {local(iri) for iri in ontology.engagement_classes}
        self.roles = {local(iri) for iri in ontology.roles} - {"participant"}
        self.prospective = {local(iri) for iri in ontology.sets[V + "prospective"]}
        going = (ontology.sets[V + name] for name in ("prospective", "entered", "realised"))
        self._going = {local(iri) for each in going for iri in each}
        self._ranks = {local(iri): rank for iri, rank in ontology.ranks.items()}

    def akin(self, one: str, other: str) -> bool:
        """Return whether two classes are equal, or one is a kind of the other."""
        return one == other or one in self._above.get(other, ()) or other in self._above.get(one, ())

    def is_event(self, name: str) -> bool:
        """Return whether a class is an event or a kind of event."""
        return name == "Event" or "Event" in self._above.get(name, ())

    def role(self, name: str) -> str:
        """Return the most general role above a role; of other fields, the field itself."""
        return min((self._above.get(name, set()) & self.roles), default=name)

    def overclaims(self, drafted: str | None, gold: str | None) -> bool:
        """Return whether a drafted status says more than that of the gold.

        It has a higher rank, or it goes on although the gold's was suspended, cancelled or has expired. If the gold
        has no status, every status says more that is not only discussed, wished for or planned.
        """
        if drafted is None:
            return False
        if gold is None:
            return drafted not in self.prospective
        stopped = gold not in self._going and drafted in self._going
        return stopped or self._ranks.get(drafted, 0) > self._ranks.get(gold, 0)


@dataclass(frozen=True)
class Engagement:
    """One engagement of a draft or of the gold."""

    kind: str  # local name of its class
    # With the most general role of each party, numbers as floats and dates as their first and last day
    facts: frozenset[Fact]
    # Facts of the gold that are marked inferred: the text does not say them in words
    readings: frozenset[Fact] = frozenset()
    # The places in the text that the values quote; with the field `PASSAGE`, those that support all of it
    spans: frozenset[tuple[str, int, int]] = frozenset()
    roles: frozenset[str] = frozenset()  # the roles that the ontology declares

    @cached_property
    def status(self) -> str | None:
        """Its status, also an inferred one; the lowest name if there are several."""
        return min((str(value) for field, value in self.facts | self.readings if field == "status"), default=None)

    @cached_property
    def named(self) -> frozenset[object]:
        """The parties with a name, in any role."""
        said = self.facts | self.readings
        return frozenset(value for field, value in said if field in self.roles and value != UNNAMED)

    @cached_property
    def profile(self) -> frozenset[Fact]:
        """Its facts, its class, and its parties apart from their roles: a wrong role is better than a wrong party."""
        return self.facts | {("class", self.kind)} | {("party", value) for value in self.named}


def read_folder(path: Path, terms: Terms) -> dict[str, list[Engagement]]:
    """Read all drafts of a folder, or one file: name without ``.json`` → engagements."""
    if not path.is_dir():
        return {path.stem: read(path, terms)}
    files = sorted(path.glob("*.json"))
    if not files:
        raise InvalidInput(f"{shown(path)}: no-drafts: no .json file; expected drafts in JSON; choose another folder")
    return {file.stem: read(file, terms) for file in files}


def read(path: Path, terms: Terms) -> list[Engagement]:
    """Read one draft from a JSON file."""
    where = shown(path)
    try:
        said = json.loads(regular(path).read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise InvalidInput(f"{where}: unreadable: {reason(error)}; expected a draft in JSON; check the path") from error
    except (ValueError, RecursionError) as error:
        raise InvalidInput(f"{where}: not-json: {error}; expected a draft in JSON; correct the file") from error
    return parse(said, terms, where)


def parse(said: Any, terms: Terms, where: str) -> list[Engagement]:
    """Return the engagements of a draft, given as plain data."""
    if not isinstance(said, list):
        raise InvalidInput(f"{where}: not-a-draft: no list; expected a list of engagements; write [{FORM}]")
    faults = [
        f"{where}: engagement {number}: {fault}"
        for number, each in enumerate(said, 1)
        for fault in _faults(each, terms)
    ]
    if faults:
        raise InvalidInput(faults)
    return [_engagement(each, terms) for each in said]


def _faults(said: Any, terms: Terms) -> Iterator[str]:
    """Yield what is wrong with one engagement."""
    if not isinstance(said, dict) or not isinstance(said.get("fields"), dict):
        yield f"not-a-draft: no object with class and fields; expected both; write {FORM}"
        return
    kind = said.get("class")
    if kind not in terms.classes:
        yield f"unknown-class: {kind!r}; expected a class of engagements; {nearest(str(kind), terms.classes)}"
    places = said.get("passages", [])
    if not isinstance(places, list) or not all(_is_place(each) for each in places):
        yield 'not-a-draft: passages is no list of places; expected one; write "passages": [[start, end]]'
    for field, values in said["fields"].items():
        listed: list[Any] = values if isinstance(values, list) else [None]
        if not all(isinstance(each, dict) and "value" in each for each in listed):
            yield f'not-a-draft: {field} is no list of values; expected one; write "{field}": [{{"value": …}}]'
            continue
        for each in listed:
            if fault := _value_fault(field, each["value"]):
                yield f"wrong-value: {field} is {each['value']!r}; {fault}"


def _is_place(said: Any) -> bool:
    return isinstance(said, list) and len(said) == 2 and all(isinstance(each, int) for each in said)


def _value_fault(field: str, value: Any) -> str:
    """Return what is wrong with a value, or ""."""
    if field in NUMBERS:
        good = isinstance(value, int | float) and not isinstance(value, bool)
        return "" if good else "expected a plain number; write it without quotes"
    if not isinstance(value, str | int | float | None):
        return "expected a text or a number; correct it"
    if field in DATES:
        try:
            bounds(value if isinstance(value, str) else "")
        except ValueError as error:
            return f"expected an EDTF date; {error}"
    return ""


def _engagement(said: Mapping[str, Any], terms: Terms) -> Engagement:
    facts: set[Fact] = set()
    readings: set[Fact] = set()
    spans = {(PASSAGE, start, end) for start, end in said.get("passages", ())}
    for name, values in said["fields"].items():
        field = terms.role(name)
        for each in values:
            into = readings if each.get("inferred") else facts
            value = _comparable(field, each)
            into.add((field, value))
            if each.get("qualifier"):
                into.add(("qualifier", (field, value, each["qualifier"])))
            if isinstance(each.get("start"), int) and isinstance(each.get("end"), int):
                spans.add((field, each["start"], each["end"]))
    return Engagement(
        said["class"], frozenset(facts), frozenset(readings - facts), frozenset(spans), frozenset(terms.roles)
    )


def _comparable(field: str, said: Mapping[str, Any]) -> object:
    """Return a value so that equal values are equal: the same days, numbers, and names in any case."""
    value = said["value"]
    if field in DATES:
        return tuple(bounds(value))
    if value is None:
        return f"name {' '.join(str(said.get('name', '')).split())}".casefold()
    if isinstance(value, int | float):
        return float(value)
    return " ".join(value.split()).casefold() if field == "label" else value
