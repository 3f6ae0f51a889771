"""What sources say in so many words, as formats for other tools need it; what does not fit is counted by reason."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import polars as pl

from pcgraph.belief.tables import certain
from pcgraph.model.entities import Source, sources
from pcgraph.model.namespaces import ISO_CODE, PCG, SKOS, V, local
from pcgraph.model.quads import current
from pcgraph.store.nquads import plain

if TYPE_CHECKING:
    from pcgraph.belief.snapshot import Snapshot
    from pcgraph.model.entities import Entity

NOBODY = ("Group", "UnnamedParty")  # agents that are no single person or organisation
DONE = ("under-way", "operational", "completed")  # statuses of what has in fact begun; see v:realised
READ = (
    *("kind", "sector", "place", "aim", "amount", "expected", "statedIn", "member"),
    *("covers", "partOf", "ledTo", "precedes", "during"),
)


class Said(NamedTuple):
    """A value, and the IRIs of the sources that state it."""

    value: str
    sources: tuple[str, ...]


class Party(NamedTuple):
    """A stated party that is one named agent."""

    role: str
    agent: Entity
    sources: tuple[str, ...]


class Reached(NamedTuple):
    """A stated step: its status (local name) and date (EDTF, or empty), and who states it."""

    status: str
    date: str
    sources: tuple[str, ...]

    @property
    def day(self) -> str:
        """The date if it is exact to the day, else nothing: no format gets a day that no source names."""
        return self.date if re.fullmatch(r"\d{4}-\d\d-\d\d", self.date) else ""


class Stated:
    """The stated part of a graph, without what is only inferred or alleged; `left_out` counts what has no place."""

    def __init__(self, kg: Snapshot) -> None:
        self.kg, self.left_out = kg, Counter[str]()
        self._words: dict[str, str] = {}

    @cached_property
    def _values(self) -> dict[str, dict[str, list[Said]]]:
        wanted = {PCG + name: name for name in READ}
        rows = self.kg.tables.statements.filter(certain(False) & pl.col("property").is_in(list(wanted)))
        found: dict[str, dict[str, list[Said]]] = defaultdict(lambda: defaultdict(list))
        for subject, name, value, given in rows.select("subject", "property", "value", "sources").iter_rows():
            found[subject][wanted[name]].append(Said(plain(value), tuple(given)))
        return found

    def said(self, subject: str, name: str) -> list[Said]:
        """Return the values of a property, sorted."""
        known = self._values.get(subject)
        return sorted(known[name]) if known and name in known else []

    def told_by(self, subject: str) -> tuple[str, ...]:
        """Return the sources that state anything about a thing."""
        return tuple(sorted({source for said in self.said(subject, "statedIn") for source in said.sources}))

    def passages(self, subject: str, source: str) -> list[str]:
        """Return the passages in which a source says something about a thing."""
        return [said.value for said in self.said(subject, "statedIn") if source in said.sources]

    @cached_property
    def _parties(self) -> dict[str, list[tuple[bool, Party]]]:
        found: dict[str, list[tuple[bool, Party]]] = defaultdict(list)
        rows = self.kg.tables.parties.sort("engagement", "role", "agent")
        columns = rows.select("engagement", "role", "agent", "inferred", "sources")
        for engagement, role, agent, inferred, given in columns.iter_rows():
            if (named := self.kg.entities.get(agent)) is not None:
                found[engagement].append((inferred, Party(local(role), named, tuple(given))))
        return found

    def parties(self, engagement: str) -> list[Party]:
        """Return the stated parties of an engagement, without groups and unnamed ones."""
        found = self._parties.get(engagement, ())
        return [party for inferred, party in found if not inferred and party.agent.kind not in NOBODY]

    def count_parties(self, engagement: str) -> None:
        """Count the parties of an engagement that `parties` does not return."""
        for inferred, party in self._parties.get(engagement, ()):
            if inferred or party.agent.kind in NOBODY:
                why = "that no source states plainly" if inferred else "that are groups or not named"
                self.left_out[f"parties {why}"] += 1

    @cached_property
    def steps(self) -> dict[str, list[Reached]]:
        """Engagement → its stated steps, by time."""
        found: dict[str, list[Reached]] = defaultdict(list)
        rows = self.kg.tables.steps.filter(certain(False)).sort("engagement", "order", "rank", nulls_last=True)
        for engagement, status, date, given in rows.select("engagement", "status", "date", "sources").iter_rows():
            found[engagement].append(Reached(local(status), date or "", tuple(given)))
        return found

    def status(self, row: dict[str, Any]) -> Reached | None:
        """Return the step of the present status of an engagement, a row of its table, if a source states it."""
        now = local(row["status"] or "")
        return next((step for step in reversed(self.steps.get(row["engagement"], [])) if step.status == now), None)

    def completed(self, engagement: str) -> Reached | None:
        """Return the stated step by which an engagement is completed."""
        return next((step for step in self.steps.get(engagement, []) if step.status == "completed"), None)

    def ties(self, *names: str) -> Iterator[tuple[str, str, str, str, tuple[str, ...]]]:
        """Yield relation (local name), both ends, engagement and sources of the ties of some relations."""
        rows = self.kg.tables.relations.filter(pl.col("relation").is_in([PCG + name for name in names]))
        for relation, one, other, engagement, given in rows.sort("relation", "from", "to", "engagement").iter_rows():
            yield local(relation), one, other, engagement, tuple(given)

    def engagements(self) -> Iterator[tuple[dict[str, Any], Entity, str]]:
        """Yield each engagement: its row, the thing with its names, and the main class that it is in."""
        kg = self.kg
        tops = ("Agreement", "Talks", "Event", "Coordination", "Initiative", "Funding", "Acquisition")
        class_ = {iri: top for top in tops for iri in kg.ontology.subterms(top)}
        for row in kg.tables.engagements.sort("engagement").iter_rows(named=True):
            yield row, kg.entities[row["engagement"]], class_.get(row["type"], "Engagement")

    @cached_property
    def agents(self) -> dict[str, tuple[Entity, str]]:
        """Agent → the thing with its names, and Person, PublicBody, Company or Organization."""
        kinds = {"PublicBody": "PublicBody", "Company": "Company", "Person": "Person", "Organization": "Organization"}
        class_: dict[str, str] = {}
        for kind in kinds:
            for iri in self.kg.ontology.subterms(kind):
                class_.setdefault(local(iri), kind)
        return {iri: (each, class_[each.kind]) for iri, each in self.kg.entities.items() if each.kind in class_}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The sources in scope, by IRI."""
        return sources(self.kg.store)

    @cached_property
    def known(self) -> dict[str, str]:
        """Source → the day from which it counts."""
        return {source: day.isoformat() for source, day in self.kg.tables.sources.select("source", "known").iter_rows()}

    def publisher(self, source: str) -> str:
        """Return the name of the publisher of a source."""
        card = self.sources.get(source)
        agent = self.kg.entities.get(card.publisher) if card else None
        return agent.label if agent else ""

    def _current(self, name: str) -> Iterator[tuple[str, str]]:
        for quad in current(self.kg.store, predicate=name):
            yield quad.subject.value, quad.object.value

    @cached_property
    def codes(self) -> dict[str, str]:
        """Country, and place in one, → code of ISO 3166-1."""
        codes, within = dict(self._current(ISO_CODE)), dict(sorted(self._current(PCG + "within"), reverse=True))
        for place in within:
            larger = place
            for _ in within:  # at most; a circle ends
                if larger not in codes and larger in within:
                    larger = within[larger]
            codes |= {place: codes[larger]} if larger in codes else {}
        return codes

    @cached_property
    def aliases(self) -> dict[str, list[str]]:
        """Thing → its other names."""
        found = defaultdict(list)
        for thing, name in sorted(self._current(SKOS + "altLabel")):
            found[thing].append(name)
        return found

    @cached_property
    def identifiers(self) -> dict[str, list[tuple[str, str]]]:
        """Thing → scheme (local name) and value of each identifier."""
        schemes, values = (dict(self._current(PCG + name)) for name in ("scheme", "identifierValue"))
        found = defaultdict(list)
        for identifier, thing in sorted(self._current(PCG + "identifies")):
            if identifier in schemes and identifier in values:
                found[thing].append((local(schemes[identifier]), values[identifier]))
        return found

    def word(self, term: str) -> str:
        """Return the label of a term of the ontology or of a vocabulary in English, or its local name."""
        return self._words.setdefault(term, self.kg.label(term) or local(term))

    def money(self, total: str) -> Iterator[tuple[dict[str, Any], Entity, Entity]]:
        """Yield each sum that counts as committed or paid: its row, who gives and who receives it.

        Only a sum with a stated basis, one named funder and one named recipient is a movement of money between two.
        """
        counts = (pl.col("total") == V + total) & pl.col("reason").is_null() & pl.col("basis_stated")
        counts &= pl.col("amount").is_not_null() & pl.col("currency").is_not_null() & pl.col("amount_per").is_null()
        counts &= pl.col("constant_prices").is_null() & (pl.col("basis") == V + total)
        for row in self.kg.tables.sums.filter(counts).sort("engagement", "step", "amount").iter_rows(named=True):
            parties = self.parties(row["engagement"])
            to = {party.agent.iri: party.agent for party in parties if party.role == "recipient"}
            by = [self.kg.entities[funder] for funder in row["funders"] if funder in self.kg.entities]
            if len(to) == len(by) == 1:
                yield row, by[0], next(iter(to.values()))
            else:
                self.left_out[f"sums {total} without one funder and one recipient that are named"] += 1
