"""Data extension: what is known of things that a client has matched, by property, and which properties a class has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.entities import preferred_iri
from pcgraph.model.namespaces import TYPE, XSD
from pcgraph.model.quads import current
from pcgraph.query.names.named_things import named_things
from pcgraph.query.names.resolve import resolve
from pcgraph.query.questions.catalogue import is_iri
from pcgraph.web.pool.worker import Fault
from pcgraph.web.reconciliation.batch import LONGEST, described, from_json, term_id

MOST_IDS = 200  # of an extension
MOST_PROPERTIES = 50
_WHOLE = {XSD + name for name in ("integer", "nonNegativeInteger", "positiveInteger", "int", "long")}
_NUMBERS = {XSD + name for name in ("decimal", "double", "float")}


@dataclass(frozen=True)
class Extension:
    """The ids of things, as the client wrote them, and the properties whose values it asks for: id → IRI."""

    ids: tuple[str, ...]
    properties: dict[str, str]


def read(snapshot: Snapshot, text: str) -> Extension:
    """Return what an extension asks for.

    >>> from pcgraph.testing import tiny
    >>> read(tiny(), '{"ids": ["lumen"], "properties": [{"id": "country"}]}')
    Extension(ids=('lumen',), properties={'country': 'https://w3id.org/pcgraph/ontology#country'})
    """
    asked = from_json(text, "extend", "an object")
    example = '{"ids": [ID], "properties": [{"id": ID}]}'
    if not (isinstance(asked, dict) and set(asked) == {"ids", "properties"}):
        raise Fault(400, f"extend: not an object of ids and properties; expected {example}; correct it")
    ids, properties = asked["ids"], asked["properties"]
    if not (isinstance(ids, list) and all(isinstance(each, str) and len(each) <= LONGEST for each in ids)):
        raise Fault(400, f"extend: ids: not a list of ids; expected texts of at most {LONGEST} characters; correct it")
    if not (isinstance(properties, list) and all(isinstance(each, dict) for each in properties)):
        raise Fault(400, 'extend: properties: not a list of objects; expected [{"id": ID}]; correct it')
    if len(ids) > MOST_IDS or len(properties) > MOST_PROPERTIES:
        what = f"{len(ids)} ids and {len(properties)} properties"
        most = f"at most {MOST_IDS} and {MOST_PROPERTIES}"
        raise Fault(413, f"extend: {what}; expected {most}; ask for fewer at once")
    found = {}
    for each in properties:
        name = each.get("id")
        if not isinstance(name, str) or len(name) > LONGEST:
            raise Fault(400, "extend: property: no id; expected an id of a property; correct it")
        if each.get("settings"):
            raise Fault(400, f"extend: {name[:40]!r}: settings; expected none, as the manifest says; leave them out")
        found[name] = resolve(snapshot, name, "property", "extend: property")
    return Extension(tuple(ids), found)


def extend(snapshot: Snapshot, asked: Extension) -> dict[str, Any]:
    """Return the believed values of the properties, as the protocol writes them; a thing that is unknown has none.

    >>> from pcgraph.testing import tiny
    >>> asked = read(tiny(), '{"ids": ["lumen"], "properties": [{"id": "country"}]}')
    >>> extend(tiny(), asked)["rows"]["lumen"]["country"]
    [{'id': 'westmark', 'name': 'Westmark'}]
    """
    meta = [{"id": name, "name": described(snapshot, iri)["name"]} for name, iri in asked.properties.items()]
    rows = {}
    for given in asked.ids:
        iri = snapshot.names.expand(given.strip())
        rows[given] = {name: [*_values(snapshot, iri, own)] for name, own in asked.properties.items()}
    return {"meta": meta, "rows": rows}


def _values(snapshot: Snapshot, iri: str, name: str) -> Iterator[dict[str, Any]]:
    if not is_iri(iri):
        return
    found = current(snapshot.store, preferred_iri(snapshot.store, iri), name)
    for term in sorted((quad.object for quad in found), key=str):
        yield _value(snapshot, term)


def _value(snapshot: Snapshot, term: ox.NamedNode | ox.Literal) -> dict[str, Any]:
    """Return a value: a thing with its id, so that its column is matched, too; a day only if it is a whole date."""
    if isinstance(term, ox.NamedNode):
        if term.value in named_things(snapshot).of_kind("thing"):
            return {key: text for key, text in described(snapshot, term.value).items() if key in ("id", "name")}
        return {"str": named_things(snapshot).entity(term.value).label}
    kind = term.datatype.value
    if kind in _WHOLE:
        return {"int": int(term.value)}
    if kind in _NUMBERS:
        return {"float": float(term.value)}
    if kind == XSD + "boolean":
        return {"bool": term.value in ("true", "1")}
    return {"date": f"{term.value}T00:00:00Z"} if kind == XSD + "date" else {"str": term.value}


def proposals(snapshot: Snapshot, class_: str) -> list[dict[str, str]]:
    """Return the properties that things of a class have, those that most things have first; all things without a class.

    >>> from pcgraph.testing import tiny
    >>> from pcgraph.model.namespaces import PCG
    >>> {"id": "country", "name": "country of agent"} in proposals(tiny(), PCG + "Company")
    True
    """
    known, things = named_things(snapshot).of_kind("property"), named_things(snapshot).of_kind("thing")
    uses: Counter[str] = Counter()
    for subject in {quad.subject for quad in current(snapshot.store, predicate=TYPE, value=class_ or None)}:
        if isinstance(subject, ox.NamedNode) and subject.value in things:
            said = current(snapshot.store, subject.value)
            uses.update({quad.predicate.value for quad in said} & known.keys())
    order = sorted(uses, key=lambda iri: (-uses[iri], iri))
    return [{"id": term_id(iri), "name": described(snapshot, iri)["name"]} for iri in order]
