"""Positions on the map: computed, or read from a file so that the map stays stable between builds."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import polars as pl

from pcgraph.errors import InvalidInput
from pcgraph.model.entities import Entity
from pcgraph.model.namespaces import SHIPPED, Namespaces, compact
from pcgraph.page.view.schema import Nodes, View
from pcgraph.page.view.vocabularies import Lexicon
from pcgraph.store.files import replacing, shown
from pcgraph.viz import layout

Point = tuple[float, float]
COLUMNS = ["iri", "x", "y"]
Positions = dict[str, Point]  # IRI → (x, y) in pixels at scale 1, y downwards
FARTHEST = 1e7  # pixels; a canvas cannot draw beyond this


def read_positions(path: Path, content: bytes | None = None, names: Namespaces = SHIPPED) -> Positions:
    """Return the positions in a CSV file with the columns iri, x, y."""
    try:
        text = (path.read_bytes() if content is None else content).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise InvalidInput(
            f"{shown(path)}:1: positions: cannot be read ({reason}); expected CSV; use another file"
        ) from error
    saved: Positions = {}
    faults = []
    lines = csv.reader(io.StringIO(text, newline=""))
    if next(lines, None) != COLUMNS:
        raise InvalidInput(
            f"{shown(path)}:1: positions: wrong header; expected {','.join(COLUMNS)}; fix the first line"
        )
    for row in lines:
        where = f"{shown(path)}:{lines.line_num}: positions:"
        if len(row) != len(COLUMNS):
            faults.append(f"{where} {len(row)} cells; expected 3: {','.join(COLUMNS)}; fix the row")
            continue
        name, *numbers = row
        point = [number for number in map(_number, numbers) if number is not None]
        if len(point) < 2:
            faults.append(f"{where} x {numbers[0]!r}, y {numbers[1]!r}; expected two numbers in pixels; fix the row")
        elif not name or name.strip() != name:
            faults.append(f"{where} iri {name!r}; expected a short IRI, id:SLUG; fix the row")
        elif names.expand(name) in saved:
            faults.append(f"{where} {name} occurs twice; expected one position each; delete one row")
        else:
            saved[names.expand(name)] = (point[0], point[1])
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
    """
    before = read_positions(path) if path.is_file() else {}
    shown_here = {
        iri: (x, y)
        for table in (view["nodes"], view["engagements"])
        for iri, x, y in zip(table["iri"], table["x"], table["y"], strict=True)
    }
    rows = (
        (iri, *point) for iri, point in ({compact(iri): point for iri, point in before.items()} | shown_here).items()
    )
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
    engaged: Iterable[str],
    entities: Mapping[str, Entity],
    lexicon: Lexicon,
    saved: Positions,
) -> Positions:
    """Return the positions of agents and engagements; those between the same parties are one mark of the page."""
    import networkx as nx

    graph = nx.Graph()
    figures = next(iter(nodes["measure"].values()), [])
    most = max((figure or 0 for figure in figures), default=0) or 1
    for at, iri in enumerate(order):
        share = ((figures[at] or 0) if figures else 0) / most
        country = (entities[iri].country if iri in entities else "") or ""
        size = round(9 + 13 * share**0.5, 1)
        graph.add_node(iri, label=nodes["short"][at], kind=_kind(nodes, lexicon, at), country=country, size=size)
    there = parties.filter(pl.col("agent").is_in(list(order)) & pl.col("engagement").is_in(list(engaged)))
    stacks = dict(there.group_by("engagement").agg(pl.col("agent").unique().sort()).sort("engagement").iter_rows())
    first: dict[tuple[str, ...], str] = {}
    mark = {iri: first.setdefault(tuple(stacks.get(iri, [iri])), iri) for iri in engaged}
    for iri in first.values():
        graph.add_node(iri, engagement=True)
    graph.add_edges_from((one, iri) for parties_of, iri in first.items() for one in parties_of if one != iri)
    known = {mark.get(iri, iri): saved[iri] for iri in sorted(saved, reverse=True)}
    sides = list(lexicon.indices["country"])[: lexicon.sides]
    placed = layout.positions(graph, sides=sides, previous=known)
    return placed | {iri: placed[stack] for iri, stack in mark.items()}


def position_columns(positions: Mapping[str, Point], order: Iterable[str]) -> tuple[list[float], list[float]]:
    """Return the positions of the listed IRIs as two columns, x and y."""
    found = [positions[iri] for iri in order]
    return [x for x, _ in found], [y for _, y in found]


def _kind(nodes: Nodes, lexicon: Lexicon, at: int) -> str:
    return list(lexicon.indices["kind"])[nodes["kind"][at]].rsplit("#", 1)[-1]
