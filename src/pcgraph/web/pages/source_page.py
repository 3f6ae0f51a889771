"""The content of the page of a source: who published it, whose voice it is, and what it says about which thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import Any

import pyoxigraph as ox

from pcgraph.belief.source_view import stated, terms_below
from pcgraph.model import dates, namespaces
from pcgraph.model.entities import Passage, card, passages
from pcgraph.model.namespaces import CURRENT, PCG, TYPE
from pcgraph.model.passages import CHANGED, PROVING, SOURCE_GONE, in_words
from pcgraph.query.statements.number_groups import COLUMNS, stated_numbers
from pcgraph.web.context import Site
from pcgraph.web.pages.answers import Cell, text_cell, thing_cell
from pcgraph.web.pages.followed import withdrawn

MOST = 300  # things; the page counts the rest and links a query that returns all
MARKS = {"inferred": namespaces.INFERRED, "alleged": namespaces.ALLEGED}  # of a property
PARTY_MARKS = {"inferred": PCG + "inferredParty", "alleged": PCG + "allegedParty"}  # of a party, whatever its role
JOINS = {
    *MARKS.values(),
    *PARTY_MARKS.values(),
    *(PCG + name for name in ("statedIn", "step", "representative")),
}  # no statements for a reader
CARD = {
    PCG + name for name in ("title", "publisher", "tier", "date", "address", "saidBy", "wire", "firstSeen", "readTo")
}
STATES = ("found in its text", "not found in its text", "not compared with its text")
YES_NO = {"true": "yes", "false": "no"}
Fact = dict[str, Any]


def describe_source(site: Site, iri: str) -> dict[str, Any]:
    """Return the content of the page of a source."""
    own, about, (label, language) = _Statements(site, iri), card(site.store, iri), site.named(iri)
    things = own.by_thing()
    places = {place for rows in things.values() for row in rows for place in row["passages"]}
    states = Counter(map(_state, places))
    facts = own.facts(iri)
    return {
        "iri": iri,
        "label": label,
        "language": language,
        "labels": site.labels(iri),
        "kinds": [PCG + "Source"],
        "about": about,
        "withdrawn": withdrawn(site).get(iri, ""),
        "read_to": site.value(iri, PCG + "readTo"),
        "tier": site.value(iri, PCG + "tier"),
        "inferred": [fact["property"] for fact in facts if fact["inferred"] and fact["property"] in CARD],
        "facts": [fact for fact in facts if fact["property"] not in CARD | {TYPE}],
        "same": [source for source in site.compute_once("voices", lambda: _voices(site)).get(iri, ()) if source != iri],
        "statements": sum(len(row["facts"]) for rows in things.values() for row in rows),
        "states": [(state, states[state]) for state in STATES if states[state]],
        "things": [*things.items()][:MOST],
        "more": max(0, len(things) - MOST),
        "passages": sorted(places),
        "mentions": _mentions(site, iri),
    }


def _state(passage: Passage) -> str:
    return STATES[0 if passage.state in PROVING else 1 if passage.state in (CHANGED, SOURCE_GONE) else 2]


def _agree(one: str) -> Callable[[str], bool]:
    """Return whether a date may be the same as another one, as a month and a day in it."""

    def overlaps(other: str) -> bool:
        try:
            (first, last), (begin, end) = dates.bounds(one), dates.bounds(other)
        except ValueError:
            return False
        return (first is None or end is None or first <= end) and (begin is None or last is None or begin <= last)

    return overlaps


def _voices(site: Site) -> dict[str, list[str]]:
    """Return source → all sources of its voice, sorted."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    pairs = site.kg.tables.sources.select("source", "voice").sort("source").rows()
    for source, voice in pairs:
        groups[voice].append(source)
    return {source: groups[voice] for source, voice in pairs}


def _mentions(site: Site, iri: str) -> list[tuple[str, str]]:
    """Return where the source is a value, as a verdict or a search may name it: property and subject, sorted."""
    skip = (PCG + "inSource", PCG + "voice")
    found = (quad for quad in site.quads(None, None, iri) if quad.predicate.value not in skip)
    return sorted({(q.predicate.value, q.subject.value) for q in found if isinstance(q.subject, ox.NamedNode)})


class _Statements:
    """What one source says, by subject, with its passages."""

    def __init__(self, site: Site, source: str) -> None:
        self.site, self.source = site, source
        self._below = cache(partial(terms_below, site.store))

    def by_thing(self) -> dict[str, list[dict[str, Any]]]:
        """Return the things that the source is about, those with most statements first: what it says, and where."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for subject in sorted({quad.subject.value for quad in self.site.quads(None, None, None, self.source)}):
            if "#" not in subject and (subject != self.source or self._passages(subject)):
                found[self.site.whole(subject)].append(subject)
        rows = {thing: [*map(self._row, subjects)] for thing, subjects in found.items()}
        order = sorted(rows, key=lambda thing: (-sum(len(row["facts"]) for row in rows[thing]), thing))
        anchored = set[str]()  # an HTML id may occur only once on a page
        for place in (place for thing in order for row in rows[thing] for place in row["places"]):
            place["id"] = "" if place["anchor"] in anchored else place["anchor"]
            anchored.add(place["anchor"])
        return {thing: rows[thing] for thing in order}

    def _row(self, subject: str) -> dict[str, Any]:
        own = self._passages(subject)
        places = [(each, each.iri.partition("#")[2], in_words(each.checks)) for each in own]
        return {
            "subject": subject,
            "facts": [fact for fact in self.facts(subject) if subject != self.source or fact["inferred"]],
            "passages": own,
            "places": [{"place": each.pointer or name, "anchor": name, "state": state} for each, name, state in places],
        }

    def _passages(self, subject: str) -> list[Passage]:
        return sorted(place for place in passages(self.site.store, subject) if place.source == self.source)

    def facts(self, subject: str) -> list[Fact]:
        """Return what the source says of a subject: property, value as a cell, believed, inferred, alleged; sorted."""
        quads = stated(self.site.quads(subject, None, None, self.source), self._below)
        marked = {
            mark: {q.object.value for q in quads if q.predicate.value in (name, PARTY_MARKS[mark])}
            for mark, name in MARKS.items()
        }
        found = [*self._values(subject, quads), *self._numbers(subject)]
        return sorted(
            (
                {"property": name, "cell": cell, "believed": believed}
                | {mark: not names.isdisjoint(parts) for mark, names in marked.items()}
                for name, cell, believed, parts in found
            ),
            key=lambda fact: (fact["property"] != TYPE, fact["property"], fact["cell"]["text"]),
        )

    def _values(self, subject: str, quads: Iterable[ox.Quad]) -> Iterator[tuple[str, Cell, bool, set[str]]]:
        is_part, roles = self.site.whole(subject) != subject, self.site.kg.ontology.roles
        for quad in quads:
            name, value = quad.predicate.value, quad.object.value
            if name in JOINS or name in COLUMNS or (name == TYPE and is_part):
                continue
            current = {each.object.value for each in self.site.quads(subject, name, None, CURRENT)}
            believed = value in current or (name in namespaces.EDTF_PROPERTIES and any(map(_agree(value), current)))
            if isinstance(quad.object, ox.Literal):
                text = dates.spelled(value) if name in namespaces.EDTF_PROPERTIES else YES_NO.get(value, value)
                cell = text_cell(text, quad.object.language or "")
            else:
                cell = thing_cell(self.site, value)
            yield name, cell, believed, {name, value} if name in roles else {name}

    def _numbers(self, subject: str) -> Iterator[tuple[str, Cell, bool, set[str]]]:
        numbers = stated_numbers(self.site.store, subject)
        known = {(number.property, number.text) for number in numbers if number.graph == CURRENT}
        for number in numbers:
            if number.graph == self.source:
                believed = (number.property, number.text) in known
                yield number.property, text_cell(number.text), believed, {*number.values}
