"""Asks again without one part of a query at a time, and finds the fewest parts that together match nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import pyoxigraph as ox

from pcgraph.errors import PcgraphError
from pcgraph.model.namespaces import Namespaces
from pcgraph.query.engine import sparql
from pcgraph.query.engine.evaluate import Prepared, evaluate
from pcgraph.query.hints.reading import Part, Query

Parts = Collection[Part]
MANY = 3000  # values that are compared with what was written


class Asker:
    """Puts a query without some of its parts, or with others in their place."""

    def __init__(self, store: ox.Store, query: Query, prefixes: Mapping[str, str], names: Namespaces) -> None:
        self.store, self.query, self.names, self.given = store, query, names, prefixes
        self._graphs = sparql.from_graphs(query.text, prefixes, names.base)
        self.prefixes, self.base = sparql.prologue(query.text, prefixes, names.base)
        self._known: dict[str, bool] = {}

    def ask(self, text: str) -> Any:
        """Return the engine's answer to a text after the declarations of the query; () if it is none."""
        asked = f"{self.query.prologue} {text}"
        try:
            return evaluate(self.store, Prepared(asked, asked, self._graphs, names=self.names), prefixes=self.given)
        except PcgraphError:
            return ()

    def pattern(self, parts: Parts, instead: Mapping[Part, str] | None = None, more: str = "") -> str:
        """Return the text of the group with some of its parts, and with more after it."""
        return f"{self.query.dataset} WHERE {{ {self.query.where.write(parts, instead or {})} {more} }}"

    def matches(self, parts: Parts, instead: Mapping[Part, str] | None = None, more: str = "") -> bool:
        """Return whether some parts of the query match anything together."""
        text = f"ASK {self.pattern(parts, instead, more)}"
        if text not in self._known:
            self._known[text] = bool(self.ask(text))
        return self._known[text]

    def values(
        self, name: str, parts: Parts, instead: Mapping[Part, str] | None = None, most: int = MANY, more: str = ""
    ) -> list[Any]:
        """Return some of the values that a variable has."""
        found = self.ask(f"SELECT DISTINCT ?{name} {self.pattern(parts, instead, more)} LIMIT {most}")
        return [row[0] for row in found if row[0] is not None]

    def rows(self, tail: Iterable[str]) -> bool:
        """Return whether the query has rows with other modifiers."""
        pattern = self.pattern(self.query.where.parts)
        return any(True for _ in self.ask(f"SELECT {self.query.head} {pattern} {' '.join(tail)}"))

    def resolve(self, piece: str) -> str:
        """Return the IRI of a word of the query; "" if it is none."""
        if piece[:1] == "<":
            return sparql.resolve(self.base, piece[1:-1])
        prefix, colon, name = piece.partition(":")
        return self.prefixes[prefix] + name.replace("\\", "") if colon and prefix in self.prefixes else ""


def conflict(asker: Asker, among: Iterable[Part], beside: Parts = ()) -> list[Part]:
    """Return the fewest parts that together match nothing: without any of them, the rest matches something."""
    kept = [*among]
    for part in kept:
        if part.kind in ("triple", "values") and not asker.matches({part, *beside}):
            return [part]
    for part in sorted(kept, key=lambda part: part.kind != "optional"):
        rest = [other for other in kept if other is not part]
        if not asker.matches({*rest, *beside}):
            kept = rest
    return kept
