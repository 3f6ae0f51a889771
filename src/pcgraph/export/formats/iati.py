"""The International Aid Transparency Initiative 2.03: work and money as activities, each with its organisations."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from pcgraph.errors import InvalidInput
from pcgraph.export.formats.graphml import NOT_XML
from pcgraph.export.formats.stated import Reached, Stated
from pcgraph.model.namespaces import V, local
from pcgraph.model.numbers import digits

if TYPE_CHECKING:
    from pcgraph.belief.snapshot import Snapshot
    from pcgraph.model.entities import Entity

VERSION = "2.03"
WORK = ("Initiative", "Funding")  # classes of engagements that are activities
STATUS = {  # of the code list ActivityStatus
    "planned": "1", "signed": "1", "under-way": "2", "operational": "2", "completed": "4", "cancelled": "5",
    "suspended": "6",
}  # fmt: skip
ROLES = {"funder": "1", "implementer": "4", "trainer": "4", "supplier": "4"}  # of the code list OrganisationRole
TYPES = {"PublicBody": "10", "Company": "70", "University": "80"}  # of the code list OrganisationType
MONEY = {"committed": "2", "paid": "3"}  # of the code list TransactionType: outgoing commitment, disbursement
PAGE = "A12"  # of the code list DocumentCategory: a page about the activity
OWN = "99"  # a vocabulary of the publisher
XML = "{http://www.w3.org/XML/1998/namespace}lang"


def write(kg: Snapshot, path: Path) -> Counter[str]:
    """Write activities as XML, and return what is left out, by reason.

    >>> import tempfile
    >>> from pcgraph.testing import tiny
    >>> write(tiny(), Path(tempfile.mkdtemp()) / "activities.xml")  # whose steps have months, and IATI wants days
    Traceback (most recent call last):
    ...
    pcgraph.errors.InvalidInput: no activity fits IATI: activities without a date that is exact to the day (2), ...
    """
    stated = Stated(kg)
    root = Element("iati-activities", version=VERSION)
    _Activities(stated, root).add_all()
    if not len(root):
        reasons = ", ".join(f"{reason} ({number})" for reason, number in stated.left_out.most_common(3))
        raise InvalidInput(f"no activity fits IATI: {reasons}; expected at least one; choose other sources or a format")
    indent(root, " ")
    with path.open("wb") as out:
        ElementTree(root).write(out, encoding="utf-8", xml_declaration=True)
        out.write(b"\n")
    return stated.left_out


class _Activities:
    def __init__(self, stated: Stated, root: Element) -> None:
        self.stated, self.kg, self.root = stated, stated.kg, root
        self.publisher = re.sub(r"^https?://|/$", "", self.kg.names.base).replace("/", "-")
        self.movements: dict[str, list[tuple[str, dict[str, Any], Entity, Entity]]] = {}
        for total in MONEY:
            for row, giver, receiver in stated.money(total):
                self.movements.setdefault(row["engagement"], []).append((total, row, giver, receiver))

    def add_all(self) -> None:
        chosen = {thing.iri: (row, thing, now, dates) for row, thing, now, dates in self._chosen()}
        for row, thing, now, dates in chosen.values():
            self.add(row, thing, now, dates, chosen.keys())

    def _chosen(self) -> Any:
        """Yield what is an activity with all that IATI wants of one, and count why others are none."""
        left_out = self.stated.left_out
        for row, thing, class_ in self.stated.engagements():
            now = self.stated.status(row)
            parties = self.stated.parties(thing.iri)
            if class_ not in WORK:
                left_out[f"engagements of the class {self.stated.word(row['type'])}"] += 1
            elif now is None:
                left_out["activities whose status no source states plainly"] += 1
            elif now.status not in STATUS:
                left_out[f"activities that are only {self.stated.word(V + now.status)}"] += 1
            elif not any(party.role in ROLES for party in parties):
                left_out["activities without a funder or an implementer that is named"] += 1
            elif not (dates := self._dates(thing.iri, now)):
                left_out["activities without a date that is exact to the day"] += 1
            else:
                yield row, thing, now, dates

    def _dates(self, iri: str, now: Reached) -> list[tuple[str, str]]:
        """Return days by the code list ActivityDateType: actual start and end, planned end."""
        found: dict[str, str] = {}
        for step in self.stated.steps.get(iri, []):
            if step.status == "under-way":
                found.setdefault("2", step.day)
            elif step.status == "completed" and now.status == "completed":
                found["4"] = step.day
        expected = self.stated.said(iri, "expected")
        if expected and now.status not in ("completed", "cancelled"):
            found["3"] = Reached("", expected[0].value, ()).day
        self.stated.left_out["dates that are not exact to the day"] += sum(not day for day in found.values())
        return sorted((kind, day) for kind, day in found.items() if day)

    def add(self, row: dict[str, Any], thing: Entity, now: Reached, dates: list[tuple[str, str]], chosen: Any) -> None:
        """Add an activity; the schema wants its parts in this order."""
        activity = SubElement(self.root, "iati-activity", {XML: thing.language, "linked-data-uri": thing.iri})
        SubElement(activity, "iati-identifier").text = self._id(thing.iri)
        reporter = SubElement(activity, "reporting-org", ref=self.publisher, type="90")
        reporter.set("secondary-reporter", "1")
        _narrative(reporter, self.kg.project.title)
        title = SubElement(activity, "title")
        for language, label in thing.labels.items() or [(thing.language, thing.label)]:
            _narrative(title, label, language if language != thing.language else "")
        _narrative(SubElement(activity, "description", type="1"), thing.summary or thing.label)
        for aim in self.stated.said(thing.iri, "aim"):
            _narrative(SubElement(activity, "description", type="2"), aim.value)
        self.stated.count_parties(thing.iri)
        for party in self.stated.parties(thing.iri):
            if code := ROLES.get(party.role):
                self._organisation(SubElement(activity, "participating-org", role=code), party.agent)
            else:
                self.stated.left_out["parties in a role that IATI does not have"] += 1
        SubElement(activity, "activity-status", code=STATUS[now.status])
        for kind, day in dates:
            SubElement(activity, "activity-date", {"type": kind, "iso-date": day})
        places = [said.value for said in self.stated.said(thing.iri, "place")]
        for code in sorted({self.stated.codes[place] for place in places if place in self.stated.codes}):
            SubElement(activity, "recipient-country", code=code)
        for place in places:
            if (named := self.kg.entities.get(place)) and named.kind != "Country":
                _narrative(SubElement(SubElement(activity, "location"), "name"), named.label)
        for said in self.stated.said(thing.iri, "sector"):
            self._term(activity, "sector", said.value)
        self._term(activity, "tag", row["type"])
        self._transactions(activity, thing.iri, row)
        for source in self.stated.told_by(thing.iri):
            self._document(activity, source)
        for said in self.stated.said(thing.iri, "partOf"):
            if said.value in chosen:
                SubElement(activity, "related-activity", ref=self._id(said.value), type="1")

    def _transactions(self, activity: Element, iri: str, row: dict[str, Any]) -> None:
        """Add what was committed or paid by one named agent to another on a day that is known."""
        made = 0
        for total, money, giver, receiver in self.movements.get(iri, ()):
            status = "signed" if total == "committed" else "completed"
            step = next((step for step in self.stated.steps.get(iri, []) if step.status == status), None)
            if step is None or not step.day:
                self.stated.left_out["transactions without a date that is exact to the day"] += 1
                continue
            made += 1
            transaction = SubElement(activity, "transaction")
            SubElement(transaction, "transaction-type", code=MONEY[total])
            SubElement(transaction, "transaction-date", {"iso-date": step.day})
            value = SubElement(transaction, "value", {"currency": money["currency"], "value-date": step.day})
            value.text = digits(money["amount"], "")
            self._organisation(SubElement(transaction, "provider-org"), giver)
            self._organisation(SubElement(transaction, "receiver-org"), receiver)
        if row["amount"] is not None and not made:
            self.stated.left_out["sums that are no dated commitment or payment from one to another"] += 1

    def _organisation(self, element: Element, agent: Entity) -> None:
        _, kind = self.stated.agents.get(agent.iri, (agent, ""))
        for scheme, value in self.stated.identifiers.get(agent.iri, ()):
            if scheme == "lei":
                element.set("ref", f"XI-LEI-{value}")
        if code := TYPES.get(agent.kind) or TYPES.get(kind):
            element.set("type", code)
        _narrative(element, agent.label)

    def _term(self, activity: Element, name: str, term: str) -> None:
        element = SubElement(activity, name, vocabulary=OWN, code=local(term))
        element.set("vocabulary-uri", term[: -len(local(term))])
        _narrative(element, self.stated.word(term))

    def _document(self, activity: Element, source: str) -> None:
        card = self.stated.sources.get(source)
        if card is None or not card.address:
            return
        form = "application/pdf" if card.address.lower().endswith(".pdf") else "text/html"
        link = SubElement(activity, "document-link", format=form, url=card.address)
        _narrative(SubElement(link, "title"), card.title or card.address)
        SubElement(link, "category", code=PAGE)

    def _id(self, iri: str) -> str:
        return f"{self.publisher}-{iri.removeprefix(self.kg.names.id)}"


def _narrative(parent: Element, text: str, language: str = "") -> None:
    element = SubElement(parent, "narrative", {XML: language} if language else {})
    element.text = NOT_XML.sub("\ufffd", text)
