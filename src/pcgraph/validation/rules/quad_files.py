"""Rules for a file of quads, which is checked without converting it to objects. A data folder is checked fully."""

from __future__ import annotations

from collections.abc import Iterator

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
    """Find unusable values, hand-written derived triples, undescribed parties, unknown statuses and wrong addresses."""
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


def _hand_written(inputs: Dump, said: pl.DataFrame, declared: Ontology) -> Iterator[Finding]:
    derived = sorted({*namespaces.COMPUTED, *(relation.iri for relation in declared.relations)})
    found = said.filter(pl.col("property").is_in(derived)).sort("source", "subject", "property", "value")
    expected = "expected only roles and steps, from which it is derived"
    what = "{thing} is written by hand ({count} in this graph)"
    return _findings(inputs, "hand-written-derived", found, "property", what, expected, "delete it")


def _dangling(inputs: Dump, said: pl.DataFrame, declared: Ontology) -> Iterator[Finding]:
    parties = said.filter(
        pl.col("property").is_in(sorted(declared.roles)) & pl.col("value").str.starts_with(f"<{inputs.names.id}")
    )
    described = said.filter(pl.col("property") == namespaces.TYPE).select(pl.format("<{}>", "subject").alias("value"))
    found = parties.join(described.unique(), on="value", how="anti").filter(~pl.col("source").str.starts_with(G))
    found, what = (
        found.sort("source", "subject", "value"),
        "names {thing}, which is not described ({count} in this graph)",
    )
    expected = "expected a party of the register"
    return _findings(inputs, "dangling-id", found, "value", what, expected, "add it to the register")


def _no_status(inputs: Dump, said: pl.DataFrame) -> Iterator[Finding]:
    statuses = (pl.col("property") == SKOS + "inScheme") & (pl.col("value") == f"<{V}statuses>")
    known = inputs.frame.filter((pl.col("source") == namespaces.ONTOLOGY) & statuses).select(
        pl.format("<{}>", "subject")
    )
    given = said.filter(~pl.col("source").str.starts_with(G) & (pl.col("property") == PCG + "status"))
    found = given.filter(pl.col("value").str.starts_with("<") & ~pl.col("value").is_in(known.to_series().implode()))
    found, what = found.sort("source", "subject", "value"), "has the status {thing} ({count} such)"
    return _findings(
        inputs, "wrong-concept", found, "value", what, "expected one of the ontology", "fix its name, or declare it"
    )


def _addresses(inputs: Dump, said: pl.DataFrame) -> Iterator[Finding]:
    named = pl.col("property").is_in([PCG + "address", PCG + "archivedAs"])
    found = said.filter(named & ~pl.col("value").str.contains(f'^["<]{ADDRESS.pattern}[">]'))
    found, what = (
        found.sort("source", "subject", "property"),
        "has {thing} that is not a web address ({count} in this graph)",
    )
    expected = "expected one that begins with http:// or https://, without blanks"
    return _findings(inputs, "source-form", found, "property", what, expected, "fix or remove it")


def _findings(
    inputs: Dump, code: str, found: pl.DataFrame, column: str, what: str, expected: str, todo: str
) -> Iterator[Finding]:
    """Yield one finding for each graph, on its first row; `what` is a text with places for the thing and the number."""
    rows = found.group_by("source", maintain_order=True).agg(pl.col("subject", column).first(), pl.len())
    for graph, subject, thing, count in rows.iter_rows():
        said = what.format(thing=compact(thing.strip("<>")), count=count)
        yield Finding(inputs.data, 0, code, "error", f"{compact(graph)}: {compact(subject)} {said}", expected, todo)
