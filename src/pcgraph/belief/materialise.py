"""Load the sources in scope, and what is believed, into the graphs of the embedded engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import polars as pl
import pyoxigraph as ox

from pcgraph.belief import evidence, identity, resolution
from pcgraph.belief.evidence import Evidence, Selection
from pcgraph.belief.resolution import Tables
from pcgraph.model import namespaces
from pcgraph.model.namespaces import PCG, XSD
from pcgraph.model.ontology import Ontology, read_ontology
from pcgraph.model.scope import Scope
from pcgraph.store import data_folder, nquads, quad_file
from pcgraph.store.data_folder import Inputs


@dataclass(frozen=True)
class ResolvedScope:
    """What the sources in scope say and what is believed, before it is loaded into an engine.

    Attributes
    ----------
    selection : Selection
    ontology : Ontology
    tables : Tables
    same : dict
        Which IRIs verdicts merge into which; see `pcgraph.belief.identity`.
    """

    selection: Selection
    ontology: Ontology
    tables: Tables
    same: dict[str, str]


def select(inputs: Inputs, scope: Scope) -> tuple[Selection, Ontology]:
    """Select the quads in scope, and read the ontology's declarations.

    Raises
    ------
    UsageError
        If the scope names a source that does not exist, or contains no source.
    """
    declared = declarations(inputs)
    return evidence.select(inputs, declared, scope), declared


def believe(selection: Selection, declared: Ontology) -> tuple[ResolvedScope, Evidence]:
    """Compute what is believed in a scope. Return the result and the evidence for it.

    Raises
    ------
    InvalidInput
        If a date is invalid, or a text is given where a name is needed.
    """
    found = evidence.evidence(selection, declared)
    tables = resolution.believe(found, declared)
    return ResolvedScope(selection, declared, tables, identity.preferred_iris(found.verdicts)), found


def read(data: Path, ontology: Path) -> Inputs:
    """Read a data folder or, if `data` is a file, the quads in it.

    See `pcgraph.store.data_folder.read` and `pcgraph.store.quad_file.read`.
    """
    return quad_file.read(data, ontology) if data.is_file() else data_folder.read(data, ontology)


def declarations(inputs: Inputs) -> Ontology:
    """Read the ontology's declarations. The register of a data folder may add sectors, but nothing else."""
    said, broader = pl.col("source"), [namespaces.SKOS + "broader", namespaces.SKOS + "prefLabel"]
    declaring = (said == namespaces.ONTOLOGY) | ((said == namespaces.REGISTER) & pl.col("property").is_in(broader))
    return read_ontology(nquads.parsed(inputs.columns.filter(declaring)))


def read_declarations(graphs: ox.Store) -> Ontology:
    """Read the ontology's declarations from an engine."""
    broader = [ox.NamedNode(namespaces.SKOS + name) for name in ("broader", "prefLabel")]
    register = (graphs.quads_for_pattern(None, name, None, ox.NamedNode(namespaces.REGISTER)) for name in broader)
    return read_ontology(
        chain(graphs.quads_for_pattern(None, None, None, ox.NamedNode(namespaces.ONTOLOGY)), *register)
    )


def fill(empty: ox.Store, resolved: ResolvedScope) -> ox.Store:
    """Load the graphs in scope and `current` into an empty engine.

    They are loaded as text, so that no quad becomes a Python object.
    """
    load_sources(empty, resolved.selection)
    add_current(empty, resolved)
    return empty


def load_sources(store: ox.Store, selection: Selection) -> None:
    """Load the graphs in scope into an engine."""
    store.bulk_load(nquads.Pieces(nquads.text(selection.columns)), format=ox.RdfFormat.N_QUADS)


def add_current(store: ox.Store, resolved: ResolvedScope) -> None:
    """Load what is believed into the graph `current`, with the register and the ontology."""
    background = resolved.selection.columns.filter(pl.col("source").is_in([namespaces.REGISTER, namespaces.ONTOLOGY]))
    believed = chain(_pieces(resolved.tables), nquads.text(identity.background(background, resolved.same), graph=False))
    store.bulk_load(nquads.Pieces(believed), format=ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(namespaces.CURRENT))


def _pieces(tables: Tables) -> Iterator[bytes]:
    for lines in _lines(tables):
        for piece in lines.to_frame().iter_slices(nquads.ROWS):
            yield ("\n".join(piece.to_series()) + "\n").encode()


def triples(tables: Tables) -> str:
    """Return what is believed as N-Triples, sorted."""
    return "\n".join(pl.concat(list(_lines(tables))).unique().sort()) + "\n"


def _lines(tables: Tables) -> Iterable[pl.Series]:
    """Yield statements, dates of steps, current statuses, relations and voices as N-Triples."""

    def line(s: str, p: str, o: str) -> pl.Expr:
        return pl.format("<{}> <{}> {} .", pl.col(s), pl.lit(p) if ":" in p else pl.col(p), pl.col(o)).alias("line")

    def day(frame: pl.DataFrame, column: str) -> pl.DataFrame:
        dated = frame.filter(pl.col(column).is_not_null())
        value = pl.format('"{}"^^<{}>', pl.col(column).dt.to_string("%Y-%m-%d"), pl.lit(XSD + "date")).alias("value")
        return dated.with_columns(value).select(line("step", PCG + column, "value"))

    bracket = pl.format("<{}>", pl.col("status")).alias("value")
    now = tables.engagements.filter(pl.col("status").is_not_null()).with_columns(bracket)
    ties = tables.relations.with_columns(pl.format("<{}>", pl.col("to")).alias("value"))
    voices = tables.sources.with_columns(pl.format("<{}>", pl.col("voice")).alias("value"))
    yield tables.statements.select(line("subject", "property", "value")).to_series()
    yield day(tables.steps, "earliest").to_series()
    yield day(tables.steps, "latest").to_series()
    yield now.select(line("engagement", PCG + "currentStatus", "value")).to_series()
    yield ties.select(line("from", "relation", "value")).to_series()
    yield voices.select(line("source", PCG + "voice", "value")).to_series()
