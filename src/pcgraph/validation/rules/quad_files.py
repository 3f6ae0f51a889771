"""Rules for a file of quads, which is checked without converting it to objects. A data folder is checked fully."""

from __future__ import annotations

import polars as pl

from pcgraph.belief import evidence
from pcgraph.model import namespaces
from pcgraph.model.namespaces import PCG, SKOS, G, V, compact
from pcgraph.model.ontology import Ontology, read_ontology
from pcgraph.model.web_address import ADDRESS
from pcgraph.store import nquads
from pcgraph.store.quad_file import Dump
from pcgraph.validation.finding import Finding


def check(inputs: Dump) -> list[Finding]:
    """Find unusable values, hand-written derived triples, undescribed parties, unknown statuses and wrong addresses.

    Reading the file has already checked its syntax, its graphs and their sources. Checks of shapes, passages, texts and
    the register need the data folder.
    """
    ontology = inputs.frame.filter(pl.col("source") == namespaces.ONTOLOGY)
    declared = read_ontology(nquads.parsed(ontology))
    said = inputs.frame.filter(pl.col("source") != namespaces.ONTOLOGY)
    wrong = [
        Finding(
            inputs.data, 0, fault.code, "error",
            f"{compact(fault.graph)}: {compact(fault.subject)} {fault.what}", fault.expected, fault.todo,
        )
        for fault in evidence.find_faults(said, declared, inputs.names)
    ]  # fmt: skip
    return sorted(
        [
            *wrong,
            *_hand_written(inputs, said, declared),
            *_dangling(inputs, said, declared),
            *_no_status(inputs, said),
            *_addresses(inputs, said),
        ]
    )


def _hand_written(inputs: Dump, said: pl.DataFrame, declared: Ontology) -> list[Finding]:
    derived = sorted({*namespaces.COMPUTED, *(relation.iri for relation in declared.relations)})
    found = said.filter(pl.col("property").is_in(derived)).sort("source", "subject", "property", "value")
    return [
        Finding(
            inputs.data, 0, "hand-written-derived", "error",
            f"{compact(graph)}: {compact(subject)} {compact(property_)} is written by hand ({count} in this graph)",
            "expected only roles and steps, from which it is derived", "delete it",
        )
        for graph, subject, property_, count in _first(found, "property")
    ]  # fmt: skip


def _dangling(inputs: Dump, said: pl.DataFrame, declared: Ontology) -> list[Finding]:
    parties = said.filter(
        pl.col("property").is_in(sorted(declared.roles)) & pl.col("value").str.starts_with(f"<{inputs.names.id}")
    )
    described = said.filter(pl.col("property") == namespaces.TYPE).select(pl.format("<{}>", "subject").alias("value"))
    found = parties.join(described.unique(), on="value", how="anti").filter(~pl.col("source").str.starts_with(G))
    return [
        Finding(
            inputs.data, 0, "dangling-id", "error",
            f"{compact(graph)}: {compact(subject)} names {compact(value.strip('<>'))}, which is not described "
            f"({count} in this graph)",
            "expected a party of the register", "add it to the register",
        )
        for graph, subject, value, count in _first(found.sort("source", "subject", "value"), "value")
    ]  # fmt: skip


def _no_status(inputs: Dump, said: pl.DataFrame) -> list[Finding]:
    statuses = (pl.col("property") == SKOS + "inScheme") & (pl.col("value") == f"<{V}statuses>")
    known = inputs.frame.filter((pl.col("source") == namespaces.ONTOLOGY) & statuses).select(
        pl.format("<{}>", "subject")
    )
    given = said.filter(~pl.col("source").str.starts_with(G) & (pl.col("property") == PCG + "status"))
    found = given.filter(pl.col("value").str.starts_with("<") & ~pl.col("value").is_in(known.to_series().implode()))
    return [
        Finding(
            inputs.data, 0, "wrong-concept", "error",
            f"{compact(graph)}: {compact(subject)} has the status {compact(value.strip('<>'))} ({count} such)",
            "expected one of the ontology", "fix its name, or declare it",
        )
        for graph, subject, value, count in _first(found.sort("source", "subject", "value"), "value")
    ]  # fmt: skip


def _addresses(inputs: Dump, said: pl.DataFrame) -> list[Finding]:
    named = pl.col("property").is_in([PCG + "address", PCG + "archivedAs"])
    found = said.filter(named & ~pl.col("value").str.contains(f'^["<]{ADDRESS.pattern}[">]'))
    return [
        Finding(
            inputs.data, 0, "source-form", "error",
            f"{compact(graph)}: {compact(subject)} has {compact(property_)} that is not a web address "
            f"({count} in this graph)",
            "expected one that begins with http:// or https://, without blanks", "fix or remove it",
        )
        for graph, subject, property_, count in _first(found.sort("source", "subject", "property"), "property")
    ]  # fmt: skip


def _first(found: pl.DataFrame, column: str) -> list[tuple[str, str, str, int]]:
    """Return the first row of each graph, and the number of its rows."""
    rows = found.group_by("source", maintain_order=True).agg(pl.col("subject", column).first(), pl.len())
    return [(str(graph), str(subject), str(what), int(count)) for graph, subject, what, count in rows.iter_rows()]
