"""The rows of a table by a key, of which only those asked for become Python objects: those of all take gigabytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl


class RowsByKey(Mapping[str, Any]):
    """Rows that have a text in one of some columns, which may be lists; with `unique`, the only row of a text.

    A frame that is sorted by its one column is not copied, as those of `pcgraph.belief.tables.Tables` are.

    >>> rows = RowsByKey(pl.DataFrame({"key": ["b", "a", "b"], "value": [1, 2, 3]}), "key")
    >>> rows["b"], rows.get("c", []), [*rows]
    ([{'key': 'b', 'value': 1}, {'key': 'b', 'value': 3}], [], ['a', 'b'])
    """

    def __init__(self, frame: pl.DataFrame, *columns: str, unique: bool = False) -> None:
        keys = frame[columns[0]]
        if len(columns) > 1 or keys.dtype != pl.String or not keys.is_sorted():
            places = frame.select(pl.concat_list(columns).alias("key")).with_row_index("row")
            places = places.explode("key").drop_nulls().unique().sort("key", "row")
            frame, keys = frame[places["row"]], places["key"]
        runs = keys.rle().struct.unnest()
        self._frame, self._unique, lengths = frame, unique, runs["len"]
        self._places = dict(zip(runs["value"], zip(lengths.cum_sum() - lengths, lengths, strict=True), strict=True))

    def __getitem__(self, key: str) -> Any:
        """Return the rows of a key, in the order of the table."""
        rows = self._frame.slice(*self._places[key]).to_dicts()
        return rows[0] if self._unique else rows

    def __contains__(self, key: object) -> bool:
        """Return whether there is such a row, without reading it."""
        return key in self._places

    def __iter__(self) -> Iterator[str]:
        """List the keys."""
        return iter(self._places)

    def __len__(self) -> int:
        """Return the number of keys."""
        return len(self._places)
