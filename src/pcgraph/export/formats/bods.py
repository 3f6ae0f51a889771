"""The Beneficial Ownership Data Standard 0.4: who bought which company, as statements with their sources."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pcgraph.export.formats.stated import Stated

if TYPE_CHECKING:
    from pcgraph.belief.snapshot import Snapshot

VERSION = "0.4"
SCHEMES = {  # scheme of an identifier → code of org-id.guide, its name, start of an address that names the thing
    "lei": ("XI-LEI", "Global Legal Entity Identifier Foundation", ""),
    "isni": ("", "ISNI", "https://isni.org/isni/"),
    "ror": ("", "ROR", "https://ror.org/"),
    "wikidata": ("", "Wikidata", "https://www.wikidata.org/entity/"),
}
BOUGHT = "The source says that the company was bought, or the part of it that controls it."
Statement = dict[str, Any]


def write(kg: Snapshot, path: Path) -> Counter[str]:
    """Write statements as a JSON array, and return what is left out, by reason.

    An acquisition that is done makes one relationship: the buyer has an interest in the company, of a kind that is not
    known. Nothing else in a graph is about owning or controlling a company, and much may be true of one beside it.
    """
    stated = Stated(kg)
    content = _Package(stated).statements()
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return stated.left_out


class _Package:
    def __init__(self, stated: Stated) -> None:
        self.stated, self.kg = stated, stated.kg
        self.entities: dict[str, Statement] = {}
        project = self.kg.project
        self.published: Statement = {
            "publicationDate": self.kg.today.isoformat(),
            "bodsVersion": VERSION,
            **({"license": project.licence} if project.licence else {}),
            "publisher": {"name": project.title},
        }

    def statements(self) -> list[Statement]:
        relationships = []
        bought = set[str]()
        for name, buyer, company, engagement, sources in self.stated.ties("acquires", "owns"):
            if name == "owns":
                self.stated.left_out["owners of things that are no company"] += 1
            elif {buyer, company} <= self.stated.agents.keys():
                relationships.append(self.relationship(buyer, company, engagement, sources))
                bought.add(engagement)
        for row, thing, class_ in self.stated.engagements():
            if class_ != "Acquisition":
                self.stated.left_out[f"engagements of the class {self.stated.word(row['type'])}"] += 1
            elif thing.iri not in bought:
                self.stated.left_out["acquisitions that no source states as done"] += 1
        parents = sum(agent.parent in self.stated.agents for agent, _ in self.stated.agents.values())
        if parents:
            self.stated.left_out["parent organisations, which may be owners or not"] += parents
        return [*(self.entities[iri] for iri in sorted(self.entities)), *relationships]

    def relationship(self, buyer: str, company: str, engagement: str, sources: tuple[str, ...]) -> Statement:
        """Return the statement that a buyer has an interest in a company, and add both."""
        best = min(sources, key=lambda source: (self._tier(source), source))
        done = self.stated.completed(engagement)
        interest = {
            "type": "unknownInterest",
            "directOrIndirect": "unknown",
            "details": f"{self.kg.entities[engagement].label}. {BOUGHT}",
            **({"startDate": done.day} if done and done.day else {}),
        }
        if done and done.date and not done.day:
            self.stated.left_out["dates that are not exact to the day"] += 1
        for iri in (buyer, company):
            self.entities.setdefault(iri, self.party(iri, company, best))
        details = {"isComponent": False, "subject": self._slug(company), "interestedParty": self._slug(buyer),
                   "interests": [interest]}  # fmt: skip
        others = [
            {"statementPointerTarget": "", "motivation": "linking", "description": "This source states it too.",
             "url": card.address, "createdBy": {"name": self.published["publisher"]["name"]}}
            for source in sources
            if source != best and (card := self.stated.sources.get(source)) and card.address
        ]  # fmt: skip
        record = f"{self._slug(engagement)}.{self._slug(buyer)}.{self._slug(company)}"
        made = self.statement(record, "relationship", details, company, best)
        return {**made, **({"annotations": others} if others else {})}

    def party(self, iri: str, subject: str, source: str) -> Statement:
        """Return the statement about a company or its buyer."""
        agent, kind = self.stated.agents[iri]
        identifiers = [
            {"id": value, **({"scheme": code} if code else {}), "schemeName": name,
             **({"uri": start + value} if start else {})}
            for scheme, value, _ in self.stated.identifiers.get(iri, ())
            if scheme in SCHEMES
            for code, name, start in [SCHEMES[scheme]]
        ]  # fmt: skip
        lost = len(self.stated.identifiers.get(iri, ())) - len(identifiers)
        if lost:
            self.stated.left_out["identifiers of classes of shares"] += lost
        place: Statement = {}
        if country := self.kg.entities.get(agent.country or ""):
            code = self.stated.codes.get(country.iri)
            place = {"name": country.label, **({"code": code} if code else {})}
        names = list(dict.fromkeys([*agent.labels.values(), *self.stated.aliases.get(iri, ())]))
        others = [name for name in names if name != agent.label]
        details: Statement = {"isComponent": False}
        if kind == "Person":
            details["personType"] = "knownPerson"
            details["names"] = [{"fullName": agent.label}]
            details["names"] += [{"type": "alternative", "fullName": name} for name in others]
            details |= {"nationalities": [place]} if place else {}
        else:
            details["entityType"] = {"type": "stateBody" if kind == "PublicBody" else "legalEntity"}
            details["name"] = agent.label
            details |= {"alternateNames": others} if others else {}
            details |= {"jurisdiction": place} if place else {}
        details |= {"identifiers": identifiers} if identifiers else {}
        return self.statement(self._slug(iri), "person" if kind == "Person" else "entity", details, subject, source)

    def statement(self, record: str, kind: str, details: Statement, subject: str, source: str) -> Statement:
        """Return a statement with its source; its id is a hash of what it says."""
        card = self.stated.sources.get(source)
        publisher = self.stated.publisher(source)
        told: Statement = {
            "type": ["selfDeclaration" if card and card.publisher == subject else "thirdParty"],
            **({"description": card.title} if card and card.title else {}),
            **({"url": card.address} if card and card.address else {}),
            **({"assertedBy": [{"name": publisher}]} if publisher else {}),
        }
        made = {
            "statementDate": self.stated.known[source], "declarationSubject": self._slug(subject), "recordId": record,
            "recordType": kind, "recordStatus": "new", "recordDetails": details, "source": told,
            "publicationDetails": self.published,
        }  # fmt: skip
        text = json.dumps(made, ensure_ascii=False, sort_keys=True)
        return {"statementId": hashlib.sha256(f"{self.kg.names.base} {text}".encode()).hexdigest(), **made}

    def _tier(self, source: str) -> int:
        found = self._tiers.get(source)
        return 99 if found is None else found

    @cached_property
    def _tiers(self) -> dict[str, int]:
        return dict(self.kg.tables.sources.select("source", "tier").iter_rows())

    def _slug(self, iri: str) -> str:
        return iri.removeprefix(self.kg.names.id)
