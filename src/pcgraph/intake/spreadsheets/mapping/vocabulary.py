"""Converts the text of cells to concepts, places, agents, dates, numbers and slugs that the ontology and data allow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property, lru_cache, partial
from itertools import chain

from pcgraph.intake.errors import BadInput, allowed, meant, shown
from pcgraph.intake.spreadsheets.mapping.decisions import Decisions, UnknownName
from pcgraph.intake.spreadsheets.mapping.mapping import CARD, FACTS, LINKS, camel_case
from pcgraph.intake.spreadsheets.mapping.register import PLACE, Register
from pcgraph.intake.spreadsheets.mapping.rule import Value
from pcgraph.intake.spreadsheets.mapping.units import currency_in
from pcgraph.intake.values import (
    address_slug,
    boolean_literal,
    canonical_number,
    currency_literal,
    day_literal,
    edtf_literal,
    literal,
    readable_title,
    text_literal,
    valid_slug,
    year_literal,
)
from pcgraph.model.fields import CONCEPT, DATE, FLAG, NUMBER, THING, WORDS, Field, properties
from pcgraph.model.namespaces import DESCRIPTION, LABEL, PCG, SKOS, Namespaces, V, compact, local
from pcgraph.validation.index import Lookup

# Status → classes that cannot reach it: agreements are not carried out, and only agreements are signed.
EXCLUDED = {
    "signed": ("Talks", "Event", "Coordination", "Initiative"),
    "under-way": ("Agreement",),
    "operational": ("Agreement", "Talks", "Event"),
    "completed": ("Agreement",),
}
DECIDED = {PLACE: "place", **{name: name for name in ("sector", "kind", "quantity_of")}}  # what a person may decide on
SCHEMES = {
    "kind": "kinds", "status": "statuses", "tier": "tiers", "quantity_of": "quantities", "sector": "sectors",
    "basis": "bases",
}  # fmt: skip
CONCEPTS = {camel_case(name): name for name in SCHEMES}
Converter = Callable[[str], str]
# Fields whose values have a form of their own. A link may be to a row of the same table, which is checked later.
EXACT: Mapping[str, Converter] = {
    PCG + "address": lambda text: address_slug(text) and literal(text, "^^xsd:anyURI"),
    PCG + "title": lambda text: text_literal(readable_title(text)),
    PCG + "constantPrices": year_literal,
    PCG + "currency": lambda text: currency_literal(currency_in(text)),
    **{PCG + camel_case(name): lambda text: f"id:{valid_slug(text)}" for name in LINKS},
}


class Vocabulary:
    """Converts single values; each method raises `BadInput` with the values that are allowed.

    Attributes
    ----------
    lookup : Lookup
        The data before the import.
    register : Register
        The agents and places, with those that a person decided to add.
    labels, descriptions : dict of str to str
        Thing → its label, or description, in the register, in the language of the project's labels.
    """

    def __init__(self, lookup: Lookup, decisions: Decisions | None = None) -> None:
        self.lookup = lookup
        self.register = Register(lookup, decisions or Decisions())
        self._called = called = defaultdict[str, set[str]](set)
        self.labels: dict[str, str] = {}
        self.descriptions: dict[str, str] = {}
        for fact in [*lookup.ontology_facts, *(fact for _, fact in lookup.facts_by_role("register"))]:
            if fact.predicate in (LABEL, SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel"):
                called[fact.subject].add(fact.value)
            own = {LABEL: self.labels, DESCRIPTION: self.descriptions}.get(fact.predicate)
            if own is not None and getattr(fact.term, "language", None) == lookup.inputs.project.label_language:
                own[fact.subject] = fact.value
        places = lookup.subterms("Place")
        iris: dict[str, Iterable[str]] = {
            name: [iri for iri, in_scheme in lookup.schemes.items() if in_scheme == V + scheme]
            for name, scheme in SCHEMES.items()
        }
        iris["class of engagements"] = lookup.subterms("Engagement")
        iris["class of agents"] = lookup.subterms("Organization") | {PCG + "Person", PCG + "Group"}
        iris["class of places"] = places
        iris[PLACE] = [iri for iri, kinds in lookup.types.items() if kinds & places]
        self._known = {name: _index(each, called) for name, each in iris.items()}

        self._known[PLACE] |= {slug: lookup.inputs.names.id + slug for slug in self.register.name_new("place")}
        self.register.name_new("agent")
        for kind in ("place", "agent"):
            self.register.add_new(kind, self)
        self.register.check_same(self)

    @cached_property
    def card(self) -> dict[str, Converter | None]:
        """Property of a source → function that converts a text to a Turtle term; None for agents."""
        return dict(self._converters(CARD)) | dict.fromkeys(("publisher", "said_by"))

    @cached_property
    def facts(self) -> dict[str, Converter]:
        """Property of an engagement → function that converts a text to a Turtle term."""
        return dict(self._converters(FACTS))

    def _converters(self, keys: Iterable[str]) -> Iterator[tuple[str, Converter]]:
        quads = chain.from_iterable(file.quads for file in self.lookup.inputs.by_role("ontology"))
        known = properties(quads, self.lookup.ontology)
        yield from ((key, self.converter(known[PCG + camel_case(key)])) for key in keys)

    def converter(self, said: Field) -> Converter:
        """Return the function that converts the text of a cell to a value of a field, as Turtle."""
        if said.iri in EXACT:
            return EXACT[said.iri]
        if said.name == "isoCode":
            return self.register.code
        if said.kind == CONCEPT:
            return lru_cache(maxsize=None)(partial(self.term, CONCEPTS[said.name]))
        if said.kind == THING:
            if PCG + said.range in self.lookup.subterms("Place"):
                return lambda text: compact(self.place_of(said.range, text))
            find = self.register.agent if PCG + said.range in self.lookup.subterms("Agent") else self.thing
            return lambda text: compact(find(text))
        if said.kind == WORDS:
            return lambda text: f"{text_literal(text)}@{self.lookup.inputs.project.label_language}"
        of_dates = day_literal if said.range == "date" else edtf_literal
        return {DATE: of_dates, NUMBER: canonical_number, FLAG: boolean_literal}.get(said.kind, text_literal)

    @property
    def names(self) -> Namespaces:
        """The namespaces of the project."""
        return self.lookup.inputs.names

    def concept(self, name: str, value: str) -> str:
        """Return the IRI that a text means: a kind, status, tier, sector, quantity_of, basis, class or place."""
        index = self._known[name]
        if (iri := index.get(" ".join(value.split()).casefold())) is not None:
            return iri
        known = {local(iri) for iri in index.values()}
        expected, todo = allowed(value, known, "a " + name.replace("_of", ""))
        broken = BadInput("unknown-value", f"{shown(value)} is unknown", expected, todo)
        if name in DECIDED:
            near = [index[each] for each in get_close_matches(value.casefold(), index, 3, 0.75)]
            raise UnknownName(DECIDED[name], value, broken, map(compact, dict.fromkeys(near)))
        raise broken

    def term(self, name: str, value: str) -> str:
        """Return what a text means as Turtle; see `concept`."""
        return self.written(self.concept(name, value))

    def written(self, iri: str) -> str:
        """Return an IRI as Turtle: a CURIE, or in angle brackets if it is a term in another namespace."""
        short = self.names.compact(iri)
        return f"<{iri}>" if short == iri else short

    def place(self, value: str) -> str:
        """Return the IRI of a place or country of the register."""
        return self.concept(PLACE, value.removeprefix("id:"))

    def place_of(self, class_: str, value: str) -> str:
        """Return the IRI of a place of a class."""
        iri = self.place(value)
        if class_ != "Place" and not self.lookup.is_a(iri, class_):
            what = f"{shown(value)} is a {compact(min(self.lookup.types[iri]))}"
            raise BadInput("unknown-value", what, f"expected a {class_.lower()}", "correct the cell")
        return iri

    def known(self, name: str, value: str) -> str | None:
        """Return the IRI that a text means, as `concept`, or None."""
        return self._known[name].get(" ".join(value.split()).casefold())

    def known_place(self, value: str) -> str | None:
        """Return the IRI of a place, or None if it is not known."""
        return self.known(PLACE, value.removeprefix("id:"))

    def thing(self, value: str) -> str:
        """Return the IRI of anything in the data, by its id or by a name that only it has."""
        if (iri := self._things.get(" ".join(value.removeprefix("id:").split()).casefold())) is None:
            expected, todo = "expected an id, or the name of one thing", meant(value, self._things)
            raise BadInput("unknown-value", f"{shown(value)} is unknown", expected, todo)
        return iri

    def names_of(self, iri: str) -> set[str]:
        """Return the names of a thing or term, in lower case."""
        return {" ".join(name.split()).casefold() for name in self._called.get(iri, ())}

    @cached_property
    def _things(self) -> dict[str, str]:
        own = [iri for iri in self.lookup.types if iri.startswith(self.names.id)]
        return _index(own, self._called)

    def role_of(self, role: str, value: Value, class_: str, place: int = 0) -> str:
        """Return the role of a value in an engagement of a class: that of agreements, or what the mapping says.

        `place` is that of the party in its cell.
        """
        if not value.of_class or not class_ or class_ in self.lookup.subterms("Agreement"):
            return role
        if (own := self._of_class(value, class_)) is None:
            name, expected = local(class_), "expected a role for its parties"
            todo = f"add it to of_class in the mapping, as in {name}: attendee"
            raise BadInput("missing-value", f"a {compact(class_)} has no {role}", expected, todo)
        roles = own.split(";")
        return roles[min(place, len(roles) - 1)].strip()

    def _of_class(self, value: Value, class_: str) -> str | None:
        """Return what a mapping says of a class under of_class, or of the nearest one above it."""
        above = {self.concept("class of engagements", name): own for name, own in value.of_class.items()}
        fit = [iri for iri in above if class_ in self.lookup.ontology.subterms_of(iri)]
        return above[max(fit, key=lambda iri: len(self.lookup.ontology.supers.get(iri, ())))] if fit else None

    def is_of_work(self, status: str, class_: str) -> bool:
        """Return whether a class is one of agreements, and a status one that only the work can reach."""
        return "Agreement" in EXCLUDED.get(local(status), ()) and class_ in self.lookup.subterms("Agreement")

    def barred(self, class_: str) -> set[str]:
        """Return the names of the statuses that an engagement of a class cannot reach."""
        return {name for name, tops in EXCLUDED.items() if any(class_ in self.lookup.subterms(top) for top in tops)}

    def status_of(self, status: str, value: Value, class_: str) -> str:
        """Return a status, or what the mapping says instead if an engagement of the class cannot reach it."""
        own = self._of_class(value, class_) if class_ and local(status) in self.barred(class_) else None
        return self.concept("status", own) if own else status

    def check_status(self, status: str, class_: str) -> None:
        """Raise if an engagement of this class cannot reach the status."""
        if (name := local(status)) in (barred := self.barred(class_)):
            fit = sorted({local(iri) for iri in self._known["status"].values()} - barred)
            what = f"a {compact(class_)} cannot be {name}"
            todo = "use separate rows for the agreement and the work, another status, or of_class in the mapping"
            raise BadInput("status-of-class", what, f"expected one of {', '.join(fit)}", todo)


def _index(iris: Iterable[str], called: dict[str, set[str]]) -> dict[str, str]:
    """Return names in lower case → IRI; a name of two things is omitted, and a slug always means its own thing."""
    found: dict[str, set[str]] = defaultdict(set)
    slugs = {}
    for iri in sorted(iris):
        slugs[local(iri).casefold()] = iri
        for name in called[iri]:
            found[" ".join(name.split()).casefold()].add(iri)
    return {**{name: min(same) for name, same in found.items() if len(same) == 1}, **slugs}
