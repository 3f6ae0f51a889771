"""A mapping whose values are read one by one while only a few are asked for."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from functools import cached_property
from typing import Generic, TypeVar

MOST_SINGLE = 20_000  # values read one by one; for more, reading all at once is cheaper
Value = TypeVar("Value")


class LazyMapping(Mapping[str, Value], Generic[Value]):
    """Values by IRI. One is read when it is asked for, and all of them when they are listed or counted.

    >>> squares = LazyMapping(lambda text: int(text) ** 2 if text.isdigit() else None, lambda: {"1": 1, "2": 4})
    >>> squares["2"], squares.get("a"), [*squares]
    (4, None, ['1', '2'])
    """

    def __init__(self, one: Callable[[str], Value | None], every: Callable[[], Mapping[str, Value]]) -> None:
        self._one, self._every = one, every
        self._known: dict[str, Value | None] = {}

    @cached_property
    def _all(self) -> Mapping[str, Value]:
        return self._every()

    def __getitem__(self, iri: str) -> Value:
        """Return one value."""
        if "_all" in vars(self) or len(self._known) > MOST_SINGLE:
            return self._all[iri]
        if iri not in self._known:
            self._known[iri] = self._one(iri) if isinstance(iri, str) else None
        if (found := self._known[iri]) is None:
            raise KeyError(iri)
        return found

    def __iter__(self) -> Iterator[str]:
        """List the IRIs."""
        return iter(self._all)

    def items(self) -> ItemsView[str, Value]:
        """Return all IRIs with their values."""
        return self._all.items()

    def values(self) -> ValuesView[Value]:
        """Return all values."""
        return self._all.values()

    def __or__(self, other: Mapping[str, Value]) -> dict[str, Value]:
        """Return all values, and those of another mapping in the place of them."""
        return {**self._all, **other}

    def __len__(self) -> int:
        """Return the number of values."""
        return len(self._all)
