"""Check that a view is complete and that its indices refer to existing rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from pcgraph.errors import InvalidInput
from pcgraph.page.view.schema import Engagements, Nodes, Sources, Ties, View, columns

TABLES: Mapping[str, Any] = {"nodes": Nodes, "ties": Ties, "engagements": Engagements, "sources": Sources}


def check(view: View) -> None:
    """Raise if the view has missing columns or refers to missing nodes or sources. The cost is linear."""
    tables: dict[str, Any] = dict(view)
    size = {name: _size(name, tables[name]) for name in TABLES}
    for table in ("nodes", "engagements", "sources"):
        iris = tables[table]["iri"]
        if len(set(iris)) < len(iris):
            twice = Counter(iris).most_common(1)[0][0]
            raise InvalidInput(f"page view: {table}: {twice!r} occurs twice; expected unique identifiers; rename one")
    words = {group: len(found) for group, found in view["words"].items()}  # type: ignore[arg-type]
    nodes, ties, matters, sources = view["nodes"], view["ties"], view["engagements"], view["sources"]
    every: list[tuple[str, Iterable[Any], int, int]] = [
        ("nodes.kind", nodes["kind"], words["kind"], -1),
        ("nodes.country", nodes["country"], words["country"], -1),
        ("nodes.acts_for", nodes["acts_for"], size["nodes"], -1),
        ("ties.from", ties["from"], size["nodes"], 0),
        ("ties.to", ties["to"], size["nodes"], 0),
        ("ties.relation", ties["relation"], words["relation"], 0),
        ("ties.engagement", ties["engagement"], size["engagements"], -1),
        ("ties.sources", chain.from_iterable(ties["sources"]), size["sources"], 0),
        ("engagements.type", matters["type"], words["type"], -1),
        ("engagements.form", matters["form"], words["form"], -1),
        ("engagements.status", chain.from_iterable(flat[::3] for flat in matters["status"]), words["status"], 0),
        (
            "engagements.conclusions",
            (at for row in chain.from_iterable(matters["conclusions"]) for at in row[8:9] if at is not None),
            words["status"],
            0,
        ),
        ("engagements.conclusions", _engagements(matters), size["engagements"], 0),
        ("engagements.sectors", chain.from_iterable(matters["sectors"]), words["sector"], 0),
        ("engagements.places", chain.from_iterable(matters["places"]), words["place"], 0),
        ("engagements.parties", (party[1] for party in chain.from_iterable(matters["parties"])), size["nodes"], 0),
        ("engagements.sources", chain.from_iterable(matters["sources"]), size["sources"], 0),
        ("engagements.tier", matters["tier"], words["tier"], -1),
        ("sums.engagement", (row[0] for row in view["sums"]), size["engagements"], 0),
        ("sums.funders", chain.from_iterable(row[1] for row in view["sums"]), size["nodes"], 0),
        ("sums.sources", chain.from_iterable(row[10] for row in view["sums"]), size["sources"], 0),
        ("sources.tier", sources["tier"], words["tier"], -1),
        ("sources.voice", sources["voice"], size["sources"], 0),
    ]
    ends: dict[str, int] = {
        **words,
        "node": size["nodes"],
        "engagement": size["engagements"],
        "source": size["sources"],
    }
    for answer in view["answers"]:
        cells = [each for row in answer["rows"] for cell in row if isinstance(cell, dict) for each in cell.items()]
        for table in sorted({table for table, _ in cells}):
            indices = [at for name, at in cells if name == table]
            every.append((f"answers.{answer['id']}.{table}", indices, ends.get(table, 0), 0))
    for name, places, end, least in every:
        found = set(places)
        if found and not (least <= min(found) and max(found) < end):
            wrong = min(place for place in found if not least <= place < end)
            raise InvalidInput(f"page view: {name}: index {wrong}; expected {least} to {end - 1}; fix the column")


def _engagements(matters: Engagements) -> Iterable[int]:
    """Return the engagements to which conclusions refer."""
    for row in chain.from_iterable(matters["conclusions"]):
        for places in (row[4:5], row[9:10], *row[12:]):
            yield from (at for at in places or () if at is not None)


def _size(name: str, table: Mapping[str, Any]) -> int:
    wanted = columns(TABLES[name])
    missing = [column for column in wanted if column not in table]
    if missing:
        raise InvalidInput(f"page view: {name}.{missing[0]}: missing; expected a column; add it")
    flat = {**table.get("measure", {}), **{column: table[column] for column in wanted if column != "measure"}}
    first = next(iter(wanted))
    for column, values in flat.items():
        if len(values) != len(table[first]):
            raise InvalidInput(
                f"page view: {name}.{column}: {len(values)} values; expected {len(table[first])}; fix the column"
            )
    return len(table[first])
