"""The sources of a page, and whose voices they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import polars as pl

from pcgraph.model.entities import Source, Thing
from pcgraph.model.namespaces import V, compact
from pcgraph.page.schema import Sources
from pcgraph.page.vocabularies import Lexicon


class Shelf:
    """Sources in the order of their IRIs, asked for by place; `known` is the frame of `pcgraph.belief.evidence.Evidence`."""

    def __init__(
        self, cards: Mapping[str, Source], known: pl.DataFrame, things: Mapping[str, Thing], lexicon: Lexicon
    ) -> None:
        self.cards = {iri: cards[iri] for iri in sorted(cards)}
        self._places = {iri: at for at, iri in enumerate(self.cards)}
        rows = known.select("source", "voice", pl.col("known").cast(pl.Int32)).iter_rows()
        self._known = {source: (voice, day) for source, voice, day in rows}
        self._things, self._lexicon = things, lexicon
        self.tiers = [lexicon.at("tier", V + card.tier) for card in self.cards.values()]

    def at(self, sources: Iterable[str]) -> list[int]:
        """Give the places of sources, sorted, each once."""
        return sorted({self._places[iri] for iri in sources if iri in self._places})

    def voices(self, sources: Iterable[str]) -> int:
        """Count the voices that are independent of each other."""
        return len({self._known[iri][0] for iri in sources if iri in self._known})

    def best(self, places: Iterable[int]) -> int:
        """Give the best tier among sources, -1 where none has one."""
        return min((self.tiers[at] for at in places if self.tiers[at] >= 0), default=-1)

    def columns(self) -> Sources:
        """Put the sources into columns."""
        name, cards = self._lexicon.label, self.cards.values()
        return {
            "iri": [compact(card.iri) for card in cards],
            "title": [card.title for card in cards],
            "publisher": [name(card.publisher) for card in cards],
            "date": [card.date for card in cards],
            "address": [card.address for card in cards],
            "said_by": [", ".join(map(name, card.said_by)) for card in cards],
            "tier": self.tiers,
            "voice": [self._places.get(self._known[card.iri][0], at) for at, card in enumerate(cards)],
            "known": [self._known[card.iri][1] for card in cards],
        }
