"""Finds what a column is whose heading says nothing, by the words and signs of its cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pcgraph.intake.spreadsheets.guess import forms, headings
from pcgraph.intake.spreadsheets.guess.headings import Key
from pcgraph.intake.spreadsheets.mapping.units import currencies_in, unit_in
from pcgraph.intake.spreadsheets.mapping.vocabulary import Vocabulary

MOST_VALUES = 30  # a column with more different cells is no class or status


def key_by_words(name: str, cells: Sequence[str], vocabulary: Vocabulary) -> Key | None:
    """Return what most cells of a column are by their words alone, or None."""

    def most(is_so: Callable[[str], object]) -> bool:
        return 2 * sum(map(bool, map(is_so, cells))) > len(cells)

    known, words = vocabulary.known, headings.cell_words
    if len(cells) <= MOST_VALUES:
        if most(lambda cell: known("status", cell) or headings.plain(cell) in words("statuses")):
            return ("steps", "status")
        if most(lambda cell: known("class of engagements", cell) or headings.plain(cell) in words("classes")):
            return ("engagement", "class")
    if most(vocabulary.known_place):
        return ("engagement", "place")
    if forms.number_form(cells) is not None and (currencies_in(name) or unit_in(name) or most(currencies_in)):
        return ("engagement", "amount")
    return None
