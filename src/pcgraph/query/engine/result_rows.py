"""One row of a result: a tuple whose values also have the names of their columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pcgraph.errors import UsageError, nearest


class Row(tuple[Any, ...]):
    """A tuple of values that have the names of their columns: ``row.partner``, ``row["partner"]``, ``dict(row)``.

    A column takes precedence over a method of the same name, so that ``?count`` is ``row.count``.

    >>> row = Row(("Lumen", 3), {"label": 0, "count": 1})
    >>> row.label, row["count"], row[-1], row.count, dict(row)
    ('Lumen', 3, 3, 3, {'label': 'Lumen', 'count': 3})
    """

    _places: Mapping[str, int]

    def __new__(cls, values: Iterable[Any], places: Mapping[str, int]) -> Row:
        """Return a row; `places` maps each column to its position."""
        row = super().__new__(cls, values)
        row._places = places
        return row

    @property
    def _fields(self) -> tuple[str, ...]:
        """The columns under the name that namedtuples use; pandas reads it."""
        return tuple(self._places)

    def _asdict(self) -> dict[str, Any]:
        """Return a dictionary, as a namedtuple does."""
        return dict(zip(self._places, tuple(self), strict=True))

    def keys(self) -> list[str]:
        """Return the names of the columns.

        >>> Row(("Lumen", 3), {"label": 0, "count": 1}).keys()
        ['label', 'count']
        """
        return list(self._places)

    def __getattribute__(self, name: str) -> Any:
        """Return the value of a column, or an attribute of the tuple."""
        if name[0] != "_" and name in (places := self._places):
            return tuple.__getitem__(self, places[name])
        return super().__getattribute__(name)

    def __getattr__(self, name: str) -> Any:
        """Return the value of a column whose name starts with an underscore, or raise with the nearest column."""
        if name in (places := self.__dict__.get("_places", {})):
            return tuple.__getitem__(self, places[name])
        raise AttributeError(f"row: no column {name!r}; expected one of the result; {nearest(name, places)}")

    def __getitem__(self, key: Any) -> Any:
        """Return the value at a position or of a column, or a tuple for a slice."""
        if not isinstance(key, str):
            return super().__getitem__(key)
        return super().__getitem__(position(key, self._places))

    def __reduce__(self) -> Any:
        """Return what pickle and copy need."""
        return Row, (tuple(self), self._places)


def position(column: str, places: Mapping[str, int]) -> int:
    """Return the position of a column."""
    if column not in places:
        raise UsageError(
            f"column {column!r}: not in the result; expected one of its columns; {nearest(column, places)}"
        )
    return places[column]
