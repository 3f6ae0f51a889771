"""The agents and places of the register, with those that the decisions add: what the name in a cell means."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import Protocol

from pcgraph.intake.errors import BadInput, shown
from pcgraph.intake.spreadsheets.mapping.decisions import Decisions, UnknownName, key
from pcgraph.intake.spreadsheets.records import NewThing
from pcgraph.intake.values import literal, slugify, valid_slug, without_marks
from pcgraph.model.entities import Entity
from pcgraph.model.namespaces import LABEL, PCG, SKOS, compact, local
from pcgraph.model.naming import letters
from pcgraph.query.names.hints import CountryNames, implied_class
from pcgraph.query.names.matching import Names, name_verdicts
from pcgraph.store import countries, data_folder
from pcgraph.validation.index import Lookup

PLACE = "place of the register"  # the name of the places in `Vocabulary.concept`
# An agent is none of these unless its class is: the words that imply them are hardly used for anything else.
STRICT = ("Ministry", "University", "DiplomaticMission")


class Words(Protocol):
    """What the register asks of a vocabulary."""

    def concept(self, name: str, value: str) -> str:
        """Return the IRI of a concept."""

    def place(self, text: str) -> str:
        """Return the IRI of a place."""


class Register:
    """Finds what names mean.

    Attributes
    ----------
    lookup : Lookup
        The data before the import.
    decisions : Decisions
    new : dict of str to NewThing
        Things that the decisions register, by slug. A row registers only those that it names.
    places : set of str
        Slugs of those that are places.
    """

    def __init__(self, lookup: Lookup, decisions: Decisions) -> None:
        self.lookup, self.decisions = lookup, decisions
        self.new: dict[str, NewThing] = {}
        self.places: set[str] = set()
        self._ids: dict[tuple[str, str], str] = {}  # kind and name of a new thing → its id
        self.find_agent = lru_cache(maxsize=None)(self._find_agent)

    def name_new(self, kind: str) -> list[str]:
        """Assign ids to the agents, or the places, that the decisions register, and return the slugs."""
        for row in self.decisions.with_decision("new", kind):
            try:
                slug = valid_slug(row["id"] or slugify(_label(row)))
                if self.lookup.inputs.names.id + slug in self.lookup.types:
                    what, todo = f"id:{slug} already exists", "decide same, or write another id"
                    raise BadInput("id-taken", what, "expected the id of a new thing", todo)
            except BadInput as broken:
                raise self.decisions.refuse(row, "id" if row["id"] else "name", broken) from broken
            self._ids[key(kind, row["name"])] = f"id:{slug}"
        return [text.removeprefix("id:") for (which, _), text in self._ids.items() if which == kind]

    def add_new(self, kind: str, vocabulary: Words) -> None:
        """Read the decisions that register agents, or places, after `name_new`; one thing may have several names."""
        for row in self.decisions.with_decision("new", kind):
            slug = self._ids[key(kind, row["name"])].removeprefix("id:")
            column = "class"
            try:
                class_ = local(vocabulary.concept(f"class of {kind}s", row["class"]))
                column = "country"
                country = vocabulary.place(self.decided("place", row["country"])) if row["country"] else None
                if country and kind == "agent" and not self._is_country(country):
                    what = f"{shown(row['country'])} is no country"
                    raise BadInput("unknown-value", what, "expected a country", "write its country, or nothing")
                column = "id"
                thing = self.new.setdefault(
                    slug, NewThing(slug, class_, _label(row), country=country, code=row["code"])
                )
                if (thing.kind, thing.country, thing.code) != (class_, country, row["code"]):
                    what = f"id:{slug} has another class, country or code in an earlier row"
                    raise BadInput("two-values", what, "expected them to be equal", "correct one, or write another id")
            except BadInput as broken:
                raise self.decisions.refuse(row, column, broken) from broken
            self.places |= {slug} if kind == "place" else set()
            if letters(name := without_marks(row["name"])) not in map(letters, (thing.label, *thing.aliases)):
                thing.aliases.append(name)

    def check_same(self, vocabulary: Words) -> None:
        """Check that what the names mean exists."""
        for row in self.decisions.with_decision("same"):
            kind, text = row["kind"], self.decided(row["kind"], row["name"])
            try:
                if kind != "agent":
                    vocabulary.concept(PLACE if kind == "place" else kind, text)
                elif text.removeprefix("id:") not in self.new and self._iri(text) not in self._agents:
                    what, todo = f"no agent has the id {shown(text)}", "correct it, or decide new"
                    raise BadInput("unknown-agent", what, "expected the id of an agent", todo)
            except BadInput as broken:
                raise self.decisions.refuse(row, "id", broken) from broken

    def _iri(self, name: str) -> str:
        return self.lookup.inputs.names.expand(name.removeprefix("id:"))

    def _is_country(self, iri: str) -> bool:
        new = self.new.get(local(iri))
        return PCG + new.kind in self.lookup.subterms("Country") if new else self.lookup.is_a(iri, "Country")

    def decided(self, kind: str, text: str) -> str:
        """Return what to read instead of a name that is decided: an id, ``unnamed``, or "" if it is to be ignored."""
        if (row := self.decisions.get(kind, text)) is None:
            return text
        if row["decision"] == "new":
            return self._ids[key(kind, text)]
        if row["decision"] == "same":
            return row["id"] if kind == "agent" else row["id"].rpartition(":")[2]
        return "unnamed" if row["decision"] == "unnamed" else ""

    def agent(self, name: str, places: frozenset[str] = frozenset()) -> str:
        """Return the IRI of an agent; see `find_agent`."""
        if (iri := self.find_agent(name, places)) is None:
            expected = "expected the id or name of an agent of the register"
            todo = "register the agent, or correct the name"
            broken = BadInput("unknown-agent", f"no agent is called {shown(name)}", expected, todo)
            raise UnknownName("agent", name, broken)
        return iri

    def named(self, name: str) -> str | None:
        """Return the IRI of the agent of the register that has a name, or None."""
        return self._names.link(name).iri

    def _find_agent(self, name: str, places: frozenset[str] = frozenset()) -> str | None:
        """Return the IRI of the agent that a slug or name means; None if no agent is similar.

        `places` are those of the row. They tell whether a public body of another country can be meant.
        """
        iri = self._iri(name)
        if iri in self._agents or name.removeprefix("id:") in self.new:
            return iri
        match = self._names.match(name)
        if match.iri is not None and (match.how == "judged" or not self._is_elsewhere(name, match.iri, places)):
            return match.iri
        found = [(iri, likeness) for iri, likeness in match.candidates if not self._conflicts(name, iri)]
        if not found:
            return None
        near = [f"{compact(iri)} ({self._agents[iri].label}, {likeness:.0f})" for iri, likeness in found]
        expected = "expected the id or name of one agent of the register"
        todo = "write the id of the right agent, or register a new one"
        short = ", ".join(f"{compact(iri)} ({likeness:.0f})" for iri, likeness in found[:3])
        what = f"{shown(name)} may mean {short}"
        raise UnknownName("agent", name, BadInput("unsure-agent", what, expected, todo), near)

    @cached_property
    def _agents(self) -> dict[str, Entity]:
        """The agents of the register, with all their names, including the spellings of the sources."""
        kinds = self.lookup.subterms("Agent") - {PCG + "UnnamedParty"}
        agents = {iri: Entity(iri) for iri, types in sorted(self.lookup.types.items()) if types & kinds}
        for _, fact in self.lookup.facts_by_role("register", "source"):
            if (agent := agents.get(fact.subject)) and fact.predicate == LABEL:
                agent.labels[getattr(fact.term, "language", None) or "en"] = fact.value
            elif agent and fact.predicate in (SKOS + "altLabel", SKOS + "hiddenLabel", PCG + "nameInSource"):
                agent.aliases.append(fact.value)
        return agents

    @cached_property
    def _names(self) -> Names:
        return Names(self._agents, name_verdicts(data_folder.fill(self.lookup.inputs.by_role("verdicts"))))

    @cached_property
    def _listed(self) -> dict[str, dict[str, str]]:
        return countries.names(self.lookup.inputs.ontology)

    @cached_property
    def countries(self) -> CountryNames:
        """The names of all countries."""
        return CountryNames({code: names.values() for code, names in self._listed.items()})

    @cached_property
    def _links(self) -> dict[str, dict[str, str]]:
        """Property → thing of the register → country of an agent, larger place of a place, or code of a country."""
        found: dict[str, dict[str, str]] = {PCG + name: {} for name in ("country", "within", "isoCode")}
        for _, fact in self.lookup.facts_by_role("register"):
            if fact.predicate in found:
                found[fact.predicate][fact.subject] = fact.value
        return found

    def code(self, text: str) -> str:
        """Return the code of a country as a literal."""
        if text.upper() not in self._listed:
            what = f"{shown(text)} is the code of no country"
            expected = "expected two letters of ISO 3166-1, such as NO"
            raise BadInput("unknown-value", what, expected, "correct the cell")
        return literal(text.upper())

    def _code(self, agent: str) -> str | None:
        """Return the code of an agent's country."""
        return self._links[PCG + "isoCode"].get(self._links[PCG + "country"].get(agent, ""))

    def _conflicts(self, name: str, agent: str) -> bool:
        """Return whether the country or the class that a name says is not that of an agent."""
        said, known = self.countries.mentioned(name), self._code(agent)
        if said and known and said != known:
            return True
        implied, kinds = implied_class(name), self.lookup.types[agent]
        above = {each for kind in kinds for each in (kind, *self.lookup.ontology.supers.get(kind, ()))}
        return (
            implied in STRICT
            and PCG + implied not in above
            and kinds.isdisjoint({PCG + "PublicBody", PCG + "Organization"})
        )

    def _is_elsewhere(self, name: str, agent: str, places: frozenset[str]) -> bool:
        """Return whether a name says no country, and an agent is a public body of none of the countries of the row."""
        country = self._links[PCG + "country"].get(agent)
        if country is None or self.countries.mentioned(name) or not self.lookup.is_a(agent, "PublicBody"):
            return False
        within, here = self._links[PCG + "within"], set(places)
        todo = [*places]
        for place in todo:  # grows during the loop
            if (larger := within.get(place)) and larger not in here:
                here.add(larger)
                todo.append(larger)
        return bool(here & self._links[PCG + "isoCode"].keys()) and country not in here

    def hints(self, kind: str, name: str) -> dict[str, str]:
        """Return what the words of an unknown name imply, as proposals for the columns of the decisions file."""
        if kind == "place":
            code = self.countries.code(name)
            return {"class": "Country", "code": code} if code else {}
        found = {"class": implied_class(name) or ""}
        if code := self.countries.mentioned(name):
            codes = {code: iri for iri, code in self._links[PCG + "isoCode"].items()}
            found["country"] = compact(codes[code]) if code in codes else self._listed[code].get("en", code)
        return found


def _label(row: Mapping[str, str]) -> str:
    return without_marks(row["label"] or row["name"])
