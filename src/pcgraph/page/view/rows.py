"""The rows of a table by a key, of which a few at a time become Python objects: those of all take gigabytes."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import Any

import polars as pl

KEYS = 2000  # in a block of rows, which become objects together
BLOCKS = 4  # that are held


class RowsByKey:
    """Rows without their key, by a column of texts. Ask in the order of the keys: a far one reads a whole block.

    A frame that is sorted by the key is not copied, as those of `pcgraph.belief.tables.Tables` are.

    >>> rows = RowsByKey(pl.DataFrame({"key": ["b", "a", "b"], "value": [1, 2, 3]}), "key")
    >>> rows.get("b"), rows.get("c")
    ([{'value': 1}, {'value': 3}], [])
    """

    def __init__(self, frame: pl.DataFrame, key: str) -> None:
        frame = frame if frame[key].is_sorted() else frame.sort(key, maintain_order=True)
        lengths = (frame[key].rle_id() // KEYS).rle().struct.field("len")
        parts = [frame.slice(end - length, length) for end, length in zip(lengths.cum_sum(), lengths, strict=True)]
        self._first = [part[key][0] for part in parts]
        self._block = lru_cache(BLOCKS)(lambda place: parts[place].rows_by_key(key, named=True))

    def get(self, key: str) -> list[dict[str, Any]]:
        """Return the rows of a key, in the order of the table."""
        place = bisect_right(self._first, key) - 1
        found: list[dict[str, Any]] = self._block(place).get(key, []) if place >= 0 else []
        return found
