"""Reads entities of FollowTheMoney as rows of the template's sheets, so that they pass the same checks and decisions.

What has no column is counted and named. Nothing is registered whose name may mean an agent of the register: such a name
stays a name in its cell, and is then one to decide on.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pcgraph.errors import InvalidInput
from pcgraph.intake.errors import BadInput
from pcgraph.intake.spreadsheets.mapping.decisions import Decisions
from pcgraph.intake.spreadsheets.mapping.rule import Rules
from pcgraph.intake.spreadsheets.mapping.sheets import ENGAGEMENTS, SPLIT, column_name
from pcgraph.intake.spreadsheets.mapping.vocabulary import Vocabulary
from pcgraph.intake.spreadsheets.readers.table import Table, make_table
from pcgraph.intake.values import slugify, valid_slug
from pcgraph.model.namespaces import ISO_CODE, PCG, local
from pcgraph.store import countries
from pcgraph.store.files import shown
from pcgraph.validation.index import Lookup

SUFFIXES = (".json", ".jsonl")
AGENTS = ("Person", "PublicBody", "Company", "Organization")  # schemata of what can be registered, and their classes
WORK = {"Project": "Initiative", "Event": "Event"}  # schema → class, if the summary names none
FILE = ("source slug", "source title", "publisher", "first seen", "tier")
REFERENCES = ("sourceUrl", "publisher")  # what an entity rests on; the source of an import is the file
DONE = {"completed": "endDate", "under way": "startDate", "signed": "date"}  # status → property with its date
Row = dict[str, str]


def is_ftm(file: Path) -> bool:
    """Return whether a file is read as entities of FollowTheMoney.

    >>> is_ftm(Path("owners.ftm.json")), is_ftm(Path("deals.csv"))
    (True, False)
    """
    return file.suffix.lower() in SUFFIXES


def read(file: Path, lookup: Lookup, rules: Rules, decided: Decisions) -> tuple[dict[str, Table], list[str]]:
    """Return the sheets of a file, and what has no place in them: schema or property, and how often."""
    entities, lines = {}, file.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        try:
            entity = json.loads(line)
            values = {name: list(map(str, given)) for name, given in entity["properties"].items()}
            entities[str(entity["id"])] = _Entity(number, str(entity["id"]), entity["schema"], values, entity)
        except (ValueError, TypeError, LookupError, AttributeError) as error:
            broken = BadInput("wrong-format", f"line {number} is no entity of FollowTheMoney",
                              "expected one JSON object in each line, with id, schema and properties",
                              "write entities, as ftm aggregate-statements does")  # fmt: skip
            raise InvalidInput(str(broken.locate(shown(file)))) from error
    return _Sheets(file, entities, lookup, rules, decided).tables()


class _Entity:
    """One entity; a value that is taken is used, and all others are left out."""

    def __init__(self, line: int, id: str, schema: str, values: dict[str, list[str]], data: Mapping[str, Any]) -> None:
        self.line, self.id, self.schema, self.values, self.data = line, id, schema, values, data
        self.used: Counter[str] = Counter()

    def all(self, name: str) -> list[str]:
        """Return all values of a property, without what separates values of a cell."""
        self.used[name] = len(self.values.get(name, ()))
        return [" ".join(value.replace(SPLIT, ",").split()) for value in self.values.get(name, ())]

    def first(self, name: str) -> str:
        """Return the first value of a property, or nothing."""
        self.used[name] = max(self.used[name], min(1, len(self.values.get(name, ()))))
        return self.values.get(name, [""])[0]


class _Sheets:
    def __init__(
        self, file: Path, entities: dict[str, _Entity], lookup: Lookup, rules: Rules, decided: Decisions
    ) -> None:
        self.file, self.entities, self.lookup, self.rules, self.decided = file, entities, lookup, rules, decided
        self.words = Vocabulary(lookup, decided)
        self.rows: dict[str, dict[str, Row]] = {name: {} for name in ("places", "agents", ENGAGEMENTS)}
        self.cells: dict[str, str] = {}  # id of an agent → what a cell says for it
        self.known: set[str] = set()  # agents that the register has, or a cell names
        codes = [fact for _, fact in lookup.facts_by_role("register") if fact.predicate == ISO_CODE]
        self.countries = {fact.value: f"id:{local(fact.subject)}" for fact in codes}
        self.listed = countries.names(lookup.inputs.ontology)
        roles = {iri for iri in lookup.ontology.roles if local(iri) != "participant"}
        self.roles = {name: column_name(local(iri)) for iri in roles for name in
                      (local(iri).casefold(), *self.words.names_of(iri))}  # fmt: skip

    def tables(self) -> tuple[dict[str, Table], list[str]]:
        for entity in self.with_schema(*AGENTS):
            self.add_agent(entity)
        work = self.with_schema(*WORK)
        for entity in work:
            self.add_work(entity)
        for entity in self.with_schema("ProjectParticipant"):
            self.add_party(entity.first("project"), self.roles.get(entity.first("role").casefold(), ""),
                           entity.first("participant"), entity)  # fmt: skip
        for entity in self.with_schema("UnknownLink"):
            self.add_link(entity)
        for entity in self.with_schema("Membership"):
            self.add_tie("member", "organization", "member of", entity)
        self.add_source(work)
        header = [*FILE, *(column for column in sorted(self.rules.columns) if column not in FILE)]
        made = {name: self.table(name, header if name == ENGAGEMENTS else []) for name in self.rows if self.rows[name]}
        return made, list(self.left_out())

    def with_schema(self, *schemata: str) -> list[_Entity]:
        return [entity for entity in self.entities.values() if entity.schema in schemata]

    def table(self, sheet: str, header: list[str]) -> Table:
        rows = self.rows[sheet]
        columns = list(dict.fromkeys([*header, *(column for row in rows.values() for column in row)]))
        lines = [(1, columns)]
        for id_, row in rows.items():
            line = self.entities[id_].line if id_ in self.entities else len(lines)
            lines.append((line, [row.get(column, "") for column in columns]))
        return make_table(shown(self.file), sheet, lines)

    def add_agent(self, entity: _Entity) -> None:
        """Register an agent, unless the register has it, or may have it under a similar name."""
        names, slug = entity.all("name"), self.slug(entity)
        label, known = names[0] if names else "", self.lookup.inputs.names.id + slug
        self.cells[entity.id] = label
        if slug and known in self.lookup.types and label.casefold() in self.words.names_of(known):
            self.cells[entity.id] = f"id:{slug}"
            self.known.add(entity.id)
        elif label and self.decided.get("agent", label) is None and self._is_new(label):
            slug = "" if known in self.lookup.types else slug
            made = slug or slugify(label)
            self.cells[entity.id] = f"id:{made}" if made else label
            others = [name for name in dict.fromkeys([*names[1:], *entity.all("alias")]) if name != label]
            self.rows["agents"][entity.id] = {
                "id": slug, "label": label, "class": entity.schema, "other names": SPLIT.join(others),
                "country": self.country(entity.first("country")),
            }  # fmt: skip

    def _is_new(self, name: str) -> bool:
        try:
            return self.words.register.find_agent(name) is None
        except BadInput:  # it may mean one of the register
            return False

    def slug(self, entity: _Entity) -> str:
        """Return the id of an entity as a slug, or nothing if it is a hash or has another form."""
        try:
            return "" if re.fullmatch(r"[0-9a-f]{32,}", entity.id) else valid_slug(entity.id)
        except BadInput:
            return ""

    def country(self, code: str) -> str:
        """Return the cell for a country by its code, and register the country if it is new."""
        code = code.upper()
        if code and code not in self.countries and (name := self.listed.get(code, {}).get("en")):
            self.countries[code] = f"id:{slugify(name)}"
            self.rows["places"][code] = {"label": name, "class": "Country", "iso code": code}
        return self.countries.get(code, "")

    def add_work(self, entity: _Entity) -> None:
        """Add the row of a project or an event."""
        class_, _, kind = entity.first("summary").partition(": ")
        if self.words.known("class of engagements", class_) is None:
            entity.used["summary"], class_, kind = 0, WORK[entity.schema], ""
        signed = class_.casefold() == "agreement"
        status = entity.first("status") or ("signed" if signed else "completed" if entity.schema == "Event" else "")
        times = {name: entity.first(name) for name in DONE.values()}
        date = times.get(DONE.get(status, ""), "") if entity.schema == "Project" else times["date"]
        if entity.schema == "Event" and times["startDate"] and times["endDate"]:
            date = f"{times['startDate']}/{times['endDate']}"
        earlier = entity.schema == "Project" and status != "under way" and times["startDate"]
        self.rows[ENGAGEMENTS][entity.id] = {
            "id": self.slug(entity), "label": entity.first("name"), "summary": entity.first("description"),
            "class": class_, "kind": kind, "sector": SPLIT.join(entity.all("keywords")),
            "place": SPLIT.join(entity.all("address") + entity.all("location"))
            or SPLIT.join(filter(None, map(self.country, entity.all("country")))),
            "status": status, "status date": date, "aim": entity.first("goal"),
            "earlier status": "under-way" if earlier else "", "earlier date": times["startDate"] if earlier else "",
            "amount": entity.first("amount"), "currency": entity.first("currency"),
            "passage": f"entity {entity.line}",
        }  # fmt: skip
        for agent in entity.all("organizer"):
            self.add_party(entity.id, "organizer", agent, entity)
        for agent in entity.all("involved"):
            self.add_party(entity.id, "signatory" if signed else "attendee", agent, entity)

    def add_party(self, work: str, role: str, agent: str, entity: _Entity) -> None:
        row = self.rows[ENGAGEMENTS].get(work)
        cell = self.cells.get(agent) or next(iter(self.entities[agent].values.get("name", ())), "") if (
            agent in self.entities) else ""  # fmt: skip
        if row is not None and role and cell:
            row[role] = SPLIT.join(filter(None, [row.get(role, ""), cell]))
            self.known.add(agent)
        else:
            entity.used.clear()

    def add_link(self, entity: _Entity) -> None:
        """Add a link between two rows: of engagements by its column, or of an organisation to its parent."""
        one, other, role = (entity.first(name) for name in ("subject", "object", "role"))
        rows, column = self.rows[ENGAGEMENTS], role.casefold()
        if one in rows and other in rows and column in ("covers", "part of", "led to", "precedes", "during"):
            slug = rows[other]["id"] or slugify(rows[other]["label"])
            rows[one][column] = SPLIT.join(filter(None, [rows[one].get(column, ""), slug]))
        elif column in self.words.names_of(PCG + "parent"):
            self.add_tie("subject", "object", "parent", entity)
        else:
            entity.used.clear()

    def add_tie(self, name: str, of: str, column: str, entity: _Entity) -> None:
        """Add an organisation to the row of a new agent."""
        row, cell = self.rows["agents"].get(entity.first(name)), self.cells.get(entity.first(of))
        if row is not None and cell:
            row[column] = SPLIT.join(filter(None, [row.get(column, ""), cell]))
            entity.used["role"] = 1 if column == "parent" else 0
        else:
            entity.used.clear()

    def add_source(self, work: list[_Entity]) -> None:
        """Let every row name the file as its source, and the data set as what published it."""
        known = {str(name) for entity in work for name in entity.data.get("datasets") or ()}
        days = {str(day)[:10] for entity in work if (day := entity.data.get("first_seen"))}
        saved = datetime.fromtimestamp(self.file.stat().st_mtime, UTC).date().isoformat()
        stem = self.file.name.split(".")[0]
        source = {
            "source slug": f"ftm-{slugify(stem)}", "source title": self.file.name, "tier": "aggregator",
            "publisher": next(iter(known)) if len(known) == 1 else stem, "first seen": max(days, default=saved),
        }  # fmt: skip
        for row in self.rows[ENGAGEMENTS].values():
            row |= source

    def left_out(self) -> Iterator[str]:
        """Yield what nothing was made of: entities by schema, and values by property."""
        whole, values = Counter[str](), defaultdict[str, int](int)
        rows = {id_ for sheet in self.rows.values() for id_ in sheet}
        for entity in self.entities.values():
            lost = entity.schema in AGENTS and entity.id not in rows and entity.id not in self.known
            if lost or not any(entity.used.values()):
                whole[entity.schema] += 1
                continue
            for name, given in entity.values.items():
                if name not in REFERENCES and len(given) > entity.used[name]:
                    values[f"{entity.schema}.{name}"] += len(given) - entity.used[name]
        yield from (f"{name} ({count})" for name, count in sorted({**whole, **values}.items()))
