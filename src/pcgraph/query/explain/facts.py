"""Explains a fact: who states the value of a property, what is believed, what disagrees, and which passages say so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pcgraph.belief.snapshot import Snapshot
from pcgraph.errors import UsageError
from pcgraph.model.namespaces import DATE, PCG, SKOS, TYPE, compact
from pcgraph.query.explain import evidence
from pcgraph.query.explain.dossier import dossier
from pcgraph.query.explain.methods import RULE
from pcgraph.query.names.resolve import resolve
from pcgraph.query.statements import statements

OF_STEPS = {DATE, *(PCG + name for name in ("step", "status", "currentStatus"))}


def explain_fact(snapshot: Snapshot, thing: str, name: str, texts: Path | None = None) -> dict[str, Any]:
    """Return what is said about one property of a thing, and the evidence for it.

    >>> from pcgraph.testing import tiny
    >>> found = explain_fact(tiny(), "lamp-agreement", "signatory")
    >>> [row["value"].rpartition("/")[2] for row in found["statements"]]
    ['coast-office', 'lumen']
    """
    iri, property_ = resolve(snapshot, thing, "thing"), resolve(snapshot, name, "property", "property")
    if property_ in {relation.iri for relation in snapshot.ontology.relations}:
        what = f"{compact(iri)} {compact(property_)}: a tie, which has two ends"
        raise UsageError(f"{what}; expected the other end too; name it, or ask for a property")
    names = snapshot.ontology.subterms_of(property_)
    found, every = dossier(snapshot, iri, texts), statements(snapshot.store, iri)
    heard = {(row["role"], row["agent"]): row["voices"] for row in found["parties"]}
    heard |= {(row["property"], row["value"]): row["voices"] for row in found["facts"] if "voices" in row}
    said = [
        row | ({"voices": heard[key]} if (key := (row["property"], row["value"])) in heard else {})
        for row in every
        if row["property"] in names
    ]
    steps = found["steps"] if names & OF_STEPS else []
    if not (said or steps):
        known = sorted({compact(row["property"]) for row in every} - {compact(TYPE)})
        has = ", ".join(each for each in known if not each.startswith(compact(SKOS)))
        raise UsageError(
            f"{compact(iri)} {compact(property_)}: nothing is said; expected one of {has or 'no property'}; choose one"
        )
    subjects = [iri, *(row["step"] for row in steps)]
    sources = {source for row in (*said, *steps) for source in row["sources"]}
    proofs = [row for row in evidence(snapshot.store, subjects, texts) if row["source"] in sources]
    about = {key: found[key] for key in ("iri", "label")} | {"property": property_, "rule": RULE}
    beside = {
        key: [row for row in found[key] if row["property"] in names or (steps and row["subject"] in subjects[1:])]
        for key in ("disputes", "rejected", "also_given")
    }
    return {**about, "statements": said, "steps": steps, **beside, "evidence": proofs}
