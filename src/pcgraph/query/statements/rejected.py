"""Values that sources state and that are not believed, and the verdicts that keep them out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import pyoxigraph as ox

from pcgraph.model import namespaces
from pcgraph.model.entities import merged_iris
from pcgraph.model.namespaces import CURRENT, LABEL, PCG, TYPE
from pcgraph.model.ontology import Ontology
from pcgraph.model.quads import exists, quads, said
from pcgraph.query.statements import ALIASES, statements
from pcgraph.query.statements.contradictions import Contradiction
from pcgraph.query.statements.number_groups import stated_numbers

# What a source says of its own text, and names
OWN = {LABEL, namespaces.DESCRIPTION, *ALIASES, *namespaces.MARKS, PCG + "statedIn", PCG + "partiesComplete"}
Values = Mapping[str, str]  # property → value: what one graph says in one place


def not_believed(
    store: ox.Store,
    subjects: Iterable[str],
    disputes: Iterable[Contradiction],
    ontology: Ontology,
    read: Mapping[str, list[dict[str, Any]]] | None = None,
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the values that sources state and that are not believed: those that a verdict keeps out, and others.

    Keys: those of `pcgraph.query.statements.statements`, subject, verdict, reason. Others are left out if
    they are disputed, or if they only say less than what is believed.
    """
    disputed = {(each.subject, each.property, value) for each in disputes for value in each.values}
    rejected, others = [], []
    for subject in subjects:
        whole: defaultdict[tuple[str, str], list[Values]] = defaultdict(list)
        for number in stated_numbers(store, subject):
            whole[number.property, number.text].append(number.values)
        rows = [
            row
            for row in (read or {}).get(subject) or statements(store, subject)
            if row["property"] not in OWN and row["sources"]
        ]
        given = [(row, whole[key] or [dict([key])]) for row in rows for key in [(row["property"], row["value"])]]
        every = [values for _, found in given for values in found]
        verdicts = _verdicts(store, subject)
        for row, values in ((row, values) for row, values in given if not row["believed"]):
            against = _verdict_against(row["property"], values, every, verdicts, ontology)
            why = {"subject": subject, "verdict": against.get("iri", ""), "reason": against.get("reason", "")}
            if against:
                rejected.append(row | why)
            elif (subject, row["property"], row["value"]) not in disputed and not _is_expected(store, row):
                others.append(row | why)
    return rejected, others


def _verdicts(store: ox.Store, subject: str) -> list[dict[str, str]]:
    """Return the verdicts on a thing that hold: ``iri``, and what they say by the local name of the property."""
    every = (subject, *merged_iris(store, subject))
    verdicts = (quad.subject for iri in every for quad in quads(store, None, PCG + "onSubject", iri, CURRENT))
    found = [{"iri": verdict.value} | said(store, verdict, CURRENT) for verdict in verdicts]
    return sorted(found, key=lambda verdict: verdict["iri"])


def _verdict_against(
    name: str, said: list[Values], every: list[Values], verdicts: Iterable[Values], ontology: Ontology
) -> Values:
    """Return the verdict that rejects one of the values said, or prefers another one that somebody gives."""
    for verdict in verdicts:
        on = verdict.get("onProperty", "")
        besides = {PCG + key: value for key, value in verdict.items() if PCG + key in ontology.chosen_with}
        if ontology.chosen_with.get(on, on) != name:
            continue
        for key, effective in (("rejects", said), ("prefers", every)):
            named = {**besides, on: verdict.get(key, "")}.items()
            holds = key in verdict and any(named <= values.items() for values in effective)
            if holds and (key == "rejects" or not any(named <= values.items() for values in said)):
                return verdict
    return {}


def _is_expected(store: ox.Store, row: Mapping[str, Any]) -> bool:
    """Return whether a value says nothing else: a less precise date, or a party that others name."""
    if row["language"] is not None:
        return row["property"] in namespaces.EDTF_PROPERTIES
    return exists(store, row["value"], TYPE, PCG + "UnnamedParty")
