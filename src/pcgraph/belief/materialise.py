"""What is in scope and what is believed of it → the graphs of the embedded engine."""

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
from pcgraph.model.ontology import Model, model
from pcgraph.model.scope import Scope
from pcgraph.store import data_folder, nquads, quad_file
from pcgraph.store.data_folder import Inputs


@dataclass(frozen=True)
class ResolvedScope:
    """What is said in a scope and what is believed of it, before any engine knows of it.

    Attributes
    ----------
    selection : Selection
    model : Model
    tables : Tables
    same : dict
        Which IRIs verdicts fold into which; see `pcgraph.belief.identity`.
    """

    selection: Selection
    model: Model
    tables: Tables
    same: dict[str, str]


def select(inputs: Inputs, scope: Scope) -> tuple[Selection, Model]:
    """Choose what is in scope, and read the declarations.

    Raises
    ------
    UsageError
        If the scope names a source that does not exist, or leaves none.
    """
    declared = declarations(inputs)
    return evidence.select(inputs, declared, scope), declared


def believe(selection: Selection, declared: Model) -> tuple[ResolvedScope, Evidence]:
    """Believe what is in scope, and give the evidence for it.

    Raises
    ------
    InvalidInput
        If a date is none.
    """
    found = evidence.evidence(selection, declared)
    tables = resolution.believe(found, declared)
    return ResolvedScope(selection, declared, tables, identity.preferred_iris(found.verdicts)), found


def read(data: Path, ontology: Path) -> Inputs:
    """Read a data folder or, if `data` is a file, the quads in it; see `pcgraph.store.data_folder.read`, `pcgraph.store.quad_file.read`."""
    return quad_file.read(data, ontology) if data.is_file() else data_folder.read(data, ontology)


def declarations(inputs: Inputs) -> Model:
    """Read the declarations; a data folder's register may add sectors of its own, and nothing else."""
    said, broader = pl.col("source"), [namespaces.SKOS + "broader", namespaces.SKOS + "prefLabel"]
    declaring = (said == namespaces.ONTOLOGY) | ((said == namespaces.REGISTER) & pl.col("property").is_in(broader))
    return model(nquads.parsed(inputs.columns.filter(declaring)))


def read_declarations(graphs: ox.Store) -> Model:
    """Read the declarations back from an engine."""
    broader = [ox.NamedNode(namespaces.SKOS + name) for name in ("broader", "prefLabel")]
    register = (graphs.quads_for_pattern(None, name, None, ox.NamedNode(namespaces.REGISTER)) for name in broader)
    return model(chain(graphs.quads_for_pattern(None, None, None, ox.NamedNode(namespaces.ONTOLOGY)), *register))


def fill(empty: ox.Store, world: ResolvedScope) -> ox.Store:
    """Put the graphs in scope and `current` into an empty engine; as text, so that no quad becomes a Python object."""
    load_sources(empty, world.selection)
    add_current(empty, world)
    return empty


def load_sources(store: ox.Store, selection: Selection) -> None:
    """Put the graphs in scope into an engine."""
    store.bulk_load(nquads.Pieces(nquads.text(selection.columns)), format=ox.RdfFormat.N_QUADS)


def add_current(store: ox.Store, world: ResolvedScope) -> None:
    """Put what is believed into an engine, with the register and the ontology behind it."""
    behind = world.selection.columns.filter(pl.col("source").is_in([namespaces.REGISTER, namespaces.ONTOLOGY]))
    believed = chain(_pieces(world.tables), nquads.text(identity.background(behind, world.same), graph=False))
    store.bulk_load(nquads.Pieces(believed), format=ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(namespaces.CURRENT))


def _pieces(tables: Tables) -> Iterator[bytes]:
    for lines in _lines(tables):
        for piece in lines.to_frame().iter_slices(nquads.ROWS):
            yield ("\n".join(piece.to_series()) + "\n").encode()


def triples(tables: Tables) -> str:
    """Write what is believed as N-Triples, sorted."""
    return "\n".join(pl.concat(list(_lines(tables))).unique().sort()) + "\n"


def _lines(tables: Tables) -> Iterable[pl.Series]:
    """Write statements, dates of steps, current status, relations, voices as N-Triples."""

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
