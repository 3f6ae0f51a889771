"""What can be checked of a file of quads without making objects of it; a data folder is checked whole."""

from __future__ import annotations

import polars as pl

from pcgraph import evidence, quads, terms
from pcgraph.check.finding import Finding
from pcgraph.dump import Dump
from pcgraph.model import Model, model
from pcgraph.terms import ID, PCG, SKOS, SRC, V, compact


def broken(inputs: Dump) -> list[Finding]:
    """Find what cannot be believed, what only the rule may write, parties that nobody describes, unknown statuses.

    That a file can be read proves its grammar, its graphs and their sources. Shapes, passages, texts and the register
    need the data folder.
    """
    ontology = inputs.frame.filter(pl.col("source") == terms.ONTOLOGY)
    declared = model(quads.parsed(ontology))
    said = inputs.frame.filter(pl.col("source") != terms.ONTOLOGY)
    wrong = [
        Finding(
            inputs.data, 0, fault.code, "error",
            f"{compact(fault.graph)}: {compact(fault.subject)} {fault.what}", fault.expected, fault.todo,
        )
        for fault in evidence.broken(said, declared)
    ]  # fmt: skip
    return sorted(
        [*wrong, *_hand_written(inputs, said, declared), *_dangling(inputs, said, declared), *_no_status(inputs, said)]
    )


def _hand_written(inputs: Dump, said: pl.DataFrame, declared: Model) -> list[Finding]:
    derived = sorted({*terms.COMPUTED, *(relation.iri for relation in declared.relations)})
    found = said.filter(pl.col("property").is_in(derived)).sort("source", "subject", "property", "value")
    return [
        Finding(
            inputs.data, 0, "hand-written-derived", "error",
            f"{compact(graph)}: {compact(subject)} {compact(property_)} is written by hand ({count} such)",
            "expected it to follow from roles and steps", "delete it",
        )
        for graph, subject, property_, count in _first(found, "property")
    ]  # fmt: skip


def _dangling(inputs: Dump, said: pl.DataFrame, declared: Model) -> list[Finding]:
    parties = said.filter(pl.col("property").is_in(sorted(declared.roles)) & pl.col("value").str.starts_with(f"<{ID}"))
    described = said.filter(pl.col("property") == terms.TYPE).select(pl.format("<{}>", "subject").alias("value"))
    found = parties.join(described.unique(), on="value", how="anti").filter(pl.col("source").str.starts_with(SRC))
    return [
        Finding(
            inputs.data, 0, "dangling-id", "error",
            f"{compact(graph)}: {compact(subject)} names {compact(value.strip('<>'))}, which nobody describes "
            f"({count} such)",
            "expected a party of the register", "register it",
        )
        for graph, subject, value, count in _first(found.sort("source", "subject", "value"), "value")
    ]  # fmt: skip


def _no_status(inputs: Dump, said: pl.DataFrame) -> list[Finding]:
    statuses = (pl.col("property") == SKOS + "inScheme") & (pl.col("value") == f"<{V}statuses>")
    known = inputs.frame.filter((pl.col("source") == terms.ONTOLOGY) & statuses).select(pl.format("<{}>", "subject"))
    given = said.filter(pl.col("source").str.starts_with(SRC) & (pl.col("property") == PCG + "status"))
    found = given.filter(pl.col("value").str.starts_with("<") & ~pl.col("value").is_in(known.to_series().implode()))
    return [
        Finding(
            inputs.data, 0, "wrong-concept", "error",
            f"{compact(graph)}: {compact(subject)} has the status {compact(value.strip('<>'))} ({count} such)",
            "expected one of the ontology", "mend its name, or declare it",
        )
        for graph, subject, value, count in _first(found.sort("source", "subject", "value"), "value")
    ]  # fmt: skip


def _first(found: pl.DataFrame, column: str) -> list[tuple[str, str, str, int]]:
    """Give of each graph the first row, and how many there are."""
    rows = found.group_by("source", maintain_order=True).agg(pl.col("subject", column).first(), pl.len())
    return [(str(graph), str(subject), str(what), int(count)) for graph, subject, what, count in rows.iter_rows()]
