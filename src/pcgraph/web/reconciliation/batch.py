"""The queries of the reconciliation service: reads a batch of JSON, and writes candidates, classes and properties."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pcgraph.belief.snapshot import Snapshot
from pcgraph.errors import nearest
from pcgraph.model.namespaces import PCG, TYPE
from pcgraph.model.quads import current
from pcgraph.query.names.candidates import Candidate, candidates
from pcgraph.query.names.named_things import named_things
from pcgraph.query.names.resolve import resolve
from pcgraph.web.pool.worker import Fault

MOST_QUERIES = 50  # in a batch
MOST_CANDIDATES = 50  # of a query
MOST_VALUES = 50  # properties and their values, of a query
LONGEST = 200  # characters of a name or a value
CANDIDATES = 5  # unless a query names a limit
FIELDS = ("query", "type", "limit", "properties", "type_strict")
STRICT = ("any", "all", "should")


@dataclass(frozen=True)
class ReconciliationQuery:
    """One query of a batch, with IRIs of classes and properties."""

    name: str = ""
    classes: tuple[str, ...] = ()
    properties: dict[str, list[str]] = field(default_factory=dict)
    strict: str = "any"
    limit: int = CANDIDATES


def read(snapshot: Snapshot, text: str) -> dict[str, ReconciliationQuery]:
    """Return the queries of a batch by their keys.

    >>> from pcgraph.testing import tiny
    >>> read(tiny(), '{"q0": {"query": "Lumen", "type": "Company"}}')["q0"].classes
    ('https://w3id.org/pcgraph/ontology#Company',)
    """
    batch = from_json(text, "queries", "an object of queries")
    if not (isinstance(batch, dict) and all(isinstance(each, dict) for each in batch.values())):
        raise Fault(400, 'queries: not an object of queries; expected {"q0": {"query": NAME}}; correct it')
    if len(batch) > MOST_QUERIES:
        raise Fault(413, f"queries: {len(batch)} in a batch; expected at most {MOST_QUERIES}; send several batches")
    return {key: _read_query(snapshot, key[:40], asked) for key, asked in batch.items()}


def from_json(text: str, what: str, expected: str) -> Any:
    """Return the value of a parameter in JSON."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, ValueError) else "nested too deep"
        raise Fault(400, f"{what}: not JSON ({reason[:100]}); expected {expected}; correct it") from error


def _read_query(snapshot: Snapshot, key: str, asked: dict[str, Any]) -> ReconciliationQuery:
    def fault(what: str, expected: str, do: str = "correct it") -> Fault:
        return Fault(400, f"queries: {key!r}: {what}; expected {expected}; {do}")

    def known(term: Any, kind: str) -> str:
        term = term.get("id") if isinstance(term, dict) else term
        if not isinstance(term, str) or len(term) > LONGEST:
            raise fault(f"{kind}: no id", f"an id of a {kind}")
        return resolve(snapshot, term, kind, f"queries: {key!r}: {kind}")

    for name in asked:
        if name not in FIELDS:
            raise fault(f"field {name[:40]!r} is unknown", ", ".join(FIELDS), nearest(name, FIELDS, listed=True))
    name, limit, strict = asked.get("query", ""), asked.get("limit", CANDIDATES), asked.get("type_strict", "any")
    types, properties = asked.get("type") or [], asked.get("properties") or []
    if not isinstance(name, str) or len(name) > LONGEST:
        raise fault("query: no name", f"a text of at most {LONGEST} characters")
    if isinstance(limit, bool) or not (isinstance(limit, int) and 1 <= limit <= MOST_CANDIDATES):
        raise fault(f"limit {str(limit)[:20]}", f"a whole number from 1 to {MOST_CANDIDATES}")
    if strict not in STRICT:
        raise fault("type_strict is unknown", f"one of {', '.join(STRICT)}", "choose one")
    if not (isinstance(properties, list) and all(isinstance(each, dict) for each in properties)):
        raise fault("properties: not a list of objects", '[{"pid": ID, "v": VALUE}]')
    wanted: dict[str, list[str]] = {}
    for each in properties:
        given = each.get("v", {})
        values, blank = (
            [*_values(given)],
            given is None or given == [] or (isinstance(given, str) and not given.strip()),
        )
        if not (values or blank) or any(len(value) > LONGEST for value in values):
            raise fault("properties: no value", f"v with texts of at most {LONGEST} characters")
        iri = known(each.get("pid"), "property")
        if values:  # an empty cell restricts nothing
            wanted.setdefault(iri, []).extend(values)
    if sum(map(len, wanted.values())) > MOST_VALUES:
        raise fault("too many values of properties", f"at most {MOST_VALUES}", "send fewer")
    classes = types if isinstance(types, list) else [types]
    if len(classes) > MOST_VALUES:
        raise fault("too many types", f"at most {MOST_VALUES}", "send fewer")
    return ReconciliationQuery(name.strip(), tuple(known(each, "class") for each in classes), wanted, strict, limit)


def _values(value: Any) -> Iterator[str]:
    """Yield the texts of a property value: a text, a number, a truth value, an entity, or a list of these."""
    if isinstance(value, list):
        for each in value[: MOST_VALUES + 1]:
            if not isinstance(each, list):
                yield from _values(each)
    elif isinstance(value, bool):
        yield str(value).lower()
    elif isinstance(value, dict):
        yield from _values(value.get("id") if isinstance(value.get("id"), str) else None)
    elif isinstance(value, str | int | float) and str(value).strip():
        yield str(value).strip()


def solve(snapshot: Snapshot, asked: ReconciliationQuery) -> list[dict[str, Any]]:
    """Return the candidates of a query as the protocol writes them; none for an empty one, as an empty cell makes it.

    >>> from pcgraph.testing import tiny
    >>> (found,) = solve(tiny(), ReconciliationQuery("Lumen"))
    >>> found["id"], found["match"], found["description"]
    ('lumen', True, 'Company, Westmark, 3 engagements; has this name')
    """
    if not (asked.name or asked.properties):
        return []
    found = candidates(snapshot, asked.name, asked.classes, asked.properties, strict=asked.strict, limit=asked.limit)
    return [_candidate(snapshot, each) for each in found]


def _candidate(snapshot: Snapshot, found: Candidate) -> dict[str, Any]:
    about = described(snapshot, found.iri)
    why = "; ".join(filter(None, [about.get("description", ""), found.why]))
    agrees = {("type" if iri == TYPE else term_id(iri)): holds for iri, holds in found.agrees.items()}
    features = {"name": found.name_score, **agrees}
    return {
        **about,
        "description": why,
        "type": _types(snapshot, found.iri),
        "score": found.score,
        "match": found.match,
        "features": [{"id": name, "value": value} for name, value in features.items()],
    }


def described(snapshot: Snapshot, iri: str, *, notable: bool = False) -> dict[str, Any]:
    """Return id, name and description of a thing or a term, and with `notable` the classes of a thing."""
    things = named_things(snapshot)
    own = iri.startswith(snapshot.names.id)
    found: dict[str, Any] = {
        "id": iri.removeprefix(snapshot.names.id) if own else term_id(iri),
        "name": things.entity(iri).label,
    }
    if detail := things.detail(iri):
        found["description"] = detail
    return found | ({"notable": _types(snapshot, iri)} if notable else {})


def described_type(snapshot: Snapshot, iri: str) -> dict[str, str]:
    """Return id and name of a class; see `term_id`."""
    return {"id": term_id(iri), "name": snapshot.ontology.labels.get(iri, term_id(iri))}


def term_id(iri: str) -> str:
    """Return the id of a class or a property: the part after the namespace of the ontology, or the IRI.

    >>> term_id("https://w3id.org/pcgraph/ontology#Loan"), term_id("https://example.org/a#Lease")
    ('Loan', 'https://example.org/a#Lease')
    """
    return iri.removeprefix(PCG)


def _types(snapshot: Snapshot, iri: str) -> list[dict[str, str]]:
    """Return the classes of a thing, the most specific first."""
    supers = snapshot.ontology.supers
    kinds = sorted(
        (quad.object.value for quad in current(snapshot.store, iri, TYPE)),
        key=lambda kind: (-len(supers.get(kind, ())), kind),
    )
    return [described_type(snapshot, kind) for kind in kinds if snapshot.names.is_term(kind)]
