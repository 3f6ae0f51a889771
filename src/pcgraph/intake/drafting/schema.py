"""The JSON schema of a draft for a language model, made from the fields of the ontology."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.fields import CONCEPT, DATE, NUMBER, Field, fields
from pcgraph.model.namespaces import CURRENT, PCG, local

QUALIFIERS = ("about", "at least", "at most")
_STEP = ("status", "date")  # fields of the latest step, which a draft has at the engagement
_CONCEPTS = ("kind", "quantityOf")  # concepts that a text names; sectors are for editors


def draft_fields(snapshot: Snapshot, class_: str) -> list[Field]:
    """Return the fields that a draft of a class may have: roles, dates, numbers, and what belongs to these."""
    import pyoxigraph as ox

    quads = list(snapshot.store.quads_for_pattern(None, None, None, ox.NamedNode(CURRENT)))
    own = fields(quads, snapshot.ontology, snapshot.ontology.term(class_))
    step = [each for each in fields(quads, snapshot.ontology, PCG + "Step") if each.name in _STEP]
    chosen = [
        each
        for each in own
        if each.role
        or each.kind == DATE
        or (each.kind == NUMBER and not each.chosen_with)
        or each.name in ("currency", "claimedCurrency", "place")
        or (each.kind == CONCEPT and each.name in _CONCEPTS)
    ]
    return [*chosen, *step]


def draft_schema(
    classes: Mapping[str, Sequence[str]], candidates: Sequence[str], concepts: Sequence[str]
) -> dict[str, Any]:
    """Return the schema of an answer: a flat list of values for each engagement, each with its quote."""
    names = sorted({name for each in classes.values() for name in each})
    value = {
        "type": "object",
        "additionalProperties": False,
        "required": ["field", "quote", "id", "number", "date", "name", "qualifier"],
        "properties": {
            "field": {"enum": names},
            "quote": {"type": "string", "description": "The words of the text that say so, letter by letter."},
            "id": {"enum": [None, *candidates, *concepts, "unnamed"]},
            "number": {"type": ["number", "null"]},
            "date": {"type": ["string", "null"], "description": "EDTF, no more exact than the text."},
            "name": {"type": ["string", "null"], "description": "A party that is none of the ids, or a currency code."},
            "qualifier": {"enum": [None, *QUALIFIERS]},
        },
    }
    engagement = {
        "type": "object",
        "additionalProperties": False,
        "required": ["class", "values"],
        "properties": {"class": {"enum": sorted(classes)}, "values": {"type": "array", "items": value}},
    }
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["engagements"],
        "properties": {"engagements": {"type": "array", "items": engagement}},
    }


def class_fields(snapshot: Snapshot) -> dict[str, list[Field]]:
    """Return the local name of each class of engagements, with the fields of its drafts."""
    return {local(iri): draft_fields(snapshot, local(iri)) for iri in sorted(snapshot.ontology.engagement_classes)}
