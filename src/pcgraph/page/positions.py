"""Positions on the map: computed, or read from a file so that the map stays stable between builds."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from pcgraph.errors import InvalidInput
from pcgraph.model.entities import Entity
from pcgraph.model.namespaces import SHIPPED, Namespaces, compact
from pcgraph.page.schema import Nodes, View
from pcgraph.page.vocabularies import Lexicon
from pcgraph.store.files import replacing, shown
from pcgraph.viz import layout

Point = tuple[float, float]
COLUMNS = ["view", "iri", "x", "y"]
VIEWS = ("partners", "engagements")
FARTHEST = 1e7  # pixels; a canvas cannot draw beyond this


@dataclass(frozen=True)
class SavedPositions:
    """Saved positions: view → IRI → (x, y) in pixels at scale 1, y downwards."""

    partners: dict[str, Point] = field(default_factory=dict)
    engagements: dict[str, Point] = field(default_factory=dict)


def read_positions(path: Path, content: bytes | None = None, names: Namespaces = SHIPPED) -> SavedPositions:
    """Return the positions in a CSV file with the columns view, iri, x, y.

    Parameters
    ----------
    path : Path
        The file; it names the place of an error.
    content : bytes, optional
        The content of the file, if it was read before.
    names : Namespaces
        Those of the project.

    Raises
    ------
    InvalidInput
        If the file cannot be read or a row is invalid: one line for each bad row, with its number and what is expected.
    """
    try:
        text = (path.read_bytes() if content is None else content).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise InvalidInput(
            f"{shown(path)}:1: positions: cannot be read ({reason}); expected CSV; use another file"
        ) from error
    saved, faults = SavedPositions(), []
    lines = csv.reader(io.StringIO(text, newline=""))
    if next(lines, None) != COLUMNS:
        raise InvalidInput(
            f"{shown(path)}:1: positions: wrong header; expected {','.join(COLUMNS)}; fix the first line"
        )
    for row in lines:
        where = f"{shown(path)}:{lines.line_num}: positions:"
        if len(row) != len(COLUMNS):
            faults.append(f"{where} {len(row)} cells; expected 4: {','.join(COLUMNS)}; fix the row")
            continue
        view, name, *numbers = row
        point = [number for number in map(_number, numbers) if number is not None]
        if view not in VIEWS:
            faults.append(f"{where} view {view!r}; expected {' or '.join(VIEWS)}; fix the row")
        elif len(point) < 2:
            faults.append(f"{where} x {numbers[0]!r}, y {numbers[1]!r}; expected two numbers in pixels; fix the row")
        elif not name or name.strip() != name:
            faults.append(f"{where} iri {name!r}; expected a short IRI, id:SLUG; fix the row")
        elif names.expand(name) in getattr(saved, view):
            faults.append(f"{where} {name} occurs twice in {view}; expected one position each; delete one row")
        else:
            getattr(saved, view)[names.expand(name)] = (point[0], point[1])
    if faults:
        raise InvalidInput(faults)
    return saved


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) and abs(number) <= FARTHEST else None


def write_positions(view: View, path: Path) -> None:
    """Write the positions of a view to a file, sorted and atomically.

    Positions in the existing file that the view does not show are kept.

    Raises
    ------
    InvalidInput
        If the existing file is damaged, or the file cannot be written.
    """
    before = read_positions(path) if path.is_file() else SavedPositions()
    nodes, matters = view["nodes"], view["engagements"]
    rows = [
        *(("partners", *row) for row in zip(nodes["iri"], nodes["x"], nodes["y"], strict=True)),
        *(("engagements", *row) for row in zip(nodes["iri"], nodes["ex"], nodes["ey"], strict=True)),
        *(("engagements", *row) for row in zip(matters["iri"], matters["x"], matters["y"], strict=True)),
    ]
    shown_here = {row[:2] for row in rows}
    for name in VIEWS:
        old = ((name, compact(iri), *point) for iri, point in getattr(before, name).items())
        rows += [row for row in old if row[:2] not in shown_here]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(sorted(rows))
    with replacing(path) as temporary:
        temporary.write_text(out.getvalue(), encoding="utf-8")


def compute_positions(
    order: Sequence[str],
    nodes: Nodes,
    parties: pl.DataFrame,
    drawn: pl.DataFrame,
    engaged: Iterable[str],
    entities: Mapping[str, Entity],
    lexicon: Lexicon,
    saved: SavedPositions,
) -> dict[str, dict[str, Point]]:
    """Return the positions of agents and, in the view of engagements, of engagements: view → IRI → (x, y).

    Only ties that are believed now affect the layout; past ties do not.
    """
    import networkx as nx

    sides = list(lexicon.indices["country"])[: lexicon.sides]
    partners = nx.MultiDiGraph()
    figures = next(iter(nodes["measure"].values()), [])
    most = max((figure or 0 for figure in figures), default=0) or 1
    for at, iri in enumerate(order):
        share = ((figures[at] or 0) if figures else 0) / most
        country = (entities[iri].country if iri in entities else "") or ""
        size = round(9 + 13 * share**0.5, 1)
        partners.add_node(iri, label=nodes["short"][at], kind=_kind(nodes, lexicon, at), country=country, size=size)
    believed = drawn.filter(pl.col("known").list.last().is_null())
    partners.add_edges_from(believed.select("from", "to").iter_rows())
    both = nx.Graph()
    both.add_nodes_from(partners.nodes(data=True))
    for iri in engaged:
        both.add_node(iri, label=entities[iri].label if iri in entities else compact(iri), engagement=True)
    there = parties.filter(pl.col("agent").is_in(list(order)) & pl.col("engagement").is_in(list(engaged)))
    both.add_edges_from(there.select("engagement", "agent").iter_rows())
    return {
        "partners": layout.positions(partners, sides=sides, previous=saved.partners),
        "engagements": layout.engagement_positions(both, sides=sides, previous=saved.engagements),
    }


def position_columns(positions: Mapping[str, Point], order: Iterable[str]) -> tuple[list[float], list[float]]:
    """Return the positions of the listed IRIs as two columns, x and y."""
    found = [positions[iri] for iri in order]
    return [x for x, _ in found], [y for _, y in found]


def _kind(nodes: Nodes, lexicon: Lexicon, at: int) -> str:
    return list(lexicon.indices["kind"])[nodes["kind"][at]].rsplit("#", 1)[-1]
