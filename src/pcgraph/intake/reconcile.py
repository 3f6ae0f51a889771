"""Asks a reconciliation service which of its entities an organisation of the graph may be, for a person to decide.

The service is that of Wikidata or any other with the Reconciliation Service API. Nothing is written to the data here;
see `pcgraph.intake.reconcile_accept`.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import urlencode

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.entities import Entity, merged_iris
from pcgraph.model.namespaces import SKOS, compact
from pcgraph.model.quads import exists
from pcgraph.model.text import visible
from pcgraph.query.names.named_things import named_things
from pcgraph.query.questions.catalogue import is_iri
from pcgraph.query.remote.http import HttpClient

WIKIDATA = "https://wikidata.reconci.link/en/api"
SAME_AS = SKOS + "exactMatch"
BATCH = 10  # names in a request, unless the service takes fewer
CANDIDATES = 3  # of one name
LONGEST = 300  # characters of a label or a description that are kept
MAX_BYTES = 10_000_000  # of an answer
JSON, FORM = "application/json", "application/x-www-form-urlencoded"
COUNTRY = {"http://www.wikidata.org/entity/": "P17"}  # identifier space of a service → its property for the country
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run a cell that begins so


class ServiceClient(HttpClient):
    """A reconciliation service; it has the parameters and errors of `pcgraph.query.remote.http.HttpClient`."""

    server: ClassVar[str] = "a reconciliation service"
    advice: ClassVar[Mapping[int, str]] = {404: "check the address", 405: "check the address"}

    def ask(self, method: str, **form: str) -> dict[str, Any]:
        """Return the JSON object that the service answers."""
        reply = self.send(self.request(method, urlencode(form).encode(), FORM), (JSON,))
        try:
            found = json.loads(reply.body)
        except (ValueError, RecursionError) as error:
            raise self.fault("its answer is not JSON", "an object", "check the address, or ask again") from error
        if not isinstance(found, dict):
            raise self.fault("its answer is JSON of another form", "an object", "check the address")
        return found


@dataclass(frozen=True)
class Proposal:
    """An entity of the service that an organisation may be; `accept` is for a person to fill in.

    >>> print(as_csv([Proposal("id:lumen", "Lumen", "http://e.x/Q1", "=Lumen", "", "91", "true")]), end="")
    thing,name,candidate,label,description,score,match,accept
    id:lumen,Lumen,http://e.x/Q1,'=Lumen,,91,true,
    """

    thing: str
    name: str
    candidate: str
    label: str
    description: str
    score: str
    match: str
    accept: str = ""


def to_reconcile(snapshot: Snapshot) -> list[Entity]:
    """Return the organisations that no ``skos:exactMatch`` identifies elsewhere, sorted by IRI.

    >>> from pcgraph.testing import tiny
    >>> [organisation.label for organisation in to_reconcile(tiny())]
    ['Coast Office', 'The Coast Post', 'School of Keepers', 'Lumen']
    """

    def identified(iri: str) -> bool:
        return any(exists(snapshot.store, each, SAME_AS) for each in (iri, *merged_iris(snapshot.store, iri)))

    found = named_things(snapshot).of_kind("organisation")
    return [found[iri] for iri in sorted(found) if not identified(iri)]


def propose(
    snapshot: Snapshot, client: ServiceClient, progress: Callable[[int, int], object] | None = None
) -> tuple[list[Proposal], list[Entity]]:
    """Ask the service for all organisations of `to_reconcile`."""
    manifest = client.ask("GET")
    space, most = manifest.get("identifierSpace"), manifest.get("batchSize")
    if not isinstance(space, str) or not is_iri(space):
        raise client.fault("its manifest has no identifierSpace", "a namespace of IRIs", "check the address")
    size = min(BATCH, most) if isinstance(most, int) and most > 0 else BATCH
    asked, found, without = to_reconcile(snapshot), list[Proposal](), list[Entity]()
    for start in range(0, len(asked), size):
        batch = asked[start : start + size]
        queries = {f"q{number}": _query(snapshot, each, space) for number, each in enumerate(batch)}
        answers = client.ask("POST", queries=json.dumps(queries, ensure_ascii=False))
        for number, each in enumerate(batch):
            rows = _candidates(client, answers.get(f"q{number}"))
            found += [_proposal(client, each, row, space) for row in rows]
            without += [] if rows else [each]
        if progress is not None:
            progress(min(start + size, len(asked)), len(asked))
    return found, without


def _query(snapshot: Snapshot, thing: Entity, space: str) -> dict[str, Any]:
    """Return the query for an organisation; its country helps to tell ministries of one name from each other."""
    country = snapshot.entities.get(thing.country or "")
    named = [{"pid": COUNTRY[space], "v": country.label}] if country and space in COUNTRY else []
    return {"query": thing.label, "limit": CANDIDATES} | ({"properties": named} if named else {})


def _candidates(client: ServiceClient, answer: Any) -> list[dict[str, Any]]:
    """Return the candidates in the answer to a query, the best first."""
    rows = answer.get("result") if isinstance(answer, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise client.fault("an answer without results", "a list of candidates for each name", "try again later")
    for row in rows:
        score = row.get("score")
        if isinstance(score, bool) or not (isinstance(row.get("id"), str) and isinstance(score, int | float)):
            raise client.fault("a candidate without id or score", "both", "tell its administrator")
    return sorted(rows, key=lambda row: (-row["score"], row["id"]))[:CANDIDATES]


def _proposal(client: ServiceClient, thing: Entity, row: Mapping[str, Any], space: str) -> Proposal:
    iri = row["id"] if row["id"].startswith(("http://", "https://")) else space + row["id"]
    if not is_iri(iri):
        raise client.fault("an id that makes no IRI", "one such as Q42", "tell its administrator")
    label, description = (_text(row.get(key)) for key in ("name", "description"))
    match = "true" if row.get("match") is True else "false"
    return Proposal(compact(thing.iri), thing.label, iri, label, description, f"{row['score']:.6g}", match)


def _text(value: object) -> str:
    return visible(" ".join(value.split()))[:LONGEST] if isinstance(value, str) else ""


def as_csv(proposals: Sequence[Proposal]) -> str:
    """Return proposals as CSV; a text that a spreadsheet would take for a formula gets an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(Proposal.__dataclass_fields__)
    for row in proposals:
        writer.writerow([f"'{text}" if text.startswith(FORMULA) else text for text in vars(row).values()])
    return out.getvalue()
