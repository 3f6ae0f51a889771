"""FollowTheMoney: its entities as JSON lines, and its statements, one for each value and source."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pcgraph.export.formats.stated import DONE, NOBODY, Reached, Said, Stated
from pcgraph.model.namespaces import PCG, V, local
from pcgraph.model.numbers import digits

if TYPE_CHECKING:
    from pcgraph.belief.snapshot import Snapshot
    from pcgraph.model.entities import Entity

REGISTER = "register"  # the data set of what is taken from no document
IDENTIFIERS = {"wikidata": "wikidataId", "lei": "leiCode", "ror": "idNumber", "isni": "idNumber"}
SHARES = {"isin": "isin", "ticker": "ticker"}  # of a class of shares, which is an entity of its own
EVENTS = {"Agreement": "are signed", "Event": "took place"}  # classes of which what has happened is an event
EVENT_ROLES = ("signatory", "firstParty", "secondParty", "organizer", "host", "attendee", "visitor")
LINKS = ("covers", "partOf", "ledTo", "precedes", "during")
TIMES = {"under-way": "startDate", "signed": "date", "completed": "endDate"}  # status → property of a project
NO_VALUE = ("aimed", "valuation")  # bases of sums that nobody gives, owes or asks for
DATE = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
Sources = tuple[str, ...]
Lines = Iterator[dict[str, Any]]


class Record:
    """One entity: its id and schema, what its passages are about, and its values with the sources that state each."""

    def __init__(self, id: str, schema: str, about: str = "", sources: Sources = (), **values: str | None) -> None:
        self.id, self.schema, self.about = id, schema, about
        self.values: list[tuple[str, Said]] = []
        for name, value in values.items():
            self.add(name, value, sources)

    def add(self, name: str, value: str | None, sources: Sources = ()) -> None:
        """Add a value, if there is one."""
        if value:
            self.values.append((name, Said(value, sources)))

    @property
    def sources(self) -> Sources:
        """All sources of the values."""
        return tuple(sorted({source for _, said in self.values for source in said.sources}))


def write(kg: Snapshot, path: Path) -> Counter[str]:
    """Write entities as JSON lines, and return what is left out, by reason.

    >>> import tempfile
    >>> from pcgraph.testing import tiny
    >>> file = Path(tempfile.mkdtemp()) / "tiny.ftm.json"
    >>> left_out = write(tiny(), file)
    >>> json.loads(file.read_text().splitlines()[0])["schema"], left_out["talks"]
    ('PublicBody', 1)
    """
    return _write(kg, path, _Entities.entity)


def write_statements(kg: Snapshot, path: Path) -> Counter[str]:
    """Write statements as JSON lines, and return what is left out, by reason."""
    return _write(kg, path, _Entities.statements)


def _write(kg: Snapshot, path: Path, lines: Callable[[_Entities, Record], Lines]) -> Counter[str]:
    made = _Entities(Stated(kg))
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for record in made.records():
            out.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines(made, record))
    return made.stated.left_out


class _Entities:
    """Makes the entities of a graph."""

    def __init__(self, stated: Stated) -> None:
        self.stated, self.kg, self.lost = stated, stated.kg, stated.left_out
        self.written: set[str] = set()  # engagements

    def entity(self, record: Record) -> Lines:
        """Yield an entity as plain data, with the data sets that it is from."""
        properties: dict[str, list[str]] = {}
        for name, said in record.values:
            known = properties.setdefault(name, [])
            known += [said.value] * (said.value not in known)
        days = [self._moment(source) for source in record.sources]
        yield {
            "id": record.id, "schema": record.schema, "properties": properties,
            "datasets": [self._dataset(source) for source in record.sources] or [REGISTER],
            **({"first_seen": min(days)} if days else {}),
        }  # fmt: skip

    def statements(self, record: Record) -> Lines:
        """Yield the statements of an entity as plain data, with the passages of its source as the origin of each."""
        seen = set()
        for name, said in [("id", Said(record.id, record.sources)), *record.values]:
            for source in said.sources or ("",):
                dataset = self._dataset(source) if source else REGISTER
                key = hashlib.sha1(f"{dataset}.{record.id}.{name}.{said.value}".encode(), usedforsecurity=False)
                passages = self.stated.passages(record.about, source) if source else []
                day = self._moment(source) if source else None
                if key.hexdigest() not in seen:
                    seen.add(key.hexdigest())
                    yield {
                        "canonical_id": record.id, "entity_id": record.id, "prop": name, "schema": record.schema,
                        "value": said.value, "dataset": dataset, "lang": None, "original_value": None,
                        "first_seen": day, "last_seen": day, "external": False,
                        "origin": " ".join(passages) or source or None, "id": key.hexdigest(),
                    }  # fmt: skip

    def _moment(self, source: str) -> str:
        """Return the day of a source as FollowTheMoney's databases want it; the hour says nothing."""
        return f"{self.stated.known[source]}T00:00:00"

    def _dataset(self, source: str) -> str:
        """Return the slug of a source in the form that FollowTheMoney wants of the name of a data set."""
        return re.sub(r"[^a-z0-9]+", "_", source.removeprefix(self.kg.names.src).lower()).strip("_")

    def _slug(self, iri: str) -> str:
        return iri.removeprefix(self.kg.names.id)

    def records(self) -> Iterator[Record]:
        """Yield all entities, and count what is left out."""
        for name, number in (
            ("agents that are groups or not named", sum(each.kind in NOBODY for each in self.kg.entities.values())),
            ("representations of one agent by another", self.kg.tables.representations.height),
            ("counts, such as a number of people", self.kg.tables.quantities.height),
        ):
            self.lost.update({name: number} if number else {})
        yield from self.agents()
        yield from self.offices()
        for row, thing, class_ in self.stated.engagements():
            yield from self.engagement(row, thing, class_)
        yield from self.links()
        yield from self.ownerships()
        yield from self.payments()

    def agents(self) -> Iterator[Record]:
        for iri, (agent, kind) in self.stated.agents.items():
            slug = self._slug(iri)
            record = self._named(Record(slug, kind), agent)
            record.add("country", self.stated.codes.get(agent.country or "", "").lower())
            record.add("description", agent.summary)
            shares = []
            for scheme, value in self.stated.identifiers.get(iri, ()):
                if scheme in SHARES:
                    id_ = f"{slug}.{scheme}-{re.sub('[^0-9A-Za-z]+', '-', value)}"
                    shares.append(Record(id_, "Security", name=value, issuer=slug))
                    shares[-1].add(SHARES[scheme], value)
                elif scheme in IDENTIFIERS:
                    record.add(IDENTIFIERS[scheme], value)
                else:
                    self.lost[f"identifiers of the scheme {scheme}"] += 1
            yield record
            yield from shares
            if agent.parent in self.stated.agents:
                role, parent = self.stated.word(PCG + "parent"), self._slug(agent.parent or "")
                yield Record(f"{slug}.parent", "UnknownLink", subject=slug, object=parent, role=role)

    def _named(self, record: Record, thing: Entity) -> Record:
        for label in dict.fromkeys([thing.label, *thing.labels.values()]):
            record.add("name", label)
        for alias in self.stated.aliases.get(thing.iri, ()):
            record.add("alias", alias)
        return record

    def offices(self) -> Iterator[Record]:
        for row in self.kg.offices.iter_rows(named=True):
            if {row["person"], row["organisation"]} <= self.stated.agents.keys():
                said = {source for said in self.stated.said(row["office"], "member") for source in said.sources}
                yield self._cited(
                    row["office"], "Membership", row["office"], tuple(sorted(said)), member=self._slug(row["person"]),
                    organization=self._slug(row["organisation"]), role=row["post"],
                    startDate=self._date(row["from_date"]), endDate=self._date(row["until_date"]),
                )  # fmt: skip
            else:
                self.lost["offices of or in what is not an agent here"] += 1

    def engagement(self, row: dict[str, Any], thing: Entity, class_: str) -> Iterator[Record]:
        """Yield the entity of an engagement and its participants, or count why there is none."""
        steps = self.stated.steps.get(thing.iri, [])
        reached = [step for step in steps if step.status in (("signed",) if class_ == "Agreement" else DONE)]
        if class_ == "Talks" or (class_ in EVENTS and not reached):
            why = "" if class_ == "Talks" else f" of which no source states that they {EVENTS[class_]}"
            self.lost[f"{self.stated.word(PCG + class_)}{why}"] += 1
            return
        self.written.add(thing.iri)
        sources, event = self.stated.told_by(thing.iri), class_ in EVENTS
        record = self._named(Record(self._slug(thing.iri), "Event" if event else "Project", thing.iri), thing)
        kind = next((f": {self.stated.word(said.value)}" for said in self.stated.said(thing.iri, "kind")), "")
        record.add("summary", self.stated.word(row["type"]) + kind, sources)
        record.add("description", thing.summary)
        for sector in self.stated.said(thing.iri, "sector"):
            record.add("keywords", self.stated.word(sector.value), sector.sources)
        for place, said in self.stated.said(thing.iri, "place"):
            named = self.kg.entities.get(place)
            record.add("location" if event else "address", named.label if named else None, said)
            record.add("country", self.stated.codes.get(place, "").lower(), said)
        if event:
            first, slash, last = reached[-1].date.partition("/")
            for name, date in (("startDate", first), ("endDate", last)) if slash else (("date", first),):
                record.add(name, self._date(date), reached[-1].sources)
        else:
            self.add_course(record, row, steps)
        self._cite(record, sources)
        self.stated.count_parties(thing.iri)
        participants = []
        for party in self.stated.parties(thing.iri):
            agent = self._slug(party.agent.iri)
            if event:
                if party.role in EVENT_ROLES:
                    record.add("organizer" if party.role == "organizer" else "involved", agent, party.sources)
                else:
                    self.lost["parties of events and agreements in another role"] += 1
                continue
            participants.append(
                self._cited(f"{record.id}.{party.role}.{agent}", "ProjectParticipant", thing.iri, party.sources,
                            project=record.id, participant=agent, role=self.stated.word(PCG + party.role))
            )  # fmt: skip
        yield record
        yield from participants

    def add_course(self, record: Record, row: dict[str, Any], steps: list[Reached]) -> None:
        """Add what only a project has: status, times of what has happened, aims and a sum."""
        if now := self.stated.status(row):
            record.add("status", self.stated.word(V + now.status), now.sources)
        elif row["status"]:
            self.lost["statuses that no source states plainly"] += 1
        for status, name in TIMES.items():
            same = [step for step in steps if step.status == status]
            if same and (status != "completed" or local(row["status"] or "") == status):
                step = same[-1] if status == "completed" else same[0]
                record.add(name, self._date(step.date), step.sources)
        for aim in self.stated.said(record.about, "aim"):
            record.add("goal", aim.value, aim.sources)
        for amount in self.stated.said(record.about, "amount")[:1] if row["currency"] else ():
            wrong = any(row[name] for name in ("amount_per", "constant_prices", "amount_shared"))
            if wrong or local(row["basis"] or "") in NO_VALUE:
                self.lost["sums that are aims, estimates, rates, shared or in prices of another year"] += 1
            else:
                record.add("amount", digits(row["amount"], ""), amount.sources)
                record.add("currency", row["currency"], amount.sources)

    def links(self) -> Iterator[Record]:
        """Yield the links between two engagements that are both written."""
        for iri, name in ((iri, name) for iri in sorted(self.written) for name in LINKS):
            for other, sources in self.stated.said(iri, name):
                if other in self.written:
                    ends = {"subject": self._slug(iri), "object": self._slug(other)}
                    id_, role = f"{ends['subject']}.{name}.{ends['object']}", self.stated.word(PCG + name)
                    yield self._cited(id_, "UnknownLink", iri, sources, **ends, role=role)
                else:
                    self.lost["links to what is left out"] += 1

    def ownerships(self) -> Iterator[Record]:
        """Yield who bought which company, and who owns what has been built, with the things that are owned."""
        assets: set[str] = set()
        for name, owner, owned, engagement, sources in self.stated.ties("acquires", "owns"):
            thing = self.kg.entities.get(owned)
            company = self.stated.agents.get(owned, (None, ""))[1] == "Company"
            if thing is None or owner not in self.stated.agents or (name == "acquires" and not company):
                self.lost["ownerships of what FollowTheMoney takes for no asset"] += 1
                continue
            if name == "owns" and owned not in assets:
                assets.add(owned)
                yield self._named(Record(self._slug(owned), "Asset"), thing)
            ends = {"owner": self._slug(owner), "asset": self._slug(owned)}
            id_ = f"{self._slug(engagement)}.{name}.{ends['owner']}.{ends['asset']}"
            record = self._cited(id_, "Ownership", engagement, sources, **ends, role=self.stated.word(PCG + name))
            if name == "acquires" and (done := self.stated.completed(engagement)):
                record.add("startDate", self._date(done.date), done.sources)
            yield record

    def payments(self) -> Iterator[Record]:
        """Yield the sums that sources state as paid by one to another."""
        for number, (row, payer, payee) in enumerate(self.stated.money("paid"), 1):
            project = self._slug(row["engagement"])
            yield self._cited(
                f"{project}.paid-{number}", "Payment", row["engagement"], tuple(row["sources"] or ()),
                payer=self._slug(payer.iri), beneficiary=self._slug(payee.iri), amount=digits(row["amount"], ""),
                currency=row["currency"], date=str(row["year"] or ""), project=project,
            )  # fmt: skip

    def _cited(self, id_: str, schema: str, about: str, sources: Sources, **values: str | None) -> Record:
        """Return an entity all of whose values are from the same sources."""
        record = Record(self._slug(id_), schema, about, sources, **values)
        self._cite(record, sources)
        return record

    def _cite(self, record: Record, sources: Sources) -> None:
        """Add the addresses and publishers of sources."""
        for source in sources:
            card = self.stated.sources.get(source)
            record.add("sourceUrl", card.address if card else None, (source,))
            record.add("publisher", self.stated.publisher(source), (source,))

    def _date(self, text: str | None) -> str:
        """Return an EDTF date as FollowTheMoney has it: a day, a month or a year; other dates are counted."""
        if not text or re.fullmatch(DATE, text):
            return text or ""
        if one_of := re.fullmatch(rf"\[({DATE})\.\.({DATE})\]", text):  # the month or the year that all days share
            for length in (7, 4):
                if len(one_of[1]) >= length <= len(one_of[2]) and one_of[1][:length] == one_of[2][:length]:
                    return one_of[1][:length]
        self.lost["dates that are open or not certain"] += 1
        return ""
