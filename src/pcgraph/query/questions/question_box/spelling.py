"""How many mistakes in typing are between two words."""

from __future__ import annotations


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters were added, left out, replaced or swapped between two words, at most `most` + 1.

    >>> distance("lumne", "lumen", 2), distance("harbor", "harbour", 2), distance("a", "zebra", 2)
    (1, 1, 3)
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            value = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (char != wanted))
            if i > 1 and j > 1 and char == other[j - 2] and one[i - 2] == wanted:
                value = min(value, last[j - 2] + 1)
            row.append(value)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
