"""Who has a profile, and what each profile is made of; the tables of the graph are read once for all of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

import polars as pl

from pcgraph.belief.snapshot import Snapshot
from pcgraph.belief.tables import STATES
from pcgraph.belief.tables.rows import RowsByKey
from pcgraph.model.entities import Entity, shortest
from pcgraph.model.namespaces import PCG, SECTOR, local
from pcgraph.model.ontology import reached
from pcgraph.model.quads import pairs
from pcgraph.profiles import sections, summary
from pcgraph.profiles.content import Neighbour, Note, Profile
from pcgraph.profiles.employers import employers
from pcgraph.profiles.timeline import describe_timeline
from pcgraph.query.explain import claims
from pcgraph.query.explain.cited_passages import Citations
from pcgraph.query.explain.dossier import WholeGraph, signings
from pcgraph.query.statements.contradictions import Contradiction, contradictions
from pcgraph.query.statements.timeline import timeline

HIDDEN = {"Person", "UnnamedParty", "Group"}  # what is no partner
DOWN = ("covers", "ledTo")  # from an event to what belongs to it; others lead to the event
UP = ("during", "partOf")
SETS = ("realised", "entered", "announced", "prospective", "ended", "none")  # the furthest first
BARS = {"organisation": 12}  # of the timeline; fewer for others
FEW_BARS = 6
WHOLE = 20_000  # engagements of a graph of which all contradictions are found at once
FEWEST = 3  # with fewer bars or lines, there is no timeline or picture
LINES = 6  # of the picture
PASSAGES, LATER = 2, 1  # of one fact that are footnotes; and in the rows that a page does not show at first
Rows = Mapping[str, Any]


class Profiles:
    """The profiles of one graph.

    >>> from pcgraph.testing import tiny
    >>> found = Profiles(tiny())
    >>> found.profile(tiny().names.id + "lumen").what, len(found.pairs())
    ('organisation', 1)
    """

    def __init__(self, snapshot: Snapshot, whole: WholeGraph | None = None) -> None:
        self.snapshot, tables = snapshot, snapshot.tables
        self._whole = whole
        self.engagements = RowsByKey(tables.engagements, "engagement", unique=True)
        self.parties, self.steps, self.sums, self.lives = (
            RowsByKey(frame, "engagement")
            for frame in (tables.parties, tables.steps, tables.sums, timeline(tables, snapshot.ontology))
        )
        self.outcomes = RowsByKey(tables.outcomes, "engagement", unique=True)
        self.promises = RowsByKey(tables.promises, "promise", unique=True)
        self.acts_for = employers(snapshot)
        ends = (pl.min_horizontal("from", "to"), pl.max_horizontal("from", "to"))
        self._ties = RowsByKey(tables.relations.with_columns(pair=pl.concat_str(*ends, separator=" ")), "pair")
        self.present: date = max(tables.sources["known"].drop_nulls(), default=date.min)
        self.claims = {claim["event"]: claim for claim in claims(snapshot)}
        self._citations = Citations(snapshot)

    @cached_property
    def whole(self) -> WholeGraph:
        """The contradictions of the graph."""
        return self._whole or WholeGraph(self.snapshot)

    def disputes(self, subjects: Iterable[str]) -> list[Contradiction]:
        """Return the contradictions about subjects; in a large graph, only those are looked for."""
        if self._whole or len(self.engagements) <= WHOLE:
            return [each for subject in subjects for _, each in self.whole.disputes.get(subject, ())]
        return contradictions(self.snapshot.store, subjects)

    @cached_property
    def of_agent(self) -> dict[str, list[str]]:
        """Agent → the engagements in which it has a role."""
        roles = self.snapshot.tables.parties.group_by("agent", maintain_order=True)
        return dict(roles.agg(pl.col("engagement").unique().sort()).iter_rows())

    @cached_property
    def of_sector(self) -> dict[str, list[str]]:
        """Sector → the engagements in it and in narrower ones."""
        broader = self.snapshot.ontology.broader
        return self._gather("sectors", lambda iri: broader.get(iri, frozenset()))

    @cached_property
    def of_place(self) -> dict[str, list[str]]:
        """Place → the engagements there and in places within it."""
        up: defaultdict[str, set[str]] = defaultdict(set)
        for place, around in pairs(self.snapshot.store, PCG + "within"):
            up[place].add(around)
        return self._gather("places", lambda iri: reached(iri, up))

    @cached_property
    def of_event(self) -> dict[str, list[str]]:
        """Event → the engagements that took place there, belong to it or came of it."""
        said = self.snapshot.tables.statements
        down: defaultdict[str, set[str]] = defaultdict(set)
        links = said.filter(pl.col("property").is_in([PCG + name for name in (*DOWN, *UP)]))
        for subject, name, value in links.select("subject", "property", "value").iter_rows():
            other = value.strip("<>")
            one, part = (subject, other) if name.removeprefix(PCG) in DOWN else (other, subject)
            down[one].add(part)
        events = pl.col("type").is_in(sorted(self.snapshot.ontology.subterms("Event")))
        found = self.snapshot.tables.engagements.filter(events)["engagement"]
        return {iri: sorted((reached(iri, down) & self.engagements.keys()) - {iri}) for iri in found}

    @cached_property
    def of_asset(self) -> dict[str, list[str]]:
        """Asset → the engagements that deliver or use it."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for name in ("delivers", "uses"):
            for engagement, asset in pairs(self.snapshot.store, PCG + name):
                if engagement in self.engagements:
                    found[asset].add(engagement)
        return {iri: sorted(each) for iri, each in found.items()}

    def _gather(self, column: str, above: Any) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for engagement, values in self.snapshot.tables.engagements.select("engagement", column).iter_rows():
            for iri in {upper for own in values or () for upper in (own, *above(own))}:
                found[iri].append(engagement)
        return dict(found)

    def pairs(self) -> list[tuple[str, str]]:
        """Return the pairs of organisations with a tie, each once and in order."""
        pairs = (pair.split(" ") for pair in self._ties)
        return [(one, other) for one, other in pairs if one != other and all(map(self._is_organisation, (one, other)))]

    def ties(self, one: str, other: str) -> list[Rows]:
        """Return the ties between two things, in either direction."""
        found: list[Rows] = self._ties.get(" ".join(sorted((one, other))), [])
        return found

    def _is_organisation(self, iri: str) -> bool:
        entity, ontology = self.snapshot.entities.get(iri), self.snapshot.ontology
        agent = entity is not None and ontology.term(entity.kind) in ontology.agent_classes
        return agent and entity is not None and entity.kind not in HIDDEN

    def profile(self, iri: str) -> Profile | None:
        """Return the profile of an organisation, an event, a sector, a place or an asset; None of anything else."""
        if self._is_organisation(iri) and iri in self.of_agent:
            return self._profile("organisation", (iri,), self.of_agent[iri])
        if iri in self.of_event:
            return self._profile("event", (iri,), self.of_event[iri])
        if iri.startswith(SECTOR) and iri in self.of_sector:
            return self._profile("sector", (iri,), self.of_sector[iri])
        if iri in self.of_asset:
            return self._profile("asset", (iri,), self.of_asset[iri])
        return self._profile("place", (iri,), self.of_place[iri]) if iri in self.of_place else None

    def pair(self, one: str, other: str) -> Profile | None:
        """Return the profile of two organisations with a tie; None without one."""
        ends = (one, other) if one < other else (other, one)
        if not (ties := self.ties(*ends)) or not all(map(self._is_organisation, ends)):
            return None
        shared = {row["engagement"] for row in ties}
        shared |= {*self.of_agent.get(ends[0], ())} & {*self.of_agent.get(ends[1], ())}
        return self._profile("pair", ends, sorted(shared))

    def _profile(self, what: str, about: tuple[str, ...], engagements: list[str]) -> Profile:
        neighbours = self.neighbours(about, engagements)
        states = Counter(self.promises[promise]["state"] for promise in self.promises_of(engagements))
        found = Profile(
            about[0],
            about[1:],
            what,
            tuple(engagements),
            summary.sentences(self, what, about, engagements, neighbours),
            {state: states[state] for state in STATES if states[state]},
            tuple(neighbours[:LINES]) if len(neighbours) >= FEWEST else (),
            self._timeline(what, about[0], engagements),
            sections.tables(self, what, about, engagements, neighbours),
            (),
            0,
        )
        return self._cited(found)

    def _timeline(self, what: str, about: str, engagements: list[str]) -> dict[str, Any] | None:
        found = describe_timeline(self, what, about, engagements, BARS.get(what, FEW_BARS))
        return found if found and len(found["bars"]) >= FEWEST else None

    def _cited(self, draft: Profile) -> Profile:
        """Return a profile with its footnotes: first those of the rows that are shown at once, in their order."""
        shown = [*draft.summary, *(row for table in draft.tables for row in table.rows[: table.first])]
        rest = [row for table in draft.tables for row in table.rows[table.first :]]
        most = [PASSAGES] * len(shown) + [LATER] * len(rest)
        cited = self._citations.cite([row.behind for row in (*shown, *rest)], most)
        made = [
            replace(row, notes=tuple(proof["passages"]), more=proof.get("left_out", 0))
            for row, proof in zip((*shown, *rest), cited["evidence"], strict=True)
        ]
        first, later = iter(made[: len(shown)]), iter(made[len(shown) :])
        of_source = {each["source"]: each for each in cited["sources"]}
        return replace(
            draft,
            summary=tuple(next(first) for _ in draft.summary),
            tables=tuple(
                replace(table, rows=tuple(next(first if at < table.first else later) for at in range(len(table.rows))))
                for table in draft.tables
            ),
            notes=tuple(_note(each, of_source[each["passage"].partition("#")[0]]) for each in cited["passages"]),
            first_notes=max((note for row in made[: len(shown)] for note in row.notes), default=0),
        )

    def promises_of(self, engagements: Iterable[str]) -> list[str]:
        """Return the promises to which engagements belong, those of one state together."""
        found = {self.outcomes[iri]["promise"] for iri in engagements if iri in self.outcomes} - {None}
        return sorted(found, key=lambda iri: (STATES.index(self.promises[iri]["state"]), iri))

    def organisations_in(self, engagement: str) -> set[str]:
        """Return the organisations that take part, also through the people who act for them."""
        agents = (row["agent"] for row in self.parties.get(engagement, ()) if not row["unnamed"])
        entities = self.snapshot.entities
        acting = {self.acts_for.get(agent, agent) for agent in agents}
        return {iri for iri in acting if iri in entities and entities[iri].kind not in HIDDEN}

    def neighbours(self, about: tuple[str, ...], engagements: Iterable[str]) -> list[Neighbour]:
        """Return the organisations in engagements, other than those that the profile is about."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for engagement in engagements:
            for iri in self.organisations_in(engagement) - {*about}:
                found[iri].append(self.snapshot.ontology.status_set(self.engagements[engagement]["status"] or ""))
        rows = [Neighbour(iri, len(sets), min(sets, key=SETS.index)) for iri, sets in found.items()]
        return sorted(rows, key=lambda row: (-row.engagements, SETS.index(row.status_set), row.iri))

    def word(self, iri: str) -> str:
        """Return a term in words."""
        return self.snapshot.ontology.labels.get(iri) or local(iri)

    def signings(self, agent: str) -> dict[str, int]:
        """Count what an organisation signed; see `pcgraph.query.explain.dossier.signings`."""
        roles = [row for each in self.of_agent[agent] for row in self.parties[each] if row["agent"] == agent]
        return signings(self.snapshot.ontology, roles, lambda *_: self.steps)

    def step_names(self, engagement: str) -> list[str]:
        """Return the IRIs of the steps of an engagement."""
        return [step["step"] for step in self.steps.get(engagement, ())]

    def short(self, iri: str) -> str:
        """Return the shortest name of an organisation."""
        return shortest(self.snapshot.entities.get(iri) or Entity(iri))

    def current_steps(self, engagement: str) -> list[Rows]:
        """Return the steps that reached the current status of an engagement."""
        status = self.engagements[engagement]["status"]
        return [step for step in self.steps.get(engagement, ()) if step["status"] == status]


def _note(passage: Mapping[str, Any], source: Mapping[str, Any]) -> Note:
    publisher, day, title = (str(source.get(name, "")) for name in ("publisher", "date", "title"))
    return Note(
        passage["n"], passage["passage"], source["source"], publisher, day, title, passage["place"], passage["state"]
    )
