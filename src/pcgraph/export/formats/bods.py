"""The Beneficial Ownership Data Standard 0.4: who bought which company, as statements with their sources."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
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
TOO = "This source states it too."
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
        self.stated, self.kg, self.lost = stated, stated.kg, stated.left_out
        self.entities: dict[str, Statement] = {}
        project, day = self.kg.project, self.kg.today.isoformat()
        self.published = _filled(publicationDate=day, bodsVersion=VERSION, license=project.licence,
                                 publisher={"name": project.title})  # fmt: skip
        self.tiers = dict(self.kg.tables.sources.select("source", "tier").iter_rows())

    def statements(self) -> list[Statement]:
        relationships, bought = [], set[str]()
        for name, buyer, company, engagement, sources in self.stated.ties("acquires", "owns"):
            if name == "owns":
                self.lost["owners of things that are no company"] += 1
            elif {buyer, company} <= self.stated.agents.keys():
                relationships.append(self.relationship(buyer, company, engagement, sources))
                bought.add(engagement)
        for row, thing, class_ in self.stated.engagements():
            if class_ != "Acquisition":
                self.lost[f"engagements of the class {self.stated.word(row['type'])}"] += 1
            elif thing.iri not in bought:
                self.lost["acquisitions that no source states as done"] += 1
        if parents := sum(agent.parent in self.stated.agents for agent, _ in self.stated.agents.values()):
            self.lost["parent organisations, which may be owners or not"] += parents
        return [*(self.entities[iri] for iri in sorted(self.entities)), *relationships]

    def relationship(self, buyer: str, company: str, engagement: str, sources: tuple[str, ...]) -> Statement:
        """Return the statement that a buyer has an interest in a company, and add both."""
        best = min(sources, key=lambda source: (self.tiers.get(source) or 99, source))
        done = self.stated.completed(engagement)
        if done and done.date and not done.day:
            self.lost["dates that are not exact to the day"] += 1
        interest = _filled(
            type="unknownInterest", directOrIndirect="unknown", startDate=done.day if done else "",
            details=f"{self.kg.entities[engagement].label}. {BOUGHT}",
        )  # fmt: skip
        for iri in (buyer, company):
            self.entities.setdefault(iri, self.party(iri, company, best))
        ends = {"subject": self._slug(company), "interestedParty": self._slug(buyer)}
        others = [
            {"statementPointerTarget": "", "motivation": "linking", "description": TOO, "url": card.address}
            for source in sources
            if source != best and (card := self.stated.sources.get(source)) and card.address
        ]
        record = f"{self._slug(engagement)}.{ends['interestedParty']}.{ends['subject']}"
        made = self.statement(
            record, "relationship", {"isComponent": False, **ends, "interests": [interest]}, company, best
        )
        return _filled(**made, annotations=others)

    def party(self, iri: str, subject: str, source: str) -> Statement:
        """Return the statement about a company or its buyer."""
        agent, kind = self.stated.agents[iri]
        known = [
            (*SCHEMES[scheme], value) for scheme, value in self.stated.identifiers.get(iri, ()) if scheme in SCHEMES
        ]
        if lost := len(self.stated.identifiers.get(iri, ())) - len(known):
            self.lost["identifiers of classes of shares"] += lost
        identifiers = [
            _filled(id=value, scheme=code, schemeName=name, uri=start and start + value)
            for code, name, start, value in known
        ]
        country = self.kg.entities.get(agent.country or "")
        place = _filled(name=country.label, code=self.stated.codes.get(country.iri)) if country else {}
        names = dict.fromkeys([*agent.labels.values(), *self.stated.aliases.get(iri, ())])
        others = [name for name in names if name != agent.label]
        if kind == "Person":
            all_names = [{"fullName": agent.label}, *({"type": "alternative", "fullName": name} for name in others)]
            details = _filled(personType="knownPerson", names=all_names, nationalities=[place] if place else [])
        else:
            type_ = {"type": "stateBody" if kind == "PublicBody" else "legalEntity"}
            details = _filled(entityType=type_, name=agent.label, alternateNames=others, jurisdiction=place)
        details = {"isComponent": False, **_filled(**details, identifiers=identifiers)}
        return self.statement(self._slug(iri), "person" if kind == "Person" else "entity", details, subject, source)

    def statement(self, record: str, kind: str, details: Statement, subject: str, source: str) -> Statement:
        """Return a statement with its source; its id is a hash of what it says."""
        card, publisher = self.stated.sources[source], self.stated.publisher(source)
        told = _filled(
            type=["selfDeclaration" if card.publisher == subject else "thirdParty"], description=card.title,
            url=card.address, assertedBy=[{"name": publisher}] if publisher else [],
        )  # fmt: skip
        made = {
            "statementDate": self.stated.known[source], "declarationSubject": self._slug(subject), "recordId": record,
            "recordType": kind, "recordStatus": "new", "recordDetails": details, "source": told,
            "publicationDetails": self.published,
        }  # fmt: skip
        text = f"{self.kg.names.base} {json.dumps(made, ensure_ascii=False, sort_keys=True)}"
        return {"statementId": hashlib.sha256(text.encode()).hexdigest(), **made}

    def _slug(self, iri: str) -> str:
        return iri.removeprefix(self.kg.names.id)


def _filled(**values: Any) -> Statement:
    """Return the values that are there."""
    return {name: value for name, value in values.items() if value}
