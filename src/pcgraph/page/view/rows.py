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

    >>> rows = RowsByKey(pl.DataFrame({"key": ["b", "a", "b"], "value": [1, 2, 3]}), "key")
    >>> rows.get("b"), rows.get("c")
    ([{'value': 1}, {'value': 3}], [])
    """

    def __init__(self, frame: pl.DataFrame, key: str) -> None:
        ordered = frame.with_columns(block=(pl.col(key).rank("dense") - 1) // KEYS).sort("block", maintain_order=True)
        parts = ordered.partition_by("block", maintain_order=True, include_key=False)
        self._first = [str(part[key].min()) for part in parts]
        self._block = lru_cache(BLOCKS)(lambda place: parts[place].rows_by_key(key, named=True))

    def get(self, key: str) -> list[dict[str, Any]]:
        """Return the rows of a key, in the order of the table."""
        place = bisect_right(self._first, key) - 1
        found: list[dict[str, Any]] = self._block(place).get(key, []) if place >= 0 else []
        return found
