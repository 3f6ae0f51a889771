"""The columns of the page's sources and their voices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import polars as pl

from pcgraph.belief.conclusions import voices
from pcgraph.model.entities import Entity, Source
from pcgraph.model.namespaces import V, compact
from pcgraph.page.view.schema import Sources
from pcgraph.page.view.vocabularies import Lexicon


class SourceTable:
    """Sources sorted by IRI, referred to by index; `known` is the frame of `pcgraph.belief.evidence.Evidence`."""

    def __init__(
        self, cards: Mapping[str, Source], known: pl.DataFrame, entities: Mapping[str, Entity], lexicon: Lexicon
    ) -> None:
        self.cards = {iri: cards[iri] for iri in sorted(cards)}
        self._indices = {iri: at for at, iri in enumerate(self.cards)}
        self._table = known
        rows = known.select("source", "voice", pl.col("known", "reported").cast(pl.Int32)).iter_rows()
        self._known = {source: row for source, *row in rows}
        self._entities, self._lexicon = entities, lexicon
        self.tiers = [lexicon.index("tier", V + card.tier) for card in self.cards.values()]

    def indices(self, sources: Iterable[str]) -> list[int]:
        """Return the indices of sources, sorted and without duplicates."""
        return sorted({self._indices[iri] for iri in sources if iri in self._indices})

    def count_voices(self, lists: pl.Series) -> list[int]:
        """Return the number of independent voices in each list of sources."""
        return voices.count(lists, self._table).to_list()

    def best_tier(self, indices: Iterable[int]) -> int:
        """Return the best tier among sources given by index; -1 if none has a tier."""
        return min((self.tiers[at] for at in indices if self.tiers[at] >= 0), default=-1)

    def columns(self) -> Sources:
        """Return the columns of the sources."""
        name, cards = self._lexicon.label, self.cards.values()
        return {
            "iri": [compact(card.iri) for card in cards],
            "title": [card.title for card in cards],
            "publisher": [name(card.publisher) for card in cards],
            "date": [card.date for card in cards],
            "address": [card.address for card in cards],
            "said_by": [", ".join(map(name, card.said_by)) for card in cards],
            "tier": self.tiers,
            "voice": [self._indices.get(self._known[card.iri][0], at) for at, card in enumerate(cards)],
            "known": [self._known[card.iri][1] for card in cards],
            "reported": [self._known[card.iri][2] for card in cards],
        }
